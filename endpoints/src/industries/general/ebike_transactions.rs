//! 充电自行车扣款.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::rules::rules;

/// 充电自行车扣款
#[wechatpay_api(defaults)]
pub trait EbikeTransactions {
    /// 充电自行车代扣受理扣款
    ///
    /// `POST /v3/ebike/charge/transactions`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/vehicle/ebike/chapter3_5.shtml>
    #[deprecated = "deprecated by WeChat Pay"]
    #[wechatpay_api(POST "/v3/ebike/charge/transactions")]
    async fn create_ebike_transaction(
        &self,
        body: &CreateEbikeTransactionRequest,
    ) -> Result<CreateEbikeTransactionResponse>;

    /// 微信支付订单号查询订单
    ///
    /// `GET /v3/ebike/charge/transactions/id/{transaction_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/vehicle/ebike/chapter3_6.shtml>
    ///
    /// - `transaction_id` 微信支付订单号: such as `25012014070332333018`
    /// - `sub_mchid` 特约商户号: such as `1900000109`
    #[deprecated = "deprecated by WeChat Pay"]
    #[wechatpay_api(GET "/v3/ebike/charge/transactions/id/{transaction_id}")]
    async fn query_ebike_transaction_by_id(
        &self,
        transaction_id: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<EbikeTransaction>;

    /// 商户订单号查询订单
    ///
    /// `GET /v3/ebike/charge/transactions/out-trade-no/{out_trade_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/vehicle/ebike/chapter3_6.shtml>
    ///
    /// - `out_trade_no` 商户订单号: such as `121775250124070332`
    /// - `sub_mchid` 特约商户号: such as `1900000109`
    #[deprecated = "deprecated by WeChat Pay"]
    #[wechatpay_api(GET "/v3/ebike/charge/transactions/out-trade-no/{out_trade_no}")]
    async fn query_ebike_transaction_by_out_trade_no(
        &self,
        out_trade_no: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<EbikeTransaction>;
}

/// The request of [`EbikeTransactions::create_ebike_transaction`].
///
/// `CreateEbikeTransactionRequest::builder().appid(…).out_trade_no(…).notify_url(…).description(…).charging_token(…).amount(…).charge_info(…).device_info(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateEbikeTransactionRequest {
    /// 特约商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 服务商公众号ID: such as `wxd678efh567hg678` (unconfirmed)
    pub appid: String,
    /// 特约商户公众号ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 商户订单号: such as `121775250124070332` (unconfirmed)
    pub out_trade_no: String,
    /// 附加字段: such as `自定义数据`
    pub attach: Option<String>,
    /// 营销信息: such as `test`
    pub goods_tag: Option<String>,
    /// 通知url: such as `http://1111:111/metro-spt-api/callback` (unconfirmed)
    pub notify_url: String,
    /// 商品描述: such as `商品信息` (unconfirmed)
    pub description: String,
    /// 用户充电代扣凭证: such as `sdjf23kdsHJfdk` (unconfirmed)
    pub charging_token: String,
    /// 订单金额信息 (unconfirmed)
    pub amount: CreateEbikeTransactionAmount,
    /// 充电自行车场景信息 (unconfirmed)
    pub charge_info: EbikeTransactionChargeInfo,
    /// 设备信息 (unconfirmed)
    pub device_info: EbikeDeviceInfo,
}

rules! {
    CreateEbikeTransactionRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// 订单金额信息
///
/// `CreateEbikeTransactionAmount::builder().total(…).build()`. For an `Option`, use setters such
/// as `maybe_currency`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateEbikeTransactionAmount {
    /// 订单总金额: such as `888` (unconfirmed)
    pub total: Fen,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
}

/// 充电自行车场景信息
///
/// `EbikeTransactionChargeInfo::builder().start_time(…).end_time(…).charging_station_name(…).charging_gun_number(…).charged_capacity(…).build()`.
/// For an `Option`, use setters such as `maybe_park_duration`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct EbikeTransactionChargeInfo {
    /// 开始时间: such as `2017-08-26T09:43:39+08:00` (unconfirmed)
    pub start_time: DateTime,
    /// 结束时间: such as `2017-08-26T09:43:39+08:00` (unconfirmed)
    pub end_time: DateTime,
    /// 充电站名称: such as `xxx充电站` (unconfirmed)
    pub charging_station_name: String,
    /// 充电枪编号: such as `6555` (unconfirmed)
    pub charging_gun_number: String,
    /// 已充电量: such as `10` (unconfirmed)
    pub charged_capacity: i64,
    /// 车位延时占用时长: such as `60`
    pub park_duration: Option<i64>,
    /// 车位延时占用产生的费用: such as `100`
    pub park_fee: Option<Fen>,
}

/// 设备信息
///
/// `EbikeDeviceInfo::builder().device_id(…).device_ip(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct EbikeDeviceInfo {
    /// 充电位设备号: such as `12343232` (unconfirmed)
    pub device_id: String,
    /// 商户端设备ip: such as `123.12.12.123` (unconfirmed)
    pub device_ip: String,
}

/// The response of [`EbikeTransactions::create_ebike_transaction`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateEbikeTransactionResponse {
    /// 受理状态: such as `SUCCESS - 受理成功`
    pub accept_state: Option<String>,
    /// 订单创建时间: such as `2017-08-26T10:43:39+08:00`
    pub create_time: Option<DateTime>,
}

/// The response of [`EbikeTransactions::query_ebike_transaction_by_id`],
/// [`EbikeTransactions::query_ebike_transaction_by_out_trade_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct EbikeTransaction {
    /// 商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 特约商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 服务商公众号ID: such as `wxd678efh567hg678`
    pub appid: Option<String>,
    /// 特约商户公众号ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 商户订单号: such as `201407033233368018`
    pub out_trade_no: Option<String>,
    /// 微信订单号: such as `25012014070332333018`
    pub transaction_id: Option<String>,
    /// 商户数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 交易类型: such as `PAP`
    pub trade_type: Option<String>,
    /// 银行类型: such as `CMC`
    pub bank_type: Option<String>,
    /// 成功时间: such as `2017-08-26T10:43:39+08:00`
    pub success_time: Option<DateTime>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: Option<String>,
    /// 交易状态描述: such as `请重新下单支付`
    pub trade_state_des: Option<String>,
    /// 充电授权扣费协议号: such as `121775250124070332`
    pub contract_id: Option<String>,
    /// 支付者信息
    pub payer: Option<EbikePayer>,
    /// 订单金额信息
    pub amount: Option<EbikeAmount>,
    /// 设备信息
    pub device_info: Option<EbikeTransactionDeviceInfo>,
    /// 优惠信息
    pub promotion_detail: Option<Vec<EbikePromotionDetail>>,
}

/// 支付者信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct EbikePayer {
    /// 用户在服务商的标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub openid: Option<String>,
    /// 用户在特约商户的标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
}

/// 订单金额信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct EbikeAmount {
    /// 订单金额: such as `888`
    pub total: Option<Fen>,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
    /// 用户实际支付金额
    pub payer_total: Option<Fen>,
    /// 折扣: such as `100`
    pub discount_total: Option<Fen>,
}

/// 设备信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct EbikeTransactionDeviceInfo {
    /// 充电位设备号: such as `12343232`
    pub device_id: Option<String>,
    /// 商户端设备ip: such as `123.12.12.123`
    pub device_ip: Option<String>,
}

/// 优惠信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct EbikePromotionDetail {
    /// 券ID: such as `109519`
    pub promotion_id: Option<String>,
    /// 优惠名称: such as `单品惠-6`
    pub name: Option<String>,
    /// 优惠范围: such as `SINGLE`
    pub scope: Option<String>,
    /// 优惠类型: such as `DISCOUNT`
    pub r#type: Option<String>,
    /// 活动ID: such as `931386`
    pub activity_id: Option<String>,
    /// 优惠券面额: such as `5`
    pub amount: Option<Fen>,
    /// 微信出资: such as `1`
    pub wxpay_contribute: Option<Fen>,
    /// 商户出资: such as `1`
    pub merchant_contribute: Option<Fen>,
    /// 其他出资: such as `5`
    pub other_contribute: Option<Fen>,
}
