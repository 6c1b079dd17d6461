//! 连锁品牌分账.

mod brand_merchant_ratios;
mod brand_orders;
mod brand_receivers;
mod brand_return_orders;

pub use brand_merchant_ratios::*;
pub use brand_orders::*;
pub use brand_receivers::*;
pub use brand_return_orders::*;
