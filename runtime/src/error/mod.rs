//! What went wrong, by phase, and what may have happened to the money.

mod answer;
mod argument;
mod build;
mod decode;
mod detail;
mod json;
mod refusal;
mod signed_value;
mod transport;

use std::{error, fmt, sync::Arc};

pub use answer::ApiError;
pub use argument::{HeaderProblem, PathProblem, QueryProblem};
pub use build::{BuildError, FileProblem};
pub use decode::DecodeError;
pub(crate) use json::JsonError;
pub(crate) use refusal::Numbers;
pub use signed_value::SignedValueProblem;
pub(crate) use transport::{Head, Source};
pub use transport::{TransportError, TransportErrorKind};

use crate::{
    download::DownloadError,
    frozen::FrozenRequest,
    journal::JournalError,
    signer::SignerError,
    verify::{CertificatesError, VerifyError},
};

/// The most of a text from outside that a message shows, in characters.
pub(crate) const SHOWN: usize = 256;

/// The result of everything here that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A failed call: what failed, what may have been executed, and the request to repeat.
///
/// Ask [`outcome`](Self::outcome) before anything else is done about a payment. [`kind`](Self::kind) tells the
/// phase in which the call failed, with the details of that phase:
///
/// ```
/// use wechatpay_client::{Error, ErrorKind, Outcome};
///
/// fn report(error: &Error) -> String {
///     match (error.outcome(), error.kind()) {
///         (Outcome::Unknown, _) => "query the order before anything else".to_owned(),
///         (_, ErrorKind::Api(error)) => format!("refused: {}", error.code().unwrap_or_default()),
///         (_, kind) => format!("failed: {kind}"),
///     }
/// }
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    frozen: Option<FrozenRequest>,
    elsewhere: Option<Elsewhere>,
}

/// Why a request may be executed although this attempt did not send it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Elsewhere {
    /// An earlier attempt of the call, or of the one that is repeated, sent it.
    EarlierAttempt,
    /// The journal failed or was late. It may hold an entry without an outcome, which a recovery repeats.
    Journal,
}

/// The phase in which a call failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A client, key or request that cannot be built; this attempt sent nothing.
    Build(BuildError),
    /// Platform certificates (微信支付平台证书) are needed first, and cannot be had; this attempt sent nothing.
    Certificates(Arc<CertificatesError>),
    /// A [`Signer`](crate::Signer) of the user's own failed; this attempt sent nothing.
    Signer(SignerError),
    /// The [`Journal`](crate::Journal) failed, so nothing was sent. The journal may hold the request all the
    /// same, so the outcome of the call is [`Unknown`](Outcome::Unknown).
    Journal(JournalError),
    /// No whole answer: the connection, TLS, a deadline, an answer that is not HTTP.
    Transport(TransportError),
    /// An answer that is not proven to be WeChat Pay's.
    Verify(VerifyError),
    /// An error answer of WeChat Pay (or of what stands in its place: see
    /// [`ApiError::is_authenticated`]).
    Api(ApiError),
    /// A verified success whose body is not of the declared type.
    Decode(DecodeError),
    /// A file that is not what was described, or could not be written.
    Download(DownloadError),
}

/// What a failed call may have done at WeChat Pay.
///
/// A refusal that hints at an earlier request under the same merchant number (`ORDERPAID`,
/// `OUT_TRADE_NO_USED`, `ALREADY_EXISTS`) counts as [`Unknown`](Self::Unknown): the order may be
/// paid, though not by this request.
///
/// The outcome is that of the call which returned the error. A query that fails says nothing of the request
/// that it asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_enums, reason = "there is no fourth")]
pub enum Outcome {
    /// Certainly nothing: nothing was sent, WeChat Pay itself says, verified, that it refused, or it
    /// handed out a file, which executes nothing.
    NotExecuted,
    /// It cannot be known from here. Query the operation, or repeat it with the same numbers and
    /// parameters; a new number may execute it twice.
    Unknown,
    /// It was executed: WeChat Pay says so, verified, but the answer could not be decoded.
    Executed,
}

impl Error {
    /// The phase in which the call failed.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// The same without the rest of the error.
    #[must_use]
    pub fn into_kind(self) -> ErrorKind {
        self.0.kind
    }

    /// What may have been executed.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self.kind().outcome() {
            Outcome::NotExecuted if self.0.elsewhere.is_some() => Outcome::Unknown,
            outcome => outcome,
        }
    }

    /// The answer's `Request-ID` (应答请求ID), which WeChat Pay's support asks for.
    ///
    /// It is not covered by the signature.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match self.kind() {
            ErrorKind::Transport(error) => error.request_id(),
            ErrorKind::Verify(error) => error.request_id(),
            ErrorKind::Api(error) => error.request_id(),
            ErrorKind::Decode(error) => error.request_id(),
            ErrorKind::Download(error) => error.request_id(),
            _ => None,
        }
    }

    /// The error code of an error answer (错误码), such as `PARAM_ERROR`.
    ///
    /// `None` for every other failure, and for an error answer without one.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match self.kind() {
            ErrorKind::Api(error) => error.code(),
            _ => None,
        }
    }

    /// The HTTP status, once an answer's head has arrived.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self.kind() {
            ErrorKind::Transport(error) => error.status(),
            ErrorKind::Verify(error) => Some(error.status()),
            ErrorKind::Api(error) => Some(error.status()),
            ErrorKind::Decode(error) => Some(error.status()),
            ErrorKind::Download(error) => error.status(),
            _ => None,
        }
    }

    /// Whether a deadline ran out.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        match self.kind() {
            ErrorKind::Transport(error) => error.is_timeout(),
            _ => false,
        }
    }

    /// The request whose outcome is [`Unknown`](Outcome::Unknown), for [`Client::repeat`](crate::Client::repeat).
    ///
    /// `None` for every other outcome, for an upload, and for a file or an unsigned answer, which are
    /// asked for anew.
    #[must_use]
    pub fn frozen_request(&self) -> Option<&FrozenRequest> {
        self.0.frozen.as_ref()
    }

    /// Gives the request back with its failure.
    pub(crate) fn with_frozen_request(mut self, request: FrozenRequest) -> Self {
        self.0.frozen = Some(request);
        self
    }

    /// The failure of a request that an earlier attempt sent, and that may have been executed then.
    pub(crate) fn after_earlier_attempt(self) -> Self {
        self.with(Elsewhere::EarlierAttempt)
    }

    /// The failure of a journal that may hold the request: it was not sent, and whoever recovers it from
    /// there sends it.
    pub(crate) fn with_journal_entry(self) -> Self {
        self.with(Elsewhere::Journal)
    }

    fn with(mut self, elsewhere: Elsewhere) -> Self {
        // To hand out a file executes nothing.
        if !matches!(self.kind(), ErrorKind::Download(_)) {
            self.0.elsewhere.get_or_insert(elsewhere);
        }
        self
    }
}

impl ErrorKind {
    /// What this attempt alone may have executed.
    fn outcome(&self) -> Outcome {
        match self {
            Self::Build(_) | Self::Certificates(_) | Self::Signer(_) | Self::Journal(_) => {
                Outcome::NotExecuted
            }
            Self::Transport(error) => error.outcome(),
            Self::Verify(_) => Outcome::Unknown,
            Self::Api(error) => error.outcome(),
            Self::Decode(error) => error.outcome(),
            Self::Download(error) => error.outcome(),
        }
    }

    /// The leaf, if its text and source are the whole error's.
    fn leaf(&self) -> &(dyn error::Error + 'static) {
        match self {
            Self::Build(error) => error,
            Self::Certificates(error) => &**error,
            Self::Signer(error) | Self::Journal(error) => &**error,
            Self::Transport(error) => error,
            Self::Verify(error) => error,
            Self::Api(error) => error,
            Self::Decode(error) => error,
            Self::Download(error) => error,
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("outcome", &self.outcome())
            .field("frozen_request", &self.0.frozen)
            .finish()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind().fmt(f)?;
        let is_sent = self.kind().outcome() != Outcome::NotExecuted;
        f.write_str(match self.0.elsewhere.filter(|_| !is_sent) {
            Some(Elsewhere::EarlierAttempt) => "; an earlier attempt may have been executed",
            Some(Elsewhere::Journal) => {
                "; the journal may already hold the request: repeat that request, and send no other under its number"
            }
            None => "",
        })
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // The user's own words are the source.
            Self::Signer(_) => f.write_str("not signed: the signer failed"),
            Self::Journal(_) => f.write_str("not sent: the journal failed"),
            kind => fmt::Display::fmt(kind.leaf(), f),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self.kind() {
            ErrorKind::Signer(error) | ErrorKind::Journal(error) => Some(&**error),
            kind => kind.leaf().source(),
        }
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self(Box::new(Inner {
            kind,
            frozen: None,
            elsewhere: None,
        }))
    }
}

macro_rules! from_leaves {
    ($($variant:ident $leaf:ty;)*) => {$(
        impl From<$leaf> for Error {
            fn from(error: $leaf) -> Self {
                ErrorKind::$variant(error).into()
            }
        }
    )*};
}

from_leaves! {
    Build BuildError;
    Transport TransportError;
    Verify VerifyError;
    Api ApiError;
    Decode DecodeError;
    Download DownloadError;
}

/// The tail that every answer's error ends in: status and Request-ID.
pub(crate) fn write_answer(
    f: &mut fmt::Formatter<'_>,
    status: u16,
    request_id: Option<&str>,
) -> fmt::Result {
    write!(f, " (status {status}")?;
    if let Some(id) = request_id {
        write!(f, ", Request-ID {}", excerpt(id).escape_debug())?;
    }
    f.write_str(")")
}

/// The beginning of a text from outside.
fn excerpt(text: &str) -> &str {
    let end = text
        .char_indices()
        .nth(SHOWN)
        .map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or_default()
}
