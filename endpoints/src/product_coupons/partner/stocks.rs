//! 商品券批次.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use super::{
    BackgroundColor, CodeDisplayMode, CouponAvailableStoreInfo, CouponCodeCountInfo,
    CouponCodeMode, CouponDisplayInfo, CouponUsageMethod, DeactivateRequest, EntranceFinder,
    EntranceMiniProgram, EntranceOfficialAccount, NotifyConfig, SentCountInfo, SingleUsageRule,
    StockBundleInfo, StockSendRule, StockSingleUsageRule, StockState, StoreScope,
    UsageRuleDisplayInfo,
};
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 商品券批次
#[wechatpay_api(defaults)]
pub trait Stocks {
    /// 添加商品券批次
    ///
    /// `POST /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks`
    ///
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks")]
    async fn create_stock(
        &self,
        product_coupon_id: &str,
        body: &CreateStockRequest,
    ) -> Result<CreateStockResponse>;

    /// 查询商品券指定批次
    ///
    /// `GET
    /// /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}`
    ///
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    /// - `stock_id` 批次ID: such as `1000000013001`
    /// - `brand_id` 品牌ID: such as `120344`
    #[wechatpay_api(GET "/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}")]
    async fn query_stock(
        &self,
        product_coupon_id: &str,
        stock_id: &str,
        #[query] brand_id: &str,
    ) -> Result<Stock>;

    /// 查询商品券批次列表
    ///
    /// `GET /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks`
    ///
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    /// - `brand_id` 品牌ID: such as `120344`
    #[wechatpay_api(GET "/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks")]
    async fn list_stocks(
        &self,
        product_coupon_id: &str,
        #[query] brand_id: &str,
        query: &ListStocksQuery,
    ) -> Result<ListStocksResponse>;

    /// 修改商品券指定批次
    ///
    /// `PATCH
    /// /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}`
    ///
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    /// - `stock_id` 批次ID: such as `1000000013001`
    #[wechatpay_api(PATCH "/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}")]
    async fn update_stock(
        &self,
        product_coupon_id: &str,
        stock_id: &str,
        body: &UpdateStockRequest,
    ) -> Result<UpdatedStock>;

    /// 修改商品券批次发放预算
    ///
    /// `POST
    /// /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/update-budget`
    ///
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    /// - `stock_id` 批次ID: such as `1000000013001`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/update-budget")]
    async fn update_stock_budget(
        &self,
        product_coupon_id: &str,
        stock_id: &str,
        body: &UpdateStockBudgetRequest,
    ) -> Result<UpdatedStock>;

    /// 失效商品券批次
    ///
    /// `POST
    /// /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/deactivate`
    ///
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    /// - `stock_id` 批次ID: such as `1000000013001`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/deactivate")]
    async fn deactivate_stock(
        &self,
        product_coupon_id: &str,
        stock_id: &str,
        body: &DeactivateRequest,
    ) -> Result<UpdatedStock>;

    /// 预上传券Code
    ///
    /// `POST
    /// /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/upload-coupon-codes`
    ///
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    /// - `stock_id` 批次ID: such as `1000000013001`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/upload-coupon-codes")]
    async fn upload_coupon_codes(
        &self,
        product_coupon_id: &str,
        stock_id: &str,
        body: &UploadCouponCodesRequest,
    ) -> Result<UploadCouponCodesResponse>;

    /// 批次关联门店
    ///
    /// `POST
    /// /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associate-stores`
    ///
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    /// - `stock_id` 批次ID: such as `1000000013001`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associate-stores")]
    async fn associate_stock_stores(
        &self,
        product_coupon_id: &str,
        stock_id: &str,
        body: &StoreAssociationRequest,
    ) -> Result<StoreAssociationResponse>;

    /// 批次取消关联门店
    ///
    /// `POST
    /// /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/disassociate-stores`
    ///
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    /// - `stock_id` 批次ID: such as `1000000013001`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/disassociate-stores")]
    async fn disassociate_stock_stores(
        &self,
        product_coupon_id: &str,
        stock_id: &str,
        body: &StoreAssociationRequest,
    ) -> Result<StoreAssociationResponse>;

    /// 查询批次关联门店列表
    ///
    /// `GET
    /// /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associated-stores`
    ///
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    /// - `stock_id` 批次ID: such as `1000000013001`
    /// - `page_size` 分页大小: such as `20`
    /// - `page_token` 分页Token: such as `MTIzMjUK`
    /// - `brand_id` 品牌ID: such as `120344`
    #[wechatpay_api(GET "/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associated-stores")]
    async fn list_stock_associated_stores(
        &self,
        product_coupon_id: &str,
        stock_id: &str,
        #[query] page_size: Option<i64>,
        #[query] page_token: Option<&str>,
        #[query] brand_id: &str,
    ) -> Result<ListStockAssociatedStoresResponse>;
}

/// The request of [`Stocks::create_stock`].
///
/// `CreateStockRequest::builder().brand_id(…).out_request_no(…).build()`. For an `Option`, use
/// setters such as `maybe_stock`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateStockRequest {
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 创建请求单号: such as `34657_20250101_123456`
    pub out_request_no: String,
    /// 批次信息
    pub stock: Option<NewStock>,
}

rules! {
    CreateStockRequest {
        within("stock", NewStock::RULES),
    }
}

/// 批次信息
///
/// `NewStock::builder().coupon_code_mode(…).stock_send_rule(…).usage_rule_display_info(…).coupon_display_info(…).store_scope(…).build()`.
/// For an `Option`, use setters such as `maybe_remark`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct NewStock {
    /// 备注: such as `疯狂星期四项目专用`
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
    pub coupon_display_info: NewStockDisplayInfo,
    /// 事件通知配置
    pub notify_config: Option<NotifyConfig>,
    /// 可用门店范围: such as `NONE`
    pub store_scope: StoreScope,
}

rules! {
    NewStock {
        member("coupon_code_mode", &[Listed(CouponCodeMode::TEXTS)]),
        within("single_usage_rule", StockSingleUsageRule::RULES),
        within("usage_rule_display_info", UsageRuleDisplayInfo::RULES),
        within("coupon_display_info", NewStockDisplayInfo::RULES),
        member("store_scope", &[Listed(StoreScope::TEXTS)]),
    }
}

/// 用户商品券展示信息
///
/// `NewStockDisplayInfo::builder().code_display_mode(…).build()`. For an `Option`, use setters
/// such as `maybe_background_color`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct NewStockDisplayInfo {
    /// 用户商品券Code展示模式: such as `QRCODE`
    pub code_display_mode: CodeDisplayMode,
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
    NewStockDisplayInfo {
        member("code_display_mode", &[Listed(CodeDisplayMode::TEXTS)]),
        member("background_color", &[Listed(BackgroundColor::TEXTS)]),
    }
}

/// The response of [`Stocks::create_stock`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateStockResponse {
    /// 商品券ID: such as `1000000013`
    pub product_coupon_id: String,
    /// 批次ID: such as `1000000013001`
    pub stock_id: String,
    /// 备注
    pub remark: Option<String>,
    /// 券Code分配模式: such as `WECHATPAY`
    pub coupon_code_mode: CouponCodeMode,
    /// 品牌方预上传的券Code数量信息
    pub coupon_code_count_info: Option<CouponCodeCountInfo>,
    /// 发放规则
    pub stock_send_rule: StockSendRule,
    /// 单券使用规则
    pub single_usage_rule: Option<SingleUsageRule>,
    /// 券使用规则展示信息
    pub usage_rule_display_info: CreatedStockUsageRuleDisplayInfo,
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

/// 券使用规则展示信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreatedStockUsageRuleDisplayInfo {
    /// 券使用方式列表
    pub coupon_usage_method_list: Vec<CouponUsageMethod>,
    /// 小程序AppID: such as `wx1234567890`
    pub mini_program_appid: Option<String>,
    /// 小程序跳转路径: such as `/pages/index/product`
    pub mini_program_path: Option<String>,
    /// APP跳转路径
    pub app_path: Option<String>,
    /// 券使用说明: such as `工作日可用`
    pub usage_description: Option<String>,
    /// 券可用门店信息
    pub coupon_available_store_info: Option<CouponAvailableStoreInfo>,
}

/// The response of [`Stocks::query_stock`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Stock {
    /// 商品券ID: such as `1000000013`
    pub product_coupon_id: String,
    /// 批次ID: such as `1000000013001`
    pub stock_id: String,
    /// 备注
    pub remark: Option<String>,
    /// 券Code分配模式: such as `WECHATPAY`
    pub coupon_code_mode: CouponCodeMode,
    /// 品牌方预上传的券Code数量信息
    pub coupon_code_count_info: Option<CouponCodeCountInfo>,
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
    /// 多次优惠使用规则
    pub progressive_bundle_usage_rule: Option<SingleUsageRule>,
    /// 批次组信息
    pub stock_bundle_info: Option<StockBundleInfo>,
}

/// The query of [`Stocks::list_stocks`].
///
/// `ListStocksQuery::builder().build()`. For an `Option`, use setters such as `maybe_state`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListStocksQuery {
    /// 批次状态
    pub state: Option<StockState>,
    /// 分页大小: such as `20`
    pub page_size: Option<i64>,
    /// 分页Token: such as `MTIzMjUK`
    pub page_token: Option<String>,
    /// `stock_bundle_id`
    pub stock_bundle_id: Option<String>,
}

/// The response of [`Stocks::list_stocks`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListStocksResponse {
    /// 总个数: such as `100`
    pub total_count: i64,
    /// 下一页Token: such as `MTIzNDUK`
    pub next_page_token: Option<String>,
    /// 批次列表
    pub stock_list: Option<Vec<Stock>>,
}

/// The request of [`Stocks::update_stock`].
///
/// `UpdateStockRequest::builder().brand_id(…).out_request_no(…).build()`. For an `Option`, use
/// setters such as `maybe_remark`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateStockRequest {
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 修改请求单号: such as `34657_20250101_123456`
    pub out_request_no: String,
    /// 备注: such as `疯狂星期四项目专用`
    pub remark: Option<String>,
    /// 券使用规则展示信息
    pub usage_rule_display_info: Option<UsageRuleDisplayInfo>,
    /// 用户商品券展示信息
    pub coupon_display_info: Option<CouponDisplayInfo>,
    /// 事件通知配置
    pub notify_config: Option<NotifyConfig>,
    /// 可用门店范围: such as `NONE`
    pub store_scope: Option<StoreScope>,
}

rules! {
    UpdateStockRequest {
        within("usage_rule_display_info", UsageRuleDisplayInfo::RULES),
        within("coupon_display_info", CouponDisplayInfo::RULES),
        member("store_scope", &[Listed(StoreScope::TEXTS)]),
    }
}

/// The response of [`Stocks::update_stock`], [`Stocks::update_stock_budget`],
/// [`Stocks::deactivate_stock`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct UpdatedStock {
    /// 商品券ID: such as `1000000013`
    pub product_coupon_id: String,
    /// 批次ID: such as `1000000013001`
    pub stock_id: String,
    /// 备注
    pub remark: Option<String>,
    /// 券Code分配模式: such as `WECHATPAY`
    pub coupon_code_mode: CouponCodeMode,
    /// 品牌方预上传的券Code数量信息
    pub coupon_code_count_info: Option<CouponCodeCountInfo>,
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

/// The request of [`Stocks::update_stock_budget`].
///
/// `UpdateStockBudgetRequest::builder().brand_id(…).out_request_no(…).update_mode(…).build()`.
/// For an `Option`, use setters such as `maybe_current_max_count`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateStockBudgetRequest {
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 修改请求单号: such as `34657_20250101_123456`
    pub out_request_no: String,
    /// 更新模式: such as `MAX_COUNT`
    pub update_mode: BudgetUpdateMode,
    /// 当前批次发放次数总上限: such as `1`
    pub current_max_count: Option<i64>,
    /// 目标批次发放次数总上限: such as `1`
    pub target_max_count: Option<i64>,
    /// 当前批次每日发放次数上限: such as `1`
    pub current_max_count_per_day: Option<i64>,
    /// 目标批次每日发放次数上限: such as `1`
    pub target_max_count_per_day: Option<i64>,
}

rules! {
    UpdateStockBudgetRequest {
        member("update_mode", &[Listed(BudgetUpdateMode::TEXTS)]),
    }
}

/// The request of [`Stocks::upload_coupon_codes`].
///
/// `UploadCouponCodesRequest::builder().brand_id(…).out_request_no(…).code_list(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UploadCouponCodesRequest {
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 请求单号: such as `34657_20250101_123456`
    pub out_request_no: String,
    /// 券Code列表: such as `vCode_1234567890`
    pub code_list: Vec<String>,
}

rules! { UploadCouponCodesRequest {} }

/// The response of [`Stocks::upload_coupon_codes`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct UploadCouponCodesResponse {
    /// 去重后券Code总数: such as `100`
    pub total_count: i64,
    /// 上传成功的券Code列表
    pub success_code_list: Option<Vec<String>>,
    /// 上传失败的券Code列表
    pub failed_code_list: Option<Vec<FailedCouponCode>>,
    /// 已经存在的券Code列表
    pub already_exist_code_list: Option<Vec<String>>,
    /// 重复的券Code列表
    pub duplicate_code_list: Option<Vec<String>>,
}

/// 上传失败的券Code列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct FailedCouponCode {
    /// 用户商品券Code
    pub coupon_code: Option<String>,
    /// 失败错误码
    pub code: Option<String>,
    /// 失败错误信息
    pub message: Option<String>,
}

/// The request of [`Stocks::associate_stock_stores`], [`Stocks::disassociate_stock_stores`],
/// `StockBundles::associate_stock_bundle_stores`, `StockBundles::disassociate_stock_bundle_stores`.
///
/// `StoreAssociationRequest::builder().brand_id(…).store_list(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct StoreAssociationRequest {
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 门店列表
    pub store_list: Vec<Store>,
}

rules! { StoreAssociationRequest {} }

/// 门店列表
///
/// `Store::builder().store_id(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct Store {
    /// 门店ID: such as `100000001`
    pub store_id: String,
}

/// The response of [`Stocks::associate_stock_stores`], [`Stocks::disassociate_stock_stores`],
/// `StockBundles::associate_stock_bundle_stores`, `StockBundles::disassociate_stock_bundle_stores`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct StoreAssociationResponse {
    /// 去重后门店总数: such as `100`
    pub total_count: i64,
    /// 关联成功的门店列表
    pub success_store_list: Option<Vec<Store>>,
    /// 关联失败的门店列表
    pub failed_store_list: Option<Vec<FailedStore>>,
}

/// 关联失败的门店列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct FailedStore {
    /// 门店ID: such as `100000001`
    pub store_id: String,
    /// 失败错误码
    pub code: Option<String>,
    /// 失败错误信息
    pub message: Option<String>,
}

/// The response of [`Stocks::list_stock_associated_stores`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListStockAssociatedStoresResponse {
    /// 总个数: such as `100`
    pub total_count: i64,
    /// 下一页Token: such as `MTIzNDUK`
    pub next_page_token: Option<String>,
    /// 门店列表
    pub store_list: Option<Vec<Store>>,
}

open_enum! {
    /// 更新模式
    pub enum BudgetUpdateMode {
        MaxCount = "MAX_COUNT",
        MaxCountPerDay = "MAX_COUNT_PER_DAY",
    }
}
