//! Every operation with a `prepay_id` in its response has a decision: the traits by which payment parameters take the
//! order and its response, or a reason for none.

use std::collections::{BTreeMap, BTreeSet};

use wechatpay_endpoints::{
    declare::Module,
    facts::{Facts, Operation, Type},
};

use super::{CATALOGUE, MODULES};

/// The operation, the traits of the request, those of the response, and the reason if the request has none or several.
const DECISIONS: &str = "\
POST /hk/v3/transactions/app | JsapiOrder AppOrder | PrepaySession | the two share a type, and `trade_type` tells
POST /hk/v3/transactions/jsapi | JsapiOrder AppOrder | PrepaySession | the two share a type, and `trade_type` tells
POST /v3/combine-transactions/app | AppOrder | PrepaySession |
POST /v3/combine-transactions/jsapi | JsapiOrder | PrepaySession |
POST /v3/combine-transactions/miniprogram | JsapiOrder | PrepaySession |
POST /v3/global/transactions/app | JsapiOrder AppOrder | PrepaySession | the two share a type, and `trade_type` tells
POST /v3/global/transactions/jsapi | JsapiOrder AppOrder | PrepaySession | the two share a type, and `trade_type` tells
POST /v3/med-ins/orders | MedicalOrder | MedicalSession |
GET /v3/med-ins/orders/mix-trade-no/{mix_trade_no} | | MedicalSession | a query sends no order
GET /v3/med-ins/orders/out-trade-no/{out_trade_no} | | MedicalSession | a query sends no order
POST /v3/pay/partner/transactions/app | AppOrder | PrepaySession |
POST /v3/pay/partner/transactions/app-with-contract | AppOrder | PrepaySession |
POST /v3/pay/partner/transactions/jsapi | JsapiOrder | PrepaySession |
POST /v3/pay/partner/transactions/jsapi-with-contract | JsapiOrder | PrepaySession |
POST /v3/pay/partner/transactions/miniprogram | JsapiOrder | PrepaySession |
POST /v3/pay/partner/transactions/scannedpos | | | no source says which front end pays the order
POST /v3/pay/transactions/app | AppOrder | PrepaySession |
POST /v3/pay/transactions/app-with-contract | AppOrder | PrepaySession |
POST /v3/pay/transactions/jsapi | JsapiOrder | PrepaySession |
POST /v3/pay/transactions/jsapi-with-contract | JsapiOrder | PrepaySession |
POST /v3/repayment/combine-transactions/partner/prepay | JsapiOrder AppOrder | PrepaySession | an object for each front end
";

/// Tests if a type holds a `prepay_id`, at any depth.
fn holds_prepay_id(facts: &Facts, product: &str, ty: &Type) -> bool {
    let members = facts.members(product, ty.innermost()).unwrap_or_default();
    let mut members = members.iter();
    members.any(|member| member.name == "prepay_id" || holds_prepay_id(facts, product, &member.ty))
}

/// The text between two others.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(start)?;
    Some(rest.split_once(end)?.0)
}

/// The types of the request and of the response of a method.
fn types<'a>(code: &'a str, operation: &Operation) -> (Option<&'a str>, &'a str) {
    let start = format!("async fn {}(", operation.name);
    let signature = between(code, &start, ";").unwrap();
    let response = between(signature, "-> Result<", ">").unwrap().trim();
    let request = signature.split_once("body: &").map(|(_, rest)| rest);
    let request = request.and_then(|rest| rest.split([',', ')']).next());
    (request, response.trim_end_matches(','))
}

/// The traits in `pay` that a type implements, in the order of the code.
fn traits(code: &str, ty: &str) -> String {
    let end = format!(" for {ty} {{");
    let lines = code.lines();
    let traits = lines.filter_map(|line| line.strip_prefix("impl pay::")?.strip_suffix(&*end));
    traits.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_response_with_a_prepay_id_has_a_decision() {
    let facts = &*CATALOGUE;
    let mut decided = BTreeMap::new();
    for family in &facts.families {
        for product in &family.products {
            let path = format!("{}/{}", family.name, product.module);
            let (file, folder) = (format!("{path}.rs"), format!("{path}/"));
            let here = MODULES.iter();
            let here = here.filter(|known| known.path == file || known.path.starts_with(&folder));
            let code: String = here.map(|module| &*module.text).collect();
            let operations = facts.operations.iter();
            for operation in operations.filter(|known| known.product == product.name) {
                let response = operation.response_type();
                if response.is_some_and(|ty| holds_prepay_id(facts, &product.name, ty)) {
                    let (request, response) = types(&code, operation);
                    let request = request.map(|ty| traits(&code, ty)).unwrap_or_default();
                    decided.insert(operation.to_string(), (request, traits(&code, response)));
                }
            }
        }
    }
    let expected = DECISIONS.lines().map(|line| {
        let columns: Vec<_> = line
            .split('|')
            .map(|column| column.trim().to_owned())
            .collect();
        let [operation, request, response, reason] = <[String; 4]>::try_from(columns).unwrap();
        let needs_reason = request.split_whitespace().count() != 1;
        assert_ne!(needs_reason, reason.is_empty(), "{operation}");
        (operation, (request, response))
    });
    assert_eq!(decided, expected.collect());
    let implementations = MODULES
        .iter()
        .map(|module| module.text.matches("impl pay::").count());
    assert_eq!(implementations.sum::<usize>(), 39);
}

/// The responses to the orders with a trait, each with the path of its module.
fn responses(modules: &[Module], order: &str) -> BTreeSet<(String, String)> {
    let start = format!("impl pay::{order} for ");
    let of_module = |module: &Module| {
        let orders = module.text.split(&*start).skip(1);
        let responses = orders.map(|order| between(order, "type Response = ", ";").unwrap());
        let path = module.path.clone();
        responses
            .map(|response| (path.clone(), response.to_owned()))
            .collect::<Vec<_>>()
    };
    modules.iter().flat_map(of_module).collect()
}

#[test]
fn no_response_belongs_to_orders_of_two_trade_types() {
    let [jsapi, app] = ["JsapiOrder", "AppOrder"].map(|order| responses(&MODULES, order));
    assert_eq!((jsapi.len(), app.len()), (6, 6));
    // The repayment is one operation for every front end.
    let both: Vec<_> = jsapi.intersection(&app).collect();
    let path = "papay/repayment/repayment_combine_orders.rs".to_owned();
    let response = "PrepayRepaymentCombineOrderResponse".to_owned();
    assert_eq!(both, [&(path, response)]);
}
