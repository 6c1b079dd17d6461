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
//!         ..p::NO_ARGS
//!     },
//! )
//! ```

use std::{
    any::TypeId,
    fmt,
    pin::Pin,
    task::{Context, Poll},
};

use hyper::body::Bytes;
use serde::de::{DeserializeOwned, Error as _, IntoDeserializer, value};

pub use core::{future::Future, marker::Send};
pub use hyper::Method;

use crate::{Download, Error, File, Verified, error::DecodeError, request::Request, sensitive};
pub use crate::{
    client::Client,
    endpoint::{Endpoint, HeaderValue, PathValue, QueryValue},
    request::{Args, Body, HeaderArgument, PathArgument, QueryArgument, QueryStruct},
};

/// What an expansion leaves unsaid: an operation without arguments.
pub const NO_ARGS: Args<'static> = Args {
    path: &[],
    query: &[],
    headers: &[],
    body: None,
    file: None,
};

/// The call of a generated method: freezes the request at once, sends it when polled.
pub fn call<'c, R: Returned>(
    client: &'c Client,
    endpoint: &'static Endpoint,
    args: Args<'_>,
) -> Call<'c, R> {
    let request = Request::freeze(endpoint, &args);
    Call {
        client,
        answer: Box::pin(async move { client.execute(request?).await }),
        finish: R::finish,
    }
}

/// The call of a generated method whose answer is a file: the request is frozen at once, and sent when
/// polled; the file is read by whoever gets it.
pub fn download<'c, R: Downloaded>(
    client: &'c Client,
    endpoint: &'static Endpoint,
    args: Args<'_>,
) -> DownloadCall<'c, R> {
    let request = Request::freeze(endpoint, &args);
    DownloadCall {
        answer: Box::pin(async move { client.open(request?).await }),
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

/// A header of the operation's own.
pub fn header<'a, T: HeaderValue>(name: &'static str, value: &'a T) -> HeaderArgument<'a> {
    HeaderArgument { name, value }
}

/// The JSON body; of an upload, its meta.
pub fn body<T: Body>(value: &T) -> Option<&dyn Body> {
    Some(value)
}

/// The file of an upload.
pub fn file<'a, T: UploadedFile<'a>>(value: &T) -> Option<&'a File> {
    Some(value.uploaded())
}

/// What the parameter `file` of an upload is: `&File`.
#[diagnostic::on_unimplemented(
    message = "an upload takes `&wechatpay_client::File`, not `{Self}`",
    label = "expected `&wechatpay_client::File`"
)]
pub trait UploadedFile<'a> {
    /// The file.
    fn uploaded(&self) -> &'a File;
}

impl<'a> UploadedFile<'a> for &'a File {
    fn uploaded(&self) -> &'a File {
        self
    }
}

/// The future of a generated method.
#[must_use = "a call sends nothing until it is awaited"]
pub struct Call<'c, R> {
    client: &'c Client,
    answer: Pin<Box<dyn Future<Output = Result<Verified<Bytes>, Error>> + Send + 'c>>,
    finish: fn(&Client, Result<Verified<Bytes>, Error>) -> R,
}

impl<R> Future for Call<'_, R> {
    type Output = R;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<R> {
        let (client, finish) = (self.client, self.finish);
        let answer = self.answer.as_mut().poll(cx);
        answer.map(|answer| finish(client, answer))
    }
}

impl<R> fmt::Debug for Call<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}

/// The future of a generated method whose answer is a file.
#[must_use = "a call sends nothing until it is awaited"]
pub struct DownloadCall<'c, R> {
    answer: Pin<Box<dyn Future<Output = Result<Download, Error>> + Send + 'c>>,
    finish: fn(Result<Download, Error>) -> R,
}

impl<R> Future for DownloadCall<'_, R> {
    type Output = R;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<R> {
        let finish = self.finish;
        self.answer.as_mut().poll(cx).map(finish)
    }
}

impl<R> fmt::Debug for DownloadCall<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DownloadCall").finish_non_exhaustive()
    }
}

/// What a declared `download` returns: `Result<Download>`.
#[diagnostic::on_unimplemented(
    message = "a `download` returns `wechatpay_client::Result<wechatpay_client::Download>`, not `{Self}`",
    label = "expected `wechatpay_client::Result<wechatpay_client::Download>`"
)]
pub trait Downloaded {
    /// The file as it is answered.
    fn finish(answer: Result<Download, Error>) -> Self;
}

impl Downloaded for Result<Download, Error> {
    fn finish(answer: Self) -> Self {
        answer
    }
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
    /// Turns the verified body into the declared type.
    fn finish(client: &Client, answer: Result<Verified<Bytes>, Error>) -> Self;
}

impl<T: DeserializeOwned + 'static> Returned for Result<T, Error> {
    fn finish(client: &Client, answer: Result<Verified<Bytes>, Error>) -> Self {
        decode(client, answer?).map(Verified::into_inner)
    }
}

impl<T: DeserializeOwned + 'static> Returned for Result<Verified<T>, Error> {
    fn finish(client: &Client, answer: Result<Verified<Bytes>, Error>) -> Self {
        decode(client, answer?)
    }
}

/// `()` takes any body; an empty body is what `T` makes of nothing; all else is JSON.
fn decode<T: DeserializeOwned + 'static>(
    client: &Client,
    answer: Verified<Bytes>,
) -> Result<Verified<T>, Error> {
    let decoded = answer.try_map(|body| {
        if body.is_empty() || TypeId::of::<T>() == TypeId::of::<()>() {
            T::deserialize(IntoDeserializer::<value::Error>::into_deserializer(()))
                .map_err(serde_json::Error::custom)
        } else {
            sensitive::opening(client.private_key(), || serde_json::from_slice(body))
        }
    });
    decoded.map_err(|(body, source)| DecodeError::new::<T>(body, source).into())
}
