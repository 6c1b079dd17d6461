//! Mistakes in `corrections.json` are errors that name the rule and the change.

use serde_json::json;

use super::{
    corrections::{corrected_by, refused},
    facts,
};
use crate::{corrections::Corrections, json};

fn read(corrections: &serde_json::Value) -> String {
    let corrections: crate::Result<Corrections> = json::from_text(&corrections.to_string());
    match corrections.and_then(|corrections| corrections.apply(&mut facts())) {
        Ok(()) => String::new(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn a_rule_has_a_name_a_reason_and_changes() {
    let change = json!({"of": "POST /v3/refunds", "in": "query", "at": "channel_id", "change": "require",
        "confidence": "high", "sources": ["skit"]});
    let rule = |name: &str, why: &str| json!({"name": name, "why": why, "changes": [change]});
    for (rules, expected) in [
        (
            json!([rule("a", "b"), rule("a", "c")]),
            "two rules have the name `a`: join them, or rename one",
        ),
        (
            json!([rule("a", " ")]),
            "rule `a`: `why` is empty: say the reason",
        ),
        (
            json!([rule("", "b")]),
            "rule ``: `name` is empty: name the cause of the changes",
        ),
        (
            json!([{"name": "a", "why": "b", "changes": []}]),
            "rule `a`: `changes` is empty: remove the rule",
        ),
    ] {
        assert_eq!(corrected_by(&rules).unwrap_err().to_string(), expected);
    }
}

#[test]
fn a_change_has_a_confidence_and_sources() {
    for (key, value, expected) in [
        ("confidence", None, "missing field `confidence`"),
        ("sources", None, "missing field `sources`"),
        (
            "sources",
            Some(json!([])),
            "`sources` is empty: name who shows the fact",
        ),
    ] {
        let mut change = json!({"of": "POST /v3/refunds", "in": "query", "at": "channel_id", "change": "require",
            "confidence": "high", "sources": ["skit"]});
        let keys = change.as_object_mut().unwrap();
        match value {
            Some(value) => keys.insert(key.to_owned(), value),
            None => keys.remove(key),
        };
        let message = read(&json!({"rules": [{"name": "a", "why": "b", "changes": [change]}]}));
        assert!(
            message.starts_with(&format!(
                "`channel_id` of POST /v3/refunds: {expected} at line 1"
            )),
            "{message}"
        );
    }
}

#[test]
fn a_proposal_is_refused_once_and_only_with_low_confidence() {
    let proposal = |confidence: &str| {
        json!({"of": "POST /v3/refunds", "in": "request", "at": "amount", "change": "optional", "why": "b",
            "confidence": confidence, "sources": ["skit"]})
    };
    for confidence in ["high", "medium"] {
        assert_eq!(
            read(&json!({"rules": [], "refused": [proposal(confidence)]})),
            "refused: `amount` of POST /v3/refunds: only a proposal of low confidence may be refused: make the \
             correction"
        );
    }
    assert_eq!(
        read(&json!({"rules": [], "refused": [proposal("low"), proposal("low")]})),
        "the proposal for `amount` of POST /v3/refunds is there twice: remove one of the two"
    );
}

#[test]
fn a_change_that_contradicts_is_an_error() {
    for (change, expected) in [
        (
            r#""in": "request", "at": "account", "change": "values", "values": [1]"#,
            "the value 1 is no `string`",
        ),
        (
            r#""in": "request", "at": "account", "change": "values", "values": ["A", "A"]"#,
            "the value \"A\" is there twice",
        ),
        (
            r#""in": "request", "at": "account", "change": "remove-values", "values": ["AVAILABLE"]"#,
            "`values` is empty",
        ),
        (
            r#""in": "request", "at": "account", "change": "alternatives", "members": ["account"]"#,
            "the alternative `account` is the member itself: remove it",
        ),
        (
            r#""in": "request", "at": "scan", "change": "add", "type": "file""#,
            "`scan` is a `file`: no correction adds files",
        ),
        (
            r#""in": "request", "at": "scans", "change": "add", "type": "object", "fields": [
                {"name": "scan", "type": "array<file>"}]"#,
            "`scan` is a `file`: no correction adds files",
        ),
        (
            r#""in": "request", "at": "total", "change": "type", "type": "file""#,
            "`total` is a `file`: no correction adds files",
        ),
        (
            r#""in": "response", "change": "response", "status": 404, "fields": [{"name": "a", "type": "int"}]"#,
            "the status 404 is no success",
        ),
        (
            r#""in": "response", "change": "response", "status": 200, "fields": []"#,
            "`fields` is empty: list the members of the response",
        ),
        (
            r#""in": "query", "at": "query", "change": "add", "type": "int""#,
            "the parameter `query` has the name of an argument: a declaration cannot tell them apart",
        ),
        (
            r#""in": "query", "at": "a", "change": "add", "type": "object""#,
            "the type of the parameter `a` is `object`: write one that is a text, such as `string` or `int`",
        ),
    ] {
        let message = refused(&format!(r#"{{"of": "POST /v3/refunds/close", {change}}}"#));
        assert!(
            message.ends_with(&format!(" of POST /v3/refunds/close: {expected}"))
                && message.starts_with("rule `a`: `"),
            "{message}"
        );
    }
    assert_eq!(
        refused(r#"{"of": "REFUND.CLOSED", "in": "event", "change": "label", "to": " "}"#),
        "rule `a`: `` of REFUND.CLOSED: `label` is empty: write the Chinese name"
    );
}

#[test]
fn members_of_one_of_are_several_and_new_names_are_free() {
    let new = |name: &str, without: &str| {
        format!(
            r#"{{"name": "{name}", "like": "Resource", "without": [{without}], "require": []}}"#
        )
    };
    let known = || r#""webhooks:Resource""#.to_owned();
    for (members, expected) in [
        (
            vec![known()],
            "`one_of` has fewer than two members: an event of one resource has no `one_of`",
        ),
        (
            vec![known(), known()],
            "the member `webhooks:Resource` is there twice: remove one of the two",
        ),
        (
            vec![new("A", ""), new("A", "")],
            "the member `A` is there twice: remove one of the two",
        ),
        (
            vec![known(), new("closed", "")],
            "the name `closed` is not in PascalCase",
        ),
        (
            vec![known(), new("Resource", "")],
            "the name `Resource` is taken: choose another",
        ),
        (
            vec![new("A", ""), new("A", r#""mchid""#)],
            "the name `A` is taken: choose another",
        ),
    ] {
        assert_eq!(
            refused(&one_of(&members)),
            format!("rule `a`: `` of REFUND.CLOSED: {expected}")
        );
    }
    for (member, expected) in [
        (
            r#""Resource""#.to_owned(),
            "the member `Resource` is no schema of a product: write `product:Schema`",
        ),
        (
            new("A", "").replace("require", "requires"),
            "the member `A`: unknown field `requires`, expected one of `name`, `like`, `without`, `require`, \
             `optional`",
        ),
    ] {
        let message = refused(&one_of(&[known(), member]));
        assert!(
            message.starts_with(&format!("`` of REFUND.CLOSED: {expected}")),
            "{message}"
        );
    }
}

fn one_of(members: &[String]) -> String {
    let members = members.join(", ");
    format!(
        r#"{{"of": "REFUND.CLOSED", "in": "resource", "change": "one_of", "members": [{members}]}}"#
    )
}
