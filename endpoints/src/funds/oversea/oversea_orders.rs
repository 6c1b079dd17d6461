//! 资金出境.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 资金出境
#[wechatpay_api(defaults)]
pub trait OverseaOrders {
    /// 查询订单剩余可出境余额
    ///
    /// `GET /v3/funds-to-oversea/transactions/{transaction_id}/available_abroad_amounts`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter7_10_1.shtml>
    ///
    /// - `transaction_id` 微信支付订单号: such as `4208450740201411110007820472`
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/funds-to-oversea/transactions/{transaction_id}/available_abroad_amounts")]
    async fn query_available_abroad_amount(
        &self,
        transaction_id: &str,
        #[query] sub_mchid: &str,
    ) -> Result<AvailableAbroadAmount>;

    /// 申请资金出境
    ///
    /// `POST /v3/funds-to-oversea/orders`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter7_10_2.shtml>
    #[wechatpay_api(POST "/v3/funds-to-oversea/orders")]
    async fn create_oversea_order(&self, body: &CreateOverseaOrderRequest) -> Result<OverseaOrder>;

    /// 查询出境结果
    ///
    /// `GET /v3/funds-to-oversea/orders/{out_order_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter7_10_3.shtml>
    ///
    /// - `out_order_id` 商户出境单号: such as `merchant123123`
    /// - `sub_mchid` 二级商户号: such as `1231231`
    /// - `transaction_id` 微信支付订单号: such as `4200000000000`
    #[wechatpay_api(GET "/v3/funds-to-oversea/orders/{out_order_id}")]
    async fn query_oversea_order(
        &self,
        out_order_id: &str,
        #[query] sub_mchid: &str,
        #[query] transaction_id: &str,
    ) -> Result<OverseaOrder>;
}

/// The response of [`OverseaOrders::query_available_abroad_amount`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AvailableAbroadAmount {
    /// 微信支付订单号: such as `4208450740201411110007820472`
    pub transaction_id: String,
    /// 订单剩余可出境金额: such as `21`
    pub available_abroad_amount: Fen,
}

/// The request of [`OverseaOrders::create_oversea_order`].
///
/// `CreateOverseaOrderRequest::builder().out_order_id(…).sub_mchid(…).transaction_id(…).amount(…).foreign_currency(…).seller_info(…).payee_info(…).build()`.
/// For an `Option`, use setters such as `maybe_goods_info`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateOverseaOrderRequest {
    /// 商户出境单号: such as `merchant_1123123`
    pub out_order_id: String,
    /// 二级商户号: such as `123456`
    pub sub_mchid: String,
    /// 微信订单号: such as `420000000000000010`
    pub transaction_id: String,
    /// 出境金额: such as `10`
    pub amount: Fen,
    /// 境外收款币种: such as `USD`
    pub foreign_currency: String,
    /// 商品信息
    pub goods_info: Option<Vec<GoodsInfo>>,
    /// 卖家信息
    pub seller_info: SellerInfo,
    /// 物流信息
    pub express_info: Option<ExpressInfo>,
    /// 收款人信息
    pub payee_info: PayeeInfo,
    /// 预售信息
    pub presale_info: Option<PresaleInfo>,
}

rules! {
    CreateOverseaOrderRequest {
        within("presale_info", PresaleInfo::RULES),
    }
}

/// 商品信息
///
/// `GoodsInfo::builder().goods_name(…).goods_unit_price(…).goods_quantity(…).build()`. For an
/// `Option`, use setters such as `maybe_goods_category`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct GoodsInfo {
    /// 商品名称: such as `橘子`
    pub goods_name: String,
    /// 商品类目: such as `家用电器`
    pub goods_category: Option<String>,
    /// 商品单价: such as `1`
    pub goods_unit_price: Fen,
    /// 商品数量: such as `1`
    pub goods_quantity: i64,
}

/// 卖家信息
///
/// `SellerInfo::builder().oversea_business_name(…).oversea_shop_name(…).seller_id(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SellerInfo {
    /// 境外卖家经营主体名称: such as `香港xxxx公司`
    pub oversea_business_name: String,
    /// 境外卖家店铺名称: such as `香港xxx公司xxx店铺`
    pub oversea_shop_name: String,
    /// 卖家ID: such as `id2123123123`
    pub seller_id: String,
}

/// 物流信息
///
/// `ExpressInfo::builder().courier_number(…).express_company_name(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ExpressInfo {
    /// 物流单号: such as `curier_number_1231`
    pub courier_number: String,
    /// 物流商名称: such as `国际xxx物流`
    pub express_company_name: String,
}

/// 收款人信息
///
/// `PayeeInfo::builder().payee_id(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PayeeInfo {
    /// 收款人识别号: such as `ID123112312`
    pub payee_id: String,
}

/// 预售信息
///
/// `PresaleInfo::builder().r#type(…).total_amount(…).build()`. For an `Option`, use setters such
/// as `maybe_deposit_transaction_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PresaleInfo {
    /// 订单类型
    pub r#type: PresaleType,
    /// 预售订单总金额: such as `10`
    pub total_amount: Fen,
    /// 关联定金订单号: such as `4208450740201411110007820472`
    pub deposit_transaction_id: Option<String>,
    /// 关联尾款订单号: such as `4208450740201411110007820472`
    pub balance_transaction_id: Option<String>,
}

rules! {
    PresaleInfo {
        member("type", &[Listed(PresaleType::TEXTS)]),
    }
}

/// The response of [`OverseaOrders::create_oversea_order`], [`OverseaOrders::query_oversea_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct OverseaOrder {
    /// 商户出境单号: such as `merchant123123`
    pub out_order_id: String,
    /// 二级商户号: such as `1231231`
    pub sub_mchid: String,
    /// 微信出境单号: such as `42000000000_123123`
    pub order_id: String,
    /// 出境结果: such as `ACCEPT`
    pub result: String,
    /// 出境失败的原因: such as `DEPARTURE_AMOUNT_NO_ENOUGH`
    pub fail_reason: Option<String>,
    /// 请求出境人民币金额: such as `21`
    pub amount: Fen,
    /// 真实出境外币金额: in the smallest unit of the currency, such as `20`
    pub foreign_amount: Option<i64>,
    /// 外币币种: such as `USD`
    pub foreign_currency: String,
    /// 汇率: in hundred-millionths, such as `650000000`
    pub rate: Option<i64>,
    /// 购汇时间: such as `2015-05-20T13:29:35+08:00`
    pub exchange_rate_time: Option<DateTime>,
    /// 预计购汇时间: such as `2015-05-20T13:29:35+08:00`
    pub estimate_exchange_rate_time: Option<DateTime>,
    /// 真实出境人民币金额: such as `20`
    pub departure_amount: Option<Fen>,
    /// 手续费人民币金额: such as `1`
    pub fee: Option<Fen>,
    /// 手续费承担商户号: such as `1231231`
    pub charge_mchid: Option<String>,
    /// 手续费承担账户: such as `BASIC`
    pub charge_account_type: Option<String>,
}

open_enum! {
    /// 订单类型
    pub enum PresaleType {
        Deposit = "DEPOSIT",
        Balance = "BALANCE",
    }
}
