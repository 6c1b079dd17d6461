//! 企业支付与微工卡.

mod payroll_cards;
mod webizpay;

products! {
    payroll_cards,
    webizpay,
}
