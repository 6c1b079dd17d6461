//! Orders that WeChat Pay deducts by itself (代扣), without a user who pays by hand.

use serde_json::{Map, Value};

use super::{Order, Prepay, TradeState, TradeType};
use crate::{
    clock::Time,
    json::text,
    refusal::{self, Refusal, refusal},
};

/// A deduction that is under way cannot be changed.
pub(crate) const ACCEPTED: Refusal =
    refusal(400, "ORDER_ACCEPTED", "扣款请求已受理，请勿重复发起", 0);

/// A deduction from the money of a user.
pub(crate) struct Deduction {
    pub(crate) owner: String,
    pub(crate) is_partner: bool,
    pub(crate) trade_type: TradeType,
    /// The body of an order: merchants, number, amount and payer.
    pub(crate) request: Map<String, Value>,
}

impl Deduction {
    /// The merchant's number.
    pub(crate) fn out_trade_no(&self) -> &str {
        text(&self.request, "out_trade_no")
    }

    /// Asks again for the deduction of an order (重入): the parameters must be those of the first time, and the deduction
    /// must be under way.
    pub(crate) fn repeat(&self, order: &Order) -> Result<(), Refusal> {
        let is_same = (self.trade_type, self.is_partner, &self.request)
            == (order.trade_type, order.is_partner, &order.request);
        match (is_same, order.state) {
            (false, _) => Err(refusal::OTHER_PARAMETERS),
            (true, TradeState::Accept) => Ok(()),
            (true, _) => order.payable(),
        }
    }

    /// The order, whose deduction is under way.
    pub(crate) fn accept(self, now: Time) -> Order {
        let prepay = Prepay {
            out_trade_no: self.out_trade_no().to_owned(),
            owner: self.owner,
            trade_type: self.trade_type,
            is_partner: self.is_partner,
            request: self.request,
        };
        Order {
            state: TradeState::Accept,
            ..prepay.place(now)
        }
    }
}

impl Order {
    /// The deduction succeeds: the money arrives.
    pub(crate) const fn deduct(&mut self, now: Time) {
        self.state = TradeState::Success;
        self.paid = Some(now);
    }

    /// The deduction fails: the order is closed.
    pub(crate) const fn fail_deduction(&mut self) {
        self.state = TradeState::Closed;
    }
}
