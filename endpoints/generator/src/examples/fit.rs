//! Fits an example to the facts: adds what they require, and finds what they do not hold.

use serde_json::{Map, Value};
use wechatpay_endpoints::facts::{Enum, Example, Field, Location, Operation, Type, Types};

use super::{
    limits::{Place, misfit},
    make::Maker,
};

/// Fits the example of one operation.
pub(super) struct Fit<'a> {
    maker: &'a Maker<'a>,
    operation: &'a Operation,
    /// The places that do not fit, each with the reason.
    pub(super) misfits: Vec<String>,
}

impl<'a> Fit<'a> {
    pub(super) fn new(maker: &'a Maker<'a>, operation: &'a Operation) -> Self {
        Self {
            maker,
            operation,
            misfits: Vec::new(),
        }
    }

    /// The example with all members that the facts require.
    pub(super) fn example(&mut self, example: Example) -> Example {
        let operation = self.operation;
        let mut fitted = Example::default();
        fitted.path = self.params("path", Location::Path, example.path);
        fitted.query = self.params("query", Location::Query, example.query);
        fitted.header = self.params("header", Location::Header, example.header);
        fitted.request = self.body("request", operation.request.as_ref(), example.request);
        fitted.response = self.body("response", operation.response_type(), example.response);
        fitted
    }

    fn params(
        &mut self,
        at: &str,
        location: Location,
        values: Map<String, Value>,
    ) -> Map<String, Value> {
        let fields: Vec<_> = self.operation.params_in(location).collect();
        self.members(at, &fields, values)
    }

    fn body(&mut self, at: &str, ty: Option<&Type>, body: Option<Value>) -> Option<Value> {
        let Some(ty) = ty else {
            if body.is_some() {
                self.misfit(at, "the operation has none");
            }
            return None;
        };
        let body = body.unwrap_or_else(|| Value::Object(Map::new()));
        Some(self.value(at, ty, &Place::default(), body))
    }

    /// Fits the members of one object.
    fn members(
        &mut self,
        at: &str,
        fields: &[&Field],
        values: Map<String, Value>,
    ) -> Map<String, Value> {
        let mut fitted = Map::new();
        for (name, value) in values {
            let at = format!("{at}.{name}");
            match fields.iter().find(|field| field.name == name) {
                Some(field) if value.is_null() && field.nullable => {
                    drop(fitted.insert(name, value))
                }
                Some(field) => {
                    let value = self.value(&at, &field.ty, &Place::of(field), value);
                    fitted.insert(name, value);
                }
                None => self.misfit(&at, "no such member"),
            }
        }
        for field in fields {
            let is_there = |name: &String| fitted.contains_key(name);
            let is_needed = field.required
                || !field.alternatives.is_empty() && !field.alternatives.iter().any(is_there);
            if is_needed && !is_there(&field.name) {
                let value = self.maker.value(&self.operation.product, field);
                let value = self.value(
                    &format!("{at}.{}", field.name),
                    &field.ty,
                    &Place::of(field),
                    value,
                );
                fitted.insert(field.name.clone(), value);
            }
        }
        fitted
    }

    /// Fits a value to its type.
    fn value(&mut self, at: &str, ty: &Type, place: &Place<'_>, value: Value) -> Value {
        match (ty, value) {
            (Type::Schema(name), Value::Object(values)) => {
                let fields = self.types().and_then(|types| types.schemas.get(name));
                let fields: Vec<_> = fields.into_iter().flatten().collect();
                Value::Object(self.members(at, &fields, values))
            }
            (Type::Array(item), Value::Array(items)) => {
                if let Some(reason) = place.misfit_of_list(items.len()) {
                    self.misfit(at, &reason);
                }
                let at = format!("{at}[]");
                let items = items.into_iter();
                items
                    .map(|value| self.value(&at, item, &place.item(), value))
                    .collect()
            }
            (Type::Json(inner), Value::String(text)) => match serde_json::from_str(&text) {
                Ok(value) => self
                    .value(at, inner, &Place::default(), value)
                    .to_string()
                    .into(),
                Err(error) => {
                    self.misfit(at, &format!("no JSON: {error}"));
                    text.into()
                }
            },
            (ty, value) => {
                let listed = self.listed(ty);
                if let Some(reason) = misfit(ty, listed, place, &value) {
                    self.misfit(at, &reason);
                }
                value
            }
        }
    }

    fn types(&self) -> Option<&'a Types> {
        self.maker.types(&self.operation.product)
    }

    /// The enum that a type is.
    fn listed(&self, ty: &Type) -> Option<&'a Enum> {
        match ty {
            Type::Enum(name) => self.types()?.enums.get(name),
            _ => None,
        }
    }

    fn misfit(&mut self, at: &str, reason: &str) {
        self.misfits.push(format!("`{at}`: {reason}"));
    }
}
