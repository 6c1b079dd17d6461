//! The type of a member or a parameter.

use std::{
    fmt::{self, Display},
    str::FromStr,
};

use serde::{Deserialize, Serialize, Serializer};

/// The JSON type of a member or a parameter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
#[non_exhaustive]
pub enum Type {
    /// Text.
    String,
    /// A 64-bit integer.
    Int,
    /// A number with a fraction.
    Number,
    /// A truth value.
    Bool,
    /// An object of unknown members.
    Object,
    /// Any JSON value, such as an object in one response and a list of objects in another.
    Any,
    /// A file of a multipart form.
    File,
    /// A list.
    Array(Box<Self>),
    /// A text that holds the JSON of a type.
    Json(Box<Self>),
    /// A schema of the product.
    Schema(String),
    /// An enum of the product.
    Enum(String),
}

/// A text that names no type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeError(String);

impl Type {
    /// The type inside lists and JSON texts.
    #[must_use]
    pub fn innermost(&self) -> &Self {
        match self {
            Self::Array(inner) | Self::Json(inner) => inner.innermost(),
            ty => ty,
        }
    }

    /// The type inside lists and JSON texts, to change it.
    pub fn innermost_mut(&mut self) -> &mut Self {
        match self {
            Self::Array(inner) | Self::Json(inner) => inner.innermost_mut(),
            ty => ty,
        }
    }
}

/// The type as the facts write it: `array<ref:GoodsDetail>`.
impl Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::String => f.write_str("string"),
            Self::Int => f.write_str("int"),
            Self::Number => f.write_str("number"),
            Self::Bool => f.write_str("bool"),
            Self::Object => f.write_str("object"),
            Self::Any => f.write_str("any"),
            Self::File => f.write_str("file"),
            Self::Array(inner) => write!(f, "array<{inner}>"),
            Self::Json(inner) => write!(f, "json<{inner}>"),
            Self::Schema(name) => write!(f, "ref:{name}"),
            Self::Enum(name) => write!(f, "enum:{name}"),
        }
    }
}

impl Serialize for Type {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromStr for Type {
    type Err = TypeError;

    fn from_str(text: &str) -> Result<Self, TypeError> {
        let inner = |prefix| {
            let inner = text.strip_prefix(prefix)?.strip_suffix('>')?;
            Some(inner.parse().map(Box::new))
        };
        if let Some(inner) = inner("array<") {
            return Ok(Self::Array(inner?));
        }
        if let Some(inner) = inner("json<") {
            return Ok(Self::Json(inner?));
        }
        Ok(match text.split_once(':') {
            Some(("ref", name)) => Self::Schema(name.to_owned()),
            Some(("enum", name)) => Self::Enum(name.to_owned()),
            _ => match text {
                "string" => Self::String,
                "int" => Self::Int,
                "number" => Self::Number,
                "bool" => Self::Bool,
                "object" => Self::Object,
                "any" => Self::Any,
                "file" => Self::File,
                _ => return Err(TypeError(text.to_owned())),
            },
        })
    }
}

impl TryFrom<String> for Type {
    type Error = TypeError;

    fn try_from(text: String) -> Result<Self, TypeError> {
        text.parse()
    }
}

impl Display for TypeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a type of the facts", self.0)
    }
}

impl std::error::Error for TypeError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_is_read_and_written() {
        for text in [
            "string",
            "int",
            "array<ref:GoodsDetail>",
            "json<array<enum:State>>",
            "file",
            "any",
        ] {
            assert_eq!(text.parse::<Type>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_text_that_names_no_type_is_refused() {
        for text in ["text", "array<text>", "array<int", "", "map:A"] {
            assert!(text.parse::<Type>().is_err(), "{text}");
        }
        let error = "array<text>".parse::<Type>().unwrap_err();
        assert_eq!(error.to_string(), "`text` is not a type of the facts");
    }
}
