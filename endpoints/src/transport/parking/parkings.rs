//! 停车扣费.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 停车扣费
#[wechatpay_api(defaults)]
pub trait Parkings {
    /// 查询车牌服务开通信息
    ///
    /// `GET /v3/vehicle/parking/services/find`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter8_8_1.shtml>
    ///
    /// - `appid` 应用ID: such as `wxcbda96de0b165486`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `plate_number` 车牌号: such as `粤B888888`
    /// - `plate_color` 车牌颜色: such as `BLUE`
    /// - `openid` 用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    #[wechatpay_api(GET "/v3/vehicle/parking/services/find")]
    async fn query_plate_service(
        &self,
        #[query] appid: &str,
        #[query] sub_mchid: Option<&str>,
        #[query] plate_number: &str,
        #[query] plate_color: &VehiclePlateColor,
        #[query] openid: &str,
    ) -> Result<PlateService>;

    /// 创建停车入场
    ///
    /// `POST /v3/vehicle/parking/parkings`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter8_8_2.shtml>
    #[wechatpay_api(POST "/v3/vehicle/parking/parkings")]
    async fn create_parking(&self, body: &CreateParkingRequest) -> Result<CreateParkingResponse>;

    /// 扣费受理
    ///
    /// `POST /v3/vehicle/transactions/parking`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/merchant/4012534352>
    #[wechatpay_api(POST "/v3/vehicle/transactions/parking")]
    async fn create_parking_transaction(
        &self,
        body: &CreateParkingTransactionRequest,
    ) -> Result<CreateParkingTransactionResponse>;

    /// 查询订单
    ///
    /// `GET /v3/vehicle/transactions/out-trade-no/{out_trade_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter8_8_4.shtml>
    ///
    /// - `out_trade_no` 商户订单号: such as `20150806125346`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/vehicle/transactions/out-trade-no/{out_trade_no}")]
    async fn query_parking_transaction(
        &self,
        out_trade_no: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<ParkingTransaction>;
}

/// The response of [`Parkings::query_plate_service`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PlateService {
    /// 车牌号: such as `粤B888888`
    pub plate_number: String,
    /// 车牌颜色: such as `BLUE`
    pub plate_color: VehiclePlateColor,
    /// 车牌服务开通时间: such as `2017-08-26T10:43:39+08:00`
    pub service_open_time: Option<DateTime>,
    /// 用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub openid: String,
    /// 车牌服务开通状态: such as `PAUSE`
    pub service_state: ServiceState,
}

/// The request of [`Parkings::create_parking`].
///
/// `CreateParkingRequest::builder().out_parking_no(…).plate_number(…).plate_color(…).notify_url(…).start_time(…).parking_name(…).free_duration(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateParkingRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 商户入场id: such as `1231243`
    pub out_parking_no: String,
    /// 车牌号: such as `粤B888888`
    pub plate_number: String,
    /// 车牌颜色: such as `BLUE`
    pub plate_color: VehiclePlateColor,
    /// 回调通知url: such as `https://yoursite.com/wxpay.html`
    pub notify_url: String,
    /// 入场时间: such as `2017-08-26T10:43:39+08:00`
    pub start_time: DateTime,
    /// 停车场名称: such as `欢乐海岸停车场`
    pub parking_name: String,
    /// 免费时长: in seconds, such as `3600`
    pub free_duration: i64,
}

rules! {
    CreateParkingRequest {
        member("plate_color", &[Listed(VehiclePlateColor::TEXTS)]),
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`Parkings::create_parking`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateParkingResponse {
    /// 停车入场id: such as `5K8264ILTKCH16CQ250`
    pub id: String,
    /// 商户入场id: such as `212434321`
    pub out_parking_no: String,
    /// 车牌号: such as `粤B888888`
    pub plate_number: String,
    /// 车牌颜色: such as `BLUE`
    pub plate_color: VehiclePlateColor,
    /// 入场时间: such as `2017-08-26T10:43:39+08:00`
    pub start_time: DateTime,
    /// 停车场名称: such as `欢乐海岸停车场`
    pub parking_name: String,
    /// 免费时长: in seconds, such as `3600`
    pub free_duration: i64,
    /// 停车入场状态: such as `NORMAL`
    pub state: ParkingEntryState,
    /// 不可用状态描述: such as `PAUSE`
    pub block_reason: Option<BlockReason>,
}

/// The request of [`Parkings::create_parking_transaction`].
///
/// `CreateParkingTransactionRequest::builder().appid(…).description(…).out_trade_no(…).trade_scene(…).notify_url(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateParkingTransactionRequest {
    /// 应用ID: such as `wxcbda96de0b165486`
    pub appid: String,
    /// 子商户应用ID: such as `wxcbda96de0b165486`
    pub sub_appid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 服务描述: such as `停车场扣费`
    pub description: String,
    /// 附加数据: such as `深圳分店`
    pub attach: Option<String>,
    /// 商户订单号: such as `20150806125346`
    pub out_trade_no: String,
    /// 交易场景: such as `PARKING`
    pub trade_scene: String,
    /// 订单优惠标记: such as `WXG`
    pub goods_tag: Option<String>,
    /// 回调通知url: such as `https://yoursite.com/wxpay.html`
    pub notify_url: String,
    /// 分账标识: such as `Y`
    pub profit_sharing: Option<YesNo>,
    /// 订单金额
    pub amount: CreateTransactionAmount,
    /// 停车场景信息
    pub parking_info: Option<CreateTransactionParkingInfo>,
}

rules! {
    CreateParkingTransactionRequest {
        member("notify_url", &[NotifyUrl]),
        member("profit_sharing", &[Listed(YesNo::TEXTS)]),
        within("amount", CreateTransactionAmount::RULES),
        within("parking_info", CreateTransactionParkingInfo::RULES),
    }
}

/// 订单金额
///
/// `CreateTransactionAmount::builder().total(…).build()`. For an `Option`, use setters such as
/// `maybe_currency`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateTransactionAmount {
    /// 订单金额: such as `888`
    pub total: Fen,
    /// 货币类型: such as `CNY`
    pub currency: Option<Currency>,
}

rules! {
    CreateTransactionAmount {
        member("currency", &[Listed(Currency::TEXTS)]),
    }
}

/// 停车场景信息
///
/// `CreateTransactionParkingInfo::builder().parking_id(…).plate_number(…).plate_color(…).start_time(…).end_time(…).parking_name(…).charging_duration(…).device_id(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateTransactionParkingInfo {
    /// 停车入场id: such as `5K8264ILTKCH16CQ250`
    pub parking_id: String,
    /// 车牌号: such as `粤B888888`
    pub plate_number: String,
    /// 车牌颜色: such as `BLUE`
    pub plate_color: VehiclePlateColor,
    /// 入场时间: such as `2017-08-26T10:43:39+08:00`
    pub start_time: DateTime,
    /// 出场时间: such as `2017-08-26T10:43:39+08:00`
    pub end_time: DateTime,
    /// 停车场名称: such as `欢乐海岸停车场`
    pub parking_name: String,
    /// 计费时长: in seconds, such as `3600`
    pub charging_duration: i64,
    /// 停车场设备id: such as `12313`
    pub device_id: String,
}

rules! {
    CreateTransactionParkingInfo {
        member("plate_color", &[Listed(VehiclePlateColor::TEXTS)]),
    }
}

/// The response of [`Parkings::create_parking_transaction`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateParkingTransactionResponse {
    /// 应用ID: such as `wxcbda96de0b165486`
    pub appid: String,
    /// 子商户应用ID: such as `wxcbda96de0b165489`
    pub sub_appid: Option<String>,
    /// 服务商商户号: such as `1230000109`
    pub sp_mchid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 服务描述: such as `停车场扣费`
    pub description: String,
    /// 订单创建时间: such as `2017-08-26T10:43:39+08:00`
    pub create_time: DateTime,
    /// 商户订单号: such as `20150806125346`
    pub out_trade_no: String,
    /// 微信支付订单号: such as `1009660380201506130728806387`
    pub transaction_id: Option<String>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: TradeState,
    /// 交易状态描述: such as `支付失败，请重新下单支付`
    pub trade_state_description: Option<String>,
    /// 支付完成时间: such as `2017-08-26T10:43:39+08:00`
    pub success_time: Option<DateTime>,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 用户是否已还款: such as `Y`
    pub user_repaid: Option<YesNo>,
    /// 附加数据: such as `深圳分店`
    pub attach: Option<String>,
    /// 交易场景: such as `PARKING`
    pub trade_scene: TradeScene,
    /// 停车场景信息
    pub parking_info: Option<ParkingInfo>,
    /// 支付者信息
    pub payer: Option<Payer>,
    /// 订单金额信息
    pub amount: CreateTransactionResponseAmount,
    /// 优惠信息
    pub promotion_detail: Option<Vec<CreateTransactionPromotionDetail>>,
}

/// 停车场景信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ParkingInfo {
    /// 停车入场id: such as `5K8264ILTKCH16CQ250`
    pub parking_id: String,
    /// 车牌号: such as `粤B888888`
    pub plate_number: String,
    /// 车牌颜色: such as `BLUE`
    pub plate_color: VehiclePlateColor,
    /// 入场时间: such as `2017-08-26T10:43:39+08:00`
    pub start_time: DateTime,
    /// 出场时间: such as `2017-08-26T10:43:39+08:00`
    pub end_time: DateTime,
    /// 停车场名称: such as `欢乐海岸停车场`
    pub parking_name: String,
    /// 计费时长: in seconds, such as `3600`
    pub charging_duration: i64,
    /// 停车场设备id: such as `12313`
    pub device_id: Option<String>,
}

/// 支付者信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Payer {
    /// 用户在appid下的标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub openid: String,
    /// 用户在sub_appid下的标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub sub_openid: Option<String>,
}

/// 订单金额信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct CreateTransactionResponseAmount {
    /// 订单金额: such as `888`
    pub total: Fen,
    /// 货币类型: such as `CNY`
    pub currency: Option<Currency>,
    /// 用户实际支付金额: such as `100`
    pub payer_total: Option<Fen>,
    /// 折扣: such as `100`
    pub discount_total: Option<Fen>,
}

/// 优惠信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateTransactionPromotionDetail {
    /// 券ID: such as `109519`
    pub coupon_id: String,
    /// 优惠名称: such as `单品惠-6`
    pub name: Option<String>,
    /// 优惠范围: such as `SINGLE`
    pub scope: Option<PromotionScope>,
    /// 优惠类型: such as `CASH`
    pub r#type: Option<PromotionType>,
    /// 活动ID: such as `931386`
    pub stock_id: Option<String>,
    /// 优惠券面额: such as `5`
    pub amount: Fen,
    /// 微信出资: such as `1`
    pub wechatpay_contribute: Option<Fen>,
    /// 商户出资: such as `1`
    pub merchant_contribute: Option<Fen>,
    /// 其他出资: such as `1`
    pub other_contribute: Option<Fen>,
    /// 优惠币种: such as `CNY`
    pub currency: Option<Currency>,
}

/// The response of [`Parkings::query_parking_transaction`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ParkingTransaction {
    /// 应用ID: such as `wxcbda96de0b165486`
    pub appid: String,
    /// 子商户应用ID: such as `wxcbda96de0b165489`
    pub sub_appid: Option<String>,
    /// 服务商商户号: such as `1230000109`
    pub sp_mchid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 服务描述: such as `停车场扣费`
    pub description: String,
    /// 订单创建时间: such as `2017-08-26T10:43:39+08:00`
    pub create_time: DateTime,
    /// 商户订单号: such as `20150806125346`
    pub out_trade_no: String,
    /// 微信支付订单号: such as `1009660380201506130728806387`
    pub transaction_id: Option<String>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: String,
    /// 交易状态描述: such as `支付失败，请重新下单支付`
    pub trade_state_description: Option<String>,
    /// 支付完成时间: such as `2017-08-26T10:43:39+08:00`
    pub success_time: Option<DateTime>,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 用户是否已还款: such as `Y`
    pub user_repaid: Option<String>,
    /// 附加数据: such as `深圳分店`
    pub attach: Option<String>,
    /// 交易场景
    pub trade_scene: TradeScene,
    /// 停车场景信息
    pub parking_info: Option<ParkingInfo>,
    /// 支付者信息
    pub payer: Option<Payer>,
    /// 订单金额信息
    pub amount: Amount,
    /// 优惠信息
    pub promotion_detail: Option<Vec<PromotionDetail>>,
}

/// 订单金额信息
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
    /// 用户实际支付金额: such as `100`
    pub payer_total: Option<Fen>,
    /// 折扣: such as `100`
    pub discount_total: Option<Fen>,
}

/// 优惠信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PromotionDetail {
    /// 券ID: such as `109519`
    pub coupon_id: String,
    /// 优惠名称: such as `单品惠-6`
    pub name: Option<String>,
    /// 优惠范围: such as `SINGLE`
    pub scope: Option<String>,
    /// 优惠类型: such as `CASH`
    pub r#type: Option<String>,
    /// 活动ID: such as `931386`
    pub stock_id: Option<String>,
    /// 优惠券面额: such as `5`
    pub amount: Fen,
    /// 微信出资: such as `1`
    pub wechatpay_contribute: Option<Fen>,
    /// 商户出资: such as `1`
    pub merchant_contribute: Option<Fen>,
    /// 其他出资: such as `1`
    pub other_contribute: Option<Fen>,
    /// 优惠币种: such as `CNY`
    pub currency: Option<String>,
}

parameter_enum! {
    /// 车牌颜色
    pub enum VehiclePlateColor {
        Blue = "BLUE",
        Green = "GREEN",
        Yellow = "YELLOW",
        Black = "BLACK",
        White = "WHITE",
        Limegreen = "LIMEGREEN",
    }
}

open_enum! {
    /// 车牌服务开通状态
    pub enum ServiceState {
        Normal = "NORMAL",
        Pause = "PAUSE",
        OutService = "OUT_SERVICE",
    }
}

open_enum! {
    /// 停车入场状态
    pub enum ParkingEntryState {
        Normal = "NORMAL",
        Blocked = "BLOCKED",
    }
}

open_enum! {
    /// 不可用状态描述
    pub enum BlockReason {
        Pause = "PAUSE",
        Overdue = "OVERDUE",
        OutService = "OUT_SERVICE",
        EvaluationFailed = "EVALUATION_FAILED",
    }
}

open_enum! {
    /// 分账标识
    pub enum YesNo {
        Y = "Y",
        N = "N",
    }
}

open_enum! {
    /// 货币类型
    pub enum Currency {
        Cny = "CNY",
    }
}

open_enum! {
    /// 交易状态
    pub enum TradeState {
        Success = "SUCCESS",
        Accepted = "ACCEPTED",
        PayFail = "PAY_FAIL",
        Refund = "REFUND",
    }
}

open_enum! {
    /// 交易场景
    pub enum TradeScene {
        Parking = "PARKING",
    }
}

open_enum! {
    /// 优惠范围
    pub enum PromotionScope {
        Single = "SINGLE",
        Global = "GLOBAL",
    }
}

open_enum! {
    /// 优惠类型
    pub enum PromotionType {
        Cash = "CASH",
        Nocash = "NOCASH",
    }
}
