//! The proxy: ends TLS for the hosts of WeChat Pay, so that SDKs with fixed hosts reach the sandbox.

use std::{convert::Infallible, sync::Arc};

use http_body_util::Full;
use hyper::{
    Method, Request, Response, StatusCode,
    body::{Bytes, Incoming},
    header::{CONTENT_TYPE, HeaderValue},
    server::conn::http1,
    service::service_fn,
    upgrade,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;

use wechatpay_client::gateway::sandbox::WECHAT_PAY_HOSTS;

use crate::{server::Server, tls::Tls};

/// Serves a connection to the proxy until it ends.
pub(crate) async fn serve(stream: TcpStream, tls: Tls, server: Arc<Server>) {
    let service = service_fn(|request| {
        let response = connect(request, tls.clone(), Arc::clone(&server));
        async { Ok::<_, Infallible>(response) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .serve_connection(TokioIo::new(stream), service)
        .with_upgrades();
    drop(connection.await);
}

/// Accepts a `CONNECT` to a host of WeChat Pay, and refuses everything else.
fn connect(request: Request<Incoming>, tls: Tls, server: Arc<Server>) -> Response<Full<Bytes>> {
    let target = request.uri().authority().cloned();
    let host = target.as_ref().map(|target| target.host());
    let is_known = host.is_some_and(|host| WECHAT_PAY_HOSTS.contains(&host));
    let is_tls = target.as_ref().and_then(|target| target.port_u16()) == Some(443);
    if request.method() != Method::CONNECT || !is_known || !is_tls {
        return refusal(host.unwrap_or_default());
    }
    tokio::spawn(async move {
        if let Ok(upgraded) = upgrade::on(request).await
            && let Some(stream) = tls.accept(TokioIo::new(upgraded)).await
        {
            server.serve("https", stream).await;
        }
    });
    Response::default()
}

fn refusal(host: &str) -> Response<Full<Bytes>> {
    let text = format!(
        "This proxy of a WeChat Pay sandbox connects only to the hosts of WeChat Pay, at port 443, and not to {host:?}.\n\
         Exclude other hosts by NO_PROXY.\n"
    );
    let mut response = Response::new(Full::from(text));
    *response.status_mut() = StatusCode::FORBIDDEN;
    let text = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, text);
    response
}
