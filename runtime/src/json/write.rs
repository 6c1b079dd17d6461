//! The serializer of bodies and query structs. The output is that of serde_json, with three differences: a
//! member that is `null` is left out, `null` in an array is an error, and NaN and infinity are errors.

use std::{
    error,
    fmt::{self, Write as _},
};

use serde::{Serialize, ser};

use super::{
    compound::{Fields, Items, Members},
    push_pointer_segment, raw,
};

/// The prefix of the struct names in which serde_json's own types pass raw text: `RawValue`, and `Number` with
/// the feature `arbitrary_precision`.
const RAW_TEXT_PREFIX: &str = "$serde_json::private::";

/// The message of a sensitive value that is serialized outside a call.
pub(crate) const SENSITIVE_OUTSIDE_CALL: &str = "a sensitive value serializes only within the body or query of a call: \
     `json!` and `serde_json::to_value` cannot serialize it (see the docs of `Sensitive`)";

/// Writes JSON into a buffer.
#[derive(Default)]
pub(crate) struct Writer {
    pub(super) json: Vec<u8>,
}

/// The result of writing a value. A `Null` is not in the buffer yet: the caller decides what to do with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Written {
    Value,
    Null,
}

pub(super) type Result<T = Written, E = WriteError> = std::result::Result<T, E>;

impl Writer {
    pub(crate) fn new() -> Self {
        Self {
            json: Vec::with_capacity(128),
        }
    }

    /// The JSON text of the written value.
    pub(crate) fn finish(self, written: Written) -> Vec<u8> {
        match written {
            Written::Value => self.json,
            Written::Null => b"null".to_vec(),
        }
    }

    /// Writes a scalar by serde_json.
    pub(super) fn scalar(
        &mut self,
        write: impl FnOnce(&mut serde_json::Serializer<&mut Vec<u8>>) -> serde_json::Result<()>,
    ) -> Result {
        match write(&mut serde_json::Serializer::new(&mut self.json)) {
            Ok(()) => Ok(Written::Value),
            Err(_) => Err(WriteErrorKind::Refused.into()),
        }
    }

    fn finite(
        &mut self,
        is_finite: bool,
        write: impl FnOnce(&mut serde_json::Serializer<&mut Vec<u8>>) -> serde_json::Result<()>,
    ) -> Result {
        if is_finite {
            self.scalar(write)
        } else {
            Err(WriteErrorKind::NotFinite.into())
        }
    }

    /// Writes text that is already JSON.
    pub(super) fn raw_text<T: Serialize + ?Sized>(&mut self, text: &T) -> Result {
        let text = serde_json::to_value(text).map_err(|_| WriteErrorKind::Refused)?;
        raw::copy(text.as_str().unwrap_or_default(), &mut self.json)
    }

    /// Writes `{"variant":`, before a compound value.
    fn variant(&mut self, variant: &'static str) -> Result<&mut Self> {
        self.json.push(b'{');
        ser::Serializer::serialize_str(&mut *self, variant)?;
        self.json.push(b':');
        Ok(self)
    }
}

macro_rules! scalars {
    ($($method:ident $type:ty;)*) => {$(
        #[inline]
        fn $method(self, value: $type) -> Result {
            self.scalar(|json| ser::Serializer::$method(json, value))
        }
    )*};
}

impl<'w> ser::Serializer for &'w mut Writer {
    type Ok = Written;
    type Error = WriteError;
    type SerializeSeq = Items<'w>;
    type SerializeTuple = Items<'w>;
    type SerializeTupleStruct = Items<'w>;
    type SerializeTupleVariant = Items<'w>;
    type SerializeMap = Members<'w>;
    type SerializeStruct = Fields<'w>;
    type SerializeStructVariant = Members<'w>;

    scalars! {
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
        serialize_char char;
        serialize_str &str;
        serialize_bytes &[u8];
    }

    fn serialize_f32(self, value: f32) -> Result {
        self.finite(value.is_finite(), |json| json.serialize_f32(value))
    }

    fn serialize_f64(self, value: f64) -> Result {
        self.finite(value.is_finite(), |json| json.serialize_f64(value))
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result {
        // serde_json's own implementation panics on a failing `Display`.
        let mut text = String::new();
        write!(text, "{value}").map_err(|_| WriteErrorKind::Refused)?;
        self.serialize_str(&text)
    }

    fn serialize_none(self) -> Result {
        Ok(Written::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result {
        Ok(Written::Null)
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result {
        Ok(Written::Null)
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
        variant: &'static str,
        value: &T,
    ) -> Result {
        let mut members = Members::new(self, None);
        members.member(variant, value)?;
        members.close()
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<Items<'w>> {
        Ok(Items::new(self, None))
    }

    fn serialize_tuple(self, _len: usize) -> Result<Items<'w>> {
        Ok(Items::new(self, None))
    }

    fn serialize_tuple_struct(self, _name: &'static str, _len: usize) -> Result<Items<'w>> {
        Ok(Items::new(self, None))
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Items<'w>> {
        Ok(Items::new(self.variant(variant)?, Some(variant)))
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Members<'w>> {
        Ok(Members::new(self, None))
    }

    fn serialize_struct(self, name: &'static str, _len: usize) -> Result<Fields<'w>> {
        Ok(if name.starts_with(RAW_TEXT_PREFIX) {
            Fields::RawText(self, Written::Null)
        } else {
            Fields::Members(Members::new(self, None))
        })
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Members<'w>> {
        Ok(Members::new(self.variant(variant)?, Some(variant)))
    }
}

/// A value that cannot be written, and the path to it.
#[derive(Debug)]
pub(crate) struct WriteError {
    kind: WriteErrorKind,
    /// The path from the inside out.
    segments: Vec<String>,
}

#[derive(Debug)]
pub(crate) enum WriteErrorKind {
    NullInArray,
    /// NaN or infinity.
    NotFinite,
    /// A message of serde_json or of this crate, which quotes no value.
    Message(String),
    /// A type's own `Serialize` failed. Its message is dropped, because it may quote the value.
    Refused,
}

impl WriteError {
    /// Adds the member or item that holds the value.
    pub(super) fn at_segment(mut self, segment: impl ToString) -> Self {
        self.segments.push(segment.to_string());
        self
    }

    pub(crate) fn into_kind(self) -> WriteErrorKind {
        self.kind
    }

    /// The name of the outermost member.
    pub(crate) fn member(&self) -> &str {
        self.segments.last().map_or("", String::as_str)
    }

    pub(crate) fn pointer(&self) -> String {
        let mut pointer = String::new();
        for segment in self.segments.iter().rev() {
            push_pointer_segment(&mut pointer, segment);
        }
        pointer
    }
}

impl From<WriteErrorKind> for WriteError {
    fn from(kind: WriteErrorKind) -> Self {
        Self {
            kind,
            segments: Vec::new(),
        }
    }
}

impl ser::Error for WriteError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let message = message.to_string();
        if message == SENSITIVE_OUTSIDE_CALL {
            WriteErrorKind::Message(message)
        } else {
            WriteErrorKind::Refused
        }
        .into()
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            WriteErrorKind::NullInArray => write!(f, "`{}` is `null` in an array", self.pointer()),
            WriteErrorKind::NotFinite => write!(f, "`{}` is NaN or infinite", self.pointer()),
            WriteErrorKind::Message(message) => f.write_str(message),
            WriteErrorKind::Refused => write!(f, "`{}` is refused by its type", self.pointer()),
        }
    }
}

impl error::Error for WriteError {}
