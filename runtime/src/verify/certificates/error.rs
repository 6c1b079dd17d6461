use std::{borrow::Cow, error, fmt};

use crate::{
    crypto::OpenError,
    error::{Error, KeyError},
    verify::VerifyReason,
};

/// Why platform certificates (微信支付平台证书) could not be had.
#[derive(Debug)]
#[non_exhaustive]
pub enum CertificatesError {
    /// The merchant has none (404 `RESOURCE_NOT_EXISTS`, or an empty list): it uses a WeChat Pay public
    /// key (微信支付公钥), as all registered since October 2024 do.
    NotIssued,
    /// The call failed.
    Call(Box<Error>),
    /// The list is not to be believed: nothing of it is installed.
    Rejected(CertificateReason),
    /// What was saved is not what was written, or not under this APIv3 key.
    SavedAltered,
    /// The download was stopped: its runtime, or the client that had started it, is gone.
    Stopped,
}

/// What is wrong with a list of certificates. One reason each, in the order in which they are tested:
/// each entry is opened before the answer is verified, since the first list carries its own key.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CertificateReason {
    /// The body is not a list of certificates; the parser's words.
    ListInvalid(String),
    /// An entry is sealed by another algorithm than `AEAD_AES_256_GCM`.
    UnknownAlgorithm,
    /// An entry's nonce is not 12 bytes long.
    NonceLength,
    /// An entry's ciphertext is not padded base64 of the standard alphabet.
    CiphertextNotBase64,
    /// An entry's ciphertext is shorter than its tag.
    CiphertextTooShort,
    /// An entry does not open: another APIv3 key, or altered.
    DecryptFailed,
    /// What an entry holds is no platform certificate.
    NotCertificate(KeyError),
    /// An entry's `serial_no` is not that of its certificate.
    SerialMismatch,
    /// An entry's `effective_time` or `expire_time` is not RFC 3339.
    TimeInvalid,
    /// The answer is not verified.
    Unverified(VerifyReason),
}

impl CertificateReason {
    /// A short fixed name, for metrics and logs: `decrypt-failed`, `serial-mismatch`.
    #[must_use]
    pub fn name(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::ListInvalid(_) => "list-invalid",
            Self::UnknownAlgorithm => "unknown-algorithm",
            Self::NonceLength => "nonce-length",
            Self::CiphertextNotBase64 => "ciphertext-not-base64",
            Self::CiphertextTooShort => "ciphertext-too-short",
            Self::DecryptFailed => "decrypt-failed",
            Self::NotCertificate(_) => "plaintext-not-certificate",
            Self::SerialMismatch => "serial-mismatch",
            Self::TimeInvalid => "time-invalid",
            Self::Unverified(reason) => return reason.name(),
        })
    }
}

impl From<OpenError> for CertificateReason {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::UnknownAlgorithm => Self::UnknownAlgorithm,
            OpenError::NonceLength => Self::NonceLength,
            OpenError::NotBase64 => Self::CiphertextNotBase64,
            OpenError::TooShort => Self::CiphertextTooShort,
            OpenError::Failed => Self::DecryptFailed,
        }
    }
}

impl From<CertificateReason> for CertificatesError {
    fn from(reason: CertificateReason) -> Self {
        Self::Rejected(reason)
    }
}

impl fmt::Display for CertificateReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unverified(reason) => reason.fmt(f),
            Self::ListInvalid(words) => write!(f, "list-invalid: {words}"),
            Self::NotCertificate(error) => write!(f, "plaintext-not-certificate: {error}"),
            _ => f.write_str(&self.name()),
        }
    }
}

impl error::Error for CertificateReason {}

impl fmt::Display for CertificatesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("platform certificates: ")?;
        match self {
            Self::NotIssued => f.write_str(
                "this merchant has none (RESOURCE_NOT_EXISTS); it uses the WeChat Pay public key: \
                 give that to the Verifier",
            ),
            Self::Call(error) => write!(f, "not downloaded: {error}"),
            Self::Rejected(reason) => write!(f, "rejected: {reason}"),
            Self::SavedAltered => {
                f.write_str("what was saved has been altered, or is of another APIv3 key")
            }
            Self::Stopped => f.write_str("the download was stopped"),
        }
    }
}

impl error::Error for CertificatesError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Call(error) => Some(&**error),
            Self::Rejected(reason) => Some(reason),
            _ => None,
        }
    }
}
