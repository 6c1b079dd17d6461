//! 支付有礼.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 支付有礼活动
#[wechatpay_api(defaults)]
pub trait PayGiftActivities {
    /// 创建全场满额送活动
    ///
    /// `POST /v3/marketing/paygiftactivity/unique-threshold-activity`
    #[wechatpay_api(POST "/v3/marketing/paygiftactivity/unique-threshold-activity")]
    async fn create_full_send_activity(
        &self,
        body: &CreateFullSendActivityRequest,
    ) -> Result<CreateFullSendActivityResponse>;

    /// 查询活动详情接口
    ///
    /// `GET /v3/marketing/paygiftactivity/activities/{activity_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/paygiftactivity/chapter3_4.shtml>
    ///
    /// - `activity_id` 活动id
    #[wechatpay_api(GET "/v3/marketing/paygiftactivity/activities/{activity_id}")]
    async fn query_pay_gift_activity(&self, activity_id: &str) -> Result<PayGiftActivity>;

    /// 获取支付有礼活动列表
    ///
    /// `GET /v3/marketing/paygiftactivity/activities`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/paygiftactivity/chapter3_9.shtml>
    ///
    /// - `offset` 分页页码
    /// - `limit` 分页大小: 1..=100
    /// - `activity_name` 活动名称
    /// - `activity_status` 活动状态
    /// - `award_type` 奖品类型
    #[wechatpay_api(GET "/v3/marketing/paygiftactivity/activities")]
    async fn list_pay_gift_activities(
        &self,
        #[query] offset: i64,
        #[query] limit: i64,
        #[query] activity_name: Option<&str>,
        #[query] activity_status: Option<&ActivityStatusFilter>,
        #[query] award_type: Option<&AwardType>,
    ) -> Result<ListPayGiftActivitiesResponse>;

    /// 查询活动发券商户号
    ///
    /// `GET /v3/marketing/paygiftactivity/activities/{activity_id}/merchants`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/paygiftactivity/chapter3_5.shtml>
    ///
    /// - `activity_id` 活动id
    /// - `offset` 分页页码: such as `0`
    /// - `limit` 分页大小: such as `20`
    #[wechatpay_api(GET "/v3/marketing/paygiftactivity/activities/{activity_id}/merchants")]
    async fn list_pay_gift_activity_merchants(
        &self,
        activity_id: &str,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
    ) -> Result<ListPayGiftActivityMerchantsResponse>;

    /// 查询活动指定商品列表
    ///
    /// `GET /v3/marketing/paygiftactivity/activities/{activity_id}/goods`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/paygiftactivity/chapter3_6.shtml>
    ///
    /// - `activity_id` 活动id
    /// - `offset` 分页页码: such as `1`
    /// - `limit` 分页大小: such as `20`
    #[wechatpay_api(GET "/v3/marketing/paygiftactivity/activities/{activity_id}/goods")]
    async fn list_pay_gift_activity_goods(
        &self,
        activity_id: &str,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
    ) -> Result<ListPayGiftActivityGoodsResponse>;

    /// 新增活动发券商户号
    ///
    /// `POST /v3/marketing/paygiftactivity/activities/{activity_id}/merchants/add`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/paygiftactivity/chapter3_8.shtml>
    ///
    /// - `activity_id` 活动id
    #[wechatpay_api(POST "/v3/marketing/paygiftactivity/activities/{activity_id}/merchants/add")]
    async fn add_pay_gift_activity_merchants(
        &self,
        activity_id: &str,
        body: &AddPayGiftActivityMerchantsRequest,
    ) -> Result<AddPayGiftActivityMerchantsResponse>;

    /// 删除活动发券商户号
    ///
    /// `POST /v3/marketing/paygiftactivity/activities/{activity_id}/merchants/delete`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/paygiftactivity/chapter3_10.shtml>
    ///
    /// - `activity_id` 活动id
    #[wechatpay_api(POST "/v3/marketing/paygiftactivity/activities/{activity_id}/merchants/delete")]
    async fn delete_pay_gift_activity_merchants(
        &self,
        activity_id: &str,
        body: &DeletePayGiftActivityMerchantsRequest,
    ) -> Result<DeletePayGiftActivityMerchantsResponse>;

    /// 终止活动
    ///
    /// `POST /v3/marketing/paygiftactivity/activities/{activity_id}/terminate`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/paygiftactivity/chapter3_7.shtml>
    ///
    /// - `activity_id` 活动id
    #[wechatpay_api(POST "/v3/marketing/paygiftactivity/activities/{activity_id}/terminate")]
    async fn terminate_pay_gift_activity(
        &self,
        activity_id: &str,
    ) -> Result<TerminatePayGiftActivityResponse>;
}

/// The request of [`PayGiftActivities::create_full_send_activity`].
///
/// `CreateFullSendActivityRequest::builder().activity_base_info(…).award_send_rule(…).build()`.
/// For an `Option`, use setters such as `maybe_advanced_setting`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateFullSendActivityRequest {
    /// 活动基本信息
    pub activity_base_info: FullSendActivityBaseInfo,
    /// 活动高级设置
    pub advanced_setting: Option<AdvancedSetting>,
    /// 活动奖品发放规则
    pub award_send_rule: FullSendAwardSendRule,
}

rules! {
    CreateFullSendActivityRequest {
        within("activity_base_info", FullSendActivityBaseInfo::RULES),
        within("advanced_setting", AdvancedSetting::RULES),
        within("award_send_rule", FullSendAwardSendRule::RULES),
    }
}

/// 活动基本信息
///
/// `FullSendActivityBaseInfo::builder().activity_name(…).activity_second_title(…).merchant_logo_url(…).begin_time(…).end_time(…).out_request_no(…).delivery_purpose(…).build()`.
/// For an `Option`, use setters such as `maybe_background_color`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FullSendActivityBaseInfo {
    /// 活动名称
    pub activity_name: String,
    /// 活动副标题
    pub activity_second_title: String,
    /// 商户logo
    pub merchant_logo_url: String,
    /// 背景颜色
    pub background_color: Option<BackgroundColor>,
    /// 活动开始时间
    pub begin_time: DateTime,
    /// 活动结束时间
    pub end_time: DateTime,
    /// 可用时间段
    pub available_periods: Option<FullSendAvailablePeriods>,
    /// 商户请求单号: matches `[a-zA-Z0-9\|\*_-]{1,128}`
    pub out_request_no: String,
    /// 投放目的
    pub delivery_purpose: DeliveryPurpose,
    /// 商家小程序appid
    pub mini_programs_appid: Option<String>,
    /// 商家小程序path
    pub mini_programs_path: Option<String>,
}

rules! {
    FullSendActivityBaseInfo {
        member("background_color", &[Listed(BackgroundColor::TEXTS)]),
        within("available_periods", FullSendAvailablePeriods::RULES),
        member("out_request_no", &[Pattern("[a-zA-Z0-9\\|\\*_-]{1,128}")]),
        member("delivery_purpose", &[Listed(DeliveryPurpose::TEXTS)]),
    }
}

/// 可用时间段
///
/// `FullSendAvailablePeriods::builder().build()`. For an `Option`, use setters such as
/// `maybe_available_time`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FullSendAvailablePeriods {
    /// 可用时间
    pub available_time: Option<Vec<FullSendAvailableTime>>,
    /// 每日可用时间
    pub available_day_time: Option<Vec<FullSendAvailableDayTime>>,
}

rules! {
    FullSendAvailablePeriods {
        within("available_day_time", FullSendAvailableDayTime::RULES),
    }
}

/// 可用时间
///
/// `FullSendAvailableTime::builder().begin_time(…).end_time(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(DateTime, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FullSendAvailableTime {
    /// 可用开始时间
    pub begin_time: DateTime,
    /// 可用结束时间
    pub end_time: DateTime,
}

/// 每日可用时间
///
/// `FullSendAvailableDayTime::builder().begin_day_time(…).end_day_time(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FullSendAvailableDayTime {
    /// 每日可用开始时间: matches `[0-9]{6}`
    pub begin_day_time: String,
    /// 每日可用结束时间: matches `[0-9]{6}`
    pub end_day_time: String,
}

rules! {
    FullSendAvailableDayTime {
        member("begin_day_time", &[Pattern("[0-9]{6}")]),
        member("end_day_time", &[Pattern("[0-9]{6}")]),
    }
}

/// 活动高级设置
///
/// `AdvancedSetting::builder().build()`. For an `Option`, use setters such as
/// `maybe_delivery_user_category`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct AdvancedSetting {
    /// 奖品类型
    pub delivery_user_category: Option<DeliveryUserCategory>,
    /// 商家会员appid
    pub merchant_member_appid: Option<String>,
    /// 支付模式
    pub payment_mode: Option<PaymentMode>,
    /// 订单优惠标记
    pub goods_tags: Option<Vec<String>>,
    /// 支付方式信息
    pub payment_method_information: Option<AdvancedSettingPaymentMethodInformation>,
}

rules! {
    AdvancedSetting {
        member("delivery_user_category", &[Listed(DeliveryUserCategory::TEXTS)]),
        within("payment_mode", PaymentMode::RULES),
        within("payment_method_information", AdvancedSettingPaymentMethodInformation::RULES),
    }
}

/// 支付模式
///
/// `PaymentMode::builder().build()`. For an `Option`, use setters such as
/// `maybe_payment_scene_list`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct PaymentMode {
    /// 支付场景列表
    pub payment_scene_list: Option<Vec<PaymentScene>>,
    /// 支付方式信息
    pub payment_method_information: Option<PaymentMethodInformation>,
}

rules! {
    PaymentMode {
        member("payment_scene_list", &[Listed(PaymentScene::TEXTS)]),
        within("payment_method_information", PaymentMethodInformation::RULES),
    }
}

/// 支付方式信息
///
/// `PaymentMethodInformation::builder().build()`. For an `Option`, use setters such as
/// `maybe_payment_method`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct PaymentMethodInformation {
    /// 支付方式
    pub payment_method: Option<PaymentMethod>,
    /// 银行简称
    pub bank_abbreviation: Option<String>,
}

rules! {
    PaymentMethodInformation {
        member("payment_method", &[Listed(PaymentMethod::TEXTS)]),
    }
}

/// 支付方式信息
///
/// `AdvancedSettingPaymentMethodInformation::builder().payment_method(…).build()`. For an
/// `Option`, use setters such as `maybe_bank_abbreviation`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct AdvancedSettingPaymentMethodInformation {
    /// 支付方式
    pub payment_method: PaymentMethod,
    /// 银行简称
    pub bank_abbreviation: Option<String>,
}

rules! {
    AdvancedSettingPaymentMethodInformation {
        member("payment_method", &[Listed(PaymentMethod::TEXTS)]),
    }
}

/// 活动奖品发放规则
///
/// `FullSendAwardSendRule::builder().award_type(…).merchant_option(…).transaction_amount_minimum(…).send_content(…).award_list(…).build()`.
/// For an `Option`, use setters such as `maybe_merchant_id_list`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FullSendAwardSendRule {
    /// 奖品类型
    pub award_type: AwardType,
    /// 发券商户号选项
    pub merchant_option: MerchantOption,
    /// 消费金额门槛
    pub transaction_amount_minimum: Fen,
    /// 发放内容
    pub send_content: SendContent,
    /// 奖品基本信息列表
    pub award_list: Vec<FullSendAward>,
    /// 发券商户号列表
    pub merchant_id_list: Option<Vec<String>>,
}

rules! {
    FullSendAwardSendRule {
        member("award_type", &[Listed(AwardType::TEXTS)]),
        member("merchant_option", &[Listed(MerchantOption::TEXTS)]),
        member("send_content", &[Listed(SendContent::TEXTS)]),
    }
}

/// 奖品基本信息列表
///
/// `FullSendAward::builder().stock_id(…).original_image_url(…).build()`. For an `Option`, use
/// setters such as `maybe_thumbnail_url`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FullSendAward {
    /// 代金券批次Id
    pub stock_id: String,
    /// 奖品原始图: the address of a file
    pub original_image_url: String,
    /// 奖品缩略图: the address of a file
    pub thumbnail_url: Option<String>,
}

/// The response of [`PayGiftActivities::create_full_send_activity`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateFullSendActivityResponse {
    /// 活动id
    pub activity_id: String,
    /// 创建时间
    pub create_time: DateTime,
}

/// The response of [`PayGiftActivities::query_pay_gift_activity`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PayGiftActivity {
    /// 活动id
    pub activity_id: Option<String>,
    /// 活动类型
    pub activity_type: Option<ActivityType>,
    /// 活动状态
    pub activity_status: Option<ActivityStatus>,
    /// 创建商户号
    pub creator_merchant_id: Option<String>,
    /// 所属商户号
    pub belong_merchant_id: Option<String>,
    /// 活动暂停时间: such as `2018-06-08T10:34:56+08:00`
    pub pause_time: Option<DateTime>,
    /// 活动恢复时间: such as `2018-12-08T10:34:56+08:00`
    pub recovery_time: Option<DateTime>,
    /// 活动创建时间
    pub create_time: Option<DateTime>,
    /// 活动更新时间
    pub update_time: Option<DateTime>,
    /// 活动基本信息
    pub activity_base_info: ActivityBaseInfo,
    /// 活动高级设置
    pub advanced_setting: Option<AdvancedSetting>,
    /// 活动奖品发放规则
    pub award_send_rule: AwardSendRule,
}

/// 活动基本信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ActivityBaseInfo {
    /// 活动名称
    pub activity_name: String,
    /// 活动副标题
    pub activity_second_title: String,
    /// 商户logo
    pub merchant_logo_url: String,
    /// 背景颜色
    pub background_color: Option<BackgroundColor>,
    /// 活动开始时间
    pub begin_time: Option<DateTime>,
    /// 活动结束时间
    pub end_time: Option<DateTime>,
    /// 可用时间段
    pub available_periods: Option<AvailablePeriods>,
    /// 商户请求单号: matches `[a-zA-Z0-9\|\*_-]{1,128}`
    pub out_request_no: String,
    /// 投放目的
    pub delivery_purpose: DeliveryPurpose,
    /// 商家小程序appid
    pub mini_programs_appid: Option<String>,
    /// 商家小程序path
    pub mini_programs_path: Option<String>,
}

/// 可用时间段
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct AvailablePeriods {
    /// 可用时间
    pub available_time: Option<Vec<AvailableTime>>,
    /// 每日可用时间
    pub available_day_time: Option<Vec<AvailableDayTime>>,
}

/// 可用时间
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct AvailableTime {
    /// 可用开始时间
    pub begin_time: Option<DateTime>,
    /// 可用结束时间
    pub end_time: Option<DateTime>,
}

/// 每日可用时间
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AvailableDayTime {
    /// 每日可用开始时间: matches `[0-9]{6}`
    pub begin_day_time: Option<String>,
    /// 每日可用结束时间: matches `[0-9]{6}`
    pub end_day_time: Option<String>,
}

/// 活动奖品发放规则
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct AwardSendRule {
    /// 满送活动奖品发放规则
    pub full_send_rule: Option<FullSendRule>,
}

/// 满送活动奖品发放规则
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct FullSendRule {
    /// 奖品类型
    pub award_type: AwardType,
    /// 发券商户号选项
    pub merchant_option: MerchantOption,
    /// 消费金额门槛
    pub transaction_amount_minimum: Fen,
    /// 发放内容
    pub send_content: SendContent,
    /// 奖品基本信息列表
    pub award_list: Option<Vec<Award>>,
    /// 发券商户号列表
    pub merchant_id_list: Option<Vec<String>>,
}

/// 奖品基本信息列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Award {
    /// 代金券批次Id
    pub stock_id: Option<String>,
    /// 奖品原始图: the address of a file
    pub original_image_url: Option<String>,
    /// 奖品缩略图: the address of a file
    pub thumbnail_url: Option<String>,
}

/// The response of [`PayGiftActivities::list_pay_gift_activities`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListPayGiftActivitiesResponse {
    /// 分页页码
    pub offset: Option<i64>,
    /// 分页大小
    pub limit: Option<i64>,
    /// 总数
    pub total_count: Option<i64>,
    /// 结果集
    pub data: Option<Vec<ListedPayGiftActivity>>,
}

/// 结果集
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ListedPayGiftActivity {
    /// 活动基本信息
    pub activity_base_info: Option<ActivityBaseInfo>,
    /// 活动高级设置
    pub advanced_setting: Option<AdvancedSetting>,
    /// 活动id
    pub activity_id: Option<String>,
    /// 活动奖品发放规则
    pub award_send_rule: Option<ListedAwardSendRule>,
    /// 活动类型
    pub activity_type: Option<ActivityType>,
    /// 活动状态
    pub activity_status: Option<ActivityStatus>,
    /// 创建商户号
    pub creator_merchant_id: Option<String>,
    /// 所属商户号
    pub belong_merchant_id: Option<String>,
    /// `create_time`
    pub create_time: Option<DateTime>,
    /// `update_time`
    pub update_time: Option<DateTime>,
}

/// 活动奖品发放规则
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListedAwardSendRule {
    /// 满送活动奖品发放规则
    pub full_send_rule: Option<FullSendRule>,
    /// 阶梯送发放规则
    pub step_send_rule: Option<StepSendRule>,
}

/// 阶梯送发放规则
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct StepSendRule {
    /// 奖品类型
    pub award_type: Option<AwardType>,
    /// 发券商户号选项
    pub merchant_option: Option<MerchantOption>,
}

/// The response of [`PayGiftActivities::list_pay_gift_activity_merchants`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListPayGiftActivityMerchantsResponse {
    /// 分页页码: such as `0`
    pub offset: Option<i64>,
    /// 分页大小: such as `20`
    pub limit: Option<i64>,
    /// 总数
    pub total_count: Option<i64>,
    /// 活动id
    pub activity_id: Option<String>,
    /// 结果集
    pub data: Option<Vec<ActivityMerchant>>,
}

/// 结果集
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ActivityMerchant {
    /// 商户号
    pub mchid: Option<String>,
    /// 商户名称
    pub merchant_name: Option<String>,
    /// 创建时间
    pub create_time: Option<DateTime>,
    /// 更新时间
    pub update_time: Option<DateTime>,
}

/// The response of [`PayGiftActivities::list_pay_gift_activity_goods`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListPayGiftActivityGoodsResponse {
    /// 分页页码: such as `1`
    pub offset: Option<i64>,
    /// 分页大小: such as `20`
    pub limit: Option<i64>,
    /// 总数
    pub total_count: Option<i64>,
    /// 活动id
    pub activity_id: Option<String>,
    /// 结果集
    pub data: Option<Vec<ActivityGoods>>,
}

/// 结果集
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ActivityGoods {
    /// 指定商品
    pub goods_id: Option<String>,
    /// 创建时间
    pub create_time: Option<DateTime>,
    /// 更新时间
    pub update_time: Option<DateTime>,
}

/// The request of [`PayGiftActivities::add_pay_gift_activity_merchants`].
///
/// `AddPayGiftActivityMerchantsRequest::builder().merchant_id_list(…).add_request_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AddPayGiftActivityMerchantsRequest {
    /// 发券商户号
    pub merchant_id_list: Vec<String>,
    /// 请求业务单据号
    pub add_request_no: String,
}

rules! { AddPayGiftActivityMerchantsRequest {} }

/// The response of [`PayGiftActivities::add_pay_gift_activity_merchants`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct AddPayGiftActivityMerchantsResponse {
    /// 活动id
    pub activity_id: Option<String>,
    /// 添加时间
    pub add_time: Option<DateTime>,
    /// 未通过规则校验的发券商户号列表
    pub invalid_merchant_id_list: Option<Vec<InvalidMerchant>>,
}

/// 未通过规则校验的发券商户号列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct InvalidMerchant {
    /// 商户号
    pub mchid: Option<String>,
    /// 无效原因
    pub invalid_reason: Option<String>,
}

/// The request of [`PayGiftActivities::delete_pay_gift_activity_merchants`].
///
/// `DeletePayGiftActivityMerchantsRequest::builder().merchant_id_list(…).delete_request_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DeletePayGiftActivityMerchantsRequest {
    /// A list, 1..=500 items, such as `100123456`
    pub merchant_id_list: Vec<String>,
    /// 商户请求单号: matches `[a-zA-Z0-9\|\*_-]{1,128}`, such as `100002322019090134234sfdf`
    pub delete_request_no: String,
}

rules! {
    DeletePayGiftActivityMerchantsRequest {
        member("merchant_id_list", &[MinItems(1), MaxItems(500)]),
        member("delete_request_no", &[Pattern("[a-zA-Z0-9\\|\\*_-]{1,128}")]),
    }
}

/// The response of [`PayGiftActivities::delete_pay_gift_activity_merchants`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DeletePayGiftActivityMerchantsResponse {
    /// 活动id: such as `126002309`
    pub activity_id: Option<String>,
    /// 删除时间: such as `2015-05-20T13:29:35.120+08:00`
    pub delete_time: Option<DateTime>,
}

/// The response of [`PayGiftActivities::terminate_pay_gift_activity`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct TerminatePayGiftActivityResponse {
    /// 活动id
    pub activity_id: Option<String>,
    /// 生效时间
    pub terminate_time: Option<DateTime>,
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
    /// 投放目的
    pub enum DeliveryPurpose {
        OffLinePay = "OFF_LINE_PAY",
        JumpMiniApp = "JUMP_MINI_APP",
    }
}

open_enum! {
    /// 奖品类型
    pub enum DeliveryUserCategory {
        AllPerson = "DELIVERY_ALL_PERSON",
        MemberPerson = "DELIVERY_MEMBER_PERSON",
    }
}

open_enum! {
    /// 支付场景列表
    pub enum PaymentScene {
        AppScene = "APP_SCENE",
        SwingCardScene = "SWING_CARD_SCENE",
        NoSecretScene = "NO_SECRET_SCENE",
        MiniappScene = "MINIAPP_SCENE",
        FacePayScene = "FACE_PAY_SCENE",
        OtherScene = "OTHER_SCENE",
    }
}

open_enum! {
    /// 支付方式
    pub enum PaymentMethod {
        Cft = "CFT",
        SpecificBankCard = "SPECIFIC_BANK_CARD",
    }
}

parameter_enum! {
    /// 奖品类型
    pub enum AwardType {
        Busifavor = "BUSIFAVOR",
    }
}

open_enum! {
    /// 发券商户号选项
    pub enum MerchantOption {
        InSeviceCouponMerchant = "IN_SEVICE_COUPON_MERCHANT",
        ManualInputMerchant = "MANUAL_INPUT_MERCHANT",
    }
}

open_enum! {
    /// 发放内容
    pub enum SendContent {
        SingleCoupon = "SINGLE_COUPON",
        GiftPackage = "GIFT_PACKAGE",
    }
}

open_enum! {
    /// 活动类型
    pub enum ActivityType {
        FullSendActType = "FULL_SEND_ACT_TYPE",
        StepSendActType = "STEP_SEND_ACT_TYPE",
        SpecificSendActType = "SPECIFIC_SEND_ACT_TYPE",
    }
}

open_enum! {
    /// 活动状态
    pub enum ActivityStatus {
        CreateActStatus = "CREATE_ACT_STATUS",
        OngoingActStatus = "ONGOING_ACT_STATUS",
        TerminateActStatus = "TERMINATE_ACT_STATUS",
        StopActStatus = "STOP_ACT_STATUS",
        OverTimeActStatus = "OVER_TIME_ACT_STATUS",
        CreateActFailed = "CREATE_ACT_FAILED",
        ActStatusUnknown = "ACT_STATUS_UNKNOWN",
    }
}

parameter_enum! {
    /// 活动状态
    pub enum ActivityStatusFilter {
        CreateActStatus = "CREATE_ACT_STATUS",
        OngoingActStatus = "ONGOING_ACT_STATUS",
        TerminateActStatus = "TERMINATE_ACT_STATUS",
        StopActStatus = "STOP_ACT_STATUS",
        OverTimeActStatus = "OVER_TIME_ACT_STATUS",
        CreateActFailed = "CREATE_ACT_FAILED",
    }
}
