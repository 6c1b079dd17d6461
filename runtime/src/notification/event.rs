//! One event of `tracing` for each notification (feature `tracing`).

use std::time::Instant;

use super::{Notification, NotificationError};

/// Reports a parsed or rejected notification. Everything in the event is verified or a fixed name: anybody can send
/// a notification that does not verify.
pub(super) fn emit(start: Instant, result: &Result<Notification, NotificationError>) {
    let duration = start.elapsed().as_secs_f64();
    match result {
        Ok(notification) => tracing::event!(
            target: "wechatpay_client",
            tracing::Level::INFO,
            "wechatpay.event_type" = notification.event_type().as_str(),
            "http.request.header.request-id" = notification.request_id(),
            "http.server.request.duration" = duration,
            "notification"
        ),
        Err(error) => tracing::event!(
            target: "wechatpay_client",
            tracing::Level::WARN,
            "wechatpay.event_type" = error.event_type(),
            "http.response.status_code" = error.reply().status(),
            "http.server.request.duration" = duration,
            "error.type" = &*error.name(),
            "notification"
        ),
    }
}
