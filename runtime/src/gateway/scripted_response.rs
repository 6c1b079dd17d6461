//! A response that a test scripts, and the faults that the response may have.

use std::time::Duration;

use bytes::Bytes;
use serde_json::{Value, json};

use crate::verify::SignatureHeader;

/// A response that a test scripts with [`Gateway::respond`](super::Gateway::respond) and similar methods.
///
/// The gateway signs the response, unless it is a [`file`](Self::file) or [`unsigned`](Self::unsigned).
///
/// ```
/// # use wechatpay_client::gateway::{Fault, Gateway, ScriptedResponse};
/// # use serde_json::json;
/// # fn script(gateway: &Gateway) {
/// let paid = ScriptedResponse::ok(json!({ "trade_state": "SUCCESS" }));
/// let dropped = paid.clone().with_fault(Fault::DropAfterRead);
/// gateway.respond("GET", "/v3/pay/transactions/id/{transaction_id}", paid);
/// // The connection is dropped for the first request. Later requests get the response `paid`.
/// gateway.respond_once("GET", "/v3/pay/transactions/id/{transaction_id}", dropped);
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
    /// The reason of a refusal, which WeChat Pay does not tell. Not sent.
    pub(super) reason: Option<String>,
}

/// A fault that a scripted response simulates, such as a wrong signature or a dropped connection.
///
/// [`Gateway::respond`](super::Gateway::respond) and [`Gateway::respond_once`](super::Gateway::respond_once) panic if
/// the fault cannot affect the response: an unsigned response cannot have a wrong signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The signature is that of another message, so the response does not verify.
    WrongSignature,
    /// The last byte of the body is changed after signing, so that the body is no longer JSON.
    AlteredBody,
    /// The signature is valid, but its timestamp is ten minutes old, as in a replay.
    StaleTimestamp,
    /// The signature is valid, but its timestamp is ten minutes in the future.
    FutureTimestamp,
    /// The signature is valid, but the header `Wechatpay-Serial` names a key that the gateway does not have.
    UnknownKeyId,
    /// The signature is valid, but the response lacks the given header. A response without
    /// [`SignatureType`](SignatureHeader::SignatureType) still verifies, because that header is optional.
    MissingHeader(SignatureHeader),
    /// A signature probe (签名探测流量), with which WeChat Pay tests that clients verify: the signature begins with
    /// `WECHATPAY/SIGNTEST/` and is wrong.
    SignatureProbe,
    /// The connection is closed in the middle of the body.
    TruncatedBody,
    /// The gateway closes the connection after the headers of the request, does not read the body, and does not
    /// record the request. In a response of [`Gateway::respond_with`](super::Gateway::respond_with), this fault acts
    /// as `DropAfterRead`.
    DropBeforeRead,
    /// The gateway reads and records the request, and then closes the connection without a response.
    DropAfterRead,
    /// The body is padded with spaces to the given size; the signature is valid.
    OversizeBody {
        /// The size of the padded body, in bytes: more than the body has, at most 1 GiB.
        bytes: usize,
    },
}

/// The largest body of [`Fault::OversizeBody`], in bytes.
const OVERSIZE_LIMIT: usize = 1 << 30;

impl ScriptedResponse {
    /// A response with this status and this JSON body.
    pub fn json(status: u16, body: Value) -> Self {
        Self::bytes(status, body.to_string())
    }

    /// A response with status 200 and this JSON body.
    pub fn ok(body: Value) -> Self {
        Self::json(200, body)
    }

    /// A response with status 204 and no body.
    pub fn no_content() -> Self {
        Self::bytes(204, "")
    }

    /// An error response with this status and the body `{"code": …, "message": …}`.
    pub fn error(status: u16, code: &str, message: &str) -> Self {
        Self::json(status, json!({ "code": code, "message": message }))
    }

    /// A response with this status and these bytes as its body. The `Content-Type` is `application/json`.
    pub fn bytes(status: u16, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            body: body.into(),
            content_type: "application/json; charset=utf-8",
            signed: true,
            delay: Duration::ZERO,
            fault: None,
            number: 0,
            reason: None,
        }
    }

    /// A response with status 200 and this file, such as a bill (账单) or an image. The response is unsigned: WeChat
    /// Pay does not sign files.
    pub fn file(content: impl Into<Bytes>) -> Self {
        let file = Self {
            content_type: "application/octet-stream",
            ..Self::bytes(200, content)
        };
        file.unsigned()
    }

    /// Leaves out the signature and its headers, as WeChat Pay does if it cannot authenticate the request, and as a
    /// proxy does.
    pub fn unsigned(mut self) -> Self {
        self.signed = false;
        self
    }

    /// Sends the response only after this delay, which begins when the request was read.
    pub fn with_delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Sets the number at the end of the response's `Request-ID`. The default is 0, the number of a success. The
    /// client shows the number of an error response as [`ApiError::request_id_number`](crate::ApiError::request_id_number).
    pub fn with_request_id_number(mut self, number: u64) -> Self {
        self.number = number;
        self
    }

    /// Sets the fault of the response. A second call replaces the fault.
    pub fn with_fault(mut self, fault: Fault) -> Self {
        self.fault = Some(fault);
        self
    }

    /// Refuses a response that cannot be sent as it was scripted.
    pub(super) fn check_sendable(&self) -> Result<(), String> {
        let status = self.status;
        if !(200..600).contains(&status) {
            return Err(format!("its status is {status}: use 200 to 599"));
        }
        let padded = matches!(self.fault, Some(Fault::OversizeBody { .. }));
        if matches!(status, 204 | 304) && (padded || !self.body.is_empty()) {
            return Err(format!(
                "a response with status {status} has no body: remove the body, or use another status"
            ));
        }
        match self.fault {
            Some(fault) if !self.is_affected_by(fault) => {
                let repair = match fault {
                    Fault::AlteredBody | Fault::TruncatedBody => "give the response a body",
                    Fault::OversizeBody { .. } => "pad to more than the body has, at most 1 GiB",
                    _ => "sign the response",
                };
                Err(format!(
                    "the fault {fault:?} cannot affect the response: {repair}, or remove the fault"
                ))
            }
            _ => Ok(()),
        }
    }
}

/// The parts that `wechatpay sandbox` uses. Not public API.
#[doc(hidden)]
impl ScriptedResponse {
    /// Sets the `Content-Type`.
    pub fn with_content_type(mut self, content_type: &'static str) -> Self {
        self.content_type = content_type;
        self
    }

    /// The status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The body.
    #[must_use]
    pub const fn body(&self) -> &Bytes {
        &self.body
    }

    /// Adds the reason of a refusal, which is not sent.
    pub fn with_reason(self, reason: impl Into<String>) -> Self {
        Self {
            reason: Some(reason.into()),
            ..self
        }
    }

    /// The reason of a refusal.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }

    /// `true` if the fault can affect this response.
    #[must_use]
    pub fn is_affected_by(&self, fault: Fault) -> bool {
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
