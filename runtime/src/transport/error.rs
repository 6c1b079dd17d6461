use std::{error, fmt};

use crate::{head::Head, outcome::Outcome};

pub(crate) type Source = Box<dyn error::Error + Send + Sync>;

/// No whole response came.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    sent: bool,
    /// Of a response whose body never came whole: a hint, not proof.
    head: Option<Head>,
    source: Option<Source>,
}

/// What stopped the exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection: name resolution, TCP or TLS failed.
    Connect,
    /// No connection through the proxy: it is down, or does not reach WeChat Pay, or refuses the
    /// credentials.
    Proxy,
    /// No connection within the client's connect timeout.
    ConnectTimeout,
    /// The call timed out: in the queue, in connecting, in waiting for the response, or in
    /// one wait for more of a response that is streamed.
    Timeout,
    /// The connection broke, or what came back is not HTTP.
    Exchange,
    /// The file of an upload could not be read to its end, or is not any more what it was when it was
    /// opened; the source says which. Its last chunk was not sent.
    File,
    /// The response's head is larger than is read, or announces a `Content-Length` that cannot be counted.
    /// More than 100 headers are too many, and more than 32 KiB too large, where up to twice that may be taken.
    HeadTooLarge,
    /// The response's body is larger than the client takes.
    BodyTooLarge {
        /// The client's limit, in bytes.
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
    /// `sent` says whether a byte of the request was written, or may have been.
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

    /// What stopped the exchange.
    #[must_use]
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Whether a byte of the request was written, or may have been.
    pub(crate) fn was_sent(&self) -> bool {
        self.sent
    }

    /// [`Outcome::NotExecuted`] if not a byte of the request was written, which is counted on the
    /// connection itself; [`Outcome::Unknown`] otherwise.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        if self.sent {
            Outcome::Unknown
        } else {
            Outcome::NotExecuted
        }
    }

    /// True if a timeout passed.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(
            self.kind,
            TransportErrorKind::ConnectTimeout | TransportErrorKind::Timeout
        )
    }

    /// The status, if the response's head came: not verified.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.head.as_ref().map(Head::status)
    }

    /// The `Request-ID`, if the response's head came.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.head.as_ref()?.request_id()
    }
}

impl TransportError {
    fn write_kind(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            TransportErrorKind::Connect => f.write_str("no connection to WeChat Pay"),
            TransportErrorKind::Proxy => f.write_str("no connection through the proxy"),
            TransportErrorKind::ConnectTimeout => f.write_str("no connection in time"),
            TransportErrorKind::Timeout => f.write_str("timed out"),
            TransportErrorKind::Exchange => f.write_str("the connection broke"),
            TransportErrorKind::File => f.write_str("the file could not be sent whole"),
            TransportErrorKind::HeadTooLarge => f.write_str(
                "the response's head is larger than 32 KiB or 100 headers, \
                     or its Content-Length cannot be counted",
            ),
            TransportErrorKind::BodyTooLarge { limit } => {
                write!(f, "the response's body is larger than {limit} bytes")
            }
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_kind(f)?;
        f.write_str(if self.sent {
            ", after the request was sent"
        } else {
            ", before anything was sent"
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
