//! 平台证书.

mod operations;
mod security_tests;

pub use operations::*;
pub use security_tests::*;
