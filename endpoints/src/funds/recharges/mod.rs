//! 充值.

mod bank_transfer_recharges;
mod recharge_employees;
mod sub_merchant_recharges;

pub use bank_transfer_recharges::*;
pub use recharge_employees::*;
pub use sub_merchant_recharges::*;
