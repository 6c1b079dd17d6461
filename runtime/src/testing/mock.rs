//! Values and errors for mocks: the user's own implementations of declared traits.

use bytes::Bytes;
use http::{Response, StatusCode};
use serde_json::Value;

use crate::{
    call_error::{ApiError, DecodeError, Error, Outcome, TransportErrorKind},
    json::JsonError,
    request::sensitive,
    transport::TransportError,
    verify::{Verified, VerifyError, VerifyErrorKind},
};

/// Makes a [`Verified`] of this value, as if a signed response with status 200 had held the value. The Request-ID and
/// the key ID are `testing`.
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

/// Makes the error of a call that got no complete response, an
/// [`ErrorKind::Transport`](crate::ErrorKind::Transport) of this kind and outcome. [`Outcome::Executed`] becomes
/// [`Outcome::Unknown`], because no transport error proves that a request was executed.
#[must_use]
pub fn transport_error(kind: TransportErrorKind, outcome: Outcome) -> Error {
    TransportError::new(kind, outcome != Outcome::NotExecuted, None, None).into()
}

/// Makes the error of a call whose response does not verify, an [`ErrorKind::Verify`](crate::ErrorKind::Verify) of this
/// kind, for a response with this status.
#[must_use]
pub fn verify_error(kind: VerifyErrorKind, status: u16) -> Error {
    VerifyError::for_testing(kind, status).into()
}

/// Makes the error of a call that got a signed error response, an [`ErrorKind::Api`](crate::ErrorKind::Api) of this
/// status and body.
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

/// Makes the error of a call that got an unsigned error response, an [`ErrorKind::Api`](crate::ErrorKind::Api) of this
/// status and body. WeChat Pay sends such a response for a 401 `SIGN_ERROR`, and a proxy for a 502.
#[must_use]
pub fn unauthenticated_error(status: u16, body: impl Into<Bytes>) -> Error {
    let mut response = Response::new(body.into());
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
    ApiError::from_unverified(&response).into()
}

/// Makes the error of a call whose response was verified but is not a `T`, an
/// [`ErrorKind::Decode`](crate::ErrorKind::Decode). The operation was executed; `body` is the body of the response.
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
