//! Checks the parameters and the body of a request against its operation.

use serde_json::{Map, Value};
use wechatpay_client::{
    gateway::{ParamError, ParamLocation},
    validation::Check,
};

use super::{
    mistake::Place,
    sent::{Body, Sent, from_text},
    time::is_time,
};
use crate::facts::{Enum, Facts, Field, Location, Operation, Type, Types};

type Result = std::result::Result<(), ParamError>;

/// Checks the requests of one operation, each up to its first mistake.
pub(super) struct Checker<'a> {
    operation: &'a Operation,
    types: Option<&'a Types>,
    decrypt: &'a dyn Fn(&str) -> Option<String>,
}

/// A value of a field, or an item of its list.
#[derive(Clone, Copy)]
struct Slot<'a> {
    field: &'a Field,
    ty: &'a Type,
    is_item: bool,
}

/// The presence of a member or a parameter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Presence {
    Missing,
    /// An empty text.
    Empty,
    Present,
}

impl<'a> Checker<'a> {
    /// `decrypt` is `None` for a text that is not encrypted with the key that the request names.
    pub(super) fn new(
        facts: &'a Facts,
        operation: &'a Operation,
        decrypt: &'a dyn Fn(&str) -> Option<String>,
    ) -> Self {
        Self {
            operation,
            types: facts.products.get(&operation.product),
            decrypt,
        }
    }

    pub(super) fn check(&self, sent: &Sent) -> Result {
        self.placeholders(&sent.path)?;
        for (location, name, pairs) in [
            (Location::Path, ParamLocation::Path, &sent.path),
            (Location::Query, ParamLocation::Query, &sent.query),
            (Location::Header, ParamLocation::Header, &sent.headers),
        ] {
            let fields: Vec<_> = self.operation.params_in(location).collect();
            self.texts(&Place::new(name), &fields, pairs)?;
        }
        self.content_type(&sent.body)?;
        let members = match &self.operation.request {
            None => &[],
            Some(ty) => match self.members_of(ty) {
                Some(members) => members,
                // Any object.
                None => return Ok(()),
            },
        };
        let fields: Vec<_> = members.iter().collect();
        let place = Place::new(ParamLocation::Body);
        match &sent.body {
            Body::Json(object) => self.object(&place, &fields, object),
            Body::Form(parts) => self.texts(&place, &fields, parts),
        }
    }

    /// Checks that every placeholder has a value.
    fn placeholders(&self, path: &[(String, String)]) -> Result {
        let empty = path.iter().find(|(_, value)| value.is_empty());
        let Some((name, _)) = empty else {
            return Ok(());
        };
        let place = Place::new(ParamLocation::Path).of(name);
        let mut fields = self.operation.params_in(Location::Path);
        let field = fields.find(|field| field.name == *name);
        Err(field.map_or_else(|| place.unknown(), |field| place.empty(field)))
    }

    /// Checks that an upload is a form, and nothing else is.
    fn content_type(&self, body: &Body) -> Result {
        let place = Place::new(ParamLocation::Header).of("Content-Type");
        match (body, self.operation.upload) {
            (Body::Json(_), true) => Err(place.no_form()),
            (Body::Form(_), false) => Err(place.form()),
            _ => Ok(()),
        }
    }

    /// Checks parameters, or the parts of a form.
    fn texts(&self, place: &Place, fields: &[&Field], pairs: &[(String, String)]) -> Result {
        let presence = |name: &str| {
            let pair = pairs.iter().find(|(sent, _)| sent == name);
            pair.map_or(Presence::Missing, |(_, text)| Presence::of(text))
        };
        self.required(place, fields, &presence)?;
        for (index, (name, text)) in pairs.iter().enumerate() {
            let place = place.of(name);
            let slot = Slot::of(find(fields, name).ok_or_else(|| place.unknown())?);
            let is_repeated = pairs.iter().take(index).any(|(sent, _)| sent == name);
            // A list repeats its name.
            let may_repeat = slot.item().is_some();
            let slot = slot.item().unwrap_or(slot);
            let scalar = self.scalar(slot.ty);
            let value = from_text(scalar, text)
                .ok_or_else(|| place.wrong_text(slot.field, scalar, text))?;
            self.value(&place, slot, &value)?;
            if is_repeated && !may_repeat {
                return Err(place.repeated(slot.field));
            }
        }
        Ok(())
    }

    /// Checks the members of an object.
    fn object(&self, place: &Place, fields: &[&Field], object: &Map<String, Value>) -> Result {
        let presence = |name: &str| match object.get(name) {
            None => Presence::Missing,
            Some(Value::String(text)) => Presence::of(text),
            Some(_) => Presence::Present,
        };
        self.required(place, fields, &presence)?;
        for (name, value) in object {
            let place = place.of(name);
            let field = find(fields, name).ok_or_else(|| place.unknown())?;
            self.value(&place, Slot::of(field), value)?;
        }
        Ok(())
    }

    /// Checks that nothing is missing or empty.
    fn required(
        &self,
        place: &Place,
        fields: &[&Field],
        presence: &dyn Fn(&str) -> Presence,
    ) -> Result {
        let is_absent = |field: &&&Field| {
            let is_required = self.requires(field) || !field.alternatives.is_empty();
            let mut alternatives = field.alternatives.iter();
            is_required
                && !presence(&field.name).fills(field)
                && !alternatives.any(|name| presence(name) == Presence::Present)
        };
        let Some(field) = fields.iter().find(is_absent) else {
            return Ok(());
        };
        let place = place.of(&field.name);
        Err(match presence(&field.name) {
            Presence::Empty => place.empty(field),
            _ => place.missing(field),
        })
    }

    /// Tests if the operation requires a member, as the builders of the typed requests do. The client leaves out a
    /// member that is `null`.
    fn requires(&self, field: &Field) -> bool {
        let is_seen = self.operation.seen.is_empty() || !field.witnesses.is_empty();
        is_seen && field.is_demanded() && !field.nullable
    }

    fn value(&self, place: &Place, slot: Slot<'_>, value: &Value) -> Result {
        match (slot.ty, value) {
            (_, Value::Null) if slot.field.nullable && !slot.is_item => Ok(()),
            (Type::Any | Type::File, _) | (Type::Object, Value::Object(_)) => Ok(()),
            (Type::Schema(_), Value::Object(object)) => match self.members_of(slot.ty) {
                Some(members) => self.object(place, &members.iter().collect::<Vec<_>>(), object),
                None => Ok(()),
            },
            (Type::Array(_), Value::Array(items)) => {
                slot.limits(place, value)?;
                let Some(item) = slot.item() else {
                    return Ok(());
                };
                let mut items = items.iter().enumerate();
                items.try_for_each(|(index, value)| {
                    self.value(&place.of(&index.to_string()), item, value)
                })
            }
            (Type::Json(inner), Value::String(text)) => {
                let json = serde_json::from_str(text)
                    .map_err(|_| place.wrong_type(slot.field, slot.ty, value))?;
                self.value(place, Slot { ty: inner, ..slot }, &json)
            }
            (Type::Enum(_), value) => self.listed(place, slot, value),
            (Type::String, Value::String(text)) if slot.field.sensitive => {
                let plaintext = (self.decrypt)(text);
                let plaintext = plaintext.ok_or_else(|| place.not_encrypted(slot.field))?;
                if plaintext.is_empty() && !slot.is_item && self.requires(slot.field) {
                    return Err(place.empty(slot.field));
                }
                slot.limits(place, &plaintext.into())
            }
            (Type::String, Value::String(text)) if slot.is_time() && !is_time(text) => {
                Err(place.no_time(slot.field, text))
            }
            (ty, value) if is_of(ty, value) => slot.limits(place, value),
            (ty, value) => Err(place.wrong_type(slot.field, ty, value)),
        }
    }

    /// Checks the value of an enum.
    fn listed(&self, place: &Place, slot: Slot<'_>, value: &Value) -> Result {
        let scalar = self.scalar(slot.ty);
        if !is_of(scalar, value) {
            return Err(place.wrong_type(slot.field, scalar, value));
        }
        let listed = self
            .listing(slot.ty)
            .map_or(&[][..], |listed| &listed.values);
        match listed.is_empty() || listed.contains(value) {
            true => Ok(()),
            false => Err(place.unlisted(slot.field, value)),
        }
    }

    /// The type of the values, if the type is an enum; else the type itself.
    fn scalar<'t>(&'t self, ty: &'t Type) -> &'t Type {
        match (ty, self.listing(ty)) {
            (_, Some(listing)) => &listing.ty,
            (Type::Enum(_), None) => &Type::String,
            (ty, None) => ty,
        }
    }

    fn listing(&self, ty: &Type) -> Option<&Enum> {
        match ty {
            Type::Enum(name) => self.types?.enums.get(name),
            _ => None,
        }
    }

    /// The members of an object; `None` if it may have any.
    fn members_of(&self, ty: &Type) -> Option<&[Field]> {
        match ty {
            Type::Schema(name) => self.types?.schemas.get(name).map(Vec::as_slice),
            _ => None,
        }
    }
}

impl Presence {
    const fn of(text: &str) -> Self {
        match text.is_empty() {
            true => Self::Empty,
            false => Self::Present,
        }
    }

    /// Tests if a required field is there. A file has no text.
    fn fills(self, field: &Field) -> bool {
        self == Self::Present || self == Self::Empty && field.ty == Type::File
    }
}

impl<'a> Slot<'a> {
    const fn of(field: &'a Field) -> Self {
        Self {
            field,
            ty: &field.ty,
            is_item: false,
        }
    }

    /// An item of the list, if the value is one.
    fn item(self) -> Option<Self> {
        match self.ty {
            Type::Array(ty) => Some(Self {
                ty,
                is_item: true,
                ..self
            }),
            _ => None,
        }
    }

    /// Tests if the value is a time.
    fn is_time(self) -> bool {
        let format = match self.is_item {
            true => &self.field.item_format,
            false => &self.field.format,
        };
        format.as_deref() == Some("rfc3339")
    }

    /// Checks a value against the published limits.
    fn limits(self, place: &Place, value: &Value) -> Result {
        let violation = self.checks().find_map(|check| check.violation_of(value));
        violation.map_or(
            Ok(()),
            |kind| Err(place.violation(self.field, &kind, value)),
        )
    }

    fn checks(self) -> impl Iterator<Item = Check<'a>> {
        let limits = &self.field.limits;
        let (min_length, max_length) = match self.is_item {
            true => (limits.item_min_length, limits.item_max_length),
            false => (limits.min_length, limits.max_length),
        };
        let checks = [
            min_length.map(Check::MinLength),
            max_length.map(Check::MaxLength),
            limits.minimum.map(Check::Minimum),
            limits.maximum.map(Check::Maximum),
            limits.min_items.map(Check::MinItems),
            limits.max_items.map(Check::MaxItems),
            limits.pattern.as_deref().map(Check::Pattern),
        ];
        checks.into_iter().flatten()
    }
}

/// The field of a name.
fn find<'a>(fields: &[&'a Field], name: &str) -> Option<&'a Field> {
    fields.iter().copied().find(|field| field.name == name)
}

/// Tests if a scalar has the JSON type of its field.
fn is_of(ty: &Type, value: &Value) -> bool {
    match ty {
        Type::String => value.is_string(),
        Type::Int => value.is_i64(),
        Type::Number => value.is_number(),
        Type::Bool => value.is_boolean(),
        _ => false,
    }
}
