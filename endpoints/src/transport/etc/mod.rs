//! ETC扣费.

mod etc_contracts;
mod etc_transactions;

pub use etc_contracts::*;
pub use etc_transactions::*;
