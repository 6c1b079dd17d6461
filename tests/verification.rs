//! Edge cases of response verification that the vectors do not cover.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use hyper::{Response, body::Bytes, header::HeaderValue};
use openssl::{hash::MessageDigest, pkey::PKey, sign::Signer};
use wechatpay_client::{
    PlatformCertificate, SignatureHeader, Verified, Verifier, WechatPayPublicKey,
    error::{VerifyError, VerifyErrorKind},
};

const NOW: u64 = 1_767_139_200;
const ID: &str = "PUB_KEY_ID_0119000072912025123100112233445566";
const BODY: &str = r#"{"a":1}"#;

/// A response signed with this timestamp, which verifies at [`NOW`] if the timestamp is near.
fn response(timestamp: &str) -> Response<Bytes> {
    let key = include_bytes!("fixtures/vectors/keys/wechatpay-public-key.key.pem");
    let key = PKey::private_key_from_pem(key).unwrap();
    let mut signer = Signer::new(MessageDigest::sha256(), &key).unwrap();
    let message = format!("{timestamp}\nnonce\n{BODY}\n");
    let signature = signer.sign_oneshot_to_vec(message.as_bytes()).unwrap();
    Response::builder()
        .header("Wechatpay-Timestamp", timestamp)
        .header("Wechatpay-Nonce", "nonce")
        .header(
            "Wechatpay-Signature",
            openssl::base64::encode_block(&signature),
        )
        .header("Wechatpay-Serial", ID)
        .body(Bytes::from_static(BODY.as_bytes()))
        .unwrap()
}

fn verifier() -> Verifier {
    let pem = include_bytes!("fixtures/vectors/keys/wechatpay-public-key.pub.pem");
    Verifier::new(WechatPayPublicKey::from_pem(ID, pem).unwrap())
}

fn verify(response: Response<Bytes>) -> Result<Verified<Bytes>, VerifyError> {
    verifier().verify(response, at(NOW))
}

fn reason(response: Response<Bytes>) -> VerifyErrorKind {
    verify(response).unwrap_err().kind().clone()
}

#[test]
fn a_timestamp_may_differ_by_five_minutes_and_not_by_a_second_more() {
    for timestamp in [NOW - 300, NOW, NOW + 300] {
        let verified = verify(response(&timestamp.to_string())).unwrap();
        assert_eq!(*verified, BODY);
        assert_eq!(
            (verified.key_id(), verified.status(), verified.request_id()),
            (ID, 200, None)
        );
    }
    for (timestamp, ahead) in [(NOW - 301, -301), (NOW + 301, 301), (0, -1_767_139_200)] {
        let expected = VerifyErrorKind::TimestampOutOfWindow { ahead };
        assert_eq!(reason(response(&timestamp.to_string())), expected);
    }
}

#[test]
fn a_timestamp_must_be_decimal_digits_of_at_most_63_bits() {
    // The largest number is only far ahead. Leading zeros are accepted.
    let largest = i64::MAX.to_string();
    assert!(matches!(
        reason(response(&largest)),
        VerifyErrorKind::TimestampOutOfWindow { .. }
    ));
    verify(response(&format!("00{NOW}"))).unwrap();
    for timestamp in [
        "9223372036854775808",
        "99999999999999999999",
        "-1",
        "+1",
        "1.0",
        "1e9",
        "0x1",
        "1 7",
        "１７",
    ] {
        let mut response = response(&NOW.to_string());
        let value = HeaderValue::from_bytes(timestamp.as_bytes()).unwrap();
        response.headers_mut().insert("wechatpay-timestamp", value);
        assert_eq!(
            reason(response),
            VerifyErrorKind::MalformedTimestamp,
            "{timestamp}"
        );
    }
}

#[test]
fn any_local_time_is_accepted_without_a_panic() {
    let before_1970 = UNIX_EPOCH - Duration::from_secs(1);
    for now in [before_1970, UNIX_EPOCH, at(i64::MAX as u64)] {
        for timestamp in ["0", "9223372036854775807"] {
            let _ = verifier().verify(response(timestamp), now);
        }
    }
}

#[test]
fn only_a_single_known_signature_type_is_accepted() {
    let with = |values: &[&'static str]| {
        let mut response = response(&NOW.to_string());
        for value in values {
            response
                .headers_mut()
                .append("Wechatpay-Signature-Type", HeaderValue::from_static(value));
        }
        response
    };
    let known = "WECHATPAY2-SHA256-RSA2048";
    for values in [&[][..], &[known], &[known, known], &[""]] {
        verify(with(values)).unwrap();
    }
    for value in [
        "WECHATPAY2-SM2-WITH-SM3",
        "WECHATPAY-BRAND-SHA256-RSA2048",
        "wechatpay2-sha256-rsa2048",
    ] {
        assert_eq!(
            reason(with(&[value])),
            VerifyErrorKind::UnsupportedSignatureType,
            "{value}"
        );
    }
    let conflicting = VerifyErrorKind::ConflictingHeaders(SignatureHeader::SignatureType);
    assert_eq!(
        reason(with(&[known, "WECHATPAY2-SM2-WITH-SM3"])),
        conflicting
    );
    assert_eq!(
        conflicting.name(),
        "conflicting-headers:Wechatpay-Signature-Type"
    );
}

#[test]
fn a_key_id_of_any_bytes_is_unknown_and_shown_in_part() {
    let mut response = response(&NOW.to_string());
    let value = HeaderValue::from_bytes(&[b'7', 0xff, 0xfe].repeat(100)).unwrap();
    response.headers_mut().insert("wechatpay-serial", value);
    let VerifyErrorKind::UnknownKeyId { key_id } = reason(response) else {
        panic!()
    };
    assert_eq!(key_id.chars().count(), 64);
}

#[test]
fn a_thousand_further_keys_change_no_verdict() {
    let certificate = include_bytes!("fixtures/vectors/keys/platform-a.cert.pem");
    let pem = include_bytes!("fixtures/vectors/keys/wechatpay-public-key.pub.pem");
    let mut verifier = Verifier::new(PlatformCertificate::from_pem(certificate).unwrap());
    for number in 0..1000 {
        verifier = verifier
            .with_key(WechatPayPublicKey::from_pem(format!("PUB_KEY_ID_{number}"), pem).unwrap());
    }
    let unknown = verifier
        .verify(response(&NOW.to_string()), at(NOW))
        .unwrap_err();
    assert_eq!(
        *unknown.kind(),
        VerifyErrorKind::UnknownKeyId { key_id: ID.into() }
    );
    let verifier = verifier.with_key(WechatPayPublicKey::from_pem(ID, pem).unwrap());
    verifier
        .verify(response(&NOW.to_string()), at(NOW))
        .unwrap();
}

#[test]
fn a_refused_signature_leaves_the_key_usable() {
    let verifier = verifier();
    let signed = || response(&NOW.to_string());
    for wrong in [vec![1; 256], vec![1; 255], vec![1; 3]] {
        let mut altered = signed();
        let wrong = HeaderValue::try_from(openssl::base64::encode_block(&wrong)).unwrap();
        altered.headers_mut().insert("Wechatpay-Signature", wrong);
        let refused = verifier.verify(altered, at(NOW)).unwrap_err();
        assert_eq!(*refused.kind(), VerifyErrorKind::SignatureMismatch);
        assert_eq!(*verifier.verify(signed(), at(NOW)).unwrap(), BODY);
    }
}

/// A time in Unix seconds.
fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(seconds)
}
