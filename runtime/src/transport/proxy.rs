//! TCP connections to a host, direct or through the tunnel of an HTTP proxy.

use std::{
    error, fmt,
    pin::Pin,
    task::{Context, Poll},
};

use http::{Uri, uri::Scheme};
use hyper_util::{client::legacy::connect::HttpConnector, rt::TokioIo};
use tokio::net::TcpStream;
use tower_service::Service;

use super::Source;
use super::tunnel::{Credentials, tunnel};

/// `http://[user:password@]host[:port]`.
#[derive(Clone)]
pub(crate) struct Proxy {
    /// Without the credentials.
    uri: Uri,
    credentials: Option<Credentials>,
}

impl Proxy {
    /// The error says what is wrong and quotes nothing of `url`.
    pub(crate) fn parse(url: &str) -> Result<Self, &'static str> {
        let scheme = url.get(..SCHEME.len()).unwrap_or_default();
        let rest = match url.get(SCHEME.len()..) {
            Some(rest) if scheme.eq_ignore_ascii_case(SCHEME) => rest,
            _ if url.is_empty() => return Err("not a URL"),
            _ => return Err("must begin with `http://`"),
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        if rest.contains(['/', '?', '#']) {
            return Err(
                "must be `http://[user:password@]host[:port]`, with percent-encoded credentials",
            );
        }
        // A `Uri` would keep copies of the credentials.
        let (credentials, address) = match rest.rsplit_once('@') {
            Some((credentials, address)) => (Some(credentials), address),
            None => (None, rest),
        };
        let uri = Uri::builder().scheme(Scheme::HTTP).authority(address);
        let uri = uri.path_and_query("/").build().map_err(|_| "not a URL")?;
        if Some(address) != uri.host() && uri.port_u16().is_none() {
            return Err("not a port");
        }
        Ok(Self {
            uri,
            credentials: credentials.map(Credentials::parse).transpose()?,
        })
    }
}

const SCHEME: &str = "http://";

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.uri)
    }
}

/// Connects by TCP: through the proxy for `https`, if there is a proxy, otherwise directly. `http` is only for the
/// loopback interface, which a proxy elsewhere cannot reach.
#[derive(Clone)]
pub(super) struct Route {
    direct: HttpConnector,
    proxy: Option<Proxy>,
}

/// The proxy is down, refuses, or does not speak HTTP. Holds the reason.
#[derive(Debug)]
pub(super) struct ProxyFailure(pub(super) Source);

impl Route {
    pub(super) fn new(proxy: Option<&Proxy>) -> Self {
        let mut direct = HttpConnector::new();
        direct.enforce_http(false);
        direct.set_nodelay(true);
        Self {
            direct,
            proxy: proxy.cloned(),
        }
    }
}

impl Service<Uri> for Route {
    type Response = TokioIo<TcpStream>;
    type Error = Source;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Source>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Source>> {
        self.direct.poll_ready(cx).map_err(Source::from)
    }

    fn call(&mut self, host: Uri) -> Self::Future {
        match self.proxy.clone() {
            Some(proxy) if host.scheme() == Some(&Scheme::HTTPS) => {
                let connecting = self.direct.call(proxy.uri);
                Box::pin(async move {
                    let connected = async {
                        let mut stream = connecting.await.map_err(Source::from)?.into_inner();
                        tunnel(&mut stream, &host, proxy.credentials.as_ref()).await?;
                        Ok(TokioIo::new(stream))
                    };
                    connected.await.map_err(|error| ProxyFailure(error).into())
                })
            }
            _ => {
                let connected = self.direct.call(host);
                Box::pin(async { connected.await.map_err(Source::from) })
            }
        }
    }
}

impl fmt::Display for ProxyFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl error::Error for ProxyFailure {}
