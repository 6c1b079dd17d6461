//! The parts of a call one by one, each beside the same work by OpenSSL only.

use std::{
    future::Future,
    hint::black_box,
    pin::pin,
    sync::LazyLock,
    task::{Context, Poll, Waker},
    time::{SystemTime, UNIX_EPOCH},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use divan::Bencher;
use hyper::{HeaderMap, Response, body::Bytes, header::HeaderValue};
use openssl::{
    asn1::Asn1Time,
    bn::BigNum,
    encrypt::Encrypter,
    hash::MessageDigest,
    pkey::{PKey, Private, Public},
    rsa::{Padding, Rsa},
    sign::{Signer, Verifier as RawVerifier},
    symm::{Cipher, decrypt_aead, encrypt_aead},
    x509::{X509, X509Name},
};
use serde::Serialize;
use serde_json::json;
use wechatpay_client::{
    ApiV3Key, Client, Merchant, PlatformCertificate, Result, Sensitive, Verifier,
    WechatPayPublicKey, error::SignerError, notification::Notifications, wechatpay_api,
};

fn main() {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_time().build().unwrap();
    let _entered = runtime.enter();
    divan::main();
}

const MCHID: &str = "1900000109";
const SERIAL_NO: &str = "3775B6A45ACD588826D15E583A95F5DD5A1FA8E8";
const PUBLIC_KEY_ID: &str = "PUB_KEY_ID_0119000001092024111500112233445566";
const NONCE: &str = "593BEC0C930BF1AFEB40B4A08C8FB242";
const API_V3_KEY: &str = "0123456789abcdef0123456789abcdef";
const TARGET: &str =
    "/v3/pay/transactions/out-trade-no/1217752501201407033233368018?mchid=1900000109";

const BODY: &str = r#"{"appid":"wxd678efh567hg6787","mchid":"1900000109","out_trade_no":"1217752501201407033233368018","transaction_id":"4200001234202501011234567890","trade_type":"JSAPI","trade_state":"SUCCESS","trade_state_desc":"支付成功","bank_type":"CMC","attach":"","success_time":"2026-01-01T10:34:56+08:00","payer":{"openid":"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"},"amount":{"total":100,"payer_total":100,"currency":"CNY","payer_currency":"CNY"}}"#;

/// A key pair, for the merchant and for WeChat Pay.
static KEY: LazyLock<PKey<Private>> =
    LazyLock::new(|| PKey::from_rsa(Rsa::generate(2048).unwrap()).unwrap());

static PUBLIC: LazyLock<PKey<Public>> =
    LazyLock::new(|| PKey::public_key_from_der(&KEY.public_key_to_der().unwrap()).unwrap());

fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.unwrap().as_secs()
}

fn sign(message: &[u8]) -> Vec<u8> {
    let mut signer = Signer::new(MessageDigest::sha256(), &KEY).unwrap();
    signer.sign_oneshot_to_vec(message).unwrap()
}

fn verify(message: &[u8], signature: &[u8]) -> bool {
    let mut verifier = RawVerifier::new(MessageDigest::sha256(), &PUBLIC).unwrap();
    verifier.verify_oneshot(signature, message).unwrap()
}

/// The value of a future that does not wait.
fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the future waits"),
    }
}

mod authorization {
    use super::*;

    #[divan::bench]
    fn raw_sign(bencher: Bencher<'_, '_>) {
        let message = format!("GET\n{TARGET}\n1767139200\n{NONCE}\n\n").into_bytes();
        bencher.bench_local(|| sign(&message));
    }

    #[divan::bench]
    fn authorization(bencher: Bencher<'_, '_>) {
        let pem = KEY.private_key_to_pem_pkcs8().unwrap();
        let merchant = Merchant::new(MCHID, SERIAL_NO, pem).unwrap();
        bencher.bench_local(|| {
            let authorization =
                merchant.authorization("GET", TARGET, SystemTime::now(), NONCE, b"");
            ready(authorization).unwrap()
        });
    }
}

fn headers(key_id: &str, body: &str) -> HeaderMap {
    let timestamp = now().to_string();
    let signature = sign(format!("{timestamp}\n{NONCE}\n{body}\n").as_bytes());
    let pairs = [
        ("wechatpay-timestamp", timestamp),
        ("wechatpay-nonce", NONCE.to_owned()),
        ("wechatpay-signature", STANDARD.encode(signature)),
        ("wechatpay-serial", key_id.to_owned()),
        (
            "request-id",
            "08F78BB6AF0610D302189EB7D4AB0120E0A4012885C40D-0".to_owned(),
        ),
    ];
    let value = |value: String| HeaderValue::try_from(value).unwrap();
    HeaderMap::from_iter(pairs.map(|(name, text)| (name.parse().unwrap(), value(text))))
}

fn response(headers: &HeaderMap) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from_static(BODY.as_bytes()));
    response.headers_mut().clone_from(headers);
    response
}

fn verifier() -> Verifier {
    let pem = PUBLIC.public_key_to_pem().unwrap();
    Verifier::new(WechatPayPublicKey::from_pem(PUBLIC_KEY_ID, pem).unwrap())
}

/// A certificate for the key pair, with a serial number of its own.
fn certificate(number: u32) -> PlatformCertificate {
    let mut name = X509Name::builder().unwrap();
    name.append_entry_by_text("CN", "Tenpay.com sign").unwrap();
    let name = name.build();
    let mut certificate = X509::builder().unwrap();
    let number = BigNum::from_u32(1 << 30 | number).unwrap();
    certificate
        .set_serial_number(&number.to_asn1_integer().unwrap())
        .unwrap();
    certificate.set_subject_name(&name).unwrap();
    certificate.set_issuer_name(&name).unwrap();
    let (from, until) = (Asn1Time::days_from_now(0), Asn1Time::days_from_now(365));
    certificate.set_not_before(&from.unwrap()).unwrap();
    certificate.set_not_after(&until.unwrap()).unwrap();
    certificate.set_pubkey(&KEY).unwrap();
    certificate.sign(&KEY, MessageDigest::sha256()).unwrap();
    PlatformCertificate::from_pem(certificate.build().to_pem().unwrap()).unwrap()
}

mod verification {
    use super::*;

    #[divan::bench]
    fn raw_verify(bencher: Bencher<'_, '_>) {
        let message = format!("1767139200\n{NONCE}\n{BODY}\n").into_bytes();
        let signature = sign(&message);
        bencher.bench_local(|| assert!(verify(&message, &signature)));
    }

    #[divan::bench(args = [1, 1000])]
    fn response_by_certificate(bencher: Bencher<'_, '_>, certificates: u32) {
        let mut verifier = Verifier::new(certificate(0));
        for number in 1..certificates {
            verifier = verifier.with_key(certificate(number));
        }
        let headers = headers(certificate(certificates / 2).serial_no(), BODY);
        bencher
            .with_inputs(|| response(&headers))
            .bench_local_values(|response| verifier.verify(response, SystemTime::now()).unwrap());
    }

    /// All checks before that of the signature, since the key ID is unknown.
    #[divan::bench]
    fn headers_only(bencher: Bencher<'_, '_>) {
        let (verifier, headers) = (verifier(), headers("PUB_KEY_ID_01", BODY));
        bencher
            .with_inputs(|| response(&headers))
            .bench_local_values(|response| {
                verifier.verify(response, SystemTime::now()).unwrap_err()
            });
    }
}

mod notification {
    use super::*;

    const RESOURCE_NONCE: &[u8] = b"fdasflkja484";

    fn encrypted() -> Vec<u8> {
        let mut tag = [0; 16];
        let (key, aad) = (API_V3_KEY.as_bytes(), b"transaction");
        let nonce = Some(RESOURCE_NONCE);
        let cipher = Cipher::aes_256_gcm();
        let encrypted = encrypt_aead(cipher, key, nonce, aad, BODY.as_bytes(), &mut tag);
        let mut encrypted = encrypted.unwrap();
        encrypted.extend_from_slice(&tag);
        encrypted
    }

    fn body() -> String {
        json!({
            "id": "EV-2018022511223320873",
            "create_time": "2026-01-01T10:34:56+08:00",
            "resource_type": "encrypt-resource",
            "event_type": "TRANSACTION.SUCCESS",
            "summary": "支付成功",
            "resource": {
                "original_type": "transaction",
                "algorithm": "AEAD_AES_256_GCM",
                "ciphertext": STANDARD.encode(encrypted()),
                "associated_data": "transaction",
                "nonce": str::from_utf8(RESOURCE_NONCE).unwrap(),
            },
        })
        .to_string()
    }

    #[divan::bench]
    fn raw_verify_and_decrypt(bencher: Bencher<'_, '_>) {
        let message = format!("1767139200\n{NONCE}\n{}\n", body()).into_bytes();
        let (signature, encrypted) = (sign(&message), encrypted());
        bencher.bench_local(|| {
            assert!(verify(&message, &signature));
            let (ciphertext, tag) = encrypted.split_at(encrypted.len() - 16);
            let (key, nonce) = (API_V3_KEY.as_bytes(), Some(RESOURCE_NONCE));
            let cipher = Cipher::aes_256_gcm();
            decrypt_aead(cipher, key, nonce, b"transaction", ciphertext, tag).unwrap()
        });
    }

    #[divan::bench]
    fn parse(bencher: Bencher<'_, '_>) {
        let body = body();
        let headers = headers(PUBLIC_KEY_ID, &body);
        let notifications =
            Notifications::new(verifier(), ApiV3Key::new(API_V3_KEY).unwrap()).unwrap();
        bencher.bench_local(|| notifications.parse(&headers, body.as_bytes()).unwrap());
    }
}

/// A signer that fails, so that a call ends once its bytes are fixed.
struct NoKey;

impl wechatpay_client::Signer for NoKey {
    async fn sign(&self, _: &[u8]) -> Result<Vec<u8>, SignerError> {
        Err("no key".into())
    }
}

fn unsigned_client() -> Client {
    let merchant = Merchant::with_signer(MCHID, SERIAL_NO, NoKey).unwrap();
    Client::builder(merchant, verifier()).build().unwrap()
}

#[derive(Serialize)]
struct Receiver<T> {
    appid: &'static str,
    name: T,
}

#[wechatpay_api]
trait Operations {
    #[wechatpay_api(GET "/v3/pay/transactions/out-trade-no/{out_trade_no}")]
    async fn query_order(&self, out_trade_no: &str, #[query] mchid: &str) -> Result<()>;

    #[wechatpay_api(POST "/v3/profitsharing/receivers/add")]
    async fn add_plain(&self, body: &Receiver<&str>) -> Result<()>;

    #[wechatpay_api(POST "/v3/profitsharing/receivers/add")]
    async fn add_sensitive(&self, body: &Receiver<Sensitive>) -> Result<()>;
}

mod request {
    use super::*;

    /// Path and query, percent-encoded. A call writes its request before it is polled.
    #[divan::bench(args = ["1217752501201407033233368018", "订单 1217752501201407033233368018/甲"])]
    fn freeze(bencher: Bencher<'_, '_>, out_trade_no: &str) {
        let client = unsigned_client();
        bencher.bench_local(|| drop(black_box(client.query_order(out_trade_no, MCHID))));
    }

    /// The whole call before its signature.
    #[divan::bench]
    fn until_the_signature(bencher: Bencher<'_, '_>) {
        let client = unsigned_client();
        bencher.bench_local(|| ready(client.query_order("1217752501201407033233368018", MCHID)));
    }
}

mod sensitive_field {
    use super::*;

    #[divan::bench]
    fn raw_encrypt(bencher: Bencher<'_, '_>) {
        bencher.bench_local(|| {
            let mut encrypter = Encrypter::new(&PUBLIC).unwrap();
            encrypter.set_rsa_padding(Padding::PKCS1_OAEP).unwrap();
            let mut ciphertext = [0; 256];
            let name = "张三".as_bytes();
            encrypter.encrypt(name, &mut ciphertext).unwrap();
            ciphertext
        });
    }

    #[divan::bench]
    fn request_without(bencher: Bencher<'_, '_>) {
        let client = unsigned_client();
        let body = Receiver {
            appid: "wxd678efh567hg6787",
            name: "张三",
        };
        bencher.bench_local(|| ready(client.add_plain(&body)));
    }

    #[divan::bench]
    fn request_with(bencher: Bencher<'_, '_>) {
        let client = unsigned_client();
        let body = Receiver {
            appid: "wxd678efh567hg6787",
            name: Sensitive::new("张三"),
        };
        bencher.bench_local(|| ready(client.add_sensitive(&body)));
    }
}
