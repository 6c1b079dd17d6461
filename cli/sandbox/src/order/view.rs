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
            prepay_id: self.prepay_id.clone(),
            code_url: prepaid.get("code_url").map(text),
        }
    }
}

impl OrderView {
    /// The user can still pay the order.
    pub(crate) fn is_payable(&self) -> bool {
        matches!(&*self.state, "NOTPAY" | "USERPAYING")
    }
}
