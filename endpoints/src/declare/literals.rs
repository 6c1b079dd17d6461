//! Values of examples as expressions: builders, enums, amounts, texts.

use serde_json::Value;

use super::{
    Shapes,
    expression::{Expression, literal},
    names,
    values::Scalar,
};
use crate::facts::{Field, Type};

/// A value that its type does not hold, with its place, such as `amount.total`.
pub(super) type Misfit = String;

type Result<T = Expression> = std::result::Result<T, Misfit>;

impl Shapes<'_> {
    /// A struct of the members that `value` has, made by its builder.
    pub(super) fn builder(&self, name: &str, fields: &[&Field], value: &Value) -> Result {
        let object = value
            .as_object()
            .ok_or_else(|| misfit("an object", value))?;
        let unknown = |name: &&String| !fields.iter().any(|field| field.name == **name);
        if let Some(name) = object.keys().find(unknown) {
            return Err(format!("{name}: the facts have no such member"));
        }
        let mut taken = Vec::new();
        let mut members = Vec::new();
        for field in fields {
            let member = names::unique(names::snake(&field.name), &mut taken);
            if let Some(value) = object.get(&field.name) {
                let value = self.literal(&field.ty, Some(field), value);
                members.push((
                    member,
                    value.map_err(|misfit| inside(&field.name, &misfit))?,
                ));
            }
        }
        Ok(Expression::builder(name, members))
    }

    /// The value of a member, as the setter of a builder takes it.
    pub(super) fn literal(&self, ty: &Type, field: Option<&Field>, value: &Value) -> Result {
        match ty {
            Type::Array(item) => {
                let items = value.as_array().ok_or_else(|| misfit("a list", value))?;
                let items = items.iter().enumerate().map(|(index, value)| {
                    let item = self.item(item, field, value);
                    item.map_err(|misfit| inside(&format!("[{index}]"), &misfit))
                });
                Ok(Expression::List("vec![", items.collect::<Result<_>>()?))
            }
            Type::Schema(schema) if self.of_schema(schema).is_some() => {
                let shape = self.of_schema(schema).ok_or_else(String::new)?;
                self.builder(&shape.name, &shape.fields, value)
            }
            Type::Schema(_) | Type::Object => free_form(value),
            Type::Any => Ok(json(value)),
            ty => match self.scalar(ty, field) {
                Scalar::Text | Scalar::Sensitive | Scalar::DateTime => {
                    text(value).map(Expression::text)
                }
                Scalar::Enum(name) => self.variant(ty, &name, value),
                Scalar::Plain(plain) => plain_value(plain, value),
            },
        }
    }

    /// The item of a list, which no setter converts.
    fn item(&self, ty: &Type, field: Option<&Field>, value: &Value) -> Result {
        let is_text = |ty| {
            matches!(
                self.scalar(ty, field),
                Scalar::Text | Scalar::Sensitive | Scalar::DateTime
            )
        };
        match ty {
            Type::Array(_) | Type::Schema(_) | Type::Object | Type::Any => {
                self.literal(ty, field, value)
            }
            ty if is_text(ty) => {
                let text = literal(text(value)?);
                Ok(Expression::word(format!("{text}.into()")))
            }
            ty => self.literal(ty, field, value),
        }
    }

    /// A parameter as the argument of a method, which borrows texts.
    pub(super) fn argument(&self, field: &Field, value: &Value) -> Result {
        if let Type::Array(item) = &field.ty {
            let items = value.as_array().ok_or_else(|| misfit("a list", value))?;
            let items = items.iter().map(|value| self.borrowed(item, field, value));
            return Ok(Expression::List("&[", items.collect::<Result<_>>()?));
        }
        self.borrowed(&field.ty, field, value)
    }

    fn borrowed(&self, ty: &Type, field: &Field, value: &Value) -> Result {
        let from = |name: &str| {
            let text = Expression::text(text(value)?);
            Ok(Expression::call(&format!("&{name}::from"), text))
        };
        match self.scalar(ty, Some(field)) {
            Scalar::Sensitive => from("Sensitive"),
            Scalar::DateTime => from("DateTime"),
            Scalar::Enum(name) => match self.variant(ty, &name, value)? {
                Expression::Word(word) => Ok(Expression::word(format!("&{word}"))),
                other => Ok(other),
            },
            Scalar::Plain(plain @ ("Fen" | "i64" | "u64" | "bool")) => plain_value(plain, value),
            Scalar::Plain(_) | Scalar::Text => match value {
                Value::String(text) => Ok(Expression::text(text)),
                value => Ok(Expression::text(&value.to_string())),
            },
        }
    }

    /// A listed text is its variant, and another one is made from its text.
    fn variant(&self, ty: &Type, name: &str, value: &Value) -> Result {
        let listed = match ty {
            Type::Enum(of_facts) => self.listed(of_facts),
            _ => None,
        };
        let text = text(value)?;
        let variant = listed.and_then(|listed| listed.variant_of(text));
        Ok(Expression::word(match variant {
            Some(variant) => format!("{name}::{variant}"),
            None => format!("{name}::from({})", literal(text)),
        }))
    }
}

/// A number or a truth value.
fn plain_value(ty: &str, value: &Value) -> Result {
    // In a path or a query the value may be a text.
    let read = value
        .as_str()
        .and_then(|text| serde_json::from_str(text).ok());
    let value = read.as_ref().unwrap_or(value);
    let is_valid = match ty {
        "Fen" | "i64" => value.is_i64(),
        "u64" => value.is_u64(),
        "f64" => value.is_number(),
        _ => value.is_boolean(),
    };
    if !is_valid {
        return Err(misfit(&format!("a value of the type {ty}"), value));
    }
    Ok(Expression::word(match ty {
        "Fen" => format!("Fen({value})"),
        "f64" => format!("{:?}", value.as_f64().unwrap_or_default()),
        _ => value.to_string(),
    }))
}

/// An object of unknown members.
fn free_form(value: &Value) -> Result {
    let object = value
        .as_object()
        .ok_or_else(|| misfit("an object", value))?;
    if object.is_empty() {
        return Ok(Expression::word("Map::new()"));
    }
    let members = object.iter().map(|(name, value)| {
        let Expression::Word(value) = json(value) else {
            return String::new();
        };
        format!("({}.into(), {value})", literal(name))
    });
    let members = members.map(Expression::Word).collect();
    let list = Expression::List("[", members);
    Ok(Expression::call("Map::from_iter", list))
}

fn json(value: &Value) -> Expression {
    Expression::word(format!("json!({value})"))
}

fn text(value: &Value) -> Result<&str> {
    value.as_str().ok_or_else(|| misfit("a text", value))
}

fn misfit(expected: &str, value: &Value) -> Misfit {
    format!("not {expected}: {value}")
}

/// The place of a misfit, with the member around it.
fn inside(member: &str, misfit: &str) -> Misfit {
    match misfit.strip_prefix("not ") {
        Some(_) => format!("{member}: {misfit}"),
        None if misfit.starts_with('[') => format!("{member}{misfit}"),
        None => format!("{member}.{misfit}"),
    }
}
