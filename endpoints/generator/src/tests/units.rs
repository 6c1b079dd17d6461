//! Every integer has a unit.

use wechatpay_endpoints::facts::Unit;

use super::facts;
use crate::units::Units;

fn refused(json: &str) -> String {
    let units: Units = serde_json::from_str(json).unwrap();
    units.apply(&mut facts()).unwrap_err().to_string()
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
            r#"{{"fen": ["total"], "plain": [], "abroad": {abroad}, "exceptions": {exceptions}}}"#
        );
        let units: Units = serde_json::from_str(&json).unwrap();
        let mut facts = facts();
        units.apply(&mut facts).unwrap();
        assert_eq!(facts.products["refund"].schemas["Amount"][0].unit, expected);
    }
}

#[test]
fn an_integer_without_a_unit_and_a_unit_without_an_integer_are_errors() {
    let rest = r#""abroad": [], "exceptions": []"#;
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
                "exceptions": [{"product": "bill", "field": "total", "why": "gone"}]}"#
        ),
        "units.json: bill: no integer is the exception `total`"
    );
}
