//! Values and errors for mocks (feature `testing`).
//!
//! A mock is the user's own implementation of a declared trait, and needs no server: [`verified`], [`download()`] and
//! functions such as [`api_error`] make the values and errors that it returns. To test with the real client, use
//! [`gateway`](crate::gateway), which this feature turns on too.
//!
//! These functions make a [`Verified`](crate::Verified) that nobody signed, so the feature belongs only in
//! `[dev-dependencies]`.

mod download;
mod mock;

pub use download::download;
pub use mock::{
    api_error, decode_error, expose_sensitive, transport_error, unauthenticated_error, verified,
    verify_error,
};
