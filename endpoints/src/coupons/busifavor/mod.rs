//! 商家券.

mod busifavor_callbacks;
mod busifavor_coupon_codes;
mod busifavor_coupons;
mod busifavor_stocks;
mod partnerships;
mod subsidy_receipts;

pub use busifavor_callbacks::*;
pub use busifavor_coupon_codes::*;
pub use busifavor_coupons::*;
pub use busifavor_stocks::*;
pub use partnerships::*;
pub use subsidy_receipts::*;
