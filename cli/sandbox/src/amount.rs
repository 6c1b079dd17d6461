//! Amounts (金额) in the body of a request.

use serde_json::{Value, json};
use wechatpay_client::gateway::{ParamError, ParamLocation};

use crate::refusal::OUT_OF_RANGE;

/// Checks the amount at `pointer`: `total` is its member in fen, and is not less than 1.
pub(crate) fn check(amount: Option<&Value>, pointer: &str, total: &str) -> Result<(), ParamError> {
    let member = |name: &str| amount.and_then(|amount| amount.get(name));
    check_fen(member(total), &format!("{pointer}/{total}"))?;
    match member("currency") {
        Some(currency) if currency != "CNY" => {
            let pointer = format!("{pointer}/currency");
            let issue = "is not `CNY`: send `CNY`";
            let error = ParamError::new(ParamLocation::Body, &pointer, issue);
            Err(error.with_value(currency.clone()))
        }
        _ => Ok(()),
    }
}

/// Checks that the member at `pointer`, in fen, is not less than 1.
pub(crate) fn check_fen(fen: Option<&Value>, pointer: &str) -> Result<(), ParamError> {
    let fen = fen.and_then(Value::as_i64).unwrap_or_default();
    if fen >= 1 {
        return Ok(());
    }
    let issue = "is less than 1: send 1 fen or more";
    let error = ParamError::new(ParamLocation::Body, pointer, issue);
    let error = error.with_request_id_number(OUT_OF_RANGE);
    Err(error.with_value(json!(fen)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_a_fen_or_more_in_cny() {
        let checked = |amount: Value| {
            let error = check(Some(&amount), "/amount", "total").err()?;
            Some(error.to_string())
        };
        assert_eq!(checked(json!({ "total": 1, "currency": "CNY" })), None);
        assert_eq!(checked(json!({ "total": i64::MAX })), None);
        let small = Some("`/amount/total` of the body is less than 1: send 1 fen or more");
        for amount in [json!({}), json!({ "total": 0 }), json!({ "total": -1 })] {
            assert_eq!(checked(amount).as_deref(), small);
        }
        let foreign = checked(json!({ "total": 1, "currency": "USD" }));
        assert_eq!(
            foreign.as_deref(),
            Some("`/amount/currency` of the body is not `CNY`: send `CNY`")
        );
    }
}
