//! An order as its user sees it, behind the QR code: the page to which a Native `code_url` leads.

use maud::html;

use super::{
    Page,
    frame::yuan,
    orders::{self, payer_link},
    reply::Reply,
    state,
};
use crate::{book::BookError, order::Order, store::Record as _};

impl Page<'_> {
    /// The page of the user. `None` if there is no such order.
    pub(super) async fn payer(&self, prepay_id: &str) -> Result<Option<Reply>, BookError> {
        let Some(mut order) = self.prepaid(prepay_id).await? else {
            return Ok(None);
        };
        order.expire(self.now);
        let (visitor, view) = (self.visitor, order.view());
        let content = html! {
            section #payer .live {
                p { (view.description) }
                p.total { (yuan(order.total())) }
                p { (state::of_order(visitor, &view.state)) }
                @if view.is_payable() {
                    form method="post" action=(payer_link(visitor, prepay_id)) {
                        button.pay { (visitor.say("Pay", "支付")) }
                    }
                }
                p { a href=(orders::link(visitor, order.owner(), order.number())) { (order.number()) } }
            }
        };
        Ok(Some(Reply::html(self.frame(content))))
    }

    /// Pays the order. Returns `false` if there is no such order.
    pub(super) async fn pay(&self, prepay_id: &str) -> Result<bool, BookError> {
        let Some(order) = self.prepaid(prepay_id).await? else {
            return Ok(false);
        };
        let book = &self.server.book;
        book.pay(order.owner(), order.number(), self.now).await?;
        Ok(true)
    }

    async fn prepaid(&self, prepay_id: &str) -> Result<Option<Order>, BookError> {
        let mut change = self.server.store.begin().await?;
        let record = change.prepaid(prepay_id).await?;
        let record = record.filter(|record| record.kind == Order::KIND);
        Ok(record.map(|record| change.read(record)).transpose()?)
    }
}
