//! 银行营销.

mod bank_activities;
mod industry_coupon_tokens;
mod package_tasks;
mod weekly_discount_activities;
mod withdraw_coupons;

pub use bank_activities::*;
pub use industry_coupon_tokens::*;
pub use package_tasks::*;
pub use weekly_discount_activities::*;
pub use withdraw_coupons::*;
