//! The way to a host: straight, or through an HTTP proxy that is asked to `CONNECT`.

use std::{
    error, fmt,
    pin::Pin,
    task::{Context, Poll, ready},
};

use hyper::{
    Uri,
    header::HeaderValue,
    http::uri::{Authority, Scheme},
};
use hyper_util::{
    client::legacy::connect::{HttpConnector, proxy::Tunnel},
    rt::TokioIo,
};
use percent_encoding::percent_decode_str;
use tokio::net::TcpStream;
use tower_service::Service;

use crate::{crypto::encode_base64, error::Source};

/// `http://[user:password@]host[:port]`.
#[derive(Clone)]
pub(crate) struct Proxy {
    uri: Uri,
    authorization: Option<HeaderValue>,
}

impl Proxy {
    /// Fails with what is wrong, in words that quote nothing of `url`.
    pub(crate) fn parse(url: &str) -> Result<Self, &'static str> {
        let uri: Uri = url.parse().map_err(|_| "not a URL")?;
        if uri.scheme() != Some(&Scheme::HTTP) {
            return Err("write it with its scheme, which is `http`: `http://…`");
        }
        if uri.path() != "/" || uri.query().is_some() || url.contains('#') {
            return Err("write scheme, credentials (percent-encoded), host and port alone");
        }
        let whole = uri.authority().map_or("", Authority::as_str);
        let (credentials, address) = match whole.rsplit_once('@') {
            Some((credentials, address)) => (Some(credentials), address),
            None => (None, whole),
        };
        if Some(address) != uri.host() && uri.port_u16().is_none() {
            return Err("not a port");
        }
        let uri = Uri::builder().scheme(Scheme::HTTP).authority(address);
        Ok(Self {
            uri: uri.path_and_query("/").build().map_err(|_| "not a host")?,
            authorization: credentials.map(basic).transpose()?,
        })
    }
}

/// `Basic` credentials (RFC 7617) of a URL's `user:password`, each percent-encoded.
fn basic(credentials: &str) -> Result<HeaderValue, &'static str> {
    let (user, password) = credentials.split_once(':').unwrap_or((credentials, ""));
    let mut pair: Vec<u8> = percent_decode_str(user).collect();
    if pair.contains(&b':') {
        return Err("the user name holds a colon, which `Basic` cannot send");
    }
    pair.push(b':');
    pair.extend(percent_decode_str(password));
    let mut value = HeaderValue::try_from(format!("Basic {}", encode_base64(&pair)))
        .map_err(|_| "not credentials")?;
    value.set_sensitive(true);
    Ok(value)
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.uri)
    }
}

/// Connects without TLS: `https` through the proxy if there is one. `http`, which is for the loopback
/// interface alone, is of no use to a proxy elsewhere.
#[derive(Clone)]
pub(super) struct Route {
    direct: HttpConnector,
    tunnel: Option<Tunnel<HttpConnector>>,
}

/// The proxy is down, refused, or has not understood; what it wraps is the reason.
#[derive(Debug)]
pub(super) struct ProxyFailure(pub(super) Source);

impl Route {
    pub(super) fn new(proxy: Option<&Proxy>) -> Self {
        let mut direct = HttpConnector::new();
        direct.enforce_http(false);
        direct.set_nodelay(true);
        let tunnel = proxy.map(|proxy| {
            let tunnel = Tunnel::new(proxy.uri.clone(), direct.clone());
            match &proxy.authorization {
                Some(authorization) => tunnel.with_auth(authorization.clone()),
                None => tunnel,
            }
        });
        Self { direct, tunnel }
    }
}

impl Service<Uri> for Route {
    type Response = TokioIo<TcpStream>;
    type Error = Source;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Source>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Source>> {
        if let Some(tunnel) = &mut self.tunnel {
            ready!(tunnel.poll_ready(cx)).map_err(|error| ProxyFailure(error.into()))?;
        }
        self.direct.poll_ready(cx).map_err(Source::from)
    }

    fn call(&mut self, host: Uri) -> Self::Future {
        match &mut self.tunnel {
            Some(tunnel) if host.scheme() == Some(&Scheme::HTTPS) => {
                let tunnelled = tunnel.call(host);
                Box::pin(async {
                    tunnelled
                        .await
                        .map_err(|error| ProxyFailure(error.into()).into())
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
