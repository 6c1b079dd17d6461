//! 跨境支付.

mod certificates;
mod refund_recharge_balances;
mod refunds;
mod statements;
mod transactions;

pub use certificates::*;
pub use refund_recharge_balances::*;
pub use refunds::*;
pub use statements::*;
pub use transactions::*;
