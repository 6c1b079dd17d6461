//! 营销图片.

use wechatpay_client::{Deserialize, Result, UploadFile, wechatpay_api};

/// 营销图片
#[wechatpay_api(defaults)]
pub trait FavorImages {
    /// （营销）图片上传
    ///
    /// `POST /v3/marketing/favor/media/image-upload`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/tool/chapter3_1.shtml>
    #[wechatpay_api(POST "/v3/marketing/favor/media/image-upload", upload)]
    async fn upload_favor_image(&self, file: &UploadFile) -> Result<UploadFavorImageResponse>;
}

/// The response of [`FavorImages::upload_favor_image`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UploadFavorImageResponse {
    /// 媒体文件URL地址: such as `https://qpic.cn/xxx`
    pub media_url: String,
}
