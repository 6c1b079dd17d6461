//! Marks each member and parameter with the witnesses that have it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use wechatpay_endpoints::facts::{
    Facts, Field, Location, Operation, Parameter, Type, Types, Witness, Witnesses,
};

use crate::{Result, names::twice};

/// The witnesses that say nothing of `required`: the Java SDK and WeiXinMPSDK.
const SILENT: [char; 2] = ['J', 's'];

/// `witnesses.json`: the witnesses of each operation that has any, by `METHOD /path`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Marks {
    operations: BTreeMap<String, Marked>,
}

/// The witnesses of one operation.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Marked {
    seen: String,
    empty_response: Option<String>,
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
    /// Tests if an operation has witnesses.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.operations.contains_key(key)
    }

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
        operation.seen = who(&self.seen).map_err(|error| format!("seen: {error}"))?;
        if let Some(letters) = &self.empty_response {
            operation.empty_response =
                who(letters).map_err(|error| format!("empty_response: {error}"))?;
            self.check_empty(letters)?;
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
        for letters in self.request.values() {
            operation.has_request = operation.has_request.and(witnesses(letters)?);
        }
        mark_body(types, operation.response_type(), &self.response)
            .map_err(|error| format!("response: {error}"))?;
        self.check_seen()
    }

    /// Fails if a witness has a part of the operation, and not the operation.
    fn check_seen(&self) -> Result<()> {
        let empty = self.empty_response.as_deref().into_iter();
        let empty = empty.map(|letters| ("empty_response", letters));
        let fields = [&self.params, &self.request, &self.response];
        let fields = fields.into_iter().flatten();
        let fields = fields.map(|(at, letters)| (&**at, &**letters));
        for (at, letters) in empty.chain(fields) {
            let mut letters = has(letters).chars();
            if let Some(letter) = letters.find(|letter| !self.seen.contains(*letter)) {
                return Err(format!(
                    "`{at}` has `{letter}`, and `seen` has not: add the letter there"
                )
                .into());
            }
        }
        Ok(())
    }

    /// Fails if a witness of an empty response has members of the response.
    fn check_empty(&self, empty: &str) -> Result<()> {
        let is_witness = |letter| empty.contains(letter);
        let mut members = self.response.iter();
        match members.find(|(_, letters)| has(letters).chars().any(is_witness)) {
            Some((at, letters)) => Err(format!(
                "`empty_response` is `{empty}`, and `{at}` of the response `{letters}`: a witness has one of the two"
            )
            .into()),
            None => Ok(()),
        }
    }
}

impl Confirmed {
    pub(crate) fn apply(&self, facts: &mut Facts) -> Result<()> {
        for (of, letters) in &self.operations {
            let confirmed = find(facts, of).and_then(|operation| {
                operation.seen = operation.seen.and(who(letters)?);
                Ok(())
            });
            confirmed.map_err(|error| format!("confirmed.json: {of}: {error}"))?;
        }
        let keys = self.required.iter().map(Required::key);
        if let Some((of, _, at)) = twice(keys) {
            return Err(format!(
                "confirmed.json: {of}: `{at}` is there twice: remove one of the two"
            )
            .into());
        }
        for required in &self.required {
            let Required { of, at, .. } = required;
            let applied = required.apply(facts);
            applied.map_err(|error| format!("confirmed.json: {of}: `{at}`: {error}"))?;
        }
        Ok(())
    }
}

impl Required {
    fn key(&self) -> (&str, &str, &str) {
        (&self.of, place(self.r#in), &self.at)
    }

    fn apply(&self, facts: &mut Facts) -> Result<()> {
        let Self { of, at, source, .. } = self;
        let is_page = ["/doc/", "/docs/"]
            .iter()
            .any(|root| source.starts_with(root));
        if !is_page {
            return Err(format!(
                "the source `{source}` is no official page: write its path, such as `/doc/v3/merchant/4012556742`"
            )
            .into());
        }
        let mut params = find(facts, of)?.params.iter_mut();
        let parameter = params
            .find(|parameter| parameter.location == self.r#in && parameter.field.name == *at)
            .ok_or("no such parameter")?;
        parameter.field.witnesses.add_word(Witness::Page, true);
        Ok(())
    }
}

fn find<'a>(facts: &'a mut Facts, of: &str) -> Result<&'a mut Operation> {
    let mut operations = facts.operations.iter_mut();
    let operation = operations.find(|operation| operation.to_string() == of);
    operation.ok_or_else(|| "no such operation".into())
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

/// Reads the witnesses of a whole operation, which say nothing of `required`.
fn who(letters: &str) -> Result<Witnesses> {
    if letters.contains(['+', '-']) {
        return Err(format!("`{letters}` has signs: write only letters").into());
    }
    witnesses(letters)
}

/// Reads the witnesses of a member or parameter.
fn witnesses(letters: &str) -> Result<Witnesses> {
    let witnesses =
        Witnesses::parse(letters).ok_or_else(|| format!("`{letters}` names an unknown witness"))?;
    let has = has(letters);
    if has.is_empty() {
        return Err(
            format!("`{letters}` names no witness: write letters, or remove the entry").into(),
        );
    }
    let signed = letters.get(has.len()..).unwrap_or_default();
    let words = signed.split(['+', '-']).skip(1);
    if words.clone().any(str::is_empty) {
        return Err(format!("`{letters}` has a sign without letters: remove the sign").into());
    }
    let words: String = words.collect();
    let again = twice(has.chars()).or_else(|| twice(words.chars()));
    if let Some(letter) = again {
        return Err(format!(
            "`{letters}` names `{letter}` twice: write each letter once, and behind one sign"
        )
        .into());
    }
    if let Some(letter) = words.chars().find(|letter| SILENT.contains(letter)) {
        return Err(format!(
            "`{letters}`: `{letter}` says nothing of `required`: write it only before the signs"
        )
        .into());
    }
    match words.chars().find(|letter| !has.contains(*letter)) {
        Some(letter) => Err(format!(
            "`{letters}`: `{letter}` is only behind a sign: write it before the signs, too"
        )
        .into()),
        None => Ok(witnesses),
    }
}

/// The letters before the signs.
fn has(letters: &str) -> &str {
    letters.split(['+', '-']).next().unwrap_or_default()
}

fn place(location: Location) -> &'static str {
    match location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        _ => "",
    }
}
