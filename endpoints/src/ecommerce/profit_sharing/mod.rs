//! 收付通分账.

mod after_sales_profit_sharing_orders;
mod profit_sharing_orders;
mod profit_sharing_receivers;
mod profit_sharing_return_orders;

pub use after_sales_profit_sharing_orders::*;
pub use profit_sharing_orders::*;
pub use profit_sharing_receivers::*;
pub use profit_sharing_return_orders::*;
