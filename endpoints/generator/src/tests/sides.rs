//! The types of requests and those of responses are apart, unless they have one content.

use std::collections::{BTreeMap, BTreeSet};

use wechatpay_endpoints::facts::{Facts, Field, Witnesses};

use super::types;
use crate::{
    alike,
    copies::{self, Sharing, Turn},
    families::Families,
};

/// A refund, in whose request and response `total` has these witnesses.
fn shared(sent: &str, received: &str) -> Facts {
    let mut facts = crate::read::facts_of(
        r#"{"product": "refund", "name": "create_refund", "method": "POST", "path": "/v3/refunds",
            "request": "ref:NewRefund", "responses": [{"status": 200, "body": "ref:Refund"}]}"#,
    );
    facts.products.insert(
        "refund".to_owned(),
        types(
            r#"{"schemas": {
                "NewRefund": [{"name": "amount", "type": "ref:Amount", "required": true}],
                "Refund": [{"name": "amount", "type": "ref:Amount"}],
                "Amount": [{"name": "total", "type": "int", "required": true}]
            }, "enums": {}}"#,
        ),
    );
    copies::separate(&mut facts).unwrap();
    let schemas = &mut facts.products.get_mut("refund").unwrap().schemas;
    let request = amount_of(schemas, "NewRefund");
    let response = amount_of(schemas, "Refund");
    schemas.get_mut(&request).unwrap()[0].witnesses = Witnesses::parse(sent).unwrap();
    schemas.get_mut(&response).unwrap()[0].witnesses = Witnesses::parse(received).unwrap();
    copies::share(&mut facts, Sharing::United, |_| Turn::Known).unwrap();
    facts
}

/// The copy of `Amount` in the copy of a type.
fn amount_of(schemas: &BTreeMap<String, Vec<Field>>, of: &str) -> String {
    let mut copies = schemas.iter();
    let (_, members) = copies
        .find(|(name, _)| copies::original(name) == of)
        .unwrap();
    let name = members[0].ty.to_string();
    name.strip_prefix("ref:").unwrap().to_owned()
}

/// The types of the catalogue.
fn united(mut facts: Facts, types: &str) -> crate::Result<Vec<String>> {
    let families: Families = serde_json::from_str(&format!(
        r#"{{"families": [{{"name": "payments", "label": "支付", "products": [{{"product": "refund", "module": "refunds",
            "label": "退款", "traits": [{{"name": "Refunds", "label": "退款",
            "methods": {{"create_refund": "create_refund"}}}}], "types": {{{types}}}}}]}}], "untyped": {{}},
            "webhooks": {{}}}}"#
    ))?;
    families.apply(&mut facts, &BTreeSet::new())?;
    alike::unite(&mut facts)?;
    Ok(facts.products["refund"].schemas.keys().cloned().collect())
}

#[test]
fn the_witnesses_of_requests_and_of_responses_are_apart() {
    let facts = shared("k+k", "k-k");
    let schemas = &facts.products["refund"].schemas;
    let witnesses = |name: &str| schemas[name][0].witnesses.to_string();
    assert_eq!([witnesses("Amount"), witnesses("Amount@")], ["k+k", "k-k"]);
}

#[test]
fn types_of_both_sides_are_one_if_they_have_one_content() {
    let facts = shared("k+k", "G+G");
    assert_eq!(
        united(facts, "").unwrap(),
        ["Amount", "NewRefund", "Refund"]
    );
}

#[test]
fn types_of_both_sides_that_differ_have_two_names() {
    let named = |types| united(shared("k+k", "k-k"), types);
    assert_eq!(
        named("").unwrap_err().to_string(),
        "families.json: refund: responses have another `Amount` than requests: give their type a name \
         in `types`, by its name in the facts with `@`"
    );
    // The name of a type is that of both sides, until the responses have a name of their own.
    assert_eq!(
        named(r#""Amount": "RefundAmount""#)
            .unwrap_err()
            .to_string(),
        "families.json: refund: responses have another `RefundAmount` than requests: give their type a \
         name in `types`, by its name in the facts with `@`"
    );
    assert_eq!(
        named(r#""Amount@": "RefundedAmount""#).unwrap(),
        ["Amount", "NewRefund", "Refund", "RefundedAmount"]
    );
}
