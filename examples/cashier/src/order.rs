//! An order and its status. A shop keeps orders in its database, because a restart forgets these.

use tokio::sync::watch;
use wechatpay_client::Fen;

/// An order of the cashier.
pub(crate) struct Order {
    /// `out_trade_no` (商户订单号).
    pub(crate) number: String,
    pub(crate) total: Fen,
    /// The text of the QR code.
    pub(crate) code_url: String,
    status: watch::Sender<Status>,
}

/// The status of an order, in the order in which a status may follow another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    Unpaid,
    Paid,
    Refunding,
    /// The refund failed: a person must look at it in the merchant platform (商户平台).
    NotRefunded,
    Refunded,
}

impl Order {
    pub(crate) fn new(number: String, total: Fen, code_url: String) -> Self {
        let (status, _) = watch::channel(Status::Unpaid);
        Self {
            number,
            total,
            code_url,
            status,
        }
    }

    pub(crate) fn status(&self) -> Status {
        *self.status.borrow()
    }

    /// The status now, and each change.
    pub(crate) fn changes(&self) -> watch::Receiver<Status> {
        self.status.subscribe()
    }

    /// Moves the status forward. Notifications arrive late, repeated and in any order, so a status never goes back.
    pub(crate) fn advance(&self, to: Status) {
        self.status.send_if_modified(|status| {
            let is_later = to > *status;
            if is_later {
                *status = to;
            }
            is_later
        });
    }

    /// `out_refund_no` (商户退款单号). It follows from the order and never changes, so WeChat Pay takes every further
    /// request for the same refund, and no order is refunded twice.
    pub(crate) fn refund_number(&self) -> String {
        format!("R{}", self.number)
    }
}
