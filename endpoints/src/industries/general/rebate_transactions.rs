//! 交易回传.

use serde::Serialize;
use wechatpay_client::{Fen, Result, wechatpay_api};

use crate::rules::rules;

/// 交易回传
#[wechatpay_api(defaults)]
pub trait RebateTransactions {
    /// 支付码牌/点餐码牌交易回传
    ///
    /// `POST /v3/industry-rebate/transactions/{transaction_id}`
    ///
    /// - `transaction_id` 商户提现单号: such as `20190611222222222200000000012122`
    #[wechatpay_api(POST "/v3/industry-rebate/transactions/{transaction_id}")]
    async fn sync_rebate_transaction(
        &self,
        transaction_id: &str,
        body: &SyncRebateTransactionRequest,
    ) -> Result<()>;

    /// 回传SN和商品编码
    ///
    /// `POST /v3/industry-rebate/retail-industry/transactions`
    #[wechatpay_api(POST "/v3/industry-rebate/retail-industry/transactions")]
    async fn sync_retail_transaction(&self, body: &SyncRetailTransactionRequest) -> Result<()>;
}

/// The request of [`RebateTransactions::sync_rebate_transaction`].
///
/// `SyncRebateTransactionRequest::builder().sub_mchid(…).code_url(…).out_trade_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncRebateTransactionRequest {
    /// 子商户: such as `1900000001` (unconfirmed)
    pub sub_mchid: String,
    /// 收款链接url: such as `URl:weixin://wxpay/s/An4baqw` (unconfirmed)
    pub code_url: String,
    /// 商户订单号: such as `example_out_trade_no` (unconfirmed)
    pub out_trade_no: String,
}

rules! { SyncRebateTransactionRequest {} }

/// The request of [`RebateTransactions::sync_retail_transaction`].
///
/// `SyncRetailTransactionRequest::builder().out_trade_no(…).sub_mchid(…).build()`. For an
/// `Option`, use setters such as `maybe_brand_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncRetailTransactionRequest {
    /// 品牌ID: such as `120344`
    pub brand_id: Option<String>,
    /// 微信支付订单号: such as `20190611222222222200000000012122`
    pub transaction_id: Option<String>,
    /// 商户订单号: such as `example_out_trade_no` (unconfirmed)
    pub out_trade_no: String,
    /// 子商户号: such as `1900000001` (unconfirmed)
    pub sub_mchid: String,
    /// 设备号: such as `example_device_id`
    pub device_id: Option<String>,
    /// 单品列表
    pub goods_detail: Option<Vec<GoodsDetail>>,
}

rules! { SyncRetailTransactionRequest {} }

/// 单品列表
///
/// `GoodsDetail::builder().barcode(…).goods_name(…).quantity(…).price(…).build()`. For an
/// `Option`, use setters such as `maybe_merchant_goods_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct GoodsDetail {
    /// 商品编码: such as `example_barcode` (unconfirmed)
    pub barcode: String,
    /// 商家商品编码: such as `1001`
    pub merchant_goods_id: Option<String>,
    /// 商品名称: such as `iPhoneX 256G` (unconfirmed)
    pub goods_name: String,
    /// 商品数量: such as `1` (unconfirmed)
    pub quantity: i64,
    /// 商品单价: such as `528800` (unconfirmed)
    pub price: Fen,
}
