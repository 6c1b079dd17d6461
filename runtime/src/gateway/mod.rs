//! A server in place of WeChat Pay, for tests and development (feature `gateway`).
//!
//! WeChat Pay's APIv3 has no sandbox. [`Gateway`] is a server on the loopback interface that a client uses in place of
//! WeChat Pay. The gateway checks the signatures and the JSON of requests, and signs its responses.
//!
//! A test scripts the response of each operation with a [`ScriptedResponse`]. A [`Fault`] simulates what goes wrong
//! in production, such as a wrong signature. If the script itself is wrong, the gateway panics, responds with a 404
//! that lists the scripted operations, or names the unused responses in [`Gateway::unused`].
//!
//! The gateway signs with keys of its own. [`Gateway::client`] makes the builder of a client that trusts these keys.
//!
//! A [`NotificationSigner`] makes notifications without a gateway, with keys that can be kept.

mod authorize;
mod bill;
mod builder;
mod certificates;
mod context;
mod handler;
mod keys;
mod merchant;
mod notification;
mod notification_signer;
mod operations;
mod param_error;
mod params;
mod received;
mod record;
mod refusal_reason;
mod response;
mod script;
mod scripted_response;
mod sensitive;
mod server;
mod upload;

use std::{fmt, io, net::SocketAddr, sync::Arc};

use tokio::task::JoinHandle;

pub use builder::GatewayBuilder;
pub use merchant::GatewayMerchant;
pub use notification_signer::NotificationSigner;
pub use operations::{OperationRequest, Operations};
pub use param_error::{ParamError, ParamLocation};
pub use received::ReceivedRequest;
pub use scripted_response::{Fault, ScriptedResponse};
pub use upload::ReceivedFile;

/// The parts of which `wechatpay sandbox` makes its servers. Not public API.
#[doc(hidden)]
pub mod sandbox {
    pub use super::{
        handler::Handler,
        keys::{PlatformKeys, TlsIdentity, generate_certified, renew_certificate},
        response::ScriptedBody,
        script::{check_operation, matches},
    };

    /// The hosts of WeChat Pay, which a sandbox stands for.
    pub const WECHAT_PAY_HOSTS: [&str; 9] = crate::base_url::WECHAT_PAY_HOSTS;
}

use crate::{
    client::{Client, ClientBuilder},
    sign::Merchant,
    verify::{PlatformCertificate, Verifier, WechatPayPublicKey},
};
use context::GatewayContext;
use keys::GatewayKeys;
use script::Responder;

/// A test server on `127.0.0.1` in place of WeChat Pay, over TLS, with its own keys and certificate authority.
///
/// The gateway serves one merchant, [`merchant`](Self::merchant), and one brand,
/// [`brand_merchant`](Self::brand_merchant), and those of [`GatewayBuilder::merchant`]. The server stops when the
/// `Gateway` is dropped.
///
/// | request | response |
/// |---|---|
/// | a wrong signature | 401 `SIGN_ERROR`, unsigned |
/// | a body that is not a JSON object, contains a `null`, or has another `Content-Type` than JSON | 400 `PARAM_ERROR` |
/// | an upload without the part `meta` or the file, or with a `meta` that does not fit the file or the operation | 400 `PARAM_ERROR` |
/// | a request of a known operation that breaks its rules | 400 `PARAM_ERROR` |
/// | an operation with a scripted response | that response; signed, unless scripted as unsigned |
/// | `GET /v3/certificates`, unless scripted | the platform certificates (微信支付平台证书) |
/// | a known operation, unless scripted | its example; signed, unless it is a file |
/// | any other operation | 404 `NOT_FOUND`, with the operation and a list of the scripted ones |
/// | request line and headers over 64 KiB | 431, unsigned |
/// | a body over 64 MiB | 413, unsigned |
///
/// The `Request-ID` of a 401 or a `PARAM_ERROR` ends with the number of the troubleshooting manuals (排障手册).
///
/// A request that names the WeChat Pay public key in `Wechatpay-Serial` gets a response that this key verifies. The
/// newest platform certificate verifies all other signed responses. Only `GET /v3/certificates` accepts the earlier
/// certificates in `Wechatpay-Serial` too. A merchant that the builder adds has a mode of its own:
/// [`GatewayMerchant::with_certificate_mode`].
///
/// A gateway of [`builder`](Self::builder) can know [`Operations`]. The gateway checks their requests first: a request
/// that breaks a rule gets no scripted response, and takes none.
///
/// The gateway keeps the newest 65,536 requests, up to 64 MiB in total: see [`requests`](Self::requests).
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
    keys: &'static GatewayKeys,
    context: Arc<GatewayContext>,
    accepting: JoinHandle<()>,
}

impl Gateway {
    /// Starts a gateway that knows no operations, on a free port and the current tokio runtime.
    ///
    /// # Errors
    ///
    /// - No port is free.
    /// - OpenSSL cannot make keys.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// A builder for a gateway that knows operations.
    ///
    /// With `wechatpay_endpoints::facts()` the gateway checks and responds to every published operation. A
    /// top-level member of the response repeats the value that the request sent under the same name, such as
    /// `out_trade_no`:
    ///
    /// ```ignore
    /// let gateway = Gateway::builder().operations(wechatpay_endpoints::facts()).start().await?;
    /// ```
    pub fn builder() -> GatewayBuilder {
        GatewayBuilder::default()
    }

    /// The base URL of the gateway, `https://127.0.0.1:port`, for [`ClientBuilder::base_url`].
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("https://{}", self.address)
    }

    /// The certificate, in PEM, of the authority that issued the gateway's TLS certificate, for
    /// [`ClientBuilder::root_certificates`].
    #[must_use]
    pub fn root_certificate(&self) -> &[u8] {
        &self.keys.ca_pem
    }

    /// The merchant that the gateway serves. The merchant's key is generated once per process.
    #[must_use]
    pub fn merchant(&self) -> Merchant {
        self.keys.merchant.merchant()
    }

    /// The private key of [`merchant`](Self::merchant), as PKCS#8 in PEM, for a program under test that reads the key
    /// from its settings.
    #[must_use]
    pub fn merchant_private_key(&self) -> &str {
        self.keys.merchant.private_key_pem()
    }

    /// The API certificate (商户API证书) of [`merchant`](Self::merchant), in PEM.
    #[must_use]
    pub fn merchant_certificate(&self) -> &[u8] {
        self.keys.merchant.certificate_pem().as_bytes()
    }

    /// The brand (品牌) that the gateway serves. The brand has the same API certificate and key as
    /// [`merchant`](Self::merchant).
    #[must_use]
    pub fn brand_merchant(&self) -> Merchant {
        self.keys.brand.merchant()
    }

    /// The WeChat Pay public key (微信支付公钥) of the gateway, with which a client verifies its responses.
    #[must_use]
    pub fn public_key(&self) -> WechatPayPublicKey {
        self.keys.merchant.public_key()
    }

    /// The WeChat Pay public key (微信支付公钥) of the gateway in PEM, as in the file `pub_key.pem`.
    #[must_use]
    pub fn public_key_pem(&self) -> &str {
        self.keys.merchant.notification_signer().public_key_pem()
    }

    /// The newest platform certificate (微信支付平台证书) of the gateway. The certificate verifies the responses to
    /// requests that do not name the WeChat Pay public key in `Wechatpay-Serial`.
    #[must_use]
    pub fn platform_certificate(&self) -> PlatformCertificate {
        self.context.newest_platform().certificate
    }

    /// A builder for a client that sends the requests of [`merchant`](Self::merchant) to this gateway, and trusts
    /// [`public_key`](Self::public_key).
    pub fn client(&self) -> ClientBuilder {
        self.client_for(self.merchant(), Verifier::new(self.public_key()))
    }

    /// A builder for a client that sends the requests of the given merchant to this gateway, and verifies the
    /// responses with `verifier`.
    pub fn client_for(&self, merchant: Merchant, verifier: Verifier) -> ClientBuilder {
        Client::builder(merchant, verifier)
            .base_url(self.base_url())
            .root_certificates(self.root_certificate())
    }

    /// Sets the gateway's clock `seconds` ahead of the machine's clock, or behind if `seconds` is negative. The gateway
    /// dates its responses by this clock, and refuses requests whose timestamps are too far from the clock.
    pub fn set_clock_ahead(&self, seconds: i32) {
        self.context.state().clock_ahead = seconds;
    }

    /// Scripts the response that the gateway sends to each request of an operation from now on. The response
    /// replaces one that an earlier call scripted. `path` may have placeholders, such as
    /// `/v3/pay/transactions/id/{transaction_id}`. The operation may be one that WeChat Pay does not have.
    ///
    /// The names of placeholders do not matter: `/v3/a/{x}` replaces the script of `/v3/a/{y}`. If several paths
    /// match a request and have a response left, the path with the fewest placeholders is used.
    ///
    /// A client sends the address of a download unchanged. If a segment of the address breaks the rules below, write
    /// a placeholder for that segment.
    ///
    /// # Panics
    ///
    /// If no request can match `method` and `path`:
    ///
    /// - the method is not `GET`, `POST`, `PUT`, `PATCH` or `DELETE`;
    /// - the path does not begin with `/`, or has a query or an empty segment;
    /// - a placeholder is not a whole segment;
    /// - a segment is `.` or `..`;
    /// - a segment is not percent-encoded as the client does it: every byte except ASCII letters, digits, `-`, `.`,
    ///   `_` and `~`, with upper-case digits, such as `%2F`.
    ///
    /// If the response cannot be sent:
    ///
    /// - the status is not from 200 to 599;
    /// - the status is 204 or 304, and the response has a body;
    /// - the [`Fault`] cannot affect the response: an unsigned response cannot have a wrong signature, and an empty
    ///   body cannot be altered.
    #[track_caller]
    pub fn respond(&self, method: &str, path: &str, scripted: ScriptedResponse) {
        assert_matchable(method, path);
        assert_sendable(&scripted);
        let mut state = self.context.state();
        state.script.set(method, path, Responder::Fixed(scripted));
    }

    /// Scripts a function that computes the response to each request of an operation from now on.
    ///
    /// The gateway calls the function after it has read the request, so [`Fault::DropBeforeRead`] acts
    /// as [`Fault::DropAfterRead`]. If the response cannot be sent, the gateway sends an unsigned
    /// 500 `UNSENDABLE_RESPONSE` instead, whose message says why.
    ///
    /// # Panics
    ///
    /// If no request can match `method` and `path`: [`respond`](Self::respond) lists the rules.
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

    /// Scripts a response that the gateway sends to one request of the operation. Call `respond_once` again to queue
    /// more responses, which are sent in order. After the last one, the gateway sends the response of
    /// [`respond`](Self::respond).
    ///
    /// # Panics
    ///
    /// If no request can match `method` and `path`, or if the response cannot be sent: [`respond`](Self::respond)
    /// lists the rules.
    #[track_caller]
    pub fn respond_once(&self, method: &str, path: &str, scripted: ScriptedResponse) {
        assert_matchable(method, path);
        assert_sendable(&scripted);
        self.context.state().script.push(method, path, scripted);
    }

    /// The operations with scripted responses that the gateway has not sent, each as `GET /v3/…`. The script misspells
    /// such an operation, or the client did not call it often enough. End a test with
    /// `assert_eq!(gateway.unused(), [""; 0])`.
    #[must_use]
    pub fn unused(&self) -> Vec<String> {
        self.context.state().script.unused()
    }

    /// The requests that the gateway has read, the oldest first, including those that the gateway refused. The
    /// gateway keeps at most 65,536 requests and 64 MiB, and then drops the oldest.
    #[must_use]
    pub fn requests(&self) -> Vec<ReceivedRequest> {
        self.context.state().record.to_vec()
    }

    /// The number of requests that the gateway has read since its start, including those that
    /// [`requests`](Self::requests) no longer returns.
    #[must_use]
    pub fn request_count(&self) -> u64 {
        self.context.state().record.count()
    }

    /// The number of connections that the gateway has accepted since its start.
    #[must_use]
    pub fn accepted_connections(&self) -> usize {
        self.context.state().connections.accepted
    }

    /// The largest number of connections to the gateway that were open at once.
    #[must_use]
    pub fn peak_connections(&self) -> usize {
        self.context.state().connections.peak
    }

    /// The number of connections to the gateway that are open now.
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
