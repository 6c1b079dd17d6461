//! Messages to sign (待签名串), for requests, for the parameters of front ends, and for the MAC key of frozen
//! requests. No other code makes one.
//!
//! Two different messages never have the same bytes, because no value may have the character that ends it. An
//! API request has at least five lines, since only its body, the last value, may have line feeds. The
//! parameters of a front end have four lines, or are pairs without a line feed. So the signature of a front end
//! is never the signature of a request.

use std::{borrow::Cow, io::Write};

use super::{SignedValueError, SignedValueErrorKind};

/// A message to sign, by its kind.
#[derive(Clone, Copy)]
pub(crate) enum Message<'a> {
    /// An API request.
    Request(SignedRequest<'a>),
    /// The parameters that a front end calls up a payment with (调起支付).
    Payment {
        appid: &'a str,
        timestamp: u64,
        nonce: &'a str,
        prepay_id: &'a str,
        front_end: FrontEnd,
    },
    /// Names and values, for an HMAC under the APIv2 key.
    Pairs(&'a [Pair<'a>]),
    /// The text whose signature becomes the MAC key of frozen requests.
    MacKeySeed,
}

/// The signed values of an API request, each as sent.
#[derive(Clone, Copy)]
pub(crate) struct SignedRequest<'a> {
    pub(crate) method: &'a str,
    /// Path and query, as on the request line.
    pub(crate) target: &'a str,
    pub(crate) timestamp: u64,
    pub(crate) nonce: &'a str,
    pub(crate) body: &'a [u8],
}

/// The kind of front end, which decides the form of the last line.
#[derive(Clone, Copy)]
pub(crate) enum FrontEnd {
    /// JSAPI and mini programs (小程序): `prepay_id=…`.
    Web,
    /// Apps: only the `prepay_id`.
    App,
}

/// A name with its value.
#[derive(Clone, Copy)]
pub(crate) struct Pair<'a> {
    pub(crate) name: &'static str,
    /// A number after the name, if several pairs share the name.
    pub(crate) number: Option<usize>,
    pub(crate) value: &'a str,
}

/// The position of a value in a message, which decides the characters that it may have.
#[derive(Clone, Copy)]
enum Position {
    Line,
    /// A line that is also a part of the request line.
    RequestLine,
    /// A path and query on the request line.
    Target,
    /// A line that is also quoted in `Authorization`.
    Header,
    /// The line of an app, a bare `prepay_id`, must not read as `prepay_id=…`.
    PrepayId,
    /// `name=value&`. A name has no `=`, so a value may have it.
    Pair,
}

/// Ends in neither a line feed nor `&`, unlike every other message.
const MAC_KEY_SEED: &[u8] = b"wechatpay-client frozen requests 1";

impl Message<'_> {
    /// The bytes to sign.
    ///
    /// # Errors
    ///
    /// [`SignedValueError`] names a value that would change the meaning of the message.
    pub(crate) fn to_bytes(self) -> Result<Vec<u8>, SignedValueError> {
        match self {
            Self::Request(request) => request.to_bytes(),
            Self::Payment {
                appid,
                timestamp,
                nonce,
                prepay_id,
                front_end,
            } => {
                let appid = check_value("appid", appid, Position::Line)?;
                let nonce = check_value("nonce", nonce, Position::Line)?;
                let prepay_id = check_value("prepay_id", prepay_id, Position::PrepayId)?;
                let prefix = match front_end {
                    FrontEnd::Web => "prepay_id=",
                    FrontEnd::App => "",
                };
                let message = format!("{appid}\n{timestamp}\n{nonce}\n{prefix}{prepay_id}\n");
                Ok(message.into_bytes())
            }
            Self::Pairs(pairs) => join_sorted(pairs),
            Self::MacKeySeed => Ok(MAC_KEY_SEED.to_vec()),
        }
    }
}

impl SignedRequest<'_> {
    fn to_bytes(self) -> Result<Vec<u8>, SignedValueError> {
        let Self {
            timestamp, body, ..
        } = self;
        let method = check_value("method", self.method, Position::RequestLine)?;
        let target = check_value("target", self.target, Position::Target)?;
        let nonce = check_value("nonce", self.nonce, Position::Header)?;
        // The digits of a timestamp, and five line feeds.
        let capacity = 20 + 5 + method.len() + target.len() + nonce.len() + body.len();
        let mut message = Vec::with_capacity(capacity);
        // Writing to a `Vec` does not fail.
        let _ = write!(message, "{method}\n{target}\n{timestamp}\n{nonce}\n");
        message.extend_from_slice(body);
        message.push(b'\n');
        Ok(message)
    }
}

/// `name=value&` for each pair, in the order of the names.
fn join_sorted(pairs: &[Pair<'_>]) -> Result<Vec<u8>, SignedValueError> {
    let mut parameters = Vec::with_capacity(pairs.len());
    for pair in pairs {
        parameters.push((
            pair.full_name(),
            check_value(pair.name, pair.value, Position::Pair)?,
        ));
    }
    parameters.sort_unstable();
    let pairs: String = parameters
        .iter()
        .flat_map(|(name, value)| [name, "=", value, "&"])
        .collect();
    Ok(pairs.into_bytes())
}

impl<'a> Pair<'a> {
    pub(crate) fn new(name: &'static str, value: &'a str) -> Self {
        Self {
            name,
            number: None,
            value,
        }
    }

    /// The name as it is signed and sent.
    pub(crate) fn full_name(&self) -> Cow<'static, str> {
        match self.number {
            Some(number) => format!("{}{number}", self.name).into(),
            None => self.name.into(),
        }
    }
}

/// Returns the value if it cannot change the meaning of the message.
fn check_value<'a>(
    name: &'static str,
    value: &'a str,
    position: Position,
) -> Result<&'a str, SignedValueError> {
    let problem = match value {
        "" => Some(SignedValueErrorKind::Empty),
        _ => value
            .chars()
            .find_map(|character| position.error_for(character)),
    };
    let is_not_a_path = matches!(position, Position::Target) && !value.starts_with('/');
    let problem = problem.or_else(|| is_not_a_path.then_some(SignedValueErrorKind::NotAPath));
    match problem {
        None => Ok(value),
        Some(kind) => Err(SignedValueError::new(name, kind)),
    }
}

impl Position {
    fn error_for(self, character: char) -> Option<SignedValueErrorKind> {
        match (self, character) {
            (_, c) if c.is_control() => Some(SignedValueErrorKind::ControlCharacter),
            (Self::RequestLine | Self::Target, c) if c.is_whitespace() => {
                Some(SignedValueErrorKind::Blank)
            }
            (Self::Header, '"' | '\\') => Some(SignedValueErrorKind::NotForHeader),
            (Self::Header, c) if !c.is_ascii() => Some(SignedValueErrorKind::NotForHeader),
            (Self::PrepayId, '=') | (Self::Pair, '&') => {
                Some(SignedValueErrorKind::Separator { character })
            }
            _ => None,
        }
    }
}
