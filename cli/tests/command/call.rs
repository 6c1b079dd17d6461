//! `wechatpay call`, as a program, against a gateway that knows every operation.

use std::{process::Stdio, time::Duration};

use openssl::{hash::MessageDigest, pkey::PKey, sign::Verifier};
use serde_json::{Value, json};
use wechatpay_client::gateway::{Fault, ScriptedResponse};

use crate::support::{Run, Shop, run_alone};

const REFUND: &str = r#"{"out_trade_no":"T1","out_refund_no":"R1","amount":{"refund":1,"total":2,"currency":"CNY"}}"#;

#[tokio::test(flavor = "multi_thread")]
async fn a_query_is_called_by_path_and_by_name() {
    let shop = Shop::open().await;
    for arguments in [
        &[
            "call",
            "GET",
            "/v3/refund/domestic/refunds/R1?sub_mchid=1900000109",
        ][..],
        &[
            "call",
            "GET /v3/refund/domestic/refunds/R1",
            "-q",
            "sub_mchid=1900000109",
        ],
        &[
            "call",
            "refund.query_refund",
            "-q",
            "out_refund_no=R1",
            "-q",
            "sub_mchid=1900000109",
        ],
        &[
            "call",
            "https://api.mch.weixin.qq.com/v3/refund/domestic/refunds/R1?sub_mchid=1900000109",
        ],
    ] {
        let run = shop.run(arguments).await;
        assert_eq!(run.code, 0, "{run:?}");
        let json = run.json();
        assert_eq!(json["body"]["out_refund_no"], "R1");
        assert_eq!(json["verified"], true);
        assert_eq!(json["key_id"], shop.gateway.public_key().public_key_id());
        assert!(json["request_id"].is_string());
        let requests = shop.gateway.requests();
        let sent = requests.last().unwrap();
        assert_eq!(
            sent.target(),
            "/v3/refund/domestic/refunds/R1?sub_mchid=1900000109"
        );
        assert!(sent.is_authorized());
    }
    let run = shop
        .run(&[
            "call",
            "refund.query_refund",
            "-q",
            "out_refund_no=R1",
            "--output",
            "text",
        ])
        .await;
    let id = shop.gateway.public_key();
    let line = format!("\nverified with {}; Request-ID ", id.public_key_id());
    assert!(run.stdout.contains(&line), "{run:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_comes_from_the_argument_a_file_and_standard_input() {
    let shop = Shop::open().await;
    shop.write("refund.json", format!("\u{feff}{REFUND}"));
    for (data, input) in [
        (REFUND, ""),
        ("@refund.json", ""),
        ("-", REFUND),
        ("@-", REFUND),
    ] {
        let run = shop
            .run_with(
                &["call", "refund.create_refund", "--yes", "-d", data],
                input,
            )
            .await;
        assert_eq!(run.code, 0, "{run:?}");
        assert_eq!(run.json()["body"]["out_trade_no"], "T1");
        let requests = shop.gateway.requests();
        let sent: Value = serde_json::from_slice(requests.last().unwrap().body()).unwrap();
        assert_eq!(sent, serde_json::from_str::<Value>(REFUND).unwrap());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sensitive_members_and_parameters_are_encrypted() {
    let shop = Shop::open().await;
    let body = r#"{"echo_message":"hello","encrypted_echo_message":"SECRET"}"#;
    let run = shop.run(&["call", "certificates.echo", "-d", body]).await;
    assert_eq!(run.code, 0, "{run:?}");
    let requests = shop.gateway.requests();
    let request = requests.last().unwrap();
    let sent: Value = serde_json::from_slice(request.body()).unwrap();
    let ciphertext = sent["encrypted_echo_message"].as_str().unwrap();
    assert_eq!(
        shop.gateway.decrypt(request, ciphertext).as_deref(),
        Some("SECRET")
    );

    let run = shop
        .run(&[
            "call",
            "GET",
            "/v3/capital/capitallhh/banks/search-banks-by-bank-account",
            "-q",
            "account_number=622202",
        ])
        .await;
    assert_eq!(run.code, 0, "{run:?}");
    let requests = shop.gateway.requests();
    let request = requests.last().unwrap();
    let pairs = request.query_pairs();
    assert_eq!(
        shop.gateway.decrypt(request, &pairs[0].1).as_deref(),
        Some("622202")
    );

    // A number would be sent in clear.
    let body = r#"{"echo_message":"hello","encrypted_echo_message":622202}"#;
    let count = shop.gateway.request_count();
    let run = shop
        .run(&["call", "certificates.echo", "-d", body, "--no-check"])
        .await;
    assert!(
        run.failed(3).starts_with(
            "`/encrypted_echo_message` of the body is sensitive (敏感信息) and no text\n"
        ),
        "{run:?}"
    );
    assert!(!run.stderr.contains("622202"));

    // The client would encrypt a ciphertext a second time, and it is too long for that.
    let body = json!({ "echo_message": "hello", "encrypted_echo_message": ciphertext }).to_string();
    let cure = "sensitive (敏感信息), and looks encrypted already\ngive the plaintext: the client encrypts it";
    for more in [&[][..], &["--no-check"], &["--dry-run"]] {
        let call = ["call", "certificates.echo", "-d", &body];
        assert_eq!(
            shop.run(&[&call[..], more].concat()).await.failed(3),
            format!("`/encrypted_echo_message` of the body is {cure}")
        );
    }
    let number = format!("account_number={ciphertext}");
    let path = "/v3/capital/capitallhh/banks/search-banks-by-bank-account";
    assert_eq!(
        shop.run(&["call", "GET", path, "-q", &number])
            .await
            .failed(3),
        format!("the query parameter `account_number` is {cure}")
    );
    assert_eq!(shop.gateway.request_count(), count);
}

/// Errors of an unknown name, or of a value of a wrong form.
const COMMAND_LINE: [&str; 9] = [
    "no known operation is",
    "the path belongs to",
    "is no method",
    "is no path",
    "is no host",
    "is no percent-encoded",
    "-q out_refund_no` has no `=`",
    "`-q =x` has no name",
    "is a method without a path",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_request_is_not_sent() {
    let shop = Shop::open().await;
    shop.write("array.json", "[]");
    shop.write("broken.json", "{\n  \"a\": }");
    shop.write("empty.json", "\n");
    let with =
        |amount: &str| format!(r#"{{"out_trade_no":"T1","out_refund_no":"R1","amount":{amount}}}"#);
    let text = with(r#"{"refund":"1","total":2,"currency":"CNY"}"#);
    let small = with(r#"{"refund":0,"total":2,"currency":"CNY"}"#);
    let missing = with(r#"{"refund":1,"currency":"CNY"}"#);
    let unknown = with(r#"{"refund":1,"total":2,"currency":"CNY","tip":1}"#);
    let create = ["call", "refund.create_refund", "-y", "-d"];
    let data = |data: &'static str| [&create[..], &[data]].concat();
    for (arguments, error) in [
        (
            vec!["call", "refund.creat_refund"],
            "no known operation is `refund.creat_refund`; the product `refund` has:",
        ),
        (
            vec!["call", "GET", "/v3/refund/domestic/refund/1"],
            "no known operation is",
        ),
        (
            vec!["call", "GET", "/v3/refund/domestic/refunds"],
            "the path belongs to:",
        ),
        (
            vec!["call", "HEAD", "/v3/refund/domestic/refunds"],
            "`HEAD` is no method of WeChat Pay",
        ),
        (
            vec!["call", "GET", "v3/refund/domestic/refunds/1"],
            "`v3/refund/domestic/refunds/1` is no path",
        ),
        (
            vec!["call", "GET", "https://example.com/v3/certificates"],
            "`example.com` is no host of WeChat Pay",
        ),
        (
            vec!["call", "refund.query_refund"],
            "`{out_refund_no}` of the path is missing: send the value\n\
             write the value of `{out_refund_no}` into the path, or give -q out_refund_no=VALUE\n\
             see the parameters and members: wechatpay operations refund.query_refund\n",
        ),
        (
            vec!["call", "GET", "/v3/pay/transactions/out-trade-no/A-1"],
            "the query parameter `mchid` is missing: send the parameter\n\
             add -q mchid=1900000109\n\
             see the parameters and members: wechatpay operations pay_merchant.query_order_by_out_trade_no\n",
        ),
        (
            vec!["call", "GET", "/v3/bill/tradebill"],
            "the query parameter `bill_date` is missing: send the parameter\n\
             add -q bill_date=VALUE\n\
             see the parameters and members: wechatpay operations bill.",
        ),
        (
            vec!["call", "GET", "/v3/refund/domestic/refunds/{out_refund_no}"],
            "`{out_refund_no}` of the path is missing: send the value\n\
             write the value of `{out_refund_no}` into the path, or give -q out_refund_no=VALUE\n\
             see the parameters and members: wechatpay operations refund.query_refund\n",
        ),
        (
            vec![
                "call",
                "GET",
                "/v3/refund/domestic/refunds/1",
                "-q",
                "out_refund_no=2",
            ],
            "`out_refund_no` has a value in the path already",
        ),
        (
            vec![
                "call",
                "refund.query_refund",
                "-q",
                "out_refund_no=1",
                "-q",
                "out_refund_no=2",
            ],
            "`out_refund_no` of the path has two values",
        ),
        (
            vec!["call", "refund.query_refund", "-q", "out_refund_no"],
            "`-q out_refund_no` has no `=`",
        ),
        (
            vec!["call", "refund.query_refund", "-q", "=x"],
            "`-q =x` has no name",
        ),
        (
            vec!["call", "post"],
            "`post` is a method without a path\nwrite METHOD and path: wechatpay call post /v3/…",
        ),
        (
            vec![
                "call",
                "refund.query_refund",
                "-q",
                "out_refund_no=1",
                "-q",
                "mchid=1",
            ],
            "the query parameter `mchid` is unknown",
        ),
        (
            vec![
                "call",
                "refund.query_refund",
                "-q",
                "out_refund_no=1",
                "-d",
                "{}",
            ],
            "GET /v3/refund/domestic/refunds/{out_refund_no} does not have a request body\n\
             leave out -d, and give parameters with -q NAME=VALUE",
        ),
        (
            vec!["call", "GET", "/v3/new", "--unlisted", "-d", "{}"],
            "GET /v3/new does not have a request body\n",
        ),
        (
            vec!["call", "DELETE", "/v3/profitsharing/receivers/1/"],
            "the path `/v3/profitsharing/receivers/1/` has an empty segment\n\
             write `DELETE /v3/profitsharing/receivers/1`, without `//` and without `/` at the end",
        ),
        (
            data("{"),
            "the body is no JSON: EOF while parsing an object at line 1 column 1\nquote JSON for the shell",
        ),
        (
            data("array.json"),
            "the body is no JSON: expected value at line 1 column 1\nname a file with @: -d @array.json",
        ),
        (
            data("@broken.json"),
            "the body in broken.json is no JSON: expected value at line 2 column 8\n\
             correct the file, or name another one",
        ),
        (
            data("@empty.json"),
            "the body in empty.json is empty\n\
             correct the file, or name another one",
        ),
        (
            data("-"),
            "the body on standard input is empty\n\
             write JSON to standard input",
        ),
        (data(" "), "the body is empty\nquote JSON for the shell"),
        (
            data(r#"{"amount":{"total":100.0}}"#),
            "the body cannot be kept as it is: the number at `/amount/total` has a fraction of 0, an exponent or too \
             many digits: write a whole number with at most 64 bits, and only with digits",
        ),
        (
            data("@array.json"),
            "the body is no JSON object: send an object",
        ),
        (
            data("@missing.json"),
            "cannot read missing.json: No such file or directory (os error 2)\n\
             check the path, which begins at the current folder",
        ),
        (
            vec!["call", "refund.create_refund", "-y"],
            "the request has 3 mistakes:\n  \
             `/transaction_id` of the body is missing: send the member, or `out_trade_no`\n  \
             `/out_refund_no` of the body is missing: send the member\n  \
             `/amount` of the body is missing: send the member\n\
             give the body with -d JSON or -d @FILE\n",
        ),
        (
            [&create[..], &[&*text]].concat(),
            "`/amount/refund` of the body is a text: send an integer",
        ),
        (
            [&create[..], &[&*small]].concat(),
            "`/amount/refund` of the body is 0: send at least 1",
        ),
        (
            [&create[..], &[&*missing]].concat(),
            "`/amount/total` of the body is missing: send the member",
        ),
        (
            [&create[..], &[&*unknown]].concat(),
            "`/amount/tip` of the body is unknown",
        ),
        (
            [&create[..], &[REFUND, "-H", "Idempotency-Key: 1"]].concat(),
            "the operation declares no header `Idempotency-Key`",
        ),
        (
            [&create[..], &[REFUND, "-H", "Wechatpay-Serial: 1"]].concat(),
            "the client writes the header `Wechatpay-Serial` by itself",
        ),
        (
            [&create[..], &[REFUND, "-H", "authorization: 1"]].concat(),
            "the client writes the header `authorization` by itself",
        ),
        (
            vec![
                "call",
                "refund.query_refund",
                "-q",
                "out_refund_no=1",
                "-F",
                "a.png",
            ],
            "does not take a file\nleave out -F, and give parameters with -q NAME=VALUE",
        ),
        (
            vec!["call", "POST", "/v3/merchant/media/upload"],
            "POST /v3/merchant/media/upload needs a file\ngive the file with -F FILE",
        ),
        (
            vec![
                "call",
                "POST",
                "/v3/merchant/media/upload",
                "-F",
                "missing.png",
            ],
            "cannot read missing.png: No such file or directory",
        ),
        (
            vec!["call", "POST", "/v3/merchant/media/upload", "-F", "."],
            "cannot read .: this is a folder, not a file",
        ),
        (
            vec!["call", "GET", "/v3/billdownload/file", "-q", "token=1"],
            "responds with a file\nsave it with -o FILE",
        ),
        (
            vec![
                "call",
                "refund.query_refund",
                "-q",
                "out_refund_no=1",
                "-o",
                "a",
            ],
            "responds with JSON, not with a file",
        ),
        (
            vec!["call", "GET", "/v3/global/refunds/id/1"],
            "is on the hosts outside the mainland (境外)\nadd --global",
        ),
        (
            vec![
                "call",
                "refund.query_refund",
                "-q",
                "out_refund_no=1",
                "--global",
            ],
            "is on the hosts of the mainland",
        ),
        (
            vec!["call", "DELETE", "/brand/store/brandstores/1"],
            "is for brands (品牌直连)",
        ),
    ] {
        let run = shop.run(&arguments).await;
        let is_command_line = COMMAND_LINE.iter().any(|part| error.contains(part));
        let text = run.failed(if is_command_line { 2 } else { 3 });
        assert!(text.contains(error), "{arguments:?}: {text}");
        assert!(text.lines().count() < 24, "{text}");
        assert_eq!(run.stdout, "");
    }
    assert_eq!(shop.gateway.request_count(), 0);
    for arguments in [
        &["call"][..],
        &[
            "call",
            "POST",
            "/v3/merchant/media/upload",
            "-F",
            "a.png",
            "-d",
            "{}",
        ],
        &["call", "a", "b", "c"],
    ] {
        assert_eq!(shop.run(arguments).await.code, 2, "{arguments:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_check_sends_what_the_facts_refuse() {
    let shop = Shop::open().await;
    let body = r#"{"out_refund_no":"R1","amount":{"refund":0}}"#;
    let run = shop
        .run(&[
            "call",
            "refund.create_refund",
            "-y",
            "--no-check",
            "-d",
            body,
        ])
        .await;
    let text = run.failed(4);
    assert!(text.starts_with("PARAM_ERROR: "), "{text}");
    let failure = run.failure();
    assert_eq!(failure["code"], "PARAM_ERROR");
    assert_eq!(failure["status"], 400);
    assert_eq!(failure["outcome"], "not-executed");
    assert_eq!(failure["verified"], true);
    assert_eq!(failure["detail"]["location"], "body");
    assert_eq!(failure["detail"].get("value"), None);
    assert!(failure["request_id"].is_string());
    assert_eq!(shop.gateway.request_count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operation_that_moves_money_needs_a_yes() {
    let shop = Shop::open().await;
    let run = shop
        .run(&["call", "refund.create_refund", "-d", REFUND])
        .await;
    assert_eq!(
        run.failed(3),
        "POST /v3/refund/domestic/refunds (申请退款) may move money, and nobody can be asked\n\
         look at the request with --dry-run\nsend it with --yes"
    );
    assert_eq!(shop.gateway.request_count(), 0);
    let run = shop
        .run(&["call", "certificates.echo", "-d", r#"{"echo_message":"a"}"#])
        .await;
    assert_eq!(run.code, 0, "{run:?}");
    let delete = ["call", "DELETE", "/v3/edu-papay/contracts/1"];
    assert!(
        shop.run(&delete).await.failed(3).starts_with(
            "DELETE /v3/edu-papay/contracts/{contract_id} (教育续费通解约) ends something that no call restores, and nobody can be asked\n"
        )
    );
    assert_eq!(shop.gateway.request_count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_operation_is_called_only_as_unlisted() {
    let shop = Shop::open().await;
    let path = "/v3/new/{id}/things";
    shop.gateway
        .respond("GET", path, ScriptedResponse::ok(json!({ "a": 1 })));
    shop.gateway
        .respond("POST", path, ScriptedResponse::no_content());
    let call = ["call", "GET", "/v3/new/张三/things?a=b%20c"];
    let text = shop.run(&call).await.failed(2);
    assert!(
        text.starts_with("no known operation is `GET /v3/new/张三/things?a=b%20c`\n"),
        "{text}"
    );
    assert!(text.contains("--unlisted"), "{text}");
    assert_eq!(shop.gateway.request_count(), 0);

    let run = shop
        .run(
            &[
                &call[..],
                &["--unlisted", "-q", "d=e", "-H", "Idempotency-Key: k"],
            ]
            .concat(),
        )
        .await;
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(run.json()["body"], json!({ "a": 1 }));
    assert!(
        run.stderr
            .starts_with("warning: the operation is not known: "),
        "{run:?}"
    );
    let requests = shop.gateway.requests();
    assert_eq!(
        requests[0].target(),
        "/v3/new/%E5%BC%A0%E4%B8%89/things?a=b%20c&d=e"
    );
    assert_eq!(requests[0].header("Idempotency-Key"), Some("k"));

    let run = shop
        .run(&[&call[..], &["--unlisted", "--global"]].concat())
        .await;
    assert_eq!(run.code, 0, "{run:?}");

    // Nobody knows if it moves money.
    let post = ["call", "POST", "/v3/new/1/things", "--unlisted", "-d", "{}"];
    assert!(shop.run(&post).await.failed(3).contains("may move money"));
    let run = shop.run(&[&post[..], &["--yes"]].concat()).await;
    assert_eq!((run.code, &run.json()["body"]), (0, &json!({})), "{run:?}");
    let lost = ScriptedResponse::no_content().with_fault(Fault::DropAfterRead);
    shop.gateway.respond_once("POST", path, lost);
    let run = shop.run(&[&post[..], &["--yes"]].concat()).await;
    assert_eq!(
        run.failed(5).lines().skip(1).collect::<Vec<_>>(),
        [
            "query first, with the query of the operation",
            "or repeat the very same command, with the same numbers: a new number may pay twice"
        ]
    );
    let text = shop
        .run(&["call", "/v3/new/1/things", "--unlisted"])
        .await
        .failed(2);
    assert!(
        text.starts_with("an operation that is not listed needs its method\n"),
        "{text}"
    );
}

/// The user of a payment code (付款码) may have to enter the password. A new number would pay twice.
#[tokio::test]
async fn a_payment_that_is_not_decided_is_queried() {
    let shop = Shop::open().await;
    let path = "/v3/pay/transactions/codepay";
    let body = json!({
        "appid": "wxd678efh567hg6787", "mchid": "1900000109", "description": "demo", "out_trade_no": "CODE01",
        "payer": { "auth_code": "130061098828009406" }, "amount": { "total": 1 },
        "scene_info": { "store_info": { "id": "1" } },
    });
    let call = ["call", "POST", path, "--yes", "-d", &body.to_string()];
    for (status, code) in [(200, 0), (202, 5)] {
        let paying = json!({ "code": "USERPAYING", "message": "需要用户输入支付密码" });
        shop.gateway
            .respond_once("POST", path, ScriptedResponse::json(status, paying));
        let run = shop.run(&call).await;
        assert_eq!(run.code, code, "{run:?}");
        assert_eq!(run.json()["status"], status);
        let query = "query before anything else: wechatpay call GET /v3/pay/transactions/out-trade-no/CODE01 -q mchid=1900000109";
        assert_eq!(run.stderr.contains(query), code == 5, "{run:?}");
        let (outcome, cures) = match code {
            5 => (json!("unknown"), json!([query])),
            _ => (Value::Null, Value::Null),
        };
        let json = run.json();
        assert_eq!((&json["outcome"], &json["cures"]), (&outcome, &cures));
    }
    // The query goes to the same server.
    let paying = json!({ "code": "USERPAYING" });
    let paying = ScriptedResponse::json(202, paying);
    shop.gateway.respond_once("POST", path, paying);
    let url = shop.gateway.base_url();
    let run = shop.run(&[&call[..], &["--base-url", &url]].concat()).await;
    let query =
        format!("wechatpay call --base-url {url} GET /v3/pay/transactions/out-trade-no/CODE01");
    assert!(run.stderr.contains(&query), "{run:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn declared_headers_are_sent() {
    let shop = Shop::open().await;
    let operations = &wechatpay_endpoints::facts().operations;
    let operation = operations
        .iter()
        .find(|operation| {
            operation
                .params
                .iter()
                .any(|p| p.field.name == "Idempotency-Key")
        })
        .unwrap();
    let example = wechatpay_endpoints::facts().example(operation).unwrap();
    let mut body = example.request.clone().unwrap();
    if let Some(signer) = body.get_mut("sp_mchid") {
        *signer = shop.gateway.merchant().mchid().into();
    }
    let body = body.to_string();
    let name = operation.full_name();
    let mut arguments = vec![
        "call".to_owned(),
        name,
        "-y".to_owned(),
        "-d".to_owned(),
        body,
    ];
    for (name, value) in example.path.iter().chain(&example.query) {
        arguments.extend([
            "-q".to_owned(),
            format!("{name}={}", value.as_str().unwrap()),
        ]);
    }
    arguments.extend(["-H".to_owned(), "idempotency-key: 12345".to_owned()]);
    if operation.host.is_some() {
        arguments.push("--global".to_owned());
    }
    let run = shop
        .run(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
        .await;
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(
        shop.gateway.requests()[0].header("Idempotency-Key"),
        Some("12345")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_uploaded_in_the_form_of_the_operation() {
    let shop = Shop::open().await;
    shop.write("logo.png", b"PNG");
    let run = shop
        .run(&[
            "call",
            "POST",
            "/v3/merchant/media/upload",
            "-F",
            "logo.png",
        ])
        .await;
    assert_eq!(run.code, 0, "{run:?}");
    let requests = shop.gateway.requests();
    let request = requests.last().unwrap();
    let file = request.file().unwrap();
    assert_eq!(
        (file.part_name(), file.filename(), &**file.bytes()),
        ("file", "logo.png", &b"PNG"[..])
    );
    let meta: Value = serde_json::from_slice(request.meta().unwrap()).unwrap();
    let sha256 = "796120837694d3f3f29259cfeb25091698c2a0aa87873658d840b4993ee889b3";
    assert_eq!(meta["filename"], "logo.png");
    assert_eq!(meta["sha256"], sha256);

    // Another name of the part, other members of the meta, and texts.
    let path = "/v3/mch-manage/submission-files/sub-mchid/1900000109/upload";
    let call = [
        "call",
        "POST",
        path,
        "-F",
        "submission_file=@logo.png",
        "-F",
        "manage_record_id=7",
    ];
    let text = shop
        .run(&[&call[..], &["-F", "item_id=x"]].concat())
        .await
        .failed(3);
    assert!(
        text.starts_with("`/item_id` of the body is a text: send an integer"),
        "{text}"
    );
    let run = shop.run(&[&call[..], &["-F", "item_id=56"]].concat()).await;
    assert_eq!(run.code, 0, "{run:?}");
    let requests = shop.gateway.requests();
    let request = requests.last().unwrap();
    assert_eq!(request.file().unwrap().part_name(), "submission_file");
    assert_eq!(
        (request.text("item_id"), request.text("manage_record_id")),
        (Some("56"), Some("7"))
    );
    let meta: Value = serde_json::from_slice(request.meta().unwrap()).unwrap();
    assert_eq!(meta["file_name"], "logo.png");
    assert!(meta["file_digest"].is_string());

    // Given members of the meta.
    let path = "/v3/taxi-invoice/cards/upload-file";
    let meta = r#"meta={"company_mchid":"1900000109","region_id":440300}"#;
    let run = shop
        .run(&["call", "POST", path, "-F", "file=@logo.png", "-F", meta])
        .await;
    assert_eq!(run.code, 0, "{run:?}");
    let requests = shop.gateway.requests();
    let meta: Value = serde_json::from_slice(requests.last().unwrap().meta().unwrap()).unwrap();
    assert_eq!(meta["region_id"], 440300);
    assert_eq!(meta["digest_algorithm"], "DIGEST_ALGORITHM_SM3");
    assert_eq!(meta["digest"].as_str().unwrap().len(), 64);
}

/// The limits are those of WeChat Pay's pages, which the facts do not have.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_too_large_or_of_another_format_is_not_sent() {
    let shop = Shop::open().await;
    shop.write("logo.gif", "GIF");
    shop.write("LOGO.PNG", vec![1; 2 << 20]);
    shop.write("large.png", vec![1; (2 << 20) + 1]);
    shop.write("large.mp4", vec![1; (5 << 20) + 1]);
    let image = "/v3/marketing/favor/media/image-upload";
    let video = "/v3/merchant/media/video_upload";
    for (path, file, mistakes) in [
        (
            image,
            "logo.gif",
            json!([
                "the file `logo.gif` has a format that POST /v3/marketing/favor/media/image-upload does not take: send one of jpg, jpeg, bmp, png"
            ]),
        ),
        (
            image,
            "large.png",
            json!(["the file `large.png` has 2097153 bytes: send at most 2 MB"]),
        ),
        (
            video,
            "large.mp4",
            json!(["the file `large.mp4` has 5242881 bytes: send at most 5 MB"]),
        ),
    ] {
        let run = shop.run(&["call", "POST", path, "-F", file]).await;
        assert_eq!(run.code, 3, "{run:?}");
        assert_eq!(run.failure()["error"], mistakes[0]);
    }
    assert_eq!(shop.gateway.request_count(), 0);
    let image = ["call", "POST", image, "-F"];
    for more in [&["LOGO.PNG"][..], &["large.png", "--no-check"]] {
        let run = shop.run(&[&image[..], more].concat()).await;
        assert_eq!(run.code, 0, "{run:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_saved_whole_or_not_at_all() {
    let shop = Shop::open().await;
    let call = ["call", "GET", "/v3/merchant-service/images/abc%3D", "-o"];
    let run = shop.run(&[&call[..], &["image.png"]].concat()).await;
    assert_eq!(run.code, 0, "{run:?}");
    let content = std::fs::read(shop.path("image.png")).unwrap();
    let json = run.json();
    assert_eq!(
        (&json["path"], &json["verified"]),
        (&json!("image.png"), &json!(false))
    );
    assert_eq!(json["size"], content.len());
    let run = shop.run(&[&call[..], &["-"]].concat()).await;
    assert_eq!(run.stdout.as_bytes(), content);

    let faulty = ScriptedResponse::file("a file").with_fault(Fault::TruncatedBody);
    shop.gateway
        .respond("GET", "/v3/merchant-service/images/{media_id}", faulty);
    let run = shop.run(&[&call[..], &["broken.png"]].concat()).await;
    let text = run.failed(4);
    assert!(
        text.ends_with("\nnothing was changed: repeat the query"),
        "{text}"
    );
    assert!(!shop.path("broken.png").exists());
}

/// A download that fails counts as not executed, which is wrong of a request that changes something.
#[tokio::test(flavor = "multi_thread")]
async fn only_the_response_to_a_get_is_saved_as_a_file() {
    let shop = Shop::open().await;
    let post = [
        "call",
        "POST",
        "/v3/new",
        "--unlisted",
        "-y",
        "-d",
        "{}",
        "-o",
        "file",
    ];
    for more in [&[][..], &["--dry-run"]] {
        assert_eq!(
            shop.run(&[&post[..], more].concat()).await.failed(3),
            "POST /v3/new is no GET, and only the response to a GET is saved as a file\n\
             leave out -o, and redirect the output: wechatpay call … > FILE"
        );
    }
    assert_eq!(shop.gateway.request_count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn exit_codes_and_next_steps_follow_the_outcome() {
    let shop = Shop::open().await;
    let path = "/v3/refund/domestic/refunds";
    let create = ["call", "refund.create_refund", "-y", "-d", REFUND];
    let respond = |response| shop.gateway.respond_once("POST", path, response);

    respond(ScriptedResponse::error(
        403,
        "NOT_ENOUGH",
        "基本账户余额不足",
    ));
    let run = shop.run(&create).await;
    assert!(
        run.failed(4).starts_with("NOT_ENOUGH: 基本账户余额不足"),
        "{run:?}"
    );
    // The words of the message that tell the cause are a part of the command.
    let explain =
        "\nsee what it means: wechatpay explain /v3/refund/domestic/refunds NOT_ENOUGH '余额不足'";
    assert!(run.failed(4).ends_with(explain), "{run:?}");
    assert_eq!(run.failure()["message"], "基本账户余额不足");

    let message = "请求重入时，参数与首次请求时不一致，请核实后再试";
    respond(ScriptedResponse::error(400, "INVALID_REQUEST", message));
    let text = shop.run(&create).await.failed(5);
    let explain = "wechatpay explain /v3/refund/domestic/refunds INVALID_REQUEST '请求重入时，参数与首次请求时不一致'";
    assert!(text.contains(explain), "{text}");

    respond(ScriptedResponse::ok(json!({})).with_fault(Fault::DropAfterRead));
    let text = shop.run(&create).await.failed(5);
    let steps = "\nquery first: wechatpay call GET /v3/refund/domestic/refunds/R1\n\
        or repeat the very same command, with the same numbers: a new number may pay twice";
    assert!(text.ends_with(steps), "{text}");

    respond(ScriptedResponse::ok(json!({})).with_fault(Fault::WrongSignature));
    let run = shop.run(&create).await;
    let doctor = "\nfind the wrong key, ID or clock: wechatpay doctor";
    let text = run.failed(5);
    assert!(text.ends_with(&[doctor, steps].concat()), "{text}");
    assert_eq!(run.stdout, "");

    // Wrong on purpose, so that no key is to be found.
    respond(ScriptedResponse::ok(json!({})).with_fault(Fault::SignatureProbe));
    let text = shop.run(&create).await.failed(5);
    assert!(text.ends_with(steps) && !text.contains(doctor), "{text}");

    let order = "/v3/pay/transactions/out-trade-no/{out_trade_no}/close";
    let dropped = ScriptedResponse::no_content().with_fault(Fault::DropAfterRead);
    shop.gateway.respond("POST", order, dropped);
    let mchid = shop.gateway.merchant().mchid().to_owned();
    let body = json!({ "mchid": mchid }).to_string();
    let close = order.replace("{out_trade_no}", "T1");
    let text = shop
        .run(&["call", "POST", &close, "-d", &body])
        .await
        .failed(5);
    let query = format!(
        "query first: wechatpay call GET /v3/pay/transactions/out-trade-no/T1 -q mchid={mchid}"
    );
    assert!(text.contains(&query), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_step_contradicts_the_manuals() {
    let shop = Shop::open().await;
    let create = ["call", "refund.create_refund", "-y", "-d", REFUND];
    let respond = |status, code: &str, number| {
        let error =
            ScriptedResponse::error(status, code, "参数错误").with_request_id_number(number);
        let path = "/v3/refund/domestic/refunds";
        shop.gateway.respond_once("POST", path, error);
    };
    let steps = |run: &Run, code| {
        let id = run.failure()["request_id"].as_str().unwrap().to_owned();
        let text = run.failed(code).replace(&id, "REQUEST-ID");
        text.lines().skip(1).collect::<Vec<_>>().join("\n")
    };
    // The number was used with other parameters, so that the same command fails for ever. The steps of the manuals are
    // about orders, not about refunds.
    respond(400, "PARAM_ERROR", 268_498_688);
    assert_eq!(
        steps(&shop.run(&create).await, 5),
        "query first: wechatpay call GET /v3/refund/domestic/refunds/R1\n\
         see what it means: wechatpay explain /v3/refund/domestic/refunds PARAM_ERROR REQUEST-ID"
    );
    let order = "/v3/pay/transactions/native";
    let error = ScriptedResponse::error(400, "PARAM_ERROR", "参数错误");
    let error = error.with_request_id_number(268_498_688);
    shop.gateway.respond_once("POST", order, error);
    let mchid = shop.gateway.merchant().mchid().to_owned();
    let body = json!({
        "appid": "wxd678efh567hg6787", "mchid": mchid, "description": "x", "out_trade_no": "20260101001",
        "notify_url": "https://shop.example.com/notify", "amount": { "total": 1 },
    })
    .to_string();
    let place = ["call", "POST", order, "-d", &body];
    assert_eq!(
        steps(&shop.run(&place).await, 5),
        format!(
            "query first: wechatpay call GET /v3/pay/transactions/out-trade-no/20260101001 -q mchid={mchid}\n\
             take a new number, after a query: query the order; repeat the request with exactly the first parameters, \
             or close the order and take a new `out_trade_no`\n\
             see what it means: wechatpay explain /v3/pay/transactions/native PARAM_ERROR REQUEST-ID"
        )
    );
    // The number says more than the code.
    respond(403, "NOT_ENOUGH", 268_435_461);
    let explain = "correct the request: read the field in `detail` of the response; compare the body with the \
        definition of the operation\nsee what it means: wechatpay explain /v3/refund/domestic/refunds NOT_ENOUGH REQUEST-ID";
    assert_eq!(steps(&shop.run(&create).await, 4), explain);
    respond(500, "SYSTEM_ERROR", 268_435_461);
    let query = "query first: wechatpay call GET /v3/refund/domestic/refunds/R1\n";
    let explain = "see what it means: wechatpay explain /v3/refund/domestic/refunds SYSTEM_ERROR";
    assert_eq!(
        steps(&shop.run(&create).await, 5),
        format!("{query}{explain} REQUEST-ID")
    );
    // Trouble of WeChat Pay passes.
    respond(500, "SYSTEM_ERROR", 0);
    assert_eq!(
        steps(&shop.run(&create).await, 5),
        format!(
            "{query}{explain}\n\
             or repeat the very same command, with the same numbers: a new number may pay twice"
        )
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_moves_nothing_warns_of_no_second_payment() {
    let shop = Shop::open().await;
    let echo = ["call", "certificates.echo", "-d", r#"{"echo_message":"a"}"#];
    let dropped = || ScriptedResponse::ok(json!({})).with_fault(Fault::DropAfterRead);
    shop.gateway.respond("POST", "/v3/security/echo", dropped());
    let text = shop.run(&echo).await.failed(4);
    assert!(
        text.ends_with("\nnothing was changed: repeat the query"),
        "{text}"
    );
    assert!(!text.contains("executed"), "{text}");

    let close = "/v3/pay/transactions/out-trade-no/{out_trade_no}/close";
    shop.gateway.respond("POST", close, dropped());
    let body = json!({ "mchid": shop.gateway.merchant().mchid() }).to_string();
    let close = close.replace("{out_trade_no}", "T1");
    let text = shop
        .run(&["call", "POST", &close, "-d", &body])
        .await
        .failed(5);
    assert!(
        text.ends_with("\nor repeat the very same command"),
        "{text}"
    );
}

/// Sends a signal after the process handles signals.
#[cfg(target_os = "linux")]
async fn signal(pid: u32, name: &str) {
    let handled = || {
        let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
        let mask = status.lines().find_map(|line| line.strip_prefix("SigCgt:"));
        let mask = u64::from_str_radix(mask.unwrap().trim(), 16).unwrap();
        // SIGINT and SIGTERM.
        mask & (1 << 1) != 0 && mask & (1 << 14) != 0
    };
    while !handled() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let kill = std::process::Command::new("kill")
        .args(["-s", name, &pid.to_string()])
        .status();
    assert!(kill.unwrap().success());
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn an_interrupted_call_says_if_its_request_may_have_been_executed() {
    let shop = Shop::open().await;
    let slow = || ScriptedResponse::ok(json!({})).with_delay(Duration::from_secs(9));
    let path = "/v3/refund/domestic/refunds";
    shop.gateway.respond("POST", path, slow());
    shop.gateway
        .respond("GET", "/v3/refund/domestic/refunds/{out_refund_no}", slow());
    let create = ["call", "refund.create_refund", "-y", "-d", REFUND];
    let reads = ["call", "refund.create_refund", "-y", "-d", "-"];
    let query = ["call", "refund.query_refund", "-q", "out_refund_no=R1"];
    let unknown = "interrupted; the request may have been executed\n\
         query first: wechatpay call GET /v3/refund/domestic/refunds/R1\n\
         or repeat the very same command, with the same numbers: a new number may pay twice";
    let changed = "interrupted\nnothing was changed: repeat the query";
    for (arguments, outcome, code, expected) in [
        (&create[..], Some("unknown"), 5, unknown),
        (&query[..], Some("not-executed"), 4, changed),
        (&reads[..], None, 3, "interrupted: nothing was sent"),
    ] {
        for name in ["INT", "TERM"] {
            let count = shop.gateway.request_count();
            let mut command = shop.command(arguments);
            command
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped());
            let mut child = command.spawn().unwrap();
            // Open, so that the command waits for the body.
            let stdin = child.stdin.take();
            while outcome.is_some() && shop.gateway.request_count() == count {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            signal(child.id().unwrap(), name).await;
            let output = child.wait_with_output().await.unwrap();
            drop(stdin);
            let run = Run {
                code: output.status.code().unwrap(),
                stdout: String::from_utf8(output.stdout).unwrap(),
                stderr: String::from_utf8(output.stderr).unwrap(),
            };
            assert_eq!(run.failed(code), expected, "{name}");
            assert_eq!(run.failure()["outcome"].as_str(), outcome);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_number_of_another_merchant_is_a_mistake() {
    let shop = Shop::open().await;
    let own = shop.gateway.merchant().mchid().to_owned();
    let query = [
        "call",
        "GET",
        "/v3/pay/transactions/out-trade-no/T1",
        "-q",
        "mchid=1900000100",
    ];
    let run = shop.run(&query).await;
    let mistake = format!(
        "the query parameter `mchid` is 1900000100, and the merchant that signs is {own}: send {own}"
    );
    assert_eq!(
        run.failed(3),
        format!(
            "{mistake}\n\
             or sign as the other merchant, with its keys: --profile or --mchid\n\
             see the parameters and members: wechatpay operations pay_merchant.query_order_by_out_trade_no\n\
             --no-check sends the request without this check"
        )
    );
    assert_eq!(run.failure()["mistakes"], json!([mistake]));
    for (operation, name, member) in [
        (
            "POST /v3/pay/partner/transactions/out-trade-no/T1/close",
            "sp_mchid",
            r#""sub_mchid":"1900000100","#,
        ),
        (
            "POST /v3/pay/transactions/out-trade-no/T1/close",
            "mchid",
            "",
        ),
        ("POST /v3/combine-transactions/jsapi", "combine_mchid", ""),
    ] {
        let body = format!(r#"{{{member}"{name}":"1900000100"}}"#);
        let text = shop.run(&["call", operation, "-d", &body]).await.failed(3);
        let mistake =
            format!("`/{name}` of the body is 1900000100, and the merchant that signs is");
        assert!(text.contains(&mistake), "{operation}: {text}");
    }
    assert_eq!(shop.gateway.request_count(), 0);
    shop.run(&[&query[..], &["--no-check"]].concat()).await;
    assert_eq!(shop.gateway.request_count(), 1);

    // The merchant of a store is another than the one that signs.
    let bind = "POST /v3/brand/partner/store/brandstores/1/bindrecipient";
    let run = shop
        .run(&["call", bind, "-y", "-d", r#"{"mchid":"1900000100"}"#])
        .await;
    assert!(
        !run.stderr.contains("the merchant that signs is"),
        "{run:?}"
    );
}

/// Without the flags, the doctor would check another host.
const DOCTOR: &str = "check all settings of the network: wechatpay doctor";

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_port_has_a_cause_and_a_cure_in_every_command() {
    const REFUSED: &str = "nothing was sent: tcp connect error: Connection refused (os error 111)";
    let shop = Shop::open().await;
    for (command, text) in [
        (
            &["call", "refund.query_refund", "-q", "out_refund_no=R1"][..],
            "",
        ),
        (&["order", "T1"], ""),
        (&["refund", "R1"], ""),
        (&["transfer", "B1"], ""),
        (&["bill", "trade", "--date", "2026-06-01"], ""),
        (
            &["certificates"],
            "platform certificates: the download failed, which has no side effect: ",
        ),
    ] {
        let run = async |flags: [&str; 2]| shop.run(&[command, &flags].concat()).await.failed(4);
        let closed = ["--base-url", "http://127.0.0.1:1"];
        assert_eq!(
            run(closed).await,
            format!(
                "{text}no server listens at 127.0.0.1:1; {REFUSED}\n\
                 start the server or the sandbox at 127.0.0.1:1, or correct --base-url (WECHATPAY_BASE_URL) and its port\n\
                 {DOCTOR} --base-url http://127.0.0.1:1"
            ),
            "{command:?}"
        );
        assert_eq!(
            run(["--proxy", "http://user:hunter2@127.0.0.1:1"]).await,
            format!(
                "{text}no proxy listens at 127.0.0.1:1; {REFUSED}\n\
                 start the proxy at 127.0.0.1:1, or correct --proxy (WECHATPAY_PROXY)\n\
                 {DOCTOR} --proxy '<PROXY>'"
            ),
            "{command:?}"
        );
        let unknown = run(["--base-url", "https://no.such.host.invalid"]).await;
        assert!(
            unknown.starts_with(&format!(
                "{text}DNS finds no address of no.such.host.invalid; nothing was sent: "
            )) && unknown.contains(
                "\ncheck --base-url (WECHATPAY_BASE_URL), the DNS of this machine, and if no.such.host.invalid needs a proxy (--proxy)\n"
            ),
            "{unknown}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_in_a_variable_of_other_programs_is_named_as_not_read() {
    const HOST: [&str; 2] = ["--base-url", "https://no.such.host.invalid"];
    let step = "check --base-url (WECHATPAY_BASE_URL), the DNS of this machine, and if no.such.host.invalid needs a proxy (--proxy)";
    for variable in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
        let mut shop = Shop::open().await;
        shop.set(variable, "http://user:hunter2@127.0.0.1:1");
        let unread = format!("{variable} is not read: give --proxy (WECHATPAY_PROXY)");
        let text = shop
            .run(&[&["order", "T1"][..], &HOST].concat())
            .await
            .failed(4);
        let cures: Vec<_> = text.lines().skip(1).collect();
        let doctor = format!("{DOCTOR} {}", HOST.join(" "));
        assert_eq!(cures, [&*unread, step, &doctor]);
        let run = shop.run(&[&["doctor"][..], &HOST].concat()).await;
        let checks = run.json()["checks"].clone();
        let mut checks = checks.as_array().unwrap().iter();
        let connection = checks.find(|check| check["name"] == "connection").unwrap();
        assert_eq!(connection["to_do"], json!([unread, step]));

        // No proxy leads to this machine, and --proxy is read.
        let closed = ["order", "T1", "--base-url", "http://127.0.0.1:1"];
        let proxy = ["order", "T1", "--proxy", "http://127.0.0.1:1"];
        for command in [closed, proxy] {
            let text = shop.run(&command).await.failed(4);
            assert!(!text.contains("is not read"), "{text}");
        }
    }
}

/// Asserts that each command, and the doctor, names the problem and its first step, without the password of the proxy.
async fn assert_unreachable(
    shop: &Shop,
    commands: &[&[&str]],
    options: &[&str],
    problem: &str,
    step: &str,
) {
    for command in commands {
        let run = shop.run(&[command, options].concat()).await;
        let text = run.failed(4);
        let mut lines = text.lines();
        assert!(lines.next().unwrap().ends_with(problem), "{text}");
        assert_eq!(lines.next(), Some(step), "{text}");
        assert!(!run.stderr.contains("hunter2"), "{run:?}");
    }
    let run = shop.run(&[&["doctor"][..], options].concat()).await;
    let checks = run.json()["checks"].clone();
    let mut checks = checks.as_array().unwrap().iter();
    let connection = checks.find(|check| check["name"] == "connection").unwrap();
    assert_eq!(connection["to_do"], json!([step]), "{connection}");
    assert!(!run.stdout.contains("hunter2"), "{run:?}");
}

/// The system accepts connections for the listener, which never responds: neither to TLS nor to CONNECT.
#[tokio::test(flavor = "multi_thread")]
async fn a_server_or_a_proxy_that_stays_silent_is_named() {
    const CLOSED: &str = "https://api.mch.weixin.qq.com";
    let mut shop = Shop::open().await;
    shop.set("HTTPS_PROXY", "http://127.0.0.1:1");
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let silent = listener.local_addr().unwrap();
    let server = format!("https://{silent}");
    let proxy = format!("http://user:hunter2@{silent}");
    for (network, place, step) in [
        (
            &["--base-url", &*server][..],
            format!("{silent}"),
            format!(
                "restart the server at {silent}, or correct --base-url (WECHATPAY_BASE_URL): what listens there does not respond"
            ),
        ),
        (
            &["--base-url", CLOSED, "--proxy", &*proxy],
            format!("api.mch.weixin.qq.com through the proxy {silent}"),
            "check --proxy (WECHATPAY_PROXY): that an HTTP proxy listens there, and lets CONNECT reach \
             api.mch.weixin.qq.com; a slow network needs --timeout"
                .to_owned(),
        ),
    ] {
        let problem = format!("timed out while connecting to {place}; nothing was sent");
        // The call ends before the timeout of connections.
        let options = [network, &["--timeout", "1"]].concat();
        let commands = [&["order", "T1"][..], &["certificates"]];
        assert_unreachable(&shop, &commands, &options, &problem, &step).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_port_without_tls_has_one_cause() {
    let shop = Shop::open().await;
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        use std::io::Write as _;
        for mut stream in listener.incoming().flatten() {
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        }
    });
    let call = ["call", "refund.query_refund", "-q", "out_refund_no=R1"];
    let text = shop
        .run(&[&call[..], &["--base-url", &url]].concat())
        .await
        .failed(4);
    let place = url.trim_start_matches("https://");
    assert_eq!(
        text,
        format!(
            "{place} does not speak TLS; nothing was sent: wrong version number\n\
             check that the port speaks TLS; for plain HTTP, write http:// in --base-url\n\
             {DOCTOR} --base-url {url}"
        )
    );
}

/// A listener that reads before each of its replies and before it closes.
fn closing(replies: Vec<&'static str>) -> std::net::SocketAddr {
    use std::io::{Read as _, Write as _};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            for reply in &replies {
                let _ = stream.read(&mut [0; 4096]);
                let _ = stream.write_all(reply.as_bytes());
            }
            let _ = stream.read(&mut [0; 4096]);
        }
    });
    address
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_that_gives_no_tunnel_is_named_with_the_cause() {
    const HOST: &str = "api.mch.weixin.qq.com";
    const BROKEN: &str = "check --proxy (WECHATPAY_PROXY): that an HTTP proxy listens there, and lets CONNECT reach \
         api.mch.weixin.qq.com";
    let shop = Shop::open().await;
    for (replies, problem, step) in [
        (
            vec!["HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"],
            "cannot connect through the proxy {proxy}; nothing was sent: proxy authentication required (407): check user \
             and password",
            "give the user and the password of the proxy, percent-encoded, in --proxy (WECHATPAY_PROXY): \
             http://USER:PASSWORD@{proxy}",
        ),
        (
            vec!["HTTP/1.1 403 Forbidden\r\n\r\n"],
            "cannot connect through the proxy {proxy}; nothing was sent: the proxy refused the CONNECT request",
            "let the proxy at {proxy} accept CONNECT to api.mch.weixin.qq.com",
        ),
        (
            vec!["SSH-2.0-OpenSSH_9.6\r\n"],
            "cannot connect through the proxy {proxy}; nothing was sent: the proxy does not speak HTTP",
            "correct --proxy (WECHATPAY_PROXY) and its port: what listens at {proxy} is no HTTP proxy",
        ),
        (
            vec![],
            "cannot connect through the proxy {proxy}; nothing was sent: the proxy closed the connection",
            BROKEN,
        ),
        // The tunnel ends before TLS, or leads to something else.
        (
            vec!["HTTP/1.1 200 OK\r\n\r\n"],
            "cannot connect to api.mch.weixin.qq.com through the proxy {proxy}; nothing was sent: unexpected EOF",
            BROKEN,
        ),
        (
            vec![
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 400 Bad Request\r\n\r\n",
            ],
            "api.mch.weixin.qq.com through the proxy {proxy} does not speak TLS; nothing was sent: wrong version number",
            BROKEN,
        ),
    ] {
        let proxy = closing(replies).to_string();
        let [problem, step] = [problem, step].map(|text| text.replace("{proxy}", &proxy));
        let url = format!("http://user:hunter2@{proxy}");
        let options = ["--base-url", &*format!("https://{HOST}"), "--proxy", &*url];
        let commands = [
            &["order", "T1"][..],
            &["certificates"],
            &["bill", "trade", "--date", "2026-06-01"],
        ];
        assert_unreachable(&shop, &commands, &options, &problem, &step).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_of_this_machine_that_closes_connections_needs_no_firewall() {
    let shop = Shop::open().await;
    let server = closing(vec![]);
    let url = format!("https://{server}");
    let text = shop
        .run(&["order", "T1", "--base-url", &url])
        .await
        .failed(4);
    assert_eq!(
        text,
        format!(
            "cannot connect to {server}; nothing was sent: unexpected EOF\n\
             restart the server at {server}, or correct --base-url (WECHATPAY_BASE_URL) and its port\n\
             {DOCTOR} --base-url {url}"
        )
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_signature_has_a_diagnosis() {
    let shop = Shop::open().await;
    shop.gateway.set_clock_ahead(360);
    let run = shop
        .run(&["call", "refund.query_refund", "-q", "out_refund_no=R1"])
        .await;
    assert_eq!(run.code, 4, "{run:?}");
    let failure = run.failure();
    assert_eq!(failure["code"], "SIGN_ERROR");
    assert_eq!(failure["verified"], false);
    let cures = json!([
        "find the wrong key, ID or clock: wechatpay doctor",
        "nothing was changed: then repeat the query"
    ]);
    assert_eq!(failure["cures"], cures);
    assert!(
        failure["diagnosis"].as_str().unwrap().contains("clock"),
        "{failure}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_refuses_the_base_url_that_a_call_refuses() {
    const SCHEME: &str = "the scheme must be `https`, or `http` for this machine";
    let shop = Shop::open().await;
    let call = ["call", "refund.query_refund", "-q", "out_refund_no=1"];
    for (url, problem) in [
        (
            "https://u:hunter2@127.0.0.1",
            "must not have a user or password",
        ),
        ("ftp://127.0.0.1", SCHEME),
        ("127.0.0.1:21080", SCHEME),
        ("localhost:21080", SCHEME),
    ] {
        for more in [&[][..], &["--dry-run"]] {
            let run = [&call[..], &["--base-url", url], more].concat();
            let run = shop.run(&run).await;
            assert_eq!(
                run.failed(3),
                format!("base URL: {problem}\ncorrect --base-url (WECHATPAY_BASE_URL)")
            );
            assert!(!run.stderr.contains("hunter2") && run.stdout.is_empty());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_shows_the_request_and_sends_nothing() {
    let shop = Shop::open().await;
    let run = shop
        .run(&["call", "refund.create_refund", "-d", REFUND, "--dry-run"])
        .await;
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(shop.gateway.accepted_connections(), 0);
    let json = run.json();
    let url = format!("{}/v3/refund/domestic/refunds", shop.gateway.base_url());
    assert_eq!(
        (&json["method"], &json["url"]),
        (&json!("POST"), &json!(url))
    );
    let host = shop.gateway.base_url().replace("https://", "");
    assert_eq!(json["headers"]["Host"], *host);
    assert_eq!(
        json["headers"]["Wechatpay-Serial"],
        shop.gateway.public_key().public_key_id()
    );
    assert_eq!(json["headers"]["Content-Type"], "application/json");
    let body: Value = serde_json::from_str(json["body"].as_str().unwrap()).unwrap();
    assert_eq!(body, serde_json::from_str::<Value>(REFUND).unwrap());

    // The signature is of the message.
    let authorization = json["headers"]["Authorization"].as_str().unwrap();
    assert!(authorization.starts_with("WECHATPAY2-SHA256-RSA2048 "));
    let (_, signature) = authorization.split_once("signature=\"").unwrap();
    let signature = signature.split('"').next().unwrap();
    let signature = openssl::base64::decode_block(signature).unwrap();
    let key = PKey::private_key_from_pem(shop.gateway.merchant_private_key().as_bytes()).unwrap();
    let mut verifier = Verifier::new(MessageDigest::sha256(), &key).unwrap();
    let message = json["message"].as_str().unwrap();
    assert!(
        verifier
            .verify_oneshot(&signature, message.as_bytes())
            .unwrap()
    );
    assert!(message.starts_with("POST\n/v3/refund/domestic/refunds\n"));
    assert!(!run.stdout.contains("PRIVATE KEY"));
    assert_eq!(json.get("note"), None);

    // Plaintexts are encrypted here too.
    let body = r#"{"echo_message":"hello","encrypted_echo_message":"SECRET"}"#;
    let run = shop
        .run(&[
            "call",
            "certificates.echo",
            "-d",
            body,
            "--dry-run",
            "--output",
            "text",
        ])
        .await;
    assert_eq!(run.code, 0, "{run:?}");
    assert!(!run.stdout.contains("SECRET") && run.stdout.contains("hello"));
    assert!(run.stdout.ends_with("Nothing was sent to WeChat Pay.\n"));

    // Downloads and uploads.
    shop.write("logo.png", b"PNG");
    let run = shop
        .run(&[
            "call",
            "POST",
            "/v3/merchant/media/upload",
            "-F",
            "logo.png",
            "--dry-run",
        ])
        .await;
    let body = run.json()["body"].as_str().unwrap().to_owned();
    assert!(
        body.ends_with("\nfile: logo.png (image/png, 3 bytes)"),
        "{body}"
    );
    let run = shop
        .run(&["call", "GET", "/v3/merchant-service/images/1", "--dry-run"])
        .await;
    assert_eq!(run.json()["method"], "GET");
    assert_eq!(shop.gateway.accepted_connections(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_needs_no_key_of_wechat_pay_and_no_network() {
    let mut shop = Shop::open().await;
    for name in ["WECHATPAY_PUBLIC_KEY", "WECHATPAY_PUBLIC_KEY_ID"] {
        shop.unset(name);
    }
    shop.unset("WECHATPAY_BASE_URL");
    shop.unset("WECHATPAY_ROOT_CERTIFICATES");
    shop.set("WECHATPAY_PROXY", "http://127.0.0.1:1");
    let run = shop
        .run(&[
            "call",
            "refund.query_refund",
            "-q",
            "out_refund_no=a/b",
            "--dry-run",
        ])
        .await;
    assert_eq!(run.code, 0, "{run:?}");
    let json = run.json();
    let url = "https://api.mch.weixin.qq.com/v3/refund/domestic/refunds/a%2Fb";
    assert_eq!(json["url"], url);
    assert_eq!(json["headers"]["Host"], "api.mch.weixin.qq.com");
    assert!(
        json["note"]
            .as_str()
            .unwrap()
            .starts_with("a key of this program stands in")
    );
}

#[test]
fn a_missing_configuration_is_named_after_the_request_is_checked() {
    let run = run_alone(&["call", "refund.query_refund"]);
    assert!(
        run.failed(3)
            .starts_with("`{out_refund_no}` of the path is missing: send the value\n"),
        "{run:?}"
    );
    let run = run_alone(&["call", "refund.query_refund", "-q", "out_refund_no=1"]);
    assert!(run.failed(3).starts_with("missing: "), "{run:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_and_the_order_of_members_are_printed_as_they_came() {
    let shop = Shop::open().await;
    let path = "/v3/refund/domestic/refunds/{out_refund_no}";
    let body = r#"{"z":12345678901234567890,"b":[1.10,1e400,-0,{"y":1E5,"a":0.30000000000000000001}],"a":{}}"#;
    let response = || ScriptedResponse::bytes(200, body);
    let call = ["call", "refund.query_refund", "-q", "out_refund_no=R1"];
    let printed = r#"{
  "z": 12345678901234567890,
  "b": [
    1.10,
    1e400,
    -0,
    {
      "y": 1E5,
      "a": 0.30000000000000000001
    }
  ],
  "a": {}
}"#;
    shop.gateway.respond("GET", path, response());
    let run = shop.run(&call).await;
    assert_eq!(run.code, 0, "{run:?}");
    let inside = printed.replace('\n', "\n  ");
    let end = format!("\n  \"body\": {inside}\n}}\n");
    assert!(run.stdout.ends_with(&end), "{run:?}");
    let run = shop.run(&[&call[..], &["--output", "text"]].concat()).await;
    let begin = format!("{printed}\n\nverified with ");
    assert!(run.stdout.starts_with(&begin), "{run:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn all_mistakes_of_path_query_and_body_are_listed_at_once() {
    let shop = Shop::open().await;
    let body =
        r#"{"out_refund_no":"R1","amount":{"refund":3,"total":"2","currency":"CNY"},"tip":1}"#;
    let run = shop
        .run(&["call", "refund.create_refund", "-q", "mchid=1", "-d", body])
        .await;
    assert_eq!(
        run.failed(3),
        "the request has 4 mistakes:\n  \
         the query parameter `mchid` is unknown: correct the name, or leave the member or parameter out\n  \
         `/transaction_id` of the body is missing: send the member, or `out_trade_no`\n  \
         `/amount/total` of the body is a text: send an integer\n  \
         `/tip` of the body is unknown: correct the name, or leave the member or parameter out\n\
         see the parameters and members: wechatpay operations refund.create_refund\n\
         --no-check sends the request without this check"
    );
    assert_eq!(
        run.failure()["mistakes"],
        json!([
            "the query parameter `mchid` is unknown: correct the name, or leave the member or parameter out",
            "`/transaction_id` of the body is missing: send the member, or `out_trade_no`",
            "`/amount/total` of the body is a text: send an integer",
            "`/tip` of the body is unknown: correct the name, or leave the member or parameter out",
        ])
    );
    let body = REFUND.replace(r#""refund":1"#, r#""refund":3"#);
    let run = shop
        .run(&["call", "refund.create_refund", "-d", &body])
        .await;
    assert!(
        run.failed(3).starts_with(
            "`/amount/refund` of the body is 3: send at most 2, the amount of `/amount/total`\n"
        ),
        "{run:?}"
    );
    let close = "POST /v3/pay/transactions/out-trade-no/{out_trade_no}/close";
    let run = shop.run(&["call", close]).await;
    assert_eq!(
        run.failed(3),
        "the request has 2 mistakes:\n  \
         `{out_trade_no}` of the path is missing: send the value\n  \
         `/mchid` of the body is missing: send the member\n\
         write the value of `{out_trade_no}` into the path, or give -q out_trade_no=VALUE\n\
         give the body with -d JSON or -d @FILE\n\
         see the parameters and members: wechatpay operations pay_merchant.close_order\n\
         --no-check sends the request without this check"
    );
    assert_eq!(shop.gateway.request_count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_query_with_an_unknown_outcome_has_changed_nothing() {
    const SIGNED: &str = "\nWeChat Pay signed this response: check --base-url, or give the Request-ID to WeChat Pay's \
                          support\nnothing was changed: then repeat the query";
    let shop = Shop::open().await;
    let path = "/v3/refund/domestic/refunds/{out_refund_no}";
    let call = ["call", "refund.query_refund", "-q", "out_refund_no=R1"];
    for fault in [Fault::DropAfterRead, Fault::TruncatedBody] {
        let response = ScriptedResponse::ok(json!({ "a": 1 })).with_fault(fault);
        shop.gateway.respond("GET", path, response);
        let run = shop.run(&call).await;
        let text = run.failed(4);
        assert!(
            text.ends_with("\nnothing was changed: repeat the query"),
            "{text}"
        );
        assert!(!text.contains("executed"), "{text}");
        assert!(!text.contains("numbers"), "{text}");
    }
    let response = ScriptedResponse::ok(json!({})).with_fault(Fault::WrongSignature);
    shop.gateway.respond("GET", path, response);
    let text = shop.run(&call).await.failed(4);
    let cures = "\nfind the wrong key, ID or clock: wechatpay doctor\nnothing was changed: then repeat the query";
    assert!(text.ends_with(cures), "{text}");
    assert!(!text.contains('`'), "{text}");

    // A response that is no object has no type of Rust in its failure.
    shop.gateway
        .respond("GET", path, ScriptedResponse::bytes(200, "[1]"));
    let text = shop.run(&call).await.failed(4);
    assert!(text.starts_with("the response cannot be read "), "{text}");
    assert!(!text.contains("::"), "{text}");
    assert!(text.ends_with(SIGNED), "{text}");

    // A query changes nothing, also if its response is no JSON.
    shop.gateway
        .respond("GET", path, ScriptedResponse::bytes(200, "ok"));
    let text = shop.run(&call).await.failed(4);
    assert!(
        text.contains("): the body is no JSON: expected value at line 1 column 1\n"),
        "{text}"
    );
    assert!(text.ends_with(SIGNED), "{text}");

    // A request that is no query may have been executed, or was.
    let path = "/v3/refund/domestic/refunds";
    let create = ["call", "refund.create_refund", "-y", "-d", REFUND];
    shop.gateway
        .respond("POST", path, ScriptedResponse::bytes(200, "<html>"));
    let text = shop.run(&create).await.failed(6);
    let cure = "\ndo not repeat the request: query its result: wechatpay call GET /v3/refund/domestic/refunds/R1";
    assert!(text.ends_with(cure), "{text}");
    let response = ScriptedResponse::ok(json!({})).with_fault(Fault::DropAfterRead);
    shop.gateway.respond("POST", path, response);
    let text = shop.run(&create).await.failed(5);
    let first = text.lines().next().unwrap();
    assert!(
        first.contains("; the request may have been executed"),
        "{text}"
    );
    assert!(!first.contains("query the order"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn sensitive_members_of_a_response_are_decrypted_only_on_request() {
    let shop = Shop::open().await;
    let list = [
        "call",
        "GET",
        "/v3/merchant-service/complaints-v2",
        "-q",
        "begin_date=2026-01-01",
        "-q",
        "end_date=2026-01-02",
    ];
    let decrypt = [&list[..], &["--decrypt"]].concat();
    let phone = |run: &Run| run.json()["body"]["data"][0]["payer_phone"].clone();
    let run = shop.run(&list).await;
    let ciphertext = phone(&run);
    assert_eq!((run.code, &*run.stderr), (0, ""), "{run:?}");
    assert_eq!(ciphertext.as_str().unwrap().len(), 344);
    let run = shop.run(&decrypt).await;
    let operation = wechatpay_endpoints::facts().find("complaint.list_complaints");
    let example = wechatpay_endpoints::facts().example(operation.unwrap());
    let example = example.unwrap().response.as_ref().unwrap();
    assert_eq!(
        (run.code, &phone(&run)),
        (0, &example["data"][0]["payer_phone"])
    );
    assert_eq!(run.stderr, "decrypted: /data/0/payer_phone\n");

    // A text that the key does not decrypt stays, and the rest is decrypted.
    let path = "/v3/merchant-service/complaints-v2";
    let data = json!({ "data": [
        { "payer_phone": "plain" }, { "payer_phone": ciphertext }, { "payer_phone": "" },
    ]});
    shop.gateway
        .respond("GET", path, ScriptedResponse::ok(data));
    let run = shop.run(&decrypt).await;
    assert_eq!((run.code, phone(&run)), (6, json!("plain")));
    assert_eq!(
        run.json()["body"]["data"][1]["payer_phone"],
        example["data"][0]["payer_phone"]
    );
    assert_eq!(
        run.stderr,
        "decrypted: /data/1/payer_phone\n\
         warning: not decrypted: /data/0/payer_phone: WeChat Pay encrypted them for another merchant API \
         certificate, or sent no ciphertext; give the private key of that certificate\n"
    );

    // Nothing is decrypted before the verification.
    let data = json!({ "data": [{ "payer_phone": ciphertext }] });
    let response = ScriptedResponse::ok(data).with_fault(Fault::WrongSignature);
    shop.gateway.respond("GET", path, response);
    let run = shop.run(&decrypt).await;
    assert_eq!((run.code, &*run.stdout), (4, ""), "{run:?}");
    let plaintext = example["data"][0]["payer_phone"].as_str().unwrap();
    assert!(!run.stderr.contains(plaintext) && !run.stderr.contains("decrypted"));

    let query = [
        "call",
        "refund.query_refund",
        "-q",
        "out_refund_no=R1",
        "--decrypt",
    ];
    let run = shop.run(&query).await;
    assert_eq!(run.code, 0, "{run:?}");
    let nothing = "nothing to decrypt: the response has no sensitive members\n";
    assert_eq!(run.stderr, nothing);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_response_is_decrypted_only_with_a_private_key() {
    let mut shop = Shop::open().await;
    let file = [
        "call",
        "GET",
        "/v3/billdownload/file",
        "-q",
        "token=1",
        "-o",
        "a",
        "--decrypt",
    ];
    let text = shop.run(&file).await.failed(3);
    assert_eq!(
        text,
        "GET /v3/billdownload/file responds with a file, which has no sensitive members\nleave out --decrypt"
    );
    shop.unset("WECHATPAY_PRIVATE_KEY");
    shop.set("WECHATPAY_SIGN_WITH", "true");
    let query = [
        "call",
        "refund.query_refund",
        "-q",
        "out_refund_no=R1",
        "--decrypt",
    ];
    assert_eq!(
        shop.run(&query).await.failed(3),
        "--decrypt needs the private key, and --sign-with only signs\n\
         give --private-key FILE or --pkcs12 FILE in place of --sign-with\n\
         or leave out --decrypt: sensitive members stay encrypted"
    );
    assert_eq!(shop.gateway.request_count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_replaces_another_only_with_overwrite() {
    let shop = Shop::open().await;
    shop.write("kept.png", "mine");
    let call = ["call", "GET", "/v3/merchant-service/images/1", "-o"];
    for (path, error) in [
        (
            "kept.png",
            "kept.png exists already\nname another file or folder, or replace the file with --overwrite",
        ),
        (".", ". is a folder\nname a file in the folder"),
        (
            "no/such/a.png",
            "the folder no/such does not exist\ncreate the folder, or name another file",
        ),
    ] {
        let text = shop.run(&[&call[..], &[path]].concat()).await.failed(3);
        assert_eq!(text, error);
    }
    assert_eq!(shop.gateway.request_count(), 0);
    assert_eq!(std::fs::read(shop.path("kept.png")).unwrap(), b"mine");
    let run = shop
        .run(&[&call[..], &["kept.png", "--overwrite"]].concat())
        .await;
    assert_eq!(run.code, 0, "{run:?}");
    assert_ne!(std::fs::read(shop.path("kept.png")).unwrap(), b"mine");
}

/// A sandbox on this machine sends notifications to this machine.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_on_this_machine_is_one_for_a_server_on_this_machine() {
    let shop = Shop::open().await;
    let body = json!({
        "appid": "wxd678efh567hg6787", "mchid": "1900000109", "description": "x", "out_trade_no": "20260101001",
        "notify_url": "http://127.0.0.1:3000/notify", "amount": { "total": 100 },
    });
    let body = body.to_string();
    let order = [
        "call",
        "pay_merchant.prepay_native",
        "--dry-run",
        "-d",
        &body,
    ];
    assert_eq!(shop.run(&order).await.code, 0);
    let real = ["--base-url", "https://api.mch.weixin.qq.com"];
    let text = shop.run(&[&order[..], &real].concat()).await.failed(3);
    let refused = "`/notify_url` of the body is not `https`";
    assert!(text.starts_with(refused), "{text}");
    let body = body.replace("/notify\"", "/notify?a=b\"");
    let order = [
        "call",
        "pay_merchant.prepay_native",
        "--dry-run",
        "-d",
        &body,
    ];
    let text = shop.run(&order).await.failed(3);
    let refused = "`/notify_url` of the body has a query";
    assert!(text.starts_with(refused), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_transfer_without_enough_money_is_repeated_with_its_number() {
    let shop = Shop::open().await;
    let message = "商户运营账户资金不足，充值后可以原单号发起重试，请勿更换商户单号";
    let path = "/v3/fund-app/mch-transfer/transfer-bills";
    let refused = ScriptedResponse::error(403, "NOT_ENOUGH", message);
    shop.gateway.respond_once("POST", path, refused);
    let body = json!({
        "appid": "wxd678efh567hg6787", "out_bill_no": "T1", "transfer_scene_id": "1000", "openid": "o1",
        "transfer_amount": 30, "transfer_remark": "gift", "transfer_scene_report_infos": [
            { "info_type": "活动名称", "info_content": "开业" }
        ],
    });
    let run = shop
        .run(&["call", "POST", path, "-y", "-d", &body.to_string()])
        .await;
    let steps = "\nquery first: wechatpay call GET /v3/fund-app/mch-transfer/transfer-bills/out-bill-no/T1\n\
        see what it means: wechatpay explain /v3/fund-app/mch-transfer/transfer-bills NOT_ENOUGH '运营账户资金不足'\n\
        or repeat the very same command, with the same numbers: a new number may pay twice";
    assert!(run.failed(5).ends_with(steps), "{run:?}");
}
