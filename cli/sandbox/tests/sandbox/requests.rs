//! The log of requests: what was wrong in them, without keys and plaintexts.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use std::{
    fs,
    time::{SystemTime, UNIX_EPOCH},
};

use openssl::{base64::encode_block, hash::MessageDigest, pkey::PKey, sign::Signer};
use serde_json::{Value, json};
use wechatpay_client::{Client, Merchant, Result, Verifier, wechatpay_api};
use wechatpay_sandbox::{Account, Sandbox};

use crate::shop::{
    MCHID, Orders as _, Shop, open, order, page,
    user::{ask, list, raw},
};

#[wechatpay_api]
trait Sensitive {
    #[wechatpay_api(GET "/v3/capital/capitallhh/banks/search-banks-by-bank-account", unlisted)]
    async fn banks(&self, #[query] account_number: &str) -> Result<Value>;

    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/transfer-bills", unlisted)]
    async fn transfer(&self, body: &Value) -> Result<Value>;
}

/// A client that signs as another merchant than `account`, whose responses it trusts.
fn client_of(sandbox: &Sandbox, account: &Account, merchant: Merchant) -> Client {
    Client::builder(merchant, Verifier::new(account.keys.public_key()))
        .base_url(format!("https://{}", sandbox.addresses().https))
        .root_certificates(fs::read(sandbox.folder().authority()).unwrap())
        .build()
        .unwrap()
}

/// The newest entry.
pub(crate) async fn last(sandbox: &Sandbox) -> Value {
    list(sandbox, "requests?limit=1").await.remove(0)
}

#[tokio::test]
async fn a_request_is_logged_with_its_sender_and_response() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    client.place(&order("20260101001", 100)).await.unwrap();
    let mut placed = last(sandbox).await;
    let request_id = placed["request_id"].take();
    assert!(request_id.as_str().unwrap().ends_with("-0"), "{request_id}");
    for unknown in ["time", "milliseconds"] {
        placed.as_object_mut().unwrap().remove(unknown).unwrap();
    }
    let expected = json!({
        "number": 1, "scheme": "https", "sender": MCHID, "method": "POST",
        "path": "/v3/pay/transactions/native", "status": 200, "request_id": null,
        "code": null, "message": null, "detail": null, "fault": null, "reason": null,
    });
    assert_eq!(placed, expected);

    let error = client.query("20260101002", MCHID).await.unwrap_err();
    let refused = last(sandbox).await;
    assert_eq!(refused["code"], "ORDER_NOT_EXIST");
    assert_eq!(refused["request_id"].as_str(), error.request_id());
    assert_eq!(
        (&refused["number"], &refused["status"]),
        (&json!(2), &json!(404))
    );

    client.place(&order("1", 100)).await.unwrap_err();
    let refused = last(sandbox).await;
    assert_eq!(refused["code"], "PARAM_ERROR");
    assert_eq!(refused["detail"]["field"], "/out_trade_no");
}

#[tokio::test]
async fn the_reason_of_a_refused_signature_is_logged() {
    let shop = &open().await;
    let sandbox = &shop.sandbox;
    let accounts: Vec<_> = sandbox.folder().accounts().collect();
    let [account, other] = [accounts[0], accounts[1]];
    let merchant = account.keys.merchant();
    let other_key = other.keys.private_key_pem();
    let reason = async |merchant: Merchant| {
        let client = client_of(sandbox, account, merchant);
        client.query("20260101001", MCHID).await.unwrap_err();
        let entry = last(sandbox).await;
        assert_eq!(
            (&entry["status"], &entry["code"]),
            (&json!(401), &json!("SIGN_ERROR"))
        );
        entry["reason"].as_str().unwrap().to_owned()
    };
    let swapped = Merchant::new(MCHID, merchant.serial_no(), other_key).unwrap();
    let expected = format!("the signature is by the key of {}", other.id);
    assert_eq!(reason(swapped).await, expected);
    let serial_no = other.keys.merchant().serial_no().to_owned();
    let wrong_serial_no = Merchant::new(MCHID, &*serial_no, other_key).unwrap();
    let expected = format!(
        "the certificate of {MCHID} has the serial number {}, and not {serial_no:?}",
        merchant.serial_no()
    );
    assert_eq!(reason(wrong_serial_no).await, expected);
    let stranger = Merchant::new("1999999999", &*serial_no, other_key).unwrap();
    let expected = "no account has the mchid \"1999999999\"";
    assert_eq!(reason(stranger).await, expected);
    let page = page::get(shop, "/requests?lang=zh").await;
    let signed = format!("签名用的是 {} 的私钥", other.id);
    let numbered = format!("{MCHID} 的证书序列号是 {}，不是", merchant.serial_no());
    for chinese in [&*signed, &*numbered, "没有商户号为"] {
        assert!(page.has(chinese), "{chinese}");
    }
}

/// The header `Authorization` with the signature of a message, at the present time.
pub(crate) fn authorization(account: &Account, message: impl Fn(u64) -> String) -> String {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_secs();
    let key = PKey::private_key_from_pem(account.keys.private_key_pem().as_bytes()).unwrap();
    let mut signer = Signer::new(MessageDigest::sha256(), &key).unwrap();
    let signature = signer.sign_oneshot_to_vec(message(now).as_bytes());
    let signature = encode_block(&signature.unwrap());
    let serial_no = account.keys.merchant().serial_no().to_owned();
    format!(
        "authorization: WECHATPAY2-SHA256-RSA2048 mchid=\"{MCHID}\",nonce_str=\"n\",timestamp=\"{now}\",\
         serial_no=\"{serial_no}\",signature=\"{signature}\""
    )
}

#[tokio::test]
async fn the_mistake_in_a_signed_message_is_logged() {
    const PATH: &str = "/v3/pay/transactions/out-trade-no/A%20B";
    const QUERY: &str = "?mchid=1900000109";
    let shop = &open().await;
    let sandbox = &shop.sandbox;
    let account = sandbox.folder().accounts().next().unwrap();
    let url = format!("http://localhost{PATH}{QUERY}");
    let messages = [
        (format!("GET\n{PATH}\n{{}}\nn\n\n"), "no query"),
        (
            format!("GET\n{url}\n{{}}\nn\n\n"),
            "a whole URL in place of the path",
        ),
        (
            format!("GET\n{}{QUERY}\n{{}}\nn\n\n", PATH.replace("%20", " ")),
            "a path that is not percent-encoded",
        ),
        (
            format!("get\n{PATH}{QUERY}\n{{}}\nn\n\n"),
            "a method in lower case",
        ),
        (
            format!("GET\n{PATH}{QUERY}\n{{}}\nn\n"),
            "no line feed after the body",
        ),
    ];
    for (message, expected) in messages {
        let header = authorization(account, |now| message.replace("{}", &now.to_string()));
        let line = format!("GET {PATH}{QUERY} HTTP/1.1");
        let (status, _) = raw(sandbox, &[&line, "host: localhost", &header], "").await;
        assert_eq!(status, 401, "{expected}");
        let expected = format!("the signed message is that of a request with {expected}");
        assert_eq!(last(sandbox).await["reason"], expected);
    }
    let header = authorization(account, |now| format!("POST\n/v3/x\n{now}\nn\n\n"));
    let (status, _) = raw(
        sandbox,
        &["POST /v3/x HTTP/1.1", "host: localhost", &header],
        "{}",
    )
    .await;
    assert_eq!(status, 401);
    let expected = "the signed message is that of a request with an empty body";
    assert_eq!(last(sandbox).await["reason"], expected);
    let page = page::get(shop, "/requests?lang=zh").await;
    for chinese in ["签名串中的 URL 缺少查询参数", "签名串中的请求报文主体为空"]
    {
        assert!(page.has(chinese), "{chinese}");
    }
    assert!(!page.has("the signed message"), "{}", page.body);
}

#[tokio::test]
async fn the_reason_of_a_missing_authorization_is_logged() {
    let Shop { sandbox, .. } = &open().await;
    let head = [
        "GET /v3/merchant/fund/balance/BASIC HTTP/1.1",
        "host: localhost",
    ];
    assert_eq!(raw(sandbox, &head, "").await.0, 401);
    let entry = last(sandbox).await;
    assert_eq!(
        (&entry["sender"], &entry["scheme"]),
        (&Value::Null, &json!("http"))
    );
    let expected = "the request has no header `Authorization`, or the header is not ASCII";
    assert_eq!(entry["reason"], expected);
}

/// The parts of an `Authorization` that verifies.
pub(crate) fn parts(account: &Account, method_and_target: &str) -> Vec<(String, String)> {
    let header = authorization(account, |now| format!("{method_and_target}\n{now}\nn\n\n"));
    let (_, parts) = header.split_once("RSA2048 ").unwrap();
    let part = |part: &str| {
        let (name, value) = part.split_once('=').unwrap();
        (name.to_owned(), value.to_owned())
    };
    parts.split(',').map(part).collect()
}

/// Asks for the certificates with these parts of `Authorization`. Returns the status, the message, and the reason.
async fn authorized(sandbox: &Sandbox, parts: &[&(String, String)]) -> (u16, Value, Value) {
    let parts: Vec<_> = parts
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let header = format!(
        "authorization: WECHATPAY2-SHA256-RSA2048 {}",
        parts.join(",")
    );
    let line = "GET /v3/merchant/fund/balance/BASIC HTTP/1.1";
    let (status, body) = raw(sandbox, &[line, "host: localhost", &header], "").await;
    (
        status,
        body["message"].clone(),
        last(sandbox).await["reason"].clone(),
    )
}

const WRONG_TYPE: &str = "Http头Authorization认证类型不正确";
const MALFORMED: &str = "Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》";

#[tokio::test]
async fn an_authorization_without_parts_is_refused_for_what_is_missing() {
    let shop = &open().await;
    let sandbox = &shop.sandbox;
    let account = sandbox.folder().accounts().next().unwrap();
    let all = parts(account, "GET\n/v3/merchant/fund/balance/BASIC");
    for subset in 0..1_u32 << all.len() {
        let (sent, missing): (Vec<_>, Vec<_>) = all
            .iter()
            .enumerate()
            .partition(|(index, _)| subset & (1 << index) != 0);
        let sent: Vec<_> = sent.into_iter().map(|(_, part)| part).collect();
        let missing: Vec<_> = missing.into_iter().map(|(_, (name, _))| &**name).collect();
        let response = authorized(sandbox, &sent).await;
        if missing.is_empty() {
            assert_eq!(response, (200, Value::Null, Value::Null));
            continue;
        }
        let reason = format!(
            "the header `Authorization` lacks `{}`",
            missing.join("`, `")
        );
        assert_eq!(response, (401, json!(MALFORMED), json!(reason)));
    }
    let page = page::get(shop, "/requests?lang=zh").await;
    assert!(page.has("请求头 Authorization 缺少 `"), "{}", page.body);
}

#[tokio::test]
async fn an_authorization_of_another_type_is_refused_for_its_type() {
    let Shop { sandbox, .. } = &open().await;
    for (header, message) in [
        ("Bearer x", WRONG_TYPE),
        ("WECHATPAY2-SM2-WITH-SM3 mchid=\"1\"", WRONG_TYPE),
        ("WECHATPAY2-SHA256-RSA2048mchid=\"1\"", WRONG_TYPE),
        ("mchid=\"1\"", WRONG_TYPE),
        ("WECHATPAY2-SHA256-RSA2048 mchid=1", MALFORMED),
        ("", MALFORMED),
    ] {
        let lines = [
            "GET /v3/merchant/fund/balance/BASIC HTTP/1.1",
            "host: localhost",
            &*format!("authorization: {header}"),
        ];
        let (status, body) = raw(sandbox, &lines, "").await;
        assert_eq!(
            (status, body["message"].as_str()),
            (401, Some(message)),
            "{header}"
        );
    }
}

#[tokio::test]
async fn an_authorization_with_a_part_twice_is_refused() {
    let shop = &open().await;
    let sandbox = &shop.sandbox;
    let account = sandbox.folder().accounts().next().unwrap();
    let all = parts(account, "GET\n/v3/merchant/fund/balance/BASIC");
    for twice in &all {
        let sent: Vec<_> = all.iter().chain([twice]).collect();
        let response = authorized(sandbox, &sent).await;
        let reason = format!(
            "the header `Authorization` has `{}` more than once",
            twice.0
        );
        assert_eq!(response, (401, json!(MALFORMED), json!(reason)));
    }
    let page = page::get(shop, "/requests?lang=zh").await;
    assert!(page.has("请求头 Authorization 中有多个 `"), "{}", page.body);
}

#[tokio::test]
async fn a_nonce_that_no_client_signs_is_named() {
    let shop = &open().await;
    let account = shop.sandbox.folder().accounts().next().unwrap();
    for (nonce, reason, chinese) in [
        (
            "",
            "the `nonce_str` of the request is empty",
            "请求的 `nonce_str` 为空",
        ),
        (
            "a\tb",
            "the `nonce_str` of the request has a character that cannot be signed, such as a tab or a quotation mark",
            "请求的 `nonce_str` 含有不能签名的字符，如制表符或引号",
        ),
    ] {
        let mut sent = parts(account, "GET\n/v3/merchant/fund/balance/BASIC");
        for (name, value) in &mut sent {
            if name == "nonce_str" {
                *value = format!("\"{nonce}\"");
            }
        }
        let sent: Vec<_> = sent.iter().collect();
        let (status, _, found) = authorized(&shop.sandbox, &sent).await;
        assert_eq!((status, found), (401, json!(reason)));
        let page = page::get(shop, "/requests?lang=zh").await;
        assert!(page.has(chinese), "{}", page.body);
    }
}

#[tokio::test]
async fn no_plaintext_of_a_sensitive_field_is_logged() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    let accounts: Vec<_> = sandbox.folder().accounts().collect();
    let key = accounts[1].keys.private_key_pem();
    let serial_no = accounts[0].keys.merchant().serial_no().to_owned();
    let swapped = Merchant::new(MCHID, &*serial_no, key).unwrap();
    let swapped = client_of(sandbox, accounts[0], swapped);
    for client in [client, &swapped] {
        client.banks("6222020200112233").await.unwrap_err();
        let transfer = json!({
            "appid": "wxd678efh567hg6787",
            "out_bill_no": "plfk2020042013",
            "transfer_scene_id": "1000",
            "openid": "o-MYE42l80oelYMDE34nYD456Xoy",
            "user_name": "张三丰六二二二",
            "transfer_amount": 400_000,
            "transfer_remark": "demo",
            "transfer_scene_report_infos": [{ "info_type": "a", "info_content": "b" }],
        });
        client.transfer(&transfer).await.unwrap_err();
    }
    let (_, log) = ask(sandbox, "GET", "requests", "").await;
    assert_eq!(log["requests"].as_array().unwrap().len(), 4);
    let log = log.to_string();
    assert!(
        !log.contains("6222020200112233") && !log.contains("三丰"),
        "{log}"
    );
    assert!(log.contains("search-banks-by-bank-account?…"), "{log}");
}

/// Sends a body as the merchant.
pub(crate) async fn send(sandbox: &Sandbox, target: &str, body: &str) -> (u16, Value) {
    let account = sandbox.folder().accounts().next().unwrap();
    let message = |now| format!("POST\n{target}\n{now}\nn\n{body}\n");
    let header = authorization(account, message);
    let line = format!("POST {target} HTTP/1.1");
    let json = "content-type: application/json";
    raw(sandbox, &[&line, "host: localhost", json, &header], body).await
}

#[tokio::test]
async fn the_operation_that_was_meant_is_logged() {
    let shop = &open().await;
    let not_found = json!({ "code": "NOT_FOUND", "message": "Not Found" });
    let not_allowed = json!({ "code": "METHOD_NOT_ALLOWED", "message": "Method Not Allowed" });
    for (target, response, reason) in [
        (
            "/v3/pay/transactions/nativ",
            (404, &not_found),
            "no known operation is POST /v3/pay/transactions/nativ; similar: POST /v3/pay/transactions/native",
        ),
        ("/v2", (404, &not_found), "no known operation is POST /v2"),
        (
            "/v3/certificates",
            (405, &not_allowed),
            "the path has no method POST, but: GET /v3/certificates",
        ),
        // An empty segment makes another path.
        (
            "/v3/certificates/",
            (404, &not_found),
            "no known operation is POST /v3/certificates/; similar: GET /v3/certificates",
        ),
        (
            "/v3/pay//transactions/native",
            (404, &not_found),
            "no known operation is POST /v3/pay//transactions/native; similar: POST /v3/pay/transactions/native",
        ),
        (
            "/v3/pay/transactions/out-trade-no/20260101001",
            (405, &not_allowed),
            "the path has no method POST, but: GET /v3/pay/transactions/out-trade-no/{out_trade_no}",
        ),
    ] {
        let (status, body) = send(&shop.sandbox, target, "{}").await;
        assert_eq!((status, &body), response, "{target}");
        assert_eq!(last(&shop.sandbox).await["reason"], reason);
    }
    let page = page::get(shop, "/requests?lang=zh").await;
    for reason in [
        "没有接口 POST /v3/pay/transactions/nativ，相近的接口：POST /v3/pay/transactions/native",
        "没有接口 POST /v2<",
        "此路径没有请求方法 POST，只有：GET /v3/certificates",
    ] {
        assert!(page.has(reason), "{}", page.body);
    }
}

#[tokio::test]
async fn a_refused_number_is_shown_as_it_came() {
    let Shop { sandbox, .. } = &open().await;
    for (total, shown) in [
        ("12345678901234567890123", json!("12345678901234567890123")),
        ("-99999999999999999999", json!("-99999999999999999999")),
        ("1e2", json!("1e2")),
        ("1.50", json!("1.50")),
        ("1.5", json!(1.5)),
        ("9223372036854775808", json!(9_223_372_036_854_775_808_u64)),
        ("0", json!(0)),
    ] {
        let order = order("20260101001", 9_999).to_string();
        let body = order.replace("9999", total);
        let (status, response) = send(sandbox, "/v3/pay/transactions/native", &body).await;
        assert_eq!(status, 400, "{response}");
        assert_eq!(response["detail"]["field"], "/amount/total");
        assert_eq!(response["detail"]["value"], shown);
    }
    // The length of a text is no number of the body.
    let body = order(&"x".repeat(33), 100).to_string();
    let (_, response) = send(sandbox, "/v3/pay/transactions/native", &body).await;
    assert_eq!(response["detail"]["value"], 33);
}

#[tokio::test]
async fn an_unknown_or_repeated_parameter_of_a_list_is_refused() {
    let Shop { sandbox, .. } = &open().await;
    for list in ["requests", "notifications"] {
        for (parameters, message) in [
            (
                "limt=1",
                "unknown parameter `limt`: use one of before, limit",
            ),
            ("limit=1&limit=2", "`limit` is given twice"),
            ("before=9&limit=1&before=9", "`before` is given twice"),
        ] {
            let path = format!("{list}?{parameters}");
            let (status, response) = ask(sandbox, "GET", &path, "").await;
            assert_eq!((status, &response["message"]), (400, &json!(message)));
        }
        let path = format!("{list}?before=9&limit=1");
        assert_eq!(ask(sandbox, "GET", &path, "").await.0, 200);
    }
}

#[tokio::test]
async fn a_parameter_that_is_no_number_is_refused() {
    let Shop { sandbox, .. } = &open().await;
    for (method, path, name, range) in [
        ("GET", "requests?limit={}", "limit", "1 to 1000"),
        ("GET", "notifications?limit={}", "limit", "1 to 500"),
        (
            "GET",
            "requests?before={}",
            "before",
            "1 to 9223372036854775807",
        ),
        (
            "GET",
            "notifications?before={}",
            "before",
            "1 to 9223372036854775807",
        ),
        ("POST", "notifications/speed/{}", "factor", "1 to 86400"),
        ("POST", "clock/{}", "seconds", "0 to 2147483647"),
        (
            "POST",
            "transfer-funds/1900000109/{}",
            "fen",
            "0 to 4294967295",
        ),
        (
            "POST",
            "sharing/ratios/1900000109/{}",
            "ratio",
            "0 to 10000",
        ),
        (
            "POST",
            "services/500001/risk-fund/{}",
            "fen",
            "1 to 9223372036854775807",
        ),
        ("DELETE", "faults/{}", "id", "1 to 18446744073709551615"),
    ] {
        let message = format!("`{name}` is not a whole number from {range}");
        let (least, most) = range.split_once(" to ").unwrap();
        let below = (least == "1").then_some("0");
        let above = format!("{most}0");
        let wrong = ["-5", "x", "1.5", "%2B5", "1e3", "%20", &*above];
        for given in wrong.into_iter().chain(below) {
            let path = path.replace("{}", given);
            let (status, response) = ask(sandbox, method, &path, "").await;
            assert_eq!(
                (status, &response["message"]),
                (400, &json!(message)),
                "{path}"
            );
        }
    }
}
