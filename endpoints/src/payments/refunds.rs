//! 退款.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 退款
#[wechatpay_api(defaults)]
pub trait Refunds {
    /// 申请退款
    ///
    /// `POST /v3/refund/domestic/refunds`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/refund/refunds/create.html>
    #[wechatpay_api(POST "/v3/refund/domestic/refunds")]
    async fn create_refund(&self, body: &CreateRefundRequest) -> Result<CreateRefundResponse>;

    /// 查询单笔退款
    ///
    /// `GET /v3/refund/domestic/refunds/{out_refund_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/refund/refunds/query-by-out-refund-no.html>
    ///
    /// - `out_refund_no` 商户退款单号: such as `sdk12345678920210326144648`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/refund/domestic/refunds/{out_refund_no}")]
    async fn query_refund(
        &self,
        out_refund_no: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<Refund>;

    /// 发起异常退款
    ///
    /// `POST /v3/refund/domestic/refunds/{refund_id}/apply-abnormal-refund`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/refund/refunds/create-abnormal-refund.html>
    ///
    /// - `refund_id` 微信退款单号: such as `50000000382019052709732678859`
    #[wechatpay_api(POST "/v3/refund/domestic/refunds/{refund_id}/apply-abnormal-refund")]
    async fn apply_abnormal_refund(
        &self,
        refund_id: &str,
        body: &ApplyAbnormalRefundRequest,
    ) -> Result<ApplyAbnormalRefundResponse>;
}

/// The request of [`Refunds::create_refund`].
///
/// Requires `transaction_id` or `out_trade_no`.
///
/// `CreateRefundRequest::builder().out_refund_no(…).amount(…).build()`. For an `Option`, use
/// setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateRefundRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 微信支付订单号: such as `1217752501201407033233368018`
    pub transaction_id: Option<String>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
    /// 商户退款单号: at most 64 characters, matches `[0-9A-Za-z_|*@-]+`, such as
    /// `1217752501201407033233368018`
    pub out_refund_no: String,
    /// 退款原因: such as `商品已售完`
    pub reason: Option<String>,
    /// 退款结果回调url: such as `https://weixin.qq.com`
    pub notify_url: Option<String>,
    /// 退款资金来源: such as `AVAILABLE`
    pub funds_account: Option<CreateRefundFundsAccount>,
    /// 金额信息
    pub amount: CreateRefundAmount,
    /// 退款商品
    pub goods_detail: Option<Vec<GoodsDetail>>,
}

rules! {
    CreateRefundRequest {
        any_of(&["transaction_id", "out_trade_no"]),
        member("out_refund_no", &[MaxLength(64), Pattern("[0-9A-Za-z_|*@-]+")]),
        member("notify_url", &[NotifyUrl]),
        member("funds_account", &[Listed(CreateRefundFundsAccount::TEXTS)]),
        within("amount", CreateRefundAmount::RULES),
        at_most("/amount/refund", "/amount/total"),
    }
}

/// 金额信息
///
/// `CreateRefundAmount::builder().refund(…).total(…).currency(…).build()`. For an `Option`, use
/// setters such as `maybe_from`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateRefundAmount {
    /// 退款金额: at least 1, such as `888`
    pub refund: Fen,
    /// 退款出资账户及金额
    pub from: Option<Vec<FundsFromItem>>,
    /// 原订单金额: such as `888`
    pub total: Fen,
    /// 退款币种: such as `CNY`
    pub currency: String,
}

rules! {
    CreateRefundAmount {
        member("refund", &[Minimum(1)]),
        within("from", FundsFromItem::RULES),
    }
}

/// 退款出资账户及金额
///
/// `FundsFromItem::builder().account(…).amount(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct FundsFromItem {
    /// 出资账户类型: such as `AVAILABLE`
    pub account: FundsFromAccount,
    /// 出资金额: such as `444`
    pub amount: Fen,
}

rules! {
    FundsFromItem {
        member("account", &[Listed(FundsFromAccount::TEXTS)]),
    }
}

/// 退款商品
///
/// `GoodsDetail::builder().merchant_goods_id(…).unit_price(…).refund_amount(…).refund_quantity(…).build()`.
/// For an `Option`, use setters such as `maybe_wechatpay_goods_id`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct GoodsDetail {
    /// 商户侧商品编码: such as `1217752501201407033233368018`
    pub merchant_goods_id: String,
    /// 微信侧商品编码: such as `1001`
    pub wechatpay_goods_id: Option<String>,
    /// 商品名称: such as `iPhone6s 16G`
    pub goods_name: Option<String>,
    /// 商品单价: such as `528800`
    pub unit_price: Fen,
    /// 商品退款金额: such as `528800`
    pub refund_amount: Fen,
    /// 商品退货数量: such as `1`
    pub refund_quantity: i64,
}

/// The response of [`Refunds::create_refund`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateRefundResponse {
    /// 微信支付退款号: such as `50000000382019052709732678859`
    pub refund_id: String,
    /// 商户退款单号: such as `1217752501201407033233368018`
    pub out_refund_no: String,
    /// 微信支付订单号: such as `1217752501201407033233368018`
    pub transaction_id: String,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 退款渠道: such as `ORIGINAL`
    pub channel: RefundChannel,
    /// 退款入账账户: such as `招商银行信用卡`
    pub user_received_account: String,
    /// 退款成功时间: such as `2020-12-01T16:18:12+08:00`
    pub success_time: Option<DateTime>,
    /// 退款创建时间: such as `2020-12-01T16:18:12+08:00`
    pub create_time: DateTime,
    /// 退款状态: such as `SUCCESS`
    pub status: RefundStatus,
    /// 资金账户: such as `UNSETTLED`
    pub funds_account: Option<FundsAccount>,
    /// 金额信息
    pub amount: CreateRefundResponseAmount,
    /// 优惠退款信息
    pub promotion_detail: Option<Vec<PromotionDetail>>,
    /// `refund_account`
    pub refund_account: Option<String>,
}

/// 金额信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateRefundResponseAmount {
    /// 订单金额: such as `100`
    pub total: Fen,
    /// 退款金额: such as `100`
    pub refund: Fen,
    /// 退款出资账户及金额
    pub from: Option<Vec<FundsFromItem>>,
    /// 用户支付金额: such as `90`
    pub payer_total: Fen,
    /// 用户退款金额: such as `90`
    pub payer_refund: Fen,
    /// 应结退款金额: such as `100`
    pub settlement_refund: Fen,
    /// 应结订单金额: such as `100`
    pub settlement_total: Fen,
    /// 优惠退款金额: such as `10`
    pub discount_refund: Option<Fen>,
    /// 退款币种: such as `CNY`
    pub currency: String,
    /// 手续费退款金额: such as `100`
    pub refund_fee: Option<Fen>,
    /// `advance`
    pub advance: Option<Fen>,
}

/// 优惠退款信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PromotionDetail {
    /// 券ID: such as `109519`
    pub promotion_id: String,
    /// 优惠范围: such as `SINGLE`
    pub scope: PromotionScope,
    /// 优惠类型: such as `DISCOUNT`
    pub r#type: PromotionType,
    /// 优惠券面额: such as `5`
    pub amount: Fen,
    /// 优惠退款金额: such as `100`
    pub refund_amount: Fen,
    /// 商品列表
    pub goods_detail: Option<Vec<GoodsDetail>>,
}

/// The response of [`Refunds::query_refund`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Refund {
    /// 微信支付退款号: such as `50000000382019052709732678859`
    pub refund_id: String,
    /// 商户退款单号: such as `1217752501201407033233368018`
    pub out_refund_no: String,
    /// 微信支付订单号: such as `1217752501201407033233368018`
    pub transaction_id: String,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 退款渠道: such as `ORIGINAL`
    pub channel: Option<RefundChannel>,
    /// 退款入账账户: such as `招商银行信用卡`
    pub user_received_account: String,
    /// 退款成功时间: such as `2020-12-01T16:18:12+08:00`
    pub success_time: Option<DateTime>,
    /// 退款创建时间: such as `2020-12-01T16:18:12+08:00`
    pub create_time: DateTime,
    /// 退款状态: such as `SUCCESS`
    pub status: RefundStatus,
    /// 资金账户: such as `UNSETTLED`
    pub funds_account: Option<FundsAccount>,
    /// 金额信息
    pub amount: RefundAmount,
    /// 优惠退款信息
    pub promotion_detail: Option<Vec<PromotionDetail>>,
    /// `refund_account`
    pub refund_account: Option<String>,
}

/// 金额信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RefundAmount {
    /// 订单金额: such as `100`
    pub total: Fen,
    /// 退款金额: such as `100`
    pub refund: Fen,
    /// 退款出资账户及金额
    pub from: Option<Vec<FundsFromItem>>,
    /// 用户支付金额: such as `90`
    pub payer_total: Fen,
    /// 用户退款金额: such as `90`
    pub payer_refund: Fen,
    /// 应结退款金额: such as `100`
    pub settlement_refund: Fen,
    /// 应结订单金额: such as `100`
    pub settlement_total: Fen,
    /// 优惠退款金额: such as `10`
    pub discount_refund: Option<Fen>,
    /// 退款币种: such as `CNY`
    pub currency: Option<String>,
    /// 手续费退款金额: such as `100`
    pub refund_fee: Option<Fen>,
    /// `advance`
    pub advance: Option<Fen>,
}

/// The request of [`Refunds::apply_abnormal_refund`].
///
/// `ApplyAbnormalRefundRequest::builder().out_refund_no(…).r#type(…).build()`. For an `Option`,
/// use setters such as `maybe_sub_mchid`.
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
pub struct ApplyAbnormalRefundRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 商户退款单号: such as `1217752501201407033233368018`
    pub out_refund_no: String,
    /// 异常退款处理方式
    pub r#type: AbnormalRefundType,
    /// 开户银行
    pub bank_type: Option<BankType>,
    /// 收款银行卡号: encrypted
    pub bank_account: Option<Sensitive>,
    /// 收款用户姓名: encrypted
    pub real_name: Option<Sensitive>,
}

rules! {
    ApplyAbnormalRefundRequest {
        member("type", &[Listed(AbnormalRefundType::TEXTS)]),
        member("bank_type", &[Listed(BankType::TEXTS)]),
    }
}

/// The response of [`Refunds::apply_abnormal_refund`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ApplyAbnormalRefundResponse {
    /// 微信支付退款号: such as `50000000382019052709732678859`
    pub refund_id: String,
    /// 商户退款单号: such as `1217752501201407033233368018`
    pub out_refund_no: String,
    /// 微信支付订单号: such as `1217752501201407033233368018`
    pub transaction_id: String,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 退款渠道: such as `ORIGINAL`
    pub channel: String,
    /// 退款入账账户: such as `招商银行信用卡`
    pub user_received_account: String,
    /// 退款成功时间: such as `2020-12-01T16:18:12+08:00`
    pub success_time: Option<DateTime>,
    /// 退款创建时间: such as `2020-12-01T16:18:12+08:00`
    pub create_time: DateTime,
    /// 退款状态: such as `SUCCESS`
    pub status: String,
    /// 资金账户: such as `UNSETTLED`
    pub funds_account: Option<String>,
    /// 金额信息
    pub amount: AbnormalRefundAmount,
    /// 优惠退款信息
    pub promotion_detail: Option<Vec<AbnormalRefundPromotionDetail>>,
    /// `refund_account`
    pub refund_account: Option<String>,
}

/// 金额信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AbnormalRefundAmount {
    /// 订单金额: such as `100`
    pub total: Fen,
    /// 退款金额: such as `100`
    pub refund: Fen,
    /// 退款出资账户及金额
    pub from: Option<Vec<AbnormalRefundFundsFromItem>>,
    /// 用户支付金额: such as `90`
    pub payer_total: Fen,
    /// 用户退款金额: such as `90`
    pub payer_refund: Fen,
    /// 应结退款金额: such as `100`
    pub settlement_refund: Fen,
    /// 应结订单金额: such as `100`
    pub settlement_total: Fen,
    /// 优惠退款金额: such as `10`
    pub discount_refund: Fen,
    /// 退款币种: such as `CNY`
    pub currency: String,
    /// 手续费退款金额: such as `100`
    pub refund_fee: Option<Fen>,
    /// `advance`
    pub advance: Option<Fen>,
}

/// 退款出资账户及金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AbnormalRefundFundsFromItem {
    /// 出资账户类型: such as `AVAILABLE`
    pub account: String,
    /// 出资金额: such as `444`
    pub amount: Fen,
}

/// 优惠退款信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AbnormalRefundPromotionDetail {
    /// 券ID: such as `109519`
    pub promotion_id: String,
    /// 优惠范围: such as `GLOBAL`
    pub scope: String,
    /// 优惠类型: such as `COUPON`
    pub r#type: String,
    /// 优惠券面额: such as `5`
    pub amount: Fen,
    /// 优惠退款金额: such as `100`
    pub refund_amount: Fen,
    /// 商品列表
    pub goods_detail: Option<Vec<GoodsDetail>>,
}

open_enum! {
    /// 退款资金来源
    pub enum CreateRefundFundsAccount {
        Available = "AVAILABLE",
        Unsettled = "UNSETTLED",
    }
}

open_enum! {
    /// 出资账户类型
    pub enum FundsFromAccount {
        Available = "AVAILABLE",
        Unavailable = "UNAVAILABLE",
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
    /// 退款状态
    pub enum RefundStatus {
        Success = "SUCCESS",
        Closed = "CLOSED",
        Processing = "PROCESSING",
        Abnormal = "ABNORMAL",
    }
}

open_enum! {
    /// 资金账户
    pub enum FundsAccount {
        Unsettled = "UNSETTLED",
        Available = "AVAILABLE",
        Unavailable = "UNAVAILABLE",
        Operation = "OPERATION",
        Basic = "BASIC",
        EcnyBasic = "ECNY_BASIC",
    }
}

open_enum! {
    /// 优惠范围
    pub enum PromotionScope {
        Global = "GLOBAL",
        Single = "SINGLE",
    }
}

open_enum! {
    /// 优惠类型
    pub enum PromotionType {
        Coupon = "COUPON",
        Discount = "DISCOUNT",
    }
}

open_enum! {
    /// 异常退款处理方式
    pub enum AbnormalRefundType {
        UserBankCard = "USER_BANK_CARD",
        MerchantBankCard = "MERCHANT_BANK_CARD",
    }
}

open_enum! {
    /// 开户银行
    pub enum BankType {
        CmbDebit = "CMB_DEBIT",
        CommDebit = "COMM_DEBIT",
        AbcDebit = "ABC_DEBIT",
        CcbDebit = "CCB_DEBIT",
        IcbcDebit = "ICBC_DEBIT",
        BocDebit = "BOC_DEBIT",
        PabDebit = "PAB_DEBIT",
        SpdbDebit = "SPDB_DEBIT",
        CiticDebit = "CITIC_DEBIT",
        CebDebit = "CEB_DEBIT",
        CmbcDebit = "CMBC_DEBIT",
        CibDebit = "CIB_DEBIT",
        GdbDebit = "GDB_DEBIT",
        PsbcDebit = "PSBC_DEBIT",
        NbcbDebit = "NBCB_DEBIT",
    }
}
