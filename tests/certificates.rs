//! Platform certificates that the client downloads: when, how often, for whom, and what a failure breaks.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, UNIX_EPOCH},
};

use openssl::{asn1::Asn1Time, x509::X509};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::{task::JoinSet, time::sleep};
use wechatpay_client::{
    ApiV3Key, Client, Error, ErrorKind, Outcome, PlatformCertificate, PlatformCertificates, Result,
    Sensitive, Verifier,
    error::{CertificateListErrorKind, CertificatesErrorKind, VerifyErrorKind},
    gateway::{Fault, Gateway, ScriptedResponse},
    notification::{NotificationErrorKind, Notifications},
    wechatpay_api,
};

const CERTIFICATES: &str = "/v3/certificates";
const ORDER: &str = "/v3/pay/transactions/id/{transaction_id}";
const RECEIVERS: &str = "/v3/profitsharing/receivers/add";

#[wechatpay_api]
trait Api {
    #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}", without(mchid))]
    async fn order(&self, transaction_id: &str) -> Result<Value>;

    #[wechatpay_api(GET "/v3/certificates", unlisted)]
    async fn certificates(&self) -> Result<Value>;

    #[wechatpay_api(POST "/v3/profitsharing/receivers/add")]
    async fn add_receiver(&self, body: &Receiver) -> Result<Value>;
}

#[derive(Serialize, Deserialize)]
struct Receiver {
    name: Sensitive,
}

async fn start() -> Gateway {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond(
        "GET",
        ORDER,
        ScriptedResponse::ok(json!({ "trade_state": "SUCCESS" })),
    );
    gateway.respond("POST", RECEIVERS, ScriptedResponse::ok(json!({})));
    gateway
}

fn client(gateway: &Gateway, certificates: &PlatformCertificates) -> Client {
    let verifier = Verifier::new(certificates.clone());
    let client = gateway.client_for(gateway.merchant(), verifier);
    client.max_retries(0).build().unwrap()
}

/// Certificates that may be downloaded again at once.
fn certificates_without_min_interval(gateway: &Gateway) -> PlatformCertificates {
    PlatformCertificates::builder(gateway.api_v3_key())
        .min_interval(Duration::ZERO)
        .build()
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

#[tokio::test]
async fn only_the_first_call_waits_for_the_certificates() {
    let gateway = start().await;
    let certificates = gateway.platform_certificates();
    let client = client(&gateway, &certificates);
    assert!(certificates.serial_nos().is_empty());
    for _ in 0..3 {
        client.order("1").await.unwrap();
    }
    assert_eq!(downloads(&gateway), 1);
    let serial_no = gateway.platform_certificate().serial_no().to_owned();
    assert_eq!(certificates.serial_nos(), std::slice::from_ref(&serial_no));
    // The download names no key, and every other request names the downloaded certificate.
    let named: Vec<_> = gateway
        .requests()
        .iter()
        .map(|request| request.header("wechatpay-serial").map(str::to_owned))
        .collect();
    assert_eq!(
        named,
        [
            None,
            Some(serial_no.clone()),
            Some(serial_no.clone()),
            Some(serial_no)
        ]
    );
}

/// The time of OpenSSL that is that of Beijing, without its offset.
fn beijing(time: &Value) -> Asn1Time {
    let digits = time.as_str().unwrap().strip_suffix("+08:00").unwrap();
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    Asn1Time::from_str(&format!("{digits}Z")).unwrap()
}

#[tokio::test]
async fn the_gateway_lists_the_validity_of_each_certificate() {
    let gateway = start().await;
    gateway.rotate_platform_certificate().unwrap();
    let certificates = gateway.platform_certificates();
    let client = client(&gateway, &certificates);
    client.order("1").await.unwrap();
    let list = client.certificates().await.unwrap();
    let listed = list["data"].as_array().unwrap();
    assert_eq!(listed.len(), 2);
    for pem in certificates.to_pem() {
        let certificate = X509::from_pem(&pem).unwrap();
        let serial_no = certificate.serial_number().to_bn().unwrap();
        let serial_no = serial_no.to_hex_str().unwrap();
        let mut listed = listed.iter();
        let listed = listed.find(|listed| listed["serial_no"] == **serial_no);
        let listed = listed.unwrap();
        for (time, own) in [
            ("effective_time", certificate.not_before()),
            ("expire_time", certificate.not_after()),
        ] {
            let ahead = own.diff(&beijing(&listed[time])).unwrap();
            assert_eq!((ahead.days, ahead.secs), (0, 8 * 3_600), "{time}");
        }
    }
}

#[tokio::test]
async fn many_first_calls_share_one_download() {
    let gateway = start().await;
    let client = client(&gateway, &gateway.platform_certificates());
    let mut calls = JoinSet::new();
    for _ in 0..100 {
        let client = client.clone();
        calls.spawn(async move { client.order("1").await.map(drop) });
    }
    while let Some(call) = calls.join_next().await {
        call.unwrap().unwrap();
    }
    assert_eq!(downloads(&gateway), 1);
}

/// Each rotation costs one download.
#[tokio::test(flavor = "multi_thread")]
async fn no_call_fails_while_certificates_rotate() {
    let gateway = Arc::new(start().await);
    let client = client(&gateway, &certificates_without_min_interval(&gateway));
    client.order("1").await.unwrap();
    for rotation in 1..=3 {
        let started = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&started);
        let rotating = Arc::clone(&gateway);
        // In the middle of 200 calls the certificate changes.
        gateway.respond_with("GET", ORDER, move |_| {
            if counted.fetch_add(1, Ordering::SeqCst) == 100 {
                rotating.rotate_platform_certificate().unwrap();
            }
            ScriptedResponse::ok(json!({})).with_delay(Duration::from_millis(20))
        });
        let mut calls = JoinSet::new();
        for _ in 0..200 {
            let client = client.clone();
            calls.spawn(async move { client.order("1").await.map(drop) });
        }
        while let Some(call) = calls.join_next().await {
            call.unwrap().unwrap();
        }
        assert_eq!(started.load(Ordering::SeqCst), 200);
        assert_eq!(downloads(&gateway), 1 + rotation);
    }
}

/// Responses with an unknown key ID start no more downloads than the minimum interval allows.
#[tokio::test]
async fn forged_key_ids_cause_no_storm_of_downloads() {
    let gateway = start().await;
    let client = client(&gateway, &gateway.platform_certificates());
    client.order("1").await.unwrap();
    gateway.respond(
        "GET",
        ORDER,
        ScriptedResponse::ok(json!({})).with_fault(Fault::UnknownKeyId),
    );
    for _ in 0..1000 {
        let error = client.order("1").await.unwrap_err();
        let ErrorKind::Verify(error) = error.kind() else {
            panic!("{error:?}");
        };
        assert!(matches!(error.kind(), VerifyErrorKind::UnknownKeyId { .. }));
    }
    // Within the first minute there is only the first download.
    assert_eq!(downloads(&gateway), 1);
    gateway.respond("GET", ORDER, ScriptedResponse::ok(json!({})));
    client.order("1").await.unwrap();
}

#[tokio::test]
async fn a_sensitive_field_waits_for_the_key_that_the_request_then_names() {
    let gateway = start().await;
    let client = client(&gateway, &gateway.platform_certificates());
    let receiver = Receiver {
        name: "张三".into(),
    };
    client.add_receiver(&receiver).await.unwrap();
    let request = gateway.requests().pop().unwrap();
    let body: Value = serde_json::from_slice(request.body()).unwrap();
    let name = gateway.decrypt(&request, body["name"].as_str().unwrap());
    assert_eq!(name.as_deref(), Some("张三"));
    let serial_no = gateway.platform_certificate().serial_no().to_owned();
    assert_eq!(request.header("wechatpay-serial"), Some(&*serial_no));
}

#[tokio::test]
async fn a_failed_refresh_is_reported_and_calls_still_succeed() {
    let gateway = start().await;
    let certificates = certificates_without_min_interval(&gateway);
    let client = client(&gateway, &certificates);
    client.order("1").await.unwrap();
    assert!(certificates.last_failure().is_none());
    gateway.respond(
        "GET",
        CERTIFICATES,
        ScriptedResponse::error(500, "SYSTEM_ERROR", "later"),
    );
    let failed = Client::refresh_certificates(&client).await.unwrap_err();
    assert!(matches!(
        certificates_error(&failed),
        CertificatesErrorKind::Call
    ));
    let failure = certificates.last_failure().unwrap();
    assert!(matches!(failure.kind(), CertificatesErrorKind::Call));
    client.order("1").await.unwrap();
}

#[tokio::test]
async fn an_empty_list_removes_no_certificate() {
    let gateway = start().await;
    let certificates = certificates_without_min_interval(&gateway);
    let client = client(&gateway, &certificates);
    client.order("1").await.unwrap();
    gateway.respond(
        "GET",
        CERTIFICATES,
        ScriptedResponse::ok(json!({ "data": [] })),
    );
    let error = Client::refresh_certificates(&client).await.unwrap_err();
    assert!(matches!(
        certificates_error(&error),
        CertificatesErrorKind::NotIssued
    ));
    assert_eq!(certificates.serial_nos().len(), 1);
    client.order("1").await.unwrap();

    let fresh = self::client(&gateway, &certificates_without_min_interval(&gateway));
    let error = fresh.order("1").await.unwrap_err();
    assert!(matches!(
        certificates_error(&error),
        CertificatesErrorKind::NotIssued
    ));
}

/// After a failed download, forged key IDs do not start the next one sooner.
#[tokio::test]
async fn forged_key_ids_cause_no_storm_of_downloads_while_downloads_fail() {
    let gateway = start().await;
    let certificates = PlatformCertificates::builder(gateway.api_v3_key())
        .min_interval(Duration::MAX)
        .build();
    let client = client(&gateway, &certificates);
    gateway.respond_once(
        "GET",
        CERTIFICATES,
        ScriptedResponse::error(500, "SYSTEM_ERROR", "later"),
    );
    // Times out before the next download may begin.
    let hurried = client.with_timeout(Duration::from_secs(2));
    hurried.order("1").await.unwrap_err();
    let verifier = Verifier::new(gateway.public_key()).with_key(certificates);
    let client = gateway
        .client_for(gateway.merchant(), verifier)
        .max_retries(0)
        .build()
        .unwrap();
    gateway.respond(
        "GET",
        ORDER,
        ScriptedResponse::ok(json!({})).with_fault(Fault::UnknownKeyId),
    );
    for _ in 0..50 {
        client.order("1").await.unwrap_err();
    }
    assert_eq!(downloads(&gateway), 1);
}

#[tokio::test]
async fn a_list_under_another_api_v3_key_is_rejected_before_the_call_is_sent() {
    let gateway = start().await;
    let other = ApiV3Key::new("0123456789abcdef0123456789abcdef").unwrap();
    let client = client(&gateway, &PlatformCertificates::downloading(other));
    let error = client.order("1").await.unwrap_err();
    let CertificatesErrorKind::Rejected(reason) = certificates_error(&error) else {
        panic!("{error:?}");
    };
    assert_eq!(*reason, CertificateListErrorKind::DecryptFailed);
    assert_eq!(gateway.requests().len(), 1);
}

#[tokio::test]
async fn a_merchant_without_platform_certificates_is_advised_to_use_a_public_key() {
    let gateway = start().await;
    let none = ScriptedResponse::error(404, "RESOURCE_NOT_EXISTS", "无可用的平台证书");
    gateway.respond("GET", CERTIFICATES, none);
    let certificates = gateway.platform_certificates();
    let error = client(&gateway, &certificates)
        .order("1")
        .await
        .unwrap_err();
    assert!(matches!(
        certificates_error(&error),
        CertificatesErrorKind::NotIssued
    ));
    assert!(
        error.to_string().contains("WeChat Pay public key"),
        "{error}"
    );

    // If the public key is trusted as well, no call fails.
    let verifier = Verifier::new(gateway.public_key()).with_key(gateway.platform_certificates());
    let client = gateway
        .client_for(gateway.merchant(), verifier)
        .build()
        .unwrap();
    for _ in 0..5 {
        client.order("1").await.unwrap();
    }
    Client::refresh_certificates(&client).await.unwrap_err();
    assert_eq!(downloads(&gateway), 2);
}

/// During the switch-over (灰度切换) requests name the public key, and responses verify with either key.
#[tokio::test]
async fn a_public_key_and_platform_certificates_are_trusted_together() {
    let gateway = start().await;
    let certificates = certificates_without_min_interval(&gateway);
    let verifier = Verifier::new(gateway.public_key()).with_key(certificates.clone());
    let client = gateway
        .client_for(gateway.merchant(), verifier)
        .build()
        .unwrap();
    client.order("1").await.unwrap();
    let request = gateway
        .requests()
        .into_iter()
        .find(|request| request.path() != CERTIFICATES)
        .unwrap();
    let id = gateway.public_key().public_key_id().to_owned();
    assert_eq!(request.header("wechatpay-serial"), Some(&*id));
    // WeChat Pay may sign notifications with either key, so the certificates are downloaded too.
    Client::refresh_certificates(&client).await.unwrap();
    assert_eq!(certificates.serial_nos().len(), 1);
}

#[tokio::test]
async fn a_restart_from_saved_certificates_needs_no_download() {
    let gateway = start().await;
    let certificates = gateway.platform_certificates();
    assert!(certificates.save().is_none());
    client(&gateway, &certificates).order("1").await.unwrap();
    let saved = certificates.save().unwrap();

    let restarted = PlatformCertificates::load(gateway.api_v3_key(), &saved).unwrap();
    client(&gateway, &restarted).order("1").await.unwrap();
    assert_eq!(downloads(&gateway), 1);
    assert_eq!(restarted.save().unwrap(), saved);
}

#[tokio::test]
async fn the_current_certificates_are_given_in_pem() {
    let gateway = start().await;
    let certificates = certificates_without_min_interval(&gateway);
    assert!(certificates.to_pem().is_empty());
    let client = client(&gateway, &certificates);
    client.order("1").await.unwrap();
    let serial_nos = |certificates: &PlatformCertificates| {
        let pem = certificates.to_pem().into_iter();
        let mut numbers: Vec<_> = pem
            .map(|pem| PlatformCertificate::from_pem(pem).unwrap())
            .map(|certificate| certificate.serial_no().to_owned())
            .collect();
        numbers.sort();
        numbers
    };
    let first = gateway.platform_certificate().serial_no().to_owned();
    assert_eq!(serial_nos(&certificates), [first]);
    gateway.rotate_platform_certificate().unwrap();
    Client::refresh_certificates(&client).await.unwrap();
    let mut both = certificates.serial_nos();
    both.sort();
    assert_eq!(both.len(), 2);
    assert_eq!(serial_nos(&certificates), both);
    let saved = certificates.save().unwrap();
    let restarted = PlatformCertificates::load(gateway.api_v3_key(), saved).unwrap();
    assert_eq!(serial_nos(&restarted), both);
}

#[tokio::test]
async fn saved_certificates_are_refused_if_any_byte_was_altered() {
    let gateway = start().await;
    let certificates = gateway.platform_certificates();
    client(&gateway, &certificates).order("1").await.unwrap();
    let saved = certificates.save().unwrap();
    let key = gateway.api_v3_key();
    for index in 0..saved.len() {
        let mut altered = saved.clone();
        altered[index] ^= 1;
        let refused = PlatformCertificates::load(key.clone(), &altered);
        let refused = refused.unwrap_err();
        assert!(
            matches!(refused.kind(), CertificatesErrorKind::SavedAltered),
            "byte {index}"
        );
    }
    for altered in [[&*saved, b"\n"].concat(), [b"\n", &*saved].concat()] {
        let refused = PlatformCertificates::load(key.clone(), altered);
        let refused = refused.unwrap_err();
        assert!(matches!(
            refused.kind(),
            CertificatesErrorKind::SavedAltered
        ));
    }
    let other = ApiV3Key::new("0123456789abcdef0123456789abcdef").unwrap();
    let refused = PlatformCertificates::load(other, &saved).unwrap_err();
    assert!(matches!(
        refused.kind(),
        CertificatesErrorKind::SavedAltered
    ));
    assert!(PlatformCertificates::load(key, &saved).is_ok());
}

/// The call that started the download times out. Other calls still get the result of the download.
#[tokio::test]
async fn a_download_survives_the_call_that_started_it() {
    let gateway = start().await;
    let slow = ScriptedResponse::error(403, "NO_AUTH", "no").with_delay(Duration::from_millis(500));
    let certificates = certificates_without_min_interval(&gateway);
    let client = client(&gateway, &certificates);
    gateway.respond_once("GET", CERTIFICATES, slow);
    let hurried = client.with_timeout(Duration::from_millis(50));
    let error = hurried.order("1").await.unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    // Joins the same download, which fails in the end.
    let error = client.order("1").await.unwrap_err();
    assert!(matches!(
        certificates_error(&error),
        CertificatesErrorKind::Call
    ));
    assert_eq!(downloads(&gateway), 1);
}

#[tokio::test]
async fn a_download_ends_with_the_last_client() {
    let gateway = start().await;
    let certificates = certificates_without_min_interval(&gateway);
    let client = client(&gateway, &certificates);
    gateway.respond(
        "GET",
        CERTIFICATES,
        ScriptedResponse::ok(json!({})).with_delay(Duration::from_secs(60)),
    );
    let hurried = client.with_timeout(Duration::from_millis(100));
    hurried.order("1").await.unwrap_err();
    assert!(certificates.last_failure().is_none());
    drop((client, hurried));
    sleep(Duration::from_millis(50)).await;
    let failure = certificates.last_failure().unwrap();
    assert!(
        matches!(failure.kind(), CertificatesErrorKind::Stopped),
        "{failure:?}"
    );
    // Another client with the same certificates does not wait for the stopped download.
    let other = self::client(&gateway, &certificates);
    gateway.respond_once(
        "GET",
        CERTIFICATES,
        ScriptedResponse::error(403, "NO_AUTH", "no"),
    );
    let error = other.order("1").await.unwrap_err();
    assert!(
        matches!(certificates_error(&error), CertificatesErrorKind::Call),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_download_that_ended_with_another_client_is_started_again() {
    let gateway = start().await;
    let certificates = gateway.platform_certificates();
    let first = client(&gateway, &certificates);
    let second = client(&gateway, &certificates);
    let slow =
        ScriptedResponse::error(500, "SYSTEM_ERROR", "slow").with_delay(Duration::from_secs(60));
    gateway.respond_once("GET", CERTIFICATES, slow);
    let hurried = first.with_timeout(Duration::from_millis(50));
    hurried.order("1").await.unwrap_err();
    let waiting = tokio::spawn(async move { second.order("1").await });
    sleep(Duration::from_millis(50)).await;
    drop((first, hurried));
    waiting.await.unwrap().unwrap();
    assert_eq!(downloads(&gateway), 2);
}

/// A runtime that was shut down stops every download at once. The call must not start downloads without end.
#[test]
fn a_call_on_a_runtime_that_was_shut_down_ends() {
    let runtime = || {
        tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .unwrap()
    };
    let (running, gone) = (runtime(), runtime());
    let gateway = running.block_on(start());
    let client = client(&gateway, &gateway.platform_certificates());
    let handle = gone.handle().clone();
    gone.shutdown_background();
    let call = std::thread::spawn(move || handle.block_on(client.order("1")));
    let error = call.join().unwrap().unwrap_err();
    assert!(
        matches!(certificates_error(&error), CertificatesErrorKind::Stopped),
        "{error:?}"
    );
}

/// The list of the vectors is old, so that a call refreshes it without waiting for the download.
#[tokio::test]
async fn an_old_list_is_refreshed_in_the_background() {
    let gateway = start().await;
    let key = ApiV3Key::new(include_bytes!("fixtures/vectors/keys/apiv3.key")).unwrap();
    let certificates = PlatformCertificates::downloading(key);
    let verifier = Verifier::new(gateway.public_key()).with_key(certificates.clone());
    let body = include_bytes!("fixtures/vectors/certificates/valid-first/body.bin");
    let facts = include_str!("fixtures/vectors/certificates/valid-first/response.json");
    let facts: Value = serde_json::from_str(facts).unwrap();
    let mut response = hyper::Response::builder();
    for pair in facts["headers"].as_array().unwrap() {
        response = response.header(pair[0].as_str().unwrap(), pair[1].as_str().unwrap());
    }
    let response = response
        .body(hyper::body::Bytes::from_static(body))
        .unwrap();
    let only_carried = Verifier::new(certificates.clone());
    let local_time = UNIX_EPOCH + Duration::from_secs(facts["local_time"].as_u64().unwrap());
    certificates
        .install(&response, &only_carried, local_time)
        .unwrap();

    // The download takes a minute, and no call waits for it.
    let slow =
        ScriptedResponse::error(500, "SYSTEM_ERROR", "slow").with_delay(Duration::from_secs(60));
    gateway.respond("GET", CERTIFICATES, slow);
    let client = gateway
        .client_for(gateway.merchant(), verifier)
        .build()
        .unwrap();
    while downloads(&gateway) == 0 {
        client.order("1").await.unwrap();
    }
    client.order("1").await.unwrap();
    assert_eq!(downloads(&gateway), 1);
    assert_eq!(certificates.serial_nos().len(), 1);
}

/// A notification under a new certificate is refused. The certificate is downloaded before the notification comes
/// again.
#[tokio::test]
async fn a_notification_under_an_unknown_key_id_starts_a_download() {
    let gateway = start().await;
    let certificates = certificates_without_min_interval(&gateway);
    let client = client(&gateway, &certificates);
    client.order("1").await.unwrap();
    let verifier = Verifier::new(certificates.clone());
    let notifications = Notifications::new(verifier, gateway.api_v3_key()).unwrap();
    let sent = gateway
        .faulty_notification("REFUND.SUCCESS", "refund", &json!({}), Fault::UnknownKeyId)
        .unwrap();
    let error = notifications
        .parse(sent.headers(), sent.body())
        .unwrap_err();
    assert!(matches!(
        error.kind(),
        NotificationErrorKind::Unverified(VerifyErrorKind::UnknownKeyId { .. })
    ));
    // Joins the download, or comes after its end.
    Client::refresh_certificates(&client).await.unwrap();
    assert!(downloads(&gateway) >= 2);
}
