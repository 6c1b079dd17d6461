//! The files of this crate.

use super::*;

/// The file of the only product, whose operations and types are these.
fn file(operations: &serde_json::Value, schemas: &serde_json::Value) -> String {
    let names = operations.as_array().unwrap().iter();
    let names: Vec<_> = names.map(|operation| &operation["name"]).collect();
    let facts = serde_json::json!({
        "operations": operations,
        "products": { "shop": { "schemas": schemas, "enums": {} } },
        "families": [{ "name": "shops", "label": "店", "products": [{
            "name": "shop", "module": "shop", "label": "店",
            "traits": [{ "name": "Shops", "label": "店", "operations": names }],
        }] }],
    });
    let facts = serde_json::from_value(facts).unwrap();
    let modules = modules(&facts);
    let file = modules.iter().find(|module| module.path == "shops/shop.rs");
    file.unwrap().text.clone()
}

/// The lines of documentation and attributes before a line: those after the last empty one.
fn before<'a>(file: &'a str, line: &str) -> Vec<&'a str> {
    let (before, _) = file.split_once(line).unwrap();
    let (_, lines) = before.rsplit_once("\n\n").unwrap();
    lines.lines().map(str::trim_start).collect()
}

#[test]
fn a_deprecated_method_names_its_successor() {
    let operation = |name: &str, path: &str, deprecated: bool| {
        serde_json::json!({
            "product": "shop", "name": name, "method": "GET", "path": path, "label": "查询",
            "deprecated": deprecated, "responses": [{ "status": 204, "body": "none" }],
        })
    };
    let operations = serde_json::json!([
        operation("list", "/v3/shop/new", false),
        operation("list_v1", "/v3/shop", true),
        operation("find_v1", "/v3/shop/one", true),
    ]);
    let file = file(&operations, &serde_json::json!({}));
    let attributes = |method: &str| {
        let lines = before(&file, &format!("    async fn {method}(")).into_iter();
        lines
            .filter(|line| line.contains("deprecated"))
            .collect::<Vec<_>>()
    };
    assert_eq!(attributes("list"), [""; 0]);
    assert_eq!(
        attributes("list_v1"),
        ["#[deprecated = \"deprecated by WeChat Pay: call `list`\"]"]
    );
    assert_eq!(
        attributes("find_v1"),
        ["#[deprecated = \"deprecated by WeChat Pay\"]"]
    );
}

#[test]
fn a_download_by_token_points_to_the_address() {
    let operation = |name: &str, parameter: &str| {
        serde_json::json!({
            "product": "shop", "name": name, "method": "GET", "path": format!("/v3/{name}"), "label": "下载",
            "params": [{ "in": "query", "name": parameter, "type": "string", "required": true }],
            "responses": [{ "status": 200, "body": "binary" }],
        })
    };
    let operations = [operation("bill", "token"), operation("image", "media_id")];
    let file = file(&operations.into_iter().collect(), &serde_json::json!({}));
    let docs = before(&file, "    async fn bill(").join("\n");
    let expected = "\
/// Prefer `Client::download` with the `BillFile` in the response that has the token. The client
/// then uses the address in that response, and checks the hash. If that response has no hash,
/// prefer `Client::download_from` with the address.
";
    assert!(docs.contains(expected), "{docs}");
    let docs = before(&file, "    async fn image(").join("\n");
    assert!(!docs.contains("Client::download"), "{docs}");
}

/// A request of a person and a response of a card, with a sensitive text inside each.
fn sensitive() -> String {
    let operations = serde_json::json!([{
        "product": "shop", "name": "add", "method": "POST", "path": "/v3/shop", "label": "添加",
        "request": "ref:Add", "responses": [{ "status": 200, "body": "ref:Added" }],
    }]);
    let schemas = serde_json::json!({
        "Add": [
            { "name": "person", "type": "ref:Person", "label": "人" },
            { "name": "plain", "type": "ref:Plain", "required": true },
        ],
        "Person": [{ "name": "name", "type": "string", "sensitive": true, "required": true }],
        "Plain": [{ "name": "name", "type": "string", "required": true, "example": "x" }],
        "Added": [{ "name": "cards", "type": "array<ref:Card>" }],
        "Card": [
            { "name": "no", "type": "string", "sensitive": true },
        ],
    });
    file(&operations, &schemas)
}

#[test]
fn types_with_sensitive_members_say_where_they_serialize() {
    let file = sensitive();
    let docs = |name: &str| {
        let lines = before(&file, &format!("pub struct {name} {{")).into_iter();
        let docs = lines.filter_map(|line| line.strip_prefix("/// "));
        docs.collect::<Vec<_>>().join(" ")
    };
    let tests = "Tests use `wechatpay_client::testing::expose_sensitive`.";
    let request =
        format!("Sensitive members serialize only inside the client, which encrypts them. {tests}");
    let response = format!(
        "Sensitive members deserialize only inside the client, which decrypts them. {tests}"
    );
    for (name, note) in [("Add", &request), ("Person", &request)] {
        assert!(docs(name).ends_with(note), "{name}: {}", docs(name));
    }
    for (name, note) in [("Added", &response), ("Card", &response)] {
        assert!(docs(name).ends_with(note), "{name}: {}", docs(name));
    }
    assert!(!docs("Plain").contains("ensitive"), "{}", docs("Plain"));
}

#[test]
fn a_request_names_the_setter_of_an_option() {
    let file = sensitive();
    let docs = before(&file, "pub struct Add {").join("\n");
    let add = "/// `Add::builder().plain(…).build()`. For an `Option`, use setters such as `maybe_person`.\n";
    assert!(docs.contains(add), "{docs}");
    // No member is an `Option`.
    assert!(
        file.contains("/// `Plain::builder().name(…).build()`\n"),
        "{file}"
    );
}

#[test]
fn a_doc_without_a_label_begins_with_a_noun() {
    let field = |extra: serde_json::Value| {
        let mut field = serde_json::json!({ "name": "member", "type": "string" });
        let members = field.as_object_mut().unwrap();
        members.extend(extra.as_object().unwrap().clone());
        serde_json::from_value::<crate::facts::Field>(field).unwrap()
    };
    let cases = [
        (serde_json::json!({ "example": "x" }), "a text, such as `x`"),
        (
            serde_json::json!({ "sensitive": true }),
            "a text, encrypted",
        ),
        (serde_json::json!({ "format": "url" }), "a URL"),
        (
            serde_json::json!({ "type": "int", "maximum": 9 }),
            "a number, at most 9",
        ),
        (
            serde_json::json!({ "type": "array<string>", "item_format": "MediaId" }),
            "a list, each the ID of an uploaded file",
        ),
        // A text has no items.
        (
            serde_json::json!({ "item_format": "MediaId", "label": "图片" }),
            "图片",
        ),
        (
            serde_json::json!({ "type": "int", "unit": "minutes", "label": "时长", "example": 30 }),
            "时长: in minutes, such as `30`",
        ),
        (
            serde_json::json!({ "type": "int", "unit": "ten_thousandths" }),
            "a number, in ten-thousandths",
        ),
        (serde_json::json!({}), ""),
    ];
    for (extra, doc) in cases {
        assert_eq!(docs::of_field(&field(extra), None, None), doc);
    }
    let json = docs::with_article("AuthorizedDataFilter");
    assert_eq!(json, "an `AuthorizedDataFilter`");
    assert_eq!(docs::with_article("Partner"), "a `Partner`");
    assert_eq!(docs::capitalized("a text"), "A text");
}
