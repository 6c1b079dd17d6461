//! The resource to send: an example of the facts, or the user's JSON, with members that `-s` changes.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Map, Value};

use crate::{
    data,
    failure::{Failure, Result},
};

/// The resource of `-d`, or else the example, changed by `-s`.
pub(crate) fn resource(example: Value, data: Option<&str>, changes: &[String]) -> Result<Value> {
    let is_own = data.is_some();
    let mut resource = match data {
        Some(data) => read(data)?,
        None => example,
    };
    for change in changes {
        apply(&mut resource, change, is_own)?;
    }
    Ok(resource)
}

fn read(data: &str) -> Result<Value> {
    match data::read(data, "the resource")? {
        value @ Value::Object(_) => Ok(value),
        _ => Err(Failure::configuration("the resource is no JSON object")
            .cure("give the decrypted resource: -d '{\"out_trade_no\": \"…\"}', or -d @FILE")),
    }
}

/// Changes one member. A member that the example lacks is a misspelt one; the user's own JSON may lack members.
fn apply(resource: &mut Value, change: &str, may_add: bool) -> Result<()> {
    let Some((path, text)) = change.split_once('=') else {
        return Err(Failure::arguments(format!("`-s {change}` has no `=`"))
            .cure("write `-s path=value`, such as `-s amount.total=1`"));
    };
    let parts: Vec<&str> = path.split('.').collect();
    let known = members(resource);
    let unknown = || {
        Failure::arguments(format!("the resource has no member `{path}`"))
            .did_you_mean(path, known.iter().map(String::as_str))
            .cure("give the whole resource with -d")
    };
    let place = find(resource, &parts, may_add).ok_or_else(unknown)?;
    *place = value(place, path, text)?;
    Ok(())
}

/// The place at a path. Adds members on the way if `may_add`.
fn find<'a>(value: &'a mut Value, path: &[&str], may_add: bool) -> Option<&'a mut Value> {
    let Some((name, rest)) = path.split_first() else {
        return Some(value);
    };
    if may_add && value.is_null() {
        *value = Value::Object(Map::new());
    }
    let inner = match value {
        Value::Array(items) => items.get_mut(name.parse::<usize>().ok()?)?,
        Value::Object(members) if !name.is_empty() => match may_add {
            true => members.entry(*name).or_insert(Value::Null),
            false => members.get_mut(*name)?,
        },
        _ => return None,
    };
    find(inner, rest, may_add)
}

/// The text as a value of the type that the member has.
fn value(before: &Value, path: &str, text: &str) -> Result<Value> {
    let wrong = |kind: &str| {
        Failure::arguments(format!("`{path}` is {kind}, not `{text}`"))
            .cure(format!("write `-s {path}=…` with {kind}"))
    };
    let parsed = serde_json::from_str::<Value>(text);
    match (before, parsed) {
        (Value::String(_), _) => Ok(text.into()),
        (Value::Number(number), parsed) => match parsed {
            Ok(value) if value.is_i64() || value.is_number() && !number.is_i64() => Ok(value),
            _ if number.is_i64() => Err(wrong("an integer")),
            _ => Err(wrong("a number")),
        },
        (Value::Bool(_), Ok(value @ Value::Bool(_)))
        | (Value::Array(_), Ok(value @ Value::Array(_)))
        | (Value::Object(_), Ok(value @ Value::Object(_)))
        | (Value::Null, Ok(value)) => Ok(value),
        (Value::Bool(_), _) => Err(wrong("true or false")),
        (Value::Array(_), _) => Err(wrong("a list in JSON")),
        (Value::Object(_), _) => Err(wrong("an object in JSON")),
        (Value::Null, Err(_)) => Ok(text.into()),
    }
}

/// The paths of all members.
fn members(value: &Value) -> Vec<String> {
    let inner = |name: String, value: &Value| {
        let inner = members(value).into_iter();
        let mut all: Vec<_> = inner.map(|path| format!("{name}.{path}")).collect();
        all.push(name);
        all
    };
    match value {
        Value::Object(members) => members
            .iter()
            .flat_map(|(name, value)| inner(name.clone(), value))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .flat_map(|(index, value)| inner(index.to_string(), value))
            .collect(),
        _ => Vec::new(),
    }
}

/// The numbers of orders, refunds and other things, the most specific first: the notification of a refund has the numbers
/// of its order too. Each is the merchant's number, and then those of WeChat Pay.
const THINGS: [&[&str]; 8] = [
    &["out_refund_no", "refund_id"],
    &["out_bill_no", "transfer_bill_no"],
    &["out_return_no", "return_no", "return_id"],
    &["out_batch_no", "batch_id"],
    &["out_order_no", "order_id"],
    &["combine_out_trade_no", "combine_transaction_id"],
    ORDER,
    &["out_request_no"],
];

const ORDER: &[&str] = &["out_trade_no", "transaction_id"];

/// The resource with new numbers, so that the server has handled nothing of it, whichever number it looks for. A number
/// that the user set by `-s` stays.
pub(crate) fn with_new_numbers(mut resource: Value, changes: &[String]) -> Value {
    let time = SystemTime::now().duration_since(UNIX_EPOCH);
    let time = time.unwrap_or_default().as_micros();
    let has_text = |name: &&str| resource.get(name).is_some_and(Value::is_string);
    let mut things = THINGS.iter();
    let thing = things.find(|thing| thing.first().is_some_and(has_text));
    renew(&mut resource, thing.unwrap_or(&ORDER), changes, "", time);
    let parts = resource.get_mut("sub_orders").and_then(Value::as_array_mut);
    for (index, part) in parts.into_iter().flatten().enumerate() {
        let path = format!("sub_orders.{index}.");
        renew(
            part,
            ORDER,
            changes,
            &path,
            time.wrapping_add(index as u128),
        );
    }
    resource
}

/// A merchant's number that this run made.
#[derive(Debug)]
pub(crate) struct NewNumber {
    name: &'static str,
    value: String,
}

impl NewNumber {
    /// The merchant's number of a resource with new numbers. `None` if the user set it by `-s`.
    pub(crate) fn of(resource: &Value, changes: &[String]) -> Option<Self> {
        let mut names = THINGS.iter().filter_map(|thing| thing.first());
        let name = names.find(|name| resource.get(**name).is_some_and(Value::is_string))?;
        let mut set = changes.iter().filter_map(|change| change.split('=').next());
        let value = resource.get(*name)?.as_str()?.to_owned();
        (!set.any(|set| set == *name)).then_some(Self { name, value })
    }

    /// The step if the server refuses the number because it knows no such order.
    pub(crate) fn cure(&self) -> String {
        let Self { name, value } = self;
        format!(
            "the {name} {value} is new in this run, and the server may know no such number: give one that the server \
             has with -s {name}=NUMBER"
        )
    }
}

/// Renews the numbers of an object at a path.
fn renew(object: &mut Value, numbers: &[&str], changes: &[String], path: &str, time: u128) {
    for name in numbers {
        let path = format!("{path}{name}");
        let mut set = changes.iter().filter_map(|change| change.split('=').next());
        if set.any(|set| set == path) {
            continue;
        }
        if let Some(Value::String(number)) = object.get_mut(*name) {
            *number = match name.contains("out_") {
                true => format!("TEST{time}"),
                false => new_id(number, time),
            };
        }
    }
}

/// A number of WeChat Pay of the same length, whose last digits no earlier run had.
fn new_id(example: &str, time: u128) -> String {
    let time = time.to_string();
    let kept = example.len().saturating_sub(time.len());
    let surplus = time.len().saturating_sub(example.len());
    let ends = (example.get(..kept), time.get(surplus..));
    format!(
        "{}{}",
        ends.0.unwrap_or_default(),
        ends.1.unwrap_or_default()
    )
}

/// The resource with another amount than the order's. `None` if it has no amount.
pub(crate) fn with_wrong_amount(resource: &Value) -> Option<Value> {
    let mut wrong = resource.clone();
    change_amount(&mut wrong, false).then_some(wrong)
}

/// Changes the amounts of the first object that has some: to the least amount, as somebody pays who cheats.
fn change_amount(value: &mut Value, is_amount: bool) -> bool {
    let members = match value {
        Value::Object(members) => members,
        Value::Array(items) => return items.iter_mut().any(|item| change_amount(item, is_amount)),
        _ => return false,
    };
    let names_amount = |name: &str| name.contains("amount") || name.contains("total");
    let mut changed = false;
    for (name, value) in members.iter_mut() {
        if let (true, Some(amount)) = (is_amount || names_amount(name), value.as_i64()) {
            *value = if amount == 1 { 2 } else { 1 }.into();
            changed = true;
        }
    }
    let mut inner = members.iter_mut();
    // The amount of the order is before those of its promotions.
    changed
        || inner.any(|(name, value)| name.contains("amount") && change_amount(value, true))
        || members
            .values_mut()
            .any(|value| change_amount(value, false))
}

/// The resource for another sub-merchant (子商户). `None` if it names none.
pub(crate) fn with_other_sub_merchant(resource: &Value) -> Option<Value> {
    let mut other = resource.clone();
    change_sub_merchant(&mut other).then_some(other)
}

fn change_sub_merchant(value: &mut Value) -> bool {
    match value {
        Value::Object(members) => {
            let mut changed = false;
            for (name, value) in members.iter_mut() {
                changed |= match value {
                    Value::String(mchid) if name == "sub_mchid" => {
                        let other = ["1900000110", "1900000111"];
                        let other = other.into_iter().find(|other| other != mchid);
                        *mchid = other.unwrap_or_default().to_owned();
                        true
                    }
                    value => change_sub_merchant(value),
                };
            }
            changed
        }
        Value::Array(items) => {
            let mut changed = false;
            for item in items {
                changed |= change_sub_merchant(item);
            }
            changed
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_change_keeps_the_type_of_its_member() {
        let example = json!({"no": "1", "amount": {"total": 100}, "items": [{"n": 1}], "ok": true});
        let changes = ["no=2", "amount.total=7", "items.0.n=3", "ok=false"];
        let changes = changes.map(str::to_owned);
        assert_eq!(
            resource(example.clone(), None, &changes).unwrap(),
            json!({"no": "2", "amount": {"total": 7}, "items": [{"n": 3}], "ok": false})
        );
        for (change, error) in [
            ("no", "`-s no` has no `=`"),
            (
                "amount.totel=1",
                "the resource has no member `amount.totel`",
            ),
            (
                "amount.total=1.5",
                "`amount.total` is an integer, not `1.5`",
            ),
            ("amount.total=", "`amount.total` is an integer, not ``"),
            ("items.1.n=3", "the resource has no member `items.1.n`"),
            ("amount=1", "`amount` is an object in JSON, not `1`"),
            ("ok=1", "`ok` is true or false, not `1`"),
        ] {
            let failed = resource(example.clone(), None, &[change.to_owned()]);
            assert_eq!(failed.unwrap_err().to_string(), error);
        }
    }

    #[test]
    fn a_resource_of_the_user_may_get_members() {
        let changes = ["amount.total=1".to_owned(), "a=x".to_owned()];
        let changed = resource(json!({"b": 1}), Some("{}"), &changes).unwrap();
        assert_eq!(changed, json!({"amount": {"total": 1}, "a": "x"}));
        for (data, error) in [
            ("[]", "the resource is no JSON object"),
            (
                "{",
                "the resource is no JSON: EOF while parsing an object at line 1 column 1",
            ),
            (
                "@/nonexistent",
                "cannot read /nonexistent: No such file or directory (os error 2)",
            ),
        ] {
            let failed = resource(json!({}), Some(data), &[]).unwrap_err();
            assert_eq!(failed.to_string(), error);
        }
    }

    #[test]
    fn the_amount_of_the_order_becomes_another() {
        let amount = |value| with_wrong_amount(&value);
        assert_eq!(
            amount(json!({
                "promotion_detail": [{"amount": 5}],
                "amount": {"total": 100, "payer_total": 1, "currency": "CNY"},
            })),
            Some(json!({
                "promotion_detail": [{"amount": 5}],
                "amount": {"total": 1, "payer_total": 2, "currency": "CNY"},
            }))
        );
        assert_eq!(
            amount(json!({"transfer_amount": 5})),
            Some(json!({"transfer_amount": 1}))
        );
        assert_eq!(
            amount(json!({"sub_orders": [{"amount": {"total_amount": 5}}]})),
            Some(json!({"sub_orders": [{"amount": {"total_amount": 1}}]}))
        );
        assert_eq!(amount(json!({"count": 5, "total": "x"})), None);
    }

    #[test]
    fn new_numbers_are_those_of_the_thing() {
        let refund = json!({
            "out_trade_no": "A",
            "transaction_id": "1217752501201407033233368018",
            "out_refund_no": "B",
            "refund_id": "50200207182018070300011301001",
            "amount": 1,
        });
        let new = with_new_numbers(refund.clone(), &[]);
        let text = |value: &Value, name: &str| value[name].as_str().unwrap().to_owned();
        let number = text(&new, "out_refund_no");
        let time = number.strip_prefix("TEST").unwrap();
        assert!(
            number.len() <= 32 && time.parse::<u64>().is_ok(),
            "{number}"
        );
        assert_eq!(text(&new, "refund_id"), format!("5020020718201{time}"));
        for name in ["out_trade_no", "transaction_id", "amount"] {
            assert_eq!(new[name], refund[name]);
        }
        let changes = ["out_refund_no=B".to_owned(), "refund_id".to_owned()];
        assert_eq!(with_new_numbers(refund.clone(), &changes), refund);
        assert_eq!(with_new_numbers(json!({}), &[]), json!({}));
        // A server may know an order by either number.
        let order =
            json!({ "out_trade_no": "A", "transaction_id": "4200000000002104083200000488" });
        let new = with_new_numbers(order.clone(), &changes);
        assert_ne!(new["out_trade_no"], order["out_trade_no"]);
        let id = text(&new, "transaction_id");
        assert!(id.starts_with("420000000000") && id.len() == 28, "{id}");
        assert_ne!(new["transaction_id"], order["transaction_id"]);
        let same = with_new_numbers(order.clone(), &["out_trade_no=A".to_owned()]);
        assert_eq!(same["out_trade_no"], "A");
        assert_ne!(same["transaction_id"], order["transaction_id"]);
    }

    #[test]
    fn the_parts_of_a_combined_order_have_new_numbers_each() {
        let part = json!({ "out_trade_no": "A", "transaction_id": "4200000000002104083200000488" });
        let combined = json!({ "combine_out_trade_no": "C", "sub_orders": [part.clone(), part] });
        let mut new = with_new_numbers(combined, &["sub_orders.1.out_trade_no=A".to_owned()]);
        let parts = new["sub_orders"].take();
        assert_ne!(new["combine_out_trade_no"], "C");
        assert_ne!(parts[0]["out_trade_no"], "A");
        assert_eq!(parts[1]["out_trade_no"], "A");
        assert_ne!(parts[0]["transaction_id"], parts[1]["transaction_id"]);
    }

    #[test]
    fn the_sub_merchant_becomes_another() {
        assert_eq!(
            with_other_sub_merchant(&json!({"sub_mchid": "1900000109"})),
            Some(json!({"sub_mchid": "1900000110"}))
        );
        assert_eq!(with_other_sub_merchant(&json!({"mchid": "1"})), None);
    }
}
