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
mod unresolved;

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
use unresolved::Cause;
pub use unresolved::UnresolvedError;

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

/// A failed call, by the phase in which it failed.
///
/// Ask [`outcome`](Self::outcome) before anything else is done about a payment.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A client, key or request that cannot be built; nothing was sent.
    Build(BuildError),
    /// Platform certificates (微信支付平台证书) are needed first, and cannot be had; nothing was sent.
    Certificates(Arc<CertificatesError>),
    /// A [`Signer`](crate::Signer) of the user's own failed; nothing was sent.
    Signer(SignerError),
    /// The [`Journal`](crate::Journal) failed, so nothing was sent. A call returns it within
    /// [`Unresolved`](Self::Unresolved), since the journal may hold the request all the same.
    Journal(JournalError),
    /// No whole answer: the connection, TLS, a deadline, an answer that is not HTTP.
    Transport(TransportError),
    /// An answer that is not proven to be WeChat Pay's.
    Verify(Box<VerifyError>),
    /// An error answer of WeChat Pay (or of what stands in its place: see
    /// [`ApiError::is_authenticated`]).
    Api(Box<ApiError>),
    /// Nothing was sent this time, and the same request may be executed all the same: an earlier attempt may
    /// have been, or a [`Journal`](crate::Journal) that failed may hold it for a recovery.
    Unresolved(Box<UnresolvedError>),
    /// A verified success whose body is not of the declared type.
    Decode(Box<DecodeError>),
    /// A file that is not what was described, or could not be written.
    Download(Box<DownloadError>),
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
    /// What may have been executed.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Build(_) | Self::Certificates(_) | Self::Signer(_) | Self::Journal(_) => {
                Outcome::NotExecuted
            }
            Self::Transport(error) => error.outcome(),
            Self::Verify(_) | Self::Unresolved(_) => Outcome::Unknown,
            Self::Api(error) => error.outcome(),
            Self::Decode(error) => error.outcome(),
            Self::Download(error) => error.outcome(),
        }
    }

    /// The answer's `Request-ID` (应答请求ID), which WeChat Pay's support asks for.
    ///
    /// It is not covered by the signature.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Build(_) | Self::Certificates(_) | Self::Signer(_) | Self::Journal(_) => None,
            Self::Transport(error) => error.request_id(),
            Self::Verify(error) => error.request_id(),
            Self::Unresolved(error) => error.error().request_id(),
            Self::Api(error) => error.request_id(),
            Self::Decode(error) => error.request_id(),
            Self::Download(error) => error.request_id(),
        }
    }

    /// The error code of an error answer (错误码), such as `PARAM_ERROR`.
    ///
    /// `None` for every other failure, and for an error answer without one.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Api(error) => error.code(),
            _ => None,
        }
    }

    /// The HTTP status, once an answer's head has arrived.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Build(_) | Self::Certificates(_) | Self::Signer(_) | Self::Journal(_) => None,
            Self::Transport(error) => error.status(),
            Self::Verify(error) => Some(error.status()),
            Self::Unresolved(error) => error.error().status(),
            Self::Api(error) => Some(error.status()),
            Self::Decode(error) => Some(error.status()),
            Self::Download(error) => error.status(),
        }
    }

    /// Whether a deadline ran out.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        match self {
            Self::Transport(error) => error.is_timeout(),
            Self::Unresolved(error) => error.error().is_timeout(),
            _ => false,
        }
    }

    /// The request whose outcome is [`Unknown`](Outcome::Unknown), for [`Client::repeat`](crate::Client::repeat).
    ///
    /// `None` for every other outcome, for an upload, and for a file or an unsigned answer, which are
    /// asked for anew.
    #[must_use]
    pub fn frozen(&self) -> Option<&FrozenRequest> {
        match self {
            Self::Transport(error) => error.frozen.as_deref(),
            Self::Verify(error) => error.frozen.as_deref(),
            Self::Unresolved(error) => error.frozen.as_deref(),
            Self::Api(error) => error.frozen.as_deref(),
            _ => None,
        }
    }
}

impl Error {
    /// Gives the request back with its failure.
    pub(crate) fn holding(mut self, request: FrozenRequest) -> Self {
        let frozen = Some(Box::new(request));
        match &mut self {
            Self::Transport(error) => error.frozen = frozen,
            Self::Verify(error) => error.frozen = frozen,
            Self::Api(error) => error.frozen = frozen,
            Self::Unresolved(error) => error.frozen = frozen,
            _ => {}
        }
        self
    }

    /// The failure of a request that was sent before, and may have been executed then: that stays so,
    /// whatever came of it now.
    pub(crate) fn following(mut self) -> Self {
        match &mut self {
            Self::Transport(error) => error.sent = true,
            Self::Api(error) => error.follows_unclear = true,
            Self::Verify(_) | Self::Decode(_) | Self::Download(_) | Self::Unresolved(_) => {}
            _ => return UnresolvedError::new(self, Cause::Sent).into(),
        }
        self
    }

    /// The failure of a journal that may hold the request: it was not sent, and whoever recovers it from
    /// there sends it.
    pub(crate) fn may_be_repeated(self) -> Self {
        UnresolvedError::new(self, Cause::Written).into()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Build(error) => error.fmt(f),
            Self::Certificates(error) => error.fmt(f),
            Self::Signer(error) => write!(f, "not signed: {error}"),
            Self::Journal(error) => write!(f, "not sent, since it could not be noted: {error}"),
            Self::Transport(error) => error.fmt(f),
            Self::Verify(error) => error.fmt(f),
            Self::Unresolved(error) => error.fmt(f),
            Self::Api(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
            Self::Download(error) => error.fmt(f),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Build(error) => error.source(),
            Self::Certificates(error) => error.source(),
            Self::Signer(error) | Self::Journal(error) => Some(&**error),
            Self::Transport(error) => error.source(),
            Self::Verify(error) => error.source(),
            Self::Unresolved(error) => error.source(),
            Self::Api(error) => error.source(),
            Self::Decode(error) => error.source(),
            Self::Download(error) => error.source(),
        }
    }
}

impl From<BuildError> for Error {
    fn from(error: BuildError) -> Self {
        Self::Build(error)
    }
}

impl From<TransportError> for Error {
    fn from(error: TransportError) -> Self {
        Self::Transport(error)
    }
}

impl From<VerifyError> for Error {
    fn from(error: VerifyError) -> Self {
        Self::Verify(Box::new(error))
    }
}

impl From<ApiError> for Error {
    fn from(error: ApiError) -> Self {
        Self::Api(Box::new(error))
    }
}

impl From<UnresolvedError> for Error {
    fn from(error: UnresolvedError) -> Self {
        Self::Unresolved(Box::new(error))
    }
}

impl From<DecodeError> for Error {
    fn from(error: DecodeError) -> Self {
        Self::Decode(Box::new(error))
    }
}

impl From<DownloadError> for Error {
    fn from(error: DownloadError) -> Self {
        Self::Download(Box::new(error))
    }
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
