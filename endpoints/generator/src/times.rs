//! Times: texts that the published examples show to be times of RFC 3339, though the sources do not say the format.

use std::collections::BTreeMap;

use chrono::DateTime;
use serde_json::Value;
use wechatpay_endpoints::facts::{Example, Facts, Field, Operation, Type};

const RFC3339: &str = "rfc3339";

/// Gives the format to each text with the name of a time, if its published examples are times. A text without examples
/// is a time if all other members of its name are.
pub(crate) fn mark(facts: &mut Facts, examples: &BTreeMap<String, (String, Example)>) {
    let mut texts = Texts::default();
    for operation in &facts.operations {
        if let Some((_, example)) = examples.get(&operation.to_string()) {
            texts.add(facts, operation, example);
        }
    }
    let names = texts.names(facts);
    let is_time = |field: &Field, texts: &[String]| {
        let named = || names.get(&field.name).copied();
        is_candidate(field) && shows_time(field, texts).or_else(named) == Some(true)
    };
    for (product, types) in &mut facts.products {
        for (schema, fields) in &mut types.schemas {
            for field in fields {
                if is_time(field, texts.of(product, schema, &field.name)) {
                    field.format = Some(RFC3339.to_owned());
                }
            }
        }
    }
    let operations = facts.operations.iter_mut();
    for parameter in operations.flat_map(|operation| &mut operation.params) {
        if is_time(&parameter.field, &[]) {
            parameter.field.format = Some(RFC3339.to_owned());
        }
    }
}

/// Tests if a text is a time as RFC 3339 writes them: `2018-06-08T10:34:56+08:00`, also with fractions of a second.
pub(crate) fn is_rfc3339(text: &str) -> bool {
    // RFC 3339 lets a blank separate the date, and so does chrono.
    text.contains('T') && DateTime::parse_from_rfc3339(text).is_ok()
}

fn is_candidate(field: &Field) -> bool {
    field.ty == Type::String && !field.sensitive && field.name.split('_').any(|word| word == "time")
}

/// Tests if the format or the published texts of a member are those of a time. `None` without either.
fn shows_time(field: &Field, texts: &[String]) -> Option<bool> {
    if let Some(format) = &field.format {
        return Some(format == RFC3339);
    }
    let own = field.example.iter().filter_map(Value::as_str);
    let mut texts = own.chain(texts.iter().map(String::as_str)).peekable();
    texts.peek()?;
    Some(texts.all(is_rfc3339))
}

/// The texts of members in the published examples of operations, by product, schema and name.
#[derive(Default)]
struct Texts(BTreeMap<(String, String, String), Vec<String>>);

impl Texts {
    fn of(&self, product: &str, schema: &str, name: &str) -> &[String] {
        let place = (product.to_owned(), schema.to_owned(), name.to_owned());
        self.0.get(&place).map_or(&[], Vec::as_slice)
    }

    /// The names of candidates, and if each member of the name that shows its form is a time.
    fn names(&self, facts: &Facts) -> BTreeMap<String, bool> {
        let mut names = BTreeMap::new();
        for (product, types) in &facts.products {
            for (schema, fields) in &types.schemas {
                for field in fields.iter().filter(|field| is_candidate(field)) {
                    let texts = self.of(product, schema, &field.name);
                    if let Some(is_time) = shows_time(field, texts) {
                        *names.entry(field.name.clone()).or_insert(true) &= is_time;
                    }
                }
            }
        }
        names
    }

    fn add(&mut self, facts: &Facts, operation: &Operation, example: &Example) {
        if let (Some(ty), Some(value)) = (&operation.request, &example.request) {
            self.add_value(facts, &operation.product, ty, value);
        }
        if let (Some(ty), Some(value)) = (operation.response_type(), &example.response) {
            self.add_value(facts, &operation.product, ty, value);
        }
    }

    fn add_value(&mut self, facts: &Facts, product: &str, ty: &Type, value: &Value) {
        match (ty, value) {
            (Type::Array(item), Value::Array(values)) => {
                for value in values {
                    self.add_value(facts, product, item, value);
                }
            }
            (Type::Schema(schema), Value::Object(values)) => {
                let types = facts.products.get(product);
                let fields = types.and_then(|types| types.schemas.get(schema));
                for field in fields.into_iter().flatten() {
                    match values.get(&field.name) {
                        Some(Value::String(text)) => {
                            let place = (product.to_owned(), schema.clone(), field.name.clone());
                            self.0.entry(place).or_default().push(text.clone());
                        }
                        Some(value) => self.add_value(facts, product, &field.ty, value),
                        None => {}
                    }
                }
            }
            _ => {}
        }
    }
}
