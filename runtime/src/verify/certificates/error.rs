//! The errors of platform certificates: of a download, of its list, and of saved certificates.

use std::{borrow::Cow, error, fmt, sync::Arc};

use crate::{
    crypto::{KeyErrorKind, OpenError},
    verify::{PUBLIC_KEY_ID_PREFIX, VerifyErrorKind},
};

/// The code of a merchant without platform certificates has two spellings.
const NOT_ISSUED: [&str; 2] = ["RESOURCE_NOT_EXISTS", "RESOURCE_NOT_EXIST"];

/// Recognizes the code of a merchant that has no platform certificates.
pub(crate) fn is_not_issued(code: &str) -> bool {
    NOT_ISSUED.contains(&code)
}

/// The error of platform certificates (微信支付平台证书) that could not be downloaded, verified or loaded. Clones are
/// cheap.
///
/// ```
/// use wechatpay_client::{PlatformCertificates, error::CertificatesErrorKind};
///
/// fn report(certificates: &PlatformCertificates) {
///     match certificates.last_failure() {
///         Some(failure) if matches!(failure.kind(), CertificatesErrorKind::NotIssued) => {
///             eprintln!("configure the WeChat Pay public key of this merchant");
///         }
///         Some(failure) => eprintln!("{failure}"),
///         None => {}
///     }
/// }
/// ```
#[derive(Debug, Clone)]
pub struct CertificatesError(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    kind: CertificatesErrorKind,
    call: Option<FailedCall>,
}

/// The failed call of a download.
#[derive(Debug)]
struct FailedCall {
    error: Box<dyn error::Error + Send + Sync>,
    is_transient: bool,
}

/// The kind of a [`CertificatesError`].
///
/// A call that needs the certificates sends nothing without them, and their download has no side effect.
#[derive(Debug)]
#[non_exhaustive]
pub enum CertificatesErrorKind {
    /// The merchant has no platform certificates (404 `RESOURCE_NOT_EXISTS`, or an empty list): it uses a WeChat Pay
    /// public key (微信支付公钥), as all merchants registered since October 2024 do.
    NotIssued,
    /// The download of the certificates failed. The [`source`](error::Error::source) of the [`CertificatesError`] is the
    /// [`ErrorKind`](crate::ErrorKind) of the failed download.
    Call,
    /// The response given to [`PlatformCertificates::install`](crate::PlatformCertificates::install) is not a success.
    Refused {
        /// The HTTP status of the response to the download.
        status: u16,
    },
    /// The list of certificates cannot be verified, decrypted or read. No certificate of the list is used.
    Rejected(CertificateListErrorKind),
    /// The saved certificates were altered, or saved with another APIv3 key.
    SavedAltered,
    /// The download was stopped, because its runtime has ended or the client that started it was dropped.
    Stopped,
    /// The download has stalled, because its runtime has not run for three seconds or longer.
    Stalled,
    /// A notification needs certificates, and no [`Client`](crate::Client) downloads them.
    NoClient,
    /// No downloaded certificate is in force yet.
    NotInForce,
}

/// The kind of a [`CertificatesErrorKind::Rejected`]: the first check that a list of platform certificates failed.
///
/// The headers of the signature are checked first, then the signature if a trusted key made it. Only then is the list
/// decrypted. If a certificate in the list made the signature, the signature is checked last.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CertificateListErrorKind {
    /// The body of the response is not a list of certificates. Holds the message of the parser.
    ListInvalid(String),
    /// The list has too many entries.
    TooManyEntries {
        /// The number of entries in the list.
        entries: usize,
        /// The largest number of entries that is allowed.
        limit: usize,
    },
    /// An entry is encrypted with another algorithm than `AEAD_AES_256_GCM`.
    UnknownAlgorithm,
    /// The nonce of an entry is not 12 bytes long.
    NonceLength,
    /// The ciphertext of an entry is not base64 of the standard alphabet with padding.
    CiphertextNotBase64,
    /// The ciphertext of an entry is shorter than its tag.
    CiphertextTooShort,
    /// An entry cannot be decrypted: the APIv3 key is wrong, or the entry was altered.
    DecryptFailed,
    /// The plaintext of an entry is not a platform certificate.
    NotCertificate(KeyErrorKind),
    /// The `serial_no` of an entry differs from the serial number of its certificate.
    SerialNoMismatch,
    /// The `effective_time` or `expire_time` of an entry is not an RFC 3339 time.
    TimeInvalid,
    /// The signature of the response does not verify.
    Unverified(VerifyErrorKind),
}

impl CertificateListErrorKind {
    /// The short fixed name of the kind, for metrics and logs, such as `decrypt-failed` or `serial-mismatch`.
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
            Self::SerialNoMismatch => "serial-mismatch",
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
                    "too-many-entries: the list has {entries} entries, but at most {limit} are decrypted"
                )
            }
            Self::NotCertificate(error) => write!(f, "plaintext-not-certificate: {error}"),
            _ => f.write_str(&self.name()),
        }
    }
}

impl CertificatesError {
    /// The kind of this error.
    #[must_use]
    pub fn kind(&self) -> &CertificatesErrorKind {
        &self.0.kind
    }

    /// The short fixed name of the kind, for metrics and logs, such as `not-issued` or `decrypt-failed`.
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
    /// The failed call of a download. The failure `is_transient` if a later download may succeed without any change.
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
                "this merchant has no platform certificates (RESOURCE_NOT_EXISTS): give its WeChat Pay public key to the \
                 `Verifier`",
            ),
            Self::Call => f.write_str("the download failed, which has no side effect"),
            Self::Refused { status } => write!(f, "WeChat Pay refused the download with status {status}"),
            Self::Rejected(kind) => {
                write!(f, "list rejected: {kind}")?;
                f.write_str(match kind {
                    CertificateListErrorKind::Unverified(VerifyErrorKind::UnknownKeyId { key_id })
                        if key_id.starts_with(PUBLIC_KEY_ID_PREFIX) =>
                    {
                        "; no trusted key has this ID: add the WeChat Pay public key with this ID by \
                         `Verifier::with_key`"
                    }
                    CertificateListErrorKind::Unverified(VerifyErrorKind::UnknownKeyId { .. }) => {
                        "; neither a trusted key nor a certificate in the list has this serial number: add \
                         its certificate by `Verifier::with_key`"
                    }
                    CertificateListErrorKind::DecryptFailed => {
                        "; compare the APIv3 key with the one on the merchant platform"
                    }
                    _ => "",
                })
            }
            Self::SavedAltered => {
                f.write_str(
                    "the saved certificates were altered, or saved with another APIv3 key: \
                     download them again",
                )
            }
            Self::Stopped => f.write_str(
                "the download was stopped, because its runtime has ended or its client was dropped: call again",
            ),
            Self::Stalled => f.write_str(
                "the download has stalled, because its tokio runtime does not run: keep that runtime running",
            ),
            Self::NoClient => f.write_str(
                "no client downloads the certificates: keep the `Client`, or use `Notifications::for_client` or \
                 `Notifications::for_clients`",
            ),
            Self::NotInForce => f.write_str(
                "no certificate is in force yet: check the local clock",
            ),
        }
    }
}
