//! Responses whose bodies are streamed.

use std::{
    io::{Read, Write},
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll, Waker},
};

use http_body_util::BodyExt;
use tokio::{sync::oneshot, time::sleep};

use super::*;
use crate::{
    outcome::Outcome,
    transport::ResponseBody,
    transport::{TransportError, TransportErrorKind},
};

async fn download(transport: &Transport) -> ResponseBody {
    let response = transport.send(0, get(), soon(), Some(AMPLE)).await.unwrap();
    assert_eq!(response.status(), 200);
    response.into_body()
}

async fn next(body: &mut ResponseBody) -> Option<Result<Bytes, TransportError>> {
    let frame = body.frame().await?;
    Some(frame.map(|frame| frame.into_data().unwrap()))
}

/// Reads the rest of the body. Returns the number of bytes, and the error if it ends with one.
async fn read(body: &mut ResponseBody) -> (usize, Option<TransportError>) {
    let mut bytes = 0;
    loop {
        match next(body).await {
            Some(Ok(data)) => bytes += data.len(),
            Some(Err(error)) => return (bytes, Some(error)),
            None => return (bytes, None),
        }
    }
}

#[tokio::test]
async fn the_end_of_a_body_returns_its_connection() {
    let transport = serve(|listener| {
        let mut stream = accept(&listener);
        for response in [
            "HTTP/1.1 200 OK\r\ncontent-length: 7\r\n\r\npartial",
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nlast",
        ] {
            read_head(&stream);
            stream.write_all(response.as_bytes()).unwrap();
        }
    });
    for length in [7, 2, 0] {
        let mut body = download(&transport).await;
        let (bytes, error) = read(&mut body).await;
        assert_eq!((bytes, error.is_none()), (length, true));
    }
    let response = whole(&transport, 0, get(), soon()).await.unwrap();
    assert_eq!(response.body(), "last");
}

#[tokio::test]
async fn a_body_that_is_dropped_early_closes_its_connection_and_releases_its_permit() {
    let (closed, seen) = oneshot::channel();
    let transport = serve(move |listener| {
        let mut first = accept(&listener);
        read_head(&first);
        first
            .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\npart")
            .unwrap();
        // A reset counts as closed.
        let _ = closed.send(matches!(first.read(&mut [0]), Ok(0) | Err(_)));
        let mut second = accept(&listener);
        read_head(&second);
        second
            .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nnext")
            .unwrap();
    });
    let mut body = download(&transport).await;
    assert_eq!(next(&mut body).await.unwrap().unwrap(), "part");
    let waiting = download(&transport);
    tokio::pin!(waiting);
    // The body holds the only permit.
    tokio::select! {
        biased;
        _ = &mut waiting => panic!("there was a second permit"),
        () = sleep(Duration::from_millis(200)) => {}
    }
    drop(body);
    assert!(seen.await.unwrap());
    let mut body = waiting.await;
    assert_eq!(next(&mut body).await.unwrap().unwrap(), "next");
}

#[tokio::test]
async fn a_body_that_is_cut_is_an_error() {
    for response in [
        "HTTP/1.1 200 OK\r\nrequest-id: 08F\r\ncontent-length: 99\r\n\r\nhalf",
        "HTTP/1.1 200 OK\r\nrequest-id: 08F\r\ntransfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n",
    ] {
        let transport = serve(|listener| {
            let mut stream = accept(&listener);
            read_head(&stream);
            stream.write_all(response.as_bytes()).unwrap();
        });
        let mut body = download(&transport).await;
        let (bytes, error) = read(&mut body).await;
        let error = error.unwrap();
        assert_eq!(
            (bytes, error.kind()),
            (4, TransportErrorKind::Exchange),
            "{response}"
        );
        assert_eq!(error.outcome(), Outcome::Unknown);
        assert_eq!(
            (error.status(), error.request_id()),
            (Some(200), Some("08F"))
        );
        assert!(std::error::Error::source(&error).is_some());
        assert!(next(&mut body).await.is_none());
    }
}

/// Only the time that the server lets the reader wait counts.
#[tokio::test]
async fn a_read_timeout_ends_a_body_and_a_slow_reader_does_not() {
    let read_timeout = Duration::from_secs(2);
    let transport = serve(|listener| {
        let mut stream = accept(&listener);
        read_head(&stream);
        stream
            .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nab")
            .unwrap();
        let mut rest = [0];
        // Until the client closes the connection.
        let _ = stream.read(&mut rest);
    });
    let deadline = Instant::now() + read_timeout;
    let response = transport
        .send(0, get(), until(deadline), Some(read_timeout))
        .await
        .unwrap();
    let mut body = response.into_body();
    // Longer than the read timeout, and past the deadline.
    sleep(read_timeout + Duration::from_millis(200)).await;
    assert_eq!(next(&mut body).await.unwrap().unwrap(), "ab");
    let error = next(&mut body).await.unwrap().unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::Timeout);
    assert_eq!(
        (error.outcome(), error.status()),
        (Outcome::Unknown, Some(200))
    );
    assert!(next(&mut body).await.is_none());
}

#[tokio::test]
async fn a_body_is_read_no_faster_than_its_reader_reads() {
    const CHUNK: usize = 64 << 10;
    const CHUNKS: usize = 1024;
    let written = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&written);
    let transport = serve(move |listener| {
        let mut stream = accept(&listener);
        read_head(&stream);
        let head = format!(
            "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n",
            CHUNK * CHUNKS
        );
        stream.write_all(head.as_bytes()).unwrap();
        for _ in 0..CHUNKS {
            stream.write_all(&[b'0'; CHUNK]).unwrap();
            counted.fetch_add(CHUNK, Ordering::SeqCst);
        }
    });
    let mut body = download(&transport).await;
    let first = next(&mut body).await.unwrap().unwrap().len();
    // Until the server no longer writes, because the buffers of both sockets are full.
    let mut before = usize::MAX;
    while before != written.load(Ordering::SeqCst) {
        before = written.load(Ordering::SeqCst);
        sleep(Duration::from_millis(300)).await;
    }
    assert!(before < CHUNK * CHUNKS / 2, "{before}");
    let (rest, error) = read(&mut body).await;
    assert!(error.is_none());
    assert_eq!(first + rest, CHUNK * CHUNKS);
}

#[tokio::test]
async fn a_download_response_can_be_collected_within_the_limit() {
    let transport = serve(|listener| {
        for bytes in [1 << 20, (1 << 20) + 1] {
            let mut stream = accept(&listener);
            read_head(&stream);
            let head = "HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: ";
            write!(stream, "{head}{bytes}\r\n\r\n").unwrap();
            let _ = stream.write_all(&vec![b'0'; bytes]);
        }
    });
    let response = transport.send(0, get(), soon(), Some(AMPLE)).await.unwrap();
    let whole = transport.collect(response, soon().deadline).await.unwrap();
    assert_eq!(
        (whole.status().as_u16(), whole.body().len()),
        (404, 1 << 20)
    );
    let response = transport.send(0, get(), soon(), Some(AMPLE)).await.unwrap();
    let error = transport
        .collect(response, soon().deadline)
        .await
        .unwrap_err();
    let limit = 1 << 20;
    assert_eq!(error.kind(), TransportErrorKind::BodyTooLarge { limit });
    assert_eq!(error.status(), Some(404));
}

/// The connection is then closed instead of kept.
#[test]
fn a_body_can_be_read_outside_of_any_runtime() {
    let transport = serve(|listener| {
        for length in [4, 99] {
            let mut stream = accept(&listener);
            read_head(&stream);
            write!(
                stream,
                "HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\nbody"
            )
            .unwrap();
            let _ = stream.read(&mut [0]);
        }
    });
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let mut body = runtime.block_on(download(&transport));
    let (bytes, error) = block_on(read(&mut body));
    assert_eq!((bytes, error.is_none()), (4, true));

    // Without its runtime, an incomplete body ends with an error.
    let mut body = runtime.block_on(download(&transport));
    drop(runtime);
    let (_, error) = block_on(read(&mut body));
    assert_eq!(error.unwrap().kind(), TransportErrorKind::Exchange);
}

fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return output;
        }
        std::thread::yield_now();
    }
}

#[tokio::test]
async fn each_request_goes_to_the_host_that_it_is_for() {
    let hosts: Vec<_> = ["first", "second"]
        .into_iter()
        .map(|name| {
            let listener = TcpListener::bind("127.0.0.1:0").unwrap();
            let address = listener.local_addr().unwrap();
            std::thread::spawn(move || {
                let mut stream = accept(&listener);
                read_head(&stream);
                let length = name.len();
                write!(
                    stream,
                    "HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{name}"
                )
                .unwrap();
            });
            address
        })
        .collect();
    let transport = transport(&hosts);
    for (host, name) in [(1, "second"), (0, "first")] {
        let response = whole(&transport, host, get(), soon()).await.unwrap();
        assert_eq!(response.body(), name);
    }
    let error = whole(&transport, 2, get(), soon()).await.unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::Connect);
    assert_eq!(error.outcome(), Outcome::NotExecuted);
}

#[tokio::test]
async fn a_head_that_is_too_long_is_refused() {
    let padded = |lines: usize, length: usize| {
        let line = |number| format!("x-{number}: {}\r\n", "x".repeat(length));
        let lines: String = (0..lines).map(line).collect();
        format!("HTTP/1.1 200 OK\r\n{lines}content-length: 0\r\n\r\n")
    };
    for (lines, length, accepted) in [
        (90, 10, true),
        (5, 5 << 10, true),
        (101, 10, false),
        (1, 70 << 10, false),
    ] {
        let head = padded(lines, length);
        let transport = serve(move |listener| {
            let mut stream = accept(&listener);
            read_head(&stream);
            // The client may close the connection before all is written.
            let _ = stream.write_all(head.as_bytes());
        });
        match whole(&transport, 0, get(), soon()).await {
            Ok(_) => assert!(accepted, "{lines} of {length}"),
            Err(error) => {
                assert!(!accepted, "{lines} of {length}: {error:?}");
                assert_eq!(error.kind(), TransportErrorKind::HeadTooLarge);
                assert_eq!(error.outcome(), Outcome::Unknown);
                let text = "the response has more than 32 KiB or 100 headers, or a \
                            Content-Length that is too large; the request was sent, or a part of it";
                assert_eq!(error.to_string(), text);
            }
        }
    }
}

/// hyper does not distinguish this from a large head.
#[tokio::test]
async fn a_length_that_is_too_large_to_count_is_named_in_the_error() {
    let transport = serve(|listener| {
        let mut stream = accept(&listener);
        read_head(&stream);
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", u64::MAX);
        stream.write_all(head.as_bytes()).unwrap();
    });
    let error = whole(&transport, 0, get(), soon()).await.unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::HeadTooLarge);
    assert_eq!(error.outcome(), Outcome::Unknown);
    let text = error.to_string();
    let expected = "or a Content-Length that is too large; the request was sent, or a part of it";
    assert!(text.contains(expected), "{text}");
}
