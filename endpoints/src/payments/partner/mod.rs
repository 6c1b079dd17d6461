//! 基础支付 服务商.

mod partner_exposures;
mod partner_transactions;

pub use partner_exposures::*;
pub use partner_transactions::*;
