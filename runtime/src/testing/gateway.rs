use std::{
    fmt, io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex},
};

use tokio::{net::TcpListener, task::JoinHandle};

use super::{
    keys::Keys,
    received::ReceivedRequest,
    reply::Reply,
    server::{Always, Shared, accept},
};
use crate::{
    client::{Client, ClientBuilder},
    sign::Merchant,
    verify::{PlatformCertificate, Verifier, WechatPayPublicKey},
};

/// WeChat Pay on `127.0.0.1`, over TLS, with keys and an authority of its own.
///
/// It serves the one merchant that [`merchant`](Self::merchant) is, checks each request's signature
/// and answers 401 `SIGN_ERROR`, unsigned, where it is wrong; an upload whose file is not the one that
/// its meta states is 400 `PARAM_ERROR`. An operation answers what
/// [`reply`](Self::reply) set for it, signed with the key that the request asks for; one that
/// nothing is set for answers 404 `NOT_FOUND`, but for `GET /v3/certificates`, which it serves by itself.
/// It stops when dropped.
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
    pub(super) shared: Arc<Shared>,
    accepting: JoinHandle<()>,
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
        self.shared.keys.merchant.merchant.clone()
    }

    /// The merchant's private key, PEM in PKCS#8: for a program under test that reads it from its
    /// settings.
    #[must_use]
    pub fn merchant_private_key(&self) -> &str {
        &self.shared.keys.merchant.pem
    }

    /// The merchant's API certificate (商户API证书), in PEM.
    #[must_use]
    pub fn merchant_certificate(&self) -> &[u8] {
        &self.shared.keys.merchant.certificate
    }

    /// A brand that it knows (品牌直连), with the merchant's certificate and key.
    #[must_use]
    pub fn brand(&self) -> Merchant {
        self.shared.keys.brand.clone()
    }

    /// Its WeChat Pay public key (微信支付公钥).
    #[must_use]
    pub fn public_key(&self) -> WechatPayPublicKey {
        self.shared.keys.public_key.clone()
    }

    /// The same as PEM text (`pub_key.pem`).
    #[must_use]
    pub fn public_key_pem(&self) -> &str {
        &self.shared.keys.public_key_pem
    }

    /// Its newest platform certificate (微信支付平台证书): what it signs with where a request names no
    /// public key.
    #[must_use]
    pub fn platform_certificate(&self) -> PlatformCertificate {
        self.shared.platform().certificate
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

    /// Sets its clock so many seconds ahead of this machine's; behind, if they are negative. It dates,
    /// signs and judges requests by it.
    pub fn clock_ahead(&self, seconds: i32) {
        self.shared.state().clock_ahead = seconds;
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
