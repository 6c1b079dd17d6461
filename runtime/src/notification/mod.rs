//! Notifications (回调通知): verified, decrypted with the APIv3 key, typed.
//!
//! [`Notifications`] works with any web framework: it takes the header pairs and the bytes of the body.
//! A client is only needed for platform certificates that download themselves.
//!
//! ```
//! # use wechatpay_client::{ApiV3Key, Verifier, notification::{Notifications, Reply}};
//! # #[derive(serde::Deserialize)] struct Transaction { out_trade_no: String }
//! fn paid(notifications: &Notifications, headers: &hyper::HeaderMap, body: &[u8]) -> Reply {
//!     let notification = match notifications.parse(headers, body) {
//!         Ok(notification) => notification,
//!         Err(error) => return error.reply(),
//!     };
//!     match notification.resource::<Transaction>() {
//!         // Note `notification.id()` first: the same one may come again.
//!         Ok(transaction) => Reply::success(),
//!         Err(error) => error.reply(),
//!     }
//! }
//! ```
//!
//! Answer within five seconds. A notification that is not answered with success comes again, up to
//! fifteen times in a day; one that never comes is no result: query the order.

#[cfg(feature = "axum")]
mod axum;
mod error;
mod event_type;
mod keys;
mod notifications;
mod reply;

use std::{fmt, sync::Arc};

use serde::{Deserialize, de::DeserializeOwned};
use zeroize::Zeroizing;

#[cfg(feature = "axum")]
pub use axum::ChooseNotifications;
pub use error::{NotificationError, NotificationErrorKind};
pub use event_type::EventType;
pub use notifications::Notifications;
pub use reply::Reply;

use crate::{crypto::Sealed, json, verify::excerpt};

/// A notification that WeChat Pay itself sent, opened.
pub struct Notification {
    event_type: EventType,
    mchid: Option<Arc<str>>,
    key_id: String,
    request_id: Option<String>,
    envelope: Envelope,
    plaintext: Zeroizing<Vec<u8>>,
}

/// The body as it was verified.
#[derive(Deserialize)]
struct Envelope {
    id: String,
    create_time: Option<String>,
    event_type: String,
    resource_type: Option<String>,
    summary: Option<String>,
    resource: Sealed,
}

impl Notification {
    /// The notification's ID (通知ID), by which a repetition is recognised: the same each time it is sent.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.envelope.id
    }

    /// The merchant number (商户号) of the merchant who trusts the key that signed the notification.
    ///
    /// `None` unless the verifier is a set ([`Verifier::for_merchants`](crate::Verifier::for_merchants)), and for a key that several
    /// merchants of the set trust.
    #[must_use]
    pub fn mchid(&self) -> Option<&str> {
        self.mchid.as_deref()
    }

    /// What it tells (通知类型).
    #[must_use]
    pub fn event_type(&self) -> &EventType {
        &self.event_type
    }

    /// When it was made (通知创建时间), in RFC 3339.
    #[must_use]
    pub fn create_time(&self) -> Option<&str> {
        self.envelope.create_time.as_deref()
    }

    /// `encrypt-resource` (通知数据类型).
    #[must_use]
    pub fn resource_type(&self) -> Option<&str> {
        self.envelope.resource_type.as_deref()
    }

    /// A summary for people (回调摘要).
    #[must_use]
    pub fn summary(&self) -> Option<&str> {
        self.envelope.summary.as_deref()
    }

    /// What the resource was before encryption (原始类型), such as `transaction`.
    #[must_use]
    pub fn original_type(&self) -> Option<&str> {
        self.envelope.resource.original_type.as_deref()
    }

    /// The ID of the key that verified the notification: the serial number (证书序列号) of a platform
    /// certificate, or the ID of a public key, `PUB_KEY_ID_…`.
    #[must_use]
    pub fn key_id(&self) -> &str {
        &self.key_id
    }

    /// Its `Request-ID`. It is not covered by the signature.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// The resource (通知数据), decrypted.
    ///
    /// # Errors
    ///
    /// [`NotificationErrorKind::ResourceMismatch`] if it is not a `T`.
    pub fn resource<T: DeserializeOwned>(&self) -> Result<T, NotificationError> {
        json::read_object(&self.plaintext).map_err(|error| {
            let kind = NotificationErrorKind::ResourceMismatch(error.to_string());
            NotificationError::with_envelope(kind, self.id(), &self.envelope.event_type)
        })
    }

    /// The resource as the JSON text that was encrypted. Not for logs.
    #[must_use]
    pub fn plaintext(&self) -> &[u8] {
        &self.plaintext
    }
}

impl fmt::Debug for Notification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Notification")
            .field("id", &excerpt(self.id().as_bytes()))
            .field("event_type", &excerpt(self.event_type.as_str().as_bytes()))
            .field("mchid", &self.mchid)
            .field("key_id", &self.key_id)
            .field("request_id", &self.request_id)
            .finish_non_exhaustive()
    }
}
