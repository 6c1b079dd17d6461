//! A deserializer around serde_json's: a struct is read from an object only, and the place of an error
//! is kept. serde_json's own takes an array for a struct, member by member.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::track::{Declared, Step, Track};

/// A deserializer, or what hands one on.
pub(super) struct Strict<'t, D> {
    inner: D,
    track: &'t Track,
}

impl<'t, D> Strict<'t, D> {
    pub(super) fn new(inner: D, track: &'t Track) -> Self {
        Self { inner, track }
    }

    /// The same around a visitor.
    fn around<V>(&self, inner: V) -> Strict<'t, V> {
        Strict::new(inner, self.track)
    }
}

macro_rules! scalars {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$method(visitor)
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Strict<'_, D> {
    type Error = D::Error;

    // None of these gives its visitor anything to read on with.
    scalars! {
        deserialize_bool
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64
        deserialize_char deserialize_str deserialize_string
        deserialize_bytes deserialize_byte_buf
        deserialize_unit deserialize_identifier deserialize_ignored_any
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = self.around(visitor);
        self.inner.deserialize_any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = self.around(visitor);
        self.inner.deserialize_option(visitor)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let value = self.inner.deserialize_unit_struct(name, visitor);
        self.track.of(value, Declared { name, names: &[] })
    }

    /// By its name serde_json knows its own `RawValue`.
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let visitor = self.around(visitor);
        self.inner.deserialize_newtype_struct(name, visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = self.around(visitor);
        self.inner.deserialize_seq(visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let visitor = self.around(visitor);
        self.inner.deserialize_tuple(len, visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let visitor = self.around(visitor);
        let value = self.inner.deserialize_tuple_struct(name, len, visitor);
        self.track.of(value, Declared { name, names: &[] })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = self.around(visitor);
        self.inner.deserialize_map(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let declared = Declared { name, names };
        let visitor = self.around(Typed { visitor, declared });
        let value = self.inner.deserialize_map(visitor);
        self.track.of(value, declared)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let declared = Declared { name, names };
        let visitor = self.around(Typed { visitor, declared });
        let value = self.inner.deserialize_enum(name, names, visitor);
        self.track.of(value, declared)
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Strict<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.inner
            .deserialize(Strict::new(deserializer, self.track))
    }
}

macro_rules! given {
    ($($method:ident $type:ty;)*) => {$(
        fn $method<E: serde::de::Error>(self, value: $type) -> Result<V::Value, E> {
            self.inner.$method(value)
        }
    )*};
}

/// All that serde_json gives to a visitor.
impl<'de, V: Visitor<'de>> Visitor<'de> for Strict<'_, V> {
    type Value = V::Value;

    given! {
        visit_bool bool;
        visit_i64 i64;
        visit_i128 i128;
        visit_u64 u64;
        visit_u128 u128;
        visit_f64 f64;
        visit_str &str;
        visit_borrowed_str &'de str;
        visit_string String;
    }

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.inner.visit_some(Strict::new(deserializer, self.track))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<V::Value, D::Error> {
        let deserializer = Strict::new(deserializer, self.track);
        self.inner.visit_newtype_struct(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        self.inner
            .visit_seq(Walk::new(items, Declared::default(), self.track))
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        self.inner
            .visit_map(Walk::new(members, Declared::default(), self.track))
    }
}

/// The visitor of a struct or enum.
struct Typed<V> {
    visitor: V,
    declared: Declared,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Strict<'_, Typed<V>> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.visitor.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        let Typed { visitor, declared } = self.inner;
        visitor.visit_map(Walk::new(members, declared, self.track))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, variant: A) -> Result<V::Value, A::Error> {
        let Typed { visitor, declared } = self.inner;
        visitor.visit_enum(Walk::new(variant, declared, self.track))
    }
}

/// The items or members that are read one by one.
struct Walk<'t, A> {
    inner: A,
    /// The next one.
    step: Step,
    track: &'t Track,
}

impl<'t, A> Walk<'t, A> {
    fn new(inner: A, of: Declared, track: &'t Track) -> Self {
        let step = Step { index: 0, of };
        Self { inner, step, track }
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Walk<'_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        let item = self.inner.next_element_seed(Strict::new(seed, self.track));
        let item = self.track.follow(item, self.step);
        self.step.index += 1;
        item
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Walk<'_, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.inner.next_key_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let value = self.inner.next_value_seed(Strict::new(seed, self.track));
        let value = self.track.follow(value, self.step);
        self.step.index += 1;
        value
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

/// An enum with a value is an object of one member.
impl<'de, 't, A: EnumAccess<'de>> EnumAccess<'de> for Walk<'t, A> {
    type Error = A::Error;
    type Variant = Walk<'t, A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), A::Error> {
        let (name, variant) = self.inner.variant_seed(seed)?;
        Ok((name, Walk::new(variant, self.step.of, self.track)))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Walk<'_, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        let value = self.inner.unit_variant();
        self.track.follow(value, self.step)
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        let seed = Strict::new(seed, self.track);
        let value = self.inner.newtype_variant_seed(seed);
        self.track.follow(value, self.step)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, A::Error> {
        let visitor = Strict::new(visitor, self.track);
        let value = self.inner.tuple_variant(len, visitor);
        let name = self.step.of.name;
        let value = self.track.of(value, Declared { name, names: &[] });
        self.track.follow(value, self.step)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        let name = self.step.of.name;
        let declared = Declared { name, names };
        let visitor = Strict::new(Typed { visitor, declared }, self.track);
        let value = self.inner.newtype_variant_seed(AsMap(visitor));
        let value = self.track.of(value, declared);
        self.track.follow(value, self.step)
    }
}

/// The value of a variant that is a struct.
struct AsMap<V>(V);

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for AsMap<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_map(self.0)
    }
}
