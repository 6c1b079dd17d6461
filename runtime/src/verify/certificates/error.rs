use std::{borrow::Cow, error, fmt, sync::Arc};

use crate::{
    crypto::{KeyErrorKind, OpenError},
    verify::{PUBLIC_KEY_ID_PREFIX, VerifyErrorKind},
};

/// The code for «no platform certificates» has two spellings.
const NOT_ISSUED: [&str; 2] = ["RESOURCE_NOT_EXISTS", "RESOURCE_NOT_EXIST"];

/// Recognizes the code of a merchant that has no platform certificates.
pub(crate) fn is_not_issued(code: &str) -> bool {
    NOT_ISSUED.contains(&code)
}

/// Platform certificates (微信支付平台证书) that are needed and not there. A clone is cheap.
#[derive(Debug, Clone)]
pub struct CertificatesError(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    kind: CertificatesErrorKind,
    call: Option<FailedCall>,
}

/// The call of a download, which failed.
#[derive(Debug)]
struct FailedCall {
    error: Box<dyn error::Error + Send + Sync>,
    is_transient: bool,
}

/// Why there are no platform certificates (微信支付平台证书).
///
/// Their download is a GET, which executes nothing: the outcome of the call that needed them is
/// [`NotExecuted`](crate::Outcome::NotExecuted), and every text here agrees with that.
#[derive(Debug)]
#[non_exhaustive]
pub enum CertificatesErrorKind {
    /// The merchant has none (404 `RESOURCE_NOT_EXISTS`, or an empty list): it uses a WeChat Pay public
    /// key (微信支付公钥), as all merchants registered since October 2024 do.
    NotIssued,
    /// The download failed; its [`ErrorKind`](crate::ErrorKind) is the [`source`](error::Error::source).
    Call,
    /// WeChat Pay refused the list with this status.
    Refused {
        /// The HTTP status.
        status: u16,
    },
    /// The list cannot be trusted: nothing of it is installed.
    Rejected(CertificateListErrorKind),
    /// The saved certificates were altered, or saved under another APIv3 key.
    SavedAltered,
    /// The download was stopped: its runtime, or the client that had started it, is gone.
    Stopped,
    /// The download does not go on: its runtime has stood still for three seconds or longer.
    Stalled,
    /// A notification needs certificates, and no client is alive that would download them.
    NoClient,
    /// None of those that are held is in force yet.
    NotInForce,
}

/// Why a list of certificates is rejected: the first reason that applies.
///
/// The headers of the signature are tested first, then the signature if a key that is held made it. Only
/// then is the list decrypted. If a certificate of the list itself made the signature, it is tested last.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CertificateListErrorKind {
    /// The body is not a list of certificates; the parser's words.
    ListInvalid(String),
    /// The list has more entries than are decrypted.
    TooManyEntries {
        /// The entries of the list.
        entries: usize,
        /// The most that are decrypted.
        limit: usize,
    },
    /// An entry is encrypted by another algorithm than `AEAD_AES_256_GCM`.
    UnknownAlgorithm,
    /// An entry's nonce is not 12 bytes long.
    NonceLength,
    /// An entry's ciphertext is not padded base64 of the standard alphabet.
    CiphertextNotBase64,
    /// An entry's ciphertext is shorter than its tag.
    CiphertextTooShort,
    /// An entry does not decrypt: the APIv3 key is another one, or the entry was altered.
    DecryptFailed,
    /// The plaintext of an entry is no platform certificate.
    NotCertificate(KeyErrorKind),
    /// An entry's `serial_no` is not that of its certificate.
    SerialMismatch,
    /// An entry's `effective_time` or `expire_time` is not RFC 3339.
    TimeInvalid,
    /// The response is not verified.
    Unverified(VerifyErrorKind),
}

impl CertificateListErrorKind {
    /// A short fixed name, for metrics and logs: `decrypt-failed`, `serial-mismatch`.
    #[must_use]
    pub fn name(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::ListInvalid(_) => "list-invalid",
            Self::TooManyEntries { .. } => "too-many-entries",
            Self::UnknownAlgorithm => "unknown-algorithm",
            Self::NonceLength => "nonce-length",
            Self::CiphertextNotBase64 => "ciphertext-not-base64",
            Self::CiphertextTooShort => "ciphertext-too-short",
            Self::DecryptFailed => "decrypt-failed",
            Self::NotCertificate(_) => "plaintext-not-certificate",
            Self::SerialMismatch => "serial-mismatch",
            Self::TimeInvalid => "time-invalid",
            Self::Unverified(kind) => return kind.name(),
        })
    }
}

impl From<OpenError> for CertificateListErrorKind {
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

impl From<CertificateListErrorKind> for CertificatesErrorKind {
    fn from(kind: CertificateListErrorKind) -> Self {
        Self::Rejected(kind)
    }
}

impl fmt::Display for CertificateListErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unverified(kind) => kind.fmt(f),
            Self::ListInvalid(words) => write!(f, "list-invalid: {words}"),
            Self::TooManyEntries { entries, limit } => {
                write!(
                    f,
                    "too-many-entries: {entries}, over the {limit} that are decrypted"
                )
            }
            Self::NotCertificate(error) => write!(f, "plaintext-not-certificate: {error}"),
            _ => f.write_str(&self.name()),
        }
    }
}

impl CertificatesError {
    /// Why.
    #[must_use]
    pub fn kind(&self) -> &CertificatesErrorKind {
        &self.0.kind
    }

    /// A short fixed name, for metrics and logs: `not-issued`, `decrypt-failed`.
    #[must_use]
    pub fn name(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self.kind() {
            CertificatesErrorKind::NotIssued => "not-issued",
            CertificatesErrorKind::Call => "call",
            CertificatesErrorKind::Refused { .. } => "refused",
            CertificatesErrorKind::Rejected(kind) => return kind.name(),
            CertificatesErrorKind::SavedAltered => "saved-altered",
            CertificatesErrorKind::Stopped => "stopped",
            CertificatesErrorKind::Stalled => "stalled",
            CertificatesErrorKind::NoClient => "no-client",
            CertificatesErrorKind::NotInForce => "not-in-force",
        })
    }
}

impl From<CertificateListErrorKind> for CertificatesError {
    fn from(kind: CertificateListErrorKind) -> Self {
        CertificatesErrorKind::Rejected(kind).into()
    }
}

impl CertificatesError {
    /// The failure of a download. It `is_transient` if the next one may succeed although nobody changes anything.
    pub(crate) fn call(
        error: impl error::Error + Send + Sync + 'static,
        is_transient: bool,
    ) -> Self {
        let error = Box::new(error);
        Self(Arc::new(Inner {
            kind: CertificatesErrorKind::Call,
            call: Some(FailedCall {
                error,
                is_transient,
            }),
        }))
    }

    pub(super) fn is_transient(&self) -> bool {
        let unverified = match self.kind() {
            CertificatesErrorKind::Rejected(CertificateListErrorKind::Unverified(kind)) => {
                Some(kind)
            }
            _ => None,
        };
        self.0.call.as_ref().is_some_and(|call| call.is_transient)
            || unverified == Some(&VerifyErrorKind::SignatureProbe)
    }
}

impl From<CertificatesErrorKind> for CertificatesError {
    fn from(kind: CertificatesErrorKind) -> Self {
        Self(Arc::new(Inner { kind, call: None }))
    }
}

impl fmt::Display for CertificatesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "platform certificates: {}", self.kind())
    }
}

impl error::Error for CertificatesError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&*self.0.call.as_ref()?.error)
    }
}

impl fmt::Display for CertificatesErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotIssued => f.write_str(
                "this merchant has none (RESOURCE_NOT_EXISTS); it uses the WeChat Pay public key: \
                 give that to the Verifier",
            ),
            Self::Call => f.write_str("not downloaded; nothing was executed"),
            Self::Refused { status } => write!(f, "refused with status {status}"),
            Self::Rejected(kind) => {
                write!(f, "list rejected: {kind}")?;
                f.write_str(match kind {
                    CertificateListErrorKind::Unverified(VerifyErrorKind::UnknownKeyId { key_id })
                        if key_id.starts_with(PUBLIC_KEY_ID_PREFIX) =>
                    {
                        "; no key that is held has this ID: give the WeChat Pay public key of this ID to \
                         `Verifier::with_key`"
                    }
                    CertificateListErrorKind::Unverified(VerifyErrorKind::UnknownKeyId { .. }) => {
                        "; neither a key that is held nor a certificate of the list has this serial \
                         number: add its certificate by `Verifier::with_key`"
                    }
                    CertificateListErrorKind::DecryptFailed => {
                        "; compare the APIv3 key with the one on the merchant platform"
                    }
                    _ => "",
                })
            }
            Self::SavedAltered => {
                f.write_str("the saved ones were altered, or saved under another APIv3 key")
            }
            Self::Stopped => f.write_str(
                "the download was stopped: its runtime, or the client that had started it, is gone",
            ),
            Self::Stalled => f.write_str(
                "the download does not go on: nothing runs the tokio runtime that it was started on",
            ),
            Self::NoClient => f.write_str(
                "no client downloads them: keep the Client, or take notifications by \
                 `Client::notifications` or `Notifications::for_clients`",
            ),
            Self::NotInForce => f.write_str(
                "none that is held is in force yet: compare the local clock with their times",
            ),
        }
    }
}
