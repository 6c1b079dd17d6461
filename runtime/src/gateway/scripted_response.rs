//! A response that a test scripts, and the faults that it may have.

use std::time::Duration;

use bytes::Bytes;
use serde_json::{Value, json};

use crate::verify::SignatureHeader;

/// A response that a test has the [`Gateway`](super::Gateway) send: by default signed, without delay and without
/// fault.
///
/// ```
/// # use wechatpay_client::gateway::{Fault, Gateway, ScriptedResponse};
/// # use serde_json::json;
/// # fn script(gateway: &Gateway) {
/// let paid = ScriptedResponse::ok(json!({ "trade_state": "SUCCESS" }));
/// let dropped = paid.clone().with_fault(Fault::DropAfterRead);
/// gateway.respond("GET", "/v3/pay/transactions/id/{transaction_id}", paid);
/// gateway.respond_once("GET", "/v3/pay/transactions/id/{transaction_id}", dropped); // first
/// # }
/// ```
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

/// A mistake in a scripted response. If a fault has no effect on its response,
/// [`Gateway::respond`](super::Gateway::respond) panics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The signature is of another message.
    WrongSignature,
    /// The last byte of the body is changed after signing, so that the body is no longer JSON.
    AlteredBody,
    /// The timestamp is ten minutes old, as in a replay.
    StaleTimestamp,
    /// The timestamp is ten minutes in the future.
    FutureTimestamp,
    /// The signature is valid, but `Wechatpay-Serial` holds an unknown key ID.
    UnknownKeyId,
    /// The signature is valid, but this header is missing. A response without
    /// [`SignatureType`](SignatureHeader::SignatureType) still verifies: that header is optional.
    MissingHeader(SignatureHeader),
    /// A signature probe (签名探测流量): a signature that begins with `WECHATPAY/SIGNTEST/`.
    SignatureProbe,
    /// The connection is closed in the middle of the body.
    TruncatedBody,
    /// The connection is closed after the head of the request: the gateway does not read the body and does not
    /// record the request. [`Gateway::respond_with`](super::Gateway::respond_with) computes a response only after
    /// the request was read: there this fault acts as `DropAfterRead`.
    DropBeforeRead,
    /// The request is read and recorded, then the connection is closed without a response.
    DropAfterRead,
    /// The body is padded with spaces to this length; the signature is valid.
    OversizeBody {
        /// The length of the body.
        bytes: usize,
    },
}

/// The largest body of [`Fault::OversizeBody`], in bytes.
const OVERSIZE_LIMIT: usize = 1 << 30;

impl ScriptedResponse {
    /// A response with this status and JSON.
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

    /// An error response: `{"code": …, "message": …}`.
    pub fn error(status: u16, code: &str, message: &str) -> Self {
        Self::json(status, json!({ "code": code, "message": message }))
    }

    /// A response with this status and these bytes, as `application/json`.
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

    /// 200 with a file, such as a bill (账单) or an image: unsigned, as at WeChat Pay.
    pub fn file(content: impl Into<Bytes>) -> Self {
        let file = Self {
            content_type: "application/octet-stream",
            ..Self::bytes(200, content)
        };
        file.unsigned()
    }

    /// Leaves out the signature and its headers, as the real gateway does if it cannot authenticate the request,
    /// and as a proxy does.
    pub fn unsigned(mut self) -> Self {
        self.signed = false;
        self
    }

    /// Sends the response after this delay.
    pub fn with_delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Sets the number at the end of `Request-ID`. The default is 0, the number of a success. For an error response
    /// [`ApiError::number`](crate::ApiError::number) returns the number.
    pub fn with_number(mut self, number: u64) -> Self {
        self.number = number;
        self
    }

    /// Adds a mistake to the response.
    pub fn with_fault(mut self, fault: Fault) -> Self {
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

    /// `true` if the fault has an effect on this response.
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
