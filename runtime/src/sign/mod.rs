//! Signing (请求签名): the merchant, its key, and the `Authorization` header of each attempt. Clock and nonce
//! are arguments.
//!
//! Follows 签名与验签规则 in the official repository `wechatpay-apiv3/wechatpay-skills`.

mod authorization;
mod decrypt;
mod error;
pub(crate) mod message;
mod scheme;
mod signer;

use std::{
    fmt,
    sync::{Arc, OnceLock},
};

use zeroize::Zeroizing;

use crate::crypto::{
    self, Certificate, KeyError, KeyErrorKind, KeySubject, PrivateKey, encode_base64,
};
pub(crate) use decrypt::{DecryptError, decrypt};
pub use error::{SignedValueError, SignedValueErrorKind, SigningError, SigningErrorKind};
use message::Message;
pub(crate) use scheme::Scheme;
use signer::{DynSigner, into_dyn};
pub use signer::{Signer, SignerError};

/// A merchant (商户), a service provider (服务商) or a brand (品牌): the merchant number, and the private key that
/// signs requests.
///
/// A service provider signs with its own number and key, never with those of a sub-merchant.
///
/// ```no_run
/// # fn merchant() -> Result<wechatpay_client::Merchant, Box<dyn std::error::Error>> {
/// let merchant = wechatpay_client::Merchant::new(
///     "1900000109",                               // mchid, 商户号
///     "444F4864EA9B34415F2E2AFD2D3F7F0E2B0F2C1A", // serial_no, 商户API证书序列号
///     std::fs::read("apiclient_key.pem")?,        // 商户API私钥
/// )?
/// // Optional: fails now if the merchant number, serial number or key is not the one of the certificate.
/// .with_certificate(std::fs::read("apiclient_cert.pem")?)?;
/// # Ok(merchant)
/// # }
/// ```
#[derive(Clone)]
pub struct Merchant {
    id: Arc<str>,
    scheme: Scheme,
    serial_no: Arc<str>,
    key: Key,
    certified: bool,
    mac_key: Arc<OnceLock<Zeroizing<String>>>,
}

#[derive(Clone)]
enum Key {
    Memory(PrivateKey),
    Remote(Arc<dyn DynSigner>),
}

impl Merchant {
    /// Creates a merchant from the merchant number, the serial number of its API certificate and its private key.
    ///
    /// - `mchid`: the merchant number (商户号), 1 to 32 decimal digits.
    /// - `serial_no`: the serial number of the merchant API certificate (商户API证书序列号) in hexadecimal,
    ///   as `openssl x509 -noout -serial` prints it after `serial=`.
    /// - `private_key`: the merchant API private key (商户API私钥, `apiclient_key.pem`), an RSA key of at
    ///   least 2,048 bits as PEM text in PKCS#8 or PKCS#1, without a pass phrase. Line breaks may be `\n`
    ///   escapes, as in environment variables. The base64 may come in one line without the `-----BEGIN …-----`
    ///   and `-----END …-----` lines.
    ///
    /// # Errors
    ///
    /// [`KeyError`], whose [`subject`](KeyError::subject) is the argument that cannot be used.
    pub fn new(
        mchid: impl Into<String>,
        serial_no: impl Into<String>,
        private_key: impl AsRef<[u8]>,
    ) -> Result<Self, KeyError> {
        let key = || Key::from_pem(private_key.as_ref());
        Self::build(Scheme::Merchant, mchid.into(), serial_no.into(), key)
    }

    /// Creates a merchant from the PKCS#12 file of WeChat Pay's certificate tool (`apiclient_cert.p12`), which
    /// holds the private key, the serial number and the merchant number.
    ///
    /// `password` is the merchant number (mchid), unless the file was exported again with another password. The
    /// file may also be encoded in base64. A file of older tools, which is encrypted with RC2-40, needs the
    /// legacy provider of OpenSSL, which is loaded only to read the file. A call of
    /// [`with_certificate`](Self::with_certificate) is not needed, because the file has the certificate.
    ///
    /// OpenSSL leaves copies of the private key in freed memory when it reads PKCS#12. If that matters, convert
    /// the file to PEM and use [`new`](Self::new), which keeps no copy of the PEM text. Wipe your own copy.
    ///
    /// ```no_run
    /// # fn merchant() -> Result<wechatpay_client::Merchant, Box<dyn std::error::Error>> {
    /// let merchant = wechatpay_client::Merchant::from_pkcs12(
    ///     std::fs::read("apiclient_cert.p12")?,
    ///     "1900000109", // mchid, 商户号
    /// )?;
    /// # Ok(merchant)
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// A [`KeyError`] about the file, with one of these kinds:
    ///
    /// - [`NotPkcs12`](KeyErrorKind::NotPkcs12) or [`Malformed`](KeyErrorKind::Malformed): the file is not PKCS#12, or
    ///   was altered.
    /// - [`WrongPassword`](KeyErrorKind::WrongPassword): the password is wrong.
    /// - [`NoMac`](KeyErrorKind::NoMac), [`NoPrivateKey`](KeyErrorKind::NoPrivateKey) or
    ///   [`NoCertificate`](KeyErrorKind::NoCertificate): the file lacks this part.
    /// - [`LegacyEncryption`](KeyErrorKind::LegacyEncryption): OpenSSL has no legacy provider to decrypt the file.
    /// - [`NotRsa`](KeyErrorKind::NotRsa) or [`TooShort`](KeyErrorKind::TooShort): the key cannot be used.
    /// - [`NotMerchant`](KeyErrorKind::NotMerchant): the certificate does not belong to a merchant.
    ///
    /// [`InvalidFormat`](KeyErrorKind::InvalidFormat) if the serial number of the certificate is too long.
    pub fn from_pkcs12(file: impl AsRef<[u8]>, password: &str) -> Result<Self, KeyError> {
        let (key, certificate) =
            crypto::read_pkcs12(file.as_ref(), password).map_err(pkcs12_error)?;
        let common_name = certificate.common_name;
        let Some(mchid) = common_name.clone().filter(|name| Self::is_number(name)) else {
            return Err(pkcs12_error(KeyErrorKind::NotMerchant { common_name }));
        };
        let key = || Ok(Key::Memory(key));
        let merchant = Self::build(Scheme::Merchant, mchid, certificate.serial_no, key)?;
        Ok(Self {
            certified: true,
            ..merchant
        })
    }

    /// Creates a merchant whose private key is in a KMS or HSM, behind a [`Signer`].
    ///
    /// # Errors
    ///
    /// [`KeyErrorKind::InvalidFormat`]: `mchid` or `serial_no` does not have its form.
    pub fn with_signer(
        mchid: impl Into<String>,
        serial_no: impl Into<String>,
        signer: impl Signer,
    ) -> Result<Self, KeyError> {
        let key = || Ok(Key::Remote(into_dyn(signer)));
        Self::build(Scheme::Merchant, mchid.into(), serial_no.into(), key)
    }

    /// Creates a brand in brand-direct mode (品牌直连) from its number (`brand_id`), the serial number of its
    /// certificate and its private key, in the forms of [`new`](Self::new).
    ///
    /// A client of a brand calls the operations whose paths begin with `/brand/`, and no others.
    ///
    /// # Errors
    ///
    /// [`KeyError`], whose [`subject`](KeyError::subject) is the argument that cannot be used.
    pub fn brand(
        brand_id: impl Into<String>,
        serial_no: impl Into<String>,
        private_key: impl AsRef<[u8]>,
    ) -> Result<Self, KeyError> {
        let key = || Key::from_pem(private_key.as_ref());
        Self::build(Scheme::Brand, brand_id.into(), serial_no.into(), key)
    }

    /// Creates a brand whose private key is in a KMS or HSM, behind a [`Signer`].
    ///
    /// # Errors
    ///
    /// [`KeyErrorKind::InvalidFormat`]: `brand_id` or `serial_no` does not have its form.
    pub fn brand_with_signer(
        brand_id: impl Into<String>,
        serial_no: impl Into<String>,
        signer: impl Signer,
    ) -> Result<Self, KeyError> {
        let key = || Ok(Key::Remote(into_dyn(signer)));
        Self::build(Scheme::Brand, brand_id.into(), serial_no.into(), key)
    }

    /// Checks the merchant number, serial number and private key against the merchant API certificate
    /// (商户API证书, `apiclient_cert.pem`), PEM text in the forms of [`new`](Self::new).
    ///
    /// Without this check, a wrong number or key shows only as a 401 `SIGN_ERROR` of the first call. The certificate
    /// is not kept and never sent. The number of a brand and a key behind a [`Signer`] cannot be checked.
    ///
    /// # Errors
    ///
    /// A [`KeyError`] about the certificate, with one of these kinds:
    ///
    /// - [`OtherMchid`](KeyErrorKind::OtherMchid): the merchant number differs from the certificate's.
    /// - [`OtherSerialNo`](KeyErrorKind::OtherSerialNo): the serial number differs from the certificate's.
    /// - [`OtherPrivateKey`](KeyErrorKind::OtherPrivateKey): the private key differs from the certificate's.
    /// - Another kind, such as [`NotPem`](KeyErrorKind::NotPem): the certificate cannot be read.
    pub fn with_certificate(mut self, pem: impl AsRef<[u8]>) -> Result<Self, KeyError> {
        self.certified = self
            .check_certificate(pem.as_ref())
            .map_err(|kind| KeyError::new(KeySubject::MerchantCertificate, kind))?;
        Ok(self)
    }

    /// The merchant number (商户号, `mchid`). For a brand, the `brand_id`.
    #[must_use]
    pub fn mchid(&self) -> &str {
        &self.id
    }

    /// The serial number of the merchant API certificate (商户API证书序列号).
    #[must_use]
    pub fn serial_no(&self) -> &str {
        &self.serial_no
    }
}

impl Merchant {
    /// True if the text has the form of a merchant number or brand number: 1 to 32 decimal digits.
    pub(crate) fn is_number(id: &str) -> bool {
        (1..=32).contains(&id.len()) && id.bytes().all(|c| c.is_ascii_digit())
    }

    /// Checks the numbers before the key.
    fn build(
        scheme: Scheme,
        id: String,
        serial_no: String,
        key: impl FnOnce() -> Result<Key, KeyError>,
    ) -> Result<Self, KeyError> {
        if !Self::is_number(&id) {
            let subject = match scheme {
                Scheme::Merchant => KeySubject::Mchid,
                Scheme::Brand => KeySubject::BrandId,
            };
            return Err(KeyError::new(subject, KeyErrorKind::InvalidFormat));
        }
        let serial_no = serial_no.to_ascii_uppercase();
        if !(1..=64).contains(&serial_no.len()) || !serial_no.bytes().all(|c| c.is_ascii_hexdigit())
        {
            return Err(KeyError::new(
                KeySubject::SerialNo,
                KeyErrorKind::InvalidFormat,
            ));
        }
        Ok(Self {
            id: id.into(),
            scheme,
            serial_no: serial_no.into(),
            key: key()?,
            certified: false,
            mac_key: Arc::default(),
        })
    }

    /// True for the same merchant, with any certificate and key.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.id == other.id && self.scheme == other.scheme
    }

    pub(crate) fn id(&self) -> &Arc<str> {
        &self.id
    }

    /// True if a certificate confirmed the number, serial number and key.
    pub(crate) fn is_certified(&self) -> bool {
        self.certified
    }

    /// Checks the number first: a certificate of another merchant differs in all three, and its number tells
    /// the most. Returns true if all three could be checked.
    fn check_certificate(&self, pem: &[u8]) -> Result<bool, KeyErrorKind> {
        let certificate = Certificate::from_pem(pem)?;
        let is_merchant = self.scheme == Scheme::Merchant;
        if is_merchant && certificate.common_name.as_deref() != Some(&*self.id) {
            return Err(KeyErrorKind::OtherMchid {
                certificate: certificate.common_name,
            });
        }
        if *certificate.serial_no != *self.serial_no {
            return Err(KeyErrorKind::OtherSerialNo {
                certificate: certificate.serial_no,
            });
        }
        match &self.key {
            Key::Memory(key) if !key.has_public_half(&certificate.key) => {
                Err(KeyErrorKind::OtherPrivateKey)
            }
            Key::Memory(_) => Ok(is_merchant),
            Key::Remote(_) => Ok(false),
        }
    }

    pub(crate) fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// The private key, if it is in this process.
    pub(crate) fn private_key(&self) -> Option<&PrivateKey> {
        match &self.key {
            Key::Memory(key) => Some(key),
            Key::Remote(_) => None,
        }
    }

    /// HMAC-SHA256 over `message`, under a key that needs this merchant's private key: the signature over a
    /// fixed text, which RSASSA-PKCS1-v1_5 makes the same each time. The key is made once.
    pub(crate) async fn mac(&self, message: &[u8]) -> Result<String, SigningError> {
        let key = match self.mac_key.get() {
            Some(key) => key,
            None => {
                // Two calls may both sign at first. The first key is kept, and neither call waits for the
                // other.
                let key = Zeroizing::new(self.sign(Message::MacKeySeed).await?);
                self.mac_key.get_or_init(|| key)
            }
        };
        crypto::hmac_sha256(key.as_bytes(), message).map_err(SigningError::openssl)
    }

    /// Signs a message. The signature is in base64.
    pub(crate) async fn sign(&self, message: Message<'_>) -> Result<String, SigningError> {
        let message = message.to_bytes()?;
        match &self.key {
            Key::Memory(key) => Ok(key.sign(&message).map_err(SigningError::openssl)?),
            Key::Remote(signer) => match signer.sign(&message).await {
                Ok(signature) => Ok(encode_base64(&Zeroizing::new(signature))),
                Err(error) => Err(SigningError::signer(error)),
            },
        }
    }
}

impl Key {
    fn from_pem(pem: &[u8]) -> Result<Self, KeyError> {
        let key = PrivateKey::from_pem(pem);
        key.map(Self::Memory)
            .map_err(|kind| KeyError::new(KeySubject::PrivateKey, kind))
    }
}

impl fmt::Debug for Merchant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Merchant")
            .field(self.scheme.id_name(), &self.id)
            .field("serial_no", &self.serial_no)
            .field("private_key", &self.key)
            .field("certified", &self.certified)
            .finish()
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Memory(key) => key.fmt(f),
            Self::Remote(_) => f.write_str("[signer]"),
        }
    }
}

fn pkcs12_error(kind: KeyErrorKind) -> KeyError {
    KeyError::new(KeySubject::Pkcs12, kind)
}
