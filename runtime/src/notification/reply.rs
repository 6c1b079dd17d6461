use hyper::{
    Response, StatusCode,
    body::Bytes,
    header::{CONTENT_TYPE, HeaderValue},
};
use serde::Serialize;
use serde_json::json;

use crate::{error::Result, request::Body};

/// The limit of `message`, in characters.
const MESSAGE_LIMIT: usize = 64;

/// The answer to a notification (通知应答): a status and JSON.
///
/// Turns into an `http::Response`; for other frameworks, take the [`status`](Self::status) and the
/// [`body`](Self::body), whose type is `application/json`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "WeChat Pay sends the notification again until it gets this answer"]
pub struct Reply {
    status: StatusCode,
    body: Bytes,
}

impl Reply {
    /// Done, now or earlier: 200 with `{"code":"SUCCESS","message":""}`, which the older pages ask
    /// for and the newer allow.
    pub fn success() -> Self {
        Self::new(StatusCode::OK, &json!({ "code": "SUCCESS", "message": "" }))
    }

    /// Done: 200 with the JSON that the callback asks for. For those that are queries, such as
    /// `PARKING_FEE.QUERY_TRANS_INFO` and `CROSS_BORDER_PAY.*`.
    ///
    /// The body is written as that of a request: without members that are `null`.
    ///
    /// # Errors
    ///
    /// [`RequestError`](crate::error::RequestError) for what no body of a request may be, such as an array, `null` in an
    /// array, or a number that is NaN.
    pub fn success_with(body: &impl Serialize) -> Result<Self> {
        Ok(Self {
            status: StatusCode::OK,
            body: Body::to_json(body)?.into(),
        })
    }

    /// Not done, send it again: 500 with `{"code":"FAIL","message":…}`, the message cut after 64
    /// characters.
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

    /// The body: JSON.
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
