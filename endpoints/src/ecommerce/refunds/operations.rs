//! 退款.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 退款
#[wechatpay_api(defaults)]
pub trait Refunds {
    /// 退款申请
    ///
    /// `POST /v3/ecommerce/refunds/apply`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/personal-collections/create-refund.html>
    #[wechatpay_api(POST "/v3/ecommerce/refunds/apply")]
    async fn create_ecommerce_refund(
        &self,
        body: &CreateEcommerceRefundRequest,
    ) -> Result<CreateEcommerceRefundResponse>;

    /// 通过微信支付退款单号查询退款
    ///
    /// `GET /v3/ecommerce/refunds/id/{refund_id}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/personal-collections/query-refund.html>
    ///
    /// - `refund_id` 微信退款单号: such as `50000000382019052709732678859`
    /// - `individual_auth_id` 商品单个人收款方受理授权ID: such as `1900000109`
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/ecommerce/refunds/id/{refund_id}")]
    async fn query_ecommerce_refund_by_refund_id(
        &self,
        refund_id: &str,
        #[query] individual_auth_id: Option<&str>,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<Refund>;

    /// 通过商户退款单号查询退款
    ///
    /// `GET /v3/ecommerce/refunds/out-refund-no/{out_refund_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/personal-collections/query-refund-by-out-refund-no.html>
    ///
    /// - `out_refund_no` 商户退款单号: such as `1217752501201407033233368018`
    /// - `individual_auth_id` 商品单个人收款方受理授权ID: such as `1900000109`
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/ecommerce/refunds/out-refund-no/{out_refund_no}")]
    async fn query_ecommerce_refund_by_out_refund_no(
        &self,
        out_refund_no: &str,
        #[query] individual_auth_id: Option<&str>,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<Refund>;

    /// 发起异常退款
    ///
    /// `POST /v3/ecommerce/refunds/{refund_id}/apply-abnormal-refund`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/ecommerce-refund/refunds/create-abnormal-refund.html>
    ///
    /// - `refund_id` 微信退款单号: such as `50000000382019052709732678859`
    #[wechatpay_api(POST "/v3/ecommerce/refunds/{refund_id}/apply-abnormal-refund")]
    async fn apply_ecommerce_abnormal_refund(
        &self,
        refund_id: &str,
        body: &ApplyEcommerceAbnormalRefundRequest,
    ) -> Result<ApplyEcommerceAbnormalRefundResponse>;
}

/// The request of [`Refunds::create_ecommerce_refund`].
///
/// `CreateEcommerceRefundRequest::builder().sub_mchid(…).sp_appid(…).out_refund_no(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_individual_auth_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateEcommerceRefundRequest {
    /// 商品单个人收款方受理授权ID: such as `1900000109`
    pub individual_auth_id: Option<String>,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 电商平台APPID: such as `wx8888888888888888`
    pub sp_appid: String,
    /// 二级商户APPID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 还款服务商商户号: such as `1230000109`
    pub combine_mchid: Option<String>,
    /// 还款订单号: such as `P20150806125346`
    pub combine_out_trade_no: Option<String>,
    /// 交易单微信支付订单号: such as `1217752501201407033233368018`
    pub combine_transaction_id: Option<String>,
    /// 微信订单号: such as `1217752501201407033233368018`
    pub transaction_id: Option<String>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
    /// 商户退款单号: at most 64 characters, matches `[0-9A-Za-z_|*@-]+`, such as
    /// `1217752501201407033233368018`
    pub out_refund_no: String,
    /// 退款原因: such as `商品已售完`
    pub reason: Option<String>,
    /// 订单金额
    pub amount: CreateEcommerceRefundAmount,
    /// 退款结果回调url: such as `https://weixin.qq.com`
    pub notify_url: Option<String>,
    /// 退款出资商户
    pub refund_account: Option<RefundAccount>,
    /// 资金账户: such as `AVAILABLE`
    pub funds_account: Option<CreateEcommerceRefundFundsAccount>,
}

rules! {
    CreateEcommerceRefundRequest {
        member("out_refund_no", &[MaxLength(64), Pattern("[0-9A-Za-z_|*@-]+")]),
        within("amount", CreateEcommerceRefundAmount::RULES),
        at_most("/amount/refund", "/amount/total"),
        member("notify_url", &[NotifyUrl]),
        member("refund_account", &[Listed(RefundAccount::TEXTS)]),
        member("funds_account", &[Listed(CreateEcommerceRefundFundsAccount::TEXTS)]),
    }
}

/// 订单金额
///
/// `CreateEcommerceRefundAmount::builder().refund(…).total(…).build()`. For an `Option`, use
/// setters such as `maybe_from`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateEcommerceRefundAmount {
    /// 退款金额: at least 1, such as `888`
    pub refund: Fen,
    /// 退款出资账户及金额
    pub from: Option<Vec<FundsFromItem>>,
    /// 原订单金额: such as `888`
    pub total: Fen,
    /// 退款币种: such as `CNY`
    pub currency: Option<String>,
}

rules! {
    CreateEcommerceRefundAmount {
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
    /// 出资账户类型
    pub account: FundsFromAccount,
    /// 出资金额: such as `444`
    pub amount: Fen,
}

rules! {
    FundsFromItem {
        member("account", &[Listed(FundsFromAccount::TEXTS)]),
    }
}

/// The response of [`Refunds::create_ecommerce_refund`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateEcommerceRefundResponse {
    /// 微信退款单号: such as `1217752501201407033233368018`
    pub refund_id: String,
    /// 商户退款单号: such as `1217752501201407033233368018`
    pub out_refund_no: String,
    /// 退款创建时间: such as `2018-06-08T10:34:56+08:00`
    pub create_time: DateTime,
    /// 订单金额
    pub amount: CreateEcommerceRefundResponseAmount,
    /// 优惠退款详情
    pub promotion_detail: Option<Vec<PromotionDetail>>,
    /// 退款出资商户: such as `REFUND_SOURCE_SUB_MERCHANT`
    pub refund_account: Option<RefundAccount>,
}

/// 订单金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateEcommerceRefundResponseAmount {
    /// 退款金额: such as `888`
    pub refund: Fen,
    /// 退款出资账户及金额
    pub from: Option<Vec<RefundFundsFromItem>>,
    /// 用户退款金额: such as `888`
    pub payer_refund: Fen,
    /// 优惠退款金额: such as `888`
    pub discount_refund: Option<Fen>,
    /// 退款币种: such as `CNY`
    pub currency: Option<String>,
    /// 垫付金额: such as `888`
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
pub struct RefundFundsFromItem {
    /// 出资账户类型: such as `AVAILABLE`
    pub account: String,
    /// 出资金额: such as `444`
    pub amount: Fen,
}

/// 优惠退款详情
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
}

/// The response of [`Refunds::query_ecommerce_refund_by_refund_id`],
/// [`Refunds::query_ecommerce_refund_by_out_refund_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Refund {
    /// 微信退款单号: such as `1217752501201407033233368018`
    pub refund_id: String,
    /// 商户退款单号: such as `1217752501201407033233368018`
    pub out_refund_no: String,
    /// 微信订单号: such as `1217752501201407033233368018`
    pub transaction_id: String,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 退款渠道: such as `ORIGINAL`
    pub channel: Option<RefundChannel>,
    /// 退款入账账户: such as `招商银行信用卡`
    pub user_received_account: Option<String>,
    /// 退款成功时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: Option<DateTime>,
    /// 退款创建时间: such as `2018-06-08T10:34:56+08:00`
    pub create_time: DateTime,
    /// 退款状态: such as `SUCCESS`
    pub status: RefundStatus,
    /// 退款金额信息
    pub amount: RefundAmount,
    /// 营销详情
    pub promotion_detail: Option<Vec<PromotionDetail>>,
    /// 退款出资商户: such as `REFUND_SOURCE_SUB_MERCHANT`
    pub refund_account: Option<RefundAccount>,
    /// 资金账户: such as `UNSETTLED`
    pub funds_account: Option<FundsAccount>,
}

/// 退款金额信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RefundAmount {
    /// 退款金额: such as `888`
    pub refund: Fen,
    /// 退款出资账户及金额
    pub from: Option<Vec<FundsFromItem>>,
    /// 用户退款金额: such as `888`
    pub payer_refund: Fen,
    /// 优惠退款金额: such as `888`
    pub discount_refund: Option<Fen>,
    /// 退款币种: such as `CNY`
    pub currency: Option<String>,
    /// 垫付金额: such as `888`
    pub advance: Option<Fen>,
}

/// The request of [`Refunds::apply_ecommerce_abnormal_refund`].
///
/// `ApplyEcommerceAbnormalRefundRequest::builder().out_refund_no(…).r#type(…).build()`. For an
/// `Option`, use setters such as `maybe_sub_mchid`.
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
pub struct ApplyEcommerceAbnormalRefundRequest {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 个人收款方受理授权ID: such as `1900000109`
    pub individual_auth_id: Option<String>,
    /// 商户退款单号: such as `1217752501201407033233368018`
    pub out_refund_no: String,
    /// 异常退款处理方式
    pub r#type: AbnormalRefundType,
    /// 开户银行: such as `ICBC_DEBIT`
    pub bank_type: Option<BankType>,
    /// 收款银行卡号: encrypted
    pub bank_account: Option<Sensitive>,
    /// 收款用户姓名: encrypted
    pub real_name: Option<Sensitive>,
}

rules! {
    ApplyEcommerceAbnormalRefundRequest {
        member("type", &[Listed(AbnormalRefundType::TEXTS)]),
        member("bank_type", &[Listed(BankType::TEXTS)]),
    }
}

/// The response of [`Refunds::apply_ecommerce_abnormal_refund`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ApplyEcommerceAbnormalRefundResponse {
    /// 微信支付退款号: such as `50000000382019052709732678859`
    pub refund_id: String,
    /// 商户退款单号: such as `1217752501201407033233368018`
    pub out_refund_no: String,
    /// 微信支付订单号: such as `1217752501201407033233368018`
    pub transaction_id: String,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 退款渠道: such as `ORIGINAL`
    pub channel: Option<String>,
    /// 退款入账账户: such as `招商银行信用卡`
    pub user_received_account: Option<String>,
    /// 退款成功时间: such as `2020-12-01T16:18:12+08:00`
    pub success_time: Option<DateTime>,
    /// 退款创建时间: such as `2020-12-01T16:18:12+08:00`
    pub create_time: DateTime,
    /// 退款状态: such as `SUCCESS`
    pub status: RefundStatus,
    /// 资金账户: such as `UNSETTLED`
    pub funds_account: Option<AbnormalRefundFundsAccount>,
    /// 金额信息
    pub amount: AbnormalRefundAmount,
    /// 优惠退款信息
    pub promotion_detail: Option<Vec<AbnormalRefundPromotionDetail>>,
    /// 退款出资商户: such as `REFUND_SOURCE_SUB_MERCHANT`
    pub refund_account: Option<RefundAccount>,
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
    /// 退款金额: such as `100`
    pub refund: Fen,
    /// 退款出资账户及金额
    pub from: Option<Vec<RefundFundsFromItem>>,
    /// 用户退款金额: such as `90`
    pub payer_refund: Fen,
    /// 优惠退款金额: such as `10`
    pub discount_refund: Fen,
    /// 退款币种: such as `CNY`
    pub currency: String,
    /// 手续费退款金额: such as `100`
    pub refund_fee: Option<Fen>,
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

/// 商品列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct GoodsDetail {
    /// 商户侧商品编码: such as `1217752501201407033233368018`
    pub merchant_goods_id: Option<String>,
    /// 微信侧商品编码: such as `1001`
    pub wechatpay_goods_id: Option<String>,
    /// 商品名称: such as `iPhone6s 16G`
    pub goods_name: Option<String>,
    /// 商品单价: such as `528800`
    pub unit_price: Option<Fen>,
    /// 商品退款金额: such as `528800`
    pub refund_amount: Option<Fen>,
    /// 商品退货数量: such as `1`
    pub refund_quantity: Option<i64>,
}

open_enum! {
    /// 出资账户类型
    pub enum FundsFromAccount {
        Available = "AVAILABLE",
        Unavailable = "UNAVAILABLE",
    }
}

open_enum! {
    /// 退款出资商户
    pub enum RefundAccount {
        RefundSourceSubMerchant = "REFUND_SOURCE_SUB_MERCHANT",
        RefundSourcePartnerAdvance = "REFUND_SOURCE_PARTNER_ADVANCE",
    }
}

open_enum! {
    /// 资金账户
    pub enum CreateEcommerceRefundFundsAccount {
        Available = "AVAILABLE",
        Unsettled = "UNSETTLED",
        Prepaid = "PREPAID",
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
        Close = "CLOSE",
        Processing = "PROCESSING",
        Abnormal = "ABNORMAL",
    }
}

open_enum! {
    /// 资金账户
    pub enum FundsAccount {
        Available = "AVAILABLE",
        Unsettled = "UNSETTLED",
        Operation = "OPERATION",
        Basic = "BASIC",
        EcnyBasic = "ECNY_BASIC",
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

open_enum! {
    /// 资金账户
    pub enum AbnormalRefundFundsAccount {
        Available = "AVAILABLE",
        Unsettled = "UNSETTLED",
    }
}
