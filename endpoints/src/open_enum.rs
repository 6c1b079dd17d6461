//! Enums to which WeChat Pay may add values.

use std::fmt::{self, Debug, Display};

/// A text that an enum of this version does not list.
///
/// A program can read the text, but can neither make nor match the value: a version that lists the text has a variant
/// for it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Unlisted(String);

impl Unlisted {
    #[allow(dead_code, reason = "a family may have no enums")]
    pub(crate) const fn new(text: String) -> Self {
        Self(text)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Debug for Unlisted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.0, f)
    }
}

impl Display for Unlisted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.0, f)
    }
}

/// Defines an enum of texts, which decodes from any text and keeps it.
#[allow(unused_macros, reason = "a family may have no enums")]
macro_rules! open_enum {
    ($(#[$attribute:meta])* pub enum $name:ident { $($variant:ident = $text:literal,)+ }) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(#[doc = concat!("`", $text, "`")] $variant,)+
            /// A text that this version does not list.
            Unlisted($crate::Unlisted),
        }

        impl $name {
            /// The texts that this version lists.
            pub const TEXTS: &'static [&'static str] = &[$($text),+];

            /// The text in JSON.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Unlisted(text) => text.as_str(),
                }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                match &*text {
                    $($text => Self::$variant,)+
                    _ => Self::Unlisted($crate::Unlisted::new(text)),
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::from(text.to_owned())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(Self::from)
            }
        }

    };
}

/// Defines an open enum that is also a parameter of the path or the query.
///
/// The two traits are written only where a method needs them, because the compiler checks each `impl`.
#[allow(unused_macros, reason = "some families have no such parameter")]
macro_rules! parameter_enum {
    ($(#[$attribute:meta])* pub enum $name:ident { $($variants:tt)+ }) => {
        $crate::open_enum::open_enum! {
            $(#[$attribute])*
            pub enum $name { $($variants)+ }
        }

        impl wechatpay_client::ToQueryValue for $name {
            fn to_query_value(&self) -> Option<std::borrow::Cow<'_, str>> {
                Some(self.as_str().into())
            }
        }

        impl wechatpay_client::ToPathValue for $name {
            fn to_path_value(&self) -> std::borrow::Cow<'_, str> {
                self.as_str().into()
            }
        }
    };
}

#[allow(unused_imports, reason = "a family may have no enums")]
pub(crate) use open_enum;
#[allow(unused_imports, reason = "some families have no such parameter")]
pub(crate) use parameter_enum;
