//! Gives types of one product that differ only in their names one name: the shortest.
//!
//! Two queries of one order have types of their own in the sources, since the witnesses judge each operation for itself.
//! Once all facts are complete, types of equal members are one type.

use std::collections::{BTreeMap, BTreeSet};

use wechatpay_endpoints::{
    declare::{Declared, declared, declared_resources},
    facts::{Facts, Field, Operation, Product, Type},
};

use crate::{Result, copies, families::rename_uses, read::WEBHOOKS};

/// Unites the types of each product that are [alike](Group::takes).
pub(crate) fn unite(facts: &mut Facts) -> Result<()> {
    for product in products(facts) {
        unite_in(facts, &product.name, |facts| declared(facts, &product))?;
    }
    Ok(())
}

/// Unites the types of resources that are [alike](Group::takes).
pub(crate) fn unite_resources(facts: &mut Facts) -> Result<()> {
    unite_in(facts, WEBHOOKS, declared_resources)
}

fn products(facts: &Facts) -> Vec<Product> {
    let families = facts.families.iter();
    families
        .flat_map(|family| family.products.clone())
        .collect()
}

/// Unites types until none are alike: members of equal types make the types that hold them equal.
fn unite_in(
    facts: &mut Facts,
    product: &str,
    declared: impl Fn(&Facts) -> Vec<Declared>,
) -> Result<()> {
    let bodies = bodies(facts, product);
    loop {
        let all = declared(facts);
        let groups = groups(&all, &bodies);
        if groups.is_empty() {
            return check_names(facts, product);
        }
        let mut names = BTreeMap::new();
        for group in &groups {
            group.unite(facts, product);
            let others = group.names().filter(|name| *name != group.name);
            names.extend(others.map(|name| (name.to_owned(), group.name.to_owned())));
        }
        rename_uses(facts, product, &names);
        check_options(&declared(facts), &groups)
            .map_err(|name| format!("{product}: `{name}` has an `Option` less or more"))?;
    }
}

/// The bodies of requests: each is a message of its own operation, even if it has the members of another.
pub(crate) fn bodies(facts: &Facts, product: &str) -> BTreeSet<String> {
    let operations = facts.operations.iter();
    let operations = operations.filter(|operation| operation.product == product);
    let bodies = operations.flat_map(|operation| {
        let metas = metas(facts, operation);
        operation.request.iter().chain(metas)
    });
    let names = bodies.filter_map(|ty| name_of(ty.innermost()));
    names.map(str::to_owned).collect()
}

/// The JSON texts of a form.
fn metas<'a>(facts: &'a Facts, operation: &'a Operation) -> impl Iterator<Item = &'a Type> {
    let form = operation.request.as_ref().filter(|_| operation.upload);
    let parts = form.and_then(|form| facts.members(&operation.product, form));
    let types = parts.into_iter().flatten().map(|part| &part.ty);
    types.filter(|ty| matches!(ty, Type::Json(_)))
}

/// Types that become one, under the name of the first.
struct Group<'a> {
    name: &'a str,
    /// Each with its place in the order of use.
    types: Vec<(usize, &'a Declared)>,
    rules: Option<&'a Vec<String>>,
}

/// The groups of two and more types.
fn groups<'a>(all: &'a [Declared], bodies: &BTreeSet<String>) -> Vec<Group<'a>> {
    let named = all.iter().enumerate();
    let named = named.filter_map(|(place, ty)| Some((name_of(&ty.ty)?, place, ty)));
    let mut named: Vec<_> = named
        .filter(|(name, _, _)| !bodies.contains(*name))
        .collect();
    named.sort_by_key(|(name, _, _)| (words(name).len(), name.len(), *name));
    let mut groups: Vec<Group<'a>> = Vec::new();
    for (name, place, ty) in named {
        match groups.iter_mut().find(|group| group.takes(name, ty)) {
            Some(group) => {
                group.types.push((place, ty));
                group.rules = group.rules.or(ty.rules.as_ref());
            }
            None => groups.push(Group {
                name,
                types: vec![(place, ty)],
                rules: ty.rules.as_ref(),
            }),
        }
    }
    groups.retain(|group| group.types.len() > 1);
    groups
}

impl Group<'_> {
    /// Tests if a type has the same content, the same rules if both are sent, and a longer name for the same thing.
    fn takes(&self, name: &str, ty: &Declared) -> bool {
        let has_content = |(_, known): &(usize, &Declared)| {
            let is_enum = |ty: &Type| matches!(ty, Type::Enum(_));
            is_enum(&known.ty) == is_enum(&ty.ty) && known.lines == ty.lines
        };
        let has_rules =
            self.rules.is_none() || ty.rules.is_none() || self.rules == ty.rules.as_ref();
        !ty.lines.is_empty()
            && has_rules
            && self.types.first().is_some_and(has_content)
            && is_part(&words(self.name), &words(name))
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.types.iter().filter_map(|(_, ty)| name_of(&ty.ty))
    }

    /// The type with the docs and the rules of all: the first one that is sent, or else the first one.
    fn model(&self) -> Option<&Declared> {
        let types = self.types.iter();
        let model = types.min_by_key(|(place, ty)| (ty.rules.is_none(), *place));
        model.map(|(_, ty)| *ty)
    }

    fn unite(&self, facts: &mut Facts, product: &str) {
        let types = facts.products.entry(product.to_owned()).or_default();
        let Some(model) = self.model() else {
            return;
        };
        let name = name_of(&model.ty).unwrap_or_default();
        let conditions = types.conditions.remove(name);
        let members = types.schemas.get(name).cloned();
        let values = types.enums.get(name).cloned();
        let mut all = Vec::new();
        for name in self.names() {
            all.extend(types.schemas.remove(name));
            types.enums.remove(name);
            types.conditions.remove(name);
        }
        let name = self.name.to_owned();
        if let Some(mut members) = members {
            unite_members(&mut members, &all, &model.optional);
            types.schemas.insert(name.clone(), members);
        }
        types
            .enums
            .extend(values.map(|values| (name.clone(), values)));
        types
            .conditions
            .extend(conditions.map(|conditions| (name, conditions)));
    }
}

/// Unites the witnesses of the members. A member stays an `Option`, or stays none.
fn unite_members(members: &mut [Field], all: &[Vec<Field>], optional: &[bool]) {
    for (place, (member, is_optional)) in members.iter_mut().zip(optional).enumerate() {
        member.required &= !is_optional;
        for other in all.iter().filter_map(|members| members.get(place)) {
            member.witnesses = member.witnesses.and(other.witnesses);
            if member.label.is_empty() {
                member.label.clone_from(&other.label);
            }
        }
    }
}

/// Fails with the name of a type whose members are no longer `Option`, or are now.
fn check_options(all: &[Declared], groups: &[Group<'_>]) -> Result<(), String> {
    for group in groups {
        let united = all.iter().find(|ty| name_of(&ty.ty) == Some(group.name));
        let before = group.model().map(|model| &model.optional);
        if united.map(|united| &united.optional) != before {
            return Err(group.name.to_owned());
        }
    }
    Ok(())
}

/// Fails if `families.json` gives two types one name, or gives the type of a response none, and the types differ.
fn check_names(facts: &Facts, product: &str) -> Result<()> {
    let types = facts.products.get(product);
    let names = types
        .into_iter()
        .flat_map(|types| types.schemas.keys().chain(types.enums.keys()));
    let mut marked = names.filter(|name| copies::original(name) != *name);
    match marked.next() {
        Some(name) if name.contains(copies::RECEIVED) => Err(format!(
            "families.json: {product}: responses have another `{}` than requests: give their type a name in `types`, by its name in the facts with `@`",
            copies::original(name)
        )
        .into()),
        Some(name) => {
            let name = copies::original(name);
            Err(format!("families.json: {product}: two types are `{name}`, and they differ").into())
        }
        None => Ok(()),
    }
}

fn name_of(ty: &Type) -> Option<&str> {
    match ty {
        Type::Schema(name) | Type::Enum(name) => Some(name),
        _ => None,
    }
}

/// The words of a name in PascalCase.
fn words(name: &str) -> Vec<&str> {
    let name = copies::original(name);
    let starts = name.match_indices(|letter: char| letter.is_ascii_uppercase());
    let starts: Vec<_> = starts.map(|(start, _)| start).collect();
    let ends = starts.iter().skip(1).copied().chain([name.len()]);
    let words = starts.iter().zip(ends);
    words
        .filter_map(|(start, end)| name.get(*start..end))
        .collect()
}

/// Tests if a name has the words of another, in their order: `UpdatedStoreRecipient` those of `StoreRecipient`.
fn is_part(words: &[&str], of: &[&str]) -> bool {
    let mut rest = of.iter();
    words.iter().all(|word| rest.any(|other| other == word))
}
