//! The query of a request: parameters one by one, and structs of them.

use percent_encoding::utf8_percent_encode;
use serde_json::value::RawValue;

use super::{
    QueryArgument, QueryErrorKind, RESERVED, RequestError, RequestErrorKind, ToQueryValue,
};
use crate::json::{Fault, Members, WriteError, Writer, Written, kind};

/// A query parameter: a value, or a list of values, each sent under the name again.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a query parameter",
    label = "not a query parameter",
    note = "query parameters are `&str`, `String`, integers, `bool`, `Option` of these (left out when `None`), lists of these (the name is repeated), or a type that implements `wechatpay_client::ToQueryValue`",
    note = "for a struct of query parameters name the argument `query`, without `#[query]`; for a JSON body name it `body`"
)]
pub trait QueryParameter {
    /// Gives the values in order.
    fn each(&self, give: &mut dyn FnMut(&str)) -> Result<(), QueryErrorKind>;
}

impl<T: ToQueryValue> QueryParameter for T {
    fn each(&self, give: &mut dyn FnMut(&str)) -> Result<(), QueryErrorKind> {
        if let Some(value) = self.to_query_value() {
            give(&value);
        }
        Ok(())
    }
}

impl<T: ToQueryValue> QueryParameter for [T] {
    fn each(&self, give: &mut dyn FnMut(&str)) -> Result<(), QueryErrorKind> {
        for value in self {
            give(&value.to_query_value().ok_or(QueryErrorKind::NullInArray)?);
        }
        Ok(())
    }
}

macro_rules! lists {
    ($(($($generics:tt)*) $type:ty;)*) => {$(
        impl<T: ToQueryValue, $($generics)*> QueryParameter for $type {
            fn each(&self, give: &mut dyn FnMut(&str)) -> Result<(), QueryErrorKind> {
                <[T]>::each(self.as_ref(), give)
            }
        }
    )*};
}

lists! {
    () Vec<T>;
    () Box<[T]>;
    (const N: usize) [T; N];
    () &[T];
    () &Vec<T>;
    (const N: usize) &[T; N];
}

/// A query struct as a JSON object.
pub(super) fn object(
    written: Result<Written, WriteError>,
    json: Writer,
) -> Result<Vec<u8>, RequestError> {
    let json = json.finish(written.map_err(|error| {
        let name = error.member().to_owned();
        let problem = match error.fault() {
            Fault::NullInArray => QueryErrorKind::NullInArray,
            Fault::NotFinite => QueryErrorKind::NotFinite,
            Fault::Words(words) => return RequestError::from(RequestErrorKind::Query(words)),
            Fault::Refused if name.is_empty() => {
                return RequestErrorKind::Query("its type refuses it".to_owned()).into();
            }
            Fault::Refused => {
                return RequestErrorKind::Query(format!("`{name}` is refused by its type")).into();
            }
        };
        RequestErrorKind::QueryArgument { name, problem }.into()
    })?);
    match kind(&json) {
        "object" => Ok(json),
        found => Err(RequestErrorKind::Query(format!(
            "found a JSON {found}, expected a struct, each field a query parameter"
        ))
        .into()),
    }
}

/// Appends the query to a path.
pub(super) fn append(
    target: &mut String,
    arguments: &[QueryArgument<'_>],
) -> Result<(), RequestError> {
    let mut query = Query {
        target,
        separator: '?',
        names: Vec::new(),
    };
    // The macro has compared the arguments among themselves.
    let compared = arguments
        .iter()
        .any(|it| matches!(it, QueryArgument::Struct(_)));
    for argument in arguments {
        match argument {
            QueryArgument::Value { name, value } => {
                let before = query.target.len();
                let problem = |problem| refused(name, problem);
                let given = value.each(&mut |value| query.pair(name, value));
                given.map_err(problem)?;
                if compared && query.target.len() > before {
                    query.name(name)?;
                }
            }
            QueryArgument::Struct(fields) => query.fields(&fields.to_json()?)?,
        }
    }
    Ok(())
}

fn refused(name: &str, problem: QueryErrorKind) -> RequestError {
    let name = name.to_owned();
    RequestErrorKind::QueryArgument { name, problem }.into()
}

struct Query<'t> {
    target: &'t mut String,
    separator: char,
    /// The names that were given, if they have to be compared.
    names: Vec<String>,
}

impl Query<'_> {
    fn pair(&mut self, name: &str, value: &str) {
        self.target.push(self.separator);
        self.target.extend(utf8_percent_encode(name, RESERVED));
        self.target.push('=');
        self.target.extend(utf8_percent_encode(value, RESERVED));
        self.separator = '&';
    }

    fn name(&mut self, name: &str) -> Result<(), RequestError> {
        if self.names.iter().any(|other| other == name) {
            return Err(refused(name, QueryErrorKind::Twice));
        }
        self.names.push(name.to_owned());
        Ok(())
    }

    /// Appends the members of a JSON object.
    fn fields(&mut self, json: &[u8]) -> Result<(), RequestError> {
        let not_read = |error: serde_json::Error| RequestErrorKind::Query(error.to_string());
        let Members(members) = serde_json::from_slice(json).map_err(not_read)?;
        for (name, value) in members {
            let values = match kind(value.get()) {
                "array" => serde_json::from_str(value.get()).map_err(not_read)?,
                _ => vec![value],
            };
            for value in &values {
                let text = text(value).map_err(|problem| refused(&name, problem))?;
                self.pair(&name, &text);
            }
            if !values.is_empty() {
                self.name(&name)?;
            }
        }
        Ok(())
    }
}

/// The text of a string; a number or boolean as it was written.
fn text(value: &RawValue) -> Result<String, QueryErrorKind> {
    let json = value.get();
    match kind(json) {
        "string" => serde_json::from_str(json).map_err(|_| QueryErrorKind::Nested),
        "null" => Err(QueryErrorKind::NullInArray),
        "array" | "object" => Err(QueryErrorKind::Nested),
        _ => Ok(json.to_owned()),
    }
}
