//! 最大分账比例.

use wechatpay_client::{Deserialize, Result, wechatpay_api};

/// 最大分账比例
#[wechatpay_api(defaults)]
pub trait BrandMerchantRatios {
    /// 查询最大分账比例
    ///
    /// `GET /v3/brand/profitsharing/brand-configs/{brand_mchid}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter8_7_10.shtml>
    ///
    /// - `brand_mchid` 品牌主商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/brand/profitsharing/brand-configs/{brand_mchid}")]
    async fn query_brand_merchant_ratio(&self, brand_mchid: &str) -> Result<BrandMerchantRatio>;
}

/// The response of [`BrandMerchantRatios::query_brand_merchant_ratio`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct BrandMerchantRatio {
    /// 品牌主商户号: such as `1900000109`
    pub brand_mchid: String,
    /// 最大分账比例: in ten-thousandths, such as `2000`
    pub max_ratio: i64,
}
