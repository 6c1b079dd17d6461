//! The body of a response, as it comes.

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
use futures_timer::Delay;
use hyper::{
    HeaderMap, Response,
    body::{Body, Bytes, Frame, Incoming, SizeHint},
    header::{CONTENT_LENGTH, TRANSFER_ENCODING},
};

/// The body of a response whose head has come.
///
/// It holds its connection, and the place of that: read to the end, the connection serves the next
/// call; dropped before, it is closed.
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

    /// Whether a `Content-Length` or plain chunks say where the body ends. Otherwise the end of the connection
    /// may end it, which anybody on the way can bring about.
    pub(crate) fn is_delimited(&self) -> bool {
        self.delimited
    }

    /// Ready when the wait for more has been too long. The permit is good until then: nobody may be polling the
    /// reader any longer.
    fn poll_timeout(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if let (Some(deadline), Some(connection)) = (self.read_timer.start(), &self.connection) {
            if !connection.set_deadline(Some(deadline)) {
                return Poll::Ready(());
            }
        }
        self.read_timer.poll(cx)
    }

    /// Keeps the permit while the reader takes its time; `false` if another attempt has taken the permit back.
    fn stop_timer(&mut self) -> bool {
        let connection = self.connection.as_ref();
        !self.read_timer.stop()
            || connection.is_some_and(|connection| connection.set_deadline(None))
    }

    /// Closes the connection, and says what the attempt may have done.
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
        // A body that has ended is whole, and a failure gives the reason itself.
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

    /// Not before the connection is given back, so that whoever asks reads until then.
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

/// Whether the head says where the body ends (RFC 9112, 6.3). Chunks do only where they are all that is said:
/// hyper takes a `Transfer-Encoding` that it cannot read for a body that the end of the connection ends.
fn is_delimited(headers: &HeaderMap) -> bool {
    let mut codings = headers.get_all(TRANSFER_ENCODING).iter();
    match (codings.next(), codings.next()) {
        (None, _) => headers.contains_key(CONTENT_LENGTH),
        (Some(coding), None) => coding.as_bytes().eq_ignore_ascii_case(b"chunked"),
        (Some(_), Some(_)) => false,
    }
}

/// How long the other side has kept a reader waiting; a reader that takes its time does not count.
///
/// Its timer is of no runtime: that which the body came on may stand still, and that which it is read on
/// may have no clock.
struct ReadTimer {
    read_timeout: Duration,
    /// When the wait that is going on will have been too long.
    deadline: Option<Instant>,
    /// Set once, and again only as it fires: to set it wakes another thread.
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

    /// The end of a wait that begins now; `None` if one is going on.
    fn start(&mut self) -> Option<Instant> {
        if self.deadline.is_some() {
            return None;
        }
        // A limit beyond what the clock can count is none.
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
            // It may have been set for an earlier wait.
            let left = left();
            if left.is_zero() {
                return Poll::Ready(());
            }
            timer.reset(left);
        }
    }

    /// `true` if a wait was going on.
    fn stop(&mut self) -> bool {
        self.deadline.take().is_some()
    }
}
