//! 投放计划.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use super::UsageMode;
use crate::open_enum::parameter_enum;
use crate::rules::rules;

/// 投放计划
#[wechatpay_api(defaults)]
pub trait DeliveryPlans {
    /// 创建投放计划
    ///
    /// `POST /v3/marketing/partner/delivery-plan/delivery-plans`
    #[wechatpay_api(POST "/v3/marketing/partner/delivery-plan/delivery-plans")]
    async fn create_delivery_plan(
        &self,
        body: &CreateDeliveryPlanRequest,
    ) -> Result<DeliveryPlanResponse>;

    /// 分页查询投放计划列表
    ///
    /// `GET /v3/marketing/partner/delivery-plan/delivery-plans/{brand_id}/delivery-plans`
    ///
    /// - `brand_id` 品牌ID: such as `40016`
    #[wechatpay_api(GET "/v3/marketing/partner/delivery-plan/delivery-plans/{brand_id}/delivery-plans")]
    async fn list_delivery_plans(
        &self,
        brand_id: &str,
        query: &ListDeliveryPlansQuery,
    ) -> Result<ListDeliveryPlansResponse>;

    /// 更新投放计划
    ///
    /// `PATCH /v3/marketing/partner/delivery-plan/delivery-plans/{plan_id}`
    ///
    /// - `plan_id` 投放计划ID: such as `12000`
    #[wechatpay_api(PATCH "/v3/marketing/partner/delivery-plan/delivery-plans/{plan_id}")]
    async fn update_delivery_plan(
        &self,
        plan_id: &str,
        body: &UpdateDeliveryPlanRequest,
    ) -> Result<DeliveryPlanResponse>;

    /// 终止投放计划
    ///
    /// `POST /v3/marketing/partner/delivery-plan/delivery-plans/{plan_id}/terminate`
    ///
    /// - `plan_id` 投放计划ID: such as `12000`
    #[wechatpay_api(POST "/v3/marketing/partner/delivery-plan/delivery-plans/{plan_id}/terminate")]
    async fn terminate_delivery_plan(&self, plan_id: &str) -> Result<()>;

    /// 设置投放计划回调地址
    ///
    /// `POST /v3/marketing/partner/delivery-plan/{sp_mchid}/notify-url`
    ///
    /// - `sp_mchid` 服务商商户号: such as `298689900`
    #[wechatpay_api(POST "/v3/marketing/partner/delivery-plan/{sp_mchid}/notify-url")]
    async fn set_delivery_plan_notify_url(
        &self,
        sp_mchid: &str,
        body: &SetDeliveryPlanNotifyUrlRequest,
    ) -> Result<NotifyUrl>;
}

/// The request of [`DeliveryPlans::create_delivery_plan`].
///
/// `CreateDeliveryPlanRequest::builder().brand_id(…).product_coupon_id(…).stock_id(…).build()`.
/// For an `Option`, use setters such as `maybe_out_request_no`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateDeliveryPlanRequest {
    /// 创建请求单号: such as `asdf-1234-40016`
    pub out_request_no: Option<String>,
    /// 创建投放计划的品牌ID: such as `40016`
    pub brand_id: String,
    /// 商品券ID: such as `701146876221757924829193824428`
    pub product_coupon_id: String,
    /// 批次ID: such as `701246876221757924829194755312`
    pub stock_id: String,
    /// 投放计划名称: such as `冬季饮料投放`
    pub plan_name: Option<String>,
    /// 总库存: such as `1`
    pub total_count: Option<i64>,
    /// 单用户限领: such as `1`
    pub user_limit: Option<i64>,
    /// 单日限领: such as `1`
    pub daily_limit: Option<i64>,
    /// 开始可用时间: such as `2025-01-01T00:00:00+08:00`
    pub delivery_start_time: Option<DateTime>,
    /// 结束可用时间: such as `2025-01-01T00:00:00+08:00`
    pub delivery_end_time: Option<DateTime>,
    /// 营销标签: such as `天天有惊喜`
    pub recommend_word: Option<String>,
    /// 是否复用商品券和批次信息
    pub reuse_coupon_config: Option<bool>,
    /// 使用模式
    pub usage_mode: Option<UsageMode>,
    /// 投放批次组ID
    pub stock_bundle_id: Option<String>,
}

rules! {
    CreateDeliveryPlanRequest {
        member("usage_mode", &[Listed(UsageMode::TEXTS)]),
    }
}

/// The response of [`DeliveryPlans::create_delivery_plan`],
/// [`DeliveryPlans::update_delivery_plan`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct DeliveryPlanResponse {
    /// 投放计划详情
    pub plan: DeliveryPlan,
}

/// 投放计划详情
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DeliveryPlan {
    /// 投放计划ID: such as `12000`
    pub plan_id: String,
    /// 投放计划名称: such as `冬季饮料投放`
    pub plan_name: String,
    /// 投放计划状态: such as `PLAN_CREATED`
    pub plan_state: DeliveryPlanState,
    /// 开始可用时间: such as `2025-01-01T00:00:00+08:00`
    pub delivery_start_time: Option<DateTime>,
    /// 结束可用时间: such as `2025-01-01T00:00:00+08:00`
    pub delivery_end_time: Option<DateTime>,
    /// 批次ID: such as `701246876221757924829194755312`
    pub stock_id: String,
    /// 商品券ID: such as `701146876221757924829193824428`
    pub product_coupon_id: String,
    /// 营销标签: such as `天天有惊喜`
    pub recommend_word: Option<String>,
    /// 品牌ID: such as `40016`
    pub brand_id: String,
    /// 总库存: such as `11000`
    pub total_count: Option<i64>,
    /// 单用户限领: such as `5`
    pub user_limit: Option<i64>,
    /// 单日限领: such as `100`
    pub daily_limit: Option<i64>,
}

/// The query of [`DeliveryPlans::list_delivery_plans`].
///
/// `ListDeliveryPlansQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_page_size`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListDeliveryPlansQuery {
    /// 分页大小: such as `5`
    pub page_size: Option<i64>,
    /// 分页起始位置: such as `10`
    pub offset: Option<i64>,
    /// 投放计划线上状态: such as `PLAN_CREATED`
    pub plan_state: Option<DeliveryPlanState>,
    /// 投放计划审核状态
    pub audit_state: Option<AuditState>,
    /// 投放计划ID: such as `12000`
    pub plan_id: Option<String>,
}

/// The response of [`DeliveryPlans::list_delivery_plans`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListDeliveryPlansResponse {
    /// 资源总条数: such as `1234`
    pub total_count: Option<i64>,
    /// 投放计划列表
    pub plan_list: Option<Vec<DeliveryPlan>>,
}

/// The request of [`DeliveryPlans::update_delivery_plan`].
///
/// `UpdateDeliveryPlanRequest::builder().modify_content(…).build()`. For an `Option`, use setters
/// such as `maybe_out_request_no`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateDeliveryPlanRequest {
    /// 修改内容
    pub modify_content: DeliveryPlanChanges,
    /// 修改请求单号
    pub out_request_no: Option<String>,
}

rules! { UpdateDeliveryPlanRequest {} }

/// 修改内容
///
/// `DeliveryPlanChanges::builder().build()`. For an `Option`, use setters such as
/// `maybe_plan_name`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DeliveryPlanChanges {
    /// 投放计划名称: such as `冬季饮料投放`
    pub plan_name: Option<String>,
    /// 结束可用时间: such as `2025-01-01T00:00:00+08:00`
    pub delivery_end_time: Option<DateTime>,
    /// 总库存: such as `1`
    pub total_count: Option<i64>,
    /// 单用户限领: such as `1`
    pub user_limit: Option<i64>,
    /// 单日限领: such as `1`
    pub daily_limit: Option<i64>,
    /// 营销标签: such as `天天有惊喜`
    pub recommend_word: Option<String>,
}

/// The request of [`DeliveryPlans::set_delivery_plan_notify_url`],
/// `NotifyConfigs::set_notify_config`.
///
/// `SetDeliveryPlanNotifyUrlRequest::builder().notify_url(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SetDeliveryPlanNotifyUrlRequest {
    /// 通知url地址: such as `https://pay.weixin.qq.com`
    pub notify_url: String,
}

rules! {
    SetDeliveryPlanNotifyUrlRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`DeliveryPlans::set_delivery_plan_notify_url`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct NotifyUrl {
    /// 通知url地址: such as `https://pay.weixin.qq.com`
    pub notify_url: String,
}

parameter_enum! {
    /// 投放计划状态
    pub enum DeliveryPlanState {
        Creating = "PLAN_CREATING",
        Created = "PLAN_CREATED",
        Terminating = "PLAN_TERMINATING",
        Terminated = "PLAN_TERMINATED",
        Expired = "PLAN_EXPIRED",
        Delivering = "PLAN_DELIVERING",
        Paused = "PLAN_PAUSED",
    }
}

parameter_enum! {
    /// 投放计划审核状态
    pub enum AuditState {
        Initial = "AUDIT_INITIAL",
        Processing = "AUDIT_PROCESSING",
        Passed = "AUDIT_PASSED",
        Rejected = "AUDIT_REJECTED",
    }
}
