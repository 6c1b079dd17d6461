//! Addresses that no notification can be sent to are refused.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use serde_json::{Value, json};
use wechatpay_client::{Result, wechatpay_api};
use wechatpay_endpoints::facts;

use crate::shop::{Orders as _, Shop, open, order, refusal, user::list};

const MESSAGE: &str = "字符串规则校验失败，不是可用的通知地址";

#[wechatpay_api]
trait Notified {
    #[wechatpay_api(POST "/v3/combine-transactions/native")]
    async fn place_combined(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/papay/pay/transactions/apply")]
    async fn deduct(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/payscore/serviceorder")]
    async fn create(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/payscore/permissions")]
    async fn ask(&self, body: &Value) -> Result<Value>;
}

/// The request of an example with another address of notifications.
fn request(operation: &str, member: &str, url: &str) -> Value {
    let (method, path) = operation.split_once(' ').unwrap();
    let operation = facts().operation(method, path).unwrap();
    let mut request = facts().example(operation).unwrap().request.clone().unwrap();
    // The tests do not encrypt.
    request
        .as_object_mut()
        .unwrap()
        .remove("combine_payer_info");
    request[member] = json!(url);
    request
}

#[tokio::test]
async fn an_address_that_is_no_usable_url_is_refused() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    for (url, issue) in [
        (
            "notify",
            "is no URL: write `https://host/path`, percent-encoded",
        ),
        (
            "ftp://127.0.0.1/notify",
            "is not `https`: WeChat Pay sends notifications only by `https`",
        ),
        (
            "http://127.0.0.1/notify?a=b",
            "has a query: leave the query out, and tell notifications apart by the path",
        ),
        (
            " http://127.0.0.1/notify",
            "has a blank or a control character: remove the character",
        ),
    ] {
        let mut request = order("20260101001", 100);
        request["notify_url"] = json!(url);
        let message = format!("输入源“/body/notify_url”映射到值字段“通知地址”{MESSAGE}");
        let error = client.place(&request).await.unwrap_err();
        assert_eq!(
            refusal(error),
            (400, "PARAM_ERROR".to_owned(), message),
            "{url}"
        );
        let detail =
            json!({ "field": "/notify_url", "issue": issue, "location": "body", "value": url });
        let entry = list(sandbox, "requests?limit=1").await.remove(0);
        assert_eq!(entry["detail"], detail);
    }
}

#[tokio::test]
async fn the_user_of_a_refused_address_is_not_logged() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    let mut request = order("20260101001", 100);
    request["notify_url"] = json!("http://li:secret@127.0.0.1/notify");
    client.place(&request).await.unwrap_err();
    let entry = list(sandbox, "requests?limit=1").await.remove(0);
    let issue = "has a user or a password: leave them out";
    let detail = json!({ "field": "/notify_url", "issue": issue, "location": "body" });
    assert_eq!(entry["detail"], detail);
}

#[tokio::test]
async fn an_address_on_this_machine_is_accepted() {
    let Shop { client, .. } = &open().await;
    for (index, url) in [
        "http://127.0.0.1:3000/notify",
        "http://localhost/notify",
        "https://[::1]:3000/notify",
        "http://merchant.example/notify",
    ]
    .into_iter()
    .enumerate()
    {
        let mut request = order(&format!("2026010100{index}"), 100);
        request["notify_url"] = json!(url);
        client.place(&request).await.unwrap();
    }
}

#[tokio::test]
async fn the_address_of_every_product_is_checked() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    let request = |operation, member| request(operation, member, "notify");
    let refund = request("POST /v3/refund/domestic/refunds", "notify_url");
    client.refund(&refund).await.unwrap_err();
    let combined = request("POST /v3/combine-transactions/native", "notify_url");
    client.place_combined(&combined).await.unwrap_err();
    let deduction = request(
        "POST /v3/papay/pay/transactions/apply",
        "transaction_notify_url",
    );
    client.deduct(&deduction).await.unwrap_err();
    let service_order = request("POST /v3/payscore/serviceorder", "notify_url");
    client.create(&service_order).await.unwrap_err();
    let permission = request("POST /v3/payscore/permissions", "notify_url");
    client.ask(&permission).await.unwrap_err();
    let entries = list(sandbox, "requests?limit=5").await;
    let refused: Vec<_> = entries
        .iter()
        .rev()
        .map(|entry| (&entry["code"], &entry["detail"]["field"]))
        .collect();
    let fields = [
        "/notify_url",
        "/notify_url",
        "/transaction_notify_url",
        "/notify_url",
        "/notify_url",
    ];
    let code = json!("PARAM_ERROR");
    let fields = fields.map(Value::from);
    let expected: Vec<_> = fields.iter().map(|field| (&code, field)).collect();
    assert_eq!(refused, expected);
}

#[tokio::test]
async fn the_sandbox_s_user_sets_no_unusable_address() {
    let shop = &open().await;
    let path = "/sandbox/sharing/notify-urls/1900000109";
    let (status, body) = shop.post_body(path, "notify").await;
    let message = "the URL is no URL: write `https://host/path`, percent-encoded";
    assert_eq!(
        (status, serde_json::from_str(&body).unwrap()),
        (400, json!({ "code": "PARAM_ERROR", "message": message }))
    );
    for url in ["http://127.0.0.1/notify", ""] {
        assert_eq!(shop.post_body(path, url).await.0, 204, "{url}");
    }
}
