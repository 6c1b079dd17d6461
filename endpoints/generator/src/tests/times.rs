//! Texts that the published examples show to be times.

use std::collections::BTreeMap;

use serde_json::{Value, from_value, json};
use wechatpay_endpoints::facts::Field;

use super::{facts, types};
use crate::times;

const TIME: &str = "2018-06-08T10:34:56.120+08:00";

/// The names of the times among the members of a response with an example. `others` are members of another schema.
fn times(members: Value, others: Value, response: Value) -> Vec<String> {
    let mut facts = facts();
    let schemas = json!({"schemas": {"Refund": members, "Other": others}, "enums": {}});
    let product = types(&schemas.to_string());
    facts.products.insert("refund".to_owned(), product);
    let example = from_value(json!({ "response": response })).unwrap();
    let example = ("refund".to_owned(), example);
    let examples = BTreeMap::from([("POST /v3/refunds".to_owned(), example)]);
    times::mark(&mut facts, &examples);
    let members = facts.products["refund"].schemas["Refund"].iter();
    let is_time = |member: &&Field| member.format.as_deref() == Some("rfc3339");
    let times = members.filter(is_time);
    times.map(|member| member.name.clone()).collect()
}

#[test]
fn the_examples_of_a_member_decide() {
    let members = json!([
        {"name": "create_time", "type": "string", "example": TIME},
        {"name": "success_time", "type": "string"},
        {"name": "paid_time", "type": "string", "example": TIME},
        {"name": "time_start", "type": "string", "example": "20180608103456"},
        {"name": "close_time", "type": "string", "format": "date", "example": TIME},
        {"name": "real_time", "type": "enum:RealTime", "example": TIME},
        {"name": "user_time", "type": "string", "sensitive": true, "example": TIME},
        {"name": "timestamp", "type": "string", "example": TIME},
        {"name": "end_time", "type": "string"},
    ]);
    let response = json!({"success_time": TIME, "paid_time": "2018-06-08", "time_start": TIME});
    let expected = ["create_time", "success_time"];
    assert_eq!(times(members, json!([]), response), expected);
}

#[test]
fn other_members_of_its_name_decide_of_a_member_without_an_example() {
    let member = json!([{"name": "create_time", "type": "string"}]);
    let other = |example: &str| {
        let other = json!({"name": "create_time", "type": "string", "example": example});
        json!([other])
    };
    let times = |other| times(member.clone(), other, json!({}));
    assert_eq!(times(other(TIME)), ["create_time"]);
    assert!(times(other("20180608103456")).is_empty());
    assert!(times(json!([])).is_empty());
}
