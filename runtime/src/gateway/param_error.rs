//! A mistake in a request, as WeChat Pay reports it: 400 `PARAM_ERROR` with a `detail`.

use std::{error::Error, fmt};

use serde_json::{Value, json};

use super::scripted_response::ScriptedResponse;

/// The message of a mistake that has no message of its own.
const MESSAGE: &str = "参数错误";

/// The number at the end of `Request-ID` of a mistake that has no number of its own (参数非法).
const NUMBER: u64 = 268_435_461;

/// A mistake in a request, which the gateway reports as 400 `PARAM_ERROR`.
///
/// ```
/// # use wechatpay_client::gateway::{ParamError, ParamLocation};
/// # use serde_json::json;
/// let error = ParamError::new(ParamLocation::Body, "/amount/total", "at least 1")
///     .with_value(json!(0))
///     .with_message("输入源“/body/amount/total”映射到数值字段“总金额”规则校验失败，值低于最小值 1");
/// let detail = json!({ "field": "/amount/total", "value": 0, "issue": "at least 1", "location": "body" });
/// assert_eq!(error.detail(), detail);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct ParamError {
    location: ParamLocation,
    field: String,
    issue: String,
    message: String,
    value: Option<Value>,
    number: u64,
}

/// The part of a request with a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParamLocation {
    /// The body, or the form of an upload.
    Body,
    /// The query.
    Query,
    /// A value in the path.
    Path,
    /// A header.
    Header,
}

impl ParamError {
    /// A mistake at `pointer`, the JSON pointer (RFC 6901) of a member inside the body, or `/` and the name of a
    /// parameter.
    pub fn new(location: ParamLocation, pointer: &str, issue: impl Into<String>) -> Self {
        // WeChat Pay writes the pointer inside the body, and the mere name of a parameter.
        let field = match location {
            ParamLocation::Body => pointer,
            _ => pointer.trim_start_matches('/'),
        };
        Self {
            location,
            field: field.to_owned(),
            issue: issue.into(),
            message: MESSAGE.to_owned(),
            value: None,
            number: NUMBER,
        }
    }

    /// Adds the refused value to the detail. Add no plaintext of a sensitive field.
    pub fn with_value(mut self, value: Value) -> Self {
        self.value = Some(value);
        self
    }

    /// Sets the message of the response, which is in Chinese at WeChat Pay.
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = message.into();
        self
    }

    /// Sets the number at the end of the response's `Request-ID`. The default is 268435461 (参数非法).
    pub const fn with_request_id_number(mut self, number: u64) -> Self {
        self.number = number;
        self
    }

    /// The part of the request with the mistake.
    #[must_use]
    pub const fn location(&self) -> ParamLocation {
        self.location
    }

    /// The JSON pointer of the member inside the body, or the name of the parameter.
    #[must_use]
    pub fn field(&self) -> &str {
        &self.field
    }

    /// The number at the end of the response's `Request-ID`.
    #[must_use]
    pub const fn request_id_number(&self) -> u64 {
        self.number
    }

    pub(super) const fn value(&self) -> Option<&Value> {
        self.value.as_ref()
    }

    /// The `detail` of the response: `field`, `value`, `issue` and `location`.
    #[must_use]
    pub fn detail(&self) -> Value {
        let mut detail = json!({
            "field": self.field,
            "issue": self.issue,
            "location": self.location.name(),
        });
        if let (Some(value), Some(members)) = (&self.value, detail.as_object_mut()) {
            members.insert("value".to_owned(), value.clone());
        }
        detail
    }

    /// The message of the response.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl ParamLocation {
    /// The name in `detail`: `uri_template` for the path.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Query => "query",
            Self::Path => "uri_template",
            Self::Header => "header",
        }
    }
}

/// The place and the issue in English, such as `/amount/total` of the body, without the value.
impl fmt::Display for ParamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { field, issue, .. } = self;
        match self.location {
            ParamLocation::Body if field.is_empty() => write!(f, "the body {issue}"),
            ParamLocation::Body => write!(f, "`{field}` of the body {issue}"),
            ParamLocation::Query => write!(f, "the query parameter `{field}` {issue}"),
            ParamLocation::Path => write!(f, "`{{{field}}}` of the path {issue}"),
            ParamLocation::Header => write!(f, "the header `{field}` {issue}"),
        }
    }
}

impl Error for ParamError {}

impl From<ParamError> for ScriptedResponse {
    fn from(error: ParamError) -> Self {
        let detail = error.detail();
        let body = json!({ "code": "PARAM_ERROR", "message": error.message, "detail": detail });
        Self::json(400, body).with_request_id_number(error.number)
    }
}
