//! 代扣扣款.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 代扣扣款
#[wechatpay_api(defaults)]
pub trait PapayTransactions {
    /// 支付扣款
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/papay/transactions`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter5_1_6.shtml>
    #[wechatpay_api(POST "/v3/global/papay/transactions", global)]
    async fn create_global_papay_transaction(
        &self,
        body: &CreateGlobalPapayTransactionRequest,
    ) -> Result<CreateGlobalPapayTransactionResponse>;

    /// 微信支付订单号查询订单
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/papay/transactions/{transaction_id}`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter5_1_8.shtml>
    ///
    /// - `transaction_id` 微信支付订单号: such as `1217752501201407033233368018`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/global/papay/transactions/{transaction_id}", global)]
    async fn query_global_papay_transaction_by_id(
        &self,
        transaction_id: &str,
        #[query] sub_mchid: &str,
    ) -> Result<Transaction>;

    /// 商户订单号查询订单
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/papay/transactions/out-trade-no/{out_trade_no}`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter5_1_8.shtml>
    ///
    /// - `out_trade_no` 商户订单号: such as `1217752501201407033233368018`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/global/papay/transactions/out-trade-no/{out_trade_no}", global)]
    async fn query_global_papay_transaction_by_out_trade_no(
        &self,
        out_trade_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<Transaction>;

    /// 撤销订单
    ///
    /// `POST
    /// apihk.mch.weixin.qq.com/v3/global/papay/transactions/out-trade-no/{out_trade_no}/reverse`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter5_1_10.shtml>
    ///
    /// - `out_trade_no` 商户订单号: such as `1217752501201407033233368018`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    #[wechatpay_api(POST "/v3/global/papay/transactions/out-trade-no/{out_trade_no}/reverse", global)]
    async fn reverse_global_papay_transaction(
        &self,
        out_trade_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<()>;
}

/// The request of [`PapayTransactions::create_global_papay_transaction`].
///
/// `CreateGlobalPapayTransactionRequest::builder().description(…).notify_url(…).out_trade_no(…).merchant_category_code(…).contract_id(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateGlobalPapayTransactionRequest {
    /// 机构APPID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 机构appid: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 子商户号: such as `1230000109`
    pub sub_mchid: Option<String>,
    /// 子商户应用ID: such as `wxcbda96de0b165484`
    pub sub_appid: Option<String>,
    /// 商品描述: such as `image形象店-深圳腾大- QQ公仔` (unconfirmed)
    pub description: String,
    /// 商户数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php` (unconfirmed)
    pub notify_url: String,
    /// 商户订单号: such as `1217752501201407033233368018` (unconfirmed)
    pub out_trade_no: String,
    /// 商品标记: such as `WXG`
    pub goods_tag: Option<String>,
    /// MCC码: such as `1011` (unconfirmed)
    pub merchant_category_code: String,
    /// 委托代扣协议ID: such as `100005698` (unconfirmed)
    pub contract_id: String,
    /// 订单金额 (unconfirmed)
    pub amount: CreateTransactionAmount,
    /// 场景信息
    pub scene_info: Option<SceneInfo>,
}

rules! {
    CreateGlobalPapayTransactionRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// 订单金额
///
/// `CreateTransactionAmount::builder().total(…).build()`. For an `Option`, use setters such as
/// `maybe_currency`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateTransactionAmount {
    /// 总金额: in the smallest unit of the currency, such as `888` (unconfirmed)
    pub total: i64,
    /// 货币类型: such as `HKD`
    pub currency: Option<String>,
}

/// 场景信息
///
/// `SceneInfo::builder().build()`. For an `Option`, use setters such as `maybe_device_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SceneInfo {
    /// 商户端设备号: such as `013467007045764`
    pub device_id: Option<String>,
    /// 商户端设备IP: such as `128.0.0.1`
    pub device_ip: Option<String>,
}

/// The response of [`PapayTransactions::create_global_papay_transaction`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateGlobalPapayTransactionResponse {
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
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
    /// 微信支付订单号: such as `4200000000002104083200000488`
    pub transaction_id: Option<String>,
    /// 商户数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 交易类型: such as `AUTH`
    pub trade_type: Option<CreateTransactionTradeType>,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 支付完成时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: Option<DateTime>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: Option<TradeState>,
    /// 交易状态描述: such as `支付失败，请重新下单支付`
    pub trade_state_desc: Option<String>,
    /// 支付者
    pub payer: Option<Payer>,
    /// 订单金额
    pub amount: Option<CreateTransactionResponseAmount>,
    /// 优惠功能
    pub promotion_detail: Option<Vec<PromotionDetail>>,
}

/// 支付者
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Payer {
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 机构用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sp_openid: Option<String>,
    /// 子商户用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
}

/// 订单金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateTransactionResponseAmount {
    /// 订单金额: in the smallest unit of the currency, such as `888`
    pub total: Option<i64>,
    /// 用户支付金额: in the smallest unit of the currency, such as `888`
    pub payer_total: Option<i64>,
    /// 订单标价币种: such as `CNY`
    pub currency: Option<String>,
    /// 用户支付币种: such as `HKD`
    pub payer_currency: Option<String>,
    /// 汇率信息
    pub exchange_rate: Option<CreateTransactionExchangeRate>,
}

/// 汇率信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct CreateTransactionExchangeRate {
    /// 汇率类型: such as `SETTLEMENT_RATE`
    pub r#type: Option<CreateTransactionExchangeRateType>,
    /// 汇率值: in hundred-millionths, such as `80000000`
    pub rate: Option<i64>,
}

/// 优惠功能
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PromotionDetail {
    /// 券ID: such as `109519`
    pub promotion_id: Option<String>,
    /// 优惠名称: such as `单品惠-6`
    pub name: Option<String>,
    /// 优惠范围: such as `SINGLE`
    pub scope: Option<PromotionScope>,
    /// 优惠类型: such as `DISCOUNT`
    pub r#type: Option<PromotionType>,
    /// 优惠券面额: in the smallest unit of the currency, such as `5`
    pub amount: Option<i64>,
    /// 优惠币种: such as `HKD`
    pub currency: Option<String>,
    /// 活动ID: such as `931386`
    pub activity_id: Option<String>,
    /// 微信出资: in the smallest unit of the currency, such as `0`
    pub wxpay_contribute_amount: Option<i64>,
    /// 商户出资: in the smallest unit of the currency, such as `0`
    pub merchant_contribute_amount: Option<i64>,
    /// 其他出资: in the smallest unit of the currency, such as `5`
    pub other_contribute_amount: Option<i64>,
    /// 单品列表
    pub goods_detail: Option<Vec<GoodsDetail>>,
}

/// 单品列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct GoodsDetail {
    /// 商品编码: such as `12345`
    pub goods_id: Option<String>,
    /// 商品备注: such as `1001`
    pub goods_remark: Option<String>,
    /// 商品优惠金额: in the smallest unit of the currency, such as `100`
    pub discount_amount: Option<i64>,
    /// 商品数量: such as `1`
    pub quantity: Option<i64>,
    /// 商品价格: in the smallest unit of the currency, such as `528800`
    pub price: Option<i64>,
}

/// The response of [`PapayTransactions::query_global_papay_transaction_by_id`],
/// [`PapayTransactions::query_global_papay_transaction_by_out_trade_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Transaction {
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
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
    /// 微信支付订单号: such as `4200000000002104083200000488`
    pub transaction_id: Option<String>,
    /// 商户数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 交易类型: such as `APP`
    pub trade_type: Option<TradeType>,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 支付完成时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: Option<DateTime>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: Option<String>,
    /// 交易状态描述: such as `支付失败，请重新下单支付`
    pub trade_state_desc: Option<String>,
    /// 支付者
    pub payer: Option<Payer>,
    /// 订单金额
    pub amount: Option<TransactionAmount>,
    /// 优惠功能
    pub promotion_detail: Option<Vec<PromotionDetail>>,
}

/// 订单金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TransactionAmount {
    /// 订单金额: in the smallest unit of the currency, such as `888`
    pub total: Option<i64>,
    /// 用户支付金额: in the smallest unit of the currency, such as `888`
    pub payer_total: Option<i64>,
    /// 订单标价币种: such as `CNY`
    pub currency: Option<String>,
    /// 用户支付币种: such as `HKD`
    pub payer_currency: Option<String>,
    /// 汇率信息
    pub exchange_rate: Option<ExchangeRate>,
}

/// 汇率信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ExchangeRate {
    /// 汇率类型: such as `SETTLEMENT_RATE`
    pub r#type: Option<ExchangeRateType>,
    /// 汇率值: in hundred-millionths, such as `80000000`
    pub rate: Option<i64>,
}

open_enum! {
    /// 交易类型
    pub enum CreateTransactionTradeType {
        Auth = "AUTH",
    }
}

open_enum! {
    /// 交易状态
    pub enum TradeState {
        Success = "SUCCESS",
        Refund = "REFUND",
        Notpay = "NOTPAY",
        Closed = "CLOSED",
        Payerror = "PAYERROR",
        Userpaying = "USERPAYING",
    }
}

open_enum! {
    /// 汇率类型
    pub enum CreateTransactionExchangeRateType {
        SettlementRate = "SETTLEMENT_RATE",
        UserpaymentRate = "USERPAYMENT_RATE",
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
    /// 交易类型
    pub enum TradeType {
        Jsapi = "JSAPI",
        Native = "NATIVE",
        App = "APP",
        Mweb = "MWEB",
        Micropay = "MICROPAY",
    }
}

open_enum! {
    /// 汇率类型
    pub enum ExchangeRateType {
        SettlementRate = "SETTLEMENT_RATE",
    }
}
