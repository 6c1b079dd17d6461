//! Request signing (请求签名): pure, with clock and nonce as arguments.
//!
//! Follows 签名与验签规则 in the official repository `wechatpay-apiv3/wechatpay-skills`.

use std::fmt;

use hyper::{Method, Uri, body::Bytes};

use crate::{
    crypto::{Certificate, PrivateKey},
    error::{BuildError, MerchantCertificateProblem, Result},
    request,
};

/// Who signs: a merchant (商户) or a service provider (服务商), with its API certificate.
///
/// A service provider signs with its own number and key, never with a sub-merchant's.
#[derive(Clone)]
pub struct Merchant {
    mchid: String,
    serial_no: String,
    private_key: PrivateKey,
    certified: bool,
}

impl Merchant {
    /// A merchant by its number, certificate serial and private key.
    ///
    /// - `mchid`: the merchant number (商户号), 1 to 32 decimal digits.
    /// - `serial_no`: the serial number of the merchant API certificate (商户API证书序列号),
    ///   hexadecimal, as `openssl x509 -noout -serial` prints it behind `serial=`.
    /// - `private_key`: the merchant API private key (商户API私钥, `apiclient_key.pem`), PEM text in
    ///   PKCS#8 or PKCS#1, RSA of at least 2,048 bits, without a pass phrase.
    ///
    /// # Errors
    ///
    /// [`BuildError`] names the one of the three that is not so.
    pub fn new(
        mchid: impl Into<String>,
        serial_no: impl Into<String>,
        private_key: impl AsRef<[u8]>,
    ) -> Result<Self> {
        let mchid = mchid.into();
        if !(1..=32).contains(&mchid.len()) || !mchid.bytes().all(|c| c.is_ascii_digit()) {
            return Err(BuildError::Mchid.into());
        }
        let serial_no = serial_no.into().to_ascii_uppercase();
        if !(1..=64).contains(&serial_no.len()) || !serial_no.bytes().all(|c| c.is_ascii_hexdigit())
        {
            return Err(BuildError::SerialNo.into());
        }
        let private_key =
            PrivateKey::from_pem(private_key.as_ref()).map_err(BuildError::PrivateKey)?;
        Ok(Self {
            mchid,
            serial_no,
            private_key,
            certified: false,
        })
    }

    /// Confirms merchant number, serial number and private key by the merchant API certificate
    /// (商户API证书, `apiclient_cert.pem`), PEM text: all three must be the certificate's own.
    ///
    /// A mistake among them then shows here, not as a 401 `SIGN_ERROR` to the first call. The
    /// certificate is not kept, and never sent.
    ///
    /// # Errors
    ///
    /// [`BuildError::MerchantCertificate`] names the one that is not the certificate's.
    pub fn with_certificate(mut self, pem: impl AsRef<[u8]>) -> Result<Self> {
        self.check_certificate(pem.as_ref())
            .map_err(BuildError::MerchantCertificate)?;
        self.certified = true;
        Ok(self)
    }

    /// The merchant number (商户号).
    #[must_use]
    pub fn mchid(&self) -> &str {
        &self.mchid
    }

    /// The serial number of the merchant API certificate (商户API证书序列号).
    #[must_use]
    pub fn serial_no(&self) -> &str {
        &self.serial_no
    }

    /// The value of the `Authorization` header for one request.
    ///
    /// The [`Client`](crate::Client) calls this for every attempt; it is public for those who send
    /// by other means. `target` is path and query, byte for byte as on the request line; `timestamp`
    /// is in Unix seconds; `nonce` is of letters and digits and used once; `body` is exactly what is
    /// sent, empty if nothing is.
    ///
    /// # Errors
    ///
    /// [`BuildError::Signing`] if OpenSSL refuses the key.
    pub fn authorization(
        &self,
        method: &str,
        target: &str,
        timestamp: u64,
        nonce: &str,
        body: &[u8],
    ) -> Result<String> {
        let message = message(method, target, timestamp, nonce, body);
        let signature = self.private_key.sign(&message);
        let signature = signature.map_err(|_| BuildError::Signing)?;
        let Self {
            mchid, serial_no, ..
        } = self;
        Ok(format!(
            "WECHATPAY2-SHA256-RSA2048 mchid=\"{mchid}\",nonce_str=\"{nonce}\",\
             timestamp=\"{timestamp}\",serial_no=\"{serial_no}\",signature=\"{signature}\""
        ))
    }
}

impl Merchant {
    /// A wrong certificate differs in all three; whose it is says the most.
    fn check_certificate(&self, pem: &[u8]) -> Result<(), MerchantCertificateProblem> {
        let certificate =
            Certificate::from_pem(pem).map_err(MerchantCertificateProblem::Unusable)?;
        if certificate.common_name.as_ref() != Some(&self.mchid) {
            return Err(MerchantCertificateProblem::Mchid {
                certificate: certificate.common_name,
            });
        }
        if certificate.serial != self.serial_no {
            return Err(MerchantCertificateProblem::SerialNo {
                certificate: certificate.serial,
            });
        }
        if !self.private_key.has_public_half(&certificate.key) {
            return Err(MerchantCertificateProblem::PrivateKey);
        }
        Ok(())
    }

    /// Whether a certificate confirmed number, serial and key.
    pub(crate) fn is_certified(&self) -> bool {
        self.certified
    }

    pub(crate) fn private_key(&self) -> &PrivateKey {
        &self.private_key
    }

    /// The signature over these lines, each with its line feed: what front ends are handed.
    pub(crate) fn sign_lines(&self, lines: &[&str]) -> Result<String, BuildError> {
        let message: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
        self.private_key
            .sign(message.as_bytes())
            .map_err(|_| BuildError::Signing)
    }
}

impl fmt::Debug for Merchant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Merchant")
            .field("mchid", &self.mchid)
            .field("serial_no", &self.serial_no)
            .field("private_key", &self.private_key)
            .field("certified", &self.certified)
            .finish()
    }
}

/// What was signed of a request, kept until its answer is there.
pub(crate) struct Signed {
    pub(crate) method: Method,
    pub(crate) uri: Uri,
    pub(crate) timestamp: u64,
    pub(crate) nonce: String,
    pub(crate) body: Bytes,
}

impl Signed {
    /// Path and query, as on the request line.
    pub(crate) fn target(&self) -> &str {
        request::target(&self.uri)
    }
}

/// The text that is signed (待签名串): five lines, each with its line feed.
pub(crate) fn message(
    method: &str,
    target: &str,
    timestamp: u64,
    nonce: &str,
    body: &[u8],
) -> Vec<u8> {
    let mut message = format!("{method}\n{target}\n{timestamp}\n{nonce}\n").into_bytes();
    message.extend_from_slice(body);
    message.push(b'\n');
    message
}
