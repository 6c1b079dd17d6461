//! 支付设备与刷脸刷掌.

mod biometric;
mod peripherals;

products! {
    biometric,
    peripherals,
}
