//! The reply to a notification, which the merchant's server sends back to WeChat Pay.

use bytes::Bytes;
use http::{
    Response, StatusCode,
    header::{CONTENT_TYPE, HeaderValue},
};
use serde::Serialize;
use serde_json::json;

use crate::request::{Body, RequestError};

/// The longest `message`, in characters.
const MESSAGE_LIMIT: usize = 64;

/// The reply to a notification (通知应答): a status and JSON.
///
/// Converts into an `http::Response`. For other frameworks, send the [`status`](Self::status) and the
/// [`body`](Self::body) as `application/json`.
///
/// ```
/// use wechatpay_client::notification::Reply;
///
/// let reply = Reply::failure("the order is locked");
/// assert_eq!(reply.status(), 500);
/// assert_eq!(&reply.body()[..], br#"{"code":"FAIL","message":"the order is locked"}"#);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "WeChat Pay sends the notification again until it gets a successful reply"]
pub struct Reply {
    status: StatusCode,
    body: Bytes,
}

impl Reply {
    /// The notification is processed, now or earlier: 200 with `{"code":"SUCCESS","message":""}`. Older official
    /// pages require this body, newer ones allow it.
    pub fn success() -> Self {
        Self::new(StatusCode::OK, &json!({ "code": "SUCCESS", "message": "" }))
    }

    /// The notification is processed: 200 with this JSON. For notifications that are queries, such as
    /// `PARKING_FEE.QUERY_TRANS_INFO` and `CROSS_BORDER_PAY.*`.
    ///
    /// The body is written like the body of a request: without members that are `null`.
    ///
    /// # Errors
    ///
    /// [`RequestError`](crate::error::RequestError) for JSON that no body of a request may be, such as an array,
    /// `null` in an array, or a number that is NaN.
    pub fn success_with(body: &impl Serialize) -> Result<Self, RequestError> {
        Ok(Self {
            status: StatusCode::OK,
            body: Body::to_json(body)?.into(),
        })
    }

    /// The notification is not processed, and WeChat Pay is to send it again: 500 with
    /// `{"code":"FAIL","message":…}`, the message cut after 64 characters.
    pub fn failure(message: &str) -> Self {
        Self::failure_with_status(500, message)
    }

    pub(super) fn failure_with_status(status: u16, message: &str) -> Self {
        let message: String = message.chars().take(MESSAGE_LIMIT).collect();
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self::new(status, &json!({ "code": "FAIL", "message": message }))
    }

    fn new(status: StatusCode, body: &serde_json::Value) -> Self {
        let body = body.to_string().into();
        Self { status, body }
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// The body, in JSON.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }
}

impl<B: From<Bytes>> From<Reply> for Response<B> {
    fn from(reply: Reply) -> Self {
        let mut response = Self::new(reply.body.into());
        *response.status_mut() = reply.status;
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().insert(CONTENT_TYPE, json);
        response
    }
}
