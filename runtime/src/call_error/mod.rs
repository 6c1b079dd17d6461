//! The errors of a call: one struct, [`Error`], whose [`ErrorKind`] holds the error of the phase that failed.
//! Constructors return the error of their own layer, which converts into [`Error`] by `?`.

mod api;
mod decode;
mod detail;
mod kind;
mod refusal;

use std::{borrow::Cow, error, fmt};

pub use api::ApiError;
pub use decode::DecodeError;
pub use kind::ErrorKind;
pub(crate) use refusal::RequestIdNumbers;

pub(crate) use crate::{
    config_error::ConfigError,
    crypto::KeyError,
    download::DownloadError,
    journal::JournalError,
    request::RequestError,
    sign::SigningError,
    transport::{TransportError, TransportErrorKind},
    upload::FileError,
    verify::{CertificatesError, VerifyError},
};

pub use crate::outcome::Outcome;
use crate::{
    request::{FrozenRequest, RequestErrorKind},
    validation::Violation,
};

/// The result of a call: a value, or an [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The error of a call: the phase in which the call failed, the outcome of the request, and the request to repeat.
///
/// Read [`outcome`](Self::outcome) before you decide anything about a payment. [`kind`](Self::kind) names the phase in
/// which the call failed, and holds the error of that phase:
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
    /// The error of the journal itself.
    journal: Option<JournalError>,
}

/// The reason why the request may be executed although this attempt did not send it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PossibleExecution {
    /// An earlier attempt sent the request: of this call, or of the call that is repeated.
    EarlierAttempt,
    /// The journal failed or timed out. It may hold an entry without an outcome, which a recovery repeats.
    JournalEntry,
}

impl PossibleExecution {
    fn text(self) -> &'static str {
        match self {
            Self::EarlierAttempt => {
                "; an earlier attempt may have been executed: query the order, or repeat the request with the same numbers"
            }
            Self::JournalEntry => {
                "; the journal may already hold the request: repeat that request, and send no other with its order number"
            }
        }
    }
}

impl Error {
    /// The kind of this error: the phase in which the call failed, with the error of that phase.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// Converts the error into its kind. Drops the outcome of earlier attempts and the request to repeat.
    #[must_use]
    pub fn into_kind(self) -> ErrorKind {
        self.0.kind
    }

    /// A short fixed name for metrics: the phase in which the call failed, and the name of the error of that phase, such
    /// as `transport:timeout`, `verify:signature-mismatch` or `request:not-finite`.
    ///
    /// The name of an error response is `api`, whatever its [`code`](Self::code), because WeChat Pay may add codes.
    #[must_use]
    pub fn name(&self) -> Cow<'static, str> {
        let (phase, kind_name) = self.kind().names();
        match kind_name {
            Some(kind_name) => format!("{phase}:{kind_name}").into(),
            None => phase.into(),
        }
    }

    /// The outcome of the call: not executed, unknown or executed, with all attempts of the call considered.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self.kind().outcome() {
            Outcome::NotExecuted if self.0.possible_execution.is_some() => Outcome::Unknown,
            outcome => outcome,
        }
    }

    /// The `Request-ID` of the response (应答请求ID), which WeChat Pay's support asks for. `None` without a response, or if
    /// the response has no `Request-ID`.
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

    /// The error code of an error response (错误码), such as `PARAM_ERROR`. `None` if no error response arrived, or if
    /// the response has no code.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match self.kind() {
            ErrorKind::Api(error) => error.code(),
            _ => None,
        }
    }

    /// The HTTP status of the response. `None` if no head of a response arrived.
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

    /// The published rules that the body breaks, if the client [validates](crate::ClientBuilder::validate). Empty for
    /// every other error.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        match self.kind() {
            ErrorKind::Request(error) => match error.kind() {
                RequestErrorKind::Violations(error) => error.violations(),
                _ => &[],
            },
            _ => &[],
        }
    }

    /// True if the call timed out.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        match self.kind() {
            ErrorKind::Transport(error) => error.is_timeout(),
            _ => false,
        }
    }

    /// The request of the call, if its outcome is [`Unknown`](Outcome::Unknown). Repeat the request by
    /// [`Client::repeat`](crate::Client::repeat).
    ///
    /// `None` for every other outcome, and for uploads, downloads and operations that are declared `unsigned`: make such a
    /// call again.
    #[must_use]
    pub fn frozen_request(&self) -> Option<&FrozenRequest> {
        self.0.frozen.as_ref()
    }

    /// Not a public conversion: the kind of an error does not tell what an earlier attempt may have executed.
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Inner {
            kind,
            frozen: None,
            possible_execution: None,
            journal: None,
        }))
    }

    /// The failure of the journal. The journal may hold the request nevertheless.
    pub(crate) fn journal(source: JournalError) -> Self {
        let mut error = Self::new(ErrorKind::Journal).with_journal_entry();
        error.0.journal = Some(source);
        error
    }

    /// Adds the request, for the caller to repeat.
    pub(crate) fn with_frozen_request(mut self, request: FrozenRequest) -> Self {
        self.0.frozen = Some(request);
        self
    }

    /// Marks the failure of a request that an earlier attempt sent and that may have been executed then.
    pub(crate) fn after_earlier_attempt(self) -> Self {
        self.with_possible_execution(PossibleExecution::EarlierAttempt)
    }

    /// Marks the failure of a journal that may hold the request. A recovery would send the request from that
    /// entry.
    pub(crate) fn with_journal_entry(self) -> Self {
        self.with_possible_execution(PossibleExecution::JournalEntry)
    }

    fn with_possible_execution(mut self, possible_execution: PossibleExecution) -> Self {
        // A download has no side effect.
        if !matches!(self.kind(), ErrorKind::Download(_)) {
            self.0.possible_execution.get_or_insert(possible_execution);
        }
        self
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
            (ErrorKind::Transport(_), Outcome::Unknown) => {
                "; the request may have been executed: query the order, or repeat the request with the same numbers"
            }
            (ErrorKind::Journal, _) | (_, Outcome::NotExecuted) => self
                .0
                .possible_execution
                .map_or("", PossibleExecution::text),
            _ => "",
        })
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match &self.0.journal {
            Some(error) => Some(&**error),
            None => self.kind().source(),
        }
    }
}

macro_rules! from_phase_errors {
    ($($variant:ident $error:ty;)*) => {$(
        impl From<$error> for Error {
            fn from(error: $error) -> Self {
                Self::new(ErrorKind::$variant(error))
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
            Err(error) => Self::new(ErrorKind::Download(error)),
        }
    }
}
