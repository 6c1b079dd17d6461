//! 反馈图片.

use wechatpay_client::{Deserialize, Download, Result, UploadFile, wechatpay_api};

/// 反馈图片
#[wechatpay_api(defaults)]
pub trait ComplaintImages {
    /// 商户上传反馈图片
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/merchant-service/images/upload`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    #[wechatpay_api(POST "/v3/global/merchant-service/images/upload", upload, global)]
    async fn upload_global_complaint_image(
        &self,
        file: &UploadFile,
    ) -> Result<UploadGlobalComplaintImageResponse>;

    /// 图片下载
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/merchant-service/images/{media_id}`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// - `media_id` 媒体文件ID: such as `xxxxx`
    /// - `complaint_id` 投诉单号: such as `200201820200101080076610000`
    #[wechatpay_api(GET "/v3/global/merchant-service/images/{media_id}", download, global)]
    async fn download_global_complaint_image(
        &self,
        media_id: &str,
        #[query] complaint_id: &str,
    ) -> Result<Download>;
}

/// The response of [`ComplaintImages::upload_global_complaint_image`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UploadGlobalComplaintImageResponse {
    /// 媒体文件标识ID: the ID of an uploaded file, such as `file752398_7983424`
    pub media_id: Option<String>,
}
