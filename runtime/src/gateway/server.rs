//! Accepts the gateway's connections over TLS, and gives their requests to the handler.

use std::{pin::Pin, sync::Arc, time::Duration};

use hyper::{server::conn::http1, service::service_fn};
use hyper_openssl::SslStream;
use hyper_util::rt::{TokioIo, TokioTimer};
use openssl::ssl::{Ssl, SslAcceptor};
use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinSet,
    time::sleep,
};

use super::{context::GatewayContext, handler::Handler};

/// The idle time after which the gateway closes a connection, as the real hosts do.
const KEEP_ALIVE: Duration = Duration::from_secs(8);

/// The largest head of a request that is read, in bytes.
const HEAD_LIMIT: usize = 64 << 10;

/// Accepts connections until the task is aborted, which ends all connections too.
pub(super) async fn accept(
    listener: TcpListener,
    acceptor: &'static SslAcceptor,
    handler: Handler,
) {
    let mut connections = JoinSet::new();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => drop(connections.spawn(serve(stream, acceptor, handler.clone()))),
            // Probably out of file descriptors: other connections must close first.
            Err(_) => sleep(Duration::from_millis(10)).await,
        }
        while connections.try_join_next().is_some() {}
    }
}

/// Serves one connection. A failed handshake or a broken connection is ignored: the client reports it.
async fn serve(stream: TcpStream, acceptor: &'static SslAcceptor, handler: Handler) {
    let _counted = OpenConnection::count(handler.context());
    let _ = stream.set_nodelay(true);
    let Some(mut stream) = Ssl::new(acceptor.context())
        .and_then(|ssl| SslStream::new(ssl, TokioIo::new(stream)))
        .ok()
    else {
        return;
    };
    let accepted = Pin::new(&mut stream).accept().await.is_ok();
    // The acceptor selects HTTP/2 for a client that offers it, but this gateway serves only HTTP/1.1.
    if accepted && stream.ssl().selected_alpn_protocol() == Some(b"http/1.1") {
        let service = service_fn(|request| handler.respond(request));
        let served = http1::Builder::new()
            .timer(TokioTimer::new())
            .max_buf_size(HEAD_LIMIT)
            .header_read_timeout(KEEP_ALIVE)
            .serve_connection(stream, service);
        drop(served.await);
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
