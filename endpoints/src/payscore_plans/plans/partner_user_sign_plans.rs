//! 用户签约计划（服务商）.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::{SignPlanDetail, SignedPlanDetail};
use crate::rules::rules;

/// 用户签约计划（服务商）
#[wechatpay_api(defaults)]
pub trait PartnerUserSignPlans {
    /// 服务商创建用户的签约计划
    ///
    /// `POST /v3/payscore/sign-plan/partner/user-sign-plans`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-payscore-plan/partner-user-sign-plan/create-partner-user-sign-plan.html>
    #[wechatpay_api(POST "/v3/payscore/sign-plan/partner/user-sign-plans")]
    async fn create_partner_user_sign_plan(
        &self,
        body: &CreatePartnerUserSignPlanRequest,
    ) -> Result<CreatePartnerUserSignPlanResponse>;

    /// 服务商查询用户的签约计划
    ///
    /// `GET
    /// /v3/payscore/sign-plan/partner/user-sign-plans/merchant-sign-plan-no/{merchant_sign_plan_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-payscore-plan/partner-user-sign-plan/query-partner-user-sign-plan.html>
    ///
    /// - `merchant_sign_plan_no` 商户签约计划号: such as `1234323JKHDFE1243252`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/payscore/sign-plan/partner/user-sign-plans/merchant-sign-plan-no/{merchant_sign_plan_no}")]
    async fn query_partner_user_sign_plan(
        &self,
        merchant_sign_plan_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<PartnerUserSignPlan>;

    /// 取消用户的签约计划
    ///
    /// `POST
    /// /v3/payscore/sign-plan/partner/user-sign-plans/merchant-sign-plan-no/{merchant_sign_plan_no}/stop`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-payscore-plan/partner-user-sign-plan/stop-partner-user-sign-plan.html>
    ///
    /// - `merchant_sign_plan_no` 商户侧签约计划号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/sign-plan/partner/user-sign-plans/merchant-sign-plan-no/{merchant_sign_plan_no}/stop")]
    async fn stop_partner_user_sign_plan(
        &self,
        merchant_sign_plan_no: &str,
        body: &StopPartnerUserSignPlanRequest,
    ) -> Result<PartnerUserSignPlan>;
}

/// The request of [`PartnerUserSignPlans::create_partner_user_sign_plan`].
///
/// `CreatePartnerUserSignPlanRequest::builder().service_id(…).plan_id(…).appid(…).sub_mchid(…).merchant_sign_plan_no(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreatePartnerUserSignPlanRequest {
    /// 支付分服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 支付分计划ID: such as `01000033210000324638000000376258`
    pub plan_id: String,
    /// 服务商的AppID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 子商户的AppID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// A text, such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 子商户公众号下的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
    /// 商户签约计划单号: such as `1234323JKHDFE1243252`
    pub merchant_sign_plan_no: String,
    /// 签约成功事件通知回调地址: such as `https://api.test.com`
    pub notify_url: Option<String>,
    /// `sign_plan_detail`
    pub sign_plan_detail: Option<Vec<SignPlanDetail>>,
}

rules! {
    CreatePartnerUserSignPlanRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`PartnerUserSignPlans::create_partner_user_sign_plan`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreatePartnerUserSignPlanResponse {
    /// 用户的签约计划
    pub sign_plan: PartnerUserSignPlan,
    /// 跳转微信侧确认签约小程序的数据: such as `Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald`
    pub package: String,
}

/// 用户的签约计划
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PartnerUserSignPlan {
    /// 计划签约ID: such as `01010033210001424338000019876258`
    pub sign_plan_id: String,
    /// A text, such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 子商户公众号下的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
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
    /// 商户侧签约计划号: such as `1234323JKHDFE1243252`
    pub merchant_sign_plan_no: String,
    /// 商户回调地址: such as `https://api.test.com`
    pub merchant_callback_url: Option<String>,
    /// 签约所属计划ID: such as `01000033210000324638000000376258`
    pub plan_id: String,
    /// 目前用户进行到的计划详情序号: such as `2`
    pub going_detail_no: i64,
    /// 计划签约状态: such as `UNSIGNED`
    pub sign_state: String,
    /// 签约计划取消时间: such as `2021-05-20T13:29:35.120+08:00`
    pub cancel_sign_time: Option<DateTime>,
    /// 签约计划取消类型: such as `NOT_CANCEL`
    pub cancel_sign_type: Option<String>,
    /// 签约计划取消原因: such as `用户放弃课程`
    pub cancel_reason: Option<String>,
    /// 签约计划的名称: such as `瑜伽晨练课10次`
    pub plan_name: String,
    /// 签约计划的过期时间: such as `2021-05-20T13:29:35.120+08:00`
    pub plan_over_time: DateTime,
    /// 签约计划原总金额: such as `150000`
    pub total_origin_price: Fen,
    /// 签约计划扣费次数: such as `10`
    pub deduction_quantity: i64,
    /// 签约计划实际总金额: such as `120000`
    pub total_actual_price: Fen,
    /// 签约计划明细列表
    pub signed_detail_list: Option<Vec<SignedPlanDetail>>,
    /// 签约时间: such as `2021-05-20T13:29:35.120+08:00`
    pub sign_time: Option<DateTime>,
}

/// The request of [`PartnerUserSignPlans::stop_partner_user_sign_plan`].
///
/// `StopPartnerUserSignPlanRequest::builder().sub_mchid(…).build()`. For an `Option`, use setters
/// such as `maybe_stop_reason`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct StopPartnerUserSignPlanRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 停止签约计划原因: such as `用户协商后停止`
    pub stop_reason: Option<String>,
}

rules! { StopPartnerUserSignPlanRequest {} }
