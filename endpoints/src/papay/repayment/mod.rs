//! 还款.

mod repayment_combine_orders;
mod repayment_contracts;
mod repayment_deduct_orders;

pub use repayment_combine_orders::*;
pub use repayment_contracts::*;
pub use repayment_deduct_orders::*;
