//! The keys of WeChat Pay that a merchant trusts, each with the ID that `Wechatpay-Serial` names. They verify
//! responses and encrypt sensitive fields.

use std::{collections::HashMap, fmt, sync::Arc};

use super::{PUBLIC_KEY_ID_PREFIX, PlatformCertificates};
use crate::crypto::{Certificate, KeyError, KeyErrorKind, KeySubject, PublicKey};

/// A WeChat Pay public key (微信支付公钥), which verifies responses and notifications. Each merchant number has its own,
/// which does not expire. Merchants registered since October 2024 have only this key, and no platform certificates.
/// Download the key from the merchant platform (商户平台).
///
/// ```no_run
/// use wechatpay_client::{Verifier, WechatPayPublicKey};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let verifier = Verifier::new(WechatPayPublicKey::from_pem(
///     "PUB_KEY_ID_0119000001092024111500112233445566",
///     std::fs::read("pub_key.pem")?,
/// )?);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct WechatPayPublicKey {
    id: String,
    key: PublicKey,
}

impl WechatPayPublicKey {
    /// Reads a public key from PEM text (`pub_key.pem`), with its ID (微信支付公钥ID, `PUB_KEY_ID_…`). The text may
    /// have all forms that [`Merchant::new`](crate::Merchant::new) accepts.
    ///
    /// # Errors
    ///
    /// [`KeyError`], whose [`subject`](KeyError::subject) is the ID or the key that cannot be used.
    pub fn from_pem(
        public_key_id: impl Into<String>,
        pem: impl AsRef<[u8]>,
    ) -> Result<Self, KeyError> {
        let id = public_key_id.into();
        let number = id.strip_prefix(PUBLIC_KEY_ID_PREFIX).unwrap_or_default();
        if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(KeyError::new(
                KeySubject::PublicKeyId,
                KeyErrorKind::InvalidFormat,
            ));
        }
        let key = PublicKey::from_pem(pem.as_ref())
            .map_err(|kind| KeyError::new(KeySubject::PublicKey, kind))?;
        Ok(Self { id, key })
    }

    /// The ID of the public key (微信支付公钥ID), `PUB_KEY_ID_…`.
    #[must_use]
    pub fn public_key_id(&self) -> &str {
        &self.id
    }
}

/// A platform certificate (微信支付平台证书): a certificate of WeChat Pay, valid for five years, which verifies responses
/// and notifications.
///
/// [`PlatformCertificates`] downloads platform certificates by itself. A platform certificate is not the merchant API
/// certificate (商户API证书), with which WeChat Pay never signs.
#[derive(Clone, Debug)]
pub struct PlatformCertificate {
    serial_no: String,
    not_before: i64,
    not_after: i64,
    key: PublicKey,
}

impl PlatformCertificate {
    /// Reads a platform certificate from PEM text, as decrypted from the response to `GET /v3/certificates`. The text may
    /// have all forms that [`Merchant::new`](crate::Merchant::new) accepts.
    ///
    /// # Errors
    ///
    /// - [`KeyErrorKind::MerchantCertificate`]: the certificate is a merchant API certificate, whose subject is a
    ///   merchant number.
    /// - Another [`KeyErrorKind`], such as [`NotPem`](KeyErrorKind::NotPem): the certificate cannot be read.
    pub fn from_pem(pem: impl AsRef<[u8]>) -> Result<Self, KeyError> {
        let certificate = Certificate::from_pem(pem.as_ref()).map_err(certificate_error)?;
        let subject = certificate.common_name.unwrap_or_default();
        if !subject.is_empty() && subject.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(certificate_error(KeyErrorKind::MerchantCertificate));
        }
        Ok(Self {
            serial_no: certificate.serial_no,
            not_before: certificate.not_before,
            not_after: certificate.not_after,
            key: certificate.key,
        })
    }

    /// The serial number of the certificate (证书序列号), in upper-case hexadecimal.
    #[must_use]
    pub fn serial_no(&self) -> &str {
        &self.serial_no
    }

    /// The validity, in Unix seconds.
    #[cfg(feature = "gateway")]
    pub(crate) const fn validity(&self) -> (i64, i64) {
        (self.not_before, self.not_after)
    }

    /// The same certificate with another validity, in Unix seconds: WeChat Pay retires a certificate before it
    /// expires.
    pub(super) fn with_validity(mut self, not_before: i64, not_after: i64) -> Self {
        self.not_before = not_before;
        self.not_after = not_after;
        self
    }
}

/// The error of a platform certificate.
fn certificate_error(kind: KeyErrorKind) -> KeyError {
    KeyError::new(KeySubject::PlatformCertificate, kind)
}

/// A key that a [`Verifier`](super::Verifier) can trust.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum TrustedKey {
    /// A WeChat Pay public key (微信支付公钥).
    PublicKey(WechatPayPublicKey),
    /// A single platform certificate (微信支付平台证书).
    Certificate(PlatformCertificate),
    /// Platform certificates (微信支付平台证书) that are downloaded when needed.
    Downloading(PlatformCertificates),
}

impl From<WechatPayPublicKey> for TrustedKey {
    fn from(key: WechatPayPublicKey) -> Self {
        Self::PublicKey(key)
    }
}

impl From<PlatformCertificate> for TrustedKey {
    fn from(certificate: PlatformCertificate) -> Self {
        Self::Certificate(certificate)
    }
}

impl From<PlatformCertificates> for TrustedKey {
    fn from(certificates: PlatformCertificates) -> Self {
        Self::Downloading(certificates)
    }
}

/// Trusted keys. A response names its key, and a request selects a key.
#[derive(Clone, Default)]
pub(super) struct KeyRing {
    keys: HashMap<Arc<str>, PublicKey>,
    /// The first public key that was added. Requests name this key.
    public_key_id: Option<Arc<str>>,
    /// Sorted by `not_after`, the latest first.
    certificates: Vec<Validity>,
}

#[derive(Clone)]
struct Validity {
    not_before: i64,
    not_after: i64,
    serial_no: Arc<str>,
}

impl KeyRing {
    pub(super) fn insert_public_key(&mut self, key: WechatPayPublicKey) {
        let id = Arc::<str>::from(key.id);
        self.public_key_id.get_or_insert_with(|| Arc::clone(&id));
        self.keys.insert(id, key.key);
    }

    pub(super) fn insert_certificate(&mut self, certificate: PlatformCertificate) {
        let serial_no = Arc::<str>::from(certificate.serial_no);
        self.keys.insert(Arc::clone(&serial_no), certificate.key);
        self.certificates
            .retain(|known| known.serial_no != serial_no);
        let index = self
            .certificates
            .partition_point(|known| known.not_after >= certificate.not_after);
        let validity = Validity {
            not_before: certificate.not_before,
            not_after: certificate.not_after,
            serial_no,
        };
        self.certificates.insert(index, validity);
    }

    /// The key with exactly this ID, case included.
    pub(super) fn get(&self, key_id: &[u8]) -> Option<(&Arc<str>, &PublicKey)> {
        self.keys.get_key_value(std::str::from_utf8(key_id).ok()?)
    }

    /// All keys, in any order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Arc<str>, &PublicKey)> {
        self.keys.iter()
    }

    /// The first WeChat Pay public key.
    pub(super) fn public_key(&self) -> Option<SelectedKey> {
        self.select(self.public_key_id.as_ref()?)
    }

    /// The certificate that expires last, with the end of its validity. Skips certificates that are not in force yet
    /// at `now` (Unix seconds).
    pub(super) fn longest_valid_certificate(&self, now: i64) -> Option<(i64, SelectedKey)> {
        let is_in_force = |known: &&Validity| known.not_before <= now;
        let longest = self.certificates.iter().find(is_in_force)?;
        Some((longest.not_after, self.select(&longest.serial_no)?))
    }

    pub(super) fn has_certificate_in_force(&self, now: u64) -> bool {
        let now = signed_seconds(now);
        self.longest_valid_certificate(now)
            .is_some_and(|(not_after, _)| now < not_after)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    pub(super) fn key_ids(&self) -> impl Iterator<Item = &str> {
        self.keys.keys().map(|key_id| &**key_id)
    }

    fn select(&self, key_id: &Arc<str>) -> Option<SelectedKey> {
        let (key_id, key) = self.keys.get_key_value(key_id)?;
        Some(SelectedKey {
            key_id: Arc::clone(key_id),
            key: key.clone(),
        })
    }
}

/// The key that a request names, and that encrypts its sensitive fields.
#[derive(Clone)]
pub(crate) struct SelectedKey {
    pub(crate) key_id: Arc<str>,
    pub(crate) key: PublicKey,
}

pub(super) fn signed_seconds(now: u64) -> i64 {
    i64::try_from(now).unwrap_or(i64::MAX)
}

impl fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.keys.keys()).finish()
    }
}
