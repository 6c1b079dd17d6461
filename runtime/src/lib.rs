#![doc = include_str!("../README.md")]

mod api_v3_key;
mod base_url;
mod client;
mod clock;
mod collect;
mod crypto;
mod diagnose;
mod download;
mod endpoint;
mod error;
mod frozen;
mod journal;
mod json;
mod message;
pub mod notification;
pub mod papay;
pub mod pay;
mod request;
mod scheme;
mod sensitive;
mod sign;
mod signer;
#[cfg(feature = "testing")]
pub mod testing;
#[cfg(test)]
mod tests;
mod transport;
mod upload;
mod verify;

#[doc(hidden)]
pub mod __private;

// The public interface is:
pub use api_v3_key::ApiV3Key;
pub use client::{Client, ClientBuilder};
pub use crypto::{KeyError, MerchantCertificateProblem, Pkcs12Error};
pub use diagnose::{SignErrorCause, VerifyCause};
pub use download::{BillFile, BillFiles, Download, DownloadError, DownloadReason};
pub use endpoint::{HeaderValue, PathValue, QueryValue};
pub use error::{
    ApiError, BuildError, DecodeError, Error, ErrorKind, FileProblem, HeaderProblem, Outcome,
    PathProblem, QueryProblem, Result, SignedValueProblem, TransportError, TransportErrorKind,
};
pub use frozen::FrozenRequest;
pub use journal::{Journal, JournalError};
pub use sensitive::Sensitive;
pub use sign::Merchant;
pub use signer::{Signer, SignerError};
pub use upload::File;
pub use verify::{
    CertificateReason, CertificatesError, PlatformCertificate, PlatformCertificates,
    SignatureHeader, TrustedKey, Verified, Verifier, VerifyError, VerifyReason, WechatPayPublicKey,
};
#[doc = include_str!("wechatpay_api.md")]
pub use wechatpay_macros::wechatpay_api;
