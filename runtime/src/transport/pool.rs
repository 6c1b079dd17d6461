//! Connections to one host: at most so many, each for one exchange at a time, given out in the order
//! of asking.
//!
//! hyper-util's pool starts a second connection for every call that waits and finishes it in the
//! background, so it can neither keep to a number nor say which bytes belong to which attempt. The
//! connector, TLS and HTTP are the libraries' own all the same.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::Duration,
};

use http_body_util::Full;
use hyper::{
    Uri,
    body::Bytes,
    client::conn::http1::{self, SendRequest},
    service::Service,
};
use hyper_openssl::client::legacy::HttpsConnector;
use hyper_util::{client::legacy::connect::HttpConnector, service::TowerToHyperService};
use openssl::ssl::SslConnectorBuilder;
use tokio::{
    sync::{Semaphore, SemaphorePermit},
    task::JoinHandle,
    time::{Instant, sleep_until, timeout},
};

use super::{
    Config, Failure,
    wire::{Metered, Wire},
};
use crate::error::{BuildError, TransportErrorKind};

/// The hosts close an idle connection after 8 s (`Keep-Alive: timeout=8`). It must be out of the
/// pool before that, or a POST is written onto a dying one.
const IDLE_LIMIT: Duration = Duration::from_secs(7);

pub(super) struct Pool {
    connector: TowerToHyperService<HttpsConnector<HttpConnector>>,
    uri: Uri,
    connect_deadline: Duration,
    /// One permit per connection that may exist. The semaphore is fair: first come, first served.
    places: Semaphore,
    idle: Arc<Mutex<Idle>>,
}

/// A connection of the attempt that holds it.
pub(super) struct Connection {
    pub(super) sender: SendRequest<Full<Bytes>>,
    pub(super) wire: Arc<Wire>,
    pub(super) reused: bool,
}

/// Idle connections, the longest idle first.
#[derive(Default)]
struct Idle {
    connections: Vec<(Instant, Connection)>,
    reaper: Option<JoinHandle<()>>,
}

impl Pool {
    pub(super) fn new(config: &Config, tls: SslConnectorBuilder) -> Result<Self, BuildError> {
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        let connector = HttpsConnector::with_connector(tcp, tls)
            .map_err(|error| BuildError::Tls(error.to_string()))?;
        Ok(Self {
            connector: TowerToHyperService::new(connector),
            uri: config.base_url.uri().clone(),
            connect_deadline: config.connect_deadline,
            places: Semaphore::new(config.max_connections),
            idle: Arc::default(),
        })
    }

    /// Waits for a place; a connection is taken, or made, only by who holds one.
    pub(super) async fn queue(&self) -> Option<SemaphorePermit<'_>> {
        // The semaphore is never closed, so there is always a permit.
        self.places.acquire().await.ok()
    }

    /// The connection idle for the shortest time, or a new one.
    pub(super) async fn connection(&self) -> Result<Connection, Failure> {
        while let Some(mut connection) = self.take_idle() {
            if connection.sender.ready().await.is_ok() {
                return Ok(connection);
            }
        }
        match timeout(self.connect_deadline, self.connect()).await {
            Ok(connected) => connected,
            Err(_) => Err((TransportErrorKind::ConnectTimeout, None)),
        }
    }

    /// Keeps the connection for the next call.
    pub(super) fn put_back(&self, connection: Connection) {
        let mut idle = lock(&self.idle);
        idle.connections.push((Instant::now(), connection));
        if idle.reaper.as_ref().is_none_or(JoinHandle::is_finished) {
            idle.reaper = Some(tokio::spawn(reap(Arc::downgrade(&self.idle))));
        }
    }

    fn take_idle(&self) -> Option<Connection> {
        let mut idle = lock(&self.idle);
        let (since, mut connection) = idle.connections.pop()?;
        if since.elapsed() >= IDLE_LIMIT {
            // All others are idle for longer.
            idle.connections.clear();
            return None;
        }
        connection.reused = true;
        Some(connection)
    }

    async fn connect(&self) -> Result<Connection, Failure> {
        let stream = self
            .connector
            .call(self.uri.clone())
            .await
            .map_err(|error| (TransportErrorKind::Connect, Some(error)))?;
        let (stream, wire) = Metered::new(stream);
        let (sender, connection) = http1::handshake(stream)
            .await
            .map_err(|error| (TransportErrorKind::Connect, Some(error.into())))?;
        // Its failure comes to the attempt through `sender`.
        tokio::spawn(async move { drop(connection.await) });
        Ok(Connection {
            sender,
            wire,
            reused: false,
        })
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pool")
            .field("uri", &self.uri)
            .field("free_places", &self.places.available_permits())
            .field("idle", &lock(&self.idle).connections.len())
            .finish()
    }
}

/// Closes connections as they have been idle for long enough; ends when none is left, or when the
/// pool is gone.
async fn reap(idle: Weak<Mutex<Idle>>) {
    loop {
        let Some(oldest) = idle.upgrade().and_then(|idle| {
            let mut idle = lock(&idle);
            idle.connections
                .retain(|(since, _)| since.elapsed() < IDLE_LIMIT);
            let oldest = idle.connections.first().map(|(since, _)| *since);
            if oldest.is_none() {
                idle.reaper = None;
            }
            oldest
        }) else {
            return;
        };
        sleep_until(oldest + IDLE_LIMIT).await;
    }
}

fn lock(idle: &Mutex<Idle>) -> MutexGuard<'_, Idle> {
    idle.lock().unwrap_or_else(PoisonError::into_inner)
}
