//! Garbage on the ports of a sandbox: nothing stops the sandbox, and its memory is bounded.

use std::{fs, path::Path, sync::Arc, time::Duration};

use serde_json::Value;
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    task::JoinSet,
    time::timeout,
};

use crate::{
    folder::new_folder,
    process::{LIMIT, Process, poll},
    random::Random,
    shop::{Orders as _, client, order, proxied_client},
};

/// The resident memory of a sandbox that has got garbage, in MiB. A build without optimization needs some 60 at rest.
const MEMORY: u64 = 300;

/// The same for bodies of 64 MiB, the largest that are read: four are in memory at once, while their buffers grow.
const MEMORY_OF_BODIES: u64 = 900;

struct Target {
    folder: TempDir,
    process: Process,
}

impl Target {
    fn start() -> Self {
        let folder = new_folder();
        let process = Process::start(folder.path());
        Self { folder, process }
    }

    /// The host and port of each port.
    fn ports(&self) -> [&str; 3] {
        let Process {
            http, https, proxy, ..
        } = &self.process;
        [http, https, proxy].map(|url| url.split_once("://").unwrap().1)
    }

    /// Places an order by HTTPS and another one by the proxy, and looks at the memory.
    async fn check(&self, memory: u64) {
        let body = |number| order(number, "https://merchant.example/notify");
        let (folder, process) = (self.folder.path(), &self.process);
        let direct = client(folder, process).place(&body("GARBAGE1")).await;
        direct.unwrap();
        let proxied = proxied_client(folder, process)
            .place(&body("GARBAGE2"))
            .await;
        proxied.unwrap();
        assert!(self.process.is_running());
        if let Some(peak) = peak_memory(self.process.id) {
            assert!(peak < memory, "{peak} MiB");
        }
    }
}

/// The most resident memory that a process had, in MiB. `None` without Linux.
fn peak_memory(id: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024)
}

fn pieces(random: &mut Random) -> Vec<Vec<u8>> {
    let mut pieces: Vec<Vec<u8>> = [
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET / HTTP/1.1\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET  HTTP/1.1\r\n\r\n",
        "\r\n\r\n\r\n\r\n",
        "POST /v3/pay/transactions/native HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n",
        "POST /v3/pay/transactions/native HTTP/1.1\r\nhost: x\r\ncontent-length: 99999999999999999999\r\n\r\n",
        "POST /v3/pay/transactions/native HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n{",
        "POST /v3/pay/transactions/native HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
        "POST /v3/pay/transactions/native HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n{",
        "POST /sandbox/clock/99999999999999999999 HTTP/1.1\r\nhost: localhost\r\n\r\n",
        "POST /sandbox/orders/%00/%ff%fe/pay HTTP/1.1\r\nhost: localhost\r\n\r\n",
        "CONNECT api.mch.weixin.qq.com:443 HTTP/1.1\r\n\r\n\x16\x03\x01\x02\x00\x01\x00\x01\u{fc}\x03\x03",
        "CONNECT * HTTP/1.1\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nhost: x\r\n\r\n",
        "GET http://[::1 HTTP/1.1\r\n\r\n",
        "\x16\x03\x01\x02\x00\x01\x00\x01\u{fc}\x03\x03",
    ]
    .map(|text| text.as_bytes().to_vec())
    .into();
    let mut huge = b"GET / HTTP/1.1\r\nhost: ".to_vec();
    huge.resize(2 << 20, b'x');
    pieces.push(huge);
    pieces.push("a: b\r\n".repeat(100_000).into_bytes());
    pieces.extend((0..60).map(|_| {
        let count = random.below(4_096) as usize;
        random.bytes(count)
    }));
    pieces
}

/// Sends bytes, and reads until the sandbox closes the connection or has said enough.
async fn send(port: &str, bytes: &[u8], is_half_closed: bool) {
    let mut stream = TcpStream::connect(port).await.unwrap();
    // The sandbox closes the connection as soon as it has read enough.
    let _ = stream.write_all(bytes).await;
    if is_half_closed {
        let _ = stream.shutdown().await;
    }
    let mut response = [0; 1_024];
    let _ = timeout(Duration::from_millis(20), stream.read(&mut response)).await;
}

#[tokio::test]
async fn garbage_stops_nothing() {
    let target = Target::start();
    let mut random = Random::new(20_261_127);
    let pieces = pieces(&mut random);
    for port in target.ports() {
        let mut sent = JoinSet::new();
        for (index, piece) in pieces.iter().enumerate() {
            let (port, piece) = (port.to_owned(), piece.clone());
            sent.spawn(async move { send(&port, &piece, index % 2 == 0).await });
        }
        while let Some(sent) = sent.join_next().await {
            sent.unwrap();
        }
    }
    target.check(MEMORY).await;
}

/// The status and the body of the response to these bytes.
async fn respond(port: &str, head: &str, body: &[u8]) -> (u16, Value) {
    let mut stream = TcpStream::connect(port).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    // The sandbox may respond before it has read all.
    let _ = stream.write_all(body).await;
    let mut response = Vec::new();
    let read = timeout(LIMIT, stream.read_to_end(&mut response)).await;
    let _ = read.unwrap();
    let response = String::from_utf8_lossy(&response);
    let (head, body) = response.split_once("\r\n\r\n").unwrap_or((&response, ""));
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    (
        status.unwrap_or_default(),
        serde_json::from_str(body).unwrap_or_default(),
    )
}

#[tokio::test]
async fn an_unsigned_request_is_refused_as_wechat_pay_does() {
    let target = Target::start();
    let [http, ..] = target.ports();
    let head = "POST /v3/pay/transactions/native HTTP/1.1\r\nhost: localhost\r\ncontent-length: 4\r\nconnection: close\r\n\r\n";
    let (status, body) = respond(http, head, b"\xff\xfe{}").await;
    assert_eq!((status, &body["code"]), (401, &"SIGN_ERROR".into()));
}

#[tokio::test]
async fn large_bodies_are_in_memory_a_few_at_a_time() {
    const SENDERS: usize = 16;
    let target = Target::start();
    let [http, ..] = target.ports();
    let body = Arc::new(vec![b'x'; (64 << 20) + 1]);
    let mut sent = JoinSet::new();
    for _ in 0..SENDERS {
        let (http, body) = (http.to_owned(), Arc::clone(&body));
        sent.spawn(async move {
            let head = "POST /v3/x HTTP/1.1\r\nhost: localhost\r\ncontent-length: 67108864\r\nconnection: close\r\n\r\n";
            respond(&http, head, &body[1..]).await.0
        });
    }
    while let Some(status) = sent.join_next().await {
        assert_eq!(status.unwrap(), 401);
    }
    let mut too_large = String::from("POST /v3/x HTTP/1.1\r\nhost: localhost\r\n");
    too_large += "content-length: 67108865\r\nconnection: close\r\n\r\n";
    let (status, body) = respond(http, &too_large, &body).await;
    // A connection that is reset loses the response.
    if status != 0 {
        assert_eq!((status, &body["code"]), (413, &"REQUEST_TOO_LARGE".into()));
    }
    target.check(MEMORY_OF_BODIES).await;
}

/// The open files and connections of a process.
fn open_files(id: u32) -> usize {
    fs::read_dir(Path::new("/proc").join(id.to_string()).join("fd"))
        .unwrap()
        .count()
}

#[tokio::test]
async fn idle_tunnels_are_bounded_and_end() {
    // The queue of the system takes those that are too many.
    const TUNNELS: usize = CONNECTIONS + 64;
    /// The most connections to a port.
    const CONNECTIONS: usize = 256;
    /// Files that the sandbox opens and closes meanwhile.
    const OTHERS: usize = 8;
    let target = Target::start();
    let [_, _, proxy] = target.ports();
    let before = open_files(target.process.id);
    let mut tunnels = Vec::new();
    for _ in 0..TUNNELS {
        let mut tunnel = TcpStream::connect(proxy).await.unwrap();
        let connect = b"CONNECT api.mch.weixin.qq.com:443 HTTP/1.1\r\nhost: x\r\n\r\n";
        tunnel.write_all(connect).await.unwrap();
        tunnels.push(tunnel);
    }
    poll("the connections are not accepted", async || {
        (open_files(target.process.id) + OTHERS >= before + CONNECTIONS).then_some(())
    })
    .await;
    assert!(open_files(target.process.id) <= before + CONNECTIONS + OTHERS);
    // Tunnels without a handshake end, and others have their turn.
    target.check(MEMORY).await;
    for mut tunnel in tunnels {
        let mut response = Vec::new();
        let read = timeout(LIMIT, tunnel.read_to_end(&mut response)).await;
        read.unwrap().unwrap();
        assert!(response.starts_with(b"HTTP/1.1 200"));
    }
}
