//! 会员卡活动.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::parameter_enum;
use crate::rules::rules;

/// 会员卡活动
#[wechatpay_api(defaults)]
pub trait MemberCardActivities {
    /// 创建活动
    ///
    /// `POST /v3/marketing/membercard-activity/activities`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/membership-card/member-gift/create-activity.html>
    #[wechatpay_api(POST "/v3/marketing/membercard-activity/activities")]
    async fn create_member_card_activity(
        &self,
        body: &CreateMemberCardActivityRequest,
    ) -> Result<MemberCardActivity>;

    /// 查询活动详情
    ///
    /// `GET /v3/marketing/membercard-activity/activities/{activity_id}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/membership-card/member-gift/query-activity-detail.html>
    ///
    /// - `activity_id` 活动ID: such as `371067`
    #[wechatpay_api(GET "/v3/marketing/membercard-activity/activities/{activity_id}")]
    async fn query_member_card_activity(&self, activity_id: &str) -> Result<MemberCardActivity>;

    /// 查询活动列表
    ///
    /// `GET /v3/marketing/membercard-activity/activities`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/membership-card/member-gift/query-activity-list.html>
    #[wechatpay_api(GET "/v3/marketing/membercard-activity/activities")]
    async fn list_member_card_activities(
        &self,
        query: &ListMemberCardActivitiesQuery,
    ) -> Result<ListMemberCardActivitiesResponse>;

    /// 终止活动
    ///
    /// `POST /v3/marketing/membercard-activity/activities/{activity_id}/terminate`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/membership-card/member-gift/terminating-activity.html>
    ///
    /// - `activity_id` 活动ID: such as `371067`
    #[wechatpay_api(POST "/v3/marketing/membercard-activity/activities/{activity_id}/terminate")]
    async fn terminate_member_card_activity(
        &self,
        activity_id: &str,
    ) -> Result<TerminateMemberCardActivityResponse>;
}

/// The request of [`MemberCardActivities::create_member_card_activity`].
///
/// `CreateMemberCardActivityRequest::builder().card_id(…).activity_name(…).activity_type(…).out_request_no(…).build()`.
/// For an `Option`, use setters such as `maybe_begin_time`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateMemberCardActivityRequest {
    /// 会员卡ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: String,
    /// 活动名称: such as `良品铺子回馈活动`
    pub activity_name: String,
    /// 活动类型: such as `NON_MEMBER_AFTERPAY`
    pub activity_type: ActivityType,
    /// 活动开始时间: such as `2020-01-20T13:29:35.120+08:00`
    pub begin_time: Option<DateTime>,
    /// 活动结束时间: such as `2020-01-29T13:29:35.120+08:00`
    pub end_time: Option<DateTime>,
    /// 发放时间段
    pub award_send_period: Option<AwardSendPeriod>,
    /// 优惠券列表
    pub stock_list: Option<Vec<ActivityStock>>,
    /// 商户请求单号: such as `100002322019090134234sfdf`
    pub out_request_no: String,
    /// 支付后活动设置
    pub pay_activity_setting: Option<PayActivitySetting>,
    /// 支付前会员活动设置
    pub miniprogram_activity_setting: Option<MiniprogramActivitySetting>,
}

rules! {
    CreateMemberCardActivityRequest {
        member("activity_type", &[Listed(ActivityType::TEXTS)]),
    }
}

/// 发放时间段
///
/// `AwardSendPeriod::builder().build()`. For an `Option`, use setters such as
/// `maybe_award_send_time`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct AwardSendPeriod {
    /// 指定时间
    pub award_send_time: Option<Vec<AwardSendTime>>,
    /// 指定时间段
    pub award_send_day_time: Option<Vec<AwardSendDayTime>>,
}

/// 指定时间
///
/// `AwardSendTime::builder().begin_time(…).end_time(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(DateTime, into)))]
#[non_exhaustive]
pub struct AwardSendTime {
    /// 发放开始时间: such as `2020-01-21T00:00:00.000+08:00`
    pub begin_time: DateTime,
    /// 发放结束时间: such as `2020-01-27T00:00:00.000+08:00`
    pub end_time: DateTime,
}

/// 指定时间段
///
/// `AwardSendDayTime::builder().begin_day_time(…).end_day_time(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct AwardSendDayTime {
    /// 每日发放开始时间
    pub begin_day_time: DayTime,
    /// 每日发放结束时间
    pub end_day_time: DayTime,
}

/// 每日发放开始时间
///
/// `DayTime::builder().hours(…).minutes(…).seconds(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct DayTime {
    /// 时: such as `9`
    pub hours: i64,
    /// 分: such as `34`
    pub minutes: i64,
    /// 秒: such as `6`
    pub seconds: i64,
}

/// 优惠券列表
///
/// `ActivityStock::builder().stock_id(…).build()`. For an `Option`, use setters such as
/// `maybe_stock_creator_mchid`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct ActivityStock {
    /// 创建批次的商户号: such as `10000022`
    pub stock_creator_mchid: Option<String>,
    /// 券批次ID: such as `98065001`
    pub stock_id: String,
}

/// 支付后活动设置
///
/// `PayActivitySetting::builder().build()`. For an `Option`, use setters such as `maybe_logo_url`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct PayActivitySetting {
    /// 商户logo: such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub logo_url: Option<String>,
    /// 支付结果页活动副标题: such as `湖南麻辣美食券`
    pub activity_second_title: Option<String>,
    /// 活动曝光商户号
    pub mchid_list: Option<Vec<String>>,
    /// 激活方式设置
    pub activate_setting: Option<ActivateSetting>,
    /// 支付设置
    pub payment_setting: Option<PaymentSetting>,
}

/// 激活方式设置
///
/// `ActivateSetting::builder().activate_type(…).build()`. For an `Option`, use setters such as
/// `maybe_activate_url`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct ActivateSetting {
    /// 激活类型: such as `AUTO_ACTIVATE`
    pub activate_type: String,
    /// 跳转激活的url: such as `https://w.url.cn/s/Ahz3p2C`
    pub activate_url: Option<String>,
    /// 跳转激活的小程序
    pub activate_miniprogram: Option<ActivateMiniprogram>,
}

/// 跳转激活的小程序
///
/// `ActivateMiniprogram::builder().activate_appid(…).activate_path(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct ActivateMiniprogram {
    /// 跳转激活的appid: such as `wxea9c30a90fs8d3fe`
    pub activate_appid: String,
    /// 跳转激活的path: such as `pages/activate/activate`
    pub activate_path: String,
}

/// 支付设置
///
/// `PaymentSetting::builder().build()`. For an `Option`, use setters such as `maybe_payment_mode`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct PaymentSetting {
    /// 支付模式
    pub payment_mode: Option<PaymentMode>,
    /// 指定银行的简称: such as `CFT`
    pub limit_bank: Option<String>,
    /// 订单优惠标记
    pub goods_tags: Option<Vec<String>>,
}

/// 支付模式
///
/// `PaymentMode::builder().build()`. For an `Option`, use setters such as
/// `maybe_payment_scene_list`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct PaymentMode {
    /// 支付场景列表: such as `APP`
    pub payment_scene_list: Option<Vec<String>>,
}

/// 支付前会员活动设置
///
/// `MiniprogramActivitySetting::builder().build()`. For an `Option`, use setters such as
/// `maybe_outer_str`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct MiniprogramActivitySetting {
    /// 指定领取渠道
    pub outer_str: Option<Vec<String>>,
    /// 领奖页面跳转配置
    pub award_jump_deploy: Option<AwardJumpDeploy>,
}

/// 领奖页面跳转配置
///
/// `AwardJumpDeploy::builder().build()`. For an `Option`, use setters such as
/// `maybe_mini_program_appid`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct AwardJumpDeploy {
    /// 小程序AppID: such as `wxc0b84a53ed8e8d29`
    pub mini_program_appid: Option<String>,
    /// 小程序path: such as `mall/pages/List`
    pub mini_program_path: Option<String>,
    /// 跳转按钮文案: such as `点击`
    pub button_text: Option<String>,
}

/// The response of [`MemberCardActivities::create_member_card_activity`],
/// [`MemberCardActivities::query_member_card_activity`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MemberCardActivity {
    /// 活动ID: such as `371067`
    pub activity_id: String,
    /// 活动的当前状态: such as `ONGOING`
    pub activity_status: Option<String>,
    /// 创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 更新时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
    /// 会员卡ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: Option<String>,
    /// 活动名称: such as `良品铺子回馈活动`
    pub activity_name: Option<String>,
    /// 活动类型: such as `NON_MEMBER_AFTERPAY`
    pub activity_type: Option<String>,
    /// 活动开始时间: such as `2020-01-20T13:29:35.120+08:00`
    pub begin_time: Option<DateTime>,
    /// 活动结束时间: such as `2020-01-29T13:29:35.120+08:00`
    pub end_time: Option<DateTime>,
    /// 发放时间段
    pub award_send_period: Option<AwardSendPeriod>,
    /// 优惠券列表
    pub stock_list: Option<Vec<ActivityStock>>,
    /// 商户请求单号: such as `100002322019090134234sfdf`
    pub out_request_no: Option<String>,
    /// 支付后活动设置
    pub pay_activity_setting: Option<PayActivitySetting>,
    /// 支付前会员活动设置
    pub miniprogram_activity_setting: Option<MiniprogramActivitySetting>,
}

/// The query of [`MemberCardActivities::list_member_card_activities`].
///
/// `ListMemberCardActivitiesQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_limit`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListMemberCardActivitiesQuery {
    /// 最大资源条数: such as `5`
    pub limit: Option<i64>,
    /// 请求资源起始位置: such as `10`
    pub offset: Option<i64>,
    /// 活动类型: such as `NON_MEMBER_AFTERPAY`
    pub activity_type: Option<ActivityType>,
    /// 会员卡ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: Option<String>,
    /// 活动的当前状态: such as `ONGOING`
    pub activity_status: Option<ActivityStatusFilter>,
}

/// The response of [`MemberCardActivities::list_member_card_activities`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListMemberCardActivitiesResponse {
    /// 活动详情
    pub data: Option<Vec<MemberCardActivity>>,
    /// 请求资源起始位置: such as `10`
    pub offset: Option<i64>,
    /// 最大资源条数: such as `5`
    pub limit: Option<i64>,
    /// 资源总条数: such as `1234`
    pub total_count: Option<i64>,
}

/// The response of [`MemberCardActivities::terminate_member_card_activity`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct TerminateMemberCardActivityResponse {
    /// 活动ID: such as `371067`
    pub activity_id: String,
    /// 终止时间: such as `2015-05-20T13:29:35.120+08:00`
    pub terminate_time: Option<DateTime>,
}

parameter_enum! {
    /// 活动类型
    pub enum ActivityType {
        NonMemberAfterpay = "NON_MEMBER_AFTERPAY",
        MemberAfterpay = "MEMBER_AFTERPAY",
        NonMemberMiniprogram = "NON_MEMBER_MINIPROGRAM",
        MemberMiniprogram = "MEMBER_MINIPROGRAM",
    }
}

parameter_enum! {
    /// 活动的当前状态
    pub enum ActivityStatusFilter {
        Created = "CREATED",
        Ongoing = "ONGOING",
        Terminated = "TERMINATED",
        OverTime = "OVER_TIME",
    }
}
