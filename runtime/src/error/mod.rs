//! The errors of each phase of a call, and of what a client is made of.
//!
//! A call returns [`Error`]: one struct whose [`ErrorKind`] holds the error of the phase that failed.
//! Constructors return the error of their own layer. Each converts into [`Error`] by `?`.

mod api;
mod decode;
mod detail;
mod refusal;

use std::{borrow::Cow, error, fmt};

pub use api::ApiError;
pub use decode::DecodeError;
pub(crate) use refusal::RequestIdNumbers;

pub use crate::{
    config_error::{ConfigError, ConfigErrorKind},
    crypto::{KeyError, KeyErrorKind, KeySubject},
    diagnose::{SignErrorDiagnosis, VerifyDiagnosis},
    download::{DownloadError, DownloadErrorKind},
    journal::JournalError,
    request::{HeaderErrorKind, PathErrorKind, QueryErrorKind, RequestError, RequestErrorKind},
    sign::{SignedValueError, SignedValueErrorKind, SignerError, SigningError, SigningErrorKind},
    transport::{TransportError, TransportErrorKind},
    upload::{FileError, FileErrorKind},
    verify::{
        CertificateListErrorKind, CertificatesError, CertificatesErrorKind, VerifyError,
        VerifyErrorKind,
    },
};

pub use crate::outcome::Outcome;
use crate::request::FrozenRequest;

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
    possible_execution: Option<PossibleExecution>,
}

/// Why a request may be executed although this attempt did not send it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PossibleExecution {
    /// An earlier attempt of the call, or of the one that is repeated, sent it.
    EarlierAttempt,
    /// The journal failed or was late. It may hold an entry without an outcome, which a recovery repeats.
    JournalEntry,
}

impl PossibleExecution {
    fn text(self) -> &'static str {
        match self {
            Self::EarlierAttempt => "; an earlier attempt may have been executed",
            Self::JournalEntry => {
                "; the journal may already hold the request: repeat that request, and send no other under its number"
            }
        }
    }
}

/// The phase in which a call failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A key, certificate or number that is not usable; nothing was sent.
    Key(KeyError),
    /// A client that cannot be built; nothing was sent.
    Config(ConfigError),
    /// The type that was called, a mock for the most part, does not implement this method of a trait that
    /// is declared with `defaults` ([`wechatpay_api`](crate::wechatpay_api)).
    NotImplemented {
        /// `Trait::method`
        method: &'static str,
    },
    /// A request that cannot be built, or is not this client's to send; this attempt sent nothing.
    Request(RequestError),
    /// Platform certificates (微信支付平台证书) are needed first, and cannot be had; this attempt sent nothing.
    Certificates(CertificatesError),
    /// A file that cannot be uploaded; nothing was sent.
    File(FileError),
    /// A request that is not signed, such as by a [`Signer`](crate::Signer) of the user's own; this attempt
    /// sent nothing.
    Signing(SigningError),
    /// The [`Journal`](crate::Journal) failed, so nothing was sent. The journal may hold the request all the
    /// same, so the outcome of the call is [`Unknown`](Outcome::Unknown).
    Journal(JournalError),
    /// No whole response: the connection, TLS, a deadline, a response that is not HTTP.
    Transport(TransportError),
    /// A response that is not proven to be WeChat Pay's.
    Verify(VerifyError),
    /// An error response of WeChat Pay (or of what stands in its place: see
    /// [`ApiError::is_authenticated`]).
    Api(ApiError),
    /// A verified success whose body is not of the declared type.
    Decode(DecodeError),
    /// A file that is not what was described, or could not be written.
    Download(DownloadError),
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

    /// A short fixed name, for metrics: the phase and the reason, such as `transport:timeout`,
    /// `verify:signature-mismatch` or `request:not-finite`.
    ///
    /// An error response is `api`, whatever its code, since codes are an open set: see [`code`](Self::code).
    #[must_use]
    pub fn name(&self) -> Cow<'static, str> {
        let (phase, reason) = self.kind().names();
        match reason {
            Some(reason) => format!("{phase}:{reason}").into(),
            None => phase.into(),
        }
    }

    /// What may have been executed.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self.kind().outcome() {
            Outcome::NotExecuted if self.0.possible_execution.is_some() => Outcome::Unknown,
            outcome => outcome,
        }
    }

    /// The response's `Request-ID` (应答请求ID), which WeChat Pay's support asks for.
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

    /// The error code of an error response (错误码), such as `PARAM_ERROR`.
    ///
    /// `None` for every other failure, and for an error response without one.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match self.kind() {
            ErrorKind::Api(error) => error.code(),
            _ => None,
        }
    }

    /// The HTTP status, once a response's head has arrived.
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

    /// True if a timeout passed.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        match self.kind() {
            ErrorKind::Transport(error) => error.is_timeout(),
            _ => false,
        }
    }

    /// The request whose outcome is [`Unknown`](Outcome::Unknown), for [`Client::repeat`](crate::Client::repeat).
    ///
    /// `None` for every other outcome, for an upload, and for a file or an unsigned response, which are
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
        self.with_possible_execution(PossibleExecution::EarlierAttempt)
    }

    /// The failure of a journal that may hold the request: it was not sent, and whoever recovers it from
    /// there sends it.
    pub(crate) fn with_journal_entry(self) -> Self {
        self.with_possible_execution(PossibleExecution::JournalEntry)
    }

    fn with_possible_execution(mut self, possible_execution: PossibleExecution) -> Self {
        // To hand out a file executes nothing.
        if !matches!(self.kind(), ErrorKind::Download(_)) {
            self.0.possible_execution.get_or_insert(possible_execution);
        }
        self
    }
}

impl ErrorKind {
    /// The phase, and the reason if there are several.
    fn names(&self) -> (&'static str, Option<Cow<'static, str>>) {
        let (phase, reason) = match self {
            Self::Key(error) => ("key", error.name()),
            Self::Config(error) => ("config", error.name()),
            Self::Request(error) => ("request", error.name()),
            Self::File(error) => ("file", error.name()),
            Self::Signing(error) => ("signing", error.name()),
            Self::Transport(error) => ("transport", error.name()),
            Self::Download(error) => ("download", error.kind().name()),
            Self::Certificates(error) => return ("certificates", Some(error.name())),
            Self::Verify(error) => return ("verify", Some(error.kind().name())),
            Self::NotImplemented { .. } => return ("not-implemented", None),
            Self::Journal(_) => return ("journal", None),
            Self::Api(_) => return ("api", None),
            Self::Decode(_) => return ("decode", None),
        };
        (phase, Some(reason.into()))
    }

    /// What this attempt alone may have executed.
    fn outcome(&self) -> Outcome {
        match self {
            Self::Key(_)
            | Self::Config(_)
            | Self::NotImplemented { .. }
            | Self::File(_)
            | Self::Request(_)
            | Self::Certificates(_)
            | Self::Signing(_)
            | Self::Journal(_) => Outcome::NotExecuted,
            Self::Transport(error) => error.outcome(),
            Self::Verify(_) => Outcome::Unknown,
            Self::Api(error) => error.outcome(),
            Self::Decode(error) => error.outcome(),
            // To hand out a file executes nothing.
            Self::Download(_) => Outcome::NotExecuted,
        }
    }

    /// The error of the phase; none if this is the whole of it.
    fn phase_error(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(match self {
            Self::NotImplemented { .. } | Self::Journal(_) => return None,
            Self::Key(error) => error,
            Self::Config(error) => error,
            Self::Request(error) => error,
            Self::File(error) => error,
            Self::Signing(error) => error,
            Self::Certificates(error) => error,
            Self::Transport(error) => error,
            Self::Verify(error) => error,
            Self::Api(error) => error,
            Self::Decode(error) => error,
            Self::Download(error) => error,
        })
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
        f.write_str(match (self.kind(), self.kind().outcome()) {
            (ErrorKind::Transport(_), Outcome::Unknown) => "; it may have been executed",
            (_, Outcome::NotExecuted) => self
                .0
                .possible_execution
                .map_or("", PossibleExecution::text),
            _ => "",
        })
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, self.phase_error()) {
            (Self::NotImplemented { method }, _) => {
                write!(
                    f,
                    "`{method}` is not implemented by the type that was called"
                )
            }
            (_, Some(error)) => fmt::Display::fmt(error, f),
            // The journal's own words are the source.
            (_, None) => f.write_str("not sent: the journal failed"),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.kind().source()
    }
}

impl error::Error for ErrorKind {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Journal(error) => Some(&**error),
            kind => kind.phase_error()?.source(),
        }
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self(Box::new(Inner {
            kind,
            frozen: None,
            possible_execution: None,
        }))
    }
}

macro_rules! from_phase_errors {
    ($($variant:ident $error:ty;)*) => {$(
        impl From<$error> for Error {
            fn from(error: $error) -> Self {
                ErrorKind::$variant(error).into()
            }
        }
    )*};
}

from_phase_errors! {
    Key KeyError;
    Config ConfigError;
    Request RequestError;
    File FileError;
    Signing SigningError;
    Transport TransportError;
    Certificates CertificatesError;
    Verify VerifyError;
    Api ApiError;
    Decode DecodeError;
}

impl From<DownloadError> for Error {
    fn from(error: DownloadError) -> Self {
        match error.into_transport() {
            Ok(error) => error.into(),
            Err(error) => ErrorKind::Download(error).into(),
        }
    }
}
