//! 跨境分账.

mod profit_sharing_bills;
mod profit_sharing_orders;
mod profit_sharing_receivers;
mod profit_sharing_refunds;

pub use profit_sharing_bills::*;
pub use profit_sharing_orders::*;
pub use profit_sharing_receivers::*;
pub use profit_sharing_refunds::*;
