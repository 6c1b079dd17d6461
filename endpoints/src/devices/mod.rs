//! 支付设备与刷脸刷掌.

pub mod biometric;
pub mod peripherals;
