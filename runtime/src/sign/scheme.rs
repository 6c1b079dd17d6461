//! Whose signatures they are: a merchant's, or a brand's.

/// The scheme that signs requests and responses (认证类型).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    Merchant,
    /// Brand-direct mode (品牌直连).
    Brand,
}

impl Scheme {
    /// `Wechatpay-Signature-Type`, and the scheme of `Authorization`.
    pub(crate) const fn signature_type(self) -> &'static str {
        match self {
            Self::Merchant => "WECHATPAY2-SHA256-RSA2048",
            Self::Brand => "WECHATPAY-BRAND-SHA256-RSA2048",
        }
    }

    /// The name of the number in `Authorization`.
    pub(crate) const fn id_name(self) -> &'static str {
        match self {
            Self::Merchant => "mchid",
            Self::Brand => "brand_id",
        }
    }

    /// Whether operations of this path are called by it.
    pub(crate) fn serves(self, path: &str) -> bool {
        path.starts_with("/brand/") == (self == Self::Brand)
    }
}
