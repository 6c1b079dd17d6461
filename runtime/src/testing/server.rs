//! The gateway's side of the wire: connections, and the responses on them.

use std::{
    io, iter,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use http_body_util::BodyExt;
use hyper::{
    Request, Response,
    body::{Bytes, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_openssl::SslStream;
use hyper_util::rt::{TokioIo, TokioTimer};
use openssl::ssl::Ssl;
use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinSet,
    time::sleep,
};

use super::{
    authorize,
    bill::{self, BillContent},
    certificates,
    keys::{Keys, MerchantKeys, PUBLIC_KEY_ID, Platform, Signer},
    params,
    received::ReceivedRequest,
    record::Record,
    response::{ScriptedBody, response},
    script::{Always, Script},
    scripted_response::{Fault, ScriptedResponse},
    upload,
};
use crate::{clock::unix_now, crypto::PublicKey, sign::Scheme};

/// The real hosts close an idle connection after this long.
const KEEP_ALIVE: Duration = Duration::from_secs(8);

/// The largest head of a request that is read, in bytes.
const HEAD_LIMIT: usize = 64 << 10;

/// The largest body of a request that is read, in bytes.
const BODY_LIMIT: usize = 64 << 20;

pub(super) struct Shared {
    pub(super) keys: &'static Keys,
    pub(super) state: Mutex<State>,
}

#[derive(Default)]
pub(super) struct State {
    pub(super) script: Script,
    /// The files of scripted bills; the place is the token.
    pub(super) bills: Vec<BillContent>,
    pub(super) record: Record,
    pub(super) connections: Connections,
    /// What came after the first platform certificate, the newest last.
    pub(super) rotated: Vec<Platform>,
    /// The merchant's further certificates.
    pub(super) renewed: Vec<MerchantKeys>,
    pub(super) clock_ahead: i32,
}

/// How many connections were accepted, are open, and were open at once.
#[derive(Default)]
pub(super) struct Connections {
    pub(super) accepted: usize,
    pub(super) open: usize,
    pub(super) peak: usize,
}

/// Until aborted; the connections end with it.
pub(super) async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => drop(connections.spawn(serve(stream, Arc::clone(&shared)))),
            // Out of file descriptors: others must close first.
            Err(_) => sleep(Duration::from_millis(10)).await,
        }
        while connections.try_join_next().is_some() {}
    }
}

/// One connection. A failed handshake, or a connection that breaks, is the client's to notice.
async fn serve(stream: TcpStream, shared: Arc<Shared>) {
    let _open = Open::count(&shared);
    let _ = stream.set_nodelay(true);
    let Some(mut stream) = Ssl::new(shared.keys.acceptor.context())
        .and_then(|ssl| SslStream::new(ssl, TokioIo::new(stream)))
        .ok()
    else {
        return;
    };
    let accepted = Pin::new(&mut stream).accept().await.is_ok();
    // Who offers HTTP/2 has to speak it; this gateway does not.
    if accepted && stream.ssl().selected_alpn_protocol() == Some(b"http/1.1") {
        let service = service_fn(|request| respond(&shared, request));
        let served = http1::Builder::new()
            .timer(TokioTimer::new())
            .max_buf_size(HEAD_LIMIT)
            .header_read_timeout(KEEP_ALIVE)
            .serve_connection(stream, service);
        drop(served.await);
    }
}

/// An error closes the connection without a response.
async fn respond(
    shared: &Shared,
    request: Request<Incoming>,
) -> io::Result<Response<ScriptedBody>> {
    let closed = || io::Error::from(io::ErrorKind::ConnectionAborted);
    let (head, body) = request.into_parts();
    if shared
        .state()
        .script
        .drops_unread(head.method.as_str(), head.uri.path())
    {
        return Err(closed());
    }
    let Some(body) = read(body).await? else {
        return shared.too_large().ok_or_else(closed);
    };
    let mut request = ReceivedRequest::new(head, body);
    let scripted = match authorize::check(shared, &request, shared.now()) {
        Ok(()) => {
            request.authorize();
            shared.scripted(&request)
        }
        Err(refusal) => refusal,
    };
    shared.state().record.push(request.clone());
    // tokio's clock makes a millisecond even of no delay.
    if !scripted.delay.is_zero() {
        sleep(scripted.delay).await;
    }
    if matches!(
        scripted.fault,
        Some(Fault::DropBeforeRead | Fault::DropAfterRead)
    ) {
        return Err(closed());
    }
    let key_id = request.header("wechatpay-serial");
    let signer = match key_id {
        // A new certificate is announced under one that is known.
        Some(key_id) if certificates::asked_for(&request) => shared.named(key_id),
        _ => None,
    };
    let signer = signer.unwrap_or_else(|| shared.signer_for(key_id));
    response(
        &signer,
        authorize::scheme(&request),
        &scripted,
        shared.now(),
    )
    .ok_or_else(closed)
}

/// The body; `None` beyond the limit.
async fn read(mut body: Incoming) -> io::Result<Option<Bytes>> {
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

impl Shared {
    /// The newest platform certificate.
    pub(super) fn platform(&self) -> Platform {
        let rotated = self.state().rotated.last().cloned();
        rotated.unwrap_or_else(|| self.keys.platform.clone())
    }

    /// All of them, the newest first.
    pub(super) fn platforms(&self) -> Vec<Platform> {
        let mut all = self.state().rotated.clone();
        all.insert(0, self.keys.platform.clone());
        all.reverse();
        all
    }

    /// The key that signs the response to a request which names `serial`: the newest platform certificate's where the
    /// public key is not named.
    pub(super) fn signer_for(&self, key_id: Option<&str>) -> Signer {
        match key_id {
            Some(PUBLIC_KEY_ID) => self.keys.public_key_signer.clone(),
            _ => self.platform().signer,
        }
    }

    /// The private key of exactly this serial.
    pub(super) fn named(&self, key_id: &str) -> Option<Signer> {
        if key_id == PUBLIC_KEY_ID {
            return Some(self.keys.public_key_signer.clone());
        }
        let mut platforms = self.platforms().into_iter().map(|it| it.signer);
        platforms.find(|it| it.key_id == key_id)
    }

    /// The public key of the merchant's certificate with this serial.
    pub(super) fn merchant_key(&self, serial_no: &str) -> Option<PublicKey> {
        let state = self.state();
        let mut all = iter::once(&self.keys.merchant).chain(&state.renewed);
        let keys = all.find(|keys| keys.merchant.serial_no() == serial_no)?;
        Some(keys.public.clone())
    }

    /// Unix seconds, by the gateway's clock.
    pub(super) fn now(&self) -> u64 {
        unix_now().saturating_add_signed(self.state().clock_ahead.into())
    }

    /// The response to a request that is signed.
    fn scripted(&self, request: &ReceivedRequest) -> ScriptedResponse {
        if let Err(refusal) = params::check(request).and_then(|()| upload::check(request)) {
            return refusal;
        }
        let (method, path) = (request.method(), request.path());
        let next = self.state().script.next(method, path);
        match next {
            Always::Fixed(scripted) => scripted,
            // Made without the lock: a responder may ask the gateway.
            Always::Made(responder) => sendable(responder(request)),
            Always::Nothing if certificates::asked_for(request) => certificates::list(self),
            Always::Nothing => bill::download(self, request)
                .unwrap_or_else(|| self.state().script.unscripted(method, path)),
        }
    }

    /// The response to a body beyond the limit.
    fn too_large(&self) -> Option<Response<ScriptedBody>> {
        let message = format!("the gateway reads bodies of {BODY_LIMIT} bytes at most");
        let scripted = ScriptedResponse::error(413, "REQUEST_TOO_LARGE", &message).unsigned();
        response(
            &self.signer_for(None),
            Scheme::Merchant,
            &scripted,
            self.now(),
        )
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Replaces a made response that cannot be sent: a panic here would look like a broken connection.
fn sendable(scripted: ScriptedResponse) -> ScriptedResponse {
    match scripted.problem() {
        Some(problem) => {
            let message = format!("a scripted response that cannot be sent: {problem}");
            ScriptedResponse::error(500, "UNSENDABLE_RESPONSE", &message).unsigned()
        }
        None => scripted,
    }
}

/// A connection as it is counted.
struct Open(Arc<Shared>);

impl Open {
    fn count(shared: &Arc<Shared>) -> Self {
        let connections = &mut shared.state().connections;
        connections.accepted += 1;
        connections.open += 1;
        connections.peak = connections.peak.max(connections.open);
        Self(Arc::clone(shared))
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.state().connections.open -= 1;
    }
}
