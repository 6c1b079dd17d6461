//! Finds the member that a correction names.

use wechatpay_endpoints::facts::{Facts, Field, Location, Operation, Type, Types};

use super::{Correction, Place};
use crate::{Result, read::WEBHOOKS};

/// The members beside the one that a correction names, and that one's name.
pub(super) struct Found<'a> {
    pub(super) types: &'a mut Types,
    /// The name of the schema whose members they are.
    pub(super) schema: String,
    pub(super) name: &'a str,
}

impl Found<'_> {
    pub(super) fn members(&mut self) -> Result<&mut Vec<Field>> {
        let members = self.types.schemas.get_mut(&self.schema);
        members.ok_or_else(|| format!("no schema is `{}`", self.schema).into())
    }

    /// The named member.
    pub(super) fn member(&mut self) -> Result<&mut Field> {
        let name = self.name;
        let mut members = self.members()?.iter_mut();
        let member = members.find(|member| member.name == name);
        member.ok_or_else(|| "no such member".into())
    }
}

impl Correction {
    /// Finds the schema that holds the member of a body or a resource.
    pub(super) fn find<'a>(&'a self, facts: &'a mut Facts) -> Result<Found<'a>> {
        let (product, root) = root(facts, &self.of, self.r#in)?;
        let types = facts.products.get_mut(&product).ok_or("no such product")?;
        find(types, &schema_of(&root)?, &self.at)
    }

    /// The parameter outside the body.
    pub(super) fn parameter<'a>(
        &self,
        facts: &'a mut Facts,
        at: Location,
    ) -> Result<&'a mut Field> {
        let operation = self.operation(facts)?;
        let mut params = operation.params.iter_mut();
        let parameter =
            params.find(|parameter| parameter.location == at && parameter.field.name == self.at);
        Ok(&mut parameter.ok_or("no such parameter")?.field)
    }

    pub(super) fn operation<'a>(&self, facts: &'a mut Facts) -> Result<&'a mut Operation> {
        let mut operations = facts.operations.iter_mut();
        let operation = operations.find(|operation| operation.to_string() == self.of);
        operation.ok_or_else(|| "no such operation".into())
    }
}

/// Finds the schema that holds a member, such as `sub_orders[].amount.total`, by the schema of the whole.
pub(super) fn find<'a>(types: &'a mut Types, schema: &str, at: &'a str) -> Result<Found<'a>> {
    let (schema, name) = locate(types, schema, at)?;
    Ok(Found {
        types,
        schema,
        name,
    })
}

/// The member or the parameter that a proposal names.
pub(super) fn field<'a>(facts: &'a Facts, of: &str, place: Place, at: &str) -> Result<&'a Field> {
    let location = match place {
        Place::Path => Location::Path,
        Place::Query => Location::Query,
        Place::Header => Location::Header,
        _ => {
            let (product, root) = root(facts, of, place)?;
            let types = facts.products.get(&product).ok_or("no such product")?;
            let (schema, name) = locate(types, &schema_of(&root)?, at)?;
            let mut members = types.schemas.get(&schema).into_iter().flatten();
            let member = members.find(|member| member.name == name);
            return member.ok_or_else(|| "no such member".into());
        }
    };
    let mut params = operation(facts, of)?.params_in(location);
    let parameter = params.find(|parameter| parameter.name == at);
    parameter.ok_or_else(|| "no such parameter".into())
}

/// Tests if an operation or an event has this key.
pub(super) fn is_known(facts: &Facts, of: &str) -> bool {
    let is_event = |event: &wechatpay_endpoints::facts::Event| event.event_type == of;
    operation(facts, of).is_ok() || facts.events.iter().any(is_event)
}

fn operation<'a>(facts: &'a Facts, of: &str) -> Result<&'a Operation> {
    let mut operations = facts.operations.iter();
    let operation = operations.find(|operation| operation.to_string() == of);
    operation.ok_or_else(|| "no such operation".into())
}

/// The product and the type of the body or resource.
fn root(facts: &Facts, of: &str, place: Place) -> Result<(String, Type)> {
    if place == Place::Resource {
        let mut events = facts.events.iter();
        let event = events
            .find(|event| event.event_type == of)
            .ok_or("no such event")?;
        let resource = event.resource.clone().ok_or("the event has no resource")?;
        return Ok((WEBHOOKS.to_owned(), resource));
    }
    let operation = operation(facts, of)?;
    let ty = match place {
        Place::Request => operation.request.as_ref(),
        _ => operation.response_type(),
    };
    let ty = ty.ok_or("the operation has no such body")?.clone();
    Ok((operation.product.clone(), ty))
}

/// The name of the schema that holds a member, and the member's name.
fn locate<'a>(types: &Types, schema: &str, at: &'a str) -> Result<(String, &'a str)> {
    let mut schema = schema.to_owned();
    let mut name = at;
    while let Some((outer, inner)) = name.split_once('.') {
        let member = member(types, &schema, outer)?;
        let (outer, is_list) = without_list(outer);
        let member = member.ok_or_else(|| format!("no member is `{outer}`"))?;
        match (is_list, &member.ty) {
            (false, Type::Array(_)) => {
                return Err(format!("`{outer}` is a list: write `{outer}[]`").into());
            }
            _ => schema = schema_of(&member.ty)?,
        }
        name = inner;
    }
    member(types, &schema, name)?;
    Ok((schema, without_list(name).0))
}

/// The member of a schema, if it has one of this name. Fails if `[]` follows what is no list.
fn member<'a>(types: &'a Types, schema: &str, name: &str) -> Result<Option<&'a Field>> {
    let (name, is_list) = without_list(name);
    let mut members = types.schemas.get(schema).ok_or("no such schema")?.iter();
    let member = members.find(|member| member.name == name);
    match member {
        Some(member) if is_list && !matches!(member.ty, Type::Array(_)) => {
            Err(format!("`{name}` is no list: write `{name}` without `[]`").into())
        }
        member => Ok(member),
    }
}

/// The name without `[]`, and if `[]` followed.
fn without_list(name: &str) -> (&str, bool) {
    match name.strip_suffix("[]") {
        Some(name) => (name, true),
        None => (name, false),
    }
}

fn schema_of(ty: &Type) -> Result<String> {
    match ty.innermost() {
        Type::Schema(name) => Ok(name.clone()),
        ty => Err(format!("`{ty}` has no members").into()),
    }
}
