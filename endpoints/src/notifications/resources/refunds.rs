//! 退款.

use wechatpay_client::{DateTime, Deserialize, Fen};

use crate::notifications::decode::one_of;
use crate::open_enum::open_enum;

one_of! {
    /// 退款成功通知
    ///
    /// The resources of `REFUND.SUCCESS`.
    pub enum RefundSuccess {
        /// 直连商户
        Merchant(MerchantRefund) if has ["mchid", "user_received_account"],
        /// 跨境直连商户
        GlobalMerchant(GlobalMerchantRefund) if has ["mchid", "recv_account"],
        /// 服务商
        Partner(PartnerRefund) if has ["sp_mchid", "sub_mchid", "user_received_account"],
        /// 跨境服务商
        GlobalPartner(GlobalPartnerRefund) if has ["sp_mchid", "sub_mchid", "recv_account"],
    }
}

one_of! {
    /// 退款异常通知
    ///
    /// The resources of `REFUND.ABNORMAL`.
    pub enum RefundAbnormal {
        /// 直连商户
        Merchant(MerchantAbnormalRefund) if has ["mchid"],
        /// 服务商
        Partner(PartnerAbnormalRefund) if has ["sp_mchid", "sub_mchid"],
    }
}

one_of! {
    /// 退款关闭通知
    ///
    /// The resources of `REFUND.CLOSED`.
    pub enum RefundClosed {
        /// 直连商户
        Merchant(MerchantClosedRefund) if has ["mchid"],
        /// 服务商
        Partner(PartnerClosedRefund) if has ["sp_mchid", "sub_mchid"],
    }
}

/// The resource of `REFUND.SUCCESS`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MerchantRefund {
    /// 普通商户的商户号
    pub mchid: Option<String>,
    /// 返回的商户订单号
    pub out_trade_no: Option<String>,
    /// 微信支付订单号
    pub transaction_id: Option<String>,
    /// 商户退款单号
    pub out_refund_no: Option<String>,
    /// 微信退款单号
    pub refund_id: Option<String>,
    /// 退款状态
    pub refund_status: Option<RefundStatus>,
    /// 1、退款成功时间
    pub success_time: Option<DateTime>,
    /// 取当前退款单的退款入账方
    pub user_received_account: String,
    /// 金额信息
    pub amount: Option<RefundAmount>,
}

/// 金额信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct RefundAmount {
    /// 订单总金额
    pub total: Option<Fen>,
    /// 退款金额
    pub refund: Option<Fen>,
    /// 用户实际支付金额
    pub payer_total: Option<Fen>,
    /// 退款给用户的金额
    pub payer_refund: Option<Fen>,
}

/// The resource of `REFUND.SUCCESS`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct GlobalMerchantRefund {
    /// 普通商户的商户号
    pub mchid: Option<String>,
    /// 返回的商户订单号
    pub out_trade_no: Option<String>,
    /// 微信支付订单号
    pub transaction_id: Option<String>,
    /// 商户退款单号
    pub out_refund_no: Option<String>,
    /// 微信退款单号
    pub refund_id: Option<String>,
    /// 退款状态
    pub refund_status: Option<RefundStatus>,
    /// 1、退款成功时间
    pub success_time: Option<DateTime>,
    /// 退款入账账户
    pub recv_account: String,
    /// 退款资金来源
    pub fund_source: Option<FundSource>,
    /// 金额信息
    pub amount: Option<GlobalRefundAmount>,
}

/// 金额信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct GlobalRefundAmount {
    /// 结算币种退款金额: in the smallest unit of the currency
    pub settlement_refund: Option<i64>,
    /// 结算币种
    pub settlement_currency: Option<String>,
    /// 订单总金额: in the smallest unit of the currency
    pub total: Option<i64>,
    /// 货币类型
    pub currency: Option<String>,
    /// 退款金额: in the smallest unit of the currency
    pub refund: Option<i64>,
    /// 用户实际支付金额: in the smallest unit of the currency
    pub payer_total: Option<i64>,
    /// 用户支付币种
    pub payer_currency: Option<String>,
    /// 退款给用户的金额: in the smallest unit of the currency
    pub payer_refund: Option<i64>,
    /// 汇率信息
    pub exchange_rate: Option<RefundExchangeRate>,
}

/// 汇率信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct RefundExchangeRate {
    /// 汇率类型
    pub r#type: Option<RefundExchangeRateType>,
    /// 汇率值
    pub rate: Option<i64>,
}

/// The resource of `REFUND.SUCCESS`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PartnerRefund {
    /// 返回的商户订单号
    pub out_trade_no: Option<String>,
    /// 微信支付订单号
    pub transaction_id: Option<String>,
    /// 商户退款单号
    pub out_refund_no: Option<String>,
    /// 微信退款单号
    pub refund_id: Option<String>,
    /// 退款状态
    pub refund_status: Option<RefundStatus>,
    /// 1、退款成功时间
    pub success_time: Option<DateTime>,
    /// 取当前退款单的退款入账方
    pub user_received_account: String,
    /// 金额信息
    pub amount: Option<RefundAmount>,
    /// 服务商户号
    pub sp_mchid: String,
    /// 子商户的商户号
    pub sub_mchid: String,
    /// 电商平台垫资退款专用参数
    pub refund_account: Option<RefundAccount>,
    /// 个人收款的微信支付账户
    pub individual_auth_id: Option<String>,
}

/// The resource of `REFUND.SUCCESS`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct GlobalPartnerRefund {
    /// 返回的商户订单号
    pub out_trade_no: Option<String>,
    /// 微信支付订单号
    pub transaction_id: Option<String>,
    /// 商户退款单号
    pub out_refund_no: Option<String>,
    /// 微信退款单号
    pub refund_id: Option<String>,
    /// 退款状态
    pub refund_status: Option<RefundStatus>,
    /// 1、退款成功时间
    pub success_time: Option<DateTime>,
    /// 退款入账账户
    pub recv_account: String,
    /// 退款资金来源
    pub fund_source: Option<FundSource>,
    /// 金额信息
    pub amount: Option<GlobalRefundAmount>,
    /// 服务商户号
    pub sp_mchid: String,
    /// 子商户的商户号
    pub sub_mchid: String,
}

/// The resource of `REFUND.ABNORMAL`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MerchantAbnormalRefund {
    /// 返回的商户订单号
    pub out_trade_no: Option<String>,
    /// 微信支付订单号
    pub transaction_id: Option<String>,
    /// 商户退款单号
    pub out_refund_no: Option<String>,
    /// 微信退款单号
    pub refund_id: Option<String>,
    /// 退款状态
    pub refund_status: Option<RefundStatus>,
    /// 1、退款成功时间
    pub success_time: Option<DateTime>,
    /// 取当前退款单的退款入账方
    pub user_received_account: Option<String>,
    /// 金额信息
    pub amount: Option<RefundAmount>,
    /// 普通商户的商户号
    pub mchid: Option<String>,
}

/// The resource of `REFUND.ABNORMAL`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PartnerAbnormalRefund {
    /// 服务商户号
    pub sp_mchid: Option<String>,
    /// 子商户的商户号
    pub sub_mchid: Option<String>,
    /// 返回的商户订单号
    pub out_trade_no: Option<String>,
    /// 微信支付订单号
    pub transaction_id: Option<String>,
    /// 商户退款单号
    pub out_refund_no: Option<String>,
    /// 微信退款单号
    pub refund_id: Option<String>,
    /// 退款状态
    pub refund_status: Option<RefundStatus>,
    /// 1、退款成功时间
    pub success_time: Option<DateTime>,
    /// 取当前退款单的退款入账方
    pub user_received_account: Option<String>,
    /// 金额信息
    pub amount: Option<RefundAmount>,
    /// 电商平台垫资退款专用参数
    pub refund_account: Option<RefundAccount>,
    /// 个人收款的微信支付账户
    pub individual_auth_id: Option<String>,
}

/// The resource of `REFUND.CLOSED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MerchantClosedRefund {
    /// 普通商户的商户号
    pub mchid: Option<String>,
    /// 返回的商户订单号
    pub out_trade_no: Option<String>,
    /// 微信支付订单号
    pub transaction_id: Option<String>,
    /// 商户退款单号
    pub out_refund_no: Option<String>,
    /// 微信退款单号
    pub refund_id: Option<String>,
    /// 退款状态
    pub refund_status: Option<RefundStatus>,
    /// 1、退款成功时间
    pub success_time: Option<DateTime>,
    /// 取当前退款单的退款入账方
    pub user_received_account: Option<String>,
    /// 金额信息
    pub amount: Option<RefundAmount>,
}

/// The resource of `REFUND.CLOSED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PartnerClosedRefund {
    /// 返回的商户订单号
    pub out_trade_no: Option<String>,
    /// 微信支付订单号
    pub transaction_id: Option<String>,
    /// 商户退款单号
    pub out_refund_no: Option<String>,
    /// 微信退款单号
    pub refund_id: Option<String>,
    /// 退款状态
    pub refund_status: Option<RefundStatus>,
    /// 1、退款成功时间
    pub success_time: Option<DateTime>,
    /// 取当前退款单的退款入账方
    pub user_received_account: Option<String>,
    /// 金额信息
    pub amount: Option<RefundAmount>,
    /// 服务商户号
    pub sp_mchid: Option<String>,
    /// 子商户的商户号
    pub sub_mchid: Option<String>,
    /// 电商平台垫资退款专用参数
    pub refund_account: Option<RefundAccount>,
    /// 个人收款的微信支付账户
    pub individual_auth_id: Option<String>,
}

open_enum! {
    /// 退款状态
    pub enum RefundStatus {
        Success = "SUCCESS",
        Closed = "CLOSED",
        Abnormal = "ABNORMAL",
    }
}

open_enum! {
    /// 退款资金来源
    pub enum FundSource {
        UnsettledFunds = "REFUND_SOURCE_UNSETTLED_FUNDS",
        RechargeFunds = "REFUND_SOURCE_RECHARGE_FUNDS",
    }
}

open_enum! {
    /// 汇率类型
    pub enum RefundExchangeRateType {
        UserpaymentRate = "USERPAYMENT_RATE",
        SettlementRate = "SETTLEMENT_RATE",
    }
}

open_enum! {
    /// 电商平台垫资退款专用参数
    pub enum RefundAccount {
        RefundSourcePartnerAdvance = "REFUND_SOURCE_PARTNER_ADVANCE",
        RefundSourceSubMerchant = "REFUND_SOURCE_SUB_MERCHANT",
    }
}
