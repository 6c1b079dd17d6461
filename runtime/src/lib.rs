// The README shows the gateway: without that feature, its code does not compile.
#![cfg_attr(any(not(doctest), feature = "gateway"), doc = include_str!("../README.md"))]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod advice;
mod api_v3_key;
mod base_url;
mod call_error;
mod client;
mod clock;
mod collect;
mod config_error;
mod crypto;
mod diagnose;
mod download;
pub mod error;
#[cfg(feature = "gateway")]
pub mod gateway;
mod head;
mod journal;
mod json;
pub mod notification;
mod outcome;
pub mod pay;
mod request;
mod sign;
#[cfg(feature = "testing")]
pub mod testing;
#[cfg(test)]
mod tests;
mod transport;
mod upload;
pub mod validation;
mod values;
mod verify;

#[doc(hidden)]
pub mod __private;

// The public interface:
pub use api_v3_key::ApiV3Key;
#[doc(no_inline)]
pub use bytes;
pub use call_error::{ApiError, Error, ErrorKind, Outcome, Result};
pub use client::{Client, ClientBuilder};
pub use download::{BillFile, BillFiles, Download};
#[doc(no_inline)]
pub use http;
pub use journal::Journal;
pub use request::{FrozenRequest, Sensitive, ToHeaderValue, ToPathValue, ToQueryValue, Validate};
pub use sign::{Merchant, Signer};
pub use upload::UploadFile;
pub use values::{DateTime, Fen};
pub use verify::{
    PlatformCertificate, PlatformCertificates, PlatformCertificatesBuilder, SignatureHeader,
    TrustedKey, Verified, Verifier, WechatPayPublicKey,
};
/// Derives `serde::Deserialize` for a struct that is read from a JSON object, for crates with hundreds of such structs:
/// the compiler checks it in a third of the time of serde's own derive.
///
/// The values and errors are those of serde's derive, with one difference: an array is never read as the struct.
/// Members may have the attributes `rename = "…"`, `default` and `skip_serializing_if` of serde. For a struct with
/// others, or with type parameters, derive `serde::Deserialize`.
///
/// ```
/// use wechatpay_client::Deserialize;
///
/// #[derive(Deserialize)]
/// struct Prepaid {
///     prepay_id: String,
///     #[serde(rename = "type")]
///     kind: Option<String>,
/// }
///
/// let prepaid: Prepaid = serde_json::from_str(r#"{"prepay_id": "wx2612"}"#)?;
/// assert_eq!(prepaid.prepay_id, "wx2612");
/// assert_eq!(prepaid.kind, None);
///
/// let error = serde_json::from_str::<Prepaid>("{}").err().map(|error| error.to_string());
/// assert_eq!(error.as_deref(), Some("missing field `prepay_id` at line 1 column 2"));
/// # Ok::<_, serde_json::Error>(())
/// ```
pub use wechatpay_macros::Deserialize;
#[doc = include_str!("wechatpay_api.md")]
pub use wechatpay_macros::wechatpay_api;
