//! 退款.

use wechatpay_client::{DateTime, Deserialize, Fen};

use super::{GlobalPromotionType, PromotionScope};
use crate::notifications::decode::one_of;
use crate::open_enum::open_enum;

one_of! {
    /// 退款成功通知
    ///
    /// The resources of `REFUND.SUCCESS`.
    pub enum RefundSuccess {
        /// 直连商户
        Merchant(MerchantRefund) {
            abroad: false,
            needs: [
                "mchid", "out_trade_no", "transaction_id", "out_refund_no", "refund_id",
                "refund_status", "user_received_account", "amount"
            ],
            knows: [
                "mchid", "out_trade_no", "transaction_id", "out_refund_no", "refund_id",
                "refund_status", "success_time", "user_received_account", "amount", "amount.total",
                "amount.payer_total"
            ],
        },
        /// 服务商
        Partner(PartnerRefund) {
            abroad: false,
            needs: [
                "sp_mchid", "sub_mchid", "out_trade_no", "transaction_id", "out_refund_no",
                "refund_id", "refund_status", "user_received_account", "amount"
            ],
            knows: [
                "out_trade_no", "transaction_id", "out_refund_no", "refund_id", "refund_status",
                "success_time", "user_received_account", "amount", "amount.total",
                "amount.payer_total", "sp_mchid", "sub_mchid", "refund_account",
                "individual_auth_id"
            ],
        },
        /// 跨境直连商户
        GlobalMerchant(GlobalMerchantRefund) {
            abroad: true,
            needs: [
                "mchid", "out_trade_no", "transaction_id", "out_refund_no", "refund_id",
                "refund_status", "recv_account", "amount"
            ],
            knows: [
                "mchid", "out_trade_no", "transaction_id", "out_refund_no", "refund_id",
                "refund_status", "success_time", "recv_account", "fund_source", "amount",
                "amount.settlement_refund", "amount.settlement_currency", "amount.total",
                "amount.currency", "amount.payer_total", "amount.payer_currency",
                "amount.exchange_rate", "id"
            ],
        },
        /// 跨境服务商
        GlobalPartner(GlobalPartnerRefund) {
            abroad: true,
            needs: [
                "sp_mchid", "sub_mchid", "out_trade_no", "transaction_id", "out_refund_no",
                "refund_id", "refund_status", "recv_account", "amount"
            ],
            knows: [
                "out_trade_no", "transaction_id", "out_refund_no", "refund_id", "refund_status",
                "success_time", "recv_account", "fund_source", "amount",
                "amount.settlement_refund", "amount.settlement_currency", "amount.total",
                "amount.currency", "amount.payer_total", "amount.payer_currency",
                "amount.exchange_rate", "sp_mchid", "sub_mchid", "id"
            ],
        },
        /// 跨境支付或香港钱包的退款单
        Global(GlobalRefund) {
            abroad: true,
            needs: [
                "id", "out_refund_no", "transaction_id", "out_trade_no", "create_time", "status",
                "amount"
            ],
            knows: [
                "id", "out_refund_no", "transaction_id", "out_trade_no", "channel", "recv_account",
                "fund_source", "success_time", "create_time", "status", "amount",
                "amount.currency", "amount.payer_currency", "amount.exchange_rate", "detail"
            ],
        },
    }
}

one_of! {
    /// 退款异常通知
    ///
    /// The resources of `REFUND.ABNORMAL`.
    pub enum RefundAbnormal {
        /// 直连商户
        Merchant(MerchantAbnormalRefund) {
            abroad: false,
            needs: [
                "mchid", "out_trade_no", "transaction_id", "out_refund_no", "refund_id",
                "refund_status", "user_received_account", "amount"
            ],
            knows: [
                "out_trade_no", "transaction_id", "out_refund_no", "refund_id", "refund_status",
                "success_time", "user_received_account", "amount", "amount.total",
                "amount.payer_total", "mchid"
            ],
        },
        /// 服务商
        Partner(PartnerAbnormalRefund) {
            abroad: false,
            needs: [
                "sp_mchid", "sub_mchid", "out_trade_no", "transaction_id", "out_refund_no",
                "refund_id", "refund_status", "user_received_account", "amount"
            ],
            knows: [
                "sp_mchid", "sub_mchid", "out_trade_no", "transaction_id", "out_refund_no",
                "refund_id", "refund_status", "success_time", "user_received_account", "amount",
                "amount.total", "amount.payer_total", "refund_account", "individual_auth_id"
            ],
        },
        /// 跨境直连商户
        GlobalMerchant(GlobalMerchantRefund) {
            abroad: true,
            needs: [
                "mchid", "out_trade_no", "transaction_id", "out_refund_no", "refund_id",
                "refund_status", "recv_account", "amount"
            ],
            knows: [
                "mchid", "out_trade_no", "transaction_id", "out_refund_no", "refund_id",
                "refund_status", "success_time", "recv_account", "fund_source", "amount",
                "amount.settlement_refund", "amount.settlement_currency", "amount.total",
                "amount.currency", "amount.payer_total", "amount.payer_currency",
                "amount.exchange_rate", "id"
            ],
        },
        /// 跨境服务商
        GlobalPartner(GlobalPartnerRefund) {
            abroad: true,
            needs: [
                "sp_mchid", "sub_mchid", "out_trade_no", "transaction_id", "out_refund_no",
                "refund_id", "refund_status", "recv_account", "amount"
            ],
            knows: [
                "out_trade_no", "transaction_id", "out_refund_no", "refund_id", "refund_status",
                "success_time", "recv_account", "fund_source", "amount",
                "amount.settlement_refund", "amount.settlement_currency", "amount.total",
                "amount.currency", "amount.payer_total", "amount.payer_currency",
                "amount.exchange_rate", "sp_mchid", "sub_mchid", "id"
            ],
        },
        /// 跨境支付或香港钱包的退款单
        Global(GlobalRefund) {
            abroad: true,
            needs: [
                "id", "out_refund_no", "transaction_id", "out_trade_no", "create_time", "status",
                "amount"
            ],
            knows: [
                "id", "out_refund_no", "transaction_id", "out_trade_no", "channel", "recv_account",
                "fund_source", "success_time", "create_time", "status", "amount",
                "amount.currency", "amount.payer_currency", "amount.exchange_rate", "detail"
            ],
        },
    }
}

one_of! {
    /// 退款关闭通知
    ///
    /// The resources of `REFUND.CLOSED`.
    pub enum RefundClosed {
        /// 直连商户
        Merchant(MerchantClosedRefund) {
            abroad: false,
            needs: [
                "mchid", "out_trade_no", "transaction_id", "out_refund_no", "refund_id",
                "refund_status", "user_received_account", "amount"
            ],
            knows: [
                "mchid", "out_trade_no", "transaction_id", "out_refund_no", "refund_id",
                "refund_status", "success_time", "user_received_account", "amount", "amount.total",
                "amount.payer_total"
            ],
        },
        /// 服务商
        Partner(PartnerClosedRefund) {
            abroad: false,
            needs: [
                "sp_mchid", "sub_mchid", "out_trade_no", "transaction_id", "out_refund_no",
                "refund_id", "refund_status", "user_received_account", "amount"
            ],
            knows: [
                "out_trade_no", "transaction_id", "out_refund_no", "refund_id", "refund_status",
                "success_time", "user_received_account", "amount", "amount.total",
                "amount.payer_total", "sp_mchid", "sub_mchid", "refund_account",
                "individual_auth_id"
            ],
        },
        /// 跨境直连商户
        GlobalMerchant(GlobalMerchantRefund) {
            abroad: true,
            needs: [
                "mchid", "out_trade_no", "transaction_id", "out_refund_no", "refund_id",
                "refund_status", "recv_account", "amount"
            ],
            knows: [
                "mchid", "out_trade_no", "transaction_id", "out_refund_no", "refund_id",
                "refund_status", "success_time", "recv_account", "fund_source", "amount",
                "amount.settlement_refund", "amount.settlement_currency", "amount.total",
                "amount.currency", "amount.payer_total", "amount.payer_currency",
                "amount.exchange_rate", "id"
            ],
        },
        /// 跨境服务商
        GlobalPartner(GlobalPartnerRefund) {
            abroad: true,
            needs: [
                "sp_mchid", "sub_mchid", "out_trade_no", "transaction_id", "out_refund_no",
                "refund_id", "refund_status", "recv_account", "amount"
            ],
            knows: [
                "out_trade_no", "transaction_id", "out_refund_no", "refund_id", "refund_status",
                "success_time", "recv_account", "fund_source", "amount",
                "amount.settlement_refund", "amount.settlement_currency", "amount.total",
                "amount.currency", "amount.payer_total", "amount.payer_currency",
                "amount.exchange_rate", "sp_mchid", "sub_mchid", "id"
            ],
        },
        /// 跨境支付或香港钱包的退款单
        Global(GlobalRefund) {
            abroad: true,
            needs: [
                "id", "out_refund_no", "transaction_id", "out_trade_no", "create_time", "status",
                "amount"
            ],
            knows: [
                "id", "out_refund_no", "transaction_id", "out_trade_no", "channel", "recv_account",
                "fund_source", "success_time", "create_time", "status", "amount",
                "amount.currency", "amount.payer_currency", "amount.exchange_rate", "detail"
            ],
        },
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
    /// 退款成功时间
    pub success_time: Option<DateTime>,
    /// 退款入账账户
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
    /// 退款成功时间
    pub success_time: Option<DateTime>,
    /// 退款入账账户
    pub user_received_account: String,
    /// 金额信息
    pub amount: Option<RefundAmount>,
    /// 服务商户号
    pub sp_mchid: String,
    /// 子商户的商户号
    pub sub_mchid: String,
    /// 退款出资商户
    pub refund_account: Option<RefundAccount>,
    /// 个人收款的微信支付账户
    pub individual_auth_id: Option<String>,
}

/// The resource of `REFUND.SUCCESS`, `REFUND.ABNORMAL`, `REFUND.CLOSED`.
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
    /// 退款成功时间
    pub success_time: Option<DateTime>,
    /// 退款入账账户
    pub recv_account: String,
    /// 退款资金来源
    pub fund_source: Option<FundSource>,
    /// 金额信息
    pub amount: Option<GlobalMerchantRefundAmount>,
    /// `id`
    pub id: Option<String>,
}

/// 金额信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct GlobalMerchantRefundAmount {
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
    /// 汇率值: in hundred-millionths
    pub rate: Option<i64>,
}

/// The resource of `REFUND.SUCCESS`, `REFUND.ABNORMAL`, `REFUND.CLOSED`.
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
    /// 退款成功时间
    pub success_time: Option<DateTime>,
    /// 退款入账账户
    pub recv_account: String,
    /// 退款资金来源
    pub fund_source: Option<FundSource>,
    /// 金额信息
    pub amount: Option<GlobalMerchantRefundAmount>,
    /// 服务商户号
    pub sp_mchid: String,
    /// 子商户的商户号
    pub sub_mchid: String,
    /// `id`
    pub id: Option<String>,
}

/// The resource of `REFUND.SUCCESS`, `REFUND.ABNORMAL`, `REFUND.CLOSED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct GlobalRefund {
    /// 微信支付退款订单号: such as `1217752501201407033233368018`
    pub id: Option<String>,
    /// 商户退款单号: such as `1217752501201407033233368018`
    pub out_refund_no: Option<String>,
    /// 微信支付交易订单号: such as `1217752501201407033233368018`
    pub transaction_id: Option<String>,
    /// 商户原交易订单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
    /// 退款渠道: such as `ORIGINAL`
    pub channel: Option<GlobalRefundChannel>,
    /// 退款入账账户: such as `招商银行信用卡`
    pub recv_account: Option<String>,
    /// 退款资金来源: such as `REFUND_SOURCE_UNSETTLED_FUNDS`
    pub fund_source: Option<GlobalFundSource>,
    /// 退款成功时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: Option<DateTime>,
    /// 退款创建时间: such as `2018-06-08T10:34:56+08:00`
    pub create_time: Option<DateTime>,
    /// 退款状态: such as `SUCCESS`
    pub status: Option<GlobalRefundStatus>,
    /// 退款金额
    pub amount: Option<GlobalRefundAmount>,
    /// 优惠退款详情
    pub detail: Option<GlobalRefundPromotionDetail>,
}

/// 退款金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct GlobalRefundAmount {
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

/// 优惠退款详情
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct GlobalRefundPromotionDetail {
    /// 券ID: such as `109519`
    pub promotion_id: Option<String>,
    /// 优惠范围: such as `SINGLE`
    pub scope: Option<PromotionScope>,
    /// 优惠类型: such as `DISCOUNT`
    pub r#type: Option<GlobalPromotionType>,
    /// 优惠券面额: in the smallest unit of the currency, such as `5`
    pub amount: Option<i64>,
    /// 优惠券退款额: in the smallest unit of the currency, such as `5`
    pub refund_amount: Option<i64>,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
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
    /// 退款成功时间
    pub success_time: Option<DateTime>,
    /// 退款入账账户
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
    /// 退款成功时间
    pub success_time: Option<DateTime>,
    /// 退款入账账户
    pub user_received_account: Option<String>,
    /// 金额信息
    pub amount: Option<RefundAmount>,
    /// 退款出资商户
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
    /// 退款成功时间
    pub success_time: Option<DateTime>,
    /// 退款入账账户
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
    /// 退款成功时间
    pub success_time: Option<DateTime>,
    /// 退款入账账户
    pub user_received_account: Option<String>,
    /// 金额信息
    pub amount: Option<RefundAmount>,
    /// 服务商户号
    pub sp_mchid: Option<String>,
    /// 子商户的商户号
    pub sub_mchid: Option<String>,
    /// 退款出资商户
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
    /// 退款出资商户
    pub enum RefundAccount {
        RefundSourcePartnerAdvance = "REFUND_SOURCE_PARTNER_ADVANCE",
        RefundSourceSubMerchant = "REFUND_SOURCE_SUB_MERCHANT",
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
    /// 退款渠道
    pub enum GlobalRefundChannel {
        Original = "ORIGINAL",
        Balance = "BALANCE",
        OtherBalance = "OTHER_BALANCE",
        OtherBankcard = "OTHER_BANKCARD",
    }
}

open_enum! {
    /// 退款资金来源
    pub enum GlobalFundSource {
        UnsettledFunds = "REFUND_SOURCE_UNSETTLED_FUNDS",
        RechArgeFunds = "REFUND_SOURCE_REchARGE_FUNDS",
    }
}

open_enum! {
    /// 退款状态
    pub enum GlobalRefundStatus {
        Success = "SUCCESS",
        Refundclose = "REFUNDCLOSE",
        Processing = "PROCESSING",
        Abnormal = "ABNORMAL",
    }
}
