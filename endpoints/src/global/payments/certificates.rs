//! 平台证书.

use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

/// 平台证书
#[wechatpay_api(defaults)]
pub trait Certificates {
    /// 获取平台证书列表
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/certificates`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter3_1_8.shtml>
    #[wechatpay_api(GET "/v3/global/certificates", global)]
    async fn download_global_certificates(&self) -> Result<DownloadGlobalCertificatesResponse>;
}

/// The response of [`Certificates::download_global_certificates`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct DownloadGlobalCertificatesResponse {
    /// `data`
    pub data: Option<Vec<Certificate>>,
}

/// The `data` of [`Certificates::download_global_certificates`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Certificate {
    /// 证书序列号: such as `5157F09EFDC096DE15EBE81A47057A7232F1B8E1`
    pub serial_no: Option<String>,
    /// 证书启用时间: such as `2018-06-08T10:34:56+08:00`
    pub effective_time: Option<DateTime>,
    /// 证书弃用时间: such as `2018-12-08T10:34:56+08:00`
    pub expire_time: Option<DateTime>,
    /// 证书信息
    pub encrypt_certificate: Option<EncryptCertificate>,
}

/// 证书信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct EncryptCertificate {
    /// 加密证书的算法: such as `AEAD_AES_256_GCM`
    pub algorithm: Option<String>,
    /// 加密证书的随机串: such as `61f9c719728a`
    pub nonce: Option<String>,
    /// 加密证书的附加数据: such as `certificate`
    pub associated_data: Option<String>,
    /// 加密后的证书内容: encrypted with the APIv3 key, such as `sRvt...`
    pub ciphertext: Option<String>,
}
