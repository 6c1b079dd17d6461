//! Notifications (回调通知): HTTP requests that WeChat Pay sends to the merchant, for example after a payment.
//!
//! [`Notifications`] works with any web framework. [`Notifications::parse`] takes the header pairs and the body bytes,
//! verifies the signature, and decrypts the resource. [`Notification::resource`] decodes the resource into a type, and
//! a [`Reply`] tells WeChat Pay the result. Only platform certificates need a client, which downloads them.
//!
//! ```
//! # use wechatpay_client::{ApiV3Key, Verifier, notification::{Notifications, Reply}};
//! # #[derive(serde::Deserialize)] struct Transaction { out_trade_no: String }
//! fn paid(notifications: &Notifications, headers: &http::HeaderMap, body: &[u8]) -> Reply {
//!     let notification = match notifications.parse(headers, body) {
//!         Ok(notification) => notification,
//!         Err(error) => return error.reply(),
//!     };
//!     match notification.resource::<Transaction>() {
//!         // Store `notification.id()` first: WeChat Pay may send the same notification again.
//!         Ok(transaction) => Reply::success(),
//!         Err(error) => error.reply(),
//!     }
//! }
//! ```
//!
//! The crate `wechatpay-endpoints` has a type for every published resource, and decodes a notification of any event to
//! its type.
//!
//! Reply within five seconds. Without a successful reply, WeChat Pay sends the notification again, up to fifteen
//! times in a day. A notification may also never arrive: if you wait for one, query the order.

#[cfg(feature = "axum")]
mod axum;
mod error;
#[cfg(feature = "tracing")]
mod event;
mod event_type;
mod event_types;
mod keys;
mod merchant;
mod notifications;
mod reply;

use std::{fmt, sync::Arc};

use serde::{Deserialize, de::DeserializeOwned};
use zeroize::Zeroizing;

#[cfg(feature = "axum")]
pub use axum::ChooseNotifications;
pub use error::{NotificationError, NotificationErrorKind};
pub use event_type::UnknownEventType;
pub use event_types::EventType;
pub use merchant::NotifiedMerchant;
pub use notifications::Notifications;
pub use reply::Reply;

use crate::{
    crypto::Sealed,
    json,
    request::sensitive::{self, FieldDecryptor},
    verify::excerpt,
};

/// A verified and decrypted notification, returned by [`Notifications::parse`]. With the feature `axum`, an axum
/// handler can take a `Notification` as its argument.
///
/// ```
/// # use wechatpay_client::notification::{EventType, Notification, NotificationError};
/// #[derive(serde::Deserialize)]
/// struct Refund {
///     out_refund_no: String,
/// }
///
/// fn refunded(notification: &Notification) -> Result<Option<String>, NotificationError> {
///     match notification.event_type() {
///         EventType::RefundSuccess => Ok(Some(notification.resource::<Refund>()?.out_refund_no)),
///         _ => Ok(None),
///     }
/// }
/// ```
pub struct Notification {
    event_type: EventType,
    mchid: Option<Arc<str>>,
    key_id: String,
    request_id: Option<String>,
    envelope: Envelope,
    plaintext: Zeroizing<Vec<u8>>,
    /// Decrypts the sensitive members of the resource.
    private_keys: FieldDecryptor,
}

/// The JSON of the verified body, its resource still encrypted.
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
    /// The ID of the notification (`id`, 通知ID). WeChat Pay sends a notification again under the same ID: use the ID to
    /// process each notification only once.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.envelope.id
    }

    /// The merchant number (商户号, `mchid`) of the only merchant that trusts the key that signed the notification.
    ///
    /// `None` if the [`Notifications`] is not made for several merchants, by [`Notifications::for_clients`] or with
    /// [`Verifier::for_merchants`](crate::Verifier::for_merchants), or if several merchants trust the key.
    #[must_use]
    pub fn mchid(&self) -> Option<&str> {
        self.mchid.as_deref()
    }

    /// The merchant or brand that the resource names, of any event: a service provider chooses the merchant by
    /// [`sub_mchid`](NotifiedMerchant::sub_mchid). The numbers come from the decrypted resource, and
    /// [`mchid`](Self::mchid) from the key that signed the notification.
    ///
    /// ```
    /// # use wechatpay_client::notification::Notification;
    /// fn shop(notification: &Notification) -> Option<String> {
    ///     let merchant = notification.merchant();
    ///     merchant.sub_mchid.or(merchant.mchid)
    /// }
    /// ```
    #[must_use]
    pub fn merchant(&self) -> NotifiedMerchant {
        NotifiedMerchant::of(&self.plaintext)
    }

    /// The event type of the notification (`event_type`, 通知类型), such as `TRANSACTION.SUCCESS`.
    #[must_use]
    pub fn event_type(&self) -> &EventType {
        &self.event_type
    }

    /// The time when WeChat Pay created the notification (`create_time`, 通知创建时间), in RFC 3339.
    #[must_use]
    pub fn create_time(&self) -> Option<&str> {
        self.envelope.create_time.as_deref()
    }

    /// The type of the resource in the received JSON (`resource_type`, 通知数据类型): `encrypt-resource`.
    #[must_use]
    pub fn resource_type(&self) -> Option<&str> {
        self.envelope.resource_type.as_deref()
    }

    /// The summary of the notification for people (`summary`, 回调摘要).
    #[must_use]
    pub fn summary(&self) -> Option<&str> {
        self.envelope.summary.as_deref()
    }

    /// The type of the resource before its encryption (`original_type`, 原始回调类型), such as `transaction`.
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

    /// The `Request-ID` header of the notification. The signature does not cover the header: use the ID for logs only.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// Decodes the decrypted resource (通知数据) into a `T`.
    ///
    /// Few resources have members that are encrypted once more, for the merchant, such as the phone number of a
    /// member card. A [`Sensitive`](crate::Sensitive) in `T` is decrypted if the [`Notifications`] is made by
    /// [`for_client`](Notifications::for_client) or [`for_clients`](Notifications::for_clients), and the client has the
    /// private key in the process. Otherwise declare the member as `String`, which keeps the ciphertext.
    ///
    /// # Errors
    ///
    /// A [`NotificationError`] of the kind [`ResourceMismatch`](NotificationErrorKind::ResourceMismatch) if the
    /// resource is not a `T`.
    pub fn resource<T: DeserializeOwned>(&self) -> Result<T, NotificationError> {
        let resource = match &self.private_keys {
            FieldDecryptor::LocalKeys(merchants) if merchants.is_empty() => {
                json::read_object(&self.plaintext)
            }
            keys => sensitive::decrypting(keys, || json::read_object(&self.plaintext)),
        };
        resource.map_err(|error| {
            let kind = NotificationErrorKind::ResourceMismatch(error.to_string());
            NotificationError::with_envelope(kind, self.id(), &self.envelope.event_type)
                .with_pointer(error.pointer())
        })
    }

    /// The decrypted resource as JSON text. Do not log the text: it may contain personal data.
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
