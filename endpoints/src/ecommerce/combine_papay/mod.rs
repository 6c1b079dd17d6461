//! 收付通合单代扣.

mod combine_papay_contracts;
mod combine_papay_transactions;

pub use combine_papay_contracts::*;
pub use combine_papay_transactions::*;
