//! Verifiers of several merchants: whose keys verify, which merchant is named, and what a client refuses.

use std::{
    fmt::Debug,
    fs,
    net::TcpListener,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use hyper::{Request, Response, body::Bytes};
use openssl::{
    base64::encode_block,
    hash::MessageDigest,
    pkey::PKey,
    sign::Signer,
    symm::{Cipher, encrypt_aead},
};
use serde_json::{Value, json};
use wechatpay_client::{
    ApiV3Key, Client, Merchant, PlatformCertificate, PlatformCertificates, Result, Sensitive,
    TrustedKey, Verifier, WechatPayPublicKey,
    error::{ConfigError, ConfigErrorKind, VerifyDiagnosis},
    gateway::{Gateway, ScriptedResponse},
    notification::{NotificationErrorKind, Notifications},
    wechatpay_api,
};

const NOW: u64 = 1_767_139_200;
const PUBLIC_KEY: &[u8] = include_bytes!("fixtures/vectors/keys/wechatpay-public-key.pub.pem");
const MERCHANT_KEY: &[u8] = include_bytes!("fixtures/vectors/keys/merchant.key.pem");

/// A merchant in certificate mode.
struct TestMerchant<'a> {
    mchid: &'a str,
    api_v3_key: &'static [u8; 32],
    certificate: &'static [u8],
    key: &'static [u8],
}

const A: TestMerchant<'_> = TestMerchant {
    mchid: "1900000109",
    api_v3_key: b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    certificate: include_bytes!("fixtures/vectors/keys/platform-a.cert.pem"),
    key: include_bytes!("fixtures/vectors/keys/platform-a.key.pem"),
};

const B: TestMerchant<'_> = TestMerchant {
    mchid: "1900000110",
    api_v3_key: b"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
    certificate: include_bytes!("fixtures/vectors/keys/platform-b.cert.pem"),
    key: include_bytes!("fixtures/vectors/keys/platform-b.key.pem"),
};

impl TestMerchant<'_> {
    fn api_v3_key(&self) -> ApiV3Key {
        ApiV3Key::new(self.api_v3_key).unwrap()
    }

    fn platform_certificate(&self) -> PlatformCertificate {
        PlatformCertificate::from_pem(self.certificate).unwrap()
    }

    fn serial_no(&self) -> String {
        self.platform_certificate().serial_no().to_owned()
    }

    /// The plaintext encrypted under the APIv3 key.
    fn encrypted(&self, plaintext: &[u8], associated_data: &str) -> Value {
        let (nonce, mut tag) = ("fdasflkja484", [0; 16]);
        let mut ciphertext = encrypt_aead(
            Cipher::aes_256_gcm(),
            self.api_v3_key,
            Some(nonce.as_bytes()),
            associated_data.as_bytes(),
            plaintext,
            &mut tag,
        )
        .unwrap();
        ciphertext.extend(tag);
        json!({
            "algorithm": "AEAD_AES_256_GCM",
            "nonce": nonce,
            "associated_data": associated_data,
            "ciphertext": encode_block(&ciphertext),
        })
    }

    fn signed(&self, body: &str) -> Request<Bytes> {
        let key = PKey::private_key_from_pem(self.key).unwrap();
        let mut signer = Signer::new(MessageDigest::sha256(), &key).unwrap();
        let message = format!("{NOW}\nnonce\n{body}\n");
        let signature = signer.sign_oneshot_to_vec(message.as_bytes()).unwrap();
        Request::post("/notify")
            .header("Wechatpay-Timestamp", NOW)
            .header("Wechatpay-Nonce", "nonce")
            .header("Wechatpay-Signature", encode_block(&signature))
            .header("Wechatpay-Serial", self.serial_no())
            .body(Bytes::copy_from_slice(body.as_bytes()))
            .unwrap()
    }

    fn notification(&self) -> Request<Bytes> {
        let resource = self.encrypted(br#"{"out_trade_no":"1"}"#, "transaction");
        let envelope =
            json!({ "id": "EV-1", "event_type": "TRANSACTION.SUCCESS", "resource": resource });
        self.signed(&envelope.to_string())
    }

    /// Certificates that were downloaded.
    fn certificates(&self) -> PlatformCertificates {
        let certificates = PlatformCertificates::downloading(self.api_v3_key());
        self.install(&certificates);
        certificates
    }

    fn install(&self, certificates: &PlatformCertificates) {
        let list = json!({ "data": [{
            "serial_no": self.serial_no(),
            "effective_time": "2024-01-01T08:00:00+08:00",
            "expire_time": "2035-01-01T08:00:00+08:00",
            "encrypt_certificate": self.encrypted(self.certificate, "certificate"),
        }] });
        let (head, body) = self.signed(&list.to_string()).into_parts();
        let mut response = Response::new(body);
        *response.headers_mut() = head.headers;
        let verifier = Verifier::new(certificates.clone());
        certificates.install(&response, &verifier, at(NOW)).unwrap();
    }
}

fn notifications(verifier: Verifier) -> Notifications {
    Notifications::new(verifier, A.api_v3_key())
        .unwrap()
        .with_key(B.api_v3_key())
}

fn verifier_of_both() -> Verifier {
    let certificates =
        [&A, &B].map(|merchant| (merchant.mchid, Verifier::new(merchant.certificates())));
    Verifier::for_merchants(certificates).unwrap()
}

fn mchid_of(notifications: &Notifications, request: &Request<Bytes>) -> Option<String> {
    let parsed = notifications.parse_at(request.headers(), request.body(), at(NOW));
    parsed.unwrap().mchid().map(str::to_owned)
}

fn build_error_kind(builder: wechatpay_client::ClientBuilder) -> ConfigErrorKind {
    config_error(builder.build())
}

fn config_error<T: Debug>(made: Result<T, ConfigError>) -> ConfigErrorKind {
    made.unwrap_err().into_kind()
}

fn merchant_of(merchant: &TestMerchant<'_>) -> Merchant {
    let serial_no = "3A865B7668B64315C003E6361BC0A2649C8AA9C8";
    Merchant::new(merchant.mchid, serial_no, MERCHANT_KEY).unwrap()
}

#[test]
fn a_verifier_keeps_the_platform_certificates_of_two_merchants() {
    let both = Verifier::new(A.certificates()).with_key(B.certificates());
    let notifications = notifications(both);
    for merchant in [&A, &B] {
        assert_eq!(mchid_of(&notifications, &merchant.notification()), None);
    }
}

#[test]
fn a_verifier_of_several_merchants_names_the_merchant_of_a_notification() {
    let notifications = notifications(verifier_of_both());
    for merchant in [&A, &B] {
        let mchid = mchid_of(&notifications, &merchant.notification());
        assert_eq!(mchid.as_deref(), Some(merchant.mchid));
    }
}

#[test]
fn a_notification_signed_by_a_shared_key_names_no_merchant() {
    let certificate = || Verifier::new(A.platform_certificate());
    let shared = [(A.mchid, certificate()), (B.mchid, certificate())];
    let notifications = notifications(Verifier::for_merchants(shared).unwrap());
    assert_eq!(mchid_of(&notifications, &A.notification()), None);
}

#[test]
fn each_of_several_merchants_keeps_its_signature_scheme() {
    let members = [
        (A.mchid, Verifier::new(A.certificates()).for_brand()),
        (B.mchid, Verifier::new(B.certificates())),
    ];
    let notifications = notifications(Verifier::for_merchants(members).unwrap());
    let mut of_brand = A.notification();
    let scheme = "WECHATPAY-BRAND-SHA256-RSA2048".parse().unwrap();
    of_brand
        .headers_mut()
        .insert("wechatpay-signature-type", scheme);
    assert_eq!(
        mchid_of(&notifications, &of_brand).as_deref(),
        Some(A.mchid)
    );
    let other = B.notification();
    assert_eq!(mchid_of(&notifications, &other).as_deref(), Some(B.mchid));
    // An unknown key is reported as unknown under both schemes. A scheme that nobody supports is reported first.
    for mut unknown in [of_brand, other] {
        let key_id = "7777".parse().unwrap();
        unknown.headers_mut().insert("wechatpay-serial", key_id);
        assert_eq!(
            verify_error_name(&notifications, &unknown),
            "unknown-serial"
        );
        let scheme = "WECHATPAY2-SM2-WITH-SM3".parse().unwrap();
        let headers = unknown.headers_mut();
        headers.insert("wechatpay-signature-type", scheme);
        let reason = verify_error_name(&notifications, &unknown);
        assert_eq!(reason, "unsupported-signature-type");
    }
}

fn verify_error_name(notifications: &Notifications, request: &Request<Bytes>) -> String {
    let parsed = notifications.parse_at(request.headers(), request.body(), at(NOW));
    let NotificationErrorKind::Unverified(reason) = parsed.unwrap_err().kind().clone() else {
        panic!()
    };
    reason.name().into_owned()
}

#[test]
fn a_notification_that_no_merchants_key_verifies_is_refused_with_the_reason() {
    let notifications = notifications(verifier_of_both());
    let reason = |request: &Request<Bytes>| verify_error_name(&notifications, request);
    let mut forged = A.notification();
    *forged.body_mut() = Bytes::from_static(b"{}");
    assert_eq!(reason(&forged), "signature-mismatch");
    // A signature of A does not verify under the serial number of B.
    let mut renamed = A.notification();
    let key_id = B.serial_no().parse().unwrap();
    renamed.headers_mut().insert("wechatpay-serial", key_id);
    assert_eq!(reason(&renamed), "signature-mismatch");
    let mut unknown = A.notification();
    let key_id = "7777".parse().unwrap();
    unknown.headers_mut().insert("wechatpay-serial", key_id);
    assert_eq!(reason(&unknown), "unknown-serial");
    unknown.headers_mut().remove("wechatpay-serial");
    assert_eq!(reason(&unknown), "missing-header:Wechatpay-Serial");
}

#[test]
fn a_diagnosis_for_a_merchant_considers_only_that_merchants_keys() {
    let notifications = notifications(verifier_of_both());
    let mut unknown = B.notification();
    let key_id = "7777".parse().unwrap();
    unknown.headers_mut().insert("wechatpay-serial", key_id);
    let parsed = notifications.parse_at(unknown.headers(), unknown.body(), at(NOW));
    let error = parsed.unwrap_err();
    let of_a = error.diagnose(&notifications, Some(&merchant_of(&A)));
    assert_eq!(of_a, Some(VerifyDiagnosis::OtherKey));
    let trusted = B.serial_no();
    let of_all = error.diagnose(&notifications, None);
    assert_eq!(of_all, Some(VerifyDiagnosis::KeyId { trusted }));
}

#[test]
fn a_diagnosis_says_that_one_of_several_lists_is_not_downloaded() {
    let certificates = PlatformCertificates::downloading(B.api_v3_key());
    let b = Client::builder(merchant_of(&B), Verifier::new(certificates.clone()));
    let b = b.base_url("http://127.0.0.1:9").build().unwrap();
    let a = Client::builder(merchant_of(&A), Verifier::new(A.certificates()));
    let clients = [(a.build().unwrap(), A.api_v3_key()), (b, B.api_v3_key())];
    let notifications = Notifications::for_clients(clients).unwrap();
    let request = B.notification();
    let parsed = notifications.parse_at(request.headers(), request.body(), at(NOW));
    let error = parsed.unwrap_err();
    let diagnosis = |merchant: Option<&Merchant>| error.diagnose(&notifications, merchant);
    let not_downloaded = Some(VerifyDiagnosis::CertificatesNotDownloaded);
    assert_eq!(diagnosis(None), not_downloaded);
    assert_eq!(diagnosis(Some(&merchant_of(&B))), not_downloaded);
    assert_eq!(
        diagnosis(Some(&merchant_of(&A))),
        Some(VerifyDiagnosis::OtherKey)
    );
    // The download that the notification started may end before the diagnosis.
    B.install(&certificates);
    for merchant in [None, Some(&merchant_of(&A)), Some(&merchant_of(&B))] {
        assert_eq!(diagnosis(merchant), not_downloaded);
    }
}

#[test]
fn a_diagnosis_considers_the_named_key_for_every_merchant() {
    let notifications = notifications(verifier_of_both());
    let mut longer = A.notification();
    *longer.body_mut() = [longer.body(), &b"\n"[..]].concat().into();
    let mut renamed = A.notification();
    let key_id = B.serial_no().parse().unwrap();
    renamed.headers_mut().insert("wechatpay-serial", key_id);
    let ahead = -1_000;
    let trusted = A.serial_no();
    let cases = [
        (
            A.notification(),
            NOW + 1_000,
            VerifyDiagnosis::Clock { ahead },
        ),
        (longer, NOW, VerifyDiagnosis::LineBreakAdded),
        (renamed, NOW, VerifyDiagnosis::KeyId { trusted }),
    ];
    for (request, now, cause) in cases {
        let parsed = notifications.parse_at(request.headers(), request.body(), at(now));
        let error = parsed.unwrap_err();
        for merchant in [None, Some(&merchant_of(&A)), Some(&merchant_of(&B))] {
            let diagnosis = error.diagnose(&notifications, merchant);
            assert_eq!(diagnosis.as_ref(), Some(&cause), "{merchant:?}");
        }
    }
}

#[test]
fn unusable_members_are_refused() {
    let one = || Verifier::new(A.platform_certificate());
    let wrong = Verifier::for_merchants([("19x", one())]);
    assert_eq!(config_error(wrong), ConfigErrorKind::InvalidMchid);
    let empty = Verifier::for_merchants([] as [(&str, Verifier); 0]);
    assert_eq!(config_error(empty), ConfigErrorKind::NoMerchants);
    let nested = Verifier::for_merchants([("1900000111", verifier_of_both())]);
    assert_eq!(config_error(nested), ConfigErrorKind::SeveralMerchants);
    let mchid = A.mchid.to_owned();
    let twice = Verifier::for_merchants([(A.mchid, one()), (A.mchid, one())]);
    assert_eq!(
        config_error(twice),
        ConfigErrorKind::MerchantTwice { mchid }
    );
}

#[test]
fn notifications_refuse_a_key_of_no_merchant_beside_those_of_several() {
    let error_kind = |verifier| config_error(Notifications::new(verifier, A.api_v3_key()));
    let given = verifier_of_both().with_key(A.platform_certificate());
    assert_eq!(error_kind(given), ConfigErrorKind::KeyOfNoMerchant);
    let downloaded = verifier_of_both().with_key(A.certificates());
    assert_eq!(error_kind(downloaded), ConfigErrorKind::KeyOfNoMerchant);
    let public_key = WechatPayPublicKey::from_pem("PUB_KEY_ID_01", PUBLIC_KEY).unwrap();
    assert_eq!(
        error_kind(verifier_of_both().with_key(public_key)),
        ConfigErrorKind::KeyOfNoMerchant
    );
}

#[test]
fn notifications_refuse_one_scheme_for_several_merchants() {
    let refused = Notifications::new(verifier_of_both().for_brand(), A.api_v3_key());
    assert_eq!(
        config_error(refused),
        ConfigErrorKind::BrandOfSeveralMerchants
    );
    let client = Client::builder(merchant_of(&A), verifier_of_both().for_brand());
    assert_eq!(build_error_kind(client), ConfigErrorKind::SeveralMerchants);
}

/// Accepts and counts connections, and never responds.
fn silent_server() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    thread::spawn(move || {
        let mut open = Vec::new();
        for connection in listener.incoming() {
            open.push(connection);
            counted.fetch_add(1, Ordering::Relaxed);
        }
    });
    (url, count)
}

/// The number of threads of this process that download; 1 if the system does not list threads.
fn download_threads() -> usize {
    let Ok(threads) = fs::read_dir("/proc/self/task") else {
        return 1;
    };
    let names = threads.map(|thread| fs::read_to_string(thread.unwrap().path().join("comm")));
    names
        .filter(|name| {
            name.as_ref()
                .is_ok_and(|name| name.starts_with("wechatpay-certi"))
        })
        .count()
}

#[test]
fn a_forged_notification_starts_few_downloads_at_a_time() {
    let (url, connections) = silent_server();
    let mut clients = Vec::new();
    let members: Vec<_> = (0..20)
        .map(|number| {
            let mchid = (1_900_000_200 + number).to_string();
            let verifier = Verifier::new(PlatformCertificates::downloading(A.api_v3_key()));
            let merchant = TestMerchant { mchid: &mchid, ..A };
            let client = Client::builder(merchant_of(&merchant), verifier.clone());
            clients.push(client.base_url(&url).build().unwrap());
            (mchid, verifier)
        })
        .collect();
    let notifications = notifications(Verifier::for_merchants(members).unwrap());
    let forged = A.notification();
    let parsed = notifications.parse_at(forged.headers(), forged.body(), at(NOW));
    assert_eq!(parsed.unwrap_err().kind().name(), "unknown-serial");
    let eventually = |count| {
        let begun = Instant::now();
        while connections.load(Ordering::Relaxed) < count {
            assert!(begun.elapsed() < Duration::from_secs(5));
            thread::sleep(Duration::from_millis(10));
        }
        thread::sleep(Duration::from_millis(300));
        assert_eq!(connections.load(Ordering::Relaxed), count);
    };
    eventually(4);
    assert_eq!(download_threads(), 1);
    // A download that waits for its turn does not count as stalled.
    thread::sleep(Duration::from_secs(3));
    assert!(notifications.last_failure().is_none());
    // The downloads of dropped clients make room for others.
    clients.drain(..4);
    eventually(8);
}

/// A client with `verifier`, whose host never responds.
fn silent_client(merchant: &TestMerchant<'_>, verifier: Verifier) -> (Client, ApiV3Key) {
    let client = Client::builder(merchant_of(merchant), verifier).base_url(silent_server().0);
    (client.build().unwrap(), merchant.api_v3_key())
}

/// A notification signed with the key of `signer`, and encrypted under the APIv3 key of `owner`.
fn encrypted_for(owner: &TestMerchant<'_>, signer: &TestMerchant<'_>) -> Request<Bytes> {
    let resource = owner.encrypted(br#"{"out_trade_no":"1"}"#, "transaction");
    let envelope =
        json!({ "id": "EV-1", "event_type": "TRANSACTION.SUCCESS", "resource": resource });
    signer.signed(&envelope.to_string())
}

fn decrypt_failed(notifications: &Notifications, request: &Request<Bytes>) -> bool {
    let parsed = notifications.parse_at(request.headers(), request.body(), at(NOW));
    parsed.is_err_and(|error| *error.kind() == NotificationErrorKind::DecryptFailed)
}

#[test]
fn a_notification_is_decrypted_only_with_the_api_v3_key_of_its_merchant() {
    let clients = [&A, &B]
        .map(|merchant| silent_client(merchant, Verifier::new(merchant.platform_certificate())));
    let notifications = Notifications::for_clients(clients).unwrap();
    for (merchant, other) in [(&A, &B), (&B, &A)] {
        let mchid = mchid_of(&notifications, &merchant.notification());
        assert_eq!(mchid.as_deref(), Some(merchant.mchid));
        assert!(decrypt_failed(
            &notifications,
            &encrypted_for(other, merchant)
        ));
    }
    // A further APIv3 key belongs to no merchant, and is tried for all.
    let both = notifications.with_key(B.api_v3_key());
    let mchid = mchid_of(&both, &encrypted_for(&B, &A));
    assert_eq!(mchid.as_deref(), Some(A.mchid));
}

#[test]
fn a_notification_names_no_other_merchant_before_the_certificates_of_its_own_are_downloaded() {
    // B trusts the certificate of A, which A has not downloaded yet.
    let certificates = PlatformCertificates::downloading(A.api_v3_key());
    let (url, connections) = silent_server();
    let a = Client::builder(merchant_of(&A), Verifier::new(certificates.clone())).base_url(url);
    let b = silent_client(&B, Verifier::new(A.platform_certificate()));
    let a = (a.build().unwrap(), A.api_v3_key());
    let notifications = Notifications::for_clients([a, b]).unwrap();
    let (of_a, of_b) = (A.notification(), encrypted_for(&B, &A));
    let mchid = mchid_of(&notifications, &of_b);
    assert_eq!(mchid.as_deref(), Some(B.mchid));
    assert_eq!(connections.load(Ordering::Relaxed), 0);
    assert!(decrypt_failed(&notifications, &of_a));
    // WeChat Pay sends the notification again. By then A must hold the certificate.
    let begun = Instant::now();
    while connections.load(Ordering::Relaxed) == 0 {
        assert!(begun.elapsed() < Duration::from_secs(10));
        thread::sleep(Duration::from_millis(10));
    }
    A.install(&certificates);
    // Both merchants trust the certificate now.
    for request in [of_a, of_b] {
        assert_eq!(mchid_of(&notifications, &request), None);
    }
}

/// Installs certificates while a notification is checked.
#[test]
fn a_download_that_ends_during_the_check_does_not_hide_the_merchant() {
    let request = A.notification();
    let other = Verifier::new(B.platform_certificate());
    let mchids = (1_900_001_000..1_900_001_300).map(|mchid| mchid.to_string());
    let others: Vec<_> = mchids.map(|mchid| (mchid, other.clone())).collect();
    for round in 0..60 {
        let certificates = PlatformCertificates::downloading(A.api_v3_key());
        let client = Client::builder(merchant_of(&A), Verifier::new(certificates.clone()));
        let client = client.base_url("http://127.0.0.1:9").build().unwrap();
        let of_a = (A.mchid.to_owned(), Verifier::new(certificates.clone()));
        let members = others.iter().cloned().chain([of_a]);
        let notifications = notifications(Verifier::for_merchants(members).unwrap());
        let mchid = thread::scope(|scope| {
            let parsed = scope.spawn(|| {
                loop {
                    if let Ok(parsed) =
                        notifications.parse_at(request.headers(), request.body(), at(NOW))
                    {
                        return parsed.mchid().map(str::to_owned);
                    }
                }
            });
            thread::sleep(Duration::from_millis(round % 7));
            A.install(&certificates);
            parsed.join().unwrap()
        });
        assert_eq!(mchid.as_deref(), Some(A.mchid));
        drop(client);
    }
}

#[test]
fn a_client_refuses_the_verifier_of_several_merchants() {
    let client = Client::builder(merchant_of(&A), verifier_of_both());
    assert_eq!(build_error_kind(client), ConfigErrorKind::SeveralMerchants);
    let added = verifier_of_both().with_key(A.platform_certificate());
    let client = Client::builder(merchant_of(&A), added);
    assert_eq!(build_error_kind(client), ConfigErrorKind::SeveralMerchants);
    let both = Verifier::new(A.certificates()).with_key(B.certificates());
    let client = Client::builder(merchant_of(&A), both);
    assert_eq!(
        build_error_kind(client),
        ConfigErrorKind::SeveralCertificates
    );
    // The same certificates given twice count once.
    let certificates = A.certificates();
    let same = Verifier::new(certificates.clone()).with_key(certificates);
    Client::builder(merchant_of(&A), same).build().unwrap();
}

#[test]
fn platform_certificates_are_refused_for_a_second_merchant() {
    let certificates = A.certificates();
    let client = |merchant: &TestMerchant<'_>, certificates: &PlatformCertificates| {
        Client::builder(merchant_of(merchant), Verifier::new(certificates.clone()))
    };
    let of_a = || ConfigErrorKind::OtherMerchantsCertificates {
        mchid: A.mchid.to_owned(),
    };
    // A client that is not built claims no certificates.
    let unbuilt = client(&B, &certificates).base_url("ftp://example.com");
    assert!(matches!(
        build_error_kind(unbuilt),
        ConfigErrorKind::BaseUrl { .. }
    ));
    drop(client(&A, &certificates).build().unwrap());
    assert_eq!(build_error_kind(client(&B, &certificates)), of_a());
    client(&A, &certificates).build().unwrap();
    // This verifier would name B for the notifications of A.
    let as_those_of_b = Verifier::for_merchants([(B.mchid, Verifier::new(certificates))]);
    assert_eq!(config_error(as_those_of_b), of_a());
}

#[test]
fn platform_certificates_belong_to_the_merchant_that_a_verifier_names() {
    let certificates = A.certificates();
    let verifier = || Verifier::new(certificates.clone());
    let shared = Verifier::for_merchants([(A.mchid, verifier()), (B.mchid, verifier())]);
    let mchid = A.mchid.to_owned();
    let other = ConfigErrorKind::OtherMerchantsCertificates { mchid };
    assert_eq!(config_error(shared), other);
    // A refused verifier claims no certificates.
    Verifier::for_merchants([(A.mchid, verifier())]).unwrap();
    let client = Client::builder(merchant_of(&B), verifier());
    assert_eq!(build_error_kind(client), other);
    Client::builder(merchant_of(&A), verifier())
        .build()
        .unwrap();
}

#[test]
fn a_refused_verifier_claims_no_certificates() {
    let (free, of_a) = (B.certificates(), A.certificates());
    let verifier = |certificates: &PlatformCertificates| Verifier::new(certificates.clone());
    Verifier::for_merchants([(A.mchid, verifier(&of_a))]).unwrap();
    let mchid = A.mchid.to_owned();
    let other = ConfigErrorKind::OtherMerchantsCertificates { mchid };
    let others = [("1900000111", verifier(&free)), (B.mchid, verifier(&of_a))];
    let refused = Verifier::for_merchants(others);
    assert_eq!(config_error(refused), other);
    // A verifier with both is refused as well.
    let both = verifier(&free).with_key(of_a.clone());
    let refused = Verifier::for_merchants([("1900000111", both)]);
    assert_eq!(config_error(refused), other);
    let twice = [("1900000111", verifier(&free)), (B.mchid, verifier(&free))];
    let mchid = "1900000111".to_owned();
    let first = ConfigErrorKind::OtherMerchantsCertificates { mchid };
    assert_eq!(config_error(Verifier::for_merchants(twice)), first);
    Verifier::for_merchants([(B.mchid, verifier(&free))]).unwrap();
    // The certificates still belong to A.
    let again = Client::builder(merchant_of(&B), verifier(&of_a));
    assert_eq!(build_error_kind(again), other);
}

#[test]
fn saved_certificates_belong_to_the_merchant_that_saved_them() {
    let load = |saved: &Vec<u8>| PlatformCertificates::load(A.api_v3_key(), saved).unwrap();
    let client = |merchant: &TestMerchant<'_>, certificates: PlatformCertificates| {
        Client::builder(merchant_of(merchant), Verifier::new(certificates))
    };
    let mchid = A.mchid.to_owned();
    let of_a = ConfigErrorKind::OtherMerchantsCertificates { mchid };
    let certificates = A.certificates();
    // The certificates belong to no merchant yet.
    let saved = certificates.save().unwrap();
    client(&B, load(&saved)).build().unwrap();
    client(&A, certificates.clone()).build().unwrap();
    let saved = certificates.save().unwrap();
    // B is refused, although its APIv3 key is the same.
    assert_eq!(build_error_kind(client(&B, load(&saved))), of_a);
    let set = Verifier::for_merchants([(B.mchid, Verifier::new(load(&saved)))]);
    assert_eq!(config_error(set), of_a);
    client(&A, load(&saved)).build().unwrap();
    // Saved again by a process that has made no client.
    let again = load(&saved).save().unwrap();
    assert_eq!(again, saved);
    assert_eq!(build_error_kind(client(&B, load(&again))), of_a);
}

#[test]
fn saved_certificates_of_a_brand_are_refused_for_a_merchant() {
    let certificates = A.certificates();
    let brand = |certificates| [(A.mchid, Verifier::new(certificates).for_brand())];
    Verifier::for_merchants(brand(certificates.clone())).unwrap();
    let saved = certificates.save().unwrap();
    let load = || PlatformCertificates::load(A.api_v3_key(), &saved).unwrap();
    let mchid = A.mchid.to_owned();
    let client = Client::builder(merchant_of(&A), Verifier::new(load()));
    assert_eq!(
        build_error_kind(client),
        ConfigErrorKind::OtherMerchantsCertificates { mchid }
    );
    Verifier::for_merchants(brand(load())).unwrap();
}

#[derive(serde::Serialize)]
struct Receiver {
    name: Sensitive,
}

#[wechatpay_api(POST "/v3/profitsharing/receivers/add")]
trait AddReceiver {
    async fn add_receiver(&self, body: &Receiver) -> Result<Value>;
}

/// During the change from one public key to another.
#[tokio::test]
async fn requests_name_and_encrypt_with_the_first_of_two_public_keys() {
    let gateway = Gateway::start().await.unwrap();
    let path = "/v3/profitsharing/receivers/add";
    gateway.respond("POST", path, ScriptedResponse::ok(json!({})));
    let other = WechatPayPublicKey::from_pem("PUB_KEY_ID_01", PUBLIC_KEY).unwrap();
    let other = TrustedKey::from(other);
    let verifier = Verifier::new(gateway.public_key())
        .with_key(other)
        .with_key(gateway.platform_certificate());
    let client = gateway
        .client_for(gateway.merchant(), verifier)
        .build()
        .unwrap();
    let receiver = Receiver {
        name: "张三".into(),
    };
    client.add_receiver(&receiver).await.unwrap();
    let request = gateway.requests().pop().unwrap();
    let id = gateway.public_key().public_key_id().to_owned();
    assert_eq!(request.header("wechatpay-serial"), Some(&*id));
    let body: Value = serde_json::from_slice(request.body()).unwrap();
    let name = gateway.decrypt(&request, body["name"].as_str().unwrap());
    assert_eq!(name.as_deref(), Some("张三"));
}

/// A time in Unix seconds.
fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(seconds)
}
