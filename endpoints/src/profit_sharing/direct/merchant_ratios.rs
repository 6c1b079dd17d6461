//! 最大分账比例.

use wechatpay_client::{Deserialize, Result, wechatpay_api};

/// 最大分账比例
#[wechatpay_api(defaults)]
pub trait MerchantRatios {
    /// 查询最大分账比例
    ///
    /// `GET /v3/profitsharing/merchant-configs/{sub_mchid}`
    ///
    /// - `sub_mchid` 子商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/profitsharing/merchant-configs/{sub_mchid}")]
    async fn query_merchant_ratio(&self, sub_mchid: &str) -> Result<MerchantRatio>;
}

/// The response of [`MerchantRatios::query_merchant_ratio`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MerchantRatio {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 最大分账比例: in ten-thousandths, such as `2000`
    pub max_ratio: i64,
}
