//! The page and products other than plain orders: combined orders, payment codes, transfers, contracts and pay score.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use serde_json::{Value, json};
use wechatpay_client::{Result, wechatpay_api};

use crate::shop::{
    MCHID, Orders as _, Shop, open, order,
    page::{get, post},
};

#[wechatpay_api]
trait Products {
    #[wechatpay_api(POST "/v3/combine-transactions/native")]
    async fn combine(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/pay/transactions/codepay")]
    async fn pay_by_code(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/transfer-bills")]
    async fn transfer(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/payscore/serviceorder")]
    async fn create(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/payscore/serviceorder/{out_order_no}/complete")]
    async fn complete(&self, out_order_no: &str, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/mini-program")]
    async fn propose(&self, body: &Value) -> Result<Value>;
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

/// Presses the button of a record on the list.
async fn press(shop: &Shop, button: &str) {
    let shown = get(shop, "/orders").await;
    let form = format!("action=\"{button}\"");
    assert!(shown.has(&form), "{form}: {}", shown.body);
    let pressed = post(shop, button, "").await;
    assert_eq!(
        (pressed.status, pressed.header("location")),
        (303, Some("/orders"))
    );
    assert!(!get(shop, "/orders").await.has(&form));
}

#[tokio::test]
async fn a_combined_order_is_paid_as_a_whole() {
    let shop = &open().await;
    for number in ["P20260101", "P20260102"] {
        let request = json!({
            "combine_appid": "wxd678efh567hg6787",
            "combine_mchid": MCHID,
            "combine_out_trade_no": number,
            "scene_info": { "device_id": "POS1:1", "payer_client_ip": "14.17.22.32" },
            "sub_orders": [sub_order(&format!("{number}1"), 100), sub_order(&format!("{number}2"), 50)],
            "notify_url": "https://www.weixin.qq.com/wxpay/pay.php",
        });
        let placed = shop.client.combine(&request).await.unwrap();
        let code_url = placed["code_url"].as_str().unwrap();
        let (_, id) = code_url.split_once("pr=").unwrap();
        // A sub-order is not paid by itself.
        let part = get(shop, &format!("/orders/{MCHID}/{number}1")).await;
        assert!(part.has("NOTPAY") && !part.has("class=\"pay\"") && !part.has("<svg"));
        if number == "P20260101" {
            let payer = get(shop, &format!("/pay/{id}")).await;
            assert!(payer.has("¥1.50") && payer.has("class=\"pay\""));
            assert_eq!(post(shop, &format!("/pay/{id}"), "").await.status, 303);
            assert!(!get(shop, &format!("/pay/{id}")).await.has("class=\"pay\""));
        } else {
            press(
                shop,
                &format!("/records/combined_order/{MCHID}/{number}/pay"),
            )
            .await;
        }
        let part = get(shop, &format!("/orders/{MCHID}/{number}2")).await;
        assert!(part.has("SUCCESS"));
    }
}

#[tokio::test]
async fn the_user_of_a_payment_code_refuses() {
    let shop = &open().await;
    let mut request = order("20260101001", 100);
    let members = request.as_object_mut().unwrap();
    members.remove("notify_url");
    members.insert(
        "payer".to_owned(),
        json!({ "auth_code": "130061098828009401" }),
    );
    members.insert(
        "scene_info".to_owned(),
        json!({ "store_info": { "id": "0001" } }),
    );
    shop.client.pay_by_code(&request).await.unwrap();
    let path = format!("/orders/{MCHID}/20260101001");
    assert!(get(shop, &path).await.has("USERPAYING"));
    press(shop, &format!("/records/order/{MCHID}/20260101001/refuse")).await;
    assert!(get(shop, &path).await.has("PAYERROR"));
    let queried = shop.client.query("20260101001", MCHID).await.unwrap();
    assert_eq!(queried["trade_state"], "PAYERROR");
}

#[tokio::test]
async fn a_transfer_is_confirmed() {
    let shop = &open().await;
    let request = json!({
        "appid": "wxf636efh567hg4356",
        "out_bill_no": "T1",
        "openid": "o-MYE42l80oelYMDE34nYD456Xoy",
        "transfer_amount": 400,
        "transfer_remark": "2020年4月报销",
        "transfer_scene_id": "1000",
        "transfer_scene_report_infos": [{ "info_type": "活动名称", "info_content": "注册会员有礼" }],
    });
    shop.client.transfer(&request).await.unwrap();
    let shown = get(shop, "/orders").await;
    assert!(shown.has("WAIT_USER_CONFIRM") && shown.has("¥4.00"));
    press(shop, &format!("/records/transfer/{MCHID}/T1/confirm")).await;
    assert!(get(shop, "/orders").await.has("TRANSFERING"));
    let unknown = post(shop, &format!("/records/transfer/{MCHID}/T1/fail"), "").await;
    assert_eq!(unknown.status, 404);
}

#[tokio::test]
async fn a_service_order_is_confirmed_and_paid() {
    let shop = &open().await;
    let request = json!({
        "out_order_no": "S1",
        "appid": "wxd678efh567hg6787",
        "service_id": "500001",
        "service_introduction": "某某酒店",
        "time_range": { "start_time": "20200101090000" },
        "risk_fund": { "name": "DEPOSIT", "amount": 10_000 },
        "notify_url": "https://www.weixin.qq.com/wxpay/pay.php",
        "need_user_confirm": true,
    });
    shop.client.create(&request).await.unwrap();
    press(shop, &format!("/records/service_order/{MCHID}/S1/confirm")).await;
    assert!(get(shop, "/orders").await.has("CONFIRMED"));

    let completion = json!({
        "appid": "wxd678efh567hg6787",
        "service_id": "500001",
        "post_payments": [{ "name": "就餐费用", "amount": 8_000 }],
        "total_amount": 8_000,
        "time_range": { "end_time": "20200101100000" },
    });
    shop.client.complete("S1", &completion).await.unwrap();
    press(shop, &format!("/records/service_order/{MCHID}/S1/pay")).await;
    assert!(get(shop, "/orders").await.has("DONE"));
}

#[tokio::test]
async fn a_contract_is_signed_and_terminated() {
    let shop = &open().await;
    let day = chrono::Utc::now() + chrono::Days::new(3);
    let proposal = json!({
        "appid": "wxd678efh567hg6787",
        "plan_id": 12_535,
        "out_contract_code": "C1",
        "contract_display_account": "微信代扣用户A",
        "contract_notify_url": "https://www.weixin.qq.com/wxpay/pay.php",
        "deduct_schedule": {
            "estimated_deduct_date": day.format("%Y-%m-%d").to_string(),
            "estimated_deduct_amount": { "total": 100, "currency": "CNY" },
            "description": "小乔-碎云皮肤",
        },
    });
    shop.client.propose(&proposal).await.unwrap();
    press(shop, &format!("/records/contract/{MCHID}/C1/sign")).await;
    assert!(get(shop, "/orders").await.has("SIGNED"));
    press(shop, &format!("/records/contract/{MCHID}/C1/terminate")).await;
    assert!(get(shop, "/orders").await.has("TERMINATED"));
    let late = post(shop, &format!("/records/contract/{MCHID}/C1/sign"), "").await;
    assert_eq!(late.status, 400, "{}", late.body);
}
