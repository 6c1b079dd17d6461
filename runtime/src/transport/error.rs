//! The error of an exchange that brings no complete response.

use std::{error, fmt};

use crate::{head::Head, outcome::Outcome};

pub(crate) type Source = Box<dyn error::Error + Send + Sync>;

/// The error of a request that got no complete response: no connection, a timeout, a broken connection, or a response
/// that is too large.
///
/// [`Error::outcome`](crate::Error::outcome) says if WeChat Pay may have executed the request.
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

/// The kind of a [`TransportError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection to WeChat Pay: name resolution, TCP or TLS failed.
    Connect,
    /// No connection to WeChat Pay through the proxy: the proxy is down, cannot reach WeChat Pay, or refuses the
    /// credentials.
    Proxy,
    /// No connection to WeChat Pay within the timeout of
    /// [`ClientBuilder::connect_timeout`](crate::ClientBuilder::connect_timeout).
    ConnectTimeout,
    /// The call timed out, for example while it waited for a free connection of the pool, for a new connection, for a
    /// remote [`Signer`](crate::Signer) or for the response. In a download, one read of the file timed out.
    Timeout,
    /// The connection broke, or the response is not HTTP.
    Exchange,
    /// The file of an upload could not be read to its end, or has changed since it was opened. The
    /// [`source`](error::Error::source) of the [`TransportError`] says which. The last chunk of the file was not sent.
    File,
    /// The status line and headers of the response are too large, or the `Content-Length` is too large.
    ///
    /// The client accepts 100 headers and 32 KiB, and may accept up to 64 KiB.
    HeadTooLarge,
    /// The body of the response is larger than the client's limit.
    BodyTooLarge {
        /// The limit of the client, in bytes, set by [`ClientBuilder::body_limit`](crate::ClientBuilder::body_limit).
        limit: usize,
    },
}

impl TransportErrorKind {
    /// The short fixed name of the kind, for metrics and logs, such as `connect` or `timeout`.
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
            source: source.map(without_repeats),
        }
    }

    /// The short fixed name of the error's kind, for metrics and logs, such as `connect` or `timeout`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.kind.name()
    }

    /// The kind of the error.
    #[must_use]
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// `true` if a byte of the request was written, or may have been.
    pub(crate) fn was_sent(&self) -> bool {
        self.sent
    }

    /// The outcome of the attempt: [`Outcome::NotExecuted`] if it wrote no byte of the request. Not public, because an
    /// earlier attempt may have sent the request, which only the error of the call knows.
    pub(crate) fn outcome(&self) -> Outcome {
        if self.sent {
            Outcome::Unknown
        } else {
            Outcome::NotExecuted
        }
    }

    /// `true` for the kinds [`ConnectTimeout`](TransportErrorKind::ConnectTimeout) and
    /// [`Timeout`](TransportErrorKind::Timeout).
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(
            self.kind,
            TransportErrorKind::ConnectTimeout | TransportErrorKind::Timeout
        )
    }

    /// The HTTP status of the response, if the client received the status line and headers. The response is unverified:
    /// use the status for logs only.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.head.as_ref().map(Head::status)
    }

    /// The `Request-ID` (应答请求ID) of the response, if the client received this header. The response is unverified:
    /// use the ID for logs, and for questions to WeChat Pay.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.head.as_ref()?.request_id()
    }
}

impl TransportError {
    fn write_kind(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            TransportErrorKind::Connect => f.write_str(
                "cannot connect to WeChat Pay: check DNS, firewall, proxy and trusted root certificates",
            ),
            TransportErrorKind::Proxy => f.write_str("cannot connect through the proxy"),
            TransportErrorKind::ConnectTimeout => f.write_str("timed out while connecting"),
            TransportErrorKind::Timeout => f.write_str("timed out"),
            TransportErrorKind::Exchange => {
                f.write_str("the connection broke, or the response is not HTTP")
            }
            TransportErrorKind::File => f.write_str(
                "the file of the upload cannot be read, or has changed: open the file again",
            ),
            TransportErrorKind::HeadTooLarge => f.write_str(
                "the response has more than 32 KiB or 100 headers, \
                 or a Content-Length that is too large",
            ),
            TransportErrorKind::BodyTooLarge { limit } => write!(
                f,
                "the body of the response is larger than {limit} bytes: raise `ClientBuilder::body_limit`"
            ),
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_kind(f)?;
        f.write_str(if self.sent {
            "; the request was sent, or a part of it"
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

/// Wraps a cause whose own cause repeats its text, as the errors of TLS do. Any other cause stays as it is, so that a
/// user can downcast the cause.
fn without_repeats(source: Source) -> Source {
    let text = source.to_string();
    let repeats = |cause: &dyn error::Error| text.contains(cause.to_string().trim());
    match source.source() {
        Some(cause) if repeats(cause) => Box::new(WithoutRepeats(source)),
        _ => source,
    }
}

/// A cause that skips the causes below it as long as they repeat its text.
#[derive(Debug)]
struct WithoutRepeats(Source);

impl fmt::Display for WithoutRepeats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl error::Error for WithoutRepeats {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        let text = self.0.to_string();
        let mut source = self.0.source();
        while let Some(cause) = source {
            if !text.contains(cause.to_string().trim()) {
                return Some(cause);
            }
            source = cause.source();
        }
        None
    }
}
