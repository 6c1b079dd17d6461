//! 个人收款.

mod abnormal_fund_receipts;
mod individual_contracts;
mod settle_orders;

pub use abnormal_fund_receipts::*;
pub use individual_contracts::*;
pub use settle_orders::*;
