//! Events that the user of an order causes.

use super::{Order, TradeState};
use crate::{
    book::{Book, BookError},
    clock::Time,
    notification::Event,
    refusal,
    store::Change,
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
        let mut order = find(&mut change, owner, out_trade_no, now).await?;
        order.payable()?;
        order.check_session(now)?;
        order.pay(now)?;
        change.put(&order).await?;
        self.notify(&mut change, order.paid_event(), now).await?;
        Ok(change.commit().await?)
    }

    /// Refuses the password for the payment code of an order, as its user does.
    pub(crate) async fn refuse(
        &self,
        owner: &str,
        out_trade_no: &str,
        now: Time,
    ) -> Result<(), BookError> {
        let mut change = self.begin().await?;
        let mut order = find(&mut change, owner, out_trade_no, now).await?;
        order.payable()?;
        if order.state != TradeState::UserPaying {
            return Err(refusal::TRADE_ERROR.into());
        }
        order.state = TradeState::PayError;
        change.put(&order).await?;
        Ok(change.commit().await?)
    }
}

/// An order that is paid by itself.
async fn find(
    change: &mut Change,
    owner: &str,
    out_trade_no: &str,
    now: Time,
) -> Result<Order, BookError> {
    let order: Option<Order> = change.find(owner, out_trade_no).await?;
    let order = order.filter(|order| order.combined.is_none());
    let mut order = order.ok_or(refusal::NO_ORDER)?;
    order.expire(now);
    Ok(order)
}

impl Order {
    /// The event of the payment.
    fn paid_event(&self) -> Event<'_> {
        Event {
            owner: &self.owner,
            url: self.notify_url(),
            event_type: "TRANSACTION.SUCCESS",
            original_type: "transaction",
            resource: self.transaction(),
        }
    }
}
