//! The hosts that a client knows: which is asked, and when the other one is.

use std::{net::TcpListener, time::Duration};

use serde_json::{Value, json};
use wechatpay_client::{
    BuildError, Client, Error, Outcome, Result, TransportErrorKind, Verifier,
    testing::{Fault, Gateway, Reply},
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
    gateway.reply("POST", REFUNDS, Reply::ok(json!({})));
    gateway
}

/// An address of this machine where nobody listens.
fn nobody() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    format!("https://{}", listener.local_addr().unwrap())
}

#[tokio::test]
async fn a_url_that_is_not_a_hosts_is_refused_by_its_name() {
    let gateway = Gateway::start().await.unwrap();
    let secret = "https://user:secret@api2.mch.weixin.qq.com";
    let problem = "user and password do not belong here";
    for (builder, expected, text) in [
        (
            gateway.client().base_url(secret),
            BuildError::BaseUrl { problem },
            "base URL: user and password do not belong here",
        ),
        (
            gateway.client().backup_url(secret),
            BuildError::BackupUrl { problem },
            "backup URL: user and password do not belong here",
        ),
    ] {
        let shown = format!("{builder:?}");
        assert!(!shown.contains("secret"), "{shown}");
        let error = builder.build().unwrap_err();
        assert_eq!(error.to_string(), text);
        let Error::Build(reason) = error else {
            panic!("{error:?}")
        };
        assert_eq!(reason, expected);
    }
}

/// The backup is of the host that is the default, and of no other.
#[tokio::test]
async fn a_backup_is_there_by_default_or_by_its_url() {
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
async fn what_was_provably_not_sent_goes_to_the_backup_which_is_remembered() {
    let backup = start().await;
    let client = backup
        .client()
        .base_url(nobody())
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

/// That the primary is not asked again at once shows in who answers once it is there.
#[tokio::test]
async fn the_backup_stays_the_first_choice_for_a_while() {
    let backup = start().await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let client = backup.client().base_url(url).backup_url(backup.base_url());
    let client = client.build().unwrap();
    // It takes connections, and then closes them: TLS fails.
    listener.set_nonblocking(true).unwrap();
    let listener = tokio::net::TcpListener::from_std(listener).unwrap();
    let refusing = tokio::spawn(async move {
        drop(listener.accept().await);
        // Until another connection comes, which must not be.
        listener.accept().await.is_ok()
    });
    for _ in 0..5 {
        client.refund(&json!({})).await.unwrap();
    }
    assert_eq!(backup.requests().len(), 5);
    assert!(!refusing.is_finished());
}

/// It takes connections and says nothing: half of the deadline is left for the other host.
#[tokio::test]
async fn a_primary_that_hangs_leaves_time_for_the_backup() {
    let backup = start().await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let client = backup.client().base_url(url).backup_url(backup.base_url());
    let client = client.build().unwrap().deadline(Duration::from_secs(4));
    client.refund(&json!({})).await.unwrap();
    client.refund(&json!({})).await.unwrap();
    assert_eq!(backup.requests().len(), 2);
}

/// Who waits behind others for a connection to it hears that there is another host.
#[tokio::test]
async fn a_queue_for_a_primary_that_hangs_goes_to_the_backup() {
    let backup = start().await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let client = backup.client().base_url(url).backup_url(backup.base_url());
    let client = client
        .max_connections(2)
        .connect_deadline(Duration::from_millis(500));
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
async fn both_down_is_an_error_that_says_so_and_the_primary_is_first_again() {
    let gateway = start().await;
    let client = gateway.client().base_url(nobody()).backup_url(nobody());
    let error = client
        .build()
        .unwrap()
        .refund(&json!({}))
        .await
        .unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    let Error::Transport(error) = error else {
        panic!("{error:?}");
    };
    assert_eq!(error.kind(), TransportErrorKind::Connect);
}

/// Whatever was sent stays where it was sent: an answer, whichever it is, and a broken connection.
#[tokio::test]
async fn what_may_have_been_executed_never_goes_to_the_backup() {
    for reply in [
        Reply::error(500, "SYSTEM_ERROR", "系统错误"),
        Reply::error(502, "", "").unsigned(),
        Reply::ok(json!({})).fault(Fault::DropAfterRead),
        Reply::ok(json!({})).fault(Fault::WrongSignature),
    ] {
        let (primary, backup) = (start().await, start().await);
        primary.reply("POST", REFUNDS, reply.clone());
        let client = primary
            .client()
            .backup_url(backup.base_url())
            .build()
            .unwrap();
        let error = client.refund(&json!({})).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{reply:?}");
        assert_eq!(
            (primary.requests().len(), backup.requests().len()),
            (1, 0),
            "{reply:?}"
        );
    }
}

#[tokio::test]
async fn an_operation_of_the_global_hosts_goes_by_a_global_client_alone() {
    let gateway = start().await;
    gateway.reply("POST", "/v3/global/refunds", Reply::ok(json!({})));
    let global = gateway.client().global().build().unwrap();
    global.global_refund(&json!({})).await.unwrap();
    let refused = global.refund(&json!({})).await.unwrap_err();
    assert!(matches!(
        refused,
        Error::Build(BuildError::MainlandOperation)
    ));
    let mainland = gateway.client().build().unwrap();
    let refused = mainland.global_refund(&json!({})).await.unwrap_err();
    assert!(matches!(refused, Error::Build(BuildError::GlobalOperation)));
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
