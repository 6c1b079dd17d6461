//! What fails to verify, and what is refused as wrongly signed, says what the cause is: one test for
//! each cause.

use hyper::{Response, body::Bytes, header::HeaderValue};
use openssl::{hash::MessageDigest, pkey::PKey, sign::Signer};
use serde_json::{Value, json};
use wechatpay_client::{
    ApiError, ApiV3Key, Client, Error, Merchant, Outcome, PlatformCertificate, Result,
    SignErrorCause, TrustedKey, Verifier, VerifyCause, VerifyError, VerifyReason,
    WechatPayPublicKey,
    notification::{NotificationError, NotificationReason, Notifications},
    testing::{Fault, Gateway, Reply},
    wechatpay_api,
};

const NOW: u64 = 1_767_139_200;
const MCHID: &str = "1900007291";
const SERIAL_NO: &str = "3A865B7668B64315C003E6361BC0A2649C8AA9C8";
const KEY_ID: &str = "PUB_KEY_ID_0119000072912025123100112233445566";
const BODY: &str = r#"{"code_url":"weixin://wxpay/bizpayurl?pr=1","note":"a: \"b\", c"}"#;
const REFORMATTED: &str = r#"{
    "code_url": "weixin://wxpay/bizpayurl?pr=1",
    "note": "a: \"b\", c"
}
"#;

const MERCHANT_KEY: &[u8] = include_bytes!("fixtures/vectors/keys/merchant.key.pem");
const SIGNING_KEY: &[u8] = include_bytes!("fixtures/vectors/keys/wechatpay-public-key.key.pem");
const PUBLIC_KEY: &[u8] = include_bytes!("fixtures/vectors/keys/wechatpay-public-key.pub.pem");
const CERTIFICATE_A: &[u8] = include_bytes!("fixtures/vectors/keys/platform-a.cert.pem");
const CERTIFICATE_B: &[u8] = include_bytes!("fixtures/vectors/keys/platform-b.cert.pem");

fn merchant() -> Merchant {
    Merchant::new(MCHID, SERIAL_NO, MERCHANT_KEY).unwrap()
}

fn public_key(id: &str) -> TrustedKey {
    WechatPayPublicKey::from_pem(id, PUBLIC_KEY).unwrap().into()
}

fn certificate(pem: &[u8]) -> TrustedKey {
    PlatformCertificate::from_pem(pem).unwrap().into()
}

/// An answer signed as WeChat Pay does over `body`, at [`NOW`].
fn answer(body: &str) -> Response<Bytes> {
    let key = PKey::private_key_from_pem(SIGNING_KEY).unwrap();
    let mut signer = Signer::new(MessageDigest::sha256(), &key).unwrap();
    let message = format!("{NOW}\nnonce\n{body}\n");
    let signature = signer.sign_oneshot_to_vec(message.as_bytes()).unwrap();
    let signature = openssl::base64::encode_block(&signature);
    Response::builder()
        .header("Wechatpay-Timestamp", NOW)
        .header("Wechatpay-Nonce", "nonce")
        .header("Wechatpay-Signature", signature)
        .header("Wechatpay-Serial", KEY_ID)
        .body(Bytes::copy_from_slice(body.as_bytes()))
        .unwrap()
}

/// An answer whose body became `received` on its way.
fn changed(sent: &str, received: impl Into<String>) -> Response<Bytes> {
    answer(sent).map(|_| received.into().into())
}

/// An answer that names `serial`.
fn naming(serial: &str) -> Response<Bytes> {
    let mut answer = answer(BODY);
    let value = HeaderValue::from_str(serial).unwrap();
    answer.headers_mut().insert("wechatpay-serial", value);
    answer
}

fn refused(verifier: &Verifier, answer: Response<Bytes>, now: u64) -> VerifyError {
    verifier.verify(answer, now).unwrap_err()
}

/// The cause where the key of [`KEY_ID`] is trusted, and the notification of the same says it too.
fn cause(answer: Response<Bytes>) -> Option<VerifyCause> {
    let verifier = Verifier::new(public_key(KEY_ID));
    let notifications = Notifications::new(verifier.clone(), ApiV3Key::new([7; 32]).unwrap());
    let refused_notification = notifications
        .open_at(answer.headers(), answer.body(), NOW)
        .unwrap_err();
    let error = refused(&verifier, answer, NOW);
    let cause = error.diagnose(&verifier, None);
    assert_eq!(refused_notification.diagnose(&notifications, None), cause);
    cause
}

#[test]
fn a_body_that_was_re_indented() {
    assert_eq!(
        cause(changed(BODY, REFORMATTED)),
        Some(VerifyCause::BodyReformatted)
    );
    // With a byte order mark besides.
    let received = format!("\u{feff}{REFORMATTED}");
    assert_eq!(
        cause(changed(BODY, received)),
        Some(VerifyCause::BodyReformatted)
    );
}

#[test]
fn a_byte_order_mark_that_was_added() {
    assert_eq!(
        cause(changed(BODY, format!("\u{feff}{BODY}"))),
        Some(VerifyCause::BomAdded)
    );
}

#[test]
fn a_byte_order_mark_that_was_lost() {
    assert_eq!(
        cause(changed(&format!("\u{feff}{BODY}"), BODY)),
        Some(VerifyCause::BomLost)
    );
}

#[test]
fn a_line_break_that_was_added() {
    for line_break in ["\n", "\r\n"] {
        assert_eq!(
            cause(changed(BODY, format!("{BODY}{line_break}"))),
            Some(VerifyCause::LineBreakAdded)
        );
    }
}

#[test]
fn a_line_break_that_was_lost() {
    for line_break in ["\n", "\r\n"] {
        assert_eq!(
            cause(changed(&format!("{BODY}{line_break}"), BODY)),
            Some(VerifyCause::LineBreakLost)
        );
    }
}

#[test]
fn a_body_that_was_consumed() {
    assert_eq!(cause(changed(BODY, "")), Some(VerifyCause::BodyConsumed));
    // An answer that has none by its status lost nothing.
    let mut no_content = changed(BODY, "");
    *no_content.status_mut() = hyper::StatusCode::NO_CONTENT;
    let verifier = Verifier::new(public_key(KEY_ID));
    let error = refused(&verifier, no_content, NOW);
    assert_eq!(*error.reason(), VerifyReason::SignatureMismatch);
    assert_eq!(error.diagnose(&verifier, None), None);
}

#[test]
fn a_clock_that_is_wrong() {
    let verifier = Verifier::new(public_key(KEY_ID));
    for (now, ahead, text) in [
        (NOW + 3600, -3600, "the local clock is 3600 s ahead of it"),
        (NOW - 301, 301, "the local clock is 301 s behind it"),
    ] {
        let error = refused(&verifier, answer(BODY), now);
        let cause = error.diagnose(&verifier, None).unwrap();
        assert_eq!(cause, VerifyCause::Clock { ahead });
        assert!(cause.to_string().contains(text), "{cause}");
    }
    // Not proven if the signature is wrong as well.
    let error = refused(&verifier, changed(BODY, "{}"), NOW + 3600);
    assert_eq!(error.diagnose(&verifier, None), None);
}

#[test]
fn a_key_that_is_trusted_under_another_id() {
    let id = "PUB_KEY_ID_0119000072912025123100112233445567";
    let verifier = Verifier::new(certificate(CERTIFICATE_A)).and(public_key(id));
    let error = refused(&verifier, answer(BODY), NOW);
    assert_eq!(
        error.diagnose(&verifier, None),
        Some(VerifyCause::KeyId { trusted: id.into() })
    );
}

#[test]
fn the_serial_of_the_merchant_in_the_platforms_place() {
    let verifier = Verifier::new(certificate(CERTIFICATE_A));
    for serial in [SERIAL_NO.to_owned(), SERIAL_NO.to_lowercase()] {
        let error = refused(&verifier, naming(&serial), NOW);
        assert_eq!(
            error.diagnose(&verifier, &merchant()),
            Some(VerifyCause::MerchantSerial)
        );
        assert_eq!(
            error.diagnose(&verifier, None),
            Some(VerifyCause::OtherKey),
            "whose it is is not known without the merchant"
        );
    }
}

#[test]
fn a_public_key_where_only_certificates_are_trusted() {
    let verifier = Verifier::new(certificate(CERTIFICATE_A));
    let error = refused(&verifier, answer(BODY), NOW);
    assert_eq!(
        error.diagnose(&verifier, &merchant()),
        Some(VerifyCause::PublicKeyMode)
    );
}

#[test]
fn a_certificate_where_only_a_public_key_is_trusted() {
    let serial = PlatformCertificate::from_pem(CERTIFICATE_B).unwrap();
    let verifier = Verifier::new(WechatPayPublicKey::from_pem(KEY_ID, PUBLIC_KEY).unwrap());
    // Signed by another key than the public key's.
    let mut answer = naming(serial.serial_no());
    *answer.body_mut() = Bytes::from_static(b"{}");
    let error = refused(&verifier, answer, NOW);
    assert_eq!(
        error.diagnose(&verifier, &merchant()),
        Some(VerifyCause::CertificateMode)
    );
}

#[test]
fn another_key_of_the_kind_that_is_trusted() {
    let verifier = Verifier::new(certificate(CERTIFICATE_A));
    let other = PlatformCertificate::from_pem(CERTIFICATE_B).unwrap();
    let error = refused(&verifier, naming(other.serial_no()), NOW);
    assert_eq!(
        error.diagnose(&verifier, &merchant()),
        Some(VerifyCause::OtherKey)
    );
}

#[test]
fn a_signature_probe() {
    let mut answer = answer(BODY);
    let value = HeaderValue::from_static("WECHATPAY/SIGNTEST/AAAA");
    answer.headers_mut().insert("wechatpay-signature", value);
    assert_eq!(cause(answer), Some(VerifyCause::Probe));
}

#[test]
fn what_has_no_known_cause_has_none() {
    // Other values, another order, another escape: not to be told from a forgery.
    for received in [
        "{}",
        &BODY.replace("pr=1", "pr=2"),
        r#"{"note":"a: \"b\", c","code_url":"weixin://wxpay/bizpayurl?pr=1"}"#,
        &BODY.replace('/', r"\/"),
        &REFORMATTED.replace("a: ", "a:"),
    ] {
        assert_eq!(cause(changed(BODY, received)), None, "{received}");
    }
    let mut unsigned = answer(BODY);
    unsigned.headers_mut().remove("wechatpay-nonce");
    assert_eq!(cause(unsigned), None);
    assert_eq!(cause(naming("no serial at all").map(|_| "{}".into())), None);
}

#[test]
fn the_diagnosis_of_a_refused_notification_has_no_part_in_what_it_is() {
    let notifications = Notifications::new(
        Verifier::new(public_key(KEY_ID)),
        ApiV3Key::new([7; 32]).unwrap(),
    );
    let request = changed(BODY, REFORMATTED);
    let error = notifications
        .open_at(request.headers(), request.body(), NOW)
        .unwrap_err();
    let bare = NotificationReason::Unverified(VerifyReason::SignatureMismatch);
    let bare = NotificationError::from(bare);
    assert_eq!(error, bare);
    assert_eq!(format!("{error:?} {error}"), format!("{bare:?} {bare}"));
    assert_eq!(bare.diagnose(&notifications, None), None);
    assert_eq!(
        error.clone().diagnose(&notifications, None),
        Some(VerifyCause::BodyReformatted)
    );
}

const PATH: &str = "/v3/refund/domestic/refunds";

#[wechatpay_api(POST "/v3/refund/domestic/refunds")]
trait Refunds {
    async fn refund(&self, body: &Value) -> Result<Value>;
}

#[wechatpay_api(GET "/v3/refund/domestic/refunds/{out_refund_no}")]
trait QueryRefund {
    async fn query_refund(&self, out_refund_no: &str) -> Result<Value>;
}

/// The error of one call as `merchant`; nothing of its body, nonce or signature may show.
async fn sign_error(gateway: &Gateway, merchant: Merchant) -> Box<ApiError> {
    let client = client(gateway, merchant);
    let body = json!({ "out_refund_no": "1217752501201407033233368018" });
    let error = client.refund(&body).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(error.code(), Some("SIGN_ERROR"));
    let text = format!("{error} {error:?}");
    let request = gateway.requests().pop().unwrap();
    let authorization = request.header("authorization").unwrap();
    for secret in authorization.split('"').skip(3).step_by(2) {
        // Nonce, timestamp, serial and signature.
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    assert!(!text.contains("out_refund_no"), "{text}");
    match error {
        Error::Api(error) => error,
        other => panic!("{other:?}"),
    }
}

fn client(gateway: &Gateway, merchant: Merchant) -> Client {
    gateway
        .client_of(merchant, Verifier::new(gateway.public_key()))
        .build()
        .unwrap()
}

fn certified(gateway: &Gateway) -> Merchant {
    let merchant = gateway.merchant();
    merchant
        .with_certificate(gateway.merchant_certificate())
        .unwrap()
}

/// Answers as WeChat Pay does where what arrived is not what was signed: `change` is what a proxy on
/// the way did to method, target and body.
fn behind_a_proxy(gateway: &Gateway, change: impl Fn(&mut [String; 3]) + Send + Sync + 'static) {
    gateway.reply_with("POST", PATH, move |request| {
        let mut arrived = [
            request.method().to_owned(),
            request.target().to_owned(),
            String::from_utf8(request.body().to_vec()).unwrap(),
        ];
        change(&mut arrived);
        let [method, target, body] = arrived;
        // mchid, nonce_str, timestamp.
        let authorization = request.header("authorization").unwrap();
        let mut stated = authorization.split('"').skip(3).step_by(2);
        let (nonce, timestamp) = (stated.next().unwrap(), stated.next().unwrap());
        let head = format!("{method}\n{target}\n{timestamp}\n{nonce}\n");
        let shown: String = body.chars().take(8).collect();
        let detail = json!({
            "detail": { "issue": "sign not match" },
            "field": "signature",
            "location": "authorization",
            "sign_information": {
                "method": method,
                "url": target,
                "truncated_sign_message": format!("{head}{shown}\n"),
                "sign_message_length": head.len() + body.len() + 1,
            },
        });
        let message = "错误的签名，验签失败";
        let body = json!({ "code": "SIGN_ERROR", "message": message, "detail": detail });
        Reply::json(401, body).unsigned()
    });
}

/// 401 `SIGN_ERROR` with these words alone.
fn refusing(gateway: &Gateway, message: &str) {
    let refusal = Reply::error(401, "SIGN_ERROR", message).unsigned();
    gateway.reply("POST", PATH, refusal);
}

#[tokio::test]
async fn a_clock_that_differs_from_the_servers() {
    let gateway = Gateway::start().await.unwrap();
    for (seconds, side) in [(3600, "behind"), (-3600, "ahead of")] {
        gateway.clock_ahead(seconds);
        let error = sign_error(&gateway, gateway.merchant()).await;
        let Some(SignErrorCause::Clock {
            server_ahead: Some(ahead),
        }) = error.likely_cause()
        else {
            panic!("{error:?}")
        };
        assert!(ahead.abs_diff(seconds.into()) < 300, "{ahead}");
        let expected = format!(
            "; likely: the local clock is {} s {side} WeChat Pay's: set the clock (status 401, ",
            ahead.unsigned_abs()
        );
        assert!(error.to_string().contains(&expected), "{error}");
    }
    // The words say so, and the date does not say by how much.
    gateway.clock_ahead(0);
    refusing(
        &gateway,
        "Http头Authorization中的timestamp与发起请求的时间不得超过5分钟",
    );
    assert_eq!(
        sign_error(&gateway, gateway.merchant())
            .await
            .likely_cause(),
        Some(&SignErrorCause::Clock { server_ahead: None })
    );
}

#[tokio::test]
async fn a_clock_that_differs_from_a_notifications() {
    let gateway = Gateway::start().await.unwrap();
    let notifications = gateway.notifications();
    gateway.clock_ahead(-3600);
    let request = gateway
        .notification("REFUND.SUCCESS", "refund", &json!({}))
        .unwrap();
    let error = notifications
        .open(request.headers(), request.body())
        .unwrap_err();
    let Some(VerifyCause::Clock { ahead }) = error.diagnose(&notifications, None) else {
        panic!("{error:?}")
    };
    assert!(ahead.abs_diff(-3600) < 300, "{ahead}");
}

#[tokio::test]
async fn a_serial_number_that_the_merchant_has_no_certificate_of() {
    let gateway = Gateway::start().await.unwrap();
    let mchid = gateway.merchant().mchid().to_owned();
    let merchant = Merchant::new(mchid, SERIAL_NO, MERCHANT_KEY).unwrap();
    let error = sign_error(&gateway, merchant).await;
    assert_eq!(error.likely_cause(), Some(&SignErrorCause::SerialNo));
    let text = error.to_string();
    assert!(
        text.contains("序列号有误") && text.contains("; likely: mchid has no certificate with"),
        "{text}"
    );
}

#[tokio::test]
async fn a_merchant_number_that_is_wrong() {
    let gateway = Gateway::start().await.unwrap();
    let merchant = Merchant::new("1900000110", SERIAL_NO, MERCHANT_KEY).unwrap();
    let error = sign_error(&gateway, merchant).await;
    assert_eq!(error.likely_cause(), Some(&SignErrorCause::Mchid));
    refusing(&gateway, "商户未申请过证书。");
    let error = sign_error(&gateway, gateway.merchant()).await;
    assert_eq!(error.likely_cause(), Some(&SignErrorCause::Mchid));
}

#[tokio::test]
async fn a_private_key_of_another_certificate() {
    let gateway = Gateway::start().await.unwrap();
    let known = gateway.merchant();
    let merchant = Merchant::new(known.mchid(), known.serial_no(), MERCHANT_KEY).unwrap();
    let error = sign_error(&gateway, merchant).await;
    assert_eq!(error.likely_cause(), Some(&SignErrorCause::PrivateKey));
}

#[tokio::test]
async fn a_certificate_that_is_not_in_force() {
    let gateway = Gateway::start().await.unwrap();
    for message in [
        "商户证书已过期。",
        "商户证书已作废。",
        "已更换证书，请使用新证书",
    ] {
        refusing(&gateway, message);
        let error = sign_error(&gateway, gateway.merchant()).await;
        assert_eq!(error.likely_cause(), Some(&SignErrorCause::Certificate));
    }
    // Number, serial and key are of one certificate: it is not they that are wrong.
    refusing(&gateway, "商户证书序列号有误。");
    let error = sign_error(&gateway, certified(&gateway)).await;
    assert_eq!(error.likely_cause(), Some(&SignErrorCause::Certificate));
}

#[tokio::test]
async fn an_authorization_that_did_not_arrive() {
    let gateway = Gateway::start().await.unwrap();
    for message in [
        "Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》",
        "HTTP头Authorization认证类型不正确",
        "签名信息错误，验签失败",
    ] {
        refusing(&gateway, message);
        let error = sign_error(&gateway, gateway.merchant()).await;
        let expected = Some(&SignErrorCause::AuthorizationChanged);
        assert_eq!(error.likely_cause(), expected, "{message}");
    }
}

#[tokio::test]
async fn a_method_that_was_changed() {
    let gateway = Gateway::start().await.unwrap();
    behind_a_proxy(&gateway, |[method, _, _]| *method = "GET".into());
    let error = sign_error(&gateway, gateway.merchant()).await;
    assert_eq!(error.likely_cause(), Some(&SignErrorCause::MethodChanged));
}

#[tokio::test]
async fn a_path_that_was_rewritten() {
    let gateway = Gateway::start().await.unwrap();
    behind_a_proxy(&gateway, |[_, target, _]| target.insert_str(0, "/pay"));
    let error = sign_error(&gateway, gateway.merchant()).await;
    assert_eq!(error.likely_cause(), Some(&SignErrorCause::TargetChanged));
}

#[tokio::test]
async fn a_body_that_a_proxy_serialized_anew() {
    let gateway = Gateway::start().await.unwrap();
    let sent = r#"{"out_refund_no":"1217752501201407033233368018"}"#.len();
    for (from, to, received) in [
        ("\":", "\": ", sent + 1),
        // As long as it was: told by its beginning.
        ("{", " ", sent),
    ] {
        behind_a_proxy(&gateway, move |[_, _, body]| *body = body.replace(from, to));
        let error = sign_error(&gateway, gateway.merchant()).await;
        let expected = SignErrorCause::BodyChanged { sent, received };
        assert_eq!(error.likely_cause(), Some(&expected));
        let text = format!("changed the body: {sent} bytes were sent, {received} arrived");
        assert!(error.to_string().contains(&text), "{error}");
    }
    behind_a_proxy(&gateway, |[_, _, body]| body.clear());
    let error = sign_error(&gateway, gateway.merchant()).await;
    let expected = SignErrorCause::BodyChanged { sent, received: 0 };
    assert_eq!(error.likely_cause(), Some(&expected));
    // Changed behind what is shown: told by the key, which is known to be right.
    behind_a_proxy(&gateway, |_| ());
    let error = sign_error(&gateway, certified(&gateway)).await;
    let expected = SignErrorCause::BodyChanged {
        sent,
        received: sent,
    };
    assert_eq!(error.likely_cause(), Some(&expected));
}

#[tokio::test]
async fn a_refusal_that_shows_nothing_is_not_explained() {
    let gateway = Gateway::start().await.unwrap();
    let known = client(&gateway, certified(&gateway));
    let path = "/v3/refund/domestic/refunds/{out_refund_no}";
    for reply in [
        Reply::error(401, "SIGN_ERROR", "签名错误"),
        Reply::error(401, "SIGN_ERROR", "将来的原因"),
        Reply::error(401, "NO_AUTH", "商户证书序列号有误。"),
        Reply::error(403, "SIGN_ERROR", "商户证书序列号有误。"),
        Reply::bytes(401, "<html>timestamp</html>"),
    ] {
        gateway.reply("GET", path, reply.unsigned());
        let Error::Api(error) = known.query_refund("1").await.unwrap_err() else {
            panic!()
        };
        assert_eq!(error.likely_cause(), None, "{error}");
        assert!(!error.to_string().contains("likely"), "{error}");
    }
    // All of the request is shown, and as it was sent, and the key is right.
    behind_a_proxy(&gateway, |_| ());
    let Error::Api(error) = known.refund(&json!({})).await.unwrap_err() else {
        panic!()
    };
    assert_eq!(error.likely_cause(), None, "{error}");
}

#[tokio::test]
async fn the_client_tells_what_to_diagnose() {
    let gateway = Gateway::start().await.unwrap();
    let verifier = Verifier::new(gateway.public_key());
    let client = client(&gateway, gateway.merchant());
    for (fault, side) in [(Fault::StaleTimestamp, -600), (Fault::FutureTimestamp, 600)] {
        gateway.reply("POST", PATH, Reply::ok(json!({})).fault(fault));
        let Error::Verify(error) = client.refund(&json!({})).await.unwrap_err() else {
            panic!()
        };
        let Some(VerifyCause::Clock { ahead }) = error.diagnose(&verifier, &gateway.merchant())
        else {
            panic!("{error:?}")
        };
        assert!(ahead.abs_diff(side) < 300, "{ahead}");
    }
}
