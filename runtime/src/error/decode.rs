use std::{any, error, fmt};

use hyper::body::Bytes;

use crate::{
    head::Head,
    json::JsonError,
    outcome::Outcome,
    verify::{CheckedBody, Verified},
};

/// A success whose body is not of the declared type: verified, the operation was executed.
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

    /// The verified body, with its status, Request-ID and key; `None` of an operation that is declared
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

    /// The path of the value that is not of its type, such as `amount.total` or `items[2].name`. `None` if
    /// it is the whole body, or the body is not JSON.
    ///
    /// A key of a map is shown as `{…}` unless it reads like the name of a field (lower-case letters,
    /// digits and `_`): it may be somebody's data.
    ///
    /// serde reads some values ahead: those of `flatten`, of `untagged` and of an internal `tag`. The path
    /// then ends at the outer value, and the name of a missing field follows it directly. `found` and
    /// `expected` are of the inner value.
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

    /// The type that was expected at the [`path`](Self::path), such as `u64`, if the declared type says
    /// so.
    #[must_use]
    pub fn expected(&self) -> Option<&str> {
        self.source.expected()
    }

    /// [`Outcome::Executed`], as WeChat Pay says; [`Outcome::Unknown`] where nothing proves that it does.
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
            Outcome::Executed => "executed",
            _ => "not proven",
        };
        write!(
            f,
            "{executed}, but the response is not a `{}` {}",
            self.expected, self.head
        )
    }
}

impl error::Error for DecodeError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&self.source)
    }
}
