//! 微信支付分 机构.

pub mod acquiring;
