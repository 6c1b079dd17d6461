//! Counts the bytes written on a connection, forbids further ones, and closes the connection at once.

use std::{
    io,
    pin::Pin,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    task::{Context, Poll, Waker},
};

use hyper::rt::{Read, ReadBufCursor, Write};

use super::permits::Close;
use super::{Source, TransportError, TransportErrorKind};
use crate::head::Head;

const STOPPED: u64 = 1 << 63;

/// The plaintext bytes that were handed to TLS on one connection, and whether more may be.
///
/// Counting and stopping are one atomic word: once stopped, what was not written yet never will be,
/// however the connection's own task is scheduled.
#[derive(Debug, Default)]
pub(super) struct Wire {
    count: AtomicU64,
    /// The last write was not taken whole.
    stalled: AtomicBool,
}

impl Wire {
    /// Counts before the bytes are handed over: TLS may send a part and still report nothing.
    fn count_write(&self, bytes: usize) -> io::Result<()> {
        let add = |count| (count & STOPPED == 0).then(|| count + bytes as u64);
        match self
            .count
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, add)
        {
            Ok(_) => Ok(()),
            Err(_) => Err(closed()),
        }
    }

    fn written(&self) -> u64 {
        self.count.load(Ordering::Acquire) & !STOPPED
    }

    /// Whether a part of what was to be written still is.
    pub(super) fn is_stalled(&self) -> bool {
        self.stalled.load(Ordering::Acquire)
    }

    /// Forbids all further writing; returns what was written until then.
    fn stop_writing(&self) -> u64 {
        self.count.fetch_or(STOPPED, Ordering::AcqRel) & !STOPPED
    }
}

/// A stream whose writes are counted. It is closed when this is dropped, or by its [`Closer`].
pub(super) struct Metered<S> {
    stream: Arc<Mutex<Option<S>>>,
    wire: Arc<Wire>,
}

/// Closes a stream without the task that drives it: that task stands still with its runtime, and would
/// keep the connection open for as long.
pub(super) struct Closer<S>(Arc<Mutex<Option<S>>>);

impl<S> Metered<S> {
    pub(super) fn new(stream: S) -> (Self, Arc<Wire>) {
        let wire = Arc::new(Wire::default());
        let metered = Self {
            stream: Arc::new(Mutex::new(Some(stream))),
            wire: Arc::clone(&wire),
        };
        (metered, wire)
    }

    pub(super) fn closer(&self) -> Closer<S> {
        Closer(Arc::clone(&self.stream))
    }
}

impl<S> Closer<S> {
    pub(super) fn close(&self) {
        // Not dropped below the lock.
        let stream = lock(&self.0).take();
        drop(stream);
    }
}

impl<S: Write + Unpin> Closer<S> {
    /// Closes a stream between two exchanges. TLS sends its closure alert first, unless the alert would have
    /// to wait.
    pub(super) fn shut_down(&self) {
        let stream = lock(&self.0).take();
        if let Some(mut stream) = stream {
            let mut cx = Context::from_waker(Waker::noop());
            let _ = Pin::new(&mut stream).poll_shutdown(&mut cx);
        }
    }
}

impl<S: Send + 'static> Closer<S> {
    /// The stream, as it is closed with a permit.
    pub(super) fn resource(&self) -> Arc<dyn Close> {
        Arc::clone(&self.0) as _
    }
}

/// A closer may live on, with an idle connection that the server has closed.
impl<S> Drop for Metered<S> {
    fn drop(&mut self) {
        self.closer().close();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn closed() -> io::Error {
    io::ErrorKind::BrokenPipe.into()
}

impl<S: Read + Unpin> Read for Metered<S> {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        match &mut *lock(&self.stream) {
            Some(stream) => Pin::new(stream).poll_read(cx, buf),
            None => Poll::Ready(Err(closed())),
        }
    }
}

impl<S: Write + Unpin> Write for Metered<S> {
    fn poll_write(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        let mut stream = lock(&self.stream);
        let stream = stream.as_mut().ok_or_else(closed)?;
        self.wire.count_write(buf.len())?;
        let written = Pin::new(stream).poll_write(cx, buf);
        let whole = matches!(written, Poll::Ready(Ok(bytes)) if bytes == buf.len());
        self.wire.stalled.store(!whole, Ordering::Release);
        written
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut *lock(&self.stream) {
            Some(stream) => Pin::new(stream).poll_flush(cx),
            None => Poll::Ready(Err(closed())),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut *lock(&self.stream) {
            Some(stream) => Pin::new(stream).poll_shutdown(cx),
            None => Poll::Ready(Ok(())),
        }
    }
}

/// What is known of one attempt when it fails: whether a byte of it was written, and the head of
/// the response if one came.
#[derive(Debug, Default)]
pub(super) struct Attempt(Mutex<AttemptState>);

#[derive(Debug, Default)]
struct AttemptState {
    wire: Option<Arc<Wire>>,
    /// What the connection had written for others before this attempt.
    written_before: u64,
    head: Option<Head>,
}

impl Attempt {
    /// The attempt is about to be made on this connection, which is its own until it ends.
    pub(super) fn begin(&self, wire: &Arc<Wire>) {
        let mut state = self.state();
        state.written_before = wire.written();
        state.wire = Some(Arc::clone(wire));
    }

    pub(super) fn set_head(&self, head: Head) {
        self.state().head = Some(head);
    }

    /// Stops writing to the connection, so that its result stays true: whether anything was written.
    pub(super) fn stop_writing(&self) -> bool {
        let state = self.state();
        state
            .wire
            .as_ref()
            .is_some_and(|wire| wire.stop_writing() > state.written_before)
    }

    /// The attempt's failure, with what it may have done.
    pub(super) fn fail(&self, kind: TransportErrorKind, source: Option<Source>) -> TransportError {
        let sent = self.stop_writing();
        let head = self.state().head.take();
        TransportError::new(kind, sent, head, source)
    }

    fn state(&self) -> MutexGuard<'_, AttemptState> {
        lock(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use hyper_util::rt::TokioIo;

    use super::*;

    /// Writes on a stream that takes everything.
    fn write(metered: &mut Metered<TokioIo<tokio::io::Sink>>, bytes: &[u8]) -> io::Result<usize> {
        let mut cx = Context::from_waker(Waker::noop());
        match Pin::new(metered).poll_write(&mut cx, bytes) {
            Poll::Ready(written) => written,
            Poll::Pending => panic!("a sink is always ready"),
        }
    }

    #[test]
    fn an_attempt_has_written_what_is_written_after_its_beginning() {
        let (mut stream, wire) = Metered::new(TokioIo::new(tokio::io::sink()));
        write(&mut stream, b"an earlier attempt").unwrap();
        let attempt = Attempt::default();
        attempt.begin(&wire);
        assert!(!attempt.stop_writing());

        let (mut stream, wire) = Metered::new(TokioIo::new(tokio::io::sink()));
        attempt.begin(&wire);
        write(&mut stream, b"P").unwrap();
        assert!(attempt.stop_writing());
    }

    #[test]
    fn nothing_is_written_after_the_attempt_stops_writing() {
        let (mut stream, wire) = Metered::new(TokioIo::new(tokio::io::sink()));
        let attempt = Attempt::default();
        attempt.begin(&wire);
        assert!(!attempt.stop_writing());
        let refused = write(&mut stream, b"POST").unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::BrokenPipe);
        // What was refused does not count.
        assert!(!attempt.stop_writing());
    }

    #[test]
    fn nothing_is_written_after_closing() {
        let (mut stream, wire) = Metered::new(TokioIo::new(tokio::io::sink()));
        let attempt = Attempt::default();
        attempt.begin(&wire);
        stream.closer().close();
        let refused = write(&mut stream, b"POST").unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::BrokenPipe);
        assert!(!attempt.stop_writing());
    }

    #[test]
    fn a_stream_is_closed_with_its_driver_or_by_its_closer() {
        for by_closer in [true, false] {
            let (stream, mut other_end) = tokio::io::duplex(1);
            let (metered, _) = Metered::new(TokioIo::new(stream));
            let closer = metered.closer();
            let kept = if by_closer {
                closer.close();
                Some(metered)
            } else {
                drop(metered);
                None
            };
            let mut cx = Context::from_waker(Waker::noop());
            let mut byte = [0];
            let mut read = tokio::io::ReadBuf::new(&mut byte);
            let end = tokio::io::AsyncRead::poll_read(Pin::new(&mut other_end), &mut cx, &mut read);
            assert!(matches!(end, Poll::Ready(Ok(()))));
            assert!(read.filled().is_empty());
            drop((kept, closer));
        }
    }

    #[test]
    fn an_attempt_without_a_connection_has_written_nothing() {
        assert!(!Attempt::default().stop_writing());
    }
}
