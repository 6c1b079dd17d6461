//! Scheduled deductions (预约扣费): signed by the user, scheduled on the eve, deducted once on the day.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use std::{
    cell::Cell,
    collections::BTreeMap,
    time::{SystemTime, UNIX_EPOCH},
};

use chrono::DateTime;
use serde_json::{Value, json};
use wechatpay_client::{Client, Result, wechatpay_api};

use crate::shop::{
    MCHID, Orders as _, Shop, client_of, no_openid, open, receiver::Receiver, refusal, refused,
};

const APPID: &str = "wxd678efh567hg6787";
const SERVICE_PROVIDER: &str = "1900000100";
const HOUR: i64 = 3_600;

#[wechatpay_api]
trait Papay {
    #[wechatpay_api(POST "/v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/mini-program")]
    async fn propose(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/papay/sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}")]
    async fn contract(&self, plan_id: u32, out_contract_code: &str) -> Result<Value>;

    #[wechatpay_api(POST "/v3/papay/sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}/terminate")]
    async fn terminate(&self, plan_id: u32, out_contract_code: &str, body: &Value)
    -> Result<Value>;

    #[wechatpay_api(GET "/v3/papay/pay/schedules/contract-id/{contract_id}")]
    async fn query_schedule(&self, contract_id: &str) -> Result<Value>;

    #[wechatpay_api(POST "/v3/papay/pay/schedules/contract-id/{contract_id}/schedule")]
    async fn schedule(&self, contract_id: &str, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/papay/pay/transactions/apply")]
    async fn deduct(&self, body: &Value) -> Result<Value>;
}

#[wechatpay_api]
trait PartnerPapay {
    #[wechatpay_api(POST "/v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/h5")]
    async fn propose_partner(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/papay/sign/partner/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}")]
    async fn partner_contract(
        &self,
        plan_id: u32,
        out_contract_code: &str,
        #[query] sub_mchid: &str,
    ) -> Result<Value>;

    #[wechatpay_api(POST "/v3/papay/pay/partner/schedules/contract-id/{contract_id}/schedule")]
    async fn schedule_partner(&self, contract_id: &str, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/papay/pay/partner/transactions/apply")]
    async fn deduct_partner(&self, body: &Value) -> Result<Value>;
}

/// A shop, the server of its merchant, and the day of a deduction, some days ahead.
struct Deductions {
    shop: Shop,
    receiver: Receiver,
    /// The first second of the day in Beijing, in Unix seconds.
    day: i64,
    /// The seconds by which the clock of the sandbox was set forward.
    ahead: Cell<i64>,
}

impl Deductions {
    async fn begin() -> Self {
        let day = 24 * HOUR;
        let today = (now() + 8 * HOUR).div_euclid(day) * day - 8 * HOUR;
        Self {
            shop: open().await,
            receiver: Receiver::start(&[204]).await,
            day: today + 3 * day,
            ahead: Cell::new(0),
        }
    }

    fn client(&self) -> &Client {
        &self.shop.client
    }

    /// Sets the clock to this many seconds after the beginning of the day.
    async fn go_to(&self, seconds: i64) {
        let forward = self.day + seconds - now() - self.ahead.get();
        self.ahead.set(self.ahead.get() + forward);
        let forward = u32::try_from(forward).unwrap();
        self.shop.sandbox.forward(forward).await.unwrap();
    }

    fn date(&self) -> String {
        let beijing = DateTime::from_timestamp(self.day + 8 * HOUR, 0).unwrap();
        beijing.format("%Y-%m-%d").to_string()
    }

    fn proposal(&self, code: &str) -> Value {
        json!({
            "appid": APPID,
            "plan_id": 12_535,
            "out_contract_code": code,
            "contract_display_account": "微信代扣用户A",
            "contract_notify_url": self.receiver.url,
            "deduct_schedule": {
                "estimated_deduct_date": self.date(),
                "estimated_deduct_amount": { "total": 100, "currency": "CNY" },
                "description": "小乔-碎云皮肤",
            },
        })
    }

    /// Makes a request of the user, which succeeds.
    async fn does(&self, path: &str) {
        let path = format!("/sandbox/contracts/{MCHID}/{path}");
        assert_eq!(self.shop.post(&path).await, (204, String::new()), "{path}");
    }

    /// Signs a contract, and schedules its deduction. Returns `contract_id`.
    async fn schedule(&mut self, code: &str) -> String {
        self.client().propose(&self.proposal(code)).await.unwrap();
        self.does(&format!("{code}/sign")).await;
        let (event_type, signed) = self.receiver.next_event(&self.shop.sandbox).await;
        assert_eq!(event_type, "ENTRUST.SIGN");
        self.go_to(-10 * HOUR).await;
        let id = signed["contract_id"].as_str().unwrap().to_owned();
        self.client().schedule(&id, &amount(100)).await.unwrap();
        id
    }

    fn deduction(&self, contract_id: &str, out_trade_no: &str, fen: u32) -> Value {
        json!({
            "appid": APPID,
            "out_trade_no": out_trade_no,
            "description": "Image形象店-深圳腾大-QQ公仔",
            "transaction_notify_url": self.receiver.url,
            "contract_id": contract_id,
            "amount": { "total": fen, "currency": "CNY" },
        })
    }

    async fn next(&mut self) -> (String, Value) {
        self.receiver.next_event(&self.shop.sandbox).await
    }
}

fn now() -> i64 {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    i64::try_from(elapsed.as_secs()).unwrap()
}

fn amount(fen: u32) -> Value {
    json!({ "appid": APPID, "schedule_amount": { "total": fen, "currency": "CNY" } })
}

#[track_caller]
fn is_refused(result: Result<Value>, status: u16, code: &str, reason: impl ToString) {
    assert_eq!(refusal(result.unwrap_err()), refused(status, code, reason));
}

#[tokio::test]
async fn a_contract_is_signed_in_its_session_and_once() {
    let mut deductions = Deductions::begin().await;
    let client = deductions.client();
    let proposal = deductions.proposal("C1");
    let late = "预签约的时间需在预计扣费日期前一天的19点前";
    let no_day = "预计扣费的日期格式错误，格式为yyyy-MM-DD";
    for (date, code, reason) in [
        ("2020-01-01", "INVALID_REQUEST", late),
        ("20200101", "PARAM_ERROR", no_day),
    ] {
        let mut wrong = proposal.clone();
        wrong["deduct_schedule"]["estimated_deduct_date"] = json!(date);
        is_refused(client.propose(&wrong).await, 400, code, reason);
    }
    let mut unnamed = proposal.clone();
    unnamed["openid"] = json!("");
    let error = client.propose(&unnamed).await.unwrap_err();
    assert_eq!(
        refusal(error),
        no_openid("openid", "用户在直连商户应用下的用户标示")
    );
    let mut free = proposal.clone();
    free["deduct_schedule"]["estimated_deduct_amount"]["total"] = json!(0);
    is_refused(client.propose(&free).await, 400, "PARAM_ERROR", "参数错误");
    for code in ["C_1", "C-1", "签约"] {
        let error = client
            .propose(&deductions.proposal(code))
            .await
            .unwrap_err();
        let issue = "does not match `[0-9A-Za-z]+`: send a text of this form";
        assert!(error.to_string().contains(issue), "{error}");
        is_refused(Err(error), 400, "PARAM_ERROR", "参数错误");
    }
    let first = client.propose(&proposal).await.unwrap();
    assert_eq!(client.propose(&proposal).await.unwrap(), first);
    is_refused(
        client.contract(12_535, "C1").await,
        404,
        "CONTRACT_NOT_EXIST",
        "签约协议不存在",
    );

    // The session is over.
    deductions.go_to(-2 * 24 * HOUR + HOUR).await;
    let path = format!("/sandbox/contracts/{MCHID}/C1/sign");
    deductions.shop.refuses(&path, "签约会话已超过10分钟").await;
    let second = deductions.client().propose(&proposal).await.unwrap();
    assert_ne!(second, first);
    deductions.does("C1/sign").await;
    let (event_type, signed) = deductions.next().await;
    assert_eq!(event_type, "ENTRUST.SIGN");
    assert_eq!(signed["contract_state"], "SIGNED");
    assert_eq!(signed["openid"], "oSandboxUser0000000000000000");
    assert_eq!(
        signed["deduct_schedule"],
        json!({
            "estimated_deduct_date": deductions.date(),
            "estimated_deduct_amount": { "total": 100, "currency": "CNY" },
            "schedule_state": "NO_SCHEDULED",
        })
    );
    let client = deductions.client();
    assert_eq!(client.contract(12_535, "C1").await.unwrap(), signed);
    is_refused(
        client.contract(12_536, "C1").await,
        404,
        "CONTRACT_NOT_EXIST",
        "签约协议不存在",
    );
    let taken = client.propose(&proposal).await;
    is_refused(
        taken,
        400,
        "RESOURCE_ALREADY_EXISTS",
        "商户签约协议号已存在",
    );
}

#[tokio::test]
async fn a_deduction_is_scheduled_on_the_eve_and_made_once_on_the_day() {
    let mut deductions = Deductions::begin().await;
    deductions
        .client()
        .propose(&deductions.proposal("C1"))
        .await
        .unwrap();
    deductions.does("C1/sign").await;
    let (_, signed) = deductions.next().await;
    let id = signed["contract_id"].as_str().unwrap();
    let client = deductions.client();
    is_refused(
        client.schedule(id, &amount(100)).await,
        400,
        "INVALID_REQUEST",
        "仅可在预计扣费日期前一天的8:00至19:30预约扣费",
    );
    deductions.go_to(-16 * HOUR + 60).await;
    is_refused(
        client.schedule(id, &amount(99)).await,
        400,
        "INVALID_REQUEST",
        "金额须等于签约时指定的预计扣费金额",
    );
    let deduction = deductions.deduction(id, "20260101001", 100);
    is_refused(
        client.deduct(&deduction).await,
        400,
        "INVALID_REQUEST",
        "该协议未预约扣费",
    );
    let scheduled = client.schedule(id, &amount(100)).await.unwrap();
    assert_eq!(
        scheduled,
        json!({
            "schedule_state": "SCHEDULED",
            "deduct_start_date": deductions.date(),
            "deduct_end_date": deductions.date(),
            "scheduled_amount": { "total": 100, "currency": "CNY" },
        })
    );
    assert_eq!(client.query_schedule(id).await.unwrap(), scheduled);
    is_refused(
        client.schedule(id, &amount(100)).await,
        400,
        "INVALID_REQUEST",
        "该协议已预约扣费",
    );
    is_refused(
        client.deduct(&deduction).await,
        400,
        "INVALID_REQUEST",
        "不在可扣费期内",
    );

    deductions.go_to(60).await;
    let wrong = deductions.deduction(id, "20260101001", 99);
    is_refused(
        client.deduct(&wrong).await,
        400,
        "INVALID_REQUEST",
        "金额须等于签约时指定的预计扣费金额",
    );
    let mut other = deduction.clone();
    other["appid"] = json!("wx8888888888888888");
    let reason = "签约contract_appid与下单appid不匹配";
    is_refused(client.deduct(&other).await, 400, "INVALID_REQUEST", reason);
    let accepted = client.deduct(&deduction).await.unwrap();
    assert_eq!(client.deduct(&deduction).await.unwrap(), accepted);
    is_refused(
        client.deduct(&wrong).await,
        400,
        "INVALID_REQUEST",
        268_498_688,
    );
    let other = deductions.deduction(id, "20260101002", 100);
    is_refused(
        client.deduct(&other).await,
        400,
        "ORDER_ACCEPTED",
        "扣款请求已受理，请勿重复发起",
    );
    let order = client.query("20260101001", MCHID).await.unwrap();
    assert_eq!(order["trade_state"], "ACCEPT");

    deductions.shop.sandbox.forward(5).await.unwrap();
    let events = BTreeMap::from([deductions.next().await, deductions.next().await]);
    assert_eq!(events["TRANSACTION.SUCCESS"]["trade_type"], "PAP");
    assert_eq!(events["TRANSACTION.SUCCESS"]["out_trade_no"], "20260101001");
    let ended = &events["ENTRUST.TERMINATE"];
    assert_eq!(ended["contract_state"], "TERMINATED");
    let mode = &ended["contract_terminate_info"]["contract_termination_mode"];
    assert_eq!(mode, "SYSTEM_TERMINATE");
    assert_eq!(ended["deduct_schedule"]["schedule_state"], "PAID");
    assert_eq!(ended["deduct_schedule"]["deduct_date"], deductions.date());
    let client = deductions.client();
    is_refused(
        client.deduct(&other).await,
        400,
        "INVALID_REQUEST",
        "协议已解约",
    );
    let again = client.deduct(&deduction).await;
    is_refused(again, 400, "ORDERPAID", 268_449_538);
    let refund = crate::shop::refund("20260101001", "R1", 100, 40);
    assert_eq!(
        client.refund(&refund).await.unwrap()["status"],
        "PROCESSING"
    );
}

#[tokio::test]
async fn a_deduction_that_fails_is_tried_again_until_the_day_is_over() {
    let mut deductions = Deductions::begin().await;
    let id = &deductions.schedule("C1").await;
    deductions.go_to(60).await;
    deductions.does("C1/deductions/fail").await;
    let first = deductions.deduction(id, "20260101001", 100);
    deductions.client().deduct(&first).await.unwrap();
    deductions.shop.sandbox.forward(5).await.unwrap();
    let (event_type, resource) = deductions.next().await;
    assert_eq!(event_type, "TRANSACTION.FAIL");
    assert_eq!(resource["trade_state"], "CLOSED");
    let schedule = deductions.client().query_schedule(id).await.unwrap();
    assert_eq!(schedule["schedule_state"], "SCHEDULED");

    let again = deductions.client().deduct(&first).await;
    is_refused(again, 400, "ORDER_CLOSED", 268_447_914);
    let second = deductions.deduction(id, "20260101002", 100);
    deductions.client().deduct(&second).await.unwrap();
    deductions.shop.sandbox.forward(5).await.unwrap();
    assert_eq!(deductions.next().await.0, "TRANSACTION.FAIL");
    deductions.go_to(24 * HOUR).await;
    let schedule = deductions.client().query_schedule(id).await.unwrap();
    assert_eq!(schedule["schedule_state"], "EXPIRED");
    let third = deductions.deduction(id, "20260101003", 100);
    is_refused(
        deductions.client().deduct(&third).await,
        400,
        "INVALID_REQUEST",
        "不在可扣费期内",
    );
    deductions.go_to(32 * HOUR).await;
    let (event_type, resource) = deductions.next().await;
    assert_eq!(event_type, "ENTRUST.TERMINATE");
    assert_eq!(resource["deduct_schedule"]["schedule_state"], "EXPIRED");
}

#[tokio::test]
async fn a_deduction_succeeds_though_the_clock_jumps_past_the_end_of_the_contract() {
    let mut deductions = Deductions::begin().await;
    let id = &deductions.schedule("C1").await;
    // The money arrives after midnight.
    deductions.go_to(24 * HOUR - 4).await;
    let deduction = deductions.deduction(id, "20260101001", 100);
    deductions.client().deduct(&deduction).await.unwrap();
    deductions.go_to(33 * HOUR).await;
    let events = BTreeMap::from([deductions.next().await, deductions.next().await]);
    assert_eq!(events["TRANSACTION.SUCCESS"]["trade_state"], "SUCCESS");
    let schedule = &events["ENTRUST.TERMINATE"]["deduct_schedule"];
    assert_eq!(schedule["schedule_state"], "PAID");
    assert_eq!(schedule["deduct_date"], deductions.date());
}

#[tokio::test]
async fn the_merchant_and_the_user_end_a_contract() {
    let mut deductions = Deductions::begin().await;
    for code in ["C1", "C2"] {
        deductions
            .client()
            .propose(&deductions.proposal(code))
            .await
            .unwrap();
        deductions.does(&format!("{code}/sign")).await;
        deductions.next().await;
    }
    let remark = json!({ "contract_termination_remark": "活动取消" });
    let ended = deductions
        .client()
        .terminate(12_535, "C1", &remark)
        .await
        .unwrap();
    let again = deductions
        .client()
        .terminate(12_535, "C1", &remark)
        .await
        .unwrap();
    assert_eq!(again, ended);
    let (event_type, resource) = deductions.next().await;
    assert_eq!((&*event_type, &resource), ("ENTRUST.TERMINATE", &ended));
    let info = &ended["contract_terminate_info"];
    assert_eq!(info["contract_termination_mode"], "MCH_API_TERMINATE");
    assert_eq!(info["contract_termination_remark"], "活动取消");

    deductions.does("C2/terminate").await;
    let (_, resource) = deductions.next().await;
    assert_eq!(resource["out_contract_code"], "C2");
    let info = &resource["contract_terminate_info"];
    assert_eq!(info["contract_termination_mode"], "USER_TERMINATE");
    let path = format!("/sandbox/contracts/{MCHID}/C2/terminate");
    deductions.shop.refuses(&path, "协议已解约").await;
}

#[tokio::test]
async fn a_service_provider_names_the_sub_merchant() {
    let mut deductions = Deductions::begin().await;
    let sandbox = &deductions.shop.sandbox;
    let mut accounts = sandbox.folder().accounts();
    let provider = accounts.find(|account| account.id == SERVICE_PROVIDER);
    let client = client_of(sandbox, provider.unwrap());
    let mut unscheduled = deductions.proposal("C1");
    unscheduled["deduct_schedule"].take();
    unscheduled
        .as_object_mut()
        .unwrap()
        .remove("deduct_schedule");
    let error = deductions.client().propose(&unscheduled).await.unwrap_err();
    assert!(
        error.to_string().contains("/deduct_schedule: is missing"),
        "{error}"
    );
    let mut proposal = deductions.proposal("C1");
    let members = proposal.as_object_mut().unwrap();
    let appid = members.remove("appid").unwrap();
    members.insert("sp_appid".to_owned(), appid);
    members.insert("sub_mchid".to_owned(), json!(MCHID));
    let session = client.propose_partner(&proposal).await.unwrap();
    assert!(
        session["redirect_url"]
            .as_str()
            .unwrap()
            .starts_with("https://")
    );
    let path = format!("/sandbox/contracts/{SERVICE_PROVIDER}/C1/sign");
    assert_eq!(deductions.shop.post(&path).await.0, 204);
    let sandbox = &deductions.shop.sandbox;
    let (_, signed) = deductions
        .receiver
        .next_event_of(sandbox, SERVICE_PROVIDER)
        .await;
    assert_eq!(signed["sp_mchid"], SERVICE_PROVIDER);
    assert_eq!(signed["sub_mchid"], MCHID);
    let queried = client.partner_contract(12_535, "C1", MCHID).await;
    assert_eq!(queried.unwrap(), signed);
    deductions.go_to(-10 * HOUR).await;
    let id = signed["contract_id"].as_str().unwrap();
    let mut scheduled = amount(100);
    let members = scheduled.as_object_mut().unwrap();
    let appid = members.remove("appid").unwrap();
    members.insert("sp_appid".to_owned(), appid.clone());
    members.insert("sub_mchid".to_owned(), json!(MCHID));
    let scheduled = client.schedule_partner(id, &scheduled).await.unwrap();
    assert_eq!(scheduled["schedule_state"], "SCHEDULED");
    deductions.go_to(60).await;
    let mut deduction = deductions.deduction(id, "20260101001", 100);
    let members = deduction.as_object_mut().unwrap();
    members.remove("appid");
    members.insert("sp_appid".to_owned(), appid);
    members.insert("sub_mchid".to_owned(), json!(MCHID));
    client.deduct_partner(&deduction).await.unwrap();
    deductions.shop.sandbox.forward(5).await.unwrap();
    let sandbox = &deductions.shop.sandbox;
    let receiver = &mut deductions.receiver;
    let events = BTreeMap::from([
        receiver.next_event_of(sandbox, SERVICE_PROVIDER).await,
        receiver.next_event_of(sandbox, SERVICE_PROVIDER).await,
    ]);
    let paid = &events["TRANSACTION.SUCCESS"];
    assert_eq!(paid["sp_mchid"], SERVICE_PROVIDER);
    assert_eq!(paid["sub_mchid"], MCHID);
    assert_eq!(paid["payer"]["sp_openid"], "oSandboxUser0000000000000000");
    assert_eq!(events["ENTRUST.TERMINATE"]["sub_mchid"], MCHID);
    let other = client.partner_contract(12_535, "C1", "1900000108").await;
    is_refused(other, 404, "CONTRACT_NOT_EXIST", "签约协议不存在");
}
