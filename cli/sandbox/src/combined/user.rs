//! The event that the user of a combined order causes.

use serde_json::Value;

use super::Combined;
use crate::{
    book::{Book, BookError},
    clock::Time,
    notification::Event,
    refusal,
};

impl Book {
    /// Pays all sub-orders of a combined order, as its user does.
    pub(crate) async fn pay_combined(
        &self,
        owner: &str,
        combine_out_trade_no: &str,
        now: Time,
    ) -> Result<(), BookError> {
        let mut change = self.begin().await?;
        let combined: Option<Combined> = change.find(owner, combine_out_trade_no).await?;
        let combined = combined.ok_or(refusal::NO_ORDER)?;
        let mut orders = combined.orders(&mut change, now).await?;
        for order in &orders {
            order.payable()?;
        }
        combined.session.check(combined.trade_type, now)?;
        for order in &mut orders {
            order.pay(now)?;
            change.put(order).await?;
        }
        let event = Event {
            owner,
            url: combined.request.get("notify_url").and_then(Value::as_str),
            event_type: "TRANSACTION.SUCCESS",
            original_type: "transaction",
            resource: combined.describe(&orders),
        };
        self.notify(&mut change, event, now).await?;
        Ok(change.commit().await?)
    }
}
