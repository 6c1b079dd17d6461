//! The body of a request, as hyper takes it: bytes, or the stream of an upload.

use std::{
    fmt, io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use http_body_util::{Full, combinators::UnsyncBoxBody};
use hyper::body::{Body, Frame, SizeHint};

/// Bytes in memory, or a stream of known length.
pub(crate) enum RequestBody {
    Bytes(Full<Bytes>),
    Stream {
        body: UnsyncBoxBody<Bytes, io::Error>,
        unsent: Unsent,
    },
}

/// The bytes of a streamed body that the connection has not taken yet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Unsent(Arc<AtomicU64>);

impl RequestBody {
    /// A body of exactly `length` bytes, read from `body` as the connection takes them.
    ///
    /// A `body` that fails, ends early or is too long breaks the connection before the request is complete.
    pub(crate) fn stream<B>(body: B, length: u64) -> Self
    where
        B: Body<Data = Bytes, Error = io::Error> + Send + 'static,
    {
        Self::Stream {
            body: UnsyncBoxBody::new(body),
            unsent: Unsent(Arc::new(AtomicU64::new(length))),
        }
    }

    /// The counter of a streamed body, to see later if all of it was sent.
    pub(super) fn unsent(&self) -> Option<Unsent> {
        match self {
            Self::Bytes(_) => None,
            Self::Stream { unsent, .. } => Some(unsent.clone()),
        }
    }
}

impl Unsent {
    pub(super) fn bytes(&self) -> u64 {
        self.0.load(Ordering::Acquire)
    }

    /// Only the body calls this, and only one task polls the body: no update is lost.
    fn subtract(&self, bytes: usize) -> io::Result<()> {
        let remaining = self.bytes().checked_sub(bytes as u64);
        let remaining = remaining
            .ok_or_else(|| io::Error::other("the upload is longer than its Content-Length"))?;
        self.0.store(remaining, Ordering::Release);
        Ok(())
    }
}

impl From<Bytes> for RequestBody {
    fn from(bytes: Bytes) -> Self {
        Self::Bytes(Full::new(bytes))
    }
}

impl Body for RequestBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let (body, unsent) = match self.get_mut() {
            Self::Bytes(bytes) => {
                let frame = ready!(Pin::new(bytes).poll_frame(cx));
                return Poll::Ready(frame.map(|frame| frame.map_err(|never| match never {})));
            }
            Self::Stream { body, unsent } => (body, unsent),
        };
        Poll::Ready(match ready!(Pin::new(body).poll_frame(cx)) {
            Some(Ok(frame)) => {
                let bytes = frame.data_ref().map_or(0, Bytes::len);
                Some(unsent.subtract(bytes).map(|()| frame))
            }
            None if unsent.bytes() > 0 => Some(Err(io::ErrorKind::UnexpectedEof.into())),
            end => end,
        })
    }

    fn is_end_stream(&self) -> bool {
        match self {
            Self::Bytes(bytes) => bytes.is_end_stream(),
            Self::Stream { unsent, .. } => unsent.bytes() == 0,
        }
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Bytes(bytes) => bytes.size_hint(),
            Self::Stream { unsent, .. } => SizeHint::with_exact(unsent.bytes()),
        }
    }
}

impl fmt::Debug for RequestBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestBody").finish_non_exhaustive()
    }
}
