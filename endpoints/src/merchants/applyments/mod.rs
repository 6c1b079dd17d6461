//! 特约商户进件.

mod operations;
mod settlement_accounts;

pub use operations::*;
pub use settlement_accounts::*;
