//! Why a message is not signed. A call returns this before the attempt sends anything.

use std::{error, fmt};

use super::SignerError;
use crate::crypto::OpenSslError;

/// A message that could not be signed.
#[derive(Debug)]
pub struct SigningError {
    kind: SigningErrorKind,
}

/// Why a message is not signed.
#[derive(Debug)]
#[non_exhaustive]
pub enum SigningErrorKind {
    /// A value has characters that would change the meaning of the message.
    InvalidValue(SignedValueError),
    /// OpenSSL refused the private key, or has no random bytes for the nonce.
    OpenSsl,
    /// A custom [`Signer`](crate::Signer) failed. Its error is the [`source`](error::Error::source).
    Signer(SignerError),
}

/// A value that cannot be part of a signed message, with the name of its parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedValueError {
    parameter: &'static str,
    kind: SignedValueErrorKind,
}

/// Why a value cannot be part of a signed message.
///
/// WeChat Pay verifies only the bytes of a message. A line feed inside a value moves the borders between
/// values, so the signed parameters of a front end could be an API request, such as a refund.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignedValueErrorKind {
    /// The value is empty.
    Empty,
    /// The value has a control character, such as a line feed, which ends a line of the message.
    ControlCharacter,
    /// The value has white space, which ends a part of the request line.
    Blank,
    /// The target does not begin with `/`. It is path and query, without scheme and host.
    NotAPath,
    /// The value has `"`, `\` or a non-ASCII character, which the `Authorization` header cannot carry.
    NotForHeader,
    /// The value has a character that separates names and values in this message.
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
            Self::ControlCharacter => f.write_str("has a control character, such as a line feed"),
            Self::Blank => f.write_str("has white space"),
            Self::NotAPath => {
                f.write_str("does not begin with `/`: leave out the scheme and the host")
            }
            Self::NotForHeader => f.write_str(
                "has `\"`, `\\` or a non-ASCII character, which the Authorization header \
                 cannot carry",
            ),
            Self::Separator { character } => {
                write!(
                    f,
                    "has `{character}`, which separates names and values in the message"
                )
            }
        }
    }
}

impl SigningError {
    /// The error of OpenSSL, whose own text is not kept. Not a `From`, because that would make a type of the crate
    /// `openssl` public.
    pub(crate) fn openssl(_: OpenSslError) -> Self {
        SigningErrorKind::OpenSsl.into()
    }

    /// The error of a client without a merchant, which does not exist.
    pub(crate) fn no_key() -> Self {
        SigningErrorKind::OpenSsl.into()
    }

    /// The kind of error.
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

impl From<SignedValueError> for SigningError {
    fn from(error: SignedValueError) -> Self {
        SigningErrorKind::InvalidValue(error).into()
    }
}

impl SignedValueError {
    pub(crate) fn new(parameter: &'static str, kind: SignedValueErrorKind) -> Self {
        Self { parameter, kind }
    }

    /// The name of the argument or parameter, such as `prepay_id`.
    #[must_use]
    pub fn parameter(&self) -> &'static str {
        self.parameter
    }

    /// Why the value is refused.
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
