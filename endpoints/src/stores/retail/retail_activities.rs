//! 品牌加价购活动.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::rules::rules;

/// 品牌加价购活动
#[wechatpay_api(defaults)]
pub trait RetailActivities {
    /// 按区域查询品牌加价购活动
    ///
    /// `GET /v3/marketing/goods-subsidy-activity/activities`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/products/retail-store/introduction.html>
    ///
    /// - `city_id` 活动所属城市的ID
    /// - `offset` 分页页码
    /// - `limit` 最大返回的活动数
    #[wechatpay_api(GET "/v3/marketing/goods-subsidy-activity/activities")]
    async fn list_retail_activities(
        &self,
        #[query] city_id: &str,
        #[query] offset: i64,
        #[query] limit: i64,
    ) -> Result<ListRetailActivitiesResponse>;

    /// 门店报名品牌加价购活动
    ///
    /// `POST /v3/marketing/goods-subsidy-activity/activity/{activity_id}/apply`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/products/retail-store/introduction.html>
    ///
    /// - `activity_id` 活动ID
    #[wechatpay_api(POST "/v3/marketing/goods-subsidy-activity/activity/{activity_id}/apply")]
    async fn apply_retail_activity(
        &self,
        activity_id: &str,
        body: &ApplyRetailActivityRequest,
    ) -> Result<ApplyRetailActivityResponse>;

    /// 锁定品牌加价购活动资格
    ///
    /// `POST /v3/marketing/goods-subsidy-activity/qualification/lock`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/products/retail-store/introduction.html>
    #[wechatpay_api(POST "/v3/marketing/goods-subsidy-activity/qualification/lock")]
    async fn lock_retail_qualification(
        &self,
        body: &RetailQualificationRequest,
    ) -> Result<RetailQualificationResponse>;

    /// 解锁品牌加价购活动资格
    ///
    /// `POST /v3/marketing/goods-subsidy-activity/qualification/unlock`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/products/retail-store/introduction.html>
    #[wechatpay_api(POST "/v3/marketing/goods-subsidy-activity/qualification/unlock")]
    async fn unlock_retail_qualification(
        &self,
        body: &RetailQualificationRequest,
    ) -> Result<RetailQualificationResponse>;
}

/// The response of [`RetailActivities::list_retail_activities`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListRetailActivitiesResponse {
    /// 小店活动门店总数: such as `1000`
    pub total_count: Option<i64>,
    /// 小店活动门店集合
    pub data: Option<Vec<RetailActivity>>,
    /// 分页页码: such as `0`
    pub offset: Option<i64>,
    /// 分页大小: such as `10`
    pub limit: Option<i64>,
}

/// 小店活动门店集合
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RetailActivity {
    /// 活动ID
    pub activity_id: Option<String>,
    /// 品牌ID
    pub brand_id: Option<String>,
    /// 活动创建方商户号
    pub creator_merchant_id: Option<String>,
    /// 活动信息
    pub activity_info: Option<ActivityInfo>,
    /// 活动商品信息
    pub goods_information: Option<GoodsInformation>,
    /// 活动规则
    pub rule_information: Option<RuleInformation>,
}

/// 活动信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ActivityInfo {
    /// 活动名称
    pub activity_name: Option<String>,
    /// 活动报名开始时间
    pub apply_start_time: Option<DateTime>,
    /// 活动报名结束时间
    pub apply_end_time: Option<DateTime>,
    /// 活动开始时间
    pub activity_start_time: Option<DateTime>,
    /// 活动结束时间
    pub activity_end_time: Option<DateTime>,
    /// 活动描述
    pub activity_description: Option<String>,
}

/// 活动商品信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct GoodsInformation {
    /// 商品ID
    pub goods_id: Option<String>,
    /// 商品名称
    pub goods_name: Option<String>,
    /// 商品图片URL
    pub goods_picture_url: Option<String>,
}

/// 活动规则
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct RuleInformation {
    /// 购买单件商品，补贴给门店的金额
    pub store_subsidy: Option<Fen>,
    /// 购买单件商品，补贴给服务商的佣金
    pub service_provider_subsidy: Option<Fen>,
    /// 活动门店补贴商品数上限
    pub store_subsidy_quota: Option<i64>,
    /// 单用户享受加价购优惠次数上限
    pub user_subsidy_quota: Option<i64>,
    /// 活动区域列表
    pub areas: Option<Vec<Area>>,
}

/// 活动区域列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Area {
    /// 省名称
    pub province: Option<String>,
    /// 市名称
    pub city: Option<String>,
    /// 区名称
    pub district: Option<String>,
}

/// The request of [`RetailActivities::apply_retail_activity`].
///
/// `ApplyRetailActivityRequest::builder().caller_merchant_id(…).build()`. For an `Option`, use
/// setters such as `maybe_apply_infos`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyRetailActivityRequest {
    /// 调用报名活动API的商户的商户号
    pub caller_merchant_id: String,
    /// 门店报名信息
    pub apply_infos: Option<Vec<ApplyInfo>>,
}

rules! { ApplyRetailActivityRequest {} }

/// 门店报名信息
///
/// `ApplyInfo::builder().store_info(…).goods_original_price(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyInfo {
    /// 门店信息
    pub store_info: ApplyStoreInfo,
    /// 商品原价
    pub goods_original_price: Fen,
}

/// 门店信息
///
/// `ApplyStoreInfo::builder().store_id(…).accounting_merchant_id(…).merchant_id(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyStoreInfo {
    /// 门店ID
    pub store_id: String,
    /// 门店补贴入账商户号
    pub accounting_merchant_id: String,
    /// 门店商户号
    pub merchant_id: String,
}

/// The response of [`RetailActivities::apply_retail_activity`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ApplyRetailActivityResponse {
    /// 返回结果文案
    pub return_message: Option<String>,
    /// 失败的报名记录
    pub failed_apply_infos: Option<Vec<AppliedInfo>>,
    /// 成功的报名记录
    pub succeed_apply_infos: Option<Vec<AppliedInfo>>,
}

/// 失败的报名记录
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct AppliedInfo {
    /// 门店信息
    pub store_info: Option<AppliedStoreInfo>,
    /// 商品原价
    pub goods_original_price: Option<Fen>,
}

/// 门店信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AppliedStoreInfo {
    /// 门店ID
    pub store_id: Option<String>,
    /// 门店补贴入账商户号
    pub accounting_merchant_id: Option<String>,
    /// 门店商户号
    pub merchant_id: Option<String>,
}

/// The request of [`RetailActivities::lock_retail_qualification`],
/// [`RetailActivities::unlock_retail_qualification`].
///
/// `RetailQualificationRequest::builder().order_information(…).build()`. For an `Option`, use
/// setters such as `maybe_qualification_ids`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct RetailQualificationRequest {
    /// 订单信息
    pub order_information: OrderInformation,
    /// 待锁定的加价购资格ID列表
    pub qualification_ids: Option<Vec<String>>,
}

rules! { RetailQualificationRequest {} }

/// 订单信息
///
/// `OrderInformation::builder().payer_openid(…).out_trade_no(…).total_fee(…).store_id(…).store_merchant_id(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct OrderInformation {
    /// 支付订单的微信用户OpenID
    pub payer_openid: String,
    /// 商户订单号
    pub out_trade_no: String,
    /// 订单总金额
    pub total_fee: Fen,
    /// 门店ID
    pub store_id: String,
    /// 门店商户号
    pub store_merchant_id: String,
}

/// The response of [`RetailActivities::lock_retail_qualification`],
/// [`RetailActivities::unlock_retail_qualification`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RetailQualificationResponse {
    /// 返回结果文案
    pub return_message: Option<String>,
    /// 锁定失败的资格ID列表
    pub failed_qualification_ids: Option<Vec<String>>,
    /// 锁定成功的资格ID列表
    pub succeed_qualification_ids: Option<Vec<String>>,
}
