//! Faults while the sandbox runs: before the execution nothing is changed, after it the state is changed.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use serde_json::{Value, json};
use wechatpay_client::{Error, ErrorKind, Outcome, SignatureHeader, error::VerifyErrorKind};
use wechatpay_sandbox::{FaultRule, Sandbox, SandboxError, Settings};

use crate::shop::{
    MCHID, Orders as _, Shop, new_folder, open, order, refusal, refused,
    user::{add_fault, ask, list, list_until},
};

const NATIVE: &str = "/v3/pay/transactions/native";

/// A fault of the next order.
fn next_order(fault: &str) -> Value {
    json!({ "fault": fault, "method": "POST", "path": NATIVE, "count": 1 })
}

/// The state of an order, or the code of the error.
async fn state(shop: &Shop, out_trade_no: &str) -> String {
    match shop.client.query(out_trade_no, MCHID).await {
        Ok(order) => order["trade_state"].as_str().unwrap().to_owned(),
        Err(error) => refusal(error).1,
    }
}

/// The error of the next order with this fault, and the state of the order.
async fn placed_with(shop: &Shop, rule: Value) -> (Error, String) {
    add_fault(&shop.sandbox, rule).await;
    let error = shop
        .client
        .place(&order("20260101001", 100))
        .await
        .unwrap_err();
    assert_eq!(list(&shop.sandbox, "faults").await, [Value::Null; 0]);
    (error, state(shop, "20260101001").await)
}

fn verify_kind(error: &Error) -> &VerifyErrorKind {
    match error.kind() {
        ErrorKind::Verify(error) => error.kind(),
        other => unreachable!("{other:?}"),
    }
}

#[tokio::test]
async fn a_lost_response_leaves_an_order_that_is_placed() {
    let shop = &open().await;
    let (error, state) = placed_with(shop, next_order("drop-after-read")).await;
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(state, "NOTPAY");
    shop.client.place(&order("20260101001", 100)).await.unwrap();
    let requests = list(&shop.sandbox, "requests").await;
    let lost = &requests[2];
    assert_eq!(
        (&lost["path"], &lost["status"], &lost["fault"]),
        (&json!(NATIVE), &Value::Null, &json!("drop-after-read"))
    );
}

#[tokio::test]
async fn a_connection_that_is_closed_before_changes_nothing() {
    let shop = &open().await;
    let (error, state) = placed_with(shop, next_order("drop-before-read")).await;
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error:?}");
    assert_eq!(state, "ORDER_NOT_EXIST");
}

#[tokio::test]
async fn a_response_that_does_not_verify_is_of_an_order_that_is_placed() {
    let missing = VerifyErrorKind::MissingHeader;
    let cases = [
        ("wrong-signature", VerifyErrorKind::SignatureMismatch),
        ("altered-body", VerifyErrorKind::SignatureMismatch),
        ("signature-probe", VerifyErrorKind::SignatureProbe),
        (
            "unknown-key-id",
            VerifyErrorKind::UnknownKeyId {
                key_id: "7".repeat(40),
            },
        ),
        ("missing-timestamp", missing(SignatureHeader::Timestamp)),
        ("missing-nonce", missing(SignatureHeader::Nonce)),
        ("missing-signature", missing(SignatureHeader::Signature)),
        ("missing-serial", missing(SignatureHeader::Serial)),
    ];
    for (fault, expected) in cases {
        let (error, state) = placed_with(&open().await, next_order(fault)).await;
        assert_eq!(*verify_kind(&error), expected, "{fault}");
        assert_eq!((error.outcome(), &*state), (Outcome::Unknown, "NOTPAY"));
    }
    for fault in ["stale-timestamp", "future-timestamp"] {
        let (error, state) = placed_with(&open().await, next_order(fault)).await;
        let kind = verify_kind(&error);
        let is_expected = matches!(kind, VerifyErrorKind::TimestampOutOfWindow { .. });
        assert!(is_expected, "{fault} {kind:?}");
        assert_eq!(state, "NOTPAY");
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_or_is_too_large_is_of_an_order_that_is_placed() {
    let mut oversize = next_order("oversize-body");
    oversize["bytes"] = json!(64 << 20);
    for rule in [next_order("truncated-body"), oversize] {
        let (error, state) = placed_with(&open().await, rule.clone()).await;
        assert!(
            matches!(error.kind(), ErrorKind::Transport(_)),
            "{rule} {error:?}"
        );
        assert_eq!((error.outcome(), &*state), (Outcome::Unknown, "NOTPAY"));
    }
}

#[tokio::test]
async fn a_missing_signature_type_still_verifies() {
    let shop = &open().await;
    add_fault(&shop.sandbox, next_order("missing-signature-type")).await;
    shop.client.place(&order("20260101001", 100)).await.unwrap();
    assert_eq!(list(&shop.sandbox, "faults").await, [Value::Null; 0]);
}

#[tokio::test]
async fn a_status_comes_before_or_after_the_execution() {
    let system_error = "系统异常，请用相同参数重新调用";
    for (fault, status, code, message) in [
        ("system-error", 500, "SYSTEM_ERROR", system_error),
        ("frequency-limited", 429, "FREQUENCY_LIMITED", "270924289"),
    ] {
        for (when, expected) in [("before", "ORDER_NOT_EXIST"), ("after", "NOTPAY")] {
            let mut rule = next_order(fault);
            rule["when"] = json!(when);
            let (error, state) = placed_with(&open().await, rule).await;
            assert_eq!(
                refusal(error),
                refused(status, code, message),
                "{fault} {when}"
            );
            assert_eq!(state, expected, "{fault} {when}");
        }
    }
    let (error, state) = placed_with(&open().await, next_order("bad-gateway")).await;
    assert_eq!((error.status(), &*state), (Some(502), "NOTPAY"));
    assert_eq!(error.outcome(), Outcome::Unknown);
}

#[tokio::test]
async fn a_late_response_is_of_an_order_that_is_placed() {
    let shop = &open().await;
    let mut rule = next_order("delay");
    rule["milliseconds"] = json!(86_400_000);
    add_fault(&shop.sandbox, rule).await;
    let client = shop.client.clone();
    let call = tokio::spawn(async move { client.place(&order("20260101001", 100)).await });
    // The rule is removed when the order is placed.
    list_until(&shop.sandbox, "faults", |faults| faults.is_empty()).await;
    // The client gives up.
    call.abort();
    let requests = list_until(&shop.sandbox, "requests", |requests| !requests.is_empty()).await;
    assert_eq!(
        (&requests[0]["fault"], &requests[0]["status"]),
        (&json!("delay"), &Value::Null)
    );
    assert_eq!(state(shop, "20260101001").await, "NOTPAY");
}

#[tokio::test]
async fn a_request_that_is_refused_takes_no_fault() {
    let shop = &open().await;
    add_fault(&shop.sandbox, next_order("drop-after-read")).await;
    let error = shop.client.place(&order("1", 100)).await.unwrap_err();
    assert_eq!(refusal(error).1, "PARAM_ERROR");
    let faults = list(&shop.sandbox, "faults").await;
    assert_eq!((&faults[0]["used"], faults.len()), (&json!(0), 1));
}

#[tokio::test]
async fn faults_are_listed_and_removed() {
    let Shop { sandbox, .. } = &open().await;
    let first = add_fault(sandbox, json!({ "fault": "system-error" })).await;
    let query = "/v3/refund/domestic/refunds/{out_refund_no}";
    let rule = json!({ "fault": "bad-gateway", "path": query, "percent": 5, "seed": "7" });
    add_fault(sandbox, rule).await;
    let expected = json!({
        "id": 2, "fault": "bad-gateway", "on": "requests", "path": query, "when": "after",
        "percent": 5, "seed": 7, "used": 0,
    });
    assert_eq!(list(sandbox, "faults").await[1], expected);
    let path = format!("faults/{first}");
    assert_eq!(ask(sandbox, "DELETE", &path, "").await.0, 204);
    assert_eq!(ask(sandbox, "DELETE", &path, "").await.0, 404);
    assert_eq!(list(sandbox, "faults").await, [expected]);
    assert_eq!(ask(sandbox, "DELETE", "faults", "").await.0, 204);
    let (_, response) = ask(sandbox, "GET", "faults", "").await;
    assert_eq!(response["faults"], json!([]));
    let expected = json!({
        "name": "drop-after-read", "on": ["requests"], "when": ["after"],
        "description": "the request is executed, and the connection is closed without a response",
    });
    assert_eq!(response["known"][14], expected);
}

#[tokio::test]
async fn a_wrong_rule_is_refused_with_what_is_known() {
    let Shop { sandbox, .. } = &open().await;
    let refused = async |rule: Value| {
        let (status, response) = ask(sandbox, "POST", "faults", &rule.to_string()).await;
        assert_eq!((status, &response["code"]), (400, &json!("PARAM_ERROR")));
        response["message"].as_str().unwrap().to_owned()
    };
    let message = refused(json!({ "fault": "lost" })).await;
    let start = "unknown fault \"lost\": use one of wrong-signature, altered-body, ";
    assert!(message.starts_with(start), "{message}");
    assert!(message.ends_with(", bad-gateway, duplicate"), "{message}");
    for (rule, expected) in [
        (json!([]), "the body is not a JSON object"),
        (
            json!({ "fault": "duplicate", "on": "requests" }),
            "`duplicate` has no `requests`, only `notifications`",
        ),
        (
            json!({ "fault": "wrong-signature", "when": "before" }),
            "`wrong-signature` has no `before`, only `after`",
        ),
        (
            json!({ "fault": "system-error", "when": "later" }),
            "unknown when \"later\": use one of before, after",
        ),
        (
            json!({ "fault": "delay" }),
            "`delay` needs `milliseconds`: add milliseconds=NUMBER",
        ),
        (
            json!({ "fault": "system-error", "bytes": 5 }),
            "`system-error` on requests has no `bytes`: leave it out",
        ),
        (
            json!({ "fault": "system-error", "percent": 101 }),
            "`percent` is \"101\": give a whole number from 1 to 100",
        ),
        (
            json!({ "fault": "system-error", "times": 2 }),
            "unknown member \"times\": use one of fault, on, method, path, event, when, count, percent, seed, \
             milliseconds, bytes",
        ),
        (
            json!({ "fault": "system-error", "method": "GET", "path": "/v3/pay/transactions/native" }),
            "no known operation is `GET /v3/pay/transactions/native`: did you mean \
             POST /v3/pay/transactions/native?",
        ),
        (
            json!({ "fault": "system-error", "method": "POST", "path": "/v3/pay/transactions/natvie" }),
            "no known operation is `POST /v3/pay/transactions/natvie`: did you mean \
             POST /v3/pay/transactions/native?",
        ),
        (
            json!({ "fault": "system-error", "path": "/v3/pay/transactions/natvie" }),
            "no known operation is `/v3/pay/transactions/natvie`: did you mean POST /v3/pay/transactions/native?",
        ),
    ] {
        assert_eq!(refused(rule).await, expected);
    }
    let rule = json!({ "fault": "wrong-signature", "event": "TRANSACTION.SUCCES" });
    let message = refused(rule).await;
    assert!(message.starts_with("unknown event \"TRANSACTION.SUCCES\": use one of "));
}

#[tokio::test]
async fn a_sandbox_starts_with_faults() {
    let folder = new_folder();
    let mut settings = Settings::new(folder.path());
    (settings.http_port, settings.https_port, settings.proxy_port) = (0, 0, 0);
    let rule: FaultRule = "frequency-limited percent=10 seed=7".parse().unwrap();
    settings.faults = vec![rule.clone()];
    let sandbox = Sandbox::start(&settings).await.unwrap();
    sandbox.add_fault("duplicate".parse().unwrap()).unwrap();
    let faults = list(&sandbox, "faults").await;
    assert_eq!(
        (&faults[0]["percent"], &faults[1]["on"]),
        (&json!(10), &json!("notifications"))
    );
    sandbox.clear_faults();
    assert_eq!(list(&sandbox, "faults").await, [Value::Null; 0]);
    drop(sandbox);
    settings.faults = vec![rule; 101];
    let error = Sandbox::start(&settings).await.unwrap_err();
    assert!(matches!(error, SandboxError::Fault(_)));
    assert_eq!(error.to_string(), "100 faults are active: remove some");
}
