//! 委托代扣与预约扣费.

mod deductions;
mod insurance;
mod password_exempt;
mod repayment;

products! {
    deductions,
    insurance,
    password_exempt,
    repayment,
}
