use std::{fmt, sync::Arc, time::Duration};

use tokio::sync::Semaphore;

use super::{Client, Shared};
use crate::{
    base_url::BaseUrl,
    error::Result,
    sign::Merchant,
    transport::{Config, Transport},
    verify::Verifier,
};

/// The primary host of the mainland.
const BASE_URL: &str = "https://api.mch.weixin.qq.com";

/// The official Go SDK's.
const DEADLINE: Duration = Duration::from_secs(30);

/// The official Java SDK's.
const CONNECT_DEADLINE: Duration = Duration::from_secs(10);

const MAX_CONNECTIONS: usize = 64;

const BODY_LIMIT: usize = 16 << 20;

/// Settings of a [`Client`]; made by [`Client::builder`]. Each has a default that fits production.
#[derive(Clone)]
#[must_use]
pub struct ClientBuilder {
    merchant: Merchant,
    verifier: Verifier,
    base_url: String,
    roots: Vec<Vec<u8>>,
    deadline: Duration,
    connect_deadline: Duration,
    max_connections: usize,
    body_limit: usize,
}

impl ClientBuilder {
    pub(super) fn new(merchant: Merchant, verifier: Verifier) -> Self {
        Self {
            merchant,
            verifier,
            base_url: BASE_URL.to_owned(),
            roots: Vec::new(),
            deadline: DEADLINE,
            connect_deadline: CONNECT_DEADLINE,
            max_connections: MAX_CONNECTIONS,
            body_limit: BODY_LIMIT,
        }
    }

    /// Where requests go: `https://host[:port]`, or `http://` to the loopback interface. Default:
    /// `https://api.mch.weixin.qq.com`.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
        self
    }

    /// Trusts further root certificates for TLS (PEM text), beside the system's. They have no part
    /// in the verification of answers.
    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.roots.push(pem.into());
        self
    }

    /// How long a call may take in all, the wait for a connection included. Default: 30 s. For one
    /// call: [`Client::deadline`].
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// How long name resolution, TCP and TLS may take together. Default: 10 s.
    pub fn connect_deadline(mut self, deadline: Duration) -> Self {
        self.connect_deadline = deadline;
        self
    }

    /// How many connections may be open at once; further calls wait for one, in order. Default: 64;
    /// at least 1.
    pub fn max_connections(mut self, connections: usize) -> Self {
        self.max_connections = connections.clamp(1, Semaphore::MAX_PERMITS);
        self
    }

    /// The largest body of an answer that is read, in bytes. Default: 16 MiB.
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// The client. No network call is made.
    ///
    /// # Errors
    ///
    /// [`BuildError`](crate::BuildError) for a base URL, root certificates or an OpenSSL that cannot
    /// be used.
    pub fn build(self) -> Result<Client> {
        let config = Config {
            base_url: BaseUrl::parse(&self.base_url)?,
            roots: self.roots,
            connect_deadline: self.connect_deadline,
            max_connections: self.max_connections,
            body_limit: self.body_limit,
        };
        let transport = Transport::new(&config)?;
        Ok(Client {
            shared: Arc::new(Shared {
                merchant: self.merchant,
                verifier: self.verifier,
                host: config.base_url.host().clone(),
                transport,
            }),
            deadline: self.deadline,
        })
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("merchant", &self.merchant)
            .field("verifier", &self.verifier)
            // One that is refused may hold a password.
            .field("base_url", &BaseUrl::parse(&self.base_url).ok())
            .field("deadline", &self.deadline)
            .field("connect_deadline", &self.connect_deadline)
            .field("max_connections", &self.max_connections)
            .field("body_limit", &self.body_limit)
            .finish_non_exhaustive()
    }
}
