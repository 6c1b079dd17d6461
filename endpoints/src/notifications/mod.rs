//! Notifications (回调通知), typed: [`NotificationExt::event`] decodes the resource of every published event.
//!
//! ```
//! use wechatpay_client::notification::{Notification, Reply};
//! use wechatpay_endpoints::notifications::{Event, NotificationExt as _, RefundSuccess, TransactionSuccess};
//!
//! fn handle(notification: &Notification) -> Reply {
//!     match notification.event() {
//!         Event::TransactionSuccess(TransactionSuccess::Merchant(transaction)) => {
//!             println!("paid: {}", transaction.out_trade_no);
//!             Reply::success()
//!         }
//!         Event::RefundSuccess(RefundSuccess::Merchant(refund)) => {
//!             println!("refunded: {:?}", refund.out_refund_no);
//!             Reply::success()
//!         }
//!         // WeChat Pay sends the notification again: until then, look into the mistake.
//!         Event::Undecoded(undecoded) => {
//!             eprintln!("{undecoded}");
//!             Reply::failure("not understood")
//!         }
//!         // The events that this URL does not expect.
//!         _ => Reply::success(),
//!     }
//! }
//! ```
//!
//! Some event types are shared by several products, such as `TRANSACTION.SUCCESS` by JSAPI payments, combined orders
//! and parking. The variant then holds an enum of the resources. The members tell the resources apart: the resource that
//! has a field for most of them is decoded. Payments outside of the mainland are `Global`: their number is `id`.
//!
//! A URL that gets one event of one product needs no enum: there,
//! [`Notification::resource`] decodes the type directly, as in `notification.resource::<MerchantTransaction>()`. It
//! does not look at the event type.

mod decode;
mod event;
mod resources;

use std::fmt;

use wechatpay_client::notification::Notification;

pub use self::{event::Event, resources::*};

/// The typed event of a notification.
pub trait NotificationExt {
    /// Decodes the resource by the event type and, if several products share the event type, by its members.
    ///
    /// Never fails: [`Event::Unknown`] and [`Event::Undecoded`] keep the resource.
    fn event(&self) -> Event;
}

impl NotificationExt for Notification {
    fn event(&self) -> Event {
        Event::of(self)
    }
}

/// The decrypted resource of an event that this version does not know.
///
/// `Debug` hides the text, which may contain personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct RawResource(Box<str>);

/// The decrypted resource that is not of the type of its event, and the reason.
///
/// `Debug` hides the text, which may contain personal data. `Display` shows the place and the reason, without values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndecodedResource {
    event_type: String,
    pointer: String,
    reason: String,
    raw: RawResource,
}

impl RawResource {
    fn of(notification: &Notification) -> Self {
        Self(String::from_utf8_lossy(notification.plaintext()).into())
    }

    /// The JSON text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl UndecodedResource {
    /// The event type, such as `TRANSACTION.SUCCESS`.
    #[must_use]
    pub fn event_type(&self) -> &str {
        &self.event_type
    }

    /// The JSON pointer (RFC 6901) to the member that is missing or has another type, such as `/amount/total`. Empty if
    /// the members tell none of the resources of the event.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The reason, without values.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The JSON text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.raw.as_str()
    }
}

impl fmt::Debug for RawResource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{} bytes]", self.0.len())
    }
}

impl fmt::Display for UndecodedResource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "resource of {} not decoded: {}",
            self.event_type, self.reason
        )
    }
}
