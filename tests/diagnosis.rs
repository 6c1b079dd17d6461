//! Diagnoses: why a response or notification does not verify, and why WeChat Pay refuses a signature. One test for
//! each cause.

use std::{
    io::Write,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use flate2::{Compression, write::GzEncoder};
use hyper::{Response, body::Bytes, header::HeaderValue};
use openssl::{hash::MessageDigest, pkey::PKey, sign::Signer};
use proptest::prelude::*;
use serde_json::{Value, json};
use wechatpay_client::{
    ApiError, ApiV3Key, Client, Error, ErrorKind, Merchant, Outcome, PlatformCertificate,
    PlatformCertificates, Result, SignatureHeader, TrustedKey, Verifier, WechatPayPublicKey,
    error::{SignErrorDiagnosis, VerifyDiagnosis, VerifyError, VerifyErrorKind},
    gateway::{Fault, Gateway, ScriptedResponse},
    notification::{NotificationError, NotificationErrorKind, Notifications},
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

/// A response signed over `body` as by WeChat Pay at [`NOW`].
fn response(body: &str) -> Response<Bytes> {
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

/// A response that was signed over `sent`, and whose body is now `received`.
fn response_with_changed_body(sent: &str, received: impl Into<String>) -> Response<Bytes> {
    response(sent).map(|_| received.into().into())
}

/// A response that names `key_id`.
fn response_naming(key_id: &str) -> Response<Bytes> {
    let mut response = response(BODY);
    let value = HeaderValue::from_str(key_id).unwrap();
    response.headers_mut().insert("wechatpay-serial", value);
    response
}

fn verify_error(verifier: &Verifier, response: Response<Bytes>, now: u64) -> VerifyError {
    verifier.verify(response, at(now)).unwrap_err()
}

/// The diagnosis if the key of [`KEY_ID`] is trusted. Checks that a notification of the same bytes gets the same.
fn diagnosis_of(response: Response<Bytes>) -> Option<VerifyDiagnosis> {
    let verifier = Verifier::new(public_key(KEY_ID));
    let notifications =
        Notifications::new(verifier.clone(), ApiV3Key::new([7; 32]).unwrap()).unwrap();
    let refused_notification = notifications
        .parse_at(response.headers(), response.body(), at(NOW))
        .unwrap_err();
    let error = verify_error(&verifier, response, NOW);
    let cause = error.diagnose(&verifier, None);
    assert_eq!(refused_notification.diagnose(&notifications, None), cause);
    cause
}

#[test]
fn a_re_indented_body_is_diagnosed() {
    assert_eq!(
        diagnosis_of(response_with_changed_body(BODY, REFORMATTED)),
        Some(VerifyDiagnosis::BodyReformatted)
    );
    // The same with a byte order mark.
    let received = format!("\u{feff}{REFORMATTED}");
    assert_eq!(
        diagnosis_of(response_with_changed_body(BODY, received)),
        Some(VerifyDiagnosis::BodyReformatted)
    );
}

#[test]
fn an_added_byte_order_mark_is_diagnosed() {
    assert_eq!(
        diagnosis_of(response_with_changed_body(BODY, format!("\u{feff}{BODY}"))),
        Some(VerifyDiagnosis::BomAdded)
    );
}

#[test]
fn a_lost_byte_order_mark_is_diagnosed() {
    assert_eq!(
        diagnosis_of(response_with_changed_body(&format!("\u{feff}{BODY}"), BODY)),
        Some(VerifyDiagnosis::BomLost)
    );
}

#[test]
fn an_added_line_break_is_diagnosed() {
    for line_break in ["\n", "\r\n"] {
        assert_eq!(
            diagnosis_of(response_with_changed_body(
                BODY,
                format!("{BODY}{line_break}")
            )),
            Some(VerifyDiagnosis::LineBreakAdded)
        );
    }
}

#[test]
fn a_lost_line_break_is_diagnosed() {
    for line_break in ["\n", "\r\n"] {
        assert_eq!(
            diagnosis_of(response_with_changed_body(
                &format!("{BODY}{line_break}"),
                BODY
            )),
            Some(VerifyDiagnosis::LineBreakLost)
        );
    }
}

#[test]
fn a_consumed_body_is_diagnosed() {
    assert_eq!(
        diagnosis_of(response_with_changed_body(BODY, "")),
        Some(VerifyDiagnosis::BodyConsumed)
    );
    // A status without a body lost none.
    let mut no_content = response_with_changed_body(BODY, "");
    *no_content.status_mut() = hyper::StatusCode::NO_CONTENT;
    let verifier = Verifier::new(public_key(KEY_ID));
    let error = verify_error(&verifier, no_content, NOW);
    assert_eq!(*error.kind(), VerifyErrorKind::SignatureMismatch);
    assert_eq!(error.diagnose(&verifier, None), None);
}

#[test]
fn a_wrong_clock_is_diagnosed() {
    let verifier = Verifier::new(public_key(KEY_ID));
    for (now, ahead, text) in [
        (
            NOW + 3600,
            -3600,
            "3600 s before the local time: either the local clock is ahead, or the message is old",
        ),
        (
            NOW - 301,
            301,
            "301 s after the local time: the local clock is behind",
        ),
    ] {
        let error = verify_error(&verifier, response(BODY), now);
        let cause = error.diagnose(&verifier, None).unwrap();
        assert_eq!(cause, VerifyDiagnosis::Clock { ahead });
        assert!(cause.to_string().contains(text), "{cause}");
    }
    // If something else is wrong too, that is diagnosed before the clock.
    for (received, expected) in [
        (response(BODY), VerifyDiagnosis::Clock { ahead: -3600 }),
        (
            response_with_changed_body(BODY, REFORMATTED),
            VerifyDiagnosis::BodyReformatted,
        ),
        (
            response_with_changed_body(BODY, ""),
            VerifyDiagnosis::BodyConsumed,
        ),
        (
            response_with_changed_body(NOTIFICATION, sorted(NOTIFICATION)),
            VerifyDiagnosis::BodyReprinted {
                reordered: true,
                escaped: false,
            },
        ),
        (
            response_naming(&KEY_ID.replace('5', "6")),
            VerifyDiagnosis::KeyId {
                trusted: KEY_ID.to_owned(),
            },
        ),
    ] {
        let error = verify_error(&verifier, received, NOW + 3600);
        let reason = VerifyErrorKind::TimestampOutOfWindow { ahead: -3600 };
        assert_eq!(*error.kind(), reason);
        assert_eq!(error.diagnose(&verifier, None), Some(expected));
    }
    // Nothing is proven if the signature is wrong as well.
    let error = verify_error(
        &verifier,
        response_with_changed_body(BODY, "{}"),
        NOW + 3600,
    );
    assert_eq!(error.diagnose(&verifier, None), None);
}

#[test]
fn a_key_that_is_trusted_under_another_id_is_diagnosed() {
    let id = "PUB_KEY_ID_0119000072912025123100112233445567";
    let verifier = Verifier::new(certificate(CERTIFICATE_A)).with_key(public_key(id));
    let error = verify_error(&verifier, response(BODY), NOW);
    assert_eq!(
        error.diagnose(&verifier, None),
        Some(VerifyDiagnosis::KeyId { trusted: id.into() })
    );
}

#[test]
fn the_merchants_serial_no_in_place_of_a_key_id_is_diagnosed() {
    let verifier = Verifier::new(certificate(CERTIFICATE_A));
    for key_id in [SERIAL_NO.to_owned(), SERIAL_NO.to_lowercase()] {
        let error = verify_error(&verifier, response_naming(&key_id), NOW);
        assert_eq!(
            error.diagnose(&verifier, Some(&merchant())),
            Some(VerifyDiagnosis::MerchantSerialNo)
        );
        assert_eq!(
            error.diagnose(&verifier, None),
            Some(VerifyDiagnosis::OtherKey),
            "without the merchant, nobody knows whose serial number this is"
        );
    }
}

#[test]
fn a_public_key_id_is_diagnosed_if_only_certificates_are_trusted() {
    let verifier = Verifier::new(certificate(CERTIFICATE_A));
    let error = verify_error(&verifier, response(BODY), NOW);
    assert_eq!(
        error.diagnose(&verifier, Some(&merchant())),
        Some(VerifyDiagnosis::PublicKeyMode)
    );
}

#[test]
fn the_serial_no_of_a_certificate_is_diagnosed_if_only_a_public_key_is_trusted() {
    let certificate = PlatformCertificate::from_pem(CERTIFICATE_B).unwrap();
    let verifier = Verifier::new(WechatPayPublicKey::from_pem(KEY_ID, PUBLIC_KEY).unwrap());
    // The public key did not sign this body.
    let mut response = response_naming(certificate.serial_no());
    *response.body_mut() = Bytes::from_static(b"{}");
    let error = verify_error(&verifier, response, NOW);
    assert_eq!(
        error.diagnose(&verifier, Some(&merchant())),
        Some(VerifyDiagnosis::CertificateMode)
    );
}

#[test]
fn another_key_of_the_trusted_kind_is_diagnosed() {
    let verifier = Verifier::new(certificate(CERTIFICATE_A));
    let other = PlatformCertificate::from_pem(CERTIFICATE_B).unwrap();
    let error = verify_error(&verifier, response_naming(other.serial_no()), NOW);
    assert_eq!(
        error.diagnose(&verifier, Some(&merchant())),
        Some(VerifyDiagnosis::OtherKey)
    );
}

#[test]
fn a_signature_probe_is_diagnosed() {
    let mut response = response(BODY);
    let value = HeaderValue::from_static("WECHATPAY/SIGNTEST/AAAA");
    response.headers_mut().insert("wechatpay-signature", value);
    assert_eq!(
        diagnosis_of(response),
        Some(VerifyDiagnosis::SignatureProbe)
    );
}

const NOTIFICATION: &str = r#"{"id":"a61e735c-0006-562c-afa4-ebb2819e8124","create_time":"2022-06-20T14:07:17+08:00","resource_type":"encrypt-resource","event_type":"TRANSACTION.SUCCESS","summary":"支付成功 😀","resource":{"original_type":"transaction","algorithm":"AEAD_AES_256_GCM","ciphertext":"B7ty/g5H+KxbeTURxDdPs3i50gyDBpYQ","associated_data":"transaction","nonce":"JiRoi3NoMIPo"}}"#;

fn sorted(json: &str) -> String {
    serde_json::from_str::<Value>(json).unwrap().to_string()
}

fn slashed(json: &str) -> String {
    json.replace('/', r"\/")
}

fn ascii(json: &str) -> String {
    let units = |char: char| match char.is_ascii() {
        true => vec![char.to_string()],
        false => char
            .encode_utf16(&mut [0; 2])
            .iter()
            .map(|unit| format!("\\u{unit:04X}"))
            .collect(),
    };
    json.chars().flat_map(units).collect()
}

fn base64(body: impl AsRef<[u8]>) -> String {
    openssl::base64::encode_block(body.as_ref())
}

/// UTF-8 that was decoded as ISO-8859-1.
fn latin_1(json: &str) -> String {
    json.bytes().map(char::from).collect()
}

fn gzip(body: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(body).unwrap();
    encoder.finish().unwrap()
}

fn diagnosed(sent: &str, received: impl Into<Bytes>) -> Option<VerifyDiagnosis> {
    diagnosis_of(response(sent).map(|_| received.into()))
}

#[track_caller]
fn assert_reprinted(body: String, reordered: bool, escaped: bool) {
    let cause = diagnosed(NOTIFICATION, body.clone());
    let expected = VerifyDiagnosis::BodyReprinted { reordered, escaped };
    assert_eq!(cause, Some(expected), "{body}");
}

#[test]
fn reordered_members_of_a_notification_are_diagnosed() {
    assert_reprinted(sorted(NOTIFICATION), true, false);
    let indented: Value = serde_json::from_str(NOTIFICATION).unwrap();
    let indented = serde_json::to_string_pretty(&indented).unwrap();
    assert_reprinted(indented.clone(), true, false);
    assert_reprinted(format!("\u{feff}{indented}\r\n"), true, false);
    assert_reprinted(slashed(&indented), true, true);
    assert_reprinted(ascii(&slashed(&sorted(NOTIFICATION))), true, true);
    // Only the members of the resource.
    let resource = r#""algorithm":"AEAD_AES_256_GCM","#;
    let moved = NOTIFICATION
        .replace(resource, "")
        .replace(r#""nonce""#, &format!("{resource}{}", r#""nonce""#));
    assert_reprinted(moved, true, false);
}

#[test]
fn a_notification_serialized_again_from_a_class_is_diagnosed() {
    let camel = [
        ("create_time", "createTime"),
        ("event_type", "eventType"),
        ("original_type", "originalType"),
        ("associated_data", "AssociatedData"),
    ];
    let body = camel
        .iter()
        .fold(NOTIFICATION.to_owned(), |body, (from, to)| {
            body.replace(&format!("\"{from}\""), &format!("\"{to}\""))
        });
    assert_reprinted(body.clone(), false, false);
    assert_reprinted(sorted(&body), true, false);
    let with_null = NOTIFICATION.replace(r#","nonce""#, r#","extra":null,"nonce""#);
    assert_reprinted(with_null, false, false);
}

#[test]
fn differently_escaped_characters_are_diagnosed() {
    assert_reprinted(slashed(NOTIFICATION), false, true);
    assert_reprinted(ascii(NOTIFICATION), false, true);
    assert_reprinted(ascii(&slashed(NOTIFICATION)), false, true);
    assert_reprinted(NOTIFICATION.replace('+', r"\u002b"), false, true);
    // The same for responses, whichever form was signed.
    let escaped = VerifyDiagnosis::BodyReprinted {
        reordered: false,
        escaped: true,
    };
    for (sent, body) in [
        (BODY.to_owned(), slashed(BODY)),
        (slashed(BODY), BODY.to_owned()),
        (
            ascii(NOTIFICATION).to_lowercase(),
            NOTIFICATION.to_lowercase(),
        ),
        (
            r#"{"a":"\u003c\u0026"}"#.to_owned(),
            r#"{"a":"<&"}"#.to_owned(),
        ),
        (
            r#"{"a":"<&"}"#.to_owned(),
            r#"{ "a" : "\u003C\u0026" }"#.to_owned(),
        ),
    ] {
        assert_eq!(
            diagnosed(&sent, body.clone()),
            Some(escaped.clone()),
            "{body}"
        );
    }
}

#[test]
fn a_body_encoded_as_base64_is_diagnosed() {
    let encoded = base64(NOTIFICATION);
    let unpadded = encoded
        .trim_end_matches('=')
        .replace('+', "-")
        .replace('/', "_");
    let mut lines = encoded.clone();
    lines.insert_str(76, "\r\n");
    for body in [
        encoded.clone(),
        unpadded,
        lines,
        format!("\"{encoded}\""),
        base64(&encoded),
        base64(sorted(NOTIFICATION)),
    ] {
        assert_eq!(
            diagnosed(NOTIFICATION, body.clone()),
            Some(VerifyDiagnosis::BodyBase64),
            "{body}"
        );
    }
    // Observed in the body, not proven by the signature.
    assert_eq!(
        diagnosed(NOTIFICATION, base64("{}")),
        Some(VerifyDiagnosis::BodyBase64)
    );
    assert_eq!(diagnosed(NOTIFICATION, base64("any text")), None);
}

#[test]
fn a_body_encoded_as_a_json_string_is_diagnosed() {
    let string = json!(NOTIFICATION).to_string();
    for body in [
        string.clone(),
        slashed(&string),
        ascii(&string),
        json!(sorted(NOTIFICATION)).to_string(),
        json!(string).to_string(),
    ] {
        assert_eq!(
            diagnosed(NOTIFICATION, body.clone()),
            Some(VerifyDiagnosis::BodyJsonString),
            "{body}"
        );
    }
    assert_eq!(
        diagnosed(NOTIFICATION, "\"{}\""),
        Some(VerifyDiagnosis::BodyJsonString)
    );
    assert_eq!(diagnosed(NOTIFICATION, "\"text\""), None);
}

#[test]
fn the_event_of_an_api_gateway_in_place_of_the_body_is_diagnosed() {
    let encoded = base64(NOTIFICATION);
    let headers = json!({ "wechatpay-nonce": "nonce" });
    for event in [
        json!({ "body": NOTIFICATION }),
        json!({ "headers": headers, "body": NOTIFICATION, "isBase64Encoded": false }),
        json!({ "headers": headers, "body": encoded, "isBase64Encoded": true }),
        json!({ "body": sorted(NOTIFICATION), "isBase64Encoded": false }),
    ] {
        let expected = Some(VerifyDiagnosis::BodyWrapped);
        assert_eq!(diagnosed(NOTIFICATION, event.to_string()), expected);
    }
    for other in [
        json!({ "body": "{}", "isBase64Encoded": false }),
        json!({ "body": encoded[..8], "isBase64Encoded": true }),
        json!({ "body": { "a": 1 } }),
    ] {
        assert_eq!(diagnosed(NOTIFICATION, other.to_string()), None);
    }
    assert_eq!(
        diagnosed(NOTIFICATION, json!([encoded, true]).to_string()),
        None
    );
}

#[test]
fn a_body_decoded_with_the_wrong_charset_is_diagnosed() {
    let windows = latin_1(NOTIFICATION)
        .replace('\u{94}', "”")
        .replace('\u{9f}', "Ÿ");
    for body in [
        latin_1(NOTIFICATION),
        windows,
        sorted(&latin_1(NOTIFICATION)),
    ] {
        assert_eq!(
            diagnosed(NOTIFICATION, body.clone()),
            Some(VerifyDiagnosis::BodyTranscoded),
            "{body}"
        );
    }
    let sent = NOTIFICATION.replace("支付成功 😀", "café €");
    let body = sent.chars().map(|char| match char {
        '€' => 0x80,
        char => u8::try_from(char).unwrap(),
    });
    assert_eq!(
        diagnosed(&sent, body.collect::<Vec<_>>()),
        Some(VerifyDiagnosis::BodyTranscoded)
    );
    let lossy = NOTIFICATION.replace("支付", "\u{fffd}\u{fffd}");
    let replaced = Some(VerifyDiagnosis::BodyCharactersReplaced);
    assert_eq!(diagnosed(NOTIFICATION, lossy), replaced);
    // An encoder for ISO-8859-1 writes `?` for characters that it does not have.
    let event = |summary| format!(r#"{{"event_type":"A.B","summary":"{summary}"}}"#);
    for (summary, expected) in [
        ("????", &replaced),
        ("支付?", &None),
        ("?", &None),
        ("", &None),
    ] {
        assert_eq!(diagnosed(NOTIFICATION, event(summary)), *expected);
    }
    assert_eq!(diagnosed(NOTIFICATION, r#"{"summary":"??"}"#), None);
    // Observed: a byte order mark that was decoded as ISO-8859-1.
    let forged = format!("\u{ef}\u{bb}\u{bf}{}", BODY.replace("pr=1", "pr=2"));
    assert_eq!(
        diagnosed(BODY, forged),
        Some(VerifyDiagnosis::BodyTranscoded)
    );
    // GBK.
    let body = [b"{\"summary\":\"\xd6\xa7\xb8\xb6\xb3\xc9\xb9\xa6\"}".as_slice()].concat();
    assert_eq!(
        diagnosed(NOTIFICATION, body),
        Some(VerifyDiagnosis::BodyNotUtf8)
    );
}

#[test]
fn a_compressed_body_is_diagnosed() {
    let compressed = gzip(NOTIFICATION.as_bytes());
    assert_eq!(
        diagnosed(NOTIFICATION, compressed.clone()),
        Some(VerifyDiagnosis::BodyCompressed)
    );
    // Observed in the body, not proven by the signature.
    assert_eq!(
        diagnosed(NOTIFICATION, compressed[..40].to_vec()),
        Some(VerifyDiagnosis::BodyCompressed)
    );
    let verifier = Verifier::new(public_key(KEY_ID));
    for (encoding, body, expected) in [
        ("br", "\u{8b}\u{1}", Some(VerifyDiagnosis::BodyCompressed)),
        // A proxy decompressed this body, so the cause is another one.
        ("gzip", "{}", None),
        ("identity", "text", None),
    ] {
        let mut response = response_with_changed_body(NOTIFICATION, body);
        let encoding = HeaderValue::from_static(encoding);
        response.headers_mut().insert("content-encoding", encoding);
        let error = verify_error(&verifier, response.clone(), NOW);
        assert_eq!(error.diagnose(&verifier, None), expected, "{body}");
        let api_v3_key = ApiV3Key::new([7; 32]).unwrap();
        let notifications = Notifications::new(verifier.clone(), api_v3_key).unwrap();
        let (head, body) = response.into_parts();
        let error = notifications
            .parse_at(&head.headers, &body, at(NOW))
            .unwrap_err();
        assert_eq!(error.diagnose(&notifications, None), expected, "{body:?}");
    }
}

#[test]
fn a_body_escaped_for_a_form_or_for_html_is_diagnosed() {
    let percent: String = NOTIFICATION
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' => char::from(byte).to_string(),
            b' ' => "+".to_owned(),
            byte => format!("%{byte:02X}"),
        })
        .collect();
    for body in [
        percent.clone(),
        format!("{percent}="),
        format!("{NOTIFICATION}="),
        percent.replace('+', "%20").replace("%2B", "+"),
    ] {
        assert_eq!(
            diagnosed(NOTIFICATION, body.clone()),
            Some(VerifyDiagnosis::BodyUrlEncoded),
            "{body}"
        );
    }
    let html = |json: &str, quote| json.replace('&', "&amp;").replace('"', quote);
    // The first is proven by the signature, the second is observed in the body.
    for json in [NOTIFICATION, "{ \"a\": 1 }"] {
        for quote in ["&quot;", "&#34;", "&#034;", "&#X22;"] {
            assert_eq!(
                diagnosed(NOTIFICATION, html(json, quote)),
                Some(VerifyDiagnosis::BodyHtmlEscaped)
            );
        }
    }
    // Other text in braces is not escaped JSON.
    for text in ["{a: 1}", "{&}", "{&nbsp;}"] {
        assert_eq!(diagnosed(NOTIFICATION, text), None, "{text}");
    }
}

#[test]
fn headers_that_a_proxy_joined_are_diagnosed() {
    for (header, separator) in [
        (SignatureHeader::Timestamp, ", "),
        (SignatureHeader::Nonce, ","),
        (SignatureHeader::Signature, ", "),
        (SignatureHeader::Serial, ","),
        (SignatureHeader::SignatureType, ", "),
    ] {
        let mut joined = response(BODY);
        let headers = joined.headers_mut();
        headers.insert(
            "wechatpay-signature-type",
            HeaderValue::from_static("WECHATPAY2-SHA256-RSA2048"),
        );
        let value = headers[header.as_str()].to_str().unwrap().to_owned();
        let value = HeaderValue::try_from([&*value, &*value].join(separator)).unwrap();
        headers.insert(header.as_str(), value);
        let cause = diagnosis_of(joined).unwrap();
        assert_eq!(cause, VerifyDiagnosis::HeaderJoined(header));
        let expected = format!("the header `{header}` has several values, joined by a comma");
        assert!(cause.to_string().starts_with(&expected), "{cause}");
    }
}

#[test]
fn times_in_another_unit_than_seconds_are_diagnosed() {
    let verifier = Verifier::new(public_key(KEY_ID));
    for (factor, unit) in [
        (1_000, "milliseconds"),
        (1_000_000, "microseconds"),
        (1_000_000_000, "nanoseconds"),
    ] {
        let mut sent = response(BODY);
        sent.headers_mut()
            .insert("wechatpay-timestamp", HeaderValue::from(NOW * factor));
        let error = verify_error(&verifier, sent, NOW);
        let cause = error.diagnose(&verifier, None).unwrap();
        assert_eq!(cause, VerifyDiagnosis::TimestampUnit { unit });
        assert!(
            cause.to_string().contains(&format!("is in {unit}")),
            "{cause}"
        );
        assert!(error.to_string().contains("is not in seconds"), "{error}");

        let error = verify_error(&verifier, response(BODY), NOW * factor);
        let cause = error.diagnose(&verifier, None).unwrap();
        assert_eq!(cause, VerifyDiagnosis::LocalTimeUnit { unit });
        assert!(
            cause.to_string().contains(&format!("was made from {unit}")),
            "{cause}"
        );
    }
}

#[test]
fn certificates_that_are_not_downloaded_yet_are_diagnosed() {
    let key = ApiV3Key::new([7; 32]).unwrap();
    let named = PlatformCertificate::from_pem(CERTIFICATE_B).unwrap();
    let body = || response_naming(named.serial_no()).map(|_| Bytes::from_static(b"{}"));
    let empty = || Verifier::new(PlatformCertificates::downloading(key.clone()));
    for verifier in [
        empty(),
        empty().with_key(public_key(KEY_ID)),
        empty().with_key(certificate(CERTIFICATE_A)),
    ] {
        let error = verify_error(&verifier, body(), NOW);
        let cause = error.diagnose(&verifier, None).unwrap();
        assert_eq!(cause, VerifyDiagnosis::CertificatesNotDownloaded);
        assert!(
            cause
                .to_string()
                .contains("a platform certificate that was not downloaded yet"),
            "{cause}"
        );
    }
    // No download adds a public key.
    let error = verify_error(&empty(), response(BODY), NOW);
    assert_eq!(
        error.diagnose(&empty(), None),
        Some(VerifyDiagnosis::PublicKeyMode)
    );
}

#[test]
fn keys_trusted_under_each_others_ids_are_diagnosed() {
    let other = "PUB_KEY_ID_0119000072912025123100112233445567";
    let wrong = PKey::private_key_from_pem(MERCHANT_KEY).unwrap();
    let wrong = WechatPayPublicKey::from_pem(KEY_ID, wrong.public_key_to_pem().unwrap()).unwrap();
    let verifier = Verifier::new(wrong).with_key(public_key(other));
    let error = verify_error(&verifier, response(BODY), NOW);
    assert_eq!(*error.kind(), VerifyErrorKind::SignatureMismatch);
    let expected = VerifyDiagnosis::KeyId {
        trusted: other.into(),
    };
    assert_eq!(error.diagnose(&verifier, None), Some(expected));
}

/// Any text for a member of a notification.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![".{0,20}", "[ -~/\\\\\"<&]{0,20}", "[支付成功😀é/]{0,9}"]
}

/// JSON of members in a random order, with random escapes and random white space.
fn reprint(members: &[(&str, String)], mut random: u64) -> String {
    let mut next = |bound: usize| {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(random >> 33).unwrap() % bound
    };
    let mut members = members.to_vec();
    for index in (1..members.len()).rev() {
        members.swap(index, next(index + 1));
    }
    let blanks = ["", " ", "\n\t"];
    let mut printed = String::new();
    for (name, value) in members {
        let separator = if printed.is_empty() { "" } else { "," };
        printed.push_str(&format!(
            "{separator}{}\"{name}\"{}:{}{value}{}",
            blanks[next(3)],
            blanks[next(3)],
            blanks[next(3)],
            blanks[next(3)]
        ));
    }
    let printed = format!("{{{printed}}}");
    match next(4) {
        0 => printed,
        1 => slashed(&printed.replace(r"\/", "/")),
        2 => ascii(&printed),
        _ => ascii(&slashed(&printed.replace(r"\/", "/"))),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(64)
    })]

    #[test]
    fn any_notification_that_was_serialized_again_is_diagnosed(
        values in proptest::collection::vec(text(), 10),
        random: [u64; 2],
        encoding in 0..4,
    ) {
        let values: Vec<_> = values.into_iter().map(|value| json!(value).to_string()).collect();
        let members = |names: &[&'static str], values: &[String]| {
            names.iter().copied().zip(values.iter().cloned()).collect::<Vec<_>>()
        };
        let print = |members: &[(&str, String)]| {
            let members: Vec<_> = members.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
            format!("{{{}}}", members.join(","))
        };
        let names = ["id", "create_time", "resource_type", "event_type", "summary"];
        let resource_names = ["original_type", "algorithm", "ciphertext", "associated_data", "nonce"];
        let mut outer = members(&names, &values);
        let inner = members(&resource_names, &values[5..]);
        outer.push(("resource", print(&inner)));
        let sent = print(&outer);
        outer.pop();
        outer.push(("resource", reprint(&inner, random[0])));
        let body = reprint(&outer, random[1]);
        prop_assume!(body != sent);
        let encoded = match encoding {
            0 => body.clone(),
            1 => base64(&body),
            2 => json!(body).to_string(),
            _ => format!("\u{feff}{body}\n"),
        };
        let found = diagnosed(&sent, encoded);
        let expected = match encoding {
            1 => matches!(found, Some(VerifyDiagnosis::BodyBase64)),
            2 => matches!(found, Some(VerifyDiagnosis::BodyJsonString)),
            _ => matches!(found, Some(VerifyDiagnosis::BodyReprinted { .. } | VerifyDiagnosis::BodyReformatted)),
        };
        prop_assert!(expected, "{found:?} of {body}");
    }

    #[test]
    fn any_response_is_diagnosed_without_a_panic(
        body in prop_oneof![
            proptest::collection::vec(any::<u8>(), 0..200),
            "[\\\\\"u0-9a-f/{}:,=%&;+]{0,60}".prop_map(String::into_bytes),
            proptest::collection::vec(any::<u8>(), 0..60).prop_map(|body| gzip(&body)),
            text().prop_map(|body| base64(json!(body).to_string()).into_bytes()),
        ],
        value in "[ -~]{0,40}",
        header in 0..5,
    ) {
        let mut sent = response(BODY).map(|_| Bytes::from(body));
        let headers = ["timestamp", "nonce", "signature", "serial", "signature-type"];
        let name = format!("wechatpay-{}", headers[usize::try_from(header).unwrap()]);
        let name = hyper::header::HeaderName::try_from(name).unwrap();
        if header > 0 || value.len() > 20 {
            sent.headers_mut().insert(name, HeaderValue::try_from(value).unwrap());
        }
        let verifier = Verifier::new(public_key(KEY_ID));
        if let Err(error) = verifier.verify(sent, at(NOW)) {
            let _ = error.diagnose(&verifier, Some(&merchant())).map(|cause| cause.to_string());
        }
    }
}

#[test]
fn an_unknown_cause_is_not_guessed() {
    // Changed values and reordered responses cannot be told from a forgery.
    for received in [
        "{}",
        &BODY.replace("pr=1", "pr=2"),
        r#"{"note":"a: \"b\", c","code_url":"weixin://wxpay/bizpayurl?pr=1"}"#,
        &REFORMATTED.replace("a: ", "a:"),
    ] {
        assert_eq!(
            diagnosis_of(response_with_changed_body(BODY, received)),
            None,
            "{received}"
        );
    }
    let mut unsigned = response(BODY);
    unsigned.headers_mut().remove("wechatpay-nonce");
    assert_eq!(diagnosis_of(unsigned), None);
    assert_eq!(
        diagnosis_of(response_naming("no serial at all").map(|_| "{}".into())),
        None
    );
}

#[test]
fn the_data_kept_for_a_diagnosis_changes_neither_equality_nor_text() {
    let notifications = Notifications::new(
        Verifier::new(public_key(KEY_ID)),
        ApiV3Key::new([7; 32]).unwrap(),
    )
    .unwrap();
    let request = response_with_changed_body(BODY, REFORMATTED);
    let error = notifications
        .parse_at(request.headers(), request.body(), at(NOW))
        .unwrap_err();
    let bare = NotificationErrorKind::Unverified(VerifyErrorKind::SignatureMismatch);
    let bare = NotificationError::from(bare);
    assert_eq!(error, bare);
    assert_eq!(format!("{error:?} {error}"), format!("{bare:?} {bare}"));
    assert_eq!(bare.diagnose(&notifications, None), None);
    assert_eq!(
        error.clone().diagnose(&notifications, None),
        Some(VerifyDiagnosis::BodyReformatted)
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

/// The error of one call as `merchant`. Checks that the error shows neither body nor nonce nor signature.
async fn sign_error(gateway: &Gateway, merchant: Merchant) -> ApiError {
    let client = client(gateway, merchant);
    let body = json!({ "out_refund_no": "1217752501201407033233368018" });
    let error = client.refund(&body).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(error.code(), Some("SIGN_ERROR"));
    let text = format!("{error} {error:?}");
    let request = gateway.requests().pop().unwrap();
    let authorization = request.header("authorization").unwrap();
    for secret in authorization.split('"').skip(3).step_by(2) {
        // Nonce, timestamp, serial_no and signature.
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    assert!(!text.contains("out_refund_no"), "{text}");
    api_error(error)
}

fn api_error(error: Error) -> ApiError {
    match error.into_kind() {
        ErrorKind::Api(error) => error,
        other => panic!("{other:?}"),
    }
}

fn merchant_of_another_key(gateway: &Gateway) -> Merchant {
    let known = gateway.merchant();
    Merchant::new(known.mchid(), known.serial_no(), MERCHANT_KEY).unwrap()
}

fn client(gateway: &Gateway, merchant: Merchant) -> Client {
    gateway
        .client_for(merchant, Verifier::new(gateway.public_key()))
        .build()
        .unwrap()
}

fn certified_merchant(gateway: &Gateway) -> Merchant {
    let merchant = gateway.merchant();
    merchant
        .with_certificate(gateway.merchant_certificate())
        .unwrap()
}

/// Responds as WeChat Pay does to a request that a proxy changed after signing. `change` is what the proxy does to
/// method, target and body.
fn behind_a_proxy(gateway: &Gateway, change: impl Fn(&mut [String; 3]) + Send + Sync + 'static) {
    gateway.respond_with("POST", PATH, move |request| {
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
        ScriptedResponse::json(401, body).unsigned()
    });
}

/// Responds 401 `SIGN_ERROR` with this message and nothing else.
fn respond_with_sign_error(gateway: &Gateway, message: &str) {
    let refusal = ScriptedResponse::error(401, "SIGN_ERROR", message).unsigned();
    gateway.respond("POST", PATH, refusal);
}

#[tokio::test]
async fn a_clock_that_differs_from_the_servers_is_the_likely_cause() {
    let gateway = Gateway::start().await.unwrap();
    for (seconds, side) in [(3600, "behind"), (-3600, "ahead of")] {
        gateway.set_clock_ahead(seconds);
        let error = sign_error(&gateway, gateway.merchant()).await;
        let Some(SignErrorDiagnosis::Clock {
            server_ahead: Some(ahead),
        }) = error.likely_cause()
        else {
            panic!("{error:?}")
        };
        assert!(ahead.abs_diff(seconds.into()) < 300, "{ahead}");
        let expected = format!(
            "; likely: the local clock is {} s {side} WeChat Pay's: set the clock by a time server (NTP) (status 401, ",
            ahead.unsigned_abs()
        );
        assert!(error.to_string().contains(&expected), "{error}");
    }
    // The message names the clock, and the date does not show the difference.
    gateway.set_clock_ahead(0);
    respond_with_sign_error(
        &gateway,
        "Http头Authorization中的timestamp与发起请求的时间不得超过5分钟",
    );
    assert_eq!(
        sign_error(&gateway, gateway.merchant())
            .await
            .likely_cause(),
        Some(&SignErrorDiagnosis::Clock { server_ahead: None })
    );
}

#[tokio::test]
async fn a_clock_that_differs_from_the_time_of_a_notification_is_diagnosed() {
    let gateway = Gateway::start().await.unwrap();
    let notifications = gateway.notifications();
    gateway.set_clock_ahead(-3600);
    let request = gateway
        .notification("REFUND.SUCCESS", "refund", &json!({}))
        .unwrap();
    let error = notifications
        .parse(request.headers(), request.body())
        .unwrap_err();
    let Some(VerifyDiagnosis::Clock { ahead }) = error.diagnose(&notifications, None) else {
        panic!("{error:?}")
    };
    assert!(ahead.abs_diff(-3600) < 300, "{ahead}");
}

#[tokio::test]
async fn a_serial_no_of_no_certificate_of_the_merchant_is_the_likely_cause() {
    let gateway = Gateway::start().await.unwrap();
    let mchid = gateway.merchant().mchid().to_owned();
    let merchant = Merchant::new(mchid, SERIAL_NO, MERCHANT_KEY).unwrap();
    let error = sign_error(&gateway, merchant).await;
    assert_eq!(error.likely_cause(), Some(&SignErrorDiagnosis::SerialNo));
    let text = error.to_string();
    assert!(
        text.contains("序列号有误") && text.contains("; likely: mchid has no certificate with"),
        "{text}"
    );
}

#[tokio::test]
async fn a_wrong_merchant_number_is_the_likely_cause() {
    let gateway = Gateway::start().await.unwrap();
    let merchant = Merchant::new("1900000110", SERIAL_NO, MERCHANT_KEY).unwrap();
    let error = sign_error(&gateway, merchant).await;
    assert_eq!(error.likely_cause(), Some(&SignErrorDiagnosis::Mchid));
    respond_with_sign_error(&gateway, "商户未申请过证书。");
    let error = sign_error(&gateway, gateway.merchant()).await;
    assert_eq!(error.likely_cause(), Some(&SignErrorDiagnosis::Mchid));
    // WeChat Pay compared signatures, so the merchant number is known.
    for detail in [
        json!({ "issue": "sign not match" }),
        json!({ "detail": { "issue": "sign not match" }, "field": "signature" }),
    ] {
        let body = json!({ "code": "SIGN_ERROR", "message": "签名错误", "detail": detail });
        gateway.respond("POST", PATH, ScriptedResponse::json(401, body).unsigned());
        let error = sign_error(&gateway, gateway.merchant()).await;
        assert_eq!(error.likely_cause(), None, "{error}");
    }
}

#[tokio::test]
async fn a_private_key_of_another_certificate_is_the_likely_cause() {
    let gateway = Gateway::start().await.unwrap();
    let error = sign_error(&gateway, merchant_of_another_key(&gateway)).await;
    let either = SignErrorDiagnosis::PrivateKeyOrBody { shown: 8 };
    assert_eq!(error.likely_cause(), Some(&either));
    // The response shows the whole request, so that only the key can be wrong.
    let client = client(&gateway, merchant_of_another_key(&gateway));
    for body in [json!({}), json!({ "a": 1 })] {
        let error = api_error(client.refund(&body).await.unwrap_err());
        assert_eq!(error.likely_cause(), Some(&SignErrorDiagnosis::PrivateKey));
    }
}

#[tokio::test]
async fn a_body_changed_beyond_the_part_shown_leaves_two_likely_causes() {
    let gateway = Gateway::start().await.unwrap();
    behind_a_proxy(&gateway, |[_, _, body]| {
        *body = body.replace(r#""b":1,"c":2"#, r#""c":2,"b":1"#);
    });
    let client = client(&gateway, gateway.merchant());
    let body = json!({ "amount": { "b": 1, "c": 2 } });
    let error = api_error(client.refund(&body).await.unwrap_err());
    let either = SignErrorDiagnosis::PrivateKeyOrBody { shown: 8 };
    assert_eq!(error.likely_cause(), Some(&either));
    let text = error.to_string();
    assert!(
        text.contains("either the private key does not belong")
            && text.contains("first 8 characters"),
        "{text}"
    );
}

#[tokio::test]
async fn a_certificate_that_is_not_in_force_is_the_likely_cause() {
    let gateway = Gateway::start().await.unwrap();
    for message in [
        "商户证书已过期。",
        "商户证书已作废。",
        "已更换证书，请使用新证书",
    ] {
        respond_with_sign_error(&gateway, message);
        let error = sign_error(&gateway, gateway.merchant()).await;
        assert_eq!(error.likely_cause(), Some(&SignErrorDiagnosis::Certificate));
    }
    // mchid, serial_no and private key belong to one certificate, so none of them is wrong.
    respond_with_sign_error(&gateway, "商户证书序列号有误。");
    let error = sign_error(&gateway, certified_merchant(&gateway)).await;
    assert_eq!(error.likely_cause(), Some(&SignErrorDiagnosis::Certificate));
}

#[tokio::test]
async fn a_changed_authorization_is_the_likely_cause() {
    let gateway = Gateway::start().await.unwrap();
    for message in [
        "Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》",
        "HTTP头Authorization认证类型不正确",
        "签名信息错误，验签失败",
    ] {
        respond_with_sign_error(&gateway, message);
        let error = sign_error(&gateway, gateway.merchant()).await;
        let expected = Some(&SignErrorDiagnosis::AuthorizationChanged);
        assert_eq!(error.likely_cause(), expected, "{message}");
    }
}

#[tokio::test]
async fn a_changed_method_is_the_likely_cause() {
    let gateway = Gateway::start().await.unwrap();
    behind_a_proxy(&gateway, |[method, _, _]| *method = "GET".into());
    let error = sign_error(&gateway, gateway.merchant()).await;
    assert_eq!(
        error.likely_cause(),
        Some(&SignErrorDiagnosis::MethodChanged)
    );
}

#[tokio::test]
async fn a_rewritten_path_is_the_likely_cause() {
    let gateway = Gateway::start().await.unwrap();
    for changed in [
        "/pay",
        "/v3/refund/domestic/refunds/",
        "/v3/refund/domestic/refunds?a",
    ] {
        behind_a_proxy(&gateway, move |[_, target, _]| *target = changed.into());
        let error = sign_error(&gateway, gateway.merchant()).await;
        assert_eq!(
            error.likely_cause(),
            Some(&SignErrorDiagnosis::TargetChanged)
        );
    }
}

#[tokio::test]
async fn a_prefix_that_a_reverse_proxy_did_not_remove_is_the_likely_cause() {
    let gateway = Gateway::start().await.unwrap();
    for prefix in ["/pay", "/a/b", "/"] {
        behind_a_proxy(&gateway, move |[_, target, _]| target.insert_str(0, prefix));
        let error = sign_error(&gateway, gateway.merchant()).await;
        assert_eq!(
            error.likely_cause(),
            Some(&SignErrorDiagnosis::TargetPrefixed)
        );
        assert!(
            error.to_string().contains("prefix of `base_url`"),
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_body_that_a_proxy_changed_is_the_likely_cause() {
    let gateway = Gateway::start().await.unwrap();
    let sent = r#"{"out_refund_no":"1217752501201407033233368018"}"#.len();
    for (from, to, received) in [
        ("\":", "\": ", sent + 1),
        // The length is the same, and the beginning shows the change.
        ("{", " ", sent),
    ] {
        behind_a_proxy(&gateway, move |[_, _, body]| *body = body.replace(from, to));
        let error = sign_error(&gateway, gateway.merchant()).await;
        let expected = SignErrorDiagnosis::BodyChanged { sent, received };
        assert_eq!(error.likely_cause(), Some(&expected));
        let text = format!("changed the body ({sent} bytes were sent, {received} arrived)");
        assert!(error.to_string().contains(&text), "{error}");
    }
    behind_a_proxy(&gateway, |[_, _, body]| body.clear());
    let error = sign_error(&gateway, gateway.merchant()).await;
    let expected = SignErrorDiagnosis::BodyChanged { sent, received: 0 };
    assert_eq!(error.likely_cause(), Some(&expected));
    // Changed beyond the part shown. The key is known to be right, so the body is wrong.
    behind_a_proxy(&gateway, |_| ());
    let error = sign_error(&gateway, certified_merchant(&gateway)).await;
    let expected = SignErrorDiagnosis::BodyChanged {
        sent,
        received: sent,
    };
    assert_eq!(error.likely_cause(), Some(&expected));
}

#[tokio::test]
async fn a_refusal_without_evidence_has_no_likely_cause() {
    let gateway = Gateway::start().await.unwrap();
    let known = client(&gateway, certified_merchant(&gateway));
    let path = "/v3/refund/domestic/refunds/{out_refund_no}";
    for scripted in [
        ScriptedResponse::error(401, "SIGN_ERROR", "签名错误"),
        ScriptedResponse::error(401, "SIGN_ERROR", "将来的原因"),
        ScriptedResponse::error(401, "NO_AUTH", "商户证书序列号有误。"),
        ScriptedResponse::error(403, "SIGN_ERROR", "商户证书序列号有误。"),
        ScriptedResponse::bytes(401, "<html>timestamp</html>"),
    ] {
        gateway.respond("GET", path, scripted.unsigned());
        let ErrorKind::Api(error) = known.query_refund("1").await.unwrap_err().into_kind() else {
            panic!()
        };
        assert_eq!(error.likely_cause(), None, "{error}");
        assert!(!error.to_string().contains("likely"), "{error}");
    }
    // The whole request is shown as it was sent, and the key is right.
    behind_a_proxy(&gateway, |_| ());
    let ErrorKind::Api(error) = known.refund(&json!({})).await.unwrap_err().into_kind() else {
        panic!()
    };
    assert_eq!(error.likely_cause(), None, "{error}");
}

#[tokio::test]
async fn the_verify_error_of_a_call_can_be_diagnosed() {
    let gateway = Gateway::start().await.unwrap();
    let verifier = Verifier::new(gateway.public_key());
    let client = client(&gateway, gateway.merchant());
    for (fault, side) in [(Fault::StaleTimestamp, -600), (Fault::FutureTimestamp, 600)] {
        gateway.respond(
            "POST",
            PATH,
            ScriptedResponse::ok(json!({})).with_fault(fault),
        );
        let ErrorKind::Verify(error) = client.refund(&json!({})).await.unwrap_err().into_kind()
        else {
            panic!()
        };
        let Some(VerifyDiagnosis::Clock { ahead }) =
            error.diagnose(&verifier, Some(&gateway.merchant()))
        else {
            panic!("{error:?}")
        };
        assert!(ahead.abs_diff(side) < 300, "{ahead}");
    }
}

/// A time in Unix seconds.
fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(seconds)
}
