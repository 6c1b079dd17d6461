//! The error of a notification, with the reply to send.

use std::{borrow::Cow, error, fmt};

use super::{Notifications, Reply};
use crate::{
    crypto::OpenError,
    diagnose::{VerifyDiagnosis, diagnose},
    sign::Merchant,
    verify::{Received, VerifyErrorKind, excerpt},
};

/// The error of a rejected notification.
///
/// Log the error, and send its [`reply`](Self::reply). If you wait for the result of an order, query the order: the
/// content of a rejected notification is not available.
///
/// ```
/// # use wechatpay_client::notification::{NotificationError, Reply};
/// fn reject(error: &NotificationError) -> Reply {
///     eprintln!("{error}");
///     error.reply()
/// }
/// ```
#[derive(Clone)]
pub struct NotificationError {
    kind: NotificationErrorKind,
    id: Option<String>,
    event_type: Option<String>,
    /// The JSON pointer to the mistake in the resource.
    pointer: Option<String>,
    /// The request of an unverified notification, only for the diagnosis.
    received: Option<Box<Received>>,
}

/// The kind of a [`NotificationError`].
///
/// The variants are in the order of the checks. The first check that fails determines the kind.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotificationErrorKind {
    /// The application has no keys for this request: `choose_notifications` of its axum state returned `None`.
    NoKeys,
    /// The body of the notification is larger than [`Notifications::with_body_limit`] allows.
    BodyTooLarge {
        /// The largest body allowed, in bytes.
        limit: usize,
    },
    /// The body of the notification could not be read to its end.
    BodyUnreadable,
    /// The signature does not prove that WeChat Pay sent the notification.
    Unverified(VerifyErrorKind),
    /// The signature is valid, but the body is not the JSON of a notification: it is not UTF-8, not an object, or has
    /// missing or wrong members. Holds the path of the member and the message of the parser, without values.
    EnvelopeInvalid(String),
    /// The resource is encrypted with another algorithm than `AEAD_AES_256_GCM`.
    UnknownAlgorithm,
    /// The nonce of the encrypted resource does not have 12 bytes.
    NonceLength,
    /// The ciphertext of the resource is not base64 of the standard alphabet with padding.
    CiphertextNotBase64,
    /// The ciphertext of the resource is shorter than its authentication tag of 16 bytes.
    CiphertextTooShort,
    /// No APIv3 key of the [`Notifications`] decrypts the resource.
    DecryptFailed,
    /// The decrypted resource is not UTF-8, or not a JSON object.
    PlaintextNotJson,
    /// The resource is not of the type that [`Notification::resource`](super::Notification::resource) was asked for.
    /// Holds the path of the member and the message of the parser, without values.
    ResourceMismatch(String),
}

impl NotificationError {
    pub(super) fn unverified(kind: VerifyErrorKind, received: Box<Received>) -> Self {
        Self {
            received: Some(received),
            ..NotificationErrorKind::Unverified(kind).into()
        }
    }

    /// An error of a verified notification with this ID and event type.
    pub(super) fn with_envelope(kind: NotificationErrorKind, id: &str, event_type: &str) -> Self {
        Self {
            kind,
            id: Some(excerpt(id.as_bytes())),
            event_type: Some(excerpt(event_type.as_bytes())),
            pointer: None,
            received: None,
        }
    }

    /// Adds the JSON pointer to the mistake in the resource.
    pub(super) fn with_pointer(self, pointer: &str) -> Self {
        Self {
            pointer: Some(pointer.to_owned()),
            ..self
        }
    }

    /// The kind of the error.
    #[must_use]
    pub fn kind(&self) -> &NotificationErrorKind {
        &self.kind
    }

    /// The short fixed [name](NotificationErrorKind::name) of the error's kind, for metrics and logs.
    #[must_use]
    pub fn name(&self) -> Cow<'static, str> {
        self.kind.name()
    }

    /// The ID of the notification, cut after 64 characters. `None` if the notification was rejected before its body
    /// was verified and parsed.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The event type of the notification, cut after 64 characters. `None` if the notification was rejected before its
    /// body was verified and parsed.
    #[must_use]
    pub fn event_type(&self) -> Option<&str> {
        self.event_type.as_deref()
    }

    /// The JSON pointer (RFC 6901) to the member of the resource that is missing or has another type, such as
    /// `/amount/total`. Empty if the mistake is the resource itself. `None` unless the kind is
    /// [`ResourceMismatch`](NotificationErrorKind::ResourceMismatch).
    #[must_use]
    pub fn pointer(&self) -> Option<&str> {
        self.pointer.as_deref()
    }

    /// Looks for the likely cause of a failed verification, by trying the known causes. Use the result for logs, never
    /// for a decision. `None` if no known cause fits, or if the kind is not
    /// [`Unverified`](NotificationErrorKind::Unverified).
    ///
    /// `notifications` is the value that rejected the notification. With a `merchant`, the diagnosis also recognises
    /// the serial number of that merchant's own certificate. A diagnosis costs up to a thousand verifications: call
    /// `diagnose` while you set up a server, not for every request from outside.
    pub fn diagnose(
        &self,
        notifications: &Notifications,
        merchant: Option<&Merchant>,
    ) -> Option<VerifyDiagnosis> {
        let NotificationErrorKind::Unverified(kind) = &self.kind else {
            return None;
        };
        let received = self.received.as_ref()?;
        diagnose(received, kind, &notifications.verifier, merchant)
    }

    /// The reply to send to WeChat Pay, which then sends the notification again.
    ///
    /// | status | meaning |
    /// |---|---|
    /// | 400 | the body cannot be read or is malformed |
    /// | 401 | the signature does not verify, or is a signature probe (签名探测流量) |
    /// | 404 | the application has no keys for the request |
    /// | 413 | the body is too large |
    /// | 500 | the resource cannot be decrypted or decoded |
    pub fn reply(&self) -> Reply {
        let status = match self.kind {
            NotificationErrorKind::Unverified(_) => 401,
            NotificationErrorKind::NoKeys => 404,
            NotificationErrorKind::BodyTooLarge { .. } => 413,
            NotificationErrorKind::BodyUnreadable | NotificationErrorKind::EnvelopeInvalid(_) => {
                400
            }
            _ => 500,
        };
        Reply::failure_with_status(status, &self.kind.name())
    }
}

impl NotificationErrorKind {
    /// The short fixed name of the kind, for metrics and logs, such as `decrypt-failed` or `signature-mismatch`.
    #[must_use]
    pub fn name(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Unverified(kind) => return kind.name(),
            Self::NoKeys => "no-keys",
            Self::BodyTooLarge { .. } => "body-too-large",
            Self::BodyUnreadable => "body-unreadable",
            Self::EnvelopeInvalid(_) => "envelope-invalid",
            Self::UnknownAlgorithm => "unknown-algorithm",
            Self::NonceLength => "nonce-length",
            Self::CiphertextNotBase64 => "ciphertext-not-base64",
            Self::CiphertextTooShort => "ciphertext-too-short",
            Self::DecryptFailed => "decrypt-failed",
            Self::PlaintextNotJson => "plaintext-not-json",
            Self::ResourceMismatch(_) => "resource-mismatch",
        })
    }
}

impl From<NotificationErrorKind> for NotificationError {
    fn from(kind: NotificationErrorKind) -> Self {
        Self {
            kind,
            id: None,
            event_type: None,
            pointer: None,
            received: None,
        }
    }
}

impl From<OpenError> for NotificationErrorKind {
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

/// Ignores the request that is kept for the diagnosis.
impl PartialEq for NotificationError {
    fn eq(&self, other: &Self) -> bool {
        (&self.kind, &self.id, &self.event_type) == (&other.kind, &other.id, &other.event_type)
    }
}

impl Eq for NotificationError {}

impl fmt::Debug for NotificationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NotificationError")
            .field("kind", &self.kind)
            .field("id", &self.id)
            .field("event_type", &self.event_type)
            .finish()
    }
}

impl fmt::Display for NotificationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "notification rejected: {}", self.kind)?;
        if let (Some(id), Some(event_type)) = (&self.id, &self.event_type) {
            write!(f, " ({} {})", event_type.escape_debug(), id.escape_debug())?;
        }
        Ok(())
    }
}

impl error::Error for NotificationError {}

impl fmt::Display for NotificationErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unverified(kind) => kind.fmt(f),
            Self::NoKeys => f.write_str("no-keys: `choose_notifications` returned `None`"),
            Self::BodyTooLarge { limit } => write!(
                f,
                "body-too-large: over {limit} bytes, the limit of `with_body_limit`"
            ),
            Self::EnvelopeInvalid(error) | Self::ResourceMismatch(error) => {
                write!(f, "{}: {error}", self.name())
            }
            Self::UnknownAlgorithm => {
                f.write_str("unknown-algorithm: only AEAD_AES_256_GCM is supported")
            }
            Self::DecryptFailed => f.write_str(
                "decrypt-failed: no APIv3 key fits; add the merchant's present or earlier key by `with_key`",
            ),
            _ => f.write_str(&self.name()),
        }
    }
}
