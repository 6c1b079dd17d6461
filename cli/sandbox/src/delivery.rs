//! Sends a notification to the merchant's server, and reads its reply.

use std::time::Duration;

use http_body_util::{BodyExt as _, Full, Limited};
use hyper::{Request, Uri, body::Bytes};
use hyper_openssl::client::legacy::HttpsConnector;
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use tokio::time::timeout;

use crate::notification::Reply;

/// The time in which a server must reply.
const TIMEOUT: Duration = Duration::from_secs(5);

/// The bytes of a reply that are kept.
const KEPT: usize = 1_024;

/// The hosts of this machine.
const LOCAL_HOSTS: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Sends notifications to servers on this machine.
#[derive(Clone)]
pub(crate) struct Delivery {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    /// The scheme and host in place of those of each URL.
    to: Option<Uri>,
}

impl Delivery {
    pub(crate) fn new(to: Option<Uri>) -> Result<Self, openssl::error::ErrorStack> {
        let client = Client::builder(TokioExecutor::new()).build(HttpsConnector::new()?);
        Ok(Self { client, to })
    }

    /// Sends a signed notification to a URL.
    pub(crate) async fn send(&self, url: &str, signed: Request<Bytes>) -> Reply {
        let url = match self.address(url) {
            Ok(url) => url,
            Err(reason) => return Reply::None(reason),
        };
        let mut request = signed.map(Full::new);
        *request.uri_mut() = url;
        match timeout(TIMEOUT, self.exchange(request)).await {
            Ok(Ok(reply)) => reply,
            Ok(Err(reason)) => Reply::None(reason),
            Err(_) => Reply::None(format!("timed out after {} s", TIMEOUT.as_secs())),
        }
    }

    async fn exchange(&self, request: Request<Full<Bytes>>) -> Result<Reply, String> {
        let response = self.client.request(request).await;
        let response = response.map_err(|error| with_sources(&error))?;
        let status = response.status().as_u16();
        // The status decides. A body that is cut or too long is no reason to send the notification again.
        let body = Limited::new(response.into_body(), KEPT).collect().await;
        let body = body.map(|body| body.to_bytes()).unwrap_or_default();
        let body = String::from_utf8_lossy(&body).into_owned();
        Ok(Reply::Status { status, body })
    }

    /// The address on this machine that stands for a URL.
    fn address(&self, url: &str) -> Result<Uri, String> {
        let uri: Uri = url.parse().map_err(|error| format!("not a URL: {error}"))?;
        let uri = match &self.to {
            Some(to) => replaced(uri, to).ok_or("not a URL")?,
            None => uri,
        };
        match uri.host() {
            Some(host) if LOCAL_HOSTS.contains(&host) => Ok(uri),
            _ => Err("not sent: the URL is not on this machine".to_owned()),
        }
    }
}

/// A URL with the scheme and host of another one.
fn replaced(url: Uri, to: &Uri) -> Option<Uri> {
    let mut parts = url.into_parts();
    parts.scheme = to.scheme().cloned();
    parts.authority = to.authority().cloned();
    Uri::from_parts(parts).ok()
}

fn with_sources(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        text = format!("{text}: {error}");
        source = error.source();
    }
    text
}
