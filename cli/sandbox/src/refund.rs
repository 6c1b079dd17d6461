//! Refunds (退款): their states and limits, and the JSON that describes them.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::{
    clock::Time,
    ids,
    order::Order,
    refusal::{self, Refusal},
    store::Record,
};

/// The most refunds of an order.
const LIMIT: u32 = 50;

/// The seconds after the payment in which an order can be refunded: a year.
const PERIOD: i64 = 365 * 86_400;

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

/// A request for a refund.
pub(crate) struct RefundRequest {
    owner: String,
    request: Map<String, Value>,
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

impl RefundRequest {
    /// Reads the body of a request that `owner` signed. The facts have checked the body.
    pub(crate) const fn new(owner: String, request: Map<String, Value>) -> Self {
        Self { owner, request }
    }

    pub(crate) fn owner(&self) -> &str {
        &self.owner
    }

    pub(crate) fn out_refund_no(&self) -> &str {
        self.text("out_refund_no").unwrap_or_default()
    }

    /// The merchant's number of the order, if the request names the order by it.
    pub(crate) fn out_trade_no(&self) -> Option<&str> {
        self.text("out_trade_no")
    }

    pub(crate) fn transaction_id(&self) -> Option<&str> {
        self.text("transaction_id")
    }

    /// Refunds an order, which gets less to refund.
    pub(crate) fn refund(self, order: &mut Order, now: Time) -> Result<Refund, Refusal> {
        let (total, amount) = (self.amount("total"), self.amount("refund"));
        let paid = order.paid().ok_or(refusal::NOT_PAID)?;
        if self.text("sub_mchid") != order.sub_mchid() {
            return Err(refusal::OTHER_SUB_MERCHANT);
        }
        if total != order.total() {
            return Err(refusal::OTHER_TOTAL);
        }
        if amount > total - order.refunded {
            return Err(refusal::ABOVE_THE_REST);
        }
        if order.refunds >= LIMIT {
            return Err(refusal::REFUNDED_TOO_OFTEN);
        }
        if now > paid.plus(PERIOD) {
            return Err(refusal::REFUNDED_TOO_LATE);
        }
        order.refund(amount);
        Ok(Refund {
            out_refund_no: self.out_refund_no().to_owned(),
            owner: self.owner,
            refund_id: ids::refund_id(now),
            order: order.number().to_owned(),
            transaction_id: order.transaction_id().to_owned(),
            request: self.request,
            created: now,
            state: RefundState::Processing,
            succeeded: None,
        })
    }

    /// Asks again for a refund (重入): the parameters must be those of the first time.
    pub(crate) fn repeat(&self, refund: &Refund) -> Result<(), Refusal> {
        match self.request == refund.request {
            true => Ok(()),
            false => Err(refusal::OTHER_PARAMETERS),
        }
    }

    fn amount(&self, member: &str) -> i64 {
        amount(&self.request, member)
    }

    fn text(&self, member: &str) -> Option<&str> {
        self.request.get(member)?.as_str()
    }
}

impl Refund {
    /// The money arrived.
    pub(crate) fn succeed(&mut self, now: Time) {
        self.state = RefundState::Success;
        self.succeeded = Some(now);
    }

    pub(crate) const fn state(&self) -> RefundState {
        self.state
    }

    /// The URL of the notification.
    pub(crate) fn notify_url(&self) -> Option<&str> {
        self.request.get("notify_url")?.as_str()
    }

    /// The refund as its notification describes it.
    pub(crate) fn resource(&self) -> Value {
        let (total, refund) = (
            amount(&self.request, "total"),
            amount(&self.request, "refund"),
        );
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
    pub(crate) fn describe(&self) -> Value {
        let (total, refund) = (
            amount(&self.request, "total"),
            amount(&self.request, "refund"),
        );
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

fn amount(request: &Map<String, Value>, member: &str) -> i64 {
    let amount = request
        .get("amount")
        .and_then(|amount| amount.get(member)?.as_i64());
    amount.unwrap_or_default()
}
