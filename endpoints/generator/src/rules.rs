//! `rules.json`: limits that the sources state only in words, and rules of several members.

use std::collections::BTreeSet;

use serde::Deserialize;
use wechatpay_endpoints::facts::{Condition, Facts, Field, Limits, Operation, Type};

use crate::Result;

/// The file.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rules {
    members: Vec<Member>,
    conditions: Vec<Rule>,
    #[serde(rename = "left_out")]
    _left_out: Vec<LeftOut>,
}

/// The limits of a member.
#[derive(Clone, Deserialize)]
struct Member {
    /// The place in the request, such as `sub_orders[].out_trade_no`.
    at: String,
    #[serde(flatten)]
    limits: Limits,
    operations: Vec<String>,
    #[serde(rename = "sources")]
    _sources: Vec<String>,
}

/// A rule of several members of a request.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    condition: Condition,
    operations: Vec<String>,
    #[serde(rename = "sources")]
    _sources: Vec<String>,
}

/// A rule that no request can be checked against.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct LeftOut {
    #[serde(rename = "rule")]
    _rule: String,
    #[serde(rename = "why")]
    _why: String,
}

/// A schema, with its product.
type Schema = (String, String);

impl Rules {
    /// Adds the limits and the conditions to the types of the requests. An operation of `additions` takes the rules of
    /// the types that it has with others.
    pub(crate) fn apply(&self, facts: &mut Facts, additions: &BTreeSet<String>) -> Result<()> {
        for member in &self.members {
            let added = member.add(facts, additions);
            added.map_err(|error| format!("rules.json: `{}`: {error}", member.at))?;
        }
        for rule in &self.conditions {
            let added = rule.add(facts, additions);
            let place = rule.condition.pointer();
            added.map_err(|error| format!("rules.json: `{place}`: {error}"))?;
        }
        Ok(())
    }
}

impl Member {
    fn add(&self, facts: &mut Facts, additions: &BTreeSet<String>) -> Result<()> {
        if self.limits == Limits::default() {
            return Err("has no limit".into());
        }
        let path: Vec<_> = self.at.split('.').collect();
        let Some((name, objects)) = path.split_last() else {
            return Err("is no place".into());
        };
        let schemas = schemas(facts, &self.operations, additions, |facts, product, ty| {
            let objects = objects.iter().map(|name| name.trim_end_matches("[]"));
            inside(facts, product, ty, objects)
        })?;
        for (product, schema) in schemas {
            let types = facts.products.get_mut(&product);
            let fields = types.and_then(|types| types.schemas.get_mut(&schema));
            let mut fields = fields.into_iter().flatten();
            let field = fields.find(|field| field.name == *name);
            let field = field.ok_or_else(|| format!("`{schema}` has no such member"))?;
            if field.limits != Limits::default() {
                return Err(format!("`{schema}` has limits already").into());
            }
            field.limits = self.limits.clone();
        }
        Ok(())
    }
}

impl Rule {
    fn add(&self, facts: &mut Facts, additions: &BTreeSet<String>) -> Result<()> {
        let schemas = schemas(
            facts,
            &self.operations,
            additions,
            |_, _, ty| Ok(ty.clone()),
        )?;
        for (product, schema) in schemas {
            let ty = Type::Schema(schema.clone());
            for pointer in self.condition.pointers() {
                let names = pointer.split('/').skip(1).filter(|name| *name != "*");
                inside(facts, &product, &ty, names)?;
            }
            let types = facts.products.entry(product).or_default();
            let conditions = types.conditions.entry(schema).or_default();
            conditions.push(self.condition.clone());
        }
        Ok(())
    }
}

/// The schemas at a place in the requests of operations. No request of another operation may have one of them, except
/// those of additions.
fn schemas(
    facts: &Facts,
    operations: &[String],
    additions: &BTreeSet<String>,
    at: impl Fn(&Facts, &str, &Type) -> Result<Type>,
) -> Result<BTreeSet<Schema>> {
    let mut schemas = BTreeSet::new();
    for key in operations {
        let mut all = facts.operations.iter();
        let operation = all.find(|operation| operation.to_string() == *key);
        let operation = operation.ok_or_else(|| format!("no operation is {key}"))?;
        let request = operation.request.as_ref();
        let request = request.ok_or_else(|| format!("{key} has no request"))?;
        let ty = at(facts, &operation.product, request);
        let ty = ty.map_err(|error| format!("{key}: {error}"))?;
        let Type::Schema(name) = ty.innermost() else {
            return Err(format!("{key}: `{ty}` has no members").into());
        };
        schemas.insert((operation.product.clone(), name.clone()));
    }
    let mut others = facts.operations.iter();
    let other = others.find(|operation| {
        let key = operation.to_string();
        let is_listed = operations.contains(&key) || additions.contains(&key);
        !is_listed && sends_any(facts, operation, &schemas)
    });
    match other {
        Some(other) => Err(format!("{other} has the same type: list the operation too").into()),
        None => Ok(schemas),
    }
}

/// The type at the end of a way through objects and lists.
fn inside<'n>(
    facts: &Facts,
    product: &str,
    ty: &Type,
    mut names: impl Iterator<Item = &'n str>,
) -> Result<Type> {
    names.try_fold(ty.clone(), |ty, name| {
        let field = member(facts, product, &ty, name);
        let field = field.ok_or_else(|| format!("`{ty}` has no member `{name}`"))?;
        Ok(field.ty.clone())
    })
}

fn member<'f>(facts: &'f Facts, product: &str, ty: &Type, name: &str) -> Option<&'f Field> {
    let members = facts.members(product, ty.innermost())?;
    members.iter().find(|field| field.name == name)
}

/// Tests if a request holds an object of these schemas.
fn sends_any(facts: &Facts, operation: &Operation, schemas: &BTreeSet<Schema>) -> bool {
    let request = operation.request.iter();
    request
        .into_iter()
        .any(|ty| holds_any(facts, &operation.product, ty, schemas))
}

fn holds_any(facts: &Facts, product: &str, ty: &Type, schemas: &BTreeSet<Schema>) -> bool {
    let Type::Schema(name) = ty.innermost() else {
        return false;
    };
    let members = facts.members(product, ty.innermost()).unwrap_or_default();
    schemas.contains(&(product.to_owned(), name.clone()))
        || members
            .iter()
            .any(|field| holds_any(facts, product, &field.ty, schemas))
}
