//! 媒体文件.

use wechatpay_client::{Deserialize, Result, UploadFile, wechatpay_api};

/// 媒体文件
#[wechatpay_api(defaults)]
pub trait MediaFiles {
    /// 文件上传
    ///
    /// `POST /v3/merchant/media/upload`
    #[wechatpay_api(POST "/v3/merchant/media/upload", upload)]
    async fn upload_image(&self, file: &UploadFile) -> Result<UploadMediaResponse>;

    /// 视频上传
    ///
    /// `POST /v3/merchant/media/video_upload`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/tool/chapter3_2.shtml>
    #[wechatpay_api(POST "/v3/merchant/media/video_upload", upload)]
    async fn upload_video(&self, file: &UploadFile) -> Result<UploadMediaResponse>;
}

/// The response of [`MediaFiles::upload_image`], [`MediaFiles::upload_video`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UploadMediaResponse {
    /// 媒体文件标识Id
    pub media_id: String,
}
