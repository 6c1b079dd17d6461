//! Members are marked with the witnesses that have them.

use super::facts;
use crate::{
    copies,
    marks::{Confirmed, Marks},
};

fn marked(marks: &str) -> crate::Result<Vec<String>> {
    let mut facts = facts();
    copies::separate(&mut facts)?;
    let marks: Marks = serde_json::from_str(&format!(r#"{{"operations": {{{marks}}}}}"#))?;
    marks.apply(&mut facts)?;
    copies::share(&mut facts, |_| false)?;
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
        r#""POST /v3/refunds": {"seen": "k", "request": {"amount.total": "k+k", "parts[].total": "w+w"}},
        "POST /v3/refunds/close": {"seen": "k", "request": {"total": "g+g"}}"#,
    );
    assert_eq!(same.unwrap(), ["Amount.total k+k"]);

    let different = marked(
        r#""POST /v3/refunds": {"seen": "Gk", "request": {"amount": "G+G", "amount.total": "k+k",
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
            "witnesses.json: POST /v3/refunds: `x` names an unknown witness",
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
        "confirmed.json: no operation is `GET /v3/refunds/{refund_id}`"
    );
}
