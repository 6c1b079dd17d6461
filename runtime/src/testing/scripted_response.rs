use std::time::Duration;

use hyper::body::Bytes;
use serde_json::{Value, json};

use crate::verify::SignatureHeader;

/// A response of the [`Gateway`](super::Gateway): signed, at once and without a fault, unless told
/// otherwise.
#[derive(Clone, Debug)]
#[must_use]
pub struct ScriptedResponse {
    pub(super) status: u16,
    pub(super) body: Bytes,
    pub(super) content_type: &'static str,
    pub(super) signed: bool,
    pub(super) delay: Duration,
    pub(super) fault: Option<Fault>,
    pub(super) number: u64,
}

/// A mistake in a scripted response. A fault that would have no effect on its response is refused:
/// [`Gateway::respond`](super::Gateway::respond) panics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The signature is of another message.
    WrongSignature,
    /// The last byte of the body is changed after signing, such that it is not JSON any more.
    AlteredBody,
    /// Signed ten minutes ago: a replay.
    StaleTimestamp,
    /// Signed ten minutes ahead.
    FutureTimestamp,
    /// Rightly signed, under a serial that nobody knows.
    UnknownKeyId,
    /// Rightly signed, and this header left out. A response without
    /// [`SignatureType`](SignatureHeader::SignatureType) verifies all the same: that header is optional.
    MissingHeader(SignatureHeader),
    /// A signature probe (签名探测流量): a signature that begins with `WECHATPAY/SIGNTEST/`.
    SignatureProbe,
    /// The connection is closed in the middle of the body.
    TruncatedBody,
    /// The connection is closed when the head of the request has come: nothing is read, recorded or
    /// done. A response of [`Gateway::respond_with`](super::Gateway::respond_with) is made when the request has
    /// been read: there this fault is `DropAfterRead`.
    DropBeforeRead,
    /// The request is read and recorded; then the connection is closed without a response.
    DropAfterRead,
    /// Blanks follow the JSON until the body has so many bytes; rightly signed.
    OversizeBody {
        /// The length of the body.
        bytes: usize,
    },
}

/// The largest body that [`Fault::OversizeBody`] makes, in bytes.
const OVERSIZE_LIMIT: usize = 1 << 30;

impl ScriptedResponse {
    /// A response of this status and JSON.
    pub fn json(status: u16, body: Value) -> Self {
        Self::bytes(status, body.to_string())
    }

    /// 200 with this JSON.
    pub fn ok(body: Value) -> Self {
        Self::json(200, body)
    }

    /// 204 without a body.
    pub fn no_content() -> Self {
        Self::bytes(204, "")
    }

    /// An error response: `{"code", "message"}`.
    pub fn error(status: u16, code: &str, message: &str) -> Self {
        Self::json(status, json!({ "code": code, "message": message }))
    }

    /// A response of this status and these bytes.
    pub fn bytes(status: u16, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            body: body.into(),
            content_type: "application/json; charset=utf-8",
            signed: true,
            delay: Duration::ZERO,
            fault: None,
            number: 0,
        }
    }

    /// 200 with a file: a bill, a picture. As the real gateway does, unsigned.
    pub fn file(content: impl Into<Bytes>) -> Self {
        let file = Self {
            content_type: "application/octet-stream",
            ..Self::bytes(200, content)
        };
        file.unsigned()
    }

    /// Leaves out the signature and its headers, as the real gateway does where it could not
    /// authenticate the request, and as a proxy on the way does.
    pub fn unsigned(mut self) -> Self {
        self.signed = false;
        self
    }

    /// Sends the response so much later.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Sets the number at the end of `Request-ID`: 0, unless set, as of a success. Of an error response
    /// [`ApiError::number`](crate::ApiError::number) returns it.
    pub fn number(mut self, number: u64) -> Self {
        self.number = number;
        self
    }

    /// Lets this go wrong.
    pub fn fault(mut self, fault: Fault) -> Self {
        self.fault = Some(fault);
        self
    }

    /// Refuses a response that cannot be sent as it was scripted.
    pub(super) fn check_sendable(&self) -> Result<(), String> {
        let status = self.status;
        if !(200..600).contains(&status) {
            return Err(format!("its status is {status}"));
        }
        let padded = matches!(self.fault, Some(Fault::OversizeBody { .. }));
        if matches!(status, 204 | 304) && (padded || !self.body.is_empty()) {
            return Err(format!("its status is {status}, and it has a body"));
        }
        match self.fault {
            Some(fault) if !self.is_affected_by(fault) => {
                Err(format!("its fault {fault:?} has no effect on it"))
            }
            _ => Ok(()),
        }
    }

    /// The fault has an effect on this response.
    fn is_affected_by(&self, fault: Fault) -> bool {
        match fault {
            Fault::DropBeforeRead | Fault::DropAfterRead => true,
            Fault::AlteredBody | Fault::TruncatedBody => !self.body.is_empty(),
            Fault::OversizeBody { bytes } => {
                (self.body.len() + 1..=OVERSIZE_LIMIT).contains(&bytes)
            }
            Fault::WrongSignature
            | Fault::StaleTimestamp
            | Fault::FutureTimestamp
            | Fault::UnknownKeyId
            | Fault::MissingHeader(_)
            | Fault::SignatureProbe => self.signed,
        }
    }
}
