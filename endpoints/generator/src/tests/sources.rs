//! Operations, types and events of the sources are well-formed, and there once.

use std::path::Path;

use wechatpay_endpoints::facts::Facts;

use super::{facts, types};
use crate::{
    check::check,
    json,
    read::{Webhooks, add_events, add_operations, check_name, facts_of},
    sources,
};

/// The error of the facts with other types of the product `refund`.
fn with_types(schemas: &str, enums: &str) -> String {
    let mut facts = facts();
    let text = format!(r#"{{"schemas": {{{schemas}}}, "enums": {{{enums}}}}}"#);
    facts.products.insert("refund".to_owned(), types(&text));
    sources::check(&facts).unwrap_err().to_string()
}

#[test]
fn a_schema_that_holds_itself_is_an_error() {
    let refund = r#""Refund": [{"name": "amount", "type": "ref:Amount"}]"#;
    for (amount, path) in [
        ("ref:Amount", "Refund` > `Amount` > `Amount"),
        ("array<ref:Refund>", "Refund` > `Amount` > `Refund"),
    ] {
        let amount = format!(r#""Amount": [{{"name": "part", "type": "{amount}"}}]"#);
        let name = path.rsplit('`').next().unwrap();
        assert_eq!(
            with_types(&format!("{refund}, {amount}"), ""),
            format!(
                "schemas/refund.json: the schema `{name}` holds itself, by `{path}`: write `object` for the inner one"
            )
        );
    }
}

#[test]
fn malformed_types_are_errors() {
    const SCHEMAS: &str = r#""Refund": [{"name": "amount", "type": "ref:Amount"}],
        "Amount": [{"name": "account", "type": "enum:Account"}]"#;
    let amount =
        |members: &str| SCHEMAS.replace(r#"{"name": "account", "type": "enum:Account"}"#, members);
    let account =
        |ty: &str, values: &str| format!(r#""Account": {{"type": "{ty}", "values": [{values}]}}"#);
    let valid = || account("string", r#""A""#);
    for (schemas, enums, expected) in [
        (
            amount(r#"{"name": "total", "type": "int"}, {"name": "total", "type": "int"}"#),
            String::new(),
            "the schema `Amount`: the member `total` is there twice",
        ),
        (
            amount(r#"{"name": "to tal", "type": "int"}"#),
            String::new(),
            "the schema `Amount`: the name `to tal` is not well-formed",
        ),
        (
            amount(r#"{"name": "scan", "type": "array<file>"}"#),
            String::new(),
            "the schema `Amount`: `scan` is a `file`: only the form of an upload has files",
        ),
        (
            format!(r#"{SCHEMAS}, "Other": []"#),
            valid(),
            "no operation or event uses the schema `Other`: remove it",
        ),
        (
            amount(""),
            valid(),
            "no operation or event uses the enum `Account`: remove it",
        ),
        (
            format!(r#"{SCHEMAS}, "other": []"#),
            valid(),
            "the name `other` is not in PascalCase",
        ),
        (
            SCHEMAS.to_owned(),
            account("string", r#""A", 1"#),
            "the enum `Account`: the value 1 is no `string`",
        ),
        (
            SCHEMAS.to_owned(),
            account("string", r#""A", "B", "A""#),
            "the enum `Account`: the value \"A\" is there twice",
        ),
        (
            SCHEMAS.to_owned(),
            account("int", ""),
            "the enum `Account`: `values` is empty",
        ),
    ] {
        assert_eq!(
            with_types(&schemas, &enums),
            format!("schemas/refund.json: {expected}")
        );
    }
    let mut facts = facts();
    facts.events.clear();
    assert_eq!(
        sources::check(&facts).unwrap_err().to_string(),
        "webhooks.json: no operation or event uses the schema `Resource`: remove it"
    );
}

#[test]
fn an_operation_or_an_event_twice_is_an_error() {
    let operations = |method: &str| {
        let text = format!(
            r#"{{"name": "create_refund", "label": "申请退款", "method": "{method}", "path": "/v3/refunds",
            "responses": [{{"status": 200, "body": "object"}}]}}"#
        );
        add_operations(
            &mut facts(),
            "operations/refund.json",
            "refund",
            facts_of(&text).operations,
        )
        .unwrap_err()
        .to_string()
    };
    assert_eq!(
        operations("POST"),
        "operations/refund.json: POST /v3/refunds: the facts have this operation already, as refund.create_refund"
    );
    assert_eq!(
        operations("PUT"),
        "operations/refund.json: PUT /v3/refunds: POST /v3/refunds has the name refund.create_refund already: choose \
         another `name`"
    );
    assert_eq!(
        operations("TRACE"),
        "operations/refund.json: TRACE /v3/refunds: the method `TRACE` is not known: write one of `GET`, `POST`, `PUT`, \
         `PATCH`, `DELETE`"
    );
    let event = r#"{"event_type": "A.B", "label": null, "resource": null}"#;
    let webhooks: Webhooks = json::from_text(&format!(
        r#"{{"envelope": {{}}, "events": [{event}, {event}], "schemas": {{}}, "enums": {{}}}}"#
    ))
    .unwrap();
    assert_eq!(
        add_events(&mut Facts::default(), webhooks)
            .unwrap_err()
            .to_string(),
        "webhooks.json: the event `A.B` is there twice: remove one of the two"
    );
}

#[test]
fn an_empty_label_is_an_error() {
    let text = r#"{"name": "a", "label": " ", "method": "GET", "path": "/v3/a", "responses": []}"#;
    let added = add_operations(
        &mut facts(),
        "operations/a.json",
        "a",
        facts_of(text).operations,
    );
    assert_eq!(
        added.unwrap_err().to_string(),
        "operations/a.json: GET /v3/a: `label` is empty: write the Chinese name"
    );
    let webhooks = json::from_text(
        r#"{"envelope": {}, "events": [{"event_type": "A.B", "label": "", "resource": null}], "schemas": {},
            "enums": {}}"#,
    );
    assert_eq!(
        add_events(&mut Facts::default(), webhooks.unwrap())
            .unwrap_err()
            .to_string(),
        "webhooks.json: A.B: `label` is empty: write the Chinese name"
    );
}

#[test]
fn a_type_that_is_not_there_is_an_error() {
    let mut facts = facts();
    facts.operations[0].request = Some("array<ref:Order>".parse().unwrap());
    assert_eq!(
        check(&facts).unwrap_err().to_string(),
        "POST /v3/refunds: schemas/refund.json has no `array<ref:Order>`: add the type, or name another"
    );
    facts.operations.clear();
    facts.events[0].resource = Some("enum:State".parse().unwrap());
    assert_eq!(
        check(&facts).unwrap_err().to_string(),
        "REFUND.SUCCESS: webhooks.json has no `enum:State`: add the type, or name another"
    );
    facts.events[0].resource = None;
    facts.events[0].one_of = ["Resource", "refund:Refund"].map(str::to_owned).to_vec();
    assert_eq!(
        check(&facts).unwrap_err().to_string(),
        "REFUND.SUCCESS: the member `Resource` is no schema of a product: write `product:Schema`"
    );
    facts.events.clear();
    let amount = r#"{"name": "a", "type": "int", "alternatives": ["a"]}"#;
    let types = types(&format!(
        r#"{{"schemas": {{"Amount": [{amount}]}}, "enums": {{}}}}"#
    ));
    facts.products.insert("refund".to_owned(), types);
    assert_eq!(
        check(&facts).unwrap_err().to_string(),
        "schemas/refund.json: `a` of `Amount` is its own alternative: name another member"
    );
}

#[test]
fn a_file_has_the_name_of_its_product() {
    let file = Path::new("schemas/refund.json");
    assert_eq!(check_name(file, "refund").unwrap(), "refund.json");
    assert_eq!(
        check_name(file, "pay").unwrap_err().to_string(),
        "schemas/refund.json: the product is `pay`: name the file pay.json"
    );
}
