//! 分账单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 分账单
#[wechatpay_api(defaults)]
pub trait ProfitSharingOrders {
    /// 分账标记
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/profit-sharing/transactions/mark`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_1_1.shtml>
    #[wechatpay_api(POST "/v3/global/profit-sharing/transactions/mark", global)]
    async fn mark_global_profit_sharing_transaction(
        &self,
        body: &MarkGlobalProfitSharingTransactionRequest,
    ) -> Result<()>;

    /// 请求分账
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/profit-sharing/orders`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_1_2.shtml>
    #[wechatpay_api(POST "/v3/global/profit-sharing/orders", global)]
    async fn create_global_profit_sharing_order(
        &self,
        body: &CreateGlobalProfitSharingOrderRequest,
    ) -> Result<Order>;

    /// 查询分账结果
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/profit-sharing/orders/{out_order_no}`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_1_4.shtml>
    ///
    /// - `out_order_no` 商户分账单号: such as `P20150806125346`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `transaction_id` 微信订单号: such as `4208450740201411110007820472`
    #[wechatpay_api(GET "/v3/global/profit-sharing/orders/{out_order_no}", global)]
    async fn query_global_profit_sharing_order(
        &self,
        out_order_no: &str,
        #[query] sub_mchid: Option<&str>,
        #[query] transaction_id: Option<&str>,
    ) -> Result<Order>;

    /// 查询剩余待分金额
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/profit-sharing/transactions/{transaction_id}/amounts`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_1_5.shtml>
    ///
    /// - `transaction_id` 微信订单号: such as `4208450740201411110007820472`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/global/profit-sharing/transactions/{transaction_id}/amounts", global)]
    async fn query_global_profit_sharing_order_amount(
        &self,
        transaction_id: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<UnsplitAmount>;

    /// 解冻剩余资金
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/profit-sharing/orders/unfreeze`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_1_3.shtml>
    #[wechatpay_api(POST "/v3/global/profit-sharing/orders/unfreeze", global)]
    async fn unfreeze_global_profit_sharing_order(
        &self,
        body: &UnfreezeGlobalProfitSharingOrderRequest,
    ) -> Result<Order>;
}

/// The request of [`ProfitSharingOrders::mark_global_profit_sharing_transaction`].
///
/// `MarkGlobalProfitSharingTransactionRequest::builder().build()`. For an `Option`, use setters
/// such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct MarkGlobalProfitSharingTransactionRequest {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 商户订单号: such as `P20150806125346`
    pub out_trade_no: Option<String>,
    /// 订单标价币种: such as `CNY`
    pub currency: Option<String>,
}

rules! { MarkGlobalProfitSharingTransactionRequest {} }

/// The request of [`ProfitSharingOrders::create_global_profit_sharing_order`].
///
/// `CreateGlobalProfitSharingOrderRequest::builder().appid(…).transaction_id(…).out_order_no(…).unfreeze_unsplit(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateGlobalProfitSharingOrderRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 应用ID: such as `wx8888888888888888` (unconfirmed)
    pub appid: String,
    /// 子商户应用ID: such as `wx8888888888888889`
    pub sub_appid: Option<String>,
    /// 微信订单号: such as `4208450740201411110007820472` (unconfirmed)
    pub transaction_id: String,
    /// 商户分账单号: such as `P20150806125346` (unconfirmed)
    pub out_order_no: String,
    /// 分账接收方列表
    pub receivers: Option<Vec<OrderReceiver>>,
    /// 是否解冻剩余未分资金 (unconfirmed)
    pub unfreeze_unsplit: bool,
}

rules! {
    CreateGlobalProfitSharingOrderRequest {
        within("receivers", OrderReceiver::RULES),
    }
}

/// 分账接收方列表
///
/// `OrderReceiver::builder().currency(…).r#type(…).account(…).amount(…).description(…).build()`.
/// For an `Option`, use setters such as `maybe_name`.
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
    /// 分账币种: such as `CNY` (unconfirmed)
    pub currency: OrderReceiverCurrency,
    /// 分账接收方类型: such as `MERCHANT_ID` (unconfirmed)
    pub r#type: ReceiverType,
    /// 分账接收方帐号: such as `86693852` (unconfirmed)
    pub account: String,
    /// 分账个人接收方姓名: encrypted
    pub name: Option<Sensitive>,
    /// 是否已经获取用户实名信息授权: such as `true`
    pub authorized: Option<bool>,
    /// 分账金额: in the smallest unit of the currency, such as `888` (unconfirmed)
    pub amount: i64,
    /// 分账描述: such as `分给商户A` (unconfirmed)
    pub description: String,
}

rules! {
    OrderReceiver {
        member("currency", &[Listed(OrderReceiverCurrency::TEXTS)]),
        member("type", &[Listed(ReceiverType::TEXTS)]),
    }
}

/// The response of [`ProfitSharingOrders::create_global_profit_sharing_order`],
/// [`ProfitSharingOrders::query_global_profit_sharing_order`],
/// [`ProfitSharingOrders::unfreeze_global_profit_sharing_order`].
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
    pub transaction_id: Option<String>,
    /// 商户分账单号: such as `P20150806125346`
    pub out_order_no: Option<String>,
    /// 微信分账单号: such as `3008450740201411110007820472`
    pub order_id: Option<String>,
    /// 分账单状态: such as `FINISHED`
    pub state: Option<String>,
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
    /// 分账币种: such as `CNY`
    pub currency: Option<String>,
    /// 分账金额: in the smallest unit of the currency, such as `100`
    pub amount: Option<i64>,
    /// 分账描述: such as `分给商户1900000110`
    pub description: Option<String>,
    /// 分账接收方类型: such as `MERCHANT_ID`
    pub r#type: Option<ReceiverType>,
    /// 分账接收方帐号: such as `1900000109`
    pub account: Option<String>,
    /// 分账结果: such as `SUCCESS`
    pub result: Option<String>,
    /// 分账失败原因: such as `ACCOUNT_ABNORMAL`
    pub fail_reason: Option<String>,
    /// 分账创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 分账完成时间: such as `2015-05-20T13:29:35.120+08:00`
    pub finish_time: Option<DateTime>,
    /// 分账明细单号: such as `36011111111111111111111`
    pub detail_id: Option<String>,
    /// 分账明细类型
    pub detail_type: Option<String>,
    /// 出资方结算币种
    pub settlement_currency: Option<String>,
    /// 出资方结算金额: in the smallest unit of the currency
    pub settlement_amount: Option<i64>,
    /// 汇率值: in hundred-millionths
    pub rate: Option<i64>,
}

/// The response of [`ProfitSharingOrders::query_global_profit_sharing_order_amount`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UnsplitAmount {
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: Option<String>,
    /// 订单剩余待分金额: in the smallest unit of the currency, such as `1000`
    pub unsplit_amount: Option<i64>,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
}

/// The request of [`ProfitSharingOrders::unfreeze_global_profit_sharing_order`].
///
/// `UnfreezeGlobalProfitSharingOrderRequest::builder().transaction_id(…).out_order_no(…).description(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UnfreezeGlobalProfitSharingOrderRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 微信订单号: such as `4208450740201411110007820472` (unconfirmed)
    pub transaction_id: String,
    /// 商户分账单号: such as `P20150806125346` (unconfirmed)
    pub out_order_no: String,
    /// 分账描述: such as `解冻全部剩余资金` (unconfirmed)
    pub description: String,
}

rules! { UnfreezeGlobalProfitSharingOrderRequest {} }

open_enum! {
    /// 分账币种
    pub enum OrderReceiverCurrency {
        Cny = "CNY",
    }
}

parameter_enum! {
    /// 分账接收方类型
    pub enum ReceiverType {
        MerchantId = "MERCHANT_ID",
        PersonalOpenid = "PERSONAL_OPENID",
        PersonalSubOpenid = "PERSONAL_SUB_OPENID",
    }
}
