//! Decoding of resources: by the event type, then by the members that tell the resources of an event apart.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use wechatpay_client::notification::{Notification, NotificationError, NotificationErrorKind};

use super::{RawResource, UndecodedResource};

/// The members of a resource.
pub(super) type Members = Map<String, Value>;

/// The content of a variant of `Event`.
pub(super) trait Resource: Sized {
    fn decode(notification: &Notification) -> Result<Self, UndecodedResource>;
}

impl Resource for Members {
    fn decode(notification: &Notification) -> Result<Self, UndecodedResource> {
        read(notification)
    }
}

impl<T: DeserializeOwned> Resource for Box<T> {
    fn decode(notification: &Notification) -> Result<Self, UndecodedResource> {
        read(notification).map(Self::new)
    }
}

fn read<T: DeserializeOwned>(notification: &Notification) -> Result<T, UndecodedResource> {
    let resource = notification.resource();
    resource.map_err(|error| UndecodedResource::new(notification, &error))
}

impl UndecodedResource {
    fn new(notification: &Notification, error: &NotificationError) -> Self {
        let reason = match error.kind() {
            NotificationErrorKind::ResourceMismatch(reason) => reason.clone(),
            kind => kind.to_string(),
        };
        Self {
            pointer: error.pointer().unwrap_or_default().to_owned(),
            ..Self::untold(notification).with_reason(reason)
        }
    }

    /// The resource of an event of several products that is none of the known ones.
    pub(super) fn untold(notification: &Notification) -> Self {
        Self {
            event_type: notification.event_type().as_str().to_owned(),
            pointer: String::new(),
            reason: "its members fit none of the resources of the event".to_owned(),
            raw: RawResource::of(notification),
        }
    }

    fn with_reason(self, reason: String) -> Self {
        Self { reason, ..self }
    }
}

/// Tests if a resource has all of these members. A member that is `null` is not there.
pub(super) fn has(members: &Members, names: &[&str]) -> bool {
    let is_there = |name: &&str| members.get(*name).is_some_and(|value| !value.is_null());
    names.iter().all(is_there)
}

/// Tests if a resource has these members, and an amount in another currency than CNY.
pub(super) fn abroad(members: &Members, names: &[&str]) -> bool {
    let currency = |name| members.get("amount")?.get(name)?.as_str();
    let currencies = ["currency", "payer_currency"]
        .into_iter()
        .filter_map(currency);
    has(members, names) && currencies.into_iter().any(|currency| currency != "CNY")
}

/// Defines the enum of all events.
macro_rules! events {
    ($($(#[$label:meta])* $variant:ident($resource:ty) = $name:literal,)+) => {
        /// The event of a notification with its typed resource, returned by
        /// [`NotificationExt::event`](super::NotificationExt::event).
        ///
        /// The variants have the names of [`EventType`](wechatpay_client::notification::EventType). An enum inside a
        /// variant holds one of the resources that several products have for the event. A `Map` holds the members of a
        /// resource that no source describes.
        ///
        /// A later version knows more events: a `match` needs a last arm `_`.
        #[derive(Clone, Debug)]
        #[cfg_attr(feature = "testing", derive(serde::Serialize), serde(untagged))]
        #[non_exhaustive]
        pub enum Event {
            $(
                $(#[$label])*
                #[doc = ""]
                #[doc = concat!("`", $name, "`")]
                $variant($resource),
            )+
            /// The event type is newer than this version.
            /// [`Notification::event_type`](wechatpay_client::notification::Notification::event_type) names it.
            #[cfg_attr(feature = "testing", serde(skip))]
            Unknown($crate::notifications::RawResource),
            /// The resource is not of the type of its event.
            #[cfg_attr(feature = "testing", serde(skip))]
            Undecoded($crate::notifications::UndecodedResource),
        }

        impl Event {
            pub(super) fn of(notification: &wechatpay_client::notification::Notification) -> Self {
                use $crate::notifications::{RawResource, decode::Resource};

                let event = match notification.event_type().as_str() {
                    $($name => <$resource as Resource>::decode(notification).map(Self::$variant),)+
                    _ => Ok(Self::Unknown(RawResource::of(notification))),
                };
                event.unwrap_or_else(Self::Undecoded)
            }
        }
    };
}

/// Defines the enum of the resources of one event. The first condition that holds tells the resource.
macro_rules! one_of {
    (
        $(#[$attribute:meta])*
        pub enum $name:ident {
            $($(#[$label:meta])* $variant:ident($resource:ident) if $test:ident [$($member:literal),*],)+
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Debug)]
        #[cfg_attr(feature = "testing", derive(serde::Serialize), serde(untagged))]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$label])*
                $variant(Box<$resource>),
            )+
        }

        impl $crate::notifications::decode::Resource for $name {
            fn decode(
                notification: &wechatpay_client::notification::Notification,
            ) -> Result<Self, $crate::notifications::UndecodedResource> {
                use $crate::notifications::{UndecodedResource, decode::{self, Resource}};

                let members = decode::Members::decode(notification)?;
                $(
                    if decode::$test(&members, &[$($member),*]) {
                        return Resource::decode(notification).map(Self::$variant);
                    }
                )+
                Err(UndecodedResource::untold(notification))
            }
        }
    };
}

pub(super) use {events, one_of};
