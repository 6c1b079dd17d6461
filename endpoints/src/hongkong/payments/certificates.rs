//! 平台证书.

use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

/// 平台证书
#[wechatpay_api(defaults)]
pub trait Certificates {
    /// 获取平台证书列表
    ///
    /// `GET /hk/v3/certificates`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/fusion_wallet_ch/QuickPay/chapter8_7.shtml>
    #[wechatpay_api(GET "/hk/v3/certificates")]
    async fn download_hk_certificates(&self) -> Result<DownloadHkCertificatesResponse>;
}

/// The response of [`Certificates::download_hk_certificates`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct DownloadHkCertificatesResponse {
    /// `data`
    pub data: Option<Vec<Certificate>>,
}

/// The `data` of [`Certificates::download_hk_certificates`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Certificate {
    /// A text, such as `5157F09EFDC096DE15EBE81A47057A7232F1B8E1`
    pub serial_no: Option<String>,
    /// A text, such as `2018-06-08T10:34:56+08:00`
    pub effective_time: Option<DateTime>,
    /// A text, such as `2018-12-08T10:34:56+08:00`
    pub expire_time: Option<DateTime>,
    /// `encrypt_certificate`
    pub encrypt_certificate: Option<EncryptCertificate>,
}

/// The `encrypt_certificate` of [`Certificates::download_hk_certificates`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct EncryptCertificate {
    /// A text, such as `AEAD_AES_256_GCM`
    pub algorithm: Option<String>,
    /// A text, such as `61f9c719728a`
    pub nonce: Option<String>,
    /// A text, such as `certificate`
    pub associated_data: Option<String>,
    /// A text, encrypted with the APIv3 key, such as `sRvt...`
    pub ciphertext: Option<String>,
}
