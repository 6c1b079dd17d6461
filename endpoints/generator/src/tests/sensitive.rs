//! Personal data goes encrypted.

use std::collections::{BTreeMap, BTreeSet};

use wechatpay_endpoints::facts::{Facts, Field, Operation, Type};

use super::FACTS;

/// Members and parameters in clear, although requests encrypt another member of the name. Each is the end of a
/// product and a path, such as `pay_merchant scene_info.store_info.name`.
const CLEAR: [(&str, &[&str]); 8] = [
    (
        "The ID of a user in one app or company is not personal. Only two applications encrypt it.",
        &[" openid", ".openid", " userid"],
    ),
    (
        "The name or the value of a thing.",
        &[
            "field_list.name",
            "certificate.name",
            "store_info.name",
            "goods.name",
            "dish_list.name",
            "limit_card.name",
            "display_info.name",
            "package_list.name",
            "choice_list.name",
            "post_payments.name",
            "post_discounts.name",
            "risk_fund.name",
            "insurance_policy.name",
            "record_fields.name",
            "field_data.name",
            "variable_list.value",
            "webizpay card_name",
        ],
    ),
    (
        "The number of a certificate or a card that belongs to a company.",
        &[
            "certificate.number",
            "certificate_info.cert_number",
            "webizpay card_no",
        ],
    ),
    (
        "The name of a company. Receivers who are persons have `encrypted_name`, or are named in another operation.",
        &["profit_sharing name", "global_merchant name", "hk_pay name"],
    ),
    (
        "An address of a place. The examples are not encrypted.",
        &[
            "store_info.address",
            "real_estate_leasing_information.address",
            "gov_subsidy address",
            "gov_subsidy data.address",
            "living_expenses_fields.address",
            "field_data.address",
            "papay_insurance address",
        ],
    ),
    (
        "The title of an invoice, and the data of the company on it. The examples are not encrypted.",
        &[
            "buyer_information.name",
            "buyer_information.address",
            "buyer_information.bank_account",
            "seller_information.name",
            "seller_information.address",
            "seller_information.bank_account",
            "passenger_information.name",
            "taxi_invoice address",
            "taxi_invoice bank_account",
            "taxi_invoice phone",
        ],
    ),
    (
        "A director or principal of a company: SKIT encrypts the contact beside, and not these.",
        &[
            "director.name",
            "director.number",
            "principal.name",
            "principal.number",
        ],
    ),
    (
        "A phone that users call.",
        &["guide.phone_number", "parking_lot.phone_number"],
    ),
];

#[test]
fn a_member_with_a_sensitive_namesake_is_sensitive_or_decided() {
    let facts = &*FACTS;
    let sent = sent(facts);
    let sensitive = sent.values().filter(|field| field.sensitive);
    let names: BTreeSet<_> = sensitive.map(|field| &*field.name).collect();
    let clear = sent.iter().filter(|(_, field)| !field.sensitive);
    let clear = clear.filter(|(_, field)| names.contains(&*field.name));
    let clear: Vec<_> = clear.map(|(place, _)| place).collect();
    let decisions = CLEAR.iter().flat_map(|(_, places)| *places);
    let undecided = clear.iter().filter(|place| {
        let is_end = |end: &&str| place.ends_with(end);
        !decisions.clone().any(is_end)
    });
    let undecided: Vec<_> = undecided.collect();
    assert!(undecided.is_empty(), "sent in clear: {undecided:#?}");
    for end in decisions {
        let is_used = clear.iter().any(|place| place.ends_with(end));
        assert!(
            is_used,
            "`{end}` is sent by no operation, or encrypted: remove the decision"
        );
    }
}

#[test]
fn an_operation_that_names_its_key_encrypts_something() {
    // The query has no member of its own.
    const EMPTY: [&str; 1] = ["GET /v3/aggracct-bc/wb-channel/control-orders/{out_request_no}"];
    let facts = &*FACTS;
    let names_key = |operation: &&Operation| {
        operation
            .sensitive
            .iter()
            .any(|part| part == "serial_header")
    };
    let operations = facts.operations.iter().filter(names_key);
    let empty =
        operations.filter(|operation| !sent_by(facts, operation).any(|(_, field)| field.sensitive));
    let empty: Vec<_> = empty.map(ToString::to_string).collect();
    assert_eq!(empty, EMPTY);
}

/// The members and parameters that operations send, by product and path. If several have one place, one in clear.
fn sent(facts: &Facts) -> BTreeMap<String, &Field> {
    let mut sent = BTreeMap::new();
    for operation in &facts.operations {
        for (path, field) in sent_by(facts, operation) {
            let place = sent
                .entry(format!("{} {path}", operation.product))
                .or_insert(field);
            if !field.sensitive {
                *place = field;
            }
        }
    }
    sent
}

/// The parameters and the members of the request, with their paths.
fn sent_by<'a>(
    facts: &'a Facts,
    operation: &'a Operation,
) -> impl Iterator<Item = (String, &'a Field)> {
    let params = operation.params.iter().map(|parameter| &parameter.field);
    let params = params.map(|field| (field.name.clone(), field));
    let mut members = Vec::new();
    if let Some(request) = &operation.request {
        add(facts, &operation.product, request, "", &mut members);
    }
    params.chain(members)
}

fn add<'a>(
    facts: &'a Facts,
    product: &str,
    ty: &Type,
    path: &str,
    members: &mut Vec<(String, &'a Field)>,
) {
    for field in facts.members(product, ty.innermost()).unwrap_or_default() {
        let path = format!("{path}{}", field.name);
        members.push((path.clone(), field));
        add(facts, product, &field.ty, &format!("{path}."), members);
    }
}
