//! The stream below HTTP: counts the bytes written to a connection, stops further writing, and closes the
//! connection at once. An attempt reads the count to know if its request was sent.

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

/// The count of plaintext bytes that were handed to TLS on one connection, with a flag that stops further writing.
///
/// Count and flag are one atomic word. Once the flag is set, no more bytes are written, however the task of the
/// connection is scheduled.
#[derive(Debug, Default)]
pub(super) struct Wire {
    count: AtomicU64,
    /// The last write was not accepted completely.
    stalled: AtomicBool,
}

impl Wire {
    /// Counts bytes before they are handed to TLS, which may send a part of them and report nothing.
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

    /// `true` if a part of the last write is still to be written.
    pub(super) fn is_stalled(&self) -> bool {
        self.stalled.load(Ordering::Acquire)
    }

    /// Stops all further writing. Returns the number of bytes written until then.
    fn stop_writing(&self) -> u64 {
        self.count.fetch_or(STOPPED, Ordering::AcqRel) & !STOPPED
    }
}

/// A stream whose writes are counted. Closed on drop, or by its [`Closer`].
pub(super) struct Metered<S> {
    stream: Arc<Mutex<Option<S>>>,
    wire: Arc<Wire>,
}

/// Closes a stream without the task that owns it: if the runtime of the task no longer runs, the task would keep
/// the connection open.
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
        // Dropped after the lock is released.
        let stream = lock(&self.0).take();
        drop(stream);
    }
}

impl<S: Write + Unpin> Closer<S> {
    /// Closes a stream between two exchanges. TLS sends its closure alert first, if it can do so without waiting.
    pub(super) fn shut_down(&self) {
        let stream = lock(&self.0).take();
        if let Some(mut stream) = stream {
            let mut cx = Context::from_waker(Waker::noop());
            let _ = Pin::new(&mut stream).poll_shutdown(&mut cx);
        }
    }
}

impl<S: Send + 'static> Closer<S> {
    /// The stream as the resource of a permit, which closes it.
    pub(super) fn resource(&self) -> Arc<dyn Close> {
        Arc::clone(&self.0) as _
    }
}

/// Closes the stream even if a [`Closer`] still exists, as it does for an idle connection that the server closed.
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

/// The state of one attempt, for the error if it fails: the bytes written, and the head of the response if it was
/// received.
#[derive(Debug, Default)]
pub(super) struct Attempt(Mutex<AttemptState>);

#[derive(Debug, Default)]
struct AttemptState {
    wire: Option<Arc<Wire>>,
    /// The bytes that the connection had written before this attempt.
    written_before: u64,
    head: Option<Head>,
}

impl Attempt {
    /// Begins the attempt on this connection, which no other attempt uses until it ends.
    pub(super) fn begin(&self, wire: &Arc<Wire>) {
        let mut state = self.state();
        state.written_before = wire.written();
        state.wire = Some(Arc::clone(wire));
    }

    pub(super) fn set_head(&self, head: Head) {
        self.state().head = Some(head);
    }

    /// Stops writing to the connection, so that the result stays true. Returns `true` if the attempt wrote anything.
    pub(super) fn stop_writing(&self) -> bool {
        let state = self.state();
        state
            .wire
            .as_ref()
            .is_some_and(|wire| wire.stop_writing() > state.written_before)
    }

    /// The error of the attempt, which tells if its request was sent.
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

    /// Writes to a stream that accepts every byte.
    fn write(metered: &mut Metered<TokioIo<tokio::io::Sink>>, bytes: &[u8]) -> io::Result<usize> {
        let mut cx = Context::from_waker(Waker::noop());
        match Pin::new(metered).poll_write(&mut cx, bytes) {
            Poll::Ready(written) => written,
            Poll::Pending => panic!("a sink is always ready"),
        }
    }

    #[test]
    fn only_bytes_written_after_its_beginning_count_for_an_attempt() {
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
        // Refused bytes do not count.
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
    fn a_stream_is_closed_on_drop_or_by_its_closer() {
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
