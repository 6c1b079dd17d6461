//! The diagnosis of a response or notification that does not verify: tries the known causes until one explains the
//! failed check.
//!
//! The cause is for people. A message that verifies after a change is still not trusted.

mod body;
mod cause;
mod encodings;
mod json;

use http::{
    HeaderMap,
    header::{CONTENT_ENCODING, HeaderValue},
};

pub use cause::VerifyDiagnosis;

use crate::{
    crypto::{PublicKey, decode_base64},
    sign::Merchant,
    verify::{
        PUBLIC_KEY_ID_PREFIX, Received, SignatureHeader, Verifier, VerifyError, VerifyErrorKind,
        optional_header, required_header,
    },
};
use body::{Search, observed_cause};

impl VerifyError {
    /// Searches for the cause for which the response does not verify. `None` if no known cause applies. Use the cause
    /// for logs only, never for a decision.
    ///
    /// `verifier` is the verifier that refused the response. If you have the [`Merchant`], pass it: the search then
    /// recognizes its serial number. The search may cost as much CPU as a thousand verifications.
    ///
    /// ```
    /// use wechatpay_client::{Error, ErrorKind, Merchant, Verifier};
    ///
    /// fn cause(error: &Error, verifier: &Verifier, merchant: &Merchant) -> Option<String> {
    ///     match error.kind() {
    ///         ErrorKind::Verify(error) => Some(error.diagnose(verifier, Some(merchant))?.to_string()),
    ///         _ => None,
    ///     }
    /// }
    /// ```
    pub fn diagnose(
        &self,
        verifier: &Verifier,
        merchant: Option<&Merchant>,
    ) -> Option<VerifyDiagnosis> {
        diagnose(self.received(), self.kind(), verifier, merchant)
            // A response with one of these statuses has no body.
            .filter(|cause| {
                *cause != VerifyDiagnosis::BodyConsumed || !matches!(self.status(), 202 | 204)
            })
    }
}

/// Tests if the trusted key that a response names made its signature, of whatever message. If the response does not verify
/// nevertheless, the key is right and the message was changed.
pub(crate) fn is_made_by_trusted_key(error: &VerifyError, verifier: &Verifier) -> bool {
    let headers = &error.received().headers;
    let Some(signature) = Signature::from_headers(headers) else {
        return false;
    };
    let keys = verifier.for_diagnosis(headers, None).trusted_keys();
    let mut keys = keys.iter();
    keys.any(|(id, key)| id.as_bytes() == signature.key_id && key.made(&signature.bytes))
}

/// Finds the cause behind `kind`, with the keys of the merchant that the message is about.
pub(crate) fn diagnose(
    received: &Received,
    kind: &VerifyErrorKind,
    verifier: &Verifier,
    merchant: Option<&Merchant>,
) -> Option<VerifyDiagnosis> {
    let concerned = verifier.for_diagnosis(&received.headers, merchant);
    received.diagnose(kind, concerned, merchant)
}

impl Received {
    /// Finds the cause behind `kind`, if a known one applies.
    fn diagnose(
        &self,
        kind: &VerifyErrorKind,
        verifier: &Verifier,
        merchant: Option<&Merchant>,
    ) -> Option<VerifyDiagnosis> {
        match kind {
            VerifyErrorKind::UnsupportedSignatureType => {
                self.joined_header(SignatureHeader::SignatureType)
            }
            VerifyErrorKind::MalformedTimestamp => self.joined_header(SignatureHeader::Timestamp),
            VerifyErrorKind::TimestampOutOfWindow { ahead } => {
                self.time_cause(*ahead, verifier, merchant)
            }
            VerifyErrorKind::SignatureProbe => Some(VerifyDiagnosis::SignatureProbe),
            VerifyErrorKind::UnknownKeyId { .. } => self
                .joined_header(SignatureHeader::Serial)
                .or_else(|| self.untrusted_key(verifier, merchant)),
            VerifyErrorKind::SignatureNotBase64 => self.joined_header(SignatureHeader::Signature),
            VerifyErrorKind::SignatureMismatch => self
                .joined_header(SignatureHeader::Nonce)
                .or_else(|| self.other_signer(verifier))
                .or_else(|| self.body_cause(verifier)),
            VerifyErrorKind::ConflictingHeaders(_) | VerifyErrorKind::MissingHeader(_) => None,
        }
    }

    /// A valid value of these headers has no comma, so a comma joins several values.
    fn joined_header(&self, header: SignatureHeader) -> Option<VerifyDiagnosis> {
        let value = optional_header(&self.headers, header).ok()??;
        let is_joined = value.contains(&b',');
        is_joined.then_some(VerifyDiagnosis::HeaderJoined(header))
    }

    /// Explains a message that is `ahead` seconds ahead of the local clock. Time is the cause only if the
    /// message verifies at its own time; otherwise the other cause has to be reversed first.
    fn time_cause(
        &self,
        ahead: i64,
        verifier: &Verifier,
        merchant: Option<&Merchant>,
    ) -> Option<VerifyDiagnosis> {
        let signed_at = self.now.checked_add_signed(ahead)?;
        if let Some(unit) = finer_unit(self.now) {
            return Some(VerifyDiagnosis::LocalTimeUnit { unit });
        }
        if let Some(unit) = finer_unit(signed_at) {
            return Some(VerifyDiagnosis::TimestampUnit { unit });
        }
        match verifier.check_signature(&self.headers, &self.body, signed_at) {
            Ok(_) => Some(VerifyDiagnosis::Clock { ahead }),
            Err(VerifyErrorKind::TimestampOutOfWindow { .. }) => None,
            Err(kind) => self.diagnose(&kind, verifier, merchant),
        }
    }

    /// Finds how the body differs from the signed one.
    fn body_cause(&self, verifier: &Verifier) -> Option<VerifyDiagnosis> {
        if self.body.is_empty() {
            return Some(VerifyDiagnosis::BodyConsumed);
        }
        let signature = Signature::from_headers(&self.headers)?;
        let keys = verifier.trusted_keys();
        let (_, key) = keys
            .iter()
            .find(|(id, _)| id.as_bytes() == signature.key_id)?;
        let is_signed = |parts: &[&[u8]]| signature.is_valid_for(key, parts);
        Search::run(&self.body, &is_signed)
            .or_else(|| observed_cause(&self.body, self.is_content_encoded()))
    }

    fn is_content_encoded(&self) -> bool {
        let encoding = self.headers.get(CONTENT_ENCODING);
        let encoding = encoding.map(HeaderValue::as_bytes).unwrap_or_default();
        !encoding.is_empty() && !encoding.eq_ignore_ascii_case(b"identity")
    }

    /// Explains a key ID that is not trusted.
    fn untrusted_key(
        &self,
        verifier: &Verifier,
        merchant: Option<&Merchant>,
    ) -> Option<VerifyDiagnosis> {
        let key_id = required_header(&self.headers, SignatureHeader::Serial).ok()?;
        if merchant
            .is_some_and(|merchant| key_id.eq_ignore_ascii_case(merchant.serial_no().as_bytes()))
        {
            return Some(VerifyDiagnosis::MerchantSerialNo);
        }
        if let Some(cause) = self.other_signer(verifier) {
            return Some(cause);
        }
        let is_public_key = |key_id: &[u8]| key_id.starts_with(PUBLIC_KEY_ID_PREFIX.as_bytes());
        let names_public_key = is_public_key(key_id);
        if !names_public_key && !key_id.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        if !names_public_key && verifier.may_have_lacked_certificate(key_id) {
            return Some(VerifyDiagnosis::CertificatesNotDownloaded);
        }
        let keys = verifier.trusted_keys();
        let mut kinds = keys.iter().map(|(id, _)| is_public_key(id.as_bytes()));
        Some(
            match (kinds.any(|kind| kind == names_public_key), names_public_key) {
                (true, _) => VerifyDiagnosis::OtherKey,
                (false, true) => VerifyDiagnosis::PublicKeyMode,
                (false, false) => VerifyDiagnosis::CertificateMode,
            },
        )
    }

    /// The trusted key that signed the message, if the message names another.
    fn other_signer(&self, verifier: &Verifier) -> Option<VerifyDiagnosis> {
        let signature = Signature::from_headers(&self.headers)?;
        let keys = verifier.trusted_keys();
        let mut others = keys
            .iter()
            .filter(|(id, _)| id.as_bytes() != signature.key_id);
        let (trusted, _) = others.find(|(_, key)| signature.is_valid_for(key, &[&self.body]))?;
        let trusted = trusted.to_string();
        Some(VerifyDiagnosis::KeyId { trusted })
    }
}

/// The unit of a time since 1970, if it would be after the year 5000 in seconds.
fn finer_unit(time: u64) -> Option<&'static str> {
    match time {
        0..100_000_000_000 => None,
        100_000_000_000..100_000_000_000_000 => Some("milliseconds"),
        100_000_000_000_000..100_000_000_000_000_000 => Some("microseconds"),
        _ => Some("nanoseconds"),
    }
}

/// The signature in the headers.
struct Signature<'a> {
    timestamp: &'a [u8],
    nonce: &'a [u8],
    key_id: &'a [u8],
    bytes: Vec<u8>,
}

impl<'a> Signature<'a> {
    fn from_headers(headers: &'a HeaderMap) -> Option<Self> {
        let header = |header| required_header(headers, header).ok();
        Some(Self {
            timestamp: header(SignatureHeader::Timestamp)?,
            nonce: header(SignatureHeader::Nonce)?,
            key_id: header(SignatureHeader::Serial)?,
            bytes: decode_base64(header(SignatureHeader::Signature)?)?,
        })
    }

    /// True if the signature is `key`'s over a body of these parts.
    fn is_valid_for(&self, key: &PublicKey, body: &[&[u8]]) -> bool {
        let head = [self.timestamp, b"\n", self.nonce, b"\n"];
        key.verifies(&[&head, body, &[b"\n"]].concat(), &self.bytes)
    }
}
