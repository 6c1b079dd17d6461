//! An operation that a person adds is checked first.

use super::facts;
use crate::{Result, additions::Additions, json};

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
