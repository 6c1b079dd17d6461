//! The steps from a request to its response, without the connection.

use std::{
    io,
    sync::{Arc, Mutex},
};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use tokio::time::sleep;

use super::{
    authorize, bill, certificates,
    context::{GatewayContext, GatewayState},
    keys::PlatformKeys,
    merchant::GatewayMerchant,
    notification_signer::sign_by,
    operations::{OperationRequest, Operations},
    param_error::ParamError,
    params,
    received::ReceivedRequest,
    response::{ScriptedBody, to_http},
    script::Responder,
    scripted_response::{Fault, ScriptedResponse},
    upload,
};
use crate::sign::Scheme;

/// The largest body of a request that is read, in bytes.
const BODY_LIMIT: usize = 64 << 20;

/// Handles the requests of a gateway, whatever connection they come by.
#[derive(Clone)]
pub struct Handler {
    context: Arc<GatewayContext>,
}

impl Handler {
    /// The handler of a sandbox for these merchants. A request that names none of them counts as one of the gateway's
    /// own merchant.
    pub fn for_sandbox(
        own: GatewayMerchant,
        merchants: impl IntoIterator<Item = GatewayMerchant>,
        platform: PlatformKeys,
        operations: impl Operations + 'static,
    ) -> Self {
        let state = GatewayState {
            merchants: merchants.into_iter().collect(),
            ..GatewayState::default()
        };
        Self::new(Arc::new(GatewayContext {
            merchant: own,
            platform,
            operations: Some(Arc::new(operations)),
            state: Mutex::new(state),
        }))
    }

    /// The number of the merchant or brand that sent a request.
    pub fn sender(&self, request: &ReceivedRequest) -> String {
        self.context.sender(request).id().to_owned()
    }

    /// Decrypts a sensitive field of a request, as [`OperationRequest::decrypt`] does.
    pub fn decrypt(&self, request: &ReceivedRequest, ciphertext: &str) -> Option<String> {
        OperationRequest::new(request, &self.context).decrypt(ciphertext)
    }

    /// Encrypts a sensitive field of the response to a request, as [`OperationRequest::encrypt`] does.
    pub fn encrypt(&self, request: &ReceivedRequest, plaintext: &str) -> io::Result<String> {
        OperationRequest::new(request, &self.context).encrypt(plaintext)
    }

    /// The number of the merchant or brand that a request names as its sender, whether or not its signature is right.
    pub fn named_sender(request: &ReceivedRequest) -> Option<&str> {
        let (_, id, _) = authorize::sender(request)?;
        Some(id)
    }

    /// Makes the request of a notification to a merchant, signed by the mode of the merchant.
    pub fn notification(
        &self,
        merchant: &GatewayMerchant,
        body: impl Into<Bytes>,
        fault: Option<Fault>,
    ) -> io::Result<Request<Bytes>> {
        let signer = match merchant.is_certificate_mode() {
            true => self.context.newest_platform().signer,
            false => merchant.notification_signer().signer().clone(),
        };
        sign_by(&signer, self.context.now(), body.into(), fault)
    }

    pub(super) const fn new(context: Arc<GatewayContext>) -> Self {
        Self { context }
    }

    pub(super) const fn context(&self) -> &Arc<GatewayContext> {
        &self.context
    }

    /// Responds to one request of a test, with the response of its script. An error closes the connection without a
    /// response.
    pub(super) async fn respond(
        &self,
        request: Request<Incoming>,
    ) -> io::Result<Response<ScriptedBody>> {
        let (method, path) = (request.method().as_str(), request.uri().path());
        if self
            .context
            .state()
            .script
            .take_drop_before_read(method, path)
        {
            return Err(closed());
        }
        let Some(mut request) = Self::read("https", request).await? else {
            return self.too_large();
        };
        let scripted = match self.check(&mut request) {
            Ok(()) => self.scripted_response(&request),
            Err(refusal) => refusal,
        };
        self.context.state().record.push(request.clone());
        self.send(&request, &scripted).await
    }

    /// Reads a request; `None` if its body is larger than the limit. `scheme` is that of the connection, `https` or
    /// `http`.
    pub async fn read(
        scheme: &str,
        request: Request<Incoming>,
    ) -> io::Result<Option<ReceivedRequest>> {
        let (head, body) = request.into_parts();
        let body = read_body(body).await?;
        Ok(body.map(|body| ReceivedRequest::new(scheme, head, body)))
    }

    /// Checks the signature and the parameters of a request. The error is the response.
    pub fn check(&self, request: &mut ReceivedRequest) -> Result<(), ScriptedResponse> {
        authorize::check(&self.context, request, self.context.now())?;
        request.set_authorized();
        let checked = self.check_parameters(request);
        checked.map_err(|error| params::as_written(error, request).into())
    }

    /// The response to a checked request without a script: the certificates, a file, or the response of a known
    /// operation. `None` if the operation is not known.
    pub fn known_response(&self, request: &ReceivedRequest) -> Option<ScriptedResponse> {
        if certificates::is_list_request(request) {
            return Some(certificates::list(&self.context, request));
        }
        self.download(request).or_else(|| self.example(request))
    }

    /// Signs a response, and sends it after its delay. An error closes the connection without a response.
    pub async fn send(
        &self,
        request: &ReceivedRequest,
        scripted: &ScriptedResponse,
    ) -> io::Result<Response<ScriptedBody>> {
        // A sleep of tokio takes a millisecond even for a zero delay.
        if !scripted.delay.is_zero() {
            sleep(scripted.delay).await;
        }
        if matches!(
            scripted.fault,
            Some(Fault::DropBeforeRead | Fault::DropAfterRead)
        ) {
            return Err(closed());
        }
        let signer = match certificates::is_list_request(request) {
            // A client may have no key yet. Else the list is signed with the key that the client knows, since the list
            // may announce a newer one.
            true => self
                .context
                .named_signer(request)
                .unwrap_or_else(|| self.context.newest_platform().signer),
            false => self.context.signer_for(request),
        };
        let scheme = authorize::scheme_of(request);
        to_http(&signer, scheme, scripted, self.context.now()).ok_or_else(closed)
    }

    /// The response to a body that is larger than the limit.
    pub fn too_large(&self) -> io::Result<Response<ScriptedBody>> {
        let message = format!("the gateway reads bodies of {BODY_LIMIT} bytes at most");
        let scripted = ScriptedResponse::error(413, "REQUEST_TOO_LARGE", &message).unsigned();
        let signer = self.context.newest_platform().signer;
        to_http(&signer, Scheme::Merchant, &scripted, self.context.now()).ok_or_else(closed)
    }

    /// The response to a checked request of a test.
    fn scripted_response(&self, request: &ReceivedRequest) -> ScriptedResponse {
        let next = self
            .context
            .state()
            .script
            .next(request.method(), request.path());
        match next {
            Responder::Fixed(scripted) => scripted,
            // No lock is held here, so the responder may call the gateway.
            Responder::Computed(responder) => replace_unsendable(responder(request)),
            Responder::None => {
                let known = self.known_response(request);
                known.unwrap_or_else(|| self.unknown(request.method(), request.path()))
            }
        }
    }

    /// Checks the parameters of a request. The rules of a known operation name a mistake more exactly, so they come
    /// before those of every operation.
    fn check_parameters(&self, request: &ReceivedRequest) -> Result<(), ParamError> {
        params::check_object(request)?;
        // The gateway itself made the address of a file.
        let operations = self.context.operations.as_deref();
        let operations = operations.filter(|_| self.download(request).is_none());
        let operation_request = OperationRequest::new(request, &self.context);
        operations.map_or(Ok(()), |operations| operations.check(&operation_request))?;
        params::check_nulls(&operation_request, operations)?;
        params::check_content_type(request)?;
        upload::check(request)
    }

    /// The response of a known operation.
    fn example(&self, request: &ReceivedRequest) -> Option<ScriptedResponse> {
        let operations = self.context.operations.as_ref()?;
        let response = operations.respond(&OperationRequest::new(request, &self.context))?;
        Some(replace_unsendable(response))
    }

    /// The 404 of an operation that is neither scripted nor known.
    fn unknown(&self, method: &str, path: &str) -> ScriptedResponse {
        let operations = self.context.operations.as_ref();
        let similar = operations.map(|operations| operations.similar(method, path));
        let state = self.context.state();
        state.script.unscripted(method, path, similar)
    }

    /// The file of a bill, if the request asks for one.
    fn download(&self, request: &ReceivedRequest) -> Option<ScriptedResponse> {
        let token = bill::token(request)?;
        let file = self.context.state().bills.get(token)?.clone();
        Some(file.response(request))
    }
}

/// Reads the body; `None` if it is larger than the limit.
async fn read_body(mut body: Incoming) -> io::Result<Option<Bytes>> {
    let mut read = Vec::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(io::Error::other)?;
        let data = frame.into_data().unwrap_or_default();
        if read.len() + data.len() > BODY_LIMIT {
            return Ok(None);
        }
        read.extend_from_slice(&data);
    }
    Ok(Some(read.into()))
}

/// Replaces a computed response that cannot be sent: a panic here would look like a broken connection.
fn replace_unsendable(scripted: ScriptedResponse) -> ScriptedResponse {
    match scripted.check_sendable() {
        Ok(()) => scripted,
        Err(error) => {
            let message = format!("a scripted response that cannot be sent: {error}");
            ScriptedResponse::error(500, "UNSENDABLE_RESPONSE", &message).unsigned()
        }
    }
}

/// The error that closes the connection without a response.
fn closed() -> io::Error {
    io::ErrorKind::ConnectionAborted.into()
}
