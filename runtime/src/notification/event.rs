//! Emits one event of `tracing` for each notification (feature `tracing`).

use std::time::Instant;

use super::{Notification, NotificationError};
use crate::{head::is_request_id, verify::excerpt};

/// Reports a parsed or rejected notification. The event holds only fixed names, the verified event type, and a
/// Request-ID that has the form of one: anybody can send a notification, and no signature covers its Request-ID.
pub(super) fn emit(start: Instant, result: &Result<Notification, NotificationError>) {
    let duration = start.elapsed().as_secs_f64();
    match result {
        Ok(notification) => tracing::event!(
            target: "wechatpay_client",
            tracing::Level::INFO,
            "wechatpay.event_type" = excerpt(notification.event_type().as_str().as_bytes()),
            "http.request.header.request-id" =
                notification.request_id().filter(|id| is_request_id(id)),
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
