//! 反馈图片.

use wechatpay_client::{Deserialize, Download, Result, UploadFile, wechatpay_api};

/// 反馈图片
#[wechatpay_api(defaults)]
pub trait ComplaintImages {
    /// 商户上传反馈图片
    ///
    /// `POST /v3/merchant-service/images/upload`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/consumer-complaint/images/create-images.html>
    #[wechatpay_api(POST "/v3/merchant-service/images/upload", upload)]
    async fn upload_complaint_image(
        &self,
        file: &UploadFile,
    ) -> Result<UploadComplaintImageResponse>;

    /// 图片下载
    ///
    /// `GET /v3/merchant-service/images/{media_id}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/consumer-complaint/images/query-images.html>
    ///
    /// - `media_id` 媒体文件ID: such as `xxxxx`
    #[wechatpay_api(GET "/v3/merchant-service/images/{media_id}", download)]
    async fn download_complaint_image(&self, media_id: &str) -> Result<Download>;
}

/// The response of [`ComplaintImages::upload_complaint_image`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UploadComplaintImageResponse {
    /// 媒体文件标识ID: the ID of an uploaded file, such as `BB04A5DEEFEA18D4F2554C1EDD3B610B.bmp`
    pub media_id: String,
}
