//! 摇优惠活动.

use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};

/// 摇优惠活动
#[wechatpay_api(defaults)]
pub trait ShakeActivities {
    /// 查询摇优惠活动列表
    ///
    /// `GET /v3/brand/marketing/shake-activities/activities`
    ///
    /// - `brand_id` 品牌ID: such as `120344`
    /// - `limit` 分页大小: 1..=100, such as `5`
    /// - `offset` 分页页码: such as `10`
    /// - `activity_state` 活动状态: such as `CREATED`
    /// - `audit_state`: a text, such as `PENDING`
    #[wechatpay_api(GET "/v3/brand/marketing/shake-activities/activities")]
    async fn list_shake_activities(
        &self,
        #[query] brand_id: &str,
        #[query] limit: i64,
        #[query] offset: i64,
        #[query] activity_state: Option<&ShakeActivityState>,
        #[query] audit_state: Option<&ShakeActivityAuditState>,
    ) -> Result<ListShakeActivitiesResponse>;
}

/// The response of [`ShakeActivities::list_shake_activities`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListShakeActivitiesResponse {
    /// 分页页码
    pub offset: Option<i64>,
    /// 分页大小
    pub limit: Option<i64>,
    /// 总数
    pub total_count: Option<i64>,
    /// 摇一摇有优惠活动列表
    pub data: Option<Vec<ShakeActivity>>,
}

/// 摇一摇有优惠活动列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ShakeActivity {
    /// 活动id
    pub id: Option<String>,
    /// 活动名称
    pub name: Option<String>,
    /// 活动状态
    pub activity_state: Option<ShakeActivityState>,
    /// A text, such as `PENDING`
    pub audit_state: Option<ShakeActivityAuditState>,
    /// 可用库存: such as `1`
    pub available_quota: Option<i64>,
    /// 总库存: such as `1`
    pub total_quota: Option<i64>,
    /// 投放模式: such as `SMART`
    pub delivery_mode: Option<ShakeActivityDeliveryMode>,
    /// 投放时间范围
    pub time_range: Option<ShakeActivityTimeRange>,
    /// 商品券
    pub product_coupon: Option<ShakeActivityProductCoupon>,
}

/// 投放时间范围
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct ShakeActivityTimeRange {
    /// 开始时间: such as `2015-05-20T13:29:35+08:00`
    pub start_time: Option<DateTime>,
    /// 结束时间: such as `2015-05-20T13:29:35+08:00`
    pub end_time: Option<DateTime>,
}

/// 商品券
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ShakeActivityProductCoupon {
    /// 商品券ID: such as `example_product_coupon_id`
    pub product_coupon_id: Option<String>,
    /// 商品券批次列表
    pub stock_list: Option<Vec<ShakeActivityStock>>,
}

/// 商品券批次列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ShakeActivityStock {
    /// 批次ID: such as `example_stock_id`
    pub stock_id: Option<String>,
}

parameter_enum! {
    /// 活动状态
    pub enum ShakeActivityState {
        Created = "CREATED",
        Delivering = "DELIVERING",
        Expired = "EXPIRED",
        Paused = "PAUSED",
        Terminated = "TERMINATED",
    }
}

parameter_enum! {
    /// The values of `audit_state`.
    pub enum ShakeActivityAuditState {
        Pending = "PENDING",
        Approved = "APPROVED",
        Rejected = "REJECTED",
    }
}

open_enum! {
    /// 投放模式
    pub enum ShakeActivityDeliveryMode {
        Smart = "SMART",
        Targeted = "TARGETED",
    }
}
