//! 平台证书.

use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::parameter_enum;

/// 平台证书
#[wechatpay_api(defaults)]
pub trait Certificates {
    /// 获取平台证书列表
    ///
    /// `GET /v3/certificates`
    ///
    /// <https://pay.weixin.qq.com/wechatpay-api-v3/jie-kou-wen-dang/ping-tai-zheng-shu>
    ///
    /// - `algorithm_type` 证书算法版本
    #[wechatpay_api(GET "/v3/certificates")]
    async fn download_certificates(
        &self,
        #[query] algorithm_type: Option<&CertificateAlgorithm>,
    ) -> Result<DownloadCertificatesResponse>;
}

/// The response of [`Certificates::download_certificates`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct DownloadCertificatesResponse {
    /// `data`
    pub data: Option<Vec<Certificate>>,
}

/// The `data` of [`Certificates::download_certificates`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Certificate {
    /// A text, such as `5157F09EFDC096DE15EBE81A47057A7232F1B8E1`
    pub serial_no: String,
    /// A text, such as `2018-06-08T10:34:56+08:00`
    pub effective_time: DateTime,
    /// A text, such as `2018-12-08T10:34:56+08:00`
    pub expire_time: DateTime,
    /// `encrypt_certificate`
    pub encrypt_certificate: EncryptCertificate,
}

/// The `encrypt_certificate` of [`Certificates::download_certificates`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct EncryptCertificate {
    /// A text, such as `AEAD_AES_256_GCM`
    pub algorithm: String,
    /// A text, such as `61f9c719728a`
    pub nonce: String,
    /// A text, such as `certificate`
    pub associated_data: Option<String>,
    /// A text, encrypted with the APIv3 key, such as `sRvt...`
    pub ciphertext: String,
}

parameter_enum! {
    /// 证书算法版本
    pub enum CertificateAlgorithm {
        Sm2 = "SM2",
        Rsa = "RSA",
        All = "ALL",
    }
}
