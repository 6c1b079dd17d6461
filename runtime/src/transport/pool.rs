//! Connections to one host: a limited number, each for one exchange at a time, given out in the order
//! of asking. Downloads have as many permits of their own, since a file may stay unread for long.
//!
//! hyper-util's pool starts a second connection for every call that waits and finishes it in the
//! background, so it can neither keep to a number nor say which bytes belong to which attempt. The
//! connector, TLS and HTTP are the libraries' own all the same.

use std::{
    fmt,
    future::poll_fn,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    task::Poll,
    time::Duration,
};

use hyper::{
    HeaderMap, Uri,
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

/// How much of a response is read ahead, in bytes. hyper refuses a head that is not whole by then, where one
/// read may bring it to twice as much, and a head of more than 100 headers. The real ones have about 600
/// bytes.
const READ_AHEAD: usize = 32 << 10;

/// For an idle timeout beyond what the clock can count: thirty years.
const NEVER: Duration = Duration::from_secs(30 * 365 * 86_400);

/// How long before the time that a server announced a connection is closed, so that no POST is written
/// onto a dying one.
const KEEP_ALIVE_MARGIN: Duration = Duration::from_secs(1);

/// What all pools connect by; it keeps the TLS sessions to resume.
pub(super) type Connector = TowerToHyperService<HttpsConnector<Route>>;

type Stream = MaybeHttpsStream<TokioIo<TcpStream>>;

pub(super) struct Pool {
    connector: Connector,
    uri: Uri,
    connect_timeout: Duration,
    idle_timeout: Duration,
    max_connections: usize,
    /// One permit per connection in use by a call.
    calls: Arc<Permits>,
    /// The same for downloads.
    downloads: Arc<Permits>,
    idle: Arc<Mutex<Idle>>,
}

/// The failure of an attempt whose deadline has passed.
pub(super) const TIMED_OUT: Failure = (TransportErrorKind::Timeout, None);

/// Which permits an exchange takes from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Purpose {
    Call,
    Download,
}

/// A connection of the attempt that holds it.
pub(super) struct Connection {
    pub(super) sender: SendRequest<RequestBody>,
    pub(super) wire: Arc<Wire>,
    /// Of the streamed body of its last request, if that had one.
    pub(super) unsent: Option<Unsent>,
    /// The runtime that drives it. On another one it would stand still when that one does.
    runtime: runtime::Id,
    /// The shortest idle timeout that its responses announced, less the margin.
    server_timeout: Option<Duration>,
    /// The end of that since the head of its last response: from then on the server may close it.
    closes_at: Option<Instant>,
    /// `None` while it is idle. Released after [`Drop`] has closed the connection.
    permit: Option<Permit>,
    closer: Closer<Stream>,
    task: AbortHandle,
}

/// Idle connections with the instants at which they are closed, the longest idle first.
#[derive(Default)]
struct Idle {
    connections: Vec<(Instant, Connection)>,
    /// One of each runtime that has put a connection back: any of them may stand still.
    reapers: Vec<Reaper>,
}

/// The task of one runtime that closes idle connections.
struct Reaper {
    runtime: runtime::Id,
    /// When the task looks for connections to close, unless `wake` wakes the task.
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

    /// Waits for a permit that is good until `deadline`; only its holder takes or makes a connection.
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

    /// The connection of this runtime that is idle for the shortest time, or a new one.
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

    /// Keeps the connection for the next exchange, and releases its permit.
    pub(super) fn put_back(&self, mut connection: Connection) {
        // A streamed body may be read outside of any runtime.
        let Ok(runtime) = Handle::try_current() else {
            return;
        };
        // An idle connection is not closed for the permit that it had.
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
            // Before the permit is released with the connection.
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
        // Who waits for the permit finds the connection.
        drop(idle);
        drop(permit);
    }

    /// Whether one more idle connection is within the limit. The connection of a call always is: its permit
    /// goes to a call that takes the connection, or to nobody.
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

    /// Closes an idle connection of another runtime where one more would be too many.
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
        // Its failure comes to the attempt through `sender`.
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

    /// Connects a stream. An attempt that takes `permit` back stops this first.
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
    /// Uses the connection with this permit, unless another attempt has taken the permit back.
    fn hold(&mut self, permit: Permit) -> Result<(), Failure> {
        let held = permit.hold(self.closer.resource());
        self.permit = Some(permit);
        held.then_some(()).ok_or(TIMED_OUT)
    }

    /// From now on no attempt takes the permit back; `false` if one already has.
    pub(super) fn clear_deadline(&self) -> bool {
        self.set_deadline(None)
    }

    /// From now on an attempt may take the permit back after this instant only; `false` if one already has.
    pub(super) fn set_deadline(&self, deadline: Option<std::time::Instant>) -> bool {
        let permit = self.permit.as_ref();
        permit.is_some_and(|permit| permit.set_deadline(deadline))
    }

    /// The reason of a failure: the deadline, if another attempt has taken the permit back and closed the
    /// connection.
    pub(super) fn actual_failure(&self, failure: Failure) -> Failure {
        let held = self.permit.as_ref().is_some_and(Permit::is_held);
        if held { failure } else { TIMED_OUT }
    }

    /// Whether its last request was sent whole: a response that came early leaves the rest of it in the
    /// way of the next one.
    fn is_reusable(&self) -> bool {
        let unsent = self.unsent.as_ref().map_or(0, Unsent::bytes);
        unsent == 0 && !self.wire.is_stalled()
    }

    /// Takes what the head of a response that has just come announces. A server may say it once only, and
    /// counts from when it has written the response, which may be read much later.
    pub(super) fn apply_keep_alive(&mut self, headers: &HeaderMap) {
        let announced = keep_alive::timeout(headers);
        let announced = announced.map(|timeout| timeout.saturating_sub(KEEP_ALIVE_MARGIN));
        self.server_timeout = self.server_timeout.into_iter().chain(announced).min();
        let now = Instant::now();
        self.closes_at = self
            .server_timeout
            .and_then(|timeout| now.checked_add(timeout));
    }
}

/// Closes the connection before its permit is released, without its task: nobody may be driving that any
/// longer. An exchange that is given up may have left a request half written, to which nothing is added.
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
    /// Drops what has been idle for too long.
    fn expire(&mut self) {
        let now = Instant::now();
        self.connections.retain(|(closes_at, _)| *closes_at > now);
    }

    fn reaper(&mut self, runtime: runtime::Id) -> Option<&mut Reaper> {
        self.reapers
            .iter_mut()
            .find(|reaper| reaper.runtime == runtime)
    }

    /// Closes what has been idle for too long. Says when the reaper of this runtime is to look again; removes
    /// the reaper if nothing is left.
    fn close_expired(&mut self, runtime: runtime::Id) -> Option<Instant> {
        self.expire();
        let next = self
            .connections
            .iter()
            .map(|(closes_at, _)| *closes_at)
            .min();
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

/// Closes connections as they have been idle for long enough; ends when none is left, or when the
/// pool is gone.
async fn reap(idle: Weak<Mutex<Idle>>, wake: Arc<Notify>, runtime: runtime::Id) {
    while let Some(next) = idle
        .upgrade()
        .and_then(|idle| lock(&idle).close_expired(runtime))
    {
        let _ = timeout_at(next, wake.notified()).await;
    }
}

/// A failure of the proxy is told apart from one of the host, or of TLS with it.
fn connect_failure(error: Source) -> Failure {
    match error.downcast::<ProxyFailure>() {
        Ok(failure) => (TransportErrorKind::Proxy, Some(failure.0)),
        Err(error) => (TransportErrorKind::Connect, Some(error)),
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
