//! 用户商品券组.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use super::{
    BundleStock, CouponState, CouponTagInfo, DisplayInfo, PreSendResponse, ProductCouponScope,
    ProductCouponState, ProductCouponType, ProgressiveBundleUsageInfo, SendChannel,
    SingleUsageDetail, SingleUsageInfo, UsageMode, UserProductCouponBundleInfo,
};
use crate::rules::rules;

/// 用户商品券组
#[wechatpay_api(defaults)]
pub trait CouponBundles {
    /// 向用户预发放商品券批次组
    ///
    /// `POST /v3/marketing/partner/product-coupon/users/{openid}/pre-send-coupon-bundle`
    ///
    /// - `openid` 用户OpenID: such as `oh-394z-6CGkNoJrsDLTTUKiAnp4`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/users/{openid}/pre-send-coupon-bundle")]
    async fn pre_send_coupon_bundle(
        &self,
        openid: &str,
        body: &PreSendCouponBundleRequest,
    ) -> Result<PreSendResponse>;

    /// 向用户发放商品券批次组
    ///
    /// `POST /v3/marketing/partner/product-coupon/users/{openid}/coupon-bundles`
    ///
    /// - `openid` 用户OpenID: such as `oh-394z-6CGkNoJrsDLTTUKiAnp4`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/users/{openid}/coupon-bundles")]
    async fn send_coupon_bundle(
        &self,
        openid: &str,
        body: &SendCouponBundleRequest,
    ) -> Result<UserCouponBundle>;

    /// 失效用户商品券组
    ///
    /// `POST
    /// /v3/marketing/partner/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}/deactivate`
    ///
    /// - `openid` 用户OpenID: such as `oh-394z-6CGkNoJrsDLTTUKiAnp4`
    /// - `user_coupon_bundle_id` 用户券组ID: such as `123446565767`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}/deactivate")]
    async fn deactivate_coupon_bundle(
        &self,
        openid: &str,
        user_coupon_bundle_id: &str,
        body: &DeactivateCouponBundleRequest,
    ) -> Result<UserCouponBundle>;
}

/// The request of [`CouponBundles::pre_send_coupon_bundle`].
///
/// `PreSendCouponBundleRequest::builder().brand_id(…).product_coupon_id(…).stock_bundle_id(…).appid(…).send_request_no(…).build()`.
/// For an `Option`, use setters such as `maybe_attach`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreSendCouponBundleRequest {
    /// 品牌ID: such as `120344` (unconfirmed)
    pub brand_id: String,
    /// 商品券ID: such as `1000000013` (unconfirmed)
    pub product_coupon_id: String,
    /// 批次组ID: such as `100232301` (unconfirmed)
    pub stock_bundle_id: String,
    /// 公众账号AppID: such as `wx233544546545989` (unconfirmed)
    pub appid: String,
    /// 发券请求单号: such as `34657_20250101_123456` (unconfirmed)
    pub send_request_no: String,
    /// 自定义附加信息: such as `example_attach`
    pub attach: Option<String>,
}

rules! { PreSendCouponBundleRequest {} }

/// The request of [`CouponBundles::send_coupon_bundle`].
///
/// `SendCouponBundleRequest::builder().brand_id(…).product_coupon_id(…).stock_bundle_id(…).appid(…).send_request_no(…).build()`.
/// For an `Option`, use setters such as `maybe_attach`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SendCouponBundleRequest {
    /// 品牌ID: such as `120344` (unconfirmed)
    pub brand_id: String,
    /// 商品券ID: such as `1000000013` (unconfirmed)
    pub product_coupon_id: String,
    /// 批次组ID: such as `712315129419284901` (unconfirmed)
    pub stock_bundle_id: String,
    /// 公众账号AppID: such as `wx233544546545989` (unconfirmed)
    pub appid: String,
    /// 发券请求单号: such as `34657_20250101_123456` (unconfirmed)
    pub send_request_no: String,
    /// 自定义附加信息: such as `example_attach`
    pub attach: Option<String>,
    /// 用户商品券标签信息
    pub coupon_tag_info: Option<SendCouponBundleTagInfo>,
}

rules! { SendCouponBundleRequest {} }

/// 用户商品券标签信息
///
/// `SendCouponBundleTagInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_coupon_tag_list`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SendCouponBundleTagInfo {
    /// 用户商品券标签列表: such as `MEMBER`
    pub coupon_tag_list: Option<Vec<String>>,
    /// 会员标签信息
    pub member_tag_info: Option<MemberTagInfo>,
}

/// 会员标签信息
///
/// `MemberTagInfo::builder().member_card_id(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct MemberTagInfo {
    /// 会员卡模板ID (unconfirmed)
    pub member_card_id: String,
}

/// The response of [`CouponBundles::send_coupon_bundle`],
/// [`CouponBundles::deactivate_coupon_bundle`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UserCouponBundle {
    /// 用户券组ID: such as `7123912547109241212489`
    pub user_coupon_bundle_id: Option<String>,
    /// 用户商品券列表
    pub user_product_coupon_list: Option<Vec<BundleCoupon>>,
}

/// 用户商品券列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct BundleCoupon {
    /// 用户商品券Code: such as `123446565767`
    pub coupon_code: Option<String>,
    /// 用户商品券状态: such as `USED`
    pub coupon_state: Option<CouponState>,
    /// 有效期开始时间
    pub valid_begin_time: Option<DateTime>,
    /// 有效期结束时间
    pub valid_end_time: Option<DateTime>,
    /// 领券时间
    pub receive_time: Option<DateTime>,
    /// 发券请求单号: such as `MCHSEND202003101234`
    pub send_request_no: Option<String>,
    /// 发券渠道: such as `API`
    pub send_channel: Option<SendChannel>,
    /// 确认请求单号: such as `MCHCONFIRM202003101234`
    pub confirm_request_no: Option<String>,
    /// 确认发放时间
    pub confirm_time: Option<DateTime>,
    /// 失效请求单号: such as `1002600620019090123143254436`
    pub deactivate_request_no: Option<String>,
    /// 失效时间
    pub deactivate_time: Option<DateTime>,
    /// 失效原因: such as `商品已下线`
    pub deactivate_reason: Option<String>,
    /// 多次优惠使用详情
    pub progressive_bundle_usage_detail: Option<SingleUsageDetail>,
    /// 用户券组信息
    pub user_product_coupon_bundle_info: Option<UserProductCouponBundleInfo>,
    /// 商品券信息
    pub product_coupon: Option<BundleProductCoupon>,
    /// 批次信息
    pub stock: Option<BundleStock>,
    /// 自定义附加信息: such as `example_attach`
    pub attach: Option<String>,
    /// 渠道自定义信息: such as `example_channel_custom_info`
    pub channel_custom_info: Option<String>,
    /// 用户商品券标签信息
    pub coupon_tag_info: Option<CouponTagInfo>,
    /// 品牌ID: such as `120344`
    pub brand_id: Option<String>,
}

/// 商品券信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct BundleProductCoupon {
    /// 商品券ID: such as `1000000013`
    pub product_coupon_id: Option<String>,
    /// 商品券状态
    pub state: Option<ProductCouponState>,
    /// 品牌ID: such as `120344`
    pub brand_id: Option<String>,
    /// 优惠范围: such as `ALL`
    pub scope: Option<ProductCouponScope>,
    /// 商品券类型: such as `NORMAL`
    pub r#type: Option<ProductCouponType>,
    /// 使用模式: such as `SINGLE`
    pub usage_mode: Option<UsageMode>,
    /// 单券模式信息
    pub single_usage_info: Option<SingleUsageInfo>,
    /// 多次优惠模式信息
    pub progressive_bundle_usage_info: Option<ProgressiveBundleUsageInfo>,
    /// 展示信息
    pub display_info: Option<DisplayInfo>,
    /// 外部商品ID: such as `Product_1234567890`
    pub out_product_no: Option<String>,
    /// 失效请求单号
    pub deactivate_request_no: Option<String>,
    /// 失效时间: such as `2025-08-31T23:59:59+08:00`
    pub deactivate_time: Option<DateTime>,
    /// 失效原因
    pub deactivate_reason: Option<String>,
}

/// The request of [`CouponBundles::deactivate_coupon_bundle`].
///
/// `DeactivateCouponBundleRequest::builder().brand_id(…).product_coupon_id(…).stock_bundle_id(…).appid(…).out_request_no(…).deactivate_reason(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DeactivateCouponBundleRequest {
    /// 品牌ID: such as `120344` (unconfirmed)
    pub brand_id: String,
    /// 商品券ID: such as `1000000013` (unconfirmed)
    pub product_coupon_id: String,
    /// 批次组ID: such as `100232301` (unconfirmed)
    pub stock_bundle_id: String,
    /// 公众账号AppID: such as `wx233544546545989` (unconfirmed)
    pub appid: String,
    /// 失效请求单号: such as `34657_20250101_123456` (unconfirmed)
    pub out_request_no: String,
    /// 失效原因: such as `商品已下线，使用户商品券失效` (unconfirmed)
    pub deactivate_reason: String,
}

rules! { DeactivateCouponBundleRequest {} }
