//! 扣款（服务商）.

use serde::Serialize;
use wechatpay_client::{Result, wechatpay_api};

use super::{ApplyTransactionResponse, DeductAmount, EstimatedAmount, Schedule};
use crate::rules::rules;

/// 扣款（服务商）
#[wechatpay_api(defaults)]
pub trait PartnerDeductions {
    /// 服务商商户预扣费通知
    ///
    /// `POST /v3/partner-papay/contracts/{contract_id}/notify`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/entrusted-payment/json/partner-deduct-notify.html>
    ///
    /// - `contract_id` 委托代扣协议id: such as `123124412412423431`
    #[wechatpay_api(POST "/v3/partner-papay/contracts/{contract_id}/notify")]
    async fn send_partner_pre_deduction_notification(
        &self,
        contract_id: &str,
        body: &SendPartnerPreDeductionNotificationRequest,
    ) -> Result<()>;

    /// 服务商预约扣费
    ///
    /// `POST /v3/papay/pay/partner/schedules/contract-id/{contract_id}/schedule`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/entrusted-payment/partner/partner-schedule-deduction.html>
    ///
    /// - `contract_id` 委托代扣协议ID: such as `123124412412423431`
    #[wechatpay_api(POST "/v3/papay/pay/partner/schedules/contract-id/{contract_id}/schedule")]
    async fn create_partner_deduction_schedule(
        &self,
        contract_id: &str,
        body: &CreatePartnerDeductionScheduleRequest,
    ) -> Result<Schedule>;

    /// 服务商查询扣费预约
    ///
    /// `GET /v3/papay/pay/partner/schedules/contract-id/{contract_id}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/entrusted-payment/partner/partner-query-deduct-schedule.html>
    ///
    /// - `contract_id` 委托代扣协议ID: such as `123124412412423431`
    /// - `sub_mchid` 子商户号商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/papay/pay/partner/schedules/contract-id/{contract_id}")]
    async fn query_partner_deduction_schedule(
        &self,
        contract_id: &str,
        #[query] sub_mchid: &str,
    ) -> Result<Schedule>;

    /// 服务商受理扣款
    ///
    /// `POST /v3/papay/pay/partner/transactions/apply`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/entrusted-payment/partner/partner-create-transaction.html>
    #[wechatpay_api(POST "/v3/papay/pay/partner/transactions/apply")]
    async fn apply_partner_transaction(
        &self,
        body: &ApplyPartnerTransactionRequest,
    ) -> Result<ApplyTransactionResponse>;

    /// 服务商商户重试扣费通知
    ///
    /// `POST /v3/partner-papay/contracts/{contract_id}/fail-notify`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay_v2/papay/chapter5_16.shtml>
    ///
    /// - `contract_id` 委托代扣协议id: such as `123124412412423431`
    #[wechatpay_api(POST "/v3/partner-papay/contracts/{contract_id}/fail-notify")]
    async fn send_partner_deduction_retry_notification(
        &self,
        contract_id: &str,
        body: &SendPartnerDeductionRetryNotificationRequest,
    ) -> Result<()>;
}

/// The request of [`PartnerDeductions::send_partner_pre_deduction_notification`].
///
/// `SendPartnerPreDeductionNotificationRequest::builder().sp_appid(…).sub_mchid(…).estimated_amount(…).build()`.
/// For an `Option`, use setters such as `maybe_sp_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SendPartnerPreDeductionNotificationRequest {
    /// 服务商商户号: such as `1230000109`
    pub sp_mchid: Option<String>,
    /// 服务商应用ID: such as `wxd678efh567hg6787`
    pub sp_appid: String,
    /// 子商户号: such as `12345512`
    pub sub_mchid: String,
    /// 子商户应用D: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 扣费持续时间
    pub deduct_duration: Option<PartnerDeductDuration>,
    /// 预计扣费金额信息
    pub estimated_amount: EstimatedAmount,
}

rules! { SendPartnerPreDeductionNotificationRequest {} }

/// 扣费持续时间
///
/// `PartnerDeductDuration::builder().build()`. For an `Option`, use setters such as `maybe_count`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PartnerDeductDuration {
    /// 扣费持续时间数: such as `1`
    pub count: Option<i64>,
    /// 单位: such as `DAY`
    pub unit: Option<String>,
}

/// The request of [`PartnerDeductions::create_partner_deduction_schedule`].
///
/// `CreatePartnerDeductionScheduleRequest::builder().sp_appid(…).sub_mchid(…).schedule_amount(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreatePartnerDeductionScheduleRequest {
    /// 应用ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub sp_appid: String,
    /// 子商户号商户号: such as `1900000109` (unconfirmed)
    pub sub_mchid: String,
    /// 子商户的AppID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 预约的金额信息 (unconfirmed)
    pub schedule_amount: DeductAmount,
}

rules! { CreatePartnerDeductionScheduleRequest {} }

/// The request of [`PartnerDeductions::apply_partner_transaction`].
///
/// `ApplyPartnerTransactionRequest::builder().sp_appid(…).sub_mchid(…).out_trade_no(…).description(…).transaction_notify_url(…).contract_id(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyPartnerTransactionRequest {
    /// 应用ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub sp_appid: String,
    /// 子商户号商户号: such as `1900000109` (unconfirmed)
    pub sub_mchid: String,
    /// 子商户的AppID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 商户订单号: such as `1217752501201407033233368018` (unconfirmed)
    pub out_trade_no: String,
    /// 商品描述: such as `Image形象店-深圳腾大-QQ公仔` (unconfirmed)
    pub description: String,
    /// 通知地址: such as `https://www.qq.com/` (unconfirmed)
    pub transaction_notify_url: String,
    /// 委托代扣协议ID: such as `123124412412423431` (unconfirmed)
    pub contract_id: String,
    /// 扣费金额信息 (unconfirmed)
    pub amount: DeductAmount,
    /// 订单优惠标记: such as `DISCOUNTS`
    pub goods_tag: Option<String>,
    /// 附加数据: such as `自定义数据`
    pub attach: Option<String>,
}

rules! {
    ApplyPartnerTransactionRequest {
        member("transaction_notify_url", &[NotifyUrl]),
    }
}

/// The request of [`PartnerDeductions::send_partner_deduction_retry_notification`].
///
/// `SendPartnerDeductionRetryNotificationRequest::builder().sp_appid(…).sub_mchid(…).build()`.
/// For an `Option`, use setters such as `maybe_sp_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SendPartnerDeductionRetryNotificationRequest {
    /// 服务商商户号: such as `1230000109`
    pub sp_mchid: Option<String>,
    /// 服务商应用ID: such as `wxd678efh567hg6787`
    pub sp_appid: String,
    /// 子商户号: such as `12345512`
    pub sub_mchid: String,
    /// 子商户应用D: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
}

rules! { SendPartnerDeductionRetryNotificationRequest {} }
