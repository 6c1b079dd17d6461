//! 用户商品券.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::{
    CouponCodeCountInfo, CouponCodeMode, CouponDisplayInfo, NotifyConfig, ProductCoupon,
    SentCountInfo, SingleUsageRule, Stock, StockBundleInfo, StockSendRule, StockSingleUsageRule,
    StockState, StoreScope, UsageRuleDisplayInfo,
};
use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 用户商品券
#[wechatpay_api(defaults)]
pub trait Coupons {
    /// 向用户预发放商品券
    ///
    /// `POST /v3/marketing/partner/product-coupon/users/{openid}/pre-send-coupon`
    ///
    /// - `openid` 用户OpenID: such as `oh-394z-6CGkNoJrsDLTTUKiAnp4`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/users/{openid}/pre-send-coupon")]
    async fn pre_send_coupon(
        &self,
        openid: &str,
        body: &PreSendCouponRequest,
    ) -> Result<PreSendResponse>;

    /// 向用户发放商品券
    ///
    /// `POST /v3/marketing/partner/product-coupon/users/{openid}/coupons`
    ///
    /// - `openid` 用户OpenID: such as `oh-394z-6CGkNoJrsDLTTUKiAnp4`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/users/{openid}/coupons")]
    async fn send_coupon(&self, openid: &str, body: &SendCouponRequest) -> Result<SentCoupon>;

    /// 确认发放用户商品券
    ///
    /// `POST /v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/confirm`
    ///
    /// - `openid` 用户OpenID: such as `oh-394z-6CGkNoJrsDLTTUKiAnp4`
    /// - `coupon_code` 用户商品券Code: such as `123446565767`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/confirm")]
    async fn confirm_coupon(
        &self,
        openid: &str,
        coupon_code: &str,
        body: &ConfirmCouponRequest,
    ) -> Result<ConfirmCouponResponse>;

    /// 查询用户商品券详情
    ///
    /// `GET /v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}`
    ///
    /// - `openid` 用户OpenID: such as `oh-394z-6CGkNoJrsDLTTUKiAnp4`
    /// - `coupon_code` 用户商品券Code: such as `123446565767`
    /// - `brand_id` 品牌ID: such as `120344`
    /// - `product_coupon_id` 商品券ID: such as `1000000013`
    /// - `stock_id` 批次ID: such as `1000000013001`
    /// - `appid` 公众账号AppID: such as `wx233544546545989`
    #[wechatpay_api(GET "/v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}")]
    async fn query_coupon(
        &self,
        openid: &str,
        coupon_code: &str,
        #[query] brand_id: &str,
        #[query] product_coupon_id: &str,
        #[query] stock_id: &str,
        #[query] appid: &str,
    ) -> Result<Coupon>;

    /// 指定券状态查询用户商品券列表
    ///
    /// `GET /v3/marketing/partner/product-coupon/users/{openid}/coupons`
    ///
    /// - `openid` 用户OpenID: such as `oh-394z-6CGkNoJrsDLTTUKiAnp4`
    /// - `appid` 公众账号AppID: such as `wx233544546545989`
    /// - `brand_id` 品牌ID: such as `120344`
    #[wechatpay_api(GET "/v3/marketing/partner/product-coupon/users/{openid}/coupons")]
    async fn list_coupons(
        &self,
        openid: &str,
        #[query] appid: &str,
        #[query] brand_id: &str,
        query: &ListCouponsQuery,
    ) -> Result<ListCouponsResponse>;

    /// 核销用户商品券
    ///
    /// `POST /v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/use`
    ///
    /// - `openid` 用户OpenID: such as `oh-394z-6CGkNoJrsDLTTUKiAnp4`
    /// - `coupon_code` 用户商品券Code: such as `123446565767`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/use")]
    async fn use_coupon(
        &self,
        openid: &str,
        coupon_code: &str,
        body: &UseCouponRequest,
    ) -> Result<CouponResponse>;

    /// 退券
    ///
    /// `POST /v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/return`
    ///
    /// - `openid` 用户OpenID: such as `oh-394z-6CGkNoJrsDLTTUKiAnp4`
    /// - `coupon_code` 用户商品券Code: such as `123446565767`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/return")]
    async fn return_coupon(
        &self,
        openid: &str,
        coupon_code: &str,
        body: &ReturnCouponRequest,
    ) -> Result<CouponResponse>;

    /// 失效用户商品券
    ///
    /// `POST /v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/deactivate`
    ///
    /// - `openid` 用户OpenID: such as `oh-394z-6CGkNoJrsDLTTUKiAnp4`
    /// - `coupon_code` 用户商品券Code: such as `123446565767`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/deactivate")]
    async fn deactivate_coupon(
        &self,
        openid: &str,
        coupon_code: &str,
        body: &DeactivateCouponRequest,
    ) -> Result<DeactivateCouponResponse>;
}

/// The request of [`Coupons::pre_send_coupon`].
///
/// `PreSendCouponRequest::builder().brand_id(…).product_coupon_id(…).stock_id(…).appid(…).send_request_no(…).build()`.
/// For an `Option`, use setters such as `maybe_coupon_code`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreSendCouponRequest {
    /// 品牌ID: such as `120344` (unconfirmed)
    pub brand_id: String,
    /// 商品券ID: such as `1000000013` (unconfirmed)
    pub product_coupon_id: String,
    /// 批次ID: such as `1000000013001` (unconfirmed)
    pub stock_id: String,
    /// 用户商品券Code: such as `123446565767`
    pub coupon_code: Option<String>,
    /// 公众账号AppID: such as `wx233544546545989` (unconfirmed)
    pub appid: String,
    /// 发券请求单号: such as `34657_20250101_123456` (unconfirmed)
    pub send_request_no: String,
    /// 自定义附加信息: such as `example_attach`
    pub attach: Option<String>,
}

rules! { PreSendCouponRequest {} }

/// The response of [`Coupons::pre_send_coupon`], `CouponBundles::pre_send_coupon_bundle`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreSendResponse {
    /// 预发券token: such as `ABBpZjCfAAABAAAAAACmTrRvExc7XKea-`
    pub token: Option<String>,
}

/// The request of [`Coupons::send_coupon`].
///
/// `SendCouponRequest::builder().brand_id(…).product_coupon_id(…).stock_id(…).appid(…).send_request_no(…).build()`.
/// For an `Option`, use setters such as `maybe_coupon_code`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SendCouponRequest {
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 商品券ID: such as `1000000013`
    pub product_coupon_id: String,
    /// 批次ID: such as `1000000013001`
    pub stock_id: String,
    /// 用户商品券Code: such as `123446565767`
    pub coupon_code: Option<String>,
    /// 公众账号AppID: such as `wx233544546545989`
    pub appid: String,
    /// 发券请求单号: such as `34657_20250101_123456`
    pub send_request_no: String,
    /// 自定义附加信息: such as `example_attach`
    pub attach: Option<String>,
    /// 用户商品券标签信息
    pub coupon_tag_info: Option<CouponTagInfo>,
}

rules! {
    SendCouponRequest {
        within("coupon_tag_info", CouponTagInfo::RULES),
    }
}

/// 用户商品券标签信息
///
/// `CouponTagInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_coupon_tag_list`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct CouponTagInfo {
    /// 用户商品券标签列表
    pub coupon_tag_list: Option<Vec<CouponTag>>,
    /// 会员标签信息
    pub member_tag_info: Option<CouponMemberTagInfo>,
}

rules! {
    CouponTagInfo {
        member("coupon_tag_list", &[Listed(CouponTag::TEXTS)]),
    }
}

/// 会员标签信息
///
/// `CouponMemberTagInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_member_card_id`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct CouponMemberTagInfo {
    /// 会员卡模板ID
    pub member_card_id: Option<String>,
}

/// The response of [`Coupons::send_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SentCoupon {
    /// 用户商品券Code: such as `123446565767`
    pub coupon_code: String,
    /// 用户商品券状态: such as `USED`
    pub coupon_state: CouponState,
    /// 有效期开始时间
    pub valid_begin_time: DateTime,
    /// 有效期结束时间
    pub valid_end_time: DateTime,
    /// 领券时间
    pub receive_time: DateTime,
    /// 发券请求单号: such as `MCHSEND202003101234`
    pub send_request_no: String,
    /// 发券渠道: such as `API`
    pub send_channel: SendChannel,
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
    /// 单券使用详情
    pub single_usage_detail: Option<SingleUsageDetail>,
    /// 商品券信息
    pub product_coupon: ProductCoupon,
    /// 批次信息
    pub stock: SentCouponStock,
    /// 自定义附加信息: such as `example_attach`
    pub attach: Option<String>,
    /// 渠道自定义信息: such as `example_channel_custom_info`
    pub channel_custom_info: Option<String>,
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 多次优惠使用详情
    pub progressive_bundle_usage_detail: Option<UsageDetail>,
    /// 用户券组信息
    pub user_product_coupon_bundle_info: Option<UserProductCouponBundleInfo>,
    /// 用户商品券标签信息
    pub coupon_tag_info: Option<CouponTagInfo>,
}

/// 单券使用详情
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SingleUsageDetail {
    /// 券核销请求单号: such as `34657_20250101_123456`
    pub use_request_no: Option<String>,
    /// 核销时间
    pub use_time: Option<DateTime>,
    /// 关联微信支付订单信息
    pub associated_order_info: Option<AssociatedOrderInfo>,
    /// 退券请求单号: such as `MCHRETURN202003101234`
    pub return_request_no: Option<String>,
    /// 退券时间: such as `2025-07-20T14:29:35+08:00`
    pub return_time: Option<DateTime>,
}

/// 关联微信支付订单信息
///
/// `AssociatedOrderInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_transaction_id`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct AssociatedOrderInfo {
    /// 微信支付单号: such as `4200000000123456789123456789`
    pub transaction_id: Option<String>,
    /// 商户订单号: such as `trade_no_20250724123456`
    pub out_trade_no: Option<String>,
    /// 商户号: such as `1234567890`
    pub mchid: Option<String>,
    /// 子商户号: such as `1234567890`
    pub sub_mchid: Option<String>,
}

/// 批次信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SentCouponStock {
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
    pub single_usage_rule: Option<StockSingleUsageRule>,
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

/// 多次优惠使用详情
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct UsageDetail {
    /// 券核销请求单号: such as `34657_20250101_123456`
    pub use_request_no: Option<String>,
    /// 核销时间
    pub use_time: Option<DateTime>,
    /// 关联微信支付订单信息
    pub associated_order_info: Option<AssociatedOrderInfo>,
    /// 券核销的关联微信支付分订单信息
    pub associated_pay_score_order_info: Option<AssociatedPayScoreOrderInfo>,
    /// 优惠金额: such as `0`
    pub saved_amount: Option<Fen>,
    /// 退券请求单号: such as `MCHRETURN202003101234`
    pub return_request_no: Option<String>,
    /// 退券时间: such as `2025-07-20T14:29:35+08:00`
    pub return_time: Option<DateTime>,
}

/// 券核销的关联微信支付分订单信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AssociatedPayScoreOrderInfo {
    /// 微信支付服务订单号: such as `4200000000123456789123456789`
    pub order_id: Option<String>,
    /// 商户订单号: such as `trade_no_20250724123456`
    pub out_trade_no: Option<String>,
    /// 商户号: such as `1234567890`
    pub mchid: Option<String>,
    /// 子商户号: such as `1234567890`
    pub sub_mchid: Option<String>,
}

/// 用户券组信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UserProductCouponBundleInfo {
    /// 用户券组ID: such as `7123912547109241212489`
    pub user_coupon_bundle_id: Option<String>,
    /// 用户券组内索引: such as `0`
    pub user_coupon_bundle_index: Option<i64>,
    /// 总可使用次数: such as `10`
    pub total_count: Option<i64>,
    /// 已使用次数: such as `3`
    pub used_count: Option<i64>,
}

/// The request of [`Coupons::confirm_coupon`].
///
/// `ConfirmCouponRequest::builder().brand_id(…).product_coupon_id(…).stock_id(…).appid(…).out_request_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ConfirmCouponRequest {
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 商品券ID: such as `1000000013`
    pub product_coupon_id: String,
    /// 批次ID: such as `1000000013001`
    pub stock_id: String,
    /// 公众账号AppID: such as `wx233544546545989`
    pub appid: String,
    /// 确认发放请求单号: such as `34657_20250101_123456`
    pub out_request_no: String,
}

rules! { ConfirmCouponRequest {} }

/// The response of [`Coupons::confirm_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ConfirmCouponResponse {
    /// 用户商品券Code: such as `123446565767`
    pub coupon_code: String,
    /// 用户商品券状态: such as `USED`
    pub coupon_state: CouponState,
    /// 有效期开始时间
    pub valid_begin_time: DateTime,
    /// 有效期结束时间
    pub valid_end_time: DateTime,
    /// 领券时间
    pub receive_time: DateTime,
    /// 发券请求单号: such as `MCHSEND202003101234`
    pub send_request_no: String,
    /// 发券渠道: such as `API`
    pub send_channel: SendChannel,
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
    /// 单券使用详情
    pub single_usage_detail: Option<UsageDetail>,
    /// 多次优惠使用详情
    pub progressive_bundle_usage_detail: Option<UsageDetail>,
    /// 商品券信息
    pub product_coupon: ProductCoupon,
    /// 批次信息
    pub stock: Stock,
    /// 自定义附加信息: such as `example_attach`
    pub attach: Option<String>,
    /// 渠道自定义信息: such as `example_channel_custom_info`
    pub channel_custom_info: Option<String>,
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 用户券组信息
    pub user_product_coupon_bundle_info: Option<UserProductCouponBundleInfo>,
    /// 用户商品券标签信息
    pub coupon_tag_info: Option<CouponTagInfo>,
}

/// The response of [`Coupons::query_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Coupon {
    /// 用户商品券Code: such as `123446565767`
    pub coupon_code: String,
    /// 用户商品券状态: such as `USED`
    pub coupon_state: CouponState,
    /// 有效期开始时间
    pub valid_begin_time: DateTime,
    /// 有效期结束时间
    pub valid_end_time: DateTime,
    /// 领券时间
    pub receive_time: DateTime,
    /// 发券请求单号: such as `MCHSEND202003101234`
    pub send_request_no: String,
    /// 发券渠道: such as `API`
    pub send_channel: SendChannel,
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
    /// 单券使用详情
    pub single_usage_detail: Option<CouponUsageDetail>,
    /// 商品券信息
    pub product_coupon: ProductCoupon,
    /// 批次信息
    pub stock: Stock,
    /// 自定义附加信息: such as `example_attach`
    pub attach: Option<String>,
    /// 渠道自定义信息: such as `example_channel_custom_info`
    pub channel_custom_info: Option<String>,
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 多次优惠使用详情
    pub progressive_bundle_usage_detail: Option<UsageDetail>,
    /// 用户券组信息
    pub user_product_coupon_bundle_info: Option<UserProductCouponBundleInfo>,
    /// 用户商品券标签信息
    pub coupon_tag_info: Option<CouponTagInfo>,
}

/// 单券使用详情
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CouponUsageDetail {
    /// 券核销请求单号: such as `34657_20250101_123456`
    pub use_request_no: Option<String>,
    /// 核销时间
    pub use_time: Option<DateTime>,
    /// 关联微信支付订单信息
    pub associated_order_info: Option<AssociatedOrderInfo>,
    /// 退券请求单号: such as `MCHRETURN202003101234`
    pub return_request_no: Option<String>,
    /// 退券时间: such as `2025-07-20T14:29:35+08:00`
    pub return_time: Option<DateTime>,
    /// `associated_pay_score_order_info`
    pub associated_pay_score_order_info: Option<UsedPayScoreOrderInfo>,
}

/// The `associated_pay_score_order_info` of [`Coupons::query_coupon`].
///
/// `UsedPayScoreOrderInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_order_id`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct UsedPayScoreOrderInfo {
    /// 微信支付服务订单号
    pub order_id: Option<String>,
    /// 商户服务订单号
    pub out_order_no: Option<String>,
    /// 商户号
    pub mchid: Option<String>,
    /// 子商户号
    pub sub_mchid: Option<String>,
}

/// The query of [`Coupons::list_coupons`].
///
/// `ListCouponsQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_product_coupon_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListCouponsQuery {
    /// 商品券ID: such as `1000000013`
    pub product_coupon_id: Option<String>,
    /// 批次ID: such as `1000000013001`
    pub stock_id: Option<String>,
    /// 用户商品券状态
    pub coupon_state: Option<CouponState>,
    /// 分页大小: such as `20`
    pub page_size: Option<i64>,
    /// 分页Token: such as `MTIzMjUK`
    pub page_token: Option<String>,
    /// `user_coupon_bundle_id`
    pub user_coupon_bundle_id: Option<String>,
}

/// The response of [`Coupons::list_coupons`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListCouponsResponse {
    /// 总个数: such as `100`
    pub total_count: i64,
    /// 下一页Token: such as `MTIzNDUK`
    pub next_page_token: Option<String>,
    /// 用户商品券列表
    pub user_coupon_list: Option<Vec<SentCoupon>>,
}

/// The request of [`Coupons::use_coupon`].
///
/// `UseCouponRequest::builder().brand_id(…).product_coupon_id(…).stock_id(…).appid(…).use_time(…).associated_order_info(…).out_request_no(…).build()`.
/// For an `Option`, use setters such as `maybe_store_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UseCouponRequest {
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 商品券ID: such as `1000000013`
    pub product_coupon_id: String,
    /// 批次ID: such as `1000000013001`
    pub stock_id: String,
    /// 公众账号AppID: such as `wx233544546545989`
    pub appid: String,
    /// 核销时间
    pub use_time: DateTime,
    /// 关联微信支付订单信息
    pub associated_order_info: AssociatedOrderInfo,
    /// 核销请求单号: such as `34657_20250101_123456`
    pub out_request_no: String,
    /// 核销门店ID
    pub store_id: Option<String>,
    /// 关联微信支付分订单信息
    pub associated_pay_score_order_info: Option<UsedPayScoreOrderInfo>,
    /// 优惠金额
    pub saved_amount: Option<Fen>,
}

rules! { UseCouponRequest {} }

/// The response of [`Coupons::use_coupon`], [`Coupons::return_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CouponResponse {
    /// 用户商品券Code: such as `123446565767`
    pub coupon_code: String,
    /// 用户商品券状态: such as `USED`
    pub coupon_state: CouponState,
    /// 有效期开始时间
    pub valid_begin_time: DateTime,
    /// 有效期结束时间
    pub valid_end_time: DateTime,
    /// 领券时间
    pub receive_time: DateTime,
    /// 发券请求单号: such as `MCHSEND202003101234`
    pub send_request_no: String,
    /// 发券渠道: such as `API`
    pub send_channel: SendChannel,
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
    /// 单券使用详情
    pub single_usage_detail: Option<CouponUsageDetail>,
    /// 商品券信息
    pub product_coupon: ProductCoupon,
    /// 批次信息
    pub stock: Stock,
    /// 自定义附加信息: such as `example_attach`
    pub attach: Option<String>,
    /// 渠道自定义信息: such as `example_channel_custom_info`
    pub channel_custom_info: Option<String>,
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 用户券组信息
    pub user_product_coupon_bundle_info: Option<UserProductCouponBundleInfo>,
    /// 用户商品券标签信息
    pub coupon_tag_info: Option<CouponTagInfo>,
    /// 多次优惠使用详情
    pub progressive_bundle_usage_detail: Option<UsageDetail>,
}

/// The request of [`Coupons::return_coupon`].
///
/// `ReturnCouponRequest::builder().brand_id(…).product_coupon_id(…).stock_id(…).appid(…).out_request_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ReturnCouponRequest {
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 商品券ID: such as `1000000013`
    pub product_coupon_id: String,
    /// 批次ID: such as `1000000013001`
    pub stock_id: String,
    /// 公众账号AppID: such as `wx233544546545989`
    pub appid: String,
    /// 退券请求单号: such as `34657_20250101_123456`
    pub out_request_no: String,
}

rules! { ReturnCouponRequest {} }

/// The request of [`Coupons::deactivate_coupon`].
///
/// `DeactivateCouponRequest::builder().brand_id(…).product_coupon_id(…).stock_id(…).appid(…).out_request_no(…).deactivate_reason(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DeactivateCouponRequest {
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 商品券ID: such as `1000000013`
    pub product_coupon_id: String,
    /// 批次ID: such as `1000000013001`
    pub stock_id: String,
    /// 公众账号AppID: such as `wx233544546545989`
    pub appid: String,
    /// 失效请求单号: such as `34657_20250101_123456`
    pub out_request_no: String,
    /// 失效原因: such as `商品已下线，使用户商品券失效`
    pub deactivate_reason: String,
}

rules! { DeactivateCouponRequest {} }

/// The response of [`Coupons::deactivate_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DeactivateCouponResponse {
    /// 用户商品券Code: such as `123446565767`
    pub coupon_code: String,
    /// 用户商品券状态: such as `USED`
    pub coupon_state: CouponState,
    /// 有效期开始时间
    pub valid_begin_time: DateTime,
    /// 有效期结束时间
    pub valid_end_time: DateTime,
    /// 领券时间
    pub receive_time: DateTime,
    /// 发券请求单号: such as `MCHSEND202003101234`
    pub send_request_no: String,
    /// 发券渠道: such as `API`
    pub send_channel: SendChannel,
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
    /// 单券使用详情
    pub single_usage_detail: Option<SingleUsageDetail>,
    /// 商品券信息
    pub product_coupon: ProductCoupon,
    /// 批次信息
    pub stock: Stock,
    /// 自定义附加信息: such as `example_attach`
    pub attach: Option<String>,
    /// 渠道自定义信息: such as `example_channel_custom_info`
    pub channel_custom_info: Option<String>,
    /// 品牌ID: such as `120344`
    pub brand_id: String,
    /// 多次优惠使用详情
    pub progressive_bundle_usage_detail: Option<UsageDetail>,
    /// 用户券组信息
    pub user_product_coupon_bundle_info: Option<UserProductCouponBundleInfo>,
    /// 用户商品券标签信息
    pub coupon_tag_info: Option<CouponTagInfo>,
}

open_enum! {
    /// 用户商品券标签列表
    pub enum CouponTag {
        Member = "MEMBER",
    }
}

parameter_enum! {
    /// 用户商品券状态
    pub enum CouponState {
        Confirming = "CONFIRMING",
        Pending = "PENDING",
        Effective = "EFFECTIVE",
        Used = "USED",
        Expired = "EXPIRED",
        Deleted = "DELETED",
        Deactivated = "DEACTIVATED",
    }
}

open_enum! {
    /// 发券渠道
    pub enum SendChannel {
        Api = "API",
        BrandManage = "BRAND_MANAGE",
        MerchantCard = "MERCHANT_CARD",
        Member = "MEMBER",
        SmallActivity = "SMALL_ACTIVITY",
        ReceiveComponent = "RECEIVE_COMPONENT",
    }
}
