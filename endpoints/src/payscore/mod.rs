//! 微信支付分.

pub mod direct;
pub mod partner;
