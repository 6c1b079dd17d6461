//! The server under test: its URL, its addresses, and one exchange with it.

use std::{
    error::Error,
    fmt, io,
    net::{IpAddr, SocketAddr},
    pin::Pin,
    task::{Context, Poll},
    time::{Duration, Instant},
};

use http_body_util::{BodyExt as _, Full};
use hyper::{body::Incoming, client::conn::http1};
use hyper_openssl::client::legacy::{HttpsConnector, MaybeHttpsStream};
use hyper_util::rt::TokioIo;
use openssl::{
    ssl::{SslConnector, SslMethod},
    x509::X509,
};
use tokio::{
    net::{TcpStream, lookup_host},
    time::timeout,
};
use tower_service::Service;
use wechatpay_client::{
    bytes::Bytes,
    http::{HeaderValue, Request, Uri, header, uri::Authority},
};

use crate::failure::{Failure, Result, with_sources};

/// WeChat Pay waits so long for a reply.
pub(crate) const LIMIT: Duration = Duration::from_secs(5);

/// This command waits longer, to tell a slow reply from none.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// The most bytes of a reply that are read.
pub(crate) const BODY_LIMIT: usize = 64 * 1024;

const QUERY: &str = "a notify_url must have no query: WeChat Pay does not take this URL; give it without `?` and what follows";

type Stream = MaybeHttpsStream<TokioIo<TcpStream>>;

/// A server that the user called their own, with the addresses that were checked.
pub(crate) struct Target {
    uri: Uri,
    connector: HttpsConnector<Pinned>,
}

/// A reply of the server.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    /// The body, or its beginning.
    pub(crate) body: String,
    /// The body is longer than the limit.
    pub(crate) is_cut: bool,
    /// The address of a redirect.
    pub(crate) location: Option<String>,
    pub(crate) elapsed: Duration,
}

/// A notification without a reply.
#[derive(Debug, Clone)]
pub(crate) enum Silence {
    /// No connection: the server was never reached.
    Unreachable {
        error: String,
        cure: String,
    },
    /// The server closed the connection before the end of its reply.
    Closed(String),
    TimedOut,
}

impl Target {
    /// Resolves the host of a URL. Refuses addresses of other machines, unless the user says that they are theirs.
    pub(crate) async fn resolve(url: &str, is_mine: bool, roots: Option<&[u8]>) -> Result<Self> {
        let uri = parse(url)?;
        let host = uri.host().unwrap_or_default();
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let port = uri.port_u16().unwrap_or_else(|| match uri.scheme_str() {
            Some("https") => 443,
            _ => 80,
        });
        let addresses: Vec<_> = lookup_host((host, port))
            .await
            .map_err(|error| {
                Failure::configuration(format!("cannot resolve the host `{host}`: {error}"))
                    .cure("check the URL, or write the address, such as 127.0.0.1")
            })?
            .collect();
        let is_elsewhere = |address: &&SocketAddr| !address.ip().to_canonical().is_loopback();
        if let (Some(address), false) = (addresses.iter().find(is_elsewhere), is_mine) {
            // The user wrote the address, or a name of it.
            let known = match host.parse::<IpAddr>() {
                Ok(_) => String::new(),
                Err(_) => format!(": its address is {}", address.ip()),
            };
            let text = format!("`{host}` is not this machine{known}");
            return Err(Failure::configuration(text)
                .cure("test on this machine: http://127.0.0.1:PORT/PATH")
                .cure(
                    "or add --yes-this-is-mine, if the server is yours and no production server",
                ));
        }
        let tls = tls(roots)?;
        let connector = HttpsConnector::with_connector(Pinned(addresses), tls).map_err(openssl)?;
        Ok(Self { uri, connector })
    }

    /// A note about a URL that a server of one's own takes, but not WeChat Pay.
    pub(crate) fn note(&self) -> Option<&'static str> {
        self.uri.query().map(|_| QUERY)
    }

    /// Sends one notification on a new connection, and reads the reply. Follows no redirect, as WeChat Pay does not.
    pub(crate) async fn send(&self, request: Request<Bytes>) -> Result<Reply, Silence> {
        let start = Instant::now();
        let exchange = async {
            let stream = self.connect().await?;
            self.exchange(stream, request, start).await
        };
        timeout(PATIENCE, exchange)
            .await
            .unwrap_or(Err(Silence::TimedOut))
    }

    async fn connect(&self) -> Result<Stream, Silence> {
        let mut connector = self.connector.clone();
        match timeout(LIMIT, connector.call(self.uri.clone())).await {
            Ok(connected) => connected.map_err(|error| unreachable(&self.uri, &*error)),
            Err(_) => {
                let text = format!("timed out after {} s", LIMIT.as_secs());
                Err(unreachable(
                    &self.uri,
                    &io::Error::new(io::ErrorKind::TimedOut, text),
                ))
            }
        }
    }

    async fn exchange(
        &self,
        stream: Stream,
        request: Request<Bytes>,
        start: Instant,
    ) -> Result<Reply, Silence> {
        let closed = |error: &hyper::Error| {
            let kind = if error.is_parse() {
                "no HTTP response"
            } else {
                "no reply"
            };
            Silence::Closed(format!("{kind}: {}", with_sources(error)))
        };
        let (mut sender, connection) = http1::handshake(stream)
            .await
            .map_err(|error| closed(&error))?;
        // The error of the connection is that of the request too.
        tokio::spawn(async move { drop(connection.await) });
        let response = sender
            .send_request(self.addressed(request))
            .await
            .map_err(|error| closed(&error))?;
        let (head, body) = response.into_parts();
        let status = head.status.as_u16();
        let (body, is_cut) = beginning(body).await.map_err(|error| {
            Silence::Closed(format!(
                "{status}, but the body breaks off: {}",
                with_sources(&error)
            ))
        })?;
        let location = head.headers.get(header::LOCATION);
        let location = location.and_then(|value| value.to_str().ok());
        Ok(Reply {
            status,
            body: String::from_utf8_lossy(&body).into_owned(),
            is_cut,
            location: location.map(str::to_owned),
            elapsed: start.elapsed(),
        })
    }

    /// The request for this server: the path of the URL, and its host.
    fn addressed(&self, request: Request<Bytes>) -> Request<Full<Bytes>> {
        let mut request = request.map(Full::new);
        let path = self.uri.path_and_query();
        *request.uri_mut() = path.map_or_else(Uri::default, |path| path.clone().into());
        let host = self.uri.authority().map_or("", |host| host.as_str());
        if let Ok(host) = HeaderValue::from_str(host) {
            request.headers_mut().insert(header::HOST, host);
        }
        request
    }
}

/// The URL without a fragment.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.uri.fmt(f)
    }
}

/// The bytes of a body up to the limit, and if there are more.
async fn beginning(mut body: Incoming) -> Result<(Vec<u8>, bool), hyper::Error> {
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        // Trailers are no part of the body.
        bytes.extend(frame?.into_data().unwrap_or_default());
        if bytes.len() > BODY_LIMIT {
            bytes.truncate(BODY_LIMIT);
            return Ok((bytes, true));
        }
    }
    Ok((bytes, false))
}

fn parse(url: &str) -> Result<Uri> {
    // A URL with `@` may have a password.
    let shown = match url.contains('@') {
        true => "the argument".to_owned(),
        false => format!("`{url}`"),
    };
    let wrong = |reason: &str| {
        Failure::arguments(format!("{shown} is no URL of a server: {reason}"))
            .cure("write the whole URL, such as http://127.0.0.1:3000/notify")
    };
    let uri: Uri = url.parse().map_err(|_| wrong("it cannot be read"))?;
    if !matches!(uri.scheme_str(), Some("http" | "https")) {
        return Err(wrong("it does not begin with http:// or https://"));
    }
    match uri.authority() {
        Some(authority) if authority.as_str().contains('@') => {
            Err(wrong("it has a user name, which WeChat Pay does not send"))
        }
        Some(authority) if authority.host().is_empty() => Err(wrong("it has no host")),
        // `port_u16` is `None` for such a port, as for none: the notification would go to port 80.
        Some(authority) if !has_port_or_none(authority) => {
            Err(wrong("its port is not a number from 1 to 65535"))
        }
        Some(_) => Ok(uri),
        None => Err(wrong("it has no host")),
    }
}

fn has_port_or_none(authority: &Authority) -> bool {
    let port = authority.as_str().strip_prefix(authority.host());
    match port.and_then(|port| port.strip_prefix(':')) {
        None | Some("") => true,
        Some(_) => authority.port_u16().is_some_and(|port| port > 0),
    }
}

/// TLS with the system's roots and those of the user.
fn tls(roots: Option<&[u8]>) -> Result<openssl::ssl::SslConnectorBuilder> {
    let mut tls = SslConnector::builder(SslMethod::tls_client()).map_err(openssl)?;
    // Not `h2`: the server might choose it, and hyper is built without it.
    tls.set_alpn_protos(b"\x08http/1.1").map_err(openssl)?;
    for certificate in roots
        .map_or(Ok(Vec::new()), X509::stack_from_pem)
        .map_err(openssl)?
    {
        tls.cert_store_mut()
            .add_cert(certificate)
            .map_err(openssl)?;
    }
    Ok(tls)
}

fn openssl(error: openssl::error::ErrorStack) -> Failure {
    Failure::configuration(format!("OpenSSL fails: {error}"))
}

/// The reason why there is no connection.
fn unreachable(uri: &Uri, error: &(dyn Error + 'static)) -> Silence {
    let io_error = error.downcast_ref::<io::Error>();
    let refused = io_error.is_some_and(|error| error.kind() == io::ErrorKind::ConnectionRefused);
    let text = with_sources(error);
    let host = uri.authority().map_or("", |authority| authority.as_str());
    let (error, cure) = if refused {
        (
            format!("no server listens on {host}: the connection was refused"),
            "start your server, and check the port of the URL",
        )
    } else if text.contains("certificate verify failed") {
        (
            format!("the TLS certificate of {host} is not trusted: {text}"),
            "WeChat Pay needs a certificate of a public authority for this host, with its whole chain; \
             for your own authority, give --root-certificates FILE",
        )
    } else if uri.scheme_str() == Some("https") {
        (
            format!("no TLS connection to {host}: {text}"),
            "check that the port speaks TLS; for plain HTTP, write http://",
        )
    } else {
        (
            format!("no connection to {host}: {text}"),
            "check the URL, the server and the firewall",
        )
    };
    let cure = cure.to_owned();
    Silence::Unreachable { error, cure }
}

/// Connects to the addresses that were checked: a name that resolves to another one later is not asked again.
#[derive(Debug, Clone)]
struct Pinned(Vec<SocketAddr>);

impl Service<Uri> for Pinned {
    type Response = TokioIo<TcpStream>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<TokioIo<TcpStream>>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Uri) -> Self::Future {
        let addresses = self.0.clone();
        Box::pin(async move {
            let stream = TcpStream::connect(&*addresses).await?;
            stream.set_nodelay(true)?;
            Ok(TokioIo::new(stream))
        })
    }
}
