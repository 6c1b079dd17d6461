//! 分账单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 分账单
#[wechatpay_api(defaults)]
pub trait Orders {
    /// 请求分账
    ///
    /// `POST /v3/profitsharing/orders`
    #[wechatpay_api(POST "/v3/profitsharing/orders")]
    async fn create_profit_sharing_order(
        &self,
        body: &CreateProfitSharingOrderRequest,
    ) -> Result<Order>;

    /// 查询分账结果
    ///
    /// `GET /v3/profitsharing/orders/{out_order_no}`
    ///
    /// - `out_order_no` 商户分账单号: such as `P20150806125346`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `transaction_id` 微信订单号: such as `4208450740201411110007820472`
    #[wechatpay_api(GET "/v3/profitsharing/orders/{out_order_no}")]
    async fn query_profit_sharing_order(
        &self,
        out_order_no: &str,
        #[query] sub_mchid: Option<&str>,
        #[query] transaction_id: &str,
    ) -> Result<Order>;

    /// 查询剩余待分金额
    ///
    /// `GET /v3/profitsharing/transactions/{transaction_id}/amounts`
    ///
    /// - `transaction_id` 微信订单号: such as `4208450740201411110007820472`
    #[wechatpay_api(GET "/v3/profitsharing/transactions/{transaction_id}/amounts")]
    async fn query_profit_sharing_order_amount(
        &self,
        transaction_id: &str,
    ) -> Result<UnsplitAmount>;

    /// 解冻剩余资金
    ///
    /// `POST /v3/profitsharing/orders/unfreeze`
    #[wechatpay_api(POST "/v3/profitsharing/orders/unfreeze")]
    async fn unfreeze_profit_sharing_order(
        &self,
        body: &UnfreezeProfitSharingOrderRequest,
    ) -> Result<Order>;
}

/// The request of [`Orders::create_profit_sharing_order`].
///
/// `CreateProfitSharingOrderRequest::builder().appid(…).transaction_id(…).out_order_no(…).unfreeze_unsplit(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateProfitSharingOrderRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 应用ID: such as `wx8888888888888888`
    pub appid: String,
    /// 子商户应用ID: such as `wx8888888888888889`
    pub sub_appid: Option<String>,
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 商户分账单号: at most 64 characters, matches `[0-9A-Za-z_|*@-]+`, such as `P20150806125346`
    pub out_order_no: String,
    /// 分账接收方列表
    pub receivers: Option<Vec<OrderReceiver>>,
    /// 是否解冻剩余未分资金
    pub unfreeze_unsplit: bool,
    /// `notify_url`
    pub notify_url: Option<String>,
}

rules! {
    CreateProfitSharingOrderRequest {
        member("out_order_no", &[MaxLength(64), Pattern("[0-9A-Za-z_|*@-]+")]),
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
    /// 分账接收方帐号: such as `86693852`
    pub account: String,
    /// 分账个人接收方姓名: encrypted
    pub name: Option<Sensitive>,
    /// 分账金额: such as `888`
    pub amount: Fen,
    /// 分账描述: such as `分给商户A`
    pub description: String,
}

rules! {
    OrderReceiver {
        member("type", &[Listed(ReceiverType::TEXTS)]),
    }
}

/// The response of [`Orders::create_profit_sharing_order`], [`Orders::query_profit_sharing_order`],
/// [`Orders::unfreeze_profit_sharing_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Order {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 商户分账单号: such as `P20150806125346`
    pub out_order_no: String,
    /// 微信分账单号: such as `3008450740201411110007820472`
    pub order_id: String,
    /// 分账单状态: such as `FINISHED`
    pub state: OrderState,
    /// 分账接收方列表
    pub receivers: Option<Vec<OrderReceiverDetail>>,
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
    /// 分账金额: such as `100`
    pub amount: Fen,
    /// 分账描述: such as `分给商户1900000110`
    pub description: String,
    /// 分账接收方类型: such as `MERCHANT_ID`
    pub r#type: ReceiverType,
    /// 分账接收方帐号: such as `1900000109`
    pub account: String,
    /// 分账结果: such as `SUCCESS`
    pub result: ReceiverResult,
    /// 分账失败原因: such as `ACCOUNT_ABNORMAL`
    pub fail_reason: Option<ReceiverFailReason>,
    /// 分账明细单号: such as `36011111111111111111111`
    pub detail_id: Option<String>,
    /// 分账创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 分账完成时间: such as `2015-05-20T13:29:35.120+08:00`
    pub finish_time: Option<DateTime>,
}

/// The response of [`Orders::query_profit_sharing_order_amount`].
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

/// The request of [`Orders::unfreeze_profit_sharing_order`].
///
/// `UnfreezeProfitSharingOrderRequest::builder().transaction_id(…).out_order_no(…).description(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UnfreezeProfitSharingOrderRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 商户分账单号: such as `P20150806125346`
    pub out_order_no: String,
    /// 分账描述: such as `解冻全部剩余资金`
    pub description: String,
    /// `notify_url`
    pub notify_url: Option<String>,
}

rules! {
    UnfreezeProfitSharingOrderRequest {
        member("notify_url", &[NotifyUrl]),
    }
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
    /// 分账单状态
    pub enum OrderState {
        Processing = "PROCESSING",
        Finished = "FINISHED",
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
