//! The resource of an event with several resources joins their members.

use wechatpay_endpoints::facts::{Facts, Unit};

use super::{facts, schemas};
use crate::{Result, read::join_resources};

/// The facts whose event `REFUND.SUCCESS` has two resources: the members of two schemas of the product `refund`.
fn joined(merchant: &str, partner: &str) -> Result<Facts> {
    let mut facts = facts();
    let text = format!(
        r#"{{"schemas": {{"Merchant": [{merchant}], "Partner": [{partner}],
            "A": [{{"name": "id", "type": "string", "required": true}},
                {{"name": "device", "type": "string", "required": true}}],
            "B": [{{"name": "id", "type": "string", "required": true}}]}},
        "enums": {{"One": {{"type": "string", "values": ["A", "B"]}},
            "Two": {{"type": "string", "values": ["B", "C"]}}}}}}"#
    );
    facts
        .products
        .insert("refund".to_owned(), serde_json::from_str(&text)?);
    facts.operations.clear();
    facts.events[0].one_of = vec!["refund:Merchant".to_owned(), "refund:Partner".to_owned()];
    // The schemas of members are those of an operation, as in all facts.
    facts.operations = crate::read::facts_of(
        r#"{"product": "refund", "name": "a", "method": "POST", "path": "/v3/a", "request": "ref:Merchant",
            "responses": [{"status": 200, "body": "ref:Partner"}]}"#,
    )
    .operations;
    join_resources(&mut facts, crate::copies::Sharing::Exact)?;
    Ok(facts)
}

fn field(name: &str, ty: &str, required: bool) -> String {
    format!(r#"{{"name": "{name}", "type": "{ty}", "required": {required}}}"#)
}

#[test]
fn a_joined_resource_requires_only_what_each_member_requires() {
    let merchant = [
        field("mchid", "string", true),
        field("openid", "string", true),
        field("amount", "int", true),
        field("scene", "ref:A", true),
        field("list", "array<ref:A>", false),
    ];
    let partner = [
        field("sp_mchid", "string", true),
        field("openid", "string", false),
        field("amount", "int", true),
        field("list", "array<ref:B>", true),
    ];
    let facts = joined(&merchant.join(","), &partner.join(",")).unwrap();
    // `REFUND.CLOSED` keeps `Resource`.
    assert_eq!(
        schemas(&facts, "webhooks"),
        [
            "A { id: string!, device: string! }",
            "RefundSuccessA { id: string!, device: string }",
            "RefundSuccessResource { mchid: string, openid: string, amount: int!, scene: ref:A, \
             list: array<ref:RefundSuccessA>, sp_mchid: string }",
            "Resource { mchid: string!, sp_mchid: string! }",
        ]
    );
}

#[test]
fn a_joined_type_holds_the_values_of_each_member() {
    for (one, two, expected) in [
        ("enum:One", "enum:Two", "enum:One"),
        ("enum:One", "string", "enum:One"),
        ("int", "number", "number"),
        ("object", "ref:A", "object"),
        ("array<string>", "string", "any"),
        ("int", "string", "any"),
        ("enum:One", "int", "any"),
    ] {
        let facts = joined(&field("a", one, true), &field("a", two, true)).unwrap();
        assert!(
            schemas(&facts, "webhooks")
                .contains(&format!("RefundSuccessResource {{ a: {expected}! }}")),
            "{one} {two}"
        );
    }
    let facts = joined(&field("a", "enum:One", true), &field("a", "enum:Two", true));
    assert_eq!(
        facts.unwrap().products["webhooks"].enums["One"].values,
        ["A", "B", "C"]
    );
}

#[test]
fn a_joined_amount_is_in_the_smallest_unit_if_one_member_has_another_currency() {
    for (merchant, partner, expected) in [
        ("fen", "fen", Some(Unit::Fen)),
        ("fen", "minor", Some(Unit::Minor)),
        ("minor", "fen", Some(Unit::Minor)),
        ("days", "days", Some(Unit::Days)),
        ("days", "fen", None),
    ] {
        let amount = |unit| format!(r#"{{"name": "amount", "type": "int", "unit": "{unit}"}}"#);
        let facts = joined(&amount(merchant), &amount(partner)).unwrap();
        let resource = &facts.products["webhooks"].schemas["RefundSuccessResource"];
        assert_eq!(resource[0].unit, expected, "{merchant} {partner}");
    }
}
