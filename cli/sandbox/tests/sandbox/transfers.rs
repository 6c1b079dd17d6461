//! Transfers (商家转账): confirmed by the user, cancelled, overdue, and refused.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use wechatpay_client::{Result, Sensitive, wechatpay_api};

use crate::shop::{MCHID, Shop, client_of, open, receiver::Receiver, refusal, refused};

const DAY: u32 = 86_400;

const NOT_ENOUGH: &str = "商户运营账户资金不足，充值后可以原单号发起重试，请勿更换商户单号";

#[wechatpay_api]
trait Transfers {
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/transfer-bills")]
    async fn transfer(&self, body: &Transfer) -> Result<Value>;

    #[wechatpay_api(GET "/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}")]
    async fn query(&self, out_bill_no: &str) -> Result<Value>;

    #[wechatpay_api(GET "/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}")]
    async fn query_named(&self, out_bill_no: &str) -> Result<Named>;

    #[wechatpay_api(GET "/v3/fund-app/mch-transfer/transfer-bills/transfer-bill-no/{transfer_bill_no}")]
    async fn query_by_id(&self, transfer_bill_no: &str) -> Result<Value>;

    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}/cancel")]
    async fn cancel(&self, out_bill_no: &str) -> Result<Value>;
}

#[derive(Serialize)]
struct Transfer {
    #[serde(flatten)]
    members: Value,
    user_name: Option<Sensitive>,
}

/// A transfer with the name of its user.
#[derive(Deserialize)]
struct Named {
    user_name: Sensitive,
}

impl Transfer {
    fn new(out_bill_no: &str, fen: u32) -> Self {
        let members = json!({
            "appid": "wxf636efh567hg4356",
            "out_bill_no": out_bill_no,
            "openid": "o-MYE42l80oelYMDE34nYD456Xoy",
            "transfer_amount": fen,
            "transfer_remark": "2020年4月报销",
            "transfer_scene_id": "1000",
            "transfer_scene_report_infos": [
                { "info_type": "活动名称", "info_content": "注册会员有礼" },
            ],
        });
        Self {
            members,
            user_name: None,
        }
    }

    fn notifying(mut self, receiver: &Receiver) -> Self {
        self.members["notify_url"] = receiver.url.clone().into();
        self
    }
}

/// Makes a request of the transfer's user, which succeeds.
async fn does(shop: &Shop, path: &str) {
    let done = shop.post(&format!("/sandbox/{path}")).await;
    assert_eq!(done, (204, String::new()), "{path}");
}

#[tokio::test]
async fn a_user_confirms_a_transfer_and_the_money_arrives() {
    let shop = &open().await;
    let mut receiver = Receiver::start(&[204]).await;
    let first = shop
        .client
        .transfer(&Transfer::new("T1", 400).notifying(&receiver))
        .await
        .unwrap();
    assert_eq!(first["state"], "WAIT_USER_CONFIRM");
    assert_eq!(first["transfer_bill_no"].as_str().unwrap().len(), 40);
    assert!(first["package_info"].is_string());
    let again = Transfer::new("T1", 400).notifying(&receiver);
    assert_eq!(shop.client.transfer(&again).await.unwrap(), first);
    let other = Transfer::new("T1", 401).notifying(&receiver);
    let error = shop.client.transfer(&other).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(
            400,
            "INVALID_REQUEST",
            "单号已存在但信息不一致，请查单后比较确认"
        )
    );

    does(shop, &format!("transfers/{MCHID}/T1/confirm")).await;
    let queried = shop.client.query("T1").await.unwrap();
    assert_eq!(queried["state"], "TRANSFERING");
    assert_eq!(queried.get("package_info"), None);
    shop.sandbox.forward(5).await.unwrap();
    let (event_type, resource) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(event_type, "MCHTRANSFER.BILL.FINISHED");
    let id = first["transfer_bill_no"].as_str().unwrap();
    let queried = shop.client.query_by_id(id).await.unwrap();
    assert_eq!(
        resource,
        json!({
            "out_bill_no": "T1",
            "transfer_bill_no": id,
            "state": "SUCCESS",
            "mch_id": MCHID,
            "transfer_amount": 400,
            "openid": "o-MYE42l80oelYMDE34nYD456Xoy",
            "create_time": first["create_time"],
            "update_time": queried["update_time"],
        })
    );
    assert_eq!(queried["state"], "SUCCESS");
    assert_eq!(queried["transfer_remark"], "2020年4月报销");

    let path = format!("/sandbox/transfers/{MCHID}/T1/confirm");
    shop.refuses(&path, "单据不是待收款用户确认状态").await;
    let error = shop.client.cancel("T1").await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(400, "INVALID_REQUEST", "当前单据状态不支持撤销")
    );
}

#[tokio::test]
async fn a_transfer_is_cancelled_until_the_user_confirms() {
    let shop = &open().await;
    let mut receiver = Receiver::start(&[204]).await;
    let transfer = Transfer::new("T1", 400).notifying(&receiver);
    shop.client.transfer(&transfer).await.unwrap();
    let cancelled = shop.client.cancel("T1").await.unwrap();
    assert_eq!(cancelled["state"], "CANCELING");
    assert_eq!(shop.client.cancel("T1").await.unwrap(), cancelled);
    let path = format!("/sandbox/transfers/{MCHID}/T1/confirm");
    shop.refuses(&path, "单据不是待收款用户确认状态").await;
    shop.sandbox.forward(5).await.unwrap();
    let (_, resource) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(resource["state"], "CANCELLED");
    let cancelled = shop.client.cancel("T1").await.unwrap();
    assert_eq!(cancelled["state"], "CANCELLED");

    let transfer = Transfer::new("T2", 400).notifying(&receiver);
    shop.client.transfer(&transfer).await.unwrap();
    does(shop, &format!("transfers/{MCHID}/T2/confirm")).await;
    let error = shop.client.cancel("T2").await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(400, "INVALID_REQUEST", "当前单据状态不支持撤销")
    );
}

#[tokio::test]
async fn a_transfer_that_is_not_confirmed_in_a_day_is_closed_and_notified_once() {
    let shop = &open().await;
    let mut receiver = Receiver::start(&[204]).await;
    let transfer = Transfer::new("T1", 400).notifying(&receiver);
    shop.client.transfer(&transfer).await.unwrap();
    shop.sandbox.forward(DAY - 60).await.unwrap();
    let queried = shop.client.query("T1").await.unwrap();
    assert_eq!(queried["state"], "WAIT_USER_CONFIRM");
    shop.sandbox.forward(60).await.unwrap();
    let queried = shop.client.query("T1").await.unwrap();
    assert_eq!(queried["state"], "FAIL");
    assert_eq!(queried["fail_reason"], "OVERDUE_CLOSE");
    let path = format!("/sandbox/transfers/{MCHID}/T1/confirm");
    shop.refuses(&path, "单据不是待收款用户确认状态").await;
    let repeated = shop.client.transfer(&transfer).await.unwrap();
    assert_eq!(repeated["fail_reason"], "OVERDUE_CLOSE");

    let (_, resource) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(resource["state"], "FAIL");
    assert_eq!(resource["fail_reason"], "OVERDUE_CLOSE");

    let next = Transfer::new("T2", 400).notifying(&receiver);
    shop.client.transfer(&next).await.unwrap();
    does(shop, &format!("transfers/{MCHID}/T2/fail/NAME_NOT_CORRECT")).await;
    // The next notification is that of the other transfer: the first one had one only.
    let (_, resource) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(resource["out_bill_no"], "T2");
    assert_eq!(resource["fail_reason"], "NAME_NOT_CORRECT");
    let path = format!("/sandbox/transfers/{MCHID}/T2/fail/NO_REASON");
    shop.refuses(&path, "fail_reason不是微信支付的失败原因")
        .await;

    shop.sandbox.forward(30 * DAY).await.unwrap();
    let error = shop.client.query("T1").await.unwrap_err();
    assert_eq!(refusal(error), refused(404, "NOT_FOUND", "记录不存在"));
}

#[tokio::test]
async fn a_large_transfer_needs_an_encrypted_name_and_each_its_report() {
    let Shop { client, .. } = &open().await;
    let small = client.transfer(&Transfer::new("T1", 9)).await.unwrap_err();
    assert_eq!(
        refusal(small),
        refused(
            400,
            "INVALID_REQUEST",
            "超过单笔转账上下限，核实产品设置是否准确"
        )
    );
    let mut unreported = Transfer::new("T1", 10);
    unreported.members["transfer_scene_report_infos"] = json!([]);
    let error = client.transfer(&unreported).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(400, "PARAM_ERROR", "需传入转账场景报备信息，请检查")
    );

    let mut large = Transfer::new("T1", 200_000);
    for name in [None, Some(""), Some(" ")] {
        large.user_name = name.map(Into::into);
        let error = client.transfer(&large).await.unwrap_err();
        assert_eq!(
            refusal(error),
            refused(
                400,
                "PARAM_ERROR",
                "转账金额大于等于2000元时，收款用户姓名必填"
            )
        );
    }
    large.user_name = Some("张三".into());
    let first = client.transfer(&large).await.unwrap();
    // Each encryption gives another text for the same name.
    assert_eq!(client.transfer(&large).await.unwrap(), first);
    let queried = client.query_named("T1").await.unwrap();
    assert_eq!(queried.user_name.expose(), "张三");
    large.user_name = Some("李四".into());
    let error = client.transfer(&large).await.unwrap_err();
    assert_eq!(
        refusal(error),
        refused(
            400,
            "INVALID_REQUEST",
            "单号已存在但信息不一致，请查单后比较确认"
        )
    );
    client
        .transfer(&Transfer::new("T2", 199_999))
        .await
        .unwrap();
}

#[tokio::test]
async fn a_merchant_without_money_repeats_the_request_after_a_deposit() {
    let shop = &open().await;
    let client = &shop.client;
    does(shop, &format!("transfer-funds/{MCHID}/100")).await;
    let unknown = shop.post("/sandbox/transfer-funds/1900000999/100").await;
    assert_eq!(unknown.0, 404, "{}", unknown.1);
    let first = Transfer::new("T1", 200);
    let error = client.transfer(&first).await.unwrap_err();
    assert_eq!(refusal(error), refused(403, "NOT_ENOUGH", NOT_ENOUGH));
    // The transfer exists: a new number would pay twice.
    let queried = client.query("T1").await.unwrap();
    assert_eq!(queried["state"], "PROCESSING");
    does(shop, &format!("transfer-funds/{MCHID}/500")).await;
    let done = client.transfer(&first).await.unwrap();
    assert_eq!(done["state"], "WAIT_USER_CONFIRM");

    let second = Transfer::new("T2", 400);
    let error = client.transfer(&second).await.unwrap_err();
    assert_eq!(refusal(error), refused(403, "NOT_ENOUGH", NOT_ENOUGH));
    // A failed transfer gives its money back.
    let path = format!("transfers/{MCHID}/T1/fail/PAYEE_ACCOUNT_ABNORMAL");
    does(shop, &path).await;
    let done = client.transfer(&second).await.unwrap();
    assert_eq!(done["state"], "WAIT_USER_CONFIRM");
}

#[tokio::test]
async fn a_merchant_sees_only_its_own_transfers() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    let created = client.transfer(&Transfer::new("T1", 10)).await.unwrap();
    let id = created["transfer_bill_no"].as_str().unwrap();
    let mut accounts = sandbox.folder().accounts();
    let other = accounts.find(|account| account.id == "1900000108").unwrap();
    let other = client_of(sandbox, other);
    for error in [
        other.query("T1").await,
        other.query_by_id(id).await,
        other.cancel("T1").await,
        client.query("T2").await,
    ] {
        assert_eq!(
            refusal(error.unwrap_err()),
            refused(404, "NOT_FOUND", "记录不存在")
        );
    }
}
