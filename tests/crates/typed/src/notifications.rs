//! 回调通知: WeChat Pay posts the results to `/notify`, and may post each several times.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{Router, routing::post};
use wechatpay_client::notification::{
    EventType, Notification, NotificationError, Notifications, Reply,
};
use wechatpay_endpoints::payments::direct::Transaction;

/// The paid orders, by `out_trade_no`. A shop keeps them in its database.
pub type Ledger = Arc<Mutex<BTreeMap<String, Transaction>>>;

/// The server. The extractor [`Notification`] verifies and decrypts, and replies to forged notifications.
pub fn router(notifications: Notifications, ledger: Ledger) -> Router {
    let notified = move |notification: Notification| {
        let reply = match record(&notification, &ledger) {
            Ok(()) => Reply::success(),
            Err(error) => error.reply(),
        };
        async { reply }
    };
    Router::new()
        .route("/notify", post(notified))
        .with_state(notifications)
}

/// Records a payment once, however often WeChat Pay sends the notification.
fn record(notification: &Notification, ledger: &Ledger) -> Result<(), NotificationError> {
    if *notification.event_type() != EventType::TransactionSuccess {
        return Ok(());
    }
    let order: Transaction = notification.resource()?;
    let mut ledger = ledger.lock().unwrap_or_else(PoisonError::into_inner);
    ledger.insert(order.out_trade_no.clone(), order);
    Ok(())
}
