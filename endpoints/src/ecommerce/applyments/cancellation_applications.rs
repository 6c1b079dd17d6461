//! 注销申请.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, UploadFile, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 注销申请
#[wechatpay_api(defaults)]
pub trait CancellationApplications {
    /// 图片上传
    ///
    /// `POST /v3/ecommerce/account/cancel-applications/media`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/ecommerce-cancel/media/upload-media.html>
    #[wechatpay_api(POST "/v3/ecommerce/account/cancel-applications/media", upload)]
    async fn upload_cancellation_application_media(
        &self,
        body: &MediaMeta,
        file: &UploadFile,
    ) -> Result<UploadCancellationApplicationMediaResponse>;

    /// 提交注销申请单
    ///
    /// `POST /v3/ecommerce/account/cancel-applications`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/ecommerce-cancel/cancel-applications/create-cancel-application.html>
    #[wechatpay_api(POST "/v3/ecommerce/account/cancel-applications")]
    async fn create_cancellation_application(
        &self,
        body: &CreateCancellationApplicationRequest,
    ) -> Result<CancellationApplication>;

    /// 查询注销单状态
    ///
    /// `GET /v3/ecommerce/account/cancel-applications/out-apply-no/{out_apply_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/ecommerce-cancel/cancel-applications/get-cancel-application.html>
    ///
    /// - `out_apply_no` 商户注销申请单号: such as `2019061122222222122`
    #[wechatpay_api(GET "/v3/ecommerce/account/cancel-applications/out-apply-no/{out_apply_no}")]
    async fn query_cancellation_application(
        &self,
        out_apply_no: &str,
    ) -> Result<CancellationApplication>;
}

/// The `meta` of [`CancellationApplications::upload_cancellation_application_media`].
///
/// `MediaMeta::builder().build()`. For an `Option`, use setters such as `maybe_file_digest`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct MediaMeta {
    /// 文件摘要
    pub file_digest: Option<String>,
    /// 文件名称
    pub file_name: Option<String>,
}

rules! { MediaMeta {} }

/// The response of [`CancellationApplications::upload_cancellation_application_media`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UploadCancellationApplicationMediaResponse {
    /// 媒体文件标识Id
    pub media_id: String,
}

/// The request of [`CancellationApplications::create_cancellation_application`].
///
/// `CreateCancellationApplicationRequest::builder().sub_mchid(…).out_apply_no(…).application_info(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateCancellationApplicationRequest {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 商户注销申请单号: such as `2019061122222222122`
    pub out_apply_no: String,
    /// 注销申请材料
    pub application_info: Vec<ApplicationInfo>,
}

rules! {
    CreateCancellationApplicationRequest {
        within("application_info", ApplicationInfo::RULES),
    }
}

/// 注销申请材料
///
/// `ApplicationInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_application_type`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplicationInfo {
    /// 注销申请材料类型
    pub application_type: Option<ApplicationType>,
    /// 图片MediaID: the ID of an uploaded file
    pub application_media_id: Option<String>,
}

rules! {
    ApplicationInfo {
        member("application_type", &[Listed(ApplicationType::TEXTS)]),
    }
}

/// The response of [`CancellationApplications::create_cancellation_application`],
/// [`CancellationApplications::query_cancellation_application`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CancellationApplication {
    /// 商户注销申请单号: such as `2019061122222222122`
    pub out_apply_no: String,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 受理失败原因: such as `非电商服务商，无权调用此接口`
    pub reject_reason: Option<String>,
    /// 注销状态
    pub cancel_state: Option<CancellationApplicationState>,
    /// 最后更新时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
}

open_enum! {
    /// 注销申请材料类型
    pub enum ApplicationType {
        SpCancelAccountApplication = "SP_CANCEL_ACCOUNT_APPLICATION",
        SubCancelAccountApplication = "SUB_CANCEL_ACCOUNT_APPLICATION",
    }
}

open_enum! {
    /// 注销状态
    pub enum CancellationApplicationState {
        Reviewing = "REVIEWING",
        Rejected = "REJECTED",
        CancelSuccess = "CANCEL_SUCCESS",
    }
}
