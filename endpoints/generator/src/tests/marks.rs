//! Members are marked with the witnesses that have them.

use super::facts;
use crate::{
    copies, json,
    marks::{Confirmed, Marks},
};

fn marked(marks: &str) -> crate::Result<Vec<String>> {
    let mut facts = facts();
    copies::separate(&mut facts)?;
    let marks: Marks = json::from_text(&format!(r#"{{"operations": {{{marks}}}}}"#))?;
    marks.apply(&mut facts)?;
    copies::share(&mut facts, copies::Sharing::Exact, |_| copies::Turn::Known)?;
    let schemas = facts.products["refund"].schemas.iter();
    let marked = schemas.flat_map(|(name, members)| {
        members
            .iter()
            .filter(|member| !member.witnesses.is_empty())
            .map(move |member| format!("{name}.{} {}", member.name, member.witnesses))
    });
    Ok(marked.collect())
}

#[test]
fn a_type_is_shared_if_its_witnesses_decide_the_same() {
    // To both, the total is said to be required; only its names differ.
    let same = marked(
        r#""POST /v3/refunds": {"seen": "kw", "request": {"amount.total": "k+k", "parts[].total": "w+w"}},
        "POST /v3/refunds/close": {"seen": "g", "request": {"total": "g+g"}}"#,
    );
    assert_eq!(same.unwrap(), ["Amount.total k+k"]);

    let different = marked(
        r#""POST /v3/refunds": {"seen": "Gkw", "request": {"amount": "G+G", "amount.total": "k+k",
            "parts[].total": "w-w"}},
        "POST /v3/refunds/close": {"seen": "G", "request": {"total": "G+G"}}"#,
    );
    assert_eq!(
        different.unwrap(),
        [
            "Amount.total k+k",
            "CloseRefundAmount.total G+G",
            "CreateRefundAmount.total w-w",
            "Refund.amount G+G",
        ]
    );
}

#[test]
fn marks_of_what_is_gone_are_errors() {
    for (marks, expected) in [
        (
            r#""GET /v3/refunds": {"seen": "G"}"#,
            "witnesses.json: GET /v3/refunds: no such operation",
        ),
        (
            r#""POST /v3/refunds": {"seen": "G", "request": {"amounts": "G"}}"#,
            "witnesses.json: POST /v3/refunds: request: no member is `amounts`",
        ),
        (
            r#""POST /v3/refunds": {"seen": "G", "params": {"query channel": "G"}}"#,
            "witnesses.json: POST /v3/refunds: no parameter is `query channel`",
        ),
        (
            r#""POST /v3/refunds": {"seen": "G", "response": {"amount.total": "Gx"}}"#,
            "witnesses.json: POST /v3/refunds: response: `amount.total`: `Gx` names an unknown witness",
        ),
        (
            r#""POST /v3/refunds": {"seen": "G", "params": {"query channel_id": "x"}}"#,
            "witnesses.json: POST /v3/refunds: query channel_id: `x` names an unknown witness",
        ),
        (
            r#""POST /v3/refunds": {"seen": "x"}"#,
            "witnesses.json: POST /v3/refunds: seen: `x` names an unknown witness",
        ),
    ] {
        assert_eq!(marked(marks).unwrap_err().to_string(), expected);
    }
}

#[test]
fn a_page_confirms_a_required_parameter() {
    let mut facts = facts();
    let confirmed: Confirmed = serde_json::from_str(
        r#"{"operations": {"GET /v3/refunds/{refund_id}": "P"}, "required": [{"of": "POST /v3/refunds",
            "in": "query", "at": "channel_id", "source": "/doc/v3/merchant/1"}]}"#,
    )
    .unwrap();
    confirmed.apply(&mut facts).unwrap();
    assert!(
        facts.operations[0].params[0]
            .field
            .witnesses
            .confirm_required()
    );
    assert!(facts.operations[1].seen.confirm());
    facts.operations.clear();
    let error = confirmed.apply(&mut facts).unwrap_err().to_string();
    assert_eq!(
        error,
        "confirmed.json: GET /v3/refunds/{refund_id}: no such operation"
    );
}

#[test]
fn letters_that_contradict_are_errors() {
    for (letters, expected) in [
        (
            "",
            "`` names no witness: write letters, or remove the entry",
        ),
        (
            "+G",
            "`+G` names no witness: write letters, or remove the entry",
        ),
        ("G+", "`G+` has a sign without letters: remove the sign"),
        ("G+-G", "`G+-G` has a sign without letters: remove the sign"),
        (
            "GG",
            "`GG` names `G` twice: write each letter once, and behind one sign",
        ),
        (
            "G+G-G",
            "`G+G-G` names `G` twice: write each letter once, and behind one sign",
        ),
        (
            "G+Gk",
            "`G+Gk`: `k` is only behind a sign: write it before the signs, too",
        ),
        (
            "J+J",
            "`J+J`: `J` says nothing of `required`: write it only before the signs",
        ),
        (
            "Gs-s",
            "`Gs-s`: `s` says nothing of `required`: write it only before the signs",
        ),
    ] {
        let marks =
            format!(r#""POST /v3/refunds": {{"seen": "G", "request": {{"amount": "{letters}"}}}}"#);
        assert_eq!(
            marked(&marks).unwrap_err().to_string(),
            format!("witnesses.json: POST /v3/refunds: request: `amount`: {expected}")
        );
    }
}

#[test]
fn marks_of_an_operation_that_contradict_are_errors() {
    for (marks, expected) in [
        (
            r#""seen": "G+G""#,
            "seen: `G+G` has signs: write only letters",
        ),
        (
            r#""seen": "G", "empty_response": """#,
            "empty_response: `` names no witness: write letters, or remove the entry",
        ),
        (
            r#""seen": "G", "request": {"amount": "Gk"}"#,
            "`amount` has `k`, and `seen` has not: add the letter there",
        ),
        (
            r#""seen": "Gk", "empty_response": "G", "response": {"amount": "k", "amount.total": "Gk+k"}"#,
            "`empty_response` is `G`, and `amount.total` of the response `Gk+k`: a witness has one of the two",
        ),
    ] {
        assert_eq!(
            marked(&format!(r#""POST /v3/refunds": {{{marks}}}"#))
                .unwrap_err()
                .to_string(),
            format!("witnesses.json: POST /v3/refunds: {expected}")
        );
    }
    let unknown: crate::Result<Marks> = json::from_text(r#"{"operations": {}, "witness": {}}"#);
    let message = unknown.err().unwrap().to_string();
    assert!(
        message.starts_with("unknown field `witness`, expected `operations` at line 1"),
        "{message}"
    );
}

#[test]
fn what_confirms_nothing_is_an_error() {
    let required = |source: &str| {
        format!(
            r#"{{"of": "POST /v3/refunds", "in": "query", "at": "channel_id", "source": "{source}"}}"#
        )
    };
    let page = required("/docs/merchant/a.html");
    for (operations, required, expected) in [
        (
            r#""POST /v3/refunds": "x""#,
            String::new(),
            "POST /v3/refunds: `x` names an unknown witness",
        ),
        (
            "",
            required("go"),
            "POST /v3/refunds: `channel_id`: the source `go` is no official page: write its path, such as \
             `/doc/v3/merchant/4012556742`",
        ),
        (
            "",
            page.replace("channel_id", "channel"),
            "POST /v3/refunds: `channel`: no such parameter",
        ),
        (
            "",
            format!("{page}, {page}"),
            "POST /v3/refunds: `channel_id` is there twice: remove one of the two",
        ),
    ] {
        let text = format!(r#"{{"operations": {{{operations}}}, "required": [{required}]}}"#);
        let confirmed: Confirmed = json::from_text(&text).unwrap();
        assert_eq!(
            confirmed.apply(&mut facts()).unwrap_err().to_string(),
            format!("confirmed.json: {expected}")
        );
    }
}
