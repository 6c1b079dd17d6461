//! The JSON of a response, printed as it came: numbers keep their digits, and members their order.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
    ser::{SerializeMap as _, SerializeSeq as _},
};
use serde_json::{Map, Number, Value, value::RawValue};

/// The deepest level that is read. Values below stay text, so that no response exhausts the stack.
pub(crate) const MAX_DEPTH: usize = 100;

/// A JSON value.
#[derive(Debug, Clone)]
pub(crate) enum Json {
    Object(Vec<(String, Self)>),
    Array(Vec<Self>),
    Text(String),
    /// A number, a truth value or `null`; or a value that only its own text shows, such as half of a surrogate pair.
    Raw(Box<RawValue>),
}

impl Json {
    /// Reads a JSON text.
    pub(crate) fn new(raw: &RawValue) -> Self {
        Self::at_depth(raw, 0)
    }

    fn at_depth(raw: &RawValue, depth: usize) -> Self {
        let json = raw.get();
        let read = match json.bytes().next() {
            _ if depth == MAX_DEPTH => None,
            Some(b'{') => serde_json::from_str(json).ok().map(|Members(members)| {
                let members = members.into_iter();
                let read = members.map(|(name, raw)| (name, Self::at_depth(raw, depth + 1)));
                Self::Object(read.collect())
            }),
            Some(b'[') => serde_json::from_str(json)
                .ok()
                .map(|items: Vec<&RawValue>| {
                    let items = items.into_iter();
                    Self::Array(items.map(|raw| Self::at_depth(raw, depth + 1)).collect())
                }),
            Some(b'"') => serde_json::from_str(json).ok().map(Self::Text),
            _ => None,
        };
        read.unwrap_or_else(|| Self::Raw(raw.to_owned()))
    }

    /// The member of an object; the last of several with one name, as most readers of JSON have it.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        let mut members = self.members().iter().rev();
        members.find_map(|(known, value)| (known == name).then_some(value))
    }

    /// The members of an object; none of any other value.
    pub(crate) fn members(&self) -> &[(String, Self)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    pub(crate) fn as_array(&self) -> Option<&[Self]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    pub(crate) fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Raw(raw) => raw.get().parse().ok(),
            _ => None,
        }
    }

    /// The text, number or truth value.
    pub(crate) fn scalar(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Raw(raw) => {
                Some(raw.get()).filter(|raw| *raw != "null" && !raw.starts_with(['{', '[', '"']))
            }
            _ => None,
        }
    }

    /// The value for a program that reads texts. A number that is too large becomes its text.
    pub(crate) fn to_value(&self) -> Value {
        match self {
            Self::Object(members) => {
                let members = members.iter();
                let members = members.map(|(name, value)| (name.clone(), value.to_value()));
                Value::Object(members.collect::<Map<_, _>>())
            }
            Self::Array(items) => items.iter().map(Self::to_value).collect(),
            Self::Text(text) => text.as_str().into(),
            Self::Raw(raw) => match serde_json::from_str::<Number>(raw.get()) {
                Ok(number) => Value::Number(number),
                Err(_) => serde_json::from_str(raw.get()).unwrap_or_else(|_| raw.get().into()),
            },
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
            Self::Array(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for value in items {
                    list.serialize_element(value)?;
                }
                list.end()
            }
            Self::Text(text) => text.serialize(serializer),
            Self::Raw(raw) => raw.serialize(serializer),
        }
    }
}

/// The JSON pointer of a member of the object at another pointer.
pub(crate) fn pointer(object: &str, name: &str) -> String {
    let name = name.replace('~', "~0").replace('/', "~1");
    format!("{object}/{name}")
}

/// The members of an object in their order. A name that comes twice stays twice.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Json {
        Json::new(serde_json::from_str(json).unwrap())
    }

    fn printed(json: &str) -> String {
        serde_json::to_string(&read(json)).unwrap()
    }

    #[test]
    fn numbers_keep_their_digits_and_members_their_order() {
        for json in [
            "12345678901234567890123",
            "-0",
            "1.10",
            "1e400",
            "0.10000000000000000000001",
            "1E+2",
            r#"{"b":[1.0,-0.0],"a":{"z":null,"y":true},"b":2}"#,
            r#"{"a":"\ud800"}"#,
            r#"{"\ud800":1.10}"#,
        ] {
            assert_eq!(printed(json), json);
        }
        assert_eq!(printed(r#" { "a" : "\u4e2d\/" } "#), r#"{"a":"中/"}"#);
        let pretty = serde_json::to_string_pretty(&read(r#"{"b":[1.10,{}],"a":-0}"#)).unwrap();
        assert_eq!(
            pretty,
            "{\n  \"b\": [\n    1.10,\n    {}\n  ],\n  \"a\": -0\n}"
        );
    }

    #[test]
    fn a_value_of_any_depth_is_printed() {
        let deep = format!("{}1.10{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(printed(&deep), deep);
    }

    #[test]
    fn values_are_read() {
        let json = read(r#"{"a":{"b":"x"},"n":5,"big":1e400,"none":null,"t":true}"#);
        let scalar = |name| json.get(name).and_then(Json::scalar);
        assert_eq!(json.get("a").unwrap().get("b").unwrap().scalar(), Some("x"));
        assert_eq!(
            (
                scalar("n"),
                scalar("big"),
                scalar("none"),
                scalar("t"),
                scalar("a")
            ),
            (Some("5"), Some("1e400"), None, Some("true"), None)
        );
        assert_eq!(json.get("n").and_then(Json::as_i64), Some(5));
        let value = serde_json::json!({ "a": { "b": "x" }, "n": 5, "big": "1e400", "none": null, "t": true });
        assert_eq!(json.to_value(), value);
    }
}
