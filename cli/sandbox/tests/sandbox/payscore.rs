//! Service orders of pay score (支付分): confirmed, completed, lowered, paid, cancelled and expired.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use serde_json::{Value, json};
use wechatpay_client::{Client, Error, Result, wechatpay_api};

use crate::shop::{
    MCHID, Orders as _, Shop, client_of, no_openid, open, receiver::Receiver, refusal, refused,
    user::list,
};

const NO_TIME: &str = "is no time: send one such as 20091225091010, or a day such as 20091225";

const SERVICE: &str = "2002000000000558128851361561536";
const APPID: &str = "wxd678efh567hg6787";
const SERVICE_PROVIDER: &str = "1900000100";

#[wechatpay_api]
trait PayScore {
    #[wechatpay_api(POST "/v3/payscore/serviceorder")]
    async fn create(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/payscore/serviceorder")]
    async fn query_service(
        &self,
        #[query] out_order_no: &str,
        #[query] service_id: &str,
        #[query] appid: &str,
    ) -> Result<Value>;

    #[wechatpay_api(POST "/v3/payscore/serviceorder/{out_order_no}/cancel")]
    async fn cancel(&self, out_order_no: &str, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/payscore/serviceorder/{out_order_no}/complete")]
    async fn complete(&self, out_order_no: &str, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/payscore/serviceorder/{out_order_no}/modify")]
    async fn modify(&self, out_order_no: &str, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/payscore/serviceorder/{out_order_no}/pay")]
    async fn collect(&self, out_order_no: &str, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/payscore/serviceorder/{out_order_no}/sync")]
    async fn sync(&self, out_order_no: &str, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/profitsharing/transactions/{transaction_id}/amounts")]
    async fn amounts(&self, transaction_id: &str) -> Result<Value>;
}

#[wechatpay_api]
trait PartnerPayScore {
    #[wechatpay_api(POST "/v3/payscore/partner/serviceorder")]
    async fn create_partner(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/payscore/partner/serviceorder")]
    async fn query_partner(
        &self,
        #[query] out_order_no: &str,
        #[query] service_id: &str,
        #[query] sub_mchid: &str,
    ) -> Result<Value>;

    #[wechatpay_api(POST "/v3/payscore/partner/serviceorder/{out_order_no}/complete")]
    async fn complete_partner(&self, out_order_no: &str, body: &Value) -> Result<()>;
}

#[wechatpay_api]
trait Permissions {
    #[wechatpay_api(POST "/v3/payscore/permissions")]
    async fn ask(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/payscore/permissions/authorization-code/{authorization_code}")]
    async fn permission(
        &self,
        authorization_code: &str,
        #[query] service_id: &str,
    ) -> Result<Value>;

    #[wechatpay_api(GET "/v3/payscore/permissions/openid/{openid}")]
    async fn permission_of(
        &self,
        openid: &str,
        #[query] service_id: &str,
        #[query] appid: &str,
    ) -> Result<Value>;

    #[wechatpay_api(POST "/v3/payscore/permissions/openid/{openid}/terminate")]
    async fn end_permission(&self, openid: &str, body: &Value) -> Result<()>;
}

fn service_order(number: &str, receiver: &Receiver) -> Value {
    json!({
        "out_order_no": number,
        "appid": APPID,
        "service_id": SERVICE,
        "service_introduction": "某某酒店",
        "time_range": { "start_time": "20200101090000" },
        "risk_fund": { "name": "DEPOSIT", "amount": 10_000 },
        "notify_url": receiver.url,
        "need_user_confirm": true,
    })
}

/// An order that the user need not confirm.
fn unconfirmed(number: &str, receiver: &Receiver) -> Value {
    let mut order = service_order(number, receiver);
    order["need_user_confirm"] = json!(false);
    order["openid"] = json!("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o");
    order
}

fn completion(fen: u32) -> Value {
    json!({
        "appid": APPID,
        "service_id": SERVICE,
        "post_payments": [{ "name": "就餐费用", "amount": fen }],
        "total_amount": fen,
        "time_range": { "end_time": "20200101100000" },
        "profit_sharing": true,
    })
}

fn modification(fen: u32) -> Value {
    json!({
        "appid": APPID,
        "service_id": SERVICE,
        "post_payments": [{ "name": "就餐费用", "amount": fen }],
        "total_amount": fen,
        "reason": "用户投诉",
    })
}

fn named() -> Value {
    json!({ "appid": APPID, "service_id": SERVICE })
}

fn cancellation() -> Value {
    json!({ "appid": APPID, "service_id": SERVICE, "reason": "用户投诉" })
}

async fn query(client: &Client, number: &str) -> Value {
    client.query_service(number, SERVICE, APPID).await.unwrap()
}

/// Makes a request of the user, which succeeds.
async fn does(shop: &Shop, path: &str) {
    let done = shop.post(&format!("/sandbox/{path}")).await;
    assert_eq!(done, (204, String::new()), "{path}");
}

#[track_caller]
fn is_refused<T: std::fmt::Debug>(result: Result<T>, code: &str, reason: impl ToString) {
    let error: Error = result.unwrap_err();
    assert_eq!(refusal(error), refused(400, code, reason));
}

#[tokio::test]
async fn a_user_confirms_an_order_and_pays_what_the_merchant_charges() {
    let shop = &open().await;
    let (client, mut receiver) = (&shop.client, Receiver::start(&[204]).await);
    let order = service_order("S1", &receiver);
    let created = client.create(&order).await.unwrap();
    assert_eq!(created["state"], "CREATED");
    assert!(created["package"].is_string());
    assert_eq!(created.get("location"), None);
    assert_eq!(client.create(&order).await.unwrap(), created);
    let mut other = order.clone();
    other["risk_fund"]["amount"] = json!(1);
    is_refused(client.create(&other).await, "PARAM_ERROR", 271_316_598);
    let early = client.complete("S1", &completion(10_000)).await;
    is_refused(early, "INVALID_REQUEST", 271_302_332);

    does(shop, &format!("service-orders/{MCHID}/S1/confirm")).await;
    let (event_type, resource) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(event_type, "PAYSCORE.USER_CONFIRM");
    assert_eq!(resource["state"], "DOING");
    assert_eq!(resource["state_description"], "USER_CONFIRM");
    assert_eq!(resource["openid"], "oSandboxUser0000000000000000");

    completes_within_the_rules(client).await;
    let queried = query(client, "S1").await;
    assert_eq!(
        queried["collection"],
        json!({
            "state": "USER_PAYING",
            "total_amount": 10_000,
            "paying_amount": 10_000,
            "paid_amount": 0,
        })
    );
    is_refused(
        client.cancel("S1", &cancellation()).await,
        "INVALID_REQUEST",
        271_316_592,
    );
    is_refused(
        client.modify("S1", &modification(10_000)).await,
        "PARAM_ERROR",
        "修改后的总金额须小于当前总金额",
    );
    let mut negative = modification(0);
    negative["post_payments"][0]["amount"] = json!(-1);
    negative["total_amount"] = json!(-1);
    let negative = client.modify("S1", &negative).await;
    is_refused(negative, "PARAM_ERROR", "最终总金额计算非法");
    let lowered = client.modify("S1", &modification(9_000)).await.unwrap();
    assert_eq!(lowered["total_amount"], 9_000);

    does(shop, &format!("service-orders/{MCHID}/S1/pay")).await;
    let (event_type, resource) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(event_type, "PAYSCORE.USER_PAID");
    assert_eq!(resource["state"], "DONE");
    assert_eq!(resource["collection"]["state"], "USER_PAID");
    assert_eq!(resource["collection"]["paid_amount"], 9_000);
    let detail = &resource["collection"]["details"][0];
    assert_eq!(detail["paid_type"], "NEWTON");
    let late = client.modify("S1", &modification(1)).await;
    is_refused(late, "INVALID_REQUEST", 271_316_657);
    let refund = json!({
        "transaction_id": detail["transaction_id"],
        "out_refund_no": "R1",
        "amount": { "total": 9_000, "refund": 500, "currency": "CNY" },
    });
    let refunded = client.refund(&refund).await.unwrap();
    assert_eq!(refunded["status"], "PROCESSING");
    let transaction_id = detail["transaction_id"].as_str().unwrap();
    let left = client.amounts(transaction_id).await.unwrap();
    assert_eq!(left["unsplit_amount"], 8_500);
}

#[tokio::test]
async fn an_order_has_no_negative_price_and_no_other_time() {
    let shop = &open().await;
    let (client, receiver) = (&shop.client, Receiver::start(&[204]).await);
    let good = unconfirmed("S1", &receiver);
    let pattern = |pattern| format!("does not match `{pattern}`: send a text of this form");
    for (member, value, field, issue) in [
        (
            "post_payments",
            json!([{ "name": "a", "amount": 0 }, { "name": "b", "amount": -1 }]),
            "/post_payments/1/amount",
            "is -1: send at least 0".to_owned(),
        ),
        (
            "post_discounts",
            json!([{ "name": "a", "description": "b", "amount": -1 }]),
            "/post_discounts/0/amount",
            "is -1: send at least 0".to_owned(),
        ),
        (
            "time_range",
            json!({ "start_time": "tomorrow" }),
            "/time_range/start_time",
            pattern(r"\d{8}|\d{14}|OnAccept"),
        ),
        (
            "time_range",
            json!({ "start_time": "OnAccept", "end_time": "2020-01-01" }),
            "/time_range/end_time",
            pattern(r"\d{8}|\d{14}"),
        ),
        (
            "time_range",
            json!({ "start_time": "20260230" }),
            "/time_range/start_time",
            NO_TIME.to_owned(),
        ),
        (
            "time_range",
            json!({ "start_time": "OnAccept", "end_time": "20991399000000" }),
            "/time_range/end_time",
            NO_TIME.to_owned(),
        ),
    ] {
        let mut order = good.clone();
        order[member] = value;
        client.create(&order).await.unwrap_err();
        let refused = list(&shop.sandbox, "requests?limit=1").await.remove(0);
        assert_eq!(refused["code"], "PARAM_ERROR");
        assert_eq!(
            (&refused["detail"]["field"], &refused["detail"]["issue"]),
            (&json!(field), &json!(issue))
        );
    }
    client.create(&good).await.unwrap();
    for end in ["now", "20991399000000"] {
        let mut wrong = completion(1);
        wrong["time_range"]["end_time"] = json!(end);
        let error = client.complete("S1", &wrong).await;
        is_refused(error, "PARAM_ERROR", "参数错误");
    }
    let report = json!({
        "appid": APPID,
        "service_id": SERVICE,
        "type": "Order_Paid",
        "detail": { "paid_time": "20261399999999" },
    });
    let error = client.sync("S1", &report).await;
    is_refused(error, "PARAM_ERROR", "参数错误");
}

/// A time, this many seconds from now, in the form of pay score.
fn time_in(seconds: i64) -> String {
    let time = chrono::Utc::now() + chrono::TimeDelta::seconds(8 * 3_600 + seconds);
    time.format("%Y%m%d%H%M%S").to_string()
}

#[tokio::test]
async fn a_new_order_ends_after_its_start_and_a_minute_ahead() {
    const DAY: i64 = 86_400;
    let shop = &open().await;
    let (client, receiver) = (&shop.client, Receiver::start(&[204]).await);
    let day_in = |days: i64| time_in(days * DAY)[..8].to_owned();
    let soon = "预计服务结束时间须晚于调用接口时间1分钟以上";
    let before = "预计服务结束时间须晚于服务开始时间";
    let mut order = unconfirmed("S1", &receiver);
    for (start, end, message) in [
        ("OnAccept", time_in(-1), soon),
        ("OnAccept", time_in(55), soon),
        ("OnAccept", day_in(-1), soon),
        (&*time_in(2 * DAY), time_in(DAY), before),
        (&*day_in(2), time_in(DAY), before),
        (&*time_in(2 * DAY), day_in(1), before),
        (&*day_in(2), day_in(1), before),
    ] {
        order["time_range"] = json!({ "start_time": start, "end_time": end });
        is_refused(client.create(&order).await, "PARAM_ERROR", message);
    }
    for (index, (start, end)) in [
        ("OnAccept", time_in(120)),
        ("OnAccept", day_in(1)),
        (&*time_in(DAY), time_in(DAY + 1)),
        (&*time_in(DAY), day_in(1)),
        (&*day_in(1), day_in(1)),
    ]
    .into_iter()
    .enumerate()
    {
        order["out_order_no"] = json!(format!("S{index}"));
        order["time_range"] = json!({ "start_time": start, "end_time": end });
        client.create(&order).await.unwrap();
    }
    // The request of an order that exists is repeated at any time.
    shop.sandbox.forward(3 * 86_400).await.unwrap();
    client.create(&order).await.unwrap();
}

#[tokio::test]
async fn an_order_has_a_risk_fund_within_the_limit_of_its_service() {
    let shop = &open().await;
    let (client, receiver) = (&shop.client, Receiver::start(&[204]).await);
    let order = |number, name, fen| {
        let mut order = unconfirmed(number, &receiver);
        order["risk_fund"] = json!({ "name": name, "amount": fen });
        order
    };
    for fen in [0, -1] {
        let refused = client.create(&order("S1", "DEPOSIT", fen)).await;
        is_refused(refused, "PARAM_ERROR", "参数错误");
    }
    let unlisted = client.create(&order("S1", "RENT", 1)).await;
    is_refused(unlisted, "PARAM_ERROR", "参数错误");
    let entry = list(&shop.sandbox, "requests?limit=1").await.remove(0);
    assert_eq!(
        entry["detail"],
        json!({
            "field": "/risk_fund/name",
            "issue": "is unlisted: send a value that the documentation lists",
            "location": "body",
            "value": "RENT",
        })
    );
    for (number, name) in [("S7", "ADVANCE"), ("S8", "CASH_DEPOSIT")] {
        client.create(&order(number, name, 1)).await.unwrap();
    }
    let large = order("S1", "ESTIMATE_ORDER_COST", 10_000);
    client.create(&large).await.unwrap();
    does(shop, &format!("services/{SERVICE}/risk-fund/9999")).await;
    // A limit that is set later changes no order that exists.
    client.create(&large).await.unwrap();
    is_refused(
        client.create(&order("S2", "DEPOSIT", 10_000)).await,
        "PARAM_ERROR",
        "创建订单的订单风险金额超过此服务的服务风险金额",
    );
    client.create(&order("S2", "DEPOSIT", 9_999)).await.unwrap();
    let dear = client.complete("S1", &completion(10_000)).await;
    is_refused(dear, "PARAM_ERROR", 271_316_656);
    assert_eq!(query(client, "S1").await["state"], "DOING");
    client.complete("S1", &completion(9_999)).await.unwrap();
}

async fn completes_within_the_rules(client: &Client) {
    let mut wrong = completion(10_000);
    wrong["post_discounts"] = json!([{ "name": "满减", "amount": 1 }]);
    let error = client.complete("S1", &wrong).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(400, "PARAM_ERROR", "最终总金额计算非法")
    );
    let mut late = completion(10_000);
    late["time_range"]["end_time"] = json!("20990101000000");
    is_refused(
        client.complete("S1", &late).await,
        "PARAM_ERROR",
        "实际结束时间不能晚于使用完结接口的时间",
    );
    let mut early = completion(10_000);
    early["time_range"]["end_time"] = json!("20200101085959");
    is_refused(
        client.complete("S1", &early).await,
        "PARAM_ERROR",
        271_316_637,
    );
    let dear = client.complete("S1", &completion(10_001)).await;
    is_refused(dear, "PARAM_ERROR", 271_316_656);
    let completed = client.complete("S1", &completion(10_000)).await.unwrap();
    assert_eq!(completed["state"], "DOING");
    assert_eq!(completed["state_description"], "MCH_COMPLETE");
    let again = client.complete("S1", &completion(10_000)).await.unwrap();
    assert_eq!(again, completed);
    let other = client.complete("S1", &completion(9_999)).await;
    is_refused(other, "PARAM_ERROR", 271_316_598);
}

#[tokio::test]
async fn an_order_is_cancelled_until_it_is_completed() {
    const NO_USER: &str = "免确认订单的openid必填";
    let Shop { client, .. } = &open().await;
    let receiver = &Receiver::start(&[204]).await;
    let mut order = unconfirmed("S1", receiver);
    order["openid"] = json!("");
    let error = client.create(&order).await.unwrap_err();
    assert_eq!(refusal(error), no_openid("openid", "用户标识"));
    order.as_object_mut().unwrap().remove("openid");
    is_refused(client.create(&order).await, "PARAM_ERROR", NO_USER);
    let created = client.create(&unconfirmed("S1", receiver)).await.unwrap();
    assert_eq!(created["state"], "DOING");
    assert_eq!(created["state_description"], "USER_CONFIRM");
    let cancelled = client.cancel("S1", &cancellation()).await.unwrap();
    assert_eq!(cancelled["order_id"], created["order_id"]);
    assert_eq!(query(client, "S1").await["state"], "REVOKED");
    assert_eq!(
        client.cancel("S1", &cancellation()).await.unwrap(),
        cancelled
    );
    let other = json!({ "appid": APPID, "service_id": SERVICE, "reason": "其他" });
    is_refused(
        client.cancel("S1", &other).await,
        "INVALID_REQUEST",
        271_316_592,
    );
    let late = client.complete("S1", &completion(1)).await;
    is_refused(late, "INVALID_REQUEST", 271_302_333);
}

#[tokio::test]
async fn a_merchant_collects_the_money_or_reports_another_payment() {
    let shop = &open().await;
    let (client, mut receiver) = (&shop.client, Receiver::start(&[204]).await);
    for number in ["S1", "S2", "S3"] {
        client
            .create(&unconfirmed(number, &receiver))
            .await
            .unwrap();
    }
    let early = client.collect("S1", &named()).await;
    is_refused(early, "INVALID_REQUEST", 271_316_657);
    client.complete("S1", &completion(100)).await.unwrap();
    client.collect("S1", &named()).await.unwrap();
    let meanwhile = client.modify("S1", &modification(1)).await;
    is_refused(meanwhile, "INVALID_REQUEST", 271_316_754);
    shop.sandbox.forward(5).await.unwrap();
    let (event_type, resource) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(event_type, "PAYSCORE.USER_PAID");
    assert_eq!(resource["out_order_no"], "S1");
    let late = client.collect("S1", &named()).await;
    is_refused(late, "INVALID_REQUEST", 271_316_657);

    client.complete("S2", &completion(100)).await.unwrap();
    let mut report = json!({
        "appid": APPID,
        "service_id": SERVICE,
        "type": "Order_Paid",
        "detail": { "paid_time": "20200101110000" },
    });
    let mut early = report.clone();
    early["detail"]["paid_time"] = json!(time_in(60));
    let message = "收款成功时间不能晚于调用接口时间";
    is_refused(client.sync("S2", &early).await, "PARAM_ERROR", message);
    let synced = client.sync("S2", &report).await.unwrap();
    assert_eq!(synced["state"], "DONE");
    assert_eq!(
        synced["collection"]["details"],
        json!([{ "seq": 1, "amount": 100, "paid_type": "MCH", "paid_time": "20200101110000" }])
    );
    assert_eq!(client.sync("S2", &report).await.unwrap(), synced);
    report["detail"]["paid_time"] = json!("20200101120000");
    let other = client.sync("S2", &report).await;
    is_refused(other, "INVALID_REQUEST", 271_316_657);

    // Nothing is to be paid.
    let completed = client.complete("S3", &completion(0)).await.unwrap();
    assert_eq!(completed["state"], "DONE");
    assert_eq!(completed["need_collection"], false);
    assert_eq!(query(client, "S3").await.get("collection"), None);
}

#[tokio::test]
async fn an_order_that_is_not_confirmed_in_30_days_expires() {
    let shop = &open().await;
    let receiver = &Receiver::start(&[204]).await;
    shop.client
        .create(&service_order("S1", receiver))
        .await
        .unwrap();
    shop.sandbox.forward(30 * 86_400 - 60).await.unwrap();
    assert_eq!(query(&shop.client, "S1").await["state"], "CREATED");
    shop.sandbox.forward(60).await.unwrap();
    assert_eq!(query(&shop.client, "S1").await["state"], "EXPIRED");
    let path = format!("/sandbox/service-orders/{MCHID}/S1/confirm");
    shop.refuses(&path, "订单不是待用户确认状态").await;
    let late = shop.client.complete("S1", &completion(1)).await;
    is_refused(late, "INVALID_REQUEST", 271_302_262);
    let wrong = shop.client.query_service("S1", "500001", APPID).await;
    let expected = refused(404, "ORDER_NOT_EXIST", 271_317_510);
    assert_eq!(refusal(wrong.unwrap_err()), expected);
}

#[tokio::test]
async fn a_service_provider_names_the_sub_merchant() {
    let shop = &open().await;
    let mut receiver = Receiver::start(&[204]).await;
    let mut accounts = shop.sandbox.folder().accounts();
    let provider = accounts.find(|account| account.id == SERVICE_PROVIDER);
    let client = client_of(&shop.sandbox, provider.unwrap());
    let mut order = service_order("S1", &receiver);
    order["sub_mchid"] = json!(MCHID);
    order["time_range"]["start_time"] = json!("OnAccept");
    let created = client.create_partner(&order).await.unwrap();
    assert_eq!(created["mchid"], SERVICE_PROVIDER);
    assert_eq!(created["sub_mchid"], MCHID);
    does(
        shop,
        &format!("service-orders/{SERVICE_PROVIDER}/S1/confirm"),
    )
    .await;
    let (_, confirmed) = receiver
        .next_event_of(&shop.sandbox, SERVICE_PROVIDER)
        .await;
    assert_eq!(confirmed["sub_mchid"], MCHID);
    // The service begins with the confirmation.
    let start = confirmed["time_range"]["start_time"].as_str().unwrap();
    assert_eq!(start.len(), 14);

    let completion = json!({
        "service_id": SERVICE,
        "sub_mchid": MCHID,
        "post_payments": [{ "name": "就餐费用", "amount": 100 }],
        "total_amount": 100,
    });
    for end in ["20200101000000", "20200101"] {
        let mut early = completion.clone();
        early["time_range"] = json!({ "end_time": end });
        let error = client.complete_partner("S1", &early).await;
        is_refused(error, "PARAM_ERROR", 271_316_637);
    }
    let mut completion = completion;
    completion["time_range"] = json!({ "end_time": start.get(..8) });
    client.complete_partner("S1", &completion).await.unwrap();
    let queried = client.query_partner("S1", SERVICE, MCHID).await.unwrap();
    assert_eq!(queried["state_description"], "MCH_COMPLETE");
    let other = client.query_partner("S1", SERVICE, "1900000108").await;
    let expected = refused(404, "ORDER_NOT_EXIST", 271_317_510);
    assert_eq!(refusal(other.unwrap_err()), expected);
}

#[tokio::test]
async fn a_user_grants_a_service_and_the_merchant_ends_the_grant() {
    let shop = &open().await;
    let (client, mut receiver) = (&shop.client, Receiver::start(&[204]).await);
    let request = json!({
        "service_id": SERVICE,
        "appid": APPID,
        "authorization_code": "A1",
        "notify_url": receiver.url,
    });
    let token = client.ask(&request).await.unwrap();
    assert_eq!(client.ask(&request).await.unwrap(), token);
    let asked = client.permission("A1", SERVICE).await.unwrap();
    assert_eq!(asked["authorization_state"], "UNBINDUSER");
    let unknown = client
        .permission_of("oUser1", SERVICE, APPID)
        .await
        .unwrap();
    assert_eq!(unknown["authorization_state"], "UNAVAILABLE");

    does(shop, &format!("permissions/{MCHID}/A1/open/oUser1")).await;
    let (event_type, resource) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(event_type, "PAYSCORE.USER_OPEN_SERVICE");
    assert_eq!(resource["openid"], "oUser1");
    assert_eq!(resource["authorization_code"], "A1");
    let granted = client
        .permission_of("oUser1", SERVICE, APPID)
        .await
        .unwrap();
    assert_eq!(granted["authorization_state"], "AVAILABLE");
    assert_eq!(granted["authorization_code"], "A1");

    let end = json!({ "service_id": SERVICE, "appid": APPID, "reason": "撤销原因" });
    client.end_permission("oUser1", &end).await.unwrap();
    let ended = client.permission("A1", SERVICE).await.unwrap();
    assert_eq!(ended["authorization_state"], "UNAVAILABLE");
    let path = format!("/sandbox/permissions/{MCHID}/A1/close");
    shop.refuses(&path, "当前授权状态不合法").await;
    let missing = client.permission("A2", SERVICE).await.unwrap_err();
    assert_eq!(
        refusal(missing),
        refused(404, "RESOURCE_NOT_EXISTS", "授权记录不存在")
    );
}
