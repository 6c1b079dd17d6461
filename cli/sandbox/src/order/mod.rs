//! Orders (基础支付): their states, and the JSON that describes them.

mod code;
mod deduction;
mod funds;
mod prepay;
mod request;
mod sub_order;
mod transaction;
mod user;
mod view;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub(crate) use deduction::{ACCEPTED, Deduction};
use prepay::Prepay;
pub(crate) use prepay::Session;
pub(crate) use request::{IDENTITY, OrderRequest};
pub(crate) use sub_order::SubOrder;
pub(crate) use view::OrderView;

use crate::{
    clock::Time,
    expiry,
    refund::RefundState,
    refusal::{self, Refusal},
    store::Record,
};

/// The seconds after which an unpaid order is closed at the latest: 7 days.
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
    /// By a payment code (付款码).
    Micropay,
    /// A deduction by a contract (委托代扣).
    Pap,
    /// A deduction for a service order of pay score (支付分).
    Auth,
}

/// The state of an order (交易状态).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum TradeState {
    NotPay,
    /// WeChat asks the user of a payment code for the password.
    UserPaying,
    /// The payment by a code failed.
    PayError,
    Success,
    /// Paid, and refunded at least in part.
    Refund,
    /// Reversed (撤销): an order of a payment code.
    Revoked,
    Closed,
    /// The deduction is under way.
    Accept,
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
    #[serde(flatten)]
    session: Session,
    transaction_id: String,
    created: Time,
    state: TradeState,
    paid: Option<Time>,
    /// In fen.
    refunded: i64,
    pub(crate) refunds: u32,
    /// The result of later refunds.
    #[serde(default)]
    pub(crate) refund_result: RefundState,
    /// The money of receivers (分账接收方), in fen.
    #[serde(default)]
    shared: i64,
    /// The money that was frozen for sharing and is the merchant's own now, in fen.
    #[serde(default)]
    own: i64,
    #[serde(default)]
    unfrozen: bool,
    #[serde(default)]
    pub(crate) sharings: u32,
    /// `combine_out_trade_no`, if this is a sub-order of a combined order (合单).
    #[serde(default)]
    combined: Option<String>,
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

impl TradeType {
    /// Checks that the request for an order names its user, if only that user can pay the order.
    pub(crate) fn check_payer(self, payer: Option<&Value>) -> Result<(), Refusal> {
        let mut names = ["openid", "sp_openid", "sub_openid"].iter();
        let openid = |name: &str| payer?.get(name)?.as_str();
        // The facts refuse an empty text, and accept a blank one.
        let is_named = names.any(|name| openid(name).is_some_and(|id| !id.trim().is_empty()));
        match self == Self::Jsapi && !is_named {
            true => Err(refusal::NO_OPENID),
            false => Ok(()),
        }
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

    pub(crate) const fn trade_type(&self) -> TradeType {
        self.trade_type
    }

    pub(crate) const fn created(&self) -> Time {
        self.created
    }

    pub(crate) const fn state(&self) -> TradeState {
        self.state
    }

    /// The time of the payment. `None` if the order is not paid, or reversed.
    pub(crate) fn paid(&self) -> Option<Time> {
        let is_paid = matches!(self.state, TradeState::Success | TradeState::Refund);
        self.paid.filter(|_| is_paid)
    }

    pub(crate) fn transaction_id(&self) -> &str {
        &self.transaction_id
    }

    /// The URL of the notification.
    pub(crate) fn notify_url(&self) -> Option<&str> {
        self.text("notify_url")
    }

    /// The sub-merchant (子商户) of a service provider's order.
    pub(crate) fn sub_mchid(&self) -> Option<&str> {
        self.text("sub_mchid").filter(|_| self.is_partner)
    }

    /// Closes an order that was not paid in time. Returns `true` if it did.
    pub(crate) fn expire(&mut self, now: Time) -> bool {
        let latest = self.created.plus(LIFETIME);
        let expires = expiry::of(&self.request).map_or(latest, |expires| expires.min(latest));
        let is_unpaid = matches!(self.state, TradeState::NotPay | TradeState::UserPaying);
        let is_expired = is_unpaid && now >= expires;
        if is_expired {
            self.state = TradeState::Closed;
        }
        is_expired
    }

    /// Closes the order (关闭订单). A second time changes nothing.
    pub(crate) fn close(&mut self) -> Result<(), Refusal> {
        if self.trade_type == TradeType::Micropay {
            return Err(refusal::ONLY_REVERSED);
        }
        self.payable().or_else(|refusal| match self.state {
            TradeState::Closed => Ok(()),
            _ => Err(refusal),
        })?;
        self.state = TradeState::Closed;
        Ok(())
    }

    /// Pays the order, as the user does.
    pub(crate) fn pay(&mut self, now: Time) -> Result<(), Refusal> {
        self.payable()?;
        self.state = TradeState::Success;
        self.paid = Some(now);
        Ok(())
    }

    /// Refuses an order that cannot be paid any more.
    pub(crate) const fn payable(&self) -> Result<(), Refusal> {
        match self.state {
            TradeState::NotPay | TradeState::UserPaying => Ok(()),
            TradeState::PayError => Err(refusal::PAYMENT_FAILED),
            TradeState::Success | TradeState::Refund => Err(refusal::ALREADY_PAID),
            TradeState::Revoked => Err(refusal::ORDER_REVERSED),
            TradeState::Closed => Err(refusal::ORDER_CLOSED),
            TradeState::Accept => Err(ACCEPTED),
        }
    }

    fn text(&self, member: &str) -> Option<&str> {
        self.request.get(member)?.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_of_an_older_state_is_read() {
        let older = r#"{"owner":"1900000109","out_trade_no":"20260101001","trade_type":"NATIVE","is_partner":false,
            "request":{"amount":{"total":100}},"prepay_id":"wx1","transaction_id":"42000","created":0,
            "state":"REFUND","paid":0,"refunded":60,"refunds":1}"#;
        let order: Order = serde_json::from_str(older).unwrap();
        assert_eq!(
            (order.rest(), order.is_unfrozen(), order.combined),
            (40, false, None)
        );
    }
}
