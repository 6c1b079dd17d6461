//! The accounts that pay a refund (退款出资账户).

use serde_json::{Map, Value, json};
use wechatpay_client::gateway::{ParamError, ParamLocation};

use crate::amount;

const PLACE: &str = "/amount/from";

/// Checks that the accounts of a refund, if the amount names any, pay all of the refund, each one a part.
// The official page has the rules, and no error for them.
pub(super) fn check(amount: Option<&Value>) -> Result<(), ParamError> {
    let member = |name: &str| amount.and_then(|amount| amount.get(name));
    let Some(parts) = member("from").and_then(Value::as_array) else {
        return Ok(());
    };
    let mut sum = 0_i128;
    for (index, part) in parts.iter().enumerate() {
        amount::check_fen(part.get("amount"), &format!("{PLACE}/{index}/amount"))?;
        sum += i128::from(fen(part.get("amount")));
        let account = part.get("account");
        let mut others = parts.iter().take(index);
        if others.any(|other| other.get("account") == account) {
            return Err(repeated(index, account));
        }
    }
    let refund = fen(member("refund"));
    match sum == i128::from(refund) {
        true => Ok(()),
        false => Err(wrong_sum(sum, refund)),
    }
}

/// Tests if two requests for a refund have the same parameters. The order of the accounts means nothing.
pub(super) fn is_same(first: &Map<String, Value>, second: &Map<String, Value>) -> bool {
    in_order(first) == in_order(second)
}

/// A request with its accounts in alphabetical order.
fn in_order(request: &Map<String, Value>) -> Map<String, Value> {
    let mut request = request.clone();
    let amount = request.get_mut("amount");
    let parts = amount.and_then(|amount| amount.get_mut("from")?.as_array_mut());
    if let Some(parts) = parts {
        parts.sort_by_cached_key(|part| part.get("account").map(Value::to_string));
    }
    request
}

fn fen(value: Option<&Value>) -> i64 {
    value.and_then(Value::as_i64).unwrap_or_default()
}

fn repeated(index: usize, account: Option<&Value>) -> ParamError {
    let issue = "is named twice: name each account once";
    let pointer = format!("{PLACE}/{index}/account");
    let error = ParamError::new(ParamLocation::Body, &pointer, issue);
    error.with_value(json!(account))
}

fn wrong_sum(sum: i128, refund: i64) -> ParamError {
    let issue = format!("has the sum {sum}: the amounts add up to `refund`, which is {refund}");
    ParamError::new(ParamLocation::Body, PLACE, issue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_account_pays_a_part_of_the_refund() {
        let issue = |from: Value| {
            let amount = json!({ "refund": 100, "from": from });
            let error = check(Some(&amount)).err()?;
            Some((error.field().to_owned(), error.detail()["issue"].clone()))
        };
        let part = |account: &str, amount: i64| json!({ "account": account, "amount": amount });
        let sum = |sum: &str| {
            let issue = format!("has the sum {sum}: the amounts add up to `refund`, which is 100");
            Some((PLACE.to_owned(), json!(issue)))
        };
        let accounts = |available, unavailable| {
            json!([
                part("AVAILABLE", available),
                part("UNAVAILABLE", unavailable)
            ])
        };
        assert_eq!(check(Some(&json!({ "refund": 100 }))), Ok(()));
        assert_eq!(issue(json!([part("AVAILABLE", 100)])), None);
        assert_eq!(issue(accounts(99, 1)), None);
        assert_eq!(issue(accounts(99, 2)), sum("101"));
        assert_eq!(issue(json!([part("AVAILABLE", 99)])), sum("99"));
        assert_eq!(issue(json!([])), sum("0"));
        assert_eq!(issue(accounts(i64::MAX, 1)), sum("9223372036854775808"));
        let twice = (
            "/amount/from/1/account".to_owned(),
            json!("is named twice: name each account once"),
        );
        assert_eq!(
            issue(json!([part("AVAILABLE", 99), part("AVAILABLE", 1)])),
            Some(twice)
        );
        let nothing = (
            "/amount/from/0/amount".to_owned(),
            json!("is less than 1: send 1 fen or more"),
        );
        assert_eq!(issue(accounts(0, 100)), Some(nothing));
    }
}
