//! What is not signed, and why.

use std::{error, fmt};

use super::SignerError;
use crate::crypto::OpenSslError;

/// A message that is not signed.
#[derive(Debug)]
pub struct SigningError {
    kind: SigningErrorKind,
}

/// Why a message is not signed.
#[derive(Debug)]
#[non_exhaustive]
pub enum SigningErrorKind {
    /// A value would make another message of the one that is to be signed.
    InvalidValue(SignedValueError),
    /// OpenSSL refuses to sign with the private key, or has no random bytes for the nonce.
    OpenSsl,
    /// A [`Signer`](crate::Signer) of the user's own failed; its error is the
    /// [`source`](error::Error::source).
    Signer(SignerError),
}

/// A value that is not signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedValueError {
    parameter: &'static str,
    kind: SignedValueErrorKind,
}

/// What is wrong with a value that is not signed.
///
/// WeChat Pay verifies the bytes of a message only. A line feed in a value moves the borders between the
/// values: the parameters of a front end could then be an API request, such as a refund.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignedValueErrorKind {
    /// Empty.
    Empty,
    /// Holds a control character, such as a line feed, which ends a line of the message.
    ControlCharacter,
    /// Holds a blank, which ends a part of the request line.
    Blank,
    /// Does not begin with `/`: the target of a request is its path and query, without scheme and host.
    NotAPath,
    /// Holds `"`, `\` or a character that is not ASCII. The `Authorization` header cannot carry it.
    NotForHeader,
    /// Holds a character that separates names and values in this message.
    Separator {
        /// The character.
        character: char,
    },
}

impl SignedValueErrorKind {
    /// A short fixed name, for metrics and logs: `empty`, `control-character`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::ControlCharacter => "control-character",
            Self::Blank => "blank",
            Self::NotAPath => "not-a-path",
            Self::NotForHeader => "not-for-header",
            Self::Separator { .. } => "separator",
        }
    }
}

impl fmt::Display for SignedValueErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("is empty"),
            Self::ControlCharacter => f.write_str("holds a control character, such as a line feed"),
            Self::Blank => f.write_str("holds a blank"),
            Self::NotAPath => {
                f.write_str("does not begin with `/`: leave out the scheme and the host")
            }
            Self::NotForHeader => f.write_str(
                "holds `\"`, `\\` or a character that is not ASCII, which the Authorization header \
                 cannot carry",
            ),
            Self::Separator { character } => {
                write!(
                    f,
                    "holds `{character}`, which separates names and values in the message"
                )
            }
        }
    }
}

impl SigningError {
    /// The error of a client without a merchant, which there is none of.
    pub(crate) fn no_key() -> Self {
        SigningErrorKind::OpenSsl.into()
    }

    /// Why.
    #[must_use]
    pub fn kind(&self) -> &SigningErrorKind {
        &self.kind
    }

    /// A short fixed name, for metrics and logs: `signer`, `signed-value`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self.kind {
            SigningErrorKind::InvalidValue(_) => "signed-value",
            SigningErrorKind::OpenSsl => "openssl",
            SigningErrorKind::Signer(_) => "signer",
        }
    }
}

impl From<SigningErrorKind> for SigningError {
    fn from(kind: SigningErrorKind) -> Self {
        Self { kind }
    }
}

impl From<OpenSslError> for SigningError {
    fn from(_: OpenSslError) -> Self {
        SigningErrorKind::OpenSsl.into()
    }
}

impl From<SignedValueError> for SigningError {
    fn from(error: SignedValueError) -> Self {
        SigningErrorKind::InvalidValue(error).into()
    }
}

impl SignedValueError {
    pub(crate) fn new(parameter: &'static str, kind: SignedValueErrorKind) -> Self {
        Self { parameter, kind }
    }

    /// The argument or parameter, such as `prepay_id`.
    #[must_use]
    pub fn parameter(&self) -> &'static str {
        self.parameter
    }

    /// What is wrong with its value.
    #[must_use]
    pub fn kind(&self) -> SignedValueErrorKind {
        self.kind
    }

    /// A short fixed name, for metrics and logs: `empty`, `control-character`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.kind.name()
    }
}

impl fmt::Display for SigningError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            SigningErrorKind::InvalidValue(error) => error.fmt(f),
            SigningErrorKind::OpenSsl => {
                f.write_str("OpenSSL cannot sign with the merchant API private key")
            }
            SigningErrorKind::Signer(_) => f.write_str("not signed: the signer failed"),
        }
    }
}

impl fmt::Display for SignedValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not signed: `{}` {}", self.parameter, self.kind)
    }
}

impl error::Error for SigningError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match &self.kind {
            SigningErrorKind::Signer(error) => Some(&**error),
            _ => None,
        }
    }
}

impl error::Error for SignedValueError {}
