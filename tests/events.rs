//! Events of the feature `tracing`: one for each call and each notification, with fixed names and without the values of a call.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, Mutex},
    time::Duration,
};

use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};
use tracing::{
    Event, Level, Metadata, Subscriber,
    field::{Field, Visit},
    span,
    subscriber::DefaultGuard,
};
use wechatpay_client::{
    ApiV3Key, Client, Download, FrozenRequest, Journal, Outcome, PlatformCertificates, Result,
    Verifier,
    error::JournalError,
    gateway::{Fault, Gateway, ScriptedResponse},
    wechatpay_api,
};

const PATH: &str = "/v3/test/orders/{out_trade_no}";

/// The values that no event may show.
const ORDER: &str = "order-7f3a";
const OPENID: &str = "openid-91bc";

#[wechatpay_api]
trait Orders {
    #[wechatpay_api(GET "/v3/test/orders/{out_trade_no}", unlisted)]
    async fn order(&self, out_trade_no: &str) -> Result<Value>;

    #[wechatpay_api(POST "/v3/test/orders/{out_trade_no}", unlisted)]
    async fn pay(&self, out_trade_no: &str, body: &Value) -> Result<()>;

    #[wechatpay_api(PUT "/v3/test/orders/{out_trade_no}", unlisted)]
    async fn panic(&self, out_trade_no: &str) -> Result<Panics>;

    #[wechatpay_api(GET "/v3/test/files/{out_trade_no}", unlisted, download)]
    async fn file(&self, out_trade_no: &str) -> Result<Download>;
}

type Fields = BTreeMap<&'static str, String>;

/// Keeps the events of this crate.
#[derive(Clone, Default)]
struct Events(Arc<Mutex<Vec<(Level, Fields)>>>);

impl Events {
    fn collect() -> (Self, DefaultGuard) {
        let events = Self::default();
        let guard = tracing::subscriber::set_default(events.clone());
        (events, guard)
    }

    /// The only call since the last time, without its duration and Request-ID, which differ from run to run.
    fn only(&self) -> (Level, Fields) {
        let (level, mut fields) = self.only_of("call", "http.client.request.duration");
        if fields.contains_key("http.response.status_code") {
            let request_id = fields.remove("http.response.header.request-id");
            assert!(request_id.is_some_and(|id| id.len() > 8));
        }
        (level, fields)
    }

    fn only_of(&self, message: &str, duration: &str) -> (Level, Fields) {
        let mut events = std::mem::take(&mut *self.0.lock().unwrap());
        assert_eq!(events.len(), 1, "{events:?}");
        let (level, mut fields) = events.pop().unwrap();
        let duration = fields.remove(duration).unwrap();
        assert!(
            (0.0..60.0).contains(&duration.parse().unwrap()),
            "{duration}"
        );
        assert_eq!(fields.remove("message").unwrap(), message);
        for text in fields.values() {
            for value in [ORDER, OPENID, "1900009191", "WECHATPAY2"] {
                assert!(!text.contains(value), "{text}");
            }
        }
        (level, fields)
    }
}

impl Subscriber for Events {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "wechatpay_client"
    }

    fn event(&self, event: &Event<'_>) {
        struct Text(Fields);

        impl Visit for Text {
            fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
                let text = format!("{value:?}");
                self.0
                    .insert(field.name(), text.trim_matches('"').to_owned());
            }
        }

        let mut text = Text(Fields::new());
        event.record(&mut text);
        let mut events = self.0.lock().unwrap();
        events.push((*event.metadata().level(), text.0));
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

fn fields<const N: usize>(fields: [(&'static str, &str); N]) -> Fields {
    fields.map(|(name, text)| (name, text.to_owned())).into()
}

#[tokio::test]
async fn a_successful_call_is_one_event_at_info() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    gateway.respond(
        "GET",
        PATH,
        ScriptedResponse::ok(json!({ "payer": OPENID })),
    );
    let (events, _guard) = Events::collect();
    client.order(ORDER).await.unwrap();
    let expected = fields([
        ("http.request.method", "GET"),
        ("http.request.resend_count", "0"),
        ("http.response.status_code", "200"),
        ("url.template", PATH),
        ("wechatpay.outcome", "executed"),
    ]);
    assert_eq!(events.only(), (Level::INFO, expected));
}

#[tokio::test]
async fn an_error_response_is_a_warning_with_the_name_of_the_error() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    let refusal = ScriptedResponse::error(400, "PARAM_ERROR", &format!("no {OPENID}"));
    gateway.respond("POST", PATH, refusal);
    let (events, _guard) = Events::collect();
    let body = json!({ "payer": OPENID });
    client.pay(ORDER, &body).await.unwrap_err();
    let expected = fields([
        ("error.type", "api"),
        ("http.request.method", "POST"),
        ("http.request.resend_count", "0"),
        ("http.response.status_code", "400"),
        ("url.template", PATH),
        ("wechatpay.outcome", "not-executed"),
    ]);
    assert_eq!(events.only(), (Level::WARN, expected));
}

#[tokio::test]
async fn retries_are_counted_in_the_event_of_their_call() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().max_retries(2).build().unwrap();
    for _ in 0..2 {
        let failure = ScriptedResponse::error(500, "SYSTEM_ERROR", "系统错误");
        gateway.respond_once("GET", PATH, failure);
    }
    gateway.respond_once("GET", PATH, ScriptedResponse::ok(json!({})));
    let (events, _guard) = Events::collect();
    client.order(ORDER).await.unwrap();
    let (level, fields) = events.only();
    assert_eq!(level, Level::INFO);
    assert_eq!(fields["http.request.resend_count"], "2");
}

#[tokio::test]
async fn a_request_that_cannot_be_built_is_an_event_without_a_status() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    let (events, _guard) = Events::collect();
    client.order("").await.unwrap_err();
    let expected = fields([
        ("error.type", "request:path-argument"),
        ("http.request.method", "GET"),
        ("http.request.resend_count", "0"),
        ("url.template", PATH),
        ("wechatpay.outcome", "not-executed"),
    ]);
    assert_eq!(events.only(), (Level::WARN, expected));
}

#[tokio::test]
async fn a_response_of_another_type_is_executed_and_a_warning() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    gateway.respond("GET", PATH, ScriptedResponse::bytes(200, "[]"));
    let (events, _guard) = Events::collect();
    client.order(ORDER).await.unwrap_err();
    let (level, fields) = events.only();
    assert_eq!(level, Level::WARN);
    assert_eq!(fields["error.type"], "decode");
    assert_eq!(fields["wechatpay.outcome"], "executed");
}

#[tokio::test]
async fn a_cancelled_call_is_an_event_with_an_unknown_outcome() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    let slow = ScriptedResponse::no_content().with_delay(Duration::from_secs(60));
    gateway.respond("POST", PATH, slow);
    let (events, _guard) = Events::collect();
    let body = json!({});
    let call = tokio::time::timeout(Duration::from_millis(300), client.pay(ORDER, &body));
    call.await.unwrap_err();
    let expected = fields([
        ("error.type", "cancelled"),
        ("http.request.method", "POST"),
        ("http.request.resend_count", "0"),
        ("url.template", PATH),
        ("wechatpay.outcome", "unknown"),
    ]);
    assert_eq!(events.only(), (Level::WARN, expected));
    // A call that is never polled makes no event: it has not begun.
    drop(client.pay(ORDER, &body));
    assert!(events.0.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_repeated_request_stays_unknown_in_its_own_event() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    let cut = ScriptedResponse::no_content().with_fault(Fault::DropAfterRead);
    gateway.respond("POST", PATH, cut);
    let error = client.pay(ORDER, &json!({})).await.unwrap_err();
    let (events, _guard) = Events::collect();
    let request = error.frozen_request().unwrap();
    Client::repeat::<()>(&client, request).await.unwrap_err();
    let expected = fields([
        ("error.type", "transport:exchange"),
        ("http.request.method", "POST"),
        ("http.request.resend_count", "0"),
        ("wechatpay.outcome", "unknown"),
    ]);
    assert_eq!(events.only(), (Level::WARN, expected));
}

#[tokio::test]
async fn downloads_are_events_too() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    gateway.respond(
        "GET",
        "/v3/test/files/{out_trade_no}",
        ScriptedResponse::file("content"),
    );
    let (events, _guard) = Events::collect();
    drop(client.file(ORDER).await.unwrap());
    let (level, declared) = events.only();
    assert_eq!(level, Level::INFO);
    assert_eq!(declared["url.template"], "/v3/test/files/{out_trade_no}");
    let address = format!("{}/v3/test/files/{ORDER}", gateway.base_url());
    drop(Client::download_from(&client, &address).await.unwrap());
    let (level, addressed) = events.only();
    assert_eq!(level, Level::INFO);
    assert_eq!(addressed.get("url.template"), None);
}

#[tokio::test]
async fn the_clients_own_download_of_certificates_is_an_event() {
    let gateway = Gateway::start().await.unwrap();
    let verifier = Verifier::new(gateway.platform_certificates());
    let client: Client = gateway
        .client_for(gateway.merchant(), verifier)
        .build()
        .unwrap();
    let (events, _guard) = Events::collect();
    Client::refresh_certificates(&client).await.unwrap();
    let (level, fields) = events.only();
    assert_eq!(level, Level::INFO);
    assert_eq!(fields["url.template"], "/v3/certificates");
}

#[tokio::test]
async fn each_notification_is_one_event() {
    let gateway = Gateway::start().await.unwrap();
    let resource = json!({ "out_trade_no": ORDER, "payer": { "openid": OPENID } });
    let (events, _guard) = Events::collect();
    let only = || events.only_of("notification", "http.server.request.duration");
    let sent = gateway
        .notification("TRANSACTION.SUCCESS", "transaction", &resource)
        .unwrap();
    let notifications = gateway.notifications();
    notifications.parse(sent.headers(), sent.body()).unwrap();
    let (level, mut parsed) = only();
    assert_eq!(level, Level::INFO);
    parsed.remove("http.request.header.request-id");
    let expected = fields([("wechatpay.event_type", "TRANSACTION.SUCCESS")]);
    assert_eq!(parsed, expected);

    // Anybody can send a notification that does not verify, so nothing of it is in the event.
    let forged = gateway
        .faulty_notification(OPENID, "transaction", &resource, Fault::WrongSignature)
        .unwrap();
    let error = notifications.parse(forged.headers(), forged.body());
    error.unwrap_err();
    let expected = fields([
        ("error.type", "signature-mismatch"),
        ("http.response.status_code", "401"),
    ]);
    assert_eq!(only(), (Level::WARN, expected));
}

/// A type whose own code panics.
struct Panics;

impl<'de> Deserialize<'de> for Panics {
    fn deserialize<D: Deserializer<'de>>(_: D) -> std::result::Result<Self, D::Error> {
        panic!("of the type");
    }
}

#[tokio::test]
async fn a_panic_after_a_verified_response_is_an_executed_call() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    gateway.respond("PUT", PATH, ScriptedResponse::ok(json!({})));
    let (events, _guard) = Events::collect();
    let call = tokio::spawn(async move { client.panic(ORDER).await.map(drop) });
    call.await.unwrap_err();
    let expected = fields([
        ("error.type", "panicked"),
        ("http.request.method", "PUT"),
        ("http.request.resend_count", "0"),
        ("http.response.status_code", "200"),
        ("url.template", PATH),
        ("wechatpay.outcome", "executed"),
    ]);
    assert_eq!(events.only(), (Level::WARN, expected));
}

/// A journal that never returns.
struct Endless {
    before: bool,
}

impl Journal for Endless {
    async fn before(&self, _: &FrozenRequest) -> std::result::Result<(), JournalError> {
        match self.before {
            true => std::future::pending().await,
            false => Ok(()),
        }
    }

    async fn after(&self, _: &FrozenRequest, _: Outcome) {
        std::future::pending().await
    }
}

/// A journal may have stored the request when the call is cancelled, and a recovery then sends the request.
#[tokio::test]
async fn a_call_cancelled_in_its_journal_is_never_reported_as_not_executed() {
    for (before, outcome) in [(true, "unknown"), (false, "executed")] {
        let gateway = Gateway::start().await.unwrap();
        let client = gateway.client().journal(Endless { before }).build();
        let client = client.unwrap();
        gateway.respond("POST", PATH, ScriptedResponse::no_content());
        let (events, _guard) = Events::collect();
        let body = json!({});
        let call = tokio::time::timeout(Duration::from_millis(300), client.pay(ORDER, &body));
        call.await.unwrap_err();
        let (level, fields) = events.only();
        assert_eq!(level, Level::WARN);
        assert_eq!(fields["error.type"], "cancelled");
        assert_eq!(fields["wechatpay.outcome"], outcome);
    }
}

#[tokio::test]
async fn a_rejected_list_of_certificates_is_a_failed_call() {
    let gateway = Gateway::start().await.unwrap();
    let wrong_key = ApiV3Key::new([b'0'; 32]).unwrap();
    let verifier = Verifier::new(PlatformCertificates::downloading(wrong_key));
    let client = gateway
        .client_for(gateway.merchant(), verifier)
        .build()
        .unwrap();
    let (events, _guard) = Events::collect();
    Client::refresh_certificates(&client).await.unwrap_err();
    let (level, fields) = events.only();
    assert_eq!(level, Level::WARN);
    assert_eq!(fields["error.type"], "certificates:decrypt-failed");
    assert_eq!(fields["http.response.status_code"], "200");
    assert_eq!(fields["wechatpay.outcome"], "not-executed");
}

/// No signature covers a Request-ID, so anybody on the way can write one.
#[tokio::test]
async fn a_text_in_place_of_a_request_id_is_in_no_event() {
    let gateway = Gateway::start().await.unwrap();
    let resource = json!({ "out_trade_no": ORDER });
    let mut sent = gateway
        .notification("TRANSACTION.SUCCESS", "transaction", &resource)
        .unwrap();
    let forged = format!("id {OPENID}").parse().unwrap();
    sent.headers_mut().insert("request-id", forged);
    let (events, _guard) = Events::collect();
    let notifications = gateway.notifications();
    notifications.parse(sent.headers(), sent.body()).unwrap();
    let (_, parsed) = events.only_of("notification", "http.server.request.duration");
    assert_eq!(parsed.get("http.request.header.request-id"), None);
}

#[tokio::test]
async fn a_notification_that_the_extractor_rejects_is_an_event_too() {
    use axum::{extract::FromRequest, http::Request};
    use wechatpay_client::notification::Notification;

    let gateway = Gateway::start().await.unwrap();
    let notifications = Arc::new(gateway.notifications().with_body_limit(3));
    let (events, _guard) = Events::collect();
    let request = Request::new(axum::body::Body::from(OPENID));
    let rejected = Notification::from_request(request, &notifications).await;
    rejected.unwrap_err();
    let expected = fields([
        ("error.type", "body-too-large"),
        ("http.response.status_code", "413"),
    ]);
    let event = events.only_of("notification", "http.server.request.duration");
    assert_eq!(event, (Level::WARN, expected));
}
