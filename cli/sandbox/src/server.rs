//! Serves the requests of one connection: reads and checks each, gives it to the book, and sends the response.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicI32, AtomicU32, Ordering},
    },
    time::Duration,
};

use hyper::{
    Request, Response,
    body::{Body as _, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    sync::{Semaphore, SemaphorePermit},
    time::timeout,
};
use wechatpay_client::gateway::{
    ReceivedRequest,
    sandbox::{Handler, ScriptedBody},
};

use crate::{
    book::{Book, BookError},
    clock::Time,
    control::{self, guard},
    delivery::Delivery,
    fault::Faults,
    page, refusal,
    request_log::RequestLog,
    stall::Stall,
    store::{Change, Store, StoreError},
};

/// The idle time after which the sandbox closes a connection, as the real hosts do.
const KEEP_ALIVE: Duration = Duration::from_secs(8);

/// The largest head of a request that is read, in bytes.
const HEAD_LIMIT: usize = 64 << 10;

/// The time in which the body of a request must arrive.
const BODY_TIME: Duration = Duration::from_secs(60);

/// The time after which a connection ends whose other end does not read.
const STALL_TIME: Duration = Duration::from_secs(60);

/// The largest body, in bytes, of which each connection may hold one.
const SMALL_BODY: u64 = 64 << 10;

/// The number of larger bodies, such as uploads, that are in memory at once. Others wait.
const LARGE_BODIES: usize = 4;

/// The name of the setting of the clock.
const AHEAD: &str = "clock_ahead";

/// Everything that the connections share.
pub(crate) struct Server {
    pub(crate) handler: Handler,
    pub(crate) store: Store,
    pub(crate) book: Book,
    pub(crate) delivery: Delivery,
    pub(crate) faults: Faults,
    pub(crate) requests: RequestLog,
    /// The factor by which the delays between the attempts of a notification are divided.
    speed: AtomicU32,
    /// The clock of the sandbox minus that of the machine, in seconds. Orders and notifications follow the clock of the
    /// sandbox. Signatures have the time of the machine, which the programs of the merchant compare.
    ahead: AtomicI32,
    large_bodies: Semaphore,
}

/// The settings of HTTP on all ports.
pub(crate) fn http1() -> http1::Builder {
    let mut http1 = http1::Builder::new();
    http1
        .timer(TokioTimer::new())
        .max_buf_size(HEAD_LIMIT)
        .header_read_timeout(KEEP_ALIVE);
    http1
}

impl Server {
    pub(crate) fn new(handler: Handler, store: Store, book: Book, delivery: Delivery) -> Self {
        Self {
            handler,
            store,
            book,
            delivery,
            faults: Faults::default(),
            requests: RequestLog::default(),
            speed: AtomicU32::new(1),
            ahead: AtomicI32::new(0),
            large_bodies: Semaphore::new(LARGE_BODIES),
        }
    }

    /// Sets the clock that was kept.
    pub(crate) async fn load_clock(&self) -> Result<(), StoreError> {
        let ahead = ahead(&mut self.store.begin().await?).await?;
        self.ahead.store(ahead, Ordering::Relaxed);
        Ok(())
    }

    /// Sets the clock forward, keeps that, and makes the changes that are due then.
    pub(crate) async fn forward(&self, seconds: u32) -> Result<(), BookError> {
        let mut change = self.store.begin().await?;
        // Two requests at once wait for each other here, so both count.
        let ahead = ahead(&mut change).await?;
        let ahead = ahead.checked_add_unsigned(seconds);
        let ahead = ahead.ok_or(refusal::END_OF_TIME)?;
        change.set(AHEAD, &ahead.to_string()).await?;
        change.commit().await?;
        self.ahead.fetch_max(ahead, Ordering::Relaxed);
        self.make_due_changes().await
    }

    /// The factor by which the delays between the attempts of a notification are divided.
    pub(crate) fn speed(&self) -> u32 {
        self.speed.load(Ordering::Relaxed)
    }

    /// Sets the factor, for the attempts that are not scheduled yet.
    pub(crate) fn set_speed(&self, speed: u32) {
        self.speed.store(speed, Ordering::Relaxed);
    }

    /// Serves a connection until it ends. A broken connection is ignored: the client reports it.
    pub(crate) async fn serve(
        self: Arc<Self>,
        scheme: &'static str,
        stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    ) {
        let service = service_fn(|request| self.respond(scheme, request));
        let stream = TokioIo::new(Stall::new(stream, STALL_TIME));
        drop(http1().serve_connection(stream, service).await);
    }

    /// Responds to one request. An error closes the connection without a response.
    async fn respond(
        &self,
        scheme: &'static str,
        request: Request<Incoming>,
    ) -> io::Result<Response<ScriptedBody>> {
        // Other machines reach none of the ports.
        let path = request.uri().path();
        if scheme == "http" && (path.starts_with(control::PREFIX) || page::has(path)) {
            return self.respond_to_user(request).await;
        }
        let operation = (request.method().as_str(), request.uri().path());
        let mut pending = self.requests.begin(self.now(), scheme, operation);
        let response = self.exchange(scheme, request, &mut pending).await?;
        pending.note_sent(&response);
        Ok(response)
    }

    /// Responds to the user of the sandbox.
    async fn respond_to_user(
        &self,
        request: Request<Incoming>,
    ) -> io::Result<Response<ScriptedBody>> {
        let (read, _memory) = self.read("http", request).await?;
        let Some(request) = read else {
            return self.handler.too_large();
        };
        if page::has(request.path()) {
            return match guard::check(&request) {
                Ok(()) => self.page(&request).await,
                Err(refusal) => self.handler.send(&request, &refusal.unsigned()).await,
            };
        }
        let response = self.control(&request).await;
        self.handler.send(&request, &response).await
    }

    /// Reads a request, after others if its body may be large. `None` if the body is larger than the limit. The permit
    /// is for the memory of the body.
    pub(crate) async fn read(
        &self,
        scheme: &str,
        request: Request<Incoming>,
    ) -> io::Result<(Option<ReceivedRequest>, Option<SemaphorePermit<'_>>)> {
        let size = request.body().size_hint().upper();
        let read = async {
            let permit = match size.is_some_and(|size| size <= SMALL_BODY) {
                true => None,
                false => self.large_bodies.acquire().await.ok(),
            };
            Ok((Handler::read(scheme, request).await?, permit))
        };
        timeout(BODY_TIME, read).await?
    }

    pub(crate) fn now(&self) -> Time {
        Time::now(self.ahead.load(Ordering::Relaxed))
    }
}

/// The clock of the sandbox minus that of the machine, as it was kept.
async fn ahead(change: &mut Change) -> Result<i32, StoreError> {
    let kept = change.setting(AHEAD).await?;
    Ok(kept.and_then(|kept| kept.parse().ok()).unwrap_or(0))
}
