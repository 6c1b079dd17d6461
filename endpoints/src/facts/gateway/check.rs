//! Checks the parameters and the body of a request against its operation.

use serde_json::{Map, Value};
use wechatpay_client::{
    gateway::{ParamError, ParamLocation},
    validation::{Comparison, Violation},
};

use super::{
    mistake::Place,
    notify_urls::NotifyUrls,
    sent::{Body, Sent, from_text},
    slot::Slot,
    time::is_time,
};
use crate::facts::{Condition, Enum, Facts, Field, Location, Operation, Type, Types};

/// Checks the request of one operation.
pub(super) struct Checker<'a> {
    operation: &'a Operation,
    types: Option<&'a Types>,
    decrypt: &'a dyn Fn(&str) -> Option<String>,
    compares: bool,
    notify_urls: NotifyUrls,
    mistakes: Vec<ParamError>,
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
            compares: false,
            notify_urls: NotifyUrls::Any,
            mistakes: Vec::new(),
        }
    }

    /// Checks the rules of several members too.
    pub(super) fn comparing(self) -> Self {
        Self {
            compares: true,
            ..self
        }
    }

    /// Checks the addresses of notifications too.
    pub(super) fn with_notify_urls(self, notify_urls: NotifyUrls) -> Self {
        Self {
            notify_urls,
            ..self
        }
    }

    /// The first mistake, as WeChat Pay reports it.
    pub(super) fn check(self, sent: &Sent) -> Result<(), ParamError> {
        let first = self.mistakes(sent).into_iter().next();
        first.map_or(Ok(()), Err)
    }

    /// All mistakes in the order of the check: at most one for each place.
    pub(super) fn mistakes(mut self, sent: &Sent) -> Vec<ParamError> {
        self.placeholders(&sent.path);
        let operation = self.operation;
        for (location, name, pairs) in [
            (Location::Path, ParamLocation::Path, &sent.path),
            (Location::Query, ParamLocation::Query, &sent.query),
            (Location::Header, ParamLocation::Header, &sent.headers),
        ] {
            let fields: Vec<_> = operation.params_in(location).collect();
            self.texts(&Place::new(name), &fields, pairs);
        }
        self.body(&sent.body);
        self.mistakes
    }

    fn body(&mut self, body: &Body) {
        if let Some(mistake) = self.content_type(body) {
            return self.push(mistake);
        }
        let place = Place::new(ParamLocation::Body);
        match (body, &self.operation.request) {
            (Body::Json(object), None) => self.object(&place, &[], object),
            (Body::Json(object), Some(ty)) => self.schema(&place, ty, object),
            (Body::Form(parts), None) => self.texts(&place, &[], parts),
            (Body::Form(parts), Some(ty)) => {
                if let Some(members) = self.members_of(ty) {
                    self.texts(&place, &members.iter().collect::<Vec<_>>(), parts);
                }
            }
        }
    }

    /// Adds a mistake, unless its place has one: an empty text is also too short, for example.
    fn push(&mut self, mistake: ParamError) {
        let is_same = |known: &ParamError| {
            known.location() == mistake.location() && known.field() == mistake.field()
        };
        if !self.mistakes.iter().any(is_same) {
            self.mistakes.push(mistake);
        }
    }

    /// Checks that every placeholder has a value, also those that no witness names.
    fn placeholders(&mut self, path: &[(String, String)]) {
        let operation = self.operation;
        for field in operation.params_in(Location::Path) {
            let place = Place::new(ParamLocation::Path).of(&field.name);
            match path.iter().find(|(name, _)| *name == field.name) {
                None => self.push(place.missing(field)),
                Some((_, value)) if value.is_empty() => self.push(place.empty(field)),
                Some(_) => {}
            }
        }
    }

    /// The mistake of an upload that is no form, or of another body that is one.
    fn content_type(&self, body: &Body) -> Option<ParamError> {
        let place = Place::new(ParamLocation::Header).of("Content-Type");
        match (body, self.operation.upload) {
            (Body::Json(_), true) => Some(place.no_form()),
            (Body::Form(_), false) => Some(place.form()),
            _ => None,
        }
    }

    /// Checks parameters, or the parts of a form.
    fn texts(&mut self, place: &Place, fields: &[&'a Field], pairs: &[(String, String)]) {
        let presence = |name: &str| {
            let pair = pairs.iter().find(|(sent, _)| sent == name);
            pair.map_or(Presence::Missing, |(_, text)| Presence::of(text))
        };
        self.required(place, fields, &presence);
        for (index, (name, text)) in pairs.iter().enumerate() {
            let place = place.of(name);
            let Some(slot) = find(fields, name).map(Slot::of) else {
                self.push(place.unknown());
                continue;
            };
            let is_repeated = pairs.iter().take(index).any(|(sent, _)| sent == name);
            // A list repeats its name.
            let may_repeat = slot.item().is_some();
            let slot = slot.item().unwrap_or(slot);
            let scalar = self.scalar(slot.ty);
            match from_text(scalar, text) {
                Some(value) => self.value(&place, slot, &value),
                None => self.push(place.wrong_text(slot.field, scalar, text)),
            }
            if is_repeated && !may_repeat {
                self.push(place.repeated(slot.field));
            }
        }
    }

    /// Checks an object of a type. A type without a list of members allows any.
    fn schema(&mut self, place: &Place, ty: &'a Type, object: &Map<String, Value>) {
        if let Some(members) = self.members_of(ty) {
            self.object(place, &members.iter().collect::<Vec<_>>(), object);
        }
        let Type::Schema(name) = ty else { return };
        let conditions = self.types.and_then(|types| types.conditions.get(name));
        let conditions = conditions.filter(|_| self.compares).into_iter().flatten();
        let object = Value::Object(object.clone());
        for condition in conditions {
            let violation = compare(condition, &object, place.pointer());
            let mistake = violation.map(|violation| place.broken(&violation));
            mistake.into_iter().for_each(|mistake| self.push(mistake));
        }
    }

    /// Checks the members of an object.
    fn object(&mut self, place: &Place, fields: &[&'a Field], object: &Map<String, Value>) {
        let presence = |name: &str| match object.get(name) {
            None => Presence::Missing,
            Some(Value::String(text)) => Presence::of(text),
            Some(_) => Presence::Present,
        };
        self.required(place, fields, &presence);
        for (name, value) in object {
            let place = place.of(name);
            match find(fields, name) {
                Some(field) => self.value(&place, Slot::of(field), value),
                None => self.push(place.unknown()),
            }
        }
    }

    /// Checks that nothing is missing or empty. Of alternatives, only the first is reported.
    fn required(&mut self, place: &Place, fields: &[&Field], presence: &dyn Fn(&str) -> Presence) {
        let mut alternatives: Vec<&str> = Vec::new();
        for field in fields {
            let is_required = self.requires(field) || !field.alternatives.is_empty();
            let mut others = field.alternatives.iter();
            if !is_required
                || presence(&field.name).fills(field)
                || others.any(|name| presence(name) == Presence::Present)
                || alternatives.contains(&&*field.name)
            {
                continue;
            }
            alternatives.extend(field.alternatives.iter().map(String::as_str));
            let place = place.of(&field.name);
            self.push(match presence(&field.name) {
                Presence::Empty => place.empty(field),
                _ => place.missing(field),
            });
        }
        self.openids(place, fields, presence);
    }

    /// Checks that no openid is empty, unless another one names the user. A program whose login failed sends an empty one.
    fn openids(&mut self, place: &Place, fields: &[&Field], presence: &dyn Fn(&str) -> Presence) {
        let openids = || fields.iter().filter(|field| field.is_openid());
        if openids().any(|field| presence(&field.name) == Presence::Present) {
            return;
        }
        for field in openids().filter(|field| presence(&field.name) == Presence::Empty) {
            self.push(place.of(&field.name).empty(field));
        }
    }

    /// Tests if the operation requires a member, as the builders of the typed requests do. The client leaves out a
    /// member that is `null`.
    fn requires(&self, field: &Field) -> bool {
        let is_seen = self.operation.seen.is_empty() || !field.witnesses.is_empty();
        is_seen && field.is_demanded() && !field.nullable
    }

    fn value(&mut self, place: &Place, slot: Slot<'a>, value: &Value) {
        match (slot.ty, value) {
            (_, Value::Null) if slot.field.nullable && !slot.is_item => {}
            (Type::Any | Type::File, _) | (Type::Object, Value::Object(_)) => {}
            (Type::Schema(_), Value::Object(object)) => self.schema(place, slot.ty, object),
            (Type::Array(_), Value::Array(items)) => {
                self.limits(place, slot, value);
                let items = slot.item().map(|item| (item, items));
                let items = items.into_iter().flat_map(|(item, items)| {
                    items
                        .iter()
                        .enumerate()
                        .map(move |(index, value)| (item, index, value))
                });
                for (item, index, value) in items {
                    self.value(&place.of(&index.to_string()), item, value);
                }
            }
            (Type::Json(inner), Value::String(text)) => match serde_json::from_str(text) {
                Ok(json) => self.value(place, Slot { ty: inner, ..slot }, &json),
                Err(_) => self.push(place.wrong_type(slot.field, slot.ty, value)),
            },
            (Type::Enum(_), value) => self.listed(place, slot, value),
            (Type::String, Value::String(text)) if slot.field.sensitive => {
                self.sensitive(place, slot, text);
            }
            (Type::String, Value::String(text)) if slot.is_time() && !is_time(text) => {
                self.push(place.no_time(slot.field, text));
            }
            (ty, value) if is_of(ty, value) => self.limits(place, slot, value),
            (ty, value) => self.push(place.wrong_type(slot.field, ty, value)),
        }
    }

    /// Checks the plaintext of a sensitive member.
    fn sensitive(&mut self, place: &Place, slot: Slot<'_>, text: &str) {
        match (self.decrypt)(text) {
            None => self.push(place.not_encrypted(slot.field)),
            Some(plaintext)
                if plaintext.is_empty() && !slot.is_item && self.requires(slot.field) =>
            {
                self.push(place.empty(slot.field));
            }
            Some(plaintext) => self.limits(place, slot, &plaintext.into()),
        }
    }

    /// Checks a value against the published limits.
    fn limits(&mut self, place: &Place, slot: Slot<'_>, value: &Value) {
        let is_notify_url = !slot.is_item && slot.field.is_notify_url();
        let of_url = || {
            self.notify_urls
                .violation_of(value)
                .filter(|_| is_notify_url)
        };
        let violation = slot.checks().find_map(|check| check.violation_of(value));
        if let Some(kind) = violation.or_else(of_url) {
            self.push(place.violation(slot.field, &kind, value));
        }
    }

    /// Checks the value of an enum.
    fn listed(&mut self, place: &Place, slot: Slot<'a>, value: &Value) {
        let scalar = self.scalar(slot.ty);
        if !is_of(scalar, value) {
            return self.push(place.wrong_type(slot.field, scalar, value));
        }
        let listed = self
            .listing(slot.ty)
            .map_or(&[][..], |listed| &listed.values);
        if !listed.is_empty() && !listed.contains(value) {
            self.push(place.unlisted(slot.field, value));
        }
    }

    /// The type of the values, if the type is an enum; else the type itself.
    fn scalar(&self, ty: &'a Type) -> &'a Type {
        match (ty, self.listing(ty)) {
            (_, Some(listing)) => &listing.ty,
            (Type::Enum(_), None) => &Type::String,
            (ty, None) => ty,
        }
    }

    fn listing(&self, ty: &Type) -> Option<&'a Enum> {
        match ty {
            Type::Enum(name) => self.types?.enums.get(name),
            _ => None,
        }
    }

    /// The members of an object; `None` if it may have any.
    fn members_of(&self, ty: &Type) -> Option<&'a [Field]> {
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

fn compare(condition: &Condition, object: &Value, pointer: &str) -> Option<Violation> {
    fn texts(pointers: &[String]) -> Vec<&str> {
        pointers.iter().map(String::as_str).collect()
    }
    match condition {
        Condition::Sum {
            total,
            added,
            subtracted,
        } => {
            let (added, subtracted) = (&*texts(added), &*texts(subtracted));
            let sum = Comparison::Sum {
                total,
                added,
                subtracted,
            };
            sum.violation_in(object, pointer)
        }
        Condition::AtMost { amount, limit } => {
            Comparison::AtMost { amount, limit }.violation_in(object, pointer)
        }
        Condition::Count { number, list } => {
            Comparison::Count { number, list }.violation_in(object, pointer)
        }
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
