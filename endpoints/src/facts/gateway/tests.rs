mod listed;

use serde_json::{Map, Value, json};
use wechatpay_client::gateway::ParamError;

use super::{
    check::Checker,
    sent::{Body, Sent, from_text},
};
use crate::facts::{Example, Facts, Operation, Type, Types, Witness, Witnesses};

const UNKNOWN: &str = "is unknown: correct the name, or leave the member or parameter out";
const UNDOCUMENTED: &str = "请求中含有未在API文档中定义的参数";

fn facts() -> Facts {
    Facts {
        operations: operations(),
        products: [("shop".to_owned(), types())].into(),
        ..Facts::default()
    }
}

/// Operations with every kind of parameter and member.
fn operations() -> Vec<Operation> {
    vec![
        operation(&json!({
            "product": "shop",
            "name": "create_order",
            "method": "POST",
            "path": "/v3/shops/{shop_id}/orders",
            "params": [
                { "in": "path", "name": "shop_id", "type": "int", "required": true, "label": "门店编号" },
                { "in": "query", "name": "mode", "type": "enum:Mode", "required": true, "label": "模式" },
                { "in": "query", "name": "tags", "type": "array<string>", "item_max_length": 3 },
                { "in": "query", "name": "is_test", "type": "bool" },
                { "in": "header", "name": "Idempotency-Key", "type": "string", "required": true, "max_length": 4 },
            ],
            "request": "ref:Order",
            "responses": [{ "status": 200, "body": "ref:Order" }],
        })),
        operation(&json!({
            "product": "shop",
            "name": "upload_photo",
            "method": "POST",
            "path": "/v3/photos",
            "request": "ref:Form",
            "upload": true,
            "responses": [{ "status": 204, "body": "none" }],
        })),
        operation(&json!({
            "product": "shop",
            "name": "close",
            "method": "POST",
            "path": "/v3/close",
            "request": null,
            "responses": [{ "status": 204, "body": "none" }],
        })),
    ]
}

fn types() -> Types {
    serde_json::from_value(json!({
        "schemas": {
            "Order": [
                {
                    "name": "number", "type": "string", "required": true, "label": "商户订单号",
                    "min_length": 2, "max_length": 6, "pattern": "[0-9a-z]+",
                },
                { "name": "amount", "type": "ref:Amount", "required": true, "label": "金额" },
                { "name": "payer", "type": "string", "sensitive": true, "max_length": 3, "label": "姓名" },
                { "name": "codes", "type": "array<string>", "sensitive": true, "item_max_length": 2 },
                { "name": "mode", "type": "enum:Mode", "label": "模式" },
                { "name": "level", "type": "enum:Level" },
                { "name": "rate", "type": "number" },
                { "name": "is_gift", "type": "bool" },
                {
                    "name": "lines", "type": "array<ref:Amount>", "min_items": 1, "max_items": 2, "label": "明细",
                },
                { "name": "options", "type": "json<ref:Amount>" },
                { "name": "extra", "type": "object" },
                { "name": "anything", "type": "any" },
                { "name": "id", "type": "string", "alternatives": ["openid"], "label": "用户" },
                { "name": "openid", "type": "string" },
                { "name": "expires", "type": "string", "format": "rfc3339", "label": "失效时间" },
                { "name": "site", "type": "string", "required": true, "nullable": true, "label": "网址" },
            ],
            "Person": [{ "name": "name", "type": "string", "required": true, "sensitive": true, "label": "姓名" }],
            "Amount": [
                {
                    "name": "total", "type": "int", "required": true, "label": "总金额", "minimum": 1, "maximum": 100,
                },
                { "name": "a/b~c", "type": "int" },
            ],
            "Form": [
                { "name": "meta", "type": "json<ref:Amount>", "required": true, "label": "元信息" },
                { "name": "file", "type": "file", "required": true },
                { "name": "kind", "type": "int" },
            ],
        },
        "enums": {
            "Mode": { "type": "string", "values": ["FAST", "SLOW"] },
            "Level": { "type": "int", "values": [1, 2] },
        },
    }))
    .unwrap()
}

fn operation(json: &Value) -> Operation {
    serde_json::from_value(json.clone()).unwrap()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = pairs.iter();
    pairs
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

/// A request that breaks no rule.
fn good() -> Sent {
    let body = json!({
        "number": "a1b2",
        "amount": { "total": 100, "a/b~c": 1 },
        "payer": "encrypted:张三",
        "codes": ["encrypted:12"],
        "mode": "FAST",
        "level": 2,
        "rate": 0.5,
        "is_gift": false,
        "lines": [{ "total": 1 }],
        "options": "{\"total\":1}",
        "extra": { "free": { "form": 1 } },
        "anything": [1],
        "id": "1",
    });
    Sent {
        path: pairs(&[("shop_id", "12")]),
        query: pairs(&[
            ("mode", "SLOW"),
            ("tags", "a"),
            ("tags", "abc"),
            ("is_test", "true"),
        ]),
        headers: pairs(&[("Idempotency-Key", "1234")]),
        body: Body::Json(object(body)),
    }
}

fn object(value: Value) -> Map<String, Value> {
    serde_json::from_value(value).unwrap()
}

/// The good request with another member.
fn with(name: &str, value: Value) -> Sent {
    let mut sent = good();
    if let Body::Json(body) = &mut sent.body {
        body.insert(name.to_owned(), value);
    }
    sent
}

fn without(name: &str) -> Sent {
    let mut sent = good();
    if let Body::Json(body) = &mut sent.body {
        body.remove(name).unwrap();
    }
    sent
}

fn check(facts: &Facts, name: &str, sent: &Sent) -> Result<(), ParamError> {
    let operation = facts.find(name).unwrap();
    let decrypt = |text: &str| text.strip_prefix("encrypted:").map(str::to_owned);
    Checker::new(facts, operation, &decrypt).check(sent)
}

/// Checks a request of `create_order` and expects this message and this detail.
#[track_caller]
fn refused(sent: &Sent, message: &str, detail: Value) {
    let error = check(&facts(), "create_order", sent).unwrap_err();
    assert_eq!(error.message(), message);
    assert_eq!(error.detail(), detail);
}

#[test]
fn a_good_request_is_accepted() {
    assert_eq!(check(&facts(), "create_order", &good()), Ok(()));
    for (name, value) in [
        ("number", json!("12")),
        ("number", json!("123456")),
        ("payer", json!("encrypted:诸葛亮")),
        ("lines", json!([{ "total": 1 }, { "total": 100 }])),
        ("rate", json!(1)),
        ("anything", json!("text")),
    ] {
        assert_eq!(check(&facts(), "create_order", &with(name, value)), Ok(()));
    }
}

#[test]
fn missing_members_and_parameters_are_refused() {
    let detail = |location: &str, name: &str| {
        let part = match location {
            "query" => "parameter",
            "header" => "header",
            _ => "member",
        };
        json!({
            "field": name,
            "value": "",
            "issue": format!("is missing: send the {part}"),
            "location": location,
        })
    };
    refused(
        &without("number"),
        "输入源“/body/number”映射到字段“商户订单号”必填性规则校验失败，此字段为必填项",
        detail("body", "/number"),
    );
    refused(
        &with("amount", json!({})),
        "输入源“/body/amount/total”映射到字段“总金额”必填性规则校验失败，此字段为必填项",
        detail("body", "/amount/total"),
    );
    let mut sent = good();
    sent.query.remove(0);
    refused(
        &sent,
        "输入源“/query/mode”映射到字段“模式”必填性规则校验失败，此字段为必填项",
        detail("query", "mode"),
    );
    let mut sent = good();
    sent.headers.clear();
    refused(
        &sent,
        "输入源“/header/Idempotency-Key”映射到字段“Idempotency-Key”必填性规则校验失败，此字段为必填项",
        detail("header", "Idempotency-Key"),
    );
    let mut detail = detail("body", "/id");
    detail["issue"] = json!("is missing: send the member, or `openid`");
    refused(
        &without("id"),
        "输入源“/body/id”映射到字段“用户”必填性规则校验失败，此字段为必填项",
        detail,
    );
    let mut sent = without("id");
    if let Body::Json(body) = &mut sent.body {
        body.insert("openid".to_owned(), json!("1"));
    }
    assert_eq!(check(&facts(), "create_order", &sent), Ok(()));
}

#[test]
fn a_placeholder_needs_a_value_even_if_no_witness_names_it() {
    let mut facts = facts();
    let operations = facts.operations.iter_mut();
    operations.for_each(|operation| operation.seen.add(Witness::Go));
    let mut sent = good();
    sent.path = pairs(&[("shop_id", "")]);
    let error = check(&facts, "create_order", &sent).unwrap_err();
    let detail = json!({ "field": "shop_id", "value": "", "issue": "is empty: send a value", "location": "uri_template" });
    assert_eq!(error.detail(), detail);
}

#[test]
fn the_text_of_an_integer_is_that_of_json() {
    for text in ["+5", "007", " 5", "5 ", "-0", "1_000", ""] {
        assert_eq!(from_text(&Type::Int, text), None, "{text}");
    }
    for (text, number) in [("0", 0), ("-5", -5), ("9223372036854775807", i64::MAX)] {
        assert_eq!(from_text(&Type::Int, text), Some(json!(number)));
    }
}

#[test]
fn an_empty_text_is_missing() {
    let detail = |location: &str, field: &str| json!({ "field": field, "value": "", "issue": "is empty: send a value", "location": location });
    let message = |location: &str, field: &str, label: &str| {
        let name = field.trim_start_matches('/');
        format!("输入源“/{location}/{name}”映射到字段“{label}”必填性规则校验失败，此字段为必填项")
    };
    let refused = |sent: &Sent, location, field, label| {
        refused(
            sent,
            &message(location, field, label),
            detail(location, field),
        );
    };
    refused(&with("number", json!("")), "body", "/number", "商户订单号");
    refused(&with("id", json!("")), "body", "/id", "用户");
    let mut sent = good();
    sent.path = pairs(&[("shop_id", "")]);
    refused(&sent, "uri_template", "shop_id", "门店编号");
    let mut sent = good();
    sent.query = pairs(&[("mode", "")]);
    refused(&sent, "query", "mode", "模式");
    let mut sent = good();
    sent.headers = pairs(&[("Idempotency-Key", "")]);
    refused(&sent, "header", "Idempotency-Key", "Idempotency-Key");
    // The other member counts only if it is not empty.
    let mut sent = without("id");
    if let Body::Json(body) = &mut sent.body {
        body.insert("openid".to_owned(), json!(""));
        let error = check(&facts(), "create_order", &sent).unwrap_err();
        assert_eq!(error.detail()["field"], "/id");
    }
    let mut sent = with("id", json!(""));
    if let Body::Json(body) = &mut sent.body {
        body.insert("openid".to_owned(), json!("1"));
    }
    assert_eq!(check(&facts(), "create_order", &sent), Ok(()));
    // An optional text may be empty.
    let sent = with("payer", json!("encrypted:"));
    assert_eq!(check(&facts(), "create_order", &sent), Ok(()));
}

#[test]
fn an_optional_openid_is_empty_only_beside_another_one() {
    let facts = crate::facts();
    let check = |name: &str, payer: Value| {
        let operation = facts.find(name).unwrap();
        let mut sent = sent(operation, facts.example(operation).unwrap());
        if let Body::Json(body) = &mut sent.body {
            body.insert("payer".to_owned(), payer);
        }
        let decrypt = |plaintext: &str| Some(plaintext.to_owned());
        let checked = Checker::new(facts, operation, &decrypt).check(&sent);
        checked.map_err(|error| error.to_string())
    };
    let jsapi = "POST /v3/pay/transactions/jsapi";
    let of_partner = "POST /v3/pay/partner/transactions/jsapi";
    let refused = |text: &str| Err(format!("`/payer/{text}"));
    let empty = refused("openid` of the body is empty: send a value");
    assert_eq!(check(jsapi, json!({ "openid": "" })), empty);
    assert_eq!(check(jsapi, json!({ "openid": "o1" })), Ok(()));
    let missing = "sp_openid` of the body is missing: send the member, or `sub_openid`";
    assert_eq!(
        check(of_partner, json!({ "sub_openid": "" })),
        refused(missing)
    );
    let named = json!({ "sp_openid": "", "sub_openid": "o1" });
    assert_eq!(check(of_partner, named), Ok(()));
}

#[test]
fn a_required_plaintext_is_not_empty() {
    let mut facts = facts();
    facts.operations[0].request = Some("ref:Person".parse().unwrap());
    let mut sent = good();
    sent.body = Body::Json(object(json!({ "name": "encrypted:" })));
    let error = check(&facts, "create_order", &sent).unwrap_err();
    assert_eq!(
        error.message(),
        "输入源“/body/name”映射到字段“姓名”必填性规则校验失败，此字段为必填项"
    );
    assert_eq!(error.detail()["issue"], "is empty: send a value");
}

#[test]
fn mistakes_have_the_numbers_of_the_troubleshooting_manuals() {
    const INVALID: u64 = 268_435_461;
    const TOO_LONG: u64 = 268_435_462;
    const TOO_SHORT: u64 = 268_435_463;
    const OUT_OF_RANGE: u64 = 268_435_464;
    const UNKNOWN: u64 = 270_924_358;
    let with_parameter = |name: &str, text: &str| {
        let mut sent = good();
        sent.query.push((name.to_owned(), text.to_owned()));
        sent
    };
    for (sent, number) in [
        (without("number"), INVALID),
        (with("number", json!("")), TOO_SHORT),
        (with("number", json!("1")), TOO_SHORT),
        (with("number", json!("1234567")), TOO_LONG),
        (with("number", json!("A1")), INVALID),
        (with("number", json!(1)), INVALID),
        (with("payer", json!("plain")), INVALID),
        (with("payer", json!("encrypted:司马相如")), TOO_LONG),
        (with("codes", json!(["encrypted:123"])), TOO_LONG),
        (with("amount", json!({ "total": 0 })), OUT_OF_RANGE),
        (with("amount", json!({ "total": 101 })), OUT_OF_RANGE),
        (with("amount", json!({ "total": 1.5 })), INVALID),
        (with("lines", json!([])), OUT_OF_RANGE),
        (
            with("lines", vec![json!({ "total": 1 }); 3].into()),
            OUT_OF_RANGE,
        ),
        (with("mode", json!("OTHER")), INVALID),
        (with("expires", json!("tomorrow")), INVALID),
        (with("other", json!(1)), UNKNOWN),
        (with_parameter("other", "1"), UNKNOWN),
        (with_parameter("mode", "SLOW"), INVALID),
        (with_parameter("tags", "abcd"), TOO_LONG),
    ] {
        let error = check(&facts(), "create_order", &sent).unwrap_err();
        assert_eq!(error.request_id_number(), number, "{error}");
    }
}

#[test]
fn a_nullable_member_may_be_null_or_missing() {
    let facts = facts();
    for sent in [good(), with("site", json!(null)), with("site", json!(""))] {
        assert_eq!(check(&facts, "create_order", &sent), Ok(()));
    }
    let operation = &facts.operations[0];
    assert!(facts.is_nullable(operation, "/site"));
    for pointer in [
        "",
        "/number",
        "/amount/total",
        "/lines/0/total",
        "/options/total",
        "/extra/site",
        "/site/0",
        "/other",
    ] {
        assert!(!facts.is_nullable(operation, pointer), "{pointer}");
    }
    let mut facts = facts.clone();
    let types = facts.products.get_mut("shop").unwrap();
    let amount = types.schemas.get_mut("Amount").unwrap();
    amount.iter_mut().for_each(|field| field.nullable = true);
    for pointer in [
        "/amount/total",
        "/amount/a~1b~0c",
        "/lines/0/total",
        "/options/total",
    ] {
        assert!(
            facts.is_nullable(&facts.operations[0], pointer),
            "{pointer}"
        );
    }
    assert!(!facts.is_nullable(&facts.operations[0], "/lines/0"));
    assert!(facts.is_nullable(&facts.operations[1], "/meta/total"));
}

#[test]
fn a_parameter_that_is_no_list_is_sent_once() {
    let mut sent = good();
    sent.query.push(("tags".to_owned(), "a".to_owned()));
    sent.query.push(("tags".to_owned(), "b".to_owned()));
    assert_eq!(check(&facts(), "create_order", &sent), Ok(()));
    sent.query.push(("mode".to_owned(), "SLOW".to_owned()));
    refused(
        &sent,
        "输入源“/query/mode”映射到字段“模式”规则校验失败，此参数只能出现一次",
        json!({
            "field": "mode",
            "issue": "is repeated: send the parameter once",
            "location": "query",
        }),
    );
}

#[test]
fn times_have_the_form_of_rfc_3339() {
    for time in ["2018-06-08T10:34:56+08:00", "2025-07-24T00:00+08:00"] {
        let sent = with("expires", json!(time));
        assert_eq!(check(&facts(), "create_order", &sent), Ok(()));
    }
    refused(
        &with("expires", json!("tomorrow")),
        "输入源“/body/expires”映射到值字段“失效时间”字符串规则校验失败，不是 RFC 3339 格式的时间",
        json!({
            "field": "/expires",
            "value": "tomorrow",
            "issue": "is no time of RFC 3339: send a time such as `2018-06-08T10:34:56+08:00`",
            "location": "body",
        }),
    );
}

#[test]
fn the_issue_tells_which_number_is_no_integer() {
    const BEYOND: &str = "is beyond the range of signed 64-bit integers: send an integer";
    const POINT: &str = "is written with a decimal point or an exponent: send an integer";
    const FRACTION: &str = "is a number with a fraction: send an integer";
    for (number, issue) in [
        ("9223372036854775808", BEYOND),
        ("18446744073709551615", BEYOND),
        ("99999999999999999999999", BEYOND),
        ("-9223372036854775809", BEYOND),
        ("1e300", BEYOND),
        ("100.0", POINT),
        ("1e2", POINT),
        ("100.5", FRACTION),
    ] {
        let json: Value = serde_json::from_str(number).unwrap();
        let sent = with("amount", json!({ "total": json }));
        let error = check(&facts(), "create_order", &sent).unwrap_err();
        assert_eq!(error.detail()["issue"], issue, "{number}");
        let mut sent = good();
        sent.path = pairs(&[("shop_id", number)]);
        let error = check(&facts(), "create_order", &sent).unwrap_err();
        assert_eq!(
            error.detail(),
            json!({ "field": "shop_id", "value": number, "issue": issue, "location": "uri_template" })
        );
    }
    // In a body, a text of digits is a text.
    let sent = with("amount", json!({ "total": "9223372036854775808" }));
    let error = check(&facts(), "create_order", &sent).unwrap_err();
    assert_eq!(error.detail()["issue"], "is a text: send an integer");
    let sent = with("number", json!(1.5));
    let error = check(&facts(), "create_order", &sent).unwrap_err();
    assert_eq!(error.detail()["issue"], "is a number: send a text");
}

#[test]
fn an_upload_is_a_form_and_nothing_else_is() {
    let json = object(json!({ "meta": "{\"total\":1}", "file": "x" }));
    let form = pairs(&[("meta", "{}"), ("file", "")]);
    for (operation, body, issue) in [
        (
            "upload_photo",
            Body::Json(json),
            "is not `multipart/form-data`: send the file in a form",
        ),
        (
            "close",
            Body::Form(form),
            "is `multipart/form-data`: send the body as JSON, because the operation takes no file",
        ),
    ] {
        let sent = Sent {
            body,
            ..Sent::default()
        };
        let error = check(&facts(), operation, &sent).unwrap_err();
        assert_eq!(
            error.detail(),
            json!({ "field": "Content-Type", "issue": issue, "location": "header" })
        );
    }
}

#[test]
fn a_member_that_a_witness_calls_optional_may_be_missing() {
    let mut facts = facts();
    for (witnesses, is_required) in [
        ("G+G", true),
        ("Gk+G-k", true),
        ("kw+k-w", false),
        ("", false),
    ] {
        facts.operations[0].seen = Witnesses::parse("G").unwrap();
        let types = facts.products.get_mut("shop").unwrap();
        let number = &mut types.schemas.get_mut("Order").unwrap()[0];
        number.witnesses = Witnesses::parse(witnesses).unwrap();
        let mut sent = good();
        sent.headers.clear();
        sent.query.remove(0);
        if let Body::Json(body) = &mut sent.body {
            body.remove("number");
        }
        let checked = check(&facts, "create_order", &sent);
        assert_eq!(checked.is_err(), is_required, "{witnesses}");
    }
}

#[test]
fn unknown_members_and_parameters_are_refused() {
    let detail = |location: &str, field: &str| json!({ "field": field, "issue": UNKNOWN, "location": location });
    refused(
        &with("nubmer", json!("secret")),
        UNDOCUMENTED,
        detail("body", "/nubmer"),
    );
    refused(
        &with(
            "lines",
            json!([{ "total": 1 }, { "total": 1, "a/~": "secret" }]),
        ),
        UNDOCUMENTED,
        detail("body", "/lines/1/a~1~0"),
    );
    let mut sent = good();
    sent.query.push(("moed".to_owned(), "1".to_owned()));
    refused(&sent, UNDOCUMENTED, detail("query", "moed"));
    let sent = Sent {
        body: Body::Json(object(json!({ "number": 1 }))),
        ..Sent::default()
    };
    let error = check(&facts(), "close", &sent).unwrap_err();
    assert_eq!(error.detail(), detail("body", "/number"));
    assert_eq!(check(&facts(), "close", &Sent::default()), Ok(()));
}

#[test]
fn values_of_other_types_are_refused() {
    for (name, value, needed, field, label, issue) in [
        (
            "number",
            json!(1),
            " string 类型的 Json 值",
            "/number",
            "商户订单号",
            "is a number: send a text",
        ),
        (
            "amount",
            json!({ "total": "100" }),
            "合法的 64 位有符号整数",
            "/amount/total",
            "总金额",
            "is a text: send an integer",
        ),
        (
            "amount",
            json!({ "total": 1.5 }),
            "合法的 64 位有符号整数",
            "/amount/total",
            "总金额",
            "is a number with a fraction: send an integer",
        ),
        (
            "amount",
            json!({ "total": null }),
            "合法的 64 位有符号整数",
            "/amount/total",
            "总金额",
            "is `null`: send an integer",
        ),
        (
            "rate",
            json!("1"),
            " number 类型的 Json 值",
            "/rate",
            "rate",
            "is a text: send a number",
        ),
        (
            "is_gift",
            json!("true"),
            " boolean 类型的 Json 值",
            "/is_gift",
            "is_gift",
            "is a text: send `true` or `false`",
        ),
        (
            "mode",
            json!(1),
            " string 类型的 Json 值",
            "/mode",
            "模式",
            "is a number: send a text",
        ),
        (
            "level",
            json!("1"),
            "合法的 64 位有符号整数",
            "/level",
            "level",
            "is a text: send an integer",
        ),
    ] {
        let shown = value.get("total").unwrap_or(&value).clone();
        refused(
            &with(name, value),
            &format!(
                "无法将 JSON 输入源“/body{field}”映射到目标字段“{label}”中，此字段需要一个{needed}"
            ),
            json!({ "field": field, "value": shown, "issue": issue, "location": "body" }),
        );
    }
    // A container may hold the plaintext of a sensitive member, and so may a text in its place.
    for (name, value, needed, issue) in [
        (
            "amount",
            json!("张三"),
            " object 类型的 Json 值",
            "is a text: send an object",
        ),
        (
            "number",
            json!(["张三"]),
            " string 类型的 Json 值",
            "is a list: send a text",
        ),
        (
            "lines",
            json!({ "a": "张三" }),
            " array 类型的 Json 值",
            "is an object: send a list",
        ),
        (
            "options",
            json!({ "total": 1 }),
            " string 类型的 Json 值",
            "is an object: send a text of JSON",
        ),
        (
            "options",
            json!("张三"),
            " string 类型的 Json 值",
            "is a text: send a text of JSON",
        ),
        (
            "extra",
            json!([]),
            " object 类型的 Json 值",
            "is a list: send an object",
        ),
        (
            "payer",
            json!(138),
            " string 类型的 Json 值",
            "is a number: send a text",
        ),
    ] {
        let error = check(&facts(), "create_order", &with(name, value)).unwrap_err();
        assert!(error.message().ends_with(needed), "{}", error.message());
        let detail = json!({ "field": format!("/{name}"), "issue": issue, "location": "body" });
        assert_eq!(error.detail(), detail);
    }
}

#[test]
fn parameters_of_other_types_are_refused() {
    let mut sent = good();
    sent.path = pairs(&[("shop_id", "first")]);
    refused(
        &sent,
        "无法将输入源“/uri_template/shop_id”映射到目标字段“门店编号”中，此字段需要一个合法的 64 位有符号整数",
        json!({
            "field": "shop_id",
            "value": "first",
            "issue": "is a text: send an integer",
            "location": "uri_template",
        }),
    );
    let mut sent = good();
    sent.query.push(("is_test".to_owned(), "yes".to_owned()));
    refused(
        &sent,
        "无法将输入源“/query/is_test”映射到目标字段“is_test”中，此字段需要一个 boolean 类型的 Json 值",
        json!({
            "field": "is_test",
            "value": "yes",
            "issue": "is a text: send `true` or `false`",
            "location": "query",
        }),
    );
}

#[test]
fn values_beyond_their_limits_are_refused() {
    for (name, value, message, field, shown, issue) in [
        (
            "number",
            json!("a"),
            "输入源“/body/number”映射到值字段“商户订单号”字符串规则校验失败，字符数 1，小于最小值 2",
            "/number",
            json!(1),
            "has 1 character: lengthen the text to at least 2",
        ),
        (
            "number",
            json!("1234567"),
            "输入源“/body/number”映射到值字段“商户订单号”字符串规则校验失败，字符数 7，大于最大值 6",
            "/number",
            json!(7),
            "has 7 characters: shorten the text to at most 6",
        ),
        (
            "number",
            json!("A-1"),
            "输入源“/body/number”映射到值字段“商户订单号”字符串规则校验失败，字符串必须匹配正则表达式“[0-9a-z]+”",
            "/number",
            json!("A-1"),
            "does not match `[0-9a-z]+`: send a text of this form",
        ),
        (
            "amount",
            json!({ "total": 0 }),
            "输入源“/body/amount/total”映射到数值字段“总金额”规则校验失败，值低于最小值 1",
            "/amount/total",
            json!(0),
            "is 0: send at least 1",
        ),
        (
            "amount",
            json!({ "total": 101 }),
            "输入源“/body/amount/total”映射到数值字段“总金额”规则校验失败，值高于最大值 100",
            "/amount/total",
            json!(101),
            "is 101: send at most 100",
        ),
        (
            "lines",
            json!([]),
            "输入源“/body/lines”映射到数组字段“明细”规则校验失败，元素个数 0，小于最小值 1",
            "/lines",
            json!(0),
            "has 0 items: send at least 1",
        ),
        (
            "lines",
            json!([{ "total": 1 }, { "total": 1 }, { "total": 1 }]),
            "输入源“/body/lines”映射到数组字段“明细”规则校验失败，元素个数 3，大于最大值 2",
            "/lines",
            json!(3),
            "has 3 items: send at most 2",
        ),
        (
            "options",
            json!("{\"total\":0}"),
            "输入源“/body/options/total”映射到数值字段“总金额”规则校验失败，值低于最小值 1",
            "/options/total",
            json!(0),
            "is 0: send at least 1",
        ),
        (
            "mode",
            json!("QUICK"),
            "输入源“/body/mode”映射到枚举字段“模式”规则校验失败，值不在枚举范围内",
            "/mode",
            json!("QUICK"),
            "is unlisted: send a value that the documentation lists",
        ),
        (
            "level",
            json!(3),
            "输入源“/body/level”映射到枚举字段“level”规则校验失败，值不在枚举范围内",
            "/level",
            json!(3),
            "is unlisted: send a value that the documentation lists",
        ),
        (
            "payer",
            json!("encrypted:欧阳修永"),
            "输入源“/body/payer”映射到值字段“姓名”字符串规则校验失败，字符数 4，大于最大值 3",
            "/payer",
            json!(4),
            "has 4 characters: shorten the text to at most 3",
        ),
        (
            "codes",
            json!(["encrypted:1", "encrypted:123"]),
            "输入源“/body/codes/1”映射到值字段“codes”字符串规则校验失败，字符数 3，大于最大值 2",
            "/codes/1",
            json!(3),
            "has 3 characters: shorten the text to at most 2",
        ),
    ] {
        let detail = json!({ "field": field, "value": shown, "issue": issue, "location": "body" });
        refused(&with(name, value), message, detail);
    }
    let mut sent = good();
    sent.query.push(("tags".to_owned(), "abcd".to_owned()));
    let error = check(&facts(), "create_order", &sent).unwrap_err();
    assert_eq!(
        error.message(),
        "输入源“/query/tags”映射到值字段“tags”字符串规则校验失败，字符数 4，大于最大值 3"
    );
}

#[test]
fn sensitive_members_in_clear_or_under_another_key_are_refused() {
    let issue = "is not encrypted with the key that `Wechatpay-Serial` names: encrypt the value with that key";
    refused(
        &with("payer", json!("张三")),
        "输入源“/body/payer”映射到值字段“姓名”解密失败，请使用 Wechatpay-Serial 所指的公钥加密",
        json!({ "field": "/payer", "issue": issue, "location": "body" }),
    );
    refused(
        &with("codes", json!(["encrypted:1", "2"])),
        "输入源“/body/codes/1”映射到值字段“codes”解密失败，请使用 Wechatpay-Serial 所指的公钥加密",
        json!({ "field": "/codes/1", "issue": issue, "location": "body" }),
    );
}

#[test]
fn the_parts_of_a_form_are_checked() {
    let form = |parts: &[(&str, &str)]| Sent {
        body: Body::Form(pairs(parts)),
        ..Sent::default()
    };
    let (meta, file) = (("meta", "{\"total\":1}"), ("file", ""));
    assert_eq!(
        check(
            &facts(),
            "upload_photo",
            &form(&[meta, file, ("kind", "1")])
        ),
        Ok(())
    );
    for (parts, field) in [
        (&[meta][..], "/file"),
        (&[file], "/meta"),
        (&[("meta", "{}"), file], "/meta/total"),
        (&[meta, file, ("kind", "x")], "/kind"),
        (&[meta, file, ("other", "x")], "/other"),
    ] {
        let error = check(&facts(), "upload_photo", &form(parts)).unwrap_err();
        assert_eq!(error.detail()["field"], field);
    }
}

/// The request of an example, as it arrives.
fn sent(operation: &Operation, example: &Example) -> Sent {
    let body = example.request.clone().unwrap_or_else(|| json!({}));
    Sent {
        path: texts(&example.path),
        query: texts(&example.query),
        headers: texts(&example.header),
        body: match operation.upload {
            true => Body::Form(texts(&object(body))),
            false => Body::Json(object(body)),
        },
    }
}

/// The texts of parameters, or of the parts of a form. A list repeats its name.
fn texts(values: &Map<String, Value>) -> Vec<(String, String)> {
    let text = |value: &Value| {
        value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned)
    };
    let pairs = values.iter().flat_map(|(name, value)| {
        let values = value
            .as_array()
            .map_or_else(|| std::slice::from_ref(value), Vec::as_slice);
        values.iter().map(move |value| (name.clone(), text(value)))
    });
    pairs.collect()
}

#[test]
fn every_published_example_is_accepted() {
    let facts = crate::facts();
    let decrypt = |plaintext: &str| Some(plaintext.to_owned());
    let refusals = facts.operations.iter().filter_map(|operation| {
        let sent = sent(operation, facts.example(operation).unwrap());
        let checked = Checker::new(facts, operation, &decrypt).check(&sent);
        checked.err().map(|error| format!("{operation}: {error:?}"))
    });
    assert_eq!(refusals.collect::<Vec<_>>(), Vec::<String>::new());
}

/// The request of `create_order` as values, with one of them changed.
fn values(change: impl Fn(&mut Example)) -> Example {
    let Body::Json(mut body) = good().body else {
        unreachable!()
    };
    body.insert("payer".to_owned(), json!("诸葛亮"));
    body.insert("codes".to_owned(), json!(["12"]));
    let mut example: Example = serde_json::from_value(json!({
        "path": { "shop_id": 12 },
        "query": { "mode": "SLOW", "tags": ["a", "abc"], "is_test": true },
        "header": { "Idempotency-Key": "1234" },
        "request": body,
    }))
    .unwrap();
    change(&mut example);
    example
}

#[test]
fn values_are_checked_without_a_gateway() {
    let facts = facts();
    let operation = facts.find("create_order").unwrap();
    let text = |change: &dyn Fn(&mut Example)| match facts.check_values(operation, &values(change))
    {
        Ok(()) => "accepted".to_owned(),
        Err(error) => error.to_string(),
    };
    assert_eq!(text(&|_| {}), "accepted");
    assert_eq!(
        text(&|example| example.request = Some(json!([]))),
        "the body is no JSON object: send an object"
    );
    let set = |name: &'static str, value: Value| {
        move |example: &mut Example| {
            let body = example.request.as_mut().unwrap();
            body[name] = value.clone();
        }
    };
    assert_eq!(
        text(&set("payer", json!("a plaintext"))),
        "`/payer` of the body has 11 characters: shorten the text to at most 3"
    );
    assert_eq!(
        text(&set("amount", json!({ "total": "1" }))),
        "`/amount/total` of the body is a text: send an integer"
    );
    assert_eq!(
        text(&|example| {
            example.path.insert("shop_id".to_owned(), json!("x"));
        }),
        "`{shop_id}` of the path is a text: send an integer"
    );
    assert_eq!(
        text(&|example| {
            example.query.remove("mode");
        }),
        "the query parameter `mode` is missing: send the parameter"
    );
    assert_eq!(
        text(&|example| {
            let other = json!("1");
            example.header.insert("Other".to_owned(), other);
        }),
        "the header `Other` is unknown: correct the name, or leave the member or parameter out"
    );
}

#[test]
fn headers_of_the_client_may_be_missing_from_values() {
    let facts = facts();
    let mut operation = facts.find("create_order").unwrap().clone();
    let header =
        json!({ "in": "header", "name": "Wechatpay-Serial", "type": "string", "required": true });
    operation
        .params
        .push(serde_json::from_value(header).unwrap());
    assert_eq!(facts.check_values(&operation, &values(|_| {})), Ok(()));
}

#[test]
fn an_upload_is_checked_as_a_form() {
    let facts = facts();
    let operation = facts.find("upload_photo").unwrap();
    let check = |form: Value| {
        let example = Example {
            request: Some(form),
            ..Example::default()
        };
        facts.check_values(operation, &example)
    };
    let form = json!({ "meta": "{\"total\":1}", "file": "", "kind": "7" });
    assert_eq!(check(form), Ok(()));
    let error = check(json!({ "meta": "{\"total\":1}" })).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`/file` of the body is missing: send the member"
    );
}

#[test]
fn every_example_of_the_facts_is_accepted_as_values() {
    let facts = crate::facts();
    for operation in &facts.operations {
        let example = facts.example(operation).unwrap();
        let mut example = example.clone();
        let written = operation.params_in(crate::facts::Location::Header);
        for field in written.filter(|field| field.is_written_by_client()) {
            example.header.remove(&field.name);
        }
        assert_eq!(
            facts.check_values(operation, &example),
            Ok(()),
            "{operation}"
        );
    }
}

#[test]
fn all_mistakes_are_listed_in_order_and_each_place_once() {
    let facts = facts();
    let operation = facts.find("create_order").unwrap();
    let request = values(|example| {
        example.path.insert("shop_id".to_owned(), json!("x"));
        example.query.remove("mode");
        example.query.insert("other".to_owned(), json!("1"));
        example
            .header
            .insert("Idempotency-Key".to_owned(), json!(""));
        let body = example.request.as_mut().unwrap();
        body["amount"] = json!({ "total": "1", "a/b": 1 });
        body["lines"] = json!([{ "total": 1 }, { "total": 0 }, {}]);
        body["payer"] = json!("a plaintext");
    });
    let mistakes = facts.mistakes(operation, &request);
    let mistakes: Vec<_> = mistakes.iter().map(ToString::to_string).collect();
    assert_eq!(
        mistakes,
        [
            "`{shop_id}` of the path is a text: send an integer",
            "the query parameter `mode` is missing: send the parameter",
            "the query parameter `other` is unknown: correct the name, or leave the member or parameter out",
            "the header `Idempotency-Key` is empty: send a value",
            "`/amount/a~1b` of the body is unknown: correct the name, or leave the member or parameter out",
            "`/amount/total` of the body is a text: send an integer",
            "`/lines` of the body has 3 items: send at most 2",
            "`/lines/1/total` of the body is 0: send at least 1",
            "`/lines/2/total` of the body is missing: send the member",
            "`/payer` of the body has 11 characters: shorten the text to at most 3",
        ]
    );
}

#[test]
fn rules_of_several_members_are_checked_without_a_gateway() {
    let facts = crate::facts();
    for (name, body, mistake) in [
        (
            "refund.create_refund",
            json!({
                "out_trade_no": "1", "out_refund_no": "2",
                "amount": { "refund": 3, "total": 2, "currency": "CNY" },
            }),
            "`/amount/refund` of the body is 3: send at most 2, the amount of `/amount/total`",
        ),
        (
            "refund.create_refund",
            json!({
                "out_trade_no": "1", "out_refund_no": "2", "notify_url": "https://a.example/x?y",
                "amount": { "refund": 1, "total": 2, "currency": "CNY" },
            }),
            "`/notify_url` of the body has a query: leave the query out, and tell notifications apart by the path",
        ),
        (
            "transfer_batch.initiate_batch_transfer",
            batch(2, 100),
            "`/total_num` of the body is 2: send 1, the number of items of `/transfer_detail_list`",
        ),
        (
            "transfer_batch.initiate_batch_transfer",
            batch(1, 99),
            "`/total_amount` of the body is 99: send 100, which is `/transfer_detail_list/*/transfer_amount`",
        ),
    ] {
        let operation = facts.find(name).unwrap();
        let request = Example {
            request: Some(body),
            ..Example::default()
        };
        let mistakes = facts.mistakes(operation, &request);
        let mistakes: Vec<_> = mistakes.iter().map(ToString::to_string).collect();
        assert_eq!(mistakes, [mistake]);
        assert_eq!(facts.check_values(operation, &request), Ok(()));
    }
}

/// A batch of one transfer of 100 fen.
fn batch(total_num: u64, total_amount: u64) -> Value {
    json!({
        "appid": "wxd678efh567hg6787",
        "out_batch_no": "plfk2020042013",
        "batch_name": "name",
        "batch_remark": "remark",
        "total_num": total_num,
        "total_amount": total_amount,
        "transfer_detail_list": [{
            "out_detail_no": "x23zy545Bd5436",
            "transfer_amount": 100,
            "transfer_remark": "remark",
            "openid": "o-MYE42l80oelYMDE34nYD456Xoy",
        }],
    })
}

#[test]
fn alternatives_are_missing_once() {
    let facts = crate::facts();
    let operation = facts.find("refund.create_refund").unwrap();
    let body =
        json!({ "out_refund_no": "1", "amount": { "refund": 1, "total": 1, "currency": "CNY" } });
    let request = Example {
        request: Some(body),
        ..Example::default()
    };
    let mistakes = facts.mistakes(operation, &request);
    let mistakes: Vec<_> = mistakes.iter().map(ToString::to_string).collect();
    let missing = "`/transaction_id` of the body is missing: send the member, or `out_trade_no`";
    assert_eq!(mistakes, [missing]);
}
