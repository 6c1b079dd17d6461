//! Tests of the transport against minimal servers: streamed bodies, dropped futures, reclaimed permits.

mod drops;
mod reclaimed;
mod responses;
mod uploads;

use std::{
    io::Read,
    net::{SocketAddr, TcpListener, TcpStream},
    time::Duration,
};

use bytes::Bytes;
use http::{Request, Response};
use tokio::time::Instant;

use super::{AttemptLimits, Config, RequestBody, Transport, TransportError};
use crate::base_url::BaseUrl;

/// A timeout that no test reaches.
const AMPLE: Duration = Duration::from_secs(60);

/// Runs `server` on a thread, with a listener. Returns a transport to it.
fn serve(server: impl FnOnce(TcpListener) + Send + 'static) -> Transport {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let transport = transport(&[listener.local_addr().unwrap()]);
    std::thread::spawn(move || server(listener));
    transport
}

/// A transport with at most one connection to each host.
fn transport(hosts: &[SocketAddr]) -> Transport {
    transport_of(hosts, 1)
}

fn transport_of(hosts: &[SocketAddr], max_connections: usize) -> Transport {
    let host = |address| BaseUrl::parse(&format!("http://{address}")).unwrap();
    Transport::new(&Config {
        hosts: hosts.iter().map(host).collect(),
        proxy: None,
        roots: Vec::new(),
        connect_timeout: AMPLE,
        idle_timeout: Duration::from_secs(7),
        max_connections,
        body_limit: 1 << 20,
    })
    .unwrap()
}

fn accept(listener: &TcpListener) -> TcpStream {
    let (stream, _) = listener.accept().unwrap();
    // So that a failing test ends.
    stream.set_read_timeout(Some(AMPLE)).unwrap();
    stream
}

/// Reads to the end of the head. The bytes after it stay unread.
fn read_head(mut stream: &TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).unwrap();
        head.push(byte[0]);
    }
    String::from_utf8(head).unwrap()
}

fn request(body: impl Into<RequestBody>) -> Request<RequestBody> {
    Request::post("/v3/merchant/media/upload")
        .header("host", "127.0.0.1")
        .body(body.into())
        .unwrap()
}

fn get() -> Request<RequestBody> {
    request(Bytes::new())
}

/// Sends a request and collects the response.
async fn whole(
    transport: &Transport,
    host: usize,
    request: Request<RequestBody>,
    limits: AttemptLimits<'_>,
) -> Result<Response<Bytes>, TransportError> {
    let response = transport.send(host, request, limits, None).await?;
    transport.collect(response, limits.deadline).await
}

fn soon() -> AttemptLimits<'static> {
    until(Instant::now() + AMPLE)
}

fn until(deadline: Instant) -> AttemptLimits<'static> {
    AttemptLimits {
        deadline,
        connect_timeout: Duration::MAX,
        host_down: None,
    }
}
