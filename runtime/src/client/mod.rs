//! The client, and the protocol of one call: freeze the request, write it to the journal, make attempts as long
//! as a retry is safe, and verify the response.

mod attempts;
mod builder;
mod certificates;
mod core;
mod decode;
mod download_thread;
mod files;
mod front_ends;
mod keys;
mod merchants;
mod record;
mod response;

use std::{
    fmt,
    pin::Pin,
    sync::{Arc, Mutex},
    time::Duration,
};

use http::Method;
use serde::de::DeserializeOwned;
use tokio::{task::JoinSet, time::Instant};

pub use builder::ClientBuilder;
pub use decode::UndecodedResponse;
pub(crate) use decode::find_ciphertexts;
pub(crate) use record::CallRecord;

use crate::{
    call_error::{Error, Outcome, Result},
    journal::DynJournal,
    request::sensitive::FindCiphertexts,
    request::{Endpoint, FrozenRequest, Request, RequestError},
    sign::Merchant,
    transport::AttemptLimits,
    verify::{CheckedBody, Verified, Verifier},
};
use core::{APPLICATION_JSON, Core, with_deadline};

/// Thirty years: stands for a timeout that the clock cannot count.
const NEVER: Duration = Duration::from_secs(30 * 365 * 86_400);

/// A client of WeChat Pay APIv3 for one merchant (商户), service provider (服务商) or brand (品牌).
///
/// The client implements every trait that is declared with [`wechatpay_api`](crate::wechatpay_api). A clone is
/// cheap and shares the connections. Calls need a tokio runtime with its I/O and time drivers. A connection serves
/// only calls of the runtime that opened it.
///
/// ```no_run
/// # use wechatpay_client::{Client, Merchant, Result, Verifier, WechatPayPublicKey};
/// # fn client(merchant_key: &str, wechatpay_key: &str) -> Result<Client> {
/// let merchant = Merchant::new("1900009191", "1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C", merchant_key)?;
/// let key = WechatPayPublicKey::from_pem("PUB_KEY_ID_0114232134912410000000000000", wechatpay_key)?;
/// let client = Client::builder(merchant, Verifier::new(key)).build()?;
/// # Ok(client) }
/// ```
///
/// A method of the client would hide a declared method of the same name. So, except [`with_timeout`](Self::with_timeout),
/// the client has only associated functions: `Client::download(&client, &bill)`.
///
/// # Events
///
/// With the feature `tracing`, each call and each download of platform certificates emits one event with the target
/// `wechatpay_client`: at level `INFO` if it succeeds, else `WARN`. No event holds a value of the request or response.
/// The fields of an event:
///
/// | field | meaning |
/// |---|---|
/// | `http.request.method`, `url.template` | the operation; [`repeat`](Self::repeat), [`download`](Self::download) and [`download_from`](Self::download_from) have no template |
/// | `http.request.resend_count` | the number of attempts after the first |
/// | `http.response.status_code`, `http.response.header.request-id` | the response, if its head was received; of a download, only the head belongs to the call |
/// | `http.client.request.duration` | seconds, all attempts included |
/// | `wechatpay.outcome` | the outcome of the call, as [`Outcome::name`] |
/// | `error.type` | [`Error::name`]; `cancelled` if the future was dropped; `panicked` if the user's code panicked |
///
/// Each notification emits an event too, with `wechatpay.event_type`, `http.request.header.request-id`, and the seconds
/// that its checks took in `http.server.request.duration`. A rejected notification has `error.type`, and the status of
/// the reply in `http.response.status_code`. Deserializing the resource is not part of the event.
#[derive(Clone)]
pub struct Client {
    shared: Arc<Shared>,
    timeout: Duration,
}

/// The state that ends with the last clone of a client. [`Core`] is a struct of its own because a download of
/// certificates holds it: a download that held `Shared` would keep alive the task set that owns the download.
struct Shared {
    core: Arc<Core>,
    journal: Option<Arc<dyn DynJournal>>,
    /// Downloads of certificates, aborted when the last clone is dropped.
    tasks: Mutex<JoinSet<()>>,
}

/// The future behind a generated method.
pub(crate) type ResultFuture<'c, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'c>>;

impl Client {
    /// Begins the settings of a client that signs as `merchant` and trusts the keys of `verifier`.
    pub fn builder(merchant: Merchant, verifier: Verifier) -> ClientBuilder {
        ClientBuilder::new(merchant, verifier)
    }

    /// Returns a client that differs from this one only in the timeout of its calls, and shares its connections:
    /// `client.with_timeout(Duration::from_secs(5)).query_order(…)`.
    #[must_use]
    pub fn with_timeout(&self, timeout: Duration) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            timeout,
        }
    }

    /// Repeats a frozen request (原参数重入): sends the same bytes with a new signature. Repeat a request if its
    /// outcome is [`Unknown`](Outcome::Unknown), or if its entry in the [`Journal`](crate::Journal) has no outcome.
    ///
    /// WeChat Pay de-duplicates by the merchant's order number in the request (`out_trade_no`, `out_refund_no` …). Do
    /// not repeat a request without such a number: query its result. The journal of the client records the repeated
    /// request under the ID that it already has.
    ///
    /// # Errors
    ///
    /// - [`RequestErrorKind::OtherMerchant`](crate::error::RequestErrorKind::OtherMerchant): the request belongs to a
    ///   different merchant.
    /// - [`RequestErrorKind::FrozenAltered`](crate::error::RequestErrorKind::FrozenAltered): the request was altered
    ///   after it was stored, or was frozen under a key that this client does not have.
    /// - Every other error of a call. Except for a GET, no outcome is [`NotExecuted`](Outcome::NotExecuted), because an
    ///   earlier attempt may have been executed.
    pub async fn repeat<T: DeserializeOwned + 'static>(
        client: &Self,
        request: &FrozenRequest,
    ) -> Result<Verified<T>> {
        let response = client.execute_repeat(request, find_ciphertexts::<T>).await;
        response?.decode_verified()
    }

    /// Makes one call: encrypts the sensitive fields, sends the request and returns the verified body, ready for
    /// decoding.
    ///
    /// Not generic, so that the protocol is compiled once, and not again in every crate that declares operations.
    pub(crate) fn execute(
        &self,
        endpoint: &'static Endpoint,
        request: Result<Request, RequestError>,
        find_ciphertexts: FindCiphertexts,
    ) -> ResultFuture<'_, UndecodedResponse> {
        Box::pin(async move {
            let record = CallRecord::start(&endpoint.method, endpoint.path);
            let deadline = self.deadline();
            let body = async {
                let frozen = self.shared.freeze(request?, deadline).await?;
                self.shared.perform(frozen, false, deadline, &record).await
            };
            match body.await {
                Ok(body) => Ok(self
                    .prepare_decoding(body, find_ciphertexts, deadline, record)
                    .await),
                Err(error) => Err(record.fail(error)),
            }
        })
    }

    /// Not generic, for the same reason as [`execute`](Self::execute).
    fn execute_repeat<'c>(
        &'c self,
        request: &'c FrozenRequest,
        find_ciphertexts: FindCiphertexts,
    ) -> ResultFuture<'c, UndecodedResponse> {
        Box::pin(async move {
            let record = CallRecord::start_repeat(&request.method);
            let deadline = self.deadline();
            match self.shared.repeat(request.clone(), deadline, &record).await {
                Ok(body) => Ok(self
                    .prepare_decoding(body, find_ciphertexts, deadline, record)
                    .await),
                Err(error) => Err(record.fail(error)),
            }
        })
    }

    async fn prepare_decoding(
        &self,
        body: CheckedBody,
        find_ciphertexts: FindCiphertexts,
        deadline: Instant,
        record: CallRecord,
    ) -> UndecodedResponse {
        UndecodedResponse::new(body, self.merchants(), find_ciphertexts, deadline, record).await
    }

    /// The merchant with the key that signs now, followed by the same merchant with its earlier keys.
    pub(crate) fn merchants(&self) -> Arc<[Merchant]> {
        self.shared.core.merchants()
    }

    fn deadline(&self) -> Instant {
        let start = Instant::now();
        start.checked_add(self.timeout).unwrap_or(start + NEVER)
    }
}

impl Shared {
    /// Encrypts the sensitive fields with one key and names that key in the request. From here on the bytes are
    /// fixed.
    async fn freeze(&self, request: Request, deadline: Instant) -> Result<FrozenRequest> {
        self.core
            .check_serves(request.endpoint.path, request.endpoint.options)?;
        if self.core.network.validate {
            request.validate()?;
        }
        let key = self.select_key(deadline).await?;
        let request = request.encrypted(key.as_ref().map(|selected| &selected.key))?;
        let key_id = key.map(|selected| selected.key_id);
        Ok(FrozenRequest::new(request, self.core.mchid(), key_id)?)
    }

    async fn repeat(
        &self,
        request: FrozenRequest,
        deadline: Instant,
        record: &CallRecord,
    ) -> Result<CheckedBody> {
        let outcome_unknown = request.method != Method::GET;
        let ready = async {
            with_deadline(deadline, self.core.check_owned(&request)).await?;
            // The key that verifies the response may have to be downloaded first.
            self.select_key(deadline).await
        };
        match ready.await {
            Ok(_) => {
                self.perform(request, outcome_unknown, deadline, record)
                    .await
            }
            Err(error) if outcome_unknown => {
                Err(error.after_earlier_attempt().with_frozen_request(request))
            }
            Err(error) => Err(error),
        }
    }

    /// Makes the attempts of a frozen request, and writes to the journal before and after them. `outcome_unknown`
    /// is true if an earlier call has sent the request, so that the request may have been executed already.
    async fn perform(
        &self,
        mut request: FrozenRequest,
        outcome_unknown: bool,
        deadline: Instant,
        record: &CallRecord,
    ) -> Result<CheckedBody> {
        let response = match self.journal_before(&mut request, deadline, record).await {
            Ok(journal) => {
                let attempts = self.core.attempts(
                    &request,
                    &self.core.network.call_hosts,
                    outcome_unknown,
                    deadline,
                );
                let attempt = |host, limits| self.attempt(&request, host, limits);
                let response = attempts.run(record, attempt).await;
                let outcome = response
                    .as_ref()
                    .map_or_else(Error::outcome, |_| Outcome::Executed);
                record.set_outcome(outcome);
                if let Ok(body) = &response {
                    record.set_head(body.head());
                }
                if let Some(journal) = journal {
                    journal.after(&request, outcome).await;
                }
                response
            }
            Err(error) if outcome_unknown => Err(error.after_earlier_attempt()),
            Err(error) => Err(error),
        };
        match response {
            Err(error) if error.outcome() == Outcome::Unknown && request.is_repeatable() => {
                // Without a MAC the error still holds the request, and only this process can repeat it. A GET
                // without an ID is not kept: the caller can make the same call again.
                let written =
                    with_deadline(deadline, self.core.with_id_and_mac(request.clone())).await;
                Err(match written.or_else(|_| request.with_id()) {
                    Ok(request) => error.with_frozen_request(request),
                    Err(_) => error,
                })
            }
            response => response,
        }
    }

    /// Writes the request to the journal, if there is one and the request is of a kind that is journaled.
    async fn journal_before(
        &self,
        request: &mut FrozenRequest,
        deadline: Instant,
        record: &CallRecord,
    ) -> Result<Option<&dyn DynJournal>> {
        let is_journaled = request.method != Method::GET && request.is_repeatable();
        let journal = self.journal.as_deref().filter(|_| is_journaled);
        // After the attempts no time may be left to ask a signer for the MAC.
        if journal.is_some() || (is_journaled && self.core.has_signer()) {
            *request = with_deadline(deadline, self.core.with_id_and_mac(request.clone())).await?;
        }
        if let Some(journal) = journal {
            record.set_may_be_executed();
            let written = async { journal.before(request).await.map_err(Error::journal) };
            // A journal that fails or times out may have stored the entry all the same, and a recovery would
            // repeat it.
            let written = with_deadline(deadline, written).await;
            written.map_err(Error::with_journal_entry)?;
        }
        Ok(journal)
    }

    /// Makes one attempt: signs, sends, reads the response and checks it.
    async fn attempt(
        &self,
        request: &FrozenRequest,
        host: usize,
        limits: AttemptLimits<'_>,
    ) -> Result<CheckedBody> {
        let transport = &self.core.network.transport;
        let deadline = limits.deadline;
        let authorized = self
            .core
            .authorize(request, host, APPLICATION_JSON, deadline);
        let (authorized, inputs) = authorized.await?;
        let response = transport.send(host, authorized, limits, None).await?;
        let response = transport.collect(response, deadline).await?;
        self.check_response(request, response, &inputs, deadline)
            .await
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let core = &self.shared.core;
        f.debug_struct("Client")
            .field("merchant", &core.merchants().first())
            .field("verifier", &core.verifier)
            .field("hosts", &core.call_host_urls())
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}
