//! The state that attempts share, and the signed HTTP request of one attempt.

use std::sync::{Arc, PoisonError, RwLock};

use http::{
    HeaderMap, Uri,
    header::{self, HeaderValue},
};
use tokio::time::{Instant, timeout_at};

use super::attempts::{Attempts, Hosts};
use crate::{
    base_url::{BaseUrl, NotBelowPrefix},
    call_error::{Result, TransportError, TransportErrorKind},
    clock::Clock,
    crypto,
    request::{EndpointOptions, FrozenRequest, RequestError, RequestErrorKind},
    sign::{Merchant, SigningError, message::SignedRequest},
    transport::{RequestBody, Transport},
    upload::{Multipart, UploadFile},
    verify::Verifier,
};

const USER_AGENT: &str = concat!("wechatpay-client/", env!("CARGO_PKG_VERSION"));

pub(super) const APPLICATION_JSON: &str = "application/json";

pub(super) struct Core {
    /// The merchant with the key that signs now, followed by the same merchant with its earlier keys.
    pub(super) merchants: RwLock<Arc<[Merchant]>>,
    pub(super) verifier: Verifier,
    pub(super) network: Arc<Network>,
}

/// The part of a client that belongs to no merchant, shared by the clients of all merchants of a process: TLS,
/// connections and hosts.
pub(super) struct Network {
    pub(super) transport: Transport,
    /// The hosts in the transport's order: the primary, the backup if there is one, and the hosts of files.
    pub(super) hosts: Vec<BaseUrl>,
    /// The primary and the backup.
    pub(super) call_hosts: Hosts,
    pub(super) global: bool,
    pub(super) max_retries: u32,
    /// Bodies are checked against their published rules.
    pub(super) validate: bool,
    pub(super) clock: Clock,
}

impl Core {
    /// The merchant with the key that signs now, followed by the same merchant with its earlier keys.
    pub(super) fn merchants(&self) -> Arc<[Merchant]> {
        let merchants = self.merchants.read();
        Arc::clone(&merchants.unwrap_or_else(PoisonError::into_inner))
    }

    /// The URLs of the primary and of the backup, if there is one.
    pub(super) fn call_host_urls(&self) -> Vec<&Uri> {
        let hosts = self.network.hosts.iter().map(BaseUrl::uri);
        hosts.take(self.network.call_hosts.count()).collect()
    }

    pub(super) fn mchid(&self) -> Arc<str> {
        let merchants = self.merchants();
        merchants
            .first()
            .map_or_else(|| Arc::from(""), |merchant| Arc::clone(merchant.id()))
    }

    /// Refuses an operation of another mode (merchant or brand), or of hosts that this client does not call.
    pub(super) fn check_serves(
        &self,
        path: &str,
        options: EndpointOptions,
    ) -> Result<(), RequestError> {
        let merchants = self.merchants();
        if !merchants
            .iter()
            .all(|merchant| merchant.scheme().serves(path))
        {
            return Err(RequestErrorKind::OtherMode.into());
        }
        match (options.global, self.network.global) {
            (true, false) => Err(RequestErrorKind::GlobalOperation.into()),
            (false, true) => Err(RequestErrorKind::MainlandOperation.into()),
            _ => Ok(()),
        }
    }

    /// Refuses to repeat a request of another merchant, or one that was altered.
    pub(super) async fn check_owned(&self, request: &FrozenRequest) -> Result<()> {
        if *request.mchid != *self.mchid() {
            return Err(RequestError::from(RequestErrorKind::OtherMerchant).into());
        }
        self.check_serves(request.uri.path(), request.options)?;
        if !request.check_mac(&self.merchants()).await? {
            return Err(RequestError::from(RequestErrorKind::FrozenAltered).into());
        }
        Ok(())
    }

    /// True if a [`Signer`](crate::Signer) holds a key, so that signing may take time.
    pub(super) fn has_signer(&self) -> bool {
        self.merchants()
            .iter()
            .any(|merchant| merchant.private_key().is_none())
    }

    /// The request with an ID and a MAC, so that it can be stored and repeated.
    pub(super) async fn with_id_and_mac(&self, request: FrozenRequest) -> Result<FrozenRequest> {
        let merchants = self.merchants();
        let merchant = merchants.first().ok_or_else(SigningError::no_key)?;
        Ok(request.with_id()?.with_mac(merchant).await?)
    }

    pub(super) fn attempts<'a>(
        &self,
        request: &'a FrozenRequest,
        hosts: &'a Hosts,
        outcome_unknown: bool,
        deadline: Instant,
    ) -> Attempts<'a> {
        let max_retries = self.network.max_retries;
        Attempts::new(request, hosts, max_retries, outcome_unknown, deadline)
    }

    /// The HTTP request of one attempt: signed, with its own timestamp and nonce.
    pub(super) async fn authorize(
        &self,
        request: &FrozenRequest,
        host: usize,
        accept: &'static str,
        deadline: Instant,
    ) -> Result<(http::Request<RequestBody>, SigningInputs)> {
        let inputs = SigningInputs {
            // The list is never empty.
            merchant: self
                .merchants()
                .first()
                .cloned()
                .ok_or_else(SigningError::no_key)?,
            timestamp: self.network.clock.unix_now(),
            nonce: crypto::nonce().map_err(SigningError::openssl)?,
        };
        let authorization = inputs.merchant.authorize(inputs.signed(request));
        let authorization = match inputs.merchant.private_key() {
            // A key in this process signs without waiting.
            Some(_) => authorization.await?,
            None => with_deadline(deadline, async { Ok(authorization.await?) }).await?,
        };
        let mut headers = HeaderMap::with_capacity(8);
        let mut target = request.uri.clone();
        if let Some(host) = self.network.hosts.get(host) {
            headers.insert(header::HOST, host.host().clone());
            target = host.request_target(&target).map_err(not_below_prefix)?;
        }
        headers.insert(header::AUTHORIZATION, header_value(authorization)?);
        headers.insert(header::ACCEPT, HeaderValue::from_static(accept));
        headers.insert(header::USER_AGENT, HeaderValue::from_static(USER_AGENT));
        if let Some(key_id) = request.key_id() {
            headers.insert("wechatpay-serial", header_value(key_id.to_owned())?);
        }
        let body = request.body.clone().unwrap_or_default();
        let (content_type, body) = match &request.file {
            Some(file) => form(&body, file)?,
            None => (
                HeaderValue::from_static(APPLICATION_JSON),
                RequestBody::from(body),
            ),
        };
        if request.body.is_some() {
            headers.insert(header::CONTENT_TYPE, content_type);
        }
        headers.extend(request.headers.clone());
        let mut authorized = http::Request::new(body);
        *authorized.method_mut() = request.method.clone();
        *authorized.uri_mut() = target;
        *authorized.headers_mut() = headers;
        Ok((authorized, inputs))
    }
}

/// The merchant, timestamp and nonce that one attempt signs with.
pub(super) struct SigningInputs {
    pub(super) merchant: Merchant,
    timestamp: u64,
    nonce: String,
}

impl SigningInputs {
    /// The parts of `request` that the signature covers.
    pub(super) fn signed<'a>(&'a self, request: &'a FrozenRequest) -> SignedRequest<'a> {
        SignedRequest {
            method: request.method(),
            target: request.target(),
            timestamp: self.timestamp,
            nonce: &self.nonce,
            body: request.body(),
        }
    }
}

/// The content type and the streamed multipart form of an upload.
fn form(meta: &[u8], file: &UploadFile) -> Result<(HeaderValue, RequestBody)> {
    let boundary = crypto::nonce().map_err(SigningError::openssl)?;
    let form = Multipart::new(&boundary, meta, file);
    let length = form.length();
    Ok((
        header_value(Multipart::content_type(&boundary))?,
        RequestBody::stream(form, length),
    ))
}

/// Runs a step that sends nothing, within the deadline. Boxed, so that the rare step does not enlarge the future
/// of every call.
pub(super) fn with_deadline<T>(
    deadline: Instant,
    step: impl Future<Output = Result<T>>,
) -> impl Future<Output = Result<T>> {
    let step = Box::pin(timeout_at(deadline, step));
    async {
        match step.await {
            Ok(done) => done,
            Err(_) => {
                Err(TransportError::new(TransportErrorKind::Timeout, false, None, None).into())
            }
        }
    }
}

fn not_below_prefix(error: NotBelowPrefix) -> RequestError {
    match error {
        NotBelowPrefix::EscapesPrefix => RequestErrorKind::LeavesPrefix,
        NotBelowPrefix::TooLong => RequestErrorKind::TargetTooLong,
    }
    .into()
}

/// Every value of a header was checked when it was configured, so this does not fail.
fn header_value(text: String) -> Result<HeaderValue, SigningError> {
    HeaderValue::try_from(text).map_err(|_| SigningError::no_key())
}
