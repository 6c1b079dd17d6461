//! Corrections apply to one operation only, and fail if they no longer apply.

use serde_json::{Value, json};
use wechatpay_endpoints::facts::{Facts, Field, Location, Type};

use super::{facts, schemas};
use crate::{Result, copies, corrections::Corrections, json};

/// The facts after some corrections of one rule. Each has the keys that every correction needs.
pub(super) fn corrected(changes: &str) -> Result<Facts> {
    let mut changes: Vec<Value> = serde_json::from_str(&format!("[{changes}]"))?;
    for keys in changes.iter_mut().filter_map(Value::as_object_mut) {
        keys.entry("confidence").or_insert_with(|| "low".into());
        keys.entry("sources").or_insert_with(|| json!(["facts"]));
    }
    corrected_by(&json!([{"name": "a", "why": "b", "changes": changes}]))
}

/// The facts after the corrections of some rules.
pub(super) fn corrected_by(rules: &Value) -> Result<Facts> {
    let mut facts = facts();
    let corrections: Corrections = json::from_text(&json!({"rules": rules}).to_string())?;
    copies::separate(&mut facts)?;
    corrections.apply(&mut facts)?;
    let changed = corrections.changed();
    copies::share(&mut facts, copies::Sharing::Exact, |key| {
        match changed.contains(key) {
            true => copies::Turn::Changed,
            false => copies::Turn::Known,
        }
    })?;
    Ok(facts)
}

pub(super) fn refused(change: &str) -> String {
    corrected(change).unwrap_err().to_string()
}

const AMOUNT: &str = "Amount { total: int!, account: enum:Account }";
const REFUND: &str = "Refund { brand_id: string!, amount: ref:Amount!, parts: array<ref:Amount> }";

#[test]
fn without_corrections_the_types_are_as_before() {
    let facts = corrected_by(&json!([])).unwrap();
    assert_eq!(schemas(&facts, "refund"), [AMOUNT, REFUND]);
    assert_eq!(facts.operations, super::facts().operations);
    assert_eq!(facts.products, super::facts().products);
}

#[test]
fn a_correction_leaves_other_operations_as_they_are() {
    let facts = corrected(
        r#"{"of": "POST /v3/refunds", "in": "request", "at": "parts[].total", "change": "optional",
            "sources": ["skit"]}"#,
    );
    assert_eq!(
        schemas(&facts.unwrap(), "refund"),
        [
            AMOUNT,
            "CreateRefund { brand_id: string!, amount: ref:Amount!, parts: array<ref:CreateRefundAmount> }",
            "CreateRefundAmount { total: int, account: enum:Account }",
            REFUND,
        ]
    );
}

#[test]
fn types_that_are_corrected_alike_stay_one() {
    let total = |of: &str, r#in: &str, at: &str| {
        format!(r#"{{"of": "{of}", "in": "{in}", "at": "{at}", "change": "optional"}}"#)
    };
    let changes = [
        total("POST /v3/refunds", "request", "amount.total"),
        total("POST /v3/refunds", "request", "parts[].total"),
        total("POST /v3/refunds", "response", "amount.total"),
        total("POST /v3/refunds", "response", "parts[].total"),
        total("GET /v3/refunds/{refund_id}", "response", "amount.total"),
        total("GET /v3/refunds/{refund_id}", "response", "parts[].total"),
        total("POST /v3/refunds/close", "request", "total"),
    ];
    let facts = corrected(&changes.join(",")).unwrap();
    let amount = "Amount { total: int, account: enum:Account }";
    assert_eq!(schemas(&facts, "refund"), [amount, REFUND]);
}

#[test]
fn each_kind_of_change_is_made() {
    for (change, expected) in [
        (
            r#""at": "total", "change": "optional""#,
            "Amount { total: int, account: enum:Account }",
        ),
        (
            r#""at": "account", "change": "require""#,
            "Amount { total: int!, account: enum:Account! }",
        ),
        (
            r#""at": "total", "change": "rename", "to": "sum""#,
            "Amount { sum: int!, account: enum:Account }",
        ),
        (
            r#""at": "total", "change": "type", "type": "string""#,
            "Amount { total: string!, account: enum:Account }",
        ),
        (
            r#""at": "total", "change": "remove""#,
            "Amount { account: enum:Account }",
        ),
        (
            r#""at": "list[]", "change": "add", "type": "array<int>", "required": true"#,
            "Amount { total: int!, account: enum:Account, list: array<int>! }",
        ),
    ] {
        let facts = corrected(&format!(
            r#"{{"of": "POST /v3/refunds/close", "in": "request", {change}}}"#
        ));
        let schemas = schemas(&facts.unwrap(), "refund");
        assert!(
            schemas.contains(&format!("CloseRefund{expected}")),
            "{change}: {schemas:?}"
        );
    }
}

#[test]
fn a_new_object_gets_a_schema() {
    let facts = corrected(
        r#"{"of": "POST /v3/refunds/close", "in": "request", "at": "goods_list", "change": "add",
            "type": "array<object>", "fields": [{"name": "goods_id", "type": "string", "required": true}]}"#,
    );
    let schemas = schemas(&facts.unwrap(), "refund");
    assert!(
        schemas.contains(&"GoodsList { goods_id: string! }".to_owned()),
        "{schemas:?}"
    );
}

#[test]
fn values_are_added_and_removed() {
    let facts = corrected(
        r#"{"of": "POST /v3/refunds/close", "in": "request", "at": "account", "change": "values",
            "values": ["UNSETTLED"]},
        {"of": "POST /v3/refunds/close", "in": "request", "at": "account", "change": "remove-values",
            "values": ["AVAILABLE"]}"#,
    )
    .unwrap();
    let enums = &facts.products["refund"].enums;
    assert_eq!(enums["CloseRefundAccount"].values, ["UNSETTLED"]);
    assert_eq!(enums["Account"].values, ["AVAILABLE"]);
}

#[test]
fn a_parameter_is_corrected_added_and_moved() {
    let facts = corrected(
        r#"{"of": "POST /v3/refunds", "in": "query", "at": "channel_id", "change": "move", "to": "request"},
        {"of": "GET /v3/refunds/{refund_id}", "in": "query", "at": "brand_id", "change": "require"},
        {"of": "GET /v3/refunds/{refund_id}", "in": "query", "at": "limit", "change": "add", "type": "int"}"#,
    )
    .unwrap();
    let create = facts.operation("POST", "/v3/refunds").unwrap();
    assert_eq!(create.params_in(Location::Query).count(), 0);
    let body = facts
        .members("refund", create.request.as_ref().unwrap())
        .unwrap();
    assert_eq!(body.last().unwrap().name, "channel_id");
    let query = facts.operation("GET", "/v3/refunds/{refund_id}").unwrap();
    let query: Vec<_> = query
        .params_in(Location::Query)
        .map(|field| (&*field.name, field.required))
        .collect();
    assert_eq!(query, [("brand_id", true), ("limit", false)]);
}

#[test]
fn a_member_of_another_type_has_no_format_of_the_old_one() {
    let mut facts = facts();
    let types = facts.products.get_mut("refund").unwrap();
    let parts = &mut types.schemas.get_mut("Refund").unwrap()[2];
    parts.item_format = Some("MediaId".to_owned());
    parts.limits.max_items = Some(3);
    parts.example = Some(json!(["a"]));
    let change = r#"{"of": "POST /v3/refunds", "in": "request", "at": "parts", "change": "type", "type": "string",
        "label": "说明", "confidence": "low", "sources": ["facts"]}"#;
    let rules = format!(r#"{{"rules": [{{"name": "a", "why": "b", "changes": [{change}]}}]}}"#);
    let corrections: Corrections = json::from_text(&rules).unwrap();
    copies::separate(&mut facts).unwrap();
    corrections.apply(&mut facts).unwrap();
    let types = &facts.products["refund"];
    let Some(Type::Schema(request)) = &facts.operations[0].request else {
        panic!("no request");
    };
    let mut text = Field::new("parts", Type::String);
    "说明".clone_into(&mut text.label);
    assert_eq!(types.schemas[request][2], text);
}

#[test]
fn a_member_becomes_sensitive_and_gets_a_label_once() {
    let change = |change: &str| {
        format!(r#"{{"of": "POST /v3/refunds", "in": "request", "at": "brand_id", {change}}}"#)
    };
    let sensitive = change(r#""change": "sensitive""#);
    let label = change(r#""change": "label", "to": "品牌""#);
    let facts = corrected(&format!("{sensitive}, {label}")).unwrap();
    let field = &facts.products["refund"].schemas["CreateRefund"][0];
    assert!(field.sensitive);
    assert_eq!(field.label, "品牌");
    let again = |change: &str| refused(&format!("{change}, {change}"));
    assert!(again(&sensitive).ends_with("the member is sensitive already"));
    let plaintext = change(r#""change": "plaintext""#);
    assert!(refused(&plaintext).ends_with("the member is not sensitive"));
    let facts = corrected(&format!("{sensitive}, {plaintext}")).unwrap();
    assert!(
        facts.products["refund"].schemas["Refund"]
            .iter()
            .all(|field| !field.sensitive)
    );
    assert!(again(&label).ends_with("the member has this label already"));
}

#[test]
fn a_pattern_is_corrected_for_one_operation() {
    let facts = corrected(
        r#"{"of": "POST /v3/refunds", "in": "request", "at": "brand_id", "change": "pattern", "to": "[0-9]+"},
        {"of": "POST /v3/refunds", "in": "request", "at": "brand_id", "change": "pattern", "to": "[0-9]{1,32}"},
        {"of": "POST /v3/refunds", "in": "query", "at": "channel_id", "change": "pattern", "to": "[A-Z]+"}"#,
    )
    .unwrap();
    let pattern = |field: &Field| field.limits.pattern.clone();
    let schemas = &facts.products["refund"].schemas;
    let request = &schemas["CreateRefund"][0];
    assert_eq!(pattern(request).as_deref(), Some("[0-9]{1,32}"));
    assert_eq!(pattern(&schemas["Refund"][0]), None);
    let channel_id = &facts.operations[0].params[0].field;
    assert_eq!(pattern(channel_id).as_deref(), Some("[A-Z]+"));
}

#[test]
fn a_pattern_is_corrected_once() {
    let change = r#"{"of": "POST /v3/refunds", "in": "request", "at": "brand_id", "change": "pattern", "to": "[0-9]+"}"#;
    assert_eq!(
        refused(&[change, change].join(",")),
        "rule `a`: `brand_id` of POST /v3/refunds: the member has this pattern already"
    );
}

#[test]
fn a_response_replaces_an_empty_one() {
    let facts = corrected(
        r#"{"of": "POST /v3/refunds/close", "in": "response", "change": "response", "status": 200,
            "fields": [{"name": "state", "type": "string", "required": true}]}"#,
    );
    let schemas = schemas(&facts.unwrap(), "refund");
    assert!(
        schemas.contains(&"CloseRefundResponse { state: string! }".to_owned()),
        "{schemas:?}"
    );
}

#[test]
fn a_status_is_added_with_the_same_body() {
    let change = |status: u16| {
        corrected(&format!(
            r#"{{"of": "POST /v3/refunds", "in": "operation", "change": "status", "status": {status}}}"#
        ))
    };
    let facts = change(202).unwrap();
    let operation = facts.operation("POST", "/v3/refunds").unwrap();
    let [first, second] = &*operation.responses else {
        panic!("{:?}", operation.responses);
    };
    assert_eq!((first.status, second.status), (200, 202));
    assert_eq!(first.body, second.body);
    let error = change(200).unwrap_err().to_string();
    assert!(
        error.ends_with("the operation has this status already"),
        "{error}"
    );
    let error = change(404).unwrap_err().to_string();
    assert!(error.ends_with("the status 404 is no success"), "{error}");
}

#[test]
fn a_correction_that_no_longer_applies_is_an_error() {
    for (change, expected) in [
        (
            r#""in": "request", "at": "amount", "change": "require""#,
            "the member is required already",
        ),
        (
            r#""in": "request", "at": "parts", "change": "optional""#,
            "the member is optional already",
        ),
        (
            r#""in": "request", "at": "part", "change": "optional""#,
            "no such member",
        ),
        (
            r#""in": "request", "at": "sum.total", "change": "optional""#,
            "no member is `sum`",
        ),
        (
            r#""in": "request", "at": "brand_id.total", "change": "optional""#,
            "`string` has no members",
        ),
        (
            r#""in": "request", "at": "amount", "change": "rename", "to": "parts""#,
            "`parts` is there already",
        ),
        (
            r#""in": "request", "at": "amount", "change": "add", "type": "int""#,
            "the member is there already",
        ),
        (
            r#""in": "request", "at": "brand_id", "change": "type", "type": "string""#,
            "the member has this type already",
        ),
        (
            r#""in": "request", "at": "amount.total", "change": "pattern", "to": "[0-9]+""#,
            "only a text has a pattern, and the member is `int`",
        ),
        (
            r#""in": "request", "at": "brand_id", "change": "pattern", "to": "[|-_]""#,
            "the pattern `[|-_]` is no regular expression: invalid range in character class: correct the pattern",
        ),
        (
            r#""in": "request", "at": "amount.account", "change": "values", "values": ["AVAILABLE"]"#,
            "\"AVAILABLE\" is listed already",
        ),
        (
            r#""in": "request", "at": "amount.account", "change": "remove-values", "values": ["A"]"#,
            "\"A\" is not listed",
        ),
        (
            r#""in": "request", "at": "amount", "change": "type", "type": "ref:Amount""#,
            "the member has this type already",
        ),
        (
            r#""in": "request", "at": "amount", "change": "type", "type": "object", "fields": [
                {"name": "total", "type": "int", "required": true},
                {"name": "account", "type": "enum:Account"}]"#,
            "the member has this type already",
        ),
        (
            r#""in": "request", "at": "amount", "change": "type", "type": "int", "required": true"#,
            "`type` changes only the type, not `required` or `sensitive`",
        ),
        (
            r#""in": "request", "at": "amount.account", "change": "values", "values": []"#,
            "`values` is empty",
        ),
        (
            r#""in": "request", "at": "parts.total", "change": "optional""#,
            "`parts` is a list: write `parts[]`",
        ),
        (
            r#""in": "request", "at": "amount[].total", "change": "optional""#,
            "`amount` is no list: write `amount` without `[]`",
        ),
        (
            r#""in": "request", "at": "amount[]", "change": "optional""#,
            "`amount` is no list: write `amount` without `[]`",
        ),
        (
            r#""in": "request", "at": "list[]", "change": "add", "type": "int""#,
            "`[]` follows a list, and the new member is `int`",
        ),
        (
            r#""in": "request", "at": "amount.Sum", "change": "add", "type": "int""#,
            "the name `Sum` is not in snake_case",
        ),
        (
            r#""in": "request", "at": "amount", "change": "rename", "to": "the amount""#,
            "the name `the amount` is not in snake_case",
        ),
        (
            r#""in": "request", "at": "goods", "change": "add", "type": "object", "fields": [
                {"name": "id", "type": "int"}, {"name": "id", "type": "int"}]"#,
            "`id` is there twice",
        ),
        (
            r#""in": "query", "at": "channel_id", "change": "rename", "to": "Channel""#,
            "the name `Channel` is not in snake_case",
        ),
        (
            r#""in": "query", "at": "Channel", "change": "add", "type": "int""#,
            "the name `Channel` is not in snake_case",
        ),
        (
            r#""in": "request", "at": "parts", "change": "alternatives", "members": ["brand_id"]"#,
            "no optional member is `brand_id`",
        ),
        (
            r#""in": "request", "at": "amount", "change": "alternatives", "members": ["parts"]"#,
            "no optional member is `amount`",
        ),
        (
            r#""in": "request", "at": "parts", "change": "alternatives", "members": []"#,
            "the other members are missing",
        ),
        (
            r#""in": "query", "at": "channel", "change": "optional""#,
            "no such parameter",
        ),
        (
            r#""in": "query", "at": "channel_id", "change": "add", "type": "int""#,
            "the parameter is there already",
        ),
    ] {
        let message = refused(&format!(r#"{{"of": "POST /v3/refunds", {change}}}"#));
        assert!(
            message.starts_with("rule `a`: `")
                && message.ends_with(&format!(" of POST /v3/refunds: {expected}")),
            "{message}"
        );
    }
    let unknown =
        r#"{"of": "POST /v3/refund", "in": "request", "at": "amount", "change": "require"}"#;
    assert_eq!(
        refused(unknown),
        "rule `a`: `amount` of POST /v3/refund: no such operation"
    );
}

#[test]
fn a_member_is_required_or_another() {
    let facts = corrected(
        r#"{"of": "POST /v3/refunds/close", "in": "request", "at": "total", "change": "optional"},
        {"of": "POST /v3/refunds/close", "in": "request", "at": "total", "change": "alternatives", "members": ["account"]}"#,
    )
    .unwrap();
    let schemas = &facts.products["refund"].schemas;
    assert_eq!(schemas["CloseRefundAmount"][0].alternatives, ["account"]);
    assert_eq!(schemas["Amount"][0].alternatives, [""; 0]);
}

#[test]
fn sources_of_a_correction_are_witnesses_of_the_member() {
    let facts = corrected(
        r#"{"of": "POST /v3/refunds/close", "in": "request", "at": "total", "change": "optional",
            "sources": ["skit (nullable)", "doc /doc/v3/merchant/1", "facts"]}"#,
    )
    .unwrap();
    let total = &facts.products["refund"].schemas["CloseRefundAmount"][0];
    assert_eq!(total.witnesses.to_string(), "Dk-Dk");
}

#[test]
fn a_member_is_like_the_resource_of_its_own_event() {
    let facts = corrected(
        r#"{"of": "REFUND.CLOSED", "in": "resource", "at": "mchid", "change": "optional"},
        {"of": "REFUND.CLOSED", "in": "resource", "at": "", "change": "one_of", "members": [
            "webhooks:Resource",
            {"name": "ClosedOfMerchant", "like": "Resource", "without": ["sp_mchid"], "require": []}]}"#,
    )
    .unwrap();
    assert!(schemas(&facts, "webhooks").contains(&"ClosedOfMerchant { mchid: string }".to_owned()));
}

#[test]
fn the_resources_of_an_event_are_set_once() {
    let one_of = r#"{"of": "REFUND.CLOSED", "in": "resource", "at": "", "change": "one_of", "members": [
        "webhooks:Resource", {"name": "ClosedOfMerchant", "like": "Resource", "without": ["sp_mchid"], "require": []}]}"#;
    assert_eq!(
        refused(&format!("{one_of}, {one_of}")),
        "rule `a`: `` of REFUND.CLOSED: the event has these resources already"
    );
}

#[test]
fn the_label_of_an_operation_is_corrected_once() {
    let label = |label: &str| {
        format!(
            r#"{{"of": "POST /v3/refunds/close", "in": "operation", "change": "label", "to": "{label}"}}"#
        )
    };
    let facts = corrected(&label("关闭退款")).unwrap();
    let labels = facts.operations.iter().map(|operation| &*operation.label);
    assert_eq!(labels.collect::<Vec<_>>(), ["", "", "关闭退款"]);
    for (labels, reason) in [
        (
            [label("a"), label("a")].join(","),
            "the operation has this label already",
        ),
        (label(" "), "`label` is empty: write the Chinese name"),
    ] {
        assert_eq!(
            refused(&labels),
            format!("rule `a`: `` of POST /v3/refunds/close: {reason}")
        );
    }
}

#[test]
fn a_label_is_replaced_wherever_a_product_repeats_it() {
    let labelled = || {
        let mut facts = facts();
        let types = facts.products.get_mut("refund").unwrap();
        for schema in ["Refund", "Amount"] {
            "单位分".clone_into(&mut types.schemas.get_mut(schema).unwrap()[0].label);
        }
        "单位分".clone_into(&mut facts.operations[0].params[0].field.label);
        facts
    };
    let replaced = |product: &str, field: &str, to: &str| {
        let json = format!(
            r#"{{"rules": [], "labels": [{{"products": ["{product}"], "field": "{field}", "from": "单位分", "to": "{to}",
                "confidence": "high", "sources": ["doc"]}}]}}"#
        );
        let corrections: Corrections = serde_json::from_str(&json).unwrap();
        let mut facts = labelled();
        let applied = corrections.apply(&mut facts);
        applied.map(|()| facts).map_err(|error| error.to_string())
    };
    let facts = replaced("refund", "total", "总金额").unwrap();
    let types = &facts.products["refund"];
    assert_eq!(types.schemas["Amount"][0].label, "总金额");
    assert_eq!(types.schemas["Refund"][0].label, "单位分");
    let facts = replaced("refund", "channel_id", "渠道商商户号").unwrap();
    assert_eq!(facts.operations[0].params[0].field.label, "渠道商商户号");
    for (product, field, to, message) in [
        (
            "refund",
            "account",
            "账户",
            "labels: refund: no `account` has the label `单位分`",
        ),
        (
            "bill",
            "total",
            "总金额",
            "labels: bill: no `total` has the label `单位分`",
        ),
        (
            "refund",
            "total",
            "",
            "labels: `label` is empty: write the Chinese name",
        ),
    ] {
        assert_eq!(replaced(product, field, to).unwrap_err(), message);
    }
}

#[test]
fn the_label_of_an_event_is_corrected_once() {
    let label = |label: &str| {
        format!(r#"{{"of": "REFUND.CLOSED", "in": "event", "change": "label", "to": "{label}"}}"#)
    };
    let facts = corrected(&label("退款关闭通知")).unwrap();
    assert_eq!(facts.events[1].label.as_deref(), Some("退款关闭通知"));
    assert_eq!(
        refused(&[label("a"), label("a")].join(",")),
        "rule `a`: `` of REFUND.CLOSED: the event has this label already"
    );
}

#[test]
fn a_member_requires_less_than_the_resource_that_it_is_like() {
    let one_of = |optional: &str| {
        format!(
            r#"{{"of": "REFUND.CLOSED", "in": "resource", "change": "one_of", "members": ["webhooks:Resource", {{
                "name": "Closed", "like": "Resource", "without": ["sp_mchid"], "require": [],
                "optional": [{optional}]}}]}}"#
        )
    };
    let facts = corrected(&one_of(r#""mchid""#)).unwrap();
    assert!(schemas(&facts, "webhooks").contains(&"Closed { mchid: string }".to_owned()));
    assert_eq!(
        refused(&one_of(r#""mchid", "mchid""#)),
        "rule `a`: `` of REFUND.CLOSED: `mchid`: the member is optional already"
    );
}

#[test]
fn a_path_parameter_stays_required_under_its_name() {
    for change in [r#""optional""#, r#""rename", "to": "id""#, r#""remove""#] {
        assert_eq!(
            refused(&format!(
                r#"{{"of": "GET /v3/refunds/{{refund_id}}", "in": "path", "at": "refund_id", "change": {change}}}"#
            )),
            "rule `a`: `refund_id` of GET /v3/refunds/{refund_id}: the path requires and names its parameters"
        );
    }
}

#[test]
fn an_unknown_word_is_an_error() {
    for (change, expected) in [
        (
            r#""change": "add", "type": "int", "requried": true"#,
            "unknown field `requried`, expected one of `type`, `required`, `sensitive`, `label`, `fields`",
        ),
        (
            r#""change": "optional", "sensitve": true"#,
            "unknown field `sensitve`, there are no fields",
        ),
        (
            r#""change": "rename", "to": "a", "from": "b""#,
            "unknown field `from`, expected `to`",
        ),
        (
            r#""change": "pattern", "to": "a", "pattern": "b""#,
            "unknown field `pattern`, expected `to`",
        ),
        (r#""change": "pattern""#, "missing field `to`"),
        (
            r#""change": "add", "type": "object", "fields": [{"name": "a", "type": "int", "sensitve": true}]"#,
            "`a`: unknown field `sensitve`, expected one of `type`, `required`, `sensitive`, `label`, `fields`",
        ),
        (
            r#""change": "add", "type": "object", "fields": [{"name": "A", "type": "int"}]"#,
            "the name `A` is not in snake_case",
        ),
        (
            r#""change": "optional", "confidence": "sure""#,
            "unknown variant `sure`, expected one of `high`, `medium`, `low`",
        ),
        (
            r#""change": "optional", "sources": ["skti"]"#,
            "`skti` is no word of `sources`: the README lists the words",
        ),
        (
            r#""change": "drop""#,
            "unknown variant `drop`, expected one of `optional`, `require`, `sensitive`, `plaintext`, `alternatives`, `rename`, `type`, `pattern`, \
             `values`, `remove-values`, `add`, `move`, `remove`, `response`, `status`, `label`, `one_of`",
        ),
    ] {
        let message = refused(&format!(
            r#"{{"of": "POST /v3/refunds", "in": "request", "at": "b", {change}}}"#
        ));
        assert!(
            message.starts_with(&format!("`b` of POST /v3/refunds: {expected}")),
            "{message}"
        );
    }
}

/// The error of a proposal that is not made.
fn proposed(list: &str, proposal: &str) -> String {
    let corrections = format!(
        r#"{{"rules": [], "{list}": [{{"confidence": "low", "sources": ["skit"], {proposal}}}]}}"#
    );
    let corrections: Corrections = serde_json::from_str(&corrections).unwrap();
    match corrections.apply(&mut facts()) {
        Ok(()) => String::new(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn a_proposal_that_is_not_made_concerns_the_facts() {
    for (list, proposal, expected) in [
        (
            "refused",
            r#""of": "POST /v3/refunds", "in": "request", "at": "amount.total", "change": "optional", "why": "b""#,
            "",
        ),
        (
            "refused",
            r#""of": "POST /v3/refund", "in": "request", "at": "a", "change": "note", "why": "b""#,
            "refused: `a` of POST /v3/refund: no such operation or event",
        ),
        (
            "refused",
            r#""of": "POST /v3/refunds", "in": "request", "at": "sum", "change": "note", "why": "b""#,
            "refused: `sum` of POST /v3/refunds: no such member",
        ),
        (
            "refused",
            r#""of": "POST /v3/refunds", "in": "query", "at": "sum", "change": "note", "why": "b""#,
            "refused: `sum` of POST /v3/refunds: no such parameter",
        ),
        (
            "refused",
            r#""of": "POST /v3/refunds", "in": "request", "at": "parts", "change": "optional", "why": "b""#,
            "refused: `parts` of POST /v3/refunds: the member is optional already",
        ),
        (
            "refused",
            r#""of": "POST /v3/refunds", "in": "request", "at": "parts", "change": "add", "why": "b""#,
            "refused: `parts` of POST /v3/refunds: the member is there already",
        ),
        (
            "refused",
            r#""of": "POST /v3/refunds", "in": "request", "at": "parts", "change": "note", "why": """#,
            "refused: `parts` of POST /v3/refunds: `why` is empty: say the reason",
        ),
        (
            "inapplicable",
            r#""of": "POST /v3/refunds", "in": "request", "at": "sum", "change": "optional", "why": "b""#,
            "",
        ),
        (
            "inapplicable",
            r#""of": "POST /v3/refunds", "in": "request", "at": "parts", "change": "optional", "why": "b""#,
            "inapplicable: `parts` of POST /v3/refunds: the member is there: make the correction, or refuse it",
        ),
        (
            "inapplicable",
            r#""of": "REFUND.OPEN", "in": "resource", "at": "a", "change": "optional", "why": "b""#,
            "inapplicable: `a` of REFUND.OPEN: no such operation or event",
        ),
    ] {
        assert_eq!(proposed(list, proposal), expected);
    }
}
