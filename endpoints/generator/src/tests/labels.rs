//! Labels of the committed facts are names, and tell the operations of a product apart.

use std::collections::BTreeSet;

use wechatpay_endpoints::facts::{Field, Type};

use super::FACTS;
use crate::{labels, read::WEBHOOKS};

/// Events whose Chinese name no source has.
const UNNAMED: [&str; 1] = ["DELIVERY_PLAN_STATE.DELIVER"];

/// Operations that read, and are called by a name that says so.
const READS: [&str; 7] = ["assess", "check", "count", "get", "list", "query", "search"];

/// The beginnings of conditions, formats and units, which stood in the place of labels.
const SENTENCES: [&str; 8] = [
    "仅在",
    "单位分",
    "取当前",
    "必须",
    "枚举值",
    "枚举类型",
    "用于完结",
    "遵循",
];

#[test]
fn operations_of_a_product_have_labels_of_their_own() {
    let facts = &*FACTS;
    let mut known = BTreeSet::new();
    for operation in &facts.operations {
        let label = &operation.label;
        assert!(!label.is_empty(), "{operation}");
        assert!(
            known.insert((&operation.product, label)),
            "{operation}: {label}"
        );
    }
}

#[test]
fn only_an_operation_that_reads_has_the_label_of_a_query() {
    for operation in &FACTS.operations {
        let verb = operation.name.split('_').next().unwrap_or_default();
        let is_query = operation.label.starts_with("查询");
        assert!(
            !is_query || READS.contains(&verb),
            "{operation}: {}",
            operation.label
        );
    }
}

#[test]
fn every_event_has_a_label() {
    let events = FACTS.events.iter();
    let unnamed = events.filter(|event| event.label.is_none());
    let unnamed: Vec<_> = unnamed.map(|event| &event.event_type).collect();
    assert_eq!(unnamed, UNNAMED);
}

#[test]
fn labels_of_members_are_names() {
    let facts = &*FACTS;
    let params = facts
        .operations
        .iter()
        .flat_map(|operation| &operation.params);
    let params = params.map(|parameter| &parameter.field);
    let schemas = facts
        .products
        .values()
        .flat_map(|types| types.schemas.values());
    for field in params.chain(schemas.flatten()) {
        let label = &field.label;
        let number = label.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let is_sentence =
            number.starts_with('、') || SENTENCES.iter().any(|start| label.starts_with(start));
        let is_markup = label.contains(['<', '>']);
        assert!(!is_sentence && !is_markup, "{}: {label}", field.name);
    }
}

#[test]
fn a_member_without_a_label_has_that_of_its_name_in_the_product() {
    let mut facts = super::facts();
    let field = |name: &str, label: &str| {
        let mut field = Field::new(name, Type::String);
        label.clone_into(&mut field.label);
        field
    };
    let fields = [
        [field("openid", "用户标识"), field("state", "退款状态")],
        [field("openid", ""), field("state", "")],
        [field("openid", "用户标识"), field("state", "账户状态")],
    ];
    for product in ["refund", WEBHOOKS] {
        let types = facts.products.get_mut(product).unwrap();
        for (schema, fields) in ["A", "B", "C"].into_iter().zip(&fields) {
            types.schemas.insert(schema.to_owned(), fields.to_vec());
        }
    }
    labels::complete(&mut facts);
    let labels = |product: &str| {
        let fields = facts.products[product].schemas["B"].iter();
        fields.map(|field| field.label.clone()).collect::<Vec<_>>()
    };
    assert_eq!(labels("refund"), ["用户标识", ""]);
    assert_eq!(labels(WEBHOOKS), ["", ""]);
}
