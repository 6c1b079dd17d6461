//! 补差.

use serde::Serialize;
use serde_json::{Map, Value};
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::FundsFromAccount;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 补差
#[wechatpay_api(defaults)]
pub trait Subsidies {
    /// 请求补差
    ///
    /// `POST /v3/ecommerce/subsidies/create`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/ecommerce/subsidies/chapter3_1.shtml>
    #[wechatpay_api(POST "/v3/ecommerce/subsidies/create")]
    async fn create_subsidy(&self, body: &CreateSubsidyRequest) -> Result<CreateSubsidyResponse>;

    /// 请求补差回退
    ///
    /// `POST /v3/ecommerce/subsidies/return`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/ecommerce/subsidies/chapter3_2.shtml>
    #[wechatpay_api(POST "/v3/ecommerce/subsidies/return")]
    async fn return_subsidy(&self, body: &ReturnSubsidyRequest) -> Result<ReturnSubsidyResponse>;

    /// 取消补差
    ///
    /// `POST /v3/ecommerce/subsidies/cancel`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/ecommerce/subsidies/chapter3_3.shtml>
    #[wechatpay_api(POST "/v3/ecommerce/subsidies/cancel")]
    async fn cancel_subsidy(&self, body: &CancelSubsidyRequest) -> Result<CancelSubsidyResponse>;
}

/// The request of [`Subsidies::create_subsidy`].
///
/// `CreateSubsidyRequest::builder().sub_mchid(…).transaction_id(…).amount(…).description(…).out_subsidy_no(…).build()`.
/// For an `Option`, use setters such as `maybe_refund_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateSubsidyRequest {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 补差金额: such as `10`
    pub amount: Fen,
    /// 补差描述: such as `测试备注`
    pub description: String,
    /// 微信退款单号: such as `3008450740201411110007820472`
    pub refund_id: Option<String>,
    /// 商户补差单号: such as `P20150806125347`
    pub out_subsidy_no: String,
}

rules! { CreateSubsidyRequest {} }

/// The response of [`Subsidies::create_subsidy`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateSubsidyResponse {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 微信补差单号: such as `3008450740201411110007820472`
    pub subsidy_id: String,
    /// 补差描述: such as `满减补差活动`
    pub description: String,
    /// 补差金额: such as `10`
    pub amount: Fen,
    /// 补差单结果: such as `SUCCESS`
    pub result: SubsidyState,
    /// 补差完成时间: such as `2015-05-20T13:29:35.120+08:00`
    pub success_time: Option<DateTime>,
    /// 商户补差单号
    pub out_subsidy_no: Option<String>,
}

/// The request of [`Subsidies::return_subsidy`].
///
/// `ReturnSubsidyRequest::builder().sub_mchid(…).out_order_no(…).transaction_id(…).amount(…).description(…).build()`.
/// For an `Option`, use setters such as `maybe_refund_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ReturnSubsidyRequest {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 商户补差回退单号: such as `P20150806125346`
    pub out_order_no: String,
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 微信退款单号: such as `3008450740201411110007820472`
    pub refund_id: Option<String>,
    /// 补差回退金额: such as `10`
    pub amount: Fen,
    /// 补差回退描述: such as `测试备注`
    pub description: String,
    /// 微信补差单号: such as `3008450740201411110007820472`
    pub subsidy_id: Option<String>,
    /// 回退出资账户及金额
    pub from: Option<Vec<ReturnSubsidyFundsFromItem>>,
}

rules! {
    ReturnSubsidyRequest {
        within("from", ReturnSubsidyFundsFromItem::RULES),
    }
}

/// 回退出资账户及金额
///
/// `ReturnSubsidyFundsFromItem::builder().build()`. For an `Option`, use setters such as
/// `maybe_account`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ReturnSubsidyFundsFromItem {
    /// 出资账户类型
    pub account: Option<FundsFromAccount>,
    /// 出资金额: such as `10`
    pub amount: Option<Fen>,
}

rules! {
    ReturnSubsidyFundsFromItem {
        member("account", &[Listed(FundsFromAccount::TEXTS)]),
    }
}

/// The response of [`Subsidies::return_subsidy`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ReturnSubsidyResponse {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 微信补差回退单号: such as `3008450740201411110007820472`
    pub subsidy_refund_id: String,
    /// 微信退款单号: such as `3008450740201411110007820472`
    pub refund_id: Option<String>,
    /// 商户补差回退单号: such as `P20150806125346`
    pub out_order_no: String,
    /// 补差回退金额: such as `10`
    pub amount: Fen,
    /// 补差回退描述: such as `测试备注`
    pub description: String,
    /// 补差回退结果: such as `SUCCESS`
    pub result: SubsidyState,
    /// 补差回退完成时间: such as `2015-05-20T13:29:35.120+08:00`
    pub success_time: Option<DateTime>,
    /// 微信补差单号
    pub subsidy_id: Option<String>,
    /// `from`
    pub from: Option<Vec<Map<String, Value>>>,
}

/// The request of [`Subsidies::cancel_subsidy`].
///
/// `CancelSubsidyRequest::builder().sub_mchid(…).transaction_id(…).description(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CancelSubsidyRequest {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 取消补差描述: such as `订单退款`
    pub description: String,
}

rules! { CancelSubsidyRequest {} }

/// The response of [`Subsidies::cancel_subsidy`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CancelSubsidyResponse {
    /// 二级商户号: such as `1900013401`
    pub sub_mchid: String,
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 取消补差结果: such as `SUCCESS`
    pub result: SubsidyCancelState,
    /// 取消补差描述: such as `订单退款`
    pub description: String,
}

open_enum! {
    /// 补差单结果
    pub enum SubsidyState {
        Success = "SUCCESS",
        Fail = "FAIL",
        Refund = "REFUND",
    }
}

open_enum! {
    /// 取消补差结果
    pub enum SubsidyCancelState {
        Success = "SUCCESS",
        Fail = "FAIL",
    }
}
