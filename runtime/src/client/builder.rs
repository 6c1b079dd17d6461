//! The settings of a client, and their checks.

use std::{fmt, iter, sync::Arc, time::Duration};

use zeroize::Zeroizing;

use super::{
    Client,
    attempts::Hosts,
    core::Network,
    merchants::{assemble, check_merchants},
};
use crate::{
    base_url::BaseUrl,
    config_error::{ConfigError, ConfigErrorKind},
    download::file_hosts,
    journal::{DynJournal, Journal},
    sign::Merchant,
    transport::{Config, Proxy, Transport},
    verify::Verifier,
};

/// The primary host of the mainland.
const BASE_URL: &str = "https://api.mch.weixin.qq.com";

/// The primary host outside the mainland (境外).
const GLOBAL_URL: &str = "https://apihk.mch.weixin.qq.com";

/// The mainland's backup host, in another city (跨城冗灾备用域名).
const BACKUP_URL: &str = "https://api2.mch.weixin.qq.com";

/// The default of the official Go SDK.
const TIMEOUT: Duration = Duration::from_secs(30);

/// The default of the official Java SDK.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// WeChat Pay closes an idle connection after 8 s (`Keep-Alive: timeout=8`).
const IDLE_TIMEOUT: Duration = Duration::from_secs(7);

const MAX_CONNECTIONS: usize = 64;

const BODY_LIMIT: usize = 16 << 20;

const MAX_RETRIES: u32 = 2;

/// Settings of a [`Client`], made by [`Client::builder`]. Every default fits production.
///
/// ```no_run
/// # use std::time::Duration;
/// # use wechatpay_client::{Client, Merchant, Result, Verifier};
/// # fn client(merchant: Merchant, verifier: Verifier) -> Result<Client> {
/// let client = Client::builder(merchant, verifier)
///     .timeout(Duration::from_secs(10))
///     .max_connections(16)
///     .build()?;
/// # Ok(client) }
/// ```
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

    /// The URL that requests are sent to: `https://host[:port]`, or `http://` on the loopback interface. Default:
    /// `https://api.mch.weixin.qq.com`.
    ///
    /// A path prefix, as in `https://gw.example.com/wxpay`, belongs to a reverse proxy that removes it. The prefix
    /// is sent, but not signed. The hosts of WeChat Pay have no prefix.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// The URL for a request that was provably not sent to the base URL. Default:
    /// `https://api2.mch.weixin.qq.com`; none if [`base_url`](Self::base_url) is set.
    pub fn backup_url(mut self, url: impl Into<String>) -> Self {
        self.backup_url = Some(url.into());
        self
    }

    /// Connects through an HTTP proxy: `http://[user:password@]host[:port]`, with user and password
    /// percent-encoded. The default port is 80. Default: no proxy, and proxy variables of the environment are
    /// ignored.
    ///
    /// The client sends `CONNECT` with `Basic` credentials. TLS runs between the client and WeChat Pay, so the
    /// proxy sees only the names of the hosts. A base URL with `http` on the loopback interface bypasses the
    /// proxy. If the proxy is down or refuses, nothing was sent:
    /// [`TransportErrorKind::Proxy`](crate::error::TransportErrorKind::Proxy).
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy = Some(Zeroizing::new(url.into()));
        self
    }

    /// Trusts further root certificates for TLS (PEM text), in addition to the system's. They do not take part in
    /// the verification of responses.
    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.roots.push(pem.into());
        self
    }

    /// How long a call may take, retries and the wait for a connection included. Default: 30 s. For one call, use
    /// [`Client::with_timeout`].
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How long connecting may take: name resolution, TCP, the proxy and TLS together. Default: 10 s.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How long a connection may be idle before the client closes it. Zero keeps no idle connection. Default: 7 s,
    /// because WeChat Pay closes an idle connection after 8 s.
    ///
    /// A response may announce a shorter time (`Keep-Alive: timeout=2`). The client then closes that connection
    /// one second before the announced time, counted from the head of each response: a request on a connection
    /// that the server is closing has an unknown outcome.
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.idle_timeout = timeout;
        self
    }

    /// How many connections to one host may be open at the same time for calls, idle connections included.
    /// Further calls wait in order. Default: 64; at least 1.
    ///
    /// A call holds its permit until it ends or times out. If the runtime of a call stands still, other calls
    /// close its connection after its timeout and take its permit.
    ///
    /// Downloads have the same number of permits of their own. A download holds its permit until its file is
    /// read or dropped, so files that nobody reads delay other downloads, but never a call. If a reader waits for
    /// data and its runtime stands still, other downloads take its permit after the timeout.
    pub fn max_connections(mut self, connections: usize) -> Self {
        self.max_connections = connections.max(1);
        self
    }

    /// The largest response body that the client reads, in bytes. The memory for a body is at most twice its
    /// size. Default: 16 MiB. Downloads have no limit, because they are not held in memory.
    ///
    /// The client refuses a response whose head is larger than 64 KiB or has more than 100 headers.
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// How often the client retries a GET, or an operation that is declared `idempotent`, if the outcome is
    /// unknown. A retry sends the same bytes with a new signature, within the timeout of the call. The first
    /// delay is 0.1 to 0.2 s and doubles with each retry. Default: 2.
    ///
    /// Reasons for a retry: the connection broke, the response is 202 or 5xx, or the response is a signature probe
    /// (签名探测流量). A request that was provably not sent goes to the backup host, whatever its method; this
    /// does not count as a retry.
    pub fn max_retries(mut self, times: u32) -> Self {
        self.max_retries = times;
        self
    }

    /// Calls the operations of the hosts outside the mainland (境外), and only those. Only such a client calls
    /// operations that are declared `global`. The default base URL is then `https://apihk.mch.weixin.qq.com`, and
    /// the backup `https://api.mch.weixin.qq.com`.
    pub fn global(mut self) -> Self {
        self.global = true;
        self
    }

    /// Adds a certificate and key that the same merchant used before. They decrypt sensitive fields that WeChat Pay
    /// encrypted for them, and let the client repeat requests that were frozen under them. For a change while the
    /// client runs, see [`Client::renew_merchant`].
    pub fn earlier_merchant(mut self, merchant: Merchant) -> Self {
        self.earlier.push(merchant);
        self
    }

    /// Records every request that is not a GET in a journal, before its first byte is sent.
    pub fn journal(mut self, journal: impl Journal) -> Self {
        self.journal = Some(Arc::new(journal));
        self
    }

    /// Checks the settings and makes the client, without a network call.
    ///
    /// # Errors
    ///
    /// [`ConfigError`] if a URL or a root certificate cannot be used, if OpenSSL fails, if the verifier is of several
    /// merchants, or if its [`PlatformCertificates`](crate::PlatformCertificates) belong to another merchant.
    pub fn build(self) -> Result<Client, ConfigError> {
        check_merchants(&self.merchant, &self.earlier, &self.verifier)?;
        let network = Arc::new(self.network()?);
        let merchants = iter::once(self.merchant).chain(self.earlier).collect();
        assemble(
            network,
            merchants,
            self.verifier,
            self.journal,
            self.timeout,
        )
    }

    fn network(&self) -> Result<Network, ConfigError> {
        let mut hosts = vec![self.parsed_base_url()?];
        hosts.extend(self.parsed_backup_url()?);
        let call_hosts = Hosts::new(hosts.len());
        hosts.extend(file_hosts());
        let config = Config {
            hosts,
            proxy: self.parsed_proxy()?,
            roots: self.roots.clone(),
            connect_timeout: self.connect_timeout,
            idle_timeout: self.idle_timeout,
            max_connections: self.max_connections,
            body_limit: self.body_limit,
        };
        Ok(Network {
            transport: Transport::new(&config)?,
            hosts: config.hosts,
            call_hosts,
            global: self.global,
            max_retries: self.max_retries,
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
            // A refused URL may hold a password: its error is shown instead.
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
