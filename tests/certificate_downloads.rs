//! Downloads of platform certificates that fail: what is retried, who waits, and what an error says.

use std::{
    error,
    net::TcpListener,
    thread,
    time::{Duration, Instant},
};

use hyper::{Request, body::Bytes};
use serde_json::{Value, json};
use tokio::{runtime::Runtime, task::JoinSet, time::timeout};
use wechatpay_client::{
    ApiV3Key, Client, Error, ErrorKind, Merchant, Outcome, PlatformCertificates, Result, Verifier,
    error::{
        CertificateListErrorKind, CertificatesErrorKind, ConfigError, ConfigErrorKind,
        VerifyDiagnosis, VerifyErrorKind,
    },
    gateway::{Fault, Gateway, ScriptedResponse},
    notification::{NotificationError, Notifications},
    wechatpay_api,
};

const CERTIFICATES: &str = "/v3/certificates";
const ORDER: &str = "/v3/pay/transactions/id/{transaction_id}";

#[wechatpay_api]
trait Api {
    #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}", without(mchid))]
    async fn order(&self, transaction_id: &str) -> Result<Value>;
}

async fn start() -> Gateway {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond(
        "GET",
        ORDER,
        ScriptedResponse::ok(json!({ "trade_state": "SUCCESS" })),
    );
    gateway
}

fn client(gateway: &Gateway, certificates: &PlatformCertificates, max_retries: u32) -> Client {
    let verifier = Verifier::new(certificates.clone());
    let client = gateway.client_for(gateway.merchant(), verifier);
    client.max_retries(max_retries).build().unwrap()
}

fn downloads(gateway: &Gateway) -> usize {
    let requests = gateway.requests();
    requests
        .iter()
        .filter(|request| request.path() == CERTIFICATES)
        .count()
}

fn certificates_error(error: &Error) -> &CertificatesErrorKind {
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    match error.kind() {
        ErrorKind::Certificates(error) => error.kind(),
        other => panic!("not an error of certificates: {other:?}"),
    }
}

/// Responses after which every GET is retried.
fn transient_failures() -> [ScriptedResponse; 5] {
    let empty = || ScriptedResponse::ok(json!({ "data": [] }));
    [
        ScriptedResponse::error(500, "SYSTEM_ERROR", "later"),
        ScriptedResponse::json(202, json!({})),
        empty().with_fault(Fault::SignatureProbe),
        empty().with_fault(Fault::TruncatedBody),
        empty().with_fault(Fault::DropAfterRead),
    ]
}

#[tokio::test]
async fn a_download_is_retried_like_every_get() {
    for scripted in transient_failures() {
        let gateway = start().await;
        gateway.respond_once("GET", CERTIFICATES, scripted.clone());
        let certificates = gateway.platform_certificates();
        let client = client(&gateway, &certificates, 2);
        client.order("1").await.unwrap();
        assert!(certificates.last_failure().is_none(), "{scripted:?}");
        assert_eq!(downloads(&gateway), 2, "{scripted:?}");
    }
}

#[tokio::test]
async fn calls_wait_for_the_next_download_while_their_timeout_lasts() {
    let gateway = start().await;
    for scripted in transient_failures() {
        gateway.respond_once("GET", CERTIFICATES, scripted);
    }
    let certificates = PlatformCertificates::builder(gateway.api_v3_key())
        .min_interval(Duration::ZERO)
        .build();
    let client = client(&gateway, &certificates, 0);
    let mut calls = JoinSet::new();
    for _ in 0..50 {
        let client = client.clone();
        calls.spawn(async move { client.order("1").await.map(drop) });
    }
    while let Some(call) = calls.join_next().await {
        call.unwrap().unwrap();
    }
    assert_eq!(downloads(&gateway), 1 + transient_failures().len());
}

#[tokio::test]
async fn a_call_that_times_out_before_the_next_download_fails_at_once() {
    let gateway = start().await;
    let scripted = ScriptedResponse::error(500, "SYSTEM_ERROR", "later");
    gateway.respond("GET", CERTIFICATES, scripted);
    let client = client(&gateway, &gateway.platform_certificates(), 0);
    // The next download may begin 5 s after the first.
    let client = client.with_timeout(Duration::from_secs(2));
    for _ in 0..10 {
        let error = client.order("1").await.unwrap_err();
        assert!(matches!(
            certificates_error(&error),
            CertificatesErrorKind::Call
        ));
    }
    assert_eq!(downloads(&gateway), 1);
}

#[tokio::test]
async fn a_call_fails_at_once_if_waiting_for_the_download_cannot_help() {
    let refusal = ScriptedResponse::error(401, "SIGN_ERROR", "sign not match");
    let limited = ScriptedResponse::error(429, "FREQUENCY_LIMITED", "slow down");
    let none = ScriptedResponse::error(404, "RESOURCE_NOT_EXISTS", "none");
    let forged = ScriptedResponse::ok(json!({ "data": [] })).with_fault(Fault::MissingHeader(
        wechatpay_client::SignatureHeader::Nonce,
    ));
    for scripted in [refusal, limited, none, forged] {
        let gateway = start().await;
        gateway.respond("GET", CERTIFICATES, scripted.clone());
        let certificates = PlatformCertificates::builder(gateway.api_v3_key())
            .min_interval(Duration::ZERO)
            .build();
        let client = client(&gateway, &certificates, 2);
        let call = timeout(Duration::from_secs(3), client.order("1"));
        let error = call.await.unwrap().unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::Certificates(_)),
            "{error:?}"
        );
        assert_eq!(downloads(&gateway), 1, "{scripted:?}");
    }
}

#[tokio::test]
async fn a_list_that_stays_a_signature_probe_is_rejected_as_one() {
    let gateway = start().await;
    let probe = ScriptedResponse::ok(json!({ "data": [] })).with_fault(Fault::SignatureProbe);
    gateway.respond("GET", CERTIFICATES, probe);
    let client = client(&gateway, &gateway.platform_certificates(), 1);
    let error = client
        .with_timeout(Duration::from_secs(4))
        .order("1")
        .await
        .unwrap_err();
    let CertificatesErrorKind::Rejected(reason) = certificates_error(&error) else {
        panic!("{error:?}");
    };
    let probe = CertificateListErrorKind::Unverified(VerifyErrorKind::SignatureProbe);
    assert_eq!(*reason, probe);
    assert_eq!(downloads(&gateway), 2);
}

/// The outcome is not executed: the download is a GET, and the request of the call was not sent.
#[tokio::test]
async fn the_text_of_an_error_agrees_with_its_outcome() {
    for scripted in transient_failures() {
        let gateway = start().await;
        gateway.respond("GET", CERTIFICATES, scripted);
        let client = client(&gateway, &gateway.platform_certificates(), 0);
        let client = client.with_timeout(Duration::from_secs(3));
        let error = client.order("1").await.unwrap_err();
        certificates_error(&error);
        let mut text = error.to_string();
        let mut cause = error::Error::source(&error);
        while let Some(error) = cause {
            text = format!("{text}\n{error}");
            cause = error.source();
        }
        assert!(!text.contains("may have been executed"), "{text}");
    }
}

fn runtime() -> Runtime {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    runtime.enable_all().build().unwrap()
}

#[test]
fn a_download_whose_runtime_nobody_drives_is_started_again_on_another() {
    let (parked, running, server_runtime) = (runtime(), runtime(), server_runtime());
    let gateway = server_runtime.block_on(start());
    let slow = ScriptedResponse::ok(json!({ "data": [] })).with_delay(Duration::from_millis(500));
    gateway.respond_once("GET", CERTIFICATES, slow);
    let certificates = gateway.platform_certificates();
    let first = client(&gateway, &certificates, 0);
    parked.block_on(async {
        let call = timeout(Duration::from_millis(200), first.order("1"));
        call.await.unwrap_err();
    });
    let second = client(&gateway, &certificates, 0);
    let begun = Instant::now();
    running.block_on(second.order("1")).unwrap();
    assert!(begun.elapsed() < Duration::from_secs(10));
    assert!(certificates.last_failure().is_none());
    assert_eq!(downloads(&gateway), 2);
}

#[test]
fn a_runtime_that_nobody_drives_is_named_as_the_cause() {
    let (parked, server_runtime) = (runtime(), server_runtime());
    let gateway = server_runtime.block_on(start());
    let certificates = gateway.platform_certificates();
    let client = client(&gateway, &certificates, 0);
    parked.block_on(async {
        let call = timeout(Duration::ZERO, Client::refresh_certificates(&client));
        call.await.unwrap_err();
    });
    thread::sleep(Duration::from_millis(3_500));
    let failure = certificates.last_failure().unwrap();
    assert!(
        matches!(failure.kind(), CertificatesErrorKind::Stalled),
        "{failure:?}"
    );
    // The download goes on when somebody drives its runtime.
    parked.block_on(client.order("1")).unwrap();
    assert!(certificates.last_failure().is_none());
}

/// A notification under an unknown key ID.
fn notification_under_unknown_key_id(gateway: &Gateway) -> Request<Bytes> {
    let sent =
        gateway.faulty_notification("REFUND.SUCCESS", "refund", &json!({}), Fault::UnknownKeyId);
    sent.unwrap()
}

fn refuse_unknown_key_id(notifications: &Notifications, gateway: &Gateway) -> NotificationError {
    let sent = notification_under_unknown_key_id(gateway);
    let error = notifications
        .parse(sent.headers(), sent.body())
        .unwrap_err();
    assert_eq!(error.kind().name(), "unknown-serial");
    assert_eq!(error.reply().status(), 401);
    error
}

fn wait_until(condition: impl Fn() -> bool) {
    let begun = Instant::now();
    while !condition() {
        assert!(begun.elapsed() < Duration::from_secs(10));
        thread::sleep(Duration::from_millis(10));
    }
}

/// A process without a runtime, which receives notifications on threads of its own.
#[test]
fn a_notification_starts_a_download_without_a_runtime() {
    let server_runtime = server_runtime();
    let gateway = server_runtime.block_on(start());
    let certificates = gateway.platform_certificates();
    let notifications =
        Notifications::for_client(&client(&gateway, &certificates, 0), gateway.api_v3_key());
    refuse_unknown_key_id(&notifications, &gateway);
    wait_until(|| !certificates.serial_nos().is_empty());
    assert!(notifications.last_failure().is_none());
    // Once the client is dropped, nobody downloads.
    drop(notifications);
    let certificates = gateway.platform_certificates();
    let dropped = client(&gateway, &certificates, 0);
    let verifier = Verifier::new(certificates.clone());
    let notifications = Notifications::new(verifier, gateway.api_v3_key()).unwrap();
    drop(dropped);
    refuse_unknown_key_id(&notifications, &gateway);
    let failure = notifications.last_failure().unwrap();
    assert!(
        matches!(failure.kind(), CertificatesErrorKind::NoClient),
        "{failure:?}"
    );
}

/// A process that only receives notifications, on runtimes that run nothing else.
#[test]
fn a_download_for_a_notification_does_not_depend_on_the_runtime_of_the_notification() {
    let server_runtime = server_runtime();
    let gateway = server_runtime.block_on(start());
    let notified = |runtime: &Runtime| {
        let certificates = gateway.platform_certificates();
        let notifications =
            Notifications::for_client(&client(&gateway, &certificates, 0), gateway.api_v3_key());
        runtime.block_on(async { refuse_unknown_key_id(&notifications, &gateway) });
        (certificates, notifications)
    };
    let downloaded = |(certificates, notifications): &(PlatformCertificates, Notifications)| {
        wait_until(|| !certificates.serial_nos().is_empty());
        assert!(notifications.last_failure().is_none());
    };
    let mut current = tokio::runtime::Builder::new_current_thread();
    let without_timers = current.enable_io().build().unwrap();
    let never_driven = current.enable_all().build().unwrap();
    let mut threads = tokio::runtime::Builder::new_multi_thread();
    let running_without_timers = threads.worker_threads(1).build().unwrap();
    for runtime in [&without_timers, &never_driven, &running_without_timers] {
        downloaded(&notified(runtime));
    }
    let ended = notified(&current.build().unwrap());
    downloaded(&ended);
}

#[test]
fn a_failed_download_without_a_runtime_is_reported() {
    let server_runtime = server_runtime();
    let gateway = server_runtime.block_on(start());
    let refusal = ScriptedResponse::error(403, "NO_AUTH", "no");
    gateway.respond("GET", CERTIFICATES, refusal);
    let certificates = gateway.platform_certificates();
    let notifications =
        Notifications::for_client(&client(&gateway, &certificates, 0), gateway.api_v3_key());
    refuse_unknown_key_id(&notifications, &gateway);
    wait_until(|| notifications.last_failure().is_some());
    let failure = notifications.last_failure().unwrap();
    assert!(
        matches!(failure.kind(), CertificatesErrorKind::Call),
        "{failure:?}"
    );
}

#[test]
fn a_download_without_a_runtime_ends_with_the_last_client() {
    let server_runtime = server_runtime();
    let gateway = server_runtime.block_on(start());
    let slow = ScriptedResponse::ok(json!({ "data": [] })).with_delay(Duration::from_secs(60));
    gateway.respond("GET", CERTIFICATES, slow);
    let certificates = gateway.platform_certificates();
    let notifications =
        Notifications::for_client(&client(&gateway, &certificates, 0), gateway.api_v3_key());
    let error = refuse_unknown_key_id(&notifications, &gateway);
    assert_eq!(
        error.diagnose(&notifications, None),
        Some(VerifyDiagnosis::CertificatesNotDownloaded)
    );
    wait_until(|| downloads(&gateway) == 1);
    drop(notifications);
    wait_until(|| certificates.last_failure().is_some());
    let failure = certificates.last_failure().unwrap();
    assert!(
        matches!(failure.kind(), CertificatesErrorKind::Stopped),
        "{failure:?}"
    );
}

#[test]
fn notifications_are_refused_if_no_client_downloads_their_certificates() {
    let server_runtime = server_runtime();
    let gateway = server_runtime.block_on(start());
    let certificates = gateway.platform_certificates();
    let refusal =
        |verifier: Verifier| config_error(Notifications::new(verifier, gateway.api_v3_key()));
    let only_certificates = Verifier::new(certificates.clone());
    assert_eq!(
        refusal(only_certificates.clone()),
        ConfigErrorKind::CertificatesWithoutClient
    );
    let both = Verifier::new(gateway.public_key()).with_key(certificates.clone());
    assert_eq!(refusal(both), ConfigErrorKind::CertificatesWithoutClient);
    let set = Verifier::for_merchants([("1900000109", only_certificates.clone())]).unwrap();
    assert_eq!(refusal(set), ConfigErrorKind::CertificatesWithoutClient);

    let living = client(&gateway, &certificates, 0);
    Notifications::new(only_certificates.clone(), gateway.api_v3_key()).unwrap();
    server_runtime
        .block_on(Client::refresh_certificates(&living))
        .unwrap();
    drop(living);
    // Certificates that were downloaded verify without a client.
    Notifications::new(only_certificates, gateway.api_v3_key()).unwrap();
    Notifications::downloading(gateway.merchant(), gateway.api_v3_key()).unwrap();
}

#[test]
fn notifications_for_several_clients_download_for_each_client() {
    let server_runtime = server_runtime();
    let gateways = [(); 2].map(|()| server_runtime.block_on(start()));
    let certificates = gateways.each_ref().map(Gateway::platform_certificates);
    let client = |number: usize| {
        let gateway = &gateways[number];
        let serial_no = gateway.merchant().serial_no().to_owned();
        let mchid = ["1900000109", "1900000110"][number];
        let merchant = Merchant::new(mchid, serial_no, gateway.merchant_private_key()).unwrap();
        let client = gateway.client_for(merchant, Verifier::new(certificates[number].clone()));
        (client.build().unwrap(), gateway.api_v3_key())
    };
    // Only the notifications keep the clients alive.
    let notifications = Notifications::for_clients([client(0), client(1)]).unwrap();
    refuse_unknown_key_id(&notifications, &gateways[0]);
    wait_until(|| !certificates[0].serial_nos().is_empty());
    // The second gateway does not know this merchant number, and refuses the download.
    wait_until(|| downloads(&gateways[1]) == 1 && certificates[1].last_failure().is_some());
    let failure = certificates[1].last_failure().unwrap();
    assert!(
        matches!(failure.kind(), CertificatesErrorKind::Call),
        "{failure:?}"
    );

    let twice = Notifications::for_clients([client(0), client(0)]);
    let mchid = "1900000109".to_owned();
    assert_eq!(
        config_error(twice),
        ConfigErrorKind::MerchantTwice { mchid }
    );
    assert_eq!(
        config_error(Notifications::for_clients([])),
        ConfigErrorKind::NoMerchants
    );
}

#[tokio::test]
async fn notifications_for_clients_name_the_merchant() {
    let gateway = start().await;
    let client = gateway.client().build().unwrap();
    let notifications = Notifications::for_clients([(client, gateway.api_v3_key())]).unwrap();
    let sent = gateway.notification("REFUND.SUCCESS", "refund", &json!({}));
    let sent = sent.unwrap();
    let parsed = notifications.parse(sent.headers(), sent.body()).unwrap();
    assert_eq!(parsed.mchid(), Some(gateway.merchant().mchid()));
}

/// Clients of other merchants, whose host accepts connections and never responds.
fn silent_clients(gateway: &Gateway) -> Vec<(Client, ApiV3Key)> {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || listener.incoming().collect::<Vec<_>>());
    let client = |number: u32| {
        let mchid = (1_900_000_200 + number).to_string();
        let serial_no = gateway.merchant().serial_no().to_owned();
        let merchant = Merchant::new(mchid, serial_no, gateway.merchant_private_key()).unwrap();
        let certificates = PlatformCertificates::downloading(gateway.api_v3_key());
        let client = Client::builder(merchant, Verifier::new(certificates)).base_url(&url);
        (client.build().unwrap(), gateway.api_v3_key())
    };
    (0..12).map(client).collect()
}

/// Anybody can send a forged notification.
#[tokio::test]
async fn a_forged_notification_delays_no_call_of_another_merchant() {
    let gateway = start().await;
    let certificates = PlatformCertificates::builder(gateway.api_v3_key())
        .min_interval(Duration::ZERO)
        .build();
    let client = client(&gateway, &certificates, 0);
    let mut clients = silent_clients(&gateway);
    clients.push((client.clone(), gateway.api_v3_key()));
    let notifications = Notifications::for_clients(clients).unwrap();
    // The first call has no key yet. The second one meets a new key in its response.
    for rotation in 0..2 {
        refuse_unknown_key_id(&notifications, &gateway);
        let call = timeout(Duration::from_secs(3), client.order("1"));
        call.await.unwrap().unwrap();
        assert_eq!(downloads(&gateway), 1 + rotation);
        gateway.rotate_platform_certificate().unwrap();
    }
}

fn config_error(made: Result<Notifications, ConfigError>) -> ConfigErrorKind {
    made.unwrap_err().into_kind()
}

/// A runtime with a thread of its own, so that the gateway responds while others are blocked.
fn server_runtime() -> Runtime {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime.worker_threads(1).enable_all().build().unwrap()
}

/// The client that makes the shared download is dropped, then the next one that makes it, and so on, in both orders.
#[tokio::test]
async fn a_call_outlives_all_other_clients_of_its_certificates() {
    for order in [false, true] {
        let gateway = start().await;
        let slow = ScriptedResponse::ok(json!({ "data": [] })).with_delay(Duration::from_secs(60));
        gateway.respond("GET", CERTIFICATES, slow);
        let certificates = PlatformCertificates::builder(gateway.api_v3_key())
            .min_interval(Duration::ZERO)
            .build();
        let call = || {
            let client = client(&gateway, &certificates, 0);
            tokio::spawn(async move { client.order("1").await.map(drop) })
        };
        let mut others: Vec<_> = (0..12).map(|_| call()).collect();
        let survivor = call();
        others.extend((0..12).map(|_| call()));
        if order {
            others.reverse();
        }
        for other in others {
            tokio::time::sleep(Duration::from_millis(30)).await;
            other.abort();
            other.await.unwrap_err();
        }
        let ended = timeout(Duration::from_millis(100), survivor).await;
        assert!(ended.is_err(), "{ended:?}");
    }
}
