//! 保险扣费周期.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use super::{DeductAmount, PolicyPeriod};
use crate::rules::rules;

/// 保险扣费周期
#[wechatpay_api(defaults)]
pub trait PolicyPeriods {
    /// 保险商户查询保险扣费周期列表
    ///
    /// `GET
    /// /v3/papay/insurance-sign/policy_periods/plan-id/{plan_id}/out-contract-code/{out_contract_code}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/insurance-entrusted-payment/insurance/query-policy-periods-by-code.html>
    ///
    /// - `plan_id` 委托代扣模板ID: such as `12535`
    /// - `out_contract_code` 商户签约协议号: such as `wxwtdk20200910100000`
    /// - `limit` 分页大小: such as `20`
    /// - `offset` 分页开始位置: such as `50`
    #[wechatpay_api(GET "/v3/papay/insurance-sign/policy_periods/plan-id/{plan_id}/out-contract-code/{out_contract_code}")]
    async fn list_policy_periods(
        &self,
        plan_id: i64,
        out_contract_code: &str,
        #[query] limit: Option<i64>,
        #[query] offset: Option<i64>,
    ) -> Result<ListPolicyPeriodsResponse>;

    /// 保险商户修改保险扣费周期列表
    ///
    /// `POST
    /// /v3/papay/insurance-sign/policy-periods/plan-id/{plan_id}/contract-id/{contract_id}/modify`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/merchant/4012987596>
    ///
    /// - `plan_id` 委托代扣模板ID: such as `12535`
    /// - `contract_id` 委托代扣协议ID: such as `2015071056489715`
    #[wechatpay_api(POST "/v3/papay/insurance-sign/policy-periods/plan-id/{plan_id}/contract-id/{contract_id}/modify")]
    async fn modify_policy_periods(
        &self,
        plan_id: i64,
        contract_id: &str,
        body: &ModifyPolicyPeriodsRequest,
    ) -> Result<ModifyPolicyPeriodsResponse>;

    /// 保险商户预约保险自动续费
    ///
    /// `POST
    /// /v3/papay/insurance-pay/policy-periods/contract-id/{contract_id}/policy-period-id/{policy_period_id}/schedule`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/insurance-entrusted-payment/schedule/schedule-policy-period.html>
    ///
    /// - `contract_id` 委托代扣协议ID
    /// - `policy_period_id` 保单的扣费周期编号: such as `1`
    #[wechatpay_api(POST "/v3/papay/insurance-pay/policy-periods/contract-id/{contract_id}/policy-period-id/{policy_period_id}/schedule")]
    async fn schedule_policy_period(
        &self,
        contract_id: &str,
        policy_period_id: i64,
        body: &SchedulePolicyPeriodRequest,
    ) -> Result<ScheduledPolicyPeriod>;

    /// 保险商户查询保险自动续费预约
    ///
    /// `GET
    /// /v3/papay/insurance-pay/policy-periods/contract-id/{contract_id}/policy-period-id/{policy_period_id}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/insurance-entrusted-payment/schedule/query-policy-period.html>
    ///
    /// - `contract_id` 委托代扣协议ID
    /// - `policy_period_id` 保单的扣费周期编号: such as `1`
    #[wechatpay_api(GET "/v3/papay/insurance-pay/policy-periods/contract-id/{contract_id}/policy-period-id/{policy_period_id}")]
    async fn query_policy_period(
        &self,
        contract_id: &str,
        policy_period_id: i64,
    ) -> Result<ScheduledPolicyPeriod>;

    /// 保险商户受理保险自动续费扣款
    ///
    /// `POST /v3/papay/insurance-pay/transactions/apply`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/insurance-entrusted-payment/deduct/create-transaction.html>
    #[wechatpay_api(POST "/v3/papay/insurance-pay/transactions/apply")]
    async fn apply_insurance_transaction(
        &self,
        body: &ApplyInsuranceTransactionRequest,
    ) -> Result<ApplyInsuranceTransactionResponse>;
}

/// The response of [`PolicyPeriods::list_policy_periods`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListPolicyPeriodsResponse {
    /// 扣费周期列表
    pub data: Option<Vec<PolicyPeriodDetail>>,
    /// 分页大小: such as `20`
    pub limit: i64,
    /// 分页开始位置: such as `50`
    pub offset: i64,
    /// 扣费周期总条数: such as `360`
    pub total_count: Option<i64>,
}

/// 扣费周期列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PolicyPeriodDetail {
    /// 保单的扣费周期编号: such as `1`
    pub policy_period_id: i64,
    /// 扣费周期预计的扣费的日期: such as `2019-11-22`
    pub estimated_deduct_date: String,
    /// 扣费周期预计的扣费金额
    pub estimated_deduct_amount: DeductAmount,
    /// 扣费周期预约状态: such as `NO_SCHEDULED`
    pub policy_period_state: String,
    /// 已预约的扣费金额信息
    pub scheduled_amount: Option<DeductAmount>,
    /// 实际扣费金额
    pub deduct_amount: Option<DeductAmount>,
    /// 实际扣费的日期: such as `2019-11-22`
    pub deduct_date: Option<String>,
}

/// The request of [`PolicyPeriods::modify_policy_periods`].
///
/// `ModifyPolicyPeriodsRequest::builder().appid(…).policy_periods(…).build()`. For an `Option`,
/// use setters such as `maybe_allow_cancel_scheduled`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ModifyPolicyPeriodsRequest {
    /// 应用ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 续期的扣费周期列表 (unconfirmed)
    pub policy_periods: Vec<PolicyPeriod>,
    /// 是否允许取消预约
    pub allow_cancel_scheduled: Option<bool>,
}

rules! { ModifyPolicyPeriodsRequest {} }

/// The response of [`PolicyPeriods::modify_policy_periods`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ModifyPolicyPeriodsResponse {
    /// 最新的扣费周期列表
    pub policy_periods: Option<Vec<ModifiedPolicyPeriod>>,
    /// 发生了取消预约的扣费计划项编号
    pub cancel_scheduled_policy_period_id: Option<i64>,
}

/// 最新的扣费周期列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ModifiedPolicyPeriod {
    /// 保险扣费周期编号: such as `1`
    pub policy_period_id: Option<i64>,
    /// 预计扣费的日期: such as `2019-11-22`
    pub estimated_deduct_date: Option<String>,
    /// 预计扣费金额
    pub estimated_deduct_amount: Option<DeductAmount>,
}

/// The request of [`PolicyPeriods::schedule_policy_period`].
///
/// `SchedulePolicyPeriodRequest::builder().appid(…).scheduled_amount(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SchedulePolicyPeriodRequest {
    /// 应用ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 预约扣费金额信息
    pub scheduled_amount: DeductAmount,
}

rules! { SchedulePolicyPeriodRequest {} }

/// The response of [`PolicyPeriods::schedule_policy_period`],
/// [`PolicyPeriods::query_policy_period`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ScheduledPolicyPeriod {
    /// 保单的扣费周期编号: such as `1`
    pub policy_period_id: i64,
    /// 当前扣费周期的状态: such as `NO_SCHEDULED`
    pub policy_period_state: String,
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

/// The request of [`PolicyPeriods::apply_insurance_transaction`].
///
/// `ApplyInsuranceTransactionRequest::builder().appid(…).out_trade_no(…).description(…).transaction_notify_url(…).contract_id(…).policy_period_id(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_goods_tag`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyInsuranceTransactionRequest {
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
    /// 保单的扣费周期编号: such as `1`
    pub policy_period_id: i64,
    /// 扣费金额信息
    pub amount: DeductAmount,
    /// 订单优惠标记: such as `DISCOUNTS`
    pub goods_tag: Option<String>,
    /// 附加数据: such as `自定义数据`
    pub attach: Option<String>,
}

rules! {
    ApplyInsuranceTransactionRequest {
        member("transaction_notify_url", &[NotifyUrl]),
    }
}

/// The response of [`PolicyPeriods::apply_insurance_transaction`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ApplyInsuranceTransactionResponse {
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 扣费金额信息
    pub amount: DeductAmount,
}
