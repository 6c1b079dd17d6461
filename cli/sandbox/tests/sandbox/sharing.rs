//! Profit sharing (分账): receivers, shares, the rest, returns, and their limits.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use std::time::Duration;

use serde::Serialize;
use serde_json::{Value, json};
use tokio::time::sleep;
use wechatpay_client::{Client, Result, Sensitive, wechatpay_api};

use crate::shop::{
    MCHID, Orders as _, PROVIDER, Shop, open, order, receiver::Receiver, refund, refusal, refused,
};

/// A merchant of the sandbox that gets shares, in the mode of public keys.
const SUPPLIER: &str = PROVIDER;

#[wechatpay_api]
trait Sharing {
    #[wechatpay_api(POST "/v3/profitsharing/receivers/add")]
    async fn add_receiver(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/profitsharing/receivers/add")]
    async fn add_named(&self, body: &NamedReceiver) -> Result<Value>;

    #[wechatpay_api(POST "/v3/profitsharing/receivers/delete")]
    async fn delete_receiver(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/profitsharing/orders")]
    async fn share(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/profitsharing/orders")]
    async fn share_with(&self, body: &Named) -> Result<Value>;

    #[wechatpay_api(GET "/v3/profitsharing/orders/{out_order_no}")]
    async fn query_share(&self, out_order_no: &str, #[query] transaction_id: &str)
    -> Result<Value>;

    #[wechatpay_api(POST "/v3/profitsharing/orders/unfreeze")]
    async fn unfreeze(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/profitsharing/return-orders")]
    async fn return_share(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/profitsharing/return-orders/{out_return_no}")]
    async fn query_return(&self, out_return_no: &str, #[query] out_order_no: &str)
    -> Result<Value>;

    #[wechatpay_api(GET "/v3/profitsharing/transactions/{transaction_id}/amounts")]
    async fn query_amount(&self, transaction_id: &str) -> Result<Value>;

    #[wechatpay_api(GET "/v3/profitsharing/merchant-configs/{sub_mchid}")]
    async fn query_ratio(&self, sub_mchid: &str) -> Result<Value>;

    #[wechatpay_api(POST "/v3/combine-transactions/native")]
    async fn place_combined(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/combine-transactions/out-trade-no/{combine_out_trade_no}")]
    async fn query_combined(&self, combine_out_trade_no: &str) -> Result<Value>;

    #[wechatpay_api(POST "/v3/pay/partner/transactions/native")]
    async fn place_as_partner(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/pay/partner/transactions/out-trade-no/{out_trade_no}")]
    async fn query_as_partner(
        &self,
        out_trade_no: &str,
        #[query] sp_mchid: &str,
        #[query] sub_mchid: &str,
    ) -> Result<Value>;
}

fn supplier() -> Value {
    json!({
        "appid": "wxd678efh567hg6787",
        "type": "MERCHANT_ID",
        "account": SUPPLIER,
        "relation_type": "SUPPLIER",
    })
}

fn sharing(transaction_id: &str, out_order_no: &str, amount: i64) -> Value {
    json!({
        "appid": "wxd678efh567hg6787",
        "transaction_id": transaction_id,
        "out_order_no": out_order_no,
        "receivers": [{
            "type": "MERCHANT_ID",
            "account": SUPPLIER,
            "amount": amount,
            "description": "分给商户",
        }],
        "unfreeze_unsplit": false,
    })
}

/// A sharing whose receiver is named.
#[derive(Serialize)]
struct Named {
    #[serde(flatten)]
    members: Value,
    receivers: [NamedReceiver; 1],
}

#[derive(Serialize)]
struct NamedReceiver {
    #[serde(flatten)]
    members: Value,
    name: Sensitive,
}

fn named_receiver(members: Value) -> NamedReceiver {
    NamedReceiver {
        members,
        name: "示例商户全称".into(),
    }
}

fn named(mut members: Value, name: &str) -> Named {
    let receivers = members.as_object_mut().unwrap().remove("receivers");
    let receiver = NamedReceiver {
        members: receivers.unwrap()[0].take(),
        name: name.into(),
    };
    Named {
        members,
        receivers: [receiver],
    }
}

fn unfreezing(transaction_id: &str, out_order_no: &str) -> Value {
    json!({
        "transaction_id": transaction_id,
        "out_order_no": out_order_no,
        "description": "解冻全部剩余资金",
    })
}

fn returning(out_return_no: &str, amount: i64) -> Value {
    json!({
        "out_order_no": "S1",
        "out_return_no": out_return_no,
        "return_mchid": SUPPLIER,
        "amount": amount,
        "description": "用户退款",
    })
}

/// An order for sharing of 100 yuan, paid a minute ago, and its `transaction_id`.
async fn paid(shop: &Shop) -> String {
    let mut request = order("20260101001", 10_000);
    request["settle_info"] = json!({ "profit_sharing": true });
    shop.client.place(&request).await.unwrap();
    shop.sandbox.pay(MCHID, "20260101001").await.unwrap();
    shop.sandbox.forward(60).await.unwrap();
    let paid = shop.client.query("20260101001", MCHID).await.unwrap();
    paid["transaction_id"].as_str().unwrap().to_owned()
}

/// Shares of that order with a supplier, until the money is there.
async fn shared(shop: &Shop, id: &str, out_order_no: &str, amount: i64) {
    let mut receiver = Receiver::start(&[204]).await;
    let mut request = sharing(id, out_order_no, amount);
    request["notify_url"] = receiver.url.clone().into();
    shop.client.share(&request).await.unwrap();
    shop.sandbox.forward(2).await.unwrap();
    receiver.next().await;
}

async fn unsplit(client: &Client, id: &str) -> i64 {
    let amount = client.query_amount(id).await.unwrap();
    amount["unsplit_amount"].as_i64().unwrap()
}

#[tokio::test]
async fn a_share_arrives_and_is_notified() {
    let shop = &open().await;
    let client = &shop.client;
    let id = &paid(shop).await;
    let added = client.add_named(&named_receiver(supplier())).await.unwrap();
    let expected =
        json!({ "type": "MERCHANT_ID", "account": SUPPLIER, "relation_type": "SUPPLIER" });
    assert_eq!(added, expected);

    let mut supplied = Receiver::start(&[204]).await;
    let path = format!("/sandbox/sharing/notify-urls/{SUPPLIER}");
    assert_eq!(shop.post_body(&path, &supplied.url).await.0, 204);
    let mut receiver = Receiver::start(&[204]).await;
    let mut request = sharing(id, "S1", 1_000);
    request["notify_url"] = receiver.url.clone().into();
    let begun = client.share(&request).await.unwrap();
    assert_eq!(begun["state"], "PROCESSING");
    assert_eq!(begun["receivers"][0]["result"], "PENDING");
    assert_eq!(
        begun["receivers"][0]["finish_time"],
        "1970-01-01T08:00:00+08:00"
    );
    assert_eq!(unsplit(client, id).await, 9_000);
    shop.sandbox.forward(2).await.unwrap();

    let (event_type, resource) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(event_type, "PROFITSHARING.SUCCESS");
    assert_eq!(
        (&resource["mchid"], &resource["order_id"]),
        (&json!(MCHID), &begun["order_id"])
    );
    let share = json!({
        "type": "MERCHANT_ID", "account": SUPPLIER, "amount": 1_000, "description": "分给商户",
    });
    assert_eq!(resource["receiver"], share);
    let (event_type, of_supplier) = supplied.next_event_of(&shop.sandbox, SUPPLIER).await;
    assert_eq!(
        (event_type.as_str(), of_supplier),
        ("PROFITSHARING.SUCCESS", resource)
    );
    let ended = client.query_share("S1", id).await.unwrap();
    assert_eq!(ended["state"], "FINISHED");
    assert_eq!(ended["receivers"][0]["result"], "SUCCESS");
    assert_eq!(ended["receivers"][0].get("fail_reason"), None);
    let error = client.query_share("S2", id).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(404, "RESOURCE_NOT_EXISTS", "记录不存在")
    );
}

#[tokio::test]
async fn only_a_paid_order_for_sharing_is_shared() {
    let shop = &open().await;
    let client = &shop.client;
    client.add_named(&named_receiver(supplier())).await.unwrap();
    let mut request = order("20260101001", 10_000);
    client.place(&order("20260101002", 10_000)).await.unwrap();
    shop.sandbox.pay(MCHID, "20260101002").await.unwrap();
    request["settle_info"] = json!({ "profit_sharing": true });
    client.place(&request).await.unwrap();
    shop.sandbox.pay(MCHID, "20260101001").await.unwrap();
    let mut ids = Vec::new();
    for number in ["20260101001", "20260101002"] {
        let paid = client.query(number, MCHID).await.unwrap();
        ids.push(paid["transaction_id"].as_str().unwrap().to_owned());
    }
    for (id, message) in [
        (ids[0].as_str(), "订单处理中，请稍后重试"),
        (&ids[1], "非分账订单不支持分账"),
        ("4208450740201411110007820472", "非分账订单不支持分账"),
    ] {
        let error = client.share(&sharing(id, "S1", 1)).await.unwrap_err();
        assert_eq!(refusal(error), refused(400, "INVALID_REQUEST", message));
    }
    let error = client.query_amount(&ids[1]).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(404, "RESOURCE_NOT_EXISTS", "记录不存在")
    );
}

#[tokio::test]
async fn a_share_needs_a_receiver_the_money_and_the_ratio() {
    let shop = &open().await;
    let client = &shop.client;
    let id = &paid(shop).await;
    let error = client.share(&sharing(id, "S1", 1)).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(400, "INVALID_REQUEST", "分账接收方关系不存在")
    );
    client.add_named(&named_receiver(supplier())).await.unwrap();
    let error = client.share(&sharing(id, "S1", 10_001)).await.unwrap_err();
    assert_eq!(refusal(error), refused(403, "NOT_ENOUGH", "分账金额不足"));
    let error = client.share(&sharing(id, "S1", 3_001)).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(403, "RULE_LIMIT", "分账金额超出最大分账比例")
    );
    let error = client.share(&sharing(id, "S1", 0)).await.unwrap_err();
    assert!(error.to_string().contains("/receivers/0/amount"), "{error}");
    assert_eq!(refusal(error), refused(400, "PARAM_ERROR", "参数错误"));
    let mut nobody = sharing(id, "S1", 1);
    nobody["receivers"] = json!([]);
    let error = client.share(&nobody).await.unwrap_err();
    assert!(
        error
            .to_string()
            .contains("has the length 0: send 1 to 50 receivers"),
        "{error}"
    );
    shop.did("/sandbox/sharing/ratios/1900000109/10000").await;
    assert_eq!(
        client.query_ratio(MCHID).await.unwrap()["max_ratio"],
        10_000
    );
    client.share(&sharing(id, "S1", 10_000)).await.unwrap();
    let error = client.share(&sharing(id, "S2", 1)).await.unwrap_err();
    assert_eq!(refusal(error), refused(403, "NOT_ENOUGH", "分账金额不足"));
    let above = "/sandbox/sharing/ratios/1900000109/10001";
    let reason = "`ratio` is not a whole number from 0 to 10000";
    shop.refuses(above, reason).await;
}

#[tokio::test]
async fn a_number_of_a_sharing_is_used_once() {
    let shop = &open().await;
    let client = &shop.client;
    let id = &paid(shop).await;
    client.add_named(&named_receiver(supplier())).await.unwrap();
    let first = client.share(&sharing(id, "S1", 1_000)).await.unwrap();
    let again = client.share(&sharing(id, "S1", 1_000)).await.unwrap();
    assert_eq!(again["order_id"], first["order_id"]);
    let error = client.share(&sharing(id, "S1", 999)).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(400, "INVALID_REQUEST", "分账接收方与原请求不一致")
    );
    // The response is that of the sharing, and nothing is unfrozen.
    let reused = client.unfreeze(&unfreezing(id, "S1")).await.unwrap();
    assert_eq!(reused["order_id"], first["order_id"]);
    assert_eq!(unsplit(client, id).await, 9_000);
}

#[tokio::test]
async fn a_sharing_with_names_is_repeated_with_other_ciphertexts() {
    let shop = &open().await;
    let client = &shop.client;
    let id = &paid(shop).await;
    client.add_named(&named_receiver(supplier())).await.unwrap();
    let request = |name: &str| named(sharing(id, "S1", 1_000), name);
    let first = client.share_with(&request("张三")).await.unwrap();
    let again = client.share_with(&request("张三")).await.unwrap();
    assert_eq!(again["order_id"], first["order_id"]);
    let error = client.share_with(&request("李四")).await.unwrap_err();
    assert!(
        error.to_string().contains("分账接收方与原请求不一致"),
        "{error}"
    );
}

#[tokio::test]
async fn the_rest_is_unfrozen_once() {
    let shop = &open().await;
    let client = &shop.client;
    let id = &paid(shop).await;
    client.add_named(&named_receiver(supplier())).await.unwrap();
    client.share(&sharing(id, "S1", 1_000)).await.unwrap();
    let unfrozen = client.unfreeze(&unfreezing(id, "U1")).await.unwrap();
    assert_eq!(unfrozen["receivers"][0]["amount"], 9_000);
    assert_eq!(unfrozen["receivers"][0]["account"], MCHID);
    let again = client.unfreeze(&unfreezing(id, "U1")).await.unwrap();
    assert_eq!(again["order_id"], unfrozen["order_id"]);
    assert_eq!(unsplit(client, id).await, 0);
    for error in [
        client.unfreeze(&unfreezing(id, "U2")).await.unwrap_err(),
        client.share(&sharing(id, "S2", 1)).await.unwrap_err(),
    ] {
        assert_eq!(
            refusal(error),
            refused(400, "INVALID_REQUEST", "订单已完结分账，不支持分账")
        );
    }
}

#[tokio::test]
async fn unfrozen_money_is_no_share_to_return() {
    let shop = &open().await;
    let client = &shop.client;
    let id = &paid(shop).await;
    client.unfreeze(&unfreezing(id, "S1")).await.unwrap();
    shop.sandbox.forward(2).await.unwrap();
    for attempt in 0.. {
        let unfrozen = client.query_share("S1", id).await.unwrap();
        if unfrozen["state"] == "FINISHED" {
            assert_eq!(unfrozen["receivers"][0]["result"], "SUCCESS");
            break;
        }
        assert!(attempt < 500, "the unfreezing does not end");
        sleep(Duration::from_millis(20)).await;
    }
    let mut request = returning("B1", 1);
    request["return_mchid"] = MCHID.into();
    let error = client.return_share(&request).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(403, "NOT_ENOUGH", "剩余可回退的金额不足")
    );
}

#[tokio::test]
async fn money_is_unfrozen_after_thirty_days() {
    let shop = &open().await;
    let client = &shop.client;
    let id = &paid(shop).await;
    client.add_named(&named_receiver(supplier())).await.unwrap();
    shop.sandbox.forward(30 * 86_400).await.unwrap();
    assert_eq!(unsplit(client, id).await, 0);
    let error = client.share(&sharing(id, "S1", 1)).await.unwrap_err();
    assert_eq!(refusal(error), refused(403, "NOT_ENOUGH", "分账金额不足"));
    let error = client.unfreeze(&unfreezing(id, "U1")).await.unwrap_err();
    assert_eq!(refusal(error), refused(403, "NOT_ENOUGH", "分账金额为0"));
}

#[tokio::test]
async fn refunds_and_shares_are_not_more_than_the_money() {
    let shop = &open().await;
    let client = &shop.client;
    let id = &paid(shop).await;
    client.add_named(&named_receiver(supplier())).await.unwrap();
    shared(shop, id, "S1", 3_000).await;
    let above = client
        .refund(&refund("20260101001", "R1", 10_000, 7_001))
        .await
        .unwrap_err();
    assert_eq!(
        refusal(above),
        refused(400, "INVALID_REQUEST", "已分账的订单退款金额不足")
    );
    client
        .refund(&refund("20260101001", "R1", 10_000, 6_000))
        .await
        .unwrap();
    assert_eq!(unsplit(client, id).await, 1_000);
    // The ratio is that of the money without refunds.
    let error = client.share(&sharing(id, "S2", 1)).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(403, "RULE_LIMIT", "分账金额超出最大分账比例")
    );
    let above = client
        .refund(&refund("20260101001", "R2", 10_000, 1_001))
        .await;
    assert_eq!(
        refusal(above.unwrap_err()),
        refused(400, "INVALID_REQUEST", "已分账的订单退款金额不足")
    );
    client.return_share(&returning("B1", 3_000)).await.unwrap();
    assert_eq!(unsplit(client, id).await, 1_000);
    client
        .refund(&refund("20260101001", "R2", 10_000, 4_000))
        .await
        .unwrap();
    assert_eq!(unsplit(client, id).await, 0);
}

#[tokio::test]
async fn a_share_that_does_not_arrive_is_closed_with_its_reason() {
    let shop = &open().await;
    let client = &shop.client;
    let id = &paid(shop).await;
    client.add_named(&named_receiver(supplier())).await.unwrap();
    let other = json!({
        "appid": "wxd678efh567hg6787", "type": "PERSONAL_OPENID", "account": "oAnother",
        "relation_type": "STAFF",
    });
    client.add_receiver(&other).await.unwrap();
    shop.did("/sandbox/sharing/receivers/oAnother/RECEIVER_HIGH_RISK")
        .await;
    let unknown = "/sandbox/sharing/receivers/oAnother/LOST";
    let reason =
        "the result is neither SUCCESS nor a fail_reason of a share, such as ACCOUNT_ABNORMAL";
    shop.refuses(unknown, reason).await;
    let mut receiver = Receiver::start(&[204]).await;
    let mut request = sharing(id, "S1", 100);
    request["notify_url"] = receiver.url.clone().into();
    let second = json!({
        "type": "PERSONAL_OPENID", "account": "oAnother", "amount": 200, "description": "分给员工",
    });
    request["receivers"]
        .as_array_mut()
        .unwrap()
        .insert(0, second);
    client.share(&request).await.unwrap();
    shop.sandbox.forward(2).await.unwrap();
    let (_, resource) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(resource["receiver"]["account"], SUPPLIER);
    let ended = client.query_share("S1", id).await.unwrap();
    assert_eq!(ended["state"], "FINISHED");
    assert_eq!(ended["receivers"][0]["result"], "CLOSED");
    assert_eq!(ended["receivers"][0]["fail_reason"], "RECEIVER_HIGH_RISK");
    assert_eq!(ended["receivers"][1]["result"], "SUCCESS");
    assert_eq!(unsplit(client, id).await, 9_900);
}

#[tokio::test]
async fn a_deleted_receiver_gets_no_share() {
    let shop = &open().await;
    let client = &shop.client;
    let id = &paid(shop).await;
    for (change, missing) in [
        (json!({}), "type为MERCHANT_ID时name必填"),
        (
            json!({ "type": "PERSONAL_OPENID", "relation_type": "CUSTOM" }),
            "relation_type为CUSTOM时custom_relation必填",
        ),
        (
            json!({ "type": "PERSONAL_SUB_OPENID", "sub_mchid": "1900000200" }),
            "type为PERSONAL_SUB_OPENID时sub_appid必填",
        ),
    ] {
        let mut incomplete = supplier();
        let members = incomplete.as_object_mut().unwrap();
        members.extend(change.as_object().unwrap().clone());
        let error = client.add_receiver(&incomplete).await.unwrap_err();
        assert_eq!(refusal(error), refused(400, "PARAM_ERROR", missing));
    }
    let mut unnamed = named_receiver(supplier());
    unnamed.name = "".into();
    assert_eq!(
        refusal(client.add_named(&unnamed).await.unwrap_err()),
        refused(400, "PARAM_ERROR", "type为MERCHANT_ID时name必填")
    );
    let mut deletion = supplier();
    deletion.as_object_mut().unwrap().remove("relation_type");
    let error = client.delete_receiver(&deletion).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(400, "INVALID_REQUEST", "分账接收方关系不存在")
    );
    client.add_named(&named_receiver(supplier())).await.unwrap();
    let deleted = client.delete_receiver(&deletion).await.unwrap();
    assert_eq!(
        deleted,
        json!({ "type": "MERCHANT_ID", "account": SUPPLIER })
    );
    let error = client.share(&sharing(id, "S1", 1)).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(400, "INVALID_REQUEST", "分账接收方关系不存在")
    );
    client.add_named(&named_receiver(supplier())).await.unwrap();
    client.share(&sharing(id, "S1", 1)).await.unwrap();
}

#[tokio::test]
async fn a_receiver_returns_at_most_its_share() {
    let shop = &open().await;
    let client = &shop.client;
    let id = &paid(shop).await;
    client.add_named(&named_receiver(supplier())).await.unwrap();
    let error = client.return_share(&returning("B1", 1)).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(404, "RESOURCE_NOT_EXISTS", "记录不存在")
    );
    shared(shop, id, "S1", 1_000).await;
    let mut other = returning("B1", 1);
    other["order_id"] = "3008450740201411110007820472".into();
    let error = client.return_share(&other).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(404, "RESOURCE_NOT_EXISTS", "记录不存在")
    );
    let mut supplied = Receiver::start(&[204]).await;
    let path = format!("/sandbox/sharing/notify-urls/{SUPPLIER}");
    assert_eq!(shop.post_body(&path, &supplied.url).await.0, 204);
    let returned = client.return_share(&returning("B1", 600)).await.unwrap();
    assert_eq!(
        (&returned["result"], &returned["amount"]),
        (&json!("SUCCESS"), &json!(600))
    );
    assert_eq!(
        client.return_share(&returning("B1", 600)).await.unwrap(),
        returned
    );
    assert_eq!(client.query_return("B1", "S1").await.unwrap(), returned);
    let (event_type, resource) = supplied.next_event_of(&shop.sandbox, SUPPLIER).await;
    assert_eq!(event_type, "PROFITSHARING.RETURN");
    assert_eq!(resource["order_id"], returned["return_id"]);
    assert_eq!(resource["receiver"]["amount"], 600);

    let error = client
        .return_share(&returning("B1", 601))
        .await
        .unwrap_err();
    assert_eq!(refusal(error), refused(400, "INVALID_REQUEST", 268_498_688));
    let error = client
        .return_share(&returning("B2", 401))
        .await
        .unwrap_err();
    assert_eq!(
        refusal(error),
        refused(403, "NOT_ENOUGH", "剩余可回退的金额不足")
    );
    let error = client.query_return("B2", "S1").await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(404, "RESOURCE_NOT_EXISTS", "记录不存在")
    );
    shop.did("/sandbox/sharing/receivers/1900000100/ACCOUNT_ABNORMAL")
        .await;
    let failed = client.return_share(&returning("B3", 400)).await.unwrap();
    assert_eq!(
        (&failed["result"], &failed["fail_reason"]),
        (&json!("FAILED"), &json!("ACCOUNT_ABNORMAL"),)
    );
    shop.did("/sandbox/sharing/receivers/1900000100/SUCCESS")
        .await;
    let last = client.return_share(&returning("B4", 400)).await.unwrap();
    assert_eq!(last["result"], "SUCCESS");
}

#[tokio::test]
async fn a_service_provider_shares_the_money_of_its_merchant() {
    let shop = &open().await;
    let client = &shop.client(PROVIDER);
    let sub_mchid = "1900000200";
    let mut request = order("20260101001", 10_000);
    let members = request.as_object_mut().unwrap();
    members.remove("appid");
    members.remove("mchid");
    members.insert("sp_appid".to_owned(), "wx8888888888888888".into());
    members.insert("sp_mchid".to_owned(), PROVIDER.into());
    members.insert("sub_mchid".to_owned(), sub_mchid.into());
    members.insert("settle_info".to_owned(), json!({ "profit_sharing": true }));
    client.place_as_partner(&request).await.unwrap();
    shop.sandbox.pay(PROVIDER, "20260101001").await.unwrap();
    shop.sandbox.forward(60).await.unwrap();
    let paid = client.query_as_partner("20260101001", PROVIDER, sub_mchid);
    let paid = paid.await.unwrap();
    let id = paid["transaction_id"].as_str().unwrap();

    let mut receiver = supplier();
    client
        .add_named(&named_receiver(receiver.clone()))
        .await
        .unwrap();
    let mut request = sharing(id, "S1", 100);
    let error = client.share(&request).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(400, "INVALID_REQUEST", "非分账订单不支持分账")
    );
    request["sub_mchid"] = sub_mchid.into();
    // Each sub-merchant adds the receiver by itself.
    let error = client.share(&request).await.unwrap_err();
    assert!(
        error.to_string().contains("分账接收方关系不存在"),
        "{error}"
    );
    receiver["sub_mchid"] = sub_mchid.into();
    let added = client
        .add_named(&named_receiver(receiver.clone()))
        .await
        .unwrap();
    assert_eq!(added["sub_mchid"], sub_mchid);
    let begun = client.share(&request).await.unwrap();
    assert_eq!(begun["sub_mchid"], sub_mchid);
    let ratio = client.query_ratio(sub_mchid).await.unwrap();
    assert_eq!(ratio, json!({ "sub_mchid": sub_mchid, "max_ratio": 3_000 }));
}

#[tokio::test]
async fn a_sub_order_of_a_combined_order_is_shared() {
    let shop = &open().await;
    let client = &shop.client;
    let sub_order = |number: &str, is_shared: bool| {
        json!({
            "mchid": MCHID,
            "attach": "深圳分店",
            "amount": { "total_amount": 10_000, "currency": "CNY" },
            "out_trade_no": number,
            "description": "腾讯充值中心-QQ会员充值",
            "settle_info": { "profit_sharing": is_shared },
        })
    };
    let request = json!({
        "combine_appid": "wxd678efh567hg6787",
        "combine_mchid": MCHID,
        "combine_out_trade_no": "P20260101",
        "sub_orders": [sub_order("P20260101001", true), sub_order("P20260101002", false)],
        "notify_url": "https://www.weixin.qq.com/wxpay/pay.php",
    });
    client.place_combined(&request).await.unwrap();
    shop.did("/sandbox/combined-orders/1900000109/P20260101/pay")
        .await;
    shop.sandbox.forward(60).await.unwrap();
    client.add_named(&named_receiver(supplier())).await.unwrap();
    let paid = client.query_combined("P20260101").await.unwrap();
    let id = |index: usize| {
        paid["sub_orders"][index]["transaction_id"]
            .as_str()
            .unwrap()
    };
    client.share(&sharing(id(0), "S1", 100)).await.unwrap();
    assert_eq!(unsplit(client, id(0)).await, 9_900);
    let error = client.share(&sharing(id(1), "S2", 100)).await.unwrap_err();
    assert!(
        error.to_string().contains("非分账订单不支持分账"),
        "{error}"
    );
}
