//! Orders and refunds: their states, as a program of the merchant sees them.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use chrono::{TimeDelta, Utc};
use serde::Serialize;
use serde_json::{Value, json};
use wechatpay_client::{Client, Result, Verifier, wechatpay_api};

use crate::shop::{
    MCHID, Orders as _, Payer, Shop, no_openid, open, open_in, order, page::get, refund, refusal,
    refused, user::list,
};

#[tokio::test]
async fn an_order_is_placed_once_with_its_parameters() {
    let Shop { client, .. } = &open().await;
    let first = client.place(&order("20260101001", 100)).await.unwrap();
    assert!(first["code_url"].as_str().unwrap().starts_with("weixin://"));
    client.place(&order("20260101001", 100)).await.unwrap();
    let error = client.place(&order("20260101001", 101)).await.unwrap_err();
    assert_eq!(refusal(error), refused(400, "INVALID_REQUEST", 268_498_688));
    let queried = client.query("20260101001", MCHID).await.unwrap();
    assert_eq!(queried["trade_state"], "NOTPAY");
    assert_eq!(queried.get("transaction_id"), None);
    let error = client.query("20260101002", MCHID).await.unwrap_err();
    assert_eq!(refusal(error), refused(404, "ORDER_NOT_EXIST", 268_512_771));
}

#[wechatpay_api]
trait IdentifiedOrders {
    #[wechatpay_api(POST "/v3/pay/transactions/native")]
    async fn place_identified(&self, body: &Identified) -> Result<Value>;
}

#[wechatpay_api]
trait OtherOrders {
    #[wechatpay_api(POST "/v3/pay/transactions/h5")]
    async fn place_h5(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
    async fn place_jsapi(&self, body: &Value) -> Result<Value>;
}

/// An order that only a user with this identity can pay.
#[derive(Serialize)]
struct Identified {
    #[serde(flatten)]
    members: Value,
    payer: Payer,
}

fn identified(name: &str) -> Identified {
    Identified {
        members: order("20260101001", 100),
        payer: Payer::new(name),
    }
}

#[tokio::test]
async fn an_order_with_an_identity_is_placed_again_with_other_ciphertexts() {
    let Shop { client, .. } = &open().await;
    client.place_identified(&identified("张三")).await.unwrap();
    client.place_identified(&identified("张三")).await.unwrap();
    let other = client.place_identified(&identified("李四")).await;
    assert_eq!(
        refusal(other.unwrap_err()),
        refused(400, "INVALID_REQUEST", 268_498_688)
    );
}

#[tokio::test]
async fn only_amounts_in_cny_are_known() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    let mut foreign = order("20260101001", 100);
    foreign["amount"]["currency"] = json!("USD");
    let error = client.place(&foreign).await.unwrap_err();
    assert!(error.to_string().contains("/amount/currency"), "{error}");
    assert_eq!(refusal(error), refused(400, "PARAM_ERROR", "参数错误"));
    client.place(&order("20260101001", 100)).await.unwrap();
    sandbox.pay(MCHID, "20260101001").await.unwrap();
    let mut foreign = refund("20260101001", "R1", 100, 1);
    foreign["amount"]["currency"] = json!("USD");
    let error = client.refund(&foreign).await.unwrap_err();
    assert_eq!(refusal(error), refused(400, "PARAM_ERROR", "参数错误"));
}

#[tokio::test]
async fn the_merchant_in_a_request_is_the_one_that_signs() {
    let Shop { client, .. } = &open().await;
    let other = "1900000108";
    client.place(&order("20260101001", 100)).await.unwrap();
    let mut foreign = order("20260101002", 100);
    foreign["mchid"] = json!(other);
    let close = json!({ "mchid": other });
    for error in [
        client.place(&foreign).await.unwrap_err(),
        client.query("20260101001", other).await.unwrap_err(),
        client.close("20260101001", &close).await.unwrap_err(),
    ] {
        let message = "http header中的mchid与post payload中的mchid不匹配";
        assert_eq!(refusal(error), refused(400, "PARAM_ERROR", message));
    }
}

#[tokio::test]
async fn an_order_of_jsapi_names_its_user() {
    let Shop { client, .. } = &open().await;
    let mut request = order("20260101001", 100);
    for payer in [json!({}), json!({ "openid": " " })] {
        request["payer"] = payer;
        let error = client.place_jsapi(&request).await.unwrap_err();
        assert_eq!(refusal(error), refused(400, "PARAM_ERROR", 268_501_013));
    }
    request["payer"] = json!({ "openid": "" });
    let error = client.place_jsapi(&request).await.unwrap_err();
    assert_eq!(refusal(error), no_openid("payer/openid", "用户标识"));
    request["payer"] = json!({ "openid": "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o" });
    client.place_jsapi(&request).await.unwrap();
}

#[tokio::test]
async fn a_closed_order_is_neither_paid_nor_placed_again() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    client.place(&order("20260101001", 100)).await.unwrap();
    for _ in 0..2 {
        client
            .close("20260101001", &json!({ "mchid": MCHID }))
            .await
            .unwrap();
    }
    let queried = client.query("20260101001", MCHID).await.unwrap();
    assert_eq!(queried["trade_state"], "CLOSED");
    let error = client.place(&order("20260101001", 100)).await.unwrap_err();
    assert_eq!(refusal(error), refused(400, "ORDER_CLOSED", 268_447_914));
    let error = sandbox.pay(MCHID, "20260101001").await.unwrap_err();
    assert_eq!(error.to_string(), "400 ORDER_CLOSED: 该订单已失效");
}

#[tokio::test]
async fn a_paid_order_is_refunded_within_its_total() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    client.place(&order("1", 100)).await.unwrap_err();
    client.place(&order("20260101001", 100)).await.unwrap();
    let error = client
        .refund(&refund("20260101001", "R1", 100, 1))
        .await
        .unwrap_err();
    assert_eq!(refusal(error), refused(403, "TRADE_ERROR", "订单未支付"));
    sandbox.pay(MCHID, "20260101001").await.unwrap();
    let paid = client.query("20260101001", MCHID).await.unwrap();
    assert_eq!(paid["trade_state"], "SUCCESS");
    assert_eq!(paid["amount"]["payer_total"], 100);
    assert_eq!(paid["transaction_id"].as_str().unwrap().len(), 28);
    let error = client
        .close("20260101001", &json!({ "mchid": MCHID }))
        .await
        .unwrap_err();
    assert_eq!(refusal(error), refused(400, "ORDERPAID", 268_449_538));

    let first = client
        .refund(&refund("20260101001", "R1", 100, 60))
        .await
        .unwrap();
    assert_eq!(first["status"], "PROCESSING");
    let again = client
        .refund(&refund("20260101001", "R1", 100, 60))
        .await
        .unwrap();
    assert_eq!(again["refund_id"], first["refund_id"]);
    let error = client
        .refund(&refund("20260101001", "R1", 100, 61))
        .await
        .unwrap_err();
    assert_eq!(refusal(error), refused(400, "INVALID_REQUEST", 268_498_688));
    let error = client
        .refund(&refund("20260101001", "R2", 100, 41))
        .await
        .unwrap_err();
    assert_eq!(
        refusal(error),
        refused(400, "INVALID_REQUEST", "退款金额大于可退金额")
    );
    client
        .refund(&refund("20260101001", "R2", 100, 40))
        .await
        .unwrap();
    let queried = client.query("20260101001", MCHID).await.unwrap();
    assert_eq!(queried["trade_state"], "REFUND");
    let queried = client.query_refund("R2").await.unwrap();
    assert_eq!(queried["amount"]["refund"], 40);
}

/// The path of the page on which a user pays by the response of a Native order.
fn payer(placed: &Value) -> String {
    let (_, prepay_id) = placed["code_url"]
        .as_str()
        .unwrap()
        .split_once('=')
        .unwrap();
    format!("/pay/{prepay_id}")
}

#[tokio::test]
async fn an_order_that_is_placed_again_has_a_new_code() {
    let shop = &open().await;
    let request = &order("20260101001", 100);
    let first = payer(&shop.client.place(request).await.unwrap());
    assert_eq!(get(shop, &first).await.status, 200);
    let second = payer(&shop.client.place(request).await.unwrap());
    assert_eq!(get(shop, &first).await.status, 404);
    assert_eq!(get(shop, &second).await.status, 200);
}

#[tokio::test]
async fn a_user_pays_in_two_hours_or_five_minutes_in_a_browser() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    let over = "400 INVALID_REQUEST: 支付请求已失效，请使用原参数重新下单";
    let mut browser = order("20260101002", 100);
    browser["scene_info"] = json!({
        "payer_client_ip": "14.23.150.211",
        "h5_info": { "type": "Wap" },
    });
    client.place(&order("20260101001", 100)).await.unwrap();
    client.place_h5(&browser).await.unwrap();
    sandbox.forward(300).await.unwrap();
    let error = sandbox.pay(MCHID, "20260101002").await.unwrap_err();
    assert_eq!(error.to_string(), over);
    client.place_h5(&browser).await.unwrap();
    sandbox.pay(MCHID, "20260101002").await.unwrap();

    sandbox.forward(2 * 3_600 - 300).await.unwrap();
    let error = sandbox.pay(MCHID, "20260101001").await.unwrap_err();
    assert_eq!(error.to_string(), over);
    let queried = client.query("20260101001", MCHID).await.unwrap();
    assert_eq!(queried["trade_state"], "NOTPAY");
    client.place(&order("20260101001", 100)).await.unwrap();
    sandbox.forward(2 * 3_600 - 60).await.unwrap();
    sandbox.pay(MCHID, "20260101001").await.unwrap();
}

#[tokio::test]
async fn an_order_is_closed_at_its_time_or_after_seven_days() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    let soon = Utc::now() + TimeDelta::minutes(2);
    let soon = soon.format("%Y-%m-%dT%H:%MZ").to_string();
    let request = |number, time: &str| {
        let mut request = order(number, 100);
        request["time_expire"] = json!(time);
        request
    };
    for (number, time) in [
        ("20260101001", "2099-01-01T00:00:00+08:00"),
        ("20260101002", &soon),
    ] {
        client.place(&request(number, time)).await.unwrap();
    }
    sandbox.forward(120).await.unwrap();
    let repeated = client.place(&request("20260101002", &soon)).await;
    assert_eq!(
        refusal(repeated.unwrap_err()),
        refused(400, "ORDER_CLOSED", 268_447_914)
    );
    let queried = client.query("20260101002", MCHID).await.unwrap();
    assert_eq!(queried["trade_state"], "CLOSED");
    let queried = client.query("20260101001", MCHID).await.unwrap();
    assert_eq!(queried["trade_state"], "NOTPAY");
    sandbox.forward(7 * 86_400).await.unwrap();
    let queried = client.query("20260101001", MCHID).await.unwrap();
    assert_eq!(queried["trade_state"], "CLOSED");
}

#[tokio::test]
async fn a_new_order_does_not_end_in_the_past() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    let past = "2020-01-01T00:00:00+08:00";
    for (time, issue) in [
        (
            past,
            "is not in the future by the clock of the sandbox: send a later time",
        ),
        (
            "20991231235959",
            "is no time of RFC 3339: send a time such as `2018-06-08T10:34:56+08:00`",
        ),
    ] {
        let mut request = order("20260101001", 100);
        request["time_expire"] = json!(time);
        client.place(&request).await.unwrap_err();
        let entry = list(sandbox, "requests?limit=1").await.remove(0);
        assert_eq!(entry["code"], "PARAM_ERROR");
        let detail =
            json!({ "field": "/time_expire", "issue": issue, "location": "body", "value": time });
        assert_eq!(entry["detail"], detail);
    }
    let mut request = order("20260101001", 100);
    request["time_expire"] = json!("2099-01-01T00:00:00+08:00");
    client.place(&request).await.unwrap();
}

#[tokio::test]
async fn an_order_that_is_not_paid_in_time_is_closed() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    client.place(&order("20260101001", 100)).await.unwrap();
    sandbox.forward(7 * 86_400 - 60).await.unwrap();
    let queried = client.query("20260101001", MCHID).await.unwrap();
    assert_eq!(queried["trade_state"], "NOTPAY");
    sandbox.forward(60).await.unwrap();
    let queried = client.query("20260101001", MCHID).await.unwrap();
    assert_eq!(queried["trade_state"], "CLOSED");
}

#[tokio::test]
async fn a_restart_keeps_keys_and_state() {
    let Shop {
        client,
        sandbox,
        folder,
    } = open().await;
    client.place(&order("20260101001", 100)).await.unwrap();
    let account = sandbox.folder().accounts().next().unwrap();
    let serial_no = account.keys.merchant().serial_no().to_owned();
    drop(sandbox);
    let Shop { sandbox, .. } = &open_in(folder).await;
    let account = sandbox.folder().accounts().next().unwrap();
    assert_eq!(account.keys.merchant().serial_no(), serial_no);
    sandbox.pay(MCHID, "20260101001").await.unwrap();
}

#[tokio::test]
async fn a_program_with_fixed_hosts_comes_by_the_proxy_or_by_plain_http() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    client.place(&order("20260101001", 100)).await.unwrap();
    let account = sandbox.folder().accounts().next().unwrap();
    let builder = || {
        Client::builder(
            account.keys.merchant(),
            Verifier::new(account.keys.public_key()),
        )
    };
    let fixed = builder()
        .proxy(format!("http://{}", sandbox.addresses().proxy))
        .root_certificates(std::fs::read(sandbox.folder().authority()).unwrap());
    let plain = builder().base_url(format!("http://{}", sandbox.addresses().http));
    for builder in [fixed, plain] {
        let queried = builder
            .build()
            .unwrap()
            .query("20260101001", MCHID)
            .await
            .unwrap();
        assert_eq!(queried["trade_state"], "NOTPAY");
    }
}
