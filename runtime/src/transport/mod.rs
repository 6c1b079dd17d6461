//! The HTTP exchange of one attempt: a connection, the request, the response, all before the deadline. The bytes
//! written are counted, so that an attempt knows for certain if nothing was sent.

mod error;
mod keep_alive;
mod permits;
mod pool;
mod proxy;
mod request_body;
mod response_body;
#[cfg(test)]
mod tests;
mod tunnel;
mod wire;

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use hyper::body::Incoming;
use hyper_openssl::client::legacy::HttpsConnector;
use hyper_util::service::TowerToHyperService;
use openssl::{
    ssl::{SslConnector, SslConnectorBuilder, SslMethod, SslVersion},
    x509::X509,
};
use tokio::time::{Instant, timeout_at};

use error::Source;
pub use error::{TransportError, TransportErrorKind};
pub(crate) use proxy::Proxy;
pub(crate) use request_body::RequestBody;
pub(crate) use response_body::ResponseBody;

use crate::{
    base_url::BaseUrl,
    collect::{CollectError, collect},
    config_error::{ConfigError, ConfigErrorKind},
    head::Head,
};
use pool::{Connection, Pool, Purpose, TIMED_OUT};
use proxy::Route;
use wire::Attempt;

/// Cipher suites with AEAD and ephemeral keys: a key that leaks later decrypts no recorded traffic.
const TLS12_CIPHERS: &str = "ECDHE+AESGCM:ECDHE+CHACHA20";

/// The kind and the source of a failure. [`Attempt::fail`] adds what was sent.
type Failure = (TransportErrorKind, Option<Source>);

/// The connection settings of a client.
#[derive(Clone, Debug)]
pub(crate) struct Config {
    /// Each request names its host by the index in this list.
    pub(crate) hosts: Vec<BaseUrl>,
    pub(crate) proxy: Option<Proxy>,
    /// PEM texts of root certificates, trusted in addition to the system's.
    pub(crate) roots: Vec<Vec<u8>>,
    pub(crate) connect_timeout: Duration,
    pub(crate) idle_timeout: Duration,
    /// The limit for each host. Downloads have a second limit of the same size.
    pub(crate) max_connections: usize,
    pub(crate) body_limit: usize,
}

/// The time limits of one attempt.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AttemptLimits<'a> {
    pub(crate) deadline: Instant,
    /// The limit for a new connection, if it is shorter than the client's connect timeout.
    pub(crate) connect_timeout: Duration,
    /// Set to `true` when another call finds this host down. An attempt that then gets a permit fails at once.
    pub(crate) host_down: Option<&'a AtomicBool>,
}

#[derive(Debug)]
pub(crate) struct Transport {
    /// A pool for each host, in the order of [`Config::hosts`].
    pools: Vec<Arc<Pool>>,
    body_limit: usize,
}

impl Transport {
    /// Makes no network call.
    pub(crate) fn new(config: &Config) -> Result<Self, ConfigError> {
        let route = Route::new(config.proxy.as_ref());
        let connector =
            HttpsConnector::with_connector(route, tls(&config.roots)?).map_err(ConfigError::tls)?;
        let connector = TowerToHyperService::new(connector);
        let pool = |host| Arc::new(Pool::new(connector.clone(), host, config));
        Ok(Self {
            pools: config.hosts.iter().map(pool).collect(),
            body_limit: config.body_limit,
        })
    }

    /// Sends `request` once, to one host, and reads the head of the response. The deadline covers the wait for a
    /// connection too. Read the body with [`collect`](Self::collect), before the same deadline.
    ///
    /// With a `read_timeout`, the response may be a file. If its status is 200, the deadline ends with the head, and
    /// each read of the body may take `read_timeout`.
    pub(crate) async fn send(
        &self,
        host: usize,
        request: Request<RequestBody>,
        limits: AttemptLimits<'_>,
        read_timeout: Option<Duration>,
    ) -> Result<Response<ResponseBody>, TransportError> {
        let attempt = Attempt::default();
        let Some(pool) = self.pools.get(host) else {
            let source = "the client has no such host".into();
            return Err(attempt.fail(TransportErrorKind::Connect, Some(source)));
        };
        let purpose = read_timeout.map_or(Purpose::Call, |_| Purpose::Download);
        let exchanged = exchange(pool, purpose, request, limits, &attempt);
        match timeout_at(limits.deadline, exchanged).await {
            Ok(Ok((response, connection))) => {
                let pool = Arc::clone(pool);
                let read_timeout = read_timeout.filter(|_| is_file(purpose, &response));
                let read_timeout = read_timeout.unwrap_or(Duration::MAX);
                Ok(ResponseBody::wrap(
                    response,
                    connection,
                    pool,
                    attempt,
                    read_timeout,
                ))
            }
            Ok(Err((kind, source))) => Err(attempt.fail(kind, source)),
            Err(_) => Err(attempt.fail(TransportErrorKind::Timeout, None)),
        }
    }

    /// Reads the body of a response, within the body limit and before `deadline`.
    pub(crate) async fn collect(
        &self,
        response: Response<ResponseBody>,
        deadline: Instant,
    ) -> Result<Response<Bytes>, TransportError> {
        let limit = self.body_limit;
        let (head, mut body) = response.into_parts();
        match timeout_at(deadline, collect(&mut body, limit)).await {
            Ok(Ok(whole)) => Ok(Response::from_parts(head, whole)),
            Ok(Err(CollectError::Body(error))) => Err(error),
            Ok(Err(CollectError::TooLarge)) => {
                Err(body.fail(TransportErrorKind::BodyTooLarge { limit }, None))
            }
            Err(_) => Err(body.fail(TransportErrorKind::Timeout, None)),
        }
    }
}

async fn exchange(
    pool: &Pool,
    purpose: Purpose,
    request: Request<RequestBody>,
    limits: AttemptLimits<'_>,
    attempt: &Attempt,
) -> Result<(Response<Incoming>, Connection), Failure> {
    let permit = pool.acquire(purpose, limits.deadline).await?;
    if limits
        .host_down
        .is_some_and(|down| down.load(Ordering::Relaxed))
    {
        let source = "another call could not reach this host".into();
        return Err((TransportErrorKind::Connect, Some(source)));
    }
    let mut connection = pool.connection(permit, limits.connect_timeout).await?;
    // `timeout_at` polls the future once more after the deadline.
    if Instant::now() >= limits.deadline {
        pool.put_back(connection);
        return Err(TIMED_OUT);
    }
    attempt.begin(&connection.wire);
    connection.unsent = request.body().unsent();
    let response = connection.sender.send_request(request).await;
    let response = response.map_err(|error| {
        let kind = match connection.unsent {
            Some(_) if error.is_user() => TransportErrorKind::File,
            _ if error.is_parse_too_large() => TransportErrorKind::HeadTooLarge,
            _ => TransportErrorKind::Exchange,
        };
        connection.actual_failure((kind, Some(error.into())))
    })?;
    connection.apply_keep_alive(response.headers());
    attempt.set_head(Head::of(&response));
    if is_file(purpose, &response) && !connection.clear_deadline() {
        return Err(TIMED_OUT);
    }
    Ok((response, connection))
}

/// Recognizes a file. The deadline covers the whole of any other response.
fn is_file<B>(purpose: Purpose, response: &Response<B>) -> bool {
    matches!(purpose, Purpose::Download) && response.status() == StatusCode::OK
}

/// TLS 1.2 or newer with forward secrecy and AEAD, HTTP/1.1 only. Trusts the system's roots and `roots`.
fn tls(roots: &[Vec<u8>]) -> Result<SslConnectorBuilder, ConfigError> {
    let mut tls = SslConnector::builder(SslMethod::tls_client()).map_err(ConfigError::tls)?;
    tls.set_min_proto_version(Some(SslVersion::TLS1_2))
        .map_err(ConfigError::tls)?;
    // Applies to TLS 1.2. All cipher suites of TLS 1.3 have AEAD and ephemeral keys.
    tls.set_cipher_list(TLS12_CIPHERS)
        .map_err(ConfigError::tls)?;
    // Not `h2`: the server might choose it, and hyper is built without it.
    tls.set_alpn_protos(b"\x08http/1.1")
        .map_err(ConfigError::tls)?;
    // Reads header and content of a record from the socket in one read.
    tls.set_read_ahead(true);
    // Keeps only the newest session, because hyper-openssl resumes the oldest one that it has. OpenSSL makes it
    // drop the sessions beyond this number.
    tls.set_session_cache_size(1);
    #[cfg(feature = "vendored")]
    trust_system_roots(&mut tls);
    for pem in roots {
        let certificates =
            X509::stack_from_pem(pem).map_err(|_| ConfigErrorKind::RootCertificate)?;
        if certificates.is_empty() {
            return Err(ConfigErrorKind::RootCertificate.into());
        }
        for certificate in certificates {
            tls.cert_store_mut()
                .add_cert(certificate)
                .map_err(ConfigError::tls)?;
        }
    }
    Ok(tls)
}

/// Loads the system's roots: an OpenSSL compiled from source looks for them where it would have been installed.
/// Skips roots that cannot be read. The handshake then reports the certificate that it does not trust.
#[cfg(feature = "vendored")]
fn trust_system_roots(tls: &mut SslConnectorBuilder) {
    let found = openssl_probe::probe();
    // The binding panics on a path that is not UTF-8.
    for file in found
        .cert_file
        .iter()
        .filter(|path| path.to_str().is_some())
    {
        let _ = tls.load_verify_locations(Some(file), None);
    }
    for dir in found.cert_dir.iter().filter(|path| path.to_str().is_some()) {
        let _ = tls.load_verify_locations(None, Some(dir));
    }
}
