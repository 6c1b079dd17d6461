//! 支付分.

mod merchant_bills;
mod pay_after_orders;
mod permissions;
mod service_orders;
mod smart_retail_orders;

pub use merchant_bills::*;
pub use pay_after_orders::*;
pub use permissions::*;
pub use service_orders::*;
pub use smart_retail_orders::*;
