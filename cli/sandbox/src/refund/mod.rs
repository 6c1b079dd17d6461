//! Refunds (退款): their states and limits, and the JSON that describes them.

mod ecommerce;
mod request;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

pub(crate) use ecommerce::EcommerceRefund;
pub(crate) use request::RefundRequest;

use crate::{
    book::{Book, BookError},
    clock::Time,
    notification::Event,
    store::{Change, Record},
};

/// The state of a refund (退款状态).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum RefundState {
    Processing,
    Success,
}

/// A refund of an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Refund {
    owner: String,
    out_refund_no: String,
    refund_id: String,
    /// `out_trade_no` of the order.
    order: String,
    transaction_id: String,
    /// The body of the request.
    request: Map<String, Value>,
    created: Time,
    state: RefundState,
    succeeded: Option<Time>,
}

impl Record for Refund {
    const KIND: &'static str = "refund";

    fn owner(&self) -> &str {
        &self.owner
    }

    fn number(&self) -> &str {
        &self.out_refund_no
    }

    fn id(&self) -> &str {
        &self.refund_id
    }
}

impl Refund {
    /// Ends a refund: the money arrives.
    pub(crate) async fn end(
        owner: &str,
        out_refund_no: &str,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<(), BookError> {
        let refund: Option<Self> = change.find(owner, out_refund_no).await?;
        let Some(mut refund) = refund.filter(|refund| refund.state == RefundState::Processing)
        else {
            return Ok(());
        };
        refund.state = RefundState::Success;
        refund.succeeded = Some(now);
        change.put(&refund).await?;
        book.notify(change, refund.success(), now).await
    }

    /// The event of the end.
    fn success(&self) -> Event<'_> {
        Event {
            owner: &self.owner,
            url: self.request.get("notify_url").and_then(Value::as_str),
            event_type: "REFUND.SUCCESS",
            original_type: "refund",
            resource: self.resource(),
        }
    }

    /// The refund as its notification describes it.
    fn resource(&self) -> Value {
        let (total, refund) = (fen(&self.request, "total"), fen(&self.request, "refund"));
        let mut resource = json!({
            "refund_id": self.refund_id,
            "out_refund_no": self.out_refund_no,
            "transaction_id": self.transaction_id,
            "out_trade_no": self.order,
            "refund_status": self.state,
            "success_time": self.succeeded.map(|time| time.to_string()),
            "user_received_account": "支付用户零钱",
            "amount": {
                "total": total,
                "refund": refund,
                "payer_total": total,
                "payer_refund": refund,
            },
        });
        let sub_mchid = self.request.get("sub_mchid");
        if let Some(members) = resource.as_object_mut() {
            let name = if sub_mchid.is_some() {
                "sp_mchid"
            } else {
                "mchid"
            };
            members.insert(name.to_owned(), json!(self.owner));
            if let Some(sub_mchid) = sub_mchid {
                members.insert("sub_mchid".to_owned(), sub_mchid.clone());
            }
        }
        resource
    }

    /// The refund as a request for it and its query describe it.
    fn describe(&self) -> Value {
        let (total, refund) = (fen(&self.request, "total"), fen(&self.request, "refund"));
        let mut description = json!({
            "refund_id": self.refund_id,
            "out_refund_no": self.out_refund_no,
            "transaction_id": self.transaction_id,
            "out_trade_no": self.order,
            "channel": "ORIGINAL",
            "user_received_account": "支付用户零钱",
            "create_time": self.created.to_string(),
            "status": self.state,
            "funds_account": "UNSETTLED",
            "amount": {
                "total": total,
                "refund": refund,
                "payer_total": total,
                "payer_refund": refund,
                "settlement_refund": refund,
                "settlement_total": total,
                "discount_refund": 0,
                "currency": "CNY",
            },
        });
        if let (Some(members), Some(succeeded)) = (description.as_object_mut(), self.succeeded) {
            members.insert("success_time".to_owned(), json!(succeeded.to_string()));
        }
        description
    }
}

/// A member of the amount, in fen.
fn fen(request: &Map<String, Value>, member: &str) -> i64 {
    let amount = request
        .get("amount")
        .and_then(|amount| amount.get(member)?.as_i64());
    amount.unwrap_or_default()
}
