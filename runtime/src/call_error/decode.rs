//! The error of a successful response whose body does not decode as the declared type.

use std::{any, error, fmt};

use bytes::Bytes;

use crate::{
    head::Head,
    json::JsonError,
    outcome::Outcome,
    verify::{CheckedBody, Verified},
};

/// The error of a successful response whose body does not decode as the declared type. If the response is verified, WeChat
/// Pay has executed the operation.
///
/// ```
/// use wechatpay_client::error::DecodeError;
///
/// // Says what does not decode, without the values of the body, which may be personal data.
/// fn mismatch(error: &DecodeError) -> String {
///     let path = error.path().unwrap_or("the body");
///     format!("{path}: expected {:?}, found {:?}", error.expected(), error.found())
/// }
/// ```
pub struct DecodeError {
    response: CheckedBody,
    expected: &'static str,
    head: Head,
    source: JsonError,
}

impl DecodeError {
    pub(crate) fn new<T>(response: CheckedBody, source: JsonError) -> Self {
        Self {
            head: response.head().clone(),
            response,
            expected: any::type_name::<T>(),
            source,
        }
    }

    /// The verified body of the response, with its status, its `Request-ID` and the ID of the key that verified it.
    /// `None` if the response is not signed, as an operation declared `unsigned` allows.
    #[must_use]
    pub fn response(&self) -> Option<&Verified<Bytes>> {
        self.response.verified()
    }

    /// The body of the response, verified or not.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        self.response.bytes()
    }

    /// The fixed name `decode`, for metrics.
    #[must_use]
    pub fn name(&self) -> &'static str {
        "decode"
    }

    /// The HTTP status of the response, which is 2xx.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.head.status()
    }

    /// The `Request-ID` of the response (应答请求ID), which WeChat Pay's support asks for.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.head.request_id()
    }

    /// The path of the value with the wrong type, such as `amount.total` or `items[2].name`. `None` if the
    /// whole body has the wrong type, or is not JSON.
    ///
    /// The key of a map may be personal data. The path shows the key as `{…}`, unless the key reads like the name of a
    /// field: lower-case letters, digits and `_`.
    ///
    /// With serde's `flatten`, `untagged` and internal `tag`, the path ends at the outer value, or at the name of a field
    /// that is missing directly below it. [`found`](Self::found) and [`expected`](Self::expected) describe the inner
    /// value all the same.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        Some(self.source.path()).filter(|path| !path.is_empty())
    }

    /// The kind of JSON value at the [`path`](Self::path): `object`, `array`, `string`, `number`,
    /// `boolean` or `null`. `None` if the value is missing, or the body is not JSON.
    #[must_use]
    pub fn found(&self) -> Option<&'static str> {
        self.source.found()
    }

    /// The expected type at the [`path`](Self::path), such as `u64`. `None` if the declared type does not say
    /// it.
    #[must_use]
    pub fn expected(&self) -> Option<&str> {
        self.source.expected()
    }

    /// The outcome of the request: [`Outcome::Executed`] if the response is verified, otherwise [`Outcome::Unknown`].
    pub(crate) fn outcome(&self) -> Outcome {
        match self.response() {
            Some(_) => Outcome::Executed,
            None => Outcome::Unknown,
        }
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("expected", &self.expected)
            .field("status", &self.status())
            .field("request_id", &self.request_id())
            .field("verified", &self.response().is_some())
            .field("body", &format_args!("{} bytes", self.body().len()))
            .field("source", &self.source)
            .finish()
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let executed = match self.outcome() {
            Outcome::Executed => "the request was executed, but the",
            _ => "the outcome is unknown: the unverified",
        };
        write!(
            f,
            "{executed} response does not decode as `{}` {}",
            self.expected, self.head
        )
    }
}

impl error::Error for DecodeError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&self.source)
    }
}
