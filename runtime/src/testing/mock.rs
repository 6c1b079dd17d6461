//! What a user's own implementation of a declared trait returns.

use hyper::{Response, StatusCode, body::Bytes};
use serde_json::Value;

use crate::{
    error::{ApiError, DecodeError, Error, Outcome, TransportErrorKind},
    json::JsonError,
    request::sensitive,
    transport::TransportError,
    verify::{Verified, VerifyError, VerifyErrorKind},
};

/// A value as if WeChat Pay had sent it: status 200, Request-ID and serial `testing`.
pub fn verified<T>(value: T) -> Verified<T> {
    Verified::for_testing(value, 200)
}

/// [`ErrorKind::Transport`](crate::ErrorKind::Transport) of this kind. The outcome is [`Outcome::NotExecuted`] (nothing was sent) or
/// [`Outcome::Unknown`]; no transport error proves an execution, so [`Outcome::Executed`] counts as
/// `Unknown`.
#[must_use]
pub fn transport_error(kind: TransportErrorKind, outcome: Outcome) -> Error {
    TransportError::new(kind, outcome != Outcome::NotExecuted, None, None).into()
}

/// [`ErrorKind::Verify`](crate::ErrorKind::Verify) for this reason, of a response with this status.
#[must_use]
pub fn verify_error(reason: VerifyErrorKind, status: u16) -> Error {
    VerifyError::for_testing(reason, status).into()
}

/// [`ErrorKind::Api`](crate::ErrorKind::Api) of an authenticated error response: `body` is `{"code", "message", "detail"}`.
#[must_use]
pub fn api_error(status: u16, body: &Value) -> Error {
    let body = Bytes::from(body.to_string());
    ApiError::authenticated(&Verified::for_testing(body, status)).into()
}

/// [`ErrorKind::Api`](crate::ErrorKind::Api) of a response without a signature, such as a 401 `SIGN_ERROR` or a proxy's 502.
#[must_use]
pub fn unauthenticated_error(status: u16, body: impl Into<Bytes>) -> Error {
    let mut response = Response::new(body.into());
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
    ApiError::unauthenticated(&response).into()
}

/// [`ErrorKind::Decode`](crate::ErrorKind::Decode): executed, and verified, but `body` is not a `T`.
#[must_use]
pub fn decode_error<T>(body: impl Into<Bytes>) -> Error {
    let source = JsonError::new("made by a test");
    DecodeError::new::<T>(Verified::for_testing(body.into(), 200).into(), source).into()
}

/// Runs `test` with [`Sensitive`](crate::Sensitive) values in clear: they serialize and deserialize as
/// plain texts, so that a mock can be given JSON and be asked for it.
pub fn expose_sensitive<T>(test: impl FnOnce() -> T) -> T {
    sensitive::plain(test)
}
