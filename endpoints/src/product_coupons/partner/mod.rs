//! 商品券 服务商.

mod coupon_bundles;
mod coupons;
mod delivery_plans;
mod images;
mod notify_configs;
mod product_coupons;
mod stock_bundles;
mod stocks;

pub use coupon_bundles::*;
pub use coupons::*;
pub use delivery_plans::*;
pub use images::*;
pub use notify_configs::*;
pub use product_coupons::*;
pub use stock_bundles::*;
pub use stocks::*;
