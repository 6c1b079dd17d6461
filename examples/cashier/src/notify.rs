//! Notifications (回调通知): the extractor verifies, decrypts and decodes each one, and replies to all others.

use axum::extract::State;
use wechatpay_client::notification::{Notification, Reply};
use wechatpay_endpoints::notifications::{
    Event, MerchantTransaction, NotificationExt as _, RefundAbnormal, RefundClosed, RefundSuccess,
    TransactionSuccess,
};

use crate::{
    cashier::{Cashier, Payment},
    order::Status,
};

/// Handles a notification that WeChat Pay signed. After a failure, WeChat Pay sends the notification again.
pub(crate) async fn notified(State(cashier): State<Cashier>, notification: Notification) -> Reply {
    println!("notified    {}", notification.event_type());
    match notification.event() {
        Event::TransactionSuccess(TransactionSuccess::Merchant(payment)) => pay(&cashier, &payment),
        Event::RefundSuccess(RefundSuccess::Merchant(refund)) => {
            refunded(&cashier, refund.out_trade_no.as_deref(), Status::Refunded)
        }
        Event::RefundAbnormal(RefundAbnormal::Merchant(refund)) => refunded(
            &cashier,
            refund.out_trade_no.as_deref(),
            Status::NotRefunded,
        ),
        Event::RefundClosed(RefundClosed::Merchant(refund)) => refunded(
            &cashier,
            refund.out_trade_no.as_deref(),
            Status::NotRefunded,
        ),
        Event::Undecoded(_) => Reply::failure("not decoded"),
        _ => Reply::success(),
    }
}

fn pay(cashier: &Cashier, payment: &MerchantTransaction) -> Reply {
    let amount = payment.amount.as_ref();
    let paid = cashier.pay(&Payment {
        mchid: &payment.mchid,
        out_trade_no: &payment.out_trade_no,
        total: amount.and_then(|amount| amount.total),
        currency: amount.and_then(|amount| amount.currency.as_deref()),
    });
    match paid {
        Ok(()) => Reply::success(),
        Err(difference) => {
            println!("not paid    {}: {difference}", payment.out_trade_no);
            Reply::failure(difference)
        }
    }
}

fn refunded(cashier: &Cashier, out_trade_no: Option<&str>, status: Status) -> Reply {
    match out_trade_no.and_then(|number| cashier.order(number)) {
        Some(order) => {
            order.advance(status);
            Reply::success()
        }
        None => Reply::failure("no such order"),
    }
}
