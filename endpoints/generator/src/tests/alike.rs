//! Types of one content are one type.

use std::collections::{BTreeMap, BTreeSet};

use wechatpay_endpoints::{
    declare::{Declared, declared, declared_resources},
    facts::{Facts, Family, Product, Trait, Type},
};

use super::{CATALOGUE, SOURCES};
use crate::{
    alike::{self, bodies},
    families::rename_types,
};

const DISCOUNT: &str = "a fee raises the price, and a discount lowers it";
const FRONT_ENDS: &str = "the front ends differ, and so does the type that calls them up";

/// Types of one content that are not the same thing: the product, their names, and the reason.
const DIFFERENT: [(&str, [&str; 2], &str); 16] = [
    (
        "pay_merchant",
        ["PrepayResponse", "PrepayAppResponse"],
        FRONT_ENDS,
    ),
    (
        "pay_partner",
        ["PrepayResponse", "PrepayPartnerAppResponse"],
        FRONT_ENDS,
    ),
    (
        "global_pay",
        ["PrepayResponse", "PrepayAppResponse"],
        FRONT_ENDS,
    ),
    (
        "hk_pay",
        ["PrepayResponse", "PrepayAppResponse"],
        FRONT_ENDS,
    ),
    (
        "webhooks",
        ["GlobalTradeState", "WebizpayTransactionState"],
        "payments of two products, which may get values of their own",
    ),
    (
        "payscore_partner",
        ["PostDiscount", "ServiceOrderPostPayment"],
        DISCOUNT,
    ),
    (
        "payscore_partner",
        ["ServiceOrderPostPayment", "PayOnDeliveryOrderPostDiscount"],
        DISCOUNT,
    ),
    (
        "payscore_institution",
        ["ServiceOrderPostPayment", "PayOnDeliveryOrderPostDiscount"],
        DISCOUNT,
    ),
    (
        "payscore_institution",
        ["ServiceOrderPostPayment", "PostDiscount"],
        DISCOUNT,
    ),
    (
        "merchant_risk",
        ["RequestedItemInfo", "SubmitData"],
        "the items that are asked for, and those that a merchant submits",
    ),
    (
        "gov_subsidy",
        [
            "AlterZhejiangQualificationResponse",
            "IssueZhejiangAuthCodeResponse",
        ],
        "a changed qualification is no issued code",
    ),
    (
        "marketing_product_coupon",
        ["UploadProductCouponImageResponse", "GeneratedImageUrl"],
        "an uploaded image is no generated one",
    ),
    (
        "brand_member",
        ["ListedMemberCard", "MemberCardResponse"],
        "`MemberCard`, the name for both, is the queried card",
    ),
    (
        "brand_direct_member",
        ["ListedMemberCard", "UpdateBrandMemberCardResponse"],
        "`MemberCard`, the name for both, is the queried card",
    ),
    (
        "brand_direct_store",
        ["CreateBrandStoreResponse", "ListedStore"],
        "`Store`, the name for both, is the queried store",
    ),
    (
        "webhooks",
        ["CrossBorderOrderAmount", "ScheduledAmount"],
        "the payer enters the amount of an order; a contract schedules the amount of a deduction",
    ),
];

/// The query of a refund by its ID and by the merchant's number, with types of their own.
fn queries() -> Facts {
    let mut facts = crate::read::facts_of(
        r#"{"product": "refund", "name": "query_refund", "method": "GET", "path": "/v3/refunds",
            "responses": [{"status": 200, "body": "ref:Refund"}]},
        {"product": "refund", "name": "query_refund_by_number", "method": "GET", "path": "/v3/refunds-by-number",
            "responses": [{"status": 200, "body": "ref:RefundByNumber"}]}"#,
    );
    facts.products.insert(
        "refund".to_owned(),
        super::types(
            r#"{"schemas": {
                "Refund": [{"name": "amount", "type": "ref:Amount", "required": true, "witnesses": "k+k"},
                    {"name": "state", "type": "enum:State"}],
                "Amount": [{"name": "total", "type": "int", "label": "总金额"}],
                "RefundByNumber": [{"name": "amount", "type": "ref:RefundByNumberAmount", "required": true,
                    "label": "金额", "witnesses": "G+G"}, {"name": "state", "type": "enum:RefundByNumberState"}],
                "RefundByNumberAmount": [{"name": "total", "type": "int", "label": "退款总金额"}]
            }, "enums": {"State": {"type": "string", "values": ["SUCCESS", "CLOSED"]},
                "RefundByNumberState": {"type": "string", "values": ["CLOSED", "SUCCESS"]}}}"#,
        ),
    );
    let mut product = Product::new("refund", "refunds", "退款");
    let names = facts.operations.iter().map(|known| known.name.clone());
    product.traits = vec![Trait::new("Refunds", "退款", names.collect())];
    let mut family = Family::new("payments", "支付");
    family.products = vec![product];
    facts.families = vec![family];
    facts
}

/// The names of two types of one content, in the order of the first ones' use. A body of a request has its own type.
fn pairs<'a>(all: &'a [Declared], bodies: &BTreeSet<String>) -> Vec<[&'a str; 2]> {
    let named = all.iter().filter_map(|ty| match &ty.ty {
        Type::Schema(name) | Type::Enum(name) if !bodies.contains(name) => Some((&**name, ty)),
        _ => None,
    });
    let named: Vec<_> = named.filter(|(_, ty)| !ty.lines.is_empty()).collect();
    let mut pairs = Vec::new();
    for (place, (name, ty)) in named.iter().enumerate() {
        for (other_name, other) in &named[place + 1..] {
            let has_rules = ty.rules.is_none() || other.rules.is_none() || ty.rules == other.rules;
            let is_enum = |ty: &Type| matches!(ty, Type::Enum(_));
            if ty.lines == other.lines && has_rules && is_enum(&ty.ty) == is_enum(&other.ty) {
                pairs.push([*name, *other_name]);
            }
        }
    }
    pairs
}

#[test]
fn types_of_one_content_are_one_type() {
    let facts = &*CATALOGUE;
    let mut expected: BTreeSet<_> = DIFFERENT
        .iter()
        .map(|(product, names, _)| (*product, *names))
        .collect();
    let events = SOURCES.events(facts).unwrap().facts;
    let products = facts.families.iter().flat_map(|family| &family.products);
    let mut all: Vec<_> = products
        .map(|product| {
            let bodies = bodies(facts, &product.name);
            (&*product.name, declared(facts, product), bodies)
        })
        .collect();
    all.push(("webhooks", declared_resources(&events), BTreeSet::new()));
    let mut unknown = Vec::new();
    for (product, types, bodies) in &all {
        for pair in pairs(types, bodies) {
            if !expected.remove(&(*product, pair)) {
                unknown.push(format!("{product}: {pair:?}"));
            }
        }
    }
    assert_eq!(
        unknown, [""; 0],
        "unite these types in `families.json`, or say why they differ"
    );
    assert!(
        expected.is_empty(),
        "no longer of one content: {expected:?}"
    );
}

#[test]
fn two_queries_of_a_thing_have_one_type() {
    let mut facts = queries();
    alike::unite(&mut facts).unwrap();
    assert_eq!(
        super::schemas(&facts, "refund"),
        [
            "Amount { total: int }",
            "Refund { amount: ref:Amount!, state: enum:State }"
        ]
    );
    let responses = facts
        .operations
        .iter()
        .map(|known| known.response_type().unwrap().to_string());
    assert_eq!(responses.collect::<Vec<_>>(), ["ref:Refund", "ref:Refund"]);
    let types = &facts.products["refund"];
    let amount = &types.schemas["Refund"][0];
    assert_eq!(
        (&*amount.label, amount.witnesses.to_string()),
        ("金额", "Gk+Gk".to_owned())
    );
    assert_eq!(types.schemas["Amount"][0].label, "总金额");
    assert_eq!(types.enums.keys().collect::<Vec<_>>(), ["State"]);
    assert_eq!(types.enums["State"].values, ["SUCCESS", "CLOSED"]);
}

#[test]
fn types_that_differ_by_an_option_stay_apart() {
    let mut facts = queries();
    let types = facts.products.get_mut("refund").unwrap();
    types.schemas.get_mut("RefundByNumber").unwrap()[0].required = false;
    alike::unite(&mut facts).unwrap();
    assert_eq!(
        super::schemas(&facts, "refund"),
        [
            "Amount { total: int }",
            "Refund { amount: ref:Amount!, state: enum:State }",
            "RefundByNumber { amount: ref:Amount, state: enum:State }"
        ]
    );
}

#[test]
fn names_of_other_things_stay_apart() {
    let mut facts = queries();
    let names = [
        ("RefundByNumberAmount", "Discount"),
        ("RefundByNumber", "Return"),
    ];
    rename_types(&mut facts, "refund", &renamed(&names)).unwrap();
    alike::unite(&mut facts).unwrap();
    let schemas = super::schemas(&facts, "refund");
    assert_eq!(schemas[1], "Discount { total: int }");
    assert_eq!(
        schemas[3],
        "Return { amount: ref:Discount!, state: enum:State }"
    );
}

#[test]
fn families_give_types_of_one_content_one_name() {
    let mut facts = queries();
    let names = [("Amount", "Money"), ("RefundByNumberAmount", "Money")];
    rename_types(&mut facts, "refund", &renamed(&names)).unwrap();
    alike::unite(&mut facts).unwrap();
    assert_eq!(super::schemas(&facts, "refund")[0], "Money { total: int }");

    let mut facts = queries();
    let types = facts.products.get_mut("refund").unwrap();
    types.schemas.get_mut("Amount").unwrap()[0].ty = Type::Bool;
    rename_types(&mut facts, "refund", &renamed(&names)).unwrap();
    assert_eq!(
        alike::unite(&mut facts).unwrap_err().to_string(),
        "families.json: refund: two types are `Money`, and they differ"
    );
}

fn renamed(names: &[(&str, &str)]) -> BTreeMap<String, String> {
    let names = names.iter();
    names
        .map(|(old, new)| ((*old).to_owned(), (*new).to_owned()))
        .collect()
}
