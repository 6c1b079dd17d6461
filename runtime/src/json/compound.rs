//! Writing of arrays and objects, for the [`Writer`](super::Writer).

use serde::{Serialize, ser};

use super::{
    key::KeySerializer,
    write::{Result, WriteError, WriteErrorKind, Writer, Written},
};

/// An array that is being written.
pub(crate) struct Items<'w> {
    writer: &'w mut Writer,
    count: usize,
    /// The enum variant around the array, whose object is still open.
    variant: Option<&'static str>,
}

impl<'w> Items<'w> {
    pub(super) fn new(writer: &'w mut Writer, variant: Option<&'static str>) -> Self {
        writer.json.push(b'[');
        Self {
            writer,
            count: 0,
            variant,
        }
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        if self.count > 0 {
            self.writer.json.push(b',');
        }
        match value.serialize(&mut *self.writer) {
            Ok(Written::Value) => {
                self.count += 1;
                Ok(())
            }
            Ok(Written::Null) => Err(self.with_position(WriteErrorKind::NullInArray.into())),
            Err(error) => Err(self.with_position(error)),
        }
    }

    fn with_position(&self, error: WriteError) -> WriteError {
        let error = error.at_segment(self.count);
        match self.variant {
            Some(variant) => error.at_segment(variant),
            None => error,
        }
    }

    fn close(self) -> Result {
        self.writer.json.push(b']');
        if self.variant.is_some() {
            self.writer.json.push(b'}');
        }
        Ok(Written::Value)
    }
}

/// An object that is being written. Its brace is written with its first member.
pub(crate) struct Members<'w> {
    writer: &'w mut Writer,
    /// The start of the current member in the buffer.
    start: usize,
    /// The end of the key of the current member.
    key_end: usize,
    is_empty: bool,
    /// The enum variant around the object, whose own object is still open.
    variant: Option<&'static str>,
}

impl<'w> Members<'w> {
    pub(super) fn new(writer: &'w mut Writer, variant: Option<&'static str>) -> Self {
        Self {
            start: writer.json.len(),
            key_end: writer.json.len(),
            writer,
            is_empty: true,
            variant,
        }
    }

    #[inline]
    pub(super) fn member<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<()> {
        self.begin(key)?;
        let written = value.serialize(&mut *self.writer);
        self.end_member(written)
    }

    fn begin(&mut self, key: &'static str) -> Result<()> {
        self.start = self.writer.json.len();
        self.writer
            .json
            .push(if self.is_empty { b'{' } else { b',' });
        ser::Serializer::serialize_str(&mut *self.writer, key)?;
        self.key_end = self.writer.json.len();
        self.writer.json.push(b':');
        Ok(())
    }

    fn key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        self.start = self.writer.json.len();
        self.writer
            .json
            .push(if self.is_empty { b'{' } else { b',' });
        key.serialize(KeySerializer(self.writer))?;
        self.key_end = self.writer.json.len();
        self.writer.json.push(b':');
        Ok(())
    }

    /// Ends a member, and removes it from the buffer if its value is `null`.
    fn end_member(&mut self, written: Result) -> Result<()> {
        match written {
            Ok(Written::Value) => self.is_empty = false,
            Ok(Written::Null) => self.writer.json.truncate(self.start),
            Err(error) => return Err(self.with_position(error)),
        }
        Ok(())
    }

    #[cold]
    fn with_position(&self, error: WriteError) -> WriteError {
        let key = self.writer.json.get(self.start + 1..self.key_end);
        let key: Option<String> = key.and_then(|key| serde_json::from_slice(key).ok());
        let error = error.at_segment(key.unwrap_or_default());
        match self.variant {
            Some(variant) => error.at_segment(variant),
            None => error,
        }
    }

    pub(super) fn close(self) -> Result {
        if self.is_empty {
            self.writer.json.push(b'{');
        }
        self.writer.json.push(b'}');
        if self.variant.is_some() {
            self.writer.json.push(b'}');
        }
        Ok(Written::Value)
    }
}

/// A struct, or raw text that serde_json disguises as a struct.
pub(crate) enum Fields<'w> {
    Members(Members<'w>),
    RawText(&'w mut Writer, Written),
}

macro_rules! items {
    ($($trait:ident $method:ident;)*) => {$(
        impl ser::$trait for Items<'_> {
            type Ok = Written;
            type Error = WriteError;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
                self.item(value)
            }

            fn end(self) -> Result {
                self.close()
            }
        }
    )*};
}

items! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

impl ser::SerializeMap for Members<'_> {
    type Ok = Written;
    type Error = WriteError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        self.key(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        let written = value.serialize(&mut *self.writer);
        self.end_member(written)
    }

    fn end(self) -> Result {
        self.close()
    }
}

impl ser::SerializeStruct for Fields<'_> {
    type Ok = Written;
    type Error = WriteError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<()> {
        match self {
            Self::Members(members) => members.member(key, value),
            Self::RawText(writer, written) => {
                *written = writer.raw_text(value)?;
                Ok(())
            }
        }
    }

    fn end(self) -> Result {
        match self {
            Self::Members(members) => members.close(),
            Self::RawText(_, written) => Ok(written),
        }
    }
}

impl ser::SerializeStructVariant for Members<'_> {
    type Ok = Written;
    type Error = WriteError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<()> {
        self.member(key, value)
    }

    fn end(self) -> Result {
        self.close()
    }
}
