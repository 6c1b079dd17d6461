//! 资金出境退回.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 资金出境退回
#[wechatpay_api(defaults)]
pub trait OverseaReturnOrders {
    /// 申请资金出境退回
    ///
    /// `POST /v3/funds-to-oversea/return/return-orders`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013735039>
    #[wechatpay_api(POST "/v3/funds-to-oversea/return/return-orders")]
    async fn create_oversea_return_order(
        &self,
        body: &CreateOverseaReturnOrderRequest,
    ) -> Result<CreateOverseaReturnOrderResponse>;

    /// 查询出境退回结果
    ///
    /// `GET /v3/funds-to-oversea/return/return-orders/out-return-no/{out_return_no}`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013735052>
    ///
    /// - `out_return_no` 商户出境单号: such as `merchant123123`
    /// - `sub_mchid` 二级商户号: such as `1231231`
    #[wechatpay_api(GET "/v3/funds-to-oversea/return/return-orders/out-return-no/{out_return_no}")]
    async fn query_oversea_return_order(
        &self,
        out_return_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<OverseaReturnOrder>;
}

/// The request of [`OverseaReturnOrders::create_oversea_return_order`].
///
/// `CreateOverseaReturnOrderRequest::builder().out_return_no(…).sub_mchid(…).out_order_id(…).transaction_id(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_supplement_info`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateOverseaReturnOrderRequest {
    /// 商户出境退回单号: such as `R20250220103930`
    pub out_return_no: String,
    /// 二级商户号: such as `123456`
    pub sub_mchid: String,
    /// 商户出境单号: such as `merchant_1123123`
    pub out_order_id: String,
    /// 微信订单号: such as `420000000000000010`
    pub transaction_id: String,
    /// 退回凭证补充信息: such as `5017752501201407033233368018`
    pub supplement_info: Option<String>,
    /// 退回金额: such as `100`
    pub amount: Fen,
}

rules! { CreateOverseaReturnOrderRequest {} }

/// The response of [`OverseaReturnOrders::create_oversea_return_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateOverseaReturnOrderResponse {
    /// 商户出境退回单号: such as `R20250220103930`
    pub out_return_no: String,
    /// 二级商户号: such as `1231231`
    pub sub_mchid: String,
    /// 微信出境退回单号: such as `2375897293812`
    pub return_id: String,
    /// 商户出境单号: such as `merchant123123`
    pub out_order_id: String,
    /// 微信订单号: such as `420000000000000010`
    pub transaction_id: String,
    /// 退回凭证补充信息: such as `5017752501201407033233368018`
    pub supplement_info: Option<String>,
    /// 退回金额: such as `100`
    pub amount: Fen,
    /// 出境退回状态: such as `PROCESSING`
    pub state: ReturnOrderState,
    /// 创建时间: such as `2015-05-20T13:29:35+08:00`
    pub create_time: DateTime,
    /// 成功时间: such as `2015-05-20T13:29:35+08:00`
    pub success_time: Option<DateTime>,
    /// 失败原因: such as `RETURN_AMOUNT_NOT_ENOUGH`
    pub fail_reason: Option<ReturnOrderFailReason>,
}

/// The response of [`OverseaReturnOrders::query_oversea_return_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct OverseaReturnOrder {
    /// 商户出境退回单号: such as `R20250220103930`
    pub out_return_no: String,
    /// 二级商户号: such as `1231231`
    pub sub_mchid: String,
    /// 微信出境退回单号: such as `2375897293812`
    pub return_id: String,
    /// 商户出境单号: such as `merchant123123`
    pub out_order_id: String,
    /// 微信订单号: such as `420000000000000010`
    pub transaction_id: String,
    /// 微信退款单号: such as `5017752501201407033233368018`
    pub refund_id: String,
    /// 退回金额: such as `100`
    pub amount: Fen,
    /// 出境退回状态: such as `PROCESSING`
    pub state: ReturnOrderState,
    /// 创建时间: such as `2015-05-20T13:29:35+08:00`
    pub create_time: DateTime,
    /// 成功时间: such as `2015-05-20T13:29:35+08:00`
    pub success_time: Option<DateTime>,
    /// 失败原因: such as `RETURN_AMOUNT_NOT_ENOUGH`
    pub fail_reason: Option<String>,
}

open_enum! {
    /// 出境退回状态
    pub enum ReturnOrderState {
        Processing = "PROCESSING",
        Success = "SUCCESS",
        Failed = "FAILED",
    }
}

open_enum! {
    /// 失败原因
    pub enum ReturnOrderFailReason {
        ReturnAmountNotEnough = "RETURN_AMOUNT_NOT_ENOUGH",
    }
}
