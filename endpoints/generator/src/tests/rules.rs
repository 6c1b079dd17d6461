//! Rules that are added to the facts, and the rules of the typed operations.

use std::collections::BTreeSet;

use serde_json::Value;
use wechatpay_endpoints::facts::{Condition, Facts, Type};

use super::{CATALOGUE, MODULES, facts};
use crate::{json, patterns, read::Sources, rules::Rules};

fn rules(members: &str, conditions: &str) -> Rules {
    let json = format!(
        r#"{{"members": [{members}], "conditions": [{conditions}], "left_out": [{{"rule": "a", "why": "b"}}]}}"#
    );
    serde_json::from_str(&json).unwrap()
}

fn refused(members: &str, conditions: &str) -> String {
    let refused = rules(members, conditions).apply(&mut facts(), &BTreeSet::new());
    refused.unwrap_err().to_string()
}

const REFUND: &str = r#""sources": ["doc"], "operations": ["POST /v3/refunds"]"#;
const SUM: &str = r#"{"check": "sum", "total": "/amount/total", "added": ["/parts/*/total"]}"#;

#[test]
fn limits_and_conditions_are_added_to_the_types() {
    let mut facts = facts();
    // The only other request with an `Amount`.
    facts
        .operations
        .retain(|operation| operation.name != "close_refund");
    let total = format!(r#"{{"at": "parts[].total", "minimum": 1, {REFUND}}}"#);
    rules(&total, "")
        .apply(&mut facts, &BTreeSet::new())
        .unwrap();
    let member = format!(r#"{{"at": "brand_id", "max_length": 32, {REFUND}}}"#);
    let condition = format!(r#"{{"condition": {SUM}, {REFUND}}}"#);
    rules(&member, &condition)
        .apply(&mut facts, &BTreeSet::new())
        .unwrap();
    let types = &facts.products["refund"];
    assert_eq!(types.schemas["Amount"][0].limits.minimum, Some(1));
    assert_eq!(types.schemas["Refund"][0].limits.max_length, Some(32));
    assert_eq!(
        types.conditions["Refund"],
        [serde_json::from_str::<Condition>(SUM).unwrap()]
    );
}

#[test]
fn a_rule_that_does_not_fit_the_facts_is_refused() {
    let member = |rest: &str, operations: &str| refused(&format!("{{{rest}, {operations}}}"), "");
    for (found, expected) in [
        (
            member(r#""at": "mchid", "minimum": 1"#, REFUND),
            "rules.json: `mchid`: `Refund` has no such member",
        ),
        (
            member(r#""at": "payer.openid", "minimum": 1"#, REFUND),
            "rules.json: `payer.openid`: POST /v3/refunds: `ref:Refund` has no member `payer`",
        ),
        (
            member(r#""at": "brand_id.a", "minimum": 1"#, REFUND),
            "rules.json: `brand_id.a`: POST /v3/refunds: `string` has no members",
        ),
        (
            member(r#""at": "brand_id", "maximun": 1"#, REFUND),
            "rules.json: `brand_id`: has no limit",
        ),
        (
            member(r#""at": "amount.total", "minimum": 1"#, REFUND),
            "rules.json: `amount.total`: POST /v3/refunds/close has the same type: list the operation too",
        ),
        (
            member(
                r#""at": "a", "minimum": 1"#,
                r#""sources": [], "operations": ["GET /a"]"#,
            ),
            "rules.json: `a`: no operation is GET /a",
        ),
        (
            member(
                r#""at": "a", "minimum": 1"#,
                r#""sources": [], "operations": ["GET /v3/refunds/{refund_id}"]"#,
            ),
            "rules.json: `a`: GET /v3/refunds/{refund_id} has no request",
        ),
        (
            refused(
                "",
                &format!(r#"{{"condition": {SUM}, {REFUND}}}"#).replace("/parts/*", "/items/*"),
            ),
            "rules.json: `/amount/total`: `ref:Refund` has no member `items`",
        ),
    ] {
        assert_eq!(found, expected);
    }
    let twice = format!(r#"{{"at": "brand_id", "max_length": 32, {REFUND}}}"#);
    assert_eq!(
        refused(&format!("{twice}, {twice}"), ""),
        "rules.json: `brand_id`: `Refund` has limits already"
    );
}

/// The addresses for notifications in the bodies of typed operations: the product, the schema and the member.
fn notify_urls(facts: &Facts) -> BTreeSet<(String, String, String)> {
    let mut found = BTreeSet::new();
    let products = facts.families.iter().flat_map(|family| &family.products);
    let products: Vec<_> = products.collect();
    for operation in &facts.operations {
        let is_typed = products.iter().any(|product| {
            let mut traits = product.traits.iter();
            product.name == operation.product
                && traits.any(|declared| declared.operations.contains(&operation.name))
        });
        if let Some(request) = operation.request.as_ref().filter(|_| is_typed) {
            collect(facts, &operation.product, request, &mut found);
        }
    }
    found
}

fn collect(
    facts: &Facts,
    product: &str,
    ty: &Type,
    found: &mut BTreeSet<(String, String, String)>,
) {
    let Type::Schema(schema) = ty.innermost() else {
        return;
    };
    for field in facts.members(product, ty.innermost()).unwrap_or_default() {
        let is_called_so =
            field.name.ends_with("notify_url") || field.name.ends_with("callback_url");
        if is_called_so || (field.name == "url" && field.label == "通知地址") {
            found.insert((product.to_owned(), schema.clone(), field.name.clone()));
        }
        collect(facts, product, &field.ty, found);
    }
}

#[test]
fn each_address_for_notifications_has_its_rule() {
    let facts = &*CATALOGUE;
    let expected = notify_urls(facts);
    assert!(expected.len() > 80, "{}", expected.len());
    let by_label = expected.iter().filter(|(_, _, name)| name == "url");
    let by_label: Vec<_> = by_label.map(|(product, ..)| &**product).collect();
    assert_eq!(by_label, ["complaint", "global_complaint"]);
    let lines = MODULES.iter().flat_map(|module| module.text.lines());
    let rules: Vec<_> = lines
        .map(str::trim)
        .filter(|line| line.starts_with("member(") && line.contains("NotifyUrl"))
        .collect();
    let names = |names: Vec<String>| {
        let mut names = names;
        names.sort();
        names
    };
    let expected = expected.into_iter().map(|(_, _, name)| name).collect();
    let found = rules.iter().map(|rule| {
        let name = rule.split('"').nth(1);
        name.unwrap_or_default().to_owned()
    });
    assert_eq!(names(found.collect()), names(expected));
}

#[test]
fn each_body_has_rules_though_the_list_may_be_empty() {
    let text: String = MODULES.iter().map(|module| &*module.text).collect();
    let mut bodies = BTreeSet::new();
    for line in text.lines().map(str::trim) {
        let body = line.split_once("body: &").map(|(_, rest)| rest);
        let name = body.and_then(|rest| rest.split([',', ')']).next());
        bodies.extend(name.filter(|name| text.contains(&format!("pub struct {name} {{"))));
    }
    assert!(bodies.len() > 500, "{}", bodies.len());
    for body in bodies {
        let has_rules = text.contains(&format!("rules! {{\n    {body} {{\n"));
        let is_empty = text.contains(&format!("rules! {{ {body} {{}} }}\n"));
        assert!(has_rules || is_empty, "{body}");
    }
}

#[test]
fn every_pattern_is_a_regular_expression() {
    let with = |pattern: &str| {
        let mut facts = facts();
        let members = facts.products.get_mut("refund").unwrap();
        let brand_id = &mut members.schemas.get_mut("Refund").unwrap()[0];
        brand_id.limits.pattern = Some(pattern.to_owned());
        patterns::check(&facts).map_err(|error| error.to_string())
    };
    assert_eq!(with(r"(\d{8}|[a-z_-]+)?"), Ok(()));
    for (pattern, reason) in [
        (r"[\|-_]", "invalid range in character class"),
        ("a)|(b", "found closing ')' without matching '('"),
    ] {
        assert_eq!(
            with(pattern).unwrap_err(),
            format!(
                "refund: `brand_id`: the pattern `{pattern}` is no regular expression: {reason}: correct the pattern"
            )
        );
    }
    let mut facts = facts();
    let channel_id = &mut facts.operations[0].params[0].field;
    channel_id.limits.pattern = Some("[".to_owned());
    assert_eq!(
        patterns::check(&facts).unwrap_err().to_string(),
        "refund: `channel_id`: the pattern `[` is no regular expression: found unclosed character class: correct the pattern"
    );
}

#[test]
fn a_pattern_of_the_sources_that_is_no_regular_expression_is_corrected() {
    let folder = crate::facts();
    let mut corrections: Value = json::parse(&folder.join("corrections.json")).unwrap();
    let rules = corrections["rules"].as_array_mut().unwrap();
    rules.retain(|rule| rule["name"] != "wrong-patterns");
    let mut sources = Sources::read(&folder).unwrap();
    sources.corrections = serde_json::from_value(corrections).unwrap();
    assert_eq!(
        sources.facts().unwrap_err().to_string(),
        "marketing_pay_gift: `delete_request_no`: the pattern `[a-zA-Z0-9\\|-_\\*]{1,128}` is no regular expression: \
         invalid range in character class: correct the pattern"
    );
}
