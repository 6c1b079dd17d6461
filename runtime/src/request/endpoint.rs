//! A declared operation, and the values that stand in its path, its query and its headers.

use std::borrow::Cow;

use hyper::Method;
use serde::{Deserialize, Serialize};

/// One operation as its declaration states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    pub(crate) method: Method,
    /// The path template, placeholders as `{name}`, each a whole segment.
    pub(crate) path: &'static str,
    pub(crate) options: EndpointOptions,
}

/// Properties of an operation that every request inherits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct EndpointOptions {
    /// 202 is this operation's success.
    #[serde(skip_serializing_if = "is_false")]
    pub(crate) accepted: bool,
    /// The server de-duplicates by the merchant's number.
    #[serde(skip_serializing_if = "is_false")]
    pub(crate) idempotent: bool,
    /// It is on the hosts outside the mainland.
    #[serde(skip_serializing_if = "is_false")]
    pub(crate) global: bool,
    /// Its response carries no signature.
    #[serde(skip_serializing_if = "is_false")]
    pub(crate) unsigned: bool,
}

/// Skips `false`, so that a property added later does not change the MAC of stored requests.
fn is_false(option: &bool) -> bool {
    !option
}

impl Endpoint {
    /// An operation of the given method and path template.
    #[must_use]
    pub const fn new(method: Method, path: &'static str) -> Self {
        Self {
            method,
            path,
            options: EndpointOptions {
                accepted: false,
                idempotent: false,
                global: false,
                unsigned: false,
            },
        }
    }

    /// Takes 202 for success: the operation responds so by design.
    #[must_use]
    pub const fn accepted(mut self) -> Self {
        self.options.accepted = true;
        self
    }

    /// The operation is on the hosts outside the mainland (`apihk.mch.weixin.qq.com` and its like).
    #[must_use]
    pub const fn global(mut self) -> Self {
        self.options.global = true;
        self
    }

    /// The operation may be sent again: the server tells a repetition by the merchant's own number.
    #[must_use]
    pub const fn idempotent(mut self) -> Self {
        self.options.idempotent = true;
        self
    }

    /// The operation's response carries no signature.
    #[must_use]
    pub const fn unsigned(mut self) -> Self {
        self.options.unsigned = true;
        self
    }
}

/// A value that can stand in a `{placeholder}` of a path.
///
/// Implemented for strings and integers. The text is percent-encoded as one path segment, so it
/// may hold anything but nothing: a value that is empty, `.` or `..` is refused before sending,
/// since no encoding keeps it from naming another path.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a path parameter",
    label = "not a path parameter",
    note = "path parameters are `&str`, `String`, integers, or a type that implements `wechatpay_client::ToPathValue`"
)]
pub trait ToPathValue {
    /// The text as it is meant, not encoded.
    fn to_path_value(&self) -> Cow<'_, str>;
}

/// A value that can be a query parameter.
///
/// Implemented for strings, integers, `bool`, and `Option` of these, which is left out when `None`.
///
/// `#[query]` takes a list of such values too: `&[T]`, `Vec<T>`, `Box<[T]>` and `[T; N]`. A list is
/// sent as the name repeated, in order (`type=A&type=B`); an empty list is left out. No official page
/// shows the form of a list in a query, so try the operation once before you rely on it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a query parameter",
    label = "not a query parameter",
    note = "query parameters are `&str`, `String`, integers, `bool`, `Option` of these (left out when `None`), lists of these (the name is repeated), or a type that implements `wechatpay_client::ToQueryValue`",
    note = "for a struct of query parameters name the argument `query`, without `#[query]`; for a JSON body name it `body`"
)]
pub trait ToQueryValue {
    /// The text as it is meant, not encoded; `None` leaves the parameter out.
    fn to_query_value(&self) -> Option<Cow<'_, str>>;
}

/// A value that can be a header of an operation's own, such as `Idempotency-Key`.
///
/// Implemented for strings, integers, and `Option` of these, which is left out when `None`. The text is
/// sent as it is: one that is empty or no header can hold is refused before sending.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a header",
    label = "not the value of a header",
    note = "headers are `&str`, `String`, integers, `Option` of these (left out when `None`), or a type that implements `wechatpay_client::ToHeaderValue`"
)]
pub trait ToHeaderValue {
    /// The text; `None` leaves the header out.
    fn to_header_value(&self) -> Option<Cow<'_, str>>;
}

macro_rules! text_values {
    ($($type:ty),*) => {$(
        impl ToPathValue for $type {
            fn to_path_value(&self) -> Cow<'_, str> {
                Cow::Borrowed(self)
            }
        }

        impl ToQueryValue for $type {
            fn to_query_value(&self) -> Option<Cow<'_, str>> {
                Some(Cow::Borrowed(self))
            }
        }

        impl ToHeaderValue for $type {
            fn to_header_value(&self) -> Option<Cow<'_, str>> {
                Some(Cow::Borrowed(self))
            }
        }
    )*};
}

macro_rules! integer_values {
    ($($type:ty),*) => {$(
        impl ToPathValue for $type {
            fn to_path_value(&self) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }
        }

        impl ToQueryValue for $type {
            fn to_query_value(&self) -> Option<Cow<'_, str>> {
                Some(Cow::Owned(self.to_string()))
            }
        }

        impl ToHeaderValue for $type {
            fn to_header_value(&self) -> Option<Cow<'_, str>> {
                Some(Cow::Owned(self.to_string()))
            }
        }
    )*};
}

text_values!(str, String, Cow<'_, str>, Box<str>);
integer_values!(
    u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize
);

impl ToQueryValue for bool {
    fn to_query_value(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(if *self { "true" } else { "false" }))
    }
}

impl<T: ToQueryValue> ToQueryValue for Option<T> {
    fn to_query_value(&self) -> Option<Cow<'_, str>> {
        self.as_ref()?.to_query_value()
    }
}

impl<T: ToHeaderValue> ToHeaderValue for Option<T> {
    fn to_header_value(&self) -> Option<Cow<'_, str>> {
        self.as_ref()?.to_header_value()
    }
}

impl<T: ToPathValue + ?Sized> ToPathValue for &T {
    fn to_path_value(&self) -> Cow<'_, str> {
        (**self).to_path_value()
    }
}

impl<T: ToQueryValue + ?Sized> ToQueryValue for &T {
    fn to_query_value(&self) -> Option<Cow<'_, str>> {
        (**self).to_query_value()
    }
}

impl<T: ToHeaderValue + ?Sized> ToHeaderValue for &T {
    fn to_header_value(&self) -> Option<Cow<'_, str>> {
        (**self).to_header_value()
    }
}
