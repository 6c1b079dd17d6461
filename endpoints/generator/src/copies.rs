//! Gives each operation and each event types of its own, so that a correction of one leaves the others as they are.
//! Afterwards equal types are shared again.

use std::collections::BTreeMap;

use wechatpay_endpoints::facts::{Event, Facts, Field, Operation, ResponseBody, Type, Types};

pub(crate) use crate::shared::{RECEIVED, Sharing, Turn, original};
use crate::{
    Result,
    names::pascal,
    read::WEBHOOKS,
    shared::{MARK, Owner, Shared, Side, plain},
};

/// Replaces the types of each operation and each event by copies.
pub(crate) fn separate(facts: &mut Facts) -> Result<()> {
    let originals = std::mem::take(&mut facts.products);
    let mut copies: BTreeMap<String, Types> = BTreeMap::new();
    visit(facts, &mut |owner, ty| {
        let none = Types::default();
        let from = originals.get(owner.product).unwrap_or(&none);
        copy(
            ty,
            from,
            copies.entry(owner.product.to_owned()).or_default(),
        )
    })?;
    facts.products = copies;
    Ok(())
}

/// Gives equal copies of a type one name: that of the original, unless a copy that differs has it.
///
/// `turn` takes the method and path of an operation, or the type of an event.
pub(crate) fn share(
    facts: &mut Facts,
    sharing: Sharing,
    turn: impl Fn(&str) -> Turn,
) -> Result<()> {
    let copies = std::mem::take(&mut facts.products);
    let products = copies.keys().cloned();
    let products = products.map(|product| (product, Shared::new(sharing)));
    let mut products: BTreeMap<_, _> = products.collect();
    visit(facts, &mut |owner, ty| {
        let pair = copies
            .get(owner.product)
            .zip(products.get_mut(owner.product));
        if let Some((from, shared)) = pair {
            shared.reserve(ty, from, owner.side, turn(owner.key));
        }
        Ok(())
    })?;
    for now in [Turn::Known, Turn::Changed, Turn::Added] {
        visit(facts, &mut |owner, ty| {
            let pair = copies
                .get(owner.product)
                .zip(products.get_mut(owner.product));
            match pair {
                Some((from, to)) if turn(owner.key) == now => to.share(ty, from, owner, now),
                _ => Ok(()),
            }
        })?;
    }
    let types = products
        .into_iter()
        .map(|(product, shared)| (product, shared.types));
    facts.products = types.collect();
    Ok(())
}

/// A name for a new type that no other copy has.
pub(crate) fn fresh<T>(types: &BTreeMap<String, T>, name: &str) -> String {
    format!("{name}{MARK}{}", types.len())
}

/// Copies a type and the types of its members.
pub(crate) fn copy(ty: &mut Type, from: &Types, to: &mut Types) -> Result<()> {
    match ty.innermost_mut() {
        Type::Schema(name) => {
            let members = from.schemas.get(name);
            let members = members.ok_or_else(|| format!("no schema is `{name}`"))?;
            let mut members = members.clone();
            for member in &mut members {
                copy(&mut member.ty, from, to)?;
            }
            *name = fresh(&to.schemas, original(name));
            to.schemas.insert(name.clone(), members);
        }
        Type::Enum(name) => {
            let values = from.enums.get(name);
            let values = values
                .ok_or_else(|| format!("no enum is `{name}`"))?
                .clone();
            *name = fresh(&to.enums, original(name));
            to.enums.insert(name.clone(), values);
        }
        _ => {}
    }
    Ok(())
}

/// Copies a type that another operation of the product has, by the name of its original.
pub(crate) fn copy_known(ty: &mut Type, types: &mut Types) -> Result<()> {
    let name = match ty.innermost_mut() {
        Type::Schema(name) => {
            let known = types.schemas.keys().find(|known| original(known) == name);
            known.map(|known| known.clone_into(name)).ok_or(name)
        }
        Type::Enum(name) => {
            let known = types.enums.keys().find(|known| original(known) == name);
            known.map(|known| known.clone_into(name)).ok_or(name)
        }
        _ => return Ok(()),
    };
    name.map_err(|name| format!("no type is `{name}`"))?;
    let from = types.clone();
    copy(ty, &from, types)
}

/// Tests if two types of a product differ at most in their names and in the witnesses of their members.
pub(crate) fn are_equal(a: &Type, b: &Type, types: &Types) -> bool {
    match (a, b) {
        (Type::Array(a), Type::Array(b)) | (Type::Json(a), Type::Json(b)) => are_equal(a, b, types),
        (Type::Enum(a), Type::Enum(b)) => types.enums.get(a) == types.enums.get(b),
        (Type::Schema(a), Type::Schema(b)) => {
            let pair = types.schemas.get(a).zip(types.schemas.get(b));
            pair.is_some_and(|(a, b)| {
                let is_equal = |(a, b): (&Field, &Field)| {
                    plain(a, &b.ty) == plain(b, &b.ty) && are_equal(&a.ty, &b.ty, types)
                };
                a.len() == b.len() && a.iter().zip(b).all(is_equal)
            })
        }
        (a, b) => a == b,
    }
}

/// Visits the types of all operations and events.
fn visit(
    facts: &mut Facts,
    each: &mut impl FnMut(&Owner<'_>, &mut Type) -> Result<()>,
) -> Result<()> {
    for operation in &mut facts.operations {
        visit_operation(operation, each).map_err(|error| format!("{operation}: {error}"))?;
    }
    for event in &mut facts.events {
        visit_event(event, each).map_err(|error| format!("{}: {error}", event.event_type))?;
    }
    Ok(())
}

fn visit_operation(
    operation: &mut Operation,
    each: &mut impl FnMut(&Owner<'_>, &mut Type) -> Result<()>,
) -> Result<()> {
    let (key, name) = (operation.to_string(), pascal(&operation.name));
    let sender = Owner {
        key: &key,
        name: &name,
        product: &operation.product,
        side: Side::Sent,
    };
    let receiver = Owner {
        side: Side::Received,
        ..sender
    };
    for parameter in &mut operation.params {
        each(&sender, &mut parameter.field.ty)?;
    }
    if let Some(request) = &mut operation.request {
        each(&sender, request)?;
    }
    for response in &mut operation.responses {
        if let ResponseBody::Json(ty) = &mut response.body {
            each(&receiver, ty)?;
        }
    }
    Ok(())
}

fn visit_event(
    event: &mut Event,
    each: &mut impl FnMut(&Owner<'_>, &mut Type) -> Result<()>,
) -> Result<()> {
    let name = pascal(&event.event_type);
    let owner = Owner {
        key: &event.event_type,
        name: &name,
        product: WEBHOOKS,
        side: Side::Received,
    };
    if let Some(resource) = &mut event.resource {
        each(&owner, resource)?;
    }
    // The members of other products are the types of operations.
    for member in &mut event.one_of {
        let Some((WEBHOOKS, schema)) = member.split_once(':') else {
            continue;
        };
        let mut ty = Type::Schema(schema.to_owned());
        each(&owner, &mut ty)?;
        if let Type::Schema(schema) = ty {
            *member = format!("{WEBHOOKS}:{schema}");
        }
    }
    Ok(())
}
