//! 支付分计划.

mod operations;
mod partner_plans;
mod partner_user_sign_plans;
mod sign_plan_service_orders;
mod user_sign_plans;

pub use operations::*;
pub use partner_plans::*;
pub use partner_user_sign_plans::*;
pub use sign_plan_service_orders::*;
pub use user_sign_plans::*;
