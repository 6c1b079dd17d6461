//! 跨境报关.

mod customs_orders;
mod legacy_customs_orders;

pub use customs_orders::*;
pub use legacy_customs_orders::*;
