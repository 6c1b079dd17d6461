//! What expansions of `#[wechatpay_api]` name, and nothing else does.
//!
//! Not public API: it may change with any version, and this crate pins `wechatpay-macros` to its
//! own exact version for that reason. An expansion looks like this:
//!
//! ```text
//! p::call::<Result<Order>>(
//!     self,
//!     const { &p::endpoint(p::Method::GET, "/v3/pay/transactions/id/{transaction_id}") },
//!     p::Args {
//!         path: &[p::path::<&str>("transaction_id", &transaction_id)],
//!         query: &[p::query::<&str>("mchid", &mchid)],
//!         body: p::NO_BODY,
//!     },
//! )
//! ```

use std::{
    any::TypeId,
    fmt,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use hyper::body::Bytes;
use serde::de::{DeserializeOwned, Error as _, IntoDeserializer, value};

pub use core::{future::Future, marker::Send};
pub use hyper::Method;

use crate::{
    Error, Verified,
    error::DecodeError,
    request::Request,
    sensitive::{self, Opener},
    sign::Merchant,
};
pub use crate::{
    client::Client,
    endpoint::{Endpoint, PathValue, QueryValue},
    request::{Args, Body, PathArgument, QueryArgument, QueryStruct},
};

/// The arguments of an operation that sends no body.
pub const NO_BODY: Option<&'static dyn Body> = None;

/// The call of a generated method: freezes the request at once, sends it when polled.
pub fn call<'c, R: Returned>(
    client: &'c Client,
    endpoint: &'static Endpoint,
    args: Args<'_>,
) -> Call<'c, R> {
    let request = Request::freeze(endpoint, &args);
    Call {
        answer: Box::pin(async move {
            let body = client.execute(request?).await?;
            Ok(Answer::open(body, client.merchants(), R::ciphertexts).await)
        }),
        finish: R::finish,
    }
}

/// An operation as declared; for `const` position.
#[must_use]
pub const fn endpoint(method: Method, path: &'static str) -> Endpoint {
    Endpoint::new(method, path)
}

/// The argument of a `{placeholder}`.
pub fn path<'a, T: PathValue>(name: &'static str, value: &'a T) -> PathArgument<'a> {
    PathArgument { name, value }
}

/// One query parameter.
pub fn query<'a, T: QueryValue>(name: &'static str, value: &'a T) -> QueryArgument<'a> {
    QueryArgument::Value { name, value }
}

/// A struct of query parameters, one per field.
pub fn query_struct<T: QueryStruct>(value: &T) -> QueryArgument<'_> {
    QueryArgument::Struct(value)
}

/// The JSON body.
pub fn body<T: Body>(value: &T) -> Option<&dyn Body> {
    Some(value)
}

/// The future of a generated method.
#[must_use = "a call sends nothing until it is awaited"]
pub struct Call<'c, R> {
    answer: Pin<Box<dyn Future<Output = Result<Answer, Error>> + Send + 'c>>,
    finish: fn(Result<Answer, Error>) -> R,
}

impl<R> Future for Call<'_, R> {
    type Output = R;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<R> {
        let finish = self.finish;
        self.answer.as_mut().poll(cx).map(finish)
    }
}

impl<R> fmt::Debug for Call<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}

/// A verified body, and what opens the sensitive values in it.
pub struct Answer {
    body: Verified<Bytes>,
    opener: Opener,
}

impl Answer {
    pub(crate) async fn open(
        body: Verified<Bytes>,
        merchants: Arc<[Merchant]>,
        ciphertexts: fn(&[u8]) -> Vec<String>,
    ) -> Self {
        let opener = Opener::of(merchants, &body, ciphertexts).await;
        Self { body, opener }
    }

    /// `()` takes any body; an empty body is what `T` makes of nothing; all else is JSON.
    pub(crate) fn decode<T: DeserializeOwned + 'static>(self) -> Result<Verified<T>, Error> {
        let decoded = self.body.try_map(|body| {
            if body.is_empty() || TypeId::of::<T>() == TypeId::of::<()>() {
                T::deserialize(IntoDeserializer::<value::Error>::into_deserializer(()))
                    .map_err(serde_json::Error::custom)
            } else {
                sensitive::opening(&self.opener, || serde_json::from_slice(body))
            }
        });
        decoded.map_err(|(body, source)| DecodeError::new::<T>(body, source).into())
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer").finish_non_exhaustive()
    }
}

/// What a `T` finds encrypted in a body.
pub(crate) fn ciphertexts<T: DeserializeOwned>(body: &[u8]) -> Vec<String> {
    sensitive::noting(|| serde_json::from_slice::<T>(body))
}

/// In the place of a call whose declaration does not compile: never ready, and never run.
pub fn undeclared<R>() -> core::future::Pending<R> {
    core::future::pending()
}

/// What a declared method returns: `Result<T>` or `Result<Verified<T>>`.
#[diagnostic::on_unimplemented(
    message = "a WeChat Pay operation returns `wechatpay_client::Result<T>`, not `{Self}`",
    label = "expected `wechatpay_client::Result<T>`"
)]
pub trait Returned: Sized {
    /// What the declared type finds encrypted in a body.
    fn ciphertexts(body: &[u8]) -> Vec<String>;

    /// Turns the verified body into the declared type.
    fn finish(answer: Result<Answer, Error>) -> Self;
}

impl<T: DeserializeOwned + 'static> Returned for Result<T, Error> {
    fn ciphertexts(body: &[u8]) -> Vec<String> {
        ciphertexts::<T>(body)
    }

    fn finish(answer: Result<Answer, Error>) -> Self {
        answer?.decode().map(Verified::into_inner)
    }
}

impl<T: DeserializeOwned + 'static> Returned for Result<Verified<T>, Error> {
    fn ciphertexts(body: &[u8]) -> Vec<String> {
        ciphertexts::<T>(body)
    }

    fn finish(answer: Result<Answer, Error>) -> Self {
        answer?.decode()
    }
}
