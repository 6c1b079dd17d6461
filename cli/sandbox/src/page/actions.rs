//! The buttons: what the user of a record does, such as confirming a transfer.

use maud::{Markup, html};
use wechatpay_client::gateway::ReceivedRequest;

use super::{
    PAYER, Page,
    orders::{self, payer_link},
    visitor::segment,
};
use crate::{
    book::BookError,
    combined::Combined,
    order::Order,
    papay::Contract,
    payscore::ServiceOrder,
    request,
    store::{AnyRecord, Record as _},
    transfer::Transfer,
};

const PAY_ORDER: &str = "/orders/{mchid}/{out_trade_no}/pay";
const ACT: &str = "/records/{kind}/{mchid}/{number}/{verb}";
const SEND: &str = "/notifications/{id}/send";
const REMOVE_FAULT: &str = "/faults/{id}/remove";

/// An action, with its words in both languages.
type Action = (&'static str, &'static str, &'static str);

pub(super) const PAY: Action = ("pay", "Pay", "支付");
pub(super) const REFUSE: Action = ("refuse", "Refuse", "拒绝支付");
const CONFIRM: Action = ("confirm", "Confirm", "确认");
const SIGN: Action = ("sign", "Sign", "签约");
const TERMINATE: Action = ("terminate", "Terminate", "解约");

impl Page<'_> {
    /// The button of an action.
    pub(super) fn button(
        &self,
        (kind, owner, number): (&str, &str, &str),
        (verb, english, chinese): Action,
    ) -> Markup {
        let action = format!("/records/{kind}/{owner}/{}/{verb}", segment(number));
        html! {
            form method="post" action=(self.visitor.link(&action)) {
                button.pay[verb == PAY.0] { (self.visitor.say(english, chinese)) }
            }
        }
    }

    /// Does the change of a button. Returns the page to show next; `None` if there is no such button.
    pub(super) async fn changed(
        &self,
        request: &ReceivedRequest,
    ) -> Result<Option<String>, BookError> {
        let (server, visitor) = (self.server, self.visitor);
        let location = if let Some(id) = request::path_value(request, SEND) {
            server.send_again(&id).await?;
            visitor.link("/notifications")
        } else if let Some(id) = request::path_value(request, REMOVE_FAULT) {
            server.faults.remove(id.parse().unwrap_or_default());
            visitor.link("/faults")
        } else if let Some(id) = request::path_value(request, PAYER) {
            let is_known = self.pay(&id).await?;
            return Ok(is_known.then(|| payer_link(visitor, &id)));
        } else {
            return self.changed_record(request).await;
        };
        Ok(Some(location))
    }

    async fn changed_record(&self, request: &ReceivedRequest) -> Result<Option<String>, BookError> {
        if let Some([(_, mchid), (_, number)]) = request.path_values(PAY_ORDER).as_deref() {
            let book = &self.server.book;
            book.pay(mchid, number, self.now).await?;
            return Ok(Some(orders::link(self.visitor, mchid, number)));
        }
        let values = request.path_values(ACT);
        let Some([(_, kind), (_, mchid), (_, number), (_, verb)]) = values.as_deref() else {
            return Ok(None);
        };
        let is_known = self.act((kind, mchid, number), verb).await?;
        Ok(is_known.then(|| self.visitor.link("/orders")))
    }

    /// Does an action. Returns `false` if there is no such action.
    async fn act(
        &self,
        (kind, owner, number): (&str, &str, &str),
        verb: &str,
    ) -> Result<bool, BookError> {
        let (book, now) = (&self.server.book, self.now);
        match (kind, verb) {
            (Order::KIND, "refuse") => book.refuse(owner, number, now).await?,
            (Combined::KIND, "pay") => book.pay_combined(owner, number, now).await?,
            (Transfer::KIND, "confirm") => book.confirm_transfer(owner, number, now).await?,
            (Contract::KIND, "sign") => book.sign_contract(owner, number, now).await?,
            (Contract::KIND, "terminate") => book.terminate_contract(owner, number, now).await?,
            (ServiceOrder::KIND, "confirm") => {
                book.confirm_service_order(owner, number, now).await?;
            }
            (ServiceOrder::KIND, "pay") => book.pay_service_order(owner, number, now).await?,
            _ => return Ok(false),
        }
        Ok(true)
    }
}

/// The next action of the user of a record in a state. A combined order has none here: its sub-orders tell.
pub(super) fn next(record: &AnyRecord, state: Option<&str>) -> Option<Action> {
    match (&*record.kind, state) {
        (Transfer::KIND, Some("WAIT_USER_CONFIRM")) | (ServiceOrder::KIND, Some("CREATED")) => {
            Some(CONFIRM)
        }
        (ServiceOrder::KIND, Some("COMPLETED")) => Some(PAY),
        (Contract::KIND, None) => Some(SIGN),
        (Contract::KIND, Some("SIGNED")) => Some(TERMINATE),
        _ => None,
    }
}
