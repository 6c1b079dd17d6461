//! 预约扣费: the user signs a contract for one deduction, and the merchant deducts on the agreed day.
//!
//! | step | when |
//! |---|---|
//! | pre-sign (预签约) | until 19:00 of the day before; the session lives 10 minutes |
//! | notification `ENTRUST.SIGN` (签约成功通知) | after the user has signed |
//! | schedule (预约扣费) | on the day before, from 08:00 to 19:30, once; WeChat Pay then tells the user |
//! | deduct (受理扣款) | on the day, again and again until it succeeds |
//! | notification `TRANSACTION.SUCCESS` or `TRANSACTION.FAIL` | after each deduction; a success ends the contract |
//!
//! Official page: <https://pay.weixin.qq.com/docs/merchant/apis/entrusted-payment/normal/normal-create-transaction.html>
//!
//! ```text
//! cargo run -p wechatpay-endpoints --example scheduled_deduction --features facts,gateway,notifications,papay
//! ```

#![allow(clippy::print_stdout, reason = "an example prints what happens")]

mod loopback;

use std::error::Error;

use serde_json::json;
use wechatpay_client::{
    Client, Fen, Outcome, Result,
    gateway::ScriptedResponse,
    notification::{Notification, Reply},
};
use wechatpay_endpoints::{
    notifications::{
        EntrustSign, Event, NotificationExt as _, SignedContractState, TransactionFail,
        TransactionSuccess,
    },
    papay::deductions::{
        ApplyTransactionRequest, ApplyTransactionResponse, Contracts as _,
        CreateDeductionScheduleRequest, DeductAmount, DeductSchedule, Deductions as _,
        PreEntrustSignScheduledRequest,
    },
};

const APPID: &str = "wxd678efh567hg6787";
/// The template (模板ID) of the contracts, of the type 预约扣费.
const PLAN_ID: i64 = 12_535;
/// No other contract ever has this number, even after this one has ended.
const OUT_CONTRACT_CODE: &str = "wxwtdk20200910100000";
const OPENID: &str = "o-MYE42l80oelYMDE34nYD456Xoy";
const OUT_TRADE_NO: &str = "1217752501201407033233368018";
const TOTAL: Fen = Fen(28_000);
const NOTIFY_URL: &str = "https://merchant.example/notify";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let gateway = loopback::start().await?;
    let client = gateway.client().validate(true).build()?;
    let mchid = gateway.merchant().mchid().to_owned();

    pre_sign(&client).await?;
    let signed = json!({
        "mchid": mchid, "out_contract_code": OUT_CONTRACT_CODE, "contract_id": "123124412412423431",
        "contract_state": "SIGNED", "openid": OPENID,
    });
    loopback::notify(&gateway, "ENTRUST.SIGN", &signed, notified)?;
    // The query tells if the user has signed, if no notification arrives.
    let contract = client.query_contract(PLAN_ID, OUT_CONTRACT_CODE).await?;
    println!(
        "contract      {} {}",
        contract.contract_id, contract.contract_state
    );

    let path = "/v3/papay/pay/schedules/contract-id/{contract_id}";
    let scheduled = json!({ "schedule_state": "SCHEDULED", "deduct_start_date": "2026-12-22" });
    gateway.respond("GET", path, ScriptedResponse::ok(scheduled));
    loopback::lose(&gateway, &format!("{path}/schedule"));
    schedule(&client, &contract.contract_id).await?;

    loopback::lose(&gateway, "/v3/papay/pay/transactions/apply");
    deduct(&client, &contract.contract_id).await?;
    let paid = json!({
        "mchid": mchid, "out_trade_no": OUT_TRADE_NO, "trade_state": "SUCCESS", "amount": { "total": TOTAL },
    });
    loopback::notify(&gateway, "TRANSACTION.SUCCESS", &paid, notified)?;
    Ok(())
}

/// Opens the session in which the user signs, in a mini program.
async fn pre_sign(client: &Client) -> Result<()> {
    let schedule = DeductSchedule::builder()
        .estimated_deduct_date("2026-12-22")
        .estimated_deduct_amount(DeductAmount::builder().total(TOTAL).build())
        .description("演出门票")
        .build();
    let body = PreEntrustSignScheduledRequest::builder()
        .appid(APPID)
        .openid(OPENID)
        .plan_id(PLAN_ID)
        .out_contract_code(OUT_CONTRACT_CODE)
        .contract_display_account("微信代扣用户A")
        .contract_notify_url(NOTIFY_URL)
        .deduct_schedule(schedule)
        .build();
    let session = client
        .pre_entrust_sign_scheduled_mini_program(&body)
        .await?;
    // The argument of wx.navigateToMiniProgram in the merchant's mini program.
    let argument = json!({
        "appId": session.redirect_appid,
        "path": session.redirect_path,
        "extraData": { "pre_entrustweb_id": session.pre_entrustweb_id },
    });
    println!("sign by       {argument:#}");
    Ok(())
}

/// Schedules the deduction, of the amount that the user has signed. After an unknown outcome the query decides.
async fn schedule(client: &Client, contract_id: &str) -> Result<()> {
    let body = CreateDeductionScheduleRequest::builder()
        .appid(APPID)
        .schedule_amount(DeductAmount::builder().total(TOTAL).build())
        .build();
    let schedule = match client.create_deduction_schedule(contract_id, &body).await {
        Err(error) if error.outcome() == Outcome::Unknown => {
            println!("unknown       {error}");
            client.query_deduction_schedule(contract_id).await?
        }
        known => known?,
    };
    println!("schedule      {}", schedule.schedule_state);
    Ok(())
}

/// Requests the deduction. WeChat Pay only accepts the request here: the notification has the result. After an unknown
/// outcome the query decides: what is not paid yet is repeated, by the very same request with the same `out_trade_no`.
async fn deduct(client: &Client, contract_id: &str) -> Result<()> {
    let body = ApplyTransactionRequest::builder()
        .appid(APPID)
        .out_trade_no(OUT_TRADE_NO)
        .description("演出门票")
        .transaction_notify_url(NOTIFY_URL)
        .contract_id(contract_id)
        .amount(DeductAmount::builder().total(TOTAL).build())
        .build();
    let Err(error) = client.apply_transaction(&body).await else {
        return Ok(());
    };
    let Some(frozen) = error.frozen_request() else {
        return Err(error);
    };
    println!("unknown       {error}");
    let schedule = client.query_deduction_schedule(contract_id).await?;
    if schedule.schedule_state != "PAID" {
        println!("repeated      {OUT_TRADE_NO}");
        Client::repeat::<ApplyTransactionResponse>(client, frozen).await?;
    }
    Ok(())
}

fn notified(notification: &Notification) -> Reply {
    match notification.event() {
        Event::EntrustSign(EntrustSign::Merchant(contract))
            if contract.contract_state == Some(SignedContractState::Signed) =>
        {
            // The openid of the user who signed, whoever opened the session.
            println!("signed        by {}", contract.openid.unwrap_or_default());
        }
        Event::TransactionSuccess(TransactionSuccess::Merchant(order)) => {
            if order.amount.and_then(|amount| amount.total) != Some(TOTAL) {
                return Reply::failure("another amount than that of the contract");
            }
            println!("deducted      {} {TOTAL} yuan", order.out_trade_no);
        }
        // The merchant deducts again, with a new number, until the day ends.
        Event::TransactionFail(TransactionFail::Merchant(order)) => {
            println!("not deducted  {} {}", order.out_trade_no, order.trade_state);
        }
        Event::Undecoded(_) => return Reply::failure("not decoded"),
        _ => println!("ignored       {}", notification.event_type()),
    }
    Reply::success()
}
