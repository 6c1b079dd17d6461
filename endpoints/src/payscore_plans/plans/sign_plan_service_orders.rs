//! 签约计划服务订单.

use serde::Serialize;
use wechatpay_client::{Deserialize, Fen, Result, wechatpay_api};

use crate::rules::rules;

/// 签约计划服务订单
#[wechatpay_api(defaults)]
pub trait SignPlanServiceOrders {
    /// 创建签约计划服务订单
    ///
    /// `POST /v3/payscore/sign-plan/serviceorder`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/payscore-plan/service-order/create-service-order.html>
    #[wechatpay_api(POST "/v3/payscore/sign-plan/serviceorder")]
    async fn create_sign_plan_service_order(
        &self,
        body: &CreateSignPlanServiceOrderRequest,
    ) -> Result<CreateSignPlanServiceOrderResponse>;

    /// 服务商创建签约计划服务订单
    ///
    /// `POST /v3/payscore/sign-plan/partner/serviceorder`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-payscore-plan/partner-service-order/create-partner-service-order.html>
    #[wechatpay_api(POST "/v3/payscore/sign-plan/partner/serviceorder")]
    async fn create_partner_sign_plan_service_order(
        &self,
        body: &CreatePartnerSignPlanServiceOrderRequest,
    ) -> Result<CreatePartnerSignPlanServiceOrderResponse>;
}

/// The request of [`SignPlanServiceOrders::create_sign_plan_service_order`].
///
/// `CreateSignPlanServiceOrderRequest::builder().service_id(…).sign_plan_id(…).plan_detail_no(…).appid(…).openid(…).service_introduction(…).time_range(…).out_trade_no(…).build()`.
/// For an `Option`, use setters such as `maybe_notify_url`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateSignPlanServiceOrderRequest {
    /// 支付分服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 计划签约ID: such as `01000033210000324638000000376258`
    pub sign_plan_id: String,
    /// 计划明细序号: such as `2`
    pub plan_detail_no: i64,
    /// 商户的AppID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 商户公众号下的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: String,
    /// 商户扣款成功回调通知的地址: such as `https://api.test.com`
    pub notify_url: Option<String>,
    /// 服务信息: such as `羽毛球课基础练习课程`
    pub service_introduction: String,
    /// 服务时间
    pub time_range: TimeRange,
    /// 服务位置
    pub location: Option<Location>,
    /// 附加数据: such as `Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald`
    pub attach: Option<String>,
    /// 商户侧订单号: such as `1514323JSVDFE1243252`
    pub out_trade_no: String,
}

rules! {
    CreateSignPlanServiceOrderRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// 服务时间
///
/// `TimeRange::builder().build()`. For an `Option`, use setters such as `maybe_start_time`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct TimeRange {
    /// 服务开始时间: such as `20091225091010`
    pub start_time: Option<String>,
    /// 服务结束时间: such as `20091225121010`
    pub end_time: Option<String>,
    /// 服务开始时间备注: such as `备注1`
    pub start_time_remark: Option<String>,
    /// 服务结束时间备注: such as `备注2`
    pub end_time_remark: Option<String>,
}

/// 服务位置
///
/// `Location::builder().build()`. For an `Option`, use setters such as `maybe_start_location`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct Location {
    /// 服务开始地点: such as `嗨客时尚主题展餐厅`
    pub start_location: Option<String>,
    /// 服务结束地点: such as `嗨客时尚主题展餐厅`
    pub end_location: Option<String>,
}

/// The response of [`SignPlanServiceOrders::create_sign_plan_service_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateSignPlanServiceOrderResponse {
    /// 商户订单号: such as `1234323JKHDFE1243252`
    pub out_order_no: String,
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 商户公众号ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 商户号: such as `1230000109`
    pub mchid: String,
    /// 服务信息: such as `羽毛球课程基础训练`
    pub service_introduction: String,
    /// 服务订单状态: such as `CREATED`
    pub state: String,
    /// 订单状态说明: such as `USER_CONFIRM`
    pub state_description: Option<String>,
    /// 后付费项目
    pub post_payments: Option<Vec<PostPayment>>,
    /// 商户优惠
    pub post_discounts: Option<Vec<PostDiscount>>,
    /// 服务风险金
    pub risk_fund: Option<RiskFund>,
    /// 服务时间
    pub time_range: Option<TimeRange>,
    /// 服务位置
    pub location: Option<Location>,
    /// 附加数据: such as `Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald`
    pub attach: Option<String>,
    /// 商户回调地址: such as `https://api.test.com`
    pub notify_url: Option<String>,
    /// 微信支付服务订单号: such as `0000300001201908301055157220022`
    pub order_id: Option<String>,
}

/// 后付费项目
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PostPayment {
    /// 付费名称: such as `瑜伽课程20节`
    pub name: Option<String>,
    /// 付费金额: such as `40000`
    pub amount: Option<Fen>,
    /// 付费说明: such as `第6节课`
    pub description: Option<String>,
}

/// 商户优惠
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PostDiscount {
    /// 优惠名称: such as `享9折优惠`
    pub name: Option<String>,
    /// 优惠金额: such as `100`
    pub amount: Option<Fen>,
}

/// 服务风险金
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct RiskFund {
    /// 风险金额: such as `10000`
    pub amount: Fen,
}

/// The request of [`SignPlanServiceOrders::create_partner_sign_plan_service_order`].
///
/// `CreatePartnerSignPlanServiceOrderRequest::builder().service_id(…).sign_plan_id(…).plan_detail_no(…).appid(…).sub_mchid(…).service_introduction(…).time_range(…).out_trade_no(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreatePartnerSignPlanServiceOrderRequest {
    /// 支付分服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 计划签约ID: such as `01000033210000324638000000376258`
    pub sign_plan_id: String,
    /// 计划明细序号: such as `2`
    pub plan_detail_no: i64,
    /// 服务商的AppID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 子商户的AppID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 服务商公众号下的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 子商户公众号下的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
    /// 商户扣款成功回调通知的地址: such as `https://api.test.com`
    pub notify_url: Option<String>,
    /// 服务信息: such as `羽毛球课基础练习课程`
    pub service_introduction: String,
    /// 服务时间
    pub time_range: TimeRange,
    /// 服务位置
    pub location: Option<Location>,
    /// 附加数据: such as `Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald`
    pub attach: Option<String>,
    /// 商户侧订单号: such as `1514323JSVDFE1243252`
    pub out_trade_no: String,
}

rules! {
    CreatePartnerSignPlanServiceOrderRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`SignPlanServiceOrders::create_partner_sign_plan_service_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreatePartnerSignPlanServiceOrderResponse {
    /// 商户订单号: such as `1234323JKHDFE1243252`
    pub out_order_no: String,
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 服务商公众号ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 服务商商户号: such as `1230000109`
    pub mchid: String,
    /// 子商户公众号ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 子商户商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 服务信息: such as `羽毛球课程基础训练`
    pub service_introduction: String,
    /// 服务订单状态: such as `CREATED`
    pub state: String,
    /// 订单状态说明: such as `USER_CONFIRM`
    pub state_description: Option<String>,
    /// 后付费项目
    pub post_payments: Option<Vec<PostPayment>>,
    /// 商户优惠
    pub post_discounts: Option<Vec<PostDiscount>>,
    /// 服务风险金
    pub risk_fund: Option<RiskFund>,
    /// 服务时间
    pub time_range: Option<TimeRange>,
    /// 服务位置
    pub location: Option<Location>,
    /// 附加数据: such as `Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald`
    pub attach: Option<String>,
    /// 商户回调地址: such as `https://api.test.com`
    pub notify_url: Option<String>,
    /// 微信支付服务订单号: such as `0000300001201908301055157220022`
    pub order_id: Option<String>,
}
