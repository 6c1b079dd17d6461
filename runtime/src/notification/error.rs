use std::{borrow::Cow, error, fmt};

use super::{Notifications, Reply};
use crate::{
    crypto::OpenError,
    diagnose::{VerifyDiagnosis, diagnose},
    sign::Merchant,
    verify::{Received, VerifyErrorKind, excerpt},
};

/// A notification that is not taken, and why. What it told is not known: query the order.
#[derive(Clone)]
pub struct NotificationError {
    kind: NotificationErrorKind,
    id: Option<String>,
    event_type: Option<String>,
    /// Of one that is not verified, for the diagnosis alone.
    received: Option<Box<Received>>,
}

/// Why a notification is not taken. One kind each, in the order in which they are tested.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotificationErrorKind {
    /// The application has no keys for this request: its state chose no [`Notifications`].
    NoKeys,
    /// The body is larger than is taken.
    BodyTooLarge {
        /// The limit, in bytes.
        limit: usize,
    },
    /// The body could not be read to its end.
    BodyUnreadable,
    /// Not proven to be WeChat Pay's.
    Unverified(VerifyErrorKind),
    /// Verified, but not a notification's JSON: not UTF-8, not an object, or not of its members. The path
    /// and the parser's words, without the values.
    EnvelopeInvalid(String),
    /// The resource is sealed with an algorithm that this client does not speak.
    UnknownAlgorithm,
    /// The nonce of the resource is not 12 bytes long.
    NonceLength,
    /// The ciphertext is not padded base64 of the standard alphabet.
    CiphertextNotBase64,
    /// The ciphertext is shorter than its tag.
    CiphertextTooShort,
    /// No APIv3 key opens it.
    DecryptFailed,
    /// The decrypted text is not UTF-8, or not a JSON object.
    PlaintextNotJson,
    /// The resource is not of the type that was asked for; the path and the parser's words, without the
    /// values.
    ResourceMismatch(String),
}

impl NotificationError {
    pub(super) fn unverified(kind: VerifyErrorKind, received: Box<Received>) -> Self {
        Self {
            received: Some(received),
            ..NotificationErrorKind::Unverified(kind).into()
        }
    }

    /// Of a notification whose envelope is known, and verified.
    pub(super) fn with_envelope(kind: NotificationErrorKind, id: &str, event_type: &str) -> Self {
        Self {
            kind,
            id: Some(excerpt(id.as_bytes())),
            event_type: Some(excerpt(event_type.as_bytes())),
            received: None,
        }
    }

    /// Why.
    #[must_use]
    pub fn kind(&self) -> &NotificationErrorKind {
        &self.kind
    }

    /// The notification's ID, if it was verified and could be read; cut after 64 characters.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The event type, if it was verified and could be read; cut after 64 characters.
    #[must_use]
    pub fn event_type(&self) -> Option<&str> {
        self.event_type.as_deref()
    }

    /// What made its verification fail, found by trying the known causes: for a log, never for a
    /// decision. `None` if it is none of them, or the fault is another one.
    ///
    /// `notifications` is what refused it. With the [`Merchant`] its own serial number is known too;
    /// without, pass `None`. Costs up to a thousand verifications: do it while setting up, not for
    /// whatever comes from outside.
    pub fn diagnose<'a>(
        &self,
        notifications: &Notifications,
        merchant: impl Into<Option<&'a Merchant>>,
    ) -> Option<VerifyDiagnosis> {
        let NotificationErrorKind::Unverified(kind) = &self.kind else {
            return None;
        };
        let received = self.received.as_ref()?;
        diagnose(received, kind, &notifications.verifier, merchant.into())
    }

    /// The answer to give: 401 where the signature does not verify (a signature probe included),
    /// 404 where the application has no keys for the path, 413 where the body is too large, 400 where it is malformed, 500 where it does not open here.
    /// WeChat Pay then sends it again.
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
    /// A short fixed name, for metrics and logs: `decrypt-failed`, `signature-mismatch`.
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

/// What is kept for the diagnosis has no part in it.
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
        write!(f, "notification not taken: {}", self.kind)?;
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
            Self::NoKeys => f.write_str("no-keys, for this path"),
            Self::BodyTooLarge { limit } => write!(f, "body-too-large, over {limit} bytes"),
            Self::EnvelopeInvalid(error) | Self::ResourceMismatch(error) => {
                write!(f, "{}: {error}", self.name())
            }
            _ => f.write_str(&self.name()),
        }
    }
}
