//! 回调通知: WeChat Pay posts the results to `/notify`, and may post each several times.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{Router, routing::post};
use wechatpay_client::{
    Fen,
    notification::{Notification, Notifications, Reply},
};
use wechatpay_endpoints::notifications::{Event, NotificationExt as _, TransactionSuccess};

/// The paid amounts, by `out_trade_no`. A shop keeps them in its database.
pub type Ledger = Arc<Mutex<BTreeMap<String, Option<Fen>>>>;

/// The server. The extractor [`Notification`] verifies and decrypts, and replies to forged notifications.
pub fn router(notifications: Notifications, ledger: Ledger) -> Router {
    let notified = move |notification: Notification| {
        let reply = record(&notification, &ledger);
        async { reply }
    };
    Router::new()
        .route("/notify", post(notified))
        .with_state(notifications)
}

/// Records a payment once, however often WeChat Pay sends the notification.
fn record(notification: &Notification, ledger: &Ledger) -> Reply {
    let mut ledger = ledger.lock().unwrap_or_else(PoisonError::into_inner);
    match notification.event() {
        Event::TransactionSuccess(TransactionSuccess::Merchant(order)) => {
            let total = order.amount.and_then(|amount| amount.total);
            ledger.insert(order.out_trade_no, total);
        }
        Event::TransactionSuccess(TransactionSuccess::Combine(combined)) => {
            for order in combined.sub_orders.unwrap_or_default() {
                let total = Some(order.amount.total_amount);
                ledger.insert(order.out_trade_no, total);
            }
        }
        // WeChat Pay sends the notification again: a person looks at it until then.
        Event::Undecoded(undecoded) => {
            eprintln!("{undecoded}");
            return Reply::failure("not decoded");
        }
        _ => {}
    }
    Reply::success()
}
