//! Refunds (退款): their results, and other accounts for money that did not reach the user.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Value, json};
use tokio::task::JoinSet;
use wechatpay_client::{Result, Sensitive, wechatpay_api};

use crate::shop::{
    MCHID, Orders as _, PROVIDER, Shop, open, order, receiver::Receiver, refund, refusal, refused,
};

#[wechatpay_api]
trait Refunds {
    #[wechatpay_api(POST "/v3/refund/domestic/refunds/{refund_id}/apply-abnormal-refund")]
    async fn name_account(&self, refund_id: &str, body: &Account) -> Result<Value>;

    #[wechatpay_api(POST "/v3/refund/domestic/refunds/{refund_id}/apply-abnormal-refund")]
    async fn name_nothing(&self, refund_id: &str, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/profitsharing/transactions/{transaction_id}/amounts")]
    async fn query_amount(&self, transaction_id: &str) -> Result<Value>;
}

/// Another account for the money of a refund.
#[derive(Serialize)]
struct Account {
    out_refund_no: &'static str,
    r#type: &'static str,
    bank_type: &'static str,
    bank_account: Sensitive,
    real_name: Sensitive,
}

fn account(out_refund_no: &'static str, name: &str) -> Account {
    Account {
        out_refund_no,
        r#type: "USER_BANK_CARD",
        bank_type: "ICBC_DEBIT",
        bank_account: "6222020200000000000".into(),
        real_name: name.into(),
    }
}

/// Places and pays an order of 100 fen. Returns its `transaction_id`.
async fn paid(shop: &Shop, out_trade_no: &str) -> String {
    let mut request = order(out_trade_no, 100);
    request["settle_info"] = json!({ "profit_sharing": true });
    shop.client.place(&request).await.unwrap();
    shop.sandbox.pay(MCHID, out_trade_no).await.unwrap();
    let paid = shop.client.query(out_trade_no, MCHID).await.unwrap();
    paid["transaction_id"].as_str().unwrap().to_owned()
}

async fn set_result(shop: &Shop, result: &str) {
    let path = format!("/sandbox/orders/{MCHID}/20260101001/refunds/{result}");
    shop.did(&path).await;
}

#[tokio::test]
async fn the_money_of_a_closed_refund_is_back_at_the_merchant() {
    let shop = &open().await;
    let client = &shop.client;
    let mut receiver = Receiver::start(&[204]).await;
    let id = &paid(shop, "20260101001").await;
    set_result(shop, "CLOSED").await;
    let mut request = refund("20260101001", "R1", 100, 60);
    request["notify_url"] = receiver.url.clone().into();
    client.refund(&request).await.unwrap();
    let error = client.refund(&refund("20260101001", "R2", 100, 100)).await;
    assert_eq!(
        refusal(error.unwrap_err()),
        refused(400, "INVALID_REQUEST", "退款金额大于可退金额")
    );
    shop.sandbox.forward(2).await.unwrap();
    let (event_type, resource) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(event_type, "REFUND.CLOSED");
    assert_eq!(resource["refund_status"], "CLOSED");
    assert_eq!(resource.get("success_time"), None);
    let closed = client.refund(&request).await.unwrap();
    assert_eq!(closed["status"], "CLOSED");
    assert_eq!(closed.get("success_time"), None);
    let unsplit = client.query_amount(id).await.unwrap();
    assert_eq!(unsplit["unsplit_amount"], 100);

    set_result(shop, "SUCCESS").await;
    client
        .refund(&refund("20260101001", "R2", 100, 100))
        .await
        .unwrap();
    let path = format!("/sandbox/orders/{MCHID}/20260101001/refunds/LOST");
    let reason = "the result is none of SUCCESS, ABNORMAL and CLOSED";
    shop.refuses(&path, reason).await;
    let path = format!("/sandbox/orders/{MCHID}/20260101009/refunds/CLOSED");
    assert_eq!(shop.post(&path).await.0, 404);
}

#[tokio::test]
async fn money_that_does_not_reach_the_user_goes_to_another_account() {
    let shop = &open().await;
    let client = &shop.client;
    let mut receiver = Receiver::start(&[204]).await;
    paid(shop, "20260101001").await;
    set_result(shop, "ABNORMAL").await;
    let mut request = refund("20260101001", "R1", 100, 60);
    request["notify_url"] = receiver.url.clone().into();
    let begun = client.refund(&request).await.unwrap();
    let id = begun["refund_id"].as_str().unwrap();
    let early = client.name_account(id, &account("R1", "张三")).await;
    assert_eq!(
        refusal(early.unwrap_err()),
        refused(400, "INVALID_REQUEST", "退款单不是退款异常状态")
    );
    shop.sandbox.forward(2).await.unwrap();
    let (event_type, resource) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(event_type, "REFUND.ABNORMAL");
    assert_eq!(resource["refund_status"], "ABNORMAL");

    let other = client.name_account(id, &account("R2", "张三")).await;
    assert_eq!(
        refusal(other.unwrap_err()),
        refused(404, "RESOURCE_NOT_EXISTS", "退款单不存在")
    );
    let named = client
        .name_account(id, &account("R1", "张三"))
        .await
        .unwrap();
    assert_eq!(named["status"], "PROCESSING");
    assert_eq!(named["channel"], "OTHER_BANKCARD");
    let again = client.name_account(id, &account("R1", "张三")).await;
    assert_eq!(again.unwrap(), named);
    let other = client.name_account(id, &account("R1", "李四")).await;
    assert_eq!(
        refusal(other.unwrap_err()),
        refused(400, "INVALID_REQUEST", 268_498_688)
    );
    shop.sandbox.forward(2).await.unwrap();
    let (event_type, resource) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(event_type, "REFUND.SUCCESS");
    assert_eq!(resource["amount"]["refund"], 60);
}

#[tokio::test]
async fn two_numbers_are_those_of_one_order() {
    let shop = &open().await;
    let id = paid(shop, "20260101001").await;
    paid(shop, "20260101002").await;
    for (number, id) in [
        ("20260101002", &*id),
        ("20260101001", "4200000000000000000000000000"),
    ] {
        let mut request = refund(number, "R1", 100, 1);
        request["transaction_id"] = id.into();
        let error = shop.client.refund(&request).await.unwrap_err();
        assert_eq!(refusal(error), refused(404, "ORDER_NOT_EXIST", 268_512_771));
    }
    let mut request = refund("20260101001", "R1", 100, 1);
    request["transaction_id"] = id.into();
    shop.client.refund(&request).await.unwrap();
}

#[tokio::test]
async fn an_order_has_fifty_refunds_in_a_year() {
    let shop = &open().await;
    let client = &shop.client;
    for number in ["20260101001", "20260101002"] {
        paid(shop, number).await;
    }
    for index in 1..=50 {
        let request = refund("20260101001", &format!("R{index}"), 100, 1);
        client.refund(&request).await.unwrap();
    }
    let error = client.refund(&refund("20260101001", "R51", 100, 1)).await;
    let error = error.unwrap_err();
    assert!(error.to_string().contains("最多退款50次"), "{error}");
    shop.sandbox.forward(365 * 86_400 + 1).await.unwrap();
    let error = client.refund(&refund("20260101002", "R52", 100, 1)).await;
    let error = error.unwrap_err();
    assert!(error.to_string().contains("超过退款期限"), "{error}");
}

#[tokio::test]
async fn refunds_at_once_are_not_more_than_the_total() {
    let shop = &open().await;
    paid(shop, "20260101001").await;
    let mut running = JoinSet::new();
    for index in 0..20 {
        let client = shop.client.clone();
        // Each number is used by two requests at once.
        let request = refund("20260101001", &format!("R{}", index / 2), 100, 20);
        running.spawn(async move { client.refund(&request).await });
    }
    let refunds = running.join_all().await.into_iter();
    let (made, refused): (Vec<_>, Vec<_>) = refunds.partition(Result::is_ok);
    assert_eq!((made.len(), refused.len()), (10, 10));
    let numbers: BTreeSet<_> = made
        .into_iter()
        .map(|refund| refund.unwrap()["refund_id"].to_string())
        .collect();
    assert_eq!(numbers.len(), 5);
}

#[tokio::test]
async fn a_merchant_sees_only_its_own_refunds() {
    let shop = &open().await;
    paid(shop, "20260101001").await;
    let request = refund("20260101001", "R1", 100, 1);
    let begun = shop.client.refund(&request).await.unwrap();
    let other = shop.client(PROVIDER);
    let id = begun["refund_id"].as_str().unwrap();
    for error in [
        other.query_refund("R1").await,
        other.name_account(id, &account("R1", "张三")).await,
    ] {
        assert_eq!(
            refusal(error.unwrap_err()),
            refused(404, "RESOURCE_NOT_EXISTS", "退款单不存在")
        );
    }
}

#[tokio::test]
async fn the_accounts_of_a_refund_pay_something() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    client.place(&order("20260101001", 100)).await.unwrap();
    sandbox.pay(MCHID, "20260101001").await.unwrap();
    for amount in [0, -5] {
        let mut wrong = refund("20260101001", "R1", 100, 1);
        wrong["amount"]["from"] = json!([{ "account": "AVAILABLE", "amount": amount }]);
        let error = client.refund(&wrong).await.unwrap_err();
        assert!(
            error.to_string().contains("/amount/from/0/amount"),
            "{error}"
        );
        assert_eq!(refusal(error), refused(400, "PARAM_ERROR", "参数错误"));
    }
    let mut request = refund("20260101001", "R1", 100, 60);
    for amounts in [vec![59], vec![30, 31], vec![30, 30]] {
        let is_whole = amounts.iter().sum::<u32>() == 60;
        let accounts = ["AVAILABLE", "UNAVAILABLE"].into_iter().zip(amounts);
        let accounts = accounts.map(|(name, fen)| json!({ "account": name, "amount": fen }));
        request["amount"]["from"] = accounts.collect();
        match client.refund(&request).await {
            Ok(refund) => {
                assert!(is_whole);
                assert_eq!(refund["amount"]["from"], request["amount"]["from"]);
                assert_eq!(refund["funds_account"], "AVAILABLE");
            }
            Err(error) => {
                assert!(
                    !is_whole && error.to_string().contains("/amount/from"),
                    "{error}"
                );
                assert_eq!(refusal(error), refused(400, "PARAM_ERROR", "参数错误"));
            }
        }
    }
}

#[tokio::test]
async fn the_accounts_of_a_refund_have_no_order() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    client.place(&order("20260101001", 100)).await.unwrap();
    sandbox.pay(MCHID, "20260101001").await.unwrap();
    let request = |accounts: [(&str, u32); 2]| {
        let mut request = refund("20260101001", "R1", 100, 60);
        let parts = accounts.map(|(name, fen)| json!({ "account": name, "amount": fen }));
        request["amount"]["from"] = json!(parts);
        request
    };
    let first = [("UNAVAILABLE", 20), ("AVAILABLE", 40)];
    let refunded = client.refund(&request(first)).await.unwrap();
    let [unavailable, available] = first;
    let again = client.refund(&request([available, unavailable])).await;
    assert_eq!(again.unwrap(), refunded);
    let other = request([("AVAILABLE", 20), ("UNAVAILABLE", 40)]);
    let error = client.refund(&other).await.unwrap_err();
    assert_eq!(refusal(error), refused(400, "INVALID_REQUEST", 268_498_688));
}

#[tokio::test]
async fn the_account_that_pays_a_refund_is_the_one_that_was_asked_for() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    client.place(&order("20260101001", 100)).await.unwrap();
    sandbox.pay(MCHID, "20260101001").await.unwrap();
    for (number, asked, expected) in [
        ("R1", json!({}), "UNSETTLED"),
        ("R2", json!({ "funds_account": "AVAILABLE" }), "AVAILABLE"),
    ] {
        let mut request = refund("20260101001", number, 100, 10);
        let members = request.as_object_mut().unwrap();
        members.extend(asked.as_object().unwrap().clone());
        let response = client.refund(&request).await.unwrap();
        let queried = client.query_refund(number).await.unwrap();
        for refund in [response, queried] {
            assert_eq!(refund["funds_account"], expected);
            assert_eq!(refund["amount"].get("from"), None);
        }
    }
}

#[tokio::test]
async fn a_card_of_the_user_is_named() {
    let shop = &open().await;
    let mut body = json!({ "out_refund_no": "R1", "type": "USER_BANK_CARD" });
    for member in ["bank_type", "bank_account"] {
        let error = shop.client.name_nothing("5000", &body).await.unwrap_err();
        assert!(error.to_string().contains(member), "{error}");
        assert_eq!(refusal(error).1, "PARAM_ERROR");
        body[member] = json!("ICBC_DEBIT");
    }
    for empty in ["", " "] {
        let mut account = account("R1", empty);
        let error = shop.client.name_account("5000", &account).await;
        let error = error.unwrap_err();
        assert!(
            error.to_string().contains("/real_name: is missing"),
            "{error}"
        );
        account.bank_account = empty.into();
        let error = shop.client.name_account("5000", &account).await;
        let error = error.unwrap_err();
        assert!(
            error.to_string().contains("/bank_account: is missing"),
            "{error}"
        );
    }
    let body = json!({ "out_refund_no": "R1", "type": "MERCHANT_BANK_CARD" });
    let error = shop.client.name_nothing("5000", &body).await.unwrap_err();
    assert_eq!(refusal(error).1, "RESOURCE_NOT_EXISTS");
}
