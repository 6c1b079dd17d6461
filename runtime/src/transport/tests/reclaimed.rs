//! Attempts that are no longer polled, until other attempts reclaim their permits.

use std::{
    io::Write,
    pin::{Pin, pin},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    task::{Context, Poll, Wake},
};

use http_body_util::BodyExt;
use tokio::{
    runtime::{Builder, Runtime},
    time::sleep,
};

use super::{super::Purpose, *};
use crate::{outcome::Outcome, transport::TransportErrorKind};

/// The timeout of the attempts. The step that a test needs takes much less.
const TIMEOUT: Duration = Duration::from_secs(3);

const FILE: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nfile";

/// A runtime that runs, and a future that is polled, only when the test calls for it.
struct Parked {
    runtime: Runtime,
    woken: Arc<Woken>,
}

/// Set when the future is to be polled.
#[derive(Default)]
struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::SeqCst);
    }
}

impl Parked {
    fn new() -> Self {
        Self {
            runtime: runtime(),
            woken: Arc::default(),
        }
    }

    /// Polls the future once, and runs no task.
    fn poll<F: Future>(&self, future: Pin<&mut F>) -> Poll<F::Output> {
        let _entered = self.runtime.enter();
        let waker = Arc::clone(&self.woken).into();
        future.poll(&mut Context::from_waker(&waker))
    }

    /// Runs the tasks for a moment.
    fn drive(&self) {
        let moment = async { sleep(Duration::from_millis(5)).await };
        self.runtime.block_on(moment);
    }

    /// Runs the tasks until the future is to be polled.
    fn drive_until_woken(&self) {
        while !self.woken.0.swap(false, Ordering::SeqCst) {
            self.drive();
        }
    }
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// Acquires a permit whose holder is not polled.
fn reclaim(transport: &Transport, purpose: Purpose) {
    let next = async {
        let deadline = Instant::now() + AMPLE;
        transport.pools[0].acquire(purpose, deadline).await
    };
    drop(runtime().block_on(next).unwrap());
}

/// A server that reads the request of its only connection, and responds when the test sends the response.
struct Server {
    transport: Transport,
    arrived: mpsc::Receiver<()>,
    responses: mpsc::Sender<&'static [u8]>,
}

fn server() -> Server {
    let (report_arrival, arrived) = mpsc::channel();
    let (responses, next) = mpsc::channel::<&[u8]>();
    let transport = serve(move |listener| {
        let mut stream = accept(&listener);
        read_head(&stream);
        report_arrival.send(()).unwrap();
        while let Ok(response) = next.recv() {
            stream.write_all(response).unwrap();
        }
    });
    Server {
        transport,
        arrived,
        responses,
    }
}

impl Server {
    /// Polls the attempt until the server has read its request, and sends the response. The connection reads it, the
    /// attempt does not.
    fn respond<F: Future>(&self, parked: &Parked, mut attempt: Pin<&mut F>) {
        let start = Instant::now();
        while self.arrived.try_recv().is_err() {
            assert!(parked.poll(attempt.as_mut()).is_pending());
            parked.drive();
        }
        parked.woken.0.store(false, Ordering::SeqCst);
        self.responses.send(FILE).unwrap();
        parked.drive_until_woken();
        assert!(start.elapsed() < TIMEOUT, "woken by the timeout");
    }
}

#[test]
fn a_file_whose_permit_was_reclaimed_before_its_head_was_seen_is_not_read() {
    let (server, parked) = (server(), Parked::new());
    let limits = until(Instant::now() + TIMEOUT);
    let mut file = pin!(server.transport.send(0, get(), limits, Some(AMPLE)));
    server.respond(&parked, file.as_mut());
    reclaim(&server.transport, Purpose::Download);
    let error = parked.runtime.block_on(file).unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::Timeout);
    assert_eq!(error.outcome(), Outcome::Unknown);
}

#[test]
fn a_connection_whose_permit_was_reclaimed_is_not_kept() {
    let (server, parked) = (server(), Parked::new());
    let limits = until(Instant::now() + TIMEOUT);
    let mut call = pin!(whole(&server.transport, 0, get(), limits));
    server.respond(&parked, call.as_mut());
    reclaim(&server.transport, Purpose::Call);
    // The response was already complete.
    let response = parked.runtime.block_on(call).unwrap();
    assert_eq!(response.body(), "file");
    let pool = format!("{:?}", server.transport.pools[0]);
    assert!(pool.contains("free_permits: 1, "), "{pool}");
    assert!(pool.contains("idle: 0"), "{pool}");
}

/// The connection fails before the attempt sees its timeout.
#[test]
fn a_request_whose_permit_was_reclaimed_before_it_was_written_timed_out() {
    let (server, parked) = (server(), Parked::new());
    let limits = until(Instant::now() + TIMEOUT);
    let mut call = pin!(whole(&server.transport, 0, get(), limits));
    assert!(parked.poll(call.as_mut()).is_pending());
    parked.drive_until_woken();
    // Hands the request to the task of the connection, which does not run yet.
    assert!(parked.poll(call.as_mut()).is_pending());
    reclaim(&server.transport, Purpose::Call);
    parked.drive();
    let error = parked.runtime.block_on(call).unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::Timeout);
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    assert!(server.arrived.try_recv().is_err());
}

/// The connection fails before the attempt sees its timeout.
#[test]
fn a_body_whose_permit_was_reclaimed_timed_out() {
    let (server, parked) = (server(), Parked::new());
    server
        .responses
        .send(b"HTTP/1.1 404 Not Found\r\ncontent-length: 8\r\n\r\nhalf")
        .unwrap();
    let limits = until(Instant::now() + TIMEOUT);
    let download = async { server.transport.send(0, get(), limits, Some(AMPLE)).await };
    let mut body = parked.runtime.block_on(download).unwrap().into_body();
    reclaim(&server.transport, Purpose::Download);
    let read = async {
        loop {
            if let Err(error) = body.frame().await.unwrap() {
                return error;
            }
        }
    };
    let error = parked.runtime.block_on(read);
    assert_eq!(error.kind(), TransportErrorKind::Timeout);
    assert_eq!(error.outcome(), Outcome::Unknown);
}

/// The time between two reads does not count.
#[test]
fn a_file_whose_reader_takes_its_time_keeps_its_permit() {
    let (server, parked) = (server(), Parked::new());
    let chunk = b"HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\nhalf";
    server.responses.send(chunk).unwrap();
    let download = async { server.transport.send(0, get(), soon(), Some(TIMEOUT)).await };
    let mut file = parked.runtime.block_on(download).unwrap().into_body();
    let mut next = async || file.frame().await.unwrap().unwrap().into_data().unwrap();
    assert_eq!(parked.runtime.block_on(next()), "half");
    let mut waiting = Box::pin(next());
    assert!(parked.poll(waiting.as_mut()).is_pending());
    server.responses.send(b"more").unwrap();
    assert_eq!(parked.runtime.block_on(waiting), "more");
    std::thread::sleep(TIMEOUT);
    let pool = &server.transport.pools[0];
    let other = async {
        pool.acquire(Purpose::Download, Instant::now() + TIMEOUT)
            .await
    };
    assert!(runtime().block_on(other).is_err());
    assert!(parked.runtime.block_on(file.frame()).is_none());
}
