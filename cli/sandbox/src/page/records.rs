//! Records of every other kind, such as refunds, transfers and contracts: each with its number, state and time.

use maud::{Markup, html};
use serde_json::Value;

use super::{
    Page, actions,
    frame::{heading, time, yuan},
    state,
    visitor::Visitor,
};
use crate::{
    book::BookError,
    clock::Time,
    combined::Combined,
    notification::Notification,
    order::Order,
    papay::Contract,
    payscore::ServiceOrder,
    refund::Refund,
    store::{AnyRecord, Change, Record},
    transfer::Transfer,
};

/// The kinds that lists of their own show.
const SHOWN: [&str; 2] = [Order::KIND, Notification::KIND];

/// The names of kinds. Another kind has its own name.
const NAMES: [(&str, &str, &str); 10] = [
    (Refund::KIND, "Refund", "退款"),
    (Combined::KIND, "Combined order", "合单"),
    ("sharing", "Profit sharing", "分账"),
    ("sharing_receiver", "Receiver of shares", "分账接收方"),
    ("sharing_return", "Returned share", "分账回退"),
    (Transfer::KIND, "Transfer", "商家转账"),
    (Contract::KIND, "Contract", "签约"),
    (ServiceOrder::KIND, "Service order", "服务订单"),
    ("permission", "Permission", "服务授权"),
    ("user_permission", "Permission of a user", "用户授权"),
];

impl Page<'_> {
    /// The newest records of the kinds without a list of their own. Nothing if there are none.
    pub(super) async fn records(
        &self,
        change: &mut Change,
        limit: u32,
    ) -> Result<Markup, BookError> {
        let mut records = Vec::new();
        for kind in change.kinds().await? {
            if !SHOWN.contains(&&*kind) {
                records.extend(change.newest_of(&kind, limit).await?);
            }
        }
        records.sort_by_key(|record| std::cmp::Reverse(record.sequence));
        records.truncate(limit as usize);
        let mut rows = Vec::new();
        for record in records {
            let is_open = self.is_open(change, &record).await?;
            rows.push((record, is_open));
        }
        let title = self.visitor.say("Refunds and more", "退款及其他");
        Ok(html! {
            @if !rows.is_empty() {
                section #records .live {
                    (heading(title, None))
                    table { tbody { @for (record, is_open) in &rows { (self.row(record, *is_open)) } } }
                }
            }
        })
    }

    /// The section of an order's refunds. Nothing if there are none.
    pub(super) fn refunds(&self, refunds: &[AnyRecord]) -> Markup {
        html! {
            @if !refunds.is_empty() {
                section #refunds .live {
                    (heading(self.visitor.say("Refunds", "退款"), None))
                    table { tbody { @for refund in refunds { (self.row(refund, false)) } } }
                }
            }
        }
    }

    /// The orders of a record: itself, or the sub-orders of a combined order.
    pub(super) async fn orders_of(
        &self,
        change: &mut Change,
        record: &AnyRecord,
    ) -> Result<Vec<Order>, BookError> {
        let numbers = match &*record.kind {
            Order::KIND => vec![(record.owner.clone(), record.number.clone())],
            Combined::KIND => {
                let numbers = record.data.get("sub_orders").cloned().unwrap_or_default();
                serde_json::from_value(numbers).unwrap_or_default()
            }
            _ => Vec::new(),
        };
        let mut orders = Vec::new();
        for (owner, number) in numbers {
            if let Some(mut order) = change.find::<Order>(&owner, &number).await? {
                order.expire(self.now);
                orders.push(order);
            }
        }
        Ok(orders)
    }

    /// Tests if a record is a combined order that is neither paid nor closed.
    async fn is_open(&self, change: &mut Change, record: &AnyRecord) -> Result<bool, BookError> {
        let orders = self.orders_of(change, record).await?;
        Ok(orders.first().is_some_and(|order| order.view().is_open()))
    }

    fn row(&self, record: &AnyRecord, is_open: bool) -> Markup {
        let visitor = self.visitor;
        let state = record.state();
        let action = actions::next(record, state.as_deref());
        let action = action.or_else(|| is_open.then_some(actions::PAY));
        let id = (&*record.kind, &*record.owner, &*record.number);
        html! {
            tr {
                td.name { (record.number) small { (name(visitor, &record.kind)) } }
                td.amount { @if let Some(amount) = record.amount() { (yuan(amount)) } }
                td.state { @if let Some(state) = &state { (state::of_record(state)) } }
                td.time {
                    @if let Some(created) = record.created() { (time(created)) }
                    small { (record.owner) }
                }
                td.action { @if let Some(action) = action { (self.button(id, action)) } }
            }
        }
    }
}

fn name(visitor: Visitor, kind: &str) -> &str {
    let known = NAMES.iter().find(|(known, ..)| *known == kind);
    known.map_or(kind, |(_, english, chinese)| visitor.say(english, chinese))
}

impl AnyRecord {
    fn text(&self, member: &str) -> Option<&str> {
        self.data.get(member)?.as_str()
    }

    fn has(&self, member: &str) -> bool {
        self.data.get(member).is_some_and(|value| !value.is_null())
    }

    fn state(&self) -> Option<String> {
        match &*self.kind {
            Contract::KIND if self.has("ending") => Some("TERMINATED".to_owned()),
            Contract::KIND if self.has("signed") => Some("SIGNED".to_owned()),
            _ => self.text("state").map(str::to_uppercase),
        }
    }

    fn created(&self) -> Option<Time> {
        let created = self.data.get("created");
        let created = created.or_else(|| self.data.get("proposed"))?;
        Some(Time::from_unix(created.as_i64()?))
    }

    /// The amount of the request, in fen: of a refund, a transfer, or all sub-orders.
    fn amount(&self) -> Option<i64> {
        let request = self.data.get("request")?;
        if let Some(sub_orders) = request.get("sub_orders").and_then(Value::as_array) {
            let totals = sub_orders.iter();
            let totals = totals.filter_map(|order| order.pointer("/amount/total_amount")?.as_i64());
            return Some(totals.sum());
        }
        let amounts = [
            "/amount/refund",
            "/amount/total",
            "/total_amount",
            "/transfer_amount",
            "/amount",
        ];
        amounts
            .iter()
            .find_map(|pointer| request.pointer(pointer)?.as_i64())
    }
}
