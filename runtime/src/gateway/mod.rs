//! A local WeChat Pay for tests and development (feature `gateway`).
//!
//! WeChat Pay's APIv3 has no sandbox. [`Gateway`] is a server on the loopback interface that takes its place: like
//! the real one, it checks signatures and the form of bodies, and signs its responses. A test scripts the
//! response of each operation with a [`ScriptedResponse`], and a mistake as in production with a [`Fault`]. A mistake in
//! the script itself is reported by a panic, by a 404 that lists the scripted operations, or by
//! [`Gateway::unused`].
//!
//! The gateway signs only with keys of its own, so a client verifies its responses only if the client was told to
//! trust these keys.

mod authorize;
mod bill;
mod certificates;
mod context;
mod keys;
mod notification;
mod params;
mod received;
mod record;
mod response;
mod script;
mod scripted_response;
mod sensitive;
mod server;
mod upload;

use std::{
    fmt, io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex},
};

use tokio::{net::TcpListener, task::JoinHandle};

pub use received::ReceivedRequest;
pub use scripted_response::{Fault, ScriptedResponse};
pub use upload::ReceivedFile;

use crate::{
    client::{Client, ClientBuilder},
    sign::Merchant,
    verify::{PlatformCertificate, Verifier, WechatPayPublicKey},
};
use context::GatewayContext;
use keys::GatewayKeys;
use script::Responder;
use server::accept;

/// A local WeChat Pay on `127.0.0.1`, over TLS, with its own keys and certificate authority.
///
/// The gateway serves one merchant, [`merchant`](Self::merchant). It stops when dropped.
///
/// | request | response |
/// |---|---|
/// | a wrong signature | 401 `SIGN_ERROR`, unsigned |
/// | a body that is not a JSON object, or contains a `null` | 400 `PARAM_ERROR` |
/// | an upload without a meta, or with a meta that does not fit the file or the operation | 400 `PARAM_ERROR` |
/// | an operation with a scripted response | that response, signed with the key that the request asks for |
/// | `GET /v3/certificates`, unless scripted | the platform certificates (微信支付平台证书) |
/// | an operation without a scripted response | 404 `NOT_FOUND`, with the operation and a list of the scripted ones |
/// | a head over 64 KiB | 431, unsigned |
/// | a body over 64 MiB | 413, unsigned |
///
/// The gateway keeps the newest 65,536 requests, up to 64 MiB in total.
///
/// ```
/// # use wechatpay_client::{Result, gateway::{Gateway, ScriptedResponse}, wechatpay_api};
/// # use serde_json::{Value, json};
/// #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}")]
/// trait QueryOrder {
///     async fn by_id(&self, transaction_id: &str, #[query] mchid: &str) -> Result<Value>;
/// }
///
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let gateway = Gateway::start().await?;
/// gateway.respond(
///     "GET",
///     "/v3/pay/transactions/id/{transaction_id}",
///     ScriptedResponse::ok(json!({ "trade_state": "SUCCESS" })),
/// );
/// let client = gateway.client().build()?;
/// let order = client.by_id("1217752501201407033233368018", gateway.merchant().mchid()).await?;
/// assert_eq!(order["trade_state"], "SUCCESS");
/// # Ok(()) }
/// ```
pub struct Gateway {
    address: SocketAddr,
    context: Arc<GatewayContext>,
    accepting: JoinHandle<()>,
}

impl Gateway {
    /// Starts a gateway on a free port, on the current tokio runtime.
    ///
    /// # Errors
    ///
    /// No port is free, or OpenSSL cannot make keys.
    pub async fn start() -> io::Result<Self> {
        let keys = GatewayKeys::get_or_generate()?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let context = Arc::new(GatewayContext {
            keys,
            state: Mutex::default(),
        });
        let accepting = tokio::spawn(accept(listener, Arc::clone(&context)));
        Ok(Self {
            address,
            context,
            accepting,
        })
    }

    /// The base URL: `https://127.0.0.1:port`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("https://{}", self.address)
    }

    /// The PEM certificate of the authority that issued the gateway's TLS certificate.
    #[must_use]
    pub fn root_certificate(&self) -> &[u8] {
        &self.context.keys.ca_pem
    }

    /// The merchant that the gateway serves. Its key is generated for this process.
    #[must_use]
    pub fn merchant(&self) -> Merchant {
        self.context.keys.merchant.merchant.clone()
    }

    /// The merchant's private key, PEM in PKCS#8, for a program under test that reads the key from its settings.
    #[must_use]
    pub fn merchant_private_key(&self) -> &str {
        &self.context.keys.merchant.pem
    }

    /// The merchant's API certificate (商户API证书), in PEM.
    #[must_use]
    pub fn merchant_certificate(&self) -> &[u8] {
        &self.context.keys.merchant.certificate
    }

    /// The brand (品牌直连) that the gateway serves, with the merchant's certificate and key.
    #[must_use]
    pub fn brand_merchant(&self) -> Merchant {
        self.context.keys.brand.clone()
    }

    /// The gateway's WeChat Pay public key (微信支付公钥).
    #[must_use]
    pub fn public_key(&self) -> WechatPayPublicKey {
        self.context.keys.public_key.clone()
    }

    /// The WeChat Pay public key as PEM text (`pub_key.pem`).
    #[must_use]
    pub fn public_key_pem(&self) -> &str {
        &self.context.keys.public_key_pem
    }

    /// The newest platform certificate (微信支付平台证书). The gateway signs with it unless the request asks for the
    /// public key.
    #[must_use]
    pub fn platform_certificate(&self) -> PlatformCertificate {
        self.context.newest_platform().certificate
    }

    fn keys(&self) -> &GatewayKeys {
        self.context.keys
    }

    /// A builder of a client of this gateway, which trusts the WeChat Pay public key.
    pub fn client(&self) -> ClientBuilder {
        self.client_for(self.merchant(), Verifier::new(self.public_key()))
    }

    /// A builder of a client of this gateway, with another merchant or verifier.
    pub fn client_for(&self, merchant: Merchant, verifier: Verifier) -> ClientBuilder {
        Client::builder(merchant, verifier)
            .base_url(self.base_url())
            .root_certificates(self.root_certificate())
    }

    /// Sets the gateway's clock `seconds` ahead of the machine's, or behind if `seconds` is negative. The gateway
    /// dates and signs responses and checks requests by this clock.
    pub fn set_clock_ahead(&self, seconds: i32) {
        self.context.state().clock_ahead = seconds;
    }

    /// Scripts the response of an operation from now on. `path` is a template, as in a declaration, or a path
    /// without placeholders. The operation need not be known to this version, nor exist at WeChat Pay.
    ///
    /// The names of placeholders do not matter: `/v3/a/{x}` replaces the script of `/v3/a/{y}`. If several paths
    /// match a request and have a response left, the path with the fewest placeholders is used.
    ///
    /// The client sends a download address unchanged. If a segment of the address is encoded in another form than
    /// below, script that segment as a placeholder.
    ///
    /// # Panics
    ///
    /// If no request can match:
    ///
    /// - the method is not `GET`, `POST`, `PUT`, `PATCH` or `DELETE`;
    /// - the path does not begin with `/`, or has a query or an empty segment;
    /// - a placeholder is not a whole segment;
    /// - a segment has text that the client would send in another form: everything except ASCII letters, digits,
    ///   `-`, `.`, `_` and `~` is percent-encoded, in upper case.
    ///
    /// If the response cannot be sent:
    ///
    /// - the status is not from 200 to 599;
    /// - the status is 204 or 304, and there is a body;
    /// - the [`Fault`] has no effect on the response.
    #[track_caller]
    pub fn respond(&self, method: &str, path: &str, scripted: ScriptedResponse) {
        assert_matchable(method, path);
        assert_sendable(&scripted);
        let mut state = self.context.state();
        state.script.set(method, path, Responder::Fixed(scripted));
    }

    /// Scripts a function that computes the responses of an operation from now on.
    ///
    /// The function runs after the request was read, so [`Fault::DropBeforeRead`] acts
    /// as [`Fault::DropAfterRead`]. A response that cannot be sent becomes an unsigned
    /// 500 `UNSENDABLE_RESPONSE`, with the reason as its message.
    ///
    /// # Panics
    ///
    /// If no request can match method and path, as in [`respond`](Self::respond).
    #[track_caller]
    pub fn respond_with(
        &self,
        method: &str,
        path: &str,
        responder: impl Fn(&ReceivedRequest) -> ScriptedResponse + Send + Sync + 'static,
    ) {
        assert_matchable(method, path);
        let mut state = self.context.state();
        let computed = Responder::Computed(Arc::new(responder));
        state.script.set(method, path, computed);
    }

    /// Scripts a response that the operation sends once. Several are sent in order, before the response of
    /// [`respond`](Self::respond).
    ///
    /// # Panics
    ///
    /// The same as [`respond`](Self::respond).
    #[track_caller]
    pub fn respond_once(&self, method: &str, path: &str, scripted: ScriptedResponse) {
        assert_matchable(method, path);
        assert_sendable(&scripted);
        self.context.state().script.push(method, path, scripted);
    }

    /// The operations with scripted responses that were never sent, each as `GET /v3/…`: misspelt, not called, or
    /// called less often than [`respond_once`](Self::respond_once) expects. End a test with
    /// `assert_eq!(gateway.unused(), [""; 0])`.
    #[must_use]
    pub fn unused(&self) -> Vec<String> {
        self.context.state().script.unused()
    }

    /// The received requests in order, including those that the gateway refused. When the record is full, the
    /// oldest are dropped.
    #[must_use]
    pub fn requests(&self) -> Vec<ReceivedRequest> {
        self.context.state().record.to_vec()
    }

    /// The number of requests received since the start, including those that [`requests`](Self::requests) has
    /// dropped.
    #[must_use]
    pub fn request_count(&self) -> u64 {
        self.context.state().record.count()
    }

    /// The number of connections accepted since the start.
    #[must_use]
    pub fn accepted_connections(&self) -> usize {
        self.context.state().connections.accepted
    }

    /// The largest number of connections that were open at once.
    #[must_use]
    pub fn peak_connections(&self) -> usize {
        self.context.state().connections.peak
    }

    /// The number of connections open now.
    #[must_use]
    pub fn open_connections(&self) -> usize {
        self.context.state().connections.open
    }
}

#[track_caller]
#[allow(
    clippy::panic,
    reason = "a script that can never be used fails its test"
)]
fn assert_matchable(method: &str, path: &str) {
    if let Err(error) = script::check_operation(method, path) {
        panic!("a scripted response that is never sent: {error}");
    }
}

#[track_caller]
#[allow(
    clippy::panic,
    reason = "a script that can never be used fails its test"
)]
fn assert_sendable(scripted: &ScriptedResponse) {
    if let Err(error) = scripted.check_sendable() {
        panic!("a scripted response that cannot be sent: {error}");
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
