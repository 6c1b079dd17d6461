//! Values and errors for mocks: the user's own implementations of declared traits.

use bytes::Bytes;
use http::{Response, StatusCode};
use serde_json::Value;

use crate::{
    error::{ApiError, DecodeError, Error, Outcome, TransportErrorKind},
    json::JsonError,
    request::sensitive,
    transport::TransportError,
    verify::{Verified, VerifyError, VerifyErrorKind},
};

/// A value as if WeChat Pay had sent and signed it: status 200, with `testing` as the Request-ID and the key ID.
///
/// ```
/// use wechatpay_client::{Result, Verified, testing::verified, wechatpay_api};
///
/// #[derive(serde::Deserialize)]
/// struct Order {
///     trade_state: String,
/// }
///
/// #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}")]
/// trait QueryOrder {
///     async fn by_id(&self, transaction_id: &str, #[query] mchid: &str) -> Result<Verified<Order>>;
/// }
///
/// struct Paid;
///
/// impl QueryOrder for Paid {
///     async fn by_id(&self, _: &str, _: &str) -> Result<Verified<Order>> {
///         Ok(verified(Order { trade_state: "SUCCESS".to_owned() }))
///     }
/// }
/// ```
pub fn verified<T>(value: T) -> Verified<T> {
    Verified::for_testing(value, 200)
}

/// An [`ErrorKind::Transport`](crate::ErrorKind::Transport) of this kind. With [`Outcome::NotExecuted`], nothing was
/// sent. No transport error proves an execution, so [`Outcome::Executed`] becomes [`Outcome::Unknown`].
#[must_use]
pub fn transport_error(kind: TransportErrorKind, outcome: Outcome) -> Error {
    TransportError::new(kind, outcome != Outcome::NotExecuted, None, None).into()
}

/// An [`ErrorKind::Verify`](crate::ErrorKind::Verify) of this kind, for a response with this status.
#[must_use]
pub fn verify_error(kind: VerifyErrorKind, status: u16) -> Error {
    VerifyError::for_testing(kind, status).into()
}

/// An [`ErrorKind::Api`](crate::ErrorKind::Api) for a signed error response.
///
/// ```
/// # use wechatpay_client::{ErrorKind, testing::api_error};
/// let body = serde_json::json!({ "code": "ORDER_NOT_EXIST", "message": "订单不存在" });
/// let error = api_error(404, &body);
/// assert!(matches!(error.kind(), ErrorKind::Api(error) if error.code() == Some("ORDER_NOT_EXIST")));
/// ```
#[must_use]
pub fn api_error(status: u16, body: &Value) -> Error {
    let body = Bytes::from(body.to_string());
    ApiError::from_verified(&Verified::for_testing(body, status)).into()
}

/// An [`ErrorKind::Api`](crate::ErrorKind::Api) for an unsigned error response, such as a 401 `SIGN_ERROR` or the 502
/// of a proxy.
#[must_use]
pub fn unauthenticated_error(status: u16, body: impl Into<Bytes>) -> Error {
    let mut response = Response::new(body.into());
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
    ApiError::from_unverified(&response).into()
}

/// An [`ErrorKind::Decode`](crate::ErrorKind::Decode): the operation was executed and the response verified, but its
/// `body` is not a `T`.
#[must_use]
pub fn decode_error<T>(body: impl Into<Bytes>) -> Error {
    let source = JsonError::new("made by a test");
    DecodeError::new::<T>(Verified::for_testing(body.into(), 200).into(), source).into()
}

/// Runs `test`, in which [`Sensitive`](crate::Sensitive) values serialize and deserialize as plaintext, so that a mock
/// can read and write their JSON.
///
/// ```
/// # use wechatpay_client::{Sensitive, testing::expose_sensitive};
/// let name = Sensitive::from("张三");
/// let json = expose_sensitive(|| serde_json::to_string(&name))?;
/// assert_eq!(json, r#""张三""#);
/// # Ok::<_, serde_json::Error>(())
/// ```
pub fn expose_sensitive<T>(test: impl FnOnce() -> T) -> T {
    sensitive::plain(test)
}
