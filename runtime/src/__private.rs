//! The names that expansions of `#[wechatpay_api]` and of `Deserialize` use: a call begins here.
//!
//! Not public API. It may change with any version, so this crate pins the exact version of `wechatpay-macros`.
//! An expansion looks like this:
//!
//! ```text
//! __wechatpay::call::<Result<Order>>(
//!     self,
//!     const { &__wechatpay::endpoint(__wechatpay::Method::GET, "/v3/pay/transactions/id/{transaction_id}") },
//!     __wechatpay::Args {
//!         path: &[__wechatpay::path::<&str>("transaction_id", &transaction_id)],
//!         query: &[__wechatpay::query::<&str>("mchid", &mchid)],
//!         ..__wechatpay::NO_ARGS
//!     },
//! )
//! ```

pub mod command;

use std::{
    fmt,
    future::{Pending, pending},
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll},
};

use serde::de::{DeserializeOwned, IgnoredAny};

pub use http::Method;
pub use serde;

use crate::{
    BillFile, BillFiles, Download, Error, UploadFile, Verified,
    call_error::ErrorKind,
    client::{ResultFuture, find_ciphertexts},
    request::{Request, Validate},
    validation::Rule,
};
pub use crate::{
    client::{Client, UndecodedResponse},
    json::derived as json,
    request::sensitive::FieldDecryptor,
    request::{
        Args, Body, HeaderArgument, PathArgument, QueryArgument, QueryParameter, QueryStruct,
    },
    request::{Endpoint, ToHeaderValue, ToPathValue, ToQueryValue},
};

/// No arguments. An expansion names only the arguments that its operation has.
pub const NO_ARGS: Args<'static> = Args {
    path: &[],
    query: &[],
    headers: &[],
    body: None,
    rules: &[],
    file: None,
};

/// The call of a generated method. The request is built at once, and sent when the call is polled.
pub fn call<'c, R: Returned>(
    client: &'c Client,
    endpoint: &'static Endpoint,
    args: Args<'_>,
) -> Call<'c, UndecodedResponse, R> {
    Call {
        response: client.execute(
            endpoint,
            Request::from_args(endpoint, &args),
            R::find_ciphertexts,
        ),
        finish: R::finish,
    }
}

/// The call of a generated method with the option `unsigned`: its response carries no signature.
pub fn unsigned<'c, R: Unproven>(
    client: &'c Client,
    endpoint: &'static Endpoint,
    args: Args<'_>,
) -> Call<'c, UndecodedResponse, R> {
    call(client, endpoint, args)
}

/// The call of a generated method with the option `download`. The request is built at once, and sent when the
/// call is polled. The caller reads the file.
pub fn download<'c, R: Downloaded>(
    client: &'c Client,
    endpoint: &'static Endpoint,
    args: Args<'_>,
) -> Call<'c, Download, R> {
    Call {
        response: client.execute_download(endpoint, Request::from_args(endpoint, &args)),
        finish: R::finish,
    }
}

/// A declared operation, in `const` position.
#[must_use]
pub const fn endpoint(method: Method, path: &'static str) -> Endpoint {
    Endpoint::new(method, path)
}

/// The argument of a `{placeholder}`.
pub fn path<'a, T: ToPathValue>(name: &'static str, value: &'a T) -> PathArgument<'a> {
    PathArgument { name, value }
}

/// A query parameter: a value, or a list of values.
pub fn query<'a, T: QueryParameter>(name: &'static str, value: &'a T) -> QueryArgument<'a> {
    QueryArgument::Value { name, value }
}

/// A struct of query parameters: one for each field.
pub fn query_struct<T: QueryStruct>(value: &T) -> QueryArgument<'_> {
    QueryArgument::Struct(value)
}

/// A header that the operation declares.
pub fn header<'a, T: ToHeaderValue>(name: &'static str, value: &'a T) -> HeaderArgument<'a> {
    HeaderArgument { name, value }
}

/// The JSON body. For an upload, the `meta` part.
pub fn body<T: Body>(value: &T) -> Option<&dyn Body> {
    Some(value)
}

/// The type of a body. The rules of a type that has any hide those that [`AnyBodyType`] gives to every type.
#[derive(Debug)]
pub struct BodyType<T>(PhantomData<T>);

/// The rules of a body whose type has none.
pub trait AnyBodyType {
    /// No rules.
    const RULES: &'static [Rule] = &[];
}

impl<T> AnyBodyType for BodyType<T> {}

impl<T: Validate> BodyType<T> {
    /// The rules of the type.
    pub const RULES: &'static [Rule] = T::RULES;
}

/// The file of an upload.
pub fn file<'a, T: UploadedFile<'a>>(value: &T) -> Option<&'a UploadFile> {
    Some(value.uploaded())
}

/// The type of the parameter `file` of an upload: `&UploadFile`.
#[diagnostic::on_unimplemented(
    message = "an upload takes `&wechatpay_client::UploadFile`, not `{Self}`",
    label = "expected `&wechatpay_client::UploadFile`"
)]
pub trait UploadedFile<'a> {
    /// The file itself.
    fn uploaded(&self) -> &'a UploadFile;
}

impl<'a> UploadedFile<'a> for &'a UploadFile {
    fn uploaded(&self) -> &'a UploadFile {
        self
    }
}

/// The future of a generated method: waits for the response and converts it to the declared type.
#[must_use = "a call sends nothing until it is awaited"]
pub struct Call<'c, A, R> {
    response: ResultFuture<'c, A>,
    finish: fn(Result<A, Error>) -> R,
}

impl<A, R> Future for Call<'_, A, R> {
    type Output = R;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<R> {
        let finish = self.finish;
        self.response.as_mut().poll(cx).map(finish)
    }
}

impl<A, R> fmt::Debug for Call<'_, A, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}

/// The return type of a declared `download`: `Result<Download>`.
#[diagnostic::on_unimplemented(
    message = "a `download` returns `wechatpay_client::Result<wechatpay_client::Download>`, not `{Self}`",
    label = "expected `wechatpay_client::Result<wechatpay_client::Download>`"
)]
pub trait Downloaded {
    /// Converts the response to the declared type.
    fn finish(response: Result<Download, Error>) -> Self;
}

impl Downloaded for Result<Download, Error> {
    fn finish(response: Self) -> Self {
        response
    }
}

/// The default body of a method in a trait that is declared with `defaults`.
pub struct NotImplemented<R> {
    method: &'static str,
    returned: PhantomData<fn() -> R>,
}

impl<R> NotImplemented<R> {
    /// The default body of `Trait::method`.
    #[must_use]
    pub fn new(method: &'static str) -> Self {
        Self {
            method,
            returned: PhantomData,
        }
    }
}

impl<T> NotImplemented<Result<T, Error>> {
    /// Returns the error `NotImplemented`, for any `T`.
    pub fn response(self) -> impl Future<Output = Result<T, Error>> + Send {
        let Self { method, .. } = self;
        async move { Err(Error::new(ErrorKind::NotImplemented { method })) }
    }
}

/// The fallback for a method with another return type. It compiles, so that the compiler reports the type only
/// once, in the implementation for the client.
pub trait Otherwise<R>: Sized {
    /// Never ready. Never called.
    fn response(self) -> Pending<R> {
        undeclared()
    }
}

impl<R> Otherwise<R> for NotImplemented<R> {}

impl<R> fmt::Debug for NotImplemented<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("NotImplemented").field(&self.method).finish()
    }
}

/// Marks the arguments of a generated body as used.
pub fn unused<T>(_arguments: T) {}

/// Stands for a call whose declaration does not compile. Never ready, and never called.
pub fn undeclared<R>() -> Pending<R> {
    pending()
}

/// The return type of a declared method: `Result<T>` or `Result<Verified<T>>`.
#[diagnostic::on_unimplemented(
    message = "a WeChat Pay operation returns `wechatpay_client::Result<T>`, not `{Self}`",
    label = "expected `wechatpay_client::Result<T>`"
)]
pub trait Returned: Sized {
    /// Decodes a body as the declared type, and returns the ciphertexts that `decryptor` has no plaintext for.
    fn find_ciphertexts(body: &[u8], decryptor: FieldDecryptor) -> Vec<String>;

    /// Converts the body to the declared type.
    fn finish(response: Result<UndecodedResponse, Error>) -> Self;
}

impl<T: Response> Returned for Result<T, Error> {
    fn find_ciphertexts(body: &[u8], decryptor: FieldDecryptor) -> Vec<String> {
        T::find_ciphertexts(body, decryptor)
    }

    fn finish(response: Result<UndecodedResponse, Error>) -> Self {
        T::decode(response?)
    }
}

/// The `T` of a declared `Result<T>`: a value from JSON, with or without its proof.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the response of an operation",
    label = "not a response",
    note = "a response is decoded from JSON: derive `serde::Deserialize` for your own type, and for the types in it",
    note = "for the proof of WeChat Pay's signature, write `Verified` once and outermost: `Result<Verified<T>>`, or `Result<Verified<Option<T>>>` if the body may be empty",
    note = "only an operation that responds with a file returns `Result<Download>`, with the option `download`; one that responds with the address of a bill returns `Result<BillFile>`, for `Client::download`",
    note = "for JSON of any form, return `Result<serde_json::Value>` or `Result<Box<serde_json::value::RawValue>>`"
)]
pub trait Response: Sized {
    /// Decodes a body as this type, and returns the ciphertexts that `decryptor` has no plaintext for.
    fn find_ciphertexts(body: &[u8], decryptor: FieldDecryptor) -> Vec<String>;

    /// Decodes the response.
    fn decode(response: UndecodedResponse) -> Result<Self, Error>;
}

#[diagnostic::do_not_recommend]
impl<T: FromJson> Response for T {
    fn find_ciphertexts(body: &[u8], decryptor: FieldDecryptor) -> Vec<String> {
        find_ciphertexts::<T>(body, decryptor)
    }

    fn decode(response: UndecodedResponse) -> Result<Self, Error> {
        response.decode()
    }
}

#[diagnostic::do_not_recommend]
impl<T: FromJson> Response for Verified<T> {
    fn find_ciphertexts(body: &[u8], decryptor: FieldDecryptor) -> Vec<String> {
        find_ciphertexts::<T>(body, decryptor)
    }

    fn decode(response: UndecodedResponse) -> Result<Self, Error> {
        response.decode_verified()
    }
}

/// A value that is decoded from the JSON of a response.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the response of an `unsigned` operation",
    label = "not a response",
    note = "a response is decoded from JSON: derive `serde::Deserialize` for your own type, and for the types in it",
    note = "nothing verifies an `unsigned` response: return `Result<T>` without `Verified`"
)]
pub trait FromJson: DeserializeOwned + 'static {}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned + 'static> FromJson for T {}

/// The return type of a method that is declared `unsigned`: `Result<T>`.
#[diagnostic::on_unimplemented(
    message = "nothing verifies an `unsigned` response: it is `wechatpay_client::Result<T>`, not `{Self}`",
    label = "expected `wechatpay_client::Result<T>`"
)]
pub trait Unproven: Returned {}

impl<T: FromJson> Unproven for Result<T, Error> {}

/// A return type, whose properties are constants. The constants of the few types that have a property hide the
/// constants that [`AnyReturnType`] gives to every type.
#[derive(Debug)]
pub struct ReturnType<R>(PhantomData<R>);

/// The properties of a return type without any of its own.
pub trait AnyReturnType {
    /// The response holds nothing.
    const IS_EMPTY: bool = false;
    /// The response is not the description of a bill.
    const IS_NO_BILL: bool = true;
}

impl<R> AnyReturnType for ReturnType<R> {}

macro_rules! return_types {
    ($property:ident = $value:literal: $($type:ty),* $(,)?) => {$(
        impl ReturnType<Result<$type, Error>> {
            #[allow(missing_docs, reason = "see `AnyReturnType`")]
            pub const $property: bool = $value;
        }

        impl ReturnType<Result<Verified<$type>, Error>> {
            #[allow(missing_docs, reason = "see `AnyReturnType`")]
            pub const $property: bool = $value;
        }
    )*};
}

return_types! { IS_EMPTY = true: (), IgnoredAny }
return_types! {
    IS_NO_BILL = false:
        BillFile, BillFiles, Option<BillFile>, Option<BillFiles>, Box<BillFile>, Box<BillFiles>,
}

/// Reports a return type that the operation does not have.
#[track_caller]
pub const fn assert(holds: bool, message: &str) {
    assert!(holds, "{}", message);
}
