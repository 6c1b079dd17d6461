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

/// The reply to a notification (通知应答), which the merchant's server sends to WeChat Pay: a status and JSON.
///
/// Converts into an `http::Response`. For a framework without this type, send the [`status`](Self::status), and the
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
    /// The reply to a notification that is processed, now or earlier: status 200 and the body
    /// `{"code":"SUCCESS","message":""}`. Older official pages require this body, newer pages allow the body.
    pub fn success() -> Self {
        Self::new(StatusCode::OK, &json!({ "code": "SUCCESS", "message": "" }))
    }

    /// The reply to a notification that asks for data, such as `PARKING_FEE.QUERY_TRANS_INFO` and
    /// `CROSS_BORDER_PAY.*`: status 200 and this JSON object. Members that are `null` are left out.
    ///
    /// # Errors
    ///
    /// A [`RequestError`](crate::error::RequestError) if `body` does not serialize to a JSON object, or contains `null`
    /// in an array or a number that is NaN or infinite.
    pub fn success_with(body: &impl Serialize) -> Result<Self, RequestError> {
        Ok(Self {
            status: StatusCode::OK,
            body: Body::to_json(body)?.into(),
        })
    }

    /// The reply to a notification that is not processed, so that WeChat Pay sends the notification again: status 500
    /// and the body `{"code":"FAIL","message":…}`. The message is cut after 64 characters.
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

    /// The HTTP status of the reply.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// The body of the reply, in JSON.
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
