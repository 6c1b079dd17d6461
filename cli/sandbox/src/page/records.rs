//! Records of every other kind, such as refunds, transfers and contracts: each with its number, state and time.

use maud::{Markup, html};
use serde_json::Value;

use super::{
    Page,
    frame::{heading, time, yuan},
    state,
    visitor::Visitor,
};
use crate::{
    book::BookError,
    clock::Time,
    notification::Notification,
    order::Order,
    refund::Refund,
    store::{AnyRecord, Change, Record},
};

/// The kinds that lists of their own show.
const SHOWN: [&str; 2] = [Order::KIND, Notification::KIND];

/// The names of kinds. Another kind has its own name.
const NAMES: [(&str, &str, &str); 10] = [
    (Refund::KIND, "Refund", "退款"),
    ("combined_order", "Combined order", "合单"),
    ("sharing", "Profit sharing", "分账"),
    ("sharing_receiver", "Receiver of shares", "分账接收方"),
    ("sharing_return", "Returned share", "分账回退"),
    ("transfer", "Transfer", "商家转账"),
    ("contract", "Contract", "签约"),
    ("service_order", "Service order", "服务订单"),
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
        let title = self.visitor.say("Refunds and more", "退款及其他");
        Ok(html! {
            @if !records.is_empty() {
                section #records .live {
                    (heading(title, None))
                    (self.table(&records))
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
                    (self.table(refunds))
                }
            }
        }
    }

    fn table(&self, records: &[AnyRecord]) -> Markup {
        html! { table { tbody { @for record in records { (row(self.visitor, record)) } } } }
    }
}

fn row(visitor: Visitor, record: &AnyRecord) -> Markup {
    let created = record.data.get("created").and_then(Value::as_i64);
    html! {
        tr {
            td.name { (record.number) small { (name(visitor, &record.kind)) } }
            td.amount { @if let Some(amount) = record.amount() { (yuan(amount)) } }
            td.state { @if let Some(state) = record.state() { (state::of_record(state)) } }
            td.time {
                @if let Some(created) = created { (time(Time::from_unix(created))) }
                small { (record.owner) }
            }
            td.action {}
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

    fn state(&self) -> Option<&str> {
        self.text("state").or_else(|| self.text("status"))
    }

    /// The amount of the request, in fen: of a refund, a payment or a transfer.
    fn amount(&self) -> Option<i64> {
        let request = self.data.get("request")?;
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
