//! Hosts of a client: the choice of a host for each request, and the change to the other host.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpListener,
    sync::{Arc, Mutex},
    time::Duration,
};

use openssl::{hash::MessageDigest, pkey::PKey, sign::Verifier as SignatureVerifier};
use serde_json::{Value, json};
use wechatpay_client::{
    Client, ErrorKind, Outcome, Result, Verifier,
    error::{ConfigErrorKind, RequestErrorKind, TransportErrorKind},
    gateway::{Fault, Gateway, ScriptedResponse},
    wechatpay_api,
};

const REFUNDS: &str = "/v3/refund/domestic/refunds";

#[wechatpay_api]
trait Api {
    #[wechatpay_api(POST "/v3/refund/domestic/refunds")]
    async fn refund(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/global/refunds")]
    async fn global_refund(&self, body: &Value) -> Result<Value>;
}

async fn start() -> Gateway {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond("POST", REFUNDS, ScriptedResponse::ok(json!({})));
    gateway
}

/// An address of this machine where nobody listens.
fn unused_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    format!("https://{}", listener.local_addr().unwrap())
}

#[tokio::test]
async fn a_url_with_credentials_is_refused_and_its_password_is_not_shown() {
    let gateway = Gateway::start().await.unwrap();
    let secret = "https://user:secret@api2.mch.weixin.qq.com";
    let problem = "must not have a user or password";
    for (builder, expected, text) in [
        (
            gateway.client().base_url(secret),
            ConfigErrorKind::BaseUrl { problem },
            "base URL: must not have a user or password",
        ),
        (
            gateway.client().backup_url(secret),
            ConfigErrorKind::BackupUrl { problem },
            "backup URL: must not have a user or password",
        ),
    ] {
        let shown = format!("{builder:?}");
        assert!(!shown.contains("secret"), "{shown}");
        let error = builder.build().unwrap_err();
        assert_eq!(error.to_string(), text);
        assert_eq!(*error.kind(), expected);
    }
}

/// Without a URL for the backup, only the default host has one.
#[tokio::test]
async fn a_backup_belongs_to_the_default_host_or_has_its_own_url() {
    let gateway = Gateway::start().await.unwrap();
    let verifier = Verifier::new(gateway.public_key());
    let default = Client::builder(gateway.merchant(), verifier);
    let backup = "https://api2.mch.weixin.qq.com/";
    for (builder, expected) in [
        (default.clone(), true),
        (
            default.clone().base_url("https://apihk.mch.weixin.qq.com"),
            false,
        ),
        (gateway.client(), false),
        (gateway.client().backup_url(backup), true),
    ] {
        let client = builder.build().unwrap();
        assert_eq!(format!("{client:?}").contains(backup), expected);
    }
}

#[tokio::test]
async fn a_request_that_was_provably_not_sent_goes_to_the_backup() {
    let backup = start().await;
    let client = backup
        .client()
        .base_url(unused_address())
        .backup_url(backup.base_url());
    let client = client.build().unwrap();
    for _ in 0..3 {
        client.refund(&json!({})).await.unwrap();
    }
    assert_eq!(backup.requests().len(), 3);
    let host = backup.base_url().replace("https://", "");
    for request in backup.requests() {
        assert!(request.is_authorized());
        assert_eq!(request.header("host"), Some(&*host));
    }
}

/// The primary sees only one connection: the calls after the first go to the backup at once.
#[tokio::test]
async fn the_backup_stays_the_first_choice_for_a_while() {
    let backup = start().await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let client = backup.client().base_url(url).backup_url(backup.base_url());
    let client = client.build().unwrap();
    // The primary closes its first connection, so that TLS fails.
    listener.set_nonblocking(true).unwrap();
    let listener = tokio::net::TcpListener::from_std(listener).unwrap();
    let refusing = tokio::spawn(async move {
        drop(listener.accept().await);
        // A second connection would end this task.
        listener.accept().await.is_ok()
    });
    for _ in 0..5 {
        client.refund(&json!({})).await.unwrap();
    }
    assert_eq!(backup.requests().len(), 5);
    assert!(!refusing.is_finished());
}

/// The primary accepts connections and never responds. Half of the timeout is left for the backup.
#[tokio::test]
async fn a_primary_that_hangs_leaves_time_for_the_backup() {
    let backup = start().await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let client = backup.client().base_url(url).backup_url(backup.base_url());
    let client = client.build().unwrap().with_timeout(Duration::from_secs(4));
    client.refund(&json!({})).await.unwrap();
    client.refund(&json!({})).await.unwrap();
    assert_eq!(backup.requests().len(), 2);
}

/// A call that waits for a permit learns from the others that the primary is down.
#[tokio::test]
async fn calls_that_wait_for_a_primary_that_hangs_go_to_the_backup() {
    let backup = start().await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let client = backup.client().base_url(url).backup_url(backup.base_url());
    let client = client
        .max_connections(2)
        .connect_timeout(Duration::from_millis(500));
    let client = client.build().unwrap();
    let mut calls = tokio::task::JoinSet::new();
    for _ in 0..200 {
        let client = client.clone();
        calls.spawn(async move { client.refund(&json!({})).await.map(drop) });
    }
    while let Some(call) = calls.join_next().await {
        call.unwrap().unwrap();
    }
    assert_eq!(backup.requests().len(), 200);
}

#[tokio::test]
async fn a_call_is_not_executed_if_both_hosts_are_down() {
    let gateway = start().await;
    let client = gateway
        .client()
        .base_url(unused_address())
        .backup_url(unused_address());
    let error = client
        .build()
        .unwrap()
        .refund(&json!({}))
        .await
        .unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    let ErrorKind::Transport(error) = error.kind() else {
        panic!("{error:?}");
    };
    assert_eq!(error.kind(), TransportErrorKind::Connect);
}

/// Neither an error response nor a broken connection moves a request to the other host.
#[tokio::test]
async fn a_request_that_may_have_been_executed_never_goes_to_the_backup() {
    for scripted in [
        ScriptedResponse::error(500, "SYSTEM_ERROR", "系统错误"),
        ScriptedResponse::error(502, "", "").unsigned(),
        ScriptedResponse::ok(json!({})).with_fault(Fault::DropAfterRead),
        ScriptedResponse::ok(json!({})).with_fault(Fault::WrongSignature),
    ] {
        let (primary, backup) = (start().await, start().await);
        primary.respond("POST", REFUNDS, scripted.clone());
        let client = primary
            .client()
            .backup_url(backup.base_url())
            .build()
            .unwrap();
        let error = client.refund(&json!({})).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{scripted:?}");
        assert_eq!(
            (primary.requests().len(), backup.requests().len()),
            (1, 0),
            "{scripted:?}"
        );
    }
}

#[tokio::test]
async fn only_a_global_client_calls_global_operations() {
    let gateway = start().await;
    gateway.respond(
        "POST",
        "/v3/global/refunds",
        ScriptedResponse::ok(json!({})),
    );
    let global = gateway.client().global().build().unwrap();
    global.global_refund(&json!({})).await.unwrap();
    let refused = global.refund(&json!({})).await.unwrap_err();
    assert!(matches!(
        refused.kind(),
        ErrorKind::Request(error) if *error.kind() == RequestErrorKind::MainlandOperation
    ));
    let mainland = gateway.client().build().unwrap();
    let refused = mainland.global_refund(&json!({})).await.unwrap_err();
    assert!(matches!(
        refused.kind(),
        ErrorKind::Request(error) if *error.kind() == RequestErrorKind::GlobalOperation
    ));
    assert_eq!(refused.outcome(), Outcome::NotExecuted);
    assert_eq!(gateway.requests().len(), 1);

    let verifier = Verifier::new(gateway.public_key());
    let client = Client::builder(gateway.merchant(), verifier)
        .global()
        .build()
        .unwrap();
    let shown = format!("{client:?}");
    assert!(
        shown.contains("[https://apihk.mch.weixin.qq.com/, https://api.mch.weixin.qq.com/]"),
        "{shown}"
    );
}

/// The target of each request line, and the `Authorization`.
type Requests = Arc<Mutex<Vec<(String, String)>>>;

/// Records requests, and responds 404 to each.
fn recording_server() -> (String, Requests) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let requests = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&requests);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = BufReader::new(stream.unwrap());
            let (mut target, mut authorization) = (String::new(), String::new());
            let mut length = 0;
            loop {
                let mut line = String::new();
                stream.read_line(&mut line).unwrap();
                let line = line.trim_end();
                if line.is_empty() {
                    break;
                }
                match line.split_once(": ") {
                    Some(("authorization", value)) => authorization = value.to_owned(),
                    Some(("content-length", value)) => length = value.parse().unwrap(),
                    Some(_) => {}
                    None => target = line.split(' ').nth(1).unwrap().to_owned(),
                }
            }
            stream.read_exact(&mut vec![0; length]).unwrap();
            seen.lock().unwrap().push((target, authorization));
            let response =
                "HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}";
            stream.get_mut().write_all(response.as_bytes()).unwrap();
        }
    });
    (url, requests)
}

/// Tells whether the gateway's merchant signed this message in `authorization`.
fn is_signed_over(
    gateway: &Gateway,
    authorization: &str,
    method: &str,
    target: &str,
    body: &str,
) -> bool {
    let part = |name: &str| {
        let (_, rest) = authorization.split_once(&format!("{name}=\"")).unwrap();
        rest.split_once('"').unwrap().0
    };
    let (timestamp, nonce) = (part("timestamp"), part("nonce_str"));
    let message = format!("{method}\n{target}\n{timestamp}\n{nonce}\n{body}\n");
    let key = PKey::private_key_from_pem(gateway.merchant_private_key().as_bytes()).unwrap();
    let mut verifier = SignatureVerifier::new(MessageDigest::sha256(), &key).unwrap();
    let signature = openssl::base64::decode_block(part("signature")).unwrap();
    verifier
        .verify_oneshot(&signature, message.as_bytes())
        .unwrap()
}

#[tokio::test]
async fn a_path_prefix_is_sent_and_not_signed() {
    let gateway = start().await;
    let (url, requests) = recording_server();
    for base in [format!("{url}/wxpay"), format!("{url}/wxpay/")] {
        let client = gateway
            .client()
            .base_url(base)
            .max_retries(0)
            .build()
            .unwrap();
        let error = client.refund(&json!({"a": 1})).await.unwrap_err();
        assert_eq!(error.status(), Some(404));
        let (target, authorization) = requests.lock().unwrap().pop().unwrap();
        assert_eq!(target, format!("/wxpay{REFUNDS}"));
        let body = r#"{"a":1}"#;
        assert!(is_signed_over(
            &gateway,
            &authorization,
            "POST",
            REFUNDS,
            body
        ));
    }
}

#[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}", without(mchid))]
trait QueryById {
    async fn by_id(&self, transaction_id: &str) -> Result<Value>;
}

/// A reverse proxy that decodes a path before routing would send the signed request elsewhere.
#[tokio::test]
async fn a_path_that_may_leave_the_prefix_is_not_sent() {
    let gateway = start().await;
    let (url, requests) = recording_server();
    let client = gateway.client().base_url(format!("{url}/wxpay"));
    let client = client.max_retries(0).build().unwrap();
    for value in ["../../../admin", "..;x", "..\\.."] {
        let error = client.by_id(value).await.unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::Request(error) if *error.kind() == RequestErrorKind::LeavesPrefix),
            "{error:?}"
        );
    }
    assert!(requests.lock().unwrap().is_empty());
}

#[tokio::test]
async fn each_url_has_its_own_path_prefix() {
    let gateway = start().await;
    let (url, requests) = recording_server();
    let client = gateway
        .client()
        .base_url(format!("{}/first", unused_address()));
    let client = client
        .backup_url(format!("{url}/second/one"))
        .max_retries(0);
    let error = client
        .build()
        .unwrap()
        .refund(&json!({}))
        .await
        .unwrap_err();
    assert_eq!(error.status(), Some(404));
    let (target, authorization) = requests.lock().unwrap().pop().unwrap();
    assert_eq!(target, format!("/second/one{REFUNDS}"));
    assert!(is_signed_over(
        &gateway,
        &authorization,
        "POST",
        REFUNDS,
        "{}"
    ));
}

#[tokio::test]
async fn a_download_url_is_signed_without_the_path_prefix() {
    let gateway = start().await;
    let (url, requests) = recording_server();
    let client = gateway.client().base_url(format!("{url}/wxpay"));
    let client = client.max_retries(0).build().unwrap();
    let file = "/v3/billdownload/file?token=a%2Fb";
    let error = Client::download_from(&client, &format!("{url}/wxpay{file}")).await;
    assert_eq!(error.unwrap_err().status(), Some(404));
    let (target, authorization) = requests.lock().unwrap().pop().unwrap();
    assert_eq!(target, format!("/wxpay{file}"));
    assert!(is_signed_over(&gateway, &authorization, "GET", file, ""));

    let problem = "the path does not begin with the path prefix of the base URL";
    let error = Client::download_from(&client, &format!("{url}{file}")).await;
    let error = error.unwrap_err();
    let ErrorKind::Request(error) = error.kind() else {
        panic!("{error:?}");
    };
    assert_eq!(*error.kind(), RequestErrorKind::DownloadUrl { problem });
}

#[tokio::test]
async fn a_url_that_cannot_be_used_is_refused_with_the_reason() {
    let gateway = Gateway::start().await.unwrap();
    for (url, text) in [
        (
            "http://192.168.1.10:8080",
            "base URL: `http` is allowed for the loopback interface only: use `https`",
        ),
        (
            "http://wxpay-proxy.default.svc/wxpay",
            "base URL: `http` is allowed for the loopback interface only: use `https`",
        ),
        (
            "https://gw.example.com/wxpay?x",
            "base URL: must not have a query or fragment",
        ),
        (
            "https://api.mch.weixin.qq.com/v3",
            "base URL: a host of WeChat Pay has no path prefix: leave out `/v3`, which is part of each path",
        ),
        (
            "https://APIHK.mch.weixin.qq.com:443/global/",
            "base URL: a host of WeChat Pay has no path prefix: leave out `/v3`, which is part of each path",
        ),
        (
            "https://gw.example.com/a/../b",
            "base URL: the path prefix has an empty segment, a dot segment or a segment that is not URL-encoded",
        ),
    ] {
        let error = gateway.client().base_url(url).build().unwrap_err();
        assert_eq!(error.to_string(), text);
    }
    let url = "https://gw.example.com/wxpay";
    gateway.client().base_url(url).build().unwrap();
}
