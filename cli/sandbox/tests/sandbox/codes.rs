//! Payment codes (付款码支付): paid at once or after the password, and reversed.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use serde_json::{Value, json};
use wechatpay_client::{Result, wechatpay_api};

use crate::shop::{MCHID, Orders as _, PROVIDER, Shop, open, order, refund, refusal, refused};

const PAYS: &str = "130061098828009406";
const NEEDS_PASSWORD: &str = "130061098828009401";
const LACKS_MONEY: &str = "130061098828009402";

#[wechatpay_api]
trait Codes {
    // A code that needs the password has 202, which the facts know.
    #[wechatpay_api(POST "/v3/pay/transactions/codepay")]
    async fn pay(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/reverse")]
    async fn reverse(&self, out_trade_no: &str, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/pay/partner/transactions/codepay")]
    async fn pay_as_partner(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/pay/partner/transactions/out-trade-no/{out_trade_no}")]
    async fn query_as_partner(
        &self,
        out_trade_no: &str,
        #[query] sp_mchid: &str,
        #[query] sub_mchid: &str,
    ) -> Result<Value>;

    #[wechatpay_api(POST "/v3/pay/partner/transactions/out-trade-no/{out_trade_no}/reverse")]
    async fn reverse_as_partner(&self, out_trade_no: &str, body: &Value) -> Result<Value>;
}

fn payment(out_trade_no: &str, code: &str) -> Value {
    let mut request = order(out_trade_no, 100);
    let members = request.as_object_mut().unwrap();
    members.remove("notify_url");
    members.insert("payer".to_owned(), json!({ "auth_code": code }));
    members.insert(
        "scene_info".to_owned(),
        json!({ "store_info": { "id": "0001" } }),
    );
    request
}

fn reversal() -> Value {
    json!({ "appid": "wxd678efh567hg6787", "mchid": MCHID })
}

async fn state(shop: &Shop, out_trade_no: &str) -> String {
    let order = shop.client.query(out_trade_no, MCHID).await.unwrap();
    order["trade_state"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_ordinary_code_pays_at_once() {
    let shop = &open().await;
    let client = &shop.client;
    let paid = client.pay(&payment("20260101001", PAYS)).await.unwrap();
    assert_eq!(paid["trade_state"], "SUCCESS");
    assert_eq!(paid["trade_type"], "MICROPAY");
    assert_eq!(paid["amount"]["payer_total"], 100);
    assert_eq!(paid["transaction_id"].as_str().unwrap().len(), 28);
    assert_eq!(
        paid["payer"],
        json!({ "openid": "oSandboxUser0000000000000000" })
    );
    assert_eq!(client.query("20260101001", MCHID).await.unwrap(), paid);

    let error = client.pay(&payment("20260101001", PAYS)).await.unwrap_err();
    assert_eq!(refusal(error), refused(400, "ORDERPAID", 268_449_538));
    let error = client
        .close("20260101001", &json!({ "mchid": MCHID }))
        .await;
    let expected = refused(400, "INVALID_REQUEST", 268_449_641);
    assert_eq!(refusal(error.unwrap_err()), expected);
    let refunded = refund("20260101001", "R1", 100, 60);
    assert_eq!(
        client.refund(&refunded).await.unwrap()["status"],
        "PROCESSING"
    );
    let error = client
        .reverse("20260101001", &reversal())
        .await
        .unwrap_err();
    assert_eq!(refusal(error), refused(403, "TRADE_ERROR", "交易错误"));
}

#[tokio::test]
async fn a_code_that_needs_the_password_waits_for_the_user() {
    let shop = &open().await;
    let client = &shop.client;
    for _ in 0..2 {
        let asked = client
            .pay(&payment("20260101001", NEEDS_PASSWORD))
            .await
            .unwrap();
        assert_eq!(asked["trade_state"], "USERPAYING");
        assert_eq!(asked.get("transaction_id"), None);
    }
    let error = client.pay(&payment("20260101001", PAYS)).await.unwrap_err();
    assert_eq!(refusal(error), refused(400, "INVALID_REQUEST", 268_498_688));
    let error = client
        .reverse("20260101001", &reversal())
        .await
        .unwrap_err();
    assert_eq!(
        refusal(error),
        refused(400, "USERPAYING", "正在支付中不能发起撤销")
    );
    shop.sandbox.pay(MCHID, "20260101001").await.unwrap();
    assert_eq!(state(shop, "20260101001").await, "SUCCESS");
    shop.refuses(
        "/sandbox/orders/1900000109/20260101001/refuse",
        "订单已支付",
    )
    .await;

    let request = payment("20260101002", "130061098828009501");
    client.pay(&request).await.unwrap();
    shop.did("/sandbox/orders/1900000109/20260101002/refuse")
        .await;
    assert_eq!(state(shop, "20260101002").await, "PAYERROR");
    let error = client.pay(&request).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(403, "TRADE_ERROR", "支付失败，请撤销订单")
    );
    let error = shop.sandbox.pay(MCHID, "20260101002").await.unwrap_err();
    assert_eq!(error.to_string(), "403 TRADE_ERROR: 支付失败，请撤销订单");
    let reversed = client.reverse("20260101002", &reversal()).await.unwrap();
    let expected = json!({
        "appid": "wxd678efh567hg6787", "mchid": MCHID, "out_trade_no": "20260101002",
    });
    assert_eq!(reversed, expected);
    assert_eq!(state(shop, "20260101002").await, "REVOKED");
}

#[tokio::test]
async fn an_order_that_waits_for_the_password_is_closed_at_its_end() {
    let shop = &open().await;
    let client = &shop.client;
    let request = payment("20260101001", NEEDS_PASSWORD);
    client.pay(&request).await.unwrap();
    shop.sandbox.forward(7 * 86_400).await.unwrap();
    let error = shop.sandbox.pay(MCHID, "20260101001").await.unwrap_err();
    assert_eq!(error.to_string(), "400 ORDER_CLOSED: 该订单已失效");
    assert_eq!(state(shop, "20260101001").await, "CLOSED");
    let error = client.pay(&request).await.unwrap_err();
    assert_eq!(refusal(error), refused(400, "ORDER_CLOSED", 268_447_914));
    let error = client.reverse("20260101001", &reversal()).await;
    let late = "订单有7天的撤销有效期，过期将不能撤销";
    assert_eq!(
        refusal(error.unwrap_err()),
        refused(400, "INVALID_REQUEST", late)
    );
}

#[tokio::test]
async fn a_reversed_order_is_not_paid_any_more() {
    let shop = &open().await;
    let client = &shop.client;
    client
        .pay(&payment("20260101001", NEEDS_PASSWORD))
        .await
        .unwrap();
    shop.sandbox.forward(15).await.unwrap();
    for _ in 0..2 {
        client.reverse("20260101001", &reversal()).await.unwrap();
        assert_eq!(state(shop, "20260101001").await, "REVOKED");
    }
    let error = shop.sandbox.pay(MCHID, "20260101001").await.unwrap_err();
    assert_eq!(error.to_string(), "400 ORDERREVERSED: 订单已撤销");
    let error = client
        .pay(&payment("20260101001", NEEDS_PASSWORD))
        .await
        .unwrap_err();
    assert_eq!(refusal(error), refused(400, "ORDERREVERSED", "订单已撤销"));
    let error = client
        .reverse("20260101002", &reversal())
        .await
        .unwrap_err();
    assert_eq!(refusal(error), refused(404, "ORDER_NOT_EXIST", 268_512_771));
}

#[tokio::test]
async fn a_paid_order_is_reversed_within_seven_days() {
    let shop = &open().await;
    let client = &shop.client;
    client.pay(&payment("20260101001", PAYS)).await.unwrap();
    let other = payment("20260101002", "130061098828009407");
    client.pay(&other).await.unwrap();
    shop.sandbox.forward(7 * 86_400 - 60).await.unwrap();
    client.reverse("20260101001", &reversal()).await.unwrap();
    assert_eq!(state(shop, "20260101001").await, "REVOKED");
    let refunded = client.refund(&refund("20260101001", "R1", 100, 1)).await;
    assert_eq!(
        refusal(refunded.unwrap_err()),
        refused(403, "TRADE_ERROR", "订单未支付")
    );
    shop.sandbox.forward(120).await.unwrap();
    let error = client
        .reverse("20260101002", &reversal())
        .await
        .unwrap_err();
    assert_eq!(
        refusal(error),
        refused(
            400,
            "INVALID_REQUEST",
            "订单有7天的撤销有效期，过期将不能撤销"
        )
    );
    assert_eq!(state(shop, "20260101002").await, "SUCCESS");
}

#[tokio::test]
async fn a_wrong_code_makes_no_order_and_a_user_without_money_a_failed_one() {
    let shop = &open().await;
    let client = &shop.client;
    let error = client
        .pay(&payment("20260101001", "280061098828009406"))
        .await;
    let error = refusal(error.unwrap_err());
    assert_eq!(error, refused(400, "INVALID_REQUEST", "付款码不存在"));
    let error = client.query("20260101001", MCHID).await.unwrap_err();
    assert_eq!(refusal(error), refused(404, "ORDER_NOT_EXIST", 268_512_771));
    let error = client
        .pay(&payment("20260101001", LACKS_MONEY))
        .await
        .unwrap_err();
    assert_eq!(refusal(error), refused(403, "NOT_ENOUGH", "余额不足"));
    assert_eq!(state(shop, "20260101001").await, "PAYERROR");
}

#[tokio::test]
async fn a_code_serves_for_one_order() {
    let shop = &open().await;
    let client = &shop.client;
    for (index, code) in [PAYS, NEEDS_PASSWORD, LACKS_MONEY].into_iter().enumerate() {
        let _ = client
            .pay(&payment(&format!("2026010100{index}"), code))
            .await;
        let number = format!("2026010101{index}");
        let error = client.pay(&payment(&number, code)).await.unwrap_err();
        assert_eq!(
            refusal(error),
            refused(400, "INVALID_REQUEST", "付款码不存在"),
            "{code}"
        );
        let error = client.query(&number, MCHID).await.unwrap_err();
        assert_eq!(refusal(error), refused(404, "ORDER_NOT_EXIST", 268_512_771));
    }
    // The same request is no other order.
    let request = payment("20260101001", NEEDS_PASSWORD);
    let repeated = client.pay(&request).await.unwrap();
    assert_eq!(repeated["trade_state"], "USERPAYING");
}

#[tokio::test]
async fn a_number_is_that_of_one_way_to_pay() {
    let shop = &open().await;
    let client = &shop.client;
    client
        .pay(&payment("20260101001", NEEDS_PASSWORD))
        .await
        .unwrap();
    let error = client.place(&order("20260101001", 100)).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(403, "OUT_TRADE_NO_USED", "商户订单号重复")
    );
    client.place(&order("20260101002", 100)).await.unwrap();
    let error = client.pay(&payment("20260101002", PAYS)).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(403, "OUT_TRADE_NO_USED", "商户订单号重复")
    );
    let error = client
        .reverse("20260101002", &reversal())
        .await
        .unwrap_err();
    assert_eq!(refusal(error), refused(403, "TRADE_ERROR", "交易错误"));
}

#[tokio::test]
async fn a_service_provider_pays_and_reverses_for_its_merchant() {
    let shop = &open().await;
    let client = shop.client(PROVIDER);
    let merchants = json!({ "sp_mchid": PROVIDER, "sub_mchid": "1900000200" });
    let mut request = payment("20260101001", PAYS);
    let members = request.as_object_mut().unwrap();
    members.remove("appid");
    members.remove("mchid");
    members.extend(merchants.as_object().unwrap().clone());
    let paid = client.pay_as_partner(&request).await.unwrap();
    assert_eq!(paid["trade_state"], "SUCCESS");
    assert_eq!(paid["sub_mchid"], "1900000200");
    assert_eq!(paid["payer"]["sp_openid"], "oSandboxUser0000000000000000");
    let reversed = client.reverse_as_partner("20260101001", &merchants).await;
    assert_eq!(reversed.unwrap()["sub_mchid"], "1900000200");
    let queried = client.query_as_partner("20260101001", PROVIDER, "1900000200");
    assert_eq!(queried.await.unwrap()["trade_state"], "REVOKED");
}
