//! E-commerce platforms (电商平台): combined orders of their merchants, shared and refunded by operations of their own.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use serde_json::{Value, json};
use wechatpay_client::{Client, Result, wechatpay_api};

use crate::shop::{PROVIDER, Shop, open, receiver::Receiver, refusal, refused};

/// A merchant of the platform (二级商户).
const MERCHANT: &str = "1900000200";

/// A receiver of shares.
const SUPPLIER: &str = "1900000300";

#[wechatpay_api]
trait Platform {
    #[wechatpay_api(POST "/v3/combine-transactions/native")]
    async fn place(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/combine-transactions/out-trade-no/{combine_out_trade_no}")]
    async fn query(&self, combine_out_trade_no: &str) -> Result<Value>;

    #[wechatpay_api(POST "/v3/ecommerce/profitsharing/receivers/add")]
    async fn add_receiver(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/ecommerce/profitsharing/receivers/delete")]
    async fn delete_receiver(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/ecommerce/profitsharing/orders")]
    async fn share(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/ecommerce/profitsharing/orders")]
    async fn query_share(
        &self,
        #[query] sub_mchid: &str,
        #[query] transaction_id: &str,
        #[query] out_order_no: &str,
    ) -> Result<Value>;

    #[wechatpay_api(POST "/v3/ecommerce/profitsharing/finish-order")]
    async fn unfreeze(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/ecommerce/profitsharing/orders/{transaction_id}/amounts")]
    async fn query_amount(&self, transaction_id: &str) -> Result<Value>;

    #[wechatpay_api(POST "/v3/ecommerce/profitsharing/returnorders")]
    async fn return_share(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/ecommerce/profitsharing/returnorders")]
    async fn query_return(
        &self,
        #[query] sub_mchid: &str,
        #[query] out_return_no: &str,
        #[query] order_id: &str,
    ) -> Result<Value>;

    #[wechatpay_api(POST "/v3/ecommerce/refunds/apply")]
    async fn refund(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/ecommerce/refunds/{refund_id}/apply-abnormal-refund")]
    async fn name_account(&self, refund_id: &str, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/ecommerce/refunds/id/{refund_id}")]
    async fn query_refund_by_id(&self, refund_id: &str, #[query] sub_mchid: &str) -> Result<Value>;

    #[wechatpay_api(GET "/v3/ecommerce/refunds/out-refund-no/{out_refund_no}")]
    async fn query_refund(&self, out_refund_no: &str, #[query] sub_mchid: &str) -> Result<Value>;
}

/// Places and pays a combined order of one sub-order of 100 yuan. Returns the `transaction_id` of the sub-order.
async fn paid(shop: &Shop, platform: &Client) -> String {
    let request = json!({
        "combine_appid": "wxd678efh567hg6787",
        "combine_mchid": PROVIDER,
        "combine_out_trade_no": "P20260101",
        "sub_orders": [{
            "mchid": PROVIDER,
            "sub_mchid": MERCHANT,
            "attach": "深圳分店",
            "amount": { "total_amount": 10_000, "currency": "CNY" },
            "out_trade_no": "P20260101001",
            "description": "腾讯充值中心-QQ会员充值",
            "settle_info": { "profit_sharing": true },
        }],
        "notify_url": "https://www.weixin.qq.com/wxpay/pay.php",
    });
    platform.place(&request).await.unwrap();
    shop.did("/sandbox/combined-orders/1900000100/P20260101/pay")
        .await;
    shop.sandbox.forward(60).await.unwrap();
    let paid = platform.query("P20260101").await.unwrap();
    let id = &paid["sub_orders"][0]["transaction_id"];
    id.as_str().unwrap().to_owned()
}

fn receiver() -> Value {
    json!({ "appid": "wx8888888888888888", "type": "MERCHANT_ID", "account": SUPPLIER })
}

async fn add_receiver(platform: &Client) {
    let mut added = receiver();
    added["relation_type"] = "SUPPLIER".into();
    let error = platform.add_receiver(&added).await.unwrap_err();
    let missing = "type为MERCHANT_ID时name必填";
    assert_eq!(refusal(error), refused(400, "PARAM_ERROR", missing));
    added["name"] = "示例商户全称".into();
    let response = platform.add_receiver(&added).await.unwrap();
    assert_eq!(
        response,
        json!({ "type": "MERCHANT_ID", "account": SUPPLIER })
    );
}

fn sharing(transaction_id: &str) -> Value {
    json!({
        "appid": "wx8888888888888888",
        "sub_mchid": MERCHANT,
        "transaction_id": transaction_id,
        "out_order_no": "S1",
        "receivers": [{
            "type": "MERCHANT_ID",
            "receiver_account": SUPPLIER,
            "amount": 1_000,
            "description": "分给商户",
        }],
        "finish": false,
    })
}

#[tokio::test]
async fn a_platform_shares_the_money_of_its_merchants() {
    let shop = &open().await;
    let platform = &shop.client(PROVIDER);
    let id = &paid(shop, platform).await;
    let error = platform.share(&sharing(id)).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(400, "INVALID_REQUEST", "分账接收方关系不存在")
    );
    add_receiver(platform).await;
    let mut notified = Receiver::start(&[204]).await;
    let mut request = sharing(id);
    request["notify_url"] = notified.url.clone().into();
    let begun = platform.share(&request).await.unwrap();
    assert_eq!(begun["status"], "PROCESSING");
    assert_eq!(begun["receivers"][0]["receiver_account"], SUPPLIER);
    assert_eq!(begun["receivers"][0]["result"], "PENDING");
    shop.sandbox.forward(2).await.unwrap();
    let (event_type, resource) = notified.next_event_of(&shop.sandbox, PROVIDER).await;
    assert_eq!(event_type, "PROFITSHARING.SUCCESS");
    assert_eq!(
        (&resource["sp_mchid"], &resource["sub_mchid"]),
        (&json!(PROVIDER), &json!(MERCHANT))
    );
    let ended = platform.query_share(MERCHANT, id, "S1").await.unwrap();
    assert_eq!(ended["status"], "FINISHED");
    assert_eq!(ended["receivers"][0]["result"], "SUCCESS");

    let returning = json!({
        "sub_mchid": MERCHANT, "order_id": begun["order_id"], "out_return_no": "B1",
        "return_mchid": SUPPLIER, "amount": 400, "description": "分账回退",
    });
    let returned = platform.return_share(&returning).await.unwrap();
    assert_eq!(returned["result"], "SUCCESS");
    assert_eq!(returned["out_order_no"], "S1");
    assert_eq!(returned["return_no"].as_str().unwrap().len(), 28);
    let queried = platform.query_return(MERCHANT, "B1", begun["order_id"].as_str().unwrap());
    assert_eq!(queried.await.unwrap(), returned);
    let id_of_sharing = begun["order_id"].as_str().unwrap();
    let other = platform.query_return(SUPPLIER, "B1", id_of_sharing).await;
    assert_eq!(
        refusal(other.unwrap_err()),
        refused(404, "RESOURCE_NOT_EXISTS", "记录不存在")
    );
    assert_eq!(
        platform.query_amount(id).await.unwrap()["unsplit_amount"],
        9_000
    );
    let unfreezing = json!({
        "sub_mchid": MERCHANT, "transaction_id": id, "out_order_no": "U1", "description": "分账完结",
    });
    let unfrozen = platform.unfreeze(&unfreezing).await.unwrap();
    let names: Vec<_> = unfrozen.as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        ["order_id", "out_order_no", "sub_mchid", "transaction_id"]
    );
    assert_eq!(
        platform.query_amount(id).await.unwrap()["unsplit_amount"],
        0
    );
    assert_eq!(
        platform.delete_receiver(&receiver()).await.unwrap(),
        json!({ "type": "MERCHANT_ID", "account": SUPPLIER })
    );
}

fn refunding(id: &str, number: &str, amount: i64) -> Value {
    json!({
        "sub_mchid": MERCHANT, "sp_appid": "wx8888888888888888", "transaction_id": id,
        "out_refund_no": number,
        "amount": { "refund": amount, "total": 10_000, "currency": "CNY" },
    })
}

#[tokio::test]
async fn a_refund_of_a_platform_is_closed_or_goes_to_another_account() {
    let shop = &open().await;
    let platform = &shop.client(PROVIDER);
    let id = &paid(shop, platform).await;
    let mut notified = Receiver::start(&[204]).await;
    for (number, result, event, status) in [
        ("R1", "CLOSED", "REFUND.CLOSED", "CLOSE"),
        ("R2", "ABNORMAL", "REFUND.ABNORMAL", "ABNORMAL"),
    ] {
        let path = format!("/sandbox/orders/{PROVIDER}/P20260101001/refunds/{result}");
        shop.did(&path).await;
        let mut request = refunding(id, number, 10_000);
        request["notify_url"] = notified.url.clone().into();
        platform.refund(&request).await.unwrap();
        shop.sandbox.forward(2).await.unwrap();
        let (event_type, resource) = notified.next_event_of(&shop.sandbox, PROVIDER).await;
        assert_eq!(event_type, event);
        assert_eq!(resource["refund_status"], result);
        assert_eq!(resource["sub_mchid"], MERCHANT);
        let queried = platform.query_refund(number, MERCHANT).await.unwrap();
        assert_eq!(queried["status"], status);
    }
    let abnormal = platform.query_refund("R2", MERCHANT).await.unwrap();
    let refund_id = abnormal["refund_id"].as_str().unwrap();
    let mut account = json!({
        "sub_mchid": SUPPLIER, "out_refund_no": "R2", "type": "MERCHANT_BANK_CARD",
    });
    let error = platform.name_account(refund_id, &account).await;
    assert_eq!(
        refusal(error.unwrap_err()),
        refused(404, "RESOURCE_NOT_EXISTS", "退款单不存在")
    );
    account["sub_mchid"] = MERCHANT.into();
    let named = platform.name_account(refund_id, &account).await.unwrap();
    assert_eq!(named["status"], "PROCESSING");
    assert_eq!(named["user_received_account"], "商户结算银行账户");
    shop.sandbox.forward(2).await.unwrap();
    let (event_type, _) = notified.next_event_of(&shop.sandbox, PROVIDER).await;
    assert_eq!(event_type, "REFUND.SUCCESS");
}

#[tokio::test]
async fn a_platform_refunds_what_is_not_shared() {
    let shop = &open().await;
    let platform = &shop.client(PROVIDER);
    let id = &paid(shop, platform).await;
    add_receiver(platform).await;
    platform.share(&sharing(id)).await.unwrap();
    let error = platform
        .refund(&refunding(id, "R1", 9_001))
        .await
        .unwrap_err();
    assert_eq!(
        refusal(error),
        refused(400, "INVALID_REQUEST", "已分账的订单退款金额不足")
    );
    let refunded = platform.refund(&refunding(id, "R1", 9_000)).await.unwrap();
    let amount = json!({
        "refund": 9_000, "payer_refund": 9_000, "discount_refund": 0, "currency": "CNY",
    });
    assert_eq!(refunded["amount"], amount);
    assert_eq!(refunded.get("status"), None);
    let queried = platform.query_refund("R1", MERCHANT).await.unwrap();
    assert_eq!(queried["out_trade_no"], "P20260101001");
    assert_eq!(queried["refund_id"], refunded["refund_id"]);
    let refund_id = refunded["refund_id"].as_str().unwrap();
    let by_id = platform
        .query_refund_by_id(refund_id, MERCHANT)
        .await
        .unwrap();
    assert_eq!(by_id["out_refund_no"], "R1");
    let error = platform.query_refund("R1", SUPPLIER).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(404, "RESOURCE_NOT_EXISTS", "退款单不存在")
    );
    let error = platform.query_refund("R2", MERCHANT).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(404, "RESOURCE_NOT_EXISTS", "退款单不存在")
    );
    let order = platform.query("P20260101").await.unwrap();
    assert_eq!(order["sub_orders"][0]["trade_state"], "REFUND");
}

#[tokio::test]
async fn a_platform_names_the_accounts_that_pay_a_refund() {
    let shop = &open().await;
    let platform = &shop.client(PROVIDER);
    let id = &paid(shop, platform).await;
    let from = json!([
        { "account": "AVAILABLE", "amount": 60 },
        { "account": "UNAVAILABLE", "amount": 40 },
    ]);
    let mut request = refunding(id, "R1", 100);
    request["funds_account"] = "AVAILABLE".into();
    request["amount"]["from"] = from.clone();
    let refunded = platform.refund(&request).await.unwrap();
    let queried = platform.query_refund("R1", MERCHANT).await.unwrap();
    assert_eq!(refunded["amount"]["from"], from);
    assert_eq!(queried["amount"]["from"], from);
    assert_eq!(queried["funds_account"], "AVAILABLE");
    for refund in [refunded, queried] {
        assert_eq!(refund["refund_account"], "REFUND_SOURCE_SUB_MERCHANT");
    }
    platform.refund(&refunding(id, "R2", 100)).await.unwrap();
    let queried = platform.query_refund("R2", MERCHANT).await.unwrap();
    assert_eq!(queried["funds_account"], "UNSETTLED");
    assert_eq!(queried["amount"].get("from"), None);
}
