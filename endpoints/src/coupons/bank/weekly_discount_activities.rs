//! 周周惠.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::rules::rules;

/// 周周惠
#[wechatpay_api(defaults)]
pub trait WeeklyDiscountActivities {
    /// 查询周周惠活动列表
    ///
    /// `GET /v3/marketing/weekly-discount/activities`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter6_1_3.shtml>
    ///
    /// - `limit` 最大资源条数: such as `5`
    /// - `offset` 请求资源起始位置: such as `10`
    /// - `applying_merchant_id` 报名商户号: such as `10000098`
    /// - `store_id` 报名商户门店号: such as `1111111`
    /// - `activity_area_code` 活动投放区域编码: such as `110000`
    /// - `activity_scene` 投放场景: such as `SCAN_CODE_TO_ORDER`
    #[wechatpay_api(GET "/v3/marketing/weekly-discount/activities")]
    async fn list_weekly_discount_activities(
        &self,
        #[query] limit: i64,
        #[query] offset: i64,
        #[query] applying_merchant_id: i64,
        #[query] store_id: Option<i64>,
        #[query] activity_area_code: i64,
        #[query] activity_scene: &str,
    ) -> Result<ListWeeklyDiscountActivitiesResponse>;

    /// 查询周周惠活动详情
    ///
    /// `GET /v3/marketing/weekly-discount/activities/{activity_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter6_1_2.shtml>
    ///
    /// - `activity_id` 活动ID: such as `11111`
    #[wechatpay_api(GET "/v3/marketing/weekly-discount/activities/{activity_id}")]
    async fn query_weekly_discount_activity(
        &self,
        activity_id: &str,
    ) -> Result<WeeklyDiscountActivity>;

    /// 报名周周惠活动
    ///
    /// `POST /v3/marketing/weekly-discount/activities/{activity_id}/apply`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter6_1_1.shtml>
    ///
    /// - `activity_id` 活动ID: such as `11111`
    #[wechatpay_api(POST "/v3/marketing/weekly-discount/activities/{activity_id}/apply")]
    async fn apply_weekly_discount_activity(
        &self,
        activity_id: &str,
        body: &ApplyWeeklyDiscountActivityRequest,
    ) -> Result<ApplyWeeklyDiscountActivityResponse>;
}

/// The response of [`WeeklyDiscountActivities::list_weekly_discount_activities`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListWeeklyDiscountActivitiesResponse {
    /// 周周惠活动详情
    pub data: Vec<WeeklyDiscountActivity>,
    /// 请求资源起始位置: such as `10`
    pub offset: i64,
    /// 最大资源条数: such as `5`
    pub limit: i64,
    /// 资源总条数: such as `1234`
    pub total_count: i64,
}

/// 周周惠活动详情
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct WeeklyDiscountActivity {
    /// 活动ID: such as `111111`
    pub activity_id: Option<String>,
    /// 活动名称: such as `xxx周周惠活动`
    pub activity_name: String,
    /// 活动投放场景: such as `SCAN_CODE_TO_ORDER`
    pub activity_scene: String,
    /// 活动投放区域编码: such as `110000`
    pub activity_area_code: Vec<String>,
    /// 活动指定付款方式: such as `CCB_DEBIT`
    pub activity_limit_pay: Option<String>,
    /// 活动优惠门槛: such as `100`
    pub activity_transaction_minimum_amount: Fen,
    /// 活动优惠金额: such as `10`
    pub activity_coupon_amount: Fen,
    /// 活动可使用周期: such as `1`
    pub activity_available_week: Vec<String>,
    /// 活动预算: such as `100000`
    pub activity_max_amount: Fen,
    /// 活动单天预算: such as `100000`
    pub activity_max_amount_per_day: Option<Fen>,
    /// 活动开始时间: such as `2018-06-08T10:34:56+08:00`
    pub activity_available_begin_time: DateTime,
    /// 活动结束时间: such as `2018-08-08T10:34:56+08:00`
    pub activity_available_end_time: DateTime,
    /// 活动状态: such as `APPLYING`
    pub activity_state: String,
    /// 活动备注: such as `周周惠，每周日，周一独享`
    pub activity_remark: Option<String>,
    /// 活动logo: such as `https://xxx.xxx.xxx.jpg`
    pub activity_logo: Option<String>,
}

/// The request of [`WeeklyDiscountActivities::apply_weekly_discount_activity`].
///
/// `ApplyWeeklyDiscountActivityRequest::builder().applying_merchant_id(…).store_id(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyWeeklyDiscountActivityRequest {
    /// 报名商户号: such as `10000098`
    pub applying_merchant_id: i64,
    /// 报名商户门店号: such as `111111`
    pub store_id: i64,
}

rules! { ApplyWeeklyDiscountActivityRequest {} }

/// The response of [`WeeklyDiscountActivities::apply_weekly_discount_activity`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct ApplyWeeklyDiscountActivityResponse {
    /// 报名成功的活动ID: such as `10001`
    pub activity_id: i64,
    /// 报名成功时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: DateTime,
}
