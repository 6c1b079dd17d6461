pub mod bill_download_image {
    use wechatpay_client::{Download, Result, wechatpay_api};

    /// 图片下载
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    #[wechatpay_api(GET "/v3/global/merchant-service/images/{media_id}", download, global)]
    pub trait DownloadImage {
        async fn download_image(&self, media_id: &str) -> Result<Download>;
    }
}
