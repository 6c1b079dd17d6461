//! 商家名片会员 品牌直连.

mod direct;

products! {
    direct,
}
