//! ETC扣费.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::rules::rules;

/// ETC扣费
#[wechatpay_api(defaults)]
pub trait EtcTransactions {
    /// 高速场景商户扣款
    ///
    /// `POST /v3/vehicle/etc/transactions/highway`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_4_3.shtml>
    #[wechatpay_api(POST "/v3/vehicle/etc/transactions/highway")]
    async fn create_etc_highway_transaction(
        &self,
        body: &CreateEtcHighwayTransactionRequest,
    ) -> Result<EtcTransaction>;

    /// 微信支付订单号查询订单
    ///
    /// `GET /v3/vehicle/etc/transactions/id/{transaction_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_4_8.shtml>
    ///
    /// - `transaction_id` 微信支付订单号: such as `25012014070332333018`
    /// - `sub_mchid` 特约商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/vehicle/etc/transactions/id/{transaction_id}")]
    async fn query_etc_transaction_by_id(
        &self,
        transaction_id: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<EtcTransaction>;

    /// 商户订单号查询订单
    ///
    /// `GET /v3/vehicle/etc/transactions/out-trade-no/{out_trade_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_4_8.shtml>
    ///
    /// - `out_trade_no` 商户订单号: such as `121775250124070332`
    /// - `sub_mchid` 特约商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/vehicle/etc/transactions/out-trade-no/{out_trade_no}")]
    async fn query_etc_transaction_by_out_trade_no(
        &self,
        out_trade_no: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<EtcTransaction>;
}

/// The request of [`EtcTransactions::create_etc_highway_transaction`].
///
/// `CreateEtcHighwayTransactionRequest::builder().out_trade_no(…).appid(…).contract_id(…).description(…).highway_info(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateEtcHighwayTransactionRequest {
    /// 商户订单号: such as `121775250124070332`
    pub out_trade_no: String,
    /// 特约商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 商户appid: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 特约商户appid: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// ETC扣费授权协议号: such as `wxd678ef4Fwxd678ef4Fwxd678ef4F21`
    pub contract_id: String,
    /// 商品信息: such as `商品信息`
    pub description: String,
    /// 附加信息: such as `自定义数据`
    pub attach: Option<String>,
    /// 营销信息: such as `test`
    pub goods_tag: Option<String>,
    /// 高速场景信息
    pub highway_info: HighwayInfo,
    /// 订单金额
    pub amount: CreateHighwayTransactionAmount,
    /// 设备信息
    pub device_info: Option<DeviceInfo>,
}

rules! { CreateEtcHighwayTransactionRequest {} }

/// 高速场景信息
///
/// `HighwayInfo::builder().plate_number(…).start_time(…).end_time(…).channel_type(…).build()`.
/// For an `Option`, use setters such as `maybe_car_type`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct HighwayInfo {
    /// 车牌号: such as `粤B888888`
    pub plate_number: String,
    /// 入站时间: such as `2017-08-26T09:43:39+08:00`
    pub start_time: DateTime,
    /// 出站时间: such as `2017-08-26T09:43:39+08:00`
    pub end_time: DateTime,
    /// 通道类型: such as `ETC`
    pub channel_type: String,
    /// 车辆类型: such as `CAR`
    pub car_type: Option<String>,
    /// 入口名称: such as `沿江深圳-大铲湾`
    pub entrance: Option<String>,
    /// 出口名称: such as `广珠东线-珠海站`
    pub exit: Option<String>,
    /// 承载人数: such as `3`
    pub carrying_capacity: Option<i64>,
    /// 荷载范围: such as `6-12`
    pub carrying_range: Option<String>,
}

/// 订单金额
///
/// `CreateHighwayTransactionAmount::builder().build()`. For an `Option`, use setters such as
/// `maybe_total`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateHighwayTransactionAmount {
    /// 订单金额: such as `888`
    pub total: Option<Fen>,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
}

/// 设备信息
///
/// `DeviceInfo::builder().build()`. For an `Option`, use setters such as `maybe_device_id`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct DeviceInfo {
    /// 商户端设备号: such as `POS1:1`
    pub device_id: Option<String>,
    /// 商户端设备IP: such as `123.12.12.123`
    pub device_ip: Option<String>,
}

/// The response of [`EtcTransactions::create_etc_highway_transaction`],
/// [`EtcTransactions::query_etc_transaction_by_id`],
/// [`EtcTransactions::query_etc_transaction_by_out_trade_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct EtcTransaction {
    /// 商户号: such as `1230000109`
    pub mchid: String,
    /// 特约商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 商户appid: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 特约商户appid: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 商户订单号: such as `121775250124070332`
    pub out_trade_no: String,
    /// 微信支付订单号: such as `25012014070332333018`
    pub transaction_id: Option<String>,
    /// 商户数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 交易类型: such as `PAP`
    pub trade_type: Option<String>,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 支付完成时间: such as `2017-08-26T10:43:39+08:00`
    pub success_time: Option<DateTime>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: String,
    /// 交易状态描述: such as `请重新下单支付`
    pub trade_state_desc: Option<String>,
    /// 支付者
    pub payer: Option<Payer>,
    /// 订单金额
    pub amount: Amount,
    /// 设备信息
    pub device_info: Option<DeviceInfo>,
    /// 优惠详情
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
    /// 用户在服务商APP的标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub sp_openid: Option<String>,
    /// 用户在特约商户APP的标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
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
pub struct Amount {
    /// 订单金额: such as `888`
    pub total: Fen,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
    /// 用户实际支付金额: such as `888`
    pub payer_total: Option<Fen>,
    /// 折扣: such as `100`
    pub discount_total: Option<Fen>,
}

/// 优惠详情
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
    /// 优惠名称: such as `单品惠-6`
    pub name: Option<String>,
    /// 优惠范围: such as `SINGLE`
    pub scope: Option<String>,
    /// 优惠类型: such as `DISCOUNT`
    pub r#type: Option<String>,
    /// 活动ID: such as `931386`
    pub activity_id: Option<String>,
    /// 优惠券面额: such as `5`
    pub amount: Fen,
    /// 微信出资: such as `5`
    pub wxpay_contribute: Option<Fen>,
    /// 商户出资: such as `5`
    pub merchant_contribute: Option<Fen>,
    /// 其他出资: such as `5`
    pub other_contribute: Option<Fen>,
}
