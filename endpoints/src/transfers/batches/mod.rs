//! 批量转账.

mod batch_transfers;
mod partner_batch_transfers;
mod transfer_receipts;

pub use batch_transfers::*;
pub use partner_batch_transfers::*;
pub use transfer_receipts::*;
