//! 委托代扣与预约扣费.

pub mod deductions;
pub mod insurance;
pub mod password_exempt;
pub mod repayment;
