//! `CONNECT` (RFC 9110, 9.3.6): asks an HTTP proxy for a tunnel to the host, before TLS begins.
//!
//! Erases the proxy credentials from memory. The tunnel of hyper-util frees its request without erasing them.

use std::sync::Arc;

use http::Uri;
use percent_encoding::percent_decode_str;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use zeroize::Zeroizing;

use super::Source;
use crate::crypto::encode_base64;

/// The longest head that is read from a proxy.
const HEAD_LIMIT: usize = 8 << 10;

const HTTP_VERSION: &[u8] = b"HTTP/1.";

/// The end of a head.
const HEAD_END: &[u8] = b"\r\n\r\n";

/// User and password in base64, as `Basic` credentials (RFC 7617).
#[derive(Clone)]
pub(super) struct Credentials(Arc<Zeroizing<String>>);

impl Credentials {
    /// Reads the `user:password` of a URL, each percent-encoded.
    pub(super) fn parse(encoded: &str) -> Result<Self, &'static str> {
        let (user, password) = encoded.split_once(':').unwrap_or((encoded, ""));
        // Allocated once: a buffer that grows leaves copies behind.
        let mut pair = Zeroizing::new(Vec::with_capacity(encoded.len() + 1));
        pair.extend(percent_decode_str(user));
        if pair.contains(&b':') {
            return Err("the user name must not contain a colon");
        }
        pair.push(b':');
        pair.extend(percent_decode_str(password));
        Ok(Self(Arc::new(Zeroizing::new(encode_base64(&pair)))))
    }
}

/// Asks the proxy at the other end of `stream` for a connection to `host`.
pub(super) async fn tunnel(
    stream: &mut TcpStream,
    host: &Uri,
    credentials: Option<&Credentials>,
) -> Result<(), Source> {
    let name = host.host().unwrap_or_default();
    let port = host.port_u16().unwrap_or(443);
    let head = format!("CONNECT {name}:{port} HTTP/1.1\r\nHost: {name}:{port}\r\n");
    let credentials = credentials.map_or("", |Credentials(basic)| basic);
    let [header, basic, line_end] = match credentials {
        "" => ["", "", ""],
        basic => ["Proxy-Authorization: Basic ", basic, "\r\n"],
    };
    // A single allocation, so that no copy of the credentials is left behind.
    let request = [&head, header, basic, line_end, "\r\n"].concat();
    let request = Zeroizing::new(request);
    stream.write_all(request.as_bytes()).await?;
    check_status(&read_head(stream).await?)
}

/// Reads the head of the response. No bytes of the host follow yet, because the client begins the TLS handshake.
async fn read_head(stream: &mut TcpStream) -> Result<Vec<u8>, Source> {
    let mut head = Vec::with_capacity(256);
    loop {
        if stream.read_buf(&mut head).await? == 0 {
            return Err("the proxy closed the connection".into());
        }
        let version = head.get(..HTTP_VERSION.len());
        if version.is_some_and(|version| version != HTTP_VERSION) {
            return Err("the proxy does not speak HTTP".into());
        }
        if head
            .windows(HEAD_END.len())
            .any(|window| window == HEAD_END)
        {
            return Ok(head);
        }
        if head.len() >= HEAD_LIMIT {
            return Err("the head of the proxy's response is too long".into());
        }
    }
}

fn check_status(head: &[u8]) -> Result<(), Source> {
    // `HTTP/1.1 200 …`, with any minor version.
    match head.get(HTTP_VERSION.len() + 1..HTTP_VERSION.len() + 5) {
        Some(b" 200") => Ok(()),
        Some(b" 407") => Err("proxy authentication required (407): check user and password".into()),
        _ => Err("the proxy refused the CONNECT request".into()),
    }
}
