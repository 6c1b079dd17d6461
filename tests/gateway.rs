//! The loopback gateway: requests that WeChat Pay would refuse are refused, and scripted responses that no
//! request can get, or that none got, are reported.

use std::{
    io::{self, Read, Write},
    net::TcpStream,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::SystemTime,
};

use openssl::ssl::{SslConnector, SslMethod, SslVerifyMode};
use serde_json::{Value, json};
use wechatpay_client::{
    ApiError, BillFile, BillFiles, Client, Error, ErrorKind, Result, SignatureHeader,
    error::DownloadErrorKind,
    gateway::{Fault, Gateway, OperationRequest, Operations, ParamError, ScriptedResponse},
    wechatpay_api,
};

const REFUNDS: &str = "/v3/refund/domestic/refunds";
const REFUND: &str = "/v3/refund/domestic/refunds/{out_refund_no}";

#[wechatpay_api]
trait Refunds {
    #[wechatpay_api(POST "/v3/refund/domestic/refunds")]
    async fn refund(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/refund/domestic/refunds/{out_refund_no}")]
    async fn refunded(&self, out_refund_no: &str) -> Result<Value>;
}

#[wechatpay_api]
trait Bills {
    #[wechatpay_api(GET "/v3/bill/tradebill")]
    async fn trade_bill(
        &self,
        #[query] bill_date: &str,
        #[query] tar_type: Option<&str>,
    ) -> Result<BillFile>;

    #[wechatpay_api(GET "/v3/bill/sub-merchant-fundflowbill")]
    async fn sub_merchant_bill(
        &self,
        #[query] bill_date: &str,
        #[query] account_type: &str,
        #[query] algorithm: &str,
        #[query] tar_type: Option<&str>,
    ) -> Result<BillFiles>;
}

async fn start() -> (Gateway, Client) {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    (gateway, client)
}

fn api_error(error: Error) -> ApiError {
    match error.into_kind() {
        ErrorKind::Api(error) => error,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_request_without_a_scripted_response_gets_a_404_that_lists_what_is_scripted() {
    let (gateway, client) = start().await;
    let error = api_error(client.refunded("1").await.unwrap_err());
    let unscripted = "no scripted response for GET /v3/refund/domestic/refunds/1; scripted: ";
    assert_eq!(error.status(), 404);
    assert_eq!(error.message(), Some(&*format!("{unscripted}nothing")));

    gateway.respond("GET", "/v3/certificates", ScriptedResponse::no_content());
    gateway.respond("POST", REFUND, ScriptedResponse::no_content());
    gateway.respond_once("GET", REFUND, ScriptedResponse::ok(json!({})));
    client.refunded("1").await.unwrap();
    let error = api_error(client.refunded("1").await.unwrap_err());
    // The response that was scripted once is used up. The most similar operation comes first.
    let scripted = [format!("POST {REFUND}"), "GET /v3/certificates".to_owned()];
    let expected = format!("{unscripted}{}", scripted.join(", "));
    assert_eq!(error.message(), Some(&*expected));
    assert_eq!(error.detail().unwrap()["scripted"], json!(scripted));
    assert!(error.to_string().contains(unscripted), "{error}");
}

#[tokio::test]
async fn the_operations_most_like_the_request_are_listed_first() {
    let (gateway, client) = start().await;
    for number in 0..12 {
        let path = format!("/v3/a-long-name-of-an-operation-{number}/transactions/{{id}}");
        gateway.respond("GET", &path, ScriptedResponse::no_content());
    }
    let near = [
        "GET /v3/refund/domestic/refund/{out_refund_no}",
        "POST /v3/refund/domestic/{out_refund_no}/refunds",
    ];
    for operation in near {
        let (method, path) = operation.split_once(' ').unwrap();
        gateway.respond(method, path, ScriptedResponse::no_content());
    }
    let error = api_error(client.refunded("1").await.unwrap_err());
    let message = error.message().unwrap();
    let expected = format!("; scripted: {}, {}, GET /v3/a-long-", near[0], near[1]);
    assert!(message.contains(&expected), "{message}");
    assert!(message.ends_with("/transactions/{id}, …"), "{message}");
    assert!(error.to_string().contains(message), "{error}");
    let all = &error.detail().unwrap()["scripted"];
    assert_eq!(all.as_array().unwrap().len(), 14);
}

#[tokio::test]
async fn a_scripted_response_that_no_request_can_get_panics() {
    let gateway = Gateway::start().await.unwrap();
    for (method, path, problem) in [
        ("get", REFUNDS, "unknown method \"get\""),
        (
            "FETCH",
            REFUNDS,
            "unknown method \"FETCH\": use one of GET, POST",
        ),
        ("", REFUNDS, "unknown method"),
        ("GET ", REFUNDS, "unknown method"),
        ("GET", "", "does not begin with `/`"),
        ("GET", "v3/refunds", "does not begin with `/`"),
        (
            "GET",
            "https://api.mch.weixin.qq.com/v3/refunds",
            "does not begin with `/`",
        ),
        ("GET", "/v3/refunds?limit=1", "has a query or a fragment"),
        ("GET", "/v3/refunds#a", "has a query or a fragment"),
        ("GET", "/v3//refunds", "has an empty segment"),
        ("GET", "/v3/re funds", "the segment \"re funds\""),
        ("GET", "/v3/退款", "the segment \"退款\""),
        ("GET", "/v3/refunds\n", "the segment \"refunds\\n\""),
        ("GET", "/v3/a/:id", "the segment \":id\""),
        ("GET", "/v3/../b", "the segment \"..\""),
        ("GET", "/v3/./b", "the segment \".\""),
        ("GET", "/v3/%2E%2E/b", "the segment \"%2E%2E\""),
        ("GET", "/v3/a%2fb", "percent-encoded in upper case"),
        ("GET", "/v3/a%41", "the segment \"a%41\""),
        ("GET", "/v3/a%zz", "the segment \"a%zz\""),
        ("GET", "/v3/a%", "the segment \"a%\""),
        ("GET", "/v3/a%FF", "the segment \"a%FF\""),
        ("GET", "/v3/a@b", "the segment \"a@b\""),
        ("GET", "/v3/a=b", "the segment \"a=b\""),
        ("GET", "/v3/$id", "the segment \"$id\""),
        ("GET", "/v3/*", "the segment \"*\""),
        ("GET", "/v3/a+b", "the segment \"a+b\""),
        ("GET", "/v3/{refund", "the segment \"{refund\""),
        ("GET", "/v3/refund}", "the segment \""),
        ("GET", "/v3/{}", "the segment \""),
        ("GET", "/v3/{{a}}", "the segment \""),
        ("GET", "/v3/{a}{b}", "the segment \""),
        ("GET", "/v3/no-{a}", "the segment \"no-{a}\""),
        ("GET", "/v3/{a}.json/b", "the segment \""),
    ] {
        let scripted = ScriptedResponse::no_content;
        let script: [&dyn Fn(); 3] = [
            &|| gateway.respond(method, path, scripted()),
            &|| gateway.respond_with(method, path, move |_| scripted()),
            &|| gateway.respond_once(method, path, scripted()),
        ];
        for script in script {
            let panic = catch_unwind(AssertUnwindSafe(script)).unwrap_err();
            let text = panic.downcast_ref::<String>().unwrap();
            assert!(text.contains(problem), "{text}");
        }
    }
    for status in [0, 100, 199, 600] {
        let scripted = || ScriptedResponse::json(status, json!({}));
        let script: [&dyn Fn(); 2] = [&|| gateway.respond("GET", REFUND, scripted()), &|| {
            gateway.respond_once("GET", REFUND, scripted())
        }];
        for script in script {
            let panic = catch_unwind(AssertUnwindSafe(script)).unwrap_err();
            let text = panic.downcast_ref::<String>().unwrap();
            assert!(
                text.ends_with(&format!("its status is {status}: use 200 to 599")),
                "{text}"
            );
        }
    }
    assert_eq!(gateway.unused(), [""; 0]);
    for path in [
        "/v3/ecommerce/applyments/",
        "/v3/own",
        "/v3/a%20b/{c}",
        "/v3/a%2Fb%40%E6%94%AF/a-b.c_d~e",
        "/v3/.../a.b",
        "/brand/x/{y}",
    ] {
        gateway.respond("DELETE", path, ScriptedResponse::no_content());
    }
}

/// The text of the panic of `script`.
fn panic_text(script: impl FnOnce()) -> Option<String> {
    let panic = catch_unwind(AssertUnwindSafe(script)).err()?;
    panic.downcast_ref::<String>().cloned()
}

#[tokio::test]
async fn a_scripted_response_that_cannot_be_sent_panics_or_becomes_a_500() {
    let (gateway, client) = start().await;
    let empty = || ScriptedResponse::bytes(200, "");
    let oversize = |bytes| Fault::OversizeBody { bytes };
    let signature = [
        Fault::WrongSignature,
        Fault::StaleTimestamp,
        Fault::FutureTimestamp,
        Fault::UnknownKeyId,
        Fault::MissingHeader(SignatureHeader::Nonce),
        Fault::SignatureProbe,
    ];
    let unsigned = signature.map(|fault| {
        let problem = format!(
            "the fault {fault:?} cannot affect the response: sign the response, or remove the fault"
        );
        (
            ScriptedResponse::ok(json!({})).unsigned().with_fault(fault),
            problem,
        )
    });
    let status = |status| format!("its status is {status}: use 200 to 599");
    let body = |status| {
        format!(
            "a response with status {status} has no body: remove the body, or use another status"
        )
    };
    let no_effect = |fault: &str, repair: &str| {
        format!("the fault {fault} cannot affect the response: {repair}, or remove the fault")
    };
    let no_body = |fault: &str| no_effect(fault, "give the response a body");
    let wrong_size = |fault: &str| no_effect(fault, "pad to more than the body has, at most 1 GiB");
    let unsendable = [
        (ScriptedResponse::bytes(0, ""), status(0)),
        (ScriptedResponse::bytes(99, ""), status(99)),
        (ScriptedResponse::bytes(100, ""), status(100)),
        (ScriptedResponse::bytes(101, ""), status(101)),
        (ScriptedResponse::bytes(600, ""), status(600)),
        (ScriptedResponse::bytes(1000, ""), status(1000)),
        (ScriptedResponse::json(204, json!({})), body(204)),
        (ScriptedResponse::json(304, json!({})), body(304)),
        (
            ScriptedResponse::no_content().with_fault(oversize(9)),
            body(204),
        ),
        (
            empty().with_fault(Fault::AlteredBody),
            no_body("AlteredBody"),
        ),
        (
            empty().with_fault(Fault::TruncatedBody),
            no_body("TruncatedBody"),
        ),
        (
            ScriptedResponse::ok(json!({})).with_fault(oversize(2)),
            wrong_size("OversizeBody { bytes: 2 }"),
        ),
        (
            empty().with_fault(oversize(usize::MAX)),
            wrong_size(&format!("OversizeBody {{ bytes: {} }}", usize::MAX)),
        ),
    ];
    for (scripted, problem) in unsendable.into_iter().chain(unsigned) {
        let expected = format!("a scripted response that cannot be sent: {problem}");
        let text = panic_text(|| gateway.respond("GET", REFUND, scripted.clone()));
        assert_eq!(text, Some(expected.clone()));
        let text = panic_text(|| gateway.respond_once("GET", REFUND, scripted.clone()));
        assert_eq!(text, Some(expected.clone()));
        gateway.respond_with("POST", REFUNDS, move |_| scripted.clone());
        let error = api_error(client.refund(&json!({})).await.unwrap_err());
        assert_eq!(error.status(), 500);
        assert_eq!(error.code(), Some("UNSENDABLE_RESPONSE"));
        assert_eq!(error.message(), Some(&*expected));
    }
    for status in [204, 304] {
        gateway.respond("GET", REFUND, ScriptedResponse::bytes(status, ""));
    }
}

#[tokio::test]
async fn every_fault_has_its_effect() {
    let (gateway, client) = start().await;
    // `AlteredBody` usually makes the last byte a `#`, which it is already.
    let scripted = ScriptedResponse::bytes(200, "#").with_fault(Fault::AlteredBody);
    gateway.respond("POST", REFUNDS, scripted);
    let error = client.refund(&json!({})).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Verify(_)), "{error:?}");
    let scripted = ScriptedResponse::bytes(200, "1").with_fault(Fault::TruncatedBody);
    gateway.respond("POST", REFUNDS, scripted);
    let error = client.refund(&json!({})).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error:?}");
    // A response that is computed is known only after the request has been read.
    gateway.respond_with("POST", REFUNDS, |_| {
        ScriptedResponse::no_content().with_fault(Fault::DropBeforeRead)
    });
    let read = gateway.request_count();
    client.refund(&json!({})).await.unwrap_err();
    assert!(gateway.request_count() > read);
}

#[tokio::test]
async fn every_fault_of_a_notification_has_its_effect() {
    let (gateway, _) = start().await;
    let notifications = gateway.notifications();
    let make = |fault| gateway.faulty_notification("A.B", "refund", &json!({ "a": 1 }), fault);
    for fault in [
        Fault::WrongSignature,
        Fault::StaleTimestamp,
        Fault::FutureTimestamp,
        Fault::UnknownKeyId,
        Fault::MissingHeader(SignatureHeader::Nonce),
        Fault::SignatureProbe,
        Fault::AlteredBody,
        Fault::TruncatedBody,
    ] {
        let request = make(fault).unwrap();
        let parsed = notifications.parse(request.headers(), request.body());
        assert!(parsed.is_err(), "{fault:?}");
    }
    let request = make(Fault::OversizeBody { bytes: 3000 }).unwrap();
    assert_eq!(request.body().len(), 3000);
    notifications
        .parse(request.headers(), request.body())
        .unwrap();
    for fault in [
        Fault::DropBeforeRead,
        Fault::DropAfterRead,
        Fault::OversizeBody { bytes: 3 },
    ] {
        let error = make(fault).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::InvalidInput, "{error}");
    }
}

#[tokio::test]
async fn the_number_of_a_scripted_response_ends_its_request_id() {
    let (gateway, client) = start().await;
    let error = || ScriptedResponse::error(403, "RULE_LIMIT", "订单已支付");
    for (scripted, number) in [
        (error(), 0),
        (error().with_request_id_number(268_449_538), 268_449_538),
    ] {
        gateway.respond("POST", REFUNDS, scripted);
        let error = api_error(client.refund(&json!({})).await.unwrap_err());
        assert_eq!(error.request_id_number(), Some(number));
        let request_id = error.request_id().unwrap();
        assert!(request_id.ends_with(&format!("-{number}")), "{request_id}");
    }
}

#[tokio::test]
async fn a_script_that_is_used_up_hides_no_other() {
    let (gateway, client) = start().await;
    let path = REFUND.replace("{out_refund_no}", "1");
    gateway.respond(
        "GET",
        REFUND,
        ScriptedResponse::ok(json!({ "from": "template" })),
    );
    gateway.respond_once(
        "GET",
        &path,
        ScriptedResponse::ok(json!({ "from": "path" })),
    );
    for expected in ["path", "template", "template"] {
        assert_eq!(client.refunded("1").await.unwrap()["from"], expected);
    }
    assert_eq!(gateway.unused(), [""; 0]);
}

#[tokio::test]
async fn paths_that_differ_only_in_placeholder_names_are_one_operation() {
    let (gateway, client) = start().await;
    let renamed = REFUND.replace("{out_refund_no}", "{number}");
    gateway.respond(
        "GET",
        REFUND,
        ScriptedResponse::ok(json!({ "from": "first" })),
    );
    gateway.respond_once(
        "GET",
        &renamed,
        ScriptedResponse::ok(json!({ "from": "once" })),
    );
    gateway.respond(
        "GET",
        &renamed,
        ScriptedResponse::ok(json!({ "from": "second" })),
    );
    for expected in ["once", "second"] {
        assert_eq!(client.refunded("1").await.unwrap()["from"], expected);
    }
    assert_eq!(gateway.unused(), [""; 0]);
    gateway.respond("GET", &renamed, ScriptedResponse::no_content());
    assert_eq!(gateway.unused(), [format!("GET {renamed}")]);
}

#[tokio::test]
async fn scripted_responses_that_were_never_sent_are_listed() {
    let (gateway, client) = start().await;
    let done = || ScriptedResponse::ok(json!({}));
    gateway.respond("POST", REFUNDS, done());
    gateway.respond("GET", "/v3/refund/domestic/refunds/{misspelt}/x", done());
    gateway.respond_with("GET", REFUND, move |_| done());
    gateway.respond_once("GET", "/v3/refund/domestic/refunds/2", done());
    gateway.respond_once("GET", "/v3/refund/domestic/refunds/2", done());
    let misspelt = "GET /v3/refund/domestic/refunds/{misspelt}/x";
    assert_eq!(
        gateway.unused(),
        [
            &format!("POST {REFUNDS}"),
            "GET /v3/refund/domestic/refunds/2",
            misspelt,
            &format!("GET {REFUND}"),
        ]
    );
    client.refund(&json!({})).await.unwrap();
    for number in ["1", "2"] {
        client.refunded(number).await.unwrap();
    }
    assert_eq!(
        gateway.unused(),
        ["GET /v3/refund/domestic/refunds/2", misspelt]
    );
    client.refunded("2").await.unwrap();
    // Scripted again, and not sent since.
    gateway.respond("POST", REFUNDS, done());
    assert_eq!(gateway.unused(), [&format!("POST {REFUNDS}"), misspelt]);
}

/// Sends `body` unchanged, with a signature over `signed`. Returns status and JSON of the response.
async fn send(gateway: &Gateway, content_type: &str, signed: &[u8], body: &[u8]) -> (u16, Value) {
    let now = SystemTime::now();
    let nonce = "0123456789abcdef0123456789abcdef";
    let merchant = gateway.merchant();
    let authorization = merchant
        .authorization("POST", REFUNDS, now, nonce, signed)
        .await
        .unwrap();
    let head = format!(
        "POST {REFUNDS} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
         content-type: {content_type}\r\ncontent-length: {}\r\nauthorization: {authorization}\r\n\r\n",
        body.len()
    );
    let request = [head.as_bytes(), body].concat();
    let address = gateway.base_url().replace("https://", "");
    let response = tokio::task::spawn_blocking(move || {
        let mut connector = SslConnector::builder(SslMethod::tls()).unwrap();
        connector.set_verify(SslVerifyMode::NONE);
        connector.set_alpn_protos(b"\x08http/1.1").unwrap();
        let stream = TcpStream::connect(address).unwrap();
        let mut stream = connector.build().connect("localhost", stream).unwrap();
        stream.write_all(&request).unwrap();
        let mut response = String::new();
        let _ = stream.read_to_string(&mut response);
        response
    });
    let response = response.await.unwrap();
    let (head, body) = response.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    (status, serde_json::from_str(body).unwrap_or_default())
}

#[tokio::test]
async fn bodies_that_wechat_pay_does_not_accept_are_refused() {
    let (gateway, _) = start().await;
    gateway.respond("POST", REFUNDS, ScriptedResponse::no_content());
    let twice = json!(json!({ "a": 1 }).to_string()).to_string();
    let form = |meta: &str| {
        format!(
            "--b\r\nContent-Disposition: form-data; name=\"meta\"\r\n\r\n{meta}\r\n\
             --b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n1\r\n\
             --b--\r\n"
        )
    };
    let deep = format!("{}1{}", "{\"a\":".repeat(200), "}".repeat(200));
    let without_meta = form("").replace("name=\"meta\"", "name=\"other\"");
    let meta = r#"{"filename":"a.png","sha256":null}"#;
    for (content_type, signed, body, field, issue) in [
        ("", r#"{"a":null}"#, None, "/a", "null is not allowed"),
        (
            "",
            r#"{"a":[1,{"b/c~d":null}]}"#,
            None,
            "/a/1/b~1c~0d",
            "null is not allowed",
        ),
        ("", "null", None, "", "not a JSON object"),
        ("", "[{}]", None, "", "not a JSON object"),
        ("", "1", None, "", "not a JSON object"),
        ("", &twice, None, "", "encoded twice"),
        ("", r#"{"a":1"#, None, "", "not JSON"),
        ("", "a=1", None, "", "not JSON"),
        ("", &deep, None, "", "nested too deep"),
        ("", r#"{"a":1e400}"#, None, "", "a number is out of range"),
        (
            "multipart/form-data; boundary=b",
            meta,
            Some(form(meta)),
            "/meta/sha256",
            "null is not allowed",
        ),
        (
            "multipart/form-data; boundary=b",
            &without_meta,
            None,
            "/meta",
            "the form has no part `meta`",
        ),
        (
            "multipart/form-data; boundary=b",
            "[]",
            Some(form("[]")),
            "/meta",
            "not a JSON object",
        ),
    ] {
        let sent = body.as_deref().unwrap_or(signed);
        let (status, refusal) =
            send(&gateway, content_type, signed.as_bytes(), sent.as_bytes()).await;
        assert_eq!(
            (status, &refusal["code"]),
            (400, &json!("PARAM_ERROR")),
            "{sent}"
        );
        let detail = &refusal["detail"];
        assert_eq!(detail["field"], field, "{sent}");
        assert!(
            detail["issue"].as_str().unwrap().contains(issue),
            "{refusal}"
        );
        assert_eq!(refusal["message"], "参数错误");
        assert!(gateway.requests().pop().unwrap().is_authorized());
    }
    for accepted in ["", "{}", r#"{"a":["null",0,""],"null":{}}"#] {
        let (status, _) = send(
            &gateway,
            "application/json",
            accepted.as_bytes(),
            accepted.as_bytes(),
        )
        .await;
        assert_eq!(status, 204, "{accepted}");
    }
}

/// A form of these parts, each with its disposition and content.
fn form(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut form = Vec::new();
    for (disposition, content) in parts {
        let head = format!("--b\r\nContent-Disposition: form-data; {disposition}\r\n\r\n");
        form.extend([head.as_bytes(), content, b"\r\n"].concat());
    }
    [&form[..], b"--b--\r\n"].concat()
}

#[tokio::test]
async fn a_form_is_known_by_every_way_to_write_its_type() {
    let (gateway, _) = start().await;
    gateway.respond("POST", REFUNDS, ScriptedResponse::no_content());
    let file: (&str, &[u8]) = ("name=\"file\"; filename=\"a.png\"", b"1");
    let body = form(&[("name=\"meta\"", b"{}"), file]);
    for content_type in [
        "multipart/form-data; boundary=b",
        "Multipart/Form-Data;boundary=b",
        "multipart/form-data; charset=utf-8; boundary=\"b\"",
        "multipart/form-data ; Boundary=b; charset=utf-8",
    ] {
        let (status, _) = send(&gateway, content_type, b"{}", &body).await;
        assert_eq!(status, 204, "{content_type}");
        let received = gateway.requests().pop().unwrap();
        assert!(received.is_form() && received.file().is_some());
    }
}

#[tokio::test]
async fn each_part_of_a_form_comes_once() {
    let (gateway, _) = start().await;
    gateway.respond("POST", REFUNDS, ScriptedResponse::no_content());
    let meta: (&str, &[u8]) = ("name=\"meta\"", b"{}");
    let file: (&str, &[u8]) = ("name=\"file\"; filename=\"a.png\"", b"1");
    for (further, content, field, issue) in [
        (
            "name=\"meta\"",
            &b"{\"x\":1}"[..],
            "/meta",
            "is repeated: send the part once",
        ),
        (
            "name=\"file\"; filename=\"a.png\"",
            b"2",
            "/file",
            "the form has a file already",
        ),
        (
            "name=\"other\"; filename=\"b.png\"",
            b"2",
            "/other",
            "the form has a file already",
        ),
        (
            "name=\"file\"",
            b"2",
            "/file",
            "is repeated: send the part once",
        ),
        ("name=\"text\"", b"\xff", "/text", "is not UTF-8"),
    ] {
        let body = form(&[meta, file, (further, content)]);
        let (status, refusal) =
            send(&gateway, "multipart/form-data; boundary=b", b"{}", &body).await;
        assert_eq!(
            (status, &refusal["code"]),
            (400, &json!("PARAM_ERROR")),
            "{further}"
        );
        let detail = json!({ "field": field, "issue": issue, "location": "body" });
        assert_eq!(refusal["detail"], detail, "{further}");
    }
}

/// Operations whose member `a/b` may be `null`.
struct Nullable;

impl Operations for Nullable {
    fn check(&self, _: &OperationRequest<'_>) -> std::result::Result<(), ParamError> {
        Ok(())
    }

    fn allows_null(&self, request: &OperationRequest<'_>, pointer: &str) -> bool {
        request.path() == REFUNDS && pointer == "/a~1b"
    }

    fn respond(&self, _: &OperationRequest<'_>) -> Option<ScriptedResponse> {
        Some(ScriptedResponse::no_content())
    }
}

#[tokio::test]
async fn a_known_operation_may_allow_a_null() {
    let operations: Arc<dyn Operations> = Arc::new(Nullable);
    let gateway = Gateway::builder().operations(operations).start().await;
    let gateway = gateway.unwrap();
    let allowed = r#"{"a/b":null}"#;
    let (status, _) = send(
        &gateway,
        "application/json",
        allowed.as_bytes(),
        allowed.as_bytes(),
    )
    .await;
    assert_eq!(status, 204);
    let other = r#"{"a/b":null,"c":[null]}"#;
    let (status, refusal) = send(
        &gateway,
        "application/json",
        other.as_bytes(),
        other.as_bytes(),
    )
    .await;
    assert_eq!(status, 400);
    assert_eq!(
        refusal["detail"],
        json!({ "field": "/c/0", "issue": "null is not allowed: leave the member out", "location": "body" })
    );
}

#[tokio::test]
async fn a_body_is_declared_as_json() {
    let (gateway, _) = start().await;
    gateway.respond("POST", REFUNDS, ScriptedResponse::no_content());
    for content_type in ["", "text/plain", "application/jsonp", "text/json"] {
        let (status, refusal) = send(&gateway, content_type, b"{}", b"{}").await;
        assert_eq!((status, &refusal["code"]), (400, &json!("PARAM_ERROR")));
        let issue = "is not `application/json`: send this type with a JSON body";
        assert_eq!(
            refusal["detail"],
            json!({ "field": "Content-Type", "issue": issue, "location": "header" })
        );
        let (status, _) = send(&gateway, content_type, b"", b"").await;
        assert_eq!(status, 204, "{content_type}");
    }
    for content_type in ["Application/JSON", "application/json; charset=utf-8"] {
        let (status, _) = send(&gateway, content_type, b"{}", b"{}").await;
        assert_eq!(status, 204, "{content_type}");
    }
}

#[tokio::test]
async fn the_gateway_reads_requests_up_to_a_limit() {
    let (gateway, client) = start().await;
    gateway.respond("POST", REFUNDS, ScriptedResponse::no_content());
    let body = vec![b' '; (64 << 20) + 1];
    let (status, refusal) = send(&gateway, "", b"", &body).await;
    assert_eq!(
        (status, &refusal["code"]),
        (413, &json!("REQUEST_TOO_LARGE"))
    );
    let (status, _) = send(&gateway, &"x".repeat(64 << 10), b"", b"").await;
    assert_eq!(status, 431);
    assert_eq!((gateway.requests().len(), gateway.request_count()), (0, 0));
    gateway.respond("GET", REFUND, ScriptedResponse::ok(json!({})));
    client.refunded("1").await.unwrap();
    assert_eq!((gateway.requests().len(), gateway.request_count()), (1, 1));
}

#[tokio::test]
async fn a_bill_is_scripted_with_one_call() {
    let (gateway, client) = start().await;
    gateway.bill("/v3/bill/tradebill", "`1\r\n");
    for tar_type in [None, Some("GZIP")] {
        let bill = client.trade_bill("2025-12-31", tar_type).await.unwrap();
        let hash = (bill.hash_type(), bill.hash_value());
        assert_eq!(hash, ("SHA1", "bb2fdbc42031b4e8d42688064859c239b6d334c6"));
        assert_eq!(bill.is_gzipped(), tar_type.is_some());
        let content = Client::download(&client, &bill)
            .await
            .unwrap()
            .bytes(100)
            .await;
        assert_eq!(content.unwrap(), "`1\r\n");
    }
    let file = gateway.requests().pop().unwrap();
    assert_eq!(file.target(), "/v3/billdownload/file?token=0&tartype=gzip");
    // Another bill does not replace the file of the first.
    let first = client.trade_bill("2025-12-31", None).await.unwrap();
    gateway.bill("/v3/bill/tradebill", "`2\r\n");
    let second = client.trade_bill("2026-01-01", None).await.unwrap();
    for (bill, expected) in [(first, "`1\r\n"), (second.clone(), "`2\r\n")] {
        let content = Client::download(&client, &bill)
            .await
            .unwrap()
            .bytes(100)
            .await;
        assert_eq!(content.unwrap(), expected);
    }
    // A response that is scripted for the file replaces its content.
    gateway.respond(
        "GET",
        "/v3/billdownload/file",
        ScriptedResponse::file("`3\r\n"),
    );
    let error = Client::download(&client, &second)
        .await
        .unwrap()
        .bytes(100)
        .await
        .unwrap_err();
    assert_eq!(*error.kind(), DownloadErrorKind::HashMismatch);
    assert_eq!(gateway.unused(), [""; 0]);
}

#[tokio::test]
async fn a_receipt_and_an_encrypted_bill_are_scripted_with_one_call() {
    let (gateway, client) = start().await;
    gateway.receipt("/v3/bill/tradebill", "%PDF");
    let receipt = client.trade_bill("2025-12-31", None).await.unwrap();
    assert_eq!(receipt.hash_type(), "SHA256");
    let content = Client::download(&client, &receipt)
        .await
        .unwrap()
        .bytes(100)
        .await;
    assert_eq!(content.unwrap(), "%PDF");

    gateway.encrypted_bill("/v3/bill/sub-merchant-fundflowbill", ["`1\r\n", "`2\r\n"]);
    for tar_type in [None, Some("GZIP")] {
        let bills = client
            .sub_merchant_bill("2025-12-31", "ALL", "AEAD_AES_256_GCM", tar_type)
            .await
            .unwrap();
        let mut contents = Vec::new();
        for bill in bills.files() {
            assert!(bill.is_encrypted());
            let content = Client::download(&client, bill)
                .await
                .unwrap()
                .bytes(100)
                .await;
            contents.push(content.unwrap());
        }
        assert_eq!(contents, ["`1\r\n", "`2\r\n"]);
    }
}
