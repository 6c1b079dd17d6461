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
    clock::Clock,
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

/// The settings of a [`Client`]: begin with [`Client::builder`], change what you need, and call
/// [`build`](Self::build). The defaults suit production.
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
    validate: bool,
    earlier: Vec<Merchant>,
    journal: Option<Arc<dyn DynJournal>>,
    clock: Clock,
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
            validate: false,
            earlier: Vec::new(),
            journal: None,
            clock: Clock::default(),
        }
    }

    /// The URL that requests are sent to: `https://host[:port]`, or `http://` for the loopback interface. Default:
    /// `https://api.mch.weixin.qq.com`.
    ///
    /// The URL may have a path prefix, such as `/wxpay` in `https://gw.example.com/wxpay`, if a reverse proxy removes
    /// the prefix: the client sends the prefix, but does not sign it. The hosts of WeChat Pay have no prefix.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// The URL of the backup host, for a request that was provably not sent to the base URL. Default:
    /// `https://api2.mch.weixin.qq.com`, or no backup host if [`base_url`](Self::base_url) is set.
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
    /// proxy. If the proxy is down or refuses to connect, the client sends nothing, and the call fails with
    /// [`TransportErrorKind::Proxy`](crate::error::TransportErrorKind::Proxy).
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy = Some(Zeroizing::new(url.into()));
        self
    }

    /// Adds root certificates (PEM text) that TLS trusts in addition to the system's. They are for TLS only, and
    /// verify no signature of WeChat Pay.
    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.roots.push(pem.into());
        self
    }

    /// The longest time that a call may take, including its retries and the wait for a connection. Default: 30 s.
    /// For a single call, use [`Client::with_timeout`].
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The longest time that connecting may take: name resolution, TCP, the proxy and TLS together. Default: 10 s.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// The time after which the client closes an idle connection. Zero keeps no idle connection. Default: 7 s,
    /// because WeChat Pay closes an idle connection after 8 s.
    ///
    /// A response may announce a shorter time (`Keep-Alive: timeout=2`). The client then closes that connection
    /// one second before the announced time, counted from the head of each response. Otherwise the client could send
    /// a request while the server closes the connection, and the outcome of that request would be unknown.
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.idle_timeout = timeout;
        self
    }

    /// The largest number of connections to one host that are open for calls at the same time, including idle
    /// connections. Further calls wait in order. Default: 64. Zero counts as 1.
    ///
    /// A call needs a permit to use a connection, and holds the permit until the call ends or times out. If the
    /// runtime of a call stands still, other calls close the connection after the timeout and take the permit.
    ///
    /// Downloads have as many further permits. A download holds its permit until the file is read or dropped, so files
    /// that nobody reads delay other downloads, but never a call. If a reader waits for data and its runtime stands
    /// still, other downloads take the permit after the timeout.
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

    /// The largest number of retries of one call. The client retries only a GET, or an operation that is declared
    /// `idempotent`, and only if the outcome is unknown. A retry sends the same bytes with a new signature, within the
    /// timeout of the call. The first delay is 0.1 to 0.2 s, and doubles with each retry. Default: 2.
    ///
    /// The client retries if:
    ///
    /// - the connection broke,
    /// - the response has the status 202 or 5xx or the code `SYSTEM_ERROR`, and is not about a rate limit,
    /// - the response is a signature probe (签名探测流量), which WeChat Pay signs wrongly on purpose.
    ///
    /// A request that was provably not sent goes to the backup host, whatever its method. This is not a retry.
    pub fn max_retries(mut self, times: u32) -> Self {
        self.max_retries = times;
        self
    }

    /// Checks each body against its published rules ([`Validate`](crate::Validate)) before anything is sent, and before
    /// the journal records the request. A call whose body breaks rules fails with
    /// [`RequestErrorKind::Violations`](crate::error::RequestErrorKind::Violations), which has all of them. Default:
    /// `false`, because WeChat Pay may loosen a rule, or list a value that this version does not know.
    ///
    /// Parameters of the path, the query and headers are not checked. A request that is
    /// [repeated](Client::repeat) is not checked again.
    pub fn validate(mut self, validate: bool) -> Self {
        self.validate = validate;
        self
    }

    /// Makes a client for the hosts outside mainland China (境外). Such a client calls the operations that are
    /// declared `global`, and no others; a client without this setting calls all others. The default base URL is
    /// then `https://apihk.mch.weixin.qq.com`, and the default backup URL `https://api.mch.weixin.qq.com`.
    pub fn global(mut self) -> Self {
        self.global = true;
        self
    }

    /// Adds an earlier certificate and key of the same merchant. The client decrypts what WeChat Pay encrypted for
    /// the earlier key, and repeats requests that were frozen under that key. To change the key while the client
    /// runs, use [`Client::renew_merchant`].
    pub fn earlier_merchant(mut self, merchant: Merchant) -> Self {
        self.earlier.push(merchant);
        self
    }

    /// Records each request in a journal before its first byte is sent, except GETs, uploads and operations that
    /// are declared `unsigned`.
    pub fn journal(mut self, journal: impl Journal) -> Self {
        self.journal = Some(Arc::new(journal));
        self
    }

    /// Sets the clock that the client signs and verifies by.
    pub(crate) fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// Checks the settings and makes the client, without a network call.
    ///
    /// # Errors
    ///
    /// A [`ConfigError`] of one of these kinds:
    ///
    /// - [`SeveralMerchants`](ConfigErrorKind::SeveralMerchants): the verifier is a set of several merchants'
    ///   verifiers.
    /// - [`SeveralCertificates`](ConfigErrorKind::SeveralCertificates): the verifier has more than one
    ///   [`PlatformCertificates`](crate::PlatformCertificates).
    /// - [`BrandCertificates`](ConfigErrorKind::BrandCertificates): the merchant is a brand, and the verifier has a
    ///   [`PlatformCertificates`](crate::PlatformCertificates).
    /// - [`OtherMerchant`](ConfigErrorKind::OtherMerchant): an earlier certificate and key belong to a different
    ///   merchant.
    /// - [`BaseUrl`](ConfigErrorKind::BaseUrl), [`BackupUrl`](ConfigErrorKind::BackupUrl) or
    ///   [`Proxy`](ConfigErrorKind::Proxy): the URL cannot be used.
    /// - [`RootCertificate`](ConfigErrorKind::RootCertificate): a root certificate cannot be read.
    /// - [`Tls`](ConfigErrorKind::Tls): OpenSSL fails.
    /// - [`OtherMerchantsCertificates`](ConfigErrorKind::OtherMerchantsCertificates): the
    ///   [`PlatformCertificates`](crate::PlatformCertificates) belong to a different merchant.
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
            validate: self.validate,
            clock: self.clock,
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
