//! Declarations of every form in a library whose public items are all documented and linted.
#![forbid(
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unnameable_types,
    unused_variables,
    unused_imports,
    unused_must_use,
    unused_results,
    async_fn_in_trait,
    elided_lifetimes_in_paths,
    refining_impl_trait,
    single_use_lifetimes,
    unused_lifetimes,
    unsafe_code,
    future_incompatible,
    rust_2021_compatibility,
    rust_2024_compatibility,
    clippy::pedantic,
    clippy::nursery
)]
// Not forbidden, since serde's derives allow some of these.
#![deny(
    warnings,
    unused,
    unused_qualifications,
    nonstandard_style,
    rust_2018_idioms,
    clippy::all
)]

use serde::{Deserialize, Serialize};
use wechatpay_client::{Download, Result, UploadFile, Verified, wechatpay_api};

/// A payment to begin.
#[derive(Debug, Serialize)]
pub struct Prepay<'a> {
    /// The merchant's order number (商户订单号).
    pub out_trade_no: &'a str,
}

/// A payment that has begun.
#[derive(Debug, Deserialize)]
pub struct Prepaid {
    /// The session for the front end.
    pub prepay_id: String,
}

/// A page of orders.
#[derive(Debug, Serialize)]
pub struct Page {
    /// The number of orders.
    pub limit: Option<u32>,
}

/// A trait that carries the operation itself.
#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait JsapiPrepay {
    /// Begins a payment.
    async fn prepay(&self, body: &Prepay<'_>) -> Result<Prepaid>;
}

/// A trait whose methods carry their operations, and are documented only by these.
#[wechatpay_api]
pub trait Everything {
    #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}")]
    async fn query(&self, transaction_id: &str, #[query] mchid: &str) -> Result<Verified<Prepaid>>;

    #[wechatpay_api(GET "/v3/lovefeast/users/{openid}/orders/brand-id/{brand_id}")]
    async fn page(&self, openid: &str, brand_id: u64, query: &Page) -> Result<Prepaid>;

    #[wechatpay_api(POST "/v3/marketing/partnerships/build", idempotent)]
    async fn build(
        &self,
        #[header = "Idempotency-Key"] key: &str,
        body: &Prepay<'_>,
    ) -> Result<Prepaid>;

    #[wechatpay_api(POST "/v3/merchant/media/upload", upload)]
    async fn upload(&self, file: &UploadFile) -> Result<Prepaid>;

    #[wechatpay_api(GET "/v3/billdownload/file", download)]
    async fn file(&self, #[query] token: String) -> Result<Download>;

    #[must_use = "the call has no other effect"]
    #[deprecated = "use `query`"]
    #[wechatpay_api(GET "/v3/pay/transactions/out-trade-no/{out_trade_no}")]
    async fn query_by_number<'a>(
        &'a self,
        out_trade_no: &'a str,
        #[query] mchid: &'a str,
    ) -> Result<()>;
}

/// A trait that may grow.
#[wechatpay_api(defaults)]
pub trait Growing {
    #[wechatpay_api(POST "/v3/pay/transactions/native")]
    async fn native(&self, body: &Prepay<'_>) -> Result<Prepaid>;

    #[wechatpay_api(GET "/v3/merchant-service/images/{media_id}", download)]
    async fn image(&self, media_id: &str) -> Result<Download>;
}

/// An earlier form of [`Prepay`].
#[deprecated = "use `Prepay`"]
#[derive(Debug, Serialize)]
pub struct OldPrepay;

/// A deprecated trait.
#[deprecated = "use `JsapiPrepay`"]
#[wechatpay_api(POST "/v3/pay/transactions/app")]
pub trait AppPrepay {
    /// Begins a payment.
    async fn prepay(&self, body: &Prepay<'_>) -> Result<Prepaid>;
}

/// Methods that are allowed to use a deprecated type.
#[wechatpay_api]
pub trait Allowing {
    /// Begins a payment.
    #[allow(deprecated)]
    #[wechatpay_api(POST "/v3/pay/transactions/h5")]
    async fn h5(&self, body: &OldPrepay) -> Result<Prepaid>;

    /// Begins a payment.
    #[expect(deprecated, reason = "until the next version")]
    #[wechatpay_api(POST "/v3/pay/transactions/app")]
    async fn app(&self, body: &OldPrepay) -> Result<Prepaid>;
}

/// A method that is allowed to use a deprecated type on a condition.
#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait AllowingOnACondition {
    /// Begins a payment.
    #[cfg_attr(all(), allow(deprecated), must_use)]
    async fn jsapi(&self, body: &OldPrepay) -> Result<Prepaid>;
}

/// A trait that is allowed as a whole to use a deprecated type.
#[allow(deprecated)]
#[wechatpay_api(POST "/v3/pay/transactions/native")]
pub trait AllowingAsAWhole {
    /// Begins a payment.
    async fn native(&self, body: &OldPrepay) -> Result<Prepaid>;
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use wechatpay_client::{
        ErrorKind,
        gateway::{Gateway, ScriptedResponse},
    };

    use super::*;

    struct Mock;

    impl Growing for Mock {}

    #[tokio::test]
    async fn a_strict_library_declares_calls_and_mocks() {
        let gateway = Gateway::start().await.unwrap();
        let path = "/v3/lovefeast/users/{openid}/orders/brand-id/{brand_id}";
        gateway.respond(
            "GET",
            path,
            ScriptedResponse::ok(json!({ "prepay_id": "wx1" })),
        );
        let client = gateway.client().build().unwrap();
        let prepaid = client.page("o/1", 7, &Page { limit: Some(2) }).await;
        assert_eq!(prepaid.unwrap().prepay_id, "wx1");
        let sent = gateway.requests();
        assert_eq!(
            sent.first().unwrap().target(),
            "/v3/lovefeast/users/o%2F1/orders/brand-id/7?limit=2"
        );

        let error = Mock.native(&Prepay { out_trade_no: "1" }).await;
        assert!(matches!(
            error.unwrap_err().kind(),
            ErrorKind::NotImplemented {
                method: "Growing::native"
            }
        ));
    }
}
