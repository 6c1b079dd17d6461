//! Responses that do not decode: the call succeeded, but its body is not of the declared type.

use std::{any, error, fmt};

use bytes::Bytes;

use crate::{
    head::Head,
    json::JsonError,
    outcome::Outcome,
    verify::{CheckedBody, Verified},
};

/// A successful response whose body is not of the declared type. If the response is verified, the operation was
/// executed.
///
/// ```
/// use wechatpay_client::error::DecodeError;
///
/// // Without the values of the body, which may be personal.
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

    /// The verified body, with its status, `Request-ID` and key. `None` for an operation that is declared
    /// `unsigned`.
    #[must_use]
    pub fn response(&self) -> Option<&Verified<Bytes>> {
        self.response.verified()
    }

    /// The body, verified or not.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        self.response.bytes()
    }

    /// The HTTP status: 2xx.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.head.status()
    }

    /// The response's `Request-ID`.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.head.request_id()
    }

    /// The path of the value with the wrong type, such as `amount.total` or `items[2].name`. `None` if the
    /// whole body has the wrong type, or is not JSON.
    ///
    /// A key of a map may be personal data. It is shown as `{…}` unless it reads like the name of a field:
    /// lower-case letters, digits and `_`.
    ///
    /// serde buffers the values of `flatten`, of `untagged` and of an internal `tag`. There the path ends at
    /// the outer value, or at the name of a missing field directly below it, while `found` and `expected`
    /// describe the inner value.
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

    /// [`Outcome::Executed`] if the response is verified; otherwise [`Outcome::Unknown`].
    #[must_use]
    pub fn outcome(&self) -> Outcome {
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
            Outcome::Executed => "executed, but the",
            _ => "outcome unknown: the unverified",
        };
        write!(
            f,
            "{executed} response is not a `{}` {}",
            self.expected, self.head
        )
    }
}

impl error::Error for DecodeError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&self.source)
    }
}
