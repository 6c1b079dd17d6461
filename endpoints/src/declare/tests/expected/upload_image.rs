pub mod media_upload_image {
    use serde::Deserialize;
    use wechatpay_client::{Result, UploadFile, wechatpay_api};

    /// 文件上传
    #[wechatpay_api(POST "/v3/merchant/media/upload", upload)]
    pub trait UploadImage {
        async fn upload_image(&self, file: &UploadFile) -> Result<UploadResponse>;
    }

    /// The response of [`UploadImage`].
    #[derive(Clone, Debug, Deserialize)]
    pub struct UploadResponse {
        /// 媒体文件标识
        pub media_id: String,
    }
}
