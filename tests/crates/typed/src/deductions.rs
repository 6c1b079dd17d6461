//! 预约扣费: the user signs a contract for one deduction, and the shop deducts on the agreed day.
//!
//! | step | when |
//! |---|---|
//! | [`presign`] | before 19:00 of the day before; the session lives 10 minutes |
//! | [`signed_contract`] | after the user has signed |
//! | [`schedule`] | on the day before, from 8:00 to 19:30 |
//! | [`deduct`] | on the day |

use wechatpay_client::{Fen, Outcome, Result};
use wechatpay_endpoints::papay::deductions::{
    ApplyTransactionRequest, Contracts, CreateDeductionScheduleRequest, DeductAmount,
    DeductSchedule, Deductions, PreEntrustSignMiniProgramResponse, PreEntrustSignScheduledRequest,
};

use crate::{APPID, NOTIFY_URL};

/// The template of the contracts (模板ID), of the type 预约扣费.
const PLAN_ID: i64 = 12_535;

/// Opens the session in which the user signs in a mini program. `day` is `yyyy-MM-dd`.
///
/// A contract code (`out_contract_code`) is never used again, even after the contract has ended.
pub async fn presign(
    api: &(impl Contracts + Sync),
    out_contract_code: &str,
    openid: &str,
    day: &str,
    total: Fen,
) -> Result<PreEntrustSignMiniProgramResponse> {
    let schedule = DeductSchedule::builder()
        .estimated_deduct_date(day)
        .estimated_deduct_amount(DeductAmount::builder().total(total).build())
        .description("演出门票")
        .build();
    let body = PreEntrustSignScheduledRequest::builder()
        .appid(APPID)
        .openid(openid)
        .plan_id(PLAN_ID)
        .out_contract_code(out_contract_code)
        .contract_display_account("咖啡店会员")
        .contract_notify_url(NOTIFY_URL)
        .deduct_schedule(schedule)
        .build();
    api.pre_entrust_sign_scheduled_mini_program(&body).await
}

/// The `contract_id` of the contract, if the user has signed it.
pub async fn signed_contract(
    api: &(impl Contracts + Sync),
    out_contract_code: &str,
) -> Result<Option<String>> {
    let contract = api.query_contract(PLAN_ID, out_contract_code).await?;
    Ok((contract.contract_state == "SIGNED").then_some(contract.contract_id))
}

/// Schedules the deduction of the next day, of the amount that the user has signed. An unknown outcome is queried.
pub async fn schedule(api: &(impl Deductions + Sync), contract_id: &str, total: Fen) -> Result<()> {
    let body = CreateDeductionScheduleRequest::builder()
        .appid(APPID)
        .schedule_amount(DeductAmount::builder().total(total).build())
        .build();
    match api.create_deduction_schedule(contract_id, &body).await {
        Err(error) if error.outcome() == Outcome::Unknown => {
            match api.query_deduction_schedule(contract_id).await {
                Ok(schedule) if schedule.schedule_state == "SCHEDULED" => Ok(()),
                _ => Err(error),
            }
        }
        scheduled => scheduled.map(drop),
    }
}

/// Requests the deduction. The result arrives as a notification, and after a success the contract ends.
///
/// If the outcome is unknown, request the same deduction again: WeChat Pay de-duplicates by `out_trade_no`.
pub async fn deduct(
    api: &(impl Deductions + Sync),
    contract_id: &str,
    out_trade_no: &str,
    total: Fen,
) -> Result<()> {
    let body = ApplyTransactionRequest::builder()
        .appid(APPID)
        .out_trade_no(out_trade_no)
        .description("演出门票")
        .transaction_notify_url(NOTIFY_URL)
        .contract_id(contract_id)
        .amount(DeductAmount::builder().total(total).build())
        .build();
    api.apply_transaction(&body).await.map(drop)
}
