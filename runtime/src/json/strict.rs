//! A deserializer around serde_json's that reads a struct only from an object and remembers the path of an
//! error. serde_json's own would also read an array as a struct, member by member.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::track::{Declared, PathTracker, Step};

/// A wrapper of a deserializer, of a seed or of a visitor.
pub(super) struct Strict<'t, D> {
    inner: D,
    tracker: &'t PathTracker,
}

impl<'t, D> Strict<'t, D> {
    pub(super) fn new(inner: D, tracker: &'t PathTracker) -> Self {
        Self { inner, tracker }
    }

    /// Wraps a visitor.
    fn wrap<V>(&self, inner: V) -> Strict<'t, V> {
        Strict::new(inner, self.tracker)
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

    // These methods give the visitor nothing to read further, so they need no wrapper.
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
        let visitor = self.wrap(visitor);
        self.inner.deserialize_any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = self.wrap(visitor);
        self.inner.deserialize_option(visitor)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let value = self.inner.deserialize_unit_struct(name, visitor);
        self.tracker
            .record_declared(value, Declared { name, names: &[] })
    }

    /// Keeps the name, by which serde_json recognizes its own `RawValue`.
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let visitor = self.wrap(visitor);
        self.inner.deserialize_newtype_struct(name, visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = self.wrap(visitor);
        self.inner.deserialize_seq(visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let visitor = self.wrap(visitor);
        self.inner.deserialize_tuple(len, visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let visitor = self.wrap(visitor);
        let value = self.inner.deserialize_tuple_struct(name, len, visitor);
        self.tracker
            .record_declared(value, Declared { name, names: &[] })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = self.wrap(visitor);
        self.inner.deserialize_map(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let declared = Declared { name, names };
        let visitor = self.wrap(DeclaredVisitor { visitor, declared });
        let value = self.inner.deserialize_map(visitor);
        self.tracker.record_declared(value, declared)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let declared = Declared { name, names };
        let visitor = self.wrap(DeclaredVisitor { visitor, declared });
        let value = self.inner.deserialize_enum(name, names, visitor);
        self.tracker.record_declared(value, declared)
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Strict<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.inner
            .deserialize(Strict::new(deserializer, self.tracker))
    }
}

macro_rules! forwarded {
    ($($method:ident $type:ty;)*) => {$(
        fn $method<E: serde::de::Error>(self, value: $type) -> Result<V::Value, E> {
            self.inner.$method(value)
        }
    )*};
}

/// Implements every method that serde_json calls on a visitor.
impl<'de, V: Visitor<'de>> Visitor<'de> for Strict<'_, V> {
    type Value = V::Value;

    forwarded! {
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
        self.inner
            .visit_some(Strict::new(deserializer, self.tracker))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<V::Value, D::Error> {
        let deserializer = Strict::new(deserializer, self.tracker);
        self.inner.visit_newtype_struct(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        self.inner
            .visit_seq(TrackedAccess::new(items, Declared::default(), self.tracker))
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        self.inner.visit_map(TrackedAccess::new(
            members,
            Declared::default(),
            self.tracker,
        ))
    }
}

/// The visitor of a struct or enum, with its declaration.
struct DeclaredVisitor<V> {
    visitor: V,
    declared: Declared,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Strict<'_, DeclaredVisitor<V>> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.visitor.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        let DeclaredVisitor { visitor, declared } = self.inner;
        visitor.visit_map(TrackedAccess::new(members, declared, self.tracker))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, variant: A) -> Result<V::Value, A::Error> {
        let DeclaredVisitor { visitor, declared } = self.inner;
        visitor.visit_enum(TrackedAccess::new(variant, declared, self.tracker))
    }
}

/// Reads items or members one by one, and counts them for the path.
struct TrackedAccess<'t, A> {
    inner: A,
    /// The step to the next item or member.
    step: Step,
    tracker: &'t PathTracker,
}

impl<'t, A> TrackedAccess<'t, A> {
    fn new(inner: A, declared: Declared, tracker: &'t PathTracker) -> Self {
        let step = Step { index: 0, declared };
        Self {
            inner,
            step,
            tracker,
        }
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for TrackedAccess<'_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        let item = self
            .inner
            .next_element_seed(Strict::new(seed, self.tracker));
        let item = self.tracker.record_step(item, self.step);
        self.step.index += 1;
        item
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for TrackedAccess<'_, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.inner.next_key_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let value = self.inner.next_value_seed(Strict::new(seed, self.tracker));
        let value = self.tracker.record_step(value, self.step);
        self.step.index += 1;
        value
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

/// An enum variant with a value is an object with one member.
impl<'de, 't, A: EnumAccess<'de>> EnumAccess<'de> for TrackedAccess<'t, A> {
    type Error = A::Error;
    type Variant = TrackedAccess<'t, A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), A::Error> {
        let (name, variant) = self.inner.variant_seed(seed)?;
        Ok((
            name,
            TrackedAccess::new(variant, self.step.declared, self.tracker),
        ))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for TrackedAccess<'_, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        let value = self.inner.unit_variant();
        self.tracker.record_step(value, self.step)
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        let seed = Strict::new(seed, self.tracker);
        let value = self.inner.newtype_variant_seed(seed);
        self.tracker.record_step(value, self.step)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, A::Error> {
        let visitor = Strict::new(visitor, self.tracker);
        let value = self.inner.tuple_variant(len, visitor);
        let name = self.step.declared.name;
        let value = self
            .tracker
            .record_declared(value, Declared { name, names: &[] });
        self.tracker.record_step(value, self.step)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        let name = self.step.declared.name;
        let declared = Declared { name, names };
        let visitor = Strict::new(DeclaredVisitor { visitor, declared }, self.tracker);
        let value = self.inner.newtype_variant_seed(AsMap(visitor));
        let value = self.tracker.record_declared(value, declared);
        self.tracker.record_step(value, self.step)
    }
}

/// The value of a struct variant, which is read only from an object.
struct AsMap<V>(V);

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for AsMap<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_map(self.0)
    }
}
