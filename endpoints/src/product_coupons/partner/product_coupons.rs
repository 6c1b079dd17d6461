//! 商品券.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 商品券
#[wechatpay_api(defaults)]
pub trait ProductCoupons {
    /// 创建商品券
    ///
    /// `POST /v3/marketing/partner/product-coupon/product-coupons`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/product-coupons")]
    async fn create_product_coupon(
        &self,
        body: &CreateProductCouponRequest,
    ) -> Result<CreateProductCouponResponse>;

    /// 查询商品券
    ///
    /// `GET /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}`
    ///
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    /// - `brand_id` 品牌ID: such as `120344`
    #[wechatpay_api(GET "/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}")]
    async fn query_product_coupon(
        &self,
        product_coupon_id: &str,
        #[query] brand_id: &str,
    ) -> Result<ProductCoupon>;

    /// 修改商品券
    ///
    /// `PATCH /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}`
    ///
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    #[wechatpay_api(PATCH "/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}")]
    async fn update_product_coupon(
        &self,
        product_coupon_id: &str,
        body: &UpdateProductCouponRequest,
    ) -> Result<ProductCoupon>;

    /// 失效商品券
    ///
    /// `POST /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/deactivate`
    ///
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/deactivate")]
    async fn deactivate_product_coupon(
        &self,
        product_coupon_id: &str,
        body: &DeactivateRequest,
    ) -> Result<ProductCoupon>;
}

/// The request of [`ProductCoupons::create_product_coupon`].
///
/// `CreateProductCouponRequest::builder().brand_id(…).out_request_no(…).scope(…).r#type(…).usage_mode(…).display_info(…).build()`.
/// For an `Option`, use setters such as `maybe_single_usage_info`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateProductCouponRequest {
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 创建请求单号: such as `12345_20250101_A3489`
    pub out_request_no: String,
    /// 优惠范围: such as `ALL`
    pub scope: ProductCouponScope,
    /// 商品券类型: such as `NORMAL`
    pub r#type: ProductCouponType,
    /// 使用模式: such as `SINGLE`
    pub usage_mode: UsageMode,
    /// 单券模式信息
    pub single_usage_info: Option<SingleUsageInfo>,
    /// 展示信息
    pub display_info: DisplayInfo,
    /// 外部商品ID: such as `Product_1234567890`
    pub out_product_no: Option<String>,
    /// 批次信息
    pub stock: Option<NewProductCouponStock>,
    /// 多次优惠模式信息
    pub progressive_bundle_usage_info: Option<ProgressiveBundleUsageInfo>,
    /// 批次组信息
    pub stock_bundle: Option<NewStockBundle>,
}

rules! {
    CreateProductCouponRequest {
        member("scope", &[Listed(ProductCouponScope::TEXTS)]),
        member("type", &[Listed(ProductCouponType::TEXTS)]),
        member("usage_mode", &[Listed(UsageMode::TEXTS)]),
        within("stock", NewProductCouponStock::RULES),
        within("stock_bundle", NewStockBundle::RULES),
    }
}

/// 单券模式信息
///
/// `SingleUsageInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_normal_coupon`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct SingleUsageInfo {
    /// 满减券使用规则
    pub normal_coupon: Option<NormalCoupon>,
    /// 折扣券使用规则
    pub discount_coupon: Option<DiscountCoupon>,
}

/// 满减券使用规则
///
/// `NormalCoupon::builder().threshold(…).discount_amount(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct NormalCoupon {
    /// 门槛金额: such as `10000`
    pub threshold: Fen,
    /// 固定减免金额: such as `1`
    pub discount_amount: Fen,
}

/// 折扣券使用规则
///
/// `DiscountCoupon::builder().threshold(…).percent_off(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct DiscountCoupon {
    /// 门槛金额: such as `10000`
    pub threshold: Fen,
    /// 固定减免百分比: in percent, such as `20`
    pub percent_off: i64,
}

/// 展示信息
///
/// `DisplayInfo::builder().name(…).image_url(…).background_url(…).build()`. For an `Option`, use
/// setters such as `maybe_detail_image_url_list`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct DisplayInfo {
    /// 商品券名称: such as `全场满100立打8折`
    pub name: String,
    /// 商品券图片: such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx`
    pub image_url: String,
    /// 商品券背景图: such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx`
    pub background_url: String,
    /// 商品券详情图列表: such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx`
    pub detail_image_url_list: Option<Vec<String>>,
    /// 商品原价: such as `10000`
    pub original_price: Option<Fen>,
    /// 套餐组合
    pub combo_package_list: Option<Vec<ComboPackage>>,
}

/// 套餐组合
///
/// `ComboPackage::builder().name(…).pick_count(…).choice_list(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct ComboPackage {
    /// 套餐名: such as `咖啡2选1`
    pub name: String,
    /// 可选单品数量: such as `3`
    pub pick_count: i64,
    /// 单品列表
    pub choice_list: Vec<ComboPackageChoice>,
}

/// 单品列表
///
/// `ComboPackageChoice::builder().name(…).price(…).count(…).build()`. For an `Option`, use
/// setters such as `maybe_image_url`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct ComboPackageChoice {
    /// 单品名称: such as `美式`
    pub name: String,
    /// 单品价格: such as `10000`
    pub price: Fen,
    /// 单品数量: such as `2`
    pub count: i64,
    /// 单品图片: such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx`
    pub image_url: Option<String>,
    /// 单品跳转小程序AppID: such as `wx4fd12345678`
    pub mini_program_appid: Option<String>,
    /// 单品跳转小程序路径: such as `/pages/index/index`
    pub mini_program_path: Option<String>,
}

/// 批次信息
///
/// `NewProductCouponStock::builder().coupon_code_mode(…).stock_send_rule(…).usage_rule_display_info(…).coupon_display_info(…).store_scope(…).build()`.
/// For an `Option`, use setters such as `maybe_remark`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct NewProductCouponStock {
    /// 备注
    pub remark: Option<String>,
    /// 券Code分配模式: such as `WECHATPAY`
    pub coupon_code_mode: CouponCodeMode,
    /// 发放规则
    pub stock_send_rule: StockSendRule,
    /// 单券使用规则
    pub single_usage_rule: Option<StockSingleUsageRule>,
    /// 券使用规则展示信息
    pub usage_rule_display_info: UsageRuleDisplayInfo,
    /// 用户商品券展示信息
    pub coupon_display_info: NewProductCouponDisplayInfo,
    /// 事件通知配置
    pub notify_config: Option<NotifyConfig>,
    /// 可用门店范围: such as `NONE`
    pub store_scope: StoreScope,
}

rules! {
    NewProductCouponStock {
        member("coupon_code_mode", &[Listed(CouponCodeMode::TEXTS)]),
        within("single_usage_rule", StockSingleUsageRule::RULES),
        within("usage_rule_display_info", UsageRuleDisplayInfo::RULES),
        within("coupon_display_info", NewProductCouponDisplayInfo::RULES),
        member("store_scope", &[Listed(StoreScope::TEXTS)]),
    }
}

/// 发放规则
///
/// `StockSendRule::builder().max_count(…).build()`. For an `Option`, use setters such as
/// `maybe_max_count_per_day`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct StockSendRule {
    /// 发放次数总上限: such as `100000`
    pub max_count: i64,
    /// 每日发放次数上限: such as `100000000`
    pub max_count_per_day: Option<i64>,
    /// 每个用户领取次数上限: such as `5`
    pub max_count_per_user: Option<i64>,
}

/// 单券使用规则
///
/// `StockSingleUsageRule::builder().coupon_available_period(…).build()`. For an `Option`, use
/// setters such as `maybe_normal_coupon`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct StockSingleUsageRule {
    /// 券可核销时间
    pub coupon_available_period: StockCouponAvailablePeriod,
    /// 满减券使用规则
    pub normal_coupon: Option<NormalCoupon>,
    /// 折扣券使用规则
    pub discount_coupon: Option<DiscountCoupon>,
    /// 兑换券使用规则
    pub exchange_coupon: Option<ExchangeCoupon>,
}

rules! {
    StockSingleUsageRule {
        within("coupon_available_period", StockCouponAvailablePeriod::RULES),
    }
}

/// 券可核销时间
///
/// `StockCouponAvailablePeriod::builder().available_begin_time(…).available_end_time(…).build()`.
/// For an `Option`, use setters such as `maybe_available_days`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(DateTime, into)))]
#[non_exhaustive]
pub struct StockCouponAvailablePeriod {
    /// 开始时间: such as `2025-08-01T00:00:00+08:00`
    pub available_begin_time: DateTime,
    /// 结束时间: such as `2025-08-31T23:59:59+08:00`
    pub available_end_time: DateTime,
    /// 生效后N天内有效: in days, such as `30`
    pub available_days: Option<i64>,
    /// 领取后N天开始生效: in days, such as `1`
    pub wait_days_after_receive: Option<i64>,
    /// 每周固定可用时间
    pub weekly_available_period: Option<WeeklyAvailablePeriod>,
    /// 无规律的可用时间段
    pub irregular_available_period_list: Option<Vec<IrregularAvailablePeriod>>,
    /// 领取后N秒内有效: in seconds
    pub available_seconds: Option<i64>,
}

rules! {
    StockCouponAvailablePeriod {
        within("weekly_available_period", WeeklyAvailablePeriod::RULES),
    }
}

/// 每周固定可用时间
///
/// `WeeklyAvailablePeriod::builder().build()`. For an `Option`, use setters such as
/// `maybe_day_list`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct WeeklyAvailablePeriod {
    /// 每周可用星期数
    pub day_list: Option<Vec<Weekday>>,
    /// 当天可用时间段
    pub day_period_list: Option<Vec<DayPeriod>>,
}

rules! {
    WeeklyAvailablePeriod {
        member("day_list", &[Listed(Weekday::TEXTS)]),
    }
}

/// 当天可用时间段
///
/// `DayPeriod::builder().begin_time(…).end_time(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct DayPeriod {
    /// 当天可用开始时间: in seconds, such as `60`
    pub begin_time: i64,
    /// 当天可用结束时间: in seconds, such as `86399`
    pub end_time: i64,
}

/// 无规律的可用时间段
///
/// `IrregularAvailablePeriod::builder().begin_time(…).end_time(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(DateTime, into)))]
#[non_exhaustive]
pub struct IrregularAvailablePeriod {
    /// 开始时间: such as `2025-08-01T00:00:00+08:00`
    pub begin_time: DateTime,
    /// 结束时间: such as `2025-08-31T23:59:59+08:00`
    pub end_time: DateTime,
}

/// 兑换券使用规则
///
/// `ExchangeCoupon::builder().threshold(…).exchange_price(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct ExchangeCoupon {
    /// 门槛金额: such as `10000`
    pub threshold: Fen,
    /// 固定兑换价格: such as `20`
    pub exchange_price: Fen,
}

/// 券使用规则展示信息
///
/// `UsageRuleDisplayInfo::builder().coupon_usage_method_list(…).build()`. For an `Option`, use
/// setters such as `maybe_mini_program_appid`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct UsageRuleDisplayInfo {
    /// 券使用方式列表
    pub coupon_usage_method_list: Vec<CouponUsageMethod>,
    /// 小程序AppID: such as `wx1234567890`
    pub mini_program_appid: Option<String>,
    /// 小程序跳转路径: such as `/pages/index/product`
    pub mini_program_path: Option<String>,
    /// APP的H5跳转路径: such as `https://weixin.qq.com/jump-to-app`
    pub app_path: Option<String>,
    /// 券使用说明: such as `工作日可用`
    pub usage_description: Option<String>,
    /// 券可用门店信息
    pub coupon_available_store_info: Option<CouponAvailableStoreInfo>,
    /// APP跳转类型: such as `H5`
    pub app_jump_type: Option<AppJumpType>,
    /// 口令链接: such as `passcode_link.example`
    pub passcode_link: Option<String>,
}

rules! {
    UsageRuleDisplayInfo {
        member("coupon_usage_method_list", &[Listed(CouponUsageMethod::TEXTS)]),
        member("app_jump_type", &[Listed(AppJumpType::TEXTS)]),
    }
}

/// 券可用门店信息
///
/// `CouponAvailableStoreInfo::builder().description(…).build()`. For an `Option`, use setters such
/// as `maybe_mini_program_appid`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct CouponAvailableStoreInfo {
    /// 券可用门店描述: such as `所有门店可用，可使用小程序查看门店列表`
    pub description: String,
    /// 小程序AppID: such as `wx1234567890`
    pub mini_program_appid: Option<String>,
    /// 小程序跳转路径: such as `/pages/index/product`
    pub mini_program_path: Option<String>,
}

/// 用户商品券展示信息
///
/// `NewProductCouponDisplayInfo::builder().code_display_mode(…).build()`. For an `Option`, use
/// setters such as `maybe_background_color`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct NewProductCouponDisplayInfo {
    /// 用户商品券Code展示模式: such as `QRCODE`
    pub code_display_mode: CodeDisplayMode,
    /// 背景颜色: such as `Color020`
    pub background_color: Option<BackgroundColor>,
    /// 小程序入口
    pub entrance_mini_program: Option<NewProductCouponEntranceMiniProgram>,
    /// 公众号入口
    pub entrance_official_account: Option<EntranceOfficialAccount>,
    /// 视频号入口
    pub entrance_finder: Option<EntranceFinder>,
}

rules! {
    NewProductCouponDisplayInfo {
        member("code_display_mode", &[Listed(CodeDisplayMode::TEXTS)]),
        member("background_color", &[Listed(BackgroundColor::TEXTS)]),
    }
}

/// 小程序入口
///
/// `NewProductCouponEntranceMiniProgram::builder().appid(…).path(…).entrance_wording(…).build()`.
/// For an `Option`, use setters such as `maybe_guidance_wording`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct NewProductCouponEntranceMiniProgram {
    /// 小程序appid: such as `wx234545656765876`
    pub appid: String,
    /// 小程序跳转路径: such as `/path/index/index`
    pub path: String,
    /// 入口文案: such as `欢迎选购`
    pub entrance_wording: String,
    /// 引导文案: such as `获取更多优惠`
    pub guidance_wording: Option<String>,
}

/// 公众号入口
///
/// `EntranceOfficialAccount::builder().appid(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct EntranceOfficialAccount {
    /// 公众号AppID: such as `wx1234567890`
    pub appid: String,
}

/// 视频号入口
///
/// `EntranceFinder::builder().finder_id(…).finder_video_id(…).finder_video_cover_image_url(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct EntranceFinder {
    /// 视频号ID: such as `gh_12345678`
    pub finder_id: String,
    /// 视频号视频ID: such as `UDFsdf24df34dD456Hdf34`
    pub finder_video_id: String,
    /// 视频号封面图: such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx`
    pub finder_video_cover_image_url: String,
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

/// 多次优惠模式信息
///
/// `ProgressiveBundleUsageInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_count`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct ProgressiveBundleUsageInfo {
    /// 可使用次数: such as `15`
    pub count: Option<i64>,
    /// 多次优惠使用间隔天数: in days, such as `0`
    pub interval_days: Option<i64>,
}

/// 批次组信息
///
/// `NewStockBundle::builder().coupon_code_mode(…).stock_send_rule(…).usage_rule_display_info(…).coupon_display_info(…).notify_config(…).store_scope(…).build()`.
/// For an `Option`, use setters such as `maybe_remark`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct NewStockBundle {
    /// 备注: such as `疯狂星期四项目专用`
    pub remark: Option<String>,
    /// 券Code分配模式: such as `WECHATPAY` (unconfirmed)
    pub coupon_code_mode: BundleCouponCodeMode,
    /// 发放规则 (unconfirmed)
    pub stock_send_rule: NewBundleStockSendRule,
    /// 多次优惠使用规则
    pub progressive_bundle_usage_rule: Option<ProgressiveBundleUsageRule>,
    /// 券使用规则展示信息 (unconfirmed)
    pub usage_rule_display_info: UsageRuleDisplayInfo,
    /// 用户商品券展示信息 (unconfirmed)
    pub coupon_display_info: CouponDisplayInfo,
    /// 事件通知配置 (unconfirmed)
    pub notify_config: NotifyConfig,
    /// 可用门店范围: such as `NONE` (unconfirmed)
    pub store_scope: StoreScope,
}

rules! {
    NewStockBundle {
        member("coupon_code_mode", &[Listed(BundleCouponCodeMode::TEXTS)]),
        within("progressive_bundle_usage_rule", ProgressiveBundleUsageRule::RULES),
        within("usage_rule_display_info", UsageRuleDisplayInfo::RULES),
        within("coupon_display_info", CouponDisplayInfo::RULES),
        member("store_scope", &[Listed(StoreScope::TEXTS)]),
    }
}

/// 发放规则
///
/// `NewBundleStockSendRule::builder().max_count(…).max_count_per_user(…).build()`. For an
/// `Option`, use setters such as `maybe_max_count_per_day`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct NewBundleStockSendRule {
    /// 发放次数总上限: such as `100000` (unconfirmed)
    pub max_count: i64,
    /// 每日发放次数上限: such as `100000000`
    pub max_count_per_day: Option<i64>,
    /// 每个用户领取次数上限: such as `5` (unconfirmed)
    pub max_count_per_user: i64,
}

/// 多次优惠使用规则
///
/// `ProgressiveBundleUsageRule::builder().coupon_available_period(…).build()`. For an `Option`,
/// use setters such as `maybe_normal_coupon_list`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ProgressiveBundleUsageRule {
    /// 券可核销时间 (unconfirmed)
    pub coupon_available_period: StockCouponAvailablePeriod,
    /// 满减券使用规则
    pub normal_coupon_list: Option<Vec<NormalCoupon>>,
    /// 折扣券使用规则
    pub discount_coupon_list: Option<Vec<DiscountCoupon>>,
    /// 兑换券使用规则
    pub exchange_coupon_list: Option<Vec<ExchangeCoupon>>,
}

rules! {
    ProgressiveBundleUsageRule {
        within("coupon_available_period", StockCouponAvailablePeriod::RULES),
    }
}

/// 用户商品券展示信息
///
/// `CouponDisplayInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_code_display_mode`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct CouponDisplayInfo {
    /// 用户商品券Code展示模式: such as `QRCODE`
    pub code_display_mode: Option<CodeDisplayMode>,
    /// 背景颜色: such as `Color020`
    pub background_color: Option<BackgroundColor>,
    /// 小程序入口
    pub entrance_mini_program: Option<EntranceMiniProgram>,
    /// 公众号入口
    pub entrance_official_account: Option<EntranceOfficialAccount>,
    /// 视频号入口
    pub entrance_finder: Option<EntranceFinder>,
}

rules! {
    CouponDisplayInfo {
        member("code_display_mode", &[Listed(CodeDisplayMode::TEXTS)]),
        member("background_color", &[Listed(BackgroundColor::TEXTS)]),
    }
}

/// 小程序入口
///
/// `EntranceMiniProgram::builder().appid(…).path(…).entrance_wording(…).guidance_wording(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct EntranceMiniProgram {
    /// 小程序appid: such as `wx234545656765876`
    pub appid: String,
    /// 小程序跳转路径: such as `/path/index/index`
    pub path: String,
    /// 入口文案: such as `欢迎选购`
    pub entrance_wording: String,
    /// 引导文案: such as `获取更多优惠`
    pub guidance_wording: String,
}

/// The response of [`ProductCoupons::create_product_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateProductCouponResponse {
    /// 商品券ID: such as `1000000013`
    pub product_coupon_id: String,
    /// 商品券状态
    pub state: ProductCouponState,
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 优惠范围: such as `ALL`
    pub scope: ProductCouponScope,
    /// 商品券类型: such as `NORMAL`
    pub r#type: ProductCouponType,
    /// 使用模式: such as `SINGLE`
    pub usage_mode: UsageMode,
    /// 单券模式信息
    pub single_usage_info: Option<SingleUsageInfo>,
    /// 展示信息
    pub display_info: DisplayInfo,
    /// 外部商品ID: such as `Product_1234567890`
    pub out_product_no: Option<String>,
    /// 批次信息
    pub stock: Option<CreatedProductCouponStock>,
    /// 多次优惠模式信息
    pub progressive_bundle_usage_info: Option<ProgressiveBundleUsageInfo>,
    /// 批次组信息
    pub stock_bundle: Option<StockBundle>,
}

/// 批次信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreatedProductCouponStock {
    /// 商品券ID: such as `1000000013`
    pub product_coupon_id: String,
    /// 批次ID: such as `1000000013001`
    pub stock_id: String,
    /// 备注
    pub remark: Option<String>,
    /// 券Code分配模式: such as `WECHATPAY`
    pub coupon_code_mode: CouponCodeMode,
    /// 发放规则
    pub stock_send_rule: StockSendRule,
    /// 单券使用规则
    pub single_usage_rule: Option<SingleUsageRule>,
    /// 券使用规则展示信息
    pub usage_rule_display_info: UsageRuleDisplayInfo,
    /// 用户商品券展示信息
    pub coupon_display_info: CouponDisplayInfo,
    /// 事件通知配置
    pub notify_config: Option<NotifyConfig>,
    /// 可用门店范围: such as `NONE`
    pub store_scope: StoreScope,
    /// 已发放次数
    pub sent_count_info: SentCountInfo,
    /// 批次状态
    pub state: StockState,
    /// 失效请求单号
    pub deactivate_request_no: Option<String>,
    /// 失效时间: such as `2025-08-31T23:59:59+08:00`
    pub deactivate_time: Option<DateTime>,
    /// 失效原因
    pub deactivate_reason: Option<String>,
    /// 品牌ID: such as `120344`
    pub brand_id: String,
}

/// 单券使用规则
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct SingleUsageRule {
    /// 券可核销时间
    pub coupon_available_period: CouponAvailablePeriod,
    /// 满减券使用规则
    pub normal_coupon: Option<NormalCoupon>,
    /// 折扣券使用规则
    pub discount_coupon: Option<DiscountCoupon>,
    /// 兑换券使用规则
    pub exchange_coupon: Option<ExchangeCoupon>,
}

/// 券可核销时间
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct CouponAvailablePeriod {
    /// 开始时间: such as `2025-08-01T00:00:00+08:00`
    pub available_begin_time: DateTime,
    /// 结束时间: such as `2025-08-31T23:59:59+08:00`
    pub available_end_time: DateTime,
    /// 生效后N天内有效: in days, such as `30`
    pub available_days: Option<i64>,
    /// 领取后N天开始生效: in days, such as `1`
    pub wait_days_after_receive: Option<i64>,
    /// 每周固定可用时间
    pub weekly_available_period: Option<WeeklyAvailablePeriod>,
    /// 无规律的可用时间段
    pub irregular_available_period_list: Option<Vec<IrregularAvailablePeriod>>,
}

/// 已发放次数
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct SentCountInfo {
    /// 已发放总次数: such as `0`
    pub total_count: i64,
    /// 当天已发放次数: such as `0`
    pub today_count: i64,
}

/// 批次组信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct StockBundle {
    /// 批次组ID: such as `1000000013001`
    pub stock_bundle_id: Option<String>,
    /// 批次列表
    pub stock_list: Option<Vec<BundleStock>>,
}

/// 批次列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct BundleStock {
    /// 商品券ID: such as `1000000013`
    pub product_coupon_id: Option<String>,
    /// 批次ID: such as `1000000013001`
    pub stock_id: Option<String>,
    /// 备注
    pub remark: Option<String>,
    /// 券Code分配模式: such as `WECHATPAY`
    pub coupon_code_mode: Option<BundleCouponCodeMode>,
    /// 品牌方预上传的券Code数量信息
    pub coupon_code_count_info: Option<CouponCodeCountInfo>,
    /// 发放规则
    pub stock_send_rule: Option<BundleStockSendRule>,
    /// 多次优惠使用规则
    pub progressive_bundle_usage_rule: Option<SingleUsageRule>,
    /// 批次组信息
    pub stock_bundle_info: Option<StockBundleInfo>,
    /// 券使用规则展示信息
    pub usage_rule_display_info: Option<UsageRuleDisplayInfo>,
    /// 用户商品券展示信息
    pub coupon_display_info: Option<CouponDisplayInfo>,
    /// 事件通知配置
    pub notify_config: Option<NotifyConfig>,
    /// 可用门店范围: such as `NONE`
    pub store_scope: Option<StoreScope>,
    /// 已发放次数
    pub sent_count_info: Option<SentCountInfo>,
    /// 批次状态
    pub state: Option<StockState>,
    /// 失效请求单号
    pub deactivate_request_no: Option<String>,
    /// 失效时间: such as `2025-08-31T23:59:59+08:00`
    pub deactivate_time: Option<DateTime>,
    /// 失效原因
    pub deactivate_reason: Option<String>,
    /// 品牌ID: such as `120344`
    pub brand_id: Option<String>,
}

/// 品牌方预上传的券Code数量信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct CouponCodeCountInfo {
    /// 已上传的Code总数: such as `10000`
    pub total_count: i64,
    /// 当前可用的Code: such as `999`
    pub available_count: i64,
}

/// 发放规则
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct BundleStockSendRule {
    /// 发放次数总上限: such as `100000`
    pub max_count: Option<i64>,
    /// 每日发放次数上限: such as `100000000`
    pub max_count_per_day: Option<i64>,
    /// 每个用户领取次数上限: such as `5`
    pub max_count_per_user: Option<i64>,
}

/// 批次组信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct StockBundleInfo {
    /// 批次组ID: such as `712315129419284901`
    pub stock_bundle_id: Option<String>,
    /// 批次在批次组内的次序: such as `0`
    pub stock_bundle_index: Option<i64>,
}

/// The response of [`ProductCoupons::query_product_coupon`],
/// [`ProductCoupons::update_product_coupon`], [`ProductCoupons::deactivate_product_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ProductCoupon {
    /// 商品券ID: such as `1000000013`
    pub product_coupon_id: String,
    /// 商品券状态
    pub state: ProductCouponState,
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 优惠范围: such as `ALL`
    pub scope: ProductCouponScope,
    /// 商品券类型: such as `NORMAL`
    pub r#type: ProductCouponType,
    /// 使用模式: such as `SINGLE`
    pub usage_mode: UsageMode,
    /// 单券模式信息
    pub single_usage_info: Option<SingleUsageInfo>,
    /// 展示信息
    pub display_info: DisplayInfo,
    /// 外部商品ID: such as `Product_1234567890`
    pub out_product_no: Option<String>,
    /// 失效请求单号
    pub deactivate_request_no: Option<String>,
    /// 失效时间: such as `2025-08-31T23:59:59+08:00`
    pub deactivate_time: Option<DateTime>,
    /// 失效原因
    pub deactivate_reason: Option<String>,
    /// 多次优惠模式信息
    pub progressive_bundle_usage_info: Option<ProgressiveBundleUsageInfo>,
}

/// The request of [`ProductCoupons::update_product_coupon`].
///
/// `UpdateProductCouponRequest::builder().brand_id(…).out_request_no(…).display_info(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateProductCouponRequest {
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 修改请求单号: such as `34657_20250101_123456`
    pub out_request_no: String,
    /// 展示信息
    pub display_info: DisplayInfo,
}

rules! { UpdateProductCouponRequest {} }

/// The request of [`ProductCoupons::deactivate_product_coupon`], `Stocks::deactivate_stock`.
///
/// `DeactivateRequest::builder().brand_id(…).out_request_no(…).deactivate_reason(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DeactivateRequest {
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 失效请求单号: such as `34657_20250101_123456`
    pub out_request_no: String,
    /// 失效原因: such as `批次信息有误，重新创建`
    pub deactivate_reason: String,
}

rules! { DeactivateRequest {} }

open_enum! {
    /// 优惠范围
    pub enum ProductCouponScope {
        All = "ALL",
        Single = "SINGLE",
        Category = "CATEGORY",
    }
}

open_enum! {
    /// 商品券类型
    pub enum ProductCouponType {
        Normal = "NORMAL",
        Discount = "DISCOUNT",
        Exchange = "EXCHANGE",
    }
}

open_enum! {
    /// 使用模式
    pub enum UsageMode {
        Single = "SINGLE",
        ProgressiveBundle = "PROGRESSIVE_BUNDLE",
    }
}

open_enum! {
    /// 券Code分配模式
    pub enum CouponCodeMode {
        Wechatpay = "WECHATPAY",
        Upload = "UPLOAD",
        ApiAssign = "API_ASSIGN",
    }
}

open_enum! {
    /// 每周可用星期数
    pub enum Weekday {
        Monday = "MONDAY",
        Tuesday = "TUESDAY",
        Wednesday = "WEDNESDAY",
        Thursday = "THURSDAY",
        Friday = "FRIDAY",
        Saturday = "SATURDAY",
        Sunday = "SUNDAY",
    }
}

open_enum! {
    /// 券使用方式列表
    pub enum CouponUsageMethod {
        Offline = "OFFLINE",
        MiniProgram = "MINI_PROGRAM",
        App = "APP",
        PaymentCode = "PAYMENT_CODE",
    }
}

open_enum! {
    /// APP跳转类型
    pub enum AppJumpType {
        H5 = "H5",
        PasscodeLink = "PASSCODE_LINK",
        UsageGuide = "USAGE_GUIDE",
    }
}

open_enum! {
    /// 用户商品券Code展示模式
    pub enum CodeDisplayMode {
        Invisible = "INVISIBLE",
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
    /// 可用门店范围
    pub enum StoreScope {
        None = "NONE",
        All = "ALL",
        Specific = "SPECIFIC",
    }
}

open_enum! {
    /// 券Code分配模式
    pub enum BundleCouponCodeMode {
        Wechatpay = "WECHATPAY",
        Upload = "UPLOAD",
    }
}

open_enum! {
    /// 商品券状态
    pub enum ProductCouponState {
        Auditing = "AUDITING",
        Effective = "EFFECTIVE",
        Deactivated = "DEACTIVATED",
    }
}

parameter_enum! {
    /// 批次状态
    pub enum StockState {
        Auditing = "AUDITING",
        Sending = "SENDING",
        Paused = "PAUSED",
        Stopped = "STOPPED",
        Deactivated = "DEACTIVATED",
    }
}
