//! Faults between a request and its response: the exact error of each, and its outcome, which says what may have
//! happened to the money.

use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::{Value, json};
use wechatpay_client::{
    Client, Error, ErrorKind, Merchant, Outcome, Result, SignatureHeader, Verifier,
    WechatPayPublicKey,
    error::{TransportErrorKind, VerifyErrorKind},
    gateway::{Fault, Gateway, ScriptedResponse},
    wechatpay_api,
};

const PATH: &str = "/v3/refund/domestic/refunds";

#[derive(Debug, Deserialize)]
struct Refund {
    status: String,
}

#[wechatpay_api(POST "/v3/refund/domestic/refunds")]
trait Refunds {
    async fn refund(&self, body: &Value) -> Result<Refund>;
}

async fn start() -> (Gateway, Client) {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    (gateway, client)
}

fn success() -> ScriptedResponse {
    ScriptedResponse::ok(json!({ "status": "SUCCESS" }))
}

/// The error of one call that gets `scripted`.
async fn error_of(gateway: &Gateway, client: &Client, scripted: ScriptedResponse) -> Error {
    gateway.respond("POST", PATH, scripted);
    client
        .refund(&json!({ "out_refund_no": "1" }))
        .await
        .unwrap_err()
}

fn verify_kind(error: &Error) -> &VerifyErrorKind {
    match error.kind() {
        ErrorKind::Verify(error) => error.kind(),
        other => panic!("not a verify error: {other:?}"),
    }
}

#[tokio::test]
async fn a_response_that_does_not_verify_leaves_the_outcome_unknown() {
    let (gateway, client) = start().await;
    let missing = |header| {
        (
            Fault::MissingHeader(header),
            VerifyErrorKind::MissingHeader(header),
        )
    };
    for (fault, expected) in [
        (Fault::WrongSignature, VerifyErrorKind::SignatureMismatch),
        (Fault::SignatureProbe, VerifyErrorKind::SignatureProbe),
        (
            Fault::UnknownKeyId,
            VerifyErrorKind::UnknownKeyId {
                key_id: "7".repeat(40),
            },
        ),
        missing(SignatureHeader::Timestamp),
        missing(SignatureHeader::Nonce),
        missing(SignatureHeader::Signature),
        missing(SignatureHeader::Serial),
    ] {
        let error = error_of(&gateway, &client, success().with_fault(fault)).await;
        assert_eq!(*verify_kind(&error), expected, "{fault:?}");
        assert_eq!(error.outcome(), Outcome::Unknown);
        assert_eq!(error.status(), Some(200));
        assert!(error.request_id().is_some());
    }
    // A signature without a type is taken for the type that this client supports.
    let untyped = success().with_fault(Fault::MissingHeader(SignatureHeader::SignatureType));
    gateway.respond("POST", PATH, untyped);
    assert_eq!(client.refund(&json!({})).await.unwrap().status, "SUCCESS");
}

#[tokio::test]
async fn a_timestamp_error_says_how_far_the_clocks_are_apart() {
    let (gateway, client) = start().await;
    for (fault, expected) in [(Fault::StaleTimestamp, -600), (Fault::FutureTimestamp, 600)] {
        let error = error_of(&gateway, &client, success().with_fault(fault)).await;
        let VerifyErrorKind::TimestampOutOfWindow { ahead } = verify_kind(&error) else {
            panic!("{error:?}")
        };
        assert!((ahead - expected).abs() <= 2, "{ahead}");
        assert_eq!(error.outcome(), Outcome::Unknown);
    }
}

#[tokio::test]
async fn no_response_is_decoded_before_verification() {
    let (gateway, client) = start().await;
    // Signed correctly, the altered bytes fail to decode: a client that decoded first would return this error.
    let altered = r#"{"status":"SUCCESS"#.to_owned() + "\"#";
    let error = error_of(
        &gateway,
        &client,
        ScriptedResponse::bytes(200, altered.clone()),
    )
    .await;
    assert!(matches!(error.kind(), ErrorKind::Decode(_)), "{error:?}");

    let error = error_of(&gateway, &client, success().with_fault(Fault::AlteredBody)).await;
    assert_eq!(*verify_kind(&error), VerifyErrorKind::SignatureMismatch);
    let ErrorKind::Verify(error) = error.into_kind() else {
        unreachable!()
    };
    assert_eq!(*error.unverified_body(), altered);
}

#[tokio::test]
async fn a_success_without_a_signature_leaves_the_outcome_unknown() {
    let (gateway, client) = start().await;
    let error = error_of(&gateway, &client, success().unsigned()).await;
    assert_eq!(
        *verify_kind(&error),
        VerifyErrorKind::MissingHeader(SignatureHeader::Timestamp)
    );
    assert_eq!(error.outcome(), Outcome::Unknown);
}

#[wechatpay_api(POST "/v3/fund-app/mch-transfer/transfer-bills")]
trait Transfers {
    async fn transfer(&self, body: &Value) -> Result<Value>;
}

/// A bill that waits for the money of the merchant is paid later: under a new number, it would be paid twice.
#[tokio::test]
async fn a_transfer_without_enough_money_may_be_paid_later() {
    let (gateway, client) = start().await;
    for (status, code, outcome) in [
        (403, "NOT_ENOUGH", Outcome::Unknown),
        (403, "NOTENOUGH", Outcome::Unknown),
        (403, "ACCOUNT_ERROR", Outcome::Unknown),
        (403, "USER_ACCOUNT_ABNORMAL", Outcome::Unknown),
        (400, "PARAM_ERROR", Outcome::NotExecuted),
        (403, "NO_AUTH", Outcome::NotExecuted),
    ] {
        let path = "/v3/fund-app/mch-transfer/transfer-bills";
        gateway.respond("POST", path, ScriptedResponse::error(status, code, "?"));
        let error = client.transfer(&json!({})).await.unwrap_err();
        assert_eq!(error.outcome(), outcome, "{code}");
    }
}

#[tokio::test]
async fn the_outcome_of_an_error_response_follows_from_signature_status_and_code() {
    let (gateway, client) = start().await;
    for (status, code, outcome) in [
        (400, "PARAM_ERROR", Outcome::NotExecuted),
        (403, "NOT_ENOUGH", Outcome::NotExecuted),
        (404, "RESOURCE_NOT_EXISTS", Outcome::NotExecuted),
        (400, "ORDERPAID", Outcome::Unknown),
        (403, "OUT_TRADE_NO_USED", Outcome::Unknown),
        (400, "ALREADY_EXISTS", Outcome::Unknown),
        (403, "RATELIMIT_EXCEEDED", Outcome::Unknown),
        (400, "SYSTEM_ERROR", Outcome::Unknown),
        (429, "FREQUENCY_LIMITED", Outcome::Unknown),
        (429, "ANYTHING", Outcome::Unknown),
        (500, "SYSTEM_ERROR", Outcome::Unknown),
        (503, "SERVICE_UNAVAILABLE", Outcome::Unknown),
        (302, "ANYTHING", Outcome::Unknown),
        (408, "ANYTHING", Outcome::Unknown),
        (400, "USERPAYING", Outcome::Unknown),
        (400, "SYSTEMERROR", Outcome::Unknown),
        (400, "RESOURCE_ALREADY_EXISTS", Outcome::Unknown),
        (400, "ORDER_PAID", Outcome::Unknown),
        (400, "orderpaid", Outcome::Unknown),
        (400, "BIZ_ERR_NEED_RETRY", Outcome::Unknown),
        (403, "FREQENCY_LIMIT", Outcome::Unknown),
        // Codes with several causes, and codes that no source explains.
        (400, "INVALID_REQUEST", Outcome::Unknown),
        (403, "RULE_LIMIT", Outcome::Unknown),
        (403, "TRADE_ERROR", Outcome::Unknown),
        (400, "REFUND_FEE_MISMATCH", Outcome::Unknown),
        (400, "INTERNAL_ERROR", Outcome::Unknown),
        (400, "SERVER_ERROR", Outcome::Unknown),
        (400, "SYSTEM_BUSY", Outcome::Unknown),
        (400, "TIMEOUT", Outcome::Unknown),
        (400, "IN_PROGRESS", Outcome::Unknown),
        (400, "PENDING", Outcome::Unknown),
        (400, "TRADE_PAID", Outcome::Unknown),
        (400, "OUT_REFUND_NO_USED", Outcome::Unknown),
        (400, "DUPLICATE_REQUEST", Outcome::Unknown),
        (400, "ALREADY_REFUNDED", Outcome::Unknown),
        (400, "ORDER_CLOSED", Outcome::Unknown),
        (400, "A_CODE_OF_THE_FUTURE", Outcome::Unknown),
        (400, "SUCCESS", Outcome::Unknown),
        (400, "", Outcome::Unknown),
        (400, " ", Outcome::Unknown),
        (400, " PARAM_ERROR", Outcome::Unknown),
        (400, "param_error", Outcome::Unknown),
        // Statuses for work in progress or for overload, whatever the code.
        (409, "PARAM_ERROR", Outcome::Unknown),
        (422, "PARAM_ERROR", Outcome::Unknown),
        (423, "PARAM_ERROR", Outcome::Unknown),
        (425, "PARAM_ERROR", Outcome::Unknown),
        (429, "PARAM_ERROR", Outcome::Unknown),
        (499, "PARAM_ERROR", Outcome::Unknown),
        (403, "NO_AUTH", Outcome::NotExecuted),
        (404, "ORDER_NOT_EXIST", Outcome::NotExecuted),
    ] {
        let error = error_of(
            &gateway,
            &client,
            ScriptedResponse::error(status, code, "信息"),
        )
        .await;
        let ErrorKind::Api(response) = error.kind() else {
            panic!("{error:?}")
        };
        assert!(response.is_authenticated());
        assert_eq!(
            response.key_id(),
            Some(gateway.public_key().public_key_id())
        );
        assert_eq!(response.message(), Some("信息"));
        assert_eq!((error.status(), error.code()), (Some(status), Some(code)));
        assert!(error.request_id().is_some());
        assert_eq!(error.outcome(), outcome, "{status} {code}");

        let error = error_of(
            &gateway,
            &client,
            ScriptedResponse::error(status, code, "信息").unsigned(),
        )
        .await;
        let ErrorKind::Api(response) = error.kind() else {
            panic!("{error:?}")
        };
        assert!(!response.is_authenticated());
        assert_eq!(response.key_id(), None);
        assert_eq!((error.status(), error.code()), (Some(status), Some(code)));
        assert_eq!(
            error.outcome(),
            Outcome::Unknown,
            "unsigned {status} {code}"
        );
        assert!(
            error.to_string().starts_with("unverified response: "),
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_code_that_is_not_read_from_a_json_object_proves_no_refusal() {
    let (gateway, client) = start().await;
    let bodies: [&[u8]; 9] = [
        br#"["PARAM_ERROR","m",null]"#,
        br#"[{"code":"PARAM_ERROR"}]"#,
        br#"{"code":["PARAM_ERROR"]}"#,
        br#"{"code":"PARAM_ERROR","code":"SYSTEM_ERROR"}"#,
        br#"{"code":"PARAM_ERROR"} {}"#,
        br#"{"code":"PARAM_ERROR""#,
        b"{\"code\":\"PARAM_ERROR\",\"message\":\"\xff\"}",
        b"\xef\xbb\xbf{\"code\":\"PARAM_ERROR\"}",
        br#""PARAM_ERROR""#,
    ];
    for body in bodies {
        let error = error_of(&gateway, &client, ScriptedResponse::bytes(400, body)).await;
        let ErrorKind::Api(response) = error.kind() else {
            panic!("{error:?}")
        };
        assert!(response.is_authenticated());
        assert_eq!(error.outcome(), Outcome::Unknown, "{}", body.escape_ascii());
    }
}

#[tokio::test]
async fn a_message_about_an_earlier_request_proves_no_refusal() {
    let (gateway, client) = start().await;
    for (code, message, outcome) in [
        ("PARAM_ERROR", "out_refund_no已使用", Outcome::Unknown),
        (
            "NO_AUTH",
            "商户号或子商户号与订单号不匹配",
            Outcome::Unknown,
        ),
        (
            "PARAM_ERROR",
            "对应单号已超出重试期,请查单",
            Outcome::Unknown,
        ),
        ("PARAM_ERROR", "参数错误", Outcome::NotExecuted),
        // Blanks and case make no difference.
        ("PARAM_ERROR", "OUT_REFUND_NO 已使用", Outcome::Unknown),
        // Messages whose usual number in the Request-ID says the same; here the number is another one.
        ("PARAM_ERROR", "订单已支付", Outcome::Unknown),
        (
            "PARAM_ERROR",
            "请求重入时，参数与首次请求时不一致",
            Outcome::Unknown,
        ),
        ("PARAM_ERROR", "订单已存在", Outcome::Unknown),
        ("PARAM_ERROR", "相同单号但请求数据不一致", Outcome::Unknown),
        ("PARAM_ERROR", "订单重入参数校验失败", Outcome::Unknown),
        (
            "PARAM_ERROR",
            "单据正在扣款中，请稍后重试",
            Outcome::Unknown,
        ),
        ("PARAM_ERROR", "发券请求重入但单号不一致", Outcome::Unknown),
        ("PARAM_ERROR", "券已被其他订单核销", Outcome::Unknown),
    ] {
        let error = error_of(
            &gateway,
            &client,
            ScriptedResponse::error(400, code, message),
        )
        .await;
        assert_eq!(error.outcome(), outcome, "{message}");
    }
    for (rest, outcome) in [
        // A message that is not a string may say anything.
        (r#""message":"out_refund_no已使用\ud83d""#, Outcome::Unknown),
        (r#""message":["out_refund_no已使用"]"#, Outcome::Unknown),
        (r#""message":{"zh":"参数错误"}"#, Outcome::Unknown),
        (r#""message":7"#, Outcome::Unknown),
        (r#""message":null"#, Outcome::NotExecuted),
        (
            r#""detail":{"issue":"out_refund_no已使用"}"#,
            Outcome::Unknown,
        ),
        (
            r#""detail":[{"detail":{"issue":"订单已支付"}}]"#,
            Outcome::Unknown,
        ),
        (r#""detail":{"issue":"参数错误"}"#, Outcome::NotExecuted),
    ] {
        let body = format!(r#"{{"code":"PARAM_ERROR",{rest}}}"#);
        let error = error_of(
            &gateway,
            &client,
            ScriptedResponse::bytes(400, body.clone()),
        )
        .await;
        assert_eq!(error.outcome(), outcome, "{body}");
    }
}

#[wechatpay_api]
trait ComplaintNotifications {
    #[wechatpay_api(DELETE "/v3/merchant-service/complaint-notifications")]
    async fn delete(&self) -> Result<()>;
}

/// An earlier DELETE may have been executed, and be the reason that nothing is found.
#[tokio::test]
async fn a_delete_that_finds_nothing_proves_no_refusal() {
    let (gateway, client) = start().await;
    for (code, outcome) in [
        ("RESOURCE_NOT_EXISTS", Outcome::Unknown),
        ("NOT_FOUND", Outcome::Unknown),
        ("NO_AUTH", Outcome::NotExecuted),
    ] {
        let path = "/v3/merchant-service/complaint-notifications";
        gateway.respond("DELETE", path, ScriptedResponse::error(404, code, "信息"));
        let error = client.delete().await.unwrap_err();
        assert_eq!(error.outcome(), outcome, "{code}");
    }
}

#[tokio::test]
async fn a_rule_limit_on_the_number_of_requests_is_a_rate_limit() {
    let (gateway, client) = start().await;
    for (message, limited) in [("请求次数超过限制", true), ("业务规则限制", false)] {
        let scripted = ScriptedResponse::error(403, "RULE_LIMIT", message);
        let error = error_of(&gateway, &client, scripted).await;
        assert_eq!(error.outcome(), Outcome::Unknown);
        let ErrorKind::Api(error) = error.kind() else {
            panic!("not an error response")
        };
        assert_eq!(error.is_rate_limited(), limited, "{message}");
    }
}

#[tokio::test]
async fn a_parameter_error_names_the_field_and_the_issue_but_not_the_value() {
    let (gateway, client) = start().await;
    let detail = json!({
        "field": "/amount/currency",
        "issue": "Currency code is invalid",
        "location": "body",
        "value": "PLANTED",
    });
    let body = json!({ "code": "PARAM_ERROR", "message": "参数错误", "detail": detail });
    let error = error_of(&gateway, &client, ScriptedResponse::json(400, body)).await;
    let shown = "PARAM_ERROR: 参数错误; /amount/currency: Currency code is invalid (status 400, ";
    assert!(error.to_string().starts_with(shown), "{error}");
    let debug = format!("{error:?}");
    assert!(
        debug.contains("[/amount/currency: Currency code is invalid]"),
        "{debug}"
    );
    assert!(!format!("{error}{debug}").contains("PLANTED"));
}

#[tokio::test]
async fn an_error_response_with_a_bad_signature_is_a_verify_error() {
    let (gateway, client) = start().await;
    let scripted =
        ScriptedResponse::error(400, "PARAM_ERROR", "").with_fault(Fault::WrongSignature);
    let error = error_of(&gateway, &client, scripted).await;
    assert_eq!(*verify_kind(&error), VerifyErrorKind::SignatureMismatch);
    assert_eq!(error.status(), Some(400));
    assert_eq!(error.code(), None);
    assert_eq!(error.outcome(), Outcome::Unknown);
    let ErrorKind::Verify(error) = error.kind() else {
        unreachable!()
    };
    assert_eq!(
        &error.unverified_body()[..],
        br#"{"code":"PARAM_ERROR","message":""}"#
    );
}

/// A code that is not read for certain proves no refusal.
#[tokio::test]
async fn a_refusal_is_certain_only_if_its_body_is_readable() {
    let (gateway, client) = start().await;
    for (body, code) in [
        (
            &b"{\"code\":\"ORDERPAID\",\"message\":\"\xff\"}"[..],
            Some("ORDERPAID"),
        ),
        (
            br#"{"code":"ORDERPAID","message":"\ud83d"}"#,
            Some("ORDERPAID"),
        ),
        (
            br#"{"code":"ORDERPAID","detail":{"value":1e999}}"#,
            Some("ORDERPAID"),
        ),
        (b"\xef\xbb\xbf{\"code\":\"ORDERPAID\"}", Some("ORDERPAID")),
        (b"", None),
        (br#"{"refund_id":"503"}"#, None),
        (br#"{"code":""}"#, Some("")),
        (br#"{"code":"A","code":"ORDERPAID"}"#, None),
    ] {
        let error = error_of(&gateway, &client, ScriptedResponse::bytes(400, body)).await;
        assert_eq!(error.code(), code, "{error}");
        assert_eq!(error.outcome(), Outcome::Unknown, "{error}");
    }
    // A text that cannot be read may be about an earlier request.
    for (rest, outcome) in [
        (r#""message":"\ud83d""#, Outcome::Unknown),
        (r#""detail":{"value":1e999}"#, Outcome::Unknown),
        (r#""detail":{"value":1e99}"#, Outcome::NotExecuted),
        (r#""message":"\ud83d\ude00""#, Outcome::NotExecuted),
    ] {
        let body = format!(r#"{{"code":"PARAM_ERROR",{rest}}}"#);
        let error = error_of(&gateway, &client, ScriptedResponse::bytes(400, body)).await;
        assert_eq!(error.code(), Some("PARAM_ERROR"), "{rest}");
        assert_eq!(error.outcome(), outcome, "{rest}");
    }
}

#[tokio::test]
async fn a_long_message_is_kept_whole_and_shown_in_part() {
    let (gateway, client) = start().await;
    let message = "长".repeat(100_000);
    let error = error_of(
        &gateway,
        &client,
        ScriptedResponse::error(502, "BAD", &message).unsigned(),
    )
    .await;
    assert!(error.to_string().len() < 2_000 && format!("{error:?}").len() < 2_000);
    let ErrorKind::Api(response) = error.kind() else {
        panic!()
    };
    assert_eq!(response.message(), Some(&*message));
}

#[tokio::test]
async fn the_detail_is_kept_whatever_its_shape() {
    let (gateway, client) = start().await;
    for detail in [
        json!({ "field": "/amount/currency", "value": 7, "issue": "…", "location": "body" }),
        json!({ "location": "body", "value": "" }),
        json!([{ "any": null }]),
        json!("text"),
    ] {
        let body = json!({ "code": "PARAM_ERROR", "message": "m", "detail": detail });
        let error = error_of(&gateway, &client, ScriptedResponse::json(400, body)).await;
        let ErrorKind::Api(response) = error.kind() else {
            panic!("{error:?}")
        };
        assert_eq!(response.detail(), Some(detail));
    }
}

#[tokio::test]
async fn an_error_body_of_any_kind_is_kept() {
    let (gateway, client) = start().await;
    for body in [
        &b""[..],
        b"<html>502 Bad Gateway</html>",
        b"\xff\xfe",
        b"[1]",
        br#"{"code":7,"message":null}"#,
    ] {
        for scripted in [
            ScriptedResponse::bytes(502, body),
            ScriptedResponse::bytes(502, body).unsigned(),
        ] {
            let error = error_of(&gateway, &client, scripted).await;
            let ErrorKind::Api(response) = error.kind() else {
                panic!("{error:?}")
            };
            assert_eq!(&response.body()[..], body);
            assert_eq!(
                (response.code(), response.message(), response.detail()),
                (None, None, None)
            );
            assert_eq!(error.status(), Some(502));
            assert_eq!(error.outcome(), Outcome::Unknown);
        }
    }
}

#[tokio::test]
async fn a_connection_that_breaks_after_the_request_leaves_the_outcome_unknown() {
    let (gateway, client) = start().await;
    for fault in [Fault::DropBeforeRead, Fault::DropAfterRead] {
        let error = error_of(&gateway, &client, success().with_fault(fault)).await;
        let ErrorKind::Transport(transport) = error.kind() else {
            panic!("{error:?}")
        };
        assert_eq!(transport.kind(), TransportErrorKind::Exchange, "{fault:?}");
        assert_eq!(error.outcome(), Outcome::Unknown);
        assert_eq!(error.status(), None);
        assert!(std::error::Error::source(&error).is_some());
    }
    // The gateway read one of the two requests. The client cannot tell which.
    assert_eq!(gateway.requests().len(), 1);
}

#[tokio::test]
async fn a_truncated_response_keeps_its_status_and_request_id() {
    let (gateway, client) = start().await;
    let error = error_of(
        &gateway,
        &client,
        success().with_fault(Fault::TruncatedBody),
    )
    .await;
    let ErrorKind::Transport(transport) = error.kind() else {
        panic!("{error:?}")
    };
    assert_eq!(transport.kind(), TransportErrorKind::Exchange);
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(error.status(), Some(200));
    assert!(error.request_id().is_some());
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_not_read() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().body_limit(1000).build().unwrap();
    let error = error_of(
        &gateway,
        &client,
        success().with_fault(Fault::OversizeBody { bytes: 1001 }),
    )
    .await;
    let ErrorKind::Transport(transport) = error.kind() else {
        panic!("{error:?}")
    };
    assert_eq!(
        transport.kind(),
        TransportErrorKind::BodyTooLarge { limit: 1000 }
    );
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(error.status(), Some(200));
    assert!(error.request_id().is_some());

    gateway.respond(
        "POST",
        PATH,
        success().with_fault(Fault::OversizeBody { bytes: 1000 }),
    );
    assert_eq!(client.refund(&json!({})).await.unwrap().status, "SUCCESS");
}

#[tokio::test]
async fn a_response_after_the_timeout_leaves_the_outcome_unknown() {
    let (gateway, client) = start().await;
    // Connected beforehand, so that the call times out while it waits for the response.
    gateway.respond_once("POST", PATH, success());
    client.refund(&json!({})).await.unwrap();
    gateway.respond("POST", PATH, success().with_delay(Duration::from_secs(20)));
    let start = Instant::now();
    let hurried = client.with_timeout(Duration::from_millis(300));
    let error = hurried.refund(&json!({})).await.unwrap_err();
    assert!(start.elapsed() < Duration::from_secs(5));
    let ErrorKind::Transport(transport) = error.kind() else {
        panic!("{error:?}")
    };
    assert_eq!(transport.kind(), TransportErrorKind::Timeout);
    assert!(error.is_timeout());
    assert_eq!(error.outcome(), Outcome::Unknown);

    // The timeout applies only to that clone.
    gateway.respond(
        "POST",
        PATH,
        success().with_delay(Duration::from_millis(400)),
    );
    client.refund(&json!({})).await.unwrap();
}

#[tokio::test]
async fn a_wrong_request_signature_is_refused_with_the_servers_view_of_the_message() {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond("POST", PATH, success());
    let key = include_bytes!("fixtures/vectors/keys/merchant.key.pem");
    let known = gateway.merchant();
    let stranger = Merchant::new(known.mchid(), known.serial_no(), key).unwrap();
    let client = gateway
        .client_for(stranger, Verifier::new(gateway.public_key()))
        .build()
        .unwrap();
    let error = client
        .refund(&json!({ "out_refund_no": "1217752501201407033233368018" }))
        .await
        .unwrap_err();
    let ErrorKind::Api(response) = error.kind() else {
        panic!("{error:?}")
    };
    assert_eq!(
        (error.status(), error.code()),
        (Some(401), Some("SIGN_ERROR"))
    );
    assert!(!response.is_authenticated());
    assert_eq!(error.outcome(), Outcome::Unknown);
    let detail = response.detail().unwrap();
    assert_eq!(detail["detail"]["issue"], "sign not match");
    assert_eq!(detail["field"], "signature");
    assert_eq!(detail["location"], "authorization");
    let information = &detail["sign_information"];
    assert_eq!(information["method"], "POST");
    assert_eq!(information["url"], PATH);
    let message = information["truncated_sign_message"].as_str().unwrap();
    assert!(
        message.starts_with("POST\n/v3/refund/domestic/refunds\n"),
        "{message}"
    );
    assert!(message.ends_with("\n{\"out_re\n"), "{message}");
    assert!(!gateway.requests()[0].is_authorized());
}

#[tokio::test]
async fn a_merchant_that_the_gateway_does_not_know_is_refused() {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond("POST", PATH, success());
    let key = include_bytes!("fixtures/vectors/keys/merchant.key.pem");
    let known = gateway.merchant();
    for (mchid, serial_no) in [
        ("1900000110", known.serial_no()),
        (known.mchid(), "3A865B76"),
    ] {
        let stranger = Merchant::new(mchid, serial_no, key).unwrap();
        let client = gateway
            .client_for(stranger, Verifier::new(gateway.public_key()))
            .build()
            .unwrap();
        let error = client.refund(&json!({})).await.unwrap_err();
        assert_eq!(
            (error.status(), error.code()),
            (Some(401), Some("SIGN_ERROR"))
        );
    }
}

#[tokio::test]
async fn a_response_signed_by_an_untrusted_key_is_not_verified() {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond("POST", PATH, success());
    // The right ID with the wrong key, and a wrong ID.
    let pem = include_bytes!("fixtures/vectors/keys/wechatpay-public-key.pub.pem");
    let known = gateway.public_key();
    for (id, expected) in [
        (known.public_key_id(), VerifyErrorKind::SignatureMismatch),
        (
            "PUB_KEY_ID_7",
            VerifyErrorKind::UnknownKeyId {
                key_id: gateway.platform_certificate().serial_no().into(),
            },
        ),
    ] {
        let key = WechatPayPublicKey::from_pem(id, pem).unwrap();
        let client = gateway
            .client_for(gateway.merchant(), Verifier::new(key))
            .build()
            .unwrap();
        let error = client.refund(&json!({})).await.unwrap_err();
        assert_eq!(*verify_kind(&error), expected);
    }
}

#[tokio::test]
async fn scripted_responses_are_sent_in_order() {
    let (gateway, client) = start().await;
    gateway.respond_once(
        "POST",
        PATH,
        ScriptedResponse::error(500, "SYSTEM_ERROR", "系统错误"),
    );
    gateway.respond_once("POST", PATH, success().with_fault(Fault::DropBeforeRead));
    gateway.respond("POST", PATH, success());
    assert_eq!(
        client.refund(&json!({})).await.unwrap_err().code(),
        Some("SYSTEM_ERROR")
    );
    assert!(matches!(
        client.refund(&json!({})).await.unwrap_err().kind(),
        ErrorKind::Transport(_)
    ));
    assert_eq!(client.refund(&json!({})).await.unwrap().status, "SUCCESS");
    assert_eq!(client.refund(&json!({})).await.unwrap().status, "SUCCESS");
}

#[tokio::test]
async fn a_value_that_wechat_pay_refuses_is_shown_in_no_error() {
    let message = "收款人 张三 与卡号 6222021234567890 不符";
    let detail = json!({
        "field": "user_name", "issue": "张三与实名信息不符", "value": ["张三", { "card": "6222021234567890" }],
    });
    let (gateway, client) = start().await;
    let body = json!({ "code": "PARAM_ERROR", "message": message, "detail": detail });
    let ErrorKind::Api(error) = error_of(&gateway, &client, ScriptedResponse::json(400, body))
        .await
        .into_kind()
    else {
        panic!("another error")
    };
    assert_eq!(error.message(), Some(message));
    assert_eq!(error.detail(), Some(detail));
    let shown = "收款人 … 与卡号 … 不符";
    let text = error.to_string();
    assert!(
        text.starts_with(&format!("PARAM_ERROR: {shown}; user_name: …与实名信息不符")),
        "{text}"
    );
    let debug = format!("{error:?} {error:#?}");
    assert_eq!(debug.matches(shown).count(), 2, "{debug}");
    for value in ["张三", "6222021234567890"] {
        assert!(!format!("{text} {debug}").contains(value), "{value}");
    }
}

#[tokio::test]
async fn a_message_is_concealed_if_the_values_of_the_detail_cannot_be_read() {
    let (gateway, client) = start().await;
    let body =
        r#"{"code":"PARAM_ERROR","message":"PLANTED","detail":{"value":"PLANTED","x":"\ud83c"}}"#;
    let error = error_of(&gateway, &client, ScriptedResponse::bytes(400, body)).await;
    assert_eq!(error.code(), Some("PARAM_ERROR"));
    assert!(error.to_string().starts_with("PARAM_ERROR: … ("), "{error}");
    assert!(
        !format!("{error} {error:?}").contains("PLANTED"),
        "{error:?}"
    );
}
