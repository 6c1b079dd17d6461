//! 支付分计划（服务商）.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::{CreatePlanDetail, PlanDetail};
use crate::rules::rules;

/// 支付分计划（服务商）
#[wechatpay_api(defaults)]
pub trait PartnerPlans {
    /// 服务商创建支付分计划
    ///
    /// `POST /v3/payscore/plan/partner/payscore-plans`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-payscore-plan/partner-pay-score-plan/create-partner-pay-score-plan.html>
    #[wechatpay_api(POST "/v3/payscore/plan/partner/payscore-plans")]
    async fn create_partner_payscore_plan(
        &self,
        body: &CreatePartnerPayscorePlanRequest,
    ) -> Result<PartnerPlan>;

    /// 服务商查询支付分计划
    ///
    /// `GET /v3/payscore/plan/partner/payscore-plans/merchant-plan-no/{merchant_plan_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-payscore-plan/partner-pay-score-plan/query-partner-pay-score-plan.html>
    ///
    /// - `merchant_plan_no` 支付分计划商户侧单号: such as `1234323JKHDFE1243252`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/payscore/plan/partner/payscore-plans/merchant-plan-no/{merchant_plan_no}")]
    async fn query_partner_payscore_plan(
        &self,
        merchant_plan_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<PartnerPlan>;

    /// 服务商停止支付分计划
    ///
    /// `POST /v3/payscore/plan/partner/payscore-plans/merchant-plan-no/{merchant_plan_no}/stop`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-payscore-plan/partner-pay-score-plan/stop-partner-pay-score-plan.html>
    ///
    /// - `merchant_plan_no` 商户支付分计划对应的计划号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/plan/partner/payscore-plans/merchant-plan-no/{merchant_plan_no}/stop")]
    async fn stop_partner_payscore_plan(
        &self,
        merchant_plan_no: &str,
        body: &StopPartnerPayscorePlanRequest,
    ) -> Result<PartnerPlan>;
}

/// The request of [`PartnerPlans::create_partner_payscore_plan`].
///
/// `CreatePartnerPayscorePlanRequest::builder().service_id(…).appid(…).sub_mchid(…).plan_name(…).plan_duration(…).deduction_quantity(…).total_original_price(…).total_actual_price(…).merchant_plan_no(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreatePartnerPayscorePlanRequest {
    /// 计划所属服务: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 服务商的AppID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 子商户的AppID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 支付分计划名称: such as `瑜伽课20节`
    pub plan_name: String,
    /// 支付分计划有效期: in days, such as `300`
    pub plan_duration: i64,
    /// 支付分计划扣费次数: such as `10`
    pub deduction_quantity: i64,
    /// 支付分计划原总金额: such as `15000`
    pub total_original_price: Fen,
    /// 支付分计划实际扣费总金额: such as `15000`
    pub total_actual_price: Fen,
    /// 支付分计划明细列表
    pub plan_detail_list: Option<Vec<CreatePlanDetail>>,
    /// 商户侧计划号: such as `1234323JKHDFE1243252`
    pub merchant_plan_no: String,
}

rules! { CreatePartnerPayscorePlanRequest {} }

/// The response of [`PartnerPlans::create_partner_payscore_plan`],
/// [`PartnerPlans::query_partner_payscore_plan`], [`PartnerPlans::stop_partner_payscore_plan`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PartnerPlan {
    /// 支付分计划ID: such as `01000033210000324638000000376258`
    pub plan_id: String,
    /// 计划所属服务: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 服务商商户号: such as `1900000109`
    pub mchid: String,
    /// 子商户商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 服务商AppID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 子商户AppID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 商户侧计划号: such as `1234323JKHDFE1243252`
    pub merchant_plan_no: String,
    /// 支付分计划名称: such as `瑜伽课20节`
    pub plan_name: String,
    /// 支付分计划有效期: in days, such as `10`
    pub plan_duration: i64,
    /// 支付分计划状态: such as `NORMAL`
    pub plan_state: String,
    /// 支付分计划原总金额: such as `15000`
    pub total_original_price: Fen,
    /// 支付分计划扣费次数: such as `10`
    pub deduction_quantity: i64,
    /// 支付分计划实际扣费总金额: such as `140000`
    pub total_actual_price: Fen,
    /// 支付分计划明细列表
    pub plan_detail_list: Option<Vec<PlanDetail>>,
    /// 终止方商户号: such as `1900000109`
    pub stop_mchid: Option<String>,
    /// 终止时间: such as `2021-05-20T13:29:35.120+08:00`
    pub stop_time: Option<DateTime>,
}

/// The request of [`PartnerPlans::stop_partner_payscore_plan`].
///
/// `StopPartnerPayscorePlanRequest::builder().sub_mchid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct StopPartnerPayscorePlanRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
}

rules! { StopPartnerPayscorePlanRequest {} }
