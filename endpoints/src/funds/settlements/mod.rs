//! 结算与费率.

mod rate_activity_applications;
mod settle_rule_applications;

pub use rate_activity_applications::*;
pub use settle_rule_applications::*;
