//! The phase of a call that failed, with the error of that phase.

use std::{borrow::Cow, error, fmt};

use super::{
    ApiError, CertificatesError, ConfigError, DecodeError, DownloadError, FileError, KeyError,
    Outcome, RequestError, SigningError, TransportError, VerifyError,
};

/// The kind of an [`Error`](crate::Error): the phase in which the call failed, with the error of that phase.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A key, a certificate, or a number such as `mchid` cannot be used. Nothing was sent.
    Key(KeyError),
    /// A client, a verifier or notifications cannot be set up. Nothing was sent.
    Config(ConfigError),
    /// The type whose method was called, usually a mock, does not implement this method of a trait that is declared with
    /// `defaults` ([`wechatpay_api`](crate::wechatpay_api)). Nothing was sent.
    NotImplemented {
        /// The names of the trait and the method: `Trait::method`.
        method: &'static str,
    },
    /// A request cannot be built, or this client may not send it. This attempt sent nothing.
    Request(RequestError),
    /// The call needs platform certificates (微信支付平台证书), and the client could not get any. This attempt sent
    /// nothing.
    Certificates(CertificatesError),
    /// A file cannot be uploaded. Nothing was sent.
    File(FileError),
    /// A request could not be signed, for example because a custom [`Signer`](crate::Signer) failed. This
    /// attempt sent nothing.
    Signing(SigningError),
    /// The [`Journal`](crate::Journal) failed to record the request, so this call sent nothing. The journal may hold the
    /// request nevertheless, and a recovery may send it, so the outcome of the call is [`Unknown`](Outcome::Unknown).
    Journal,
    /// No complete response arrived: the connection or TLS failed, the call timed out, or the response is not
    /// HTTP.
    Transport(TransportError),
    /// The signature of the response does not verify, so WeChat Pay may not have sent the response.
    Verify(VerifyError),
    /// WeChat Pay, or a proxy on the way, sent an error response. [`ApiError::is_authenticated`] tells which.
    Api(ApiError),
    /// The body of a successful response does not decode as the declared type.
    Decode(DecodeError),
    /// The description of a file cannot be used, the downloaded file does not match it, or the file could not be
    /// written.
    Download(DownloadError),
}

impl ErrorKind {
    /// The phase, and the name of the error kind if the phase has several kinds.
    pub(super) fn names(&self) -> (&'static str, Option<Cow<'static, str>>) {
        let (phase, kind_name) = match self {
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
            Self::Journal => return ("journal", None),
            Self::Api(error) => return (error.name(), None),
            Self::Decode(error) => return (error.name(), None),
        };
        (phase, Some(kind_name.into()))
    }

    /// The outcome of this attempt, without regard to earlier attempts.
    pub(super) fn outcome(&self) -> Outcome {
        match self {
            Self::Key(_)
            | Self::Config(_)
            | Self::NotImplemented { .. }
            | Self::File(_)
            | Self::Request(_)
            | Self::Certificates(_)
            | Self::Signing(_) => Outcome::NotExecuted,
            // The journal may hold the request, and a recovery then sends the request.
            Self::Journal => Outcome::Unknown,
            Self::Transport(error) => error.outcome(),
            Self::Verify(_) => Outcome::Unknown,
            Self::Api(error) => error.outcome(),
            Self::Decode(error) => error.outcome(),
            // A download has no side effect.
            Self::Download(_) => Outcome::NotExecuted,
        }
    }

    /// The error of the phase. `None` if the kind has no error type of its own.
    pub(super) fn phase_error(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(match self {
            Self::NotImplemented { .. } | Self::Journal => return None,
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

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, self.phase_error()) {
            (Self::NotImplemented { method }, _) => {
                write!(
                    f,
                    "the type that was called does not implement `{method}`: implement the method"
                )
            }
            (_, Some(error)) => fmt::Display::fmt(error, f),
            // The journal's own error is the source.
            (_, None) => f.write_str("not sent: the journal failed"),
        }
    }
}

impl error::Error for ErrorKind {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.phase_error()?.source()
    }
}
