//! Families name the methods and the types.

use std::collections::BTreeSet;

use wechatpay_endpoints::facts::{Facts, Trait};

use super::facts;
use crate::families::Families;

const METHODS: &str =
    r#""create_refund": "create_refund", "query_refund": "query_refund", "close_refund": "close""#;

fn families(methods: &str, types: &str, rest: &str) -> Families {
    let json = format!(
        r#"{{"families": [{{"name": "payments", "label": "支付", "products": [{{"product": "refund", "module": "refunds",
            "label": "退款", "traits": [{{"name": "Refunds", "label": "退款", "methods": {{{methods}}}}}],
            "types": {{{types}}}}}]}}], {rest}}}"#
    );
    serde_json::from_str(&json).unwrap()
}

fn named(methods: &str, types: &str, rest: &str) -> crate::Result<Facts> {
    let (families, mut facts) = (families(methods, types, rest), facts());
    families.apply(&mut facts, &BTreeSet::new())?;
    families.separate_responses(&mut facts)?;
    Ok(facts)
}

#[test]
fn operations_and_types_get_their_names() {
    let facts = named(
        METHODS,
        r#""Amount": "RefundAmount", "Account": "FundsAccount""#,
        r#""untyped": {}, "webhooks": {}"#,
    )
    .unwrap();
    let names: Vec<_> = facts.operations.iter().map(|known| &*known.name).collect();
    assert_eq!(names, ["create_refund", "query_refund", "close"]);
    let requests = facts
        .operations
        .iter()
        .filter_map(|known| known.request.as_ref());
    let requests: Vec<_> = requests.map(ToString::to_string).collect();
    assert_eq!(requests, ["ref:Refund", "ref:RefundAmount"]);
    assert!(facts.products["refund"].enums.contains_key("FundsAccount"));
    let product = &facts.families[0].products[0];
    assert_eq!((&*product.name, &*product.module), ("refund", "refunds"));
    let operations = names.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(product.traits, [Trait::new("Refunds", "退款", operations)]);
}

/// The families of the facts above, with responses of their own.
fn responding(responses: &str) -> crate::Result<Facts> {
    let types = format!(r#"}}, "responses": {{{responses}"#);
    named(METHODS, &types, r#""untyped": {}, "webhooks": {}"#)
}

#[test]
fn a_response_gets_a_type_of_its_own() {
    let facts = responding(r#""query_refund": "QueriedRefund""#).unwrap();
    let responses = facts
        .operations
        .iter()
        .filter_map(|known| known.response_type());
    let responses: Vec<_> = responses.map(ToString::to_string).collect();
    assert_eq!(responses, ["ref:Refund", "ref:QueriedRefund"]);
    let schemas = &facts.products["refund"].schemas;
    assert_eq!(schemas["QueriedRefund"], schemas["Refund"]);

    // Methods may share the type.
    let both = r#""query_refund": "Response", "create_refund": "Response""#;
    let facts = responding(both).unwrap();
    let mut operations = facts.operations.iter();
    assert!(operations.all(|known| {
        let ty = known.response_type();
        ty.is_none_or(|ty| ty.to_string() == "ref:Response")
    }));

    for (responses, expected) in [
        (
            r#""open_refund": "A""#,
            "families.json: open_refund: refund has no such method",
        ),
        (
            r#""close": "A""#,
            "families.json: close: its response is no object",
        ),
        (
            r#""query_refund": "Amount""#,
            "families.json: query_refund: another type is `Amount`",
        ),
    ] {
        let error = responding(responses).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn names_that_fit_no_operation_or_type_are_errors() {
    let rest = r#""untyped": {}, "webhooks": {}"#;
    for (methods, types, rest, expected) in [
        (
            r#""create_refund": "create_refund", "query_refund": "query_refund""#,
            "",
            rest,
            "families.json: no trait has POST /v3/refunds/close",
        ),
        (
            r#""create_refund": "a", "query_refund": "a", "close_refund": "b""#,
            "",
            rest,
            "families.json: two methods are `a`",
        ),
        (
            r#""create_refund": "a", "query_refund": "b", "close_refund": "c", "open_refund": "d""#,
            "",
            rest,
            "families.json: refund has no operation `open_refund`",
        ),
        (
            METHODS,
            r#""Amounts": "A""#,
            rest,
            "families.json: refund has no type `Amounts`",
        ),
        (
            METHODS,
            r#""Amount": "Account""#,
            rest,
            "families.json: refund: two types are `Account`, as `Amount` is called here: choose another name for one",
        ),
        (
            METHODS,
            "",
            r#""untyped": {"GET /v3/gone": "why"}, "webhooks": {}"#,
            "families.json: no operation without types is GET /v3/gone",
        ),
    ] {
        let error = named(methods, types, rest).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn an_operation_without_types_is_in_no_trait() {
    let facts = named(
        r#""create_refund": "create_refund", "query_refund": "query_refund""#,
        "",
        r#""untyped": {"POST /v3/refunds/close": "no source shows its form"}, "webhooks": {}"#,
    );
    assert_eq!(
        facts.unwrap().families[0].products[0].traits[0]
            .operations
            .len(),
        2
    );
}

#[test]
fn an_addition_may_be_in_no_trait() {
    let methods = r#""create_refund": "create_refund", "query_refund": "query_refund""#;
    let families = families(methods, "", r#""untyped": {}, "webhooks": {}"#);
    let additions = BTreeSet::from(["POST /v3/refunds/close".to_owned()]);
    families.apply(&mut facts(), &additions).unwrap();
}
