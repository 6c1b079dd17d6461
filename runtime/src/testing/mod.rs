//! Values and errors for mocks (feature `testing`).
//!
//! A mock is your own implementation of a `#[wechatpay_api]` trait, and needs no server. [`verified`], [`download()`]
//! and functions such as [`api_error`] make the values and errors that the mock returns. To test with the real client,
//! use [`gateway`](crate::gateway), which this feature turns on too.
//!
//! Turn the feature on in `[dev-dependencies]` only: with it, any code can make a [`Verified`](crate::Verified) of a
//! value that WeChat Pay did not sign.

mod download;
mod mock;

pub use download::download;
pub use mock::{
    api_error, decode_error, expose_sensitive, transport_error, unauthenticated_error, verified,
    verify_error,
};
