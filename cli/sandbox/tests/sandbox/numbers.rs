//! The number at the end of `Request-ID`, which is finer than the code of an error.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use serde_json::{Value, json};
use wechatpay_sandbox::Sandbox;

use crate::{
    requests::{authorization, last, parts, send},
    shop::{Shop, open, order, user::raw},
};

const NATIVE: &str = "/v3/pay/transactions/native";

/// Status, code and number of the newest request.
async fn number(sandbox: &Sandbox) -> (u64, String, u64) {
    let entry = last(sandbox).await;
    let request_id = entry["request_id"].as_str().unwrap();
    let (_, number) = request_id.rsplit_once('-').unwrap();
    let code = entry["code"].as_str().unwrap_or_default().to_owned();
    (
        entry["status"].as_u64().unwrap(),
        code,
        number.parse().unwrap(),
    )
}

#[tokio::test]
async fn a_refused_authorization_has_the_number_of_the_manual() {
    const MALFORMED: u64 = 270_924_332;
    const WRONG: u64 = 268_443_699;
    let Shop { sandbox, .. } = &open().await;
    let account = sandbox.folder().accounts().next().unwrap();
    let right = parts(account, "GET\n/v3/merchant/fund/balance/BASIC");
    let with = |name: &str, value: &str| {
        let pairs = right.iter().map(|(known, kept)| match known == name {
            true => format!("{known}=\"{value}\""),
            false => format!("{known}={kept}"),
        });
        pairs.collect::<Vec<_>>().join(",")
    };
    let merchant = "WECHATPAY2-SHA256-RSA2048";
    let brand = "WECHATPAY-BRAND-SHA256-RSA2048";
    for (scheme, parts, expected) in [
        (merchant, String::new(), MALFORMED),
        ("Bearer", with("", ""), MALFORMED),
        (merchant, with("", "").replace(',', ";"), MALFORMED),
        (brand, with("", "").replace("mchid", "brand_id"), MALFORMED),
        (merchant, with("timestamp", "1700000000"), WRONG),
        (merchant, with("mchid", "1999999999"), WRONG),
        (merchant, with("serial_no", "5F"), WRONG),
        (merchant, with("nonce_str", "m"), WRONG),
        (merchant, with("signature", "AAAA"), WRONG),
    ] {
        let line = "GET /v3/merchant/fund/balance/BASIC HTTP/1.1";
        let header = format!("authorization: {scheme} {parts}");
        raw(sandbox, &[line, "host: localhost", &header], "").await;
        let expected = (401, "SIGN_ERROR".to_owned(), expected);
        assert_eq!(number(sandbox).await, expected, "{header}");
    }
}

#[tokio::test]
async fn a_refused_parameter_has_the_number_of_the_manual() {
    let Shop { sandbox, .. } = &open().await;
    let with = |pointer: &str, value: Value| {
        let mut order = order("20260101001", 100);
        *order.pointer_mut(pointer).unwrap() = value;
        order.to_string()
    };
    let unknown = order("20260101001", 100)
        .to_string()
        .replacen('{', "{\"x\":1,", 1);
    for (body, expected) in [
        ("[]".to_owned(), 268_435_461),
        ("{".to_owned(), 268_435_461),
        ("{}".to_owned(), 268_435_461),
        (with("/amount/total", json!("1")), 268_435_461),
        (with("/description", json!(null)), 268_435_461),
        (with("/amount/currency", json!("USD")), 268_435_461),
        (with("/out_trade_no", json!("1".repeat(33))), 268_435_462),
        (with("/out_trade_no", json!("1")), 268_435_463),
        (with("/amount/total", json!(0)), 268_435_464),
        (unknown, 270_924_358),
    ] {
        send(sandbox, NATIVE, &body).await;
        let expected = (400, "PARAM_ERROR".to_owned(), expected);
        assert_eq!(number(sandbox).await, expected, "{body}");
    }
    send(sandbox, NATIVE, &order("20260101001", 100).to_string()).await;
    assert_eq!(number(sandbox).await, (200, String::new(), 0));
}

#[tokio::test]
async fn a_body_of_another_type_has_the_number_of_any_parameter() {
    let Shop { sandbox, .. } = &open().await;
    let account = sandbox.folder().accounts().next().unwrap();
    let body = order("20260101001", 100).to_string();
    let header = authorization(account, |now| format!("POST\n{NATIVE}\n{now}\nn\n{body}\n"));
    let line = format!("POST {NATIVE} HTTP/1.1");
    let text = "content-type: text/plain";
    raw(sandbox, &[&line, "host: localhost", text, &header], &body).await;
    let expected = (400, "PARAM_ERROR".to_owned(), 268_435_461);
    assert_eq!(number(sandbox).await, expected);
}
