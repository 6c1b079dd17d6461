#![doc = include_str!("../README.md")]

mod base_url;
mod client;
mod crypto;
mod download;
mod endpoint;
mod error;
mod frozen;
mod journal;
pub mod notification;
pub mod papay;
pub mod pay;
mod request;
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
#[path = "private.rs"]
pub mod __private;

// The public interface is:
pub use client::{Client, ClientBuilder};
pub use crypto::ApiV3Key;
pub use download::{BillFile, BillFiles, Download, DownloadError, DownloadReason};
pub use endpoint::{HeaderValue, PathValue, QueryValue};
pub use error::{
    ApiError, BuildError, DecodeError, Error, FileProblem, HeaderProblem, KeyError,
    MerchantCertificateProblem, Outcome, PathProblem, Result, SignErrorCause, TransportError,
    TransportErrorKind, UnresolvedError,
};
pub use frozen::FrozenRequest;
pub use journal::{Journal, JournalError};
pub use sensitive::Sensitive;
pub use sign::Merchant;
pub use signer::{Signer, SignerError};
pub use upload::File;
pub use verify::{
    CertificateReason, CertificatesError, PlatformCertificate, PlatformCertificates,
    SignatureHeader, TrustedKey, Verified, Verifier, VerifyCause, VerifyError, VerifyReason,
    WechatPayPublicKey,
};
/// Declares operations of WeChat Pay APIv3 on a trait, and implements the trait for [`Client`].
///
/// A trait of one method carries the operation itself:
///
/// ```
/// # use wechatpay_client::{Result, wechatpay_api};
/// # #[derive(serde::Serialize)] pub struct Prepay {}
/// # #[derive(serde::Deserialize)] pub struct PrepayId { pub prepay_id: String }
/// #[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
/// pub trait JsapiPrepay {
///     async fn prepay(&self, body: &Prepay) -> Result<PrepayId>;
/// }
/// ```
///
/// A trait of several carries the bare attribute, and each method its own:
///
/// ```
/// # use wechatpay_client::{Result, Verified, wechatpay_api};
/// # #[derive(serde::Serialize)] pub struct Close {}
/// # #[derive(serde::Serialize)] pub struct BillQuery {}
/// # #[derive(serde::Deserialize)] pub struct Transaction {}
/// # #[derive(serde::Deserialize)] pub struct Bill {}
/// #[wechatpay_api]
/// pub trait Merchants {
///     #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}")]
///     async fn query(&self, transaction_id: &str, #[query] mchid: &str) -> Result<Verified<Transaction>>;
///
///     #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
///     async fn close(&self, out_trade_no: &str, body: &Close) -> Result<()>;
///
///     #[wechatpay_api(GET "/v3/bill/tradebill")]
///     async fn bill(&self, query: &BillQuery, #[query] tar_type: Option<&str>) -> Result<Bill>;
/// }
/// ```
///
/// | attribute | meaning |
/// |---|---|
/// | `METHOD "path"` | the operation: `GET`, `POST`, `PUT`, `PATCH` or `DELETE`, and its path as the official page has it, each `{placeholder}` a whole segment |
/// | `, accepted` | 202 is this operation's success; elsewhere it is an error whose outcome is unknown |
/// | `, idempotent` | the server tells a repetition by the merchant's own number, so that the request may be sent again; a `GET` always may |
/// | `, download` | the answer is a file, unsigned by nature: the method returns `Result<Download>` ([`Download`]) |
/// | `, unsigned` | the answer of this `GET` is JSON that carries no signature |
/// | `, global` | the operation is on the hosts outside the mainland |
/// | `, upload` | the operation takes a file: see [`File`] |
/// | `, unlisted` | the operation is not compared with the known ones |
/// | `, without(mchid, body)` | it does not need these after all, whatever is known of it |
/// | `crate = path` | on the trait: where this crate is, if not at `::wechatpay_client` |
///
/// | argument | meaning |
/// |---|---|
/// | named as a `{placeholder}` | that segment: any [`PathValue`], percent-encoded |
/// | `body` | the JSON body: anything that is `Serialize`; never with `GET`; of an `upload`, the whole meta |
/// | `query` | a struct that is `Serialize`, one query parameter per field, `None` left out |
/// | `#[query] name` | one query parameter: any [`QueryValue`] |
/// | `#[query = "type"] name` | the same under another name |
/// | `#[unlisted]` beside `#[query]`, or before `body` | the operation has it, although it is not known to |
/// | `#[header = "Idempotency-Key"] name` | a header of the operation's own: any [`HeaderValue`] |
/// | `file` | a [`&File`](File), of an `upload` |
///
/// # Known operations
///
/// The macro knows the operations that were published when this version was: a path that none of them has
/// is a compile error that names the nearest one, and so are another method, a query parameter or a body
/// that the operation does not have, and one that is missing. `accepted` and `global` need not be written
/// where the operation is known to be so. Names of placeholders are free, the fields of a `query` struct
/// cannot be seen, and headers are not compared; brand-direct paths (`/brand/…`, 品牌直连) are not either.
///
/// The facts are the community's, and newer operations exist: each error shows a way out as narrow as the
/// doubt. What is missing is an error only where an official SDK confirms that it is needed.
///
/// ```
/// # use wechatpay_client::{Result, wechatpay_api};
/// # #[derive(serde::Serialize)] pub struct Order {}
/// # #[derive(serde::Deserialize)] pub struct Transaction {}
/// #[wechatpay_api]
/// pub trait Newer {
///     // An operation that is not known yet.
///     #[wechatpay_api(POST "/v3/pay/transactions/by-voice", unlisted)]
///     async fn by_voice(&self, body: &Order) -> Result<Transaction>;
///
///     // A known one, with a parameter more, and without one that it needed.
///     #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}", without(mchid))]
///     async fn query(&self, transaction_id: &str, #[query] #[unlisted] detail: bool) -> Result<Transaction>;
/// }
/// ```
///
/// `unlisted` on what is known by now changes nothing but that it is not compared, so that an upgrade
/// breaks no build; then `accepted` and `global` are written where they are meant.
///
/// # Methods
///
/// A method returns [`Result<T>`](Result) or `Result<Verified<T>>` ([`Verified`]) with an owned `T` that
/// is `Deserialize`; `()` takes 204 and any body. It becomes a method that returns a `Send` future, which
/// a type of the user's own implements by plain `async fn`. The request is encoded when the method is
/// called, and sent when the future is awaited.
///
/// Where two traits in scope have a method of one name, say which: `JsapiPrepay::prepay(&client, &body)`.
/// The same goes for a method that is named like one of the client's own, `deadline` and `clone`.
pub use wechatpay_macros::wechatpay_api;
