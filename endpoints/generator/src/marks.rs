//! Marks each member and parameter with the witnesses that have it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use wechatpay_endpoints::facts::{
    Facts, Field, Location, Operation, Parameter, Type, Types, Witness, Witnesses,
};

use crate::Result;

/// `witnesses.json`: the witnesses of each operation that has any, by `METHOD /path`.
#[derive(Deserialize)]
pub(crate) struct Marks {
    operations: BTreeMap<String, Marked>,
}

/// The witnesses of one operation.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Marked {
    seen: String,
    #[serde(default)]
    empty_response: String,
    /// By `query name`.
    #[serde(default)]
    params: BTreeMap<String, String>,
    /// By the paths of members, such as `sub_orders[].amount.total`.
    #[serde(default)]
    request: BTreeMap<String, String>,
    #[serde(default)]
    response: BTreeMap<String, String>,
}

/// `confirmed.json`: what `witnesses.json` does not know.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Confirmed {
    /// The witnesses of operations, by `METHOD /path`.
    operations: BTreeMap<String, String>,
    /// Parameters that an official page calls required.
    #[serde(default)]
    required: Vec<Required>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Required {
    of: String,
    r#in: Location,
    at: String,
    source: String,
}

impl Marks {
    /// Fails if an operation or a member with witnesses is no longer there.
    pub(crate) fn apply(&self, facts: &mut Facts) -> Result<()> {
        let mut known = BTreeSet::new();
        for operation in &mut facts.operations {
            let Some((key, marked)) = self.operations.get_key_value(&operation.to_string()) else {
                continue;
            };
            known.insert(key);
            let types = facts.products.entry(operation.product.clone()).or_default();
            let applied = marked.apply(operation, types);
            applied.map_err(|error| format!("witnesses.json: {operation}: {error}"))?;
        }
        match self.operations.keys().find(|key| !known.contains(key)) {
            Some(key) => Err(format!("witnesses.json: {key}: no such operation").into()),
            None => Ok(()),
        }
    }
}

impl Marked {
    fn apply(&self, operation: &mut Operation, types: &mut Types) -> Result<()> {
        operation.seen = witnesses(&self.seen)?;
        operation.empty_response = witnesses(&self.empty_response)?;
        for letters in self.request.values() {
            operation.has_request = operation.has_request.and(witnesses(letters)?);
        }
        let mut known = BTreeSet::new();
        for Parameter {
            location, field, ..
        } in &mut operation.params
        {
            let key = format!("{} {}", place(*location), field.name);
            if let Some(letters) = self.params.get(&key) {
                field.witnesses = witnesses(letters).map_err(|error| format!("{key}: {error}"))?;
                known.insert(key);
            }
        }
        if let Some(gone) = self.params.keys().find(|key| !known.contains(*key)) {
            return Err(format!("no parameter is `{gone}`").into());
        }
        mark_body(types, operation.request.as_ref(), &self.request)
            .map_err(|error| format!("request: {error}"))?;
        mark_body(types, operation.response_type(), &self.response)
            .map_err(|error| format!("response: {error}").into())
    }
}

impl Confirmed {
    pub(crate) fn apply(&self, facts: &mut Facts) -> Result<()> {
        let unknown = |of: &str| format!("confirmed.json: no operation is `{of}`");
        for (of, letters) in &self.operations {
            let mut operations = facts.operations.iter_mut();
            let operation = operations.find(|operation| operation.to_string() == *of);
            let seen = &mut operation.ok_or_else(|| unknown(of))?.seen;
            *seen = seen.and(witnesses(letters)?);
        }
        for Required {
            of,
            r#in,
            at,
            source,
        } in &self.required
        {
            let mut operations = facts.operations.iter_mut();
            let operation = operations.find(|operation| operation.to_string() == *of);
            let mut params = operation.ok_or_else(|| unknown(of))?.params.iter_mut();
            let parameter =
                params.find(|parameter| parameter.location == *r#in && parameter.field.name == *at);
            let parameter = parameter.filter(|_| !source.is_empty());
            let parameter = parameter
                .ok_or_else(|| format!("confirmed.json: `{at}` of {of}: no such parameter"))?;
            parameter.field.witnesses.add_word(Witness::Page, true);
        }
        Ok(())
    }
}

fn mark_body(
    types: &mut Types,
    ty: Option<&Type>,
    letters: &BTreeMap<String, String>,
) -> Result<()> {
    let mut marker = Marker {
        types,
        letters,
        marked: BTreeSet::new(),
    };
    if let Some(ty) = ty {
        marker.mark(ty, "")?;
    }
    match letters.keys().find(|at| !marker.marked.contains(*at)) {
        Some(gone) => Err(format!("no member is `{gone}`").into()),
        None => Ok(()),
    }
}

/// Marks the members of one body.
struct Marker<'a> {
    types: &'a mut Types,
    letters: &'a BTreeMap<String, String>,
    marked: BTreeSet<String>,
}

impl Marker<'_> {
    fn mark(&mut self, ty: &Type, at: &str) -> Result<()> {
        let Type::Schema(name) = ty.innermost() else {
            return Ok(());
        };
        let mut members = std::mem::take(self.types.schemas.entry(name.clone()).or_default());
        for member in &mut members {
            self.mark_member(member, at)?;
        }
        self.types.schemas.insert(name.clone(), members);
        Ok(())
    }

    fn mark_member(&mut self, member: &mut Field, at: &str) -> Result<()> {
        let path = format!("{at}{}", member.name);
        if let Some(letters) = self.letters.get(&path) {
            member.witnesses = witnesses(letters).map_err(|error| format!("`{path}`: {error}"))?;
            self.marked.insert(path.clone());
        }
        let list = if matches!(member.ty, Type::Array(_)) {
            "[]"
        } else {
            ""
        };
        self.mark(&member.ty, &format!("{path}{list}."))
    }
}

fn witnesses(letters: &str) -> Result<Witnesses> {
    Witnesses::parse(letters).ok_or_else(|| format!("`{letters}` names an unknown witness").into())
}

fn place(location: Location) -> &'static str {
    match location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        _ => "",
    }
}
