//! The proxy: ends TLS for the hosts of WeChat Pay, so that SDKs with fixed hosts reach the sandbox.

use std::{convert::Infallible, sync::Arc};

use http_body_util::Full;
use hyper::{
    Method, Request, Response, StatusCode, Uri,
    body::{Bytes, Incoming},
    header::{CONTENT_TYPE, HeaderValue},
    http::uri::Authority,
    service::service_fn,
    upgrade::{self, OnUpgrade},
};
use hyper_util::rt::TokioIo;
use tokio::{
    net::TcpStream,
    sync::mpsc::{self, UnboundedSender},
};

use wechatpay_client::gateway::sandbox::WECHAT_PAY_HOSTS;

use crate::{
    server::{self, Server},
    tls::Tls,
};

/// Serves a connection to the proxy, and the tunnel that it becomes, until the connection ends.
pub(crate) async fn serve(stream: TcpStream, tls: Tls, server: Arc<Server>) {
    let (accepted, mut tunnels) = mpsc::unbounded_channel();
    let service = service_fn(|request| {
        let response = connect(request, &accepted);
        async { Ok::<_, Infallible>(response) }
    });
    let connection = server::http1()
        .serve_connection(TokioIo::new(stream), service)
        .with_upgrades();
    drop(connection.await);
    if let Ok(tunnel) = tunnels.try_recv()
        && let Ok(tunnel) = tunnel.await
        && let Some(stream) = tls.accept(TokioIo::new(tunnel)).await
    {
        server.serve("https", stream).await;
    }
}

/// Accepts a `CONNECT` to a host of WeChat Pay, and refuses everything else.
fn connect(
    request: Request<Incoming>,
    accepted: &UnboundedSender<OnUpgrade>,
) -> Response<Full<Bytes>> {
    let target = request.uri().authority();
    if request.method() != Method::CONNECT || !target.is_some_and(is_wechat_pay) {
        return refusal(request.uri());
    }
    // The connection that becomes the tunnel receives it.
    let _ = accepted.send(upgrade::on(request));
    Response::default()
}

/// Tests if an authority is a host of WeChat Pay at the port of TLS.
fn is_wechat_pay(target: &Authority) -> bool {
    let is_host = |host: &&str| host.eq_ignore_ascii_case(target.host());
    target.port_u16() == Some(443) && WECHAT_PAY_HOSTS.iter().any(is_host)
}

fn refusal(target: &Uri) -> Response<Full<Bytes>> {
    let text = format!(
        "This proxy of a WeChat Pay sandbox connects by HTTPS, and only to the hosts of WeChat Pay at port 443: \
         not to {target}.\nExclude other hosts by NO_PROXY.\n"
    );
    let mut response = Response::new(Full::from(text));
    *response.status_mut() = StatusCode::FORBIDDEN;
    let text = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, text);
    response
}
