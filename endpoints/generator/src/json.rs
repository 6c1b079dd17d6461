//! Reads the JSON of the facts strictly: an unknown key, or a key that an object has twice, is an error.

use std::{fmt, fs, path::Path};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Value};

use crate::Result;

/// The keys of a member and of a parameter. Serde does not refuse unknown keys beside a flattened part.
const FIELD: [&str; 20] = [
    "name",
    "type",
    "required",
    "sensitive",
    "encrypted",
    "nullable",
    "label",
    "format",
    "item_format",
    "default",
    "example",
    "min_length",
    "max_length",
    "minimum",
    "maximum",
    "min_items",
    "max_items",
    "pattern",
    "item_min_length",
    "item_max_length",
];

/// The keys of an operation that other files than those of the operations decide.
const OF_WITNESSES: [&str; 3] = ["seen", "has_request", "empty_response"];

pub(crate) fn parse<T: DeserializeOwned>(path: &Path) -> Result<T> {
    from_text(&read(path)?).map_err(|error| format!("{}: {error}", path.display()).into())
}

pub(crate) fn from_text<T: DeserializeOwned>(text: &str) -> Result<T> {
    let Unique(json) = serde_json::from_str(text)?;
    check_fields(&json)?;
    // The text, and not the value, gives errors their line.
    Ok(serde_json::from_str(text)?)
}

pub(crate) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Checks the keys of all parameters and members of a file.
fn check_fields(file: &Value) -> Result<()> {
    for operation in list(file, "operations") {
        let [method, path] = ["method", "path"].map(|key| text(operation, key));
        if let Some(key) = OF_WITNESSES.iter().find(|key| operation.get(key).is_some()) {
            return Err(format!(
                "{method} {path}: `{key}` is here: write witnesses in witnesses.json"
            )
            .into());
        }
        for parameter in list(operation, "params") {
            check_keys(parameter, "in").map_err(|error| format!("{method} {path}: {error}"))?;
        }
    }
    let schemas = file.get("schemas").and_then(Value::as_object);
    for (name, members) in schemas.into_iter().flatten() {
        for member in members.as_array().into_iter().flatten() {
            check_keys(member, "alternatives")
                .map_err(|error| format!("the schema `{name}`: {error}"))?;
        }
    }
    Ok(())
}

/// Checks the keys of a parameter or a member. `own` is a key that only one of the two has.
fn check_keys(field: &Value, own: &str) -> Result<()> {
    let mut keys = field.as_object().into_iter().flat_map(Map::keys);
    match keys.find(|key| *key != own && !FIELD.contains(&&***key)) {
        Some(key) => Err(format!(
            "`{}` has the unknown key `{key}`: write `{own}`, `{}`",
            text(field, "name"),
            FIELD.join("`, `")
        )
        .into()),
        None => Ok(()),
    }
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    let list = value.get(key).and_then(Value::as_array);
    list.into_iter().flatten()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// A JSON value of which no object has a key twice.
struct Unique(Value);

struct UniqueVisitor;

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(UniqueVisitor).map(Self)
    }
}

impl<'de> Visitor<'de> for UniqueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if object.contains_key(&key) {
                let message = format!("the key `{key}` is there twice: remove one of the two");
                return Err(A::Error::custom(message));
            }
            let Unique(value) = entries.next_value()?;
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Unique(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_bool<E: Error>(self, is_true: bool) -> Result<Value, E> {
        Ok(is_true.into())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        from_text::<Value>(text).unwrap_err().to_string()
    }

    #[test]
    fn a_key_twice_is_an_error_at_any_depth() {
        for text in [
            r#"{"a": 1, "a": 2}"#,
            r#"[{"b": {"a": null, "c": [true, 1.5, -1], "a": "d"}}]"#,
        ] {
            let message = refused(text);
            assert!(
                message.starts_with("the key `a` is there twice: remove one of the two at line 1"),
                "{message}"
            );
        }
    }

    #[test]
    fn witnesses_of_an_operation_stand_in_their_own_file() {
        for key in OF_WITNESSES {
            assert_eq!(
                refused(&format!(
                    r#"{{"operations": [{{"method": "GET", "path": "/v3/a", "{key}": "G"}}]}}"#
                )),
                format!("GET /v3/a: `{key}` is here: write witnesses in witnesses.json")
            );
        }
    }

    #[test]
    fn an_unknown_key_of_a_parameter_or_member_is_an_error() {
        let keys = FIELD.join("`, `");
        assert_eq!(
            refused(
                r#"{"operations": [{"method": "GET", "path": "/v3/a", "params": [{"in": "query", "name": "b",
                    "requird": true}]}]}"#
            ),
            format!("GET /v3/a: `b` has the unknown key `requird`: write `in`, `{keys}`")
        );
        assert_eq!(
            refused(r#"{"schemas": {"A": [{"name": "b", "alternatives": ["c"], "in": "query"}]}}"#),
            format!("the schema `A`: `b` has the unknown key `in`: write `alternatives`, `{keys}`")
        );
    }
}
