//! The keys of WeChat Pay that a client trusts, each under the ID that responses name it by.

use std::{collections::HashMap, fmt, sync::Arc};

use super::{PUBLIC_KEY_ID_PREFIX, PlatformCertificates};
use crate::crypto::{Certificate, KeyError, KeyErrorKind, KeySubject, PublicKey};

/// A WeChat Pay public key (微信支付公钥): one per merchant number, downloaded by hand from the
/// merchant platform, without expiry. Merchants registered since October 2024 have only this.
#[derive(Clone, Debug)]
pub struct WechatPayPublicKey {
    id: String,
    key: PublicKey,
}

impl WechatPayPublicKey {
    /// A public key from PEM text (`pub_key.pem`) under its ID (微信支付公钥ID, `PUB_KEY_ID_…`). The text is
    /// taken in all forms of [`Merchant::new`](crate::Merchant::new).
    ///
    /// # Errors
    ///
    /// [`KeyError`] of the ID or of the key, with the reason.
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

    /// The ID, `PUB_KEY_ID_…`.
    #[must_use]
    pub fn public_key_id(&self) -> &str {
        &self.id
    }
}

/// A platform certificate (微信支付平台证书): WeChat Pay's own, valid for five years.
///
/// Not to be taken for the merchant API certificate, which WeChat Pay never signs with.
#[derive(Clone, Debug)]
pub struct PlatformCertificate {
    serial_no: String,
    not_before: i64,
    not_after: i64,
    key: PublicKey,
}

impl PlatformCertificate {
    /// A certificate from PEM text, as decrypted from `/v3/certificates`. The text is taken in all forms of
    /// [`Merchant::new`](crate::Merchant::new).
    ///
    /// # Errors
    ///
    /// [`KeyError`] with the reason; a merchant API certificate is told by
    /// its subject, which is the merchant number.
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

    /// The serial number, upper-case hexadecimal.
    #[must_use]
    pub fn serial_no(&self) -> &str {
        &self.serial_no
    }

    /// The same certificate, in force from and until these Unix seconds: the platform retires one
    /// before its own end.
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
    /// Public-key mode.
    PublicKey(WechatPayPublicKey),
    /// Certificate mode.
    Certificate(PlatformCertificate),
    /// Certificate mode, downloaded when needed.
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

/// Trusted keys: looked up by the serial of a response, chosen from for a request.
#[derive(Clone, Default)]
pub(super) struct KeyRing {
    keys: HashMap<Arc<str>, PublicKey>,
    /// The first that was added: requests name it.
    public_key_id: Option<Arc<str>>,
    /// The longest valid first.
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

    /// The key of exactly this serial: the comparison is of strings, and case is part of them.
    pub(super) fn get(&self, key_id: &[u8]) -> Option<(&Arc<str>, &PublicKey)> {
        self.keys.get_key_value(std::str::from_utf8(key_id).ok()?)
    }

    /// All keys, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Arc<str>, &PublicKey)> {
        self.keys.iter()
    }

    /// The WeChat Pay public key.
    pub(super) fn public_key(&self) -> Option<SelectedKey> {
        self.select(self.public_key_id.as_ref()?)
    }

    /// Of the certificates that are in force at `now` (Unix seconds) the longest valid; with the end of
    /// its time.
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

/// The key that a request names, and that its sensitive fields are encrypted with.
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
