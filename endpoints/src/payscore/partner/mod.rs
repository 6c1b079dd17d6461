//! 支付分 服务商.

mod partner_permissions;
mod partner_service_orders;
mod service_account_applications;

pub use partner_permissions::*;
pub use partner_service_orders::*;
pub use service_account_applications::*;
