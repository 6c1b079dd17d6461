//! 商家转账.

mod electronic_receipts;
mod qq_wallet_transfer_bills;
mod transfer_bills;
mod user_confirm_authorizations;

pub use electronic_receipts::*;
pub use qq_wallet_transfer_bills::*;
pub use transfer_bills::*;
pub use user_confirm_authorizations::*;
