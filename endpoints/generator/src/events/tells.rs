//! The members that tell the resources of one event apart.

use std::collections::BTreeSet;

use wechatpay_endpoints::facts::Field;

/// A resource of an event: one schema, or several that are joined.
pub(super) struct Candidate<'a> {
    pub(super) name: &'a str,
    pub(super) schemas: Vec<(&'a str, &'a [Field])>,
    /// All amounts are in other currencies than CNY.
    pub(super) abroad: bool,
}

/// A test that finds a resource, once those before it are ruled out.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tell {
    /// The place of the candidate.
    pub(super) candidate: usize,
    /// The resource has all of these members.
    pub(super) members: Vec<String>,
    /// An amount of the resource is in another currency than CNY.
    pub(super) abroad: bool,
}

/// The tests, in their order. An error if two resources cannot be told apart, or two that are joined can be.
///
/// A test needs the merchant numbers of its resource, and the fewest of its required members that every other resource
/// lacks at least one of. Only earlier resources may have all of them.
pub(super) fn tells(candidates: &[Candidate<'_>]) -> Result<Vec<Tell>, String> {
    candidates.iter().try_for_each(check_joined)?;
    let mut rest: Vec<usize> = (0..candidates.len()).collect();
    let mut tells = Vec::new();
    while !rest.is_empty() {
        let found = rest.iter().filter_map(|&index| {
            let candidate = candidates.get(index)?;
            let is_later = |other: usize| other != index && rest.contains(&other);
            let (later, earlier): (Vec<_>, Vec<_>) = candidates
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != index)
                .partition(|(other, _)| is_later(*other));
            let others = |others: Vec<(usize, _)>| others.into_iter().map(|(_, other)| other);
            let later: Vec<_> = others(later).collect();
            let earlier: Vec<_> = others(earlier).collect();
            Some((index, candidate.tell(&later, &earlier)?))
        });
        let cost = |(_, (members, abroad)): &(usize, (Vec<String>, bool))| (!abroad, members.len());
        let Some((candidate, (members, abroad))) = found.min_by_key(cost) else {
            let names = rest.iter().filter_map(|&index| candidates.get(index));
            let names: Vec<_> = names.map(|candidate| candidate.name).collect();
            return Err(format!(
                "nothing tells {} apart: join them",
                names.join(" and ")
            ));
        };
        rest.retain(|&index| index != candidate);
        tells.push(Tell {
            candidate,
            members,
            abroad,
        });
    }
    Ok(tells)
}

impl Candidate<'_> {
    /// The members that a resource has and that each later resource lacks one of, and an earlier one if possible. The
    /// flag is set if later ones are told by their currency. `None` if nothing tells them.
    fn tell(&self, later: &[&Self], earlier: &[&Self]) -> Option<(Vec<String>, bool)> {
        let needed = self.needed();
        let numbers = needed.iter().copied();
        let numbers: Vec<_> = numbers.filter(|name| name.ends_with("mchid")).collect();
        let mut members = numbers.clone();
        let alike = add_tells(&mut members, &needed, later);
        if alike.iter().any(|other| other.abroad) || !alike.is_empty() && !self.abroad {
            return None;
        }
        if !alike.is_empty() {
            return Some((to_owned(&numbers), true));
        }
        let sure = needed.iter().copied().filter(|name| self.is_sure(name));
        let sure: Vec<_> = sure.collect();
        add_tells(&mut members, &sure, earlier);
        if members.is_empty() {
            members.extend(needed.first());
        }
        Some((to_owned(&members), false))
    }

    /// The names of the members that every schema requires, in the order of the first. Those that a witness calls
    /// optional come last.
    fn needed(&self) -> Vec<&str> {
        let Some(((_, first), others)) = self.schemas.split_first() else {
            return Vec::new();
        };
        let is_needed = |name: &str| others.iter().all(|(_, schema)| requires(schema, name));
        let names = first.iter().map(|field| &*field.name);
        let names = names.filter(|name| requires(first, name) && is_needed(name));
        let mut names: Vec<_> = names.collect();
        names.sort_by_key(|name| self.is_denied(name));
        names
    }

    /// Tests if a witness calls a member optional.
    fn is_denied(&self, name: &str) -> bool {
        let mut fields = self.schemas.iter().flat_map(|(_, schema)| *schema);
        fields.any(|field| field.name == name && field.witnesses.deny_required())
    }

    /// Tests if the sources of every schema require a member, and no witness denies that.
    fn is_sure(&self, name: &str) -> bool {
        let is_required = |field: &Field| field.name == name && field.required;
        let mut schemas = self.schemas.iter();
        !self.is_denied(name) && schemas.all(|(_, schema)| schema.iter().any(is_required))
    }

    /// Tests if one of the schemas has a member.
    fn has(&self, name: &str) -> bool {
        let mut fields = self.schemas.iter().flat_map(|(_, schema)| *schema);
        fields.any(|field| field.name == name)
    }

    fn has_all(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.has(name))
    }
}

/// Adds the fewest of the needed members that each of the others lacks one of. Returns the others that lack none.
fn add_tells<'a, 'c>(
    members: &mut Vec<&'a str>,
    needed: &[&'a str],
    others: &[&'c Candidate<'c>],
) -> Vec<&'c Candidate<'c>> {
    let mut alike = others.to_vec();
    loop {
        alike.retain(|other| other.has_all(members));
        let lacking = |name: &&str| alike.iter().filter(|other| !other.has(name)).count();
        // The first of the best.
        let best = needed.iter().rev().copied().max_by_key(lacking);
        match best.filter(|best| lacking(best) > 0) {
            Some(best) => members.push(best),
            None => return alike,
        }
    }
}

fn to_owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Tests if a schema has a member in every resource: a source or a witness calls the member required, and if only a
/// witness does, none denies it.
fn requires(schema: &[Field], name: &str) -> bool {
    schema.iter().any(|field| {
        let witnesses = field.witnesses;
        let is_said = witnesses.say_required() && !witnesses.deny_required();
        field.name == name && (field.required || is_said)
    })
}

/// Fails if a member tells two joined schemas apart.
fn check_joined(candidate: &Candidate<'_>) -> Result<(), String> {
    let schemas = &candidate.schemas;
    for (name, schema) in schemas {
        let names: BTreeSet<_> = schema.iter().map(|field| &*field.name).collect();
        for (other, fields) in schemas {
            let mut fields = fields.iter().map(|field| (&*field.name, *fields));
            let tell = fields.find(|(field, of)| requires(of, field) && !names.contains(field));
            if let Some((tell, _)) = tell {
                return Err(format!(
                    "`{tell}` tells {other} and {name} apart: do not join them"
                ));
            }
        }
    }
    Ok(())
}
