//! A merchant that a gateway serves: the keys that the merchant signs with, and those that it trusts.

use std::{fmt, io, sync::Arc};

use zeroize::Zeroizing;

use super::{keys, notification_signer::NotificationSigner};
use crate::{
    ApiV3Key,
    crypto::{Certificate, KeyError, KeySubject, PublicKey},
    sign::{Merchant, Scheme},
    verify::WechatPayPublicKey,
};

/// A merchant (商户), a service provider (服务商) or a brand (品牌) that a gateway serves, with its keys. Add further
/// ones by [`GatewayBuilder::merchant`](super::GatewayBuilder::merchant).
///
/// Each has an API certificate, a WeChat Pay public key (微信支付公钥) and an APIv3 key (APIv3密钥) of its own, so a
/// program that confuses the keys of two merchants gets the errors of WeChat Pay. The platform certificates are those of
/// the gateway.
///
/// The WeChat Pay public key signs the responses to requests that name no key in `Wechatpay-Serial`: see
/// [`with_certificate_mode`](Self::with_certificate_mode).
///
/// ```
/// # use wechatpay_client::{Result, Verifier, gateway::{Gateway, GatewayMerchant, ScriptedResponse}, wechatpay_api};
/// # use serde_json::{Value, json};
/// # #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}")]
/// # trait QueryOrder {
/// #     async fn by_id(&self, transaction_id: &str, #[query] mchid: &str) -> Result<Value>;
/// # }
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let branch = GatewayMerchant::generate("1900000110")?;
/// let gateway = Gateway::builder().merchant(branch.clone()).start().await?;
/// # gateway.respond("GET", "/v3/pay/transactions/id/{id}", ScriptedResponse::ok(json!({ "mchid": "1900000110" })));
/// let verifier = Verifier::new(branch.public_key());
/// let client = gateway.client_for(branch.merchant(), verifier).build()?;
/// # assert_eq!(client.by_id("1", "1900000110").await?["mchid"], "1900000110");
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct GatewayMerchant {
    inner: Arc<Inner>,
    /// The platform certificate signs the responses to requests that name no key.
    is_certificate_mode: bool,
}

struct Inner {
    scheme: Scheme,
    merchant: Merchant,
    private_key_pem: Zeroizing<String>,
    certificate_pem: String,
    certificate_key: PublicKey,
    signer: Arc<NotificationSigner>,
}

impl GatewayMerchant {
    /// Generates the keys of a merchant or service provider with this number (商户号).
    ///
    /// # Errors
    ///
    /// - [`InvalidInput`](io::ErrorKind::InvalidInput): `mchid` is not 1 to 32 decimal digits.
    /// - Another kind if OpenSSL fails.
    pub fn generate(mchid: &str) -> io::Result<Self> {
        Self::generate_for(Scheme::Merchant, mchid, NotificationSigner::generate()?)
    }

    /// Generates the keys of a brand in brand-direct mode (品牌直连) with this number.
    ///
    /// # Errors
    ///
    /// - [`InvalidInput`](io::ErrorKind::InvalidInput): `brand_id` is not 1 to 32 decimal digits.
    /// - Another kind if OpenSSL fails.
    pub fn generate_brand(brand_id: &str) -> io::Result<Self> {
        Self::generate_for(Scheme::Brand, brand_id, NotificationSigner::generate()?)
    }

    /// Reads the keys of a merchant or service provider that an earlier run generated and kept.
    ///
    /// `private_key` and `certificate` are PEM, and `signer` has the WeChat Pay public key and the APIv3 key.
    ///
    /// # Errors
    ///
    /// A [`KeyError`] if a key cannot be read, or if the certificate is not that of the number and of the private key.
    pub fn from_pem(
        mchid: &str,
        private_key: &str,
        certificate: &str,
        signer: NotificationSigner,
    ) -> Result<Self, KeyError> {
        let signer = Arc::new(signer);
        Self::new(Scheme::Merchant, mchid, private_key, certificate, signer)
    }

    /// Reads the keys of a brand that an earlier run generated and kept, as [`from_pem`](Self::from_pem) does.
    ///
    /// # Errors
    ///
    /// A [`KeyError`] if a key cannot be read, or if the certificate is not that of the number and of the private key.
    pub fn brand_from_pem(
        brand_id: &str,
        private_key: &str,
        certificate: &str,
        signer: NotificationSigner,
    ) -> Result<Self, KeyError> {
        let signer = Arc::new(signer);
        Self::new(Scheme::Brand, brand_id, private_key, certificate, signer)
    }

    /// Puts the merchant into certificate mode (平台证书模式), as merchants of before 2024 are: the newest platform
    /// certificate signs the responses to requests that name no key in `Wechatpay-Serial`.
    #[must_use]
    pub fn with_certificate_mode(self) -> Self {
        Self {
            is_certificate_mode: true,
            ..self
        }
    }

    /// The merchant as a client needs it: number, serial number and private key.
    #[must_use]
    pub fn merchant(&self) -> Merchant {
        self.inner.merchant.clone()
    }

    /// The private key (商户API私钥), as PKCS#8 in PEM.
    #[must_use]
    pub fn private_key_pem(&self) -> &str {
        &self.inner.private_key_pem
    }

    /// The API certificate (商户API证书), in PEM.
    #[must_use]
    pub fn certificate_pem(&self) -> &str {
        &self.inner.certificate_pem
    }

    /// The WeChat Pay public key (微信支付公钥) of this merchant, which verifies the responses to its requests.
    #[must_use]
    pub fn public_key(&self) -> WechatPayPublicKey {
        self.inner.signer.public_key().clone()
    }

    /// The APIv3 key (APIv3密钥) of this merchant.
    #[must_use]
    pub fn api_v3_key(&self) -> ApiV3Key {
        self.inner.signer.api_v3_key().clone()
    }

    /// Makes notifications to this merchant. Holds its WeChat Pay public key and APIv3 key in the forms of a settings
    /// file.
    #[must_use]
    pub fn notification_signer(&self) -> &NotificationSigner {
        &self.inner.signer
    }
}

impl GatewayMerchant {
    /// Generates a key pair and its certificate; `signer` has the other keys.
    pub(super) fn generate_for(
        scheme: Scheme,
        id: &str,
        signer: NotificationSigner,
    ) -> io::Result<Self> {
        let (private_key, certificate) = keys::generate_certified(id)?;
        Self::new(scheme, id, &private_key, &certificate, Arc::new(signer))
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))
    }

    /// The same merchant with a new key pair and certificate.
    pub(super) fn renewed(&self) -> io::Result<Self> {
        let Inner { scheme, signer, .. } = &*self.inner;
        let (private_key, certificate) = keys::generate_certified(self.id())?;
        let signer = Arc::clone(signer);
        let renewed = Self::new(*scheme, self.id(), &private_key, &certificate, signer);
        Ok(Self {
            is_certificate_mode: self.is_certificate_mode,
            ..renewed.map_err(io::Error::other)?
        })
    }

    /// A brand with the keys of this merchant.
    pub(super) fn as_brand(&self, brand_id: &str) -> Result<Self, KeyError> {
        let Inner {
            merchant,
            private_key_pem,
            certificate_pem,
            certificate_key,
            signer,
            ..
        } = &*self.inner;
        Ok(Self {
            inner: Arc::new(Inner {
                scheme: Scheme::Brand,
                merchant: Merchant::brand(brand_id, merchant.serial_no(), &**private_key_pem)?,
                private_key_pem: private_key_pem.clone(),
                certificate_pem: certificate_pem.clone(),
                certificate_key: certificate_key.clone(),
                signer: Arc::clone(signer),
            }),
            is_certificate_mode: self.is_certificate_mode,
        })
    }

    pub(super) const fn is_certificate_mode(&self) -> bool {
        self.is_certificate_mode
    }

    pub(super) fn scheme(&self) -> Scheme {
        self.inner.scheme
    }

    /// The number of the merchant or brand.
    pub(super) fn id(&self) -> &str {
        self.inner.merchant.mchid()
    }

    pub(super) fn serial_no(&self) -> &str {
        self.inner.merchant.serial_no()
    }

    /// The public key of the certificate.
    pub(super) fn certificate_key(&self) -> &PublicKey {
        &self.inner.certificate_key
    }

    fn new(
        scheme: Scheme,
        id: &str,
        private_key: &str,
        certificate: &str,
        signer: Arc<NotificationSigner>,
    ) -> Result<Self, KeyError> {
        let Certificate { serial_no, key, .. } = Certificate::from_pem(certificate.as_bytes())
            .map_err(|kind| KeyError::new(KeySubject::MerchantCertificate, kind))?;
        let merchant = match scheme {
            Scheme::Merchant => Merchant::new(id, serial_no, private_key)?,
            Scheme::Brand => Merchant::brand(id, serial_no, private_key)?,
        };
        // Only a check: a program that tests its own settings gets a merchant without a certificate.
        merchant.clone().with_certificate(certificate)?;
        Ok(Self {
            inner: Arc::new(Inner {
                scheme,
                merchant,
                private_key_pem: Zeroizing::new(private_key.to_owned()),
                certificate_pem: certificate.to_owned(),
                certificate_key: key,
                signer,
            }),
            is_certificate_mode: false,
        })
    }
}

impl fmt::Debug for GatewayMerchant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GatewayMerchant")
            .field("mchid", &self.id())
            .field("serial_no", &self.serial_no())
            .finish_non_exhaustive()
    }
}
