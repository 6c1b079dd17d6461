//! Events that the user of an order causes.

use super::Order;
use crate::{
    book::{Book, BookError},
    clock::Time,
    notification::Event,
    refusal,
};

impl Book {
    /// Pays an order, as its user does.
    pub(crate) async fn pay(
        &self,
        owner: &str,
        out_trade_no: &str,
        now: Time,
    ) -> Result<(), BookError> {
        let mut change = self.begin().await?;
        let order = change.find(owner, out_trade_no).await?;
        let mut order: Order = order.ok_or(refusal::NO_ORDER)?;
        order.expire(now);
        order.pay(now)?;
        change.put(&order).await?;
        self.notify(&mut change, order.paid_event(), now).await?;
        Ok(change.commit().await?)
    }
}

impl Order {
    /// The event of the payment.
    fn paid_event(&self) -> Event<'_> {
        Event {
            owner: &self.owner,
            url: self.text("notify_url"),
            event_type: "TRANSACTION.SUCCESS",
            original_type: "transaction",
            resource: self.transaction(),
        }
    }
}
