//! Combined orders (合单支付): placed, paid and closed as a whole, and refunded by sub-order.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use serde::Serialize;
use serde_json::{Value, json};
use wechatpay_client::{Result, wechatpay_api};

use crate::shop::{
    MCHID, Orders as _, PROVIDER, Payer, Shop, no_openid, open, order, receiver::Receiver, refund,
    refusal, refused, user::list,
};

/// The user pays the order `P20260101`.
const PAY: &str = "/sandbox/combined-orders/1900000109/P20260101/pay";

#[wechatpay_api]
trait Combined {
    #[wechatpay_api(POST "/v3/combine-transactions/jsapi")]
    async fn place_jsapi(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/combine-transactions/app")]
    async fn place_app(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/combine-transactions/h5")]
    async fn place_h5(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/combine-transactions/native")]
    async fn place_native(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/combine-transactions/native")]
    async fn place_identified(&self, body: &Identified) -> Result<Value>;

    #[wechatpay_api(GET "/v3/combine-transactions/out-trade-no/{combine_out_trade_no}")]
    async fn query_all(&self, combine_out_trade_no: &str) -> Result<Value>;

    #[wechatpay_api(GET "/v3/combine-transactions/id/{combine_transaction_id}")]
    async fn query_all_by_id(&self, combine_transaction_id: &str) -> Result<Value>;

    #[wechatpay_api(POST "/v3/combine-transactions/out-trade-no/{combine_out_trade_no}/close")]
    async fn close_all(&self, combine_out_trade_no: &str, body: &Value) -> Result<()>;
}

fn sub_order(number: &str, total: i64) -> Value {
    json!({
        "mchid": MCHID,
        "attach": "深圳分店",
        "amount": { "total_amount": total, "currency": "CNY" },
        "out_trade_no": number,
        "description": "腾讯充值中心-QQ会员充值",
    })
}

fn combined(number: &str, sub_orders: Vec<Value>) -> Value {
    json!({
        "combine_appid": "wxd678efh567hg6787",
        "combine_mchid": MCHID,
        "combine_out_trade_no": number,
        "scene_info": { "device_id": "POS1:1", "payer_client_ip": "14.17.22.32" },
        "sub_orders": sub_orders,
        "notify_url": "https://www.weixin.qq.com/wxpay/pay.php",
    })
}

fn two(number: &str) -> Value {
    let sub_orders = vec![
        sub_order(&format!("{number}001"), 100),
        sub_order(&format!("{number}002"), 50),
    ];
    combined(number, sub_orders)
}

/// A combined order that only a user with this identity can pay.
#[derive(Serialize)]
struct Identified {
    #[serde(flatten)]
    members: Value,
    combine_payer_info: Payer,
}

fn identified(name: &str) -> Identified {
    Identified {
        members: two("P20260101"),
        combine_payer_info: Payer::new(name),
    }
}

fn closing(numbers: &[&str]) -> Value {
    let sub_orders = numbers.iter();
    let sub_orders = sub_orders.map(|number| json!({ "mchid": MCHID, "out_trade_no": number }));
    json!({ "combine_appid": "wxd678efh567hg6787", "sub_orders": sub_orders.collect::<Vec<_>>() })
}

fn states(combined: &Value) -> Vec<&str> {
    let orders = combined["sub_orders"].as_array().unwrap().iter();
    orders
        .map(|order| order["trade_state"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn a_sub_order_of_nothing_is_refused() {
    let Shop { client, .. } = &open().await;
    for (total, message) in [(0, "订单金额为0"), (-1, "参数错误")] {
        let sub_orders = vec![sub_order("20260101001", 1), sub_order("20260101002", total)];
        let request = combined("P20260101", sub_orders);
        let error = client.place_native(&request).await.unwrap_err();
        assert_eq!(refusal(error), refused(400, "PARAM_ERROR", message));
    }
}

#[tokio::test]
async fn a_new_combined_order_does_not_end_in_the_past() {
    let Shop { client, .. } = &open().await;
    let mut request = two("P20260101");
    request["time_expire"] = json!("2020-01-01T00:00:00+08:00");
    let error = client.place_native(&request).await.unwrap_err();
    assert_eq!(refusal(error), refused(400, "PARAM_ERROR", "参数错误"));
    request["time_expire"] = json!("2099-01-01T00:00:00+08:00");
    client.place_native(&request).await.unwrap();
}

#[tokio::test]
async fn a_user_pays_all_sub_orders_at_once() {
    let shop = &open().await;
    let client = &shop.client;
    let mut receiver = Receiver::start(&[204]).await;
    let mut request = two("P20260101");
    request["notify_url"] = receiver.url.clone().into();
    request["combine_payer_info"] = json!({ "openid": "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o" });
    let error = client.place_jsapi(&two("P20260101")).await.unwrap_err();
    assert_eq!(refusal(error), refused(400, "PARAM_ERROR", 268_501_013));
    let mut unnamed = two("P20260101");
    unnamed["combine_payer_info"] = json!({ "openid": "" });
    for error in [
        client.place_jsapi(&unnamed).await.unwrap_err(),
        client.place_app(&unnamed).await.unwrap_err(),
    ] {
        assert_eq!(
            refusal(error),
            no_openid("combine_payer_info/openid", "用户标识")
        );
    }
    let placed = client.place_jsapi(&request).await.unwrap();
    assert!(placed["prepay_id"].as_str().unwrap().starts_with("wx"));
    // Another session of the same order.
    assert_ne!(client.place_jsapi(&request).await.unwrap(), placed);
    let unpaid = client.query_all("P20260101").await.unwrap();
    assert_eq!(states(&unpaid), ["NOTPAY", "NOTPAY"]);
    assert_eq!(unpaid.get("combine_transaction_id"), None);

    shop.did(PAY).await;
    let paid = client.query_all("P20260101").await.unwrap();
    assert_eq!(states(&paid), ["SUCCESS", "SUCCESS"]);
    assert_eq!(
        paid["combine_payer_info"]["openid"],
        "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"
    );
    assert_eq!(paid["scene_info"], json!({ "device_id": "POS1:1" }));
    let first = &paid["sub_orders"][0];
    assert_eq!(first["out_trade_no"], "P20260101001");
    assert_eq!(first["trade_type"], "JSAPI");
    let amount = json!({
        "total_amount": 100, "currency": "CNY", "payer_amount": 100, "payer_currency": "CNY",
    });
    assert_eq!(first["amount"], amount);
    let id = paid["combine_transaction_id"].as_str().unwrap();
    assert_eq!(client.query_all_by_id(id).await.unwrap(), paid);
    let (event_type, resource) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(event_type, "TRANSACTION.SUCCESS");
    assert_eq!(resource, paid);

    let error = client.place_jsapi(&request).await.unwrap_err();
    assert_eq!(refusal(error), refused(400, "ORDERPAID", 268_449_538));
    let listed = closing(&["P20260101001", "P20260101002"]);
    let reversed = closing(&["P20260101002", "P20260101001"]);
    for listed in [listed, reversed] {
        let error = client.close_all("P20260101", &listed).await.unwrap_err();
        assert_eq!(refusal(error), refused(400, "ORDERPAID", 268_449_538));
    }
    shop.refuses(PAY, "订单已支付").await;
}

#[tokio::test]
async fn a_sub_order_is_refunded_by_itself() {
    let shop = &open().await;
    let client = &shop.client;
    client.place_native(&two("P20260101")).await.unwrap();
    let early = refund("P20260101001", "R1", 100, 1);
    let error = client.refund(&early).await.unwrap_err();
    assert_eq!(refusal(error), refused(403, "TRADE_ERROR", "订单未支付"));
    shop.did(PAY).await;
    client
        .refund(&refund("P20260101001", "R1", 100, 60))
        .await
        .unwrap();
    let paid = client.query_all("P20260101").await.unwrap();
    assert_eq!(states(&paid), ["REFUND", "SUCCESS"]);
    let by_id = json!({
        "transaction_id": paid["sub_orders"][1]["transaction_id"],
        "out_refund_no": "R2",
        "amount": { "total": 50, "refund": 50, "currency": "CNY" },
    });
    client.refund(&by_id).await.unwrap();
    let above = client.refund(&refund("P20260101001", "R3", 100, 41)).await;
    assert_eq!(
        refusal(above.unwrap_err()),
        refused(400, "INVALID_REQUEST", "退款金额大于可退金额")
    );
    let whole = client.refund(&refund("P20260101", "R4", 150, 1)).await;
    assert_eq!(
        refusal(whole.unwrap_err()),
        refused(404, "ORDER_NOT_EXIST", 268_512_771)
    );
    assert_eq!(
        states(&client.query_all("P20260101").await.unwrap()),
        ["REFUND", "REFUND"]
    );
}

#[tokio::test]
async fn a_combined_order_is_closed_with_all_its_sub_orders() {
    let shop = &open().await;
    let client = &shop.client;
    client.place_h5(&two("P20260101")).await.unwrap();
    for listed in [
        &["P20260101001"][..],
        &["P20260101001", "P20260101003"],
        &["P20260101001", "P20260101001"],
        &["P20260101001", "P20260101002", "P20260101002"],
        &["P20260101001", "P20260101002", "P20260101003"],
    ] {
        let error = client
            .close_all("P20260101", &closing(listed))
            .await
            .unwrap_err();
        assert_eq!(
            refusal(error),
            refused(500, "SYSTEM_ERROR", "系统异常，请用相同参数重新调用")
        );
        let requests = list(&shop.sandbox, "requests").await;
        assert_eq!(
            requests[0]["reason"],
            "`sub_orders` is not the list of the combined order: \
             list each sub-order once, with its `mchid` and `out_trade_no`"
        );
    }
    let listed = closing(&["P20260101001", "P20260101002"]);
    let reversed = closing(&["P20260101002", "P20260101001"]);
    for listed in [&reversed, &listed] {
        client.close_all("P20260101", listed).await.unwrap();
    }
    let closed = client.query_all("P20260101").await.unwrap();
    assert_eq!(states(&closed), ["CLOSED", "CLOSED"]);
    let error = client.place_h5(&two("P20260101")).await.unwrap_err();
    assert_eq!(refusal(error), refused(400, "ORDER_CLOSED", 268_447_914));
    let error = client.close_all("P20260102", &listed).await.unwrap_err();
    assert_eq!(refusal(error), refused(404, "ORDER_NOT_EXIST", 268_512_771));
    shop.refuses(PAY, "该订单已失效").await;
}

#[tokio::test]
async fn a_direct_merchant_combines_two_to_ten_orders_and_a_service_provider_one_to_fifty() {
    let shop = &open().await;
    let (direct, provider) = (&shop.client, shop.client(PROVIDER));
    let orders = |count: usize, sub_mchid: Option<&str>| {
        let order = |index| {
            let mut order = sub_order(&format!("SUB{count}-{index}"), 1);
            if let Some(sub_mchid) = sub_mchid {
                order["mchid"] = PROVIDER.into();
                order["sub_mchid"] = sub_mchid.into();
            }
            order
        };
        let mut request = combined(&format!("P{count}"), (0..count).map(order).collect());
        if sub_mchid.is_some() {
            request["combine_mchid"] = PROVIDER.into();
        }
        request
    };
    let count = |count: usize, limit: &str| {
        let rule = "输入源“/body/sub_orders”映射到数组字段“商品单信息”规则校验失败，元素个数";
        refused(400, "PARAM_ERROR", format!("{rule} {count}，{limit}"))
    };
    direct.place_app(&orders(2, None)).await.unwrap();
    direct.place_app(&orders(10, None)).await.unwrap();
    let error = direct.place_app(&orders(1, None)).await.unwrap_err();
    assert_eq!(refusal(error), count(1, "小于最小值 2"));
    let error = direct.place_app(&orders(11, None)).await.unwrap_err();
    assert_eq!(refusal(error), count(11, "大于最大值 10"));
    let of_provider = |count| orders(count, Some("1900000200"));
    provider.place_app(&of_provider(1)).await.unwrap();
    provider.place_app(&of_provider(50)).await.unwrap();
    let error = provider.place_app(&of_provider(51)).await.unwrap_err();
    assert_eq!(refusal(error), count(51, "大于最大值 50"));
    let foreign = direct.place_app(&orders(2, Some("1900000200"))).await;
    assert_eq!(
        refusal(foreign.unwrap_err()),
        refused(
            400,
            "PARAM_ERROR",
            "http header中的mchid与post payload中的mchid不匹配"
        )
    );
}

#[tokio::test]
async fn numbers_are_placed_once_with_their_parameters() {
    let shop = &open().await;
    let client = &shop.client;
    client.place_native(&two("P20260101")).await.unwrap();
    let mut other = two("P20260101");
    other["sub_orders"][0]["settle_info"] = json!({ "profit_sharing": true });
    let error = client.place_native(&other).await.unwrap_err();
    assert!(
        error.to_string().contains("重复下单且结算信息不一致"),
        "{error}"
    );
    let error = client.place_h5(&two("P20260101")).await.unwrap_err();
    assert_eq!(refusal(error), refused(400, "INVALID_REQUEST", 268_498_688));
    other["sub_orders"][0]["amount"]["total_amount"] = 101.into();
    let error = client.place_native(&other).await.unwrap_err();
    assert_eq!(refusal(error), refused(400, "INVALID_REQUEST", 268_498_688));
    let mut again = two("P20260101");
    again["combine_out_trade_no"] = "P20260102".into();
    let error = client.place_native(&again).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(403, "OUT_TRADE_NO_USED", "商户订单号重复")
    );
    let error = client.query_all("P20260102").await.unwrap_err();
    assert_eq!(refusal(error), refused(404, "ORDER_NOT_EXIST", 268_512_771));
    let error = client.place(&order("P20260101001", 100)).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(403, "OUT_TRADE_NO_USED", "商户订单号重复")
    );
}

#[tokio::test]
async fn a_combined_order_with_an_identity_is_placed_again_with_other_ciphertexts() {
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
async fn a_sub_order_is_neither_queried_nor_closed_nor_paid_as_a_plain_order() {
    let shop = &open().await;
    let client = &shop.client;
    client.place_native(&two("P20260101")).await.unwrap();
    let missing = refused(404, "ORDER_NOT_EXIST", 268_512_771);
    let error = client.query("P20260101001", MCHID).await.unwrap_err();
    assert_eq!(refusal(error), missing);
    let error = client
        .close("P20260101001", &json!({ "mchid": MCHID }))
        .await;
    assert_eq!(refusal(error.unwrap_err()), missing);
    let error = shop.sandbox.pay(MCHID, "P20260101001").await.unwrap_err();
    assert_eq!(error.to_string(), "404 ORDER_NOT_EXIST: 订单不存在");
}

#[tokio::test]
async fn a_user_pays_a_combined_order_in_two_hours() {
    let shop = &open().await;
    shop.client.place_native(&two("P20260101")).await.unwrap();
    shop.sandbox.forward(2 * 3_600).await.unwrap();
    shop.refuses(PAY, "支付请求已失效，请使用原参数重新下单")
        .await;
    shop.client.place_native(&two("P20260101")).await.unwrap();
    shop.did(PAY).await;
}

#[tokio::test]
async fn a_combined_order_that_is_not_paid_in_time_is_closed() {
    let shop = &open().await;
    let client = &shop.client;
    client.place_native(&two("P20260101")).await.unwrap();
    shop.sandbox.forward(7 * 86_400).await.unwrap();
    let closed = client.query_all("P20260101").await.unwrap();
    assert_eq!(states(&closed), ["CLOSED", "CLOSED"]);
}
