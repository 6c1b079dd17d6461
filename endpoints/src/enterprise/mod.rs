//! 企业支付与微工卡.

pub mod payroll_cards;
pub mod webizpay;
