//! Serves the gateway's connections: reads a request, checks it, finds its scripted response and sends that.

use std::{io, pin::Pin, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::BodyExt;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_openssl::SslStream;
use hyper_util::rt::{TokioIo, TokioTimer};
use openssl::ssl::Ssl;
use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinSet,
    time::sleep,
};

use super::{
    authorize, bill, certificates,
    context::GatewayContext,
    operations::OperationRequest,
    param_error::ParamError,
    params,
    received::ReceivedRequest,
    response::{ScriptedBody, to_http},
    script::Responder,
    scripted_response::{Fault, ScriptedResponse},
    upload,
};
use crate::sign::Scheme;

/// The idle time after which the gateway closes a connection, as the real hosts do.
const KEEP_ALIVE: Duration = Duration::from_secs(8);

/// The largest head of a request that is read, in bytes.
const HEAD_LIMIT: usize = 64 << 10;

/// The largest body of a request that is read, in bytes.
const BODY_LIMIT: usize = 64 << 20;

/// Accepts connections until the task is aborted, which ends all connections too.
pub(super) async fn accept(listener: TcpListener, context: Arc<GatewayContext>) {
    let mut connections = JoinSet::new();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => drop(connections.spawn(serve(stream, Arc::clone(&context)))),
            // Probably out of file descriptors: other connections must close first.
            Err(_) => sleep(Duration::from_millis(10)).await,
        }
        while connections.try_join_next().is_some() {}
    }
}

/// Serves one connection. A failed handshake or a broken connection is ignored: the client reports it.
async fn serve(stream: TcpStream, context: Arc<GatewayContext>) {
    let _counted = OpenConnection::count(&context);
    let _ = stream.set_nodelay(true);
    let Some(mut stream) = Ssl::new(context.keys.acceptor.context())
        .and_then(|ssl| SslStream::new(ssl, TokioIo::new(stream)))
        .ok()
    else {
        return;
    };
    let accepted = Pin::new(&mut stream).accept().await.is_ok();
    // The acceptor selects HTTP/2 for a client that offers it, but this gateway serves only HTTP/1.1.
    if accepted && stream.ssl().selected_alpn_protocol() == Some(b"http/1.1") {
        let service = service_fn(|request| respond(&context, request));
        let served = http1::Builder::new()
            .timer(TokioTimer::new())
            .max_buf_size(HEAD_LIMIT)
            .header_read_timeout(KEEP_ALIVE)
            .serve_connection(stream, service);
        drop(served.await);
    }
}

/// Responds to one request. An error closes the connection without a response.
async fn respond(
    context: &GatewayContext,
    request: Request<Incoming>,
) -> io::Result<Response<ScriptedBody>> {
    let close = || io::Error::from(io::ErrorKind::ConnectionAborted);
    let (head, body) = request.into_parts();
    if context
        .state()
        .script
        .take_drop_before_read(head.method.as_str(), head.uri.path())
    {
        return Err(close());
    }
    let Some(body) = read_body(body).await? else {
        return too_large(context).ok_or_else(close);
    };
    let mut request = ReceivedRequest::new(head, body);
    let scripted = match authorize::check(context, &request, context.now()) {
        Ok(()) => {
            request.set_authorized();
            scripted_response(context, &request)
        }
        Err(refusal) => refusal,
    };
    context.state().record.push(request.clone());
    // A sleep of tokio takes a millisecond even for a zero delay.
    if !scripted.delay.is_zero() {
        sleep(scripted.delay).await;
    }
    if matches!(
        scripted.fault,
        Some(Fault::DropBeforeRead | Fault::DropAfterRead)
    ) {
        return Err(close());
    }
    let key_id = request.header("wechatpay-serial");
    let signer = match key_id {
        // The list is signed with the key that the client knows, since it may announce a newer one.
        Some(key_id) if certificates::is_list_request(&request) => context.signer_by_id(key_id),
        _ => None,
    };
    let signer = signer.unwrap_or_else(|| context.signer_for(key_id));
    to_http(
        &signer,
        authorize::scheme_of(&request),
        &scripted,
        context.now(),
    )
    .ok_or_else(close)
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

/// The response to a request with a valid signature.
fn scripted_response(context: &GatewayContext, request: &ReceivedRequest) -> ScriptedResponse {
    if let Err(error) = check(context, request) {
        return error.into();
    }
    let (method, path) = (request.method(), request.path());
    let next = context.state().script.next(method, path);
    match next {
        Responder::Fixed(scripted) => scripted,
        // No lock is held here, so the responder may call the gateway.
        Responder::Computed(responder) => replace_unsendable(responder(request)),
        Responder::None if certificates::is_list_request(request) => certificates::list(context),
        Responder::None => download(context, request)
            .or_else(|| known_response(context, request))
            .unwrap_or_else(|| unknown(context, method, path)),
    }
}

/// Checks the parameters of a request. The rules of a known operation name a mistake more exactly, so they come before
/// those of every operation.
fn check(context: &GatewayContext, request: &ReceivedRequest) -> Result<(), ParamError> {
    params::check_object(request)?;
    // The gateway itself made the address of a file.
    let operations = context.operations.as_deref();
    let operations = operations.filter(|_| download(context, request).is_none());
    let operation_request = OperationRequest::new(request, context);
    operations.map_or(Ok(()), |operations| operations.check(&operation_request))?;
    params::check_nulls(&operation_request, operations)?;
    params::check_content_type(request)?;
    upload::check(request)
}

/// The response of a known operation.
fn known_response(context: &GatewayContext, request: &ReceivedRequest) -> Option<ScriptedResponse> {
    let operations = context.operations.as_ref()?;
    let response = operations.respond(&OperationRequest::new(request, context))?;
    Some(replace_unsendable(response))
}

/// The 404 of an operation that is neither scripted nor known.
fn unknown(context: &GatewayContext, method: &str, path: &str) -> ScriptedResponse {
    let operations = context.operations.as_ref();
    let similar = operations.map(|operations| operations.similar(method, path));
    context.state().script.unscripted(method, path, similar)
}

/// The response to a body that is larger than the limit.
fn too_large(context: &GatewayContext) -> Option<Response<ScriptedBody>> {
    let message = format!("the gateway reads bodies of {BODY_LIMIT} bytes at most");
    let scripted = ScriptedResponse::error(413, "REQUEST_TOO_LARGE", &message).unsigned();
    to_http(
        &context.signer_for(None),
        Scheme::Merchant,
        &scripted,
        context.now(),
    )
}

/// The file of a scripted bill, if the request asks for one.
fn download(context: &GatewayContext, request: &ReceivedRequest) -> Option<ScriptedResponse> {
    let token = bill::token(request)?;
    let file = context.state().bills.get(token)?.clone();
    Some(file.response(request))
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

/// Counts a connection as open until dropped.
struct OpenConnection(Arc<GatewayContext>);

impl OpenConnection {
    fn count(context: &Arc<GatewayContext>) -> Self {
        let connections = &mut context.state().connections;
        connections.accepted += 1;
        connections.open += 1;
        connections.peak = connections.peak.max(connections.open);
        Self(Arc::clone(context))
    }
}

impl Drop for OpenConnection {
    fn drop(&mut self) {
        self.0.state().connections.open -= 1;
    }
}
