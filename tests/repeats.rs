//! Retries and repeats: the client retries if that is safe, the caller repeats a request with an unknown
//! outcome, and a journal restores requests after a crash.

use std::{
    fs::{self, File},
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
    sync::{Arc, Mutex},
    time::Duration,
};

use serde_json::{Value, json};
use tokio::time::sleep;
use wechatpay_client::{
    Client, Error, ErrorKind, FrozenRequest, Journal, Merchant, Outcome, Result, Sensitive, Signer,
    Verifier, WechatPayPublicKey,
    error::{ConfigErrorKind, JournalError, RequestErrorKind, SignerError, VerifyErrorKind},
    gateway::{Fault, Gateway, ScriptedResponse},
    wechatpay_api,
};

const REFUNDS: &str = "/v3/refund/domestic/refunds";
const REFUND: &str = "/v3/refund/domestic/refunds/{out_refund_no}";

#[derive(serde::Serialize)]
struct Refund {
    out_refund_no: String,
    name: Sensitive,
}

#[wechatpay_api]
trait Refunds {
    #[wechatpay_api(POST "/v3/refund/domestic/refunds")]
    async fn refund(&self, body: &Refund) -> Result<Value>;

    #[wechatpay_api(POST "/v3/refund/domestic/refunds", idempotent)]
    async fn refund_safely(&self, body: &Refund) -> Result<Value>;

    #[wechatpay_api(GET "/v3/refund/domestic/refunds/{out_refund_no}")]
    async fn query(&self, out_refund_no: &str) -> Result<Value>;
}

fn body() -> Refund {
    Refund {
        out_refund_no: "1217752501201407033233368018".into(),
        name: "张三".into(),
    }
}

async fn start() -> (Gateway, Client) {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond(
        "POST",
        REFUNDS,
        ScriptedResponse::ok(json!({ "status": "SUCCESS" })),
    );
    gateway.respond(
        "GET",
        REFUND,
        ScriptedResponse::ok(json!({ "status": "SUCCESS" })),
    );
    let client = gateway.client().build().unwrap();
    (gateway, client)
}

/// Responses that leave the outcome of an attempt unknown.
fn unknown_outcomes() -> [ScriptedResponse; 5] {
    let ok = || ScriptedResponse::ok(json!({}));
    [
        ok().with_fault(Fault::DropAfterRead),
        ok().with_fault(Fault::SignatureProbe),
        ScriptedResponse::error(500, "SYSTEM_ERROR", "系统错误"),
        ScriptedResponse::error(502, "", "").unsigned(),
        ScriptedResponse::bytes(202, ""),
    ]
}

#[tokio::test]
async fn a_get_with_an_unknown_outcome_is_retried_and_signed_again() {
    for scripted in unknown_outcomes() {
        let (gateway, client) = start().await;
        gateway.respond_once("GET", REFUND, scripted.clone());
        client.query("1").await.unwrap();
        let requests = gateway.requests();
        assert_eq!(requests.len(), 2, "{scripted:?}");
        assert_eq!(requests[0].target(), requests[1].target());
        assert_ne!(
            requests[0].header("authorization"),
            requests[1].header("authorization")
        );
    }
}

#[tokio::test]
async fn retries_are_bounded() {
    let (gateway, client) = start().await;
    gateway.respond(
        "GET",
        REFUND,
        ScriptedResponse::error(500, "SYSTEM_ERROR", "系统错误"),
    );
    let error = client.query("1").await.unwrap_err();
    assert_eq!(error.code(), Some("SYSTEM_ERROR"));
    assert_eq!(gateway.requests().len(), 3);

    // This timeout leaves no time for a retry.
    let hurried = client.with_timeout(Duration::from_millis(90));
    let error = hurried.query("1").await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(gateway.requests().len(), 4);
}

#[tokio::test]
async fn a_post_with_an_unknown_outcome_is_retried_only_if_declared_idempotent() {
    for scripted in unknown_outcomes() {
        let (gateway, client) = start().await;
        gateway.respond_once("POST", REFUNDS, scripted.clone());
        let error = client.refund(&body()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown);
        assert_eq!(gateway.requests().len(), 1, "{scripted:?}");

        gateway.respond_once("POST", REFUNDS, scripted.clone());
        client.refund_safely(&body()).await.unwrap();
        let requests = gateway.requests();
        assert_eq!(requests.len(), 3, "{scripted:?}");
        // The body is encrypted once, so that both attempts send the same bytes.
        assert_eq!(requests[1].body(), requests[2].body());
        assert_ne!(
            requests[1].header("authorization"),
            requests[2].header("authorization")
        );
    }
}

#[tokio::test]
async fn a_failure_that_a_retry_would_not_change_is_not_retried() {
    for scripted in [
        ScriptedResponse::error(400, "PARAM_ERROR", "参数错误"),
        ScriptedResponse::error(429, "FREQUENCY_LIMITED", "频率限制"),
        ScriptedResponse::error(403, "FREQUENCY_LIMIT_EXCEED", "频率限制"),
        ScriptedResponse::error(400, "ORDERPAID", "已支付"),
        ScriptedResponse::ok(json!({})).with_fault(Fault::WrongSignature),
        ScriptedResponse::ok(json!({})).with_fault(Fault::StaleTimestamp),
        ScriptedResponse::ok(json!({})).with_fault(Fault::UnknownKeyId),
    ] {
        let (gateway, client) = start().await;
        gateway.respond("POST", REFUNDS, scripted.clone());
        gateway.respond("GET", REFUND, scripted.clone());
        client.refund_safely(&body()).await.unwrap_err();
        client.query("1").await.unwrap_err();
        assert_eq!(gateway.requests().len(), 2, "{scripted:?}");
    }
}

#[tokio::test]
async fn a_rate_limit_error_says_what_to_do() {
    let (gateway, client) = start().await;
    gateway.respond(
        "POST",
        REFUNDS,
        ScriptedResponse::error(429, "FREQUENCY_LIMITED", "频率限制"),
    );
    let error = client.refund(&body()).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert!(
        error
            .to_string()
            .contains("call less often, then query the request or repeat it with the same numbers")
    );
    let ErrorKind::Api(error) = error.kind() else {
        panic!("{error:?}");
    };
    assert!(error.is_rate_limited());
}

/// The first attempt may have been executed, whatever the response to the second one says.
#[tokio::test]
async fn an_unknown_outcome_stays_unknown_whatever_the_retry_returns() {
    let (gateway, client) = start().await;
    let cut = ScriptedResponse::ok(json!({})).with_fault(Fault::DropAfterRead);
    gateway.respond_once("POST", REFUNDS, cut.clone());
    gateway.respond_once(
        "POST",
        REFUNDS,
        ScriptedResponse::error(400, "PARAM_ERROR", "参数错误"),
    );
    let error = client.refund_safely(&body()).await.unwrap_err();
    assert_eq!(error.code(), Some("PARAM_ERROR"));
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert!(error.frozen_request().is_some());

    // A GET executes nothing, however often it is sent.
    gateway.respond_once("GET", REFUND, cut);
    gateway.respond_once(
        "GET",
        REFUND,
        ScriptedResponse::error(404, "RESOURCE_NOT_EXISTS", "不存在"),
    );
    let error = client.query("1").await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotExecuted);
}

#[tokio::test]
async fn an_unknown_outcome_returns_the_frozen_request_and_a_repeat_sends_the_same_bytes() {
    let (gateway, client) = start().await;
    gateway.respond_once(
        "POST",
        REFUNDS,
        ScriptedResponse::error(500, "SYSTEM_ERROR", "系统错误"),
    );
    let error = client.refund(&body()).await.unwrap_err();
    let frozen = error.frozen_request().unwrap();
    assert_eq!((frozen.method(), frozen.target()), ("POST", REFUNDS));
    assert_eq!(frozen.content_type(), Some("application/json"));
    assert_eq!(frozen.mchid(), gateway.merchant().mchid());
    let id = gateway.public_key().public_key_id().to_owned();
    assert_eq!(frozen.key_id(), Some(&*id));

    // Stored, read again, and repeated by a client with another verifier.
    let written = serde_json::to_string(frozen).unwrap();
    let read: FrozenRequest = serde_json::from_str(&written).unwrap();
    let verifier = Verifier::new(gateway.platform_certificate());
    let other = gateway.client_for(gateway.merchant(), verifier.with_key(gateway.public_key()));
    let other = other.build().unwrap();
    let refund = Client::repeat::<Value>(&other, &read).await.unwrap();
    assert_eq!(refund["status"], "SUCCESS");

    let [first, second] = &*gateway.requests() else {
        panic!("not two requests");
    };
    assert_eq!(
        (first.body(), first.target()),
        (second.body(), second.target())
    );
    for header in ["wechatpay-serial", "content-type", "accept"] {
        assert_eq!(first.header(header), second.header(header));
    }
    assert_ne!(
        first.header("authorization"),
        second.header("authorization")
    );
}

#[tokio::test]
async fn only_an_unknown_outcome_returns_the_frozen_request() {
    let (gateway, client) = start().await;
    gateway.respond(
        "POST",
        REFUNDS,
        ScriptedResponse::error(400, "PARAM_ERROR", "参数错误"),
    );
    let error = client.refund(&body()).await.unwrap_err();
    assert!(error.frozen_request().is_none());
    gateway.respond(
        "POST",
        REFUNDS,
        ScriptedResponse::ok(json!({})).with_fault(Fault::WrongSignature),
    );
    let error = client.refund(&body()).await.unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::Verify(error) if *error.kind() == VerifyErrorKind::SignatureMismatch)
    );
    assert!(error.frozen_request().is_some());
}

/// Checks that the outcome is unknown and that the error holds the request; returns the kind.
fn assert_unknown(error: &Error) -> &ErrorKind {
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert!(error.frozen_request().is_some());
    error.kind()
}

#[tokio::test]
async fn a_frozen_request_of_another_merchant_is_refused() {
    let (gateway, client) = start().await;
    gateway.respond(
        "POST",
        REFUNDS,
        ScriptedResponse::error(500, "SYSTEM_ERROR", "系统错误"),
    );
    let error = client.refund(&body()).await.unwrap_err();
    let key = include_bytes!("fixtures/vectors/keys/merchant.key.pem");
    let other = Merchant::new("1900007291", "3A86", key).unwrap();
    let other = gateway
        .client_for(other, Verifier::new(gateway.public_key()))
        .build()
        .unwrap();
    let refused = Client::repeat::<Value>(&other, error.frozen_request().unwrap()).await;
    let refused = refused.unwrap_err();
    assert!(matches!(
        assert_unknown(&refused),
        ErrorKind::Request(error) if *error.kind() == RequestErrorKind::OtherMerchant
    ));
    assert_eq!(gateway.requests().len(), 1);
}

/// The original request may have been executed, and no failure of the repeat changes that.
#[tokio::test]
async fn the_outcome_stays_unknown_however_the_repeat_fails() {
    let (gateway, client) = start().await;
    gateway.respond_once(
        "POST",
        REFUNDS,
        ScriptedResponse::ok(json!({})).with_fault(Fault::DropAfterRead),
    );
    let error = client.refund(&body()).await.unwrap_err();
    let frozen = error.frozen_request().unwrap();
    for scripted in [
        ScriptedResponse::error(400, "PARAM_ERROR", "参数错误"),
        ScriptedResponse::error(403, "NOT_ENOUGH", "余额不足"),
        ScriptedResponse::ok(json!({})).with_fault(Fault::DropBeforeRead),
    ] {
        gateway.respond("POST", REFUNDS, scripted);
        let error = Client::repeat::<Value>(&client, frozen).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{error:?}");
        assert!(error.frozen_request().is_some());
    }
    let journal = MemoryJournal::default();
    let down = gateway
        .client()
        .base_url("http://127.0.0.1:1")
        .journal(journal.clone());
    let down = down.build().unwrap();
    let error = Client::repeat::<Value>(&down, frozen).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown, "{error:?}");
    let entries = journal.0.lock().unwrap().clone();
    let id = frozen.id();
    assert_eq!(entries, [format!("{id} POST"), format!("{id} Unknown")]);
    let full = gateway.client().journal(FullJournal).build().unwrap();
    let error = Client::repeat::<Value>(&full, frozen).await.unwrap_err();
    assert!(matches!(assert_unknown(&error), ErrorKind::Journal));
}

/// Each member is altered in turn: only a request as it was frozen is repeated.
#[tokio::test]
async fn a_frozen_request_that_was_altered_is_refused() {
    let (gateway, client) = start().await;
    gateway.respond(
        "POST",
        REFUNDS,
        ScriptedResponse::error(500, "SYSTEM_ERROR", "系统错误"),
    );
    let error = client.refund(&body()).await.unwrap_err();
    let written = serde_json::to_value(error.frozen_request().unwrap()).unwrap();
    let same: FrozenRequest = serde_json::from_value(written.clone()).unwrap();
    Client::repeat::<Value>(&client, &same).await.unwrap_err();
    assert_eq!(gateway.requests().len(), 2);
    for (name, value) in [
        ("id", json!("0")),
        ("method", json!("PUT")),
        ("target", json!("/v3/transfers")),
        ("body", json!("e30=")),
        ("body", Value::Null),
        ("headers", json!([["host", "example.com"]])),
        ("key_id", json!("3A86")),
        ("options", json!({ "accepted": true })),
        ("mac", json!("00")),
    ] {
        let mut altered = written.clone();
        altered[name] = value.clone();
        let altered: FrozenRequest = serde_json::from_value(altered).unwrap();
        let refused = Client::repeat::<Value>(&client, &altered)
            .await
            .unwrap_err();
        let refused = assert_unknown(&refused);
        assert!(
            matches!(
                refused,
                ErrorKind::Request(error) if *error.kind() == RequestErrorKind::FrozenAltered
            ),
            "{name}: {value}"
        );
    }
    assert_eq!(gateway.requests().len(), 2);
}

/// After a restart with a new certificate, the client is given the earlier one as well.
#[tokio::test]
async fn a_request_frozen_under_an_earlier_key_is_repeated_by_a_client_that_has_that_key() {
    let (gateway, client) = start().await;
    gateway.respond_once(
        "POST",
        REFUNDS,
        ScriptedResponse::error(500, "SYSTEM_ERROR", "系统错误"),
    );
    let error = client.refund(&body()).await.unwrap_err();
    let written = serde_json::to_string(error.frozen_request().unwrap()).unwrap();
    let frozen: FrozenRequest = serde_json::from_str(&written).unwrap();
    let renewed = gateway.renew_merchant().unwrap();
    let restarted = || gateway.client_for(renewed.clone(), Verifier::new(gateway.public_key()));
    let client = restarted().build().unwrap();
    let refused = Client::repeat::<Value>(&client, &frozen).await.unwrap_err();
    assert!(matches!(
        assert_unknown(&refused),
        ErrorKind::Request(error) if *error.kind() == RequestErrorKind::FrozenAltered
    ));
    let client = restarted()
        .earlier_merchant(gateway.merchant())
        .build()
        .unwrap();
    Client::repeat::<Value>(&client, &frozen).await.unwrap();

    // An earlier key that no longer signs does not hide one that does.
    let gone = Merchant::with_signer(gateway.merchant().mchid(), "3A86", DeletedKey).unwrap();
    let client = restarted()
        .earlier_merchant(gone)
        .earlier_merchant(gateway.merchant());
    let client = client.build().unwrap();
    Client::repeat::<Value>(&client, &frozen).await.unwrap();

    let key = include_bytes!("fixtures/vectors/keys/merchant.key.pem");
    let other = Merchant::new("1900007291", "3A86", key).unwrap();
    let refused = restarted().earlier_merchant(other).build().unwrap_err();
    assert_eq!(*refused.kind(), ConfigErrorKind::OtherMerchant);
}

struct DeletedKey;

impl Signer for DeletedKey {
    async fn sign(&self, _: &[u8]) -> Result<Vec<u8>, SignerError> {
        Err("the key is deleted".into())
    }
}

#[tokio::test]
async fn a_stored_frozen_request_is_read_strictly() {
    let (gateway, client) = start().await;
    gateway.respond(
        "POST",
        REFUNDS,
        ScriptedResponse::error(500, "SYSTEM_ERROR", "系统错误"),
    );
    let error = client.refund(&body()).await.unwrap_err();
    let written = serde_json::to_value(error.frozen_request().unwrap()).unwrap();
    let many: Vec<_> = (0..40_000)
        .map(|number| [format!("x{number}"), "1".to_owned()])
        .collect();
    for (name, wrong) in [
        ("target", json!("https://example.com/v3/x")),
        ("target", json!("v3 x")),
        ("method", json!("PO ST")),
        // A method that no operation has: its text would reach a log.
        ("method", json!("ATTACKER-TEXT")),
        ("method", json!("post")),
        ("body", json!("not base64")),
        ("headers", json!([["Idem potency", "1"]])),
        ("headers", json!([["Idempotency-Key", "a\nb"]])),
        ("headers", json!(many)),
        ("mchid", json!(7)),
        ("options", json!({ "harmless": true })),
        ("added", json!(true)),
        ("mac", Value::Null),
    ] {
        let mut altered = written.clone();
        altered[name] = wrong;
        assert!(
            serde_json::from_value::<FrozenRequest>(altered).is_err(),
            "{name}"
        );
    }
    assert!(!format!("{:?}", error.frozen_request()).contains("out_refund_no"));
}

/// Keeps its entries in memory.
#[derive(Clone, Default)]
struct MemoryJournal(Arc<Mutex<Vec<String>>>);

impl Journal for MemoryJournal {
    async fn before(&self, request: &FrozenRequest) -> Result<(), JournalError> {
        self.0
            .lock()
            .unwrap()
            .push(format!("{} {}", request.id(), request.method()));
        Ok(())
    }

    async fn after(&self, request: &FrozenRequest, outcome: Outcome) {
        self.0
            .lock()
            .unwrap()
            .push(format!("{} {outcome:?}", request.id()));
    }
}

#[tokio::test]
async fn a_journal_records_every_request_that_is_not_a_get_and_its_outcome() {
    let (gateway, _) = start().await;
    let journal = MemoryJournal::default();
    let client = gateway.client().journal(journal.clone()).build().unwrap();
    client.query("1").await.unwrap();
    assert!(journal.0.lock().unwrap().is_empty());
    for (scripted, outcome) in [
        (ScriptedResponse::ok(json!({})), "Executed"),
        (
            ScriptedResponse::error(400, "PARAM_ERROR", "参数错误"),
            "NotExecuted",
        ),
        (
            ScriptedResponse::ok(json!({})).with_fault(Fault::DropAfterRead),
            "Unknown",
        ),
    ] {
        gateway.respond("POST", REFUNDS, scripted);
        let error = client.refund(&body()).await.err();
        let entries = std::mem::take(&mut *journal.0.lock().unwrap());
        let id = entries[0].strip_suffix(" POST").unwrap();
        assert_eq!(entries[1..], [format!("{id} {outcome}")]);
        if let Some(frozen) = error.as_ref().and_then(Error::frozen_request) {
            assert_eq!(frozen.id(), id);
        }
    }
}

/// Never finishes.
struct StuckJournal;

impl Journal for StuckJournal {
    async fn before(&self, _: &FrozenRequest) -> Result<(), JournalError> {
        std::future::pending().await
    }

    async fn after(&self, _: &FrozenRequest, _: Outcome) {}
}

/// A late journal may still have written the request, and its entry may be repeated.
#[tokio::test]
async fn a_journal_that_does_not_finish_before_the_timeout_leaves_the_outcome_unknown() {
    let (gateway, _) = start().await;
    let client = gateway.client().journal(StuckJournal).build().unwrap();
    let hurried = client.with_timeout(Duration::from_millis(50));
    let error = hurried.refund(&body()).await.unwrap_err();
    assert!(error.is_timeout());
    assert!(matches!(assert_unknown(&error), ErrorKind::Transport(_)));
    serde_json::to_string(error.frozen_request().unwrap()).unwrap();
    assert!(gateway.requests().is_empty());
}

struct FullJournal;

impl Journal for FullJournal {
    async fn before(&self, _: &FrozenRequest) -> Result<(), JournalError> {
        Err("the disk is full".into())
    }

    async fn after(&self, _: &FrozenRequest, _: Outcome) {
        panic!("a request that was not sent has no outcome");
    }
}

#[tokio::test]
async fn nothing_is_sent_if_the_journal_fails() {
    let (gateway, _) = start().await;
    let client = gateway.client().journal(FullJournal).build().unwrap();
    let error = client.refund(&body()).await.unwrap_err();
    assert!(matches!(assert_unknown(&error), ErrorKind::Journal));
    assert_eq!(
        error.to_string(),
        "not sent: the journal failed; the journal may already hold the request: repeat that request, and \
         send no other with its order number"
    );
    let cause = std::error::Error::source(&error).unwrap();
    assert_eq!(cause.to_string(), "the disk is full");
    assert!(gateway.requests().is_empty());
}

/// Writes its entry, and fails afterwards.
#[derive(Clone, Default)]
struct LostAcknowledgement(Arc<Mutex<Vec<FrozenRequest>>>);

impl Journal for LostAcknowledgement {
    async fn before(&self, request: &FrozenRequest) -> Result<(), JournalError> {
        self.0.lock().unwrap().push(request.clone());
        Err("the acknowledgement was lost".into())
    }

    async fn after(&self, _: &FrozenRequest, _: Outcome) {
        panic!("a request that was not sent has no outcome");
    }
}

#[tokio::test]
async fn the_error_of_a_failed_journal_holds_the_request_of_its_entry() {
    let (gateway, plain) = start().await;
    let journal = LostAcknowledgement::default();
    let client = gateway.client().journal(journal.clone()).build().unwrap();
    let error = client.refund(&body()).await.unwrap_err();
    assert!(matches!(assert_unknown(&error), ErrorKind::Journal));
    // The entry has no outcome, so a recovery repeats the very request that the error holds.
    let entry = journal.0.lock().unwrap()[0].clone();
    assert_eq!(entry.id(), error.frozen_request().unwrap().id());
    assert_eq!(entry.body(), error.frozen_request().unwrap().body());
    Client::repeat::<Value>(&plain, &entry).await.unwrap();
    assert_eq!(gateway.requests().len(), 1);
}

/// Fails at its first signature, which is for the MAC of the frozen request.
struct FailingSigner;

impl Signer for FailingSigner {
    async fn sign(&self, _: &[u8]) -> Result<Vec<u8>, SignerError> {
        Err("the KMS is down".into())
    }
}

/// The journal was not called yet, so it cannot hold the request.
#[tokio::test]
async fn a_request_that_never_reached_the_journal_is_not_executed() {
    let (gateway, _) = start().await;
    let merchant =
        Merchant::with_signer(gateway.merchant().mchid(), "3A86", FailingSigner).unwrap();
    let journal = MemoryJournal::default();
    let client = gateway
        .client_for(merchant, Verifier::new(gateway.public_key()))
        .journal(journal.clone())
        .build()
        .unwrap();
    let error = client.refund(&body()).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Signing(_)));
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    assert!(journal.0.lock().unwrap().is_empty());
}

/// A journal in a file, which a crash leaves behind.
struct FileJournal(PathBuf);

impl Journal for FileJournal {
    async fn before(&self, request: &FrozenRequest) -> Result<(), JournalError> {
        let mut file = File::create(&self.0)?;
        file.write_all(&serde_json::to_vec(request)?)?;
        Ok(file.sync_all()?)
    }

    async fn after(&self, _: &FrozenRequest, _: Outcome) {
        drop(fs::remove_file(&self.0));
    }
}

/// Not a test of its own: the process that the test below kills.
#[tokio::test]
#[ignore = "started by another test"]
async fn refunds_until_killed() {
    let env = |name: &str| std::env::var(name).unwrap();
    let merchant = Merchant::new(env("MCHID"), env("SERIAL_NO"), env("PRIVATE_KEY")).unwrap();
    let key = WechatPayPublicKey::from_pem(env("PUBLIC_KEY_ID"), env("PUBLIC_KEY")).unwrap();
    let client = Client::builder(merchant, Verifier::new(key))
        .base_url(env("BASE_URL"))
        .root_certificates(env("ROOT"))
        .journal(FileJournal(env("JOURNAL").into()))
        .build()
        .unwrap();
    client.refund(&body()).await.unwrap();
}

/// A process is killed in the middle of a POST. Its request is repeated from the journal, and the gateway
/// receives identical bytes.
#[tokio::test(flavor = "multi_thread")]
async fn a_request_in_the_journal_of_a_killed_process_is_repeated_byte_for_byte() {
    let (gateway, client) = start().await;
    let slow = ScriptedResponse::ok(json!({})).with_delay(Duration::from_secs(600));
    gateway.respond_once("POST", REFUNDS, slow);
    let journal = std::env::temp_dir().join(format!("wechatpay-journal-{}", std::process::id()));
    let merchant = gateway.merchant();
    let key = gateway.public_key();
    let mut killed = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "repeats::refunds_until_killed", "--ignored"])
        .env("MCHID", merchant.mchid())
        .env("SERIAL_NO", merchant.serial_no())
        .env("PRIVATE_KEY", gateway.merchant_private_key())
        .env("PUBLIC_KEY_ID", key.public_key_id())
        .env("PUBLIC_KEY", gateway.public_key_pem())
        .env("BASE_URL", gateway.base_url())
        .env("ROOT", str::from_utf8(gateway.root_certificate()).unwrap())
        .env("JOURNAL", &journal)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    while gateway.requests().is_empty() {
        assert!(
            killed.try_wait().unwrap().is_none(),
            "the process ended by itself"
        );
        sleep(Duration::from_millis(10)).await;
    }
    killed.kill().unwrap();
    killed.wait().unwrap();

    let frozen: FrozenRequest = serde_json::from_slice(&fs::read(&journal).unwrap()).unwrap();
    fs::remove_file(&journal).unwrap();
    let refund = Client::repeat::<Value>(&client, &frozen).await.unwrap();
    assert_eq!(refund["status"], "SUCCESS");
    let [first, second] = &*gateway.requests() else {
        panic!("not two requests");
    };
    assert_eq!(
        (first.body(), first.target()),
        (second.body(), second.target())
    );
    assert_eq!(
        first.header("wechatpay-serial"),
        second.header("wechatpay-serial")
    );
    // The sensitive field is encrypted with the key that the request names.
    let body: Value = serde_json::from_slice(second.body()).unwrap();
    let name = gateway.decrypt(second, body["name"].as_str().unwrap());
    assert_eq!(name.as_deref(), Some("张三"));
}
