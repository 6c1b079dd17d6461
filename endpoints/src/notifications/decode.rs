//! Decoding of resources: by the event type, then by the members that tell the resources of an event apart.

use std::collections::BTreeSet;

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
            event_type: notification.event_type().as_str().to_owned(),
            pointer: error.pointer().unwrap_or_default().to_owned(),
            reason,
            raw: RawResource::of(notification),
        }
    }

    /// The resource of an event of several products that is none of the known ones, for lack of a member.
    fn without(notification: &Notification, member: &str) -> Self {
        Self {
            event_type: notification.event_type().as_str().to_owned(),
            pointer: format!("/{member}"),
            reason: format!("`{member}`: missing field"),
            raw: RawResource::of(notification),
        }
    }
}

/// A resource that an event can have.
pub(super) struct OneOf<T> {
    /// Amounts can be in other currencies than CNY.
    pub(super) abroad: bool,
    /// The members that every such resource has.
    pub(super) needs: &'static [&'static str],
    /// The members, and those of objects that tell the resource from others of the event, as in `amount.currency`.
    pub(super) knows: &'static [&'static str],
    pub(super) decode: fn(&Notification) -> Result<T, UndecodedResource>,
}

/// Decodes the resource that loses the fewest members, then misses the fewest, then is the first. Only a resource abroad
/// is priced in another currency than CNY.
pub(super) fn decode_best<T>(
    notification: &Notification,
    resources: &[OneOf<T>],
) -> Result<T, UndecodedResource> {
    let members = Value::Object(read(notification)?);
    let known = resources.iter().flat_map(|one| one.knows).copied();
    let known: BTreeSet<_> = known.filter(|path| has(&members, path)).collect();
    let currency = members.pointer("/amount/currency").and_then(Value::as_str);
    let is_abroad = currency.is_some_and(|currency| currency != "CNY");
    let cost = |one: &&OneOf<T>| {
        let lost = known.iter().filter(|path| !one.knows.contains(path));
        let missed = one.needs.iter().filter(|path| !known.contains(*path));
        (is_abroad && !one.abroad, lost.count(), missed.count())
    };
    let best = resources.iter().min_by_key(cost);
    let is_known = |one: &&OneOf<T>| one.knows.iter().any(|path| known.contains(path));
    match best.filter(is_known) {
        Some(best) => (best.decode)(notification),
        None => {
            let missed = best.and_then(|best| best.needs.iter().chain(best.knows).next());
            let missed = missed.copied().unwrap_or_default();
            Err(UndecodedResource::without(notification, missed))
        }
    }
}

/// Tests if a value has a member, or one of the items of a list. A member that is `null` is not there.
fn has(value: &Value, path: &str) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| has(item, path)),
        Value::Object(members) => match path.split_once('.') {
            Some((outer, path)) => members.get(outer).is_some_and(|value| has(value, path)),
            None => members.get(path).is_some_and(|value| !value.is_null()),
        },
        _ => false,
    }
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

/// Defines the enum of the resources of one event, the most usual ones first.
macro_rules! one_of {
    (
        $(#[$attribute:meta])*
        pub enum $name:ident {
            $(
                $(#[$label:meta])*
                $variant:ident($resource:ident) {
                    abroad: $abroad:literal,
                    needs: [$($needs:literal),*],
                    knows: [$($knows:literal),*],
                },
            )+
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
                use $crate::notifications::decode::{self, OneOf, Resource};

                decode::decode_best(notification, &[
                    $(OneOf {
                        abroad: $abroad,
                        needs: &[$($needs),*],
                        knows: &[$($knows),*],
                        decode: |notification| Resource::decode(notification).map(Self::$variant),
                    },)+
                ])
            }
        }
    };
}

pub(super) use {events, one_of};
