//! 合单代扣扣款.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::rules::rules;

/// 合单代扣扣款
#[wechatpay_api(defaults)]
pub trait CombinePapayTransactions {
    /// 电商合单委托代扣支付
    ///
    /// `POST /v3/ecommerce/combine-papay/transactions`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter5_5_4.shtml>
    #[wechatpay_api(POST "/v3/ecommerce/combine-papay/transactions")]
    async fn create_combine_papay_transaction(
        &self,
        body: &CreateCombinePapayTransactionRequest,
    ) -> Result<Transaction>;

    /// 电商合单委托代扣查询订单
    ///
    /// `GET /v3/ecommerce/combine-papay/transactions/{combine_out_trade_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter5_5_6.shtml>
    ///
    /// - `combine_out_trade_no` 合单商户订单号: such as `P20150806125346`
    #[wechatpay_api(GET "/v3/ecommerce/combine-papay/transactions/{combine_out_trade_no}")]
    async fn query_combine_papay_transaction(
        &self,
        combine_out_trade_no: &str,
    ) -> Result<Transaction>;

    /// 电商合单委托代扣撤销订单
    ///
    /// `POST /v3/ecommerce/combine-papay/transactions/{combine_out_trade_no}/reverse`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter5_5_5.shtml>
    ///
    /// - `combine_out_trade_no` 合单商户订单号: such as `P20150806125346`
    #[wechatpay_api(POST "/v3/ecommerce/combine-papay/transactions/{combine_out_trade_no}/reverse")]
    async fn reverse_combine_papay_transaction(
        &self,
        combine_out_trade_no: &str,
        body: &ReverseCombinePapayTransactionRequest,
    ) -> Result<()>;
}

/// The request of [`CombinePapayTransactions::create_combine_papay_transaction`].
///
/// `CreateCombinePapayTransactionRequest::builder().combine_appid(…).combine_out_trade_no(…).contract_id(…).build()`.
/// For an `Option`, use setters such as `maybe_combine_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateCombinePapayTransactionRequest {
    /// 合单商户appid: such as `wxd678efh567hg6787`
    pub combine_appid: String,
    /// 合单商户号: such as `1900000109`
    pub combine_mchid: Option<String>,
    /// 合单商户订单号: such as `P20150806125346`
    pub combine_out_trade_no: String,
    /// 委托代扣协议ID: such as `123124412412423431`
    pub contract_id: String,
    /// 子单信息
    pub sub_orders: Option<Vec<CreateSubOrder>>,
    /// 风控信息
    pub risk_info: Option<String>,
}

rules! { CreateCombinePapayTransactionRequest {} }

/// 子单信息
///
/// `CreateSubOrder::builder().amount(…).out_trade_no(…).description(…).build()`. For an
/// `Option`, use setters such as `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateSubOrder {
    /// 子单商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// 附加数据: such as `深圳分店`
    pub attach: Option<String>,
    /// 订单金额
    pub amount: CreateSubOrderAmount,
    /// 子单商户订单号: such as `20150806125346`
    pub out_trade_no: String,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 二级商户appid: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 商品描述: such as `腾讯充值中心-QQ会员充值`
    pub description: String,
    /// 结算信息
    pub settle_info: Option<SettleInfo>,
    /// 子单风控信息
    pub sub_risk_info: Option<String>,
}

/// 订单金额
///
/// `CreateSubOrderAmount::builder().total_amount(…).currency(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateSubOrderAmount {
    /// 标价金额: such as `100`
    pub total_amount: Fen,
    /// 标价币种: such as `CNY`
    pub currency: String,
}

/// 结算信息
///
/// `SettleInfo::builder().build()`. For an `Option`, use setters such as `maybe_profit_sharing`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SettleInfo {
    /// 是否指定分账
    pub profit_sharing: Option<bool>,
    /// 补差金额: such as `10`
    pub subsidy_amount: Option<Fen>,
}

/// The response of [`CombinePapayTransactions::create_combine_papay_transaction`],
/// [`CombinePapayTransactions::query_combine_papay_transaction`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Transaction {
    /// 合单商户APPID: such as `wxd678efh567hg6787`
    pub combine_appid: String,
    /// 合单商户号: such as `1900000109`
    pub combine_mchid: String,
    /// 合单商户订单号: such as `P20150806125346`
    pub combine_out_trade_no: String,
    /// 子单信息
    pub sub_orders: Option<Vec<SubOrder>>,
    /// 支付者
    pub combine_payer_info: Option<CombinePayerInfo>,
}

/// 子单信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SubOrder {
    /// 子单商户号: such as `1900000109`
    pub mchid: String,
    /// 交易类型: such as `PAP`
    pub trade_type: Option<String>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: String,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 附加数据: such as `深圳分店`
    pub attach: Option<String>,
    /// 支付完成时间: such as `2015-05-20T13:29:35.120+08:00`
    pub success_time: Option<DateTime>,
    /// 子单微信订单号: such as `1009660380201506130728806387`
    pub transaction_id: Option<String>,
    /// 子单商户订单号: such as `20150806125346`
    pub out_trade_no: String,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 二级商户appid: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 订单金额
    pub amount: Option<TransactionAmount>,
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
    /// 标价金额: such as `100`
    pub total_amount: Fen,
    /// 标价币种: such as `CNY`
    pub currency: String,
    /// 现金支付金额: in the smallest unit of the currency, such as `10`
    pub payer_amount: Option<i64>,
    /// 现金支付币种: such as `CNY`
    pub payer_currency: Option<String>,
}

/// 支付者
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CombinePayerInfo {
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
}

/// The request of [`CombinePapayTransactions::reverse_combine_papay_transaction`].
///
/// `ReverseCombinePapayTransactionRequest::builder().combine_appid(…).build()`. For an `Option`,
/// use setters such as `maybe_sub_orders`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ReverseCombinePapayTransactionRequest {
    /// 合单商户APPID: such as `wxd678efh567hg6787`
    pub combine_appid: String,
    /// 子单信息
    pub sub_orders: Option<Vec<ReverseSubOrder>>,
}

rules! { ReverseCombinePapayTransactionRequest {} }

/// 子单信息
///
/// `ReverseSubOrder::builder().out_trade_no(…).build()`. For an `Option`, use setters such as
/// `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ReverseSubOrder {
    /// 子单商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// 子单商户订单号: such as `20150806125346`
    pub out_trade_no: String,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 二级商户appid: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
}
