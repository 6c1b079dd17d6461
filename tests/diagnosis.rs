//! What fails to verify says what the cause is: one test for each cause.

use hyper::{Response, body::Bytes, header::HeaderValue};
use openssl::{hash::MessageDigest, pkey::PKey, sign::Signer};
use wechatpay_client::{
    ApiV3Key, Merchant, PlatformCertificate, TrustedKey, Verifier, VerifyCause, VerifyError,
    VerifyReason, WechatPayPublicKey,
    notification::{NotificationError, NotificationReason, Notifications},
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
