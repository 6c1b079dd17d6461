//! The proof that a value was verified, and the body that the decoder accepts.

use std::{fmt, ops::Deref, sync::Arc};

use bytes::Bytes;
use http::Response;

use super::{SignatureHeader, VerifyError, VerifyErrorKind};
use crate::head::Head;

/// A value from a response whose signature was verified. Without the feature `testing`, only the
/// verification makes this type.
///
/// A `Verified<T>` dereferences to the value. A function that requires `&Verified<Transaction>` cannot be called with
/// unverified data:
///
/// ```
/// use wechatpay_client::Verified;
/// # struct Transaction { out_trade_no: String }
///
/// fn record(paid: &Verified<Transaction>) {
///     // `out_trade_no` is a field of the transaction; `key_id` is the key that signed the transaction.
///     println!("{} is paid, signed by {}", paid.out_trade_no, paid.key_id());
/// }
/// ```
///
/// # What the signature does not prove
///
/// The signature covers a timestamp, a nonce and the body. So it proves that WeChat Pay wrote this body within five
/// minutes of the local time. The signature does not cover the request, the status or other headers: only TLS binds a
/// response to its request. An attacker inside the TLS connection, such as a proxy that intercepts TLS, can return the
/// response to request A as the response to request B for five minutes. So if the value has the merchant's order number
/// (商户订单号, `out_trade_no` …), compare that number with the number in the request.
#[derive(Clone)]
pub struct Verified<T> {
    pub(super) value: T,
    pub(super) proof: Proof,
}

#[derive(Clone, Debug)]
pub(super) struct Proof {
    pub(super) key_id: Arc<str>,
    pub(super) head: Head,
}

impl<T> Verified<T> {
    /// The ID of the WeChat Pay key that verified the signature: the serial number (证书序列号) of a platform certificate,
    /// or the ID of a public key, `PUB_KEY_ID_…`.
    #[must_use]
    pub fn key_id(&self) -> &str {
        &self.proof.key_id
    }

    /// The HTTP status of the response, which the signature does not cover.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.proof.head.status()
    }

    /// The `Request-ID` of the response (应答请求ID), which the signature does not cover.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.proof.head.request_id()
    }

    /// The value without the proof.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    pub(crate) fn head(&self) -> &Head {
        &self.proof.head
    }
}

#[cfg(feature = "testing")]
impl<T> Verified<T> {
    pub(crate) fn for_testing(value: T, status: u16) -> Self {
        Self {
            value,
            proof: Proof {
                key_id: Arc::from("testing"),
                head: Head::for_testing(status, "testing"),
            },
        }
    }
}

/// Shows only the proof, because the value may be confidential. Format `*verified` to show the value.
impl<T> fmt::Debug for Verified<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verified")
            .field("key_id", &self.proof.key_id)
            .field("status", &self.status())
            .field("request_id", &self.request_id())
            .finish_non_exhaustive()
    }
}

impl<T> Deref for Verified<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// The body that the decoder accepts: of a verified response, or of an operation that is declared `unsigned`. Only
/// this module makes it.
#[derive(Debug)]
pub(crate) struct CheckedBody(Basis);

#[derive(Debug)]
enum Basis {
    Signature(Verified<Bytes>),
    Declaration { head: Head, body: Bytes },
}

impl CheckedBody {
    /// The body of a successful response without a signature, for an operation that is declared `unsigned`.
    pub(crate) fn declared_unsigned(response: Response<Bytes>) -> Self {
        Self(Basis::Declaration {
            head: Head::of(&response),
            body: response.into_body(),
        })
    }

    pub(crate) fn bytes(&self) -> &Bytes {
        match &self.0 {
            Basis::Signature(verified) => verified,
            Basis::Declaration { body, .. } => body,
        }
    }

    pub(crate) fn head(&self) -> &Head {
        match &self.0 {
            Basis::Signature(verified) => verified.head(),
            Basis::Declaration { head, .. } => head,
        }
    }

    pub(crate) fn verified(&self) -> Option<&Verified<Bytes>> {
        match &self.0 {
            Basis::Signature(verified) => Some(verified),
            Basis::Declaration { .. } => None,
        }
    }

    /// Adds the proof of this body to `value`, which was decoded from it. Fails if the response was not signed.
    pub(crate) fn try_into_verified<T>(self, value: T) -> Result<Verified<T>, VerifyError> {
        match self.0 {
            Basis::Signature(Verified { proof, .. }) => Ok(Verified { value, proof }),
            Basis::Declaration { head, .. } => Err(VerifyError {
                kind: VerifyErrorKind::MissingHeader(SignatureHeader::Signature),
                head,
                received: Box::default(),
            }),
        }
    }
}

impl From<Verified<Bytes>> for CheckedBody {
    fn from(verified: Verified<Bytes>) -> Self {
        Self(Basis::Signature(verified))
    }
}
