//! 收付通转账.

mod transfer_authorizations;
mod transfer_bills;

pub use transfer_authorizations::*;
pub use transfer_bills::*;
