//! 会员发券活动.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use super::BrandIdRequest;
use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 会员发券活动
#[wechatpay_api(defaults)]
pub trait MembershipActivities {
    /// 创建品牌会员发券活动
    ///
    /// `POST /v3/brand/partner/card-member/membership-activities`
    #[wechatpay_api(POST "/v3/brand/partner/card-member/membership-activities")]
    async fn create_membership_activity(
        &self,
        body: &CreateMembershipActivityRequest,
    ) -> Result<MembershipActivity>;

    /// 查询品牌会员发券活动
    ///
    /// `GET /v3/brand/partner/card-member/membership-activities/{activity_id}`
    ///
    /// - `activity_id` 活动ID: such as `371067`
    /// - `brand_id` 品牌id: such as `1004`
    #[wechatpay_api(GET "/v3/brand/partner/card-member/membership-activities/{activity_id}")]
    async fn query_membership_activity(
        &self,
        activity_id: &str,
        #[query] brand_id: &str,
    ) -> Result<MembershipActivity>;

    /// 查询品牌会员发券活动列表
    ///
    /// `GET /v3/brand/partner/card-member/membership-activities`
    ///
    /// - `brand_id` 品牌id: such as `1004`
    /// - `card_id` 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    /// - `activity_state` 活动状态: such as `MEMBERSHIP_ACTIVITY_CREATED`
    /// - `offset` 请求资源起始位置: such as `10`
    /// - `limit` 最大资源条数: such as `5`
    #[wechatpay_api(GET "/v3/brand/partner/card-member/membership-activities")]
    async fn list_membership_activities(
        &self,
        #[query] brand_id: &str,
        #[query] card_id: Option<&str>,
        #[query] activity_state: Option<&MembershipActivityState>,
        #[query] offset: i64,
        #[query] limit: i64,
    ) -> Result<ListMembershipActivitiesResponse>;

    /// 修改品牌会员发券活动信息
    ///
    /// `PATCH /v3/brand/partner/card-member/membership-activities/{activity_id}`
    ///
    /// - `activity_id` 活动ID: such as `371067`
    #[wechatpay_api(PATCH "/v3/brand/partner/card-member/membership-activities/{activity_id}")]
    async fn update_membership_activity(
        &self,
        activity_id: &str,
        body: &UpdateMembershipActivityRequest,
    ) -> Result<MembershipActivity>;

    /// 终止品牌会员发券活动
    ///
    /// `POST /v3/brand/partner/card-member/membership-activities/{activity_id}/terminate`
    ///
    /// - `activity_id` 活动ID: such as `371067`
    #[wechatpay_api(POST "/v3/brand/partner/card-member/membership-activities/{activity_id}/terminate")]
    async fn terminate_membership_activity(
        &self,
        activity_id: &str,
        body: &BrandIdRequest,
    ) -> Result<MembershipActivity>;
}

/// The request of [`MembershipActivities::create_membership_activity`].
///
/// `CreateMembershipActivityRequest::builder().out_request_no(…).brand_id(…).card_id(…).activity_channel(…).title(…).sub_title(…).begin_time(…).end_time(…).apply_total(…).product_coupon_stock_list(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateMembershipActivityRequest {
    /// 商户请求单号: such as `100002322019090134234sfdf` (unconfirmed)
    pub out_request_no: String,
    /// 品牌ID: such as `1004` (unconfirmed)
    pub brand_id: String,
    /// 会员卡ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0` (unconfirmed)
    pub card_id: String,
    /// 活动渠道: such as `MECHANT_APP_COMPONENT` (unconfirmed)
    pub activity_channel: MembershipActivityChannel,
    /// 活动主标题: such as `入会享券` (unconfirmed)
    pub title: String,
    /// 活动副标题: such as `5张满减券` (unconfirmed)
    pub sub_title: String,
    /// 活动开始时间: such as `2020-01-20T13:29:35.120+08:00` (unconfirmed)
    pub begin_time: DateTime,
    /// 活动结束时间: such as `2020-01-29T13:29:35.120+08:00` (unconfirmed)
    pub end_time: DateTime,
    /// 活动总库存: such as `1000` (unconfirmed)
    pub apply_total: i64,
    /// 商品券批次列表 (unconfirmed)
    pub product_coupon_stock_list: Vec<ProductCouponStock>,
}

rules! {
    CreateMembershipActivityRequest {
        member("activity_channel", &[Listed(MembershipActivityChannel::TEXTS)]),
    }
}

/// 商品券批次列表
///
/// `ProductCouponStock::builder().product_coupon_id(…).stock_id(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ProductCouponStock {
    /// 商品券ID: such as `701138812971763025610907319729` (unconfirmed)
    pub product_coupon_id: String,
    /// 批次ID: such as `98065001` (unconfirmed)
    pub stock_id: String,
}

/// The response of [`MembershipActivities::create_membership_activity`],
/// [`MembershipActivities::query_membership_activity`],
/// [`MembershipActivities::update_membership_activity`],
/// [`MembershipActivities::terminate_membership_activity`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MembershipActivity {
    /// 商户请求单号: such as `100002322019090134234sfdf`
    pub out_request_no: Option<String>,
    /// 品牌ID: such as `1004`
    pub brand_id: Option<String>,
    /// 会员卡ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: Option<String>,
    /// 活动渠道: such as `MECHANT_APP_COMPONENT`
    pub activity_channel: Option<MembershipActivityChannel>,
    /// 活动主标题: such as `入会享券`
    pub title: Option<String>,
    /// 活动副标题: such as `5张满减券`
    pub sub_title: Option<String>,
    /// 活动开始时间: such as `2020-01-20T13:29:35.120+08:00`
    pub begin_time: Option<DateTime>,
    /// 活动结束时间: such as `2020-01-29T13:29:35.120+08:00`
    pub end_time: Option<DateTime>,
    /// 活动总库存: such as `1000`
    pub apply_total: Option<i64>,
    /// 活动剩余库存: such as `1000`
    pub apply_available: Option<i64>,
    /// 商品券批次列表
    pub product_coupon_stock_list: Option<Vec<ActivityProductCouponStock>>,
    /// 活动ID: such as `371067`
    pub activity_id: Option<String>,
    /// 活动状态: such as `MEMBERSHIP_ACTIVITY_CREATED`
    pub activity_state: Option<MembershipActivityState>,
    /// 创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 更新时间: such as `2015-05-20T13:29:35.120+08:00`
    pub modify_time: Option<DateTime>,
}

/// 商品券批次列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ActivityProductCouponStock {
    /// 商品券ID: such as `701138812971763025610907319729`
    pub product_coupon_id: Option<String>,
    /// 批次ID: such as `98065001`
    pub stock_id: Option<String>,
}

/// The response of [`MembershipActivities::list_membership_activities`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListMembershipActivitiesResponse {
    /// 活动列表
    pub data: Option<Vec<MembershipActivity>>,
    /// 请求资源起始位置: such as `10`
    pub offset: Option<i64>,
    /// 最大资源条数: such as `5`
    pub limit: Option<i64>,
    /// 资源总条数: such as `1234`
    pub total_count: Option<i64>,
}

/// The request of [`MembershipActivities::update_membership_activity`].
///
/// `UpdateMembershipActivityRequest::builder().brand_id(…).title(…).sub_title(…).begin_time(…).end_time(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateMembershipActivityRequest {
    /// 品牌ID: such as `1004` (unconfirmed)
    pub brand_id: String,
    /// 活动主标题: such as `入会享券` (unconfirmed)
    pub title: String,
    /// 活动副标题: such as `5张满减券` (unconfirmed)
    pub sub_title: String,
    /// 活动开始时间: such as `2020-01-20T13:29:35.120+08:00` (unconfirmed)
    pub begin_time: DateTime,
    /// 活动结束时间: such as `2020-01-29T13:29:35.120+08:00` (unconfirmed)
    pub end_time: DateTime,
}

rules! { UpdateMembershipActivityRequest {} }

open_enum! {
    /// 活动渠道
    pub enum MembershipActivityChannel {
        MechantAppComponent = "MECHANT_APP_COMPONENT",
    }
}

parameter_enum! {
    /// 活动状态
    pub enum MembershipActivityState {
        Created = "MEMBERSHIP_ACTIVITY_CREATED",
        Effective = "MEMBERSHIP_ACTIVITY_EFFECTIVE",
        Terminated = "MEMBERSHIP_ACTIVITY_TERMINATED",
        Expired = "MEMBERSHIP_ACTIVITY_EXPIRED",
    }
}
