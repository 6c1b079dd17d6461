//! The numbers and amounts of a request, for the question before it moves money.

use serde_json::Value;
use wechatpay_endpoints::{
    facts,
    facts::{Field, Operation, Type, Unit},
};

/// The lines of a summary, at most.
const LIMIT: usize = 12;

/// The merchant's numbers and the amounts of a body, each in a line.
pub(super) fn of(operation: &Operation, body: Option<&Value>) -> Vec<String> {
    let mut lines = Vec::new();
    if let (Some(body), Some(ty)) = (body, &operation.request) {
        add(&mut lines, operation, ty, "", body);
    }
    let left_out = lines.len().saturating_sub(LIMIT);
    if left_out > 0 {
        lines.truncate(LIMIT);
        lines.push(format!("and {left_out} more"));
    }
    lines
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

/// The line of a number or an amount. `None` for any other member.
fn line(field: &Field, path: &str, value: &Value) -> Option<String> {
    match (value, field.unit) {
        (Value::Number(number), Some(Unit::Fen)) => {
            let fen = number.as_i64()?;
            let (sign, yuan, rest) = (
                if fen < 0 { "-" } else { "" },
                fen.unsigned_abs() / 100,
                fen.unsigned_abs() % 100,
            );
            Some(format!("{path}: {fen} fen ({sign}{yuan}.{rest:02} yuan)"))
        }
        (Value::Number(number), Some(Unit::Minor)) => {
            Some(format!("{path}: {number} of the smallest unit"))
        }
        (Value::String(text), _) if field.name.starts_with("out_") && !field.sensitive => {
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
        of(facts().find(name).unwrap(), Some(body))
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
        let body = json!({ "out_order_no": "A", "receivers": vec![receiver; 20] });
        let lines = summary("POST /v3/profitsharing/orders", &body);
        assert_eq!(lines.len(), 13);
        assert_eq!(lines[1], "receivers.0.amount: 5 fen (0.05 yuan)");
        assert_eq!(lines[12], "and 9 more");
    }
}
