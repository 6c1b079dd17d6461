//! 商品券 品牌直连.

pub mod direct;
