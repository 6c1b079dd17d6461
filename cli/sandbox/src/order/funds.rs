//! The money of a paid order: refunded, shared (分账), frozen for sharing, or the merchant's own.

use serde_json::Value;

use super::{Order, TradeState};
use crate::clock::Time;

/// The seconds in which the money is frozen for profit sharing: 30 days.
const FREEZE: i64 = 30 * 86_400;

impl Order {
    /// The money that can be refunded, in fen: neither refunded nor shared.
    pub(crate) fn rest(&self) -> i64 {
        self.unrefunded() - self.shared
    }

    /// The money that can be shared at most, in fen. `ratio` is in hundredths of a percent.
    pub(crate) fn shareable(&self, ratio: i64) -> i64 {
        self.unrefunded().saturating_mul(ratio) / 10_000 - self.shared
    }

    /// The order was placed for profit sharing (分账).
    pub(crate) fn is_for_sharing(&self) -> bool {
        let settlement = self.request.get("settle_info");
        let mark = settlement.and_then(|settlement| settlement.get("profit_sharing"));
        mark.and_then(Value::as_bool).unwrap_or_default()
    }

    /// The money that can be shared (待分账金额), in fen.
    pub(crate) fn frozen(&self, now: Time) -> i64 {
        let is_frozen = self.paid().is_some_and(|paid| now <= paid.plus(FREEZE));
        match is_frozen && self.is_for_sharing() {
            true => self.rest() - self.own,
            false => 0,
        }
    }

    /// The rest was unfrozen (解冻剩余资金).
    pub(crate) const fn is_unfrozen(&self) -> bool {
        self.unfrozen
    }

    /// The money that was not refunded, in fen. Receivers may have a part of it.
    pub(crate) fn unrefunded(&self) -> i64 {
        self.total() - self.refunded
    }

    /// Notes a refund of this many fen. Frozen money goes first. Returns the part that was the merchant's own, in fen.
    pub(crate) fn refund(&mut self, amount: i64) -> i64 {
        let own = self.own;
        self.refunded += amount;
        self.refunds += 1;
        self.own = own.min(self.rest());
        self.state = TradeState::Refund;
        own - self.own
    }

    /// Notes that the money of a refund is back, of which this part was the merchant's own.
    pub(crate) fn take_refund_back(&mut self, amount: i64, own: i64) {
        self.refunded -= amount;
        self.own += if self.unfrozen { amount } else { own };
    }

    /// Shares this many fen of the frozen money.
    pub(crate) fn share(&mut self, amount: i64) {
        self.shared += amount;
        self.sharings += 1;
    }

    /// Takes back a share that failed.
    pub(crate) fn take_back(&mut self, amount: i64) {
        self.shared -= amount;
        if self.unfrozen {
            self.own += amount;
        }
    }

    /// Notes that a receiver returned a share (分账回退). The money is the merchant's own.
    pub(crate) fn receive_back(&mut self, amount: i64) {
        self.shared -= amount;
        self.own += amount;
    }

    /// Gives the frozen money to the merchant. Returns the amount in fen.
    pub(crate) fn unfreeze(&mut self, now: Time) -> i64 {
        let amount = self.frozen(now);
        self.own += amount;
        self.unfrozen = true;
        amount
    }
}
