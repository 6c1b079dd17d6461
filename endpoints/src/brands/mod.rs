//! 品牌经营.

pub mod direct;
pub mod partner;
