//! 商家名片会员 品牌直连.

pub mod direct;
