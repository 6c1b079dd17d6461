//! The connections to one host: a limited number, each for one exchange at a time, first come, first served.
//! Downloads have as many permits of their own, because a file may stay unread for a long time.
//!
//! The pool of hyper-util starts a second connection for every call that waits, and finishes it in the background.
//! So it cannot keep a limit, nor tell which bytes belong to which attempt. The connector, TLS and HTTP come from
//! the libraries.

use std::{
    fmt,
    future::poll_fn,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    task::Poll,
    time::Duration,
};

use http::{HeaderMap, Uri};
use hyper::{
    client::conn::http1::{self, SendRequest},
    service::Service,
};
use hyper_openssl::client::legacy::{HttpsConnector, MaybeHttpsStream};
use hyper_util::{rt::TokioIo, service::TowerToHyperService};
use tokio::{
    net::TcpStream,
    runtime::{self, Handle},
    sync::Notify,
    task::{AbortHandle, JoinHandle},
    time::{Instant, timeout, timeout_at},
};

use super::{
    Config, Failure, Source, TransportErrorKind, keep_alive,
    permits::{Permit, Permits},
    proxy::{ProxyFailure, Route},
    request_body::{RequestBody, Unsent},
    wire::{Closer, Metered, Wire},
};
use crate::base_url::BaseUrl;

/// The read buffer of a response, in bytes. hyper refuses a head that is longer, though one read may accept up to
/// twice as much, and a head of more than 100 headers. The heads of WeChat Pay have about 600 bytes.
const READ_AHEAD: usize = 32 << 10;

/// Replaces an idle timeout that the clock cannot count: thirty years.
const NEVER: Duration = Duration::from_secs(30 * 365 * 86_400);

/// A connection is closed this long before the time that the server announced, so that no POST is written to a
/// closing connection.
const KEEP_ALIVE_MARGIN: Duration = Duration::from_secs(1);

/// The connector of all pools. It keeps the TLS sessions for resumption.
pub(super) type Connector = TowerToHyperService<HttpsConnector<Route>>;

type Stream = MaybeHttpsStream<TokioIo<TcpStream>>;

pub(super) struct Pool {
    connector: Connector,
    uri: Uri,
    connect_timeout: Duration,
    idle_timeout: Duration,
    max_connections: usize,
    /// A permit for each connection that a call uses.
    calls: Arc<Permits>,
    /// A permit for each connection that a download uses.
    downloads: Arc<Permits>,
    idle: Arc<Mutex<Idle>>,
}

/// The failure of an attempt whose deadline has passed.
pub(super) const TIMED_OUT: Failure = (TransportErrorKind::Timeout, None);

/// The kind of an exchange, which decides the permits that it uses.
#[derive(Clone, Copy, Debug)]
pub(super) enum Purpose {
    Call,
    Download,
}

/// A connection, used by one attempt at a time.
pub(super) struct Connection {
    pub(super) sender: SendRequest<RequestBody>,
    pub(super) wire: Arc<Wire>,
    /// The unsent bytes of the last request, if its body was streamed.
    pub(super) unsent: Option<Unsent>,
    /// The runtime that runs the connection. Another runtime must not use it: it stops with its own.
    runtime: runtime::Id,
    /// The shortest idle timeout that its responses announced, minus the margin.
    server_timeout: Option<Duration>,
    /// The end of `server_timeout`, counted from the last response. Later the server may close the connection.
    closes_at: Option<Instant>,
    /// `None` while the connection is idle. Released after [`Drop`] has closed the connection.
    permit: Option<Permit>,
    closer: Closer<Stream>,
    task: AbortHandle,
}

/// The idle connections, each with the instant at which it is closed. The longest idle is first.
#[derive(Default)]
struct Idle {
    connections: Vec<(Instant, Connection)>,
    /// A reaper for each runtime that has put a connection back, because any of these runtimes may stop.
    reapers: Vec<Reaper>,
}

/// The task that closes idle connections, on one runtime.
struct Reaper {
    runtime: runtime::Id,
    /// The time of the next check for connections to close, unless `wake` wakes the task earlier.
    next_check: Instant,
    wake: Arc<Notify>,
    task: JoinHandle<()>,
}

impl Pool {
    pub(super) fn new(connector: Connector, host: &BaseUrl, config: &Config) -> Self {
        Self {
            connector,
            uri: host.uri().clone(),
            connect_timeout: config.connect_timeout,
            idle_timeout: config.idle_timeout,
            max_connections: config.max_connections,
            calls: Arc::new(Permits::new(config.max_connections)),
            downloads: Arc::new(Permits::new(config.max_connections)),
            idle: Arc::default(),
        }
    }

    /// Waits for a permit that is valid until `deadline`. Only its holder may use or open a connection.
    pub(super) async fn acquire(
        &self,
        purpose: Purpose,
        deadline: Instant,
    ) -> Result<Permit, Failure> {
        let permits = match purpose {
            Purpose::Call => &self.calls,
            Purpose::Download => &self.downloads,
        };
        permits.acquire(deadline).await.ok_or(TIMED_OUT)
    }

    /// Takes the most recently used idle connection of this runtime, or opens a new one.
    pub(super) async fn connection(
        &self,
        mut permit: Permit,
        connect_timeout: Duration,
    ) -> Result<Connection, Failure> {
        while let Some(mut connection) = self.take_idle() {
            connection.hold(permit)?;
            if connection.sender.ready().await.is_ok() {
                return Ok(connection);
            }
            permit = connection.permit.take().ok_or(TIMED_OUT)?;
        }
        self.make_room();
        let connect_timeout = connect_timeout.min(self.connect_timeout);
        match timeout(connect_timeout, self.connect(permit)).await {
            Ok(connected) => connected,
            Err(_) => Err((TransportErrorKind::ConnectTimeout, None)),
        }
    }

    /// Keeps the connection idle for the next exchange, and releases its permit.
    pub(super) fn put_back(&self, mut connection: Connection) {
        // A streamed body may be read outside a runtime.
        let Ok(runtime) = Handle::try_current() else {
            return;
        };
        // An idle connection must not be closed when another attempt reclaims its former permit.
        if !connection.is_reusable() || !connection.clear_deadline() {
            return;
        }
        let now = Instant::now();
        let closes_at = now.checked_add(self.idle_timeout);
        let closes_at = closes_at.unwrap_or_else(|| now + NEVER);
        let closes_at = closes_at.min(connection.closes_at.unwrap_or(closes_at));
        let mut idle = lock(&self.idle);
        if closes_at <= now || !self.may_keep(&idle, connection.permit.as_ref()) {
            drop(idle);
            // Before dropping the connection releases the permit.
            connection.closer.shut_down();
            return;
        }
        let permit = connection.permit.take();
        idle.connections.push((closes_at, connection));
        idle.reapers.retain(|reaper| !reaper.task.is_finished());
        match idle.reaper(runtime.id()) {
            Some(reaper) if closes_at < reaper.next_check => reaper.wake.notify_one(),
            Some(_) => {}
            None => {
                let reaper = Reaper::start(&runtime, &self.idle);
                idle.reapers.push(reaper);
            }
        }
        // Released last, so that the next holder of the permit finds the connection.
        drop(idle);
        drop(permit);
    }

    /// `true` if one more idle connection is within the limit. The connection of a call is always
    /// within the limit, because the next call that gets the permit takes the connection.
    fn may_keep(&self, idle: &Idle, permit: Option<&Permit>) -> bool {
        permit.is_some_and(|permit| permit.belongs_to(&self.calls))
            || idle.connections.len() + self.calls.in_use() < self.max_connections
    }

    fn take_idle(&self) -> Option<Connection> {
        let here = Handle::current().id();
        let mut idle = lock(&self.idle);
        idle.expire();
        let mut connections = idle.connections.iter();
        let newest = connections.rposition(|(_, connection)| connection.runtime == here)?;
        let (_, connection) = idle.connections.remove(newest);
        Some(connection)
    }

    /// Closes an idle connection of another runtime if a new connection would exceed the limit.
    fn make_room(&self) {
        let mut idle = lock(&self.idle);
        if !idle.connections.is_empty()
            && idle.connections.len() + self.calls.in_use() > self.max_connections
        {
            idle.connections.remove(0);
        }
    }

    async fn connect(&self, permit: Permit) -> Result<Connection, Failure> {
        let stream = self.connect_stream(&permit).await?;
        let (stream, wire) = Metered::new(stream);
        let closer = stream.closer();
        if !permit.hold(closer.resource()) {
            return Err(TIMED_OUT);
        }
        let (sender, connection) = http1::Builder::new()
            .max_buf_size(READ_AHEAD)
            .handshake(stream)
            .await
            .map_err(|error| (TransportErrorKind::Connect, Some(error.into())))?;
        // The attempt gets the connection's failure through `sender`.
        let task = tokio::spawn(async { drop(connection.await) });
        Ok(Connection {
            sender,
            wire,
            unsent: None,
            runtime: Handle::current().id(),
            server_timeout: None,
            closes_at: None,
            permit: Some(permit),
            closer,
            task: task.abort_handle(),
        })
    }

    /// Connects a stream. An attempt that reclaims `permit` cancels this first.
    async fn connect_stream(&self, permit: &Permit) -> Result<Stream, Failure> {
        let connecting = Box::pin(self.connector.call(self.uri.clone()));
        let connecting = Arc::new(Mutex::new(Some(connecting)));
        if !permit.hold(Arc::clone(&connecting) as _) {
            return Err(TIMED_OUT);
        }
        poll_fn(|cx| match &mut *lock(&connecting) {
            Some(connecting) => connecting.as_mut().poll(cx).map_err(connect_failure),
            None => Poll::Ready(Err(TIMED_OUT)),
        })
        .await
    }
}

impl Connection {
    /// Uses the connection with this permit, unless another attempt has reclaimed the permit.
    fn hold(&mut self, permit: Permit) -> Result<(), Failure> {
        let held = permit.hold(self.closer.resource());
        self.permit = Some(permit);
        held.then_some(()).ok_or(TIMED_OUT)
    }

    /// No other attempt may reclaim the permit from now on. Returns `false` if the permit is already reclaimed.
    pub(super) fn clear_deadline(&self) -> bool {
        self.set_deadline(None)
    }

    /// Another attempt may now reclaim the permit only after `deadline`. Returns `false` if the permit is already
    /// reclaimed.
    pub(super) fn set_deadline(&self, deadline: Option<std::time::Instant>) -> bool {
        let permit = self.permit.as_ref();
        permit.is_some_and(|permit| permit.set_deadline(deadline))
    }

    /// The cause of `failure`: the deadline, if another attempt has reclaimed the permit and closed the
    /// connection.
    pub(super) fn actual_failure(&self, failure: Failure) -> Failure {
        let held = self.permit.as_ref().is_some_and(Permit::is_held);
        if held { failure } else { TIMED_OUT }
    }

    /// `true` if the last request was sent completely. An early response may leave a part of it unsent, which would
    /// precede the next request.
    fn is_reusable(&self) -> bool {
        let unsent = self.unsent.as_ref().map_or(0, Unsent::bytes);
        unsent == 0 && !self.wire.is_stalled()
    }

    /// Applies the `Keep-Alive` of a response that has just been received. A server may announce it only once, and
    /// counts from the time when it wrote the response, not from the time when the body is read.
    pub(super) fn apply_keep_alive(&mut self, headers: &HeaderMap) {
        let announced = keep_alive::timeout(headers);
        let announced = announced.map(|timeout| timeout.saturating_sub(KEEP_ALIVE_MARGIN));
        self.server_timeout = self.server_timeout.into_iter().chain(announced).min();
        let now = Instant::now();
        let timeout = self.server_timeout;
        self.closes_at = timeout.and_then(|timeout| now.checked_add(timeout));
    }
}

/// Closes the connection before its permit is released. Does not need the connection's task, whose runtime may no
/// longer run. A cancelled exchange may leave a request half written: nothing more of it is written.
impl Drop for Connection {
    fn drop(&mut self) {
        if self.permit.is_some() {
            self.closer.close();
        } else {
            self.closer.shut_down();
        }
        self.task.abort();
    }
}

impl Idle {
    /// Closes the connections that have been idle for too long.
    fn expire(&mut self) {
        let now = Instant::now();
        self.connections.retain(|(closes_at, _)| *closes_at > now);
    }

    fn reaper(&mut self, id: runtime::Id) -> Option<&mut Reaper> {
        self.reapers.iter_mut().find(|reaper| reaper.runtime == id)
    }

    /// Closes the connections that have been idle for too long. Returns the time of the next check, or removes the
    /// reaper of this runtime if no connection is left.
    fn close_expired(&mut self, runtime: runtime::Id) -> Option<Instant> {
        self.expire();
        let ends = self.connections.iter().map(|(closes_at, _)| closes_at);
        let next = ends.min().copied();
        match (next, self.reaper(runtime)) {
            (Some(next), Some(reaper)) => reaper.next_check = next,
            (Some(_), None) => {}
            (None, _) => self.reapers.retain(|reaper| reaper.runtime != runtime),
        }
        next
    }
}

impl Reaper {
    fn start(runtime: &Handle, idle: &Arc<Mutex<Idle>>) -> Self {
        let wake = Arc::new(Notify::new());
        let reaping = reap(Arc::downgrade(idle), Arc::clone(&wake), runtime.id());
        Self {
            runtime: runtime.id(),
            next_check: Instant::now(),
            wake,
            task: runtime.spawn(reaping),
        }
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pool")
            .field("uri", &self.uri)
            .field("free_permits", &self.calls.free())
            .field("free_download_permits", &self.downloads.free())
            .field("idle", &lock(&self.idle).connections.len())
            .finish()
    }
}

/// Closes connections that have been idle for too long. Ends when no connection is left, or when the pool is
/// dropped.
async fn reap(idle: Weak<Mutex<Idle>>, wake: Arc<Notify>, runtime: runtime::Id) {
    while let Some(next) = idle
        .upgrade()
        .and_then(|idle| lock(&idle).close_expired(runtime))
    {
        let _ = timeout_at(next, wake.notified()).await;
    }
}

/// Distinguishes a failure of the proxy from a failure of the host or of TLS.
fn connect_failure(error: Source) -> Failure {
    match error.downcast::<ProxyFailure>() {
        Ok(failure) => (TransportErrorKind::Proxy, Some(failure.0)),
        Err(error) => (TransportErrorKind::Connect, Some(error)),
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
