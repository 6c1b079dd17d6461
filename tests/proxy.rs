//! Calls through an HTTP proxy: what the proxy sees, and what is proven of a request that the proxy does not
//! forward.

use std::{
    error::Error as _,
    io,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional},
    net::{TcpListener, TcpStream},
    time::sleep,
};
use wechatpay_client::{
    Client, Error, ErrorKind, Outcome, Result, Verifier,
    error::{ConfigErrorKind, TransportErrorKind},
    gateway::{Gateway, ScriptedResponse},
    wechatpay_api,
};

const PATH: &str = "/v3/pay/transactions/id/{transaction_id}";

#[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}", without(mchid))]
trait QueryOrder {
    async fn by_id(&self, transaction_id: &str) -> Result<Value>;
}

/// `merchant:p@ss:word`, encoded as in a URL and as in a header.
const CREDENTIALS: &str = "merchant:p%40ss%3Aword";
const AUTHORIZATION: &str = "Proxy-Authorization: Basic bWVyY2hhbnQ6cEBzczp3b3Jk";

const ESTABLISHED: &str = "HTTP/1.1 200 Connection established\r\n\r\n";

/// An HTTP proxy on the loopback interface that supports only `CONNECT`.
struct Proxy {
    address: SocketAddr,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    /// Forwards connections that have the credentials.
    async fn start() -> Self {
        Self::responding_with(|head| {
            if head.contains(AUTHORIZATION) {
                ESTABLISHED
            } else {
                "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n"
            }
        })
        .await
    }

    /// Sends `response` to each request, and forwards the connection after [`ESTABLISHED`].
    async fn responding_with(response: fn(&str) -> &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let heads = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&heads);
        tokio::spawn(async move {
            loop {
                let (mut client, _) = listener.accept().await.unwrap();
                let seen = Arc::clone(&seen);
                tokio::spawn(async move {
                    let head = read_head(&mut client).await.unwrap();
                    seen.lock().unwrap().push(head.clone());
                    pass_on(client, &head, response(&head)).await.unwrap();
                });
            }
        });
        Self { address, heads }
    }

    fn url(&self, credentials: &str) -> String {
        format!("http://{credentials}{}", self.address)
    }

    fn heads(&self) -> Vec<String> {
        self.heads.lock().unwrap().clone()
    }
}

async fn read_head(client: &mut TcpStream) -> io::Result<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(client.read_u8().await?);
    }
    Ok(String::from_utf8(head).unwrap())
}

async fn pass_on(mut client: TcpStream, head: &str, response: &str) -> io::Result<()> {
    // A proxy may send its response in several parts.
    let (begun, rest) = response.split_at(response.len() / 4);
    client.write_all(begun.as_bytes()).await?;
    sleep(Duration::from_millis(20)).await;
    client.write_all(rest.as_bytes()).await?;
    if response == ESTABLISHED {
        let mut host = TcpStream::connect(target(head)).await?;
        // Ends when either side does.
        let _ = copy_bidirectional(&mut client, &mut host).await;
    }
    Ok(())
}

fn target(head: &str) -> &str {
    let target = head.strip_prefix("CONNECT ").unwrap();
    target.split_once(' ').unwrap().0
}

async fn start() -> Gateway {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond("GET", PATH, ScriptedResponse::ok(json!({})));
    gateway
}

fn kind(error: &Error) -> TransportErrorKind {
    match error.kind() {
        ErrorKind::Transport(error) => error.kind(),
        other => panic!("not a transport error: {other:?}"),
    }
}

/// The texts of all causes.
fn causes(error: &Error) -> String {
    let mut causes = String::new();
    let mut source = error.source();
    while let Some(cause) = source {
        causes += &format!("{cause}; ");
        source = cause.source();
    }
    causes
}

#[tokio::test]
async fn calls_go_through_the_proxy_with_its_credentials() {
    let (gateway, proxy) = (start().await, Proxy::start().await);
    let client = gateway
        .client()
        .proxy(proxy.url(&format!("{CREDENTIALS}@")));
    let client = client.build().unwrap();
    for _ in 0..3 {
        client.by_id("1").await.unwrap();
    }
    // There is one connection, and the proxy learns only the host.
    let host = gateway.base_url().replace("https://", "");
    let head = format!("CONNECT {host} HTTP/1.1\r\nHost: {host}\r\n{AUTHORIZATION}\r\n\r\n");
    assert_eq!(proxy.heads(), [head]);
    // The credentials of the proxy do not reach the gateway.
    assert_eq!(gateway.requests().len(), 3);
    for request in gateway.requests() {
        assert_eq!(request.header("proxy-authorization"), None);
        assert_eq!(request.header("host"), Some(&*host));
    }
}

#[tokio::test]
async fn nothing_is_sent_if_the_proxy_refuses_the_credentials() {
    let (gateway, proxy) = (start().await, Proxy::start().await);
    for credentials in ["", "merchant@", "merchant:wrong@"] {
        let client = gateway.client().proxy(proxy.url(credentials));
        let error = client.build().unwrap().by_id("1").await.unwrap_err();
        assert_eq!(kind(&error), TransportErrorKind::Proxy, "{credentials}");
        assert_eq!(error.outcome(), Outcome::NotExecuted);
        let causes = causes(&error);
        assert!(causes.contains("proxy authentication required"), "{causes}");
        assert!(!format!("{error} {error:?} {causes}").contains("wrong"));
        let text = "cannot connect through the proxy; nothing was sent";
        assert_eq!(error.to_string(), text);
    }
    assert_eq!(proxy.heads().len(), 3);
    assert!(!proxy.heads()[0].contains("Authorization"));
    assert_eq!(gateway.accepted_connections(), 0);
}

#[tokio::test]
async fn nothing_is_sent_if_the_proxy_does_not_connect() {
    let gateway = start().await;
    for proxy in [
        Proxy::responding_with(|_| "HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n").await,
        Proxy::responding_with(|_| "HTTP/1.1 403 Forbidden\r\n\r\n").await,
        Proxy::responding_with(|_| "SSH-2.0-OpenSSH_9.2\r\n").await,
        Proxy::responding_with(|_| "").await,
    ] {
        let client = gateway.client().proxy(proxy.url("")).build().unwrap();
        let error = client.by_id("1").await.unwrap_err();
        assert_eq!(kind(&error), TransportErrorKind::Proxy);
        assert_eq!(error.outcome(), Outcome::NotExecuted);
        assert!(!error.is_timeout());
        assert!(error.source().is_some());
    }
    assert_eq!(gateway.accepted_connections(), 0);
}

/// The call does not wait for the rest of such a response.
#[tokio::test]
async fn a_failed_response_of_the_proxy_ends_the_call_before_any_timeout() {
    let gateway = start().await;
    for (response, cause) in [
        (
            "HTTP/1.0 502 Bad Gateway\r\nContent-Length: 9\r\n\r\nno bytes",
            "the proxy refused the CONNECT request",
        ),
        ("SSH-2.0-OpenSSH_9.2\r\n", "the proxy does not speak HTTP"),
    ] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            read_head(&mut stream).await.unwrap();
            stream.write_all(response.as_bytes()).await.unwrap();
            sleep(Duration::from_secs(60)).await;
        });
        let client = gateway.client().proxy(url).build().unwrap();
        let error = client.by_id("1").await.unwrap_err();
        assert_eq!(kind(&error), TransportErrorKind::Proxy);
        assert!(causes(&error).contains(cause), "{}", causes(&error));
    }
}

#[tokio::test]
async fn nothing_is_sent_if_the_proxy_is_down() {
    let gateway = start().await;
    let unused = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = unused.local_addr().unwrap();
    drop(unused);
    let client = gateway.client().proxy(format!("http://{address}"));
    let error = client.build().unwrap().by_id("1").await.unwrap_err();
    assert_eq!(kind(&error), TransportErrorKind::Proxy);
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    let mut cause: &dyn std::error::Error = &error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    let refused = cause.downcast_ref::<io::Error>().unwrap();
    assert_eq!(refused.kind(), io::ErrorKind::ConnectionRefused);
    assert_eq!(gateway.accepted_connections(), 0);
}

#[tokio::test]
async fn a_call_through_a_proxy_that_hangs_ends_at_the_connect_timeout() {
    let gateway = start().await;
    // The kernel accepts connections into its backlog, and nobody responds.
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = gateway
        .client()
        .proxy(format!("http://{}", silent.local_addr().unwrap()))
        .connect_timeout(Duration::from_millis(200))
        .build()
        .unwrap();
    let error = client.by_id("1").await.unwrap_err();
    assert_eq!(kind(&error), TransportErrorKind::ConnectTimeout);
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    assert!(error.is_timeout());
    assert_eq!(gateway.accepted_connections(), 0);
}

#[tokio::test]
async fn nothing_is_sent_to_an_untrusted_server_behind_the_proxy() {
    let (gateway, proxy) = (start().await, Proxy::start().await);
    // Built without the gateway's root certificate.
    let client = Client::builder(gateway.merchant(), Verifier::new(gateway.public_key()))
        .base_url(gateway.base_url())
        .proxy(proxy.url(&format!("{CREDENTIALS}@")))
        .build()
        .unwrap();
    let error = client.by_id("1").await.unwrap_err();
    assert_eq!(kind(&error), TransportErrorKind::Connect);
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    let causes = causes(&error);
    assert!(causes.contains("certificate verify failed"), "{causes}");
    assert_eq!(proxy.heads().len(), 1);
    assert_eq!(gateway.requests().len(), 0);
}

#[tokio::test]
async fn the_loopback_interface_is_reached_without_the_proxy() {
    let (gateway, proxy) = (start().await, Proxy::start().await);
    let server = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", server.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = server.accept().await.unwrap();
        read_head(&mut stream).await.unwrap();
        let response = b"HTTP/1.1 404 Not Found\r\ncontent-length: 2\r\n\r\n{}";
        stream.write_all(response).await.unwrap();
    });
    let client = gateway.client().base_url(url).proxy(proxy.url(""));
    let error = client.build().unwrap().by_id("1").await.unwrap_err();
    assert_eq!(error.status(), Some(404));
    assert!(proxy.heads().is_empty());
}

#[tokio::test]
async fn a_url_that_cannot_be_a_proxys_is_refused_with_the_reason() {
    let gateway = Gateway::start().await.unwrap();
    let scheme = "must begin with `http://`";
    let only_host =
        "must be `http://[user:password@]host[:port]`, with percent-encoded credentials";
    for (url, expected) in [
        ("", "not a URL"),
        ("http://", "not a URL"),
        ("http://a b", "not a URL"),
        ("proxy.example", scheme),
        ("proxy.example:3128", scheme),
        ("/v3", scheme),
        ("https://proxy.example", scheme),
        ("socks5://proxy.example", scheme),
        ("http://proxy.example/path", only_host),
        ("http://proxy.example?query", only_host),
        ("http://proxy.example#fragment", only_host),
        ("http://merchant:secret/@proxy.example", only_host),
        ("http://merchant:secret@proxy.example:99999", "not a port"),
        (
            "http://mer%3Achant:secret@proxy.example",
            "the user name must not contain a colon",
        ),
    ] {
        let builder = gateway.client().proxy(url);
        let shown = format!("{builder:?}");
        let error = builder.build().unwrap_err();
        let ConfigErrorKind::Proxy { problem } = error.kind() else {
            panic!("{url}: {error:?}")
        };
        assert_eq!(*problem, expected, "{url}");
        assert_eq!(error.to_string(), format!("proxy URL: {problem}"));
        assert!(!format!("{shown} {error:?} {error}").contains("secret"));
    }
}

#[tokio::test]
async fn the_password_of_the_proxy_is_never_shown() {
    let gateway = Gateway::start().await.unwrap();
    let url = format!("http://{CREDENTIALS}@proxy.example:3128");
    let builder = gateway.client().proxy(url);
    let client = builder.clone().build().unwrap();
    let shown = format!("{builder:?} {builder:#?} {client:?}");
    for secret in ["p%40ss", "p@ss", "bWVyY2hhbnQ6", "merchant:p"] {
        assert!(!shown.contains(secret), "{shown}");
    }
    assert!(shown.contains("proxy.example:3128"), "{shown}");
}
