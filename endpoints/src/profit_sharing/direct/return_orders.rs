//! 分账回退.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 分账回退
#[wechatpay_api(defaults)]
pub trait ReturnOrders {
    /// 请求分账回退
    ///
    /// `POST /v3/profitsharing/return-orders`
    #[wechatpay_api(POST "/v3/profitsharing/return-orders")]
    async fn create_profit_sharing_return_order(
        &self,
        body: &CreateProfitSharingReturnOrderRequest,
    ) -> Result<ReturnOrder>;

    /// 查询分账回退结果
    ///
    /// `GET /v3/profitsharing/return-orders/{out_return_no}`
    ///
    /// - `out_return_no` 商户回退单号: such as `R20190516001`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `out_order_no` 商户分账单号: such as `P20190806125346`
    #[wechatpay_api(GET "/v3/profitsharing/return-orders/{out_return_no}")]
    async fn query_profit_sharing_return_order(
        &self,
        out_return_no: &str,
        #[query] sub_mchid: Option<&str>,
        #[query] out_order_no: &str,
    ) -> Result<ReturnOrder>;
}

/// The request of [`ReturnOrders::create_profit_sharing_return_order`].
///
/// `CreateProfitSharingReturnOrderRequest::builder().out_return_no(…).return_mchid(…).amount(…).description(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateProfitSharingReturnOrderRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
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
    /// 回退描述: such as `用户退款`
    pub description: String,
}

rules! { CreateProfitSharingReturnOrderRequest {} }

/// The response of [`ReturnOrders::create_profit_sharing_return_order`],
/// [`ReturnOrders::query_profit_sharing_return_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ReturnOrder {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 微信分账单号: such as `3008450740201411110007820472`
    pub order_id: String,
    /// 商户分账单号: such as `P20150806125346`
    pub out_order_no: String,
    /// 商户回退单号: such as `R20190516001`
    pub out_return_no: String,
    /// 微信回退单号: such as `3008450740201411110007820472`
    pub return_id: String,
    /// 回退商户号: such as `86693852`
    pub return_mchid: String,
    /// 回退金额: such as `10`
    pub amount: Fen,
    /// 回退描述: such as `用户退款`
    pub description: String,
    /// 回退结果: such as `SUCCESS`
    pub result: ReturnOrderResult,
    /// 失败原因: such as `TIME_OUT_CLOSED`
    pub fail_reason: Option<ReturnOrderFailReason>,
    /// 创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 完成时间: such as `2015-05-20T13:29:35.120+08:00`
    pub finish_time: Option<DateTime>,
}

open_enum! {
    /// 回退结果
    pub enum ReturnOrderResult {
        Processing = "PROCESSING",
        Success = "SUCCESS",
        Failed = "FAILED",
    }
}

open_enum! {
    /// 失败原因
    pub enum ReturnOrderFailReason {
        AccountAbnormal = "ACCOUNT_ABNORMAL",
        BalanceNotEnough = "BALANCE_NOT_ENOUGH",
        TimeOutClosed = "TIME_OUT_CLOSED",
        PayerAccountAbnormal = "PAYER_ACCOUNT_ABNORMAL",
        InvalidRequest = "INVALID_REQUEST",
    }
}
