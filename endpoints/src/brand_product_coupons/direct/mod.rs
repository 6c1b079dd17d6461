//! 商品券 品牌直连.

mod coupons;
mod images;
mod notify_configs;
mod product_coupons;
mod stock_bundles;
mod stocks;

pub use coupons::*;
pub use images::*;
pub use notify_configs::*;
pub use product_coupons::*;
pub use stock_bundles::*;
pub use stocks::*;
