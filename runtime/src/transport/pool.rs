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

use hyper::{
    Uri,
    client::conn::http1::{self, SendRequest},
    service::Service,
};
use hyper_openssl::client::legacy::HttpsConnector;
use hyper_util::service::TowerToHyperService;
use tokio::{
    runtime::{self, Handle},
    sync::{OwnedSemaphorePermit, Semaphore},
    task::{AbortHandle, JoinHandle},
    time::{Instant, sleep_until, timeout},
};

use super::{
    Config, Failure,
    outgoing::{Outgoing, Unsent},
    proxy::{ProxyFailure, Route},
    wire::{Metered, Wire},
};
use crate::{
    base_url::BaseUrl,
    error::{Source, TransportErrorKind},
};

/// The hosts close an idle connection after 8 s (`Keep-Alive: timeout=8`). It must be out of the
/// pool before that, or a POST is written onto a dying one.
const IDLE_LIMIT: Duration = Duration::from_secs(7);

/// The largest head of a response, in bytes: hyper refuses a longer one, and one of more than 100
/// headers. The real ones have about 600 bytes.
const MAX_HEAD: usize = 64 << 10;

/// What all pools connect by; it keeps the TLS sessions to resume.
pub(super) type Connector = TowerToHyperService<HttpsConnector<Route>>;

pub(super) struct Pool {
    connector: Connector,
    uri: Uri,
    connect_deadline: Duration,
    max_connections: usize,
    /// One permit per connection in use. The semaphore is fair: first come, first served.
    places: Arc<Semaphore>,
    idle: Arc<Mutex<Idle>>,
}

/// The right to use one connection; none if the pool is being dropped.
pub(super) type Place = Option<OwnedSemaphorePermit>;

/// A connection of the attempt that holds it.
pub(super) struct Connection {
    pub(super) sender: SendRequest<Outgoing>,
    pub(super) wire: Arc<Wire>,
    /// Of the streamed body of its last request, if that had one.
    pub(super) unsent: Option<Unsent>,
    /// The runtime that drives it. On another one it would stand still when that one does.
    runtime: runtime::Id,
    /// Also held by the connection's own task: where an attempt is given up, its place is free when
    /// the connection is closed, not before.
    seat: Arc<Mutex<Place>>,
    task: AbortHandle,
}

/// Idle connections, the longest idle first.
#[derive(Default)]
struct Idle {
    connections: Vec<(Instant, Connection)>,
    reaper: Option<JoinHandle<()>>,
}

impl Pool {
    pub(super) fn new(connector: Connector, host: &BaseUrl, config: &Config) -> Self {
        Self {
            connector,
            uri: host.uri().clone(),
            connect_deadline: config.connect_deadline,
            max_connections: config.max_connections,
            places: Arc::new(Semaphore::new(config.max_connections)),
            idle: Arc::default(),
        }
    }

    /// Waits for a place; a connection is taken, or made, only by who holds one.
    pub(super) async fn queue(&self) -> Place {
        // The semaphore is never closed, so there is always a permit.
        Arc::clone(&self.places).acquire_owned().await.ok()
    }

    /// The connection of this runtime that is idle for the shortest time, or a new one.
    pub(super) async fn connection(
        &self,
        place: Place,
        within: Duration,
    ) -> Result<Connection, Failure> {
        while let Some(mut connection) = self.take_idle() {
            if connection.sender.ready().await.is_ok() {
                *lock(&connection.seat) = place;
                return Ok(connection);
            }
        }
        self.make_room();
        let within = within.min(self.connect_deadline);
        match timeout(within, self.connect(place)).await {
            Ok(connected) => connected,
            Err(_) => Err((TransportErrorKind::ConnectTimeout, None)),
        }
    }

    /// Keeps the connection for the next call, and frees its place.
    pub(super) fn put_back(&self, connection: Connection) {
        // A streamed body may be read outside of any runtime.
        let Ok(runtime) = Handle::try_current() else {
            return;
        };
        if !connection.is_free() {
            return;
        }
        let place = connection.leave();
        let mut idle = lock(&self.idle);
        idle.connections.push((Instant::now(), connection));
        if idle.reaper.as_ref().is_none_or(JoinHandle::is_finished) {
            idle.reaper = Some(runtime.spawn(reap(Arc::downgrade(&self.idle))));
        }
        // Who waits for the place finds the connection.
        drop(idle);
        drop(place);
    }

    fn take_idle(&self) -> Option<Connection> {
        let here = Handle::current().id();
        let mut idle = lock(&self.idle);
        idle.expire();
        let mut connections = idle.connections.iter();
        let nearest = connections.rposition(|(_, connection)| connection.runtime == here)?;
        let (_, connection) = idle.connections.remove(nearest);
        Some(connection)
    }

    /// Closes an idle connection of another runtime where one more would be too many.
    fn make_room(&self) {
        let in_use = self.max_connections - self.places.available_permits();
        let mut idle = lock(&self.idle);
        if !idle.connections.is_empty() && idle.connections.len() + in_use > self.max_connections {
            idle.connections.remove(0);
        }
    }

    async fn connect(&self, place: Place) -> Result<Connection, Failure> {
        let stream = self
            .connector
            .call(self.uri.clone())
            .await
            .map_err(no_connection)?;
        let (stream, wire) = Metered::new(stream);
        let (sender, connection) = http1::Builder::new()
            .max_buf_size(MAX_HEAD)
            .handshake(stream)
            .await
            .map_err(|error| (TransportErrorKind::Connect, Some(error.into())))?;
        let seat = Arc::new(Mutex::new(place));
        let held = Arc::clone(&seat);
        let task = tokio::spawn(async move {
            // Its failure comes to the attempt through `sender`.
            drop(connection.await);
            drop(held);
        });
        Ok(Connection {
            sender,
            wire,
            unsent: None,
            runtime: Handle::current().id(),
            seat,
            task: task.abort_handle(),
        })
    }
}

impl Connection {
    /// Whether its last request was sent whole: an answer that came early leaves the rest of it in the
    /// way of the next one.
    fn is_free(&self) -> bool {
        let unsent = self.unsent.as_ref().map_or(0, Unsent::bytes);
        unsent == 0 && !self.wire.is_stalled()
    }

    /// Gives its place away.
    fn leave(&self) -> Place {
        lock(&self.seat).take()
    }
}

/// An exchange that is given up may leave a request half written to a server that reads no more: such
/// a connection never ends by itself, and would keep its place.
impl Drop for Connection {
    fn drop(&mut self) {
        if lock(&self.seat).is_some() {
            self.task.abort();
        }
    }
}

impl Idle {
    /// Drops what has been idle for too long.
    fn expire(&mut self) {
        let now = Instant::now();
        let is_expired = |(since, _): &(Instant, _)| now.duration_since(*since) >= IDLE_LIMIT;
        let expired = self.connections.partition_point(is_expired);
        self.connections.drain(..expired);
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
            idle.expire();
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

/// A failure of the proxy is told apart from one of the host, or of TLS with it.
fn no_connection(error: Source) -> Failure {
    match error.downcast::<ProxyFailure>() {
        Ok(failure) => (TransportErrorKind::Proxy, Some(failure.0)),
        Err(error) => (TransportErrorKind::Connect, Some(error)),
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
