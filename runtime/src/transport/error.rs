//! The error of an exchange that brings no complete response.

use std::{error, fmt};

use crate::{head::Head, outcome::Outcome};

pub(crate) type Source = Box<dyn error::Error + Send + Sync>;

/// No complete response: no connection, a timeout, a broken connection, or a response that is too large.
///
/// [`outcome`](Self::outcome) says if the request may have been executed.
///
/// ```
/// use wechatpay_client::{Error, ErrorKind};
///
/// /// The label of a metric: `connect`, `timeout`.
/// fn transport_failure(error: &Error) -> Option<&'static str> {
///     match error.kind() {
///         ErrorKind::Transport(failure) => Some(failure.name()),
///         _ => None,
///     }
/// }
/// ```
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    sent: bool,
    /// The head of a response whose body is incomplete. It is not verified.
    head: Option<Head>,
    source: Option<Source>,
}

/// The reason for a [`TransportError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection: name resolution, TCP or TLS failed.
    Connect,
    /// No connection through the proxy: the proxy is down, does not reach WeChat Pay, or refuses the
    /// credentials.
    Proxy,
    /// No connection within the connect timeout.
    ConnectTimeout,
    /// The call timed out: while it waited for a permit to connect, while it connected, or while it waited for the
    /// response. For a file that is downloaded, one read timed out.
    Timeout,
    /// The connection broke, or the response is not HTTP.
    Exchange,
    /// The file of an upload could not be read to its end, or has changed since it was opened. The source says
    /// which. The last chunk of the file was not sent.
    File,
    /// The head of the response is too large, or its `Content-Length` is too large to count.
    ///
    /// The head may have 100 headers and 32 KiB. A head of up to 64 KiB may be accepted too.
    HeadTooLarge,
    /// The body of the response is larger than the client's limit.
    BodyTooLarge {
        /// The limit in bytes, set by [`ClientBuilder::body_limit`](crate::ClientBuilder::body_limit).
        limit: usize,
    },
}

impl TransportErrorKind {
    /// A short fixed name, for metrics and logs: `connect`, `timeout`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Connect => "connect",
            Self::Proxy => "proxy",
            Self::ConnectTimeout => "connect-timeout",
            Self::Timeout => "timeout",
            Self::Exchange => "exchange",
            Self::File => "file",
            Self::HeadTooLarge => "head-too-large",
            Self::BodyTooLarge { .. } => "body-too-large",
        }
    }
}

impl TransportError {
    /// `sent` is `true` if a byte of the request was written, or may have been.
    pub(crate) fn new(
        kind: TransportErrorKind,
        sent: bool,
        head: Option<Head>,
        source: Option<Source>,
    ) -> Self {
        Self {
            kind,
            sent,
            head,
            source,
        }
    }

    /// A short fixed name, for metrics and logs: `connect`, `timeout`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.kind.name()
    }

    /// The reason.
    #[must_use]
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// `true` if a byte of the request was written, or may have been.
    pub(crate) fn was_sent(&self) -> bool {
        self.sent
    }

    /// [`Outcome::NotExecuted`] if no byte of the request was written to the connection, which the client counts.
    /// Otherwise [`Outcome::Unknown`].
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        if self.sent {
            Outcome::Unknown
        } else {
            Outcome::NotExecuted
        }
    }

    /// `true` for [`ConnectTimeout`](TransportErrorKind::ConnectTimeout) and
    /// [`Timeout`](TransportErrorKind::Timeout).
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(
            self.kind,
            TransportErrorKind::ConnectTimeout | TransportErrorKind::Timeout
        )
    }

    /// The HTTP status, if the head of the response was received. It is not verified.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.head.as_ref().map(Head::status)
    }

    /// The `Request-ID` (应答请求ID), if the head of the response was received.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.head.as_ref()?.request_id()
    }
}

impl TransportError {
    fn write_kind(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            TransportErrorKind::Connect => f.write_str("cannot connect to WeChat Pay"),
            TransportErrorKind::Proxy => f.write_str("cannot connect through the proxy"),
            TransportErrorKind::ConnectTimeout => f.write_str("timed out while connecting"),
            TransportErrorKind::Timeout => f.write_str("timed out"),
            TransportErrorKind::Exchange => {
                f.write_str("the connection broke, or the response is not HTTP")
            }
            TransportErrorKind::File => {
                f.write_str("the file of the upload could not be read, or has changed")
            }
            TransportErrorKind::HeadTooLarge => f.write_str(
                "the head of the response is larger than 32 KiB or 100 headers, \
                 or its Content-Length is too large to count",
            ),
            TransportErrorKind::BodyTooLarge { limit } => write!(
                f,
                "the body of the response is larger than {limit} bytes (`ClientBuilder::body_limit`)"
            ),
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_kind(f)?;
        f.write_str(if self.sent {
            ", after the request was sent"
        } else {
            "; nothing was sent"
        })?;
        match &self.head {
            Some(head) => write!(f, " {head}"),
            None => Ok(()),
        }
    }
}

impl error::Error for TransportError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
