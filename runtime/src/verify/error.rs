use std::{error, fmt};

use hyper::{Response, StatusCode, body::Bytes};

use super::{Received, VerifyErrorKind};
use crate::head::Head;

/// A response that is not proven to be WeChat Pay's.
///
/// The request may have been executed or not: query, or repeat it with the same numbers.
pub struct VerifyError {
    pub(super) kind: VerifyErrorKind,
    pub(super) head: Head,
    pub(super) received: Box<Received>,
}

impl VerifyError {
    /// Why.
    #[must_use]
    pub fn kind(&self) -> &VerifyErrorKind {
        &self.kind
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.head.status()
    }

    /// The response's `Request-ID`.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.head.request_id()
    }

    /// The response again, to be verified with keys that were learnt since.
    pub(crate) fn into_response(self) -> Response<Bytes> {
        let status = self.status();
        let Received { headers, body, .. } = *self.received;
        let mut response = Response::new(body);
        *response.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
        *response.headers_mut() = headers;
        response
    }

    /// The body as received. Anybody may have written it: for a log, never for a decision.
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
