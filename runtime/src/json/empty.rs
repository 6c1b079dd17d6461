//! An empty text in place of a JSON object.

use serde::{
    de::{DeserializeOwned, Deserializer, Error, Visitor, value},
    forward_to_deserialize_any,
};

use super::{JsonError, read_object};

/// Reads an empty text: as `()`, a unit struct or `None` if the type has one of these, and as `{}` otherwise.
pub(crate) fn read_empty<T: DeserializeOwned>() -> Result<T, JsonError> {
    read_nothing().or_else(|_| read_object(b"{}").map_err(JsonError::of_empty_text))
}

/// Makes a `()`, a unit struct or `None`. Every other type is an error.
pub(crate) fn read_nothing<T: DeserializeOwned>() -> Result<T, JsonError> {
    T::deserialize(Nothing).map_err(|_| JsonError::new("the body is empty"))
}

/// The value of a type that can hold nothing.
struct Nothing;

impl<'de> Deserializer<'de> for Nothing {
    type Error = value::Error;

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_none()
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        visitor.visit_unit()
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(Error::custom("holds something"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf newtype_struct seq
        tuple tuple_struct map struct enum identifier ignored_any
    }
}
