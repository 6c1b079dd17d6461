//! Futures dropped at any point of an exchange.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use http_body_util::BodyExt;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::{sleep, timeout},
};

use super::*;
use crate::crypto;

const MAX_CONNECTIONS: usize = 8;

/// A number below `bound`.
fn random(bound: u64) -> u64 {
    let byte = || u64::from(crypto::random_byte().unwrap());
    (((byte() << 8) | byte()) * bound) >> 16
}

/// Responds to each request in two parts, each after a random delay.
async fn respond(mut stream: TcpStream) -> std::io::Result<()> {
    let mut head = Vec::new();
    loop {
        if stream.read_buf(&mut head).await? == 0 {
            return Ok(());
        }
        if !head.ends_with(b"\r\n\r\n") {
            continue;
        }
        head.clear();
        sleep(Duration::from_micros(random(1500))).await;
        let part = b"HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\nhalf";
        stream.write_all(part).await?;
        sleep(Duration::from_micros(random(1500))).await;
        stream.write_all(b"half").await?;
    }
}

/// Makes a call, or a download whose body is read in part or completely.
async fn exchange(transport: &Transport) {
    if random(2) == 0 {
        drop(whole(transport, 0, get(), soon()).await);
        return;
    }
    let Ok(file) = transport.send(0, get(), soon(), Some(AMPLE)).await else {
        return;
    };
    let mut body = file.into_body();
    for _ in 0..random(4) {
        let _ = body.frame().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_futures_dropped_at_any_point_leak_no_permit_and_no_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let open = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&open);
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let open = Arc::clone(&counted);
            open.fetch_add(1, Ordering::SeqCst);
            tokio::spawn(async move {
                let _ = respond(stream).await;
                open.fetch_sub(1, Ordering::SeqCst);
            });
        }
    });
    let transport = Arc::new(transport_of(&[address], MAX_CONNECTIONS));
    let dropped = Arc::new(AtomicUsize::new(0));
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..50 {
        let (transport, dropped) = (Arc::clone(&transport), Arc::clone(&dropped));
        tasks.spawn(async move {
            for _ in 0..200 {
                let delay = Duration::from_micros(random(8000));
                if timeout(delay, exchange(&transport)).await.is_err() {
                    dropped.fetch_add(1, Ordering::Relaxed);
                }
            }
        });
    }
    while let Some(task) = tasks.join_next().await {
        task.unwrap();
    }
    let dropped = dropped.load(Ordering::Relaxed);
    assert!((1000..10_000).contains(&dropped), "{dropped}");

    let free = format!("free_permits: {MAX_CONNECTIONS}, free_download_permits: {MAX_CONNECTIONS}");
    let pool = format!("{:?}", transport.pools[0]);
    assert!(pool.contains(&free), "{pool}");
    // The open connections are idle, and within the limit.
    let start = Instant::now();
    while open.load(Ordering::SeqCst) > MAX_CONNECTIONS {
        assert!(start.elapsed() < AMPLE, "{open:?} {pool}");
        sleep(Duration::from_millis(10)).await;
    }
    whole(&transport, 0, get(), soon()).await.unwrap();
}
