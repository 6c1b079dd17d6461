//! The types of values, and the members of structs.

use super::{
    Style, docs, names,
    shapes::{BILL, Shape, Shapes, Uses, holds_json},
    structs::{self, Member, Struct},
};
use crate::facts::{Field, Type, Unit};

/// The attribute of optional members in a text that holds JSON.
pub(super) const SKIP_NONE: &str = "skip_serializing_if = \"Option::is_none\"";

/// The kind of a value that is neither a list nor an object.
pub(super) enum Scalar {
    Text,
    Sensitive,
    DateTime,
    Enum(String),
    /// A type that is copied.
    Plain(&'static str),
}

impl Shapes<'_> {
    /// The structs with the types of their members.
    pub(super) fn structs(&self) -> impl Iterator<Item = Struct> {
        self.all.iter().map(|shape| self.declared(shape))
    }

    fn declared(&self, shape: &Shape<'_>) -> Struct {
        let mut taken = Vec::new();
        let is_receipt = is_receipt(shape);
        let fields = shape.fields.iter();
        let fields = fields.filter(|field| !is_receipt || !BILL.contains(&&*field.name));
        let members = fields.map(|field| self.member(field, shape.uses, &mut taken));
        let mut members: Vec<_> = members.collect();
        if is_receipt {
            members.push(bill_member(&mut taken));
        }
        let mut docs = vec![shape.doc.text()];
        if shape.uses.request {
            docs.extend(
                shape
                    .fields
                    .iter()
                    .filter_map(|field| docs::alternatives(field)),
            );
            if self.style == Style::Crate {
                docs.push(structs::builder(&shape.name, &members));
            }
        }
        if self.style == Style::Crate && self.holds_sensitive(shape) {
            docs.push(structs::only_inside_client(shape.uses));
        }
        Struct {
            name: shape.name.clone(),
            docs,
            uses: shape.uses,
            style: self.style,
            members,
        }
    }

    /// Tests if a struct has a `Sensitive` member, or an object with one.
    fn holds_sensitive(&self, shape: &Shape<'_>) -> bool {
        let mut fields = shape.fields.iter();
        fields.any(|field| match field.ty.innermost() {
            // A text that holds JSON is no object.
            _ if holds_json(&field.ty) => field.sensitive,
            Type::Schema(schema) => {
                let inner = self.of_schema(schema);
                inner.is_some_and(|inner| self.holds_sensitive(inner))
            }
            Type::Object | Type::Any => false,
            _ => field.sensitive,
        })
    }

    fn member(&self, field: &Field, uses: Uses, taken: &mut Vec<String>) -> Member {
        let name = names::unique(names::snake(&field.name), taken);
        let mut ty = self.owned(&field.ty, Some(field));
        let mut attributes = Vec::new();
        if !names::is_name_of(&name, &field.name) {
            attributes.push(format!("rename = {:?}", field.name));
        }
        if !is_plain(field, uses) {
            ty = format!("Option<{ty}>");
            if uses.json_text {
                attributes.push(SKIP_NONE.to_owned());
            }
        }
        let mut doc = self.doc(field);
        if doc.is_empty() {
            doc = format!("`{}`", field.name);
        } else if field.label.is_empty() {
            doc = docs::capitalized(&doc);
        }
        if is_plain(field, uses) && !field.witnesses.say_required() {
            doc.push_str(" (unconfirmed)");
        }
        Member {
            doc,
            attributes,
            name,
            ty,
        }
    }

    /// All that is known of a member or a parameter, beside its type.
    pub(super) fn doc(&self, field: &Field) -> String {
        let json = holds_json(&field.ty).then(|| self.json_words(&field.ty));
        // The values of an enum stand in its type.
        let is_enum = match field.ty.innermost() {
            Type::Enum(name) => self.of_enum(name).is_some(),
            _ => false,
        };
        let types = self.of_product().filter(|_| !is_enum);
        docs::of_field(field, types, json.as_deref())
    }

    /// The type of a value that owns its data.
    pub(super) fn owned(&self, ty: &Type, field: Option<&Field>) -> String {
        match ty {
            Type::Array(item) => format!("Vec<{}>", self.owned(item, field)),
            Type::Schema(schema) => match self.of_schema(schema) {
                Some(shape) => shape.name.clone(),
                None => "Map<String, Value>".to_owned(),
            },
            Type::Object => "Map<String, Value>".to_owned(),
            Type::Any => "Value".to_owned(),
            scalar => match self.scalar(scalar, field) {
                Scalar::Text => "String".to_owned(),
                Scalar::Sensitive => "Sensitive".to_owned(),
                Scalar::DateTime => "DateTime".to_owned(),
                Scalar::Enum(name) => name,
                Scalar::Plain(name) => name.to_owned(),
            },
        }
    }

    /// The kind of a value that is neither a list nor an object.
    pub(super) fn scalar(&self, ty: &Type, field: Option<&Field>) -> Scalar {
        let has_format = |format| move |field: &Field| has_format(field, format);
        match ty {
            _ if field.is_some_and(|field| field.sensitive) => Scalar::Sensitive,
            Type::String if field.is_some_and(has_format("rfc3339")) => Scalar::DateTime,
            Type::Int if field.is_some_and(|field| field.unit == Some(Unit::Fen)) => {
                Scalar::Plain("Fen")
            }
            Type::Int if field.is_some_and(has_format("uint64")) => Scalar::Plain("u64"),
            Type::Int => Scalar::Plain("i64"),
            Type::Number => Scalar::Plain("f64"),
            Type::Bool => Scalar::Plain("bool"),
            Type::Enum(name) if self.of_enum(name).is_some() => {
                Scalar::Enum(self.of_enum(name).unwrap_or_default().to_owned())
            }
            Type::Enum(name) => match self.of_product().and_then(|types| types.enums.get(name)) {
                // An enum lists scalars.
                Some(listed) if !matches!(listed.ty, Type::Enum(_)) => {
                    self.scalar(&listed.ty, field)
                }
                _ => Scalar::Text,
            },
            _ => Scalar::Text,
        }
    }

    /// The JSON that a text holds, in words.
    fn json_words(&self, ty: &Type) -> String {
        let shape = match ty.innermost() {
            Type::Schema(schema) => self.of_schema(schema),
            _ => None,
        };
        let is_list = matches!(ty, Type::Json(inner) if matches!(**inner, Type::Array(_)));
        match (shape, is_list) {
            (Some(shape), false) => docs::with_article(&shape.name),
            (Some(shape), true) => format!("a list of `{}`", shape.name),
            (None, false) => "an object".to_owned(),
            (None, true) => "a list".to_owned(),
        }
    }
}

/// Tests if the text of a value, or of the items of a list, has a format.
fn has_format(field: &Field, format: &str) -> bool {
    let own = match field.ty {
        Type::Array(_) => &field.item_format,
        _ => &field.format,
    };
    own.as_deref() == Some(format)
}

/// Tests if a member is not `Option`.
fn is_plain(field: &Field, uses: Uses) -> bool {
    // Whoever has the operation has the members that it requires.
    let is_seen = !uses.seen || !field.witnesses.is_empty();
    match uses.response {
        true => field.is_promised(),
        false => field.is_demanded() && is_seen,
    }
}

/// Tests if a response describes a file, and something else beside.
fn is_receipt(shape: &Shape<'_>) -> bool {
    let has = |name: &&str| shape.fields.iter().any(|field| field.name == **name);
    shape.uses.response && !shape.uses.request && BILL.iter().all(has)
}

/// The members of a file in one type, which only the library can make.
fn bill_member(taken: &mut Vec<String>) -> Member {
    Member {
        doc: "The file, once there is one: `Client::download` checks its hash.".to_owned(),
        attributes: vec!["flatten".to_owned()],
        name: names::unique("file".to_owned(), taken),
        ty: "Option<BillFile>".to_owned(),
    }
}
