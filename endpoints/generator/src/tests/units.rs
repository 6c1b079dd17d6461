//! Every integer has a unit.

use std::collections::BTreeSet;

use wechatpay_endpoints::facts::{Field, Type, Unit};

use super::facts;
use crate::{
    copies::{self, Sharing, Turn},
    units::Units,
};

fn refused(json: &str) -> String {
    let units: Units = serde_json::from_str(json).unwrap();
    units
        .apply(&mut facts(), &BTreeSet::new())
        .unwrap_err()
        .to_string()
}

#[test]
fn amounts_are_in_fen_unless_they_are_abroad_or_an_exception() {
    let exception = r#"[{"product": "refund", "field": "total", "why": "in dollars"}]"#;
    let known = r#"[{"product": "refund", "field": "total", "unit": "yuan_e8", "why": "exact"}]"#;
    for (abroad, exceptions, expected) in [
        ("[]", "[]", Some(Unit::Fen)),
        (r#"["refund"]"#, "[]", Some(Unit::Minor)),
        ("[]", exception, None),
        (r#"["refund"]"#, exception, None),
        ("[]", known, Some(Unit::YuanE8)),
    ] {
        let json = format!(
            r#"{{"fen": ["total"], "plain": [], "abroad": {abroad}, "exceptions": {exceptions}, "measures": []}}"#
        );
        let units: Units = serde_json::from_str(&json).unwrap();
        let mut facts = facts();
        units.apply(&mut facts, &BTreeSet::new()).unwrap();
        assert_eq!(facts.products["refund"].schemas["Amount"][0].unit, expected);
    }
}

#[test]
fn amounts_of_another_host_and_of_resources_abroad_are_not_in_fen() {
    let json = r#"{"fen": ["total"], "plain": [], "abroad": [], "exceptions": [], "measures": []}"#;
    let units: Units = serde_json::from_str(json).unwrap();
    let mut facts = facts();
    facts.operations[0].host = Some("apihk.mch.weixin.qq.com".to_owned());
    let webhooks = facts.products.get_mut("webhooks").unwrap();
    let amount = Type::Schema("Amount".to_owned());
    for schema in ["Home", "Abroad"] {
        let total = Field::new("total", Type::Int);
        webhooks.schemas.insert("Amount".to_owned(), vec![total]);
        let member = Field::new("amount", amount.clone());
        webhooks.schemas.insert(schema.to_owned(), vec![member]);
    }
    facts.events[0].resource = None;
    facts.events[0].one_of = ["webhooks:Home", "webhooks:Abroad"]
        .map(str::to_owned)
        .into();
    copies::separate(&mut facts).unwrap();
    let abroad = BTreeSet::from(["webhooks:Abroad".to_owned()]);
    units.apply(&mut facts, &abroad).unwrap();
    copies::share(&mut facts, Sharing::Exact, |_| Turn::Known).unwrap();
    let unit = |product: &str, schema: &str| facts.products[product].schemas[schema][0].unit;
    assert_eq!(unit("refund", "Amount"), Some(Unit::Minor));
    assert_eq!(unit("refund", "QueryRefundAmount"), Some(Unit::Fen));
    assert_eq!(unit("webhooks", "Amount"), Some(Unit::Fen));
    assert_eq!(unit("webhooks", "RefundSuccessAmount"), Some(Unit::Minor));
}

#[test]
fn an_integer_without_a_unit_and_a_unit_without_an_integer_are_errors() {
    let rest = r#""abroad": [], "exceptions": [], "measures": []"#;
    assert_eq!(
        refused(&format!(r#"{{"fen": [], "plain": [], {rest}}}"#)),
        "units.json: refund: `total` has no unit: add the name to `fen` or `plain`"
    );
    assert_eq!(
        refused(&format!(
            r#"{{"fen": ["total"], "plain": ["count"], {rest}}}"#
        )),
        "units.json: no integer is `count`"
    );
    assert_eq!(
        refused(&format!(
            r#"{{"fen": ["total"], "plain": ["total"], {rest}}}"#
        )),
        "units.json: `total` is fen and plain"
    );
    assert_eq!(
        refused(
            r#"{"fen": ["total"], "plain": [], "abroad": [],
                "exceptions": [{"product": "bill", "field": "total", "why": "gone"}], "measures": []}"#
        ),
        "units.json: bill: no integer is `total`"
    );
}

fn measured(fen: &str, plain: &str, measures: &str) -> String {
    format!(
        r#"{{"fen": {fen}, "plain": {plain}, "abroad": [], "exceptions": [], "measures": {measures}}}"#
    )
}

#[test]
fn a_plain_integer_has_the_unit_that_a_source_shows() {
    let measure = |products: &str| {
        format!(
            r#"{{"products": {products}, "fields": ["total"], "unit": "minutes", "sources": ["doc"]}}"#
        )
    };
    let json = measured(
        "[]",
        r#"["total"]"#,
        &format!("[{}]", measure(r#"["refund"]"#)),
    );
    let units: Units = serde_json::from_str(&json).unwrap();
    let mut facts = facts();
    units.apply(&mut facts, &BTreeSet::new()).unwrap();
    let total = &facts.products["refund"].schemas["Amount"][0];
    assert_eq!(total.unit, Some(Unit::Minutes));
    for (fen, plain, measures, message) in [
        (
            r#"["total"]"#,
            "[]",
            format!("[{}]", measure(r#"["refund"]"#)),
            "units.json: refund: `total` is not plain",
        ),
        (
            "[]",
            r#"["total"]"#,
            format!("[{}]", measure(r#"["refund", "refund"]"#)),
            "units.json: refund: `total` has two units",
        ),
        (
            "[]",
            r#"["total"]"#,
            format!("[{}]", measure(r#"["bill"]"#)),
            "units.json: bill: no integer is `total`",
        ),
    ] {
        assert_eq!(refused(&measured(fen, plain, &measures)), message);
    }
}

#[test]
fn a_unit_without_a_source_is_refused() {
    for (sources, message) in [
        ("[]", "`sources` is empty: name who shows the fact"),
        (
            r#"["rumour"]"#,
            "`rumour` is no word of `sources`: the README lists the words",
        ),
    ] {
        let measure = format!(
            r#"[{{"products": ["refund"], "fields": ["total"], "unit": "days", "sources": {sources}}}]"#
        );
        let read = serde_json::from_str::<Units>(&measured("[]", r#"["total"]"#, &measure));
        let error = read.err().unwrap().to_string();
        assert!(error.starts_with(message), "{error}");
    }
}
