//! An operation of a brand has the shape of its twin, without the members of the service provider.

use wechatpay_endpoints::facts::Facts;

use super::{facts, schemas};
use crate::{Result, copies, twins::Twins};

fn with_twin(twin: &str) -> Result<Facts> {
    let mut facts = facts();
    copies::separate(&mut facts)?;
    let twin = format!(
        r#"{{"product": "brand_refund", "name": "query_refund", "label": "", "sources": ["skills"], {twin}}}"#
    );
    let twins: Twins =
        serde_json::from_str(&format!(r#"{{"scheme": "S", "operations": [{twin}]}}"#))?;
    twins.add(&mut facts)?;
    copies::share(&mut facts, |_| false)?;
    Ok(facts)
}

#[test]
fn a_twin_has_types_of_its_own() {
    let facts = with_twin(
        r#""method": "GET", "path": "/brand/refunds/{refund_id}", "without": ["brand_id"],
        "twin": "GET /v3/refunds/{refund_id}""#,
    )
    .unwrap();
    let operation = facts
        .operation("GET", "/brand/refunds/{refund_id}")
        .unwrap();
    assert_eq!(
        (operation.params.len(), operation.seen.confirm()),
        (1, true)
    );
    assert_eq!(
        schemas(&facts, "brand_refund"),
        [
            "Amount { total: int!, account: enum:Account }",
            "Refund { amount: ref:Amount!, parts: array<ref:Amount> }",
        ]
    );
    assert_eq!(schemas(&facts, "refund").len(), 2);
}

#[test]
fn an_operation_without_a_twin_is_as_far_as_it_is_known() {
    let facts = with_twin(
        r#""method": "POST", "path": "/brand/refunds", "twin": null, "request": "object",
        "responses": [{"status": 200, "body": "object"}]"#,
    )
    .unwrap();
    assert!(
        facts
            .operation("POST", "/brand/refunds")
            .unwrap()
            .request
            .is_some()
    );
}

#[test]
fn a_twin_that_no_longer_applies_is_an_error() {
    for (twin, expected) in [
        (
            r#""method": "GET", "path": "/brand/a", "twin": "GET /v3/refunds""#,
            "brand.json: GET /brand/a: the twin is not there",
        ),
        (
            r#""method": "GET", "path": "/brand/a", "twin": "GET /v3/refunds/{refund_id}", "without": ["a"]"#,
            "brand.json: GET /brand/a: the twin has no `a`",
        ),
        (
            r#""method": "POST", "path": "/v3/refunds", "twin": null"#,
            "brand.json: POST /v3/refunds: the operation is there already",
        ),
    ] {
        assert_eq!(with_twin(twin).unwrap_err().to_string(), expected);
    }
}
