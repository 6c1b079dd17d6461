//! The kinds of a failed verification of a response or notification.

use std::{borrow::Cow, error, fmt};

use super::PUBLIC_KEY_ID_PREFIX;

/// A difference of this many seconds, over 3,000 years, means that a time is in another unit.
const WRONG_UNIT: u64 = 100_000_000_000;

/// The kind of a [`VerifyError`](super::VerifyError): the first check that the response or notification failed. The
/// variants are in the order of the checks.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyErrorKind {
    /// A header of the signature occurs more than once, with different values.
    ConflictingHeaders(SignatureHeader),
    /// A header of the signature is absent or empty.
    MissingHeader(SignatureHeader),
    /// The header `Wechatpay-Signature-Type` is not `WECHATPAY2-SHA256-RSA2048`, or for a brand not
    /// `WECHATPAY-BRAND-SHA256-RSA2048`.
    UnsupportedSignatureType,
    /// The header `Wechatpay-Timestamp` is not a decimal number of at most 63 bits.
    MalformedTimestamp,
    /// The timestamp is more than five minutes before or after the local time: the message is old, or the local clock is
    /// wrong.
    TimestampOutOfWindow {
        /// The seconds by which the timestamp is ahead of the local clock, negative if the timestamp is behind.
        ahead: i64,
    },
    /// The message is a signature probe (签名探测流量): WeChat Pay sends a wrong signature now and then, to test if the
    /// merchant verifies signatures. The request may have been executed.
    SignatureProbe,
    /// The header `Wechatpay-Serial` names a key that is not trusted.
    UnknownKeyId {
        /// The first 64 characters of the ID that the header names.
        key_id: String,
    },
    /// The header `Wechatpay-Signature` is not base64 of the standard alphabet with padding.
    SignatureNotBase64,
    /// The signature does not match the headers and the body. [`VerifyError::diagnose`](super::VerifyError::diagnose)
    /// searches for the cause.
    SignatureMismatch,
}

/// A header of the signature of a response or notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_enums, reason = "the signature has these five")]
pub enum SignatureHeader {
    /// `Wechatpay-Timestamp`: the time of the signature, in Unix seconds.
    Timestamp,
    /// `Wechatpay-Nonce`: the random text that is signed with the body.
    Nonce,
    /// `Wechatpay-Signature`: the signature, in base64.
    Signature,
    /// `Wechatpay-Serial`: the ID of the key that made the signature.
    Serial,
    /// `Wechatpay-Signature-Type`: the algorithm of the signature. Optional.
    SignatureType,
}

impl VerifyErrorKind {
    /// The short fixed name of the kind, for metrics and logs, such as `signature-mismatch` or `missing-header:Wechatpay-Nonce`.
    #[must_use]
    pub fn name(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::ConflictingHeaders(header) => {
                return Cow::Owned(format!("conflicting-headers:{header}"));
            }
            Self::MissingHeader(header) => return Cow::Owned(format!("missing-header:{header}")),
            Self::UnsupportedSignatureType => "unsupported-signature-type",
            Self::MalformedTimestamp => "malformed-timestamp",
            Self::TimestampOutOfWindow { .. } => "timestamp-out-of-window",
            Self::SignatureProbe => "signature-probe",
            Self::UnknownKeyId { .. } => "unknown-serial",
            Self::SignatureNotBase64 => "signature-not-base64",
            Self::SignatureMismatch => "signature-mismatch",
        })
    }
}

impl VerifyErrorKind {
    /// The unknown key ID, if a download of platform certificates may bring the key. A public key cannot be
    /// downloaded.
    pub(crate) fn downloadable_key_id(&self) -> Option<&str> {
        match self {
            Self::UnknownKeyId { key_id } => {
                Some(&**key_id).filter(|key_id| !key_id.starts_with(PUBLIC_KEY_ID_PREFIX))
            }
            _ => None,
        }
    }
}

impl SignatureHeader {
    /// The headers that a signature requires, in the order of the checks.
    pub(super) const REQUIRED: [Self; 4] =
        [Self::Timestamp, Self::Nonce, Self::Signature, Self::Serial];

    /// The name of the header, such as `Wechatpay-Nonce`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Timestamp => "Wechatpay-Timestamp",
            Self::Nonce => "Wechatpay-Nonce",
            Self::Signature => "Wechatpay-Signature",
            Self::Serial => "Wechatpay-Serial",
            Self::SignatureType => "Wechatpay-Signature-Type",
        }
    }
}

impl fmt::Display for VerifyErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())?;
        match self {
            Self::TimestampOutOfWindow { ahead } if ahead.unsigned_abs() >= WRONG_UNIT => {
                f.write_str(": the timestamp or the local time is not in seconds, but perhaps in milliseconds")
            }
            Self::TimestampOutOfWindow { ahead } if *ahead < 0 => {
                write!(
                    f,
                    ": the timestamp is {} s behind the local clock: set the local clock, or reject the message \
                     as old",
                    ahead.unsigned_abs()
                )
            }
            Self::TimestampOutOfWindow { ahead } => {
                write!(
                    f,
                    ": the timestamp is {ahead} s ahead of the local clock: set the local clock"
                )
            }
            Self::UnknownKeyId { key_id } => {
                write!(f, " {}, which is not a trusted key", key_id.escape_debug())
            }
            Self::ConflictingHeaders(_) => f.write_str(": the header has several different values"),
            Self::MissingHeader(_) => f.write_str(": the header is absent or empty"),
            Self::UnsupportedSignatureType => f.write_str(": another signature type is expected"),
            Self::MalformedTimestamp => f.write_str(": the timestamp is not a number of seconds"),
            Self::SignatureProbe => {
                f.write_str(": WeChat Pay sent a wrong signature on purpose, to test the merchant")
            }
            Self::SignatureNotBase64 => Ok(()),
            Self::SignatureMismatch => {
                f.write_str(": the signature does not match the body; `diagnose` searches for the cause")
            }
        }
    }
}

impl error::Error for VerifyErrorKind {}

impl fmt::Display for SignatureHeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The first 64 characters of a value from outside, for a message.
pub(crate) fn excerpt(value: &[u8]) -> String {
    String::from_utf8_lossy(value).chars().take(64).collect()
}
