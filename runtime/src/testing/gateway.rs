use std::{
    collections::{HashMap, VecDeque},
    fmt, io,
    net::{Ipv4Addr, SocketAddr},
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use http_body_util::BodyExt;
use hyper::{Request, Response, body::Incoming, server::conn::http1, service::service_fn};
use hyper_openssl::SslStream;
use hyper_util::rt::{TokioIo, TokioTimer};
use openssl::ssl::Ssl;
use tokio::{
    net::{TcpListener, TcpStream},
    task::{JoinHandle, JoinSet},
    time::sleep,
};

use super::{
    answer::{AnswerBody, answer},
    authorize,
    keys::Keys,
    received::ReceivedRequest,
    reply::{Fault, Reply},
    upload,
};
use crate::{
    client::{Client, ClientBuilder, unix_now},
    sign::Merchant,
    verify::{PlatformCertificate, Verifier, WechatPayPublicKey},
};

/// The real hosts close an idle connection after this long.
const KEEP_ALIVE: Duration = Duration::from_secs(8);

/// WeChat Pay on `127.0.0.1`, over TLS, with keys and an authority of its own.
///
/// It serves the one merchant that [`merchant`](Self::merchant) is, checks each request's signature
/// and answers 401 `SIGN_ERROR`, unsigned, where it is wrong; an upload whose file is not the one that
/// its meta states is 400 `PARAM_ERROR`. An operation answers what
/// [`reply`](Self::reply) set for it, signed with the key that the request asks for; one that
/// nothing is set for answers 404 `NOT_FOUND`. It stops when dropped.
///
/// ```
/// # use wechatpay_client::{Result, testing::{Gateway, Reply}, wechatpay_api};
/// # use serde_json::{Value, json};
/// #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}")]
/// trait QueryOrder {
///     async fn by_id(&self, transaction_id: &str, #[query] mchid: &str) -> Result<Value>;
/// }
///
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let gateway = Gateway::start().await?;
/// gateway.reply(
///     "GET",
///     "/v3/pay/transactions/id/{transaction_id}",
///     Reply::ok(json!({ "trade_state": "SUCCESS" })),
/// );
/// let client = gateway.client().build()?;
/// let order = client.by_id("1217752501201407033233368018", gateway.merchant().mchid()).await?;
/// assert_eq!(order["trade_state"], "SUCCESS");
/// # Ok(()) }
/// ```
pub struct Gateway {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: JoinHandle<()>,
}

struct Shared {
    keys: &'static Keys,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// By method and path template.
    operations: HashMap<(String, String), Operation>,
    requests: Vec<ReceivedRequest>,
    connections: Connections,
}

/// How many connections were accepted, are open, and were open at once.
#[derive(Default)]
struct Connections {
    accepted: usize,
    open: usize,
    peak: usize,
}

#[derive(Default)]
struct Operation {
    once: VecDeque<Reply>,
    always: Always,
}

#[derive(Clone, Default)]
enum Always {
    #[default]
    Nothing,
    Fixed(Reply),
    Made(Arc<dyn Fn(&ReceivedRequest) -> Reply + Send + Sync>),
}

impl Gateway {
    /// Starts on a free port, on the current tokio runtime.
    ///
    /// # Errors
    ///
    /// No port can be had, or OpenSSL makes no keys.
    pub async fn start() -> io::Result<Self> {
        let keys = Keys::get()?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            keys,
            state: Mutex::default(),
        });
        let accepting = tokio::spawn(accept(listener, Arc::clone(&shared)));
        Ok(Self {
            address,
            shared,
            accepting,
        })
    }

    /// Its base URL: `https://127.0.0.1:port`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("https://{}", self.address)
    }

    /// The certificate of the authority that its TLS certificate is of, in PEM.
    #[must_use]
    pub fn root_certificate(&self) -> &[u8] {
        &self.shared.keys.ca_pem
    }

    /// The merchant that it knows, with a key that was made for this process.
    #[must_use]
    pub fn merchant(&self) -> Merchant {
        self.shared.keys.merchant.clone()
    }

    /// Its WeChat Pay public key (微信支付公钥).
    #[must_use]
    pub fn public_key(&self) -> WechatPayPublicKey {
        self.shared.keys.public_key.clone()
    }

    /// Its platform certificate (微信支付平台证书): what it signs with where a request names no key.
    #[must_use]
    pub fn platform_certificate(&self) -> PlatformCertificate {
        self.shared.keys.platform_certificate.clone()
    }

    pub(super) fn keys(&self) -> &Keys {
        self.shared.keys
    }

    /// A client of it, in public-key mode, yet to be built.
    pub fn client(&self) -> ClientBuilder {
        self.client_of(self.merchant(), Verifier::new(self.public_key()))
    }

    /// A client of it with another merchant or verifier, yet to be built.
    pub fn client_of(&self, merchant: Merchant, verifier: Verifier) -> ClientBuilder {
        Client::builder(merchant, verifier)
            .base_url(self.base_url())
            .root_certificates(self.root_certificate())
    }

    /// Sets what an operation answers from now on. `path` is the template, as declared.
    pub fn reply(&self, method: &str, path: &str, reply: Reply) {
        let mut state = self.shared.state();
        state.operation(method, path).always = Always::Fixed(reply);
    }

    /// Sets how an operation's answers are made from now on.
    pub fn reply_with(
        &self,
        method: &str,
        path: &str,
        responder: impl Fn(&ReceivedRequest) -> Reply + Send + Sync + 'static,
    ) {
        let mut state = self.shared.state();
        state.operation(method, path).always = Always::Made(Arc::new(responder));
    }

    /// Puts an answer in line: the operation gives each of them once, in order, before what
    /// [`reply`](Self::reply) set.
    pub fn reply_once(&self, method: &str, path: &str, reply: Reply) {
        let mut state = self.shared.state();
        state.operation(method, path).once.push_back(reply);
    }

    /// All requests that were read, in the order of their coming, those that were refused included.
    #[must_use]
    pub fn requests(&self) -> Vec<ReceivedRequest> {
        self.shared.state().requests.clone()
    }

    /// How many connections were accepted since the start.
    #[must_use]
    pub fn accepted_connections(&self) -> usize {
        self.shared.state().connections.accepted
    }

    /// How many connections were open at once, at most.
    #[must_use]
    pub fn peak_connections(&self) -> usize {
        self.shared.state().connections.peak
    }

    /// How many connections are open now.
    #[must_use]
    pub fn open_connections(&self) -> usize {
        self.shared.state().connections.open
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

impl fmt::Debug for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gateway")
            .field("base_url", &self.base_url())
            .finish_non_exhaustive()
    }
}

/// Until aborted; the connections end with it.
async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => drop(connections.spawn(serve(stream, Arc::clone(&shared)))),
            // Out of file descriptors: others must close first.
            Err(_) => sleep(Duration::from_millis(10)).await,
        }
        while connections.try_join_next().is_some() {}
    }
}

/// One connection. A failed handshake, or a connection that breaks, is the client's to notice.
async fn serve(stream: TcpStream, shared: Arc<Shared>) {
    let _open = Open::count(&shared);
    let _ = stream.set_nodelay(true);
    let Some(mut stream) = Ssl::new(shared.keys.acceptor.context())
        .and_then(|ssl| SslStream::new(ssl, TokioIo::new(stream)))
        .ok()
    else {
        return;
    };
    let accepted = Pin::new(&mut stream).accept().await.is_ok();
    // Who offers HTTP/2 has to speak it; this gateway does not.
    if accepted && stream.ssl().selected_alpn_protocol() == Some(b"http/1.1") {
        let service = service_fn(|request| respond(&shared, request));
        let served = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(KEEP_ALIVE)
            .serve_connection(stream, service);
        drop(served.await);
    }
}

/// An error closes the connection without an answer.
async fn respond(shared: &Shared, request: Request<Incoming>) -> io::Result<Response<AnswerBody>> {
    let closed = || io::Error::from(io::ErrorKind::ConnectionAborted);
    let (head, body) = request.into_parts();
    if shared
        .state()
        .drops_unread(head.method.as_str(), head.uri.path())
    {
        return Err(closed());
    }
    let body = body.collect().await.map_err(io::Error::other)?.to_bytes();
    let mut request = ReceivedRequest::new(head, body);
    let reply = match authorize::check(shared.keys, &request, unix_now()) {
        Ok(()) => {
            request.authorize();
            shared.reply(&request)
        }
        Err(refusal) => refusal,
    };
    shared.state().requests.push(request.clone());
    sleep(reply.delay).await;
    if matches!(
        reply.fault,
        Some(Fault::DropBeforeRead | Fault::DropAfterRead)
    ) {
        return Err(closed());
    }
    let serial = request.header("wechatpay-serial");
    answer(shared.keys, serial, &reply, unix_now()).ok_or_else(closed)
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The reply to a request that is signed.
    fn reply(&self, request: &ReceivedRequest) -> Reply {
        if let Err(refusal) = upload::check(request) {
            return refusal;
        }
        let always = self.state().next_reply(request.method(), request.path());
        // Made without the lock: a responder may ask the gateway.
        always.reply(request)
    }
}

impl State {
    fn operation(&mut self, method: &str, path: &str) -> &mut Operation {
        let key = (method.to_owned(), path.to_owned());
        self.operations.entry(key).or_default()
    }

    /// The operation whose template is this path, or else matches it.
    fn find(&mut self, method: &str, path: &str) -> Option<&mut Operation> {
        let fits = |template: &str| {
            template.split('/').count() == path.split('/').count()
                && template
                    .split('/')
                    .zip(path.split('/'))
                    .all(|(expected, found)| expected == found || expected.starts_with('{'))
        };
        let mut found: Vec<_> = self
            .operations
            .iter_mut()
            .filter(|((m, template), _)| m == method && fits(template))
            .collect();
        // The one with the fewest placeholders is the most exact.
        found.sort_by_key(|((_, template), _)| template.matches('{').count());
        found.into_iter().next().map(|(_, operation)| operation)
    }

    /// Whether the next reply is to close the connection before the request is read.
    fn drops_unread(&mut self, method: &str, path: &str) -> bool {
        let drops = |reply: &Reply| reply.fault == Some(Fault::DropBeforeRead);
        let Some(operation) = self.find(method, path) else {
            return false;
        };
        match (operation.once.front(), &operation.always) {
            (Some(next), _) if drops(next) => operation.once.pop_front().is_some(),
            (Some(_), _) => false,
            (None, Always::Fixed(reply)) => drops(reply),
            (None, _) => false,
        }
    }

    fn next_reply(&mut self, method: &str, path: &str) -> Always {
        let Some(operation) = self.find(method, path) else {
            return Always::Nothing;
        };
        match operation.once.pop_front() {
            Some(reply) => Always::Fixed(reply),
            None => operation.always.clone(),
        }
    }
}

impl Always {
    fn reply(self, request: &ReceivedRequest) -> Reply {
        match self {
            Self::Nothing => Reply::error(404, "NOT_FOUND", "no reply is set for this operation"),
            Self::Fixed(reply) => reply,
            Self::Made(responder) => responder(request),
        }
    }
}

/// A connection as it is counted.
struct Open(Arc<Shared>);

impl Open {
    fn count(shared: &Arc<Shared>) -> Self {
        let connections = &mut shared.state().connections;
        connections.accepted += 1;
        connections.open += 1;
        connections.peak = connections.peak.max(connections.open);
        Self(Arc::clone(shared))
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.state().connections.open -= 1;
    }
}
