//! 会员卡与会员.

mod cards;
mod partner_brand;

products! {
    cards,
    partner_brand,
}
