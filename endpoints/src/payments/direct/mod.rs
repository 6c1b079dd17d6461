//! 基础支付 直连.

mod exposures;
mod transactions;

pub use exposures::*;
pub use transactions::*;
