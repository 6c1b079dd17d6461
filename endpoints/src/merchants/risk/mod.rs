//! 商户风险管理.

mod due_diligences;
mod manage_records;
mod merchant_limitations;
mod risk_trades;
mod trade_risks;
mod transaction_blocks;
mod violation_notify_urls;

pub use due_diligences::*;
pub use manage_records::*;
pub use merchant_limitations::*;
pub use risk_trades::*;
pub use trade_risks::*;
pub use transaction_blocks::*;
pub use violation_notify_urls::*;
