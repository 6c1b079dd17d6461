//! An operation of a brand has the shape of its twin, without the members of the service provider.

use wechatpay_endpoints::facts::Facts;

use super::{facts, schemas};
use crate::{Result, copies, json, twins::Twins};

fn with_twin(twin: &str) -> Result<Facts> {
    let twin = format!(
        r#"{{"product": "brand_refund", "name": "query_refund", "label": "查询退款", "sources": ["skills"], {twin}}}"#
    );
    with_twins(&format!(
        r#"{{"scheme": "WECHATPAY-BRAND-SHA256-RSA2048", "operations": [{twin}]}}"#
    ))
}

fn with_twins(twins: &str) -> Result<Facts> {
    let mut facts = facts();
    copies::separate(&mut facts)?;
    let twins: Twins = json::from_text(twins)?;
    twins.add(&mut facts)?;
    copies::share(&mut facts, copies::Sharing::Exact, |_| copies::Turn::Known)?;
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
            r#""method": "POST", "path": "/v3/refunds", "twin": null, "responses": [{"status": 200, "body": "object"}]"#,
            "brand.json: POST /v3/refunds: the facts have this operation already, as refund.create_refund",
        ),
    ] {
        assert_eq!(with_twin(twin).unwrap_err().to_string(), expected);
    }
}

#[test]
fn a_request_without_members_is_no_request() {
    let facts = with_twin(
        r#""method": "POST", "path": "/brand/refunds/close", "without": ["total", "account"],
        "twin": "POST /v3/refunds/close""#,
    )
    .unwrap();
    let operation = facts.operation("POST", "/brand/refunds/close").unwrap();
    assert_eq!(operation.request, None);
}

#[test]
fn a_twin_that_contradicts_is_an_error() {
    const TWIN: &str = r#""twin": "GET /v3/refunds/{refund_id}""#;
    for (path, keys, expected) in [
        (
            "/brand/refunds/{refund_id}",
            TWIN.to_owned(),
            "the list of parameters still has `brand_id`: name it in `without`",
        ),
        (
            "/brand/refunds/{id}",
            format!(r#"{TWIN}, "without": ["brand_id"]"#),
            "the path has other placeholders than its twin: write those of /v3/refunds/{refund_id}",
        ),
        (
            "/brand/refunds/{refund_id}",
            format!(r#"{TWIN}, "without": ["brand_id", "brand_id"]"#),
            "`without` names `brand_id` twice: remove one of the two",
        ),
        (
            "/brand/refunds/{refund_id}",
            format!(r#"{TWIN}, "params": []"#),
            "`params` is that of the twin: remove the key",
        ),
        (
            "/brand/refunds",
            r#""twin": null, "without": ["brand_id"]"#.to_owned(),
            "`without` has no effect without a twin: remove it",
        ),
        (
            "/brand/refunds",
            r#""twin": null, "responses": [{"status": 404, "body": "none"}]"#.to_owned(),
            "the status 404 is no success",
        ),
    ] {
        let error = with_twin(&format!(r#""method": "GET", "path": "{path}", {keys}"#));
        assert_eq!(
            error.unwrap_err().to_string(),
            format!("brand.json: GET {path}: {expected}")
        );
    }
    let create = with_twin(r#""method": "POST", "path": "/brand/a", "twin": "POST /v3/refunds""#);
    assert_eq!(
        create.unwrap_err().to_string(),
        "brand.json: POST /brand/a: the request still has `brand_id`: name it in `without`"
    );
}

#[test]
fn names_and_labels_of_twins_are_checked() {
    let twin = |name: &str, label: &str, path: &str| {
        format!(
            r#"{{"product": "brand_refund", "name": "{name}", "label": "{label}", "method": "GET", "path": "{path}",
            "twin": null, "responses": [{{"status": 200, "body": "object"}}], "sources": ["skills"]}}"#
        )
    };
    let event = |label: &str, without: &str| {
        format!(
            r#"{{"event_type": "A.B", "label": "{label}", "original_types": ["a"], "twin": "REFUND.CLOSED",
            "without": [{without}], "optional": [], "sources": ["skills"]}}"#
        )
    };
    for (scheme, operations, events, expected) in [
        (
            "RSA",
            String::new(),
            String::new(),
            "the scheme is `RSA`: the one of brands is `WECHATPAY-BRAND-SHA256-RSA2048`",
        ),
        (
            "WECHATPAY-BRAND-SHA256-RSA2048",
            twin("Query", "a", "/brand/a"),
            String::new(),
            "GET /brand/a: the name `Query` is not in snake_case",
        ),
        (
            "WECHATPAY-BRAND-SHA256-RSA2048",
            twin("query", " ", "/brand/a"),
            String::new(),
            "GET /brand/a: `label` is empty: write the Chinese name",
        ),
        (
            "WECHATPAY-BRAND-SHA256-RSA2048",
            [
                twin("query", "a", "/brand/a"),
                twin("query", "b", "/brand/b"),
            ]
            .join(","),
            String::new(),
            "GET /brand/b: GET /brand/a has the name brand_refund.query already: choose another `name`",
        ),
        (
            "WECHATPAY-BRAND-SHA256-RSA2048",
            String::new(),
            event("", ""),
            "A.B: `label` is empty: write the Chinese name",
        ),
    ] {
        let twins = format!(
            r#"{{"scheme": "{scheme}", "operations": [{operations}], "events": [{events}]}}"#
        );
        assert_eq!(
            with_twins(&twins).unwrap_err().to_string(),
            format!("brand.json: {expected}")
        );
    }
}

#[test]
fn a_resource_that_names_the_brand_is_an_error() {
    let mut facts = facts();
    let types = facts.products.get_mut("webhooks").unwrap();
    types.schemas.get_mut("Resource").unwrap()[0].name = "brand_id".to_owned();
    let twins: Twins = json::from_text(
        r#"{"scheme": "WECHATPAY-BRAND-SHA256-RSA2048", "operations": [], "events": [{"event_type": "A.B",
            "label": "a", "original_types": ["a"], "twin": "REFUND.CLOSED", "without": ["sp_mchid"],
            "optional": [], "sources": ["skills"]}]}"#,
    )
    .unwrap();
    assert_eq!(
        twins.add(&mut facts).unwrap_err().to_string(),
        "brand.json: A.B: the resource still has `brand_id`: name it in `without`"
    );
}
