//! 停车场进件.

use serde::Serialize;
use wechatpay_client::{Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 停车场进件
#[wechatpay_api(defaults)]
pub trait ParkingLots {
    /// 提交停车场进件申请
    ///
    /// `POST /v3/parking/reminders/application`
    #[wechatpay_api(POST "/v3/parking/reminders/application")]
    async fn create_parking_lot_application(
        &self,
        body: &CreateParkingLotApplicationRequest,
    ) -> Result<CreateParkingLotApplicationResponse>;

    /// 查询停车场进件申请单
    ///
    /// `GET /v3/parking/reminders/application/query`
    ///
    /// - `parking_lot_audit_no` 停车场进件审核单号: at most 64 characters, such as
    ///   `PLA202604230001`
    /// - `out_parking_lot_id` 商户停车场ID: at most 64 characters, such as `lot_sz_tencent_001`
    #[wechatpay_api(GET "/v3/parking/reminders/application/query")]
    async fn query_parking_lot_application(
        &self,
        #[query] parking_lot_audit_no: &str,
        #[query] out_parking_lot_id: &str,
    ) -> Result<QueryParkingLotApplicationResponse>;

    /// 查询停车场进件申请单列表
    ///
    /// `GET /v3/parking/reminders/applications`
    ///
    /// - `out_parking_lot_id` 商户停车场ID: such as `lot_sz_tencent_001`
    /// - `offset` 偏移量: such as `0`
    /// - `limit` 条数: such as `10`
    #[wechatpay_api(GET "/v3/parking/reminders/applications")]
    async fn list_parking_lot_applications(
        &self,
        #[query] out_parking_lot_id: &str,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
    ) -> Result<ListParkingLotApplicationsResponse>;

    /// 撤回停车场进件申请
    ///
    /// `POST /v3/parking/reminders/application/withdraw`
    #[wechatpay_api(POST "/v3/parking/reminders/application/withdraw")]
    async fn withdraw_parking_lot_application(
        &self,
        body: &WithdrawParkingLotApplicationRequest,
    ) -> Result<()>;

    /// 查询停车场信息
    ///
    /// `GET /v3/parking/reminders/parking-lot`
    ///
    /// - `out_parking_lot_id` 商户停车场ID: at most 64 characters, such as `lot_sz_tencent_001`
    /// - `wx_parking_lot_id` 微信停车场ID: at most 64 characters, such as
    ///   `21232735744117624001123604298240`
    #[wechatpay_api(GET "/v3/parking/reminders/parking-lot")]
    async fn query_parking_lot(
        &self,
        #[query] out_parking_lot_id: Option<&str>,
        #[query] wx_parking_lot_id: Option<&str>,
    ) -> Result<QueryParkingLotResponse>;
}

/// The request of [`ParkingLots::create_parking_lot_application`].
///
/// `CreateParkingLotApplicationRequest::builder().parking_lot(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateParkingLotApplicationRequest {
    /// `parking_lot` (unconfirmed)
    pub parking_lot: ParkingLotInput,
}

rules! {
    CreateParkingLotApplicationRequest {
        within("parking_lot", ParkingLotInput::RULES),
    }
}

/// The `parking_lot` of [`ParkingLots::create_parking_lot_application`].
///
/// `ParkingLotInput::builder().parking_lot_name(…).out_parking_lot_id(…).parking_lot_address(…).longitude(…).latitude(…).parking_lot_type(…).phone_number(…).payment_path(…).build()`.
/// For an `Option`, use setters such as `maybe_parking_sign_url`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ParkingLotInput {
    /// 停车场名称: at most 128 characters, such as `XX购物中心停车场` (unconfirmed)
    pub parking_lot_name: String,
    /// 商户停车场ID: at most 64 characters, such as `PARK001` (unconfirmed)
    pub out_parking_lot_id: String,
    /// 停车场地址: at most 256 characters, such as `XX市XX区XX路XX号` (unconfirmed)
    pub parking_lot_address: String,
    /// 停车场经度: at most 16 characters, such as `116.397128` (unconfirmed)
    pub longitude: String,
    /// 停车场纬度: at most 16 characters, such as `39.916527` (unconfirmed)
    pub latitude: String,
    /// 停车场类型: such as `PARKING_LOT_TYPE_BUSINESS_DISTRICT` (unconfirmed)
    pub parking_lot_type: ParkingLotType,
    /// 客服联系电话: at most 20 characters, such as `13800138000` (unconfirmed)
    pub phone_number: String,
    /// 收费告示牌url: at most 512 characters, such as `https://example.com/parking_sign.jpg`
    pub parking_sign_url: Option<String>,
    /// 停车场优惠文案: at most 6 items, each at most 512 characters
    pub notification_text_list: Option<Vec<String>>,
    /// 商家支付小程序appid: at most 32 characters, such as `wx1234567890abcdef`
    pub payment_mini_prog_appid: Option<String>,
    /// 商家支付路径: at most 256 characters, such as `pages/pay/index` (unconfirmed)
    pub payment_path: String,
    /// 商家停车订单小程序appid: at most 32 characters, such as `wx1234567890abcdef`
    pub parking_order_mini_prog_appid: Option<String>,
    /// 商家停车订单路径: at most 256 characters, such as `pages/order/index`
    pub parking_order_path: Option<String>,
    /// `charging_rule`
    pub charging_rule: Option<ChargingRule>,
}

rules! {
    ParkingLotInput {
        member("parking_lot_name", &[MaxLength(128)]),
        member("out_parking_lot_id", &[MaxLength(64)]),
        member("parking_lot_address", &[MaxLength(256)]),
        member("longitude", &[MaxLength(16)]),
        member("latitude", &[MaxLength(16)]),
        member("parking_lot_type", &[Listed(ParkingLotType::TEXTS)]),
        member("phone_number", &[MaxLength(20)]),
        member("parking_sign_url", &[MaxLength(512)]),
        member("notification_text_list", &[MaxItems(6), MaxLength(512)]),
        member("payment_mini_prog_appid", &[MaxLength(32)]),
        member("payment_path", &[MaxLength(256)]),
        member("parking_order_mini_prog_appid", &[MaxLength(32)]),
        member("parking_order_path", &[MaxLength(256)]),
        within("charging_rule", ChargingRule::RULES),
    }
}

/// The `charging_rule` of [`ParkingLots::create_parking_lot_application`],
/// [`ParkingLots::query_parking_lot_application`].
///
/// `ChargingRule::builder().build()`. For an `Option`, use setters such as `maybe_rule_type`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct ChargingRule {
    /// 收费规则类型: such as `CHARGING_RULE_FIXED_INTERVAL`
    pub rule_type: Option<RuleType>,
    /// 收费金额限制类型: such as `FEE_LIMIT_AGGREGATE`
    pub fee_limit_type: Option<FeeLimitType>,
    /// 计费周期类型: such as `DAILY_LIMIT_CALENDAR_DAY`
    pub daily_limit_type: Option<DailyLimitType>,
    /// 不满一小时取整方式: such as `TIME_ROUND_UP`
    pub time_rounding_type: Option<TimeRoundingType>,
    /// 入场免费时间: in minutes, such as `30`
    pub free_entry_duration: Option<i64>,
    /// 出场免费时间: in minutes, such as `15`
    pub free_exit_duration: Option<i64>,
    /// `fixed_interval_rule`
    pub fixed_interval_rule: Option<Vec<FixedIntervalRule>>,
    /// `duration_segment_rule`
    pub duration_segment_rule: Option<Vec<DurationSegmentRule>>,
    /// `pre_entry_rule`
    pub pre_entry_rule: Option<Vec<PreEntryRule>>,
    /// 节假日模式: such as `HOLIDAY_MODE_LEGAL_MODY`
    pub holiday_mode: Option<HolidayMode>,
    /// 累计限额模式: such as `AGGREGATE_LIMIT_MODE_NORMAL`
    pub aggregate_limit_mode: Option<AggregateLimitMode>,
    /// 首次计费时间模式: such as `FIRST_CHARGE_TIME_MODE_ENTER`
    pub first_charge_time_mode: Option<FirstChargeTimeMode>,
}

rules! {
    ChargingRule {
        member("rule_type", &[Listed(RuleType::TEXTS)]),
        member("fee_limit_type", &[Listed(FeeLimitType::TEXTS)]),
        member("daily_limit_type", &[Listed(DailyLimitType::TEXTS)]),
        member("time_rounding_type", &[Listed(TimeRoundingType::TEXTS)]),
        within("fixed_interval_rule", FixedIntervalRule::RULES),
        within("duration_segment_rule", DurationSegmentRule::RULES),
        within("pre_entry_rule", PreEntryRule::RULES),
        member("holiday_mode", &[Listed(HolidayMode::TEXTS)]),
        member("aggregate_limit_mode", &[Listed(AggregateLimitMode::TEXTS)]),
        member("first_charge_time_mode", &[Listed(FirstChargeTimeMode::TEXTS)]),
    }
}

/// The `fixed_interval_rule` of [`ParkingLots::create_parking_lot_application`],
/// [`ParkingLots::query_parking_lot_application`].
///
/// `FixedIntervalRule::builder().build()`. For an `Option`, use setters such as `maybe_day_type`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct FixedIntervalRule {
    /// 日期类型: such as `DAY_TYPE_WEEKDAY`
    pub day_type: Option<DayType>,
    /// 时段开始时间: at most 5 characters, such as `09:00`
    pub start_time: Option<String>,
    /// 时段结束时间: at most 5 characters, such as `18:00`
    pub end_time: Option<String>,
    /// 车辆类型: such as `VEHICLE_TYPE_SMALL`
    pub vehicle_type: Option<VehicleType>,
    /// 车牌类型: such as `PLATE_TYPE_TEMPORARY`
    pub plate_type: Option<PlateType>,
    /// 首段收费时长: in minutes, such as `60`
    pub first_duration: Option<i64>,
    /// 首段收费金额: such as `500`
    pub first_amount: Option<Fen>,
    /// 间隔收费时长: in minutes, such as `30`
    pub interval_duration: Option<i64>,
    /// 间隔收费金额: such as `200`
    pub interval_amount: Option<Fen>,
    /// 间隔时段收费封顶: such as `1000`
    pub interval_max_amount: Option<Fen>,
    /// 单日最大收款金额: such as `5000`
    pub max_fee_per_day: Option<Fen>,
    /// 免费时段收取模式: such as `FREE_PERIOD_CHARGING_ONCE_PER_ENTRY`
    pub free_period_charging_mode: Option<FreePeriodChargingMode>,
    /// 免费时段计算方式: such as `FREE_PERIOD_CAL_SEQUENTIAL_START`
    pub free_period_calculation_mode: Option<FreePeriodCalculationMode>,
    /// 新能源是否免停: such as `false`
    pub is_green_vehicle_free_parking: Option<bool>,
    /// 首段收费模式: such as `FIRST_DURATION_MODE_ONLY_FIRST_DURATION`
    pub first_duration_mode: Option<FirstDurationMode>,
}

rules! {
    FixedIntervalRule {
        member("day_type", &[Listed(DayType::TEXTS)]),
        member("start_time", &[MaxLength(5)]),
        member("end_time", &[MaxLength(5)]),
        member("vehicle_type", &[Listed(VehicleType::TEXTS)]),
        member("plate_type", &[Listed(PlateType::TEXTS)]),
        member("free_period_charging_mode", &[Listed(FreePeriodChargingMode::TEXTS)]),
        member("free_period_calculation_mode", &[Listed(FreePeriodCalculationMode::TEXTS)]),
        member("first_duration_mode", &[Listed(FirstDurationMode::TEXTS)]),
    }
}

/// The `duration_segment_rule` of [`ParkingLots::create_parking_lot_application`],
/// [`ParkingLots::query_parking_lot_application`].
///
/// `DurationSegmentRule::builder().build()`. For an `Option`, use setters such as `maybe_day_type`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct DurationSegmentRule {
    /// 日期类型: such as `DAY_TYPE_WEEKDAY`
    pub day_type: Option<DayType>,
    /// 时段开始时间: at most 5 characters, such as `09:00`
    pub start_time: Option<String>,
    /// 时段结束时间: at most 5 characters, such as `18:00`
    pub end_time: Option<String>,
    /// 车辆类型: such as `VEHICLE_TYPE_SMALL`
    pub vehicle_type: Option<VehicleType>,
    /// 车牌类型: such as `PLATE_TYPE_TEMPORARY`
    pub plate_type: Option<PlateType>,
    /// 收费模式: such as `INTERVAL`
    pub charge_mode: Option<ChargeMode>,
    /// 停车时长起始: in minutes, such as `0`
    pub duration_from: Option<i64>,
    /// 停车时长结束: in minutes, such as `60`
    pub duration_to: Option<i64>,
    /// 固定收费金额: such as `1000`
    pub fixed_amount: Option<Fen>,
    /// 间隔时段: in minutes, such as `30`
    pub interval_min: Option<i64>,
    /// 间隔收费金额: such as `200`
    pub interval_amount: Option<Fen>,
    /// 间隔时段收费封顶: such as `1000`
    pub interval_max_amount: Option<Fen>,
    /// 单日最大收款金额: such as `5000`
    pub max_fee_per_day: Option<Fen>,
}

rules! {
    DurationSegmentRule {
        member("day_type", &[Listed(DayType::TEXTS)]),
        member("start_time", &[MaxLength(5)]),
        member("end_time", &[MaxLength(5)]),
        member("vehicle_type", &[Listed(VehicleType::TEXTS)]),
        member("plate_type", &[Listed(PlateType::TEXTS)]),
        member("charge_mode", &[Listed(ChargeMode::TEXTS)]),
    }
}

/// The `pre_entry_rule` of [`ParkingLots::create_parking_lot_application`],
/// [`ParkingLots::query_parking_lot_application`].
///
/// `PreEntryRule::builder().build()`. For an `Option`, use setters such as `maybe_day_type`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct PreEntryRule {
    /// 日期类型: such as `DAY_TYPE_WEEKDAY`
    pub day_type: Option<DayType>,
    /// 时段开始时间: at most 5 characters, such as `09:00`
    pub start_time: Option<String>,
    /// 时段结束时间: at most 5 characters, such as `18:00`
    pub end_time: Option<String>,
    /// 车辆类型: such as `VEHICLE_TYPE_SMALL`
    pub vehicle_type: Option<VehicleType>,
    /// 车牌类型: such as `PLATE_TYPE_TEMPORARY`
    pub plate_type: Option<PlateType>,
    /// 收费金额: such as `1000`
    pub amount: Option<Fen>,
    /// 单日最大收款金额: such as `5000`
    pub max_fee_per_day: Option<Fen>,
}

rules! {
    PreEntryRule {
        member("day_type", &[Listed(DayType::TEXTS)]),
        member("start_time", &[MaxLength(5)]),
        member("end_time", &[MaxLength(5)]),
        member("vehicle_type", &[Listed(VehicleType::TEXTS)]),
        member("plate_type", &[Listed(PlateType::TEXTS)]),
    }
}

/// The response of [`ParkingLots::create_parking_lot_application`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateParkingLotApplicationResponse {
    /// 停车场进件审核单号: at most 64 characters, such as `PLA202604230001`
    pub parking_lot_audit_no: Option<String>,
}

/// The response of [`ParkingLots::query_parking_lot_application`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct QueryParkingLotApplicationResponse {
    /// `application`
    pub application: Option<ParkingLotApplication>,
    /// 微信停车场ID: at most 64 characters, such as `21232735744117624001123604298240`
    pub wx_parking_lot_id: Option<String>,
}

/// The `application` of [`ParkingLots::query_parking_lot_application`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ParkingLotApplication {
    /// 停车场进件审核单号: at most 64 characters, such as `PLA202604230001`
    pub parking_lot_audit_no: Option<String>,
    /// 审核状态: such as `AUDIT_STATUS_UNKNOWN`
    pub audit_status: Option<AuditStatus>,
    /// 提交时间: in seconds since 1970 (Unix time), such as `1719128975`
    pub submit_time: Option<i64>,
    /// `parking_lot`
    pub parking_lot: Option<ParkingLot>,
    /// `audit_comment`
    pub audit_comment: Option<AuditComment>,
}

/// The `parking_lot` of [`ParkingLots::query_parking_lot_application`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ParkingLot {
    /// 停车场名称: at most 128 characters, such as `腾讯大厦停车场`
    pub parking_lot_name: Option<String>,
    /// 商户停车场ID: at most 64 characters, such as `lot_sz_tencent_001`
    pub out_parking_lot_id: Option<String>,
    /// 停车场地址: at most 256 characters, such as `广东省深圳市南山区科技中一道10000号`
    pub parking_lot_address: Option<String>,
    /// 停车场经度: at most 16 characters, such as `113.934528`
    pub longitude: Option<String>,
    /// 停车场纬度: at most 16 characters, such as `22.540503`
    pub latitude: Option<String>,
    /// 停车场类型: such as `PARKING_LOT_TYPE_UNKNOWN`
    pub parking_lot_type: Option<ParkingLotType>,
    /// 客服联系电话: at most 20 characters, such as `0755-86013388`
    pub phone_number: Option<String>,
    /// 收费告示牌url: at most 512 characters, such as `https://example.com/parking_sign.jpg`
    pub parking_sign_url: Option<String>,
    /// 停车场优惠文案: each at most 128 characters
    pub notification_text_list: Option<Vec<String>>,
    /// 商家支付小程序appid: at most 32 characters, such as `wx1234567890abcdef`
    pub payment_mini_prog_appid: Option<String>,
    /// 商家支付路径: at most 256 characters, such as `/pages/pay/index?park_uuid=xxx`
    pub payment_path: Option<String>,
    /// 商家停车订单小程序appid: at most 32 characters, such as `wx1234567890abcdef`
    pub parking_order_mini_prog_appid: Option<String>,
    /// 商家停车订单路径: at most 256 characters, such as `/pages/order/index`
    pub parking_order_path: Option<String>,
    /// `charging_rule`
    pub charging_rule: Option<ChargingRule>,
}

/// The `audit_comment` of [`ParkingLots::query_parking_lot_application`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AuditComment {
    /// `fields`
    pub fields: Option<Vec<AuditField>>,
    /// 改进建议: at most 512 characters, such as `请补充完整收费告示牌图片`
    pub recommendation: Option<String>,
}

/// The `fields` of [`ParkingLots::query_parking_lot_application`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AuditField {
    /// 字段名: at most 128 characters, such as `parking_lot_name`
    pub field: Option<String>,
    /// 审核意见: at most 512 characters, such as `停车场名称不符合规范`
    pub comment: Option<String>,
}

/// The response of [`ParkingLots::list_parking_lot_applications`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListParkingLotApplicationsResponse {
    /// `application_list`
    pub application_list: Option<Vec<ParkingLotApplication>>,
    /// 微信停车场ID: at most 64 characters, such as `21232735744117624001123604298240`
    pub wx_parking_lot_id: Option<String>,
}

/// The request of [`ParkingLots::withdraw_parking_lot_application`].
///
/// `WithdrawParkingLotApplicationRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_parking_lot_audit_no`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct WithdrawParkingLotApplicationRequest {
    /// 停车场进件审核单号: at most 64 characters, such as `PLA202604230001`
    pub parking_lot_audit_no: Option<String>,
    /// 商户停车场ID: at most 64 characters, such as `lot_sz_tencent_001`
    pub out_parking_lot_id: Option<String>,
}

rules! {
    WithdrawParkingLotApplicationRequest {
        member("parking_lot_audit_no", &[MaxLength(64)]),
        member("out_parking_lot_id", &[MaxLength(64)]),
    }
}

/// The response of [`ParkingLots::query_parking_lot`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct QueryParkingLotResponse {
    /// 微信停车场ID: at most 64 characters, such as `21232735744117624001123604298240`
    pub wx_parking_lot_id: Option<String>,
    /// 商户停车场ID: at most 64 characters, such as `lot_sz_tencent_001`
    pub out_parking_lot_id: Option<String>,
    /// 停车场名称: at most 128 characters, such as `腾讯大厦停车场`
    pub parking_lot_name: Option<String>,
    /// 停车场地址: at most 256 characters, such as `广东省深圳市南山区科技中一道10000号`
    pub parking_lot_address: Option<String>,
    /// 支付小程序appid: at most 32 characters, such as `wx1234567890abcdef`
    pub payment_mini_prog_appid: Option<String>,
    /// 支付小程序path: at most 256 characters, such as `/pages/pay/index`
    pub payment_mini_prog_path: Option<String>,
    /// 停车订单小程序appid: at most 32 characters, such as `wx1234567890abcdef`
    pub parking_order_mini_prog_appid: Option<String>,
    /// 停车订单小程序path: at most 256 characters, such as `/pages/order/index`
    pub parking_order_mini_prog_path: Option<String>,
    /// 启用状态: such as `ENABLED_STATE_UNKNOWN`
    pub enabled_state: Option<EnabledState>,
    /// 原因: at most 256 characters, such as `进场时延过高`
    pub reason: Option<String>,
}

open_enum! {
    /// 停车场类型
    pub enum ParkingLotType {
        Unknown = "PARKING_LOT_TYPE_UNKNOWN",
        BusinessDistrict = "PARKING_LOT_TYPE_BUSINESS_DISTRICT",
        OfficeBuilding = "PARKING_LOT_TYPE_OFFICE_BUILDING",
        TransportationHub = "PARKING_LOT_TYPE_TRANSPORTATION_HUB",
        ResidentialArea = "PARKING_LOT_TYPE_RESIDENTIAL_AREA",
        ParkArea = "PARKING_LOT_TYPE_PARK_AREA",
        OtherPublicFacility = "PARKING_LOT_TYPE_OTHER_PUBLIC_FACILITY",
    }
}

open_enum! {
    /// 收费规则类型
    pub enum RuleType {
        Unknown = "CHARGING_RULE_UNKNOWN",
        FixedInterval = "CHARGING_RULE_FIXED_INTERVAL",
        Segment = "CHARGING_RULE_SEGMENT",
        PerEntry = "CHARGING_RULE_PER_ENTRY",
    }
}

open_enum! {
    /// 收费金额限制类型
    pub enum FeeLimitType {
        Unknown = "FEE_LIMIT_UNKNOWN",
        Aggregate = "FEE_LIMIT_AGGREGATE",
        Single = "FEE_LIMIT_SINGLE",
    }
}

open_enum! {
    /// 计费周期类型
    pub enum DailyLimitType {
        Unknown = "DAILY_LIMIT_UNKNOWN",
        Rolling24H = "DAILY_LIMIT_ROLLING_24H",
        CalendarDay = "DAILY_LIMIT_CALENDAR_DAY",
    }
}

open_enum! {
    /// 不满一小时取整方式
    pub enum TimeRoundingType {
        TimeRoundUnknown = "TIME_ROUND_UNKNOWN",
        TimeRoundDown = "TIME_ROUND_DOWN",
        TimeRoundUp = "TIME_ROUND_UP",
    }
}

open_enum! {
    /// 日期类型
    pub enum DayType {
        Unknown = "DAY_TYPE_UNKNOWN",
        Weekday = "DAY_TYPE_WEEKDAY",
        Holiday = "DAY_TYPE_HOLIDAY",
        AllDay = "DAY_TYPE_ALL_DAY",
    }
}

open_enum! {
    /// 车辆类型
    pub enum VehicleType {
        Unknown = "VEHICLE_TYPE_UNKNOWN",
        Small = "VEHICLE_TYPE_SMALL",
        Large = "VEHICLE_TYPE_LARGE",
        ExtraLarge = "VEHICLE_TYPE_EXTRA_LARGE",
        AllType = "VEHICLE_TYPE_ALL_TYPE",
    }
}

open_enum! {
    /// 车牌类型
    pub enum PlateType {
        Unknown = "PLATE_TYPE_UNKNOWN",
        Temporary = "PLATE_TYPE_TEMPORARY",
        Monthly = "PLATE_TYPE_MONTHLY",
        Free = "PLATE_TYPE_FREE",
        Prepaid = "PLATE_TYPE_PREPAID",
        Others = "PLATE_TYPE_OTHERS",
    }
}

open_enum! {
    /// 免费时段收取模式
    pub enum FreePeriodChargingMode {
        Unknown = "FREE_PERIOD_CHARGING_UNKNOWN",
        OncePerEntry = "FREE_PERIOD_CHARGING_ONCE_PER_ENTRY",
        OncePer24Hours = "FREE_PERIOD_CHARGING_ONCE_PER_24_HOURS",
        OncePerCalendarDay = "FREE_PERIOD_CHARGING_ONCE_PER_CALENDAR_DAY",
        CumulativeQuotaCalculation = "FREE_PERIOD_CHARGING_CUMULATIVE_QUOTA_CALCULATION",
    }
}

open_enum! {
    /// 免费时段计算方式
    pub enum FreePeriodCalculationMode {
        FreePeriodCalUnknown = "FREE_PERIOD_CAL_UNKNOWN",
        FreePeriodCalConcurrentStart = "FREE_PERIOD_CAL_CONCURRENT_START",
        FreePeriodCalSequentialStart = "FREE_PERIOD_CAL_SEQUENTIAL_START",
    }
}

open_enum! {
    /// 首段收费模式
    pub enum FirstDurationMode {
        Unknown = "FIRST_DURATION_MODE_UNKNOWN",
        OnlyFirstDuration = "FIRST_DURATION_MODE_ONLY_FIRST_DURATION",
        EveryFirstDuration = "FIRST_DURATION_MODE_EVERY_FIRST_DURATION",
    }
}

open_enum! {
    /// 收费模式
    pub enum ChargeMode {
        Unknown = "UNKNOWN",
        Interval = "INTERVAL",
        OneTime = "ONE_TIME",
    }
}

open_enum! {
    /// 节假日模式
    pub enum HolidayMode {
        Unknown = "HOLIDAY_MODE_UNKNOWN",
        LegalMody = "HOLIDAY_MODE_LEGAL_MODY",
        CalendarMody = "HOLIDAY_MODE_CALENDAR_MODY",
        FinancialMody = "HOLIDAY_MODE_FINANCIAL_MODY",
    }
}

open_enum! {
    /// 累计限额模式
    pub enum AggregateLimitMode {
        Unknown = "AGGREGATE_LIMIT_MODE_UNKNOWN",
        Normal = "AGGREGATE_LIMIT_MODE_NORMAL",
        Min = "AGGREGATE_LIMIT_MODE_MIN",
    }
}

open_enum! {
    /// 首次计费时间模式
    pub enum FirstChargeTimeMode {
        Unknown = "FIRST_CHARGE_TIME_MODE_UNKNOWN",
        Enter = "FIRST_CHARGE_TIME_MODE_ENTER",
        AfterFree = "FIRST_CHARGE_TIME_MODE_AFTER_FREE",
    }
}

open_enum! {
    /// 审核状态
    pub enum AuditStatus {
        Unknown = "AUDIT_STATUS_UNKNOWN",
        Pending = "AUDIT_STATUS_PENDING",
        Withdrawn = "AUDIT_STATUS_WITHDRAWN",
        Approved = "AUDIT_STATUS_APPROVED",
        Rejected = "AUDIT_STATUS_REJECTED",
    }
}

open_enum! {
    /// 启用状态
    pub enum EnabledState {
        Unknown = "ENABLED_STATE_UNKNOWN",
        NotEnabled = "ENABLED_STATE_NOT_ENABLED",
        Enabled = "ENABLED_STATE_ENABLED",
        Offline = "ENABLED_STATE_OFFLINE",
    }
}
