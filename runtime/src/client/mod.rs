//! The client, and the whole protocol of one request: [`Client::execute`] freezes it, performs it in as many
//! attempts as are safe, and verifies.

mod attempts;
mod builder;
mod core;
mod decode;
mod download_thread;
mod files;
mod front_ends;
mod keys;

use std::{
    fmt,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use hyper::{Method, Response, StatusCode, body::Bytes};
use serde::de::DeserializeOwned;
use tokio::{task::JoinSet, time::Instant};

pub use builder::ClientBuilder;
pub use decode::UndecodedResponse;
pub(crate) use decode::ciphertexts;

use crate::{
    clock::unix_now,
    config_error::{ConfigError, ConfigErrorKind},
    error::{ApiError, Error, ErrorKind, Numbers, Outcome, Result},
    journal::DynJournal,
    request::sensitive::Ciphertexts,
    request::{FrozenRequest, Request, RequestError},
    sign::Merchant,
    transport::Times,
    verify::{CheckedBody, RefreshReason, Verified, Verifier, is_signed},
};
use core::{AttemptSignature, Core, JSON, with_deadline};

/// For a timeout beyond what the clock can count: thirty years.
const NEVER: Duration = Duration::from_secs(30 * 365 * 86_400);

/// A client of WeChat Pay APIv3 for one merchant (商户) or service provider (服务商).
///
/// Every trait declared with [`wechatpay_api`](crate::wechatpay_api) is implemented for it. A clone
/// is cheap and shares the connections. Calls run on tokio, with its I/O and time drivers; a connection
/// is used by calls of the runtime that made it alone.
#[derive(Clone)]
pub struct Client {
    shared: Arc<Shared>,
    timeout: Duration,
}

/// The state that ends with the last client. [`Core`] stands beside it, since a download of certificates holds the
/// core: a download that held this would keep its own task set alive.
struct Shared {
    core: Arc<Core>,
    journal: Option<Arc<dyn DynJournal>>,
    /// Downloads of certificates. They end with the last client.
    tasks: Mutex<JoinSet<()>>,
}

/// The work of a generated method.
pub(crate) type ResultFuture<'c, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'c>>;

impl Client {
    /// Starts a client that signs as `merchant` and trusts the keys of `verifier`.
    pub fn builder(merchant: Merchant, verifier: Verifier) -> ClientBuilder {
        ClientBuilder::new(merchant, verifier)
    }

    /// The same client, on the same connections, with another timeout for its calls:
    /// `client.with_timeout(Duration::from_secs(5)).query_order(…)`.
    #[must_use]
    pub fn with_timeout(&self, timeout: Duration) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            timeout,
        }
    }

    /// Signs with another certificate and key of the same merchant from now on (更换商户API证书), for this
    /// client and all its clones. Requests that are on their way are not touched, and sensitive fields
    /// that were encrypted for the earlier keys are still decrypted.
    ///
    /// # Errors
    ///
    /// [`ConfigErrorKind::OtherMerchant`] if it is another merchant.
    pub fn renew(&self, merchant: Merchant) -> Result<(), ConfigError> {
        let merchants = &self.shared.core.merchants;
        let mut merchants = merchants.write().unwrap_or_else(PoisonError::into_inner);
        if !merchants.first().is_some_and(|now| now.is_same(&merchant)) {
            return Err(ConfigErrorKind::OtherMerchant.into());
        }
        let earlier = merchants
            .iter()
            .filter(|it| it.serial_no() != merchant.serial_no());
        *merchants = [merchant.clone()]
            .into_iter()
            .chain(earlier.cloned())
            .collect();
        Ok(())
    }

    /// Repeats a frozen request (原参数重入): the same bytes with a new signature, for an outcome that is
    /// [`Unknown`](Outcome::Unknown), or an entry of a [`Journal`](crate::Journal) without one.
    ///
    /// WeChat Pay de-duplicates by the merchant's number in the request (`out_trade_no`, `out_refund_no`). Do
    /// not repeat an operation that has no such number: query it. A journal records the repetition under the
    /// id of the first request.
    ///
    /// # Errors
    ///
    /// The same errors as the call itself. For anything but a GET the outcome stays
    /// [`Unknown`](Outcome::Unknown), because an earlier attempt may have been executed. That holds for a
    /// request of another merchant ([`OtherMerchant`](crate::error::RequestErrorKind::OtherMerchant)) and for one that was altered since it
    /// was written ([`FrozenAltered`](crate::error::RequestErrorKind::FrozenAltered)), too.
    pub async fn repeat<T: DeserializeOwned + 'static>(
        &self,
        request: &FrozenRequest,
    ) -> Result<Verified<T>> {
        let deadline = self.deadline();
        let body = self.shared.repeat(request.clone(), deadline).await?;
        let response = UndecodedResponse::new(body, self.merchants(), ciphertexts::<T>, deadline);
        response.await.decode_verified()
    }

    /// Makes one call: encrypts the sensitive fields, sends the request, and returns the verified body with what
    /// decrypts its sensitive fields.
    ///
    /// Not generic, so that the protocol is compiled here and not again in every crate that calls.
    pub(crate) fn execute(
        &self,
        request: Result<Request, RequestError>,
        ciphertexts: Ciphertexts,
    ) -> ResultFuture<'_, UndecodedResponse> {
        Box::pin(async move {
            let deadline = self.deadline();
            let frozen = self.shared.freeze(request?, deadline).await?;
            let body = self.shared.perform(frozen, false, deadline).await?;
            Ok(UndecodedResponse::new(body, self.merchants(), ciphertexts, deadline).await)
        })
    }

    /// The merchant with its keys, the one that signs first.
    pub(crate) fn merchants(&self) -> Arc<[Merchant]> {
        self.shared.core.merchants()
    }

    fn deadline(&self) -> Instant {
        let start = Instant::now();
        start.checked_add(self.timeout).unwrap_or(start + NEVER)
    }
}

impl Shared {
    /// Fills the slots of sensitive values with ciphertexts under one key, and names that very key: from
    /// here on the bytes stand.
    async fn freeze(&self, request: Request, deadline: Instant) -> Result<FrozenRequest> {
        self.core
            .serves(request.endpoint.path, request.endpoint.options)?;
        let key = self.select_key(deadline).await?;
        let request = request.encrypted(key.as_ref().map(|it| &it.key))?;
        let key_id = key.map(|it| it.key_id);
        Ok(FrozenRequest::of(request, self.core.mchid(), key_id)?)
    }

    async fn repeat(&self, request: FrozenRequest, deadline: Instant) -> Result<CheckedBody> {
        let outcome_unknown = request.method != Method::GET;
        let ready = async {
            with_deadline(deadline, self.core.check_owned(&request)).await?;
            // What verifies the response may have to be waited for.
            self.select_key(deadline).await
        };
        match ready.await {
            Ok(_) => self.perform(request, outcome_unknown, deadline).await,
            Err(error) if outcome_unknown => {
                Err(error.after_earlier_attempt().with_frozen_request(request))
            }
            Err(error) => Err(error),
        }
    }

    /// Makes the attempts of a frozen request, with the journal before and after them. `outcome_unknown` says that
    /// an earlier call sent the request, which may have been executed then.
    async fn perform(
        &self,
        mut request: FrozenRequest,
        outcome_unknown: bool,
        deadline: Instant,
    ) -> Result<CheckedBody> {
        let response = match self.journal_before(&mut request, deadline).await {
            Ok(journal) => {
                let attempts =
                    self.core
                        .attempts(&request, &self.core.call_hosts, outcome_unknown, deadline);
                let attempt = |host, times| self.attempt(&request, host, times);
                let response = attempts.run(attempt).await;
                if let Some(journal) = journal {
                    let outcome = response
                        .as_ref()
                        .map_or_else(Error::outcome, |_| Outcome::Executed);
                    journal.after(&request, outcome).await;
                }
                response
            }
            Err(error) if outcome_unknown => Err(error.after_earlier_attempt()),
            Err(error) => Err(error),
        };
        match response {
            Err(error) if error.outcome() == Outcome::Unknown && request.is_repeatable() => {
                // Without a MAC only this process can repeat the request. A GET that gets no id is not
                // held: the caller asks again.
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

    /// Tells the journal of a request that it is to be told of.
    async fn journal_before(
        &self,
        request: &mut FrozenRequest,
        deadline: Instant,
    ) -> Result<Option<&dyn DynJournal>> {
        let is_journaled = request.method != Method::GET && request.is_repeatable();
        let journal = self.journal.as_deref().filter(|_| is_journaled);
        // Afterwards it may be too late to ask a signer for the MAC.
        if journal.is_some() || (is_journaled && self.core.has_signer()) {
            *request = with_deadline(deadline, self.core.with_id_and_mac(request.clone())).await?;
        }
        if let Some(journal) = journal {
            let written = async {
                journal
                    .before(request)
                    .await
                    .map_err(|error| ErrorKind::Journal(error).into())
            };
            // A journal that fails or is late may hold the entry all the same, and a recovery then
            // repeats it.
            let written = with_deadline(deadline, written).await;
            written.map_err(Error::with_journal_entry)?;
        }
        Ok(journal)
    }

    /// One attempt: signed, sent, and judged by its response.
    async fn attempt(
        &self,
        request: &FrozenRequest,
        host: usize,
        times: Times<'_>,
    ) -> Result<CheckedBody> {
        let Core { transport, .. } = &*self.core;
        let deadline = times.deadline;
        let authorized = self.core.authorize(request, host, JSON, deadline);
        let (authorized, signature) = authorized.await?;
        let response = transport.send(host, authorized, times, None).await?;
        let response = transport.collect(response, deadline).await?;
        self.check_response(request, response, &signature, deadline)
            .await
    }

    /// What a response is: verified, an error response, or not to be believed.
    async fn check_response(
        &self,
        request: &FrozenRequest,
        response: Response<Bytes>,
        signature: &AttemptSignature,
        deadline: Instant,
    ) -> Result<CheckedBody> {
        let success = is_success(response.status(), request.options.accepted);
        if success && request.options.unsigned && !is_signed(response.headers()) {
            return Ok(CheckedBody::declared_unsigned(response));
        }
        if !response.status().is_success() && !is_signed(response.headers()) {
            let error = ApiError::unauthenticated(&response);
            let error = error.explained(&response, &signature.signed(request), &signature.merchant);
            return Err(error.into());
        }
        if success {
            return Ok(self.verify(response, deadline).await?.into());
        }
        let numbers = Numbers::of(response.headers());
        let verified = self.verify(response, deadline).await?;
        let error = ApiError::authenticated(&verified).with_numbers(numbers);
        Err(error.for_method(&request.method).into())
    }

    /// Verifies; once more if the key had to be downloaded first.
    async fn verify(
        &self,
        response: Response<Bytes>,
        deadline: Instant,
    ) -> Result<Verified<Bytes>> {
        let verifier = &self.core.verifier;
        let failure = match verifier.verify(response, unix_now()) {
            Ok(verified) => return Ok(verified),
            Err(failure) => failure,
        };
        let downloadable = verifier.downloaded().zip(failure.kind().to_be_learnt());
        let Some((certificates, key_id)) = downloadable else {
            return Err(failure.into());
        };
        // Whatever came of the wait, or of one that another call had: the response is verified, or not.
        drop(
            self.refresh_and_wait(certificates, RefreshReason::UnknownKeyId(key_id), deadline)
                .await,
        );
        Ok(verifier.verify(failure.into_response(), unix_now())?)
    }
}

/// 204 and the other 2xx are done; 202 is «accepted, not done», unless the operation responds so by
/// design.
fn is_success(status: StatusCode, accepted: bool) -> bool {
    status.is_success() && (status != StatusCode::ACCEPTED || accepted)
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
