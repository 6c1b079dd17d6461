//! Requests whose bodies are streamed.

use std::{
    collections::VecDeque,
    error, io,
    io::{Read, Write},
    pin::Pin,
    sync::mpsc,
    task::{Context, Poll},
};

use hyper::body::{Body, Frame};
use tokio::time::sleep;

use super::*;
use crate::{
    outcome::Outcome,
    transport::{TransportError, TransportErrorKind},
};

const DONE: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";

/// A body of these chunks. A `None` is a chunk that never comes.
struct Chunks(VecDeque<Option<io::Result<Bytes>>>);

impl Body for Chunks {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if let Some(None) = self.0.front() {
            return Poll::Pending;
        }
        Poll::Ready(
            self.0
                .pop_front()
                .flatten()
                .map(|chunk| chunk.map(Frame::data)),
        )
    }
}

fn upload(
    chunks: impl IntoIterator<Item = Option<io::Result<Bytes>>>,
    length: u64,
) -> Request<RequestBody> {
    request(RequestBody::stream(
        Chunks(chunks.into_iter().collect()),
        length,
    ))
}

fn chunk(bytes: &'static [u8]) -> Option<io::Result<Bytes>> {
    Some(Ok(Bytes::from_static(bytes)))
}

/// A server that reports the body that it has read when the connection ends.
fn broken_off() -> (Transport, mpsc::Receiver<Option<Vec<u8>>>) {
    let (report, received) = mpsc::channel();
    let transport = serve(move |listener| {
        let mut stream = accept(&listener);
        let mut read = Vec::new();
        // A reset counts as the end.
        let _ = stream.read_to_end(&mut read);
        let head = read.windows(4).position(|window| window == b"\r\n\r\n");
        report
            .send(head.map(|end| read.split_off(end + 4)))
            .unwrap();
    });
    (transport, received)
}

fn cause(error: &TransportError) -> &io::Error {
    let mut cause: &dyn error::Error = error;
    loop {
        if let Some(io) = cause.downcast_ref() {
            return io;
        }
        cause = cause.source().expect("an I/O error among the causes");
    }
}

#[tokio::test]
async fn a_stream_is_sent_with_its_length_and_the_connection_is_kept() {
    let (report, received) = mpsc::channel();
    let transport = serve(move |listener| {
        let mut stream = accept(&listener);
        for length in [12, 0, 0] {
            let head = read_head(&stream);
            let mut body = vec![0; length];
            stream.read_exact(&mut body).unwrap();
            report.send((head, body)).unwrap();
            stream.write_all(DONE).unwrap();
        }
    });
    let chunks = [chunk(b"a file, "), chunk(b""), chunk(b"read")];
    for request in [upload(chunks, 12), upload([], 0), get()] {
        let response = whole(&transport, 0, request, soon()).await.unwrap();
        assert_eq!(response.body(), "{}");
    }
    let (head, body) = received.recv().unwrap();
    assert!(head.contains("content-length: 12\r\n"), "{head}");
    assert!(!head.contains("transfer-encoding"), "{head}");
    assert_eq!(body, b"a file, read");
}

#[tokio::test]
async fn a_stream_that_fails_breaks_the_connection() {
    let (transport, read) = broken_off();
    let denied = Some(Err(io::ErrorKind::PermissionDenied.into()));
    // Larger than one write, so that the server has read a part.
    let large = Some(Ok(Bytes::from(vec![b'0'; 4 << 20])));
    let request = upload([large, denied], 5 << 20);
    let error = whole(&transport, 0, request, soon()).await.unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::File);
    assert_eq!(cause(&error).kind(), io::ErrorKind::PermissionDenied);
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert!(read.recv().unwrap().unwrap().len() < 5 << 20);
}

#[tokio::test]
async fn a_stream_that_fails_at_once_sends_nothing() {
    let (transport, read) = broken_off();
    let denied = Some(Err(io::ErrorKind::PermissionDenied.into()));
    let error = whole(&transport, 0, upload([denied], 5), soon()).await;
    let error = error.unwrap_err();
    assert_eq!(cause(&error).kind(), io::ErrorKind::PermissionDenied);
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    assert_eq!(read.recv().unwrap(), None);
}

#[tokio::test]
async fn a_stream_of_another_length_is_never_a_whole_request() {
    let (transport, read) = broken_off();
    let error = whole(&transport, 0, upload([chunk(b"four")], 5), soon()).await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::File);
    assert_eq!(cause(&error).kind(), io::ErrorKind::UnexpectedEof);
    assert!(read.recv().unwrap().is_none_or(|body| body.len() < 5));

    let (transport, read) = broken_off();
    let error = whole(&transport, 0, upload([chunk(b"six..."), None], 5), soon());
    let error = error.await.unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::File);
    let text = cause(&error).to_string();
    assert_eq!(text, "the upload is longer than its Content-Length");
    assert!(read.recv().unwrap().is_none_or(|body| body.len() < 5));
}

/// A response before the end of the upload is accepted, but the connection is not used again.
#[tokio::test]
async fn an_unfinished_upload_does_not_stand_in_the_way_of_the_next_request() {
    let transport = serve(|listener| {
        let mut kept = Vec::new();
        for _ in 0..2 {
            let mut stream = accept(&listener);
            read_head(&stream);
            stream.write_all(DONE).unwrap();
            kept.push(stream);
        }
        let _ = kept.remove(0).read_to_end(&mut Vec::new());
    });
    let request = upload([chunk(b"half"), None], 8);
    let response = whole(&transport, 0, request, soon()).await.unwrap();
    assert_eq!(response.body(), "{}");
    let response = whole(&transport, 0, get(), soon()).await.unwrap();
    assert_eq!(response.body(), "{}");
}

/// A stream is read only as fast as the connection takes it.
#[tokio::test]
async fn a_server_that_does_not_read_holds_the_upload() {
    const CHUNK: usize = 1 << 20;
    let (_hold, wait) = mpsc::channel::<()>();
    let transport = serve(move |listener| {
        let stream = accept(&listener);
        read_head(&stream);
        let _ = wait.recv();
    });
    let chunks = (0..64).map(|_| Some(Ok(Bytes::from(vec![b'0'; CHUNK]))));
    let request = upload(chunks, 64 << 20);
    let unsent = request.body().unsent().unwrap();
    let sending = whole(&transport, 0, request, soon());
    tokio::pin!(sending);
    // Until no more is sent, because the buffers of both sockets are full.
    let mut before = 0;
    while before != unsent.bytes() || before == 64 << 20 {
        before = unsent.bytes();
        tokio::select! {
            ended = &mut sending => panic!("{ended:?}"),
            () = sleep(Duration::from_millis(300)) => {}
        }
    }
    assert!(before > 32 << 20, "{before}");
}
