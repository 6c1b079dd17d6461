//! 资金出境.

mod oversea_bills;
mod oversea_orders;
mod oversea_return_orders;

pub use oversea_bills::*;
pub use oversea_orders::*;
pub use oversea_return_orders::*;
