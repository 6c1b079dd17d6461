//! 商品券 品牌直连.

mod direct;

products! {
    direct,
}
