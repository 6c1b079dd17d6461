use std::time::Duration;

use hyper::body::Bytes;
use serde_json::{Value, json};

use crate::verify::SignatureHeader;

/// What the [`Gateway`](super::Gateway) answers: signed, at once and without a fault, unless told
/// otherwise.
#[derive(Clone, Debug)]
#[must_use]
pub struct Reply {
    pub(super) status: u16,
    pub(super) body: Bytes,
    pub(super) content_type: &'static str,
    pub(super) signed: bool,
    pub(super) delay: Duration,
    pub(super) fault: Option<Fault>,
}

/// What goes wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The signature is of another message.
    WrongSignature,
    /// The body is changed after signing, such that it is not JSON any more.
    AlteredBody,
    /// Signed ten minutes ago: a replay.
    StaleTimestamp,
    /// Signed ten minutes ahead.
    FutureTimestamp,
    /// Rightly signed, under a serial that nobody knows.
    UnknownSerial,
    /// Rightly signed, and this header left out.
    MissingHeader(SignatureHeader),
    /// A signature probe (签名探测流量): a signature that begins with `WECHATPAY/SIGNTEST/`.
    SignatureProbe,
    /// The connection is closed in the middle of the body.
    TruncatedBody,
    /// The connection is closed when the head of the request has come: nothing is read, recorded or
    /// done.
    DropBeforeRead,
    /// The request is read and recorded; then the connection is closed without an answer.
    DropAfterRead,
    /// Blanks follow the JSON until the body has so many bytes; rightly signed.
    OversizeBody {
        /// The length of the body.
        bytes: usize,
    },
}

impl Reply {
    /// An answer of this status and JSON.
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

    /// An error answer: `{"code", "message"}`.
    pub fn error(status: u16, code: &str, message: &str) -> Self {
        Self::json(status, json!({ "code": code, "message": message }))
    }

    /// An answer of this status and these bytes.
    pub fn bytes(status: u16, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            body: body.into(),
            content_type: "application/json; charset=utf-8",
            signed: true,
            delay: Duration::ZERO,
            fault: None,
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

    /// Answers so much later.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Lets this go wrong.
    pub fn fault(mut self, fault: Fault) -> Self {
        self.fault = Some(fault);
        self
    }
}
