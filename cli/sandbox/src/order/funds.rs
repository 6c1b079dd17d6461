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

#[cfg(test)]
mod tests {
    use super::*;

    fn order() -> Order {
        let order = r#"{"owner":"1900000109","out_trade_no":"20260101001","trade_type":"NATIVE","is_partner":false,
            "request":{"amount":{"total":1000},"settle_info":{"profit_sharing":true}},"prepay_id":"wx1",
            "transaction_id":"42000","created":0,"state":"SUCCESS","paid":0,"refunded":0,"refunds":0}"#;
        serde_json::from_str(order).unwrap()
    }

    #[test]
    fn a_refund_takes_frozen_money_first_and_brings_all_back() {
        let mut order = order();
        order.share(300);
        order.receive_back(300);
        assert_eq!((order.own, order.frozen(Time::EPOCH)), (300, 700));
        let own = order.refund(800);
        assert_eq!((own, order.own, order.frozen(Time::EPOCH)), (100, 200, 0));
        order.take_refund_back(800, own);
        assert_eq!((order.own, order.frozen(Time::EPOCH)), (300, 700));
        let own = order.refund(800);
        order.unfreeze(Time::EPOCH);
        order.take_refund_back(800, own);
        assert_eq!((order.own, order.frozen(Time::EPOCH)), (1_000, 0));
    }

    #[test]
    fn no_order_of_changes_makes_money() {
        // A generator of pseudo-random numbers, so that each run is the same.
        let mut state = 1_u64;
        let mut below = |limit: i64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            i64::try_from(state >> 33).unwrap() % limit
        };
        for _ in 0..1_000 {
            let (mut order, mut refunds, mut shares) = (order(), Vec::new(), Vec::new());
            for _ in 0..20 {
                let (rest, frozen) = (order.rest(), order.frozen(Time::EPOCH));
                match below(6) {
                    0 if rest > 0 => {
                        let amount = 1 + below(rest);
                        refunds.push((amount, order.refund(amount)));
                    }
                    1 => refunds
                        .pop()
                        .into_iter()
                        .for_each(|(amount, own)| order.take_refund_back(amount, own)),
                    2 if frozen > 0 => {
                        let amount = 1 + below(frozen);
                        shares.push(amount);
                        order.share(amount);
                    }
                    3 => shares
                        .pop()
                        .into_iter()
                        .for_each(|share| order.take_back(share)),
                    4 => shares
                        .pop()
                        .into_iter()
                        .for_each(|share| order.receive_back(share)),
                    _ if below(5) == 0 => drop(order.unfreeze(Time::EPOCH)),
                    _ => {}
                }
                let refunded: i64 = refunds.iter().map(|(amount, _)| amount).sum();
                assert_eq!(order.rest(), 1_000 - refunded - shares.iter().sum::<i64>());
                assert!((0..=order.rest()).contains(&order.own), "{order:?}");
                assert!(
                    !order.unfrozen || order.frozen(Time::EPOCH) == 0,
                    "{order:?}"
                );
            }
        }
    }
}
