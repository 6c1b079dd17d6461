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

/// Decodes the resource that [fits](fitting) best. If that one lacks a member, another one may stand for the members that
/// lacks nothing.
pub(super) fn decode_best<T>(
    notification: &Notification,
    resources: &[OneOf<T>],
) -> Result<T, UndecodedResource> {
    let members = Value::Object(read(notification)?);
    let present = Present::of(&members, resources);
    let fitting = fitting(&present, resources);
    let is_known = |one: &&OneOf<T>| one.knows.iter().any(|path| present.has(path));
    let Some((best, others)) = fitting.split_first().filter(|(best, _)| is_known(best)) else {
        let mut paths = fitting
            .iter()
            .flat_map(|one| one.needs.iter().chain(one.knows));
        let missed = paths.next().copied().unwrap_or_default();
        return Err(UndecodedResource::without(notification, missed));
    };
    let decoded = (best.decode)(notification);
    match &decoded {
        Err(undecoded) if lacks_member(&members, undecoded) => {
            let mut whole = others.iter().filter(|one| present.missed(one) == 0);
            let other = whole.find_map(|one| (one.decode)(notification).ok());
            other.map_or(decoded, Ok)
        }
        _ => decoded,
    }
}

/// The members of a resource that tell its type.
struct Present {
    paths: BTreeSet<&'static str>,
    /// The price is in another currency than CNY.
    is_priced_abroad: bool,
    /// The price, or a member that no other resource has, is that of a resource abroad.
    is_abroad: bool,
}

impl Present {
    fn of<T>(members: &Value, resources: &[OneOf<T>]) -> Self {
        let paths = resources.iter().flat_map(|one| one.knows).copied();
        let paths: BTreeSet<_> = paths.filter(|path| has(members, path)).collect();
        let currency = members.pointer("/amount/currency").and_then(Value::as_str);
        let is_priced_abroad = currency.is_some_and(|currency| !matches!(currency, "" | "CNY"));
        let is_only_abroad = |path: &&str| {
            let mut mainland = resources.iter().filter(|one| !one.abroad);
            !mainland.any(|one| one.knows.contains(path))
        };
        let is_abroad = is_priced_abroad || paths.iter().any(is_only_abroad);
        Self {
            paths,
            is_priced_abroad,
            is_abroad,
        }
    }

    fn has(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// The number of members that a resource needs, and that are not there.
    fn missed<T>(&self, one: &OneOf<T>) -> usize {
        let missed = one.needs.iter().filter(|path| !self.has(path));
        missed.count()
    }
}

/// The resources that may stand for the members: first those that lose the fewest, then those that miss the fewest.
///
/// Only a resource abroad is priced in another currency than CNY. A resource without `sub_mchid` never stands for one of
/// a sub-merchant (子商户).
fn fitting<'a, T>(present: &Present, resources: &'a [OneOf<T>]) -> Vec<&'a OneOf<T>> {
    let loses = |one: &OneOf<T>, path: &str| present.has(path) && !one.knows.contains(&path);
    let is_here = |one: &&OneOf<T>| match one.abroad {
        true => present.is_abroad,
        false => !present.is_priced_abroad,
    };
    let is_anywhere = !resources.iter().any(|one| is_here(&one));
    let fits = |one: &&OneOf<T>| (is_anywhere || is_here(one)) && !loses(one, "sub_mchid");
    let mut fitting: Vec<_> = resources.iter().filter(fits).collect();
    fitting.sort_by_key(|one| {
        let lost = present.paths.iter().filter(|path| loses(one, path));
        (lost.count(), present.missed(one))
    });
    fitting
}

/// Tests if a resource does not decode because a member is not there.
fn lacks_member(members: &Value, undecoded: &UndecodedResource) -> bool {
    members.pointer(undecoded.pointer()).is_none()
}

/// Tests if a value has a member, or one of the items of a list. A member that is empty or `null` is not there.
fn has(value: &Value, path: &str) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| has(item, path)),
        Value::Object(members) => match path.split_once('.') {
            Some((outer, path)) => members.get(outer).is_some_and(|value| has(value, path)),
            None => members.get(path).is_some_and(|value| !is_empty(value)),
        },
        _ => false,
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
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
