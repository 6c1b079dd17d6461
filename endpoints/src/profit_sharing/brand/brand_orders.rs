//! 分账单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 分账单
#[wechatpay_api(defaults)]
pub trait BrandOrders {
    /// 请求分账
    ///
    /// `POST /v3/brand/profitsharing/orders`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/brand/chapter3_1.shtml>
    #[wechatpay_api(POST "/v3/brand/profitsharing/orders")]
    async fn create_brand_profit_sharing_order(
        &self,
        body: &CreateBrandProfitSharingOrderRequest,
    ) -> Result<CreateBrandProfitSharingOrderResponse>;

    /// 查询分账结果
    ///
    /// `GET /v3/brand/profitsharing/orders`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/brand/chapter3_2.shtml>
    ///
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `transaction_id` 微信订单号: such as `4208450740201411110007820472`
    /// - `out_order_no` 商户分账单号: such as `P20150806125346`
    #[wechatpay_api(GET "/v3/brand/profitsharing/orders")]
    async fn query_brand_profit_sharing_order(
        &self,
        #[query] sub_mchid: &str,
        #[query] transaction_id: &str,
        #[query] out_order_no: &str,
    ) -> Result<Order>;

    /// 查询订单剩余待分金额
    ///
    /// `GET /v3/brand/profitsharing/orders/{transaction_id}/amounts`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter8_7_9.shtml>
    ///
    /// - `transaction_id` 微信订单号: such as `4208450740201411110007820472`
    #[wechatpay_api(GET "/v3/brand/profitsharing/orders/{transaction_id}/amounts")]
    async fn query_brand_profit_sharing_order_amount(
        &self,
        transaction_id: &str,
    ) -> Result<UnsplitAmount>;

    /// 完结分账
    ///
    /// `POST /v3/brand/profitsharing/finish-order`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/brand/chapter3_5.shtml>
    #[wechatpay_api(POST "/v3/brand/profitsharing/finish-order")]
    async fn finish_brand_profit_sharing_order(
        &self,
        body: &FinishBrandProfitSharingOrderRequest,
    ) -> Result<FinishBrandProfitSharingOrderResponse>;
}

/// The request of [`BrandOrders::create_brand_profit_sharing_order`].
///
/// `CreateBrandProfitSharingOrderRequest::builder().brand_mchid(…).sub_mchid(…).appid(…).transaction_id(…).out_order_no(…).receivers(…).finish(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateBrandProfitSharingOrderRequest {
    /// 品牌主商户号: such as `1900000108`
    pub brand_mchid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 公众账号ID: such as `wx8888888888888888`
    pub appid: String,
    /// 子商户公众账号ID: such as `wx8888888888888889`
    pub sub_appid: Option<String>,
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 商户分账单号: such as `P20150806125346`
    pub out_order_no: String,
    /// 分账接收方列表
    pub receivers: Vec<OrderReceiver>,
    /// 是否分账完成
    pub finish: bool,
    /// `notify_url`
    pub notify_url: Option<String>,
}

rules! {
    CreateBrandProfitSharingOrderRequest {
        within("receivers", OrderReceiver::RULES),
        member("notify_url", &[NotifyUrl]),
    }
}

/// 分账接收方列表
///
/// `OrderReceiver::builder().r#type(…).account(…).amount(…).description(…).build()`. For an
/// `Option`, use setters such as `maybe_name`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct OrderReceiver {
    /// 分账接收方类型: such as `MERCHANT_ID`
    pub r#type: ReceiverType,
    /// 分账接收方账号: such as `1900000109`
    pub account: String,
    /// 分账金额: such as `190`
    pub amount: Fen,
    /// 分账描述: such as `1900000109分给商户1900000110`
    pub description: String,
    /// 分账个人接收方姓名: encrypted
    pub name: Option<Sensitive>,
}

rules! {
    OrderReceiver {
        member("type", &[Listed(ReceiverType::TEXTS)]),
    }
}

/// The response of [`BrandOrders::create_brand_profit_sharing_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateBrandProfitSharingOrderResponse {
    /// 品牌主商户号: such as `1900000108`
    pub brand_mchid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 商户分账单号: such as `P20150806125346`
    pub out_order_no: String,
    /// 微信分账单号: such as `6754760740201411110007865434`
    pub order_id: String,
    /// 分账接收方列表
    pub receivers: Option<Vec<OrderReceiverDetail>>,
    /// 分账单状态: such as `PROCESSING`
    pub status: Option<OrderStatus>,
}

/// 分账接收方列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct OrderReceiverDetail {
    /// 接收方类型: such as `MERCHANT_ID`
    pub r#type: ReceiverType,
    /// 接收方账号: such as `1900000109`
    pub account: String,
    /// 分账金额: such as `10`
    pub amount: Fen,
    /// 分账描述: such as `分帐1900000110`
    pub description: String,
    /// 分账结果: such as `SUCCESS`
    pub result: ReceiverResult,
    /// 分账完成时间: such as `2015-05-20T13:29:35.120+08:00`
    pub finish_time: Option<DateTime>,
    /// 分账失败原因: such as `NO_RELATION`
    pub fail_reason: Option<ReceiverFailReason>,
    /// 分账明细单号: such as `36011111111111111111111`
    pub detail_id: Option<String>,
}

/// The response of [`BrandOrders::query_brand_profit_sharing_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Order {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 商户分账单号: such as `P20150806125346`
    pub out_order_no: String,
    /// 微信分账单号: such as `3008450740201411110007820472`
    pub order_id: String,
    /// 分账单状态: such as `FINISHED`
    pub status: OrderStatus,
    /// 分账接收方列表
    pub receivers: Option<Vec<OrderReceiverDetail>>,
    /// 分账完结金额: such as `100`
    pub finish_amount: Option<Fen>,
    /// 分账完结描述: such as `分账完结`
    pub finish_description: Option<String>,
}

/// The response of [`BrandOrders::query_brand_profit_sharing_order_amount`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UnsplitAmount {
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 订单剩余待分金额: such as `1000`
    pub unsplit_amount: Fen,
}

/// The request of [`BrandOrders::finish_brand_profit_sharing_order`].
///
/// `FinishBrandProfitSharingOrderRequest::builder().sub_mchid(…).transaction_id(…).out_order_no(…).description(…).build()`.
/// For an `Option`, use setters such as `maybe_notify_url`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FinishBrandProfitSharingOrderRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 商户分帐单号: such as `P20150806125346`
    pub out_order_no: String,
    /// 分账描述: such as `分账完结`
    pub description: String,
    /// `notify_url`
    pub notify_url: Option<String>,
}

rules! {
    FinishBrandProfitSharingOrderRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`BrandOrders::finish_brand_profit_sharing_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct FinishBrandProfitSharingOrderResponse {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 商户分帐单号: such as `P20150806125346`
    pub out_order_no: String,
    /// 微信分帐单号: such as `3008450740201411110007820472`
    pub order_id: String,
}

open_enum! {
    /// 分账接收方类型
    pub enum ReceiverType {
        MerchantId = "MERCHANT_ID",
        PersonalOpenid = "PERSONAL_OPENID",
        PersonalSubOpenid = "PERSONAL_SUB_OPENID",
    }
}

open_enum! {
    /// 分账结果
    pub enum ReceiverResult {
        Pending = "PENDING",
        Success = "SUCCESS",
        Closed = "CLOSED",
    }
}

open_enum! {
    /// 分账失败原因
    pub enum ReceiverFailReason {
        AccountAbnormal = "ACCOUNT_ABNORMAL",
        NoRelation = "NO_RELATION",
        ReceiverHighRisk = "RECEIVER_HIGH_RISK",
        ReceiverRealNameNotVerified = "RECEIVER_REAL_NAME_NOT_VERIFIED",
        NoAuth = "NO_AUTH",
        ReceiverReceiptLimit = "RECEIVER_RECEIPT_LIMIT",
        PayerAccountAbnormal = "PAYER_ACCOUNT_ABNORMAL",
        InvalidRequest = "INVALID_REQUEST",
    }
}

open_enum! {
    /// 分账单状态
    pub enum OrderStatus {
        Processing = "PROCESSING",
        Finished = "FINISHED",
    }
}
