//! Memory of a process that receives bodies in chunks of one byte. A program of its own: no other test
//! may allocate meanwhile.
#![cfg(target_os = "linux")]

use std::{
    fs,
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    thread,
    time::Duration,
};

use axum::{Router, routing::post};
use serde_json::Value;
use wechatpay_client::{
    ErrorKind, Result,
    error::TransportErrorKind,
    gateway::Gateway,
    notification::{Notification, Notifications},
    wechatpay_api,
};

const MIB: usize = 1 << 20;

#[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}", without(mchid))]
trait QueryOrder {
    async fn by_id(&self, transaction_id: &str) -> Result<Value>;
}

/// Peak of resident memory since the last reset, in bytes.
fn peak() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kib = line.unwrap().split_ascii_whitespace().nth(1).unwrap();
    kib.parse::<usize>().unwrap() << 10
}

/// Starts a new peak and returns it.
fn reset_peak() -> usize {
    fs::write("/proc/self/clear_refs", "5").unwrap();
    peak()
}

/// Writes `bytes` bytes, each in a chunk of its own; ends early if the other side stops reading.
fn one_byte_chunks(stream: &mut TcpStream, bytes: usize) {
    let chunks = b"1\r\nx\r\n".repeat(1 << 10);
    for _ in 0..bytes >> 10 {
        if stream.write_all(&chunks).is_err() {
            return;
        }
    }
}

fn responding_in_one_byte_chunks(bytes: usize) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 8192]).unwrap();
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        stream.write_all(head.as_bytes()).unwrap();
        one_byte_chunks(&mut stream, bytes);
        let _ = stream.write_all(b"0\r\n\r\n");
    });
    address
}

async fn peak_of_a_response(gateway: &Gateway, limit: usize) -> usize {
    let address = responding_in_one_byte_chunks(limit + 1024);
    let client = gateway.client().base_url(format!("http://{address}"));
    let client = client.timeout(Duration::from_secs(300)).max_retries(0);
    let client = client.body_limit(limit).build().unwrap();
    let before = reset_peak();
    let error = client.by_id("1").await.unwrap_err();
    let ErrorKind::Transport(error) = error.kind() else {
        panic!("not a transport error: {error:?}");
    };
    assert_eq!(error.kind(), TransportErrorKind::BodyTooLarge { limit });
    peak() - before
}

async fn peak_of_a_notification(notifications: Notifications, limit: usize) -> usize {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let handler = async |notification: Notification| drop(notification);
    let router = Router::new()
        .route("/notify", post(handler))
        .with_state(notifications.with_body_limit(limit));
    tokio::spawn(async move { axum::serve(listener, router).await });
    let before = reset_peak();
    let reply = tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        let timeout = Some(Duration::from_secs(60));
        stream.set_read_timeout(timeout).unwrap();
        let head = "POST /notify HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
        stream.write_all(head.as_bytes()).unwrap();
        one_byte_chunks(&mut stream, limit);
        stream.write_all(b"1\r\nx\r\n").unwrap();
        let mut status = [0; 12];
        stream.read_exact(&mut status).unwrap();
        String::from_utf8_lossy(&status).into_owned()
    });
    assert_eq!(reply.await.unwrap(), "HTTP/1.1 413");
    peak() - before
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_in_one_byte_chunks_takes_no_more_memory_than_twice_its_limit() {
    let gateway = Gateway::start().await.unwrap();
    let limit = MIB / 2;
    // Twice the limit, and 2 MiB for the rest of a connection.
    let bound = 2 * limit + 2 * MIB;
    let peak = peak_of_a_response(&gateway, limit).await;
    assert!(peak < bound, "{peak} bytes for a response");
    let peak = peak_of_a_notification(gateway.notifications(), limit).await;
    assert!(peak < bound, "{peak} bytes for a notification");
}
