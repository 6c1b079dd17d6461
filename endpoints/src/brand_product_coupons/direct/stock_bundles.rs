//! 商品券批次组.

use serde::Serialize;
use wechatpay_client::{Result, wechatpay_api};

use super::{
    BudgetUpdateMode, CouponDisplayInfo, NewStockBundle, NotifyConfig, StockBundle,
    StoreAssociationRequest, StoreAssociationResponse, StoreScope, UsageRuleDisplayInfo,
};
use crate::rules::rules;

/// 商品券批次组
#[wechatpay_api(defaults)]
pub trait StockBundles {
    /// 添加商品券批次组
    ///
    /// `POST /brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    ///
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    #[wechatpay_api(POST "/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles")]
    async fn create_brand_stock_bundle(
        &self,
        product_coupon_id: &str,
        body: &CreateBrandStockBundleRequest,
    ) -> Result<StockBundle>;

    /// 修改商品券批次组
    ///
    /// `PATCH
    /// /brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    ///
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    /// - `stock_bundle_id` 批次组ID: such as `1000000013001`
    #[wechatpay_api(PATCH "/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}")]
    async fn update_brand_stock_bundle(
        &self,
        product_coupon_id: &str,
        stock_bundle_id: &str,
        body: &UpdateBrandStockBundleRequest,
    ) -> Result<StockBundle>;

    /// 修改商品券批次组发放预算
    ///
    /// `POST
    /// /brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/update-budget`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    ///
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    /// - `stock_bundle_id` 批次组ID: such as `1000000013001`
    #[wechatpay_api(POST "/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/update-budget")]
    async fn update_brand_stock_bundle_budget(
        &self,
        product_coupon_id: &str,
        stock_bundle_id: &str,
        body: &UpdateBrandStockBundleBudgetRequest,
    ) -> Result<StockBundle>;

    /// 批次组批量关联门店
    ///
    /// `POST
    /// /brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/associate-stores`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    ///
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    /// - `stock_bundle_id` 批次组ID: such as `1000000013001`
    #[wechatpay_api(POST "/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/associate-stores")]
    async fn associate_brand_stock_bundle_stores(
        &self,
        product_coupon_id: &str,
        stock_bundle_id: &str,
        body: &StoreAssociationRequest,
    ) -> Result<StoreAssociationResponse>;

    /// 批次组批量取消关联门店
    ///
    /// `POST
    /// /brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/disassociate-stores`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    ///
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    /// - `stock_bundle_id` 批次组ID: such as `1000000013001`
    #[wechatpay_api(POST "/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/disassociate-stores")]
    async fn disassociate_brand_stock_bundle_stores(
        &self,
        product_coupon_id: &str,
        stock_bundle_id: &str,
        body: &StoreAssociationRequest,
    ) -> Result<StoreAssociationResponse>;
}

/// The request of [`StockBundles::create_brand_stock_bundle`].
///
/// `CreateBrandStockBundleRequest::builder().out_request_no(…).stock_bundle(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateBrandStockBundleRequest {
    /// 创建请求单号: such as `34657_20250101_123456` (unconfirmed)
    pub out_request_no: String,
    /// 批次组信息 (unconfirmed)
    pub stock_bundle: NewStockBundle,
}

rules! {
    CreateBrandStockBundleRequest {
        within("stock_bundle", NewStockBundle::RULES),
    }
}

/// The request of [`StockBundles::update_brand_stock_bundle`].
///
/// `UpdateBrandStockBundleRequest::builder().out_request_no(…).build()`. For an `Option`, use
/// setters such as `maybe_remark`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateBrandStockBundleRequest {
    /// 修改请求单号: such as `34657_20250101_123456` (unconfirmed)
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
    UpdateBrandStockBundleRequest {
        within("usage_rule_display_info", UsageRuleDisplayInfo::RULES),
        within("coupon_display_info", CouponDisplayInfo::RULES),
        member("store_scope", &[Listed(StoreScope::TEXTS)]),
    }
}

/// The request of [`StockBundles::update_brand_stock_bundle_budget`].
///
/// `UpdateBrandStockBundleBudgetRequest::builder().out_request_no(…).update_mode(…).build()`. For
/// an `Option`, use setters such as `maybe_current_max_count`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateBrandStockBundleBudgetRequest {
    /// 修改请求单号: such as `34657_20250101_123456` (unconfirmed)
    pub out_request_no: String,
    /// 更新模式: such as `MAX_COUNT` (unconfirmed)
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
    UpdateBrandStockBundleBudgetRequest {
        member("update_mode", &[Listed(BudgetUpdateMode::TEXTS)]),
    }
}
