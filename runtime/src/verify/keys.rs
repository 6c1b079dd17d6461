//! The keys of WeChat Pay that a client trusts, each under the serial that answers name it by.

use std::{collections::HashMap, fmt, sync::Arc};

use crate::{
    crypto::{Certificate, PublicKey},
    error::{BuildError, KeyError, Result},
};

/// A WeChat Pay public key (微信支付公钥): one per merchant number, downloaded by hand from the
/// merchant platform, without expiry. Merchants registered since October 2024 have only this.
#[derive(Clone, Debug)]
pub struct WechatPayPublicKey {
    id: String,
    key: PublicKey,
}

impl WechatPayPublicKey {
    /// A public key from PEM text (`pub_key.pem`) under its ID (微信支付公钥ID, `PUB_KEY_ID_…`).
    ///
    /// # Errors
    ///
    /// [`BuildError::PublicKeyId`], or [`BuildError::PublicKey`] with the reason.
    pub fn from_pem(public_key_id: impl Into<String>, pem: impl AsRef<[u8]>) -> Result<Self> {
        let id = public_key_id.into();
        let number = id.strip_prefix("PUB_KEY_ID_").unwrap_or_default();
        if number.is_empty() || !number.bytes().all(|c| c.is_ascii_alphanumeric()) {
            return Err(BuildError::PublicKeyId.into());
        }
        let key = PublicKey::from_pem(pem.as_ref()).map_err(BuildError::PublicKey)?;
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
    /// A certificate from PEM text, as decrypted from `/v3/certificates`.
    ///
    /// # Errors
    ///
    /// [`BuildError::PlatformCertificate`] with the reason; a merchant API certificate is told by
    /// its subject, which is the merchant number.
    pub fn from_pem(pem: impl AsRef<[u8]>) -> Result<Self> {
        let certificate =
            Certificate::from_pem(pem.as_ref()).map_err(BuildError::PlatformCertificate)?;
        let subject = certificate.common_name.unwrap_or_default();
        if !subject.is_empty() && subject.bytes().all(|c| c.is_ascii_digit()) {
            return Err(BuildError::PlatformCertificate(KeyError::MerchantCertificate).into());
        }
        Ok(Self {
            serial_no: certificate.serial,
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
}

/// A key that a [`Verifier`](super::Verifier) can trust.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum TrustedKey {
    /// Public-key mode.
    PublicKey(WechatPayPublicKey),
    /// Certificate mode.
    Certificate(PlatformCertificate),
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

/// All trusted keys: looked up by the serial of an answer, chosen from for a request.
#[derive(Clone, Default)]
pub(super) struct KeyRing {
    keys: HashMap<Arc<str>, PublicKey>,
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
    pub(super) fn insert(&mut self, key: TrustedKey) {
        match key {
            TrustedKey::PublicKey(WechatPayPublicKey { id, key }) => {
                let id = Arc::<str>::from(id);
                self.public_key_id = Some(Arc::clone(&id));
                self.keys.insert(id, key);
            }
            TrustedKey::Certificate(certificate) => self.insert_certificate(certificate),
        }
    }

    fn insert_certificate(&mut self, certificate: PlatformCertificate) {
        let serial_no = Arc::<str>::from(certificate.serial_no);
        self.keys.insert(Arc::clone(&serial_no), certificate.key);
        self.certificates
            .retain(|known| known.serial_no != serial_no);
        let place = self
            .certificates
            .partition_point(|known| known.not_after >= certificate.not_after);
        let validity = Validity {
            not_before: certificate.not_before,
            not_after: certificate.not_after,
            serial_no,
        };
        self.certificates.insert(place, validity);
    }

    /// The key of exactly this serial: the comparison is of strings, and case is part of them.
    pub(super) fn get(&self, serial: &[u8]) -> Option<(&Arc<str>, &PublicKey)> {
        self.keys.get_key_value(std::str::from_utf8(serial).ok()?)
    }

    /// All keys, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Arc<str>, &PublicKey)> {
        self.keys.iter()
    }

    /// The key that requests name: the public key; else the longest valid certificate that is in
    /// force.
    pub(super) fn preferred(&self, now: u64) -> Option<(&str, &PublicKey)> {
        let now = i64::try_from(now).unwrap_or(i64::MAX);
        let in_force = |known: &&Validity| known.not_before <= now;
        let certificate = || self.certificates.iter().find(in_force);
        let serial = match &self.public_key_id {
            Some(id) => id,
            None => &certificate()?.serial_no,
        };
        Some((serial, self.keys.get(serial)?))
    }
}

impl fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.keys.keys()).finish()
    }
}
