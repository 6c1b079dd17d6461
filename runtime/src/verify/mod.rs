//! Verification of responses (应答验签) and notifications, after they are received and before they are decoded. Only
//! this module makes a [`Verified`]. The check of a signature reads no clock: the time is an argument.
//!
//! <https://pay.wechatpay.cn/docs/merchant/development/interface-rules/build-verify-sign-src.html>

mod certificates;
mod error;
mod keys;
mod kind;
mod merchants;
mod received;
mod verified;

use std::{iter, ops::Deref, sync::Arc, time::SystemTime};

use bytes::Bytes;
use http::{HeaderMap, Response, header::HeaderValue};

pub use certificates::{
    CertificateListErrorKind, CertificatesError, CertificatesErrorKind, PlatformCertificates,
    PlatformCertificatesBuilder,
};
pub(crate) use certificates::{
    DOWNLOAD_TIMEOUT, Downloader, ListDownload, Owner, QueuedDownload, RefreshReason, is_not_issued,
};
pub use error::VerifyError;
pub(crate) use keys::SelectedKey;
pub use keys::{PlatformCertificate, TrustedKey, WechatPayPublicKey};
pub(crate) use kind::excerpt;
pub use kind::{SignatureHeader, VerifyErrorKind};
pub(crate) use received::Received;
pub(crate) use verified::CheckedBody;
pub use verified::Verified;

use crate::{
    clock::unix_seconds,
    config_error::{ConfigError, ConfigErrorKind},
    crypto::decode_base64,
    head::Head,
    sign::Scheme,
};
use keys::{KeyRing, signed_seconds};
pub(crate) use merchants::Holders;
use merchants::Member;
use verified::Proof;

/// The beginning of the signature of a probe (签名探测流量), which is wrong on purpose.
const PROBE_PREFIX: &[u8] = b"WECHATPAY/SIGNTEST/";

/// The beginning of the ID of a WeChat Pay public key, which cannot be downloaded.
pub(crate) const PUBLIC_KEY_ID_PREFIX: &str = "PUB_KEY_ID_";

/// The largest accepted difference between a timestamp and the local clock, in seconds.
const MAX_CLOCK_DIFFERENCE: u64 = 300;

/// The reason why a notification does not verify, and the notification.
type Failure = (VerifyErrorKind, Box<Received>);

/// The keys of WeChat Pay that one merchant trusts: a WeChat Pay public key (微信支付公钥), platform certificates
/// (微信支付平台证书), or both while the merchant changes from certificates to the public key.
///
/// A response names the key that signed it in its `Wechatpay-Serial` header. A request names a key in the same
/// header: WeChat Pay signs the response with this key, and the client encrypts sensitive fields with it. The client
/// names the first public key that was added. Without a public key, the client names the certificate that is in force
/// and expires last.
///
/// ```no_run
/// use wechatpay_client::{ApiV3Key, PlatformCertificates, Result, Verifier, WechatPayPublicKey};
///
/// fn verifier(pem: &str, key: ApiV3Key) -> Result<Verifier> {
///     let public_key =
///         WechatPayPublicKey::from_pem("PUB_KEY_ID_0119000001092024111500112233445566", pem)?;
///     // Only while responses are still signed with platform certificates.
///     let certificates = PlatformCertificates::downloading(key);
///     Ok(Verifier::new(public_key).with_key(certificates))
/// }
/// ```
///
/// [`Verifier::for_merchants`] combines the verifiers of several merchants that have the same notification URL.
#[derive(Clone, Debug)]
pub struct Verifier {
    fixed_keys: Arc<KeyRing>,
    platform_certificates: Vec<PlatformCertificates>,
    scheme: Scheme,
    /// The merchants of a set, each with its own verifier. `None` for the verifier of one merchant.
    merchants: Option<Arc<[Member]>>,
}

impl Verifier {
    /// Makes a verifier that trusts one key: a [`WechatPayPublicKey`], a [`PlatformCertificate`], or all certificates
    /// that a [`PlatformCertificates`] downloads.
    ///
    /// If the merchant has two public keys, begin with its current one: requests name the first public key, and
    /// sensitive fields are encrypted with it.
    pub fn new(key: impl Into<TrustedKey>) -> Self {
        Self::empty().with_key(key)
    }

    /// Adds a key of the same merchant to the trusted keys. A key replaces an added key with the same ID.
    ///
    /// Add a second public key while the merchant changes from one to the other. Requests still name the first public
    /// key, which must be the merchant's current key. The client cannot detect a wrong order.
    ///
    /// Do not add a key to a set of several merchants' verifiers ([`for_merchants`](Self::for_merchants)): the key would
    /// belong to no merchant, and [`Notifications::new`](crate::notification::Notifications::new) refuses the set. A
    /// [`Client`](crate::Client) accepts at most one [`PlatformCertificates`], because a merchant has one list of
    /// certificates.
    #[must_use]
    pub fn with_key(mut self, key: impl Into<TrustedKey>) -> Self {
        match key.into() {
            TrustedKey::PublicKey(key) => {
                Arc::make_mut(&mut self.fixed_keys).insert_public_key(key)
            }
            TrustedKey::Certificate(certificate) => {
                Arc::make_mut(&mut self.fixed_keys).insert_certificate(certificate);
            }
            TrustedKey::Downloading(certificates) => {
                let mut known = self.platform_certificates.iter();
                if !known.any(|known| known.is_same(&certificates)) {
                    self.platform_certificates.push(certificates);
                }
            }
        }
        self
    }

    /// Expects the signatures of a brand (品牌直连), whose `Wechatpay-Signature-Type` is
    /// `WECHATPAY-BRAND-SHA256-RSA2048`. Call this method for notifications only: the client of a brand expects these
    /// signatures by itself.
    ///
    /// Call this method on the verifier of each brand, not on a set of several merchants' verifiers
    /// ([`for_merchants`](Self::for_merchants)): [`Notifications::new`](crate::notification::Notifications::new) refuses
    /// such a set.
    #[must_use]
    pub fn for_brand(self) -> Self {
        self.with_scheme(Scheme::Brand)
    }

    /// Verifies the signature of a response at the time `now`, and returns the body as [`Verified`]. The body
    /// must be complete and exactly as received.
    ///
    /// The [`Client`](crate::Client) verifies responses by itself. Call this method only for responses that you receive
    /// by other means. A verified response may be an error response, because the signature does not cover the status.
    ///
    /// # Errors
    ///
    /// [`VerifyError`], whose [`kind`](VerifyError::kind) is the first check that the response failed.
    pub fn verify(
        &self,
        response: Response<Bytes>,
        now: SystemTime,
    ) -> Result<Verified<Bytes>, VerifyError> {
        let now = unix_seconds(now);
        let (head, body) = response.into_parts();
        let summary = Head::new(head.status.as_u16(), &head.headers);
        match self.check_signature(&head.headers, &body, now) {
            Ok((key_id, _)) => Ok(Verified {
                value: body,
                proof: Proof {
                    key_id,
                    head: summary,
                },
            }),
            Err(kind) => Err(VerifyError {
                kind,
                head: summary,
                received: Box::new(Received {
                    headers: head.headers,
                    body,
                    now,
                }),
            }),
        }
    }

    /// Verifies a notification, which is signed like a response but has no status. Also returns the merchants of a
    /// set that trust its key. For an unknown key, starts a download: WeChat Pay sends the notification again.
    pub(crate) fn verify_notification(
        &self,
        headers: HeaderMap,
        body: Bytes,
        now: u64,
    ) -> Result<(Verified<Bytes>, Holders), Failure> {
        match self.check_signature(&headers, &body, now) {
            Ok((key_id, holders)) => {
                let proof = Proof {
                    key_id,
                    head: Head::new(0, &headers),
                };
                Ok((Verified { value: body, proof }, holders))
            }
            Err(kind) => {
                if let VerifyErrorKind::UnknownKeyId { key_id } = &kind {
                    self.request_refresh(key_id);
                }
                Err((kind, Box::new(Received { headers, body, now })))
            }
        }
    }

    /// Requests a download from all platform certificates that do not hold this serial number.
    pub(crate) fn request_refresh(&self, key_id: &str) {
        if !key_id.starts_with(PUBLIC_KEY_ID_PREFIX) {
            self.all_platform_certificates()
                .for_each(|certificates| certificates.request_refresh(key_id));
        }
    }

    /// The key that a request at `now` (Unix seconds) names and encrypts with: the public key, or else the certificate
    /// that is in force and expires last.
    pub(crate) fn preferred_key(&self, now: u64) -> Option<SelectedKey> {
        if let Some(public_key) = self.fixed_keys.public_key() {
            return Some(public_key);
        }
        let rings = self.rings();
        let certificates = rings
            .iter()
            .filter_map(|ring| ring.longest_valid_certificate(signed_seconds(now)));
        let longest = certificates.max_by_key(|(not_after, _)| *not_after);
        longest.map(|(_, certificate)| certificate)
    }

    /// `true` if there is a public key, or a certificate that is in force and has not expired.
    pub(crate) fn has_key_in_force(&self, now: u64) -> bool {
        self.fixed_keys.public_key().is_some()
            || self
                .rings()
                .iter()
                .any(|ring| ring.has_certificate_in_force(now))
    }

    /// Expects signatures of this scheme instead.
    pub(crate) fn with_scheme(mut self, scheme: Scheme) -> Self {
        self.scheme = scheme;
        self
    }

    /// The first platform certificates. The verifier of a client has no others.
    pub(crate) fn platform_certificates(&self) -> Option<&PlatformCertificates> {
        self.platform_certificates.first()
    }

    /// Refuses a verifier of several merchants: a client must never name the key of another merchant.
    pub(crate) fn check_one_merchant(&self) -> Result<(), ConfigError> {
        if self.is_set() {
            return Err(ConfigErrorKind::SeveralMerchants.into());
        }
        if self.platform_certificates.len() > 1 {
            return Err(ConfigErrorKind::SeveralCertificates.into());
        }
        Ok(())
    }

    fn empty() -> Self {
        Self {
            fixed_keys: Arc::default(),
            platform_certificates: Vec::new(),
            scheme: Scheme::Merchant,
            merchants: None,
        }
    }

    /// All keys that are trusted now, fixed and downloaded.
    fn rings(&self) -> Vec<Arc<KeyRing>> {
        let downloaded = self.platform_certificates.iter();
        iter::once(Arc::clone(&self.fixed_keys))
            .chain(downloaded.map(PlatformCertificates::ring))
            .collect()
    }
}

/// Makes the checks, in the order of [`VerifyErrorKind`], and returns the ID of the key.
fn verify_signature(
    headers: &HeaderMap,
    body: &[u8],
    trusted: &[impl Deref<Target = KeyRing>],
    scheme: Scheme,
    now: u64,
) -> Result<Arc<str>, VerifyErrorKind> {
    let timestamp = required_header(headers, SignatureHeader::Timestamp)?;
    let nonce = required_header(headers, SignatureHeader::Nonce)?;
    let signature = required_header(headers, SignatureHeader::Signature)?;
    let key_id = required_header(headers, SignatureHeader::Serial)?;
    if let Some(found) = optional_header(headers, SignatureHeader::SignatureType)? {
        if found != scheme.signature_type().as_bytes() {
            return Err(VerifyErrorKind::UnsupportedSignatureType);
        }
    }
    check_timestamp(timestamp, now)?;
    if signature.starts_with(PROBE_PREFIX) {
        return Err(VerifyErrorKind::SignatureProbe);
    }
    let (key_id, key) = trusted
        .iter()
        .find_map(|ring| ring.get(key_id))
        .ok_or_else(|| VerifyErrorKind::UnknownKeyId {
            key_id: excerpt(key_id),
        })?;
    let signature = decode_base64(signature).ok_or(VerifyErrorKind::SignatureNotBase64)?;
    if !key.verifies(&[timestamp, b"\n", nonce, b"\n", body, b"\n"], &signature) {
        return Err(VerifyErrorKind::SignatureMismatch);
    }
    Ok(Arc::clone(key_id))
}

/// `true` if all four headers of a signature are present. An error response must then verify. Without them, it is
/// passed on as unauthenticated.
pub(crate) fn is_signed(headers: &HeaderMap) -> bool {
    SignatureHeader::REQUIRED.iter().all(|header| {
        headers
            .get(header.as_str())
            .is_some_and(|value| !value.is_empty())
    })
}

pub(crate) fn required_header(
    headers: &HeaderMap,
    header: SignatureHeader,
) -> Result<&[u8], VerifyErrorKind> {
    optional_header(headers, header)?.ok_or(VerifyErrorKind::MissingHeader(header))
}

/// The value of the header, or `None` if it is absent or empty. The same value may occur twice.
pub(crate) fn optional_header(
    headers: &HeaderMap,
    header: SignatureHeader,
) -> Result<Option<&[u8]>, VerifyErrorKind> {
    let mut values = headers
        .get_all(header.as_str())
        .iter()
        .map(HeaderValue::as_bytes);
    let Some(first) = values.next() else {
        return Ok(None);
    };
    if values.any(|other| other != first) {
        return Err(VerifyErrorKind::ConflictingHeaders(header));
    }
    Ok(Some(first).filter(|value| !value.is_empty()))
}

fn check_timestamp(timestamp: &[u8], now: u64) -> Result<(), VerifyErrorKind> {
    let seconds = std::str::from_utf8(timestamp)
        .ok()
        .filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))
        .and_then(|text| text.parse::<i64>().ok())
        .ok_or(VerifyErrorKind::MalformedTimestamp)?;
    let now = i64::try_from(now).unwrap_or(i64::MAX);
    // Both are within 0..=i64::MAX, so the difference cannot overflow.
    let ahead = seconds - now;
    if ahead.unsigned_abs() > MAX_CLOCK_DIFFERENCE {
        return Err(VerifyErrorKind::TimestampOutOfWindow { ahead });
    }
    Ok(())
}
