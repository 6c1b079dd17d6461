//! The event types of notifications, as WeChat Pay publishes them.

use std::fmt;

use super::EventType;

/// Defines the enum of the published names, which the generator writes from the facts.
macro_rules! event_types {
    ($($(#[$label:meta])* $variant:ident = $name:literal,)*) => {
        /// The event type of a notification (通知类型): every published name, and [`Unknown`](Self::Unknown) for
        /// names that are newer than this version.
        ///
        /// The event type does not determine the type of the resource: many products send
        /// `TRANSACTION.SUCCESS`, each with its own resource. Give each product its own `notify_url` to tell
        /// them apart.
        ///
        /// ```
        /// use wechatpay_client::notification::EventType;
        ///
        /// assert_eq!(EventType::from_text("TRANSACTION.SUCCESS"), EventType::TransactionSuccess);
        /// // Stays true when a later version knows the name.
        /// assert_eq!(EventType::from_text("NEW.EVENT").as_str(), "NEW.EVENT");
        /// ```
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum EventType {
            $(
                $(#[$label])*
                #[doc = ""]
                #[doc = concat!("`", $name, "`")]
                $variant,
            )*
            /// An event type that this version of the crate does not know. To handle a new event type, compare
            /// [`as_str`](Self::as_str): the comparison still works when a later version has a variant for the name.
            Unknown($crate::notification::UnknownEventType),
        }

        impl EventType {
            /// The name of the event type in a notification, such as `TRANSACTION.SUCCESS`.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $name,)*
                    Self::Unknown(name) => name.as_str(),
                }
            }

            /// The event type with this name. A name that this version does not know is accepted too.
            #[must_use]
            pub fn from_text(name: &str) -> Self {
                match name {
                    $($name => Self::$variant,)*
                    _ => Self::Unknown($crate::notification::UnknownEventType::new(name)),
                }
            }
        }

        #[cfg(test)]
        pub(super) const NAMES: &[&str] = &[$($name),*];
    };
}

/// The name of an event type that this version of the crate does not know, inside [`EventType::Unknown`].
///
/// A pattern cannot match the text, because a later version has a variant of [`EventType`] for the name. Compare
/// [`EventType::as_str`] instead.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UnknownEventType(Box<str>);

impl UnknownEventType {
    pub(super) fn new(name: &str) -> Self {
        Self(name.into())
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EventType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

pub(super) use event_types;

#[cfg(test)]
mod tests {
    use crate::notification::{EventType, event_types::NAMES};

    #[test]
    fn every_name_has_a_variant_and_is_unchanged() {
        for name in NAMES {
            assert!(
                !matches!(EventType::from_text(name), EventType::Unknown(_)),
                "{name}"
            );
            assert_eq!(EventType::from_text(name).as_str(), *name);
        }
        assert_eq!(
            EventType::from_text("FUTURE.EVENT").as_str(),
            "FUTURE.EVENT"
        );
    }
}
