//! 预约商家转账.

mod insurance_transfer_batches;
mod insurance_transfer_receipts;
mod insurance_transfer_reservations;
mod reserved_transfer_batches;
mod reserved_transfer_receipts;
mod transfer_reservations;

pub use insurance_transfer_batches::*;
pub use insurance_transfer_receipts::*;
pub use insurance_transfer_reservations::*;
pub use reserved_transfer_batches::*;
pub use reserved_transfer_receipts::*;
pub use transfer_reservations::*;
