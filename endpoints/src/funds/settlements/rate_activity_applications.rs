//! 费率优惠活动报名.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 费率优惠活动报名
#[wechatpay_api(defaults)]
pub trait RateActivityApplications {
    /// 报名费率优惠活动
    ///
    /// `POST /v3/rate-activity/applications`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/rateactivity/chapter3_1.shtml>
    #[wechatpay_api(POST "/v3/rate-activity/applications")]
    async fn create_rate_activity_application(
        &self,
        body: &CreateRateActivityApplicationRequest,
    ) -> Result<RateActivityApplicationResponse>;

    /// 根据申请单ID查询申请单结果
    ///
    /// `GET /v3/rate-activity/applications/id/{application_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/rateactivity/chapter3_2.shtml>
    ///
    /// - `application_id` 申请单编号: such as `20000011111`
    #[wechatpay_api(GET "/v3/rate-activity/applications/id/{application_id}")]
    async fn query_rate_activity_application(
        &self,
        application_id: &str,
    ) -> Result<RateActivityApplication>;

    /// 修改单据信息
    ///
    /// `PATCH /v3/rate-activity/applications/id/{application_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/rateactivity/chapter3_3.shtml>
    ///
    /// - `application_id` 申请单编号: such as `20000011111`
    #[wechatpay_api(PATCH "/v3/rate-activity/applications/id/{application_id}")]
    async fn update_rate_activity_application(
        &self,
        application_id: &str,
        body: &UpdateRateActivityApplicationRequest,
    ) -> Result<RateActivityApplicationResponse>;
}

/// The request of [`RateActivityApplications::create_rate_activity_application`].
///
/// `CreateRateActivityApplicationRequest::builder().acquiring_bank_id(…).channel_id(…).sub_mchid(…).activity_detail(…).build()`.
/// For an `Option`, use setters such as `maybe_additional_information`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateRateActivityApplicationRequest {
    /// 从业机构号: such as `1356485`
    pub acquiring_bank_id: String,
    /// 渠道商户号: such as `20001111`
    pub channel_id: String,
    /// 从业机构特约商户号: such as `1346578`
    pub sub_mchid: String,
    /// 活动报名信息
    pub activity_detail: ActivityDetail,
    /// 补充信息
    pub additional_information: Option<AdditionalInformation>,
}

rules! { CreateRateActivityApplicationRequest {} }

/// 活动报名信息
///
/// `ActivityDetail::builder().activity_id(…).build()`. For an `Option`, use setters such as
/// `maybe_activity_rate`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ActivityDetail {
    /// 活动ID: such as `schoolcanteen_001`
    pub activity_id: String,
    /// 活动费率: such as `0.6`
    pub activity_rate: Option<String>,
    /// 活动报名材料
    pub activity_apply_information: Option<Vec<ActivityApplyInformation>>,
}

/// 活动报名材料
///
/// `ActivityApplyInformation::builder().build()`. For an `Option`, use setters such as
/// `maybe_apply_material_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ActivityApplyInformation {
    /// 材料ID: such as `SCHOOL_QUALIFICATION_PROVEMENT`
    pub apply_material_id: Option<String>,
    /// A list, each the ID of an uploaded file
    pub apply_material_information: Option<Vec<String>>,
}

/// 补充信息
///
/// `AdditionalInformation::builder().build()`. For an `Option`, use setters such as
/// `maybe_additional_message`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AdditionalInformation {
    /// 补充说明: such as `特殊情况，说明原因`
    pub additional_message: Option<String>,
    /// A list, each the ID of an uploaded file
    pub additional_material: Option<Vec<String>>,
}

/// The response of [`RateActivityApplications::create_rate_activity_application`],
/// [`RateActivityApplications::update_rate_activity_application`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RateActivityApplicationResponse {
    /// 申请单编号: such as `20000000011111`
    pub application_id: String,
}

/// The response of [`RateActivityApplications::query_rate_activity_application`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct RateActivityApplication {
    /// 申请单状态: such as `APPLICATION_STATE_PASSED`
    pub application_state: String,
    /// 从业机构特约商户号: such as `1346578`
    pub sub_mchid: String,
    /// 驳回参数: such as `merchant_name`
    pub reject_parameter: Option<String>,
    /// 驳回原因: such as `公司名称与工商局登记不一致`
    pub reject_reason: Option<String>,
    /// 活动审核通过时间: such as `2015-05-20T13:29:35+08:00`
    pub pass_time: Option<DateTime>,
}

/// The request of [`RateActivityApplications::update_rate_activity_application`].
///
/// `UpdateRateActivityApplicationRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_activity_detail_modification`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateRateActivityApplicationRequest {
    /// 活动报名修改信息
    pub activity_detail_modification: Option<ActivityDetailModification>,
    /// 补充信息
    pub additional_information: Option<AdditionalInformation>,
}

rules! { UpdateRateActivityApplicationRequest {} }

/// 活动报名修改信息
///
/// `ActivityDetailModification::builder().build()`. For an `Option`, use setters such as
/// `maybe_activity_rate`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ActivityDetailModification {
    /// 活动费率: such as `0.6`
    pub activity_rate: Option<String>,
    /// 活动报名材料
    pub activity_apply_information: Option<Vec<ActivityApplyInformation>>,
}
