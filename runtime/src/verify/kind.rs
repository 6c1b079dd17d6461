use std::{borrow::Cow, error, fmt};

use super::PUBLIC_KEY_ID_PREFIX;

/// A difference of so many seconds, over 3,000 years, is one of units.
const WRONG_UNIT: u64 = 100_000_000_000;

/// Why a response is not verified. One reason each, in the order in which they are tested.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyErrorKind {
    /// A header of the signature occurs twice, with different values.
    ConflictingHeaders(SignatureHeader),
    /// A header of the signature is absent or empty.
    MissingHeader(SignatureHeader),
    /// `Wechatpay-Signature-Type` names another algorithm than this client speaks.
    UnsupportedSignatureType,
    /// `Wechatpay-Timestamp` is not decimal digits, or beyond 63 bits.
    MalformedTimestamp,
    /// The response was signed more than five minutes before or after the local time: a replay, or a
    /// clock that is wrong.
    TimestampOutOfWindow {
        /// Seconds by which the response is ahead of the local clock; negative if it is behind.
        ahead: i64,
    },
    /// A signature probe (签名探测流量): WeChat Pay itself sends a wrong signature now and then, to
    /// see whether the merchant verifies. The request may well have been executed.
    SignatureProbe,
    /// `Wechatpay-Serial` names no key that is trusted.
    UnknownKeyId {
        /// The ID, cut after 64 characters.
        key_id: String,
    },
    /// `Wechatpay-Signature` is not padded base64 of the standard alphabet.
    SignatureNotBase64,
    /// The signature is not the key's over these headers and this body.
    SignatureMismatch,
}

/// A header of the signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_enums, reason = "the signature has these five")]
pub enum SignatureHeader {
    /// `Wechatpay-Timestamp`
    Timestamp,
    /// `Wechatpay-Nonce`
    Nonce,
    /// `Wechatpay-Signature`
    Signature,
    /// `Wechatpay-Serial`
    Serial,
    /// `Wechatpay-Signature-Type`
    SignatureType,
}

impl VerifyErrorKind {
    /// A short fixed name, for metrics and logs: `signature-mismatch`, `missing-header:Wechatpay-Nonce`.
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
    /// The unknown serial that a download of platform certificates may bring: a public key's never.
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
    /// Those without which nothing is signed, in the order in which they are tested.
    pub(super) const REQUIRED: [Self; 4] =
        [Self::Timestamp, Self::Nonce, Self::Signature, Self::Serial];

    /// The header's name.
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
                f.write_str(", in another unit than seconds, such as milliseconds")
            }
            Self::TimestampOutOfWindow { ahead } if *ahead < 0 => {
                write!(f, ", {} s behind the local clock", ahead.unsigned_abs())
            }
            Self::TimestampOutOfWindow { ahead } => {
                write!(f, ", {ahead} s ahead of the local clock")
            }
            Self::UnknownKeyId { key_id } => write!(f, " {}", key_id.escape_debug()),
            _ => Ok(()),
        }
    }
}

impl error::Error for VerifyErrorKind {}

impl fmt::Display for SignatureHeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The beginning of a value from outside, fit for a message.
pub(crate) fn excerpt(value: &[u8]) -> String {
    String::from_utf8_lossy(value).chars().take(64).collect()
}
