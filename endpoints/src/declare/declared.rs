//! The types of this crate without their documentation, so that types of one content can be found.

use std::collections::BTreeMap;

use super::{
    Style,
    events::WEBHOOKS,
    modules, orders, rules,
    shapes::{Shape, Shapes, holds_json},
    structs::{Member, Struct},
    values::SKIP_NONE,
};
use crate::facts::{Facts, Field, Product, Type};

/// A struct or an enum of this crate.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Declared {
    /// The schema or the enum in the facts.
    pub ty: Type,
    /// The members with their types and attributes, and the implementations for orders; or the variants, sorted.
    pub lines: Vec<String>,
    /// The members that are `Option`, in the order of the schema.
    pub optional: Vec<bool>,
    /// The rules, if a request holds the type.
    pub rules: Option<Vec<String>>,
}

/// The structs of the schemas of a product, and the enums, in the order of their first use.
#[must_use]
pub fn declared(facts: &Facts, product: &Product) -> Vec<Declared> {
    let (shapes, _) = modules::traits(facts, product);
    let structs: Vec<_> = shapes.structs().collect();
    let implementations = orders::implementations(facts, &product.name, &shapes, &structs);
    all(&shapes, &structs, &implementations)
}

/// The types of the resources of `facts.events`, in the order of their first use.
#[must_use]
pub fn declared_resources(facts: &Facts) -> Vec<Declared> {
    let mut shapes = Shapes::new(facts, WEBHOOKS, Style::Crate);
    for event in &facts.events {
        shapes.begin_event(&event.event_type);
        if let Some(resource) = &event.resource {
            shapes.add_resource(resource);
        }
    }
    let structs: Vec<_> = shapes.structs().collect();
    all(&shapes, &structs, &BTreeMap::new())
}

fn all(
    shapes: &Shapes<'_>,
    structs: &[Struct],
    implementations: &BTreeMap<String, String>,
) -> Vec<Declared> {
    let schemas = shapes.schemas().into_iter();
    let schemas = schemas.zip(shapes.all.iter().zip(structs));
    let mut all: Vec<_> = schemas
        .filter_map(|(schema, (shape, declared))| {
            let implementation = implementations.get(&declared.name);
            of_struct(shapes, schema?, shape, declared, implementation)
        })
        .collect();
    all.extend(shapes.enums_of_facts().map(|(name, listed)| Declared {
        ty: Type::Enum(name.to_owned()),
        lines: listed.lines(),
        optional: Vec::new(),
        rules: None,
    }));
    all
}

/// `None` if a struct has other members than its schema.
fn of_struct(
    shapes: &Shapes<'_>,
    schema: &str,
    shape: &Shape<'_>,
    declared: &Struct,
    implementation: Option<&String>,
) -> Option<Declared> {
    if declared.members.len() != shape.fields.len() || declared.has_flat_member() {
        return None;
    }
    let members = declared.members.iter().zip(&shape.fields);
    let members = members.map(|(member, field)| line(member, field));
    let named = format!(" for {} {{", declared.name);
    let implementation = implementation.map(|text| text.replace(&named, " {"));
    Some(Declared {
        ty: Type::Schema(schema.to_owned()),
        lines: members.chain(implementation).collect(),
        optional: declared.members.iter().map(Member::is_optional).collect(),
        rules: shape.uses.request.then(|| rules::rules(shapes, shape)),
    })
}

/// A member with its attributes, except those that come from the use of the type. A text that holds JSON is no other
/// text.
fn line(member: &Member, field: &Field) -> String {
    let json = if holds_json(&field.ty) { "JSON" } else { "" };
    let attributes = member.attributes.iter().map(String::as_str);
    let attributes = attributes.filter(|attribute| *attribute != SKIP_NONE);
    let attributes = attributes.collect::<Vec<_>>().join(", ");
    format!("{}: {} {attributes} {json}", member.name, member.ty)
}
