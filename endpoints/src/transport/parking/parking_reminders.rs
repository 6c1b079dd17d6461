//! 停车提醒.

use serde::Serialize;
use wechatpay_client::{Deserialize, Fen, Result, wechatpay_api};

use super::{PlateType, VehicleType};
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 停车提醒
#[wechatpay_api(defaults)]
pub trait ParkingReminders {
    /// 同步车辆入场通知
    ///
    /// `POST /v3/parking/reminders/entry`
    #[wechatpay_api(POST "/v3/parking/reminders/entry")]
    async fn sync_parking_entry(
        &self,
        body: &SyncParkingEntryRequest,
    ) -> Result<SyncParkingEntryResponse>;

    /// 查询停车费用
    ///
    /// `POST /v3/parking/reminders/parking-fee`
    #[wechatpay_api(POST "/v3/parking/reminders/parking-fee")]
    async fn query_parking_fee(&self, body: &QueryParkingFeeRequest) -> Result<ParkingFee>;

    /// 同步支付结果通知
    ///
    /// `POST /v3/parking/reminders/payment`
    #[wechatpay_api(POST "/v3/parking/reminders/payment")]
    async fn sync_parking_payment(&self, body: &SyncParkingPaymentRequest) -> Result<()>;

    /// 同步车辆离场通知
    ///
    /// `POST /v3/parking/reminders/exit`
    #[wechatpay_api(POST "/v3/parking/reminders/exit")]
    async fn sync_parking_exit(&self, body: &SyncParkingExitRequest) -> Result<()>;

    /// 同步非临停扩展支付
    ///
    /// `POST /v3/parking/reminders/ext-payment`
    #[wechatpay_api(POST "/v3/parking/reminders/ext-payment")]
    async fn sync_parking_extended_payment(
        &self,
        body: &SyncParkingExtendedPaymentRequest,
    ) -> Result<()>;
}

/// The request of [`ParkingReminders::sync_parking_entry`].
///
/// `SyncParkingEntryRequest::builder().out_serial_number(…).parking_id(…).plate_number(…).enter_timestamp(…).plate_color(…).car_type(…).vehicle_type(…).build()`.
/// For an `Option`, use setters such as `maybe_entrance_number`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncParkingEntryRequest {
    /// 商户停车单号: at most 64 characters, such as `PARK202407041530001` (unconfirmed)
    pub out_serial_number: String,
    /// 微信停车场ID: at most 64 characters, such as `WXPARK001` (unconfirmed)
    pub parking_id: String,
    /// 车牌号: at most 16 characters, such as `粤B12345` (unconfirmed)
    pub plate_number: String,
    /// 车辆入场时间: in seconds since 1970 (Unix time), such as `1720078200` (unconfirmed)
    pub enter_timestamp: i64,
    /// 车牌颜色: such as `PLATE_COLOR_BLUE` (unconfirmed)
    pub plate_color: PlateColor,
    /// 车辆性质: such as `PLATE_TYPE_TEMPORARY` (unconfirmed)
    pub car_type: PlateType,
    /// 车辆类型: such as `VEHICLE_TYPE_SMALL` (unconfirmed)
    pub vehicle_type: VehicleType,
    /// 停车场入口编号: at most 128 characters, such as `A01`
    pub entrance_number: Option<String>,
    /// 停车场入口名称: at most 64 characters, such as `南门入口`
    pub entrance_name: Option<String>,
    /// 优惠信息模板ID: at most 3 items
    pub discount_template_id: Option<Vec<i64>>,
}

rules! {
    SyncParkingEntryRequest {
        member("out_serial_number", &[MaxLength(64)]),
        member("parking_id", &[MaxLength(64)]),
        member("plate_number", &[MaxLength(16)]),
        member("plate_color", &[Listed(PlateColor::TEXTS)]),
        member("car_type", &[Listed(PlateType::TEXTS)]),
        member("vehicle_type", &[Listed(VehicleType::TEXTS)]),
        member("entrance_number", &[MaxLength(128)]),
        member("entrance_name", &[MaxLength(64)]),
        member("discount_template_id", &[MaxItems(3)]),
    }
}

/// The response of [`ParkingReminders::sync_parking_entry`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SyncParkingEntryResponse {
    /// 微信停车单号: at most 64 characters, such as `WX202604230001`
    pub serial_number: Option<String>,
}

/// The request of [`ParkingReminders::query_parking_fee`].
///
/// `QueryParkingFeeRequest::builder().out_serial_number(…).build()`. For an `Option`, use setters
/// such as `maybe_plate_number`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QueryParkingFeeRequest {
    /// 商户停车单号: at most 64 characters, such as `PARK202407041530001` (unconfirmed)
    pub out_serial_number: String,
    /// 车牌号: at most 16 characters, such as `粤B12345`
    pub plate_number: Option<String>,
    /// 商户停车场ID: at most 64 characters, such as `lot_sz_tencent_001`
    pub out_parking_id: Option<String>,
}

rules! {
    QueryParkingFeeRequest {
        member("out_serial_number", &[MaxLength(64)]),
        member("plate_number", &[MaxLength(16)]),
        member("out_parking_id", &[MaxLength(64)]),
    }
}

/// The response of [`ParkingReminders::query_parking_fee`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ParkingFee {
    /// 当前总费用: such as `1500`
    pub total_amount: Option<Fen>,
    /// 已停时长: such as `3600`
    pub parking_timestamp: Option<i64>,
    /// 停车状态: such as `PARKING_STATE_ENTERED`
    pub parking_state: Option<ParkingState>,
    /// 支付状态: such as `PAY_STATUS_UNPAID`
    pub pay_state: Option<PayState>,
    /// 免费待出场时间: such as `600`
    pub allowed_exit_timestamp: Option<i64>,
    /// 下一次跳价价格: such as `200`
    pub next_raise_price: Option<Fen>,
    /// 下一次跳价时间: in seconds since 1970 (Unix time), such as `1720082400`
    pub next_raise_timestamp: Option<i64>,
    /// 应付金额: such as `1500`
    pub payable_amount: Option<Fen>,
    /// 已付金额: such as `0`
    pub paid_amount: Option<Fen>,
}

/// The request of [`ParkingReminders::sync_parking_payment`].
///
/// `SyncParkingPaymentRequest::builder().out_serial_number(…).plate_number(…).parking_id(…).parking_state(…).pay_type(…).total_amount(…).paid_amount(…).build()`.
/// For an `Option`, use setters such as `maybe_openid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncParkingPaymentRequest {
    /// 商户停车单号: at most 64 characters, such as `PARK202407041530001` (unconfirmed)
    pub out_serial_number: String,
    /// 车牌号: at most 16 characters, such as `粤B12345` (unconfirmed)
    pub plate_number: String,
    /// 微信停车场ID: at most 64 characters, such as `WXPARK001` (unconfirmed)
    pub parking_id: String,
    /// 停车状态: such as `PARKING_STATUS_PARKING` (unconfirmed)
    pub parking_state: PaymentParkingState,
    /// 支付类型: such as `PAY_TYPE_WXPAY` (unconfirmed)
    pub pay_type: PayType,
    /// 付款用户OpenID: at most 128 characters, such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 特约商户号: at most 32 characters, such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 总费用: such as `1500` (unconfirmed)
    pub total_amount: Fen,
    /// 已支付费用: such as `1500` (unconfirmed)
    pub paid_amount: Fen,
    /// 商户支付订单号: at most 64 characters, such as `TRADE202407041530001`
    pub out_trade_no: Option<String>,
    /// 支付渠道: such as `PAY_CHANNEL_WECHAT_PAY_NOTIF`
    pub pay_channel: Option<PayChannel>,
    /// 支付时间: in seconds since 1970 (Unix time), such as `1720081800`
    pub pay_time: Option<i64>,
    /// 消息支付防伪凭证: at most 256 characters, such as `token1234567890`
    pub token: Option<String>,
    /// 微信支付订单号: at most 64 characters, such as `4200001999202407041234567890`
    pub wx_trade_no: Option<String>,
}

rules! {
    SyncParkingPaymentRequest {
        member("out_serial_number", &[MaxLength(64)]),
        member("plate_number", &[MaxLength(16)]),
        member("parking_id", &[MaxLength(64)]),
        member("parking_state", &[Listed(PaymentParkingState::TEXTS)]),
        member("pay_type", &[Listed(PayType::TEXTS)]),
        member("openid", &[MaxLength(128)]),
        member("sub_mchid", &[MaxLength(32)]),
        member("out_trade_no", &[MaxLength(64)]),
        member("pay_channel", &[Listed(PayChannel::TEXTS)]),
        member("token", &[MaxLength(256)]),
        member("wx_trade_no", &[MaxLength(64)]),
    }
}

/// The request of [`ParkingReminders::sync_parking_exit`].
///
/// `SyncParkingExitRequest::builder().out_serial_number(…).exit_timestamp(…).plate_number(…).plate_color(…).parking_id(…).build()`.
/// For an `Option`, use setters such as `maybe_pay_state`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncParkingExitRequest {
    /// 商户停车单号: at most 64 characters, such as `PARK202407041530001` (unconfirmed)
    pub out_serial_number: String,
    /// 车辆出场时间: in seconds since 1970 (Unix time), such as `1720081800` (unconfirmed)
    pub exit_timestamp: i64,
    /// 车牌号: at most 16 characters, such as `粤B12345` (unconfirmed)
    pub plate_number: String,
    /// 车牌颜色: such as `PLATE_COLOR_BLUE` (unconfirmed)
    pub plate_color: PlateColor,
    /// 微信停车场ID: at most 64 characters, such as `WXPARK001` (unconfirmed)
    pub parking_id: String,
    /// 支付状态: such as `PAY_STATUS_PAID`
    pub pay_state: Option<PayState>,
    /// 支付类型: such as `PAY_TYPE_WXPAY`
    pub pay_type: Option<PayType>,
    /// 商户支付订单号: at most 64 characters, such as `TRADE202407041530001`
    pub out_trade_no: Option<String>,
    /// 总费用: such as `1500`
    pub total_amount: Option<Fen>,
    /// 已支付费用: such as `1500`
    pub paid_amount: Option<Fen>,
    /// 付款用户OpenID: at most 128 characters, such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 支付渠道: such as `PAY_CHANNEL_WECHAT_PAY_NOTIF`
    pub pay_channel: Option<PayChannel>,
    /// 支付时间: in seconds since 1970 (Unix time), such as `1720081800`
    pub pay_time: Option<i64>,
    /// 消息支付防伪凭证: at most 256 characters, such as `token1234567890`
    pub token: Option<String>,
    /// 微信支付订单号: at most 64 characters, such as `4200001999202407041234567890`
    pub wx_trade_no: Option<String>,
}

rules! {
    SyncParkingExitRequest {
        member("out_serial_number", &[MaxLength(64)]),
        member("plate_number", &[MaxLength(16)]),
        member("plate_color", &[Listed(PlateColor::TEXTS)]),
        member("parking_id", &[MaxLength(64)]),
        member("pay_state", &[Listed(PayState::TEXTS)]),
        member("pay_type", &[Listed(PayType::TEXTS)]),
        member("out_trade_no", &[MaxLength(64)]),
        member("openid", &[MaxLength(128)]),
        member("pay_channel", &[Listed(PayChannel::TEXTS)]),
        member("token", &[MaxLength(256)]),
        member("wx_trade_no", &[MaxLength(64)]),
    }
}

/// The request of [`ParkingReminders::sync_parking_extended_payment`].
///
/// `SyncParkingExtendedPaymentRequest::builder().out_trade_no(…).fee_items(…).pay_time(…).build()`.
/// For an `Option`, use setters such as `maybe_wx_parking_lot_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncParkingExtendedPaymentRequest {
    /// 商户支付订单号: at most 64 characters, such as `TRADE202407041530001` (unconfirmed)
    pub out_trade_no: String,
    /// 费用明细列表: at least 1 items (unconfirmed)
    pub fee_items: Vec<FeeItem>,
    /// 支付时间: in seconds since 1970 (Unix time), such as `1719128975` (unconfirmed)
    pub pay_time: i64,
    /// 微信停车场ID: at most 64 characters, such as `21232735744117624001123604298240`
    pub wx_parking_lot_id: Option<String>,
    /// 微信支付订单号: at most 64 characters, such as `4200001999202407041234567890`
    pub wx_trade_no: Option<String>,
}

rules! {
    SyncParkingExtendedPaymentRequest {
        member("out_trade_no", &[MaxLength(64)]),
        member("fee_items", &[MinItems(1)]),
        within("fee_items", FeeItem::RULES),
        member("wx_parking_lot_id", &[MaxLength(64)]),
        member("wx_trade_no", &[MaxLength(64)]),
    }
}

/// 费用明细列表
///
/// `FeeItem::builder().fee_type(…).amount(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FeeItem {
    /// 费用类型: such as `EXT_PARKING_PAYMENT_FEE_TYPE_MONTHLY` (unconfirmed)
    pub fee_type: ExtendedPaymentFeeType,
    /// 金额: such as `5000` (unconfirmed)
    pub amount: Fen,
}

rules! {
    FeeItem {
        member("fee_type", &[Listed(ExtendedPaymentFeeType::TEXTS)]),
    }
}

open_enum! {
    /// 车牌颜色
    pub enum PlateColor {
        Unknown = "PLATE_COLOR_UNKNOWN",
        Blue = "PLATE_COLOR_BLUE",
        Yellow = "PLATE_COLOR_YELLOW",
        Black = "PLATE_COLOR_BLACK",
        White = "PLATE_COLOR_WHITE",
        Green = "PLATE_COLOR_GREEN",
        YellowGreen = "PLATE_COLOR_YELLOW_GREEN",
        AgriculturalYellow = "PLATE_COLOR_AGRICULTURAL_YELLOW",
        Other = "PLATE_COLOR_OTHER",
    }
}

open_enum! {
    /// 停车状态
    pub enum ParkingState {
        Unknown = "PARKING_STATE_UNKNOWN",
        Entered = "PARKING_STATE_ENTERED",
        ExitGate = "PARKING_STATE_EXIT_GATE",
        Exited = "PARKING_STATE_EXITED",
        UnexpectedClose = "PARKING_STATE_UNEXPECTED_CLOSE",
    }
}

open_enum! {
    /// 支付状态
    pub enum PayState {
        Unknown = "PAY_STATUS_UNKNOWN",
        Unpaid = "PAY_STATUS_UNPAID",
        Paid = "PAY_STATUS_PAID",
    }
}

open_enum! {
    /// 停车状态
    pub enum PaymentParkingState {
        Unknown = "PARKING_STATUS_UNKNOWN",
        Parking = "PARKING_STATUS_PARKING",
        NotParking = "PARKING_STATUS_NOT_PARKING",
    }
}

open_enum! {
    /// 支付类型
    pub enum PayType {
        Unknown = "PAY_TYPE_UNKNOWN",
        Wxpay = "PAY_TYPE_WXPAY",
        Others = "PAY_TYPE_OTHERS",
    }
}

open_enum! {
    /// 支付渠道
    pub enum PayChannel {
        Unknown = "PAY_CHANNEL_UNKNOWN",
        WechatPayNotif = "PAY_CHANNEL_WECHAT_PAY_NOTIF",
        ScanQrcode = "PAY_CHANNEL_SCAN_QRCODE",
        OfficialAccount = "PAY_CHANNEL_OFFICIAL_ACCOUNT",
        MchMiniProg = "PAY_CHANNEL_MCH_MINI_PROG",
        Others = "PAY_CHANNEL_OTHERS",
    }
}

open_enum! {
    /// 费用类型
    pub enum ExtendedPaymentFeeType {
        Unknown = "EXT_PARKING_PAYMENT_FEE_TYPE_UNKNOWN",
        Monthly = "EXT_PARKING_PAYMENT_FEE_TYPE_MONTHLY",
        Quarterly = "EXT_PARKING_PAYMENT_FEE_TYPE_QUARTERLY",
        Member = "EXT_PARKING_PAYMENT_FEE_TYPE_MEMBER",
    }
}
