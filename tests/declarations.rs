//! Declarations in every surrounding: under strict lints, beside names of every kind, in macros and in
//! functions.
//!
//! Most of the test is that this file compiles.
#![deny(
    warnings,
    missing_docs,
    unreachable_pub,
    async_fn_in_trait,
    elided_lifetimes_in_paths,
    refining_impl_trait,
    single_use_lifetimes,
    unnameable_types,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    clippy::all,
    clippy::pedantic
)]

use std::borrow::Cow;

use serde::Serialize;
use wechatpay_client::{
    Client, Result, UploadFile,
    gateway::{Gateway, ScriptedResponse},
    wechatpay_api,
};

/// A public declaration. The only documentation of its method is the generated operation.
#[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}", without(mchid))]
pub trait Documented {
    async fn query(&self, transaction_id: &str) -> Result<()>;
}

/// Every name that an expansion could use has another meaning in here.
mod shadowed {
    mod alloc {}
    mod core {}
    mod std {}
    mod wechatpay_client {}

    #[expect(dead_code, reason = "only the names matter")]
    mod names {
        pub(super) struct Args;
        pub(super) struct Box;
        pub(super) struct Client;
        pub(super) struct Endpoint;
        pub(super) struct UploadFile;
        pub(super) struct Future;
        pub(super) struct None;
        pub(super) struct Option;
        pub(super) struct Result;
        pub(super) struct Send;
        pub(super) struct Some;
        pub(super) struct String;
    }
    #[expect(unused_imports, reason = "the names shadow others")]
    use names::{
        Args, Box, Client, Endpoint, Future, None, Option, Result, Send, Some, String, UploadFile,
    };

    #[::wechatpay_client::wechatpay_api(POST "/v3/shadowed/{client}", unlisted, accepted)]
    pub(super) trait Shadowed {
        async fn shadowed(
            &self,
            client: &str,
            body: &super::Body<'_>,
            #[query] endpoint: ::std::option::Option<&str>,
        ) -> ::wechatpay_client::Result<()>;
    }

    #[::wechatpay_client::wechatpay_api(POST "/v3/shadowed", unlisted, upload, idempotent)]
    pub(super) trait ShadowedUpload {
        async fn upload(
            &self,
            #[header = "Args"] args: &str,
            file: &::wechatpay_client::UploadFile,
        ) -> ::wechatpay_client::Result<()>;
    }
}

#[wechatpay_api(defaults)]
trait Inner {
    //! Documentation inside the trait.
    #![allow(missing_docs, reason = "an inner attribute works, too")]

    #[wechatpay_api(GET "/v3/inner", unlisted)]
    async fn inner(&self, #[query = "kind"] _kind: &str) -> Result<()>;
}

/// Types of the user's own with names of the standard library and of this crate.
mod own {
    #[derive(serde::Serialize)]
    pub(super) struct Option {
        pub(super) kind: u8,
    }

    #[derive(serde::Serialize)]
    pub(super) struct String {
        pub(super) limit: u8,
    }

    #[derive(serde::Deserialize, Debug, PartialEq)]
    pub(super) struct Verified {
        pub(super) name: std::string::String,
    }

    #[wechatpay_client::wechatpay_api]
    pub(super) trait Own {
        #[wechatpay_api(POST "/v3/own", unlisted)]
        async fn add(&self, query: &String, body: &Option) -> wechatpay_client::Result<()>;

        #[wechatpay_api(GET "/v3/own", unlisted, unsigned)]
        async fn get(&self, query: &Option) -> wechatpay_client::Result<Verified>;
    }
}

#[tokio::test]
async fn types_may_have_names_of_the_standard_library() {
    use own::Own;
    let gateway = Gateway::start().await.unwrap();
    gateway.respond("POST", "/v3/own", ScriptedResponse::no_content());
    gateway.respond(
        "GET",
        "/v3/own",
        ScriptedResponse::ok(serde_json::json!({ "name": "张三" })),
    );
    let client = gateway.client().build().unwrap();
    let (limit, kind) = (own::String { limit: 2 }, own::Option { kind: 1 });
    client.add(&limit, &kind).await.unwrap();
    let verified = client.get(&kind).await.unwrap();
    assert_eq!(verified.name, "张三");
    let sent = gateway.requests();
    assert_eq!(sent[0].target(), "/v3/own?limit=2");
    assert_eq!(sent[0].body().as_ref(), br#"{"kind":1}"#);
    assert_eq!(sent[1].target(), "/v3/own?kind=1");
}

#[tokio::test]
async fn names_of_an_upload_may_be_shadowed() {
    use shadowed::ShadowedUpload;
    let file = UploadFile::from_bytes("a.csv", "1,2").unwrap();
    let call = async |client: Client| client.upload("a", &file).await;
    let sent = sent("POST", "/v3/shadowed", call).await;
    assert!(sent.contains(r#"name="file"; filename="a.csv""#), "{sent}");
}

macro_rules! declare {
    ($name:ident, $method:ident, $http_method:ident, $literal:literal, $expr:expr, $key:literal, $ty:ty) => {
        #[wechatpay_api]
        trait $name {
            #[wechatpay_api($http_method $literal, unlisted)]
            async fn by_literal(&self, id: &str, #[query = $key] kind: $ty) -> Result<()>;

            #[wechatpay_api($http_method $expr, unlisted)]
            async fn $method(
                &self,
                id: &str,
                #[query] r#type: $ty,
                #[header = $key] key: Option<&str>,
            ) -> Result<()>;
        }
    };
}

declare!(
    InMacro,
    by_expr,
    GET,
    "/v3/literal/{id}",
    "/v3/expr/{id}",
    "type",
    u8
);

mod reexported {
    pub(crate) use wechatpay_client as client;
}

#[wechatpay_api(DELETE "/v3/elsewhere", unlisted, crate = reexported::client,)]
trait Elsewhere {
    async fn elsewhere(&self) -> Result<()>;
}

#[derive(Serialize)]
struct Body<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Page<T> {
    data: [T; 1],
}

#[wechatpay_api]
#[cfg(not(windows))]
trait Configured {
    #[cfg(any())]
    #[wechatpay_api(POST "/v3/configured", unlisted)]
    async fn gone(&self) -> Result<Gone>;

    #[must_use]
    #[wechatpay_client::wechatpay_api(POST "/v3/configured", unlisted)]
    async fn configured<'a>(&'a self, body: Body<'a>, #[query] r#type: &'a str) -> Result<()>;
}

/// The method, target and body of the one request that a call sends.
async fn sent<F, R>(method: &str, path: &str, call: F) -> String
where
    F: AsyncFnOnce(Client) -> Result<R>,
{
    let gateway = Gateway::start().await.unwrap();
    gateway.respond(method, path, ScriptedResponse::no_content());
    let client = gateway.client().build().unwrap();
    let _ = call(client).await.unwrap();
    let requests = gateway.requests();
    let [request] = requests.as_slice() else {
        panic!("one call sends one request");
    };
    let body = String::from_utf8_lossy(request.body());
    format!("{} {} {body}", request.method(), request.target())
}

#[tokio::test]
async fn names_of_every_kind_may_be_shadowed() {
    use shadowed::Shadowed;
    let call = async |client: Client| client.shadowed("42", &Body { name: "n" }, Some("x")).await;
    assert_eq!(
        sent("POST", "/v3/shadowed/42", call).await,
        r#"POST /v3/shadowed/42?endpoint=x {"name":"n"}"#
    );
}

#[tokio::test]
async fn a_macro_may_declare() {
    let call = async |client: Client| client.by_literal("42", 7).await;
    assert_eq!(
        sent("GET", "/v3/literal/42", call).await,
        "GET /v3/literal/42?type=7 "
    );
    let call = async |client: Client| client.by_expr("42", 7, None).await;
    assert_eq!(
        sent("GET", "/v3/expr/42", call).await,
        "GET /v3/expr/42?type=7 "
    );
}

#[tokio::test]
async fn the_crate_may_be_elsewhere() {
    let call = async |client: Client| client.elsewhere().await;
    assert_eq!(
        sent("DELETE", "/v3/elsewhere", call).await,
        "DELETE /v3/elsewhere "
    );
}

#[cfg(not(windows))]
#[tokio::test]
async fn methods_and_traits_may_be_configured_out() {
    let call = async |client: Client| client.configured(Body { name: "n" }, "t").await;
    assert_eq!(
        sent("POST", "/v3/configured", call).await,
        r#"POST /v3/configured?type=t {"name":"n"}"#
    );
}

#[tokio::test]
async fn a_function_may_declare() {
    #[derive(serde::Deserialize)]
    struct Local {}

    #[wechatpay_api(PUT "/v3/local/", unlisted)]
    trait InFunction {
        async fn local(&self) -> Result<Option<Local>>;
    }

    let call = async |client: Client| client.local().await;
    assert_eq!(sent("PUT", "/v3/local/", call).await, "PUT /v3/local/ ");
}

#[tokio::test]
async fn the_generated_documentation_satisfies_missing_docs() {
    let call = async |client: Client| Documented::query(&client, "42").await;
    assert_eq!(
        sent("GET", "/v3/pay/transactions/id/42", call).await,
        "GET /v3/pay/transactions/id/42 "
    );
}

// Every token except the name of the trait comes from this macro, also `self`.
macro_rules! declare_whole {
    ($name:ident) => {
        #[wechatpay_api(POST "/v3/whole/{id}", unlisted)]
        trait $name {
            async fn whole(
                &self,
                id: u64,
                #[query] kind: Option<bool>,
                body: &Body<'_>,
            ) -> Result<()>;
        }
    };
}

declare_whole!(Whole);

#[tokio::test]
async fn a_macro_may_hold_the_whole_declaration() {
    let call = async |client: Client| client.whole(42, Some(true), &Body { name: "n" }).await;
    assert_eq!(
        sent("POST", "/v3/whole/42", call).await,
        r#"POST /v3/whole/42?kind=true {"name":"n"}"#
    );
}

/// An alias of `Result`, and types that borrow or own in all ways.
mod types {
    use super::{Body, Cow, Page, wechatpay_api};

    pub(super) type Response<T> = Result<T, wechatpay_client::Error>;

    #[wechatpay_api]
    pub(super) trait Types {
        #[wechatpay_api(PUT "/v3/types/{id}", unlisted)]
        async fn named<'a: 'b, 'b>(
            &'b self,
            id: &'a str,
            body: &'b Body<'a>,
            #[query] more: &'b str,
        ) -> Response<()>;

        #[wechatpay_api(PUT "/v3/types/{id}", unlisted)]
        async fn bounded<'a, 'b>(&self, id: &'a str, body: &'b Body<'a>) -> Response<()>
        where
            'a: 'b;

        #[wechatpay_api(PUT "/v3/types/{id}", unlisted)]
        async fn elided(&self, id: &'static str, body: &Page<Body<'_>>) -> Response<()>;

        #[wechatpay_api(PUT "/v3/types/{type}", unlisted)]
        async fn owned(
            &self,
            r#type: Cow<'_, str>,
            #[query] r#in: Option<String>,
            body: Page<Body<'static>>,
        ) -> Response<Option<Vec<u8>>>;
    }
}

#[tokio::test]
async fn arguments_may_borrow_or_own() {
    use types::Types;
    let body = || Body { name: "n" };
    let path = "/v3/types/{id}";
    let call = async |client: Client| client.named("a/b", &body(), "&").await;
    assert_eq!(
        sent("PUT", path, call).await,
        r#"PUT /v3/types/a%2Fb?more=%26 {"name":"n"}"#
    );
    let call = async |client: Client| client.bounded("1", &body()).await;
    assert_eq!(
        sent("PUT", path, call).await,
        r#"PUT /v3/types/1 {"name":"n"}"#
    );
    let call = async |client: Client| client.elided("2", &Page { data: [body()] }).await;
    assert_eq!(
        sent("PUT", path, call).await,
        r#"PUT /v3/types/2 {"data":[{"name":"n"}]}"#
    );
    let call = async |client: Client| {
        client
            .owned("3".into(), None, Page { data: [body()] })
            .await
    };
    assert_eq!(
        sent("PUT", path, call).await,
        r#"PUT /v3/types/3 {"data":[{"name":"n"}]}"#
    );
}

mod visibility {
    // A private trait with a private type.
    mod private {
        #[derive(serde::Deserialize)]
        struct Hidden;

        #[wechatpay_client::wechatpay_api(GET "/v3/private", unlisted)]
        trait Private {
            async fn private(&self) -> wechatpay_client::Result<Hidden>;
        }

        pub(super) async fn call(client: &super::super::Client) -> wechatpay_client::Result<()> {
            let Hidden = client.private().await?;
            Ok(())
        }
    }

    pub(super) async fn call(client: &super::Client) -> wechatpay_client::Result<()> {
        private::call(client).await
    }
}

#[tokio::test]
async fn a_trait_may_be_private() {
    let call = async |client: Client| visibility::call(&client).await;
    assert_eq!(sent("GET", "/v3/private", call).await, "GET /v3/private ");
}

/// Methods with the same name under two conditions, and a condition inside `cfg_attr`.
#[wechatpay_api]
trait Conditional {
    #[cfg(not(any()))]
    #[wechatpay_api(GET "/v3/conditional/here", unlisted)]
    async fn conditional(&self) -> Result<()>;

    #[cfg(any())]
    #[wechatpay_api(GET "/v3/conditional/gone", unlisted)]
    async fn conditional(&self) -> Result<Gone>;

    #[cfg_attr(all(), cfg(any()))]
    #[wechatpay_api(GET "/v3/conditional/gone", unlisted)]
    async fn gone(&self) -> Result<Gone>;

    #[cfg_attr(all(), must_use, doc(hidden))]
    #[deprecated = "for `conditional`"]
    #[wechatpay_api(GET "/v3/conditional/old", unlisted)]
    async fn old(&self) -> Result<()>;
}

#[tokio::test]
async fn attributes_reach_the_trait_and_conditions_the_implementation_too() {
    let path = "/v3/conditional/{name}";
    let call = async |client: Client| client.conditional().await;
    assert_eq!(sent("GET", path, call).await, "GET /v3/conditional/here ");
    let call = async |client: Client| {
        #[expect(deprecated, reason = "the method is declared so")]
        client.old().await
    };
    assert_eq!(sent("GET", path, call).await, "GET /v3/conditional/old ");
}

/// Methods with the names of the client's own.
#[wechatpay_api]
trait NamedLikeTheClients {
    #[wechatpay_api(GET "/v3/names/builder", unlisted)]
    async fn builder(&self) -> Result<()>;

    #[wechatpay_api(GET "/v3/names/call", unlisted)]
    async fn call(&self) -> Result<()>;

    #[wechatpay_api(GET "/v3/names/download", unlisted)]
    async fn download(&self) -> Result<()>;

    #[wechatpay_api(GET "/v3/names/repeat", unlisted)]
    async fn repeat(&self) -> Result<()>;

    #[wechatpay_api(GET "/v3/names/execute", unlisted)]
    async fn execute(&self) -> Result<()>;
}

/// `Client::builder` takes no `self`, so `client.builder()` is the declared method. The same is true of
/// `Client::download`, `Client::repeat` and all that is not public. The macro refuses every other name of a method that
/// `Client` has.
#[tokio::test]
async fn methods_may_have_the_names_of_the_clients_own() {
    let path = "/v3/names/{name}";
    let call = async |client: Client| client.builder().await;
    assert_eq!(sent("GET", path, call).await, "GET /v3/names/builder ");
    let call = async |client: Client| client.call().await;
    assert_eq!(sent("GET", path, call).await, "GET /v3/names/call ");
    let call = async |client: Client| client.download().await;
    assert_eq!(sent("GET", path, call).await, "GET /v3/names/download ");
    let call = async |client: Client| client.repeat().await;
    assert_eq!(sent("GET", path, call).await, "GET /v3/names/repeat ");
    let call = async |client: Client| client.execute().await;
    assert_eq!(sent("GET", path, call).await, "GET /v3/names/execute ");
}
