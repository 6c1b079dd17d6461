//! Serialization of keys: strings, and scalars that are written as strings. serde_json's own serializer of keys
//! would expose the message of a type that refuses, and panic on a failing `Display`.

use std::fmt;

use serde::{
    Serialize,
    ser::{Impossible, Serializer},
};

use super::write::{Result, WriteError, WriteErrorKind, Writer, Written};

/// Writes the key of a member.
pub(super) struct KeySerializer<'w>(pub(super) &'w mut Writer);

/// The error for a value that cannot be a key, in serde_json's words.
#[cold]
fn refused<T>() -> Result<T> {
    Err(WriteErrorKind::Message("key must be a string".to_owned()).into())
}

macro_rules! texts {
    ($($method:ident $type:ty;)*) => {$(
        fn $method(self, value: $type) -> Result {
            self.0.$method(value)
        }
    )*};
}

macro_rules! quoted {
    ($($method:ident $type:ty;)*) => {$(
        fn $method(self, value: $type) -> Result {
            self.0.json.push(b'"');
            (&mut *self.0).$method(value)?;
            self.0.json.push(b'"');
            Ok(Written::Value)
        }
    )*};
}

macro_rules! refused {
    ($($method:ident($($type:ty),*) $result:ty;)*) => {$(
        fn $method(self, $(_: $type),*) -> Result<$result> {
            refused()
        }
    )*};
}

type NotAKey = Impossible<Written, WriteError>;

impl Serializer for KeySerializer<'_> {
    type Ok = Written;
    type Error = WriteError;
    type SerializeSeq = NotAKey;
    type SerializeTuple = NotAKey;
    type SerializeTupleStruct = NotAKey;
    type SerializeTupleVariant = NotAKey;
    type SerializeMap = NotAKey;
    type SerializeStruct = NotAKey;
    type SerializeStructVariant = NotAKey;

    texts! {
        serialize_str &str;
        serialize_char char;
    }

    quoted! {
        serialize_bool bool;
        serialize_i8 i8;
        serialize_i16 i16;
        serialize_i32 i32;
        serialize_i64 i64;
        serialize_i128 i128;
        serialize_u8 u8;
        serialize_u16 u16;
        serialize_u32 u32;
        serialize_u64 u64;
        serialize_u128 u128;
        serialize_f32 f32;
        serialize_f64 f64;
    }

    refused! {
        serialize_bytes(&[u8]) Written;
        serialize_none() Written;
        serialize_unit() Written;
        serialize_unit_struct(&'static str) Written;
        serialize_seq(Option<usize>) NotAKey;
        serialize_tuple(usize) NotAKey;
        serialize_tuple_struct(&'static str, usize) NotAKey;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) NotAKey;
        serialize_map(Option<usize>) NotAKey;
        serialize_struct(&'static str, usize) NotAKey;
        serialize_struct_variant(&'static str, u32, &'static str, usize) NotAKey;
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result {
        self.0.collect_str(value)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result {
        value.serialize(self)
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _value: &T,
    ) -> Result {
        refused()
    }
}
