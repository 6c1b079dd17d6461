//! The numbers, amounts and receivers of a request, for the question before it moves money.

use serde_json::Value;
use wechatpay_endpoints::{
    facts,
    facts::{Example, Field, Location, Operation, Type, Unit},
};

use super::input::is_signer;
use crate::output::yuan;

/// The lines of a summary, at most.
const LIMIT: usize = 30;

/// Names of receivers, payers and things beside those that end with `mchid` or `openid`.
const PARTIES: [&str; 14] = [
    "account",
    "authorization_id",
    "contract_id",
    "harmony_account_id",
    "mch_id",
    "payee_id",
    "payee_merchant",
    "payer_merchant",
    "receiver_account",
    "refund_id",
    "seller_id",
    "transaction_id",
    "user_id",
    "user_qq",
];

/// The values of the path and of the query, and of the body the merchant's numbers, the amounts, and those who pay and
/// receive, each in a line.
pub(super) fn of(operation: &Operation, values: &Example) -> Vec<String> {
    let mut lines = parameters(operation, values);
    if let (Some(body), Some(ty)) = (&values.request, &operation.request) {
        add(&mut lines, operation, ty, "", body);
    }
    let left_out = lines.len().saturating_sub(LIMIT);
    if left_out > 0 {
        lines.truncate(LIMIT);
        lines.push(format!("and {left_out} more"));
    }
    lines
}

fn parameters(operation: &Operation, values: &Example) -> Vec<String> {
    let places = [
        (Location::Path, &values.path),
        (Location::Query, &values.query),
    ];
    let lines = places.into_iter().flat_map(|(location, values)| {
        let fields = operation.params_in(location);
        let fields = fields.filter(|field| !field.sensitive && !is_signer(field));
        fields.filter_map(|field| {
            let value = values.get(&field.name)?.as_str()?;
            Some(format!("{}: {}", field.name, value.escape_debug()))
        })
    });
    lines.collect()
}

fn add(lines: &mut Vec<String>, operation: &Operation, ty: &Type, path: &str, value: &Value) {
    match (ty, value) {
        (Type::Array(item), Value::Array(items)) => {
            for (index, value) in items.iter().enumerate() {
                add(lines, operation, item, &format!("{path}.{index}"), value);
            }
        }
        (_, Value::Object(members)) => {
            let fields = facts().members(&operation.product, ty).unwrap_or_default();
            for field in fields {
                let Some(value) = members.get(&field.name) else {
                    continue;
                };
                let path = match path {
                    "" => field.name.clone(),
                    path => format!("{path}.{}", field.name),
                };
                lines.extend(line(field, &path, value));
                add(lines, operation, &field.ty, &path, value);
            }
        }
        _ => {}
    }
}

/// Tests if a member is a number of the merchant, or names somebody who pays or receives. A sensitive member is shown to
/// nobody.
fn is_shown(field: &Field) -> bool {
    let name = &*field.name;
    let ends = ["mchid", "openid"];
    let is_party = ends.iter().any(|end| name.ends_with(end)) || PARTIES.contains(&name);
    (name.starts_with("out_") || is_party && !is_signer(field)) && !field.sensitive
}

/// The line of a number, a party or an amount. `None` for any other member.
fn line(field: &Field, path: &str, value: &Value) -> Option<String> {
    match (value, field.unit) {
        (Value::Number(number), Some(Unit::Fen)) => {
            let fen = number.as_i64()?;
            Some(format!("{path}: {fen} fen ({} yuan)", yuan(fen)))
        }
        (Value::Number(number), Some(Unit::Minor)) => {
            Some(format!("{path}: {number} of the smallest unit"))
        }
        (Value::String(text), _) if is_shown(field) => {
            Some(format!("{path}: {}", text.escape_debug()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn summary(name: &str, body: &Value) -> Vec<String> {
        let mut values = Example::default();
        values.request = Some(body.clone());
        of(facts().find(name).unwrap(), &values)
    }

    #[test]
    fn a_receiver_is_named_but_not_by_a_sensitive_member() {
        let transfer = json!({
            "appid": "wx1",
            "out_bill_no": "T1",
            "openid": "o-1",
            "user_name": "张三",
            "transfer_amount": 400_000,
        });
        assert_eq!(
            summary("POST /v3/fund-app/mch-transfer/transfer-bills", &transfer),
            [
                "out_bill_no: T1",
                "openid: o-1",
                "transfer_amount: 400000 fen (4000.00 yuan)",
            ]
        );
        let receiver =
            json!({ "type": "MERCHANT_ID", "account": "1900000110", "name": "张三", "amount": 5 });
        let sharing = json!({
            "sub_mchid": "1900000111",
            "transaction_id": "42",
            "out_order_no": "A",
            "receivers": [receiver],
        });
        assert_eq!(
            summary("POST /v3/profitsharing/orders", &sharing),
            [
                "sub_mchid: 1900000111",
                "transaction_id: 42",
                "out_order_no: A",
                "receivers.0.account: 1900000110",
                "receivers.0.amount: 5 fen (0.05 yuan)",
            ]
        );
    }

    #[test]
    fn the_values_of_path_and_query_are_named() {
        let mut values = Example::default();
        values
            .path
            .insert("out_order_no".to_owned(), "A\u{1b}".into());
        values.request = Some(json!({ "total_amount": 5 }));
        let complete = "POST /v3/payscore/serviceorder/{out_order_no}/complete";
        assert_eq!(
            of(facts().find(complete).unwrap(), &values),
            [r"out_order_no: A\u{1b}", "total_amount: 5 fen (0.05 yuan)"]
        );
    }

    #[test]
    fn numbers_and_amounts_are_named() {
        let body = json!({
            "out_trade_no": "T1",
            "out_refund_no": "R\u{1b}[1m",
            "reason": "x",
            "amount": { "refund": 888, "total": 90000, "currency": "CNY" },
        });
        assert_eq!(
            summary("refund.create_refund", &body),
            [
                "out_trade_no: T1",
                r"out_refund_no: R\u{1b}[1m",
                "amount.refund: 888 fen (8.88 yuan)",
                "amount.total: 90000 fen (900.00 yuan)",
            ]
        );
    }

    #[test]
    fn a_long_list_is_cut() {
        let receiver = json!({ "amount": 5 });
        let body = json!({ "out_order_no": "A", "receivers": vec![receiver; 40] });
        let lines = summary("POST /v3/profitsharing/orders", &body);
        assert_eq!(lines.len(), 31);
        assert_eq!(lines[1], "receivers.0.amount: 5 fen (0.05 yuan)");
        assert_eq!(lines[30], "and 11 more");
    }
}
