//! Signature schemes: of merchants and of brands.

/// The scheme of signatures (认证类型), on requests and responses alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    Merchant,
    /// Brand-direct mode (品牌直连).
    Brand,
}

impl Scheme {
    /// The value of `Wechatpay-Signature-Type`, and the scheme in `Authorization`.
    pub(crate) const fn signature_type(self) -> &'static str {
        match self {
            Self::Merchant => "WECHATPAY2-SHA256-RSA2048",
            Self::Brand => "WECHATPAY-BRAND-SHA256-RSA2048",
        }
    }

    /// The name of the merchant number or brand number in `Authorization`.
    pub(crate) const fn id_name(self) -> &'static str {
        match self {
            Self::Merchant => "mchid",
            Self::Brand => "brand_id",
        }
    }

    /// True if operations with this path are called under this scheme.
    pub(crate) fn serves(self, path: &str) -> bool {
        path.starts_with("/brand/") == (self == Self::Brand)
    }
}
