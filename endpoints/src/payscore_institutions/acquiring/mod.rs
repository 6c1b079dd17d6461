//! 支付分 机构.

mod institution_permissions;
mod institution_service_orders;
mod oversea_service_orders;

pub use institution_permissions::*;
pub use institution_service_orders::*;
pub use oversea_service_orders::*;
