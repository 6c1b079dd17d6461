//! Lists of platform certificates: which key verifies a list, and which lists are rejected before which step.

use std::{
    convert::Infallible,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use http_body_util::Full;
use hyper::{
    Request, Response,
    body::{Bytes, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use openssl::{
    base64::encode_block,
    hash::MessageDigest,
    pkey::PKey,
    sign::Signer,
    symm::{Cipher, encrypt_aead},
};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use wechatpay_client::{
    ApiV3Key, Client, Error, ErrorKind, Merchant, PlatformCertificate, PlatformCertificates,
    Verifier,
    error::{CertificateListErrorKind, CertificatesError, CertificatesErrorKind, VerifyErrorKind},
    wechatpay_api,
};

#[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}", without(mchid))]
trait Order {
    async fn order(&self, transaction_id: &str) -> Result<Value, Error>;
}

const NOW: u64 = 1_767_139_200;
const API_V3_KEY: &[u8; 32] = b"0123456789abcdef0123456789ABCDEF";

/// A platform certificate of WeChat Pay, with its private key.
struct Platform {
    certificate: &'static [u8],
    key: &'static [u8],
}

const A: Platform = Platform {
    certificate: include_bytes!("fixtures/vectors/keys/platform-a.cert.pem"),
    key: include_bytes!("fixtures/vectors/keys/platform-a.key.pem"),
};

const B: Platform = Platform {
    certificate: include_bytes!("fixtures/vectors/keys/platform-b.cert.pem"),
    key: include_bytes!("fixtures/vectors/keys/platform-b.key.pem"),
};

impl Platform {
    fn serial_no(&self) -> String {
        let certificate = PlatformCertificate::from_pem(self.certificate).unwrap();
        certificate.serial_no().to_owned()
    }

    /// An entry of a list, encrypted under `key`.
    fn entry(&self, key: &[u8]) -> Value {
        self.entry_from(key, "2024-01-01T08:00:00+08:00")
    }

    /// The same for a certificate that is in force from `effective_time` on.
    fn entry_from(&self, key: &[u8], effective_time: &str) -> Value {
        let (nonce, aad, mut tag) = ("fdasflkja484", "certificate", [0; 16]);
        let mut ciphertext = encrypt_aead(
            Cipher::aes_256_gcm(),
            key,
            Some(nonce.as_bytes()),
            aad.as_bytes(),
            self.certificate,
            &mut tag,
        )
        .unwrap();
        ciphertext.extend(tag);
        json!({
            "serial_no": self.serial_no(),
            "effective_time": effective_time,
            "expire_time": "2035-01-01T08:00:00+08:00",
            "encrypt_certificate": {
                "algorithm": "AEAD_AES_256_GCM",
                "nonce": nonce,
                "associated_data": aad,
                "ciphertext": encode_block(&ciphertext),
            },
        })
    }

    /// A response with this body, signed with this key.
    fn signed(&self, body: &str) -> Response<Bytes> {
        self.signed_at(body, NOW)
    }

    fn signed_at(&self, body: &str, timestamp: u64) -> Response<Bytes> {
        let key = PKey::private_key_from_pem(self.key).unwrap();
        let mut signer = Signer::new(MessageDigest::sha256(), &key).unwrap();
        let message = format!("{timestamp}\nnonce\n{body}\n");
        let signature = signer.sign_oneshot_to_vec(message.as_bytes()).unwrap();
        Response::builder()
            .header("Wechatpay-Timestamp", timestamp)
            .header("Wechatpay-Nonce", "nonce")
            .header("Wechatpay-Signature", encode_block(&signature))
            .header("Wechatpay-Serial", self.serial_no())
            .body(Bytes::copy_from_slice(body.as_bytes()))
            .unwrap()
    }
}

fn key() -> ApiV3Key {
    ApiV3Key::new(API_V3_KEY).unwrap()
}

fn list(entries: &[Value]) -> String {
    json!({ "data": entries }).to_string()
}

fn install(
    certificates: &PlatformCertificates,
    response: &Response<Bytes>,
) -> Result<Vec<String>, CertificatesError> {
    let verifier = Verifier::new(certificates.clone());
    certificates.install(response, &verifier, at(NOW))
}

fn rejection(result: Result<Vec<String>, CertificatesError>) -> CertificateListErrorKind {
    let error = result.unwrap_err();
    match error.kind() {
        CertificatesErrorKind::Rejected(kind) => kind.clone(),
        other => panic!("not rejected: {other:?}"),
    }
}

/// Certificates that hold only that of `platform`, as after a restart from a file.
fn saved(platform: &Platform) -> PlatformCertificates {
    let certificates = PlatformCertificates::downloading(key());
    let body = list(&[platform.entry(API_V3_KEY)]);
    install(&certificates, &platform.signed(&body)).unwrap();
    PlatformCertificates::load(key(), certificates.save().unwrap()).unwrap()
}

#[test]
fn a_list_is_verified_by_a_certificate_of_its_own_while_another_one_is_held() {
    let certificates = saved(&B);
    let body = list(&[A.entry(API_V3_KEY), B.entry(API_V3_KEY)]);
    let mut installed = install(&certificates, &A.signed(&body)).unwrap();
    installed.sort();
    assert_eq!(installed, [A.serial_no(), B.serial_no()]);
}

/// Without the APIv3 key nobody can make a list that adds a key.
#[test]
fn a_list_that_is_not_encrypted_under_the_api_v3_key_adds_no_key() {
    let body = list(&[A.entry(b"a-key-of-nobody-nobody-nobody-00")]);
    for certificates in [PlatformCertificates::downloading(key()), saved(&B)] {
        let held = certificates.serial_nos();
        let reason = rejection(install(&certificates, &A.signed(&body)));
        assert_eq!(reason, CertificateListErrorKind::DecryptFailed);
        assert_eq!(certificates.serial_nos(), held);
    }
}

#[test]
fn the_error_of_a_list_that_no_key_verifies_says_what_to_do() {
    let certificates = saved(&B);
    let response = A.signed(&list(&[B.entry(API_V3_KEY)]));
    let error = install(&certificates, &response).unwrap_err();
    let text = error.to_string();
    assert!(text.contains(&A.serial_no()), "{text}");
    assert!(
        text.contains("add its certificate by `Verifier::with_key`"),
        "{text}"
    );
    // The advice helps.
    let given = PlatformCertificate::from_pem(A.certificate).unwrap();
    let verifier = Verifier::new(certificates.clone()).with_key(given);
    certificates.install(&response, &verifier, at(NOW)).unwrap();
}

#[test]
fn the_error_of_a_list_that_an_unknown_public_key_signed_says_what_to_do() {
    let mut response = A.signed(&list(&[A.entry(API_V3_KEY)]));
    let id = "PUB_KEY_ID_0119000001092024111500112233445566";
    let named = id.parse().unwrap();
    response.headers_mut().insert("wechatpay-serial", named);
    let error = install(&PlatformCertificates::downloading(key()), &response).unwrap_err();
    let text = error.to_string();
    assert!(text.contains(id), "{text}");
    let advice = "add the WeChat Pay public key with this ID by `Verifier::with_key`";
    assert!(text.contains(advice), "{text}");
    assert!(!text.contains("certificate in the list"), "{text}");
}

#[test]
fn a_key_that_is_held_verifies_the_list_before_any_entry_is_decrypted() {
    let certificates = saved(&B);
    let undecryptable = list(&[B.entry(b"a-key-of-nobody-nobody-nobody-00")]);
    let mut forged = B.signed(&undecryptable);
    *forged.body_mut() = list(&vec![B.entry(API_V3_KEY); 1_000]).into();
    let reason = rejection(install(&certificates, &forged));
    let mismatch = CertificateListErrorKind::Unverified(VerifyErrorKind::SignatureMismatch);
    assert_eq!(reason, mismatch);
    let reason = rejection(install(&certificates, &B.signed(&undecryptable)));
    assert_eq!(reason, CertificateListErrorKind::DecryptFailed);
}

#[test]
fn an_unsigned_list_is_not_even_parsed() {
    let certificates = PlatformCertificates::downloading(key());
    let mut unsigned = A.signed("{");
    unsigned.headers_mut().remove("wechatpay-nonce");
    let reason = rejection(install(&certificates, &unsigned));
    assert_eq!(reason.name(), "missing-header:Wechatpay-Nonce");
}

#[test]
fn a_list_of_too_many_entries_is_rejected_whichever_key_signed() {
    let too_many = |entries| CertificateListErrorKind::TooManyEntries { entries, limit: 64 };
    for certificates in [PlatformCertificates::downloading(key()), saved(&A)] {
        for entries in [65, 1_000] {
            let body = list(&vec![A.entry(API_V3_KEY); entries]);
            let reason = rejection(install(&certificates, &A.signed(&body)));
            assert_eq!(reason, too_many(entries));
            assert_eq!(reason.name(), "too-many-entries");
        }
        let most = list(&vec![A.entry(API_V3_KEY); 64]);
        install(&certificates, &A.signed(&most)).unwrap();
    }
}

/// Serves this list to every client, signed by A at that moment. Returns the base URL.
async fn serve(list: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let list = list.clone();
            let service = service_fn(move |_: Request<Incoming>| {
                let now = UNIX_EPOCH.elapsed().unwrap().as_secs();
                let response = A.signed_at(&list, now).map(Full::new);
                async move { Ok::<_, Infallible>(response) }
            });
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    });
    url
}

/// A merchant whose certificates are not in force yet is not a merchant without certificates.
#[tokio::test]
async fn certificates_that_are_not_in_force_yet_are_named_as_the_cause() {
    let coming = A.entry_from(API_V3_KEY, "2124-01-01T08:00:00+08:00");
    let url = serve(list(&[coming])).await;
    let merchant_key = include_bytes!("fixtures/vectors/keys/merchant.key.pem");
    let merchant = Merchant::new("1900007291", "3A86", merchant_key).unwrap();
    let certificates = PlatformCertificates::downloading(key());
    let client = Client::builder(merchant, Verifier::new(certificates.clone()))
        .base_url(url)
        .build()
        .unwrap();
    let error = client.order("1").await.unwrap_err();
    assert_eq!(certificates.serial_nos(), [A.serial_no()]);
    let ErrorKind::Certificates(cause) = error.kind() else {
        panic!("{error:?}")
    };
    assert!(
        matches!(cause.kind(), CertificatesErrorKind::NotInForce),
        "{error}"
    );
}

/// A time in Unix seconds.
fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(seconds)
}
