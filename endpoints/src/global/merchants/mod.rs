//! 跨境进件.

mod h5_domain_applications;
mod h5_permissions;
mod operations;

pub use h5_domain_applications::*;
pub use h5_permissions::*;
pub use operations::*;
