//! 分账回退.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 分账回退
#[wechatpay_api(defaults)]
pub trait ProfitSharingReturnOrders {
    /// 请求分账回退
    ///
    /// `POST /v3/ecommerce/profitsharing/returnorders`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/ecommerce/profitsharing/chapter3_3.shtml>
    #[wechatpay_api(POST "/v3/ecommerce/profitsharing/returnorders")]
    async fn create_ecommerce_profit_sharing_return_order(
        &self,
        body: &CreateEcommerceProfitSharingReturnOrderRequest,
    ) -> Result<ProfitSharingReturnOrder>;

    /// 查询分账回退结果
    ///
    /// `GET /v3/ecommerce/profitsharing/returnorders`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/ecommerce/profitsharing/chapter3_4.shtml>
    ///
    /// - `sub_mchid` 二级商户号
    /// - `order_id` 微信订单号
    /// - `out_order_no` 商户分账单号
    /// - `out_return_no` 商户回退单号
    #[wechatpay_api(GET "/v3/ecommerce/profitsharing/returnorders")]
    async fn query_ecommerce_profit_sharing_return_order(
        &self,
        #[query] sub_mchid: &str,
        #[query] order_id: Option<&str>,
        #[query] out_order_no: Option<&str>,
        #[query] out_return_no: &str,
    ) -> Result<ProfitSharingReturnOrder>;
}

/// The request of [`ProfitSharingReturnOrders::create_ecommerce_profit_sharing_return_order`].
///
/// `CreateEcommerceProfitSharingReturnOrderRequest::builder().sub_mchid(…).out_return_no(…).return_mchid(…).amount(…).description(…).build()`.
/// For an `Option`, use setters such as `maybe_order_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateEcommerceProfitSharingReturnOrderRequest {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 微信分账单号: such as `3008450740201411110007820472`
    pub order_id: Option<String>,
    /// 商户分账单号
    pub out_order_no: Option<String>,
    /// 商户回退单号: such as `R20190516001`
    pub out_return_no: String,
    /// 回退商户号: such as `86693852`
    pub return_mchid: String,
    /// 回退金额: such as `10`
    pub amount: Fen,
    /// 回退描述: such as `分账回退`
    pub description: String,
    /// 微信订单号
    pub transaction_id: Option<String>,
}

rules! { CreateEcommerceProfitSharingReturnOrderRequest {} }

/// The response of [`ProfitSharingReturnOrders::create_ecommerce_profit_sharing_return_order`],
/// [`ProfitSharingReturnOrders::query_ecommerce_profit_sharing_return_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ProfitSharingReturnOrder {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 微信分账单号: such as `3008450740201411110007820472`
    pub order_id: String,
    /// 商户分账单号: such as `P20150806125346`
    pub out_order_no: String,
    /// 商户回退单号: such as `R20190516001`
    pub out_return_no: String,
    /// 回退商户号: such as `86693852`
    pub return_mchid: String,
    /// 回退金额: such as `10`
    pub amount: Fen,
    /// 微信回退单号: such as `3008450740201411110007820472`
    pub return_no: String,
    /// 回退结果: such as `SUCCESS`
    pub result: ProfitSharingReturnResult,
    /// 失败原因: such as `TIME_OUT_CLOSED`
    pub fail_reason: Option<ProfitSharingReturnFailReason>,
    /// 完成时间: such as `2015-05-20T13:29:35.120+08:00`
    pub finish_time: Option<DateTime>,
}

open_enum! {
    /// 回退结果
    pub enum ProfitSharingReturnResult {
        Processing = "PROCESSING",
        Success = "SUCCESS",
        Fail = "FAIL",
    }
}

open_enum! {
    /// 失败原因
    pub enum ProfitSharingReturnFailReason {
        AccountAbnormal = "ACCOUNT_ABNORMAL",
        TimeOutClosed = "TIME_OUT_CLOSED",
    }
}
