//! Gives each operation and each event types of its own, so that a correction of one leaves the others as they are.
//! Afterwards equal types are shared again.

use std::collections::{BTreeMap, BTreeSet};

use wechatpay_endpoints::facts::{
    Enum, Event, Facts, Field, Operation, ResponseBody, Type, Types, Witnesses,
};

use crate::{
    Result,
    names::{joined, pascal},
    read::WEBHOOKS,
};

/// Stands between the name of a type and the number of its copy.
const MARK: char = '#';

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

/// The witnesses of a shared type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sharing {
    /// Types are shared only if their witnesses decide the same, so that the witnesses are those of each operation.
    Exact,
    /// The witnesses of all operations with the type are united.
    United,
}

/// The order in which operations and events take names for their types.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// The types are as the sources state them, and keep their names.
    Known,
    /// The types were corrected: a type that differs takes another name.
    Changed,
    /// The operation is an addition. It has no witnesses and no corrections, so its types are those of the others.
    Added,
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
    let mut added: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    visit(facts, &mut |owner, ty| {
        if let (Some(from), Turn::Added) = (copies.get(owner.product), turn(owner.key)) {
            let names = added.entry(owner.product.to_owned()).or_default();
            add_names(ty, from, names);
        }
        Ok(())
    })?;
    let mut products = BTreeMap::new();
    for (product, types) in &copies {
        let added = added.remove(product).unwrap_or_default();
        products.insert(product.clone(), Shared::of(types, &added, sharing));
    }
    for now in [Turn::Known, Turn::Changed, Turn::Added] {
        visit(facts, &mut |owner, ty| {
            let pair = copies
                .get(owner.product)
                .zip(products.get_mut(owner.product));
            match pair {
                Some((from, to)) if turn(owner.key) == now => to.share(ty, from, owner.name, now),
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

/// The name of a copy's original.
pub(crate) fn original(name: &str) -> &str {
    name.split_once(MARK).map_or(name, |(original, _)| original)
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

/// The operation or the event that a type belongs to.
struct Owner<'a> {
    /// The method and path, or the type of the event.
    key: &'a str,
    /// The beginning of names for its own types.
    name: &'a str,
    product: &'a str,
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
    let owner = Owner {
        key: &key,
        name: &name,
        product: &operation.product,
    };
    for parameter in &mut operation.params {
        each(&owner, &mut parameter.field.ty)?;
    }
    if let Some(request) = &mut operation.request {
        each(&owner, request)?;
    }
    for response in &mut operation.responses {
        if let ResponseBody::Json(ty) = &mut response.body {
            each(&owner, ty)?;
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

/// Adds the names of a type and of the types of its members.
fn add_names(ty: &Type, types: &Types, names: &mut BTreeSet<String>) {
    if let Type::Schema(name) | Type::Enum(name) = ty.innermost() {
        names.insert(name.clone());
        let members = types.schemas.get(name).into_iter().flatten();
        members.for_each(|member| add_names(&member.ty, types, names));
    }
}

/// The shared types of one product.
struct Shared {
    sharing: Sharing,
    types: Types,
    /// The names of all originals: no other type may take one. Those of additions are not here, so that an addition
    /// renames no type.
    reserved: BTreeSet<String>,
    /// The shared types that were made of one original.
    variants: BTreeMap<String, Vec<String>>,
}

impl Shared {
    /// `added` has the names of the copies that belong to additions.
    fn of(copies: &Types, added: &BTreeSet<String>, sharing: Sharing) -> Self {
        let names = copies.schemas.keys().chain(copies.enums.keys());
        let names = names.filter(|name| !added.contains(*name));
        Self {
            sharing,
            types: Types::default(),
            reserved: names.map(|name| original(name).to_owned()).collect(),
            variants: BTreeMap::new(),
        }
    }

    fn share(&mut self, ty: &mut Type, from: &Types, owner: &str, turn: Turn) -> Result<()> {
        if let (Turn::Added, Type::Schema(name) | Type::Enum(name)) = (turn, ty.innermost_mut())
            && let Some(known) = self.known(name)
        {
            known.clone_into(name);
            return Ok(());
        }
        match ty.innermost_mut() {
            // A name without a mark is shared already.
            Type::Schema(name) if name.contains(MARK) => {
                let members = from.schemas.get(name);
                let members = members.ok_or_else(|| format!("no schema is `{name}`"))?;
                let mut members = members.clone();
                for member in &mut members {
                    self.share(&mut member.ty, from, owner, turn)?;
                }
                *name = self.share_schema(original(name), members, owner);
            }
            Type::Enum(name) if name.contains(MARK) => {
                let values = from.enums.get(name);
                let values = values.ok_or_else(|| format!("no enum is `{name}`"))?;
                *name = self.share_enum(original(name), values, owner);
            }
            _ => {}
        }
        Ok(())
    }

    /// The first shared type that was made of the original of a copy.
    fn known(&self, copy: &str) -> Option<&String> {
        self.variants.get(original(copy))?.first()
    }

    fn share_schema(&mut self, original: &str, members: Vec<Field>, owner: &str) -> String {
        let variants = self.variants.get(original);
        let same = variants.into_iter().flatten().find(|variant| {
            let known = self.types.schemas.get(*variant);
            known.is_some_and(|known| is_same(known, &members, self.sharing))
        });
        let name = same
            .cloned()
            .unwrap_or_else(|| self.new_name(original, owner));
        match self.types.schemas.get_mut(&name) {
            Some(known) if self.sharing == Sharing::United => unite_witnesses(known, &members),
            // The witnesses are those of the first operation: what they decide is the same for all.
            Some(_) => {}
            None => drop(self.types.schemas.insert(name.clone(), members)),
        }
        name
    }

    fn share_enum(&mut self, original: &str, values: &Enum, owner: &str) -> String {
        let variants = self.variants.get(original);
        let same = variants
            .into_iter()
            .flatten()
            .find(|variant| self.types.enums.get(*variant) == Some(values));
        let name = same
            .cloned()
            .unwrap_or_else(|| self.new_name(original, owner));
        self.types.enums.insert(name.clone(), values.clone());
        name
    }

    /// The name of a new variant: that of the original, or else the original's after the owner's.
    fn new_name(&mut self, original: &str, owner: &str) -> String {
        let second = joined(owner, original);
        let numbered = (2..).map(|number| format!("{second}{number}"));
        // The resource of an event is named after the event.
        let resource = original
            .ends_with("Resource")
            .then(|| format!("{owner}Resource"));
        let mut names = [original.to_owned()]
            .into_iter()
            .chain(resource)
            .chain([second.clone()])
            .chain(numbered);
        let is_free = |name: &String| {
            let is_taken =
                self.types.schemas.contains_key(name) || self.types.enums.contains_key(name);
            !is_taken && (name == original || !self.reserved.contains(name))
        };
        let name = names.find(is_free).unwrap_or_default();
        self.variants
            .entry(original.to_owned())
            .or_default()
            .push(name.clone());
        name
    }
}

/// Tests if two schemas differ only in who says the same of their members.
fn is_same(a: &[Field], b: &[Field], sharing: Sharing) -> bool {
    let is_equal = |(a, b): (&Field, &Field)| {
        let is_decided_equally =
            sharing == Sharing::United || !a.required || decisions(a) == decisions(b);
        plain(a, &a.ty) == plain(b, &b.ty) && is_decided_equally
    };
    a.len() == b.len() && a.iter().zip(b).all(is_equal)
}

/// The decisions of the witnesses about a member that the facts require.
fn decisions(Field { witnesses, .. }: &Field) -> [bool; 4] {
    [
        witnesses.is_empty(),
        witnesses.confirm_required(),
        witnesses.say_required(),
        witnesses.deny_required(),
    ]
}

/// The member with another type and without its witnesses.
fn plain(field: &Field, ty: &Type) -> Field {
    let mut field = field.clone();
    field.ty = ty.clone();
    field.witnesses = Witnesses::default();
    field
}

fn unite_witnesses(known: &mut [Field], members: &[Field]) {
    for (known, member) in known.iter_mut().zip(members) {
        known.witnesses = known.witnesses.and(member.witnesses);
    }
}
