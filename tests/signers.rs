//! Signers: a merchant whose key is renewed under load, a key in a KMS, and a brand.

use std::{
    error::Error as _,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use openssl::{
    encrypt::Decrypter,
    hash::MessageDigest,
    pkey::{PKey, Private},
    rsa::Padding,
    sign::Signer as OpensslSigner,
};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::task::JoinSet;
use wechatpay_client::{
    Client, ErrorKind, Merchant, Outcome, Result, Sensitive, Signer, Verifier,
    error::{
        ConfigErrorKind, KeyErrorKind, KeySubject, RequestErrorKind, SignedValueErrorKind,
        SignerError, SigningErrorKind, VerifyErrorKind,
    },
    gateway::{Gateway, ScriptedResponse},
    pay::JsapiPayment,
    wechatpay_api,
};

const ORDER: &str = "/v3/pay/transactions/id/{transaction_id}";
const REFUNDS: &str = "/v3/refund/domestic/refunds";
const TOKENS: &str = "/brand/card-member/pre-auth-tokens";

#[derive(Debug, Deserialize)]
struct Payer {
    name: Sensitive,
    phones: Vec<Sensitive>,
}

#[wechatpay_api]
trait Api {
    #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}", without(mchid))]
    async fn order(&self, transaction_id: &str) -> Result<Value>;

    #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}", without(mchid))]
    async fn payer(&self, transaction_id: &str) -> Result<Payer>;

    #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}")]
    async fn couple(&self, transaction_id: &str, #[query] mchid: &str) -> Result<Couple>;

    #[wechatpay_api(POST "/v3/refund/domestic/refunds", idempotent)]
    async fn refund(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/brand/card-member/pre-auth-tokens")]
    async fn pre_auth(&self, body: &Value) -> Result<Value>;
}

async fn start() -> Gateway {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond("GET", ORDER, ScriptedResponse::ok(json!({})));
    gateway.respond(
        "POST",
        TOKENS,
        ScriptedResponse::ok(json!({ "token": "1" })),
    );
    gateway
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_renewed_under_load_and_no_call_is_lost() {
    let gateway = start().await;
    let client = gateway.client().build().unwrap();
    let renewed = gateway.renew_merchant().unwrap();
    let mut calls = JoinSet::new();
    for number in 0..200 {
        if number == 100 {
            // Some calls are under way, and the others are not signed yet.
            while gateway.requests().is_empty() {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            Client::renew_merchant(&client, renewed.clone()).unwrap();
        }
        let client = client.clone();
        calls.spawn(async move { client.order("1").await.map(drop) });
    }
    while let Some(call) = calls.join_next().await {
        call.unwrap().unwrap();
    }
    client.order("1").await.unwrap();
    let signed_by = |serial_no: &str| {
        let stated = format!("serial_no=\"{serial_no}\"");
        let requests = gateway.requests();
        let authorization = |request: &wechatpay_client::gateway::ReceivedRequest| {
            request.header("authorization").unwrap().to_owned()
        };
        requests
            .iter()
            .filter(|request| authorization(request).contains(&stated))
            .count()
    };
    assert!(signed_by(gateway.merchant().serial_no()) > 0);
    assert!(signed_by(renewed.serial_no()) > 0);
    let last = gateway.requests().pop().unwrap();
    assert!(
        last.header("authorization")
            .unwrap()
            .contains(renewed.serial_no())
    );
}

#[tokio::test]
async fn a_field_encrypted_for_the_earlier_key_is_still_decrypted() {
    let gateway = start().await;
    let client = gateway.client().build().unwrap();
    Client::renew_merchant(&client, gateway.renew_merchant().unwrap()).unwrap();
    let payer = json!({ "name": gateway.encrypt("张三").unwrap(), "phones": [] });
    gateway.respond("GET", ORDER, ScriptedResponse::ok(payer));
    assert_eq!(client.payer("1").await.unwrap().name.expose(), "张三");
}

#[tokio::test]
async fn a_client_is_not_renewed_with_another_merchant() {
    let gateway = start().await;
    let client = gateway.client().build().unwrap();
    let key = gateway.merchant_private_key();
    let other = Merchant::new("1900007291", "3A86", key).unwrap();
    let refused = Client::renew_merchant(&client, other).unwrap_err();
    assert_eq!(*refused.kind(), ConfigErrorKind::OtherMerchant);
    let brand = Merchant::brand(gateway.merchant().mchid(), "3A86", key).unwrap();
    let refused = Client::renew_merchant(&client, brand).unwrap_err();
    assert_eq!(*refused.kind(), ConfigErrorKind::OtherMerchant);
}

/// Signs and decrypts like a KMS, and counts its signatures.
struct Kms {
    key: PKey<Private>,
    signed: Arc<AtomicUsize>,
    decrypts: bool,
}

impl Signer for Kms {
    async fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
        tokio::task::yield_now().await;
        self.signed.fetch_add(1, Ordering::SeqCst);
        let mut signer = OpensslSigner::new(MessageDigest::sha256(), &self.key)?;
        Ok(signer.sign_oneshot_to_vec(message)?)
    }

    async fn decrypt(&self, ciphertext: &[u8]) -> Result<Vec<u8>, SignerError> {
        tokio::task::yield_now().await;
        if !self.decrypts {
            return Err("denied".into());
        }
        let mut decrypter = Decrypter::new(&self.key)?;
        decrypter.set_rsa_padding(Padding::PKCS1_OAEP)?;
        let mut plaintext = vec![0; decrypter.decrypt_len(ciphertext)?];
        let length = decrypter.decrypt(ciphertext, &mut plaintext)?;
        plaintext.truncate(length);
        Ok(plaintext)
    }
}

fn merchant_with_kms(gateway: &Gateway, decrypts: bool) -> (Merchant, Arc<AtomicUsize>) {
    let (signer, signed) = kms_signer(gateway, decrypts);
    let merchant = gateway.merchant();
    let merchant = Merchant::with_signer(merchant.mchid(), merchant.serial_no(), signer);
    (merchant.unwrap(), signed)
}

fn kms_signer(gateway: &Gateway, decrypts: bool) -> (Kms, Arc<AtomicUsize>) {
    let signed = Arc::new(AtomicUsize::new(0));
    let signer = Kms {
        key: PKey::private_key_from_pem(gateway.merchant_private_key().as_bytes()).unwrap(),
        signed: Arc::clone(&signed),
        decrypts,
    };
    (signer, signed)
}

#[tokio::test]
async fn a_key_in_a_kms_signs_and_decrypts() {
    let gateway = start().await;
    let (merchant, signed) = merchant_with_kms(&gateway, true);
    let verifier = Verifier::new(gateway.public_key());
    let client = gateway
        .client_for(merchant.clone(), verifier)
        .build()
        .unwrap();
    let encrypt = |text| gateway.encrypt(text).unwrap();
    let payer = json!({ "name": encrypt("张三"), "phones": [encrypt("13800138000"), encrypt("")] });
    gateway.respond("GET", ORDER, ScriptedResponse::ok(payer));
    let payer = client.payer("1").await.unwrap();
    assert_eq!(payer.name.expose(), "张三");
    let phones: Vec<_> = payer.phones.iter().map(Sensitive::expose).collect();
    assert_eq!(phones, ["13800138000", ""]);
    assert_eq!(signed.load(Ordering::SeqCst), 1);

    let payment = JsapiPayment::sign_at(&client, "wx24", "wx2014", UNIX_EPOCH, "n")
        .await
        .unwrap();
    let with_key = gateway.client().build().unwrap();
    let same = JsapiPayment::sign_at(&with_key, "wx24", "wx2014", UNIX_EPOCH, "n")
        .await
        .unwrap();
    assert_eq!(payment, same);
    assert!(format!("{merchant:?}").contains("[signer]"));
}

#[tokio::test]
async fn a_kms_that_does_not_decrypt_fails_only_the_decoding() {
    let gateway = start().await;
    let (merchant, _) = merchant_with_kms(&gateway, false);
    let verifier = Verifier::new(gateway.public_key());
    let client = gateway.client_for(merchant, verifier).build().unwrap();
    let payer = json!({ "name": gateway.encrypt("张三").unwrap(), "phones": [] });
    gateway.respond("GET", ORDER, ScriptedResponse::ok(payer));
    let error = client.payer("1").await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Executed);
    let ErrorKind::Decode(error) = error.kind() else {
        panic!("{error:?}");
    };
    let cause = error.source().unwrap().to_string();
    assert!(
        cause.contains("the signer does not decrypt: denied"),
        "{cause}"
    );
    client.order("1").await.unwrap();
}

struct FailingKms;

impl Signer for FailingKms {
    async fn sign(&self, _: &[u8]) -> Result<Vec<u8>, SignerError> {
        Err("the KMS is down".into())
    }
}

#[tokio::test]
async fn nothing_is_sent_if_the_kms_is_down() {
    let gateway = start().await;
    let merchant = Merchant::with_signer("1900000109", "3A86", FailingKms).unwrap();
    let client = gateway
        .client_for(merchant, Verifier::new(gateway.public_key()))
        .build()
        .unwrap();
    let error = client.order("1").await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Signing(_)));
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    assert_eq!(
        error.to_string(),
        "not signed: the merchant's `Signer` failed"
    );
    assert_eq!(error.source().unwrap().to_string(), "the KMS is down");
    assert!(gateway.requests().is_empty());
}

/// Signs the MAC of the frozen request and one attempt, and fails afterwards.
struct TwoSignatures(Kms);

impl Signer for TwoSignatures {
    async fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
        match self.0.signed.load(Ordering::SeqCst) {
            0 | 1 => self.0.sign(message).await,
            _ => Err("the KMS is down".into()),
        }
    }
}

#[tokio::test]
async fn a_kms_that_fails_between_two_attempts_leaves_the_outcome_unknown() {
    let gateway = start().await;
    gateway.respond(
        "POST",
        REFUNDS,
        ScriptedResponse::error(500, "SYSTEM_ERROR", "系统错误"),
    );
    let (kms, _) = kms_signer(&gateway, true);
    let merchant = gateway.merchant();
    let merchant =
        Merchant::with_signer(merchant.mchid(), merchant.serial_no(), TwoSignatures(kms));
    let verifier = Verifier::new(gateway.public_key());
    let client = gateway
        .client_for(merchant.unwrap(), verifier)
        .build()
        .unwrap();
    let error = client.refund(&json!({})).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert!(matches!(error.kind(), ErrorKind::Signing(_)), "{error:?}");
    assert_eq!(
        error.to_string(),
        "not signed: the merchant's `Signer` failed; an earlier attempt may have been executed: query the \
         order, or repeat the request with the same numbers"
    );
    let source = error.source();
    assert_eq!(source.unwrap().to_string(), "the KMS is down");
    serde_json::to_string(error.frozen_request().unwrap()).unwrap();
    assert_eq!(gateway.requests().len(), 1);
}

/// After the timeout it would be too late to ask the KMS for the MAC of the frozen request.
#[tokio::test]
async fn a_request_that_timed_out_can_be_stored_with_a_kms_too() {
    let gateway = start().await;
    let slow = ScriptedResponse::ok(json!({})).with_delay(Duration::from_secs(60));
    gateway.respond("POST", REFUNDS, slow);
    let (merchant, _) = merchant_with_kms(&gateway, true);
    let verifier = Verifier::new(gateway.public_key());
    let client = gateway.client_for(merchant, verifier).build().unwrap();
    let hurried = client.with_timeout(Duration::from_secs(1));
    let error = hurried.refund(&json!({})).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    let frozen = error.frozen_request().unwrap();
    assert_eq!(frozen.id().len(), 32);
    serde_json::to_string(frozen).unwrap();
}

/// Never responds.
struct HangingKms;

impl Signer for HangingKms {
    async fn sign(&self, _: &[u8]) -> Result<Vec<u8>, SignerError> {
        std::future::pending().await
    }
}

#[tokio::test]
async fn a_call_times_out_if_the_kms_does_not_respond() {
    let gateway = start().await;
    let merchant = Merchant::with_signer("1900000109", "3A86", HangingKms).unwrap();
    for verifier in [
        Verifier::new(gateway.public_key()),
        Verifier::new(gateway.platform_certificates()),
    ] {
        let client = gateway
            .client_for(merchant.clone(), verifier)
            .build()
            .unwrap();
        let hurried = client.with_timeout(Duration::from_millis(50));
        let error = hurried.order("1").await.unwrap_err();
        assert!(error.is_timeout(), "{error:?}");
        assert_eq!(error.outcome(), Outcome::NotExecuted);
    }
    assert!(gateway.requests().is_empty());
}

/// A name that is never empty.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Sensitive")]
struct Name(String);

impl TryFrom<Sensitive> for Name {
    type Error = &'static str;

    fn try_from(name: Sensitive) -> Result<Self, Self::Error> {
        match name.expose() {
            "" => Err("no name"),
            name => Ok(Self(name.to_owned())),
        }
    }
}

#[derive(Debug, Deserialize)]
struct Couple {
    names: [Name; 2],
}

#[tokio::test]
async fn a_type_that_refuses_empty_fields_is_decoded_with_a_kms_too() {
    let gateway = start().await;
    let (merchant, _) = merchant_with_kms(&gateway, true);
    let verifier = Verifier::new(gateway.public_key());
    let client = gateway.client_for(merchant, verifier).build().unwrap();
    let encrypt = |text| gateway.encrypt(text).unwrap();
    let couple = json!({ "names": [encrypt("张三"), encrypt("李四")] });
    gateway.respond("GET", ORDER, ScriptedResponse::ok(couple));
    let [first, second] = client.couple("1", "1900000109").await.unwrap().names;
    assert_eq!((&*first.0, &*second.0), ("张三", "李四"));
}

#[tokio::test]
async fn a_brand_signs_and_verifies_with_its_own_scheme() {
    let gateway = start().await;
    let verifier = Verifier::new(gateway.public_key());
    let client = gateway
        .client_for(gateway.brand_merchant(), verifier.clone())
        .build()
        .unwrap();
    let token = client.pre_auth(&json!({})).await.unwrap();
    assert_eq!(token["token"], "1");
    let request = gateway.requests().pop().unwrap();
    let authorization = request.header("authorization").unwrap();
    assert!(authorization.starts_with("WECHATPAY-BRAND-SHA256-RSA2048 brand_id=\"10023\","));

    // A brand and a merchant each call only their own operations.
    let refused = client.order("1").await.unwrap_err();
    assert!(matches!(
        refused.kind(),
        ErrorKind::Request(error) if *error.kind() == RequestErrorKind::OtherMode
    ));
    let merchant = gateway.client().build().unwrap();
    let refused = merchant.pre_auth(&json!({})).await.unwrap_err();
    assert!(matches!(
        refused.kind(),
        ErrorKind::Request(error) if *error.kind() == RequestErrorKind::OtherMode
    ));
    assert_eq!(gateway.requests().len(), 1);

    // A response signed with the scheme of merchants does not verify for a brand.
    let response = response_signed_for_a_merchant(&gateway).await;
    let reason = verifier
        .for_brand()
        .verify(response, SystemTime::now())
        .unwrap_err();
    assert_eq!(*reason.kind(), VerifyErrorKind::UnsupportedSignatureType);
}

/// A response signed with the scheme of merchants.
async fn response_signed_for_a_merchant(gateway: &Gateway) -> hyper::Response<hyper::body::Bytes> {
    let signed = gateway
        .notification("REFUND.SUCCESS", "refund", &json!({}))
        .unwrap();
    let (head, body) = signed.into_parts();
    let mut response = hyper::Response::new(body);
    *response.headers_mut() = head.headers;
    response
}

#[tokio::test]
async fn platform_certificates_of_a_brand_are_not_downloaded() {
    let gateway = start().await;
    let verifier = Verifier::new(gateway.platform_certificates());
    let refused = gateway
        .client_for(gateway.brand_merchant(), verifier)
        .build()
        .unwrap_err();
    assert_eq!(*refused.kind(), ConfigErrorKind::BrandCertificates);
}

#[test]
fn a_brand_id_is_checked() {
    let key = include_bytes!("fixtures/vectors/keys/merchant.key.pem");
    for wrong in ["", "brand", "1 2"] {
        let error = Merchant::brand(wrong, "3A86", key).unwrap_err();
        assert_eq!(error.subject(), KeySubject::BrandId, "{wrong}");
        assert_eq!(*error.kind(), KeyErrorKind::InvalidFormat, "{wrong}");
    }
}

#[tokio::test]
async fn values_that_would_change_the_message_or_the_header_are_not_signed() {
    use SignedValueErrorKind::{Blank, ControlCharacter, Empty, NotAPath, NotForHeader};
    let key = include_bytes!("fixtures/vectors/keys/merchant.key.pem");
    let merchant = Merchant::new("1900000109", "3A86", key).unwrap();
    for (method, target, nonce, name, problem) in [
        ("", "/v3/x", "n", "method", Empty),
        ("GET\n/v3/x", "/v3/y", "n", "method", ControlCharacter),
        ("GET ", "/v3/x", "n", "method", Blank),
        ("GET", "", "n", "target", Empty),
        ("GET", "v3/certificates", "n", "target", NotAPath),
        (
            "GET",
            "https://api.mch.weixin.qq.com/v3/certificates",
            "n",
            "target",
            NotAPath,
        ),
        ("GET", "/v3/x\r", "n", "target", ControlCharacter),
        ("GET", "/v3/x HTTP/1.1", "n", "target", Blank),
        ("GET", "/v3/x", "", "nonce", Empty),
        ("GET", "/v3/x", "a\"b\nc", "nonce", NotForHeader),
        ("GET", "/v3/x", "b\nc", "nonce", ControlCharacter),
        ("GET", "/v3/x", "b\u{9b}c", "nonce", ControlCharacter),
        ("GET", "/v3/x", "\\", "nonce", NotForHeader),
        ("GET", "/v3/x", "随机", "nonce", NotForHeader),
    ] {
        let refused = merchant.authorization(method, target, UNIX_EPOCH, nonce, b"a\nb");
        let refused = refused.await.unwrap_err();
        let SigningErrorKind::InvalidValue(error) = refused.kind() else {
            panic!("{refused:?}")
        };
        assert_eq!((error.parameter(), error.kind()), (name, problem));
    }
    let accepted = merchant.authorization("POST", "/v3/x?a=%22", UNIX_EPOCH, "a,b=c", b"a\nb\n");
    assert!(accepted.await.unwrap().contains("nonce_str=\"a,b=c\""));
}
