//! Values in paths, queries and headers: the traits that turn arguments into text.

use std::{
    borrow::Cow,
    num::{
        NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8,
        NonZeroU16, NonZeroU32, NonZeroU64, NonZeroU128, NonZeroUsize,
    },
    rc::Rc,
    sync::Arc,
};

use http::HeaderValue;

/// A value for a `{placeholder}` of a path.
///
/// Strings and integers implement this trait, also behind `&`, `Box`, `Rc`, `Arc` and `Cow`. The client percent-encodes the text as one path segment. An empty value,
/// `.` and `..` would change the path under any encoding, so the call fails and sends nothing
/// ([`RequestErrorKind::PathArgument`](crate::error::RequestErrorKind::PathArgument)).
///
/// Implement the trait for a type of your own:
///
/// ```
/// use std::borrow::Cow;
/// use wechatpay_client::ToPathValue;
///
/// struct OutTradeNo(String);
///
/// impl ToPathValue for OutTradeNo {
///     fn to_path_value(&self) -> Cow<'_, str> {
///         Cow::Borrowed(&self.0)
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a path parameter",
    label = "not a path parameter",
    note = "path parameters are `&str`, `String`, integers, or a type that implements `wechatpay_client::ToPathValue`"
)]
pub trait ToPathValue {
    /// The text of the path segment, before percent-encoding.
    fn to_path_value(&self) -> Cow<'_, str>;
}

/// A value for a query parameter.
///
/// Strings, integers and `bool` implement this trait, also behind `&`, `Box`, `Rc`, `Arc` and `Cow`, and so does
/// `Option` of them. `None` leaves the parameter out.
///
/// ```
/// use std::borrow::Cow;
/// use wechatpay_client::ToQueryValue;
///
/// enum BillType {
///     All,
///     Refund,
/// }
///
/// impl ToQueryValue for BillType {
///     fn to_query_value(&self) -> Option<Cow<'_, str>> {
///         Some(Cow::Borrowed(match self {
///             Self::All => "ALL",
///             Self::Refund => "REFUND",
///         }))
///     }
/// }
/// ```
///
/// An argument marked `#[query]` may also be a list of values, such as `&[T]`, `Vec<T>`, `Arc<[T]>` or `BTreeSet<T>`, or
/// an `Option` of a list. A `HashSet` is not accepted, because its values have no order. The client repeats the name for each value, in order (`type=A&type=B`), and leaves an empty list out.
/// `WXPayUtility`, the sample code of the official pages, writes a list in this form. Some clients of the community join
/// the values by commas instead: pass such a text as a `&str`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a query parameter",
    label = "not a query parameter",
    note = "query parameters are `&str`, `String`, integers, `bool`, `Option` of these (left out when `None`), lists of these (the name is repeated), or a type that implements `wechatpay_client::ToQueryValue`",
    note = "for a struct of query parameters name the argument `query`, without `#[query]`; for a JSON body name it `body`"
)]
pub trait ToQueryValue {
    /// The text of the query parameter, before percent-encoding. `None` leaves the parameter out.
    fn to_query_value(&self) -> Option<Cow<'_, str>>;
}

/// A value for a header that an operation declares, such as `Idempotency-Key`.
///
/// Strings, integers, [`http::HeaderValue`](HeaderValue) and `Option` of them implement this trait, also behind `&`,
/// `Box`, `Rc`, `Arc` and `Cow`. `None` leaves the header out. If the text is empty or
/// not valid in a header, the call fails and sends nothing
/// ([`RequestErrorKind::HeaderArgument`](crate::error::RequestErrorKind::HeaderArgument)).
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a header",
    label = "not the value of a header",
    note = "headers are `&str`, `String`, integers, `http::HeaderValue`, `Option` of these (left out when `None`), or a type that implements `wechatpay_client::ToHeaderValue`"
)]
pub trait ToHeaderValue {
    /// The text of the header, sent as it is. `None` leaves the header out.
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

text_values!(str, String);
integer_values!(
    u8,
    u16,
    u32,
    u64,
    u128,
    usize,
    i8,
    i16,
    i32,
    i64,
    i128,
    isize,
    NonZeroU8,
    NonZeroU16,
    NonZeroU32,
    NonZeroU64,
    NonZeroU128,
    NonZeroUsize,
    NonZeroI8,
    NonZeroI16,
    NonZeroI32,
    NonZeroI64,
    NonZeroI128,
    NonZeroIsize
);

/// A value that is not text becomes U+FFFD in part, which no header can carry.
impl ToHeaderValue for HeaderValue {
    fn to_header_value(&self) -> Option<Cow<'_, str>> {
        Some(String::from_utf8_lossy(self.as_bytes()))
    }
}

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

macro_rules! pointers {
    ($($type:ty),*) => {$(
        impl<T: ToPathValue + ?Sized> ToPathValue for $type {
            fn to_path_value(&self) -> Cow<'_, str> {
                (**self).to_path_value()
            }
        }

        impl<T: ToQueryValue + ?Sized> ToQueryValue for $type {
            fn to_query_value(&self) -> Option<Cow<'_, str>> {
                (**self).to_query_value()
            }
        }

        impl<T: ToHeaderValue + ?Sized> ToHeaderValue for $type {
            fn to_header_value(&self) -> Option<Cow<'_, str>> {
                (**self).to_header_value()
            }
        }
    )*};
}

pointers!(&T, Box<T>, Rc<T>, Arc<T>);

impl<T: ToPathValue + ToOwned + ?Sized> ToPathValue for Cow<'_, T> {
    fn to_path_value(&self) -> Cow<'_, str> {
        (**self).to_path_value()
    }
}

impl<T: ToQueryValue + ToOwned + ?Sized> ToQueryValue for Cow<'_, T> {
    fn to_query_value(&self) -> Option<Cow<'_, str>> {
        (**self).to_query_value()
    }
}

impl<T: ToHeaderValue + ToOwned + ?Sized> ToHeaderValue for Cow<'_, T> {
    fn to_header_value(&self) -> Option<Cow<'_, str>> {
        (**self).to_header_value()
    }
}
