//! Calls of the methods of this crate, with the values of examples.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{
    Style,
    arguments::{Arguments, Part},
    expression::{Expression, literal},
    literals::Misfit,
    method, names,
    shapes::Shapes,
};
use crate::facts::{Example, Facts, Field, Operation, Product, Type};

/// Writes calls of the methods of one product.
pub struct Calls<'a> {
    shapes: Shapes<'a>,
    /// By the name of the operation.
    arguments: BTreeMap<&'a str, Arguments<'a>>,
}

/// A call, as lines of Rust in a function that has a `client`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Call {
    /// The name of the method.
    pub method: String,
    /// The statements that make the arguments, then `let response = client.method(…).await` and the end.
    pub lines: String,
}

/// The indentation of the lines.
const INDENTATION: usize = 4;

impl<'a> Calls<'a> {
    /// The calls of a product, with the names that [`modules`](super::modules) gives its types.
    #[must_use]
    pub fn new(facts: &'a Facts, product: &'a Product) -> Self {
        let mut shapes = Shapes::new(facts, &product.name, Style::Crate);
        for declared in &product.traits {
            shapes.add_trait(&declared.name);
        }
        let mut arguments = BTreeMap::new();
        for declared in &product.traits {
            for name in &declared.operations {
                let mut operations = facts.operations.iter();
                let here = |operation: &&Operation| {
                    operation.product == product.name && operation.name == *name
                };
                let Some(operation) = operations.find(here) else {
                    continue;
                };
                let method = names::method(name, &product.name);
                shapes.begin(operation, format!("{}::{method}", declared.name));
                arguments.insert(&**name, Arguments::of(operation, &mut shapes));
                method::response(operation, &mut shapes);
            }
        }
        Self { shapes, arguments }
    }

    /// The call of an operation with the values of an example. `end` follows the `await`: `?;`, for example.
    ///
    /// # Errors
    /// The operation is not of this product, or a value of the example does not fit its type: the error names the
    /// place.
    pub fn call(
        &self,
        operation: &Operation,
        example: &Example,
        end: &str,
    ) -> Result<Call, Misfit> {
        let arguments = self.arguments.get(&*operation.name);
        let arguments = arguments.ok_or_else(|| format!("{operation}: no method"))?;
        let mut lines = String::new();
        if operation.upload {
            // The `meta` names the file and its digest.
            let file = self.file(operation, example);
            lines += &file.statement(INDENTATION, "let file = ", ";");
        }
        let mut values = Vec::new();
        for part in &arguments.parts {
            values.push(self.value(part, operation, example, &mut lines)?);
        }
        let method = names::method(&operation.name, &operation.product);
        let methods = vec![(method.clone(), values), ("await".to_owned(), Vec::new())];
        let call = Expression::Chain("client".to_owned(), methods);
        lines += &call.statement(INDENTATION, "let response = ", end);
        Ok(Call { method, lines })
    }

    /// The argument for a part of the request. A struct and a file are made in a statement before the call.
    fn value(
        &self,
        part: &Part<'_>,
        operation: &Operation,
        example: &Example,
        lines: &mut String,
    ) -> Result<Expression, Misfit> {
        match part {
            Part::Path(name, field) => self.placeholder(name, *field, example),
            Part::Header(field) => self.parameter(field, &example.header),
            Part::Query(field) => self.parameter(field, &example.query),
            Part::Queries(name, fields) => {
                let names = fields.iter().map(|field| &field.name);
                let members = names.filter_map(|name| {
                    let value = example.query.get(name)?;
                    Some((name.clone(), value.clone()))
                });
                let query = self.shapes.builder(name, fields, &members.collect())?;
                *lines += &query.statement(INDENTATION, "let query = ", ";");
                Ok(Expression::word("&query"))
            }
            Part::Body(ty) => {
                let body = self.shapes.literal(ty, None, &body(operation, example)?)?;
                let body = if operation.upload {
                    about_file(body)
                } else {
                    body
                };
                *lines += &body.statement(INDENTATION, "let body = ", ";");
                Ok(Expression::word("&body"))
            }
            Part::File => Ok(Expression::word("&file")),
        }
    }

    fn placeholder(
        &self,
        name: &str,
        field: Option<&Field>,
        example: &Example,
    ) -> Result<Expression, Misfit> {
        let value = example.path.get(name);
        let value = value.ok_or_else(|| format!("{name}: the example has no value"))?;
        let text = Field::new(name, Type::String);
        self.shapes.argument(field.unwrap_or(&text), value)
    }

    fn parameter(&self, field: &Field, values: &Map<String, Value>) -> Result<Expression, Misfit> {
        let is_list = matches!(field.ty, Type::Array(_));
        let argument = values
            .get(&field.name)
            .map(|value| self.shapes.argument(field, value));
        match argument.transpose()? {
            Some(value) if is_list || field.is_demanded() => Ok(value),
            Some(value) => Ok(Expression::call("Some", value)),
            None if is_list => Ok(Expression::word("&[]")),
            None if field.is_demanded() => Err(format!("{}: the example has no value", field.name)),
            None => Ok(Expression::word("None")),
        }
    }

    /// The file of an upload, with the texts of the form.
    fn file(&self, operation: &Operation, example: &Example) -> Expression {
        let form = operation.request.as_ref();
        let parts = form
            .and_then(|form| self.shapes.fields(form))
            .unwrap_or_default();
        let values = example.request.as_ref().and_then(Value::as_object);
        let mut methods = vec![("unwrap".to_owned(), Vec::new())];
        for part in parts {
            let value = values.and_then(|values| values.get(&part.name));
            match (&part.ty, value) {
                (Type::File, _) if part.name != "file" => {
                    let name = Expression::text(&part.name);
                    methods.push(("with_part_name".to_owned(), vec![name]));
                }
                (Type::File | Type::Json(_), _) | (_, None) => {}
                (_, Some(value)) => {
                    let value = match value {
                        Value::String(text) => literal(text),
                        value => value.to_string(),
                    };
                    let arguments = vec![Expression::text(&part.name), Expression::word(value)];
                    methods.push(("with_text".to_owned(), arguments));
                }
            }
        }
        Expression::Chain(
            "UploadFile::from_bytes(\"file.png\", \"file\")".to_owned(),
            methods,
        )
    }
}

/// The body of the example, or the `meta` of its form.
fn body(operation: &Operation, example: &Example) -> Result<Value, Misfit> {
    let request = example.request.as_ref();
    if !operation.upload {
        return request
            .cloned()
            .ok_or_else(|| "the example has no request".to_owned());
    }
    let meta = request
        .and_then(|form| form.get("meta"))
        .and_then(Value::as_str);
    let meta = meta.and_then(|text| serde_json::from_str(text).ok());
    meta.ok_or_else(|| "meta: not the text of an object".to_owned())
}

/// Takes the members of a `meta` that describe the file from the file.
fn about_file(meta: Expression) -> Expression {
    let Expression::Chain(name, methods) = meta else {
        return meta;
    };
    let methods = methods.into_iter().map(|(member, arguments)| {
        let value = match &*member {
            "filename" | "file_name" => "file.filename()",
            "sha256" | "file_digest" => "file.sha256()",
            "digest" => "file.sm3().await.unwrap()",
            _ => return (member, arguments),
        };
        (member, vec![Expression::word(value)])
    });
    Expression::Chain(name, methods.collect())
}
