//! An order as the page shows it.

use serde_json::{Value, json};

use super::Order;
use crate::clock::Time;

/// The parts of an order that a person reads.
pub(crate) struct OrderView {
    pub(crate) description: String,
    /// The state, as WeChat Pay names it.
    pub(crate) state: String,
    /// The way to pay, as WeChat Pay names it.
    pub(crate) trade_type: String,
    pub(crate) created: Time,
    /// In fen.
    pub(crate) refunded: i64,
    pub(crate) prepay_id: String,
    /// The order is a sub-order, which is paid with its combined order (合单).
    pub(crate) is_combined: bool,
    /// The text of the QR code of a Native order.
    pub(crate) code_url: Option<String>,
}

impl Order {
    /// The order as the page shows it.
    pub(crate) fn view(&self) -> OrderView {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let prepaid = self.prepaid();
        OrderView {
            description: self.text("description").unwrap_or_default().to_owned(),
            state: text(&json!(self.state)),
            trade_type: text(&json!(self.trade_type)),
            created: self.created,
            refunded: self.refunded,
            prepay_id: self.session.prepay_id.clone(),
            is_combined: self.combined.is_some(),
            code_url: prepaid.get("code_url").map(text),
        }
    }
}

impl OrderView {
    /// The order is neither paid nor closed.
    pub(crate) fn is_open(&self) -> bool {
        matches!(&*self.state, "NOTPAY" | "USERPAYING")
    }

    /// The user can pay the order by itself.
    pub(crate) fn is_payable(&self) -> bool {
        self.is_open() && !self.is_combined
    }
}
