//! Tests of what happens to the facts between the files and the outputs.

mod additions;
mod alike;
mod cited;
mod committed;
mod corrections;
mod families;
mod joined;
mod labels;
mod listing;
mod marks;
mod operations;
mod orders;
mod rules;
mod sensitive;
mod sides;
mod sources;
mod strict;
mod times;
mod twins;
mod units;

use std::sync::LazyLock;

use wechatpay_endpoints::{
    declare::{self, Module},
    facts::{Facts, Types},
};

use crate::read::Sources;

/// The committed sources. They and the three below are made once for all tests, because each takes a second or more.
pub(crate) static SOURCES: LazyLock<Sources> =
    LazyLock::new(|| Sources::read(&crate::facts()).unwrap());
pub(crate) static FACTS: LazyLock<Facts> = LazyLock::new(|| SOURCES.facts().unwrap());
pub(crate) static CATALOGUE: LazyLock<Facts> = LazyLock::new(|| SOURCES.catalogue().unwrap());
pub(crate) static MODULES: LazyLock<Vec<Module>> = LazyLock::new(|| declare::modules(&CATALOGUE));

/// Operations that share the schema `Amount`, and two events that share their resource.
pub(super) fn facts() -> Facts {
    let mut facts = crate::read::facts_of(
        r#"{"product": "refund", "name": "create_refund", "method": "POST", "path": "/v3/refunds",
            "params": [{"in": "query", "name": "channel_id", "type": "string"}],
            "request": "ref:Refund", "responses": [{"status": 200, "body": "ref:Refund"}]},
        {"product": "refund", "name": "query_refund", "method": "GET", "path": "/v3/refunds/{refund_id}",
            "params": [{"in": "path", "name": "refund_id", "type": "string", "required": true},
                {"in": "query", "name": "brand_id", "type": "string"}],
            "request": null, "responses": [{"status": 200, "body": "ref:Refund"}]},
        {"product": "refund", "name": "close_refund", "method": "POST", "path": "/v3/refunds/close",
            "request": "ref:Amount", "responses": [{"status": 204, "body": "none"}]}"#,
    );
    for event_type in ["REFUND.SUCCESS", "REFUND.CLOSED"] {
        let event = format!(
            r#"{{"event_type": "{event_type}", "label": null, "resource": "ref:Resource"}}"#
        );
        facts.events.push(serde_json::from_str(&event).unwrap());
    }
    facts.products.insert(
        "refund".to_owned(),
        types(
            r#"{"schemas": {
                "Refund": [{"name": "brand_id", "type": "string", "required": true},
                    {"name": "amount", "type": "ref:Amount", "required": true},
                    {"name": "parts", "type": "array<ref:Amount>"}],
                "Amount": [{"name": "total", "type": "int", "required": true},
                    {"name": "account", "type": "enum:Account"}]
            }, "enums": {"Account": {"type": "string", "values": ["AVAILABLE"]}}}"#,
        ),
    );
    facts.products.insert(
        "webhooks".to_owned(),
        types(
            r#"{"schemas": {"Resource": [{"name": "mchid", "type": "string", "required": true},
            {"name": "sp_mchid", "type": "string", "required": true}]}, "enums": {}}"#,
        ),
    );
    facts
}

fn types(json: &str) -> Types {
    serde_json::from_str(json).unwrap()
}

/// The schemas of a product as text: a name, and its members with a `!` if they are required.
pub(super) fn schemas(facts: &Facts, product: &str) -> Vec<String> {
    let schemas = facts.products[product].schemas.iter();
    let schema = schemas.map(|(name, members)| {
        let members = members.iter().map(|member| {
            let required = if member.required { "!" } else { "" };
            format!("{}: {}{required}", member.name, member.ty)
        });
        format!("{name} {{ {} }}", members.collect::<Vec<_>>().join(", "))
    });
    schema.collect()
}
