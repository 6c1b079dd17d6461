//! 商品券.

pub mod partner;
