//! The body of a response, streamed from its connection. The last frame returns the connection to the pool.

use std::{
    fmt,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
    time::{Duration, Instant},
};

use super::{Source, TransportError, TransportErrorKind};
use super::{
    pool::{Connection, Pool, TIMED_OUT},
    wire::Attempt,
};
use bytes::Bytes;
use futures_timer::Delay;
use http::{
    HeaderMap, Response,
    header::{CONTENT_LENGTH, TRANSFER_ENCODING},
};
use hyper::body::{Body, Frame, Incoming, SizeHint};

/// The body of a response whose head was received.
///
/// Holds its connection with the permit. A body that is read to the end returns the connection to the pool. A body
/// that is dropped earlier closes it.
pub(crate) struct ResponseBody {
    body: Incoming,
    /// `None` once the body has ended or failed.
    connection: Option<Connection>,
    pool: Arc<Pool>,
    attempt: Attempt,
    read_timer: ReadTimer,
    delimited: bool,
}

impl ResponseBody {
    pub(super) fn wrap(
        response: Response<Incoming>,
        connection: Connection,
        pool: Arc<Pool>,
        attempt: Attempt,
        read_timeout: Duration,
    ) -> Response<Self> {
        let delimited = is_delimited(response.headers());
        response.map(|body| Self {
            body,
            connection: Some(connection),
            pool,
            attempt,
            read_timer: ReadTimer::new(read_timeout),
            delimited,
        })
    }

    /// `true` if a `Content-Length` or plain chunks mark the end of the body. Otherwise the end of the connection may
    /// be the end of the body, and anyone on the network can cause it.
    pub(crate) fn is_delimited(&self) -> bool {
        self.delimited
    }

    /// Ready once the read has timed out. The permit expires at the same time, because the reader may no longer be
    /// polled.
    fn poll_timeout(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if let (Some(deadline), Some(connection)) = (self.read_timer.start(), &self.connection) {
            if !connection.set_deadline(Some(deadline)) {
                return Poll::Ready(());
            }
        }
        self.read_timer.poll(cx)
    }

    /// Keeps the permit until the next read. Returns `false` if another attempt has reclaimed the permit.
    fn stop_timer(&mut self) -> bool {
        let connection = self.connection.as_ref();
        !self.read_timer.stop()
            || connection.is_some_and(|connection| connection.set_deadline(None))
    }

    /// Closes the connection, and makes the error of the attempt.
    pub(super) fn fail(
        &mut self,
        kind: TransportErrorKind,
        source: Option<Source>,
    ) -> TransportError {
        self.connection = None;
        self.attempt.fail(kind, source)
    }
}

impl Body for ResponseBody {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let this = self.get_mut();
        if this.connection.is_none() {
            return Poll::Ready(None);
        }
        let frame = Pin::new(&mut this.body).poll_frame(cx);
        let Poll::Ready(frame) = frame else {
            ready!(this.poll_timeout(cx));
            return Poll::Ready(Some(Err(this.fail(TransportErrorKind::Timeout, None))));
        };
        // At its end, the body is complete. A failure has its own reason.
        if !this.stop_timer() && matches!(frame, Some(Ok(_))) {
            let (kind, source) = TIMED_OUT;
            return Poll::Ready(Some(Err(this.fail(kind, source))));
        }
        Poll::Ready(match frame {
            Some(Ok(frame)) => Some(Ok(frame)),
            Some(Err(error)) => {
                let failure = (TransportErrorKind::Exchange, Some(error.into()));
                let connection = this.connection.as_ref();
                let (kind, source) =
                    connection.map_or(TIMED_OUT, |connection| connection.actual_failure(failure));
                Some(Err(this.fail(kind, source)))
            }
            None => {
                if let Some(connection) = this.connection.take() {
                    this.pool.put_back(connection);
                }
                None
            }
        })
    }

    /// `false` until the connection is returned, so that the caller reads to the end.
    fn is_end_stream(&self) -> bool {
        self.connection.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl fmt::Debug for ResponseBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseBody")
            .field("open", &self.connection.is_some())
            .finish_non_exhaustive()
    }
}

/// `true` if the head tells where the body ends (RFC 9112, 6.3). `chunked` must be the only coding: hyper reads a
/// body with an unknown `Transfer-Encoding` until the connection ends.
fn is_delimited(headers: &HeaderMap) -> bool {
    let mut codings = headers.get_all(TRANSFER_ENCODING).iter();
    match (codings.next(), codings.next()) {
        (None, _) => headers.contains_key(CONTENT_LENGTH),
        (Some(coding), None) => coding.as_bytes().eq_ignore_ascii_case(b"chunked"),
        (Some(_), Some(_)) => false,
    }
}

/// The time that a reader waits for the server. The time between two reads does not count.
///
/// The timer belongs to no runtime: the runtime of the connection may no longer run, and the body may be read on a
/// runtime without a timer.
struct ReadTimer {
    read_timeout: Duration,
    /// The end of the current wait. `None` between two reads.
    deadline: Option<Instant>,
    /// Reset only when it fires, because a reset wakes another thread.
    timer: Option<Delay>,
}

impl ReadTimer {
    fn new(read_timeout: Duration) -> Self {
        Self {
            read_timeout,
            deadline: None,
            timer: None,
        }
    }

    /// Starts a wait and returns its end. Returns `None` if a wait has started already.
    fn start(&mut self) -> Option<Instant> {
        if self.deadline.is_some() {
            return None;
        }
        // No deadline if the clock cannot count that far.
        self.deadline = Instant::now().checked_add(self.read_timeout);
        self.deadline
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let Some(deadline) = self.deadline else {
            return Poll::Pending;
        };
        let left = || deadline.saturating_duration_since(Instant::now());
        let timer = self.timer.get_or_insert_with(|| Delay::new(left()));
        loop {
            ready!(Pin::new(&mut *timer).poll(cx));
            // The timer may have been set for an earlier wait.
            let left = left();
            if left.is_zero() {
                return Poll::Ready(());
            }
            timer.reset(left);
        }
    }

    /// Ends the wait. Returns `true` if one had started.
    fn stop(&mut self) -> bool {
        self.deadline.take().is_some()
    }
}
