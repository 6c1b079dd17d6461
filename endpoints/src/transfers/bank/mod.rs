//! 银行模式转账.

mod bank_transfer_batches;
mod bank_transfer_receipts;

pub use bank_transfer_batches::*;
pub use bank_transfer_receipts::*;
