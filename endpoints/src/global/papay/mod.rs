//! 跨境代扣.

mod contracts;
mod papay_transactions;

pub use contracts::*;
pub use papay_transactions::*;
