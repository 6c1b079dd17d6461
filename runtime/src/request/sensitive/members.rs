//! Sensitive members of a body: the check, before anything is sent, that each of them is encrypted.

use std::{
    cell::RefCell,
    fmt::{self, Display},
};

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::Slots;
use crate::{
    json,
    request::{RequestError, RequestErrorKind},
};

/// Checks that every member of a body at one of these JSON pointers is the slot of a sensitive text. In a pointer, `*`
/// stands for each item of a list. A member that is missing or `null` is fine.
///
/// A list in the place of a value, and a value in the place of a list, are followed as well: no plaintext leaves because
/// the body has another shape.
pub(crate) fn check_members(
    body: &[u8],
    pointers: &[&'static str],
    slots: &Slots,
) -> Result<(), RequestError> {
    if pointers.is_empty() {
        return Ok(());
    }
    let not_encrypted = RefCell::new(None);
    let root = Place {
        pointer: String::new(),
        rests: pointers.to_vec(),
        slots,
        not_encrypted: &not_encrypted,
    };
    root.deserialize(&mut serde_json::Deserializer::from_slice(body))
        .map_err(|error| RequestErrorKind::Body(error.to_string()))?;
    match not_encrypted.into_inner() {
        Some(pointer) => Err(RequestErrorKind::SensitiveNotEncrypted { pointer }.into()),
        None => Ok(()),
    }
}

/// A value in the body that is sensitive, or that may hold sensitive members.
struct Place<'c> {
    /// The path to this value.
    pointer: String,
    /// The pointers to sensitive members, from this value on. An empty one is the value itself.
    rests: Vec<&'static str>,
    slots: &'c Slots,
    /// The pointer to the first sensitive member that is not encrypted.
    not_encrypted: &'c RefCell<Option<String>>,
}

impl Place<'_> {
    /// The member with this name. `None` if no pointer leads there.
    fn member(&self, name: &str) -> Option<Self> {
        let step = json::pointer_below("", name);
        let rests = self.rests.iter();
        self.enter(name, rests.filter_map(|rest| after(rest, &step)))
    }

    /// The item of a list.
    fn item(&self, index: usize) -> Option<Self> {
        let rests = self.rests.iter();
        self.enter(index, rests.map(|rest| after(rest, ITEM).unwrap_or(rest)))
    }

    fn enter(
        &self,
        segment: impl Display,
        rests: impl Iterator<Item = &'static str>,
    ) -> Option<Self> {
        let rests: Vec<_> = rests.collect();
        if rests.is_empty() {
            return None;
        }
        Some(Self {
            pointer: json::pointer_below(&self.pointer, segment),
            rests,
            ..*self
        })
    }

    /// The same value, which is no list, as the item of the list that the pointers lead to.
    fn into_item(mut self) -> Self {
        for rest in &mut self.rests {
            *rest = after(rest, ITEM).unwrap_or(rest);
        }
        self
    }

    /// Reports a value that no [`Sensitive`](super::Sensitive) wrote, if the value itself must be sensitive.
    fn report(&self) {
        if self.rests.contains(&"") {
            let first = || self.pointer.clone();
            self.not_encrypted.borrow_mut().get_or_insert_with(first);
        }
    }
}

/// Each item of a list, in a pointer.
const ITEM: &str = "/*";

/// The rest of a pointer after a step.
fn after(rest: &'static str, step: &str) -> Option<&'static str> {
    let rest = rest.strip_prefix(step)?;
    (rest.is_empty() || rest.starts_with('/')).then_some(rest)
}

impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

macro_rules! reports {
    ($($method:ident $type:ty;)*) => {$(
        fn $method<E: Error>(self, _: $type) -> Result<(), E> {
            self.into_item().report();
            Ok(())
        }
    )*};
}

impl<'de> Visitor<'de> for Place<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    reports! {
        visit_bool bool;
        visit_i64 i64;
        visit_u64 u64;
        visit_f64 f64;
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        let is_clear = !self.slots.contains(text);
        if is_clear {
            self.report();
        }
        // A text may hold JSON (`json<…>` in the facts). If the text holds anything else, it has no members.
        if text.starts_with(['{', '[']) {
            let mut json = serde_json::Deserializer::from_str(text);
            let _ = self.deserialize(&mut json);
        } else if is_clear {
            self.into_item().report();
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        self.report();
        for index in 0.. {
            let item = match self.item(index) {
                Some(place) => items.next_element_seed(place)?,
                None => items.next_element::<IgnoredAny>()?.map(drop),
            };
            if item.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let place = self.into_item();
        place.report();
        while let Some(name) = members.next_key::<String>()? {
            match place.member(&name) {
                Some(place) => members.next_value_seed(place)?,
                None => drop(members.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}
