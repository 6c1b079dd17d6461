//! 出租车电子发票.

mod operations;
mod taxi_companies;
mod taxi_drivers;
mod taxis;
mod user_taxi_orders;

pub use operations::*;
pub use taxi_companies::*;
pub use taxi_drivers::*;
pub use taxis::*;
pub use user_taxi_orders::*;
