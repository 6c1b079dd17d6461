//! The parameters and the body that a request sent.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use wechatpay_client::gateway::{OperationRequest, ParamError, ParamLocation};

use super::mistake::Place;
use crate::facts::{Example, Facts, Field, Location, Operation, Type};

/// The parts of a request, decoded.
#[derive(Debug, Default)]
pub(super) struct Sent {
    pub(super) path: Vec<(String, String)>,
    pub(super) query: Vec<(String, String)>,
    /// The headers that the operation knows.
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Body,
}

/// The body of a request.
#[derive(Debug)]
pub(super) enum Body {
    /// A JSON object; empty if the request has no body.
    Json(Map<String, Value>),
    /// The parts of a multipart form: the texts, and an empty text for the file.
    Form(Vec<(String, String)>),
}

impl Sent {
    pub(super) fn new(operation: &Operation, request: &OperationRequest<'_>) -> Self {
        let path = request.path_values(&operation.path).unwrap_or_default();
        let path = path.into_iter();
        let headers = operation.params_in(Location::Header);
        let headers = headers.filter_map(|field| {
            let value = request.header(&field.name)?;
            Some((field.name.clone(), value.to_owned()))
        });
        Self {
            path: path.map(|(name, value)| (name.to_owned(), value)).collect(),
            query: request.query_pairs(),
            headers: headers.collect(),
            body: Body::new(request),
        }
    }

    /// The parts of a request that is given as values; an error if the body is no object.
    pub(super) fn of_values(operation: &Operation, request: &Example) -> Result<Self, ParamError> {
        let body = match &request.request {
            None => Map::new(),
            Some(Value::Object(members)) => members.clone(),
            Some(_) => return Err(Place::new(ParamLocation::Body).no_object()),
        };
        Ok(Self {
            path: texts(&request.path),
            query: texts(&request.query),
            headers: texts(&request.header),
            body: match operation.upload {
                true => Body::Form(texts(&body)),
                false => Body::Json(body),
            },
        })
    }

    /// The value of a parameter or of a member of the body, as JSON, if it has this name and type.
    pub(super) fn value(
        &self,
        facts: &Facts,
        operation: &Operation,
        like: &Field,
    ) -> Option<Value> {
        let same = |field: &&Field| {
            field.name == like.name && field.ty == like.ty && !field.sensitive && !like.sensitive
        };
        for (location, pairs) in [(Location::Path, &self.path), (Location::Query, &self.query)] {
            if operation.params_in(location).any(|field| same(&field)) {
                let mut pairs = pairs.iter();
                let (_, text) = pairs.find(|(name, _)| *name == like.name)?;
                return from_text(&like.ty, text);
            }
        }
        let request = operation.request.as_ref()?;
        let members = facts.members(&operation.product, request)?;
        match &self.body {
            Body::Json(object) if members.iter().any(|field| same(&field)) => {
                let value = object.get(&like.name);
                value.filter(|value| !value.is_null()).cloned()
            }
            _ => None,
        }
    }
}

impl Body {
    fn new(request: &OperationRequest<'_>) -> Self {
        if !request.is_form() {
            let object = serde_json::from_slice(request.body());
            return Self::Json(object.unwrap_or_default());
        }
        let meta = request.meta();
        let meta = meta.map(|meta| ("meta", std::str::from_utf8(meta).unwrap_or_default()));
        let parts = meta.into_iter().chain(request.texts());
        let parts = parts.chain(request.file().map(|file| (file.part_name(), "")));
        let owned = parts.map(|(name, text)| (name.to_owned(), text.to_owned()));
        Self::Form(owned.collect())
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::Json(Map::new())
    }
}

/// The texts of values by their names. A list has a text for each item.
fn texts(values: &Map<String, Value>) -> Vec<(String, String)> {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    };
    let mut pairs = Vec::new();
    for (name, value) in values {
        match value {
            Value::Array(items) => {
                pairs.extend(items.iter().map(|item| (name.clone(), text(item))));
            }
            value => pairs.push((name.clone(), text(value))),
        }
    }
    pairs
}

/// The JSON of a parameter; `None` if the text is none of the type.
pub(super) fn from_text(ty: &Type, text: &str) -> Option<Value> {
    match ty {
        Type::Int => number::<i64>(text).map(Value::from),
        Type::Number => number(text).map(Value::Number),
        Type::Bool => text.parse::<bool>().ok().map(Value::from),
        _ => Some(text.into()),
    }
}

/// A number as JSON writes it: without a plus sign, leading zeros or blanks.
fn number<T: DeserializeOwned>(text: &str) -> Option<T> {
    let has_blank = text.contains(char::is_whitespace);
    serde_json::from_str(text).ok().filter(|_| !has_blank)
}
