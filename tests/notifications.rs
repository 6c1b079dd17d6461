//! Notifications: from the headers and body of a web framework to the typed resource and the reply.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use hyper::{HeaderMap, Request, body::Bytes, header::HeaderValue};
use openssl::{
    hash::MessageDigest,
    pkey::PKey,
    sign::Signer,
    symm::{Cipher, encrypt_aead},
};
use serde::Deserialize;
use serde_json::{Value, json};
use wechatpay_client::{
    ApiV3Key, Result, Sensitive, Verifier, WechatPayPublicKey,
    error::{KeyErrorKind, RequestError, RequestErrorKind, VerifyErrorKind},
    gateway::Gateway,
    notification::{EventType, NotificationErrorKind, Notifications, Reply},
};

const ID: &str = "PUB_KEY_ID_0119000072912025123100112233445566";
const NOW: u64 = 1_767_139_200;
const KEY: &[u8; 32] = b"0123456789abcdef0123456789ABCDEF";
const NEXT_KEY: &[u8; 32] = b"the-key-that-comes-after-the-old";
const NONCE: &str = "fdasflkja484";

#[derive(Debug, Deserialize, PartialEq)]
struct Transaction {
    out_trade_no: String,
    amount: Amount,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Amount {
    total: u64,
}

fn notifications() -> Notifications {
    let pem = include_bytes!("fixtures/vectors/keys/wechatpay-public-key.pub.pem");
    let verifier = Verifier::new(WechatPayPublicKey::from_pem(ID, pem).unwrap());
    Notifications::new(verifier, ApiV3Key::new(KEY).unwrap()).unwrap()
}

/// An envelope around `plaintext`, encrypted under `key`.
fn envelope(plaintext: &str, key: &[u8]) -> Value {
    envelope_of(plaintext.as_bytes(), key)
}

fn envelope_of(plaintext: &[u8], key: &[u8]) -> Value {
    let mut tag = [0; 16];
    let aad = b"transaction";
    let ciphertext = encrypt_aead(
        Cipher::aes_256_gcm(),
        key,
        Some(NONCE.as_bytes()),
        aad,
        plaintext,
        &mut tag,
    );
    let mut ciphertext = ciphertext.unwrap();
    ciphertext.extend(tag);
    json!({
        "id": "EV-2018022511223320873",
        "create_time": "2015-05-20T13:29:35+08:00",
        "resource_type": "encrypt-resource",
        "event_type": "TRANSACTION.SUCCESS",
        "summary": "支付成功",
        "resource": {
            "original_type": "transaction",
            "algorithm": "AEAD_AES_256_GCM",
            "ciphertext": openssl::base64::encode_block(&ciphertext),
            "associated_data": "transaction",
            "nonce": NONCE,
        },
    })
}

/// A request with this body, signed as by WeChat Pay at `timestamp`.
fn signed(body: &[u8], timestamp: u64) -> Request<Bytes> {
    let key = include_bytes!("fixtures/vectors/keys/wechatpay-public-key.key.pem");
    let key = PKey::private_key_from_pem(key).unwrap();
    let mut signer = Signer::new(MessageDigest::sha256(), &key).unwrap();
    let message = [format!("{timestamp}\nnonce\n").as_bytes(), body, b"\n"].concat();
    let signature = signer.sign_oneshot_to_vec(&message).unwrap();
    Request::post("/notify")
        .header("Wechatpay-Timestamp", timestamp)
        .header("Wechatpay-Nonce", "nonce")
        .header(
            "Wechatpay-Signature",
            openssl::base64::encode_block(&signature),
        )
        .header("Wechatpay-Serial", ID)
        .header("Request-ID", "08F78BB0AA0610F1021891B0AC0220B4C89C01-0")
        .body(Bytes::copy_from_slice(body))
        .unwrap()
}

fn paid(key: &[u8]) -> Request<Bytes> {
    let plaintext =
        r#"{"out_trade_no":"1217752501201407033233368018","amount":{"total":100},"later":1}"#;
    signed(envelope(plaintext, key).to_string().as_bytes(), NOW)
}

fn reason(request: &Request<Bytes>) -> NotificationErrorKind {
    let error = notifications()
        .parse_at(request.headers(), request.body(), at(NOW))
        .unwrap_err();
    error.kind().clone()
}

#[test]
fn a_notification_is_verified_and_decrypted_from_headers_and_body() {
    let request = paid(KEY);
    let notification = notifications()
        .parse_at(request.headers(), request.body(), at(NOW))
        .unwrap();
    assert_eq!(notification.id(), "EV-2018022511223320873");
    assert_eq!(*notification.event_type(), EventType::TransactionSuccess);
    assert_eq!(
        notification.create_time(),
        Some("2015-05-20T13:29:35+08:00")
    );
    assert_eq!(notification.resource_type(), Some("encrypt-resource"));
    assert_eq!(notification.original_type(), Some("transaction"));
    assert_eq!(notification.summary(), Some("支付成功"));
    assert_eq!(notification.key_id(), ID);
    assert_eq!(
        notification.request_id(),
        Some("08F78BB0AA0610F1021891B0AC0220B4C89C01-0")
    );
    let transaction: Transaction = notification.resource().unwrap();
    assert_eq!(transaction.out_trade_no, "1217752501201407033233368018");
    assert_eq!(transaction.amount, Amount { total: 100 });
}

#[test]
fn headers_are_accepted_as_any_pairs_of_name_and_value() {
    let request = paid(KEY);
    let text = |value: &HeaderValue| value.to_str().unwrap().to_owned();
    let owned: Vec<(String, String)> = request
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string().to_uppercase(), text(value)))
        .collect();
    notifications()
        .parse_at(owned.clone(), request.body(), at(NOW))
        .unwrap();
    let borrowed = owned
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_bytes()));
    notifications()
        .parse_at(borrowed, request.body(), at(NOW))
        .unwrap();
    // Pairs that cannot be headers are skipped, and the header that is then missing is named.
    let odd = [
        ("Wechatpay-Timestamp", &b"1\n2"[..]),
        ("a b", b"c"),
        ("Wechatpay-Nonce", b"n"),
    ];
    let error = notifications().parse_at(odd, b"{}", at(NOW)).unwrap_err();
    assert_eq!(error.kind().name(), "missing-header:Wechatpay-Timestamp");
}

#[test]
fn the_timestamp_is_compared_with_the_system_clock() {
    let request = paid(KEY);
    let error = notifications()
        .parse(request.headers(), request.body())
        .unwrap_err();
    let NotificationErrorKind::Unverified(VerifyErrorKind::TimestampOutOfWindow { ahead }) =
        error.kind()
    else {
        panic!("{error:?}")
    };
    assert!(*ahead < -300 || *ahead > 300, "{ahead}");
}

#[test]
fn several_api_v3_keys_decrypt_the_notifications_of_several_merchants() {
    let both = notifications().with_key(ApiV3Key::new(NEXT_KEY).unwrap());
    for key in [KEY, NEXT_KEY] {
        let request = paid(key);
        both.parse_at(request.headers(), request.body(), at(NOW))
            .unwrap();
    }
    assert_eq!(
        reason(&paid(NEXT_KEY)),
        NotificationErrorKind::DecryptFailed
    );
    let request = paid(b"a-key-of-nobody-nobody-nobody-00");
    let error = both
        .parse_at(request.headers(), request.body(), at(NOW))
        .unwrap_err();
    assert_eq!(*error.kind(), NotificationErrorKind::DecryptFailed);
}

#[test]
fn a_refused_notification_gets_a_reply_that_says_why() {
    let reply = |request: &Request<Bytes>| {
        let error = notifications()
            .parse_at(request.headers(), request.body(), at(NOW))
            .unwrap_err();
        let reply = error.reply();
        let body: Value = serde_json::from_slice(reply.body()).unwrap();
        assert_eq!(body["code"], "FAIL");
        (reply.status(), body["message"].as_str().unwrap().to_owned())
    };
    let mut probe = paid(KEY);
    let signature = HeaderValue::from_static("WECHATPAY/SIGNTEST/AAAA");
    probe.headers_mut().insert("wechatpay-signature", signature);
    assert_eq!(reply(&probe), (401, "signature-probe".into()));

    let mut altered = paid(KEY);
    *altered.body_mut() = altered.body().iter().copied().chain([b'\n']).collect();
    assert_eq!(reply(&altered), (401, "signature-mismatch".into()));
    assert_eq!(reply(&signed(b"[]", NOW)), (400, "envelope-invalid".into()));
    assert_eq!(reply(&paid(NEXT_KEY)), (500, "decrypt-failed".into()));
    assert_eq!(
        reply(&signed(&[b' '; (1 << 20) + 1], NOW)),
        (413, "body-too-large".into())
    );
}

#[test]
fn the_body_limit_can_be_set_and_is_checked_first() {
    let request = paid(KEY);
    let limit = request.body().len();
    let parse_with_limit = |limit| {
        notifications()
            .with_body_limit(limit)
            .parse_at(request.headers(), request.body(), at(NOW))
    };
    parse_with_limit(limit).unwrap();
    let error = parse_with_limit(limit - 1).unwrap_err();
    assert_eq!(
        *error.kind(),
        NotificationErrorKind::BodyTooLarge { limit: limit - 1 }
    );
    let error = notifications()
        .with_body_limit(1)
        .parse_at(&HeaderMap::new(), b"{}", at(NOW))
        .unwrap_err();
    assert_eq!(
        *error.kind(),
        NotificationErrorKind::BodyTooLarge { limit: 1 }
    );
}

/// The text of an envelope in which `by` replaces `part`.
fn altered(part: &str, by: &[u8]) -> Vec<u8> {
    let envelope = envelope(r#"{"out_trade_no":"1","amount":{"total":1}}"#, KEY).to_string();
    let (before, after) = envelope.split_once(part).unwrap();
    [before.as_bytes(), by, after.as_bytes()].concat()
}

#[test]
fn an_envelope_and_its_resource_must_be_json_objects_in_utf_8() {
    let resource = envelope("{}", KEY)["resource"].clone();
    let values = |names: &[&str]| Value::from_iter(names.iter().map(|name| resource[name].clone()));
    let values = values(&[
        "original_type",
        "algorithm",
        "nonce",
        "associated_data",
        "ciphertext",
    ]);
    let mut array = envelope("{}", KEY);
    array["resource"] = values.clone();
    let whole = json!(["EV-1", null, "TRANSACTION.SUCCESS", null, null, resource]);
    for body in [
        altered("支付成功", b"\xff"),
        altered("\"id\"", b"\"note\":\"\xff\",\"id\""),
        altered("\"id\"", b"\"note\":[{\"\xc3\":1}],\"id\""),
        array.to_string().into_bytes(),
        whole.to_string().into_bytes(),
        b"[]".to_vec(),
        b"null".to_vec(),
    ] {
        let reason = reason(&signed(&body, NOW));
        assert!(
            matches!(reason, NotificationErrorKind::EnvelopeInvalid(_)),
            "{reason:?}"
        );
        assert_eq!(reason.name(), "envelope-invalid");
    }
}

#[test]
fn a_decrypted_resource_must_be_a_json_object_in_utf_8() {
    for plaintext in [
        &b"{\"a\":\"\xff\"}"[..],
        b"{\"\xff\":1}",
        b"[{}]",
        b"null",
        b"\"{}\"",
        b"1",
        b"{}{}",
        b"\xef\xbb\xbf{}",
        b"",
    ] {
        let body = envelope_of(plaintext, KEY).to_string();
        let reason = reason(&signed(body.as_bytes(), NOW));
        assert_eq!(
            reason,
            NotificationErrorKind::PlaintextNotJson,
            "{plaintext:?}"
        );
    }
    let request = signed(
        envelope(r#"{"out_trade_no":"1","amount":[1]}"#, KEY)
            .to_string()
            .as_bytes(),
        NOW,
    );
    let notification = notifications()
        .parse_at(request.headers(), request.body(), at(NOW))
        .unwrap();
    let error = notification.resource::<Transaction>().unwrap_err();
    assert!(
        error
            .to_string()
            .contains("`amount`: invalid type: sequence"),
        "{error}"
    );
    notification.resource::<Value>().unwrap();
}

#[test]
fn errors_name_the_notification_and_show_none_of_its_values() {
    let plaintext = r#"{"out_trade_no":"1217752501201407033233368018","amount":"9876543210"}"#;
    let request = signed(envelope(plaintext, KEY).to_string().as_bytes(), NOW);
    let notification = notifications()
        .parse_at(request.headers(), request.body(), at(NOW))
        .unwrap();
    let error = notification.resource::<Transaction>().unwrap_err();
    assert_eq!(error.id(), Some("EV-2018022511223320873"));
    assert_eq!(error.event_type(), Some("TRANSACTION.SUCCESS"));
    assert_eq!(
        error.to_string(),
        "notification rejected: resource-mismatch: `amount`: invalid type: string …, expected \
         struct Amount (TRANSACTION.SUCCESS EV-2018022511223320873)",
    );
    assert_eq!(error.reply().status(), 500);
    let text = format!("{error:?} {notification:?} {:?}", notifications());
    for secret in [
        "9876543210",
        "1217752501201407033233368018",
        "0123456789abcdef",
    ] {
        assert!(!text.contains(secret), "{text}");
    }
}

#[test]
fn an_api_v3_key_has_32_bytes() {
    for key in ["", "0123456789abcdef", "0123456789abcdef0123456789ABCDEF\n"] {
        let bytes = key.len();
        let kind = ApiV3Key::new(key).unwrap_err().into_kind();
        assert_eq!(kind, KeyErrorKind::InvalidLength { bytes });
    }
    assert_eq!(format!("{:?}", ApiV3Key::new(KEY).unwrap()), "[APIv3 key]");
}

#[test]
fn replies_have_the_form_that_wechat_pay_expects() {
    let text = |reply: &Reply| String::from_utf8(reply.body().to_vec()).unwrap();
    let success = Reply::success();
    assert_eq!(
        (success.status(), &*text(&success)),
        (200, r#"{"code":"SUCCESS","message":""}"#)
    );
    let failure = Reply::failure(&"失败".repeat(40));
    let body: Value = serde_json::from_slice(failure.body()).unwrap();
    assert_eq!(
        (failure.status(), body["code"].as_str()),
        (500, Some("FAIL"))
    );
    assert_eq!(body["message"].as_str().unwrap().chars().count(), 64);
    let queried = Reply::success_with(&json!({ "plate_number": "粤B888888" })).unwrap();
    assert_eq!(
        (queried.status(), &*text(&queried)),
        (200, r#"{"plate_number":"粤B888888"}"#)
    );
    let response: hyper::Response<Bytes> = success.into();
    assert_eq!(response.headers()["content-type"], "application/json");
}

#[test]
fn a_reply_is_serialized_by_the_rules_of_a_request_body() {
    #[derive(serde::Serialize)]
    struct Parking {
        plate_number: Option<&'static str>,
        fee: f64,
        list: Vec<Option<u8>>,
    }
    let parking = |fee, list| Parking {
        plate_number: None,
        fee,
        list,
    };
    let reply = Reply::success_with(&parking(0.5, vec![Some(1)])).unwrap();
    assert_eq!(&reply.body()[..], br#"{"fee":0.5,"list":[1]}"#);
    let refused = |reply: Result<Reply, RequestError>| reply.unwrap_err().into_kind();
    let pointer = "/fee".to_owned();
    let not_a_number = Reply::success_with(&parking(f64::NAN, vec![]));
    assert_eq!(
        refused(not_a_number),
        RequestErrorKind::NotFinite { pointer }
    );
    let pointer = "/list/0".to_owned();
    let null = Reply::success_with(&parking(0.0, vec![None]));
    assert_eq!(refused(null), RequestErrorKind::NullInArray { pointer });
    for (reply, found) in [
        (Reply::success_with(&()), "null"),
        (Reply::success_with(&vec![1]), "array"),
        (Reply::success_with(&r#"{"a":1}"#), "string"),
    ] {
        assert_eq!(refused(reply), RequestErrorKind::BodyNotObject { found });
    }
}

#[test]
fn more_headers_than_any_server_accepts_cause_no_panic() {
    let headers = (0..40_000).map(|number| (format!("wechatpay-{number}"), "1"));
    let error = notifications().parse(headers, b"{}").unwrap_err();
    assert!(matches!(error.kind(), NotificationErrorKind::Unverified(_)));
}

#[test]
fn an_error_quotes_a_notification_only_in_part() {
    let long = "x".repeat(1 << 18);
    let mut envelope = envelope(r#"{"out_trade_no":7}"#, KEY);
    envelope["id"] = long.clone().into();
    envelope["event_type"] = long.into();
    let request = signed(envelope.to_string().as_bytes(), NOW);
    let notification = notifications()
        .parse_at(request.headers(), request.body(), at(NOW))
        .unwrap();
    let mismatch = notification.resource::<Transaction>().unwrap_err();
    envelope["resource"]["nonce"] = "short".into();
    let request = signed(envelope.to_string().as_bytes(), NOW);
    let malformed = notifications()
        .parse_at(request.headers(), request.body(), at(NOW))
        .unwrap_err();
    for error in [mismatch, malformed] {
        assert_eq!(error.id(), Some(&*"x".repeat(64)));
        assert_eq!(error.event_type(), Some(&*"x".repeat(64)));
        assert!(error.to_string().len() < 400, "{error}");
        assert!(format!("{error:?}").len() < 400);
    }
    assert!(format!("{notification:?}").len() < 400);
    assert_eq!(notification.id().len(), 1 << 18);
}

#[test]
fn a_mismatch_has_the_pointer_of_the_member() {
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only decoded")]
    struct Order {
        amount: Option<Amount>,
        sub_orders: Vec<Transaction>,
    }

    let pointer = |plaintext: &str| {
        let request = signed(envelope(plaintext, KEY).to_string().as_bytes(), NOW);
        let notification = notifications()
            .parse_at(request.headers(), request.body(), at(NOW))
            .unwrap();
        let error = notification.resource::<Order>().unwrap_err();
        error.pointer().map(str::to_owned)
    };
    for (plaintext, expected) in [
        (
            r#"{"amount":{"total":"1"},"sub_orders":[]}"#,
            "/amount/total",
        ),
        (r#"{"amount":{},"sub_orders":[]}"#, "/amount/total"),
        (
            r#"{"sub_orders":[{"out_trade_no":"1","amount":{"total":1}},{"out_trade_no":2}]}"#,
            "/sub_orders/1/out_trade_no",
        ),
        ("{}", "/sub_orders"),
    ] {
        assert_eq!(pointer(plaintext).as_deref(), Some(expected), "{plaintext}");
    }
    let request = signed(b"{}", NOW);
    let envelope = notifications().parse_at(request.headers(), request.body(), at(NOW));
    assert_eq!(envelope.unwrap_err().pointer(), None);
}

#[test]
fn the_resource_names_the_merchant() {
    let plaintext = r#"{"sp_mchid":"1900000109","sub_mchid":"1900000110","trade_state":"SUCCESS"}"#;
    let request = signed(envelope(plaintext, KEY).to_string().as_bytes(), NOW);
    let notification = notifications()
        .parse_at(request.headers(), request.body(), at(NOW))
        .unwrap();
    let merchant = notification.merchant();
    assert_eq!(merchant.mchid.as_deref(), Some("1900000109"));
    assert_eq!(merchant.sub_mchid.as_deref(), Some("1900000110"));
    assert_eq!(merchant.brand_id, None);
    // No merchant is known by the key.
    assert_eq!(notification.mchid(), None);
}

#[tokio::test]
async fn a_sensitive_member_is_decrypted_with_the_private_key_of_the_client() {
    #[derive(Debug, Deserialize)]
    struct Card {
        phone_number: Sensitive,
    }

    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    let ciphertext = gateway.encrypt("13900000000").unwrap();
    let resource = json!({ "phone_number": ciphertext });
    let request = gateway
        .notification("MEMBERCARD.ACCEPT_CARD", "membercard", &resource)
        .unwrap();
    let for_client = Notifications::for_client(&client, gateway.api_v3_key());
    let for_clients = Notifications::for_clients([(client, gateway.api_v3_key())]).unwrap();
    for notifications in [for_client, for_clients] {
        let notification = notifications
            .parse(request.headers(), request.body())
            .unwrap();
        let card: Card = notification.resource().unwrap();
        assert_eq!(card.phone_number.expose(), "13900000000");
    }
    let without_client = gateway.notifications();
    let notification = without_client
        .parse(request.headers(), request.body())
        .unwrap();
    let error = notification.resource::<Card>().unwrap_err();
    assert_eq!(error.pointer(), Some("/phone_number"));
}

/// A time in Unix seconds.
fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(seconds)
}
