//! 支付分计划.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::rules::rules;

/// 支付分计划
#[wechatpay_api(defaults)]
pub trait Plans {
    /// 创建支付分计划
    ///
    /// `POST /v3/payscore/plan/payscore-plans`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/payscore-plan/pay-score-plan/create-pay-score-plan.html>
    #[wechatpay_api(POST "/v3/payscore/plan/payscore-plans")]
    async fn create_payscore_plan(&self, body: &CreatePayscorePlanRequest) -> Result<Plan>;

    /// 查询支付分计划
    ///
    /// `GET /v3/payscore/plan/payscore-plans/merchant-plan-no/{merchant_plan_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/payscore-plan/pay-score-plan/query-pay-score-plan.html>
    ///
    /// - `merchant_plan_no` 支付分计划商户侧单号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(GET "/v3/payscore/plan/payscore-plans/merchant-plan-no/{merchant_plan_no}")]
    async fn query_payscore_plan(&self, merchant_plan_no: &str) -> Result<Plan>;

    /// 停止支付分计划
    ///
    /// `POST /v3/payscore/plan/payscore-plans/merchant-plan-no/{merchant_plan_no}/stop`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/payscore-plan/pay-score-plan/stop-pay-score-plan.html>
    ///
    /// - `merchant_plan_no` 商户支付分计划对应的计划号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/plan/payscore-plans/merchant-plan-no/{merchant_plan_no}/stop")]
    async fn stop_payscore_plan(&self, merchant_plan_no: &str) -> Result<Plan>;
}

/// The request of [`Plans::create_payscore_plan`].
///
/// `CreatePayscorePlanRequest::builder().service_id(…).appid(…).plan_name(…).plan_duration(…).deduction_quantity(…).total_original_price(…).total_actual_price(…).merchant_plan_no(…).build()`.
/// For an `Option`, use setters such as `maybe_plan_detail_list`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreatePayscorePlanRequest {
    /// 计划所属服务: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// AppID: such as `wxd678efh567hg6787`
    pub appid: String,
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

rules! { CreatePayscorePlanRequest {} }

/// 支付分计划明细列表
///
/// `CreatePlanDetail::builder().original_price(…).actual_price(…).plan_detail_name(…).build()`.
/// For an `Option`, use setters such as `maybe_plan_discount_description`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreatePlanDetail {
    /// 计划明细原支付金额: such as `15000`
    pub original_price: Fen,
    /// 计划明细优惠说明: such as `享受九折`
    pub plan_discount_description: Option<String>,
    /// 计划明细实际支付金额: such as `14000`
    pub actual_price: Fen,
    /// 计划明细名称: such as `第八节课`
    pub plan_detail_name: String,
}

/// The response of [`Plans::create_payscore_plan`], [`Plans::query_payscore_plan`],
/// [`Plans::stop_payscore_plan`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Plan {
    /// 支付分计划ID: such as `01000033210000324638000000376258`
    pub plan_id: String,
    /// 计划所属服务: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 商户号: such as `1900000109`
    pub mchid: String,
    /// AppID: such as `wxd678efh567hg6787`
    pub appid: String,
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

/// 支付分计划明细列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PlanDetail {
    /// 计划明细序号: such as `1`
    pub plan_detail_no: i64,
    /// 计划明细名称: such as `第8节课`
    pub plan_detail_name: String,
    /// 计划明细原支付金额: such as `15000`
    pub original_price: Fen,
    /// 计划明细优惠说明: such as `享受九折优惠`
    pub plan_discount_description: Option<String>,
    /// 计划明细实际支付金额: such as `14000`
    pub actual_price: Fen,
}
