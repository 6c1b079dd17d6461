//! The work of a derived `Deserialize` that is the same for every struct, so that the compiler checks it once.

use std::{fmt, marker::PhantomData};

use serde::{
    de::{Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor},
    forward_to_deserialize_any,
};

/// A struct that is read from an object.
pub trait Members<'de>: Sized {
    /// The name of the struct.
    const TYPE: &'static str;
    /// The names of the members.
    const NAMES: &'static [&'static str];

    /// Reads all members.
    fn read<A: MapAccess<'de>>(members: A) -> Result<Self, A::Error>;
}

/// Reads a struct.
pub fn deserialize<'de, T: Members<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_struct(T::TYPE, T::NAMES, StructVisitor(PhantomData))
}

/// The place of the next member in `T::NAMES`, or a number beyond the places for an undeclared member.
pub fn next<'de, T: Members<'de>, A: MapAccess<'de>>(
    members: &mut A,
) -> Result<Option<usize>, A::Error> {
    members.next_key_seed(Name(T::NAMES))
}

/// Reads the value of a member, which may come only once.
pub fn read<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    members: &mut A,
    member: &mut Option<T>,
    name: &'static str,
) -> Result<(), A::Error> {
    if member.is_some() {
        return Err(A::Error::duplicate_field(name));
    }
    *member = Some(members.next_value()?);
    Ok(())
}

/// Skips the value of an undeclared member.
pub fn skip<'de, A: MapAccess<'de>>(members: &mut A) -> Result<(), A::Error> {
    members.next_value::<IgnoredAny>().map(drop)
}

/// The value of a member. An absent `Option` is `None`.
pub fn member<'de, T: Deserialize<'de>, E: Error>(
    member: Option<T>,
    name: &'static str,
) -> Result<T, E> {
    match member {
        Some(value) => Ok(value),
        None => T::deserialize(Absent {
            name,
            error: PhantomData,
        }),
    }
}

struct StructVisitor<T>(PhantomData<T>);

impl<'de, T: Members<'de>> Visitor<'de> for StructVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "struct {}", T::TYPE)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<T, A::Error> {
        T::read(members)
    }
}

/// Reads the name of a member as its place among the declared names.
struct Name(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Name {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("field identifier")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        let place = self.0.iter().position(|declared| *declared == name);
        Ok(place.unwrap_or(self.0.len()))
    }
}

/// An absent member: an `Option` reads `None` from it, and any other type its error.
struct Absent<E> {
    name: &'static str,
    error: PhantomData<E>,
}

impl<'de, E: Error> Deserializer<'de> for Absent<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, E> {
        Err(E::missing_field(self.name))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_none()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
