//! The error of a response that does not verify.

use std::{borrow::Cow, error, fmt};

use bytes::Bytes;
use http::{Response, StatusCode};

use super::{Received, VerifyErrorKind};
use crate::head::Head;

/// The error of a response whose signature does not verify, so WeChat Pay may not have sent the response.
///
/// The request may have been executed: query the order, or repeat the request with the same numbers.
/// [`diagnose`](Self::diagnose) searches for the cause.
///
/// ```
/// use wechatpay_client::{Error, ErrorKind, Verifier};
///
/// fn log(error: &Error, verifier: &Verifier) {
///     if let ErrorKind::Verify(failure) = error.kind() {
///         eprintln!("{failure}");
///         if let Some(diagnosis) = failure.diagnose(verifier, None) {
///             eprintln!("{diagnosis}");
///         }
///     }
/// }
/// ```
pub struct VerifyError {
    pub(super) kind: VerifyErrorKind,
    pub(super) head: Head,
    pub(super) received: Box<Received>,
}

impl VerifyError {
    /// The kind of this error: the first check that the response failed.
    #[must_use]
    pub fn kind(&self) -> &VerifyErrorKind {
        &self.kind
    }

    /// The short fixed name of the [kind](Self::kind), for metrics and logs, such as `signature-mismatch` or
    /// `missing-header:Wechatpay-Nonce`.
    #[must_use]
    pub fn name(&self) -> Cow<'static, str> {
        self.kind.name()
    }

    /// The HTTP status of the unverified response: use the status for logs only.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.head.status()
    }

    /// The `Request-ID` of the unverified response (应答请求ID): use the ID for logs only.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.head.request_id()
    }

    /// The response, to verify again with keys that were downloaded since.
    pub(crate) fn into_response(self) -> Response<Bytes> {
        let status = self.status();
        let Received { headers, body, .. } = *self.received;
        let mut response = Response::new(body);
        *response.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
        *response.headers_mut() = headers;
        response
    }

    /// The body of the unverified response, as received. Anyone may have written the body: use it for logs only.
    #[must_use]
    pub fn unverified_body(&self) -> &Bytes {
        &self.received.body
    }

    pub(crate) fn received(&self) -> &Received {
        &self.received
    }
}

impl fmt::Debug for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerifyError")
            .field("kind", &self.kind)
            .field("status", &self.status())
            .field("request_id", &self.request_id())
            .field("body", &format_args!("{} bytes", self.received.body.len()))
            .finish()
    }
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "response not verified: {} {}", self.kind, self.head)
    }
}

impl error::Error for VerifyError {}

#[cfg(feature = "testing")]
impl VerifyError {
    pub(crate) fn for_testing(kind: VerifyErrorKind, status: u16) -> Self {
        Self {
            kind,
            head: Head::for_testing(status, "testing"),
            received: Box::default(),
        }
    }
}
