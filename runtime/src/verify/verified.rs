//! What was verified, and what the decoder takes.

use std::{fmt, ops::Deref, sync::Arc};

use hyper::{Response, body::Bytes};

use super::{SignatureHeader, VerifyError, VerifyErrorKind};
use crate::head::Head;

/// A value whose signature was verified; nothing outside of verification can make one.
///
/// Derefs to the value. A function that takes `&Verified<Transaction>` cannot be called with
/// anything that merely looks like a transaction.
///
/// # What the signature does not prove
///
/// The signature covers a timestamp, a nonce and the body. It proves that WeChat Pay wrote this body within
/// the last five minutes. It does not name the request: the protocol has no mark in a response by which to
/// tell the request that it belongs to, and the status and the headers are not signed. Only TLS binds a
/// response to its request. Somebody who reads and writes inside the TLS connection, such as a proxy that
/// intercepts TLS, can give the response to request A as the response to request B for five minutes. So
/// compare the merchant's number in the value (商户订单号, `out_trade_no` and the like) with the one that was
/// asked for, where the response has it.
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
    /// The ID of the key that verified the response: the serial number (证书序列号) of a platform certificate, or
    /// the ID of a public key, `PUB_KEY_ID_…`.
    #[must_use]
    pub fn key_id(&self) -> &str {
        &self.proof.key_id
    }

    /// The HTTP status of the response. It is not covered by the signature.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.proof.head.status()
    }

    /// The `Request-ID` of the response (应答请求ID). It is not covered by the signature.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.proof.head.request_id()
    }

    /// The value alone.
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

/// The proof alone: what was verified is the merchant's business. `{:?}` of `*verified` shows that.
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

/// What the decoder takes: a response that is proven by its signature, or one of an operation that is
/// declared to have none. Made nowhere else.
#[derive(Debug)]
pub(crate) struct CheckedBody(Basis);

#[derive(Debug)]
enum Basis {
    Signature(Verified<Bytes>),
    Declaration { head: Head, body: Bytes },
}

impl CheckedBody {
    /// A successful response without a signature, of an operation that is declared `unsigned`.
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

    /// A view of the same response with its proof, if there is one.
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
