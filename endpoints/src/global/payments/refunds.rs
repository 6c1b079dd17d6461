//! 退款.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use super::{PromotionScope, PromotionType};
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 退款
#[wechatpay_api(defaults)]
pub trait Refunds {
    /// 申请退款
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/refunds`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    #[wechatpay_api(POST "/v3/global/refunds", global)]
    async fn create_global_refund(
        &self,
        body: &CreateGlobalRefundRequest,
    ) -> Result<CreateGlobalRefundResponse>;

    /// 微信支付退款单号查询单笔退款
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/refunds/id/{refund_id}`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// - `refund_id` 微信支付退款订单号
    /// - `mchid` 商户号: such as `1900000109`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `sp_mchid` 机构商户号: such as `1900000100`
    #[wechatpay_api(GET "/v3/global/refunds/id/{refund_id}", global)]
    async fn query_global_refund_by_refund_id(
        &self,
        refund_id: &str,
        #[query] mchid: Option<&str>,
        #[query] sub_mchid: Option<&str>,
        #[query] sp_mchid: Option<&str>,
    ) -> Result<Refund>;

    /// 商户退款单号查询单笔退款
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/refunds/out-refund-no/{out_refund_no}`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// - `out_refund_no` 商户退款订单号: such as `1217752501201407033233368018`
    /// - `mchid` 商户号: such as `1900000109`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `sp_mchid` 机构商户号: such as `1900000100`
    #[wechatpay_api(GET "/v3/global/refunds/out-refund-no/{out_refund_no}", global)]
    async fn query_global_refund_by_out_refund_no(
        &self,
        out_refund_no: &str,
        #[query] mchid: Option<&str>,
        #[query] sub_mchid: Option<&str>,
        #[query] sp_mchid: Option<&str>,
    ) -> Result<Refund>;

    /// 查询所有退款
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/refunds`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// - `offset` 记录起始位置: such as `0`
    /// - `count` 每页笔数: such as `10`
    #[wechatpay_api(GET "/v3/global/refunds", global)]
    async fn list_global_refunds(
        &self,
        #[query] offset: i64,
        #[query] count: i64,
        query: &ListGlobalRefundsQuery,
    ) -> Result<ListGlobalRefundsResponse>;
}

/// The request of [`Refunds::create_global_refund`].
///
/// `CreateGlobalRefundRequest::builder().out_refund_no(…).build()`. For an `Option`, use setters
/// such as `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateGlobalRefundRequest {
    /// 商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// APPID: such as `wx8888888888888888`
    pub appid: Option<String>,
    /// 机构商户号: such as `1900000100`
    pub sp_mchid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 机构APPID: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 子商户APPID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 微信订单号: such as `1217752501201407033233368018`
    pub transaction_id: Option<String>,
    /// 商户订单号
    pub out_trade_no: Option<String>,
    /// 商户退款单号: at most 64 characters, matches `[0-9A-Za-z_|*@-]+`, such as
    /// `1217752501201407033233368018` (unconfirmed)
    pub out_refund_no: String,
    /// 退款原因: such as `商品已售完`
    pub reason: Option<String>,
    /// 订单金额
    pub amount: Option<CreateRefundAmount>,
    /// 退款通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
}

rules! {
    CreateGlobalRefundRequest {
        member("out_refund_no", &[MaxLength(64), Pattern("[0-9A-Za-z_|*@-]+")]),
        within("amount", CreateRefundAmount::RULES),
        at_most("/amount/refund", "/amount/total"),
        member("notify_url", &[NotifyUrl]),
    }
}

/// 订单金额
///
/// `CreateRefundAmount::builder().refund(…).total(…).currency(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateRefundAmount {
    /// 退款金额: in the smallest unit of the currency, at least 1, such as `888` (unconfirmed)
    pub refund: i64,
    /// 原订单金额: in the smallest unit of the currency, such as `888` (unconfirmed)
    pub total: i64,
    /// 退款币种: such as `CNY` (unconfirmed)
    pub currency: String,
}

rules! {
    CreateRefundAmount {
        member("refund", &[Minimum(1)]),
    }
}

/// The response of [`Refunds::create_global_refund`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateGlobalRefundResponse {
    /// 微信支付退款订单号: such as `1217752501201407033233368018`
    pub id: Option<String>,
    /// 商户退款单号: such as `1217752501201407033233368018`
    pub out_refund_no: Option<String>,
    /// 退款创建时间: such as `2018-06-08T10:34:56+08:00`
    pub create_time: Option<DateTime>,
    /// 退款金额
    pub amount: Option<RefundAmount>,
    /// 优惠退款详情
    pub detail: Option<RefundPromotionDetail>,
}

/// 退款金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RefundAmount {
    /// 退款金额: in the smallest unit of the currency, such as `888`
    pub refund: Option<i64>,
    /// 退款币种: such as `CNY`
    pub currency: Option<String>,
    /// 用户退款金额: in the smallest unit of the currency, such as `888`
    pub payer_refund: Option<i64>,
    /// 支付币种: such as `CNY`
    pub payer_currency: Option<String>,
    /// 汇率
    pub exchange_rate: Option<RefundExchangeRate>,
}

/// 汇率
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct RefundExchangeRate {
    /// 汇率类型: such as `SETTLEMENT_RATE`
    pub r#type: Option<RefundExchangeRateType>,
    /// 汇率值: in hundred-millionths, such as `8000000`
    pub rate: Option<i64>,
}

/// 优惠退款详情
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RefundPromotionDetail {
    /// 券ID: such as `109519`
    pub promotion_id: Option<String>,
    /// 优惠范围: such as `SINGLE`
    pub scope: Option<PromotionScope>,
    /// 优惠类型: such as `DISCOUNT`
    pub r#type: Option<PromotionType>,
    /// 优惠券面额: in the smallest unit of the currency, such as `5`
    pub amount: Option<i64>,
    /// 优惠券退款额: in the smallest unit of the currency, such as `5`
    pub refund_amount: Option<i64>,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
}

/// The response of [`Refunds::query_global_refund_by_refund_id`],
/// [`Refunds::query_global_refund_by_out_refund_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Refund {
    /// 微信支付退款订单号: such as `1217752501201407033233368018`
    pub id: Option<String>,
    /// 商户退款单号: such as `1217752501201407033233368018`
    pub out_refund_no: Option<String>,
    /// 微信支付交易订单号: such as `1217752501201407033233368018`
    pub transaction_id: Option<String>,
    /// 商户原交易订单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
    /// 退款渠道: such as `ORIGINAL`
    pub channel: Option<RefundChannel>,
    /// 退款入账账户: such as `招商银行信用卡`
    pub recv_account: Option<String>,
    /// 退款资金来源: such as `REFUND_SOURCE_UNSETTLED_FUNDS`
    pub fund_source: Option<FundSource>,
    /// 退款成功时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: Option<DateTime>,
    /// 退款创建时间: such as `2018-06-08T10:34:56+08:00`
    pub create_time: Option<DateTime>,
    /// 退款状态: such as `SUCCESS`
    pub status: Option<RefundStatus>,
    /// 退款金额
    pub amount: Option<RefundAmount>,
    /// 优惠退款详情
    pub detail: Option<RefundPromotionDetail>,
}

/// The query of [`Refunds::list_global_refunds`].
///
/// `ListGlobalRefundsQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_transaction_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListGlobalRefundsQuery {
    /// 微信支付订单号: such as `1217752501201407033233368018`
    pub transaction_id: Option<String>,
    /// 商户订单号
    pub out_trade_no: Option<String>,
    /// 商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 机构商户号: such as `1900000100`
    pub sp_mchid: Option<String>,
}

/// The response of [`Refunds::list_global_refunds`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListGlobalRefundsResponse {
    /// 微信支付交易订单号: such as `1217752501201407033233368018`
    pub id: Option<String>,
    /// 商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 机构商户号: such as `1900000100`
    pub sp_mchid: Option<String>,
    /// 商户原交易订单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
    /// 订单金额
    pub amount: Option<RefundedTransactionAmount>,
    /// 退款单列表
    pub data: Option<Vec<ListedRefund>>,
    /// 订单总退款次数: such as `0`
    pub total_num: Option<i64>,
    /// 本次返回退款单数: such as `10`
    pub current_total_num: Option<i64>,
}

/// 订单金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RefundedTransactionAmount {
    /// 订单金额: in the smallest unit of the currency, such as `888`
    pub total: Option<i64>,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
    /// 用户支付金额: in the smallest unit of the currency, such as `888`
    pub payer_total: Option<i64>,
    /// 支付币种: such as `CNY`
    pub payer_currency: Option<String>,
}

/// 退款单列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ListedRefund {
    /// 微信退款单号: such as `1217752501201407033233368018`
    pub id: Option<String>,
    /// 商户退款单号: such as `1217752501201407033233368018`
    pub out_refund_no: Option<String>,
    /// 退款渠道: such as `ORIGINAL`
    pub channel: Option<RefundChannel>,
    /// 退款入账账户: such as `招商银行信用卡`
    pub recv_account: Option<String>,
    /// 退款资金来源: such as `REFUND_SOURCE_UNSETTLED_FUNDS`
    pub fund_source: Option<FundSource>,
    /// 退款成功时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: Option<DateTime>,
    /// 退款创建时间: such as `2018-06-08T10:34:56+08:00`
    pub create_time: Option<DateTime>,
    /// 退款状态: such as `SUCCESS`
    pub status: Option<RefundStatus>,
    /// 退款金额
    pub amount: Option<RefundAmount>,
    /// 优惠退款详情
    pub refund_detail: Option<RefundPromotionDetail>,
}

open_enum! {
    /// 汇率类型
    pub enum RefundExchangeRateType {
        UserpaymentRate = "USERPAYMENT_RATE",
        SettlementRate = "SETTLEMENT_RATE",
    }
}

open_enum! {
    /// 退款渠道
    pub enum RefundChannel {
        Original = "ORIGINAL",
        Balance = "BALANCE",
        OtherBalance = "OTHER_BALANCE",
        OtherBankcard = "OTHER_BANKCARD",
    }
}

open_enum! {
    /// 退款资金来源
    pub enum FundSource {
        UnsettledFunds = "REFUND_SOURCE_UNSETTLED_FUNDS",
        RechArgeFunds = "REFUND_SOURCE_REchARGE_FUNDS",
    }
}

open_enum! {
    /// 退款状态
    pub enum RefundStatus {
        Success = "SUCCESS",
        Refundclose = "REFUNDCLOSE",
        Processing = "PROCESSING",
        Abnormal = "ABNORMAL",
    }
}
