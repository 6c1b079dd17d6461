//! A running sandbox: its ports, and the events that a user of the merchant causes.

use std::{
    error::Error,
    fmt, io,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinSet,
    time::sleep,
};
use wechatpay_client::gateway::{GatewayMerchant, sandbox::Handler};

use crate::{
    book::{Book, BookError},
    delivery::{Delivery, NotificationTarget},
    environment,
    fault::{FaultError, FaultRule},
    folder::{self, Folder, Role},
    folder_error::FolderError,
    notification::FASTEST,
    proxy,
    server::Server,
    store::{Store, StoreError},
    tls::Tls,
    worker,
};

/// The most connections to a port. Further ones wait for one of these to end.
const CONNECTIONS: usize = 256;

/// The settings of a sandbox.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Settings {
    /// The folder of keys and state.
    pub folder: PathBuf,
    /// The port of plain HTTP. 0 takes a free port, here as below.
    pub http_port: u16,
    /// The port of HTTPS.
    pub https_port: u16,
    /// The port of the proxy for programs in which the hosts of WeChat Pay are fixed.
    pub proxy_port: u16,
    /// The server that gets all notifications, whatever their URLs.
    pub notify_to: Option<NotificationTarget>,
    /// The factor, from 1 to 86,400, by which the delays between the attempts of a notification are divided.
    pub notify_speed: u32,
    /// The faults of the start, at most 100. More can be added while the sandbox runs.
    pub faults: Vec<FaultRule>,
}

/// A running sandbox. It stops when it is dropped.
pub struct Sandbox {
    folder: Folder,
    server: Arc<Server>,
    addresses: Addresses,
    /// Stops when it is dropped.
    _accepting: JoinSet<()>,
}

/// The addresses of a sandbox, all on the loopback interface.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Addresses {
    /// Plain HTTP.
    pub http: SocketAddr,
    /// HTTPS.
    pub https: SocketAddr,
    /// The proxy.
    pub proxy: SocketAddr,
}

/// A sandbox that cannot start.
#[derive(Debug)]
#[non_exhaustive]
pub enum SandboxError {
    /// The folder cannot be used.
    Folder(FolderError),
    /// The state cannot be used.
    Store(StoreError),
    /// A port cannot be opened.
    Port {
        /// The number of the port.
        port: u16,
        /// The reason.
        source: io::Error,
    },
    /// OpenSSL refuses the certificate for TLS.
    Tls(openssl::error::ErrorStack),
    /// The settings have too many faults.
    Fault(FaultError),
}

impl Settings {
    /// The settings with this folder and the usual ports.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            http_port: 9_080,
            https_port: 9_443,
            proxy_port: 9_081,
            notify_to: None,
            notify_speed: 1,
            faults: Vec::new(),
        }
    }
}

impl Sandbox {
    /// Opens the folder and the ports, and serves them on the current tokio runtime.
    ///
    /// # Errors
    ///
    /// The folder, the state or a port cannot be used.
    pub async fn start(settings: &Settings) -> Result<Self, SandboxError> {
        let (folder, store) = open(&settings.folder).await?;
        let tls = Tls::new(&folder.tls_certificate, &folder.tls_key).map_err(SandboxError::Tls)?;
        let http = bind(settings.http_port).await?;
        let https = bind(settings.https_port).await?;
        let proxy = bind(settings.proxy_port).await?;
        let handler = handler(&folder);
        let book = Book::new(store.clone(), handler.clone(), merchants(&folder));
        let delivery = Delivery::new(settings.notify_to.clone()).map_err(SandboxError::Tls)?;
        let server = Arc::new(Server::new(handler, store, book, delivery));
        server.load_clock().await.map_err(SandboxError::Store)?;
        server.set_speed(settings.notify_speed.clamp(1, FASTEST));
        for rule in &settings.faults {
            let added = server.faults.add(rule.clone());
            added.map_err(SandboxError::Fault)?;
        }
        let addresses = Addresses {
            http: http.1,
            https: https.1,
            proxy: proxy.1,
        };
        environment::write(&folder, addresses).map_err(SandboxError::Folder)?;
        server.store.forget_loss();
        let mut accepting = JoinSet::new();
        accepting.spawn(worker::run(Arc::clone(&server)));
        let plain = Arc::clone(&server);
        accepting.spawn(accept(http.0, move |stream| {
            Arc::clone(&plain).serve("http", stream)
        }));
        let (encrypted, acceptor) = (Arc::clone(&server), tls.clone());
        accepting.spawn(accept(https.0, move |stream| {
            let (server, tls) = (Arc::clone(&encrypted), acceptor.clone());
            async move {
                if let Some(stream) = tls.accept(stream).await {
                    server.serve("https", stream).await;
                }
            }
        }));
        let proxied = Arc::clone(&server);
        accepting.spawn(accept(proxy.0, move |stream| {
            proxy::serve(stream, tls.clone(), Arc::clone(&proxied))
        }));
        Ok(Self {
            folder,
            server,
            addresses,
            _accepting: accepting,
        })
    }

    /// Pays an order of a merchant or service provider, as its user does.
    ///
    /// # Errors
    ///
    /// There is no such order, the order is paid or closed, or the state cannot be changed.
    pub async fn pay(&self, mchid: &str, out_trade_no: &str) -> Result<(), BookError> {
        let now = self.server.now();
        self.server.book.pay(mchid, out_trade_no, now).await
    }

    /// Sets the clock forward, past the ends of orders and the delays of notifications. What is due then has happened when
    /// the call returns, except that notifications are on their way.
    ///
    /// # Errors
    ///
    /// The clock would be more than 68 years ahead, or the state cannot be changed.
    pub async fn forward(&self, seconds: u32) -> Result<(), BookError> {
        self.server.forward(seconds).await
    }

    /// Adds a fault. [`Settings::faults`] adds faults at the start.
    ///
    /// # Errors
    ///
    /// 100 faults are active.
    pub fn add_fault(&self, rule: FaultRule) -> Result<(), FaultError> {
        self.server.faults.add(rule).map(drop)
    }

    /// Removes all faults.
    pub fn clear_faults(&self) {
        self.server.faults.clear();
    }

    /// Watches the problem that keeps the sandbox from reading or writing its state, such as a full disk. Requests get
    /// `SYSTEM_ERROR` meanwhile. `None` if there is no problem.
    #[must_use]
    pub fn problems(&self) -> watch::Receiver<Option<StoreError>> {
        self.server.store.problems()
    }

    /// The folder.
    #[must_use]
    pub const fn folder(&self) -> &Folder {
        &self.folder
    }

    /// The addresses.
    #[must_use]
    pub const fn addresses(&self) -> Addresses {
        self.addresses
    }
}

/// Opens the folder and its state. The state comes first, because only one sandbox at a time can hold it.
async fn open(path: &Path) -> Result<(Folder, Store), SandboxError> {
    let path = folder::create(path).map_err(SandboxError::Folder)?;
    let store = Store::open(&folder::state(&path)).await;
    let store = store.map_err(SandboxError::Store)?;
    let lost = store.lost();
    let lost = lost.and_then(|lost| folder::lost_state(&path, lost));
    folder::remove_unfinished(&path).map_err(SandboxError::Folder)?;
    let folder = Folder::open(&path).map_err(SandboxError::Folder)?;
    Ok((folder.with_lost_state(lost), store))
}

/// The accounts that get notifications of the book.
fn merchants(folder: &Folder) -> Vec<GatewayMerchant> {
    let merchants = folder
        .accounts()
        .filter(|account| account.role != Role::Brand);
    merchants.map(|account| account.keys.clone()).collect()
}

fn handler(folder: &Folder) -> Handler {
    let merchants = folder.accounts().map(|account| account.keys.clone());
    let (direct, platform) = (folder.direct().keys.clone(), folder.platform.clone());
    let operations = wechatpay_endpoints::facts().for_sandbox();
    Handler::for_sandbox(direct, merchants, platform, operations)
}

async fn bind(port: u16) -> Result<(TcpListener, SocketAddr), SandboxError> {
    let port_error = |source| SandboxError::Port { port, source };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .await
        .map_err(port_error)?;
    let address = listener.local_addr().map_err(port_error)?;
    Ok((listener, address))
}

/// Accepts connections until the task is aborted, which ends all connections too.
async fn accept<F>(listener: TcpListener, serve: impl Fn(TcpStream) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let mut connections = JoinSet::new();
    loop {
        if connections.len() >= CONNECTIONS {
            connections.join_next().await;
        }
        match listener.accept().await {
            Ok((stream, _)) => {
                // A delay of small packets is no fault of the connection.
                let _ = stream.set_nodelay(true);
                connections.spawn(serve(stream));
            }
            // Probably out of file descriptors: other connections must close first.
            Err(_) => sleep(Duration::from_millis(10)).await,
        }
        while connections.try_join_next().is_some() {}
    }
}

impl fmt::Display for SandboxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(error) => error.fmt(f),
            Self::Store(error) => error.fmt(f),
            Self::Port { port, source } if source.kind() == io::ErrorKind::AddrInUse => {
                write!(
                    f,
                    "port {port} is in use: stop the other program, or choose another port"
                )
            }
            Self::Port { port, source } => write!(f, "cannot open port {port}: {source}"),
            Self::Fault(error) => error.fmt(f),
            Self::Tls(error) => write!(f, "cannot use the certificate for TLS: {error}"),
        }
    }
}

impl Error for SandboxError {}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox")
            .field("addresses", &self.addresses)
            .finish_non_exhaustive()
    }
}
