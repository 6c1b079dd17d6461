//! 代金券.

mod favor_callbacks;
mod favor_coupons;
mod favor_flows;
mod favor_images;
mod favor_stocks;

pub use favor_callbacks::*;
pub use favor_coupons::*;
pub use favor_flows::*;
pub use favor_images::*;
pub use favor_stocks::*;
