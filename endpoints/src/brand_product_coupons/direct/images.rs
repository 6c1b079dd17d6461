//! 商品券图片.

use wechatpay_client::{Deserialize, Result, UploadFile, wechatpay_api};

/// 商品券图片
#[wechatpay_api(defaults)]
pub trait Images {
    /// 图片上传
    ///
    /// `POST /brand/marketing/product-coupon/media/upload-image`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    #[wechatpay_api(POST "/brand/marketing/product-coupon/media/upload-image", upload)]
    async fn upload_brand_product_coupon_image(
        &self,
        file: &UploadFile,
    ) -> Result<UploadBrandProductCouponImageResponse>;
}

/// The response of [`Images::upload_brand_product_coupon_image`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UploadBrandProductCouponImageResponse {
    /// 媒体文件URL地址: such as `https://qpic.cn/xxx`
    pub image_url: Option<String>,
}
