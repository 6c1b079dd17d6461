//! 分账.

mod bills;
mod merchant_ratios;
mod orders;
mod receivers;
mod return_orders;

pub use bills::*;
pub use merchant_ratios::*;
pub use orders::*;
pub use receivers::*;
pub use return_orders::*;
