//! 支付分计划.

pub mod plans;
