use std::{
    fmt, iter,
    sync::{Arc, Mutex, RwLock, Weak},
    time::Duration,
};

use zeroize::Zeroizing;

use super::{Client, Shared, attempts::Hosts, core::Core};
use crate::{
    base_url::BaseUrl,
    config_error::{ConfigError, ConfigErrorKind},
    download::file_hosts,
    journal::{DynJournal, Journal},
    sign::{Merchant, Scheme},
    transport::{Config, Proxy, Transport},
    verify::{Owner, PlatformCertificates, Verifier},
};

/// The primary host of the mainland.
const BASE_URL: &str = "https://api.mch.weixin.qq.com";

/// The primary host for callers outside of it.
const GLOBAL_URL: &str = "https://apihk.mch.weixin.qq.com";

/// The mainland's backup, in another city (跨城冗灾备用域名).
const BACKUP_URL: &str = "https://api2.mch.weixin.qq.com";

/// The official Go SDK's.
const TIMEOUT: Duration = Duration::from_secs(30);

/// The official Java SDK's.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// The hosts close an idle connection after 8 s (`Keep-Alive: timeout=8`).
const IDLE_TIMEOUT: Duration = Duration::from_secs(7);

const MAX_CONNECTIONS: usize = 64;

const BODY_LIMIT: usize = 16 << 20;

const MAX_RETRIES: u32 = 2;

/// Settings of a [`Client`]; made by [`Client::builder`]. Each has a default that fits production.
#[derive(Clone)]
#[must_use]
pub struct ClientBuilder {
    merchant: Merchant,
    verifier: Verifier,
    base_url: Option<String>,
    backup_url: Option<String>,
    proxy: Option<Zeroizing<String>>,
    roots: Vec<Vec<u8>>,
    timeout: Duration,
    connect_timeout: Duration,
    idle_timeout: Duration,
    max_connections: usize,
    body_limit: usize,
    global: bool,
    max_retries: u32,
    earlier: Vec<Merchant>,
    journal: Option<Arc<dyn DynJournal>>,
}

impl ClientBuilder {
    pub(super) fn new(merchant: Merchant, verifier: Verifier) -> Self {
        Self {
            merchant,
            verifier,
            base_url: None,
            backup_url: None,
            proxy: None,
            roots: Vec::new(),
            timeout: TIMEOUT,
            connect_timeout: CONNECT_TIMEOUT,
            idle_timeout: IDLE_TIMEOUT,
            max_connections: MAX_CONNECTIONS,
            body_limit: BODY_LIMIT,
            global: false,
            max_retries: MAX_RETRIES,
            earlier: Vec::new(),
            journal: None,
        }
    }

    /// Where requests go: `https://host[:port]`, or `http://` to the loopback interface. Default:
    /// `https://api.mch.weixin.qq.com`.
    ///
    /// A path prefix, as in `https://gw.example.com/wxpay`, is of a reverse proxy that takes it off: it is sent,
    /// and it is not signed. A host of WeChat Pay has none.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Where a request goes that was provably not sent to the base URL; of the same form. Default:
    /// `https://api2.mch.weixin.qq.com`, and none where [`base_url`](Self::base_url) is set.
    pub fn backup_url(mut self, url: impl Into<String>) -> Self {
        self.backup_url = Some(url.into());
        self
    }

    /// Connects through an HTTP proxy: `http://[user:password@]host[:port]`, user and password
    /// percent-encoded, port 80 if there is none. Default: no proxy, whatever the environment says.
    ///
    /// The proxy is asked to `CONNECT`, with `Basic` credentials, and sees the names of hosts alone:
    /// TLS is between the client and WeChat Pay. A base URL of `http`, to the loopback interface, is
    /// connected to without it. Where the proxy is down or refuses, nothing was sent:
    /// [`TransportErrorKind::Proxy`](crate::error::TransportErrorKind::Proxy).
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy = Some(Zeroizing::new(url.into()));
        self
    }

    /// Trusts further root certificates for TLS (PEM text), beside the system's. They have no part
    /// in the verification of responses.
    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.roots.push(pem.into());
        self
    }

    /// How long a call may take in all, the wait for a connection included. Default: 30 s. For one
    /// call: [`Client::with_timeout`].
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How long name resolution, TCP, the proxy and TLS may take together. Default: 10 s.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How long a connection may be idle before it is closed; zero keeps none. Default: 7 s, since WeChat
    /// Pay closes it after 8 s.
    ///
    /// A response that announces less (`Keep-Alive: timeout=2`) is obeyed for the rest of its connection,
    /// from the head of each response on and with a margin of one second: a request on a connection that is
    /// closing has an unknown outcome.
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.idle_timeout = timeout;
        self
    }

    /// How many connections to one host may be open at once for calls, idle ones included; further calls
    /// wait for one, in order. Default: 64; at least 1.
    ///
    /// A call holds its permit until it ends or times out. If nobody drives the runtime of a call any longer,
    /// other calls close its connection after its timeout and take its permit.
    ///
    /// Downloads have as many permits of their own, each from its first byte until its file is read or
    /// dropped: files that nobody reads stop other downloads, and never a call. If a reader waits for more of
    /// its file and nobody drives its runtime any longer, other downloads take its permit after the timeout.
    pub fn max_connections(mut self, connections: usize) -> Self {
        self.max_connections = connections.max(1);
        self
    }

    /// The largest body of a response that is read, in bytes; the memory for it is at most twice as much,
    /// in whatever chunks it comes. Default: 16 MiB. Files have no limit, since they are not held in memory.
    ///
    /// A response with a head of more than 64 KiB, or with more than 100 headers, is refused.
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// How often a request is sent again whose outcome is unknown, if it is a GET or its operation is
    /// declared `idempotent`: the same bytes, signed anew, after a pause (0.1 to 0.2 s before the first,
    /// twice as long before each further one) and within the timeout. Default: 2.
    ///
    /// Sent again are requests whose connection broke, whose response is 202 or 5xx, or a signature probe
    /// (签名探测流量). What was provably not sent is sent on the backup host, whatever it is.
    pub fn max_retries(mut self, times: u32) -> Self {
        self.max_retries = times;
        self
    }

    /// Calls operations of the global hosts (境外), and those alone: an operation declared `global` goes
    /// by no other client. The default URLs are then `https://apihk.mch.weixin.qq.com`, and
    /// `https://api.mch.weixin.qq.com` as the backup.
    pub fn global(mut self) -> Self {
        self.global = true;
        self
    }

    /// The same merchant with a certificate and key that it used before: sensitive fields of responses that are
    /// encrypted for it are decrypted, and requests that were frozen under it repeated. See
    /// [`Client::renew`] for a change while the client runs.
    pub fn earlier_merchant(mut self, merchant: Merchant) -> Self {
        self.earlier.push(merchant);
        self
    }

    /// Tells every request that is not a GET to a journal, before its first byte is written.
    pub fn journal(mut self, journal: impl Journal) -> Self {
        self.journal = Some(Arc::new(journal));
        self
    }

    /// The client. No network call is made.
    ///
    /// # Errors
    ///
    /// [`ConfigError`] for a URL, root certificates or an OpenSSL that cannot be used, for a verifier of
    /// several merchants, and for [`PlatformCertificates`](crate::PlatformCertificates) of another merchant.
    pub fn build(self) -> Result<Client, ConfigError> {
        self.verifier.check_one_merchant()?;
        let mut hosts = vec![self.parsed_base_url()?];
        hosts.extend(self.parsed_backup_url()?);
        let call_hosts = Hosts::new(hosts.len());
        hosts.extend(file_hosts());
        let config = Config {
            hosts,
            proxy: self.parsed_proxy()?,
            roots: self.roots,
            connect_timeout: self.connect_timeout,
            idle_timeout: self.idle_timeout,
            max_connections: self.max_connections,
            body_limit: self.body_limit,
        };
        let scheme = self.merchant.scheme();
        if scheme == Scheme::Brand && self.verifier.downloaded().is_some() {
            return Err(ConfigErrorKind::BrandCertificates.into());
        }
        if !self.earlier.iter().all(|it| it.is_same(&self.merchant)) {
            return Err(ConfigErrorKind::OtherMerchant.into());
        }
        let transport = Transport::new(&config)?;
        let owner = || Owner {
            id: Arc::clone(self.merchant.id()),
            scheme,
        };
        PlatformCertificates::claim(self.verifier.downloaded().map(|it| (it, owner())))?;
        let core = Core {
            verifier: self.verifier.with_scheme(scheme),
            merchants: RwLock::new(iter::once(self.merchant).chain(self.earlier).collect()),
            call_hosts,
            transport,
            hosts: config.hosts,
            global: self.global,
            max_retries: self.max_retries,
        };
        let shared = Arc::new(Shared {
            core: Arc::new(core),
            journal: self.journal,
            tasks: Mutex::default(),
        });
        if let Some(certificates) = shared.core.verifier.downloaded() {
            let downloader: Weak<Shared> = Arc::downgrade(&shared);
            certificates.attach(downloader);
        }
        Ok(Client {
            shared,
            timeout: self.timeout,
        })
    }

    fn parsed_base_url(&self) -> Result<BaseUrl, ConfigError> {
        let default = if self.global { GLOBAL_URL } else { BASE_URL };
        BaseUrl::parse(self.base_url.as_deref().unwrap_or(default))
            .map_err(|problem| ConfigErrorKind::BaseUrl { problem }.into())
    }

    fn parsed_backup_url(&self) -> Result<Option<BaseUrl>, ConfigError> {
        let default = if self.global { BASE_URL } else { BACKUP_URL };
        let default = self.base_url.is_none().then_some(default);
        let url = self.backup_url.as_deref().or(default);
        url.map(BaseUrl::parse)
            .transpose()
            .map_err(|problem| ConfigErrorKind::BackupUrl { problem }.into())
    }

    fn parsed_proxy(&self) -> Result<Option<Proxy>, ConfigError> {
        let proxy = self
            .proxy
            .as_deref()
            .map(|url| Proxy::parse(url))
            .transpose();
        proxy.map_err(|problem| ConfigErrorKind::Proxy { problem }.into())
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("merchant", &self.merchant)
            .field("verifier", &self.verifier)
            // A URL that is refused may hold a password, and shows why it is refused.
            .field("base_url", &self.parsed_base_url())
            .field("backup_url", &self.parsed_backup_url())
            .field("proxy", &self.parsed_proxy())
            .field("timeout", &self.timeout)
            .field("connect_timeout", &self.connect_timeout)
            .field("idle_timeout", &self.idle_timeout)
            .field("max_connections", &self.max_connections)
            .field("body_limit", &self.body_limit)
            .finish_non_exhaustive()
    }
}
