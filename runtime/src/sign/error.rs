//! The error of a message that cannot be signed. A call returns it before the attempt sends anything.

use std::{error, fmt};

use super::SignerError;
use crate::crypto::OpenSslError;

/// The error of a request, or of payment parameters for a front end, that could not be signed. Nothing unsigned is
/// sent.
#[derive(Debug)]
pub struct SigningError {
    kind: SigningErrorKind,
    source: Option<SignerError>,
}

/// The kind of a [`SigningError`].
#[derive(Debug)]
#[non_exhaustive]
pub enum SigningErrorKind {
    /// A value is empty, or has characters that would change the meaning of the signed message.
    InvalidValue(SignedValueError),
    /// OpenSSL cannot sign with the private key, or has no random bytes for the nonce.
    OpenSsl,
    /// A custom [`Signer`](crate::Signer) failed. Its error is the [`source`](error::Error::source).
    Signer,
    /// The order to pay belongs to another merchant than the client, whose signature WeChat Pay would refuse.
    OtherMerchant {
        /// The merchant number (商户号) in the order: `sp_mchid`, `combine_mchid` or `mchid`.
        in_order: String,
        /// The merchant number of the client.
        of_client: String,
    },
}

/// The error of a value that cannot be part of a signed message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedValueError {
    parameter: &'static str,
    kind: SignedValueErrorKind,
}

/// The kind of a [`SignedValueError`].
///
/// A signature covers only the bytes of a message, whose values are separated by line feeds. A line feed inside a
/// value would make further values, so signed parameters of a front end could be read as an API request, such as a
/// refund.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignedValueErrorKind {
    /// The value is empty.
    Empty,
    /// The value has a control character. A line feed, for example, would begin a new line of the signed message.
    ControlCharacter,
    /// The method or the target has white space, which separates the parts of an HTTP request line.
    Blank,
    /// The target of the request does not begin with `/`. A target is path and query, without scheme and host.
    NotAPath,
    /// The nonce has `"`, `\` or a non-ASCII character, which the `Authorization` header cannot carry.
    NotForHeader,
    /// The value has a character that separates names and values in the signed message: `=` in a `prepay_id`, `&` in a
    /// value that the APIv2 key signs.
    Separator {
        /// The separator that the value has.
        character: char,
    },
    /// The order to pay does not have the member. The member's name is the [`parameter`](SignedValueError::parameter).
    NotInOrder,
    /// The response to the order does not have the member.
    NotInResponse,
    /// The order to pay has different values, which stand for different apps or payees.
    SeveralInOrder,
    /// The payer of the order has no openid, so the order does not say which app starts the payment.
    NoOpenid,
    /// The payer of the order has openids of different apps, so the order does not say which app starts the payment.
    SeveralOpenids,
    /// The order has another trade type (`trade_type`), whose payment another front end starts.
    OtherTradeType {
        /// The trade type of this front end: `JSAPI` or `APP`.
        expected: &'static str,
    },
    /// The response to a transfer (商家转账) has no package, because the transfer does not wait for the user.
    NotToConfirm,
}

impl SignedValueErrorKind {
    /// The short fixed name of the kind, for metrics and logs, such as `empty` or `control-character`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::ControlCharacter => "control-character",
            Self::Blank => "blank",
            Self::NotAPath => "not-a-path",
            Self::NotForHeader => "not-for-header",
            Self::Separator { .. } => "separator",
            Self::NotInOrder => "not-in-order",
            Self::NotInResponse => "not-in-response",
            Self::SeveralInOrder => "several-in-order",
            Self::NoOpenid => "no-openid",
            Self::SeveralOpenids => "several-openids",
            Self::OtherTradeType { .. } => "other-trade-type",
            Self::NotToConfirm => "not-to-confirm",
        }
    }
}

impl fmt::Display for SignedValueErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("is empty: pass a value"),
            Self::ControlCharacter => f.write_str("has a control character, such as a line feed: remove the character"),
            Self::Blank => f.write_str("has white space: remove or percent-encode the white space"),
            Self::NotAPath => {
                f.write_str("does not begin with `/`: leave out the scheme and the host")
            }
            Self::NotForHeader => f.write_str(
                "has `\"`, `\\` or a non-ASCII character, which the Authorization header cannot carry: use \
                 letters and digits",
            ),
            Self::Separator { character } => {
                write!(
                    f,
                    "has `{character}`, which separates names and values in the message: remove the character"
                )
            }
            Self::NotInOrder => f.write_str("is missing in the order: set the member in the request"),
            Self::NotInResponse => f.write_str(
                "is missing in the response: place the order again with the same values",
            ),
            Self::SeveralInOrder => f.write_str(
                "has several values in the order: keep one, or pass the right one to `sign`",
            ),
            Self::NoOpenid => f.write_str(
                "has no openid: set the openid that the user has in the app that starts the payment",
            ),
            Self::SeveralOpenids => f.write_str(
                "has several openids: keep the openid that the user has in the app that starts the payment",
            ),
            Self::OtherTradeType { expected } => write!(
                f,
                "is not `{expected}`: sign with the payment type of the front end that pays the order"
            ),
            Self::NotToConfirm => f.write_str(
                "is missing in the response: let the user confirm only a transfer in the state `WAIT_USER_CONFIRM`",
            ),
        }
    }
}

impl SigningError {
    /// The error of OpenSSL, whose own text is not kept. Not a `From`, because that would make a type of the crate
    /// `openssl` public.
    pub(crate) fn openssl(_: OpenSslError) -> Self {
        SigningErrorKind::OpenSsl.into()
    }

    /// The failure of a custom [`Signer`](crate::Signer).
    pub(crate) fn signer(source: SignerError) -> Self {
        Self {
            kind: SigningErrorKind::Signer,
            source: Some(source),
        }
    }

    /// The error of a client without a merchant, which does not exist.
    pub(crate) fn no_key() -> Self {
        SigningErrorKind::OpenSsl.into()
    }

    /// The kind of this error.
    #[must_use]
    pub fn kind(&self) -> &SigningErrorKind {
        &self.kind
    }

    /// The short fixed name of the kind, for metrics and logs, such as `signer` or `signed-value`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self.kind {
            SigningErrorKind::InvalidValue(_) => "signed-value",
            SigningErrorKind::OpenSsl => "openssl",
            SigningErrorKind::Signer => "signer",
            SigningErrorKind::OtherMerchant { .. } => "other-merchant",
        }
    }
}

impl From<SigningErrorKind> for SigningError {
    fn from(kind: SigningErrorKind) -> Self {
        Self { kind, source: None }
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

    /// The name of the value that cannot be signed, such as `prepay_id`.
    #[must_use]
    pub fn parameter(&self) -> &'static str {
        self.parameter
    }

    /// The kind of this error.
    #[must_use]
    pub fn kind(&self) -> SignedValueErrorKind {
        self.kind
    }

    /// The short fixed name of the kind, for metrics and logs, such as `empty` or `control-character`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.kind.name()
    }
}

impl fmt::Display for SigningError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            SigningErrorKind::InvalidValue(error) => error.fmt(f),
            SigningErrorKind::OpenSsl => f.write_str(
                "not signed: OpenSSL cannot use the private key, or has no random bytes",
            ),
            SigningErrorKind::Signer => f.write_str("not signed: the merchant's `Signer` failed"),
            SigningErrorKind::OtherMerchant {
                in_order,
                of_client,
            } => write!(
                f,
                "not signed: the order belongs to the merchant {in_order:?}, but the client signs for {of_client:?}: \
                 use the client that placed the order"
            ),
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
        self.source.as_deref().map(|source| source as _)
    }
}

impl error::Error for SignedValueError {}
