//! runtime
mod base_url;
mod client;
mod crypto;
mod endpoint;
mod error;
mod request;
mod sign;
#[cfg(feature = "testing")]
pub mod testing;
mod transport;
mod verify;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

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
