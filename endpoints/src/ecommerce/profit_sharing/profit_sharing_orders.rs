//! 分账单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 分账单
#[wechatpay_api(defaults)]
pub trait ProfitSharingOrders {
    /// 请求分账
    ///
    /// `POST /v3/ecommerce/profitsharing/orders`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/ecommerce/profitsharing/chapter3_1.shtml>
    #[wechatpay_api(POST "/v3/ecommerce/profitsharing/orders")]
    async fn create_ecommerce_profit_sharing_order(
        &self,
        body: &CreateEcommerceProfitSharingOrderRequest,
    ) -> Result<CreateEcommerceProfitSharingOrderResponse>;

    /// 查询分账结果
    ///
    /// `GET /v3/ecommerce/profitsharing/orders`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/ecommerce/profitsharing/chapter3_2.shtml>
    ///
    /// - `sub_mchid` 二级商户号
    /// - `transaction_id` 微信订单号
    /// - `out_order_no` 商户分账单号
    #[wechatpay_api(GET "/v3/ecommerce/profitsharing/orders")]
    async fn query_ecommerce_profit_sharing_order(
        &self,
        #[query] sub_mchid: &str,
        #[query] transaction_id: &str,
        #[query] out_order_no: &str,
    ) -> Result<ProfitSharingOrder>;

    /// 查询订单剩余待分金额
    ///
    /// `GET /v3/ecommerce/profitsharing/orders/{transaction_id}/amounts`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter7_4_9.shtml>
    ///
    /// - `transaction_id` 微信订单号: such as `4208450740201411110007820472`
    #[wechatpay_api(GET "/v3/ecommerce/profitsharing/orders/{transaction_id}/amounts")]
    async fn query_ecommerce_profit_sharing_order_amount(
        &self,
        transaction_id: &str,
    ) -> Result<UnsplitAmount>;

    /// 完结分账
    ///
    /// `POST /v3/ecommerce/profitsharing/finish-order`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/ecommerce/profitsharing/chapter3_5.shtml>
    #[wechatpay_api(POST "/v3/ecommerce/profitsharing/finish-order")]
    async fn finish_ecommerce_profit_sharing_order(
        &self,
        body: &FinishEcommerceProfitSharingOrderRequest,
    ) -> Result<FinishEcommerceProfitSharingOrderResponse>;
}

/// The request of [`ProfitSharingOrders::create_ecommerce_profit_sharing_order`].
///
/// `CreateEcommerceProfitSharingOrderRequest::builder().appid(…).sub_mchid(…).transaction_id(…).out_order_no(…).receivers(…).finish(…).build()`.
/// For an `Option`, use setters such as `maybe_notify_url`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateEcommerceProfitSharingOrderRequest {
    /// 公众账号ID: such as `wx8888888888888888`
    pub appid: String,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 商户分账单号: at most 64 characters, matches `[0-9A-Za-z_|*@-]+`, such as `P20150806125346`
    pub out_order_no: String,
    /// 分账接收方列表
    pub receivers: Vec<OrderReceiver>,
    /// 是否分账完成
    pub finish: bool,
    /// `notify_url`
    pub notify_url: Option<String>,
}

rules! {
    CreateEcommerceProfitSharingOrderRequest {
        member("out_order_no", &[MaxLength(64), Pattern("[0-9A-Za-z_|*@-]+")]),
        within("receivers", OrderReceiver::RULES),
        member("notify_url", &[NotifyUrl]),
    }
}

/// 分账接收方列表
///
/// `OrderReceiver::builder().receiver_account(…).amount(…).description(…).build()`. For an
/// `Option`, use setters such as `maybe_type`.
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
    pub r#type: Option<ProfitSharingReceiverType>,
    /// 分账接收方账号: such as `1900000109`
    pub receiver_account: String,
    /// 分账金额: such as `190`
    pub amount: Fen,
    /// 分账描述: such as `分给商户1900000109`
    pub description: String,
    /// 分账个人接收方姓名: encrypted
    pub receiver_name: Option<Sensitive>,
    /// 分账接收商户号
    pub receiver_mchid: Option<String>,
}

rules! {
    OrderReceiver {
        member("type", &[Listed(ProfitSharingReceiverType::TEXTS)]),
    }
}

/// The response of [`ProfitSharingOrders::create_ecommerce_profit_sharing_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateEcommerceProfitSharingOrderResponse {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 商户分账单号: such as `P20150806125346`
    pub out_order_no: String,
    /// 微信分账单号: such as `6754760740201411110007865434`
    pub order_id: String,
    /// 分账单状态
    pub status: Option<ProfitSharingOrderState>,
    /// 分账接收方列表
    pub receivers: Option<Vec<CreateOrderReceiverDetail>>,
}

/// 分账接收方列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateOrderReceiverDetail {
    /// 分账金额: such as `190`
    pub amount: Option<Fen>,
    /// 分账描述: such as `分给商户1900000109`
    pub description: String,
    /// 分账结果
    pub result: Option<ProfitSharingResult>,
    /// 完成时间: such as `2015-05-20T13:29:35.120+08:00`
    pub finish_time: Option<DateTime>,
    /// 分账失败原因
    pub fail_reason: Option<ProfitSharingFailReason>,
    /// 分账接收方类型: such as `MERCHANT_ID`
    pub r#type: ProfitSharingReceiverType,
    /// 分账接收方账号: such as `1900000109`
    pub receiver_account: String,
    /// 分账明细单号: such as `36011111111111111111111`
    pub detail_id: String,
    /// 异常处理状态
    pub abnormal_status: Option<AbnormalStatus>,
    /// 异常处理关单原因
    pub funds_abnormal_closed_reason: Option<FundsAbnormalClosedReason>,
    /// 微信支付在途异常资金付款单号: such as `0100011742874700562078230000`
    pub funds_abnormal_redirect_id: Option<String>,
    /// `funds_abnormal_receivers`
    pub funds_abnormal_receivers: Option<Vec<FundsAbnormalReceiver>>,
    /// 分账接收商户号
    pub receiver_mchid: Option<String>,
}

/// The `funds_abnormal_receivers` of
/// [`ProfitSharingOrders::create_ecommerce_profit_sharing_order`],
/// [`ProfitSharingOrders::query_ecommerce_profit_sharing_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct FundsAbnormalReceiver {
    /// 平台接收异常资金商户号: such as `1900000001`
    pub mchid: Option<String>,
}

/// The response of [`ProfitSharingOrders::query_ecommerce_profit_sharing_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ProfitSharingOrder {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 商户分账单号: such as `P20150806125346`
    pub out_order_no: String,
    /// 微信分账单号: such as `6754760740201411110007865434`
    pub order_id: String,
    /// 分账单状态
    pub status: Option<QueryProfitSharingOrderState>,
    /// 分账接收方列表
    pub receivers: Option<Vec<OrderReceiverDetail>>,
    /// 关单原因描述: such as `NO_AUTH`
    pub close_reason: Option<String>,
    /// 异常处理状态
    pub abnormal_status: Option<AbnormalStatus>,
    /// 异常处理关单原因
    pub funds_abnormal_closed_reason: Option<FundsAbnormalClosedReason>,
    /// 微信支付在途异常资金付款单号: such as `0100011742874700562078230000`
    pub funds_abnormal_redirect_id: Option<String>,
    /// `funds_abnormal_receivers`
    pub funds_abnormal_receivers: Option<Vec<FundsAbnormalReceiver>>,
    /// 分账完结的分账金额: such as `100`
    pub finish_amount: Option<Fen>,
    /// 分账完结的原因描述: such as `分账完结`
    pub finish_description: Option<String>,
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
    /// 分账接收商户号: such as `1900000109`
    pub receiver_mchid: Option<String>,
    /// 分账金额: such as `190`
    pub amount: Option<Fen>,
    /// 分账描述: such as `分给商户1900000109`
    pub description: String,
    /// 分账结果
    pub result: Option<ProfitSharingResult>,
    /// 完成时间: such as `2015-05-20T13:29:35.120+08:00`
    pub finish_time: Option<DateTime>,
    /// 分账失败原因
    pub fail_reason: Option<ProfitSharingFailReason>,
    /// 分账接收方类型: such as `MERCHANT_ID`
    pub r#type: ProfitSharingReceiverType,
    /// 分账接收方账号: such as `1900000109`
    pub receiver_account: String,
    /// 分账明细单号: such as `36011111111111111111111`
    pub detail_id: String,
}

/// The response of [`ProfitSharingOrders::query_ecommerce_profit_sharing_order_amount`].
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

/// The request of [`ProfitSharingOrders::finish_ecommerce_profit_sharing_order`].
///
/// `FinishEcommerceProfitSharingOrderRequest::builder().sub_mchid(…).transaction_id(…).out_order_no(…).description(…).build()`.
/// For an `Option`, use setters such as `maybe_notify_url`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FinishEcommerceProfitSharingOrderRequest {
    /// 二级商户号: such as `1900000109`
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
    FinishEcommerceProfitSharingOrderRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`ProfitSharingOrders::finish_ecommerce_profit_sharing_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct FinishEcommerceProfitSharingOrderResponse {
    /// 二级商户号: such as `1900000109`
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
    pub enum ProfitSharingReceiverType {
        MerchantId = "MERCHANT_ID",
        PersonalOpenid = "PERSONAL_OPENID",
    }
}

open_enum! {
    /// 分账单状态
    pub enum ProfitSharingOrderState {
        Processing = "PROCESSING",
        Finished = "FINISHED",
        Pending = "PENDING",
        Success = "SUCCESS",
        Adjust = "ADJUST",
        Returned = "RETURNED",
        Closed = "CLOSED",
    }
}

open_enum! {
    /// 分账结果
    pub enum ProfitSharingResult {
        Pending = "PENDING",
        Success = "SUCCESS",
        Closed = "CLOSED",
    }
}

open_enum! {
    /// 分账失败原因
    pub enum ProfitSharingFailReason {
        AccountAbnormal = "ACCOUNT_ABNORMAL",
        NoRelation = "NO_RELATION",
        ReceiverHighRisk = "RECEIVER_HIGH_RISK",
    }
}

open_enum! {
    /// 异常处理状态
    pub enum AbnormalStatus {
        Pending = "ABNORMAL_PENDING",
        Finished = "ABNORMAL_FINISHED",
        Closed = "ABNORMAL_CLOSED",
    }
}

open_enum! {
    /// 异常处理关单原因
    pub enum FundsAbnormalClosedReason {
        Timeout = "CLOSED_REASON_TIMEOUT",
        RestrictTransfer = "CLOSED_REASON_RESTRICT_TRANSFER",
    }
}

open_enum! {
    /// 分账单状态
    pub enum QueryProfitSharingOrderState {
        Processing = "PROCESSING",
        Finished = "FINISHED",
    }
}
