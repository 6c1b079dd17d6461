//! 商家券批次.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 商家券批次
#[wechatpay_api(defaults)]
pub trait BusifavorStocks {
    /// 创建商家券
    ///
    /// `POST /v3/marketing/busifavor/stocks`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_1.shtml>
    #[wechatpay_api(POST "/v3/marketing/busifavor/stocks")]
    async fn create_busifavor_stock(
        &self,
        body: &CreateBusifavorStockRequest,
    ) -> Result<CreateBusifavorStockResponse>;

    /// 查询商家券详情
    ///
    /// `GET /v3/marketing/busifavor/stocks/{stock_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_2.shtml>
    ///
    /// - `stock_id` 批次号: such as `1212`
    #[wechatpay_api(GET "/v3/marketing/busifavor/stocks/{stock_id}")]
    async fn query_busifavor_stock(&self, stock_id: &str) -> Result<BusifavorStock>;

    /// 修改商家券基本信息
    ///
    /// `PATCH /v3/marketing/busifavor/stocks/{stock_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_12.shtml>
    ///
    /// - `stock_id` 批次号: such as `101156451224`
    #[wechatpay_api(PATCH "/v3/marketing/busifavor/stocks/{stock_id}")]
    async fn update_busifavor_stock(
        &self,
        stock_id: &str,
        body: &UpdateBusifavorStockRequest,
    ) -> Result<()>;

    /// 修改批次预算
    ///
    /// `PATCH /v3/marketing/busifavor/stocks/{stock_id}/budget`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_11.shtml>
    ///
    /// - `stock_id` 批次号: such as `98065001`
    #[wechatpay_api(PATCH "/v3/marketing/busifavor/stocks/{stock_id}/budget")]
    async fn update_busifavor_stock_budget(
        &self,
        stock_id: &str,
        body: &UpdateBusifavorStockBudgetRequest,
    ) -> Result<UpdateBusifavorStockBudgetResponse>;
}

/// The request of [`BusifavorStocks::create_busifavor_stock`].
///
/// `CreateBusifavorStockRequest::builder().stock_name(…).goods_name(…).stock_type(…).coupon_use_rule(…).stock_send_rule(…).out_request_no(…).coupon_code_mode(…).build()`.
/// For an `Option`, use setters such as `maybe_belong_merchant`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateBusifavorStockRequest {
    /// 商家券批次名称: such as `8月1日活动券`
    pub stock_name: String,
    /// 批次归属商户号: such as `10000022`
    pub belong_merchant: Option<String>,
    /// 批次备注: such as `活动使用`
    pub comment: Option<String>,
    /// 适用商品范围: such as `xxx商品使用`
    pub goods_name: String,
    /// 批次类型: such as `NORMAL`
    pub stock_type: StockType,
    /// 核销规则
    pub coupon_use_rule: CreateStockCouponUseRule,
    /// 发放规则
    pub stock_send_rule: CreateStockSendRule,
    /// 商户请求单号: such as `100002322019090134234sfdf`
    pub out_request_no: String,
    /// 自定义入口
    pub custom_entrance: Option<CustomEntrance>,
    /// 样式信息
    pub display_pattern_info: Option<DisplayPatternInfo>,
    /// 券code模式: such as `WECHATPAY_MODE`
    pub coupon_code_mode: CouponCodeMode,
    /// 事件通知配置
    pub notify_config: Option<NotifyConfig>,
    /// 是否允许营销补贴
    pub subsidy: Option<bool>,
}

rules! {
    CreateBusifavorStockRequest {
        member("stock_type", &[Listed(StockType::TEXTS)]),
        within("coupon_use_rule", CreateStockCouponUseRule::RULES),
        within("custom_entrance", CustomEntrance::RULES),
        within("display_pattern_info", DisplayPatternInfo::RULES),
        member("coupon_code_mode", &[Listed(CouponCodeMode::TEXTS)]),
    }
}

/// 核销规则
///
/// `CreateStockCouponUseRule::builder().use_method(…).build()`. For an `Option`, use setters such
/// as `maybe_coupon_available_time`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateStockCouponUseRule {
    /// 券可核销时间
    pub coupon_available_time: Option<CreateStockCouponAvailableTime>,
    /// 固定面额满减券使用规则
    pub fixed_normal_coupon: Option<CreateStockFixedNormalCoupon>,
    /// 折扣券使用规则
    pub discount_coupon: Option<CreateStockDiscountCoupon>,
    /// 换购券使用规则
    pub exchange_coupon: Option<CreateStockExchangeCoupon>,
    /// 核销方式: such as `OFF_LINE`
    pub use_method: UseMethod,
    /// 小程序appid: such as `wx23232232323`
    pub mini_programs_appid: Option<String>,
    /// 小程序path: such as `/path/index/index`
    pub mini_programs_path: Option<String>,
}

rules! {
    CreateStockCouponUseRule {
        member("use_method", &[Listed(UseMethod::TEXTS)]),
    }
}

/// 券可核销时间
///
/// `CreateStockCouponAvailableTime::builder().available_begin_time(…).available_end_time(…).build()`.
/// For an `Option`, use setters such as `maybe_available_day_after_receive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(DateTime, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateStockCouponAvailableTime {
    /// 开始时间: such as `2015-05-20T13:29:35+08:00`
    pub available_begin_time: DateTime,
    /// 结束时间: such as `2015-05-20T13:29:35+08:00`
    pub available_end_time: DateTime,
    /// 生效后N天内有效: in days, such as `3`
    pub available_day_after_receive: Option<i64>,
    /// 固定周期有效时间段
    pub available_week: Option<AvailableWeek>,
    /// 无规律的有效时间段
    pub irregulary_avaliable_time: Option<Vec<IrregularAvailableTime>>,
    /// 领取后N天开始生效: in days, such as `7`
    pub wait_days_after_receive: Option<i64>,
    /// 领取后N秒内有效: in seconds, such as `3600`
    pub available_second_after_receive: Option<i64>,
}

/// 固定周期有效时间段
///
/// `AvailableWeek::builder().build()`. For an `Option`, use setters such as `maybe_week_day`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct AvailableWeek {
    /// 可用星期数: such as `1`
    pub week_day: Option<Vec<i64>>,
    /// 当天可用时间段
    pub available_day_time: Option<Vec<AvailableDayTime>>,
}

/// 当天可用时间段
///
/// `AvailableDayTime::builder().build()`. For an `Option`, use setters such as `maybe_begin_time`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct AvailableDayTime {
    /// 当天可用开始时间: in seconds, such as `3600`
    pub begin_time: Option<i64>,
    /// 当天可用结束时间: in seconds, such as `86399`
    pub end_time: Option<i64>,
}

/// 无规律的有效时间段
///
/// `IrregularAvailableTime::builder().build()`. For an `Option`, use setters such as
/// `maybe_begin_time`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(DateTime, into)))]
#[non_exhaustive]
pub struct IrregularAvailableTime {
    /// 开始时间: such as `2015-05-20T13:29:35+08:00`
    pub begin_time: Option<DateTime>,
    /// 结束时间: such as `2015-05-20T13:29:35+08:00`
    pub end_time: Option<DateTime>,
}

/// 固定面额满减券使用规则
///
/// `CreateStockFixedNormalCoupon::builder().discount_amount(…).transaction_minimum(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateStockFixedNormalCoupon {
    /// 优惠金额: such as `5`
    pub discount_amount: Fen,
    /// 消费门槛: such as `100`
    pub transaction_minimum: Fen,
}

/// 折扣券使用规则
///
/// `CreateStockDiscountCoupon::builder().discount_percent(…).transaction_minimum(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateStockDiscountCoupon {
    /// 折扣比例: in percent, such as `88`
    pub discount_percent: i64,
    /// 消费门槛: such as `100`
    pub transaction_minimum: Fen,
}

/// 换购券使用规则
///
/// `CreateStockExchangeCoupon::builder().exchange_price(…).transaction_minimum(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateStockExchangeCoupon {
    /// 单品换购价: such as `100`
    pub exchange_price: Fen,
    /// 消费门槛: such as `100`
    pub transaction_minimum: Fen,
}

/// 发放规则
///
/// `CreateStockSendRule::builder().build()`. For an `Option`, use setters such as
/// `maybe_max_amount`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateStockSendRule {
    /// 批次总预算: such as `100000`
    pub max_amount: Option<Fen>,
    /// 批次最大发放个数: such as `100`
    pub max_coupons: Option<i64>,
    /// 用户最大可领个数: such as `5`
    pub max_coupons_per_user: Option<i64>,
    /// 单天发放上限金额: such as `1000`
    pub max_amount_by_day: Option<Fen>,
    /// 单天发放上限个数: such as `100`
    pub max_coupons_by_day: Option<i64>,
    /// 是否开启自然人限制
    pub natural_person_limit: Option<bool>,
    /// 可疑账号拦截
    pub prevent_api_abuse: Option<bool>,
    /// 是否允许转赠
    pub transferable: Option<bool>,
    /// 是否允许分享链接
    pub shareable: Option<bool>,
}

/// 自定义入口
///
/// `CustomEntrance::builder().build()`. For an `Option`, use setters such as
/// `maybe_mini_programs_info`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct CustomEntrance {
    /// 小程序入口
    pub mini_programs_info: Option<MiniProgramsInfo>,
    /// 商户公众号appid: such as `wx324345hgfhfghfg`
    pub appid: Option<String>,
    /// 营销馆id: such as `233455656`
    pub hall_id: Option<String>,
    /// 可用门店id: such as `233554655`
    pub store_id: Option<String>,
    /// code展示模式: such as `BARCODE`
    pub code_display_mode: Option<CodeDisplayMode>,
}

rules! {
    CustomEntrance {
        member("code_display_mode", &[Listed(CodeDisplayMode::TEXTS)]),
    }
}

/// 小程序入口
///
/// `MiniProgramsInfo::builder().mini_programs_appid(…).mini_programs_path(…).entrance_words(…).build()`.
/// For an `Option`, use setters such as `maybe_guiding_words`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct MiniProgramsInfo {
    /// 商家小程序appid: such as `wx234545656765876`
    pub mini_programs_appid: String,
    /// 商家小程序path: such as `/path/index/index`
    pub mini_programs_path: String,
    /// 入口文案: such as `欢迎选购`
    pub entrance_words: String,
    /// 引导文案: such as `获取更多优惠`
    pub guiding_words: Option<String>,
}

/// 样式信息
///
/// `DisplayPatternInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_description`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct DisplayPatternInfo {
    /// 使用须知: such as `xxx门店可用`
    pub description: Option<String>,
    /// 商户logo: such as `https://qpic.cn/xxx`
    pub merchant_logo_url: Option<String>,
    /// 商户名称: such as `微信支付`
    pub merchant_name: Option<String>,
    /// 背景颜色: such as `Color020`
    pub background_color: Option<BackgroundColor>,
    /// 券详情图片: such as `https://qpic.cn/xxx`
    pub coupon_image_url: Option<String>,
    /// 视频号相关信息
    pub finder_info: Option<FinderInfo>,
}

rules! {
    DisplayPatternInfo {
        member("background_color", &[Listed(BackgroundColor::TEXTS)]),
    }
}

/// 视频号相关信息
///
/// `FinderInfo::builder().build()`. For an `Option`, use setters such as `maybe_finder_id`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct FinderInfo {
    /// 视频号ID: such as `sph6Rngt2T4RlUf`
    pub finder_id: Option<String>,
    /// 视频号视频ID: such as `sph6Rngt2T4RlUf`
    pub finder_video_id: Option<String>,
    /// 视频号封面图: the address of a file, such as `https://wxpaylogo.qpic.cn/xxx`
    pub finder_video_cover_image_url: Option<String>,
}

/// 事件通知配置
///
/// `NotifyConfig::builder().build()`. For an `Option`, use setters such as `maybe_notify_appid`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct NotifyConfig {
    /// 事件通知appid: such as `wx23232232323`
    pub notify_appid: Option<String>,
}

/// The response of [`BusifavorStocks::create_busifavor_stock`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateBusifavorStockResponse {
    /// 批次号: such as `98065001`
    pub stock_id: String,
    /// 创建时间: such as `2015-05-20T13:29:35+08:00`
    pub create_time: DateTime,
}

/// The response of [`BusifavorStocks::query_busifavor_stock`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct BusifavorStock {
    /// 商家券批次名称: such as `8月1日活动券`
    pub stock_name: String,
    /// 批次归属商户号: such as `10000022`
    pub belong_merchant: String,
    /// 批次备注: such as `活动使用`
    pub comment: Option<String>,
    /// 适用商品范围: such as `xxx商品使用`
    pub goods_name: String,
    /// 批次类型: such as `NORMAL`
    pub stock_type: StockType,
    /// 核销规则
    pub coupon_use_rule: StockCouponUseRule,
    /// 发放规则
    pub stock_send_rule: StockSendRule,
    /// 自定义入口
    pub custom_entrance: Option<CustomEntrance>,
    /// 样式信息
    pub display_pattern_info: Option<DisplayPatternInfo>,
    /// 批次状态
    pub stock_state: StockState,
    /// 券code模式: such as `WECHATPAY_MODE`
    pub coupon_code_mode: CouponCodeMode,
    /// 批次号: such as `1212`
    pub stock_id: String,
    /// 券code数量
    pub coupon_code_count: Option<CouponCodeCount>,
    /// 事件通知配置
    pub notify_config: Option<NotifyConfig>,
    /// 批次发放情况
    pub send_count_information: Option<SendCountInformation>,
    /// 是否允许营销补差: such as `false`
    pub subsidy: Option<bool>,
}

/// 核销规则
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct StockCouponUseRule {
    /// 券可核销时间
    pub coupon_available_time: Option<CouponAvailableTime>,
    /// 固定面额满减券使用规则
    pub fixed_normal_coupon: Option<FixedNormalCoupon>,
    /// 折扣券使用规则
    pub discount_coupon: Option<DiscountCoupon>,
    /// 换购券使用规则
    pub exchange_coupon: Option<ExchangeCoupon>,
    /// 核销方式: such as `OFF_LINE`
    pub use_method: UseMethod,
    /// 小程序appid: such as `wx23232232323`
    pub mini_programs_appid: Option<String>,
    /// 小程序path: such as `/path/index/index`
    pub mini_programs_path: Option<String>,
}

/// 券可核销时间
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct CouponAvailableTime {
    /// 开始时间: such as `2015-05-20T13:29:35+08:00`
    pub available_begin_time: DateTime,
    /// 结束时间: such as `2015-05-20T13:29:35+08:00`
    pub available_end_time: DateTime,
    /// 生效后N天内有效: in days, such as `3`
    pub available_day_after_receive: Option<i64>,
    /// 固定周期有效时间段
    pub available_week: Option<AvailableWeek>,
    /// 无规律的有效时间段
    pub irregulary_avaliable_time: Option<Vec<IrregularAvailableTime>>,
    /// 领取后N天开始生效: in days, such as `7`
    pub wait_days_after_receive: Option<i64>,
}

/// 固定面额满减券使用规则
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct FixedNormalCoupon {
    /// 优惠金额: such as `5`
    pub discount_amount: Option<Fen>,
    /// 消费门槛: such as `100`
    pub transaction_minimum: Option<Fen>,
}

/// 折扣券使用规则
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct DiscountCoupon {
    /// 折扣比例: in percent, such as `88`
    pub discount_percent: Option<i64>,
    /// 消费门槛: such as `100`
    pub transaction_minimum: Option<Fen>,
}

/// 换购券使用规则
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ExchangeCoupon {
    /// 单品换购价: such as `100`
    pub exchange_price: Option<Fen>,
    /// 消费门槛: such as `100`
    pub transaction_minimum: Option<Fen>,
}

/// 发放规则
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct StockSendRule {
    /// 批次总预算: such as `100000`
    pub max_amount: Option<Fen>,
    /// 批次最大发放个数: such as `100`
    pub max_coupons: Option<i64>,
    /// 用户最大可领个数: such as `5`
    pub max_coupons_per_user: i64,
    /// 单天发放上限金额: such as `1000`
    pub max_amount_by_day: Option<Fen>,
    /// 单天发放上限个数: such as `100`
    pub max_coupons_by_day: Option<i64>,
    /// 是否开启自然人限制
    pub natural_person_limit: Option<bool>,
    /// 可疑账号拦截
    pub prevent_api_abuse: Option<bool>,
    /// 是否允许转赠
    pub transferable: Option<bool>,
    /// 是否允许分享链接
    pub shareable: Option<bool>,
}

/// 券code数量
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct CouponCodeCount {
    /// 该批次总共已上传的code总数: such as `100`
    pub total_count: i64,
    /// 该批次当前可用的code数: such as `50`
    pub available_count: i64,
}

/// 批次发放情况
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct SendCountInformation {
    /// 已发放券张数: such as `1`
    pub total_send_num: Option<i64>,
    /// 已发放券金额: such as `34`
    pub total_send_amount: Option<Fen>,
    /// 单天已发放券张数: such as `1`
    pub today_send_num: Option<i64>,
    /// 单天已发放券金额: such as `34`
    pub today_send_amount: Option<Fen>,
}

/// The request of [`BusifavorStocks::update_busifavor_stock`].
///
/// `UpdateBusifavorStockRequest::builder().out_request_no(…).build()`. For an `Option`, use
/// setters such as `maybe_custom_entrance`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateBusifavorStockRequest {
    /// 自定义入口
    pub custom_entrance: Option<UpdateStockCustomEntrance>,
    /// 批次名称: such as `8月1日活动券`
    pub stock_name: Option<String>,
    /// 批次备注: such as `活动使用`
    pub comment: Option<String>,
    /// 适用商品范围: such as `xxx商品使用`
    pub goods_name: Option<String>,
    /// 商户请求单号: such as `6122352020010133287985742`
    pub out_request_no: String,
    /// 样式信息
    pub display_pattern_info: Option<DisplayPatternInfo>,
    /// 核销规则
    pub coupon_use_rule: Option<UpdateStockCouponUseRule>,
    /// 发放规则
    pub stock_send_rule: Option<UpdateStockSendRule>,
    /// 事件通知配置
    pub notify_config: Option<NotifyConfig>,
    /// 是否允许营销补差: such as `false`
    pub subsidy: Option<bool>,
}

rules! {
    UpdateBusifavorStockRequest {
        within("custom_entrance", UpdateStockCustomEntrance::RULES),
        within("display_pattern_info", DisplayPatternInfo::RULES),
        within("coupon_use_rule", UpdateStockCouponUseRule::RULES),
    }
}

/// 自定义入口
///
/// `UpdateStockCustomEntrance::builder().build()`. For an `Option`, use setters such as
/// `maybe_mini_programs_info`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateStockCustomEntrance {
    /// 小程序入口
    pub mini_programs_info: Option<UpdateStockMiniProgramsInfo>,
    /// 商户公众号appid: such as `wx324345hgfhfghfg`
    pub appid: Option<String>,
    /// 营销馆id: such as `233455656`
    pub hall_id: Option<String>,
    /// code展示模式: such as `BARCODE`
    pub code_display_mode: Option<CodeDisplayMode>,
    /// 可用门店id
    pub store_id: Option<String>,
}

rules! {
    UpdateStockCustomEntrance {
        member("code_display_mode", &[Listed(CodeDisplayMode::TEXTS)]),
    }
}

/// 小程序入口
///
/// `UpdateStockMiniProgramsInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_mini_programs_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateStockMiniProgramsInfo {
    /// 商家小程序appid: such as `wx234545656765876`
    pub mini_programs_appid: Option<String>,
    /// 商家小程序path: such as `/path/index/index`
    pub mini_programs_path: Option<String>,
    /// 入口文案: such as `欢迎选购`
    pub entrance_words: Option<String>,
    /// 引导文案: such as `获取更多优惠`
    pub guiding_words: Option<String>,
}

/// 核销规则
///
/// `UpdateStockCouponUseRule::builder().build()`. For an `Option`, use setters such as
/// `maybe_use_method`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateStockCouponUseRule {
    /// 核销方式: such as `OFF_LINE`
    pub use_method: Option<UseMethod>,
    /// 小程序appid: such as `wx23232232323`
    pub mini_programs_appid: Option<String>,
    /// 小程序path: such as `/path/index/index`
    pub mini_programs_path: Option<String>,
}

rules! {
    UpdateStockCouponUseRule {
        member("use_method", &[Listed(UseMethod::TEXTS)]),
    }
}

/// 发放规则
///
/// `UpdateStockSendRule::builder().build()`. For an `Option`, use setters such as
/// `maybe_natural_person_limit`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateStockSendRule {
    /// 是否开启自然人限领
    pub natural_person_limit: Option<bool>,
    /// 可疑账号拦截
    pub prevent_api_abuse: Option<bool>,
}

/// The request of [`BusifavorStocks::update_busifavor_stock_budget`].
///
/// `UpdateBusifavorStockBudgetRequest::builder().modify_budget_request_no(…).build()`. For an
/// `Option`, use setters such as `maybe_target_max_coupons`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateBusifavorStockBudgetRequest {
    /// 目标批次最大发放个数: such as `3000`
    pub target_max_coupons: Option<i64>,
    /// 目标单天发放上限个数
    pub target_max_coupons_by_day: Option<i64>,
    /// 当前批次最大发放个数: such as `500`
    pub current_max_coupons: Option<i64>,
    /// 当前单天发放上限个数: such as `300`
    pub current_max_coupons_by_day: Option<i64>,
    /// 修改预算请求单据号: such as `1002600620019090123143254436`
    pub modify_budget_request_no: String,
}

rules! { UpdateBusifavorStockBudgetRequest {} }

/// The response of [`BusifavorStocks::update_busifavor_stock_budget`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct UpdateBusifavorStockBudgetResponse {
    /// 批次当前最大发放个数: such as `300`
    pub max_coupons: i64,
    /// 当前单天发放上限个数: such as `100`
    pub max_coupons_by_day: Option<i64>,
}

open_enum! {
    /// 批次类型
    pub enum StockType {
        Normal = "NORMAL",
        Discount = "DISCOUNT",
        Exchange = "EXCHANGE",
    }
}

open_enum! {
    /// 核销方式
    pub enum UseMethod {
        OffLine = "OFF_LINE",
        MiniPrograms = "MINI_PROGRAMS",
        SelfConsume = "SELF_CONSUME",
        PaymentCode = "PAYMENT_CODE",
    }
}

open_enum! {
    /// code展示模式
    pub enum CodeDisplayMode {
        NotShow = "NOT_SHOW",
        Barcode = "BARCODE",
        Qrcode = "QRCODE",
    }
}

open_enum! {
    /// 背景颜色
    pub enum BackgroundColor {
        Color010 = "Color010",
        Color020 = "Color020",
        Color030 = "Color030",
        Color040 = "Color040",
        Color050 = "Color050",
        Color060 = "Color060",
        Color070 = "Color070",
        Color080 = "Color080",
        Color090 = "Color090",
        Color100 = "Color100",
    }
}

open_enum! {
    /// 券code模式
    pub enum CouponCodeMode {
        WechatpayMode = "WECHATPAY_MODE",
        MerchantApi = "MERCHANT_API",
        MerchantUpload = "MERCHANT_UPLOAD",
    }
}

open_enum! {
    /// 批次状态
    pub enum StockState {
        Unaudit = "UNAUDIT",
        Running = "RUNNING",
        Stoped = "STOPED",
        Paused = "PAUSED",
    }
}
