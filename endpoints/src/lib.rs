//! The published operations of WeChat Pay APIv3 (微信支付 APIv3).
//!
//! Feature `facts`: [`facts`] describes the operations as data, and [`declare`] writes the declaration of an operation
//! in Rust.

#[cfg(feature = "facts")]
pub mod declare;
#[cfg(feature = "facts")]
pub mod facts;
