//! An operation that a person adds is checked first.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
};

use wechatpay_endpoints::{
    declare::modules,
    facts::{Facts, Operation},
};

use super::{CATALOGUE, FACTS, facts, schemas};
use crate::{
    Result,
    additions::Additions,
    copies::{self, Sharing, Turn},
    endpoints, json,
    read::Sources,
};

/// The product of the added operation.
fn added(keys: &str) -> Result<String> {
    let mut facts = facts();
    let text = format!(
        r#"{{"operations": [{{"responses": [{{"status": 200, "body": "object"}}], {keys}}}]}}"#
    );
    let additions: Additions = json::from_text(&text)?;
    additions.add(&mut facts)?;
    Ok(facts.operations.pop().unwrap().product)
}

#[test]
fn the_product_is_given_or_derived() {
    for (keys, product) in [
        (
            r#""name": "a", "method": "GET", "path": "/v3/some-things/a""#,
            "some_things",
        ),
        (
            r#""name": "a", "method": "GET", "path": "/brand/b/a/", "product": "other""#,
            "other",
        ),
        (
            r#""name": "a", "method": "POST", "path": "/hk/v3/b/{b_id}", "params": [
                {"in": "path", "name": "b_id", "type": "string", "required": true},
                {"in": "query", "name": "limit", "type": "int"},
                {"in": "header", "name": "Idempotency-Key", "type": "string"}]"#,
            "b",
        ),
    ] {
        assert_eq!(added(keys).unwrap(), product);
    }
}

#[test]
fn a_path_that_no_operation_can_have_is_an_error() {
    for (path, expected) in [
        (
            "v3/a",
            "the path begins with none of `/v3/`, `/hk/v3/`, `/global/v3/`, `/brand/`",
        ),
        (
            "/v2/a",
            "the path begins with none of `/v3/`, `/hk/v3/`, `/global/v3/`, `/brand/`",
        ),
        (
            "/v3/a?b=c",
            "the path has a query or a fragment: list query parameters in `params`",
        ),
        (
            "/v3/a#b",
            "the path has a query or a fragment: list query parameters in `params`",
        ),
        ("/v3/a//b", "the path has an empty segment"),
        ("/v3/", "the path has an empty segment"),
        ("/v3/a/../b", "the path has the segment `..`"),
        (
            "/v3/a b",
            "the path has the character ` ` (U+0020): write letters, digits, `-`, `_`, `.` and `~`",
        ),
        (
            "/v3/订单",
            "the path has the character `订` (U+8BA2): write letters, digits, `-`, `_`, `.` and `~`",
        ),
        ("/v3/a/{Id}", "the placeholder `{Id}` is not in snake_case"),
        ("/v3/a/{}", "the placeholder `{}` is not in snake_case"),
        (
            "/v3/a/id-{id}",
            "the segment `id-{id}` is not a whole placeholder: write `{snake_case}`",
        ),
        (
            "/v3/a/{a}{b}",
            "the segment `{a}{b}` is not a whole placeholder: write `{snake_case}`",
        ),
        ("/v3/a/{id}/{id}", "the path has `{id}` twice"),
        ("/v3/a/{id}", "`{id}` of the path is not in `params`"),
    ] {
        let error = added(&format!(
            r#""name": "a", "method": "GET", "path": "{path}""#
        ));
        assert_eq!(
            error.unwrap_err().to_string(),
            format!("additions.json: GET {path}: {expected}")
        );
    }
}

#[test]
fn keys_that_contradict_are_errors() {
    let with = |keys: &str| format!(r#""name": "a", "path": "/v3/a", {keys}"#);
    let get = |keys: &str| with(&format!(r#""method": "GET", {keys}"#));
    let param = |keys: &str| get(&format!(r#""params": [{keys}]"#));
    for (keys, expected) in [
        (
            with(r#""method": "get""#),
            "get /v3/a: the method `get` is not known: write one of `GET`, `POST`, `PUT`, `PATCH`, `DELETE`",
        ),
        (
            param(r#"{"in": "query", "name": "a b", "type": "int"}"#),
            "GET /v3/a: the name of the parameter `a b` is not well-formed",
        ),
        (
            param(r#"{"in": "header", "name": "A:", "type": "string"}"#),
            "GET /v3/a: the name of the parameter `A:` is not well-formed",
        ),
        (
            param(
                r#"{"in": "query", "name": "a", "type": "int"}, {"in": "query", "name": "a", "type": "int"}"#,
            ),
            "GET /v3/a: the parameter `a` is there twice",
        ),
        (
            param(r#"{"in": "path", "name": "a", "type": "string"}"#),
            "GET /v3/a: the path parameter `a` is not in the path",
        ),
        (
            get(r#""product": "A""#),
            "GET /v3/a: the product `A` is not in snake_case",
        ),
        (
            r#""name": "A", "method": "GET", "path": "/v3/a""#.to_owned(),
            "GET /v3/a: the name `A` is not in snake_case",
        ),
        (
            r#""name": "a", "method": "GET", "path": "/v3/refunds/{id}", "params": [
                {"in": "path", "name": "id", "type": "string", "required": true}]"#
                .to_owned(),
            "GET /v3/refunds/{id}: the facts have this operation already, as refund.query_refund",
        ),
        (
            r#""name": "query_refund", "method": "GET", "path": "/v3/refund/a""#.to_owned(),
            "GET /v3/refund/a: GET /v3/refunds/{refund_id} has the name refund.query_refund already: choose another \
             `name`",
        ),
    ] {
        assert_eq!(
            added(&keys).unwrap_err().to_string(),
            format!("additions.json: {expected}")
        );
    }
    let text = r#"{"operations": [{"name": "a", "method": "GET", "path": "/v3/a",
        "responses": [{"status": 404, "body": "none"}]}]}"#;
    let additions: Additions = serde_json::from_str(text).unwrap();
    assert_eq!(
        additions.add(&mut facts()).unwrap_err().to_string(),
        "additions.json: GET /v3/a: the status 404 is no success"
    );
}

#[test]
fn what_the_macro_refuses_is_an_error() {
    let object = r#""responses": [{"status": 200, "body": "object"}]"#;
    let param = |place: &str, name: &str, ty: &str| {
        format!(r#""params": [{{"in": "{place}", "name": "{name}", "type": "{ty}"}}], {object}"#)
    };
    for (operation, keys, expected) in [
        (
            "GET /v3/a",
            format!(r#""request": "object", {object}"#),
            "a GET has no `request`: list its parameters in `params`",
        ),
        (
            "POST /v3/a",
            format!(r#""request": "string", {object}"#),
            "the request is `string`: write `object`, `any` or a schema as `ref:Name`",
        ),
        (
            "POST /v3/a",
            r#""responses": [{"status": 200, "body": "array<object>"}]"#.to_owned(),
            "the response is `array<object>`: write `object`, `any` or a schema as `ref:Name`",
        ),
        (
            "POST /v3/a",
            r#""responses": []"#.to_owned(),
            "`responses` is empty: write the response of success",
        ),
        (
            "POST /v3/a",
            format!(r#""upload": true, {object}"#),
            "an upload has a `request`: write the type of the form",
        ),
        (
            "GET /v3/{self}",
            object.to_owned(),
            "the placeholder `{self}` cannot be the name of an argument",
        ),
        (
            "GET /v3/{id}",
            param("path", "id", "string"),
            "the path parameter `id` is not required: write `\"required\": true`",
        ),
        (
            "GET /v3/a",
            param("query", "body", "string"),
            "the parameter `body` has the name of an argument: a declaration cannot tell them apart",
        ),
        (
            "GET /v3/a",
            param("query", "a", "file"),
            "the type of the parameter `a` is `file`: write one that is a text, such as `string` or `int`",
        ),
        (
            "GET /v3/a",
            param("query", "a", "array<object>"),
            "the type of the parameter `a` is `array<object>`: write one that is a text, such as `string` or `int`",
        ),
        (
            "GET /v3/a",
            param("query", "a", "array<array<int>>"),
            "the type of the parameter `a` is `array<array<int>>`: write one that is a text, such as `string` or \
             `int`",
        ),
        (
            "GET /v3/a",
            param("header", "A", "array<int>"),
            "the type of the parameter `A` is `array<int>`: write one that is a text, such as `string` or `int`",
        ),
        (
            "GET /v3/a",
            format!(r#""host": "api.weixin.qq.com", {object}"#),
            "the host `api.weixin.qq.com` is not known: write one of `apihk.mch.weixin.qq.com`",
        ),
        (
            "GET /v3/a",
            format!(r#""scheme": "RSA", {object}"#),
            "the scheme `RSA` is not known: write one of `WECHATPAY-BRAND-SHA256-RSA2048`",
        ),
        (
            "GET /v3/a",
            format!(r#""sensitive": ["query"], {object}"#),
            "the part in `sensitive` `query` is not known: write one of `request`, `response`, `serial_header`",
        ),
        (
            "GET /v3/a",
            format!(r#""docs": ["https://pay.weixin.qq.com/doc/v3/merchant/1"], {object}"#),
            "the page `https://pay.weixin.qq.com/doc/v3/merchant/1` is no path: write what follows \
             `https://pay.weixin.qq.com`",
        ),
    ] {
        let (method, path) = operation.split_once(' ').unwrap();
        let text = format!(
            r#"{{"operations": [{{"name": "a", "product": "b", "method": "{method}", "path": "{path}", {keys}}}]}}"#
        );
        let additions: Additions = json::from_text(&text).unwrap();
        assert_eq!(
            additions.add(&mut facts()).unwrap_err().to_string(),
            format!("additions.json: {operation}: {expected}")
        );
    }
}

/// The facts after an addition, of which nobody says anything, and a correction of `POST /v3/refunds`.
fn shared(request: &str, new_schemas: &str, sharing: Sharing) -> (Facts, Operation) {
    let mut facts = facts();
    let text = format!(
        r#"{{"operations": [{{"product": "refund", "name": "split_refund", "method": "POST", "path": "/v3/split",
            "request": "{request}", "responses": [{{"status": 204, "body": "none"}}]}}]}}"#
    );
    let additions: Additions = json::from_text(&text).unwrap();
    additions.add(&mut facts).unwrap();
    let new: std::collections::BTreeMap<_, _> = serde_json::from_str(new_schemas).unwrap();
    let refund = facts.products.get_mut("refund").unwrap();
    refund.schemas.extend(new);
    copies::separate(&mut facts).unwrap();
    let added = facts.operations[3].request.clone().unwrap().to_string();
    let refund = facts.products.get_mut("refund").unwrap();
    for (name, members) in &mut refund.schemas {
        // Witnesses of everyone but the addition say that no `total` is required.
        let is_amount = name.starts_with("Amount#") && !added.ends_with(&**name);
        if is_amount {
            members[0].required = false;
        }
    }
    let turn = |key: &str| match additions.keys().contains(key) {
        true => Turn::Added,
        false => Turn::Known,
    };
    copies::share(&mut facts, sharing, turn).unwrap();
    let operation = facts.operations.pop().unwrap();
    (facts, operation)
}

const AMOUNT: &str = "Amount { total: int, account: enum:Account }";
const REFUND: &str = "Refund { brand_id: string!, amount: ref:Amount!, parts: array<ref:Amount> }";

const RECEIVED: [&str; 2] = [
    "Amount@ { total: int, account: enum:Account }",
    "Refund@ { brand_id: string!, amount: ref:Amount@!, parts: array<ref:Amount@> }",
];

#[test]
fn an_addition_takes_the_types_of_the_others() {
    let [received_amount, received_refund] = RECEIVED;
    for (sharing, known) in [
        (Sharing::Exact, [AMOUNT, REFUND].as_slice()),
        (
            Sharing::United,
            &[AMOUNT, received_amount, REFUND, received_refund],
        ),
    ] {
        for request in ["ref:Amount", "ref:Refund"] {
            let (facts, added) = shared(request, "{}", sharing);
            assert_eq!(added.request.unwrap().to_string(), request);
            assert_eq!(schemas(&facts, "refund"), known);
        }
        let split = r#"{"Split": [{"name": "parts", "type": "array<ref:Refund>"}]}"#;
        let (facts, added) = shared("ref:Split", split, sharing);
        assert_eq!(added.request.unwrap().to_string(), "ref:Split");
        let split = "Split { parts: array<ref:Refund> }";
        let expected = [known, &[split]].concat();
        assert_eq!(schemas(&facts, "refund"), expected);
    }
}

/// The committed facts with additions, and with further text behind some text of a file.
struct Folder(PathBuf);

impl Folder {
    fn with(additions: &str, insertions: &[(&str, &str, &str)]) -> Self {
        let folder = env::temp_dir().join(format!("wechatpay-facts-{}", process::id()));
        copy(&endpoints().join("facts"), &folder);
        fs::write(folder.join("additions.json"), additions).unwrap();
        for (file, behind, text) in insertions {
            let file = folder.join(file);
            let known = fs::read_to_string(&file).unwrap();
            assert!(known.contains(behind), "{file:?} has no {behind}");
            let longer = known.replacen(behind, &format!("{behind}{text}"), 1);
            fs::write(file, longer).unwrap();
        }
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &to),
            false => drop(fs::copy(entry.path(), to).unwrap()),
        }
    }
}

/// An operation with the types of others, one in a family, one with a schema that has the name of a corrected type.
const ADDITIONS: &str = r#"{"operations": [
    {"product": "refund", "name": "create_refund_v2", "method": "POST", "path": "/v3/refund/domestic/refunds-v2",
        "request": "ref:CreateRefundRequest", "responses": [{"status": 200, "body": "ref:RefundResponse"}]},
    {"product": "refund", "name": "split_refund", "method": "POST", "path": "/v3/refund/domestic/split",
        "request": "ref:QueryRefundByOutRefundNoAmount", "responses": [{"status": 204, "body": "none"}]},
    {"product": "pay_merchant", "name": "query_thing", "method": "GET", "path": "/v3/some/new/{thing_id}",
        "params": [{"in": "path", "name": "thing_id", "type": "string", "required": true}],
        "responses": [{"status": 200, "body": "ref:Transaction"}]}
]}"#;

#[test]
fn additions_leave_the_committed_types_as_they_are() {
    let insertions = [
        (
            "schemas/refund.json",
            "\"schemas\": {",
            r#""QueryRefundByOutRefundNoAmount": [{"name": "parts", "type": "array<ref:CreateRefundRequest>"},
                {"name": "state", "type": "enum:SplitState"}],"#,
        ),
        (
            "schemas/refund.json",
            "\"enums\": {",
            r#""SplitState": {"type": "string", "values": ["DONE"]},"#,
        ),
        (
            "families.json",
            "\"create_refund\": \"create_refund\",",
            r#""create_refund_v2": "create_refund_again", "split_refund": "split_refund","#,
        ),
    ];
    let folder = Folder::with(ADDITIONS, &insertions);
    let sources = Sources::read(&folder.0).unwrap();
    check_types(
        sources.facts().unwrap(),
        &FACTS,
        ["ref:CreateRefundRequest", "ref:RefundResponse"],
    );
    let catalogue = sources.catalogue().unwrap();
    let module = modules(&catalogue);
    let mut module = module.iter();
    let module = module.find(|module| module.path == "payments/refunds.rs");
    let text = &module.unwrap().text;
    for method in [
        "async fn create_refund_again(&self, body: &CreateRefundRequest) -> Result<CreateRefundResponse>;",
        "async fn split_refund(&self, body: &SplitRefundQueryRefundByOutRefundNoAmount) -> Result<()>;",
    ] {
        let words: Vec<_> = text.split_whitespace().collect();
        let text = words.join(" ").replace("( ", "(").replace(", )", ")");
        assert!(text.contains(method), "no {method}");
    }
    check_types(
        catalogue,
        &CATALOGUE,
        ["ref:CreateRefundRequest", "ref:CreateRefundResponse"],
    );
}

/// Fails if the additions have other types, or the other operations other types than without the additions.
fn check_types(mut facts: Facts, committed: &Facts, [request, response]: [&str; 2]) {
    let paths = ["/v3/refund/domestic/split", "/v3/some/new/{thing_id}"];
    let is_added = |operation: &Operation| {
        operation.path == "/v3/refund/domestic/refunds-v2" || paths.contains(&&*operation.path)
    };
    let (added, operations): (Vec<_>, Vec<_>) = facts.operations.into_iter().partition(is_added);
    assert!(operations == committed.operations, "operations changed");
    let types = |operation: &Operation| {
        let types = [operation.request.as_ref(), operation.response_type()];
        types.map(|ty| ty.map(ToString::to_string).unwrap_or_default())
    };
    let new = "SplitRefundQueryRefundByOutRefundNoAmount";
    assert_eq!(
        added.iter().map(types).collect::<Vec<_>>(),
        [
            [request.to_owned(), response.to_owned()],
            [format!("ref:{new}"), String::new()],
            [String::new(), "ref:Transaction".to_owned()],
        ]
    );
    let refund = facts.products.get_mut("refund").unwrap();
    assert!(refund.schemas.remove(new).is_some());
    assert!(refund.enums.remove("SplitState").is_some());
    for (product, types) in &committed.products {
        assert!(facts.products[product] == *types, "{product} changed");
    }
}
