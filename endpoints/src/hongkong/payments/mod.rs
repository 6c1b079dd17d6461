//! 香港钱包.

mod certificates;
mod merchants;
mod refunds;
mod statements;
mod transactions;

pub use certificates::*;
pub use merchants::*;
pub use refunds::*;
pub use statements::*;
pub use transactions::*;
