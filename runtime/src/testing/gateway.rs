use std::{
    fmt, io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex},
};

use tokio::{net::TcpListener, task::JoinHandle};

use super::{
    context::GatewayContext,
    keys::GatewayKeys,
    received::ReceivedRequest,
    script::{self, Responder},
    scripted_response::ScriptedResponse,
    server::accept,
};
use crate::{
    client::{Client, ClientBuilder},
    sign::Merchant,
    verify::{PlatformCertificate, Verifier, WechatPayPublicKey},
};

/// WeChat Pay on `127.0.0.1`, over TLS, with keys and an authority of its own.
///
/// It serves the one merchant that [`merchant`](Self::merchant) is. A request whose signature is wrong
/// gets 401 `SIGN_ERROR`, unsigned. A body that is not a JSON object or holds a `null` gets 400
/// `PARAM_ERROR`. So does an upload without a meta, whose meta states another file, or whose meta lacks the
/// name or the digest of the file where the operation requires it. An operation sends what
/// [`respond`](Self::respond) scripted for it, signed with the key that the request asks for. An operation
/// without a scripted response gets 404 `NOT_FOUND`, which names it and lists those that have one, but
/// for `GET /v3/certificates`, which the gateway serves by itself. It stops when dropped.
///
/// Bounds: heads of 64 KiB, and bodies of 64 MiB; larger ones get 431 and 413, unsigned. The newest
/// 65,536 requests are kept, as long as they have less than 64 MiB.
///
/// ```
/// # use wechatpay_client::{Result, testing::{Gateway, ScriptedResponse}, wechatpay_api};
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
    pub(super) context: Arc<GatewayContext>,
    accepting: JoinHandle<()>,
}

impl Gateway {
    /// Starts on a free port, on the current tokio runtime.
    ///
    /// # Errors
    ///
    /// No port can be had, or OpenSSL makes no keys.
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

    /// Its base URL: `https://127.0.0.1:port`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("https://{}", self.address)
    }

    /// The certificate of the authority that its TLS certificate is of, in PEM.
    #[must_use]
    pub fn root_certificate(&self) -> &[u8] {
        &self.context.keys.ca_pem
    }

    /// The merchant that it knows, with a key that was made for this process.
    #[must_use]
    pub fn merchant(&self) -> Merchant {
        self.context.keys.merchant.merchant.clone()
    }

    /// The merchant's private key, PEM in PKCS#8: for a program under test that reads it from its
    /// settings.
    #[must_use]
    pub fn merchant_private_key(&self) -> &str {
        &self.context.keys.merchant.pem
    }

    /// The merchant's API certificate (商户API证书), in PEM.
    #[must_use]
    pub fn merchant_certificate(&self) -> &[u8] {
        &self.context.keys.merchant.certificate
    }

    /// A brand that it knows (品牌直连), with the merchant's certificate and key.
    #[must_use]
    pub fn brand_merchant(&self) -> Merchant {
        self.context.keys.brand.clone()
    }

    /// Its WeChat Pay public key (微信支付公钥).
    #[must_use]
    pub fn public_key(&self) -> WechatPayPublicKey {
        self.context.keys.public_key.clone()
    }

    /// The same as PEM text (`pub_key.pem`).
    #[must_use]
    pub fn public_key_pem(&self) -> &str {
        &self.context.keys.public_key_pem
    }

    /// Its newest platform certificate (微信支付平台证书): what it signs with where a request names no
    /// public key.
    #[must_use]
    pub fn platform_certificate(&self) -> PlatformCertificate {
        self.context.newest_platform().certificate
    }

    pub(super) fn keys(&self) -> &GatewayKeys {
        self.context.keys
    }

    /// A client of it, in public-key mode, yet to be built.
    pub fn client(&self) -> ClientBuilder {
        self.client_for(self.merchant(), Verifier::new(self.public_key()))
    }

    /// A client of it with another merchant or verifier, yet to be built.
    pub fn client_for(&self, merchant: Merchant, verifier: Verifier) -> ClientBuilder {
        Client::builder(merchant, verifier)
            .base_url(self.base_url())
            .root_certificates(self.root_certificate())
    }

    /// Sets its clock so many seconds ahead of this machine's; behind, if they are negative. It dates,
    /// signs and judges requests by it.
    pub fn clock_ahead(&self, seconds: i32) {
        self.context.state().clock_ahead = seconds;
    }

    /// Scripts the response of an operation from now on. `path` is the template, as declared, or a path
    /// without placeholders. Operations that are newer than this version, or not WeChat Pay's, are taken.
    ///
    /// The client sends an address of a download as WeChat Pay gave it. If a segment of the address is
    /// encoded in another form, script that segment as a placeholder.
    ///
    /// Names of placeholders make no difference: `/v3/a/{x}` replaces what was scripted for `/v3/a/{y}`.
    /// If several paths fit a request, the gateway takes the path with the fewest placeholders among those
    /// that have a response left.
    ///
    /// # Panics
    ///
    /// No request could ever match: the method is not one of `GET`, `POST`, `PUT`, `PATCH` and
    /// `DELETE`, or the path does not begin with `/`, holds a query or an empty segment, has a placeholder
    /// that is not a whole segment, or holds text that the client sends in another form: all but ASCII
    /// letters, digits, `-`, `.`, `_` and `~` is percent-encoded, in capitals. Or the
    /// response could not be sent: its status is not from 200 to 599, its status is 204 or 304 and it has a
    /// body, or its [`Fault`](super::Fault) has no effect on it.
    #[track_caller]
    pub fn respond(&self, method: &str, path: &str, scripted: ScriptedResponse) {
        assert_matchable(method, path);
        assert_sendable(&scripted);
        let mut state = self.context.state();
        state.script.set(method, path, Responder::Fixed(scripted));
    }

    /// Scripts how an operation's responses are made from now on. The request has been read then, so that
    /// [`Fault::DropBeforeRead`](super::Fault::DropBeforeRead) drops the connection after that. A response
    /// that could not be sent becomes 500 `UNSENDABLE_RESPONSE`, unsigned, whose message says why.
    ///
    /// # Panics
    ///
    /// As [`respond`](Self::respond) for method and path.
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

    /// Puts a response in line: the operation sends each of them once, in order, before the response
    /// that [`respond`](Self::respond) scripted.
    ///
    /// # Panics
    ///
    /// As [`respond`](Self::respond).
    #[track_caller]
    pub fn respond_once(&self, method: &str, path: &str, scripted: ScriptedResponse) {
        assert_matchable(method, path);
        assert_sendable(&scripted);
        self.context.state().script.push(method, path, scripted);
    }

    /// The operations with scripted responses that were never sent, each as `GET /v3/…`: misspelt, not
    /// called, or called less often than [`respond_once`](Self::respond_once) expected. A test ends with
    /// `assert_eq!(gateway.unused(), [""; 0])`.
    #[must_use]
    pub fn unused(&self) -> Vec<String> {
        self.context.state().script.unused()
    }

    /// The requests that were read, in the order of their coming, those that were refused included.
    /// The oldest go first when the record is full.
    #[must_use]
    pub fn requests(&self) -> Vec<ReceivedRequest> {
        self.context.state().record.to_vec()
    }

    /// How many requests were read since the start, those included that [`requests`](Self::requests)
    /// does not keep any more.
    #[must_use]
    pub fn request_count(&self) -> u64 {
        self.context.state().record.count()
    }

    /// How many connections were accepted since the start.
    #[must_use]
    pub fn accepted_connections(&self) -> usize {
        self.context.state().connections.accepted
    }

    /// How many connections were open at once, at most.
    #[must_use]
    pub fn peak_connections(&self) -> usize {
        self.context.state().connections.peak
    }

    /// How many connections are open now.
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
