//! A bill as its user sees it, behind the QR code: the page to which a Native `code_url` leads.

use maud::html;

use super::{
    Page,
    frame::yuan,
    orders::{self, payer_link},
    reply::Reply,
    state,
};
use crate::{
    book::BookError,
    combined::Combined,
    order::Order,
    store::{AnyRecord, Record as _},
};

/// An order, or the sub-orders of a combined order.
struct Bill {
    record: AnyRecord,
    orders: Vec<Order>,
}

impl Page<'_> {
    /// The page of the user. `None` if there is no such order.
    pub(super) async fn payer(&self, prepay_id: &str) -> Result<Option<Reply>, BookError> {
        let Some(Bill { orders, .. }) = self.bill(prepay_id).await? else {
            return Ok(None);
        };
        let visitor = self.visitor;
        let total = orders.iter().map(Order::total).sum();
        let views: Vec<_> = orders.iter().map(Order::view).collect();
        let content = html! {
            section #payer .live {
                @for view in &views { p { (view.description) } }
                p.total { (yuan(total)) }
                @if let Some(view) = views.first() {
                    p { (state::of_order(visitor, &view.state)) }
                    @if view.is_open() {
                        form method="post" action=(payer_link(visitor, prepay_id)) {
                            button.pay { (visitor.say("Pay", "支付")) }
                        }
                    }
                }
                @for order in &orders {
                    p { a href=(orders::link(visitor, order.owner(), order.number())) { (order.number()) } }
                }
            }
        };
        Ok(Some(Reply::html(self.frame(content))))
    }

    /// Pays the bill. Returns `false` if there is no such order.
    pub(super) async fn pay(&self, prepay_id: &str) -> Result<bool, BookError> {
        let Some(Bill { record, .. }) = self.bill(prepay_id).await? else {
            return Ok(false);
        };
        let (book, owner, number) = (&self.server.book, &*record.owner, &*record.number);
        match &*record.kind {
            Combined::KIND => book.pay_combined(owner, number, self.now).await?,
            _ => book.pay(owner, number, self.now).await?,
        }
        Ok(true)
    }

    async fn bill(&self, prepay_id: &str) -> Result<Option<Bill>, BookError> {
        let mut change = self.server.store.begin().await?;
        let Some(record) = change.prepaid(prepay_id).await? else {
            return Ok(None);
        };
        let mut orders = self.orders_of(&mut change, &record).await?;
        // A sub-order is paid by the `prepay_id` of its combined order.
        orders.retain(|order| record.kind == Combined::KIND || !order.view().is_combined);
        Ok((!orders.is_empty()).then_some(Bill { record, orders }))
    }
}
