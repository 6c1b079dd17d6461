#![doc = include_str!("../README.md")]

mod base_url;
mod client;
mod crypto;
mod endpoint;
mod error;
pub mod papay;
mod request;
mod sign;
#[cfg(test)]
mod sign_vectors;
#[cfg(feature = "testing")]
pub mod testing;
mod transport;
mod verify;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

// The public interface is:
pub use client::{Client, ClientBuilder};
pub use endpoint::{PathValue, QueryValue};
pub use error::{
    ApiError, BuildError, DecodeError, Error, KeyError, Outcome, PathProblem, Result,
    TransportError, TransportErrorKind,
};
pub use sign::Merchant;
pub use verify::{
    PlatformCertificate, SignatureHeader, TrustedKey, Verified, Verifier, VerifyError,
    VerifyReason, WechatPayPublicKey,
};
pub use wechatpay_macros::wechatpay_api;
