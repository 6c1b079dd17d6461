//! `wechatpay explain`: finds the clues in texts of every form, and ignores numbers that mean nothing.

use std::{
    fs,
    io::Write as _,
    process::{Command, Output, Stdio},
    time::{Duration, Instant},
};

use openssl::{
    base64::encode_block,
    hash::MessageDigest,
    pkey::{PKey, Private},
    rsa::Rsa,
    sign::Signer,
    symm::{Cipher, encrypt_aead},
};
use serde_json::{Value, json};

use crate::support::Shop;

/// A Request-ID of an error with the number 268498688: an order was repeated with other parameters.
const ID: &str = "08F5B8C2B506102C18FDDFEEA30620BE821E28EDC405-268498688";

fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wechatpay"));
    command
        .env_clear()
        .env("HOME", env!("CARGO_TARGET_TMPDIR"))
        .arg("explain");
    command
}

/// Runs the command with the text on its standard input.
fn run(text: impl AsRef<[u8]>) -> Output {
    let mut command = command();
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(text.as_ref())
        .unwrap();
    child.wait_with_output().unwrap()
}

fn json(output: &Output) -> Value {
    let text = String::from_utf8_lossy(&output.stdout);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

/// The advice of each explanation, as `by key`, joined by commas; explanations are joined by ` / `. A text without clues
/// gives an empty text.
fn advice(output: &Output) -> String {
    if output.status.code() == Some(3) {
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(error.contains("the text has nothing"), "{error}");
        return String::new();
    }
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let report = json(output);
    let explanations = report["explanations"].as_array().unwrap().iter();
    let explained = explanations.map(|explanation| {
        let rows = explanation["advice"].as_array().unwrap().iter();
        let rows = rows.map(|row| {
            format!(
                "{} {}",
                row["by"].as_str().unwrap(),
                row["key"].as_str().unwrap()
            )
        });
        rows.collect::<Vec<_>>().join(", ")
    });
    explained.collect::<Vec<_>>().join(" / ")
}

/// A whole response as `curl -i` prints it.
fn response(status: &str, number: u64, body: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\nServer: nginx\r\nDate: Tue, 02 Jan 2024 03:04:05 GMT\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: 268435461\r\nConnection: keep-alive\r\nCache-Control: no-cache, must-revalidate\r\nRequest-ID: 08F5B8C2B506102C18FDDFEEA30620BE821E28EDC405-{number}\r\nContent-Language: zh-CN\r\n\r\n{body}"
    )
}

/// Texts as users paste them, and numbers and codes beside them that mean nothing.
#[test]
fn clues_are_found_in_every_form_that_users_paste() {
    for (text, expected) in [
        // SDKs: Java, Go, PHP, WxJava, JavaScript, Python, .NET, Rust.
        (
            "com.wechat.pay.java.core.exception.ValidationException: Validate response failed, the WechatPay signature is incorrect.\nRequest-ID[08F5B8C2B506102C18FDDFEEA30620BE821E28EDC405-0]\tresponseHeader[{\"headers\":{\"Wechatpay-Serial\":\"PUB_KEY_ID_01\"}}]\tresponseBody[{\"prepay_id\":\"wx26\"}]\n\tat com.wechat.pay.java.core.http.AbstractHttpClient.validateResponse(AbstractHttpClient.java:115)",
            "symptom the signature of a response does not verify",
        ),
        (
            "com.wechat.pay.java.core.exception.ServiceException: Wrong HttpStatusCode[401]\nhttpResponseBody[{\"code\":\"SIGN_ERROR\",\"message\":\"错误的签名，验签失败\"}]\terrorCode[SIGN_ERROR]",
            "code SIGN_ERROR",
        ),
        (
            "error http response:[StatusCode: 400 Code: \"PARAM_ERROR\"\nMessage: x\nHeader:\n - Request-Id=[\"08F5B8C2B506102C18FDDFEEA30620BE821E28EDC405-268435461\"]]",
            "number 268435461",
        ),
        (
            "validate verify fail serial=PUB_KEY_ID_0119000001 error=crypto/rsa: verification error",
            "symptom the signature of a response does not verify",
        ),
        (
            "Client error: `POST https://api.mch.weixin.qq.com/v3/refund/domestic/refunds` resulted in a `400 Bad Request` response:\n{\"code\":\"PARAM_ERROR\",\"detail\":{\"field\":\"/body/amount/refund\",\"value\":268498688},\"me (truncated...)\n",
            "code PARAM_ERROR",
        ),
        (
            "Array\n(\n    [code] => RESOURCE_NOT_EXISTS\n    [message] => x\n)",
            "code RESOURCE_NOT_EXISTS",
        ),
        (
            "WxPayException: 错误代码：[PARAM_ERROR]，错误详情：[appid和mch_id不匹配]",
            "message appid和mch_id不匹配",
        ),
        (
            "{\n  response: { status: 401, data: { code: 'SIGN_ERROR', message: '商户证书序列号有误' } } }",
            "message 商户证书序列号有误",
        ),
        (
            "{'code': 'APPID_MCHID_NOT_MATCH', 'message': 'appid和mch_id不匹配'} <Response [400]>",
            "message appid和mch_id不匹配",
        ),
        (
            "Api(ApiError { status: 400, code: Some(\"PARAM_ERROR\"), request_id: Some(\"08F5B8C2B506102C18FDDFEEA30620BE821E28EDC405-268435461\") })",
            "number 268435461",
        ),
        ("ServiceException: Wrong HttpStatusCode[500]", "status 500"),
        (
            "java.io.IOException: Server returned HTTP response code: 403 for URL: https://api.mch.weixin.qq.com/v3/certificates",
            "status 403",
        ),
        ("response code 268 ms", ""),
        // Chat, full-width and small letters.
        (
            "大佬们，一直报 PARAM_ERROR，message是“appid和mch_id不匹配”，订单号20240610123456789",
            "message appid和mch_id不匹配",
        ),
        (
            "用户付款时提示NOTENOUGH，商户号1900000109，金额268498688分",
            "code NOTENOUGH, code NOTENOUGH, code NOT_ENOUGH",
        ),
        (
            "错误码：ＰＡＲＡＭ＿ＥＲＲＯＲ，描述：参数错误",
            "code PARAM_ERROR",
        ),
        (
            "Request-ID：08F5B8C2B506102C18FDDFEEA30620BE821E28EDC405－268498688",
            "number 268498688",
        ),
        ("报 sign_error 怎么解决", "code SIGN_ERROR"),
        ("HTTP状态码：401", "status 401"),
        (
            "错误：【NO_AUTH】商户号该产品权限未开通",
            "message 商户号该产品权限未开通",
        ),
        ("在吗？我的电话是13800138000，订单268498688没到账", ""),
        ("our own api returned not_found for user 1", ""),
        // Escapes: HTML, URLs, JSON.
        (
            "&lt;p&gt;{&quot;code&quot;:&quot;PARAM_ERROR&quot;,&quot;message&quot;:&quot;appid和mch_id不匹配&quot;}&lt;/p&gt;",
            "message appid和mch_id不匹配",
        ),
        (
            "{&#34;code&#34;:&#34;NO_AUTH&#34;,&#34;message&#34;:&#34;x&#34;}",
            "code NO_AUTH",
        ),
        (
            "&quot;fail_reason&quot;:&quot;ACCOUNT_ABNORMAL&quot;,&quot;result&quot;:&quot;CLOSED&quot;",
            "fail_reason ACCOUNT_ABNORMAL",
        ),
        (
            "<td>{&quot;refund_id&quot;:&quot;5&quot;,&quot;status&quot;:&quot;ABNORMAL&quot;}</td>",
            "state refund:ABNORMAL",
        ),
        (
            "message=%E5%95%86%E6%88%B7%E5%8F%B7%E8%AF%A5%E4%BA%A7%E5%93%81%E6%9D%83%E9%99%90%E6%9C%AA%E5%BC%80%E9%80%9A",
            "message 商户号该产品权限未开通",
        ),
        (
            r#"msg="\u5546\u6237\u53f7\u8be5\u4ea7\u54c1\u6743\u9650\u672a\u5f00\u901a" cost=268"#,
            "message 商户号该产品权限未开通",
        ),
        (
            r#"{"log":"{\"msg\":\"{\\\"code\\\":\\\"NO_AUTH\\\",\\\"message\\\":\\\"x\\\"}\"}\n"}"#,
            "code NO_AUTH",
        ),
        (
            "{\r\n  \"code\": \"OUT_TRADE_NO_USED\",\r\n  \"message\": \"x\"\r\n}\r\n",
            "code OUT_TRADE_NO_USED",
        ),
        // Logs.
        (
            "2024-06-10T12:00:00.268Z ERROR [pid 268498688] trace=268498688 code=PARAM_ERROR request_id=08F5B8C2B506102C18FDDFEEA30620BE821E28EDC405-268435461 cost=268ms",
            "number 268435461",
        ),
        (
            "12:00 {\"code\":\"PARAM_ERROR\",\"message\":\"x\"} id 1\n12:01 {\"code\":\"ORDER_CLOSED\",\"message\":\"y\"} id 2\n",
            "code PARAM_ERROR / code ORDER_CLOSED",
        ),
        (
            "| code | message |\n|---|---|\n| ORDER_CLOSED | 订单已关闭 |",
            "code ORDER_CLOSED",
        ),
        (
            "\u{1b}[31mERROR\u{1b}[0m code=\u{1b}[1mPARAM_ERROR\u{1b}[0m",
            "code PARAM_ERROR",
        ),
        // Nothing of WeChat Pay.
        (
            "PHP Fatal error: Allowed memory size of 268435456 bytes exhausted (tried to allocate 268435461)",
            "",
        ),
        ("memory_limit 268435456, used 268435461", ""),
        (
            "ERROR: duplicate key value DETAIL: Key (id)=(268498688) already exists.",
            "",
        ),
        (
            "{\"field\":\"message\",\"message\":\"code\",\"name\":\"status\",\"type\":\"error\",\"value\":268498688}",
            "",
        ),
        (
            "{\"kind\":\"Status\",\"status\":\"Failure\",\"message\":\"pods not found\",\"reason\":\"NotFound\",\"code\":404}",
            "",
        ),
        (
            "{\"alipay_trade_query_response\":{\"code\":\"40004\",\"msg\":\"Business Failed\",\"sub_code\":\"ACQ.TRADE_NOT_EXIST\"}}",
            "",
        ),
        (
            "{\"error\":\"invalid_request\",\"error_description\":\"missing code\"}",
            "",
        ),
    ] {
        assert_eq!(advice(&run(text)), expected, "{text}");
    }
}

#[test]
fn a_text_with_too_many_clues_says_how_many_are_left_out() {
    let codes: Vec<_> = (0..60).map(|index| format!("code=ABC_{index}")).collect();
    let report = json(&run(codes.join("\n")));
    let [explanation] = &**report["explanations"].as_array().unwrap() else {
        panic!("{report:#}")
    };
    assert_eq!(explanation["codes"].as_array().unwrap().len(), 50);
    let notes = explanation["notes"].as_array().unwrap();
    assert_eq!(
        notes.last().unwrap(),
        "10 more Request-IDs, numbers, codes, messages or fail reasons are not explained"
    );
}

#[test]
fn clues_are_found_in_responses_and_in_longer_texts() {
    let refused = |code: &str, message: &str| json!({"code": code, "message": message}).to_string();
    let rows: Vec<(String, &str)> = vec![
        // Whole responses, with lengths, times and amounts beside.
        (response("400 Bad Request", 268435461, &refused("PARAM_ERROR", "参数错误")), "number 268435461"),
        (response("400 Bad Request", 268498688, &refused("INVALID_REQUEST", "请求重入时，参数与首次请求时不一致")), "number 268498688"),
        (response("403 Forbidden", 268503786, &refused("NO_AUTH", "当前无权限进行此操作")), "number 268503786"),
        (response("404 Not Found", 268512771, &refused("ORDER_NOT_EXIST", "订单不存在")), "number 268512771"),
        (response("400 Bad Request", 268449538, &refused("ORDERPAID", "订单已支付")), "number 268449538, code ORDERPAID"),
        (response("401 Unauthorized", 270924332, &refused("SIGN_ERROR", "Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》")), "number 270924332, message Http头Authorization值格式错误"),
        (response("429 Too Many Requests", 270924289, &refused("RATELIMIT_EXCEEDED", "频率过快")), "number 270924289"),
        (response("400 Bad Request", 268578526, &refused("PARAM_ERROR", "解析 OpenID 错误")), "number 268578526"),
        (response("500 Internal Server Error", 268499999, &refused("SYSTEM_ERROR", "系统错误")), "code SYSTEM_ERROR"),
        (response("400 Bad Request", 268435600, &refused("PARAM_ERROR", "?")), "code PARAM_ERROR"),
        (response("418 I'm a teapot", 270924500, &refused("NEW_CODE", "?")), "range 270924500"),
        (response("403 Forbidden", 268435461, &refused("PARAM_ERROR", "appid与openid不匹配")), "number 268435461, message appid与openid不匹配"),
        (response("403 Forbidden", 0, &refused("NOT_ENOUGH", "余额不足")), "message 余额不足, message 余额不足, message 余额不足, message 余额不足"),
        (response("403 Forbidden", 0, &refused("ACCOUNT_ERROR", "?")), "code ACCOUNT_ERROR"),
        (response("400 Bad Request", 0, &refused("OUT_TRADE_NO_USED", "商户订单号重复")), "code OUT_TRADE_NO_USED"),
        (response("202 Accepted", 0, &refused("USERPAYING", "用户支付中")), "message USERPAYING"),
        (response("403 Forbidden", 268433507, &refused("RULE_LIMIT", "该商户号今日转账次数已达上限 268443699")), "code RULE_LIMIT"),
        (refused("RULE_LIMIT", "该商户号今日转账次数已达上限268443699"), "code RULE_LIMIT"),
        (response("502 Bad Gateway", 0, "<html><body><h1>502 Bad Gateway</h1>nginx/1.24.0</body></html>"), "status 502"),
        (response("200 OK", 0, r#"{"amount":{"total":268498688},"trade_state":"SUCCESS"}"#), ""),
        (response("200 OK", 0, "").replace('\r', ""), ""),
        (
            response("400 Bad Request", 268435461, r#"{"code":"PARAM_ERROR","detail":{"field":"/amount/total","issue":"订单金额为0","value":"268498689"},"message":"输入源“/body/amount/total”映射到值字段“总金额”数值规则校验失败"}"#),
            "number 268435461, message 订单金额为0",
        ),
        // `curl -v`: the request tells role and product.
        (
            format!("* Connected to api.mch.weixin.qq.com (175.24.1.1) port 443\n> POST /v3/pay/partner/transactions/jsapi HTTP/1.1\n> Host: api.mch.weixin.qq.com\n> Content-Length: 268435461\n>\n< HTTP/1.1 400 Bad Request\n< Request-ID: {ID}\n<\n{}\n* Connection #0 left intact", refused("INVALID_REQUEST", "?")),
            "number 268498688",
        ),
        ("POST /brand/marketing/product-coupon/users/o/coupons HTTP/1.1\n\nHTTP/1.1 400 Bad Request\n\n{\"code\":\"PARAM_ERROR\",\"message\":\"解析 OpenID 错误\"}".into(), "message 解析 OpenID 错误"),
        ("HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 503 Service Unavailable\r\n\r\n".into(), "status 503"),
        // Logs of programs.
        (format!("2024-01-02 03:04:05.678 ERROR [pool-1-thread-268435461] c.x.PayService - order 1217752501201407033233368018 mchid=1900000109 amount=268498689 cost=1234ms status=400 body={{\"code\":\"INVALID_REQUEST\",\"message\":\"?\"}} requestId={ID}"), "number 268498688"),
        ("com.wechat.pay.java.core.exception.ServiceException: Wrong HttpStatusCode[403]\nhttpResponseBody[{\"code\":\"NO_AUTH\",\"message\":\"商户号该产品权限未开通\"}]\tHttpRequest[{\"http_method\":\"POST\",\"url\":\"https://api.mch.weixin.qq.com/v3/pay/transactions/jsapi\"}]".into(), "message 商户号该产品权限未开通"),
        ("error http response:[StatusCode: 400 Code: \"PARAM_ERROR\"\nMessage: 参数错误\nHeader:\n - Request-Id=[08F5B8C2B506102C18FDDFEEA30620BE821E28EDC405-268435463]]".into(), "number 268435463"),
        (format!("{{\"level\":\"error\",\"time\":1704164645,\"port\":268435461,\"headers\":{{\"Request-ID\":[\"{ID}\"]}},\"body\":\"{{\\\"code\\\":\\\"INVALID_REQUEST\\\",\\\"message\\\":\\\"?\\\"}}\"}}"), "number 268498688"),
        (r#"time="2024-01-02" level=error msg="pay failed: {\"code\":\"RULE_LIMIT\",\"message\":\"?\"}" ms=268435461"#.into(), "code RULE_LIMIT"),
        (format!("api error: PARAM_ERROR: 无效的openid (status 400, Request-ID {})", ID.replace("268498688", "268435461")), "number 268435461, message 无效的openid"),
        ("[PHP] Client error: `POST https://api.mch.weixin.qq.com/v3/refund/domestic/refunds` resulted in a `403 Forbidden` response:\n{\"code\":\"NOT_ENOUGH\",\"message\":\"基本账户余额不足，请充值后重新发起\"}".into(), "code NOT_ENOUGH, message 余额不足"),
        ("<xml><return_code><![CDATA[SUCCESS]]></return_code><result_code><![CDATA[FAIL]]></result_code><err_code><![CDATA[ORDERPAID]]></err_code><err_code_des><![CDATA[该订单已支付]]></err_code_des><total_fee>268498688</total_fee></xml>".into(), "message 该订单已支付, code ORDERPAID"),
        ("10.0.0.1 - - [02/Jan/2024:03:04:05 +0800] \"POST /v3/certificates HTTP/1.1\" 429 268435461 \"-\" \"okhttp\"".into(), "status 429"),
        ("errcode=268445527&errmsg=x&amount=268498688".into(), "number 268445527"),
        ("{'code': 'RESOURCE_NOT_EXISTS', 'message': '查询的资源不存在'}".into(), "code RESOURCE_NOT_EXISTS"),
        ("code=SIGN_ERROR, message=商户证书序列号有误, mchid=1900000109, serial_no=268435461".into(), "message 商户证书序列号有误"),
        // Chats and tickets.
        (ID.into(), "number 268498688"),
        (format!("请求ID是{ID}，帮忙看看"), "number 268498688"),
        ("08F5…-268503786".into(), "number 268503786"),
        ("268498688".into(), "number 268498688"),
        (" 268498688\n".into(), "number 268498688"),
        ("268499999".into(), "range 268499999"),
        ("错误码268447843，订单268498688，商户号1900000109，金额268435461分".into(), "number 268447843"),
        ("we get error 268501013 since 10:04, port 268435461, 268498688 fen, order 268498689".into(), "number 268501013"),
        ("订单 268498688 付了 268498689 元".into(), ""),
        ("1704164645 1900000109 1217752501201407033233368018 443".into(), ""),
        ("550e8400-e29b-41d4-a716-446655440000 took 268435461 ms".into(), ""),
        ("OUT_TRADE_NO_USED".into(), "code OUT_TRADE_NO_USED"),
        ("out_trade_no_used".into(), "code OUT_TRADE_NO_USED"),
        ("NO_AUTH".into(), "code NO_AUTH, fail_reason NO_AUTH"),
        ("SYSTEMERROR".into(), "code SYSTEMERROR"),
        ("401".into(), "status 401"),
        ("HTTP 504".into(), "status 504"),
        ("为什么提示“商家存在未配置的参数，请联系商家解决”？".into(), "message 商家存在未配置的参数"),
        ("用户付款时提示 该商户暂不支持通过外部拉起微信完成支付".into(), "message 该商户暂不支持通过外部拉起微信完成支付"),
        (r#"{"errMsg":"requestPayment:fail no permission","t":268435461}"#.into(), "message requestPayment:fail no permission"),
        ("appid和openid不匹配".into(), "message appid和openid不匹配"),
        ("openid与appid不匹配".into(), "message openid与appid不匹配"),
        ("系统繁忙".into(), "message 系统繁忙"),
        ("系统繁忙，请稍后再试".into(), "message 系统繁忙"),
        (response("500 Internal Server Error", 0, &refused("SYSTEM_ERROR", "系统繁忙")), "code SYSTEM_ERROR"),
        ("解析OpenID错误".into(), "message 解析 OpenID 错误, message 解析 OpenID 错误"),
        ("通知报错：javax.crypto.AEADBadTagException: Tag mismatch!".into(), "symptom a notification cannot be decrypted"),
        ("notification never arrives".into(), "symptom a notification never arrives"),
        ("你好".into(), ""),
        (refused("SIGN_ERROR", "签名验证失败"), "code SIGN_ERROR"),
        (response("401 Unauthorized", 0, &refused("SIGN_ERROR", "签名验证失败，系统繁忙")), "code SIGN_ERROR"),
        ("验证签名失败".into(), "message 验证签名失败"),
        ("签名验证失败，系统繁忙".into(), "message 签名验证失败，系统繁忙"),
        (response("403 Forbidden", 268499999, &refused("NO_AUTH", "?")), "code NO_AUTH"),
        ("调用支付JSAPI缺少参数: total_fee".into(), "message JSAPI缺少参数total_fee"),
        ("调用支付JSAPI缺少参数：total_fee".into(), "message JSAPI缺少参数total_fee"),
        ("268435461,268498688".into(), "number 268435461, number 268498688"),
        ("Request-ID 268498688".into(), "number 268498688"),
        (ID.to_lowercase(), "number 268498688"),
        (r#"{"detail_status":"FAIL","fail_reason":"REAL_NAME_CHECK_FAIL"}"#.into(), "fail_reason REAL_NAME_CHECK_FAIL"),
        (r#"{"detail_status":"FAIL","fail_reason":"A_REASON_OF_THE_FUTURE"}"#.into(), ""),
        (r#"{"detail_status":"FAIL","fail_reason":"RECEIVER_HIGH_RISK"}"#.into(), "fail_reason RECEIVER_HIGH_RISK"),
        // The texts of the official SDKs, and of WeChat Pay, on a response that does not verify.
        (
            format!("com.wechat.pay.java.core.exception.ValidationException: Validate response failed. the WechatPay signature is incorrect.\nRequest-ID[{}]\tresponseHeader[{{Wechatpay-Serial=5157F09EFDC096DE15EBE81A47057A7232F1B8E1}}]\tresponseBody[{{}}]", ID.replace("268498688", "0")),
            "symptom the signature of a response does not verify",
        ),
        ("应答的微信支付签名验证失败".into(), "symptom the signature of a response does not verify"),
        (
            format!("validate verify fail serial=[5157F09EFDC096DE15EBE81A47057A7232F1B8E1] request-id=[{}] err=verify signature with public key err:crypto/rsa: verification error", ID.replace("268498688", "0")),
            "symptom the signature of a response does not verify",
        ),
        ("not valid wechatpay notify request: validate verify fail serial=[5157] request-id=[] err=x".into(), "symptom the signature of a notification does not verify"),
        // Bodies that report a state.
        (r#"{"receivers":[{"amount":268435461,"result":"CLOSED","fail_reason":"NO_RELATION"},{"result":"CLOSED","fail_reason":"RECEIVER_RECEIPT_LIMIT"}]}"#.into(), "fail_reason NO_RELATION, fail_reason RECEIVER_RECEIPT_LIMIT"),
        (r#"{"refund_id":"50000000382019052709732678859","out_refund_no":"268498688","status":"ABNORMAL","amount":{"total":268435461}}"#.into(), "state refund:ABNORMAL"),
        (r#"{"refund_id":"5","status":"SUCCESS"}"#.into(), ""),
        // Several errors in one log.
        (format!("a {{\"code\":\"ORDERPAID\",\"message\":\"?\"}}\nb {ID} {{\"code\":\"INVALID_REQUEST\",\"message\":\"?\"}}\na {{\"code\":\"ORDERPAID\",\"message\":\"?\"}}\n"), "code ORDERPAID / number 268498688"),
        (format!("x {ID}\ny {}\n", ID.replace("268498688", "268503786")), "number 268498688 / number 268503786"),
    ];
    assert!(rows.len() >= 60);
    let wrong: Vec<_> = rows
        .iter()
        .map(|(text, expected)| (text, *expected, advice(&run(text))))
        .filter(|(_, expected, found)| expected != found)
        .map(|(text, expected, found)| {
            format!("{text}\n  expected: {expected}\n  found:    {found}")
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n\n")
    );
}

#[test]
fn a_text_comes_from_arguments_a_file_or_the_standard_input() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log.txt");
    // PowerShell redirects in UTF-16.
    let utf16: Vec<u8> = "\u{feff}错误码：268498688"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    fs::write(&path, utf16).unwrap();
    let file = format!("@{}", path.display());
    for what in [
        &["268498688"][..],
        &["错误码", "268498688"],
        &[ID],
        &[&file],
    ] {
        assert_eq!(
            advice(&command().args(what).output().unwrap()),
            "number 268498688",
            "{what:?}"
        );
    }
    // Each of several files is a text of its own, and words beside a file are another.
    let other = folder.path().join("other.txt");
    fs::write(&other, "ORDERPAID").unwrap();
    let other = format!("@{}", other.display());
    for (what, expected) in [
        (&[&*file, &*other][..], "number 268498688 / code ORDERPAID"),
        (
            &[&*file, "NO_AUTH", "@nobody"],
            "number 268498688 / code NO_AUTH",
        ),
    ] {
        let output = command().args(what).output().unwrap();
        assert_eq!(advice(&output), expected, "{what:?}");
    }
    let missing = command().args([&*file, "@nowhere.txt"]).output().unwrap();
    assert!(String::from_utf8_lossy(&missing.stderr).contains("cannot read nowhere.txt"));
    let missing = command().arg("@nowhere.txt").output().unwrap();
    assert_eq!(missing.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("cannot read nowhere.txt"));
    let large = run(vec![b'x'; (1 << 20) + 1]);
    assert_eq!(large.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&large.stderr).contains("larger than 1 MiB"));
    // Bytes of every kind stop nothing.
    assert_eq!(advice(&run(b"\xff\xfe\x00\xd8{\x00")), "");
    assert_eq!(
        advice(&run(b"\xff{\"code\":\"ORDERPAID\"}\xf0")),
        "code ORDERPAID"
    );
    assert_eq!(advice(&run("{\"a\":".repeat(2_000))), "");
}

#[test]
fn an_empty_text_an_unknown_reason_and_a_long_log_say_so() {
    let empty = run(" \n");
    assert_eq!(empty.status.code(), Some(3));
    let error = String::from_utf8_lossy(&empty.stderr);
    assert!(error.contains("the text is empty"), "{error}");

    let unknown = run(r#"{"detail_status":"FAIL","fail_reason":"A_REASON_OF_THE_FUTURE"}"#);
    assert_eq!(
        json(&unknown)["explanations"][0]["notes"],
        json!([
            "the fail reason A_REASON_OF_THE_FUTURE is not known here: read the documentation of the operation"
        ])
    );

    let misspelt = run("SIGN_EROR");
    assert_eq!(
        json(&misspelt)["explanations"][0]["notes"],
        json!([
            "the code SIGN_EROR is not known here: read the message and the documentation of the operation",
            "did you mean `SIGN_ERROR`?"
        ])
    );

    let log: String = (0..60).map(|n| format!("{n:04X}{ID}\n")).collect();
    let report = json(&run(&log));
    assert_eq!(report["explanations"].as_array().unwrap().len(), 50);
    assert_eq!(report["left_out"], 10);
}

#[test]
fn the_text_for_people_says_what_to_do() {
    let output = command()
        .args(["268578532", "--output", "text"])
        .output()
        .unwrap();
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "number 268578532  解析 OpenID 错误  product coupons (商品券)  (brand)\n\
         \u{20} - the openid was obtained under another appid\n\
         \u{20} → correct the request\n\
         \u{20}   send an openid and an appid that belong together\n"
    );
    let output = command()
        .args(["ORDERPAID", "--output", "text"])
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        text.contains("! an earlier request with this number may have been executed"),
        "{text}"
    );
    assert!(
        text.contains("GET /v3/pay/transactions/out-trade-no/{out_trade_no}"),
        "{text}"
    );
}

#[test]
fn a_path_keeps_the_advice_of_other_products_away() {
    let refused =
        |path: &str, code: &str| format!("POST {path} HTTP/1.1\n400\n{{\"code\":\"{code}\"}}");
    let transfer = "/v3/fund-app/mch-transfer/transfer-bills";
    for (text, expected) in [
        (refused(transfer, "NOTENOUGH"), "code NOT_ENOUGH"),
        (refused(transfer, "SYSTEMERROR"), "code SYSTEM_ERROR"),
        (
            refused("/v3/refund/domestic/refunds", "NOTENOUGH"),
            "code NOT_ENOUGH",
        ),
    ] {
        assert_eq!(advice(&run(&text)), expected, "{text}");
    }
    let stock = refused("/v3/marketing/busifavor/stocks", "RESOURCE_ALREADY_EXISTS");
    assert_eq!(
        json(&run(stock))["explanations"][0]["notes"],
        json!([
            "the code RESOURCE_ALREADY_EXISTS is not known here: read the message and the documentation of the operation"
        ])
    );
    let found = json(&run(format!(
        "GET {transfer}/out-bill-no/T1 HTTP/1.1\nHTTP/1.1 200 OK\n\n{{\"fail_reason\":\"NO_AUTH\"}}"
    )));
    assert_eq!(found["explanations"][0]["advice"], json!([]));
    assert_eq!(
        found["explanations"][0]["notes"],
        json!([
            "the fail reason NO_AUTH is not known here: read the documentation of the operation"
        ])
    );
}

#[test]
fn a_response_of_apiv2_gets_no_advice_on_headers() {
    const NOTE: &str = "this is a response of APIv2 (`return_code`): its request is signed by the parameter `sign` with \
                        the APIv2 key (APIv2密钥), and has no part in the keys and headers of APIv3";
    for text in [
        "<xml><return_code><![CDATA[FAIL]]></return_code>\n<return_msg><![CDATA[签名错误]]></return_msg></xml>",
        r#"{"return_code":"FAIL","return_msg":"签名错误"}"#,
        r#"{"return_code":"FAIL","return_msg":"错误的签名，验签失败"}"#,
    ] {
        let found = json(&run(text));
        let explanation = &found["explanations"][0];
        assert_eq!(explanation["advice"], json!([]), "{text}");
        assert_eq!(explanation["notes"], json!([NOTE]), "{text}");
    }
    // The code of several products, in a text that does not tell the product.
    let query = "query the result before you repeat the request, and repeat it only with the same number and parameters";
    let unknown = "the code SYSTEMERROR is not known here: read the message and the documentation of the operation";
    let transfer = "POST /mmpaymkttransfers/promotion/transfers <xml><return_code>SUCCESS</return_code>\
                    <err_code>SYSTEMERROR</err_code></xml>";
    let deduction = "POST /papay/paporderquery <xml><return_code>SUCCESS</return_code><err_code>SYSTEMERROR</err_code></xml>";
    for (text, product, notes) in [
        (transfer, json!(null), json!([NOTE, query, unknown])),
        (
            deduction,
            json!("deductions by contract (委托代扣)"),
            json!([NOTE]),
        ),
    ] {
        let found = json(&run(text));
        let explanation = &found["explanations"][0];
        assert_eq!(explanation["advice"][0]["product"], product, "{text}");
        assert_eq!(explanation["notes"], notes, "{text}");
    }
    // Advice on an error of a product stays.
    let found = json(&run(
        r#"{"return_code":"SUCCESS","return_msg":"OK","result_code":"FAIL","err_code":"REFUND_FEE_MISMATCH"}"#,
    ));
    let explanation = &found["explanations"][0];
    assert_eq!(explanation["advice"][0]["key"], "REFUND_FEE_MISMATCH");
    assert_eq!(explanation["notes"], json!([NOTE]));
}

#[test]
fn a_text_that_is_not_utf_8_says_how_to_convert_it() {
    const WARNING: &str = "warning: the text is not UTF-8, so that its Chinese cannot be read: convert the text first, as \
                           by `iconv -f GBK -t UTF-8 FILE`; a Windows console writes UTF-8 after `chcp 65001`\n";
    // 余额不足 in GBK.
    let gbk = b"{\"code\":\"NOT_ENOUGH\",\"message\":\"\xd3\xe0\xb6\xee\xb2\xbb\xd7\xe3\"}";
    let output = run(gbk);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), WARNING);
    let only_chinese = run(b"\xd3\xe0\xb6\xee\xb2\xbb\xd7\xe3");
    assert_eq!(only_chinese.status.code(), Some(3));
    let error = String::from_utf8_lossy(&only_chinese.stderr);
    assert!(error.starts_with(WARNING), "{error}");
    assert!(run("余额不足").stderr.is_empty());
}

#[test]
fn messages_of_programs_and_front_ends_are_explained() {
    for (text, expected) in [
        (
            "Error: error:0909006C:PEM routines:get_name:no start line",
            "symptom the private key cannot be read",
        ),
        (
            "ValueError: ('Could not deserialize key data. The data may be in an incorrect format')",
            "symptom the private key cannot be read",
        ),
        (
            "UnexpectedValueException: Cannot load privateKey from(/wechat/apiclient_key.pem).",
            "symptom the private key cannot be read",
        ),
        (
            "java.security.InvalidKeyException: Unable to decode key",
            "symptom the private key cannot be read",
        ),
        ("调用支付JSAPI缺少参数：appId", "message JSAPI缺少参数appId"),
        (
            r#"{"code":"INVALID_REQUEST","message":"订单已全额退款"}"#,
            "message 订单已全额退款",
        ),
        (
            "cURL error 60: SSL certificate problem: unable to get local issuer certificate",
            "symptom the TLS certificate of the server is not trusted",
        ),
        (
            "javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path",
            "symptom the TLS certificate of the server is not trusted",
        ),
        (
            "Post \"https://api.mch.weixin.qq.com/v3/pay/transactions/native\": dial tcp 121.51.58.151:443: connect: \
             connection refused",
            "symptom no connection to the server",
        ),
        (
            "cURL error 6: Could not resolve host: api.mch.weixin.qq.com (see https://curl.haxx.se/libcurl)",
            "symptom no connection to the server",
        ),
        (
            "java.net.UnknownHostException: api.mch.weixin.qq.com",
            "symptom no connection to the server",
        ),
        ("非实名用户账号不可发放", "message 非实名用户账号不可发放"),
        ("转账失败：用户未实名", "message 用户未实名"),
        (
            r#"{"errMsg":"requestPayment:fail cancel"}"#,
            "message requestPayment:fail cancel",
        ),
        (
            r#"{"errMsg":"requestPayment:fail no permission"}"#,
            "message requestPayment:fail no permission",
        ),
        (
            r#"{"errMsg":"requestPayment:fail jsapi has no permission"}"#,
            "message jsapi has no permission, message requestPayment:fail",
        ),
        (
            "Error: Unsupported state or unable to authenticate data",
            "symptom a notification cannot be decrypted",
        ),
        (
            "cryptography.exceptions.InvalidTag",
            "symptom a notification cannot be decrypted",
        ),
        (
            "网络环境未能通过安全验证，请稍后再试",
            "message 网络环境未能通过安全验证",
        ),
        (
            r#"{"err_msg":"get_brand_wcpay_request:cancel"}"#,
            "message get_brand_wcpay_request:cancel",
        ),
        (
            r#"{"err_msg":"get_brand_wcpay_request:fail"}"#,
            "message get_brand_wcpay_request:fail",
        ),
        (
            r#"{"err_msg":"get_brand_wcpay_request:fail_no permission to execute"}"#,
            "message get_brand_wcpay_request:fail_no permission to execute",
        ),
        (
            "get_brand_wcpay_request:fail_invalid appid",
            "message get_brand_wcpay_request:fail_invalid appid",
        ),
        (
            "get_brand_wcpay_request:ok",
            "symptom the front end says ok",
        ),
        (
            r#"{"errMsg":"chooseWXPay:fail"}"#,
            "message chooseWXPay:fail",
        ),
        ("chooseWXPay:cancel", "message chooseWXPay:cancel"),
        (
            r#"{"errMsg":"requestMerchantTransfer:fail"}"#,
            "message requestMerchantTransfer:fail",
        ),
        (
            "requestMerchantTransfer:fail cancel",
            "message requestMerchantTransfer:fail cancel",
        ),
        (
            "requestMerchantTransfer:cancel",
            "message requestMerchantTransfer:cancel",
        ),
        (
            r#"{"data":{"result":"cancel"},"errMsg":"requestMerchantTransfer:ok"}"#,
            "message requestMerchantTransfer:ok",
        ),
        (
            r#"{"code":"AUTH_CODE_INVALID","message":"101 付款码无效，请重新扫码"}"#,
            "code AUTH_CODE_INVALID",
        ),
        (
            "101 每个二维码仅限使用一次，请刷新再试",
            "message 每个二维码仅限使用一次",
        ),
        (
            r#"{"code":"PARAM_ERROR","message":"appid and openid not match"}"#,
            "message appid and openid not match",
        ),
        (
            r#"{"code":"INVALID_REQUEST","message":"APPID不存在"}"#,
            "message APPID不存在",
        ),
        (
            r#"{"code":"PARAM_ERROR","message":"请求中含有未在API文档中定义的参数"}"#,
            "message 请求中含有未在API文档中定义的参数",
        ),
    ] {
        assert_eq!(advice(&run(text)), expected, "{text}");
    }
}

/// People leave words out, and type other punctuation.
#[test]
fn a_malformed_authorization_is_explained_without_its_code() {
    for text in [
        "Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》",
        "Http头Authorization值格式错误,请参考<微信支付商户REST API签名规则>",
        "HTTP头Authorization值格式错误",
        "Http头Authorization格式错误，请参考文档",
        "Http头Authorization值格式有误，请参考《微信支付商户REST API签名规则》",
        "请求头Authorization值格式错误，请查看《微信支付商户REST API签名规则》",
    ] {
        let found = json(&run(text));
        let row = &found["explanations"][0]["advice"][0];
        assert_eq!(row["by"], "message", "{text}");
        assert_eq!(
            row["causes"][0],
            "the request has no header `Authorization`: the program did not sign it, such as with an HTTP client that \
             is not the SDK's",
            "{text}"
        );
    }
}

#[test]
fn refused_signatures_in_the_words_of_sdks_are_explained() {
    const RESPONSE: &str = "symptom the signature of a response does not verify";
    const NOTIFICATION: &str = "symptom the signature of a notification does not verify";
    for (text, expected) in [
        (
            "certificate[5157F09EFDC096DE15EBE81A47057A7232F1B8E1] not found in verifier",
            RESPONSE,
        ),
        ("verifier has no validator", RESPONSE),
        (
            "validate verify fail serial=[5157F0] request-id=[08F5] err=crypto/rsa: verification error",
            RESPONSE,
        ),
        (
            "找不到证书序列号对应的证书，序列号：5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
            RESPONSE,
        ),
        (
            "parameter error: empty [Wechatpay-Serial], request-id=[08F5]",
            RESPONSE,
        ),
        ("应答的微信支付签名验证失败", RESPONSE),
        (
            "Cannot found the serial(`5157F0`)'s configuration, which's from the response(header:Wechatpay-Serial), your's PUB_KEY_ID_0.",
            RESPONSE,
        ),
        (
            "The response's Headers incomplete, must have(`Wechatpay-Nonce`, `Wechatpay-Serial`, `Wechatpay-Signature` and `Wechatpay-Timestamp`).",
            RESPONSE,
        ),
        (
            "It's allowed time offset in ± 300 seconds, the response was on 1665848617, your's localtime on 1665849617.",
            RESPONSE,
        ),
        (
            "Verify the response's data with: timestamp=1665848617, nonce=0a5c, signature=o+Yf, cert=[5157F0 => ...] failed.",
            RESPONSE,
        ),
        (
            "com.wechat.pay.java.core.exception.ValidationException: Validate response failed,the WechatPay signature is incorrect.",
            RESPONSE,
        ),
        (
            "com.wechat.pay.java.core.exception.ValidationException: Processing WechatPay notification,signature verification failed,signType[WECHATPAY2-SHA256-RSA2048]",
            NOTIFICATION,
        ),
    ] {
        assert_eq!(advice(&run(text)), expected, "{text}");
    }
}

/// Only a query tells if the transfer has ended.
#[test]
fn a_reason_beside_an_open_transfer_calls_nothing_final() {
    let text = text_of(r#"{"fail_reason":"OVERDUE_CLOSE","state":"TRANSFERING"}"#);
    assert!(
        text.contains("  → query the state before anything else\n"),
        "{text}"
    );
    assert!(!text.contains("final"), "{text}");
}

#[test]
fn a_list_of_states_is_the_state_of_no_refund() {
    for (text, expected) in [
        ("refund: PROCESSING, CLOSED, ABNORMAL", ""),
        ("refund_status: PROCESSING|SUCCESS", ""),
        ("refund_status=CLOSED 或 ABNORMAL", ""),
        ("refund: CLOSED, out_refund_no 1", "state refund:CLOSED"),
    ] {
        assert_eq!(advice(&run(text)), expected, "{text}");
    }
}

/// The pages of transfers name these messages and reasons.
#[test]
fn errors_and_reasons_of_transfers_are_explained_without_a_path() {
    for (text, expected) in [
        (
            r#"{"code":"INVALID_REQUEST","message":"单号已存在但信息不一致，请查单后比较确认"}"#,
            "message 单号已存在但信息不一致",
        ),
        (
            r#"{"code":"INVALID_REQUEST","message":"此IP地址不允许调用接口，请按开发指引设置"}"#,
            "message 此IP地址不允许调用",
        ),
        (
            "调用报错:此IP地址不允许调用该接口",
            "message 此IP地址不允许调用",
        ),
        (
            r#"{"code":"NOT_ENOUGH","message":"商户运营账户资金不足，充值后可以原单号发起重试，请勿更换商户单号"}"#,
            "message 运营账户资金不足",
        ),
        (
            r#"{"code":"USER_ERROR","message":"当前商户存在异常，暂时无法进行转账。"}"#,
            "code USER_ERROR",
        ),
        (
            r#"{"code":"INVALID_REQUEST","message":"你尚未获取该转账场景"}"#,
            "message 你尚未获取该转账场景",
        ),
        (
            r#"{"out_bill_no":"T1","state":"FAIL","fail_reason":"BLOCK_B2C_USERLIMITAMOUNT_BSRULE_MONTH"}"#,
            "fail_reason BLOCK_B2C_USERLIMITAMOUNT_BSRULE_MONTH",
        ),
        (
            r#"{"out_bill_no":"T1","state":"FAIL","fail_reason":"PAYER_ACCOUNT_ABNORMAL"}"#,
            "fail_reason PAYER_ACCOUNT_ABNORMAL, fail_reason PAYER_ACCOUNT_ABNORMAL",
        ),
    ] {
        assert_eq!(advice(&run(text)), expected, "{text}");
    }
}

#[test]
fn explanations_that_say_the_same_are_one_under_all_products() {
    let found = json(&run(r#"{"code":"NOT_ENOUGH","message":"账户余额不足"}"#));
    let rows = found["explanations"][0]["advice"].as_array().unwrap();
    let mut texts: Vec<_> = rows
        .iter()
        .map(|row| (row["causes"].to_string(), row["steps"].to_string()))
        .collect();
    let count = texts.len();
    texts.sort_unstable();
    texts.dedup();
    assert_eq!(texts.len(), count, "{rows:#?}");
    let products: Vec<_> = rows.iter().map(|row| row["product"].clone()).collect();
    assert_eq!(
        json!(products),
        json!([
            "deductions by contract (委托代扣)",
            null,
            "payment codes (付款码支付)",
            "transfers (商家转账)",
            "refunds (退款)",
        ])
    );
}

#[test]
fn a_notification_that_was_cut_is_none_of_a_request() {
    const CUT: &str = "the text has a notification that was cut: its JSON does not end, so that nothing of it is verified";
    let output = run(
        "POST /notify HTTP/1.1\nRequest-ID: 08F5B8C2B506102C18FDDFEEA30620BE821E28EDC405-0\n\n{\"id\":\"1\",\"event_type\":\"A.B\",\"resource_type\":\"encrypt-reso",
    );
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert_eq!(json(&output)["explanations"][0]["notes"], json!([CUT]));
}

/// The text for people of one argument.
fn text_of(what: &str) -> String {
    let output = command().args([what, "--output", "text"]).output();
    String::from_utf8(output.unwrap().stdout).unwrap()
}

/// A number or a code that the text does not have is no clue, and heads no explanation.
#[test]
fn the_heading_is_the_clue_that_was_found() {
    for (text, expected) in [
        ("签名错误", "message 签名错误  (number 268443699)\n"),
        ("验证签名失败", "message 验证签名失败  (code SIGN_ERROR)\n"),
        ("268443699", "number 268443699  签名错误\n"),
    ] {
        let found = text_of(text);
        assert!(found.starts_with(expected), "{found}");
    }
    let body = r#"{"code":"APPID_MCHID_NOT_MATCH","message":"appid和mch_id不匹配"}"#;
    let report = json(&run(response("400 Bad Request", 268_435_459, body)));
    let row = &report["explanations"][0]["advice"][0];
    assert_eq!(row["by"], "message");
    assert_eq!(row["key"], "appid和mch_id不匹配");
    assert_eq!(row["number"], 268_445_527);
    assert_eq!(report["explanations"][0]["numbers"], json!([268_435_459]));
}

#[test]
fn the_heading_quotes_the_text_and_no_other_message() {
    let headings = |text: &str| -> Vec<String> {
        let text = text_of(text);
        let headings = text.lines().filter(|line| line.starts_with("message "));
        headings.map(str::to_owned).collect()
    };
    assert_eq!(
        headings("余额不足"),
        [
            "message 余额不足  refunds (退款)",
            "message 余额不足  payment codes (付款码支付)",
            "message 余额不足  deductions by contract (委托代扣)",
            "message 余额不足  transfers (商家转账)",
        ]
    );
    assert_eq!(
        headings("用户余额不足"),
        [
            "message 用户余额不足  payment codes (付款码支付)",
            "message 用户余额不足  deductions by contract (委托代扣)",
        ]
    );
}

#[test]
fn the_warning_agrees_with_the_action() {
    assert_eq!(
        text_of("SYSTEM_ERROR"),
        "code: SYSTEM_ERROR\n\
         code SYSTEM_ERROR\n\
         \u{20} - WeChat Pay had an internal failure, or is busy (系统繁忙)\n\
         \u{20} - a Native order or an application (进件) that always fails so: a member is `null` or empty\n\
         \u{20} → repeat later, with the same number and the same parameters\n\
         \u{20}   repeat the request with the same order number and parameters, after growing pauses\n\
         \u{20}   query the result if every attempt fails, and take no new number before\n\
         \u{20} ! the request may have been executed: never repeat it with another number before a query\n"
    );
    assert_eq!(
        text_of("RESOURCE_ALREADY_EXISTS"),
        "code: RESOURCE_ALREADY_EXISTS\n\
         code RESOURCE_ALREADY_EXISTS  deductions by contract (委托代扣)\n\
         \u{20} - the same notice before a deduction (扣费前通知, APIv3) was sent before, which is a success\n\
         \u{20} → do not repeat the request: the state is final, or nothing is wrong\n\
         \u{20}   do not send the notice again, and deduct as announced\n\
         \u{20} ! an earlier request with this number was executed: do not send another\n"
    );
}

#[test]
fn a_refused_signature_is_diagnosed() {
    let body = json!({
        "code": "SIGN_ERROR",
        "message": "签名错误，请检查后再试",
        "detail": {
            "issue": "sign not match",
            "sign_information": {
                "method": "GET", "sign_message_length": 92,
                "truncated_sign_message": "GET\n/v3/certificates\n1704164645\nTHE-NONCE\n\n",
            },
        },
    });
    let output = run(response("401 Unauthorized", 268443699, &body.to_string()));
    let explanation = &json(&output)["explanations"][0];
    assert_eq!(
        explanation["sign_error"],
        json!({
            "diagnosis": null,
            "arrived": {"method": "GET", "target": "/v3/certificates", "timestamp": "1704164645", "message_length": 92},
        })
    );
    assert!(!String::from_utf8_lossy(&output.stdout).contains("THE-NONCE"));
    let serial = r#"{"code":"SIGN_ERROR","message":"商户证书序列号有误"}"#;
    let explanation = &json(&run(response("401 Unauthorized", 0, serial)))["explanations"][0];
    let diagnosis = explanation["sign_error"]["diagnosis"].as_str().unwrap();
    assert!(
        diagnosis.starts_with("mchid has no certificate with this serial_no"),
        "{diagnosis}"
    );
    // The reader's own program builds the header.
    let header = r#"{"code":"SIGN_ERROR","message":"Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》"}"#;
    let explanation = &json(&run(response("401 Unauthorized", 0, header)))["explanations"][0];
    assert_eq!(
        explanation["sign_error"]["diagnosis"],
        "the program sent no header `Authorization`, or built it wrongly; if the header left the program whole, a proxy \
         on the way removed or changed it"
    );
}

#[test]
fn the_text_for_people_repeats_the_message_and_the_wrong_field() {
    let body = json!({
        "code": "PARAM_ERROR",
        "message": "数值规则校验失败",
        "detail": { "location": "body", "field": "/body/amount/total", "issue": "too small", "value": "SECRET" },
    });
    let body = body.to_string();
    let output = response("400 Bad Request", 268435461, &body);
    let output = command()
        .arg(output)
        .args(["--output", "text"])
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    let lines: Vec<_> = text.lines().take(4).collect();
    assert_eq!(
        lines,
        [
            "status: 400",
            "code: PARAM_ERROR",
            "message: 数值规则校验失败; too small",
            "field: /body/amount/total",
        ]
    );
    assert!(!text.contains("SECRET"), "{text}");
}

/// Headers, an empty line and the body.
fn message(start: &str, headers: &[(&str, String)], body: &str) -> String {
    let headers = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"));
    format!("{start}\r\n{}\r\n{body}", headers.collect::<String>())
}

/// WeChat Pay's key, whose public half is in the shop's files, and the APIv3 key of `Shop`.
struct Platform(PKey<Private>);

const KEY_ID: &str = "PUB_KEY_ID_0119000001092024111500112233445566";
const API_V3_KEY: &[u8] = b"0123456789abcdef0123456789abcdef";

impl Platform {
    fn of(shop: &mut Shop) -> Self {
        let key = PKey::from_rsa(Rsa::generate(2048).unwrap()).unwrap();
        shop.write("pub_key.pem", key.public_key_to_pem().unwrap());
        shop.set("WECHATPAY_PUBLIC_KEY_ID", KEY_ID);
        Self(key)
    }

    /// The headers and the body of a notification of long ago.
    fn notification(
        &self,
        event_type: &str,
        resource: &Value,
    ) -> (Vec<(&'static str, String)>, String) {
        let mut tag = [0; 16];
        let plaintext = resource.to_string();
        let cipher = Cipher::aes_256_gcm();
        let sealed = encrypt_aead(
            cipher,
            API_V3_KEY,
            Some(b"0123456789ab"),
            b"transaction",
            plaintext.as_bytes(),
            &mut tag,
        );
        let ciphertext = encode_block(&[sealed.unwrap(), tag.to_vec()].concat());
        let body = format!(
            r#"{{"id":"EV-2024","create_time":"2024-01-02T03:04:05+08:00","resource_type":"encrypt-resource","event_type":"{event_type}","summary":"s","resource":{{"original_type":"transaction","algorithm":"AEAD_AES_256_GCM","ciphertext":"{ciphertext}","associated_data":"transaction","nonce":"0123456789ab"}}}}"#
        );
        (self.headers(&body), body)
    }

    /// A signed response with this body.
    fn signed(&self, body: &str) -> String {
        message("HTTP/1.1 200 OK", &self.headers(body), body)
    }

    fn headers(&self, body: &str) -> Vec<(&'static str, String)> {
        let mut signer = Signer::new(MessageDigest::sha256(), &self.0).unwrap();
        let signature = signer
            .sign_oneshot_to_vec(format!("1704135845\nnonce\n{body}\n").as_bytes())
            .unwrap();
        vec![
            ("Wechatpay-Timestamp", "1704135845".to_owned()),
            ("Wechatpay-Nonce", "nonce".to_owned()),
            ("Wechatpay-Signature", encode_block(&signature)),
            ("Wechatpay-Serial", KEY_ID.to_owned()),
            (
                "Wechatpay-Signature-Type",
                "WECHATPAY2-SHA256-RSA2048".to_owned(),
            ),
            (
                "Request-ID",
                "08F5B8C2B506102C18FDDFEEA30620BE821E28EDC405-0".to_owned(),
            ),
        ]
    }
}

async fn explain(shop: &Shop, text: &str) -> Value {
    shop.write("message.txt", text);
    let run = shop.run(&["explain", "@message.txt"]).await;
    let explanation = run.json()["explanations"][0].clone();
    let is_verified = explanation["signature"]["verified"] == true;
    let not_decrypted = explanation["notification"]["not_decrypted"].as_str();
    let is_wrong_key = not_decrypted.is_some_and(|reason| !reason.starts_with("no APIv3 key"));
    assert_eq!(run.code, i32::from(!is_verified || is_wrong_key), "{run:?}");
    explanation
}

#[tokio::test]
async fn a_notification_is_verified_and_decrypted_with_the_configured_keys() {
    let mut shop = Shop::open().await;
    let order =
        json!({"out_trade_no": "1217752501201407033233368018", "amount": {"total": 268_498_688}});
    let (headers, body) = Platform::of(&mut shop).notification("TRANSACTION.SUCCESS", &order);
    let whole = message("POST /notify HTTP/1.1", &headers, &body);

    // As received, with the line break of an editor, and inside of a log.
    let logged = headers.iter().map(|(name, value)| {
        format!(
            "HTTP_{} => {value}, ",
            name.to_uppercase().replace('-', "_")
        )
    });
    let logged = format!(
        "2024-01-02 ERROR {}body={body} took 12 ms",
        logged.collect::<String>()
    );
    let values = headers.iter();
    let values: Vec<_> = values
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let dumped = |list: &str| {
        let pairs = headers.iter();
        let pairs = pairs.map(|(name, value)| {
            format!(
                "[\"{name}\"]=>\n{list}string({}) \"{value}\"\n",
                value.len()
            )
        });
        pairs.collect::<String>()
    };
    let map = |body: Value| {
        let headers: serde_json::Map<_, _> = (headers.iter())
            .map(|(name, value)| (name.to_lowercase(), value.as_str().into()))
            .collect();
        json!({ "a": {"b": 1}, "req": {"headers": headers, "data": body}, "time": {"c": 2} })
    };
    let text_in_map = map(body.as_str().into()).to_string();
    let line = json!({ "message": text_in_map.as_str() }).to_string();
    let object_in_map = map("BODY".into()).to_string().replace("\"BODY\"", &body);
    for text in [
        whole.clone(),
        format!("{whole}\n"),
        logged,
        format!("2024-01-02 {text_in_map}\n"),
        format!("{object_in_map}\n"),
        line,
        json!({ "msg": format!("{} body={body}", values.join(" ")) }).to_string(),
        map(encode_block(body.as_bytes()).into()).to_string(),
        format!("array(5) {{\n{}}}\n{body}\n", dumped("")),
        format!("array(5) {{\n{}}}\n{body}\n", dumped("array(1) {\n[0]=>\n")),
        message("POST /notify HTTP/1.1", &headers, &json!(body).to_string()),
        format!("{} body: b'{}'", values.join(" "), escaped_bytes(&body)),
    ] {
        let explanation = explain(&shop, &text).await;
        assert_eq!(explanation["signature"]["verified"], true, "{explanation}");
        assert_eq!(
            explanation["notification"]["event_type"],
            "TRANSACTION.SUCCESS"
        );
        assert_eq!(explanation["notification"]["resource"], order);
        assert_eq!(explanation["advice"], json!([]));
        // Its Request-ID is about no request.
        assert_eq!(explanation.get("notes"), None);
    }

    // A body that was printed again does not verify, and is decrypted nevertheless.
    let parsed: Value = serde_json::from_str(&body).unwrap();
    let printed = whole.replace(&body, &serde_json::to_string_pretty(&parsed).unwrap());
    let explanation = explain(&shop, &printed).await;
    assert_eq!(explanation["signature"]["verified"], false);
    let diagnosis = explanation["signature"]["diagnosis"].as_str().unwrap();
    assert!(
        diagnosis.contains("parsed and printed again"),
        "{diagnosis}"
    );
    assert_eq!(explanation["notification"]["resource"], order);

    // Another APIv3 key, and none.
    shop.set("WECHATPAY_API_V3_KEY", "another-key-of-thirty-two-bytes!");
    let explanation = explain(&shop, &whole).await;
    assert_eq!(explanation["signature"]["verified"], true);
    assert_eq!(explanation["notification"].get("resource"), None);
    assert!(
        !explanation.to_string().contains("another-key"),
        "{explanation}"
    );
    shop.unset("WECHATPAY_API_V3_KEY");
    let explanation = explain(&shop, &whole).await;
    assert_eq!(
        explanation["notification"]["not_decrypted"],
        "no APIv3 key (APIv3密钥) is configured"
    );

    // Without a key of WeChat Pay, nothing is shown as verified.
    shop.unset("WECHATPAY_PUBLIC_KEY");
    shop.unset("WECHATPAY_PUBLIC_KEY_ID");
    let explanation = explain(&shop, &whole).await;
    assert_eq!(explanation["signature"]["verified"], false);
    let error = explanation["signature"]["error"].as_str().unwrap();
    assert!(
        error.starts_with("no key of WeChat Pay is configured"),
        "{error}"
    );
    assert_eq!(shop.gateway.request_count(), 0);
}

/// A program that verifies the bytes around the body too refuses a message that this command verifies.
#[tokio::test]
async fn white_space_around_a_body_that_verifies_is_named() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let body = r#"{"mchid":"1"}"#;
    for (before, behind, around) in [
        ("", "", None),
        ("", "\n", None),
        ("", "\r\n", None),
        ("", "\n2024-01-01 took 12 ms", None),
        ("\n", "", Some("the byte before it")),
        ("", "\n\n", Some("the byte behind it")),
        (
            " ",
            " \n",
            Some("the byte before it and the byte behind it"),
        ),
        (
            "\u{FEFF}\r\n",
            "\t\t\n",
            Some("the 5 bytes before it and the 2 bytes behind it"),
        ),
    ] {
        let text = message(
            "HTTP/1.1 200 OK",
            &platform.headers(body),
            &format!("{before}{body}{behind}"),
        );
        let signature = explain(&shop, &text).await["signature"].clone();
        assert_eq!(signature["verified"], true, "{text}");
        let observed = around.map(|around| {
            json!([format!(
                "the signature is of the body without {around} (white space or a byte order mark): a program that verifies \
                 these bytes too refuses the message"
            )])
        });
        assert_eq!(signature.get("observed"), observed.as_ref(), "{text}");
    }
}

/// Each change, with the lines that the explanation writes about it.
#[tokio::test]
async fn a_changed_notification_says_where_it_may_have_been_changed() {
    const OTHER_MESSAGE: &str = "signature-mismatch: the key of this ID made the signature, but of another message: the body, \
         `Wechatpay-Timestamp` or `Wechatpay-Nonce` was changed";
    const OTHER_KEY: &str = "signature-mismatch: the key did not make the signature: either --public-key is another key \
         than the one of this ID, or `Wechatpay-Signature` was changed; compare --public-key with the key of the platform";
    const DECRYPTED: &str = "the APIv3 key decrypts the resource, so `resource` was not changed: compare the other \
         members (`event_type`, `summary` …), the white space, and the headers with those that arrived";
    const CUT: &str = "the JSON of the body ends too early: the body was cut";
    let mut shop = Shop::open().await;
    let (mut headers, body) =
        Platform::of(&mut shop).notification("TRANSACTION.SUCCESS", &json!({"n": 1}));
    let length = body.len();
    headers.push(("Content-Length", length.to_string()));
    let whole = message("POST /notify HTTP/1.1", &headers, &body);
    let missing = format!(
        "Content-Length is {length}, but the body has {} bytes: bytes are missing",
        length - 1
    );
    let added = format!(
        "Content-Length is {length}, but the body has {} bytes: bytes were added",
        length + 1
    );
    for (text, error, observed) in [
        (
            whole.replace("Nonce: nonce", "Nonce: other"),
            OTHER_MESSAGE,
            vec![DECRYPTED],
        ),
        (
            whole.replace("1704135845", "1704135846"),
            OTHER_MESSAGE,
            vec![DECRYPTED],
        ),
        (
            whole.replace("TRANSACTION.SUCCESS", "TRANSACTION.SUCCES5"),
            OTHER_MESSAGE,
            vec![DECRYPTED],
        ),
        (
            whole[..whole.len() - 1].to_owned(),
            OTHER_MESSAGE,
            vec![&*missing, CUT],
        ),
        (
            whole.replace("EV-2024", "EV-20245"),
            OTHER_MESSAGE,
            vec![&*added, DECRYPTED],
        ),
        (
            whole.replace(&headers[2].1, &encode_block(&[1; 256])),
            OTHER_KEY,
            vec![DECRYPTED],
        ),
    ] {
        let signature = &explain(&shop, &text).await["signature"];
        assert_eq!(signature["verified"], false, "{text}");
        assert_eq!(signature["error"], error, "{text}");
        assert_eq!(signature["observed"], json!(observed), "{text}");
    }
    // Only the white space was changed: the diagnosis of the library proves that.
    let signature = &explain(&shop, &whole.replace("\":\"", "\": \"")).await["signature"];
    let diagnosis = signature["diagnosis"].as_str().unwrap();
    assert!(
        diagnosis.starts_with("the body's JSON was re-formatted"),
        "{diagnosis}"
    );
    assert_eq!(signature.get("observed"), None);
}

#[tokio::test]
async fn a_notification_without_a_signature_is_not_verified() {
    let mut shop = Shop::open().await;
    let (headers, body) =
        Platform::of(&mut shop).notification("TRANSACTION.SUCCESS", &json!({"n": 1}));
    let unsigned: Vec<_> = headers
        .into_iter()
        .filter(|(name, _)| *name != "Wechatpay-Signature")
        .collect();
    for text in [message("POST /notify HTTP/1.1", &unsigned, &body), body] {
        let explanation = explain(&shop, &text).await;
        assert_eq!(explanation["signature"]["verified"], false);
        assert_eq!(
            explanation["signature"]["error"],
            "Wechatpay-Signature is missing"
        );
        assert_eq!(explanation["notification"]["resource"], json!({"n": 1}));
        let run = shop
            .run(&["explain", "@message.txt", "--output", "text"])
            .await;
        assert!(run.stdout.contains("signature: not verified"), "{run:?}");
        assert!(
            run.stdout
                .contains("\n  - Wechatpay-Signature is missing\n"),
            "{run:?}"
        );
    }
}

#[tokio::test]
async fn an_unknown_key_is_asked_for_by_its_kind() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let (headers, body) = platform.notification("TRANSACTION.SUCCESS", &json!({}));
    for (key_id, option) in [
        (
            "PUB_KEY_ID_0119000001092024111500112233445567",
            "give --public-key and --public-key-id of this key",
        ),
        (
            "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
            "give --platform-certificate FILE of the certificate with this serial number",
        ),
    ] {
        let mut headers = headers.clone();
        for (name, value) in &mut headers {
            if *name == "Wechatpay-Serial" {
                *value = key_id.to_owned();
            }
        }
        let text = message("POST /notify HTTP/1.1", &headers, &body);
        let explanation = explain(&shop, &text).await;
        let error = explanation["signature"]["error"].as_str().unwrap();
        assert!(error.ends_with(option), "{error}");
    }
}

#[tokio::test]
async fn the_signature_of_a_response_is_diagnosed() {
    let mut shop = Shop::open().await;
    let (headers, body) = Platform::of(&mut shop).notification("REFUND.ABNORMAL", &json!({"n": 1}));
    let whole = message("HTTP/1.1 200 OK", &headers, &body);
    let explanation = explain(&shop, &whole).await;
    assert_eq!(
        explanation["signature"],
        json!({"verified": true, "key_id": KEY_ID, "signed_at": "Mon, 01 Jan 2024 19:04:05 GMT"})
    );
    assert_eq!(explanation["advice"][0]["key"], "refund:ABNORMAL");

    let blank = whole.replace("Wechatpay-Signature: ", "Wechatpay-Signature: a b");
    let explanation = explain(&shop, &blank).await;
    assert_eq!(
        explanation["signature"]["error"],
        "signature-not-base64: `Wechatpay-Signature` was cut or changed: a program that decodes forms or URLs turns `+` \
         into a blank"
    );
    let probe = run("the signature begins with WECHATPAY/SIGNTEST/");
    assert_eq!(
        json(&probe)["explanations"][0]["advice"][0]["action_text"],
        "nothing is wrong: nothing to do"
    );

    for (from, to, cause) in [
        ("REFUND.ABNORMAL", "REFUND.CLOSED", ""),
        (KEY_ID, "PUB_KEY_ID_0000000000", "names"),
        ("1704135845", "1704135845000", "milliseconds"),
        ("Nonce: nonce", "Nonce: nonce, nonce", "joined by a comma"),
        ("Signature: ", "Signature: WECHATPAY/SIGNTEST/", "probe"),
        ("WECHATPAY2-SHA256-RSA2048", "WECHATPAY2-SM2-WITH-SM3", ""),
    ] {
        let explanation = explain(&shop, &whole.replace(from, to)).await;
        let signature = &explanation["signature"];
        assert_eq!(signature["verified"], false, "{to}");
        assert!(signature["error"].is_string(), "{to}");
        let diagnosis = signature["diagnosis"].as_str().unwrap_or_default();
        assert!(diagnosis.contains(cause), "{to}: {diagnosis}");
    }
}

/// The explanations of a text, and the exit code.
async fn explanations(shop: &Shop, text: &str) -> (Vec<Value>, i32) {
    shop.write("message.txt", text);
    let run = shop.run(&["explain", "@message.txt"]).await;
    let explanations = run.json()["explanations"].as_array().unwrap().clone();
    (explanations, run.code)
}

/// Every notification of the text: if it is verified, its event and its ID.
fn notified(explanations: &[Value]) -> Vec<String> {
    let all = explanations.iter().flat_map(|explanation| {
        let others = explanation["other_notifications"].as_array();
        let first = Some(&explanation["notification"]).filter(|first| first.is_object());
        first.into_iter().chain(others.into_iter().flatten())
    });
    all.map(|found| {
        let text = |name: &str| found[name].as_str().unwrap().to_owned();
        format!(
            "{} {} {}",
            found["verified"],
            text("event_type"),
            text("id")
        )
    })
    .collect()
}

#[tokio::test]
async fn only_the_notification_whose_bytes_verify_is_shown_as_verified() {
    let mut shop = Shop::open().await;
    let resource = json!({"out_refund_no": "1"});
    let (headers, body) = Platform::of(&mut shop).notification("REFUND.SUCCESS", &resource);
    let whole = message("POST /notify HTTP/1.1", &headers, &body);
    let head = whole.strip_suffix(&body).unwrap();
    let forged = body.replace("EV-2024", "FORGED");
    let escaped = serde_json::to_string(&forged).unwrap();
    let altered = body.replace("REFUND.SUCCESS", "REFUND.ABNORMAL");
    let genuine = "true REFUND.SUCCESS EV-2024";
    let of_forged = "false REFUND.SUCCESS FORGED";
    let of_altered = "false REFUND.ABNORMAL EV-2024";
    for (text, expected) in [
        (format!("got {forged}\n{whole}"), vec![genuine, of_forged]),
        (format!("{whole}\n{forged}"), vec![genuine, of_forged]),
        (
            format!("{head}{altered}\n{body}"),
            vec![genuine, of_altered],
        ),
        (
            format!("{head}{body}\n{altered}"),
            vec![genuine, of_altered],
        ),
        (
            format!("{head}{altered}\n\n{whole}"),
            vec![of_altered, genuine],
        ),
        (
            format!("{whole}\n\n{head}{altered}"),
            vec![genuine, of_altered],
        ),
        (
            format!("{head}{}\n{body}", escaped_bytes(&forged)),
            vec![genuine, of_forged],
        ),
        (
            format!("{whole}\n{}", escaped_for_url(&forged)),
            vec![genuine, of_forged],
        ),
        (
            format!("{head}{altered}\n{}", escaped_bytes(&body)),
            vec![genuine, of_altered],
        ),
        (
            format!("{{\"msg\":\"got\",\"body\":{forged}}}\n{whole}"),
            vec![genuine, of_forged],
        ),
        (
            format!("{{\"msg\":\"got\",\"body\":{escaped}}}\n{whole}"),
            vec![genuine, of_forged],
        ),
        (
            format!("{{\"msg\":\"got\",\"body\":{forged}}}"),
            vec![of_forged],
        ),
    ] {
        let (found, code) = explanations(&shop, &text).await;
        assert_eq!((notified(&found), code), (owned(&expected), 1), "{text}");
        for explanation in found {
            let first = &explanation["notification"];
            if first["verified"] == true {
                assert_eq!(first["resource"], resource, "{text}");
                assert_eq!(explanation["signature"]["verified"], true, "{text}");
            }
        }
    }
    // The same bytes again, and the same values in the JSON of a logger.
    for text in [
        format!("got {body}\n{whole}"),
        format!("{{\"msg\":\"got\",\"body\":{body}}}\n{whole}"),
    ] {
        let (found, code) = explanations(&shop, &text).await;
        assert_eq!((notified(&found), code), (owned(&[genuine]), 0), "{text}");
    }
    shop.write("message.txt", format!("got {forged}\n{whole}"));
    let run = shop
        .run(&["explain", "@message.txt", "--output", "text"])
        .await;
    let text = "notification, not verified: REFUND.SUCCESS (ID FORGED)\n  - the signature is of another body, so anybody may \
                have made this notification: do not act on it\n";
    assert!(run.stdout.contains(text), "{run:?}");
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[tokio::test]
async fn every_message_of_a_text_is_verified_by_its_own_headers() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let of = |event_type: &str| {
        let (headers, body) = platform.notification(event_type, &json!({"n": 1}));
        (headers, body)
    };
    let (paid, refunded, closed) = (
        of("TRANSACTION.SUCCESS"),
        of("REFUND.SUCCESS"),
        of("REFUND.CLOSED"),
    );
    let expected = owned(&[
        "true TRANSACTION.SUCCESS EV-2024",
        "true REFUND.SUCCESS EV-2024",
        "true REFUND.CLOSED EV-2024",
    ]);
    type Message = (Vec<(&'static str, String)>, String);
    let http_1 = |(headers, body): &Message| message("POST /notify HTTP/1.1", headers, body);
    let reversed = |(headers, body): &Message| {
        let headers: Vec<_> = headers.iter().rev().cloned().collect();
        message("POST /notify HTTP/1.1", &headers, body).replace("\r\n", "\n")
    };
    let bare = |(headers, body): &Message| {
        let whole = message("", headers, body).to_lowercase();
        let head = whole
            .trim_start()
            .strip_suffix(&body.to_lowercase())
            .unwrap();
        let values = headers.iter().fold(head.to_owned(), |head, (_, value)| {
            head.replace(&value.to_lowercase(), value)
        });
        format!("{values}{body}")
    };
    let curl = |(headers, body): &Message| {
        let headers = headers.iter();
        let headers = headers.map(|(name, value)| format!("< {}: {value}\n", name.to_lowercase()));
        let headers = headers.collect::<String>();
        format!(
            "* Connected\n> POST /v3/x HTTP/2\n> Host: h\n> \n< HTTP/2 200 \n{headers}< \n{{ [5 bytes data]\n{body}\n* left intact"
        )
    };
    let forms: [&dyn Fn(&Message) -> String; 4] = [&http_1, &reversed, &bare, &curl];
    for form in forms {
        for between in ["\n\n", "\n", "\r\n\r\n"] {
            let text = [form(&paid), form(&refunded), form(&closed)].join(between);
            let (found, code) = explanations(&shop, &text).await;
            assert_eq!((notified(&found), code), (expected.clone(), 0), "{text}");
        }
    }
    // A response with an error between them, and a notification that was cut.
    let error = format!(
        "POST /v3/refund/domestic/refunds HTTP/1.1\r\n\r\n{}",
        response(
            "400 Bad Request",
            0,
            r#"{"code":"NOT_ENOUGH","message":"x"}"#
        )
    );
    let (headers, body) = &closed;
    let cut = message("POST /notify HTTP/1.1", headers, &body[..body.len() - 9]);
    let text = [
        http_1(&paid),
        cut,
        http_1(&refunded),
        error,
        http_1(&closed),
    ]
    .join("\n\n");
    let (found, code) = explanations(&shop, &text).await;
    assert_eq!((notified(&found), code), (expected, 1), "{text}");
    let codes: Vec<_> = found
        .iter()
        .map(|found| found["codes"].to_string())
        .collect();
    assert_eq!(codes, ["[]", "[]", "[]", r#"["NOT_ENOUGH"]"#, "[]"]);
    assert_eq!(found[3]["path"], "/v3/refund/domestic/refunds");
}

#[test]
fn a_head_and_a_body_in_two_arguments_are_one_message() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        format!("@{}", path.display())
    };
    let whole = response(
        "400 Bad Request",
        268_498_688,
        r#"{"code":"INVALID_REQUEST","message":"m"}"#,
    );
    let (head, body) = whole.split_once("\r\n\r\n").unwrap();
    let (head_file, body_file) = (file("head.txt", head), file("body.json", body));
    for what in [
        [&*head_file, &*body_file],
        [&*body_file, &*head_file],
        [&*head_file, body],
        [head, body],
    ] {
        let output = command().args(what).output().unwrap();
        assert_eq!(advice(&output), "number 268498688", "{what:?}");
        let explanation = &json(&output)["explanations"][0];
        assert_eq!(explanation["status"], 400);
        assert_eq!(explanation["codes"], json!(["INVALID_REQUEST"]));
    }
    // The second file is a message of its own.
    let other = file("other.txt", &whole.replace("268498688", "268449538"));
    let output = command().args([&*head_file, &*other]).output().unwrap();
    assert_eq!(advice(&output), "number 268498688 / number 268449538");
}

#[tokio::test]
async fn a_head_in_a_file_of_its_own_verifies_only_its_own_body() {
    let mut shop = Shop::open().await;
    let resource = json!({"out_refund_no": "1"});
    let (headers, body) = Platform::of(&mut shop).notification("REFUND.SUCCESS", &resource);
    shop.write("head.txt", message("POST /notify HTTP/1.1", &headers, ""));
    shop.write("body.json", &*body);
    shop.write("forged.json", body.replace("EV-2024", "FORGED"));
    let genuine = "true REFUND.SUCCESS EV-2024";
    let unsigned = "false REFUND.SUCCESS EV-2024";
    let forged = "false REFUND.SUCCESS FORGED";
    for (files, expected) in [
        (&["@head.txt", "@body.json"][..], vec![genuine]),
        (&["@body.json", "@head.txt"], vec![genuine]),
        (&["@head.txt", "@forged.json"], vec![forged]),
        (
            &["@head.txt", "@body.json", "@forged.json"],
            vec![genuine, forged],
        ),
        (
            &["@head.txt", "@forged.json", "@body.json"],
            vec![forged, unsigned],
        ),
        (
            &["@forged.json", "@head.txt", "@body.json"],
            vec![forged, genuine],
        ),
    ] {
        let run = shop.run(&[&["explain"], files].concat()).await;
        let explanations = run.json()["explanations"].as_array().unwrap().clone();
        assert_eq!(notified(&explanations), owned(&expected), "{files:?}");
        assert_eq!(run.code, i32::from(expected != [genuine]), "{files:?}");
    }
}

#[test]
fn the_state_of_a_response_is_named() {
    let transfer = r#"{"out_bill_no":"T1","transfer_bill_no":"1330000071100999991182020050700019480001","state":"CANCELLED","fail_reason":"A_NEW_REASON"}"#;
    let cancelled = "the text says that the 商家转账 T1 is in the state CANCELLED (转账撤销完成): The transfer is cancelled, and the \
                     money went back to the merchant. `wechatpay transfer NUMBER` queries the state, and names the next steps";
    let unknown =
        "the fail reason A_NEW_REASON is not known here: read the documentation of the operation";
    for text in [
        transfer.to_owned(),
        response("200 OK", 0, transfer),
        json!({"level": "info", "response": {"body": transfer}}).to_string(),
    ] {
        let notes = &json(&run(&text))["explanations"][0]["notes"];
        assert_eq!(notes[0], cancelled, "{text}");
        assert_eq!(notes.as_array().unwrap().last().unwrap(), unknown, "{text}");
    }
    let order = json(&run(r#"{"out_trade_no":"1","trade_state":"REVOKED"}"#));
    let note = order["explanations"][0]["notes"][0].as_str().unwrap();
    assert!(
        note.starts_with("the text says that the 订单 1 is in the state REVOKED (已撤销"),
        "{note}"
    );
    // No state, no state that is known, and a state that advice is on.
    for text in [
        r#"{"out_bill_no":"T1","state":"NEW_STATE"}"#,
        r#"{"out_bill_no":"T1"}"#,
        r#"{"id":"T1","state":"CANCELLED"}"#,
    ] {
        assert_eq!(advice(&run(text)), "", "{text}");
    }
    let refund = run(r#"{"out_refund_no":"1","status":"ABNORMAL"}"#);
    assert_eq!(advice(&refund), "state refund:ABNORMAL");
    assert_eq!(json(&refund)["explanations"][0].get("notes"), None);
}

#[test]
fn an_error_belongs_to_the_request_before_it() {
    const PAY: &str = "/v3/pay/transactions/jsapi";
    const REFUND: &str = "/v3/refund/domestic/refunds";
    const ERROR: &str = r#"{"code":"NO_AUTH","message":"此IP地址不允许调用该接口"}"#;
    let refused = format!("HTTP/1.1 403 Forbidden\n\n{ERROR}\n");
    let (pay, refund) = (
        format!("POST {PAY} HTTP/1.1\n"),
        format!("POST {REFUND} HTTP/1.1\n"),
    );
    let paths = |text: &str| -> Vec<String> {
        let report = json(&run(text));
        let explanations = report["explanations"].as_array().unwrap().iter();
        let texts = explanations.map(|found| {
            assert_eq!(
                found["messages"],
                json!(["此IP地址不允许调用该接口"]),
                "{text}"
            );
            format!(
                "{} {}",
                found["path"].as_str().unwrap_or("-"),
                found["status"]
            )
        });
        texts.collect()
    };
    for (text, expected) in [
        (
            format!("{pay}HTTP/1.1 200 OK\n\n{refund}{refused}"),
            &["/v3/refund/domestic/refunds 403"][..],
        ),
        (
            format!("{pay}{refused}{refund}HTTP/1.1 200 OK\n"),
            &["/v3/pay/transactions/jsapi 403"],
        ),
        (
            format!("{pay}{refused}{refund}{}", refused.replace("403", "400")),
            &[
                "/v3/pay/transactions/jsapi 403",
                "/v3/refund/domestic/refunds 400",
            ],
        ),
        (
            format!("12:01 POST {PAY} ok\n12:02 POST {REFUND} status=403 {ERROR}\n"),
            &["/v3/refund/domestic/refunds 403"],
        ),
        (
            format!(
                "12:01 POST {PAY} ok\n12:02 status=403 {ERROR} of https://api.mch.weixin.qq.com{REFUND}\n"
            ),
            &["/v3/refund/domestic/refunds 403"],
        ),
        (
            format!("POST {PAY}?a=1\nPOST {PAY}\n{ERROR}\n"),
            &["/v3/pay/transactions/jsapi null"],
        ),
    ] {
        assert_eq!(paths(&text), expected, "{text}");
    }
    // Without JSON, by the status or the code.
    for (text, expected) in [
        (
            format!("POST {PAY} 403 Forbidden\nPOST {REFUND} 500 Internal Server Error\n"),
            [(PAY, 403), (REFUND, 500)].as_slice(),
        ),
        (
            format!("POST {PAY} done\nPOST {REFUND} failed: status 500\n"),
            &[(REFUND, 500)],
        ),
    ] {
        let report = json(&run(&text));
        let found = report["explanations"].as_array().unwrap().iter();
        let found: Vec<_> = found
            .map(|found| {
                (
                    found["path"].as_str().unwrap(),
                    found["status"].as_i64().unwrap(),
                )
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }
    // Both requests are before the error, or behind.
    for text in [
        format!("{PAY} and {REFUND}: {ERROR}"),
        format!("{ERROR} from {PAY} or {REFUND}"),
        format!("PARAM_ERROR\n{PAY}\n{REFUND}\n"),
    ] {
        let explanation = &json(&run(&text))["explanations"][0];
        assert_eq!(explanation["path"], Value::Null, "{text}");
        let notes = explanation["notes"].as_array().unwrap();
        assert_eq!(
            notes.last().unwrap(),
            &json!(format!(
                "the text does not tell which request failed: {PAY} or {REFUND}; give the text of only one"
            )),
            "{text}"
        );
    }
    let many: String = (0..300)
        .map(|n| format!("POST /v3/a{n} 403 Forbidden\n"))
        .collect();
    for text in [format!("PARAM_ERROR\n{many}"), many] {
        let explanations = json(&run(text))["explanations"].clone();
        assert_eq!(explanations.as_array().unwrap().len(), 1);
        let notes = explanations[0]["notes"].as_array().unwrap();
        assert_eq!(
            notes.last().unwrap(),
            "the text does not tell which request failed: /v3/a0 or /v3/a1 or /v3/a2 or /v3/a3 or /v3/a4 or 295 more; \
             give the text of only one"
        );
    }
}

/// The escapes of nginx.
fn escaped_bytes(text: &str) -> String {
    let bytes = text.bytes().map(|byte| match byte {
        b'"' | b'\\' | 0..=31 | 127..=255 => format!("\\x{byte:02X}"),
        byte => char::from(byte).to_string(),
    });
    bytes.collect()
}

/// The escapes of a URL.
fn escaped_for_url(text: &str) -> String {
    let bytes = text.bytes().map(|byte| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    });
    bytes.collect()
}

#[test]
fn the_escapes_of_nginx_and_of_urls_are_decoded() {
    let error = r#"{"code":"NO_AUTH","message":"商户号该产品权限未开通 a+b \"c\" d"}"#;
    for text in [
        escaped_bytes(error),
        escaped_bytes(error)
            .to_lowercase()
            .replace("no_auth", "NO_AUTH"),
        format!(
            "12:00 \"POST /v3/pay/transactions/native HTTP/1.1\" 403 body={}",
            escaped_bytes(error)
        ),
        format!("GET /report?body={}&n=1 HTTP/1.1", escaped_for_url(error)),
        escaped_for_url(error),
        // A logger wrote the escapes as JSON.
        json!({"n": 1, "body": escaped_bytes(error)}).to_string(),
        json!({"n": 1, "body": escaped_for_url(error)}).to_string(),
    ] {
        let output = run(&text);
        assert_eq!(advice(&output), "message 商户号该产品权限未开通", "{text}");
        let messages = &json(&output)["explanations"][0]["messages"];
        let message = "商户号该产品权限未开通 a+b \"c\" d";
        assert_eq!(*messages, json!([message]), "{text}");
    }
    // Each line of a log has its own form.
    let paid = r#"{"code":"ORDERPAID","message":"?"}"#;
    let log = format!(
        "{paid}\n{}\n",
        escaped_bytes(r#"{"code":"OUT_TRADE_NO_USED","message":"?"}"#)
    );
    assert_eq!(advice(&run(log)), "code ORDERPAID / code OUT_TRADE_NO_USED");
    for (text, id) in [
        (format!("Request-ID%3A%20{ID}%20x"), ID),
        (format!("id%20{ID}%0Ax"), ID),
        (format!(r"request_id=\x22{ID}\x22"), ID),
    ] {
        let output = run(&text);
        assert_eq!(advice(&output), "number 268498688", "{text}");
        assert_eq!(json(&output)["explanations"][0]["request_ids"], json!([id]));
    }
}

#[tokio::test]
async fn an_escaped_notification_is_verified_as_decoded_and_says_so() {
    const DECODED: &str = "the text is escaped: the signature was compared with the decoded text, not with the bytes as they stand";
    let mut shop = Shop::open().await;
    let resource = json!({"out_refund_no": "1"});
    let platform = Platform::of(&mut shop);
    let (headers, body) = platform.notification("REFUND.SUCCESS", &resource);
    let whole = message("POST /notify HTTP/1.1", &headers, &body);
    let head = whole.strip_suffix(&body).unwrap();
    let escaped = |body: &str| {
        [
            format!("{head}{}", escaped_bytes(body)),
            format!("{head}{}", escaped_for_url(body)),
            escaped_for_url(&format!("{head}{body}")),
            format!("{head}{}", body.replace('"', "&quot;")),
            format!("{head}{}", body.replace('"', "\\\"")),
        ]
    };
    for text in escaped(&body) {
        let explanation = explain(&shop, &text).await;
        assert_eq!(explanation["signature"]["verified"], true, "{text}");
        assert_eq!(explanation["signature"]["observed"], json!([DECODED]));
        assert_eq!(explanation["notification"]["resource"], resource);
    }
    for text in escaped(&body.replace("EV-2024", "EV-2025")) {
        let explanation = explain(&shop, &text).await;
        assert_eq!(explanation["notification"]["verified"], false, "{text}");
        let observed = explanation["signature"]["observed"].as_array().unwrap();
        assert_eq!(observed.last().unwrap(), DECODED);
    }
    // An escape that the body itself has is never decoded.
    for altered in [
        body.replace("EV-2024", "EV%2D2024"),
        body.replace("EV-2024", r"EV\\x2D2024"),
    ] {
        let explanation = explain(&shop, &format!("{head}{altered}")).await;
        assert_eq!(explanation["notification"]["verified"], false, "{altered}");
    }
    let error = r#"{"code":"NO_AUTH"}"#;
    for attach in [
        escaped_bytes(error).replace('\\', r"\\"),
        escaped_for_url(error),
        error.replace('"', r#"\""#),
        error.replace('"', "&quot;"),
    ] {
        let order = format!("{{\n\"n\":{{}},\n\"attach\":\"{attach}\"}}");
        let text = platform.signed(&order);
        let explanation = explain(&shop, &text).await;
        assert_eq!(explanation["signature"]["verified"], true, "{text}");
        assert_eq!(explanation["signature"].get("observed"), None, "{text}");
        // The user of an order may write its members: no code of a success is an error of WeChat Pay.
        assert_eq!(explanation["codes"], json!([]), "{text}");
    }
    assert_eq!(
        explain(&shop, &whole).await["signature"].get("observed"),
        None
    );
}

#[tokio::test]
async fn an_invisible_character_is_named_with_its_place() {
    const CURE: &str = "chat programs and web pages add such characters: take the raw text from the log or the file, and give \
         it as @FILE";
    let unreadable = |place: &str| {
        format!(
            "the JSON has invisible characters, so that no signature fits to it: {place}; {CURE}"
        )
    };
    for (text, place) in [
        (
            "{\u{200B}\"code\":\"NO_AUTH\",\"message\":\"m\"}",
            "U+200B (zero-width space) in line 1, column 2",
        ),
        (
            "x\n{\"code\":\u{A0}\"NO_AUTH\",\"message\":\"m\"}",
            "U+00A0 (no-break space) in line 2, column 9",
        ),
        (
            "{\"code\":\"NO_AUTH\",\u{3000}\"message\":\"m\"}",
            "U+3000 (ideographic space) in line 1, column 19",
        ),
        (
            "{\"code\":\"NO_AUTH\",\n\u{FEFF}\"message\":\"m\"}",
            "U+FEFF (byte order mark) in line 2, column 1",
        ),
        (
            "{\"co\u{200B}de\":\"NO_AUTH\",\"message\":\"m\"}",
            "U+200B (zero-width space) in line 1, column 5",
        ),
    ] {
        let explanation = &json(&run(text))["explanations"][0];
        assert_eq!(explanation["messages"], json!(["m"]), "{text}");
        assert_eq!(explanation["notes"], json!([unreadable(place)]), "{text}");
    }
    // Around the JSON, and in a text in quotes, they change nothing.
    for text in [
        "\u{FEFF}\u{200B}{\"code\":\"NO_AUTH\"}\u{3000}",
        "{\"code\":\"NO_AUTH\",\"message\":\"a\u{3000}b\"}",
    ] {
        let output = run(text);
        assert_eq!(advice(&output), "code NO_AUTH", "{text}");
        assert_eq!(json(&output)["explanations"][0].get("notes"), None);
    }
    assert_eq!(advice(&run("PARAM\u{200B}_ERROR")), "code PARAM_ERROR");

    let mut shop = Shop::open().await;
    let resource = json!({"out_refund_no": "1"});
    let (headers, body) = Platform::of(&mut shop).notification("REFUND.SUCCESS", &resource);
    let whole = message("POST /notify HTTP/1.1", &headers, &body);
    let place = "U+200B (zero-width space) in line 9, column 2";
    for text in [
        whole.replace("{\"id", "{\u{200B}\"id"),
        body.replace("{\"id", "{\u{200B}\"id"),
    ] {
        let (found, code) = explanations(&shop, &text).await;
        let place = if text.starts_with('{') {
            "U+200B (zero-width space) in line 1, column 2"
        } else {
            place
        };
        assert_eq!(code, 1);
        assert_eq!(found[0]["notes"], json!([unreadable(place)]));
        assert_eq!(found[0].get("notification"), None);
        assert_ne!(found[0]["signature"]["verified"], true);
    }
    // Within quotes, the JSON can be read, but the signature does not fit.
    let explanation = explain(&shop, &whole.replace("EV-2024", "EV\u{200B}-2024")).await;
    let observed = explanation["signature"]["observed"].as_array().unwrap();
    assert_eq!(
        observed.last().unwrap(),
        &json!(format!(
            "the text has invisible characters, which a program may have added: U+200B (zero-width space) in line 9, \
             column 10; {CURE}"
        ))
    );
    // The bytes that verify are in the text as they are.
    let explanation = explain(&shop, &whole.replace("{\"id", "\u{FEFF}{\"id")).await;
    assert_eq!(explanation["notification"]["verified"], true);
}

/// Each response has its own status, also behind a body without a line break, and none hides another.
#[tokio::test]
async fn responses_in_one_text_keep_their_own_status() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let signed = |status: &str, code: &str| {
        let body = json!({ "code": code, "message": "x" }).to_string();
        message(
            &format!("HTTP/1.1 {status}"),
            &platform.headers(&body),
            &body,
        )
    };
    let unsigned = |status: &str, code: &str| {
        format!("HTTP/1.1 {status}\r\n\r\n{{\"code\":\"{code}\",\"message\":\"x\"}}")
    };
    let failed = signed("500 Internal Server Error", "SYSTEM_ERROR");
    let absent = signed("404 Not Found", "RESOURCE_NOT_EXISTS");
    let wrong = unsigned("400 Bad Request", "PARAM_ERROR");
    let proxy = "HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\nContent-Length: 0\r\n\r\n";
    let page = format!("{proxy}<html><h1>502 Bad Gateway</h1></html>\n");
    let refund = "POST /v3/refund/domestic/refunds HTTP/1.1\r\n\r\n";
    let (fail, none, bad, open) = (
        "500 SYSTEM_ERROR",
        "404 RESOURCE_NOT_EXISTS",
        "400 PARAM_ERROR",
        "502 ",
    );
    for (text, expected) in [
        (format!("{failed}{absent}"), vec![fail, none]),
        (format!("{absent}{failed}"), vec![none, fail]),
        (format!("{failed}\n{absent}"), vec![fail, none]),
        (format!("{failed}{wrong}"), vec![fail, bad]),
        (format!("{wrong}{failed}{wrong}"), vec![bad, fail]),
        (format!("{proxy}{wrong}"), vec![open, bad]),
        (format!("{page}{absent}"), vec![open, none]),
        (format!("{wrong}{page}"), vec![bad, open]),
        (format!("{refund}{proxy}{refund}{wrong}"), vec![open, bad]),
        (format!("{refund}{wrong}{refund}{proxy}"), vec![bad, open]),
        (
            format!(
                "< HTTP/2 502 \n< server: nginx\n< \n{refund}< HTTP/2 400 \n< \n{{\"code\":\"PARAM_ERROR\"}}"
            ),
            vec![open, bad],
        ),
    ] {
        let (found, _) = explanations(&shop, &text).await;
        let found: Vec<_> = found
            .iter()
            .map(|found| {
                let code = found["codes"][0].as_str().unwrap_or_default();
                format!("{} {code}", found["status"])
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}

/// Each entry of a log has its own headers and body, in a line or a JSON object.
#[tokio::test]
async fn every_entry_of_a_log_is_verified_by_its_own_headers() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let body = |state: &str| {
        json!({ "out_trade_no": "20260101001", "mchid": "1", "trade_state": state }).to_string()
    };
    let error = json!({ "code": "SYSTEM_ERROR", "message": "系统错误" }).to_string();
    type Entry<'e> = &'e dyn Fn(&[(&str, String)], &str) -> String;
    let map = |headers: &[(&str, String)]| -> Value {
        let pairs = headers.iter();
        let pairs = pairs.map(|(name, value)| (name.to_lowercase(), json!(value)));
        Value::Object(pairs.collect())
    };
    let words = |headers: &[(&str, String)]| {
        let pairs = headers.iter();
        let pairs = pairs.map(|(name, value)| format!("'{name}': '{value}'"));
        format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
    };
    let forms: [(&str, Entry<'_>); 5] = [
        ("json", &|headers, body| {
            json!({ "level": 30, "headers": map(headers), "body": body }).to_string()
        }),
        ("nested", &|headers, body| {
            format!(
                "{{\"res\":{{\"headers\":{},\"data\":{body}}}}}",
                map(headers)
            )
        }),
        ("python", &|headers, body| {
            format!(
                "INFO headers {} body b'{}'",
                words(headers),
                escaped_bytes(body)
            )
        }),
        ("words", &|headers, body| {
            format!("INFO {} {body} in 12 ms", words(headers))
        }),
        ("two lines", &|headers, body| {
            format!("INFO {}\nINFO {body}", map(headers))
        }),
    ];
    for (name, entry) in forms {
        let of = |body: &str| entry(&platform.headers(body), body);
        for (texts, expected) in [
            ([body("SUCCESS"), body("NOTPAY")], ["true ", "true "]),
            (
                [body("SUCCESS"), error.clone()],
                ["true ", "true SYSTEM_ERROR"],
            ),
            (
                [error.clone(), body("SUCCESS")],
                ["true SYSTEM_ERROR", "true "],
            ),
        ] {
            let [first, second] = texts.map(|text| of(&text));
            for text in [
                format!("{first}\n{second}\n"),
                format!("[{first},\n{second}]"),
            ] {
                let (found, code) = explanations(&shop, &text).await;
                let found: Vec<_> = found
                    .iter()
                    .map(|found| {
                        let code = found["codes"][0].as_str().unwrap_or_default();
                        format!("{} {code}", found["signature"]["verified"])
                    })
                    .collect();
                assert_eq!((found, code), (owned(&expected), 0), "{name}: {text}");
            }
        }
        let (paid, unpaid) = (body("SUCCESS"), body("NOTPAY"));
        let swapped = [(&paid, &unpaid), (&unpaid, &paid)];
        let swapped = swapped.map(|(signed, shown)| entry(&platform.headers(signed), shown));
        let (found, code) = explanations(&shop, &swapped.join("\n")).await;
        assert_eq!((found.len(), code), (2, 1), "{name}");
        for found in found {
            assert_eq!(found["signature"]["verified"], false, "{name}");
        }
    }
}

/// A request that failed by its text alone is not hidden by the error of the next one.
#[test]
fn a_retry_does_not_hide_the_failure_before() {
    let line = |text: &str| format!("[11:00:01] POST /v3/refund/domestic/refunds -> {text}\n");
    let retried = line(r#"400 {"code":"PARAM_ERROR","message":"参数错误"}"#);
    for (first, code) in [
        ("500 SYSTEM_ERROR", Some("SYSTEM_ERROR")),
        ("HTTP 502 Bad Gateway", None),
    ] {
        let output = json(&run(line(first) + &retried));
        let explanations = output["explanations"].as_array().unwrap();
        assert_eq!(explanations.len(), 2, "{output}");
        assert_eq!(explanations[0]["codes"][0].as_str(), code);
        assert_eq!(explanations[0]["earlier_request_may_exist"], true);
        assert_eq!(explanations[1]["codes"], json!(["PARAM_ERROR"]));
    }
}

/// The decrypted resource is signed with its notification, and explained like a signed response.
#[tokio::test]
async fn the_failure_of_a_transfer_in_a_notification_is_explained() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let transfer = json!({
        "out_bill_no": "T1", "transfer_bill_no": "1330", "state": "FAIL", "fail_reason": "PAYEE_ACCOUNT_ABNORMAL",
    });
    let (headers, body) = platform.notification("MCHTRANSFER.BILL.FINISHED", &transfer);
    let whole = message("POST /notify HTTP/1.1", &headers, &body);
    let explanation = explain(&shop, &whole).await;
    let advice = explanation["advice"].as_array().unwrap();
    assert_eq!(advice.len(), 1, "{explanation}");
    assert_eq!(advice[0]["key"], "PAYEE_ACCOUNT_ABNORMAL");
    let rule = "query the transfer: only once it is `FAIL`, transfer under a new number";
    assert_eq!(advice[0]["steps"][1], rule);
    // The resource of a notification that does not verify tells nothing.
    let forged = whole.replace("\"summary\":\"s\"", "\"summary\":\"t\"");
    let explanation = explain(&shop, &forged).await;
    assert_eq!(explanation["advice"], json!([]));
}

/// A response has the state of a batch in an object of its own, and a notification has it alone.
#[tokio::test]
async fn the_state_of_a_batch_of_transfers_is_explained() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let batch =
        json!({ "out_batch_no": "B1", "batch_status": "CLOSED", "close_reason": "OVERDUE_CLOSE" });
    let meaning = "says that the 商家转账 B1 is in the state CLOSED (已关闭): The batch is closed. `close_reason` has the cause. \
                   `wechatpay transfer NUMBER` queries the state, and names the next steps";
    for text in [
        batch.to_string(),
        json!({ "transfer_batch": batch }).to_string(),
    ] {
        let explanation = &json(&run(&text))["explanations"][0];
        let expected = json!([format!("the text {meaning}")]);
        assert_eq!(explanation["notes"], expected, "{text}");
    }
    let (headers, body) = platform.notification("MCHTRANSFER.BATCH.CLOSED", &batch);
    let whole = message("POST /notify HTTP/1.1", &headers, &body);
    let explanation = explain(&shop, &whole).await;
    let notes = explanation["notes"].as_array().unwrap();
    let expected = json!(format!("the signed text {meaning}"));
    assert!(notes.contains(&expected), "{explanation}");
}

/// The codes of headers and of other bodies say nothing of a signed error.
#[tokio::test]
async fn the_code_of_a_signed_error_is_that_of_its_body() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let signed = platform.signed(r#"{"code":"SYSTEM_ERROR","message":"系统错误"}"#);
    let forged = r#"{"code":"ORDER_NOT_EXIST","message":"订单不存在","refund_status":"ABNORMAL","refund_id":"5"}"#;
    let in_header = signed.replacen('\n', &format!("\nX-Trace: {forged}\n"), 1);
    let explanation = explain(&shop, &in_header).await;
    assert_eq!(explanation["codes"], json!(["SYSTEM_ERROR"]));
    let advice = explanation["advice"].as_array().unwrap();
    let keys: Vec<_> = advice.iter().map(|advice| &advice["key"]).collect();
    assert_eq!(keys, ["SYSTEM_ERROR"]);
}

#[test]
fn the_name_of_a_state_alone_is_explained() {
    let order = "is a state of the 订单 (支付失败): The payment failed, for example at the bank. `wechatpay order NUMBER` queries \
                 the state, and names the next steps";
    for text in [
        "PAYERROR",
        "支付状态PAYERROR",
        r#"{"trade_state":"PAYERROR"}"#,
    ] {
        let explanation = &json(&run(text))["explanations"][0];
        assert_eq!(explanation["codes"], json!([]), "{text}");
        assert_eq!(
            explanation["notes"],
            json!([format!("PAYERROR {order}")]),
            "{text}"
        );
    }
    let explanation = &json(&run("WAIT_USER_CONFIRM"))["explanations"][0];
    assert_eq!(explanation["codes"], json!([]));
    // Further fields tell the states apart.
    let explanation = &json(&run("SIGNED"))["explanations"][0];
    assert_eq!(explanation["notes"].as_array().unwrap().len(), 4);
    let explanation = &json(&run("REVOKED"))["explanations"][0];
    let notes = explanation["notes"].as_array().unwrap();
    let notes: Vec<_> = notes
        .iter()
        .map(|note| note.as_str().unwrap().split(" (").next())
        .collect();
    assert_eq!(
        notes,
        [
            Some("REVOKED is a state of the 订单"),
            Some("REVOKED is a state of the 支付分订单")
        ]
    );
    // A state of several things is explained for each.
    for (text, things) in [
        ("CLOSED", &["订单", "退款", "商家转账"][..]),
        ("closed", &["订单", "退款", "商家转账"]),
        ("PROCESSING", &["退款", "商家转账", "商家转账"]),
        ("FAIL", &["商家转账"]),
        ("the order is CLOSED", &["订单", "退款", "商家转账"]),
    ] {
        let explanation = &json(&run(text))["explanations"][0];
        let notes = explanation["notes"].as_array().unwrap();
        let notes = notes
            .iter()
            .filter_map(|note| note.as_str()?.split_once(" is a state of the "));
        let named: Vec<_> = notes
            .filter_map(|(_, rest)| rest.split(' ').next())
            .collect();
        assert_eq!(named, things, "{text}");
        let advice = explanation["advice"].as_array().unwrap();
        assert!(
            advice.iter().all(|advice| advice["by"] == "symptom"),
            "{text}"
        );
    }
    let explanation = &json(&run("OVERDUE_CLOSE"))["explanations"][0];
    assert_eq!(explanation["codes"], json!([]));
    assert_eq!(explanation["advice"][0]["key"], "OVERDUE_CLOSE");
}

/// Escapes beside a body that can be read are none of the body.
#[tokio::test]
async fn a_body_is_not_decoded_with_the_log_around_it() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let body = r#"{"h5_url":"https://wx.tenpay.com/x?redirect_url=https%3A%2F%2Fa.b"}"#;
    let signed = platform.signed(body);
    for line in [
        "GET /cb?d=%7B%22a%22%3A%22xxxxxxxxxxxx%22%7D done",
        r"GET /cb {\x22a\x22:\x22xxxxxxxxxxxxxxxxxxxxxxxx\x22} done",
    ] {
        let explanation = explain(&shop, &format!("{line}\n{signed}")).await;
        assert_eq!(explanation["signature"]["verified"], true, "{line}");
    }
}

#[test]
fn a_state_of_a_refund_is_no_list_because_of_the_next_line() {
    for text in [
        "refund_status=ABNORMAL\nPROCESSING took 3 ms",
        "refund_status=ABNORMAL PROCESSING took 3 ms",
    ] {
        let explanation = &json(&run(text))["explanations"][0];
        assert_eq!(explanation["advice"][0]["key"], "refund:ABNORMAL", "{text}");
    }
    for list in [
        "PROCESSING, CLOSED",
        "PROCESSING or CLOSED",
        "PROCESSING / CLOSED",
        "PROCESSING、CLOSED",
    ] {
        let explanation = &json(&run(format!("refund: {list}")))["explanations"][0];
        assert_eq!(explanation["advice"], json!([]), "{list}");
    }
}

#[tokio::test]
async fn a_state_beside_a_wrong_signature_is_not_to_be_acted_on() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let order = |state: &str| {
        json!({ "out_trade_no": "20260101001", "mchid": "1", "trade_state": state }).to_string()
    };
    let changed = platform
        .signed(&order("NOTPAY"))
        .replace("NOTPAY", "SUCCESS");
    let explanation = explain(&shop, &changed).await;
    let notes = explanation["notes"].as_array().unwrap();
    assert!(
        notes[0]
            .as_str()
            .unwrap()
            .starts_with("the text says that the 订单 20260101001 is in the state SUCCESS")
    );
    assert_eq!(
        notes[1],
        "the signature is not verified, so that anybody may have written the state: do not act on it"
    );
}

/// A header, a second body, and the members that a user may write are signed by nobody, or say nothing of the payment.
#[tokio::test]
async fn the_state_of_a_signed_response_is_that_of_its_body() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let refund = r#"{"refund_id":"50","out_refund_no":"R1","out_trade_no":"20260101001","status":"SUCCESS"}"#;
    let closed = r#"{"out_refund_no":"R1","refund_id":"5","status":"CLOSED"}"#;
    let order = |state: &str, attach: &str| {
        json!({ "out_trade_no": "20260101001", "mchid": "1", "trade_state": state, "attach": attach }).to_string()
    };
    let (unpaid, paid) = (order("NOTPAY", ""), order("SUCCESS", ""));
    let header = |value: &str, body: &str| {
        let text = platform.signed(body);
        text.replacen('\n', &format!("\nX-Trace: {value}\n"), 1)
    };
    for (text, own, forged, is_refused) in [
        (header(closed, refund), "SUCCESS", "CLOSED", true),
        (
            format!("{}\n{paid}\n", platform.signed(&unpaid)),
            "NOTPAY",
            "SUCCESS",
            true,
        ),
        (
            platform.signed(&order("SUCCESS", "REFUND.ABNORMAL")),
            "SUCCESS",
            "ABNORMAL",
            false,
        ),
        (
            platform.signed(&order("SUCCESS", closed)),
            "SUCCESS",
            "CLOSED",
            false,
        ),
        (
            header("ORDER_NOT_EXIST", &paid),
            "SUCCESS",
            "NOT_EXIST",
            false,
        ),
    ] {
        shop.write("message.txt", &text);
        let run = shop.run(&["explain", "@message.txt"]).await;
        assert_eq!(run.code, i32::from(is_refused), "{text}\n{run:?}");
        let explanation = run.json()["explanations"][0].clone();
        assert_eq!(explanation["signature"]["verified"], true, "{text}");
        let told = format!("{} {}", explanation["advice"], explanation["notes"]);
        assert!(
            told.contains(own) && !told.contains(forged),
            "{text}\n{told}"
        );
        assert_eq!(explanation["codes"], json!([]), "{text}");
        assert_eq!(told.contains("not signed"), is_refused, "{told}");
    }
    // The reason of a failure is a part of the signed body, if no header says it.
    let transfer = |state: &str, reason: &str| {
        json!({ "out_bill_no": "T1", "transfer_bill_no": "1330", "state": state, "fail_reason": reason }).to_string()
    };
    let failed = transfer("FAIL", "OPENID_INVALID");
    let explanation = explain(&shop, &header(&transfer("FAIL", "OVERDUE_CLOSE"), &failed)).await;
    let advice = explanation["advice"].as_array().unwrap();
    let keys: Vec<_> = advice.iter().map(|advice| &advice["key"]).collect();
    assert_eq!(keys, ["OPENID_INVALID"]);
}

/// A text of another direction or a new line would write over the text of the command.
#[test]
fn characters_that_a_terminal_obeys_are_escaped() {
    let text = text_of("{\"code\":\"NO_AUTH\",\"message\":\"a\u{202e}b\u{2028}c\u{2066}d\"}");
    assert!(
        text.contains("message: a\\u{202e}b\\u{2028}c\\u{2066}d\n"),
        "{text}"
    );
    let unknown = command()
        .args(["\u{202e}", "@\u{2028}", "--output", "text"])
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&unknown.stderr);
    let raw = ['\u{202e}', '\u{2028}'];
    assert!(!error.contains(raw), "{error}");
}

#[test]
fn the_type_of_a_notification_is_explained() {
    let expected = "`MCHTRANSFER.BILL.FINISHED` (商家转账回调通知) is the type of a notification (回调通知): verify the \
        notification, and read the result in its decrypted resource, since the type proves nothing. `wechatpay trigger \
        MCHTRANSFER.BILL.FINISHED --to URL` sends a test to your server\n";
    for text in [
        "MCHTRANSFER.BILL.FINISHED",
        r#"{"event_type":"MCHTRANSFER.BILL.FINISHED","summary":"商家转账单据终态通知"}"#,
    ] {
        assert_eq!(text_of(text), expected, "{text}");
    }
}

#[test]
fn a_misspelt_word_gets_a_guess() {
    for (word, expected) in [
        (
            "refnud",
            "  → a guess: perhaps the command `wechatpay refund` is meant\n",
        ),
        (
            "sign_eror",
            "  → a guess: perhaps the code `SIGN_ERROR` is meant\n",
        ),
    ] {
        let output = command().args([word, "--output", "text"]).output().unwrap();
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(error.contains(expected), "{error}");
    }
    for (word, known) in [
        ("SIGN_EROR", "SIGN_ERROR"),
        ("PARAM_EROR", "PARAM_ERROR"),
        ("NAME_NOT_CORECT", "NAME_NOT_CORRECT"),
        (
            r#"{"fail_reason":"PAYEE_ACCOUNT_ABNORMLA"}"#,
            "PAYEE_ACCOUNT_ABNORMAL",
        ),
    ] {
        let text = text_of(word);
        assert!(
            text.contains(&format!("did you mean `{known}`?\n")),
            "{text}"
        );
    }
}

/// The explanations of a text, each as its notes, and the exit code.
async fn notes(shop: &Shop, text: &str) -> (Vec<Value>, i32) {
    let (found, code) = explanations(shop, text).await;
    let notes = found.into_iter().map(|found| found["notes"].clone());
    (notes.collect(), code)
}

const UNSIGNED_STATE: &str = "the text has another state, which is not signed, so that anybody may have written it: do not act on it";

/// Beside a body that verifies, every state is signed by nobody: also if the body is empty, or no object.
#[tokio::test]
async fn a_state_beside_a_signed_body_is_not_to_be_acted_on() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let order = r#"{"out_trade_no":"FORGED","trade_state":"SUCCESS"}"#;
    let refund = r#"{"refund_id":"5","out_refund_no":"1","status":"ABNORMAL"}"#;
    let error = r#"{"code":"ORDER_CLOSED","message":"订单已关闭"}"#;
    for signed in ["", "[1]"] {
        for state in [order, refund] {
            let text = format!("{state}\n{}", platform.signed(signed));
            let (notes, code) = notes(&shop, &text).await;
            assert_eq!(notes.len(), 1, "{text}");
            assert_eq!(notes[0][0], UNSIGNED_STATE, "{text}");
            assert_eq!(code, 1, "{text}");
        }
        let (found, _) =
            explanations(&shop, &format!("{error}\n{}", platform.signed(signed))).await;
        let signed: Vec<_> = found
            .iter()
            .filter(|found| found["signature"]["verified"] == true)
            .collect();
        assert_eq!(signed.len(), 1);
        assert_eq!(signed[0]["codes"], json!([]));
        assert_eq!(signed[0]["advice"], json!([]));
    }
    // Another order is in the same state.
    let own = r#"{"out_trade_no":"A","trade_state":"SUCCESS"}"#;
    let (notes, code) = notes(&shop, &format!("{order}\n{}", platform.signed(own))).await;
    let state = "the signed text says that the 订单 A is in the state SUCCESS (支付成功): The user has paid. \
                 `wechatpay order NUMBER` queries the state, and names the next steps";
    let first: Vec<_> = notes[0].as_array().unwrap().iter().take(2).collect();
    assert_eq!(first, [state, UNSIGNED_STATE]);
    assert_eq!(code, 1);
}

/// A log goes on behind a response without a body.
#[tokio::test]
async fn an_empty_body_verifies_before_further_text() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let closed = message("HTTP/1.1 204 No Content", &platform.headers(""), "");
    let observed = "the signature is of an empty body: the JSON in the text is signed by nobody";
    for (behind, expected) in [
        ("", Value::Null),
        ("2024-01-01 INFO closed\n", Value::Null),
        ("2024-01-01 INFO {\"elapsed\":12}\n", json!([observed])),
    ] {
        let explanation = explain(&shop, &format!("{closed}{behind}")).await;
        assert_eq!(explanation["signature"]["verified"], true, "{behind}");
        assert_eq!(explanation["signature"]["observed"], expected, "{behind}");
    }
    // Only a 204 has no body.
    let forged = message("HTTP/1.1 200 OK", &platform.headers(""), r#"{"a":1}"#);
    let explanation = explain(&shop, &forged).await;
    assert_eq!(explanation["signature"]["verified"], false);
}

/// Python's `email` puts a long value on a line of its own.
#[tokio::test]
async fn a_folded_header_is_one_line() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let body = r#"{"out_trade_no":"A","trade_state":"NOTPAY"}"#;
    let signed = platform.signed(body);
    let signed = signed.replace("Wechatpay-Signature: ", "wechatpay-signature: \r\n ");
    let explanation = explain(&shop, &signed).await;
    assert_eq!(explanation["signature"]["verified"], true, "{explanation}");
    let (head, _) = signed.split_once(body).unwrap();
    shop.write("head.txt", head);
    shop.write("body.json", body);
    for files in [["@head.txt", "@body.json"], ["@body.json", "@head.txt"]] {
        let run = shop.run(&[&["explain"], &files[..]].concat()).await;
        let signature = &run.json()["explanations"][0]["signature"];
        assert_eq!(signature["verified"], true, "{files:?}");
    }
}

#[tokio::test]
async fn the_body_begins_behind_the_headers_also_if_it_names_wechatpay() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let body = "{\"url\":\"https://wechatpay-x.cn\"}\n";
    let explanation = explain(&shop, &platform.signed(body)).await;
    assert_eq!(explanation["signature"]["verified"], true, "{explanation}");
}

/// A request names a key too, for its sensitive members.
#[tokio::test]
async fn the_serial_number_of_a_request_is_not_that_of_its_response() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let body = r#"{"out_trade_no":"A","trade_state":"NOTPAY"}"#;
    let signed = platform.signed(body);
    let (head, _) = signed.split_once("\r\n\r\n").unwrap();
    let head: String = head.lines().map(|line| format!("< {line}\n")).collect();
    let other = "Wechatpay-Serial: 5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
    let get = "GET /v3/pay/transactions/id/1";
    for text in [
        format!("> {get} HTTP/2\n> {other}\n> \n{head}< \n{body}"),
        format!("{get} HTTP/1.1\r\n{other}\r\n\r\n{signed}"),
    ] {
        let explanation = explain(&shop, &text).await;
        let signature = &explanation["signature"];
        assert_eq!(signature["verified"], true, "{text}: {explanation}");
        assert_eq!(signature["key_id"], KEY_ID);
    }
}

/// No Request-ID is signed: the number adds to the signed code, and hides no advice on it.
#[tokio::test]
async fn a_signed_code_is_explained_beside_an_unsigned_number() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let body = r#"{"code":"RESOURCE_NOT_EXISTS","message":"x"}"#;
    let signed = platform.signed(body);
    let signed = signed.replace("405-0", "405-268498688");
    let explanation = explain(&shop, &signed).await;
    let advice = explanation["advice"].as_array().unwrap();
    let keys: Vec<_> = advice.iter().map(|advice| &advice["key"]).collect();
    assert_eq!(keys, ["RESOURCE_NOT_EXISTS", "268498688"], "{explanation}");
}

/// The numbers and codes of each explanation of a text.
fn numbers_and_codes(text: &str) -> Vec<String> {
    let output = json(&run(text));
    let found = output["explanations"].as_array().unwrap();
    let found = found
        .iter()
        .map(|found| format!("{} {}", found["numbers"], found["codes"]));
    found.collect()
}

#[test]
fn a_request_id_stands_before_or_behind_its_error() {
    let id = |number: u64| {
        format!("Request-ID: 08F5B8C2B506102C18FDDFEEA30620BE821E28EDC405-{number}\n")
    };
    let error = |code: &str| format!("{{\"code\":\"{code}\",\"message\":\"x\"}}\n");
    let (first, second) = (id(268_498_688), id(0));
    let (param, system) = (error("PARAM_ERROR"), error("SYSTEM_ERROR"));
    let expected = [r#"[268498688] ["PARAM_ERROR"]"#, r#"[0] ["SYSTEM_ERROR"]"#];
    for text in [
        [&*param, &first, &system, &second].concat(),
        [&*first, &param, &second, &system].concat(),
    ] {
        assert_eq!(numbers_and_codes(&text), expected, "{text}");
    }
    let codes = [
        first.as_str(),
        "code=PARAM_ERROR\n",
        &second,
        "code=SYSTEM_ERROR\n",
    ];
    assert_eq!(numbers_and_codes(&codes.concat()), expected);
    let codes = ["code=PARAM_ERROR\n", &first, "code=SYSTEM_ERROR\n", &second];
    assert_eq!(numbers_and_codes(&codes.concat()), expected);
}

#[test]
fn only_responses_of_apiv2_are_of_apiv2() {
    let codes =
        r#"{"return_code":500,"error":{"code":"SIGN_ERROR","message":"错误的签名，验签失败"}}"#;
    let beside = "POST /v3/pay/transactions/jsapi\n{\"code\":\"SIGN_ERROR\",\"message\":\"错误的签名，验签失败\"}\n\
                  my service: return_code=FAIL\n";
    for text in [codes, beside] {
        let explanation = &json(&run(text))["explanations"][0];
        assert_eq!(explanation["codes"], json!(["SIGN_ERROR"]), "{text}");
        assert_eq!(explanation["notes"], Value::Null, "{text}");
        assert_ne!(explanation["advice"], json!([]), "{text}");
    }
    for text in [
        "return_code=FAIL&return_msg=签名错误",
        "[return_code] => FAIL\n[return_msg] => 签名错误",
        "[\"return_code\"]=>\n  string(4) \"FAIL\"\n  [\"return_msg\"]=>\n  string(12) \"签名错误\"",
    ] {
        let note = &json(&run(text))["explanations"][0]["notes"][0];
        assert!(
            note.as_str()
                .unwrap()
                .starts_with("this is a response of APIv2"),
            "{text}"
        );
    }
}

#[test]
fn the_status_of_a_thing_is_none_of_http() {
    for text in ["order_status=500", "orderStatus: 404", "refund-status=404"] {
        assert_eq!(run(text).status.code(), Some(3), "{text}");
    }
    for text in [
        "status=404",
        "http_status: 404",
        "httpStatusCode=404",
        "\"statusCode\": 404",
        "response status 404",
        "upstream_status=404",
        "rawStatusCode=404",
    ] {
        let explanation = &json(&run(text))["explanations"][0];
        assert_eq!(explanation["status"], 404, "{text}");
    }
}

/// The query of a download has a token.
#[test]
fn a_path_is_shown_without_its_query() {
    let first = "GET https://api.mch.weixin.qq.com/v3/billdownload/file?token=SECRET&tartype=gzip HTTP/1.1\n\n";
    let second = "GET /v3/certificates?x=SECRET\n";
    let error = "HTTP/1.1 403 Forbidden\n\n{\"code\":\"NO_AUTH\",\"message\":\"x\"}\n";
    for text in [
        format!("{first}{error}"),
        format!("{first}{second}\n\ncode NO_AUTH"),
    ] {
        let output = String::from_utf8(run(&text).stdout).unwrap();
        assert!(output.contains("\"/v3/"), "{output}");
        assert!(!output.contains("SECRET"), "{output}");
    }
}

#[test]
fn repeated_clues_are_explained_once() {
    let errors = vec![json!({ "code": "NO_AUTH", "message": "商户无权限" }); 60];
    let explanation = &json(&run(json!({ "errors": errors }).to_string()))["explanations"][0];
    assert_eq!(explanation["codes"], json!(["NO_AUTH"]));
    assert_eq!(explanation["messages"], json!(["商户无权限"]));
    assert_eq!(explanation["notes"], Value::Null);
}

/// A log may be one long line. Reading it again for each of its parts would take hours.
#[test]
fn long_texts_are_read_to_their_ends() {
    let distinct: String = (0..8_000)
        .map(|number| format!("{{\"code\":\"A{number:06}\"}}\n"))
        .collect();
    let floods = [
        r#"{"code":"NO_AUTH"},"#.repeat(20_000),
        "Request-ID: 08F5-268498688 ".repeat(20_000),
        format!("\"{}\\q\"", "{\\\"".repeat(100_000)),
        distinct,
        "Wechatpay-Nonce: b\n\n".repeat(10_000) + &"{}".repeat(100_000),
        "1".repeat(1 << 17),
        "status=502\n".repeat(4_000)
            + &json!({ "code": "NO_AUTH", "message": "x".repeat(1 << 19) }).to_string(),
    ];
    for flood in floods {
        let beginning = flood.get(..30).unwrap().to_owned();
        let start = Instant::now();
        let output = run(flood);
        assert!(
            [0, 3].map(Some).contains(&output.status.code()),
            "{beginning}"
        );
        assert!(start.elapsed() < Duration::from_secs(60), "{beginning}");
    }
}

/// Encoders of JSON escape letters of base64, and programs show headers in quotes of their own.
#[tokio::test]
async fn a_signature_is_read_with_the_escapes_of_its_encoder() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let body = r#"{"out_trade_no":"A","attach":"{\"uid\":7}","trade_state":"NOTPAY"}"#;
    let headers = platform.headers(body);
    let map = |escaped: &dyn Fn(&str) -> String| -> String {
        let pairs = headers
            .iter()
            .map(|(name, value)| format!("\"{name}\":\"{}\"", escaped(value)));
        pairs.collect::<Vec<_>>().join(",")
    };
    let php = map(&|value| value.replace('/', "\\/"));
    let gson = map(&|value| value.replace('=', "\\u003d"));
    let net = map(&|value| value.replace('+', "\\u002B"));
    let quoted = json!(body).to_string();
    let lines: String = headers
        .iter()
        .map(|(name, value)| format!("{name}: \"{value}\"\n"))
        .collect();
    let go: String = headers
        .iter()
        .map(|(name, value)| format!("\"{name}\":[]string{{\"{value}\"}}, "))
        .collect();
    let plain = map(&str::to_owned);
    for text in [
        format!("{{\"headers\":{{{php}}},\"body\":{quoted}}}"),
        format!("{{\"headers\":{{{gson}}},\"body\":{quoted}}}"),
        format!("{{\"headers\":{{{net}}},\"body\":{quoted}}}"),
        format!("{{{php}}}\n{body}"),
        format!("{{{gson}}}\n{body}"),
        format!("{lines}\n{body}"),
        format!("http.Header{{{go}}}\n{body}"),
        // Python's repr doubles backslashes.
        format!("{{{plain}}} '{}'", body.replace('\\', "\\\\")),
    ] {
        let (found, code) = explanations(&shop, &text).await;
        let verified: Vec<_> = found
            .iter()
            .map(|found| &found["signature"]["verified"])
            .collect();
        assert_eq!(verified, [true], "{text}: {found:?}");
        assert_eq!(code, 0, "{text}");
    }
}

/// A failure without a code may have been executed, whatever a later response of the text says.
#[tokio::test]
async fn a_lost_response_stays_beside_a_later_one() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let body = r#"{"code":"RESOURCE_NOT_EXISTS","message":"退款单不存在"}"#;
    let signed = platform.signed(body).replace("200 OK", "404 Not Found");
    let order = r#"{"out_trade_no":"A","trade_state":"SUCCESS"}"#;
    let headers: serde_json::Map<_, _> = platform
        .headers(order)
        .into_iter()
        .map(|(name, value)| (name.to_owned(), json!(value)))
        .collect();
    let entry = json!({ "msg": "GET order", "status": 200, "headers": headers, "body": order });
    let refund = "POST /v3/refund/domestic/refunds";
    let failed = json!({ "msg": refund, "status": 502, "headers": {}, "body": "<html>502</html>" });
    let hung = json!({ "msg": refund, "err": "Error: socket hang up" });
    let absent = json!({ "msg": "GET refund", "status": 404, "body": body });
    let envoy = "HTTP/1.1 503 Service Unavailable\r\nserver: envoy\r\n\r\nupstream connect error: connection termination";
    let page = "HTTP/1.1 502 Bad Gateway\r\n\r\n<html></html>";
    for (text, count) in [
        (format!("{entry}\n{failed}"), 2),
        (format!("{failed}\n{entry}"), 2),
        (format!("{failed}{entry}"), 2),
        (format!("[{failed}]\n{signed}"), 2),
        (format!("{envoy}{signed}"), 2),
        (format!("{page}{signed}"), 2),
        (
            format!("{refund} java.net.SocketTimeoutException: Read timed out\n{signed}"),
            2,
        ),
        (format!("{hung}\n{absent}"), 2),
        (
            format!(
                "AxiosError: Request failed with status code 502\nAxiosError: Request failed with status code 404 data: {body}"
            ),
            2,
        ),
        (format!("status=502 {refund}\nstatus=404 body={body}\n"), 2),
    ] {
        let (found, _) = explanations(&shop, &text).await;
        assert_eq!(found.len(), count, "{text}: {found:?}");
        let lost: Vec<_> = found
            .iter()
            .filter(|found| found["signature"]["verified"] != true)
            .filter(|found| found["earlier_request_may_exist"] == true)
            .collect();
        assert_eq!(lost.len(), 1, "{text}: {found:?}");
        let verified = found
            .iter()
            .filter(|found| found["signature"]["verified"] == true);
        for verified in verified {
            assert_eq!(verified["path"], Value::Null, "{text}");
        }
    }
    // The timeout stands before a request that failed by its text.
    let (found, _) = explanations(
        &shop,
        &format!("{refund} Read timed out\n{refund} 400 PARAM_ERROR\n{signed}"),
    )
    .await;
    let lost: Vec<_> = found
        .iter()
        .map(|found| found["earlier_request_may_exist"] == true)
        .collect();
    assert_eq!(lost, [true, false, false], "{found:?}");
    // Successes that nobody signed follow.
    let text = format!("{hung}\n{{\"status\":200,\"body\":\"{{}}\"}}\n");
    let explanation = &json(&run(&text))["explanations"][0];
    assert_eq!(explanation["status"], Value::Null, "{explanation}");
    for line in ["", "\n"] {
        let text = format!("{page}{line}HTTP/1.1 200 OK\r\n\r\n{{}}\n");
        let explanation = &json(&run(&text))["explanations"][0];
        assert_eq!(explanation["status"], 502, "{text}");
    }
    // The status of the program's own response.
    let own = json!({ "response": { "status": 502, "body": "<html>" }, "request": { "path": refund }, "status": 200 });
    let explanation = &json(&run(own.to_string()))["explanations"][0];
    assert_eq!(explanation["status"], 502);
}

#[test]
fn lost_responses_are_known_in_the_words_of_clients() {
    for text in [
        "curl: (52) Empty reply from server",
        "Post \"https://api.mch.weixin.qq.com/v3/refund/domestic/refunds\": EOF",
        "java.io.IOException: unexpected end of stream on https://api.mch.weixin.qq.com/...",
        "org.apache.http.NoHttpResponseException: api.mch.weixin.qq.com:443 failed to respond",
        "AxiosError: timeout of 5000ms exceeded",
        "net::ERR_EMPTY_RESPONSE",
        "TypeError: fetch failed",
    ] {
        let explanation = &json(&run(text))["explanations"][0];
        assert_eq!(explanation["earlier_request_may_exist"], true, "{text}");
    }
    let log = json(&run("POST /v3/fund-app/mch-transfer/transfer-bills 500"));
    assert_eq!(log["explanations"][0]["status"], 500);
    // An ID of a key is no code.
    let id = format!("PUB_KEY_ID_{}", "01".repeat(16));
    assert_eq!(run(id).status.code(), Some(3));
}

/// Each record of a log is a failure of its own, in every order and in the forms of many loggers.
#[test]
fn every_failure_of_a_log_keeps_its_own_path_and_status() {
    const ORDER: &str = "/v3/pay/transactions/jsapi";
    const REFUND: &str = "/v3/refund/domestic/refunds";
    const TRANSFER: &str = "/v3/fund-app/mch-transfer/transfer-bills";
    let host = "https://api.mch.weixin.qq.com";
    let body = r#"{"code":"PARAM_ERROR","message":"无效的openid"}"#;
    let time = "2026-11-28 10:00:01.123 ERROR c.e.Pay :";
    let sdk = "com.wechat.pay.java.core.exception";
    let forms = [
        [
            json!({ "level": "error", "path": ORDER, "status": 400, "body": body }).to_string(),
            json!({ "level": "error", "path": REFUND, "status": 502 }).to_string(),
            json!({ "level": "error", "path": TRANSFER, "error": "context deadline exceeded" })
                .to_string(),
        ],
        [
            format!("time=t level=error code=PARAM_ERROR method=POST path={ORDER} status=400"),
            format!("time=t level=error method=POST path={REFUND} status=502"),
            format!("time=t level=error path={TRANSFER} err=\"net/http: TLS handshake timeout\""),
        ],
        [
            format!("{time} POST {ORDER} 400 {body}"),
            format!("{time} 502 Bad Gateway on POST request for \"{host}{REFUND}\": [no body]"),
            format!(
                "{time} I/O error on POST request for \"{host}{TRANSFER}\": Read timed out; nested exception is \
                 java.net.SocketTimeoutException: Read timed out"
            ),
        ],
        [
            format!(
                "{sdk}.ServiceException: Wrong HttpStatusCode[400]\nhttpResponseBody[{body}]\t\
                 HttpRequest[{{\"url\":\"{host}{ORDER}\"}}]\n\tat a.b(C.java:1)"
            ),
            format!(
                "{sdk}.ServiceException: Wrong HttpStatusCode[502]\nhttpResponseBody[<html></html>]\t\
                 HttpRequest[{{\"url\":\"{host}{REFUND}\"}}]\n\tat a.b(C.java:1)"
            ),
            format!(
                "{sdk}.HttpException: Send request failed, httpRequest[{{\"url\":\"{host}{TRANSFER}\"}}]\n\
                 \tat a.b(C.java:1)\nCaused by: java.net.SocketTimeoutException: timeout"
            ),
        ],
        [
            format!(
                "[t] app.ERROR: Client error: `POST {host}{ORDER}` resulted in a `400 Bad Request` response:\n{body}\n [] []"
            ),
            format!(
                "[t] app.ERROR: Server error: `POST {host}{REFUND}` resulted in a `502 Bad Gateway` response:\n<html></html>\n [] []"
            ),
            format!("[t] app.ERROR: cURL error 28: Operation timed out for {host}{TRANSFER} [] []"),
        ],
        [
            format!("fail: Pay[0]\n      POST {host}{ORDER} 400 {body}"),
            format!(
                "fail: Pay[0]\n      POST {host}{REFUND}\n      System.Net.Http.HttpRequestException: Response status \
                 code does not indicate success: 502 (Bad Gateway)."
            ),
            format!(
                "fail: Pay[0]\n      POST {host}{TRANSFER}\n      TaskCanceledException: HttpClient.Timeout of 30 seconds"
            ),
        ],
        [
            format!(
                "requests.exceptions.HTTPError: 400 Client Error: Bad Request for url: {host}{ORDER} {body}"
            ),
            format!(
                "requests.exceptions.HTTPError: 502 Server Error: Bad Gateway for url: {host}{REFUND}"
            ),
            format!(
                "requests.exceptions.ReadTimeout: Read timed out. (read timeout=10) {TRANSFER}"
            ),
        ],
        [
            format!("POST {ORDER} HTTP/1.1\n\nHTTP/1.1 400 Bad Request\n\n{body}\n"),
            format!("POST {REFUND} HTTP/1.1\n\nHTTP/1.1 502 Bad Gateway\n\n<html>502</html>\n"),
            format!("POST {TRANSFER} HTTP/1.1\n\ncurl: (28) Operation timed out\n"),
        ],
    ];
    let orders = [
        &[0, 1][..],
        &[1, 0],
        &[1, 2],
        &[2, 1],
        &[0, 2],
        &[2, 0],
        &[0, 1, 2],
        &[0, 2, 1],
        &[1, 0, 2],
        &[1, 2, 0],
        &[2, 0, 1],
        &[2, 1, 0],
    ];
    for (form, order) in forms
        .iter()
        .flat_map(|form| orders.map(|order| (form, order)))
    {
        let text: String = order
            .iter()
            .map(|index| format!("{}\n", form[*index]))
            .collect();
        let output = json(&run(&text));
        let found = output["explanations"].as_array().unwrap().iter();
        let found: Vec<_> = found
            .map(|found| {
                format!(
                    "{} {}",
                    found["path"].as_str().unwrap_or("-"),
                    found["status"]
                )
            })
            .collect();
        let expected = [
            format!("{ORDER} 400"),
            format!("{REFUND} 502"),
            format!("{TRANSFER} null"),
        ];
        let expected: Vec<_> = order.iter().map(|index| &*expected[*index]).collect();
        assert_eq!(found, expected, "{text}");
    }
}

/// The path tells the product: without it, the advice would be on deductions too.
#[test]
fn a_refused_status_keeps_its_path_for_the_error_behind_it() {
    let time = "2026-11-28 10:00:00 ERROR";
    let body = r#"{"code":"NOT_ENOUGH","message":"x"}"#;
    let request = "POST /v3/refund/domestic/refunds 403";
    for text in [
        format!("{request}\n{body}\n"),
        format!("{request}\nContent-Type: application/json\nX-Trace: 1\n\n{body}\n"),
        format!("{time} {request}\n{time} body {body}\n"),
        format!("{time} body {body}\n{time} {request}\n"),
    ] {
        let output = json(&run(&text));
        let [found] = &**output["explanations"].as_array().unwrap() else {
            panic!("{text}: {output}")
        };
        assert_eq!(found["path"], "/v3/refund/domestic/refunds", "{text}");
        assert_eq!(found["status"], 403, "{text}");
        assert_eq!(found["codes"], json!(["NOT_ENOUGH"]), "{text}");
    }
}

/// A sandbox, as others, writes the Request-ID before the headers of the signature.
#[tokio::test]
async fn a_request_id_before_the_headers_of_a_signature_is_of_them() {
    let mut shop = Shop::open().await;
    let platform = Platform::of(&mut shop);
    let body = r#"{"out_trade_no":"A","trade_state":"NOTPAY"}"#;
    let mut headers = platform.headers(body);
    headers.rotate_right(1);
    let lines = |line: &dyn Fn(&str, &str) -> String| -> String {
        let lines = headers.iter();
        lines.map(|(name, value)| line(name, value)).collect()
    };
    let node = lines(&|name, value| format!("  '{}': '{value}',\n", name.to_lowercase()));
    let php = lines(&|name, value| format!("    [{name}] => {value}\n"));
    let server = lines(&|name, value| {
        let name = name.to_uppercase().replace('-', "_");
        format!("    [HTTP_{name}] => {value}\n")
    });
    let dump =
        lines(&|name, value| format!("  [\"{name}\"]=>\n  string({}) \"{value}\"\n", value.len()));
    let logged = lines(&|name, value| format!("2026-11-28 10:00:00 INFO {name}: {value}\n"));
    for text in [
        format!("{{\n{node}}}\n{body}\n"),
        format!("Array\n(\n{php})\n{body}\n"),
        format!("Array\n(\n{server})\n{body}\n"),
        format!("array(6) {{\n{dump}}}\n{body}\n"),
        format!("{logged}{body}\n"),
    ] {
        let explanation = explain(&shop, &text).await;
        assert_eq!(
            explanation["signature"]["verified"], true,
            "{text}: {explanation}"
        );
    }
}
