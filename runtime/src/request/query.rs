//! The query of a request, from single parameters and from structs of parameters.

use std::{
    borrow::Cow,
    collections::{BTreeSet, VecDeque},
    rc::Rc,
    sync::Arc,
};

use percent_encoding::utf8_percent_encode;
use serde_json::value::RawValue;

use super::{
    QueryArgument, QueryErrorKind, RESERVED, RequestError, RequestErrorKind, Slots, ToQueryValue,
};
use crate::json::{Members, WriteError, WriteErrorKind, Writer, Written, kind};

/// A query parameter: a value, or a list of values under the same name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a query parameter",
    label = "not a query parameter",
    note = "query parameters are `&str`, `String`, integers, `bool`, `Option` of these (left out when `None`), lists of these (the name is repeated), or a type that implements `wechatpay_client::ToQueryValue`",
    note = "for a struct of query parameters name the argument `query`, without `#[query]`; for a JSON body name it `body`"
)]
pub trait QueryParameter {
    /// Calls `visit` with each value, in order.
    fn for_each_value(&self, visit: &mut dyn FnMut(&str)) -> Result<(), QueryErrorKind>;
}

impl<T: ToQueryValue> QueryParameter for T {
    fn for_each_value(&self, visit: &mut dyn FnMut(&str)) -> Result<(), QueryErrorKind> {
        if let Some(value) = self.to_query_value() {
            visit(&value);
        }
        Ok(())
    }
}

impl<T: ToQueryValue> QueryParameter for [T] {
    fn for_each_value(&self, visit: &mut dyn FnMut(&str)) -> Result<(), QueryErrorKind> {
        for_each_item(self, visit)
    }
}

fn for_each_item<'a, T: ToQueryValue + 'a>(
    list: impl IntoIterator<Item = &'a T>,
    visit: &mut dyn FnMut(&str),
) -> Result<(), QueryErrorKind> {
    for value in list {
        visit(&value.to_query_value().ok_or(QueryErrorKind::NullInArray)?);
    }
    Ok(())
}

macro_rules! lists {
    ($(($($generics:tt)*) $type:ty;)*) => {$(
        impl<T: ToQueryValue, $($generics)*> QueryParameter for $type {
            fn for_each_value(&self, visit: &mut dyn FnMut(&str)) -> Result<(), QueryErrorKind> {
                for_each_item(self.iter(), visit)
            }
        }

        impl<T: ToQueryValue, $($generics)*> QueryParameter for Option<$type> {
            fn for_each_value(&self, visit: &mut dyn FnMut(&str)) -> Result<(), QueryErrorKind> {
                match self {
                    Some(list) => list.for_each_value(visit),
                    None => Ok(()),
                }
            }
        }
    )*};
}

lists! {
    () Vec<T>;
    () VecDeque<T>;
    () BTreeSet<T>;
    () Box<[T]>;
    () Rc<[T]>;
    () Arc<[T]>;
    (const N: usize) [T; N];
    () &[T];
    () &Vec<T>;
    () &VecDeque<T>;
    () &BTreeSet<T>;
    (const N: usize) &[T; N];
}

impl<T: ToQueryValue + Clone> QueryParameter for Cow<'_, [T]> {
    fn for_each_value(&self, visit: &mut dyn FnMut(&str)) -> Result<(), QueryErrorKind> {
        (**self).for_each_value(visit)
    }
}

/// The JSON object of a query struct. Not generic, so that it is compiled here only.
pub(super) fn struct_json(
    written: Result<Written, WriteError>,
    json: Writer,
) -> Result<Vec<u8>, RequestError> {
    let json = json.finish(written.map_err(|error| {
        let name = error.member().to_owned();
        let kind = match error.into_kind() {
            WriteErrorKind::NullInArray => QueryErrorKind::NullInArray,
            WriteErrorKind::NotFinite => QueryErrorKind::NotFinite,
            WriteErrorKind::Message(message) => {
                return RequestError::from(RequestErrorKind::Query(message));
            }
            WriteErrorKind::Refused if name.is_empty() => {
                return RequestErrorKind::Query("its `Serialize` implementation fails".to_owned())
                    .into();
            }
            WriteErrorKind::Refused => {
                return RequestErrorKind::Query(format!(
                    "the `Serialize` implementation of `{name}` fails"
                ))
                .into();
            }
        };
        RequestErrorKind::QueryArgument { name, kind }.into()
    })?);
    match kind(&json) {
        "object" => Ok(json),
        found => Err(RequestErrorKind::Query(format!(
            "found a JSON {found}, expected a struct whose fields are query parameters"
        ))
        .into()),
    }
}

/// Appends a query to a path.
pub(super) fn append(
    target: &mut String,
    arguments: &[QueryArgument<'_>],
) -> Result<(), RequestError> {
    let mut query = Query {
        target,
        separator: '?',
        names: Vec::new(),
    };
    // The macro has compared the names of single arguments. The fields of a struct are known only here.
    let compare_names = arguments
        .iter()
        .any(|argument| matches!(argument, QueryArgument::Struct(_)));
    for argument in arguments {
        match argument {
            QueryArgument::Value { name, value } => {
                let before = query.target.len();
                let error = |kind| query_error(name, kind);
                let result = value.for_each_value(&mut |value| query.push_pair(name, value));
                result.map_err(error)?;
                if compare_names && query.target.len() > before {
                    query.add_name(name)?;
                }
            }
            QueryArgument::Struct(fields) => query.push_fields(&fields.to_json()?)?,
        }
    }
    Ok(())
}

/// Checks that every query parameter with one of these names is the slot of a sensitive text.
pub(super) fn check_encrypted(
    target: &str,
    names: &[&str],
    slots: &Slots,
) -> Result<(), RequestError> {
    let query = target.split_once('?').map_or("", |(_, query)| query);
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    match pairs.find(|(name, value)| names.contains(name) && !slots.contains(value)) {
        Some((name, _)) => Err(query_error(name, QueryErrorKind::NotEncrypted)),
        None => Ok(()),
    }
}

fn query_error(name: &str, kind: QueryErrorKind) -> RequestError {
    let name = name.to_owned();
    RequestErrorKind::QueryArgument { name, kind }.into()
}

struct Query<'t> {
    target: &'t mut String,
    separator: char,
    /// The names that were given, if duplicates are possible.
    names: Vec<String>,
}

impl Query<'_> {
    fn push_pair(&mut self, name: &str, value: &str) {
        self.target.push(self.separator);
        self.target.extend(utf8_percent_encode(name, RESERVED));
        self.target.push('=');
        self.target.extend(utf8_percent_encode(value, RESERVED));
        self.separator = '&';
    }

    fn add_name(&mut self, name: &str) -> Result<(), RequestError> {
        if self.names.iter().any(|other| other == name) {
            return Err(query_error(name, QueryErrorKind::Twice));
        }
        self.names.push(name.to_owned());
        Ok(())
    }

    /// Appends the members of a JSON object as parameters.
    fn push_fields(&mut self, json: &[u8]) -> Result<(), RequestError> {
        let unreadable = |error: serde_json::Error| RequestErrorKind::Query(error.to_string());
        let Members(members) = serde_json::from_slice(json).map_err(unreadable)?;
        for (name, value) in members {
            let values = match kind(value.get()) {
                "array" => serde_json::from_str(value.get()).map_err(unreadable)?,
                _ => vec![value],
            };
            for value in &values {
                let text = value_text(value).map_err(|kind| query_error(&name, kind))?;
                self.push_pair(&name, &text);
            }
            if !values.is_empty() {
                self.add_name(&name)?;
            }
        }
        Ok(())
    }
}

/// The text of a string, or a number or boolean as it is in JSON.
fn value_text(value: &RawValue) -> Result<String, QueryErrorKind> {
    let json = value.get();
    match kind(json) {
        "string" => serde_json::from_str(json).map_err(|_| QueryErrorKind::Nested),
        "null" => Err(QueryErrorKind::NullInArray),
        "array" | "object" => Err(QueryErrorKind::Nested),
        _ => Ok(json.to_owned()),
    }
}
