//! Examples are strict, fit the facts, and are made the same way every time.

use std::{fs, path::PathBuf};

use serde_json::{Value, json};
use wechatpay_endpoints::facts::{Location, Unit};

use super::*;
use crate::tests::{CATALOGUE, FACTS};

const PATH: &str = "POST /v3/orders/{id}";

/// An operation with members of every kind.
fn facts() -> Facts {
    let mut facts = crate::read::facts_of(
        r#"{"product": "orders", "name": "create_order", "method": "POST", "path": "/v3/orders/{id}",
            "params": [{"in": "path", "name": "id", "type": "string", "required": true},
                {"in": "query", "name": "limit", "type": "int", "example": 20, "maximum": 10}],
            "request": "ref:Order", "responses": [{"status": 200, "body": "ref:Order"}]}"#,
    );
    let types = r#"{"schemas": {
        "Order": [{"name": "total", "type": "int", "required": true, "maximum": 50},
            {"name": "code", "type": "string", "required": true, "min_length": 8, "label": "商户单号"},
            {"name": "time", "type": "string", "required": true, "format": "rfc3339"},
            {"name": "zone", "type": "string", "required": true, "pattern": "[0-9]{6}", "example": "440300"},
            {"name": "kind", "type": "enum:Kind", "required": true},
            {"name": "goods", "type": "array<ref:Goods>", "required": true, "min_items": 2},
            {"name": "meta", "type": "json<ref:Goods>", "required": true},
            {"name": "note", "type": "string", "example": "note"},
            {"name": "gift", "type": "ref:Goods"},
            {"name": "openid", "type": "string", "alternatives": ["auth_code"]},
            {"name": "auth_code", "type": "string", "alternatives": ["openid"]},
            {"name": "memo", "type": "string", "nullable": true}],
        "Goods": [{"name": "id", "type": "string", "required": true, "max_length": 3, "label": "商品编码"}]
    }, "enums": {"Kind": {"type": "string", "values": ["A", "B"]}}}"#;
    facts
        .products
        .insert("orders".to_owned(), serde_json::from_str(types).unwrap());
    let orders = facts.products.get_mut("orders").unwrap();
    orders.schemas.get_mut("Order").unwrap()[0].unit = Some(Unit::Fen);
    facts
}

/// The only example, if the files have this one.
fn fitted(example: Value) -> Result<Example> {
    let example = serde_json::from_value(example)?;
    let known = ("orders".to_owned(), example);
    let examples = Examples(BTreeMap::from([(PATH.to_owned(), known)]));
    Ok(examples.of(&facts())?.remove(PATH).unwrap_or_default())
}

fn misfits(example: Value) -> String {
    fitted(example).unwrap_err().to_string()
}

/// The message of a misfit in the body of the request.
fn misfit_of(name: &str, value: Value) -> String {
    let message = misfits(json!({"request": {name: value}}));
    let (_, reason) = message.split_once(&format!("{PATH}: `request.")).unwrap();
    reason.to_owned()
}

#[test]
fn an_example_is_made_from_the_schema() {
    let goods = json!({"id": "商品编"});
    let order = json!({
        "total": 50, "code": "商户单号商户单号", "time": "2018-06-08T10:34:56+08:00", "zone": "440300", "kind": "A",
        "goods": [goods, goods], "meta": r#"{"id":"商品编"}"#, "note": "note", "openid": "openid",
    });
    let made = Examples(BTreeMap::new()).of(&facts()).unwrap();
    let expected: Example = serde_json::from_value(json!({
        "path": {"id": "id"}, "query": {"limit": 1}, "request": order, "response": order,
    }))
    .unwrap();
    assert_eq!(made, BTreeMap::from([(PATH.to_owned(), expected)]));
}

#[test]
fn required_members_are_added_and_others_are_kept() {
    let example = fitted(json!({
        "query": {"limit": 7},
        "request": {"kind": "B", "auth_code": "1", "memo": null, "gift": {}, "meta": "{}"},
    }))
    .unwrap();
    let request = example.request.unwrap();
    assert_eq!(request["kind"], "B");
    assert_eq!(request["gift"], json!({"id": "商品编"}));
    assert_eq!(request["meta"], r#"{"id":"商品编"}"#);
    assert_eq!(request["memo"], Value::Null);
    assert_eq!(request["total"], 50);
    // A single alternative is enough, and no optional member is added.
    assert_eq!(request.get("openid"), None);
    assert_eq!(request.get("note"), None);
    assert_eq!(example.query["limit"], 7);
    assert_eq!(example.path["id"], "id");
}

#[test]
fn each_place_that_does_not_fit_is_named() {
    for (name, value, reason) in [
        ("surprise", json!(1), "surprise`: no such member"),
        ("total", json!("1"), "total`: \"1\" is no `int`"),
        ("total", json!(51), "total`: 51: at most 50"),
        ("total", json!(null), "total`: null is no `int`"),
        ("code", json!("1"), "code`: 1 characters: at least 8"),
        (
            "time",
            json!("2018-06-08"),
            "time`: 2018-06-08 is no time of RFC 3339",
        ),
        (
            "zone",
            json!("44030"),
            "zone`: the text does not match `[0-9]{6}`",
        ),
        ("kind", json!("C"), "kind`: \"C\" is no listed value"),
        ("goods", json!([{}]), "goods`: 1 items: at least 2"),
        (
            "goods",
            json!([{"id": "1234"}, {}]),
            "goods[].id`: 4 characters: at most 3",
        ),
        (
            "meta",
            json!("{"),
            "meta`: no JSON: EOF while parsing an object at line 1 column 1",
        ),
        ("meta", json!(r#"{"a":1}"#), "meta.a`: no such member"),
    ] {
        assert_eq!(misfit_of(name, value), reason);
    }
    assert_eq!(
        misfits(json!({"query": {"limt": 1}, "header": {"Accept": "*"}})),
        format!(
            "examples/: mend what does not fit the facts:\n{PATH}: `query.limt`: no such member\n\
             {PATH}: `header.Accept`: no such member"
        )
    );
}

#[test]
fn an_example_of_no_operation_or_of_another_product_is_an_error() {
    for (product, key, reason) in [
        (
            "orders",
            "GET /v3/orders",
            "GET /v3/orders: no such operation".to_owned(),
        ),
        (
            "refund",
            PATH,
            format!("{PATH}: move the example from examples/refund.json to examples/orders.json"),
        ),
    ] {
        let known = (product.to_owned(), Example::default());
        let examples = Examples(BTreeMap::from([(key.to_owned(), known)]));
        let error = examples.of(&facts()).unwrap_err().to_string();
        assert_eq!(
            error,
            format!("examples/: mend what does not fit the facts:\n{reason}")
        );
    }
}

/// The error of a folder with these files.
fn refused(name: &str, files: &[(&str, &str)]) -> String {
    let folder: PathBuf = std::env::temp_dir().join(format!("{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    for (file, text) in files {
        fs::write(folder.join(file), text).unwrap();
    }
    let error = Examples::read(&folder).map(|_| ()).unwrap_err().to_string();
    fs::remove_dir_all(&folder).unwrap();
    error.replace(&format!("{}/", folder.display()), "")
}

#[test]
fn files_are_read_strictly() {
    let file = |product: &str, example: &str| {
        format!(r#"{{"product": "{product}", "examples": {{"GET /v3/a": {example}}}}}"#)
    };
    let unknown = refused("unknown", &[("a.json", &file("a", r#"{"reqest": {}}"#))]);
    assert!(
        unknown.starts_with("a.json: unknown field `reqest`, expected one of `path`, `query`"),
        "{unknown}"
    );
    assert_eq!(
        refused("name", &[("a.json", &file("b", "{}"))]),
        "a.json: the product is `b`: name the file b.json"
    );
    assert_eq!(
        refused(
            "twice",
            &[("a.json", &file("a", "{}")), ("b.json", &file("b", "{}"))]
        ),
        "GET /v3/a has two examples, in examples/a.json and examples/b.json: remove one of the two"
    );
}

#[test]
fn every_operation_of_the_committed_facts_has_an_example_that_can_be_sent() {
    let facts = &*CATALOGUE;
    assert_eq!(facts.examples.len(), facts.operations.len());
    let maker = Maker::new(facts);
    for operation in &facts.operations {
        let example = facts.example(operation).unwrap();
        // Nothing is left to add or to mend.
        let mut fit = Fit::new(&maker, operation);
        assert_eq!(fit.example(example.clone()), *example, "{operation}");
        assert_eq!(fit.misfits, [""; 0], "{operation}");

        let placeholders = operation.params_in(Location::Path).count();
        assert_eq!(example.path.len(), placeholders, "{operation}");
        let empty = example.path.values().find(|value| **value == "");
        assert_eq!(empty, None, "{operation}");
        let texts = example.header.values().filter_map(Value::as_str);
        for text in texts {
            assert!(
                text.bytes().all(|byte| byte.is_ascii_graphic()),
                "{operation}: {text}"
            );
        }
    }
    // The same every time, and whatever types operations share.
    for (key, example) in &FACTS.examples {
        assert_eq!(facts.examples[key], *example, "{key}");
    }
}
