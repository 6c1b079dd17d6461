//! Counts what is written on a connection, and can stop it.

use std::{
    io,
    pin::Pin,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    task::{Context, Poll},
};

use hyper::rt::{Read, ReadBufCursor, Write};

use crate::error::{Head, Source, TransportError, TransportErrorKind};

const SEALED: u64 = 1 << 63;

/// The plaintext bytes that were handed to TLS on one connection, and whether more may be.
///
/// Counting and sealing are one atomic word: once sealed, what was not written yet never will be,
/// however the connection's own task is scheduled.
#[derive(Debug, Default)]
pub(super) struct Wire {
    count: AtomicU64,
    /// The last write was not taken whole.
    stalled: AtomicBool,
}

impl Wire {
    /// Counts before the bytes are handed over: TLS may send a part and still report nothing.
    fn admit(&self, bytes: usize) -> io::Result<()> {
        let add = |count| (count & SEALED == 0).then(|| count + bytes as u64);
        match self
            .count
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, add)
        {
            Ok(_) => Ok(()),
            Err(_) => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    fn written(&self) -> u64 {
        self.count.load(Ordering::Acquire) & !SEALED
    }

    /// Whether a part of what was to be written still is.
    pub(super) fn is_stalled(&self) -> bool {
        self.stalled.load(Ordering::Acquire)
    }

    /// Forbids all further writing; returns what was written until then.
    fn seal(&self) -> u64 {
        self.count.fetch_or(SEALED, Ordering::AcqRel) & !SEALED
    }
}

/// A stream whose writes are counted.
pub(super) struct Metered<S> {
    stream: S,
    wire: Arc<Wire>,
}

impl<S> Metered<S> {
    pub(super) fn new(stream: S) -> (Self, Arc<Wire>) {
        let wire = Arc::new(Wire::default());
        let metered = Self {
            stream,
            wire: Arc::clone(&wire),
        };
        (metered, wire)
    }
}

impl<S: Read + Unpin> Read for Metered<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl<S: Write + Unpin> Write for Metered<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.wire.admit(buf.len())?;
        let written = Pin::new(&mut self.stream).poll_write(cx, buf);
        let whole = matches!(written, Poll::Ready(Ok(bytes)) if bytes == buf.len());
        self.wire.stalled.store(!whole, Ordering::Release);
        written
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// What is known of one attempt when it fails: whether a byte of it was written, and the head of
/// the answer if one came.
#[derive(Debug, Default)]
pub(super) struct Attempt(Mutex<Progress>);

#[derive(Debug, Default)]
struct Progress {
    wire: Option<Arc<Wire>>,
    /// What the connection had written for others before this attempt.
    before: u64,
    head: Option<Head>,
}

impl Attempt {
    /// The attempt is about to be made on this connection, which is its own until it ends.
    pub(super) fn begin(&self, wire: &Arc<Wire>) {
        let mut progress = self.progress();
        progress.before = wire.written();
        progress.wire = Some(Arc::clone(wire));
    }

    pub(super) fn has_head(&self, head: Head) {
        self.progress().head = Some(head);
    }

    /// Seals the connection, so that the answer stays true: whether anything was written.
    pub(super) fn seal(&self) -> bool {
        let progress = self.progress();
        progress
            .wire
            .as_ref()
            .is_some_and(|wire| wire.seal() > progress.before)
    }

    /// The attempt's failure, with what it may have done.
    pub(super) fn fail(&self, kind: TransportErrorKind, source: Option<Source>) -> TransportError {
        let sent = self.seal();
        let head = self.progress().head.take();
        TransportError::new(kind, sent, head, source)
    }

    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::task::Waker;

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
        assert!(!attempt.seal());

        let (mut stream, wire) = Metered::new(TokioIo::new(tokio::io::sink()));
        attempt.begin(&wire);
        write(&mut stream, b"P").unwrap();
        assert!(attempt.seal());
    }

    #[test]
    fn nothing_is_written_after_sealing() {
        let (mut stream, wire) = Metered::new(TokioIo::new(tokio::io::sink()));
        let attempt = Attempt::default();
        attempt.begin(&wire);
        assert!(!attempt.seal());
        let refused = write(&mut stream, b"POST").unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::BrokenPipe);
        // What was refused does not count.
        assert!(!attempt.seal());
    }

    #[test]
    fn an_attempt_without_a_connection_has_written_nothing() {
        assert!(!Attempt::default().seal());
    }
}
