//! 品牌产品权限.

use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;

/// 品牌产品权限
#[wechatpay_api(defaults)]
pub trait PartnerBrandAuthorities {
    /// 查询品牌产品权限
    ///
    /// `GET /v3/brand-basic/partner/brands/{brand_id}/product-authorities`
    ///
    /// - `brand_id` 品牌ID: such as `123456789`
    #[wechatpay_api(GET "/v3/brand-basic/partner/brands/{brand_id}/product-authorities")]
    async fn query_partner_brand_product_authorities(
        &self,
        brand_id: &str,
    ) -> Result<ProductAuthorities>;
}

/// The response of [`PartnerBrandAuthorities::query_partner_brand_product_authorities`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ProductAuthorities {
    /// 品牌ID: such as `123456789`
    pub brand_id: Option<String>,
    /// 授权类型: such as `AUTHORIZATION_TYPE_HOSTING`
    pub authorization_type: Option<AuthorizationType>,
    /// 授权产品权限
    pub authorization_product: Option<Vec<AuthorizationProduct>>,
    /// 更新时间: such as `2025-05-20T13:29:35+08:00`
    pub update_time: Option<DateTime>,
}

open_enum! {
    /// 授权类型
    pub enum AuthorizationType {
        Hosting = "AUTHORIZATION_TYPE_HOSTING",
        Partly = "AUTHORIZATION_TYPE_PARTLY",
    }
}

open_enum! {
    /// 授权产品权限
    pub enum AuthorizationProduct {
        AuthorityMerchantCard = "BRAND_PRODUCT_AUTHORITY_MERCHANT_CARD",
        AuthorityCardLink = "BRAND_PRODUCT_AUTHORITY_CARD_LINK",
        AuthorityProductCoupon = "BRAND_PRODUCT_AUTHORITY_PRODUCT_COUPON",
        AuthorityShakeCoupon = "BRAND_PRODUCT_AUTHORITY_SHAKE_COUPON",
        AuthorityBrandPayGift = "BRAND_PRODUCT_AUTHORITY_BRAND_PAY_GIFT",
        AuthorityBrandStore = "BRAND_PRODUCT_AUTHORITY_BRAND_STORE",
        AuthorityPaymentMerchantManage = "BRAND_PRODUCT_AUTHORITY_PAYMENT_MERCHANT_MANAGE",
        AuthorityAppidManage = "BRAND_PRODUCT_AUTHORITY_APPID_MANAGE",
        AuthorityFinderManage = "BRAND_PRODUCT_AUTHORITY_FINDER_MANAGE",
        AuthorityCategoryManage = "BRAND_PRODUCT_AUTHORITY_CATEGORY_MANAGE",
    }
}
