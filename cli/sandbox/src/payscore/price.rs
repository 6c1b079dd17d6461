//! The price of a service order: what the user has to pay for (后付费项目), less the discounts (商户优惠).

use serde_json::{Map, Value};

use super::{ServiceOrder, refusals};
use crate::refusal::Refusal;

/// The kind of risk fund (风险金) that limits no total: the estimated price of the order.
pub(super) const ESTIMATE: &str = "ESTIMATE_ORDER_COST";

impl ServiceOrder {
    /// The total of a completed order, in fen.
    pub(super) fn total(&self) -> i64 {
        self.price().map(total).unwrap_or_default()
    }

    /// The request that set the price last.
    pub(super) fn price(&self) -> Option<&Map<String, Value>> {
        self.modification.as_ref().or(self.completion.as_ref())
    }

    /// Checks a total against the deposit (押金).
    pub(super) fn check_total(&self, total: i64) -> Result<(), Refusal> {
        let fund = self.request.get("risk_fund");
        let name = fund.and_then(|fund| fund.get("name")?.as_str());
        let amount = fund.and_then(|fund| fund.get("amount")?.as_i64());
        match amount {
            Some(amount) if name != Some(ESTIMATE) && total > amount => {
                Err(refusals::ABOVE_THE_RISK_FUND)
            }
            _ => Ok(()),
        }
    }
}

/// `total_amount` of a request that sets the price, in fen.
pub(super) fn total(body: &Map<String, Value>) -> i64 {
    let total = body.get("total_amount").and_then(Value::as_i64);
    total.unwrap_or_default()
}

/// Checks that the total of a request is the sum of its payments less that of its discounts, and that no amount is
/// negative.
pub(super) fn check_sum(body: &Map<String, Value>) -> Result<(), Refusal> {
    let sum = sum(body, "post_payments").zip(sum(body, "post_discounts"));
    let rest = sum.map(|(payments, discounts)| payments - discounts);
    match rest {
        Some(rest) if rest >= 0 && rest == total(body).into() => Ok(()),
        _ => Err(refusals::WRONG_SUM),
    }
}

/// The sum of the amounts in a list. `None` if one is negative.
fn sum(body: &Map<String, Value>, list: &str) -> Option<i128> {
    let items = body.get(list).and_then(Value::as_array);
    let amounts = items.into_iter().flatten().map(|item| {
        let amount = item.get("amount").and_then(Value::as_i64);
        Some(i128::from(amount.unwrap_or_default())).filter(|amount| *amount >= 0)
    });
    amounts.sum()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_total_is_the_sum_of_payments_less_discounts() {
        let is_sum = |total: i64, payments: &[i64], discounts: &[i64]| {
            let items = |amounts: &[i64]| {
                let amounts = amounts.iter();
                json!(
                    amounts
                        .map(|amount| json!({ "amount": amount }))
                        .collect::<Vec<_>>()
                )
            };
            let body = json!({
                "total_amount": total,
                "post_payments": items(payments),
                "post_discounts": items(discounts),
            });
            check_sum(body.as_object().unwrap()) == Ok(())
        };
        assert!(is_sum(70, &[40, 60], &[30]));
        assert!(is_sum(0, &[], &[]));
        assert!(is_sum(0, &[30], &[30]));
        assert!(!is_sum(71, &[40, 60], &[30]));
        assert!(!is_sum(-1, &[30], &[31]));
        assert!(!is_sum(10, &[20, -10], &[]));
        assert!(!is_sum(40, &[30], &[-10]));
        assert!(!is_sum(-2, &[i64::MAX, i64::MAX], &[]));
        assert!(is_sum(i64::MAX, &[i64::MAX, i64::MAX], &[i64::MAX]));
    }
}
