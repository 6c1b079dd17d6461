//! 会员卡与会员.

mod brand;
mod cards;
mod partner_brand;

products! {
    brand,
    cards,
    partner_brand,
}
