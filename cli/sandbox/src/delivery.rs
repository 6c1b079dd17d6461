//! Sends a notification to the merchant's server, and reads its reply.

use std::{error::Error, fmt, str::FromStr, time::Duration};

use http_body_util::{BodyExt as _, Full};
use hyper::{
    Request, Uri,
    body::{Bytes, Incoming},
    http::uri::Scheme,
};
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

/// The server on this machine that gets all notifications: the scheme, host and port in place of those of each URL.
///
/// ```
/// use wechatpay_sandbox::NotificationTarget;
///
/// assert!("http://127.0.0.1:3000".parse::<NotificationTarget>().is_ok());
/// assert!("127.0.0.1:3000".parse::<NotificationTarget>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotificationTarget(Uri);

/// A text that names no server on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotificationTargetError(());

/// Sends notifications to servers on this machine.
#[derive(Clone)]
pub(crate) struct Delivery {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    to: Option<NotificationTarget>,
}

impl Delivery {
    pub(crate) fn new(to: Option<NotificationTarget>) -> Result<Self, openssl::error::ErrorStack> {
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
        let body = beginning(response.into_body()).await;
        Ok(Reply::Status { status, body })
    }

    /// The address on this machine that stands for a URL.
    fn address(&self, url: &str) -> Result<Uri, String> {
        let uri: Uri = url.parse().map_err(|error| format!("not a URL: {error}"))?;
        let uri = match &self.to {
            Some(to) => to.with_path_of(uri).ok_or("not a URL")?,
            None => uri,
        };
        match uri.host() {
            Some(host) if LOCAL_HOSTS.contains(&host) => Ok(uri),
            _ => Err("not sent: the URL is not on this machine".to_owned()),
        }
    }
}

impl NotificationTarget {
    /// The URL at this server with the path and query of another one.
    fn with_path_of(&self, url: Uri) -> Option<Uri> {
        let mut parts = url.into_parts();
        parts.scheme = self.0.scheme().cloned();
        parts.authority = self.0.authority().cloned();
        Uri::from_parts(parts).ok()
    }
}

impl FromStr for NotificationTarget {
    type Err = NotificationTargetError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let uri: Uri = text.parse().map_err(|_| NotificationTargetError(()))?;
        let has_scheme = [Some(&Scheme::HTTP), Some(&Scheme::HTTPS)].contains(&uri.scheme());
        let is_local = uri.host().is_some_and(|host| LOCAL_HOSTS.contains(&host));
        let has_path = uri.path_and_query().is_some_and(|path| path != "/");
        match has_scheme && is_local && !has_path {
            true => Ok(Self(uri)),
            false => Err(NotificationTargetError(())),
        }
    }
}

impl fmt::Display for NotificationTargetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "give the scheme, host and port of a server on this machine, such as http://127.0.0.1:3000; \
             the path is that of each `notify_url`",
        )
    }
}

impl Error for NotificationTargetError {}

/// The beginning of a body. The status decides: a body that is cut is no reason to send the notification again.
async fn beginning(mut body: Incoming) -> String {
    let mut kept = Vec::new();
    while kept.len() <= KEPT
        && let Some(Ok(frame)) = body.frame().await
    {
        kept.extend(frame.into_data().unwrap_or_default());
    }
    let is_cut = kept.len() > KEPT;
    kept.truncate(KEPT);
    let mut text = String::from_utf8_lossy(&kept).into_owned();
    if is_cut {
        // The last character may be cut too.
        text.truncate(text.trim_end_matches(char::REPLACEMENT_CHARACTER).len());
        text.push('…');
    }
    text
}

fn with_sources(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        text = format!("{text}: {error}");
        source = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use tokio::{
        io::{AsyncReadExt as _, AsyncWriteExt as _},
        net::TcpListener,
    };

    use super::*;

    /// The reply of a server that sends this body with the status 500.
    async fn reply(body: &str) -> Reply {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/notify", listener.local_addr().unwrap());
        let response = format!(
            "HTTP/1.1 500 X\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            stream.read_u8().await.unwrap();
            stream.write_all(response.as_bytes()).await.unwrap();
            stream.read_to_end(&mut Vec::new()).await.unwrap();
        });
        let delivery = Delivery::new(None).unwrap();
        delivery.send(&url, Request::new(Bytes::new())).await
    }

    #[tokio::test]
    async fn the_beginning_of_a_long_reply_is_kept() {
        let status = |body: String| Reply::Status { status: 500, body };
        assert_eq!(reply("short").await, status("short".to_owned()));
        let whole = "x".repeat(KEPT);
        assert_eq!(reply(&whole).await, status(whole));
        // 1,024 is no multiple of the 3 bytes of this character.
        let cut = format!("{}…", "错".repeat(KEPT / 3));
        assert_eq!(reply(&"错".repeat(90_000)).await, status(cut));
    }

    #[test]
    fn only_a_server_on_this_machine_gets_all_notifications() {
        for text in [
            "http://127.0.0.1:3000",
            "http://localhost:3000/",
            "https://[::1]:3000",
            "http://127.0.0.1",
        ] {
            assert!(text.parse::<NotificationTarget>().is_ok(), "{text}");
        }
        for text in [
            "127.0.0.1:3000",
            "localhost",
            "/notify",
            "",
            "ftp://127.0.0.1",
            "http://merchant.example",
            "http://127.0.0.1:3000/notify",
            "http://127.0.0.1:3000?x",
        ] {
            let error = text.parse::<NotificationTarget>().unwrap_err();
            let text = "give the scheme, host and port of a server on this machine, such as http://127.0.0.1:3000; \
                        the path is that of each `notify_url`";
            assert_eq!(error.to_string(), text);
        }
    }
}
