//! The rules of a request's types, for `validate`.

use std::fmt::Write as _;

use serde_json::Value;

use super::{
    code::Code,
    shapes::{Doc, Shape, Shapes, holds_json},
};
use crate::facts::{Condition, Field, Limits, Type};

/// Writes the rules of a body, or of a type in a body that has any, after an empty line.
pub(super) fn write(code: &mut Code, shapes: &Shapes<'_>, shape: &Shape<'_>) {
    let is_query = matches!(&shape.doc, Doc::Part(part, _) if part == "query");
    let rules = rules(shapes, shape);
    if !shape.uses.request || is_query {
        return;
    }
    if rules.is_empty() {
        // So that `validate` exists for every body.
        if shape.uses.body {
            let _ = writeln!(code, "\nrules! {{ {} {{}} }}", shape.name);
        }
        return;
    }
    let _ = writeln!(code, "\nrules! {{\n    {} {{", shape.name);
    for rule in rules {
        let _ = writeln!(code, "        {rule},");
    }
    code.push_str("    }\n}\n");
}

/// The rules in the order of the members.
pub(super) fn rules(shapes: &Shapes<'_>, shape: &Shape<'_>) -> Vec<String> {
    let conditions = shapes.conditions(shape);
    let fields = shape.fields.iter();
    let rules = fields.flat_map(|field| {
        let is_here = |condition: &&Condition| {
            let mut segments = condition.pointer().split('/').skip(1);
            segments.next() == Some(&field.name)
        };
        let conditions = conditions.iter().filter(is_here).map(condition);
        of_field(shapes, field).into_iter().chain(conditions)
    });
    rules.collect()
}

fn of_field(shapes: &Shapes<'_>, field: &Field) -> Vec<String> {
    let name = &field.name;
    let checks = checks(shapes, field);
    let member =
        (!checks.is_empty()).then(|| format!("member({name:?}, &[{}])", checks.join(", ")));
    let within = nested(shapes, field).map(|inner| format!("within({name:?}, {inner}::RULES)"));
    let any_of = (!field.alternatives.is_empty()).then(|| {
        let names = std::iter::once(name).chain(&field.alternatives);
        format!("any_of({})", list(names))
    });
    [any_of, member, within].into_iter().flatten().collect()
}

/// The type of the objects in a member, if it has rules.
fn nested(shapes: &Shapes<'_>, field: &Field) -> Option<String> {
    let Type::Schema(schema) = field.ty.innermost() else {
        return None;
    };
    // The client does not see into a text that holds JSON.
    let shape = shapes
        .of_schema(schema)
        .filter(|_| !holds_json(&field.ty))?;
    (!rules(shapes, shape).is_empty()).then(|| shape.name.clone())
}

/// The checks of a member, in the words of `Check`.
fn checks(shapes: &Shapes<'_>, field: &Field) -> Vec<String> {
    let mut checks = match listed(shapes, field) {
        // The listed values have a length.
        Some(listed) => sizes(&field.limits).chain([listed]).collect(),
        None => limits(&field.limits),
    };
    checks.extend(field.is_notify_url().then(|| "NotifyUrl".to_owned()));
    checks
}

/// The check that a value is listed, if the facts list values. The client sees neither into a ciphertext nor into a text
/// that holds JSON.
fn listed(shapes: &Shapes<'_>, field: &Field) -> Option<String> {
    let Type::Enum(name) = field.ty.innermost() else {
        return None;
    };
    if holds_json(&field.ty) || field.sensitive {
        return None;
    }
    if let Some(name) = shapes.of_enum(name) {
        return Some(format!("Listed({name}::TEXTS)"));
    }
    let listed = shapes.of_product()?.enums.get(name)?;
    let check = match listed.ty {
        Type::String => "Listed",
        Type::Int => "ListedNumbers",
        _ => return None,
    };
    let values: Vec<_> = listed.values.iter().map(literal).collect();
    (!values.is_empty()).then(|| format!("{check}(&[{}])", values.join(", ")))
}

/// A text or an integer in Rust.
fn literal(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), |text| format!("{text:?}"))
}

fn limits(limits: &Limits) -> Vec<String> {
    let check = |name: &str, limit: Option<i128>| Some(format!("{name}({})", limit?));
    let length = |own: Option<u64>, of_items: Option<u64>| own.or(of_items).map(i128::from);
    let own = [
        check(
            "MinLength",
            length(limits.min_length, limits.item_min_length),
        ),
        check(
            "MaxLength",
            length(limits.max_length, limits.item_max_length),
        ),
        check("Minimum", limits.minimum.map(i128::from)),
        check("Maximum", limits.maximum.map(i128::from)),
        limits
            .pattern
            .as_ref()
            .map(|pattern| format!("Pattern({pattern:?})")),
    ];
    sizes(limits).chain(own.into_iter().flatten()).collect()
}

fn sizes(limits: &Limits) -> impl Iterator<Item = String> + use<> {
    let least = limits.min_items.map(|items| format!("MinItems({items})"));
    let most = limits.max_items.map(|items| format!("MaxItems({items})"));
    least.into_iter().chain(most)
}

fn condition(condition: &Condition) -> String {
    match condition {
        Condition::Sum {
            total,
            added,
            subtracted,
        } => format!("sum({total:?}, {}, {})", list(added), list(subtracted)),
        Condition::AtMost { amount, limit } => format!("at_most({amount:?}, {limit:?})"),
        Condition::Count { number, list } => format!("count({number:?}, {list:?})"),
    }
}

fn list<'a>(texts: impl IntoIterator<Item = &'a String>) -> String {
    let texts: Vec<_> = texts.into_iter().map(|text| format!("{text:?}")).collect();
    format!("&[{}]", texts.join(", "))
}
