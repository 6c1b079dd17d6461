//! 渠道服务.

mod channel_accounts;
mod channel_merchants;
mod control_orders;
mod special_reductions;

pub use channel_accounts::*;
pub use channel_merchants::*;
pub use control_orders::*;
pub use special_reductions::*;
