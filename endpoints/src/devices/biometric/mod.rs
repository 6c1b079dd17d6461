//! 刷脸与刷掌.

mod face_collections;
mod face_contracts;
mod face_organizations;
mod face_transactions;
mod palm_authorizations;
mod smart_devices;

pub use face_collections::*;
pub use face_contracts::*;
pub use face_organizations::*;
pub use face_transactions::*;
pub use palm_authorizations::*;
pub use smart_devices::*;
