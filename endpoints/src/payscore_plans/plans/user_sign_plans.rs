//! 用户签约计划.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::rules::rules;

/// 用户签约计划
#[wechatpay_api(defaults)]
pub trait UserSignPlans {
    /// 创建用户的签约计划
    ///
    /// `POST /v3/payscore/sign-plan/user-sign-plans`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/payscore-plan/user-sign-plan/create-user-sign-plan.html>
    #[wechatpay_api(POST "/v3/payscore/sign-plan/user-sign-plans")]
    async fn create_user_sign_plan(
        &self,
        body: &CreateUserSignPlanRequest,
    ) -> Result<CreateUserSignPlanResponse>;

    /// 查询用户的签约计划
    ///
    /// `GET /v3/payscore/sign-plan/user-sign-plans/merchant-sign-plan-no/{merchant_sign_plan_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/payscore-plan/user-sign-plan/query-user-sign-plan.html>
    ///
    /// - `merchant_sign_plan_no` 商户签约计划号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(GET "/v3/payscore/sign-plan/user-sign-plans/merchant-sign-plan-no/{merchant_sign_plan_no}")]
    async fn query_user_sign_plan(&self, merchant_sign_plan_no: &str) -> Result<UserSignPlan>;

    /// 直连商户取消用户的签约计划
    ///
    /// `POST
    /// /v3/payscore/sign-plan/user-sign-plans/merchant-sign-plan-no/{merchant_sign_plan_no}/stop`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/payscore-plan/user-sign-plan/stop-user-sign-plan.html>
    ///
    /// - `merchant_sign_plan_no` 商户侧签约计划号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/sign-plan/user-sign-plans/merchant-sign-plan-no/{merchant_sign_plan_no}/stop")]
    async fn stop_user_sign_plan(
        &self,
        merchant_sign_plan_no: &str,
        body: &StopUserSignPlanRequest,
    ) -> Result<UserSignPlan>;
}

/// The request of [`UserSignPlans::create_user_sign_plan`].
///
/// `CreateUserSignPlanRequest::builder().service_id(…).plan_id(…).appid(…).openid(…).merchant_sign_plan_no(…).build()`.
/// For an `Option`, use setters such as `maybe_notify_url`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateUserSignPlanRequest {
    /// 支付分服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 支付分计划ID: such as `01000033210000324638000000376258`
    pub plan_id: String,
    /// AppID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// A text, such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: String,
    /// 商户签约计划单号: such as `1234323JKHDFE1243252`
    pub merchant_sign_plan_no: String,
    /// 签约成功事件通知回调地址: such as `https://api.test.com`
    pub notify_url: Option<String>,
    /// `sign_plan_detail`
    pub sign_plan_detail: Option<Vec<SignPlanDetail>>,
}

rules! {
    CreateUserSignPlanRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The `sign_plan_detail` of [`UserSignPlans::create_user_sign_plan`],
/// `PartnerUserSignPlans::create_partner_user_sign_plan`.
///
/// `SignPlanDetail::builder().plan_detail_no(…).merchant_plan_detail_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SignPlanDetail {
    /// 计划明细序号: such as `1`
    pub plan_detail_no: i64,
    /// 商户侧计划明细使用订单号: such as `1234323JKHDFE1243252`
    pub merchant_plan_detail_no: String,
}

/// The response of [`UserSignPlans::create_user_sign_plan`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateUserSignPlanResponse {
    /// 用户的签约计划
    pub sign_plan: UserSignPlan,
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
pub struct UserSignPlan {
    /// 计划签约ID: such as `01010033210001424338000019876258`
    pub sign_plan_id: String,
    /// 签约计划用户应用下的OpenID: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 计划所属服务: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 商户号: such as `1900000109`
    pub mchid: String,
    /// AppID: such as `wxd678efh567hg6787`
    pub appid: String,
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

/// 签约计划明细列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SignedPlanDetail {
    /// 计划明细序号: such as `1`
    pub plan_detail_no: i64,
    /// 计划明细原支付金额: such as `30000`
    pub original_price: Fen,
    /// 计划明细优惠说明: such as `享9折优惠`
    pub plan_discount_description: Option<String>,
    /// 计划明细实际支付金额: such as `27000`
    pub actual_price: Fen,
    /// 计划明细状态: such as `NOT_USED`
    pub plan_detail_state: String,
    /// 计划明细对应的支付分服务单号: such as `0000300001201908301055157220022`
    pub order_id: Option<String>,
    /// 商户侧计划明细使用订单号: such as `1234323JKHDFE1243252`
    pub merchant_plan_detail_no: String,
    /// 计划详情名称: such as `第一节课`
    pub plan_detail_name: String,
    /// 计划明细对应订单实际支付金额: such as `50000`
    pub actual_pay_price: Option<Fen>,
    /// 详情使用时间: such as `2021-05-20T13:29:35.120+08:00`
    pub use_time: Option<DateTime>,
    /// 详情完成时间: such as `2021-05-20T13:29:35.120+08:00`
    pub complete_time: Option<DateTime>,
    /// 详情取消时间: such as `2021-05-20T13:29:35.120+08:00`
    pub cancel_time: Option<DateTime>,
}

/// The request of [`UserSignPlans::stop_user_sign_plan`].
///
/// `StopUserSignPlanRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_stop_reason`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct StopUserSignPlanRequest {
    /// 停止签约计划原因: such as `用户协商后停止`
    pub stop_reason: Option<String>,
}

rules! { StopUserSignPlanRequest {} }
