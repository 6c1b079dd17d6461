//! 扣款.

use serde::Serialize;
use wechatpay_client::{Deserialize, Fen, Result, wechatpay_api};

use super::DeductAmount;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 扣款
#[wechatpay_api(defaults)]
pub trait Deductions {
    /// 直连商户预扣费通知
    ///
    /// `POST /v3/papay/contracts/{contract_id}/notify`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/entrusted-payment/json/deduct-notify.html>
    ///
    /// - `contract_id` 委托代扣协议ID
    #[wechatpay_api(POST "/v3/papay/contracts/{contract_id}/notify")]
    async fn send_pre_deduction_notification(
        &self,
        contract_id: &str,
        body: &SendPreDeductionNotificationRequest,
    ) -> Result<()>;

    /// 预约扣费
    ///
    /// `POST /v3/papay/pay/schedules/contract-id/{contract_id}/schedule`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/entrusted-payment/normal/normal-schedule-deduction.html>
    ///
    /// - `contract_id` 委托代扣协议ID: such as `123124412412423431`
    #[wechatpay_api(POST "/v3/papay/pay/schedules/contract-id/{contract_id}/schedule")]
    async fn create_deduction_schedule(
        &self,
        contract_id: &str,
        body: &CreateDeductionScheduleRequest,
    ) -> Result<Schedule>;

    /// 查询扣费预约
    ///
    /// `GET /v3/papay/pay/schedules/contract-id/{contract_id}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/entrusted-payment/normal/normal-query-deduct-schedule.html>
    ///
    /// - `contract_id` 委托代扣协议ID: such as `123124412412423431`
    #[wechatpay_api(GET "/v3/papay/pay/schedules/contract-id/{contract_id}")]
    async fn query_deduction_schedule(&self, contract_id: &str) -> Result<Schedule>;

    /// 受理扣款
    ///
    /// `POST /v3/papay/pay/transactions/apply`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/entrusted-payment/normal/normal-create-transaction.html>
    #[wechatpay_api(POST "/v3/papay/pay/transactions/apply")]
    async fn apply_transaction(
        &self,
        body: &ApplyTransactionRequest,
    ) -> Result<ApplyTransactionResponse>;

    /// 代扣受理扣款
    ///
    /// `POST /v3/papay/pay/harmony/transactions/apply`
    #[wechatpay_api(POST "/v3/papay/pay/harmony/transactions/apply")]
    async fn apply_harmony_transaction(
        &self,
        body: &ApplyHarmonyTransactionRequest,
    ) -> Result<ApplyTransactionResponse>;

    /// 重试扣费通知
    ///
    /// `POST /v3/papay/contracts/{contract_id}/fail-notify`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay_v2/papay/chapter3_11.shtml>
    ///
    /// - `contract_id` 委托代扣协议ID: such as `123124412412423431`
    #[wechatpay_api(POST "/v3/papay/contracts/{contract_id}/fail-notify")]
    async fn send_deduction_retry_notification(
        &self,
        contract_id: &str,
        body: &SendDeductionRetryNotificationRequest,
    ) -> Result<()>;
}

/// The request of [`Deductions::send_pre_deduction_notification`].
///
/// `SendPreDeductionNotificationRequest::builder().appid(…).estimated_amount(…).build()`. For an
/// `Option`, use setters such as `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SendPreDeductionNotificationRequest {
    /// 直连商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 公众号ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 扣费持续时间
    pub deduct_duration: Option<DeductDuration>,
    /// 预计扣费金额信息
    pub estimated_amount: EstimatedAmount,
}

rules! {
    SendPreDeductionNotificationRequest {
        within("deduct_duration", DeductDuration::RULES),
    }
}

/// 扣费持续时间
///
/// `DeductDuration::builder().build()`. For an `Option`, use setters such as `maybe_count`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DeductDuration {
    /// 扣费持续时间数: values `1`, `2`, `3`
    pub count: Option<i64>,
    /// 单位: such as `DAY`
    pub unit: Option<DeductDurationUnit>,
}

rules! {
    DeductDuration {
        member("count", &[ListedNumbers(&[1, 2, 3])]),
        member("unit", &[Listed(DeductDurationUnit::TEXTS)]),
    }
}

/// 预计扣费金额信息
///
/// `EstimatedAmount::builder().amount(…).build()`. For an `Option`, use setters such as
/// `maybe_currency`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct EstimatedAmount {
    /// 预计扣费金额: such as `1`
    pub amount: Fen,
    /// 预计扣费货币类型: such as `CNY`
    pub currency: Option<String>,
}

/// The request of [`Deductions::create_deduction_schedule`].
///
/// `CreateDeductionScheduleRequest::builder().appid(…).schedule_amount(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateDeductionScheduleRequest {
    /// 应用ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 预约的金额信息
    pub schedule_amount: DeductAmount,
}

rules! { CreateDeductionScheduleRequest {} }

/// The response of [`Deductions::create_deduction_schedule`],
/// [`Deductions::query_deduction_schedule`],
/// `PartnerDeductions::create_partner_deduction_schedule`,
/// `PartnerDeductions::query_partner_deduction_schedule`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Schedule {
    /// 扣费预约的状态: such as `NO_SCHEDULED`
    pub schedule_state: String,
    /// 可扣费开始日期: such as `2019-11-22`
    pub deduct_start_date: Option<String>,
    /// 可扣费结束日期: such as `2019-11-22`
    pub deduct_end_date: Option<String>,
    /// 已预约的扣费金额信息
    pub scheduled_amount: Option<DeductAmount>,
    /// 实际扣费金额
    pub deduct_amount: Option<DeductAmount>,
    /// 实际扣费的日期: such as `2019-11-22`
    pub deduct_date: Option<String>,
}

/// The request of [`Deductions::apply_transaction`].
///
/// `ApplyTransactionRequest::builder().appid(…).out_trade_no(…).description(…).transaction_notify_url(…).contract_id(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_goods_tag`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyTransactionRequest {
    /// 应用ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 商品描述: such as `Image形象店-深圳腾大-QQ公仔`
    pub description: String,
    /// 通知地址: such as `https://www.qq.com/`
    pub transaction_notify_url: String,
    /// 委托代扣协议ID: such as `123124412412423431`
    pub contract_id: String,
    /// 扣费金额信息
    pub amount: DeductAmount,
    /// 订单优惠标记: such as `DISCOUNTS`
    pub goods_tag: Option<String>,
    /// 附加数据: such as `自定义数据`
    pub attach: Option<String>,
}

rules! {
    ApplyTransactionRequest {
        member("transaction_notify_url", &[NotifyUrl]),
    }
}

/// The response of [`Deductions::apply_transaction`], [`Deductions::apply_harmony_transaction`],
/// `PartnerDeductions::apply_partner_transaction`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ApplyTransactionResponse {
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 扣费金额信息
    pub amount: DeductAmount,
}

/// The request of [`Deductions::apply_harmony_transaction`].
///
/// `ApplyHarmonyTransactionRequest::builder().appid(…).out_trade_no(…).description(…).transaction_notify_url(…).contract_id(…).amount(…).harmony_account_id(…).build()`.
/// For an `Option`, use setters such as `maybe_goods_tag`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyHarmonyTransactionRequest {
    /// 应用ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 商品描述: such as `Image形象店-深圳腾大-QQ公仔`
    pub description: String,
    /// 通知地址: such as `https://www.qq.com/`
    pub transaction_notify_url: String,
    /// 委托代扣协议ID: such as `123124412412423431`
    pub contract_id: String,
    /// 扣费金额信息
    pub amount: DeductAmount,
    /// 订单优惠标记: such as `DISCOUNTS`
    pub goods_tag: Option<String>,
    /// 附加数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 鸿蒙账户id: such as `example_harmony_account_id`
    pub harmony_account_id: String,
    /// 商户类别码: such as `5734`
    pub mcc: Option<String>,
}

rules! {
    ApplyHarmonyTransactionRequest {
        member("transaction_notify_url", &[NotifyUrl]),
    }
}

/// The request of [`Deductions::send_deduction_retry_notification`].
///
/// `SendDeductionRetryNotificationRequest::builder().appid(…).build()`. For an `Option`, use
/// setters such as `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SendDeductionRetryNotificationRequest {
    /// 直连商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 公众号ID: such as `wxd678efh567hg6787`
    pub appid: String,
}

rules! { SendDeductionRetryNotificationRequest {} }

open_enum! {
    /// 单位
    pub enum DeductDurationUnit {
        Day = "DAY",
    }
}
