//! Orders (基础支付): their states, and the JSON that describes them.

mod prepay;
mod request;
mod transaction;
mod user;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub(crate) use request::OrderRequest;

use crate::{
    clock::Time,
    refusal::{self, Refusal},
    store::Record,
};

/// The seconds after which an unpaid order is closed: 7 days.
const LIFETIME: i64 = 7 * 86_400;

/// The way to pay an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum TradeType {
    /// In an official account or a mini program.
    Jsapi,
    App,
    Native,
    /// In a browser of a phone.
    Mweb,
}

/// The state of an order (交易状态).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum TradeState {
    NotPay,
    Success,
    /// Paid, and refunded at least in part.
    Refund,
    Closed,
}

/// An order of a merchant or service provider.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Order {
    /// The merchant that signed the request.
    owner: String,
    out_trade_no: String,
    trade_type: TradeType,
    /// The order was placed by a service provider (服务商).
    is_partner: bool,
    /// The body of the request.
    request: Map<String, Value>,
    prepay_id: String,
    transaction_id: String,
    created: Time,
    state: TradeState,
    paid: Option<Time>,
    /// In fen.
    pub(crate) refunded: i64,
    pub(crate) refunds: u32,
}

impl Record for Order {
    const KIND: &'static str = "order";

    fn owner(&self) -> &str {
        &self.owner
    }

    fn number(&self) -> &str {
        &self.out_trade_no
    }

    fn id(&self) -> &str {
        &self.transaction_id
    }
}

impl Order {
    /// The total in fen.
    pub(crate) fn total(&self) -> i64 {
        self.request
            .get("amount")
            .and_then(|amount| amount.get("total")?.as_i64())
            .unwrap_or_default()
    }

    pub(crate) const fn paid(&self) -> Option<Time> {
        self.paid
    }

    pub(crate) fn transaction_id(&self) -> &str {
        &self.transaction_id
    }

    /// The sub-merchant (子商户) of a service provider's order.
    pub(crate) fn sub_mchid(&self) -> Option<&str> {
        self.text("sub_mchid").filter(|_| self.is_partner)
    }

    /// Closes an order that was not paid in time. Returns `true` if it did.
    pub(crate) fn expire(&mut self, now: Time) -> bool {
        let expires = self.text("time_expire").and_then(Time::parse);
        let expires = expires.unwrap_or_else(|| self.created.plus(LIFETIME));
        let is_expired = self.state == TradeState::NotPay && now >= expires;
        if is_expired {
            self.state = TradeState::Closed;
        }
        is_expired
    }

    /// Closes the order (关闭订单). A second time changes nothing.
    pub(crate) fn close(&mut self) -> Result<(), Refusal> {
        match self.state {
            TradeState::NotPay | TradeState::Closed => {
                self.state = TradeState::Closed;
                Ok(())
            }
            TradeState::Success | TradeState::Refund => Err(refusal::ALREADY_PAID),
        }
    }

    /// Pays the order, as the user does.
    pub(crate) fn pay(&mut self, now: Time) -> Result<(), Refusal> {
        match self.state {
            TradeState::NotPay => {
                self.state = TradeState::Success;
                self.paid = Some(now);
                Ok(())
            }
            TradeState::Success | TradeState::Refund => Err(refusal::ALREADY_PAID),
            TradeState::Closed => Err(refusal::ORDER_CLOSED),
        }
    }

    /// Notes a refund of this many fen.
    pub(crate) fn refund(&mut self, amount: i64) {
        self.refunded += amount;
        self.refunds += 1;
        self.state = TradeState::Refund;
    }

    fn text(&self, member: &str) -> Option<&str> {
        self.request.get(member)?.as_str()
    }
}
