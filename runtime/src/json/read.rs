//! Reading of JSON from outside: valid UTF-8, valid JSON to the last byte, and structs only from objects.

use std::{fmt, marker::PhantomData};

use serde::de::{
    Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor, value::MapAccessDeserializer,
};
use serde_json::value::RawValue;

use super::{
    error::JsonError,
    kind,
    pointer::Place,
    strict::Strict,
    track::{PathTracker, Step},
};

/// The longest undeclared name that an error shows, in bytes.
const MAX_NAME: usize = 64;

/// Checks that bytes are UTF-8.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, JsonError> {
    std::str::from_utf8(bytes)
        .map_err(|error| JsonError::new(format!("not UTF-8 at byte {}", error.valid_up_to())))
}

/// Like [`read`], but refuses an array. WeChat Pay responds with objects. serde would read an array as a
/// struct, member by member, if it buffers the value.
pub(crate) fn read_object<'de, T: Deserialize<'de>>(json: &'de [u8]) -> Result<T, JsonError> {
    if kind(json) != "array" {
        return read(json);
    }
    // If the text is not JSON, the error of the parser comes first.
    read::<IgnoredAny>(json)?;
    Err(JsonError::not_object("array"))
}

/// Reads a value from a text that must be UTF-8 and JSON to its last byte.
pub(crate) fn read<'de, T: Deserialize<'de>>(json: &'de [u8]) -> Result<T, JsonError> {
    let text = text(json)?;
    let tracker = PathTracker::default();
    let mut json = serde_json::Deserializer::from_str(text);
    let value = T::deserialize(Strict::new(&mut json, &tracker));
    let value = value.and_then(|value| json.end().map(|()| value));
    value.map_err(|error| locate(error, tracker, text))
}

/// True if a text is UTF-8 and a JSON object.
pub(crate) fn is_object(json: &[u8]) -> bool {
    kind(json) == "object" && read::<IgnoredAny>(json).is_ok()
}

/// A struct that is read only from an object, by any deserializer. serde's own would also read an array.
pub(crate) struct Object<T>(pub(crate) T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer).map(Self)
    }
}

/// Reads a struct only from an object, for `#[serde(deserialize_with)]`.
pub(crate) fn object<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    struct Members<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Members<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            T::deserialize(MapAccessDeserializer::new(map))
        }
    }

    deserializer.deserialize_map(Members(PhantomData))
}

/// Not generic, so that it is compiled here only.
fn locate(error: serde_json::Error, tracker: PathTracker, text: &str) -> JsonError {
    // serde_json reports some refused values as syntax errors.
    if !error.is_data() && serde_json::from_str::<IgnoredAny>(text).is_err() {
        return JsonError::new(error.to_string());
    }
    let mut place = Place::default();
    let mut value = text;
    let (steps, declared) = tracker.into_path();
    for step in steps {
        match enter(&mut place, value, step) {
            Some(inner) => value = inner,
            None => break,
        }
    }
    JsonError::at(&error, place, value, declared)
}

/// Takes the next step from a value, and returns the value that the step leads to.
fn enter<'a>(place: &mut Place, json: &'a str, step: Step) -> Option<&'a str> {
    match kind(json) {
        "array" => {
            let items: Vec<&RawValue> = serde_json::from_str(json).ok()?;
            let value = items.get(step.index)?;
            place.push_index(step.index);
            Some(value.get())
        }
        "object" => {
            let Members(members) = serde_json::from_str(json).ok()?;
            let (name, value) = members.into_iter().nth(step.index)?;
            let is_shown = step.declared.names.contains(&&*name) || is_field_name(&name);
            place.push_name(if is_shown { &name } else { "{…}" });
            Some(value.get())
        }
        _ => None,
    }
}

/// True if a key reads like the name of a field. Any other key of a map may be personal data.
pub(crate) fn is_field_name(key: &str) -> bool {
    let is_name_char = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    key.len() <= MAX_NAME
        && key.starts_with(|c: char| c.is_ascii_lowercase())
        && key.chars().all(is_name_char)
}

/// The members of a JSON object, in order.
pub(crate) struct Members<'a>(pub(crate) Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(InOrder)
    }
}
