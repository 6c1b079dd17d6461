//! Finds the member that a correction names.

use wechatpay_endpoints::facts::{Facts, Field, Location, Type, Types};

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
        let (product, root) = self.root(facts)?;
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

    pub(super) fn operation<'a>(
        &self,
        facts: &'a mut Facts,
    ) -> Result<&'a mut wechatpay_endpoints::facts::Operation> {
        let mut operations = facts.operations.iter_mut();
        let operation = operations.find(|operation| operation.to_string() == self.of);
        operation.ok_or_else(|| "no such operation".into())
    }

    /// The product and the type of the body or resource.
    fn root(&self, facts: &mut Facts) -> Result<(String, Type)> {
        if self.r#in == Place::Resource {
            let mut events = facts.events.iter();
            let event = events
                .find(|event| event.event_type == self.of)
                .ok_or("no such event")?;
            let resource = event.resource.clone().ok_or("the event has no resource")?;
            return Ok((WEBHOOKS.to_owned(), resource));
        }
        let operation = self.operation(facts)?;
        let ty = match self.r#in {
            Place::Request => operation.request.as_ref(),
            _ => operation.response_type(),
        };
        let ty = ty.ok_or("the operation has no such body")?.clone();
        Ok((operation.product.clone(), ty))
    }
}

/// Finds the schema that holds a member, such as `sub_orders[].amount.total`, by the schema of the whole.
pub(super) fn find<'a>(types: &'a mut Types, schema: &str, at: &'a str) -> Result<Found<'a>> {
    let mut schema = schema.to_owned();
    let mut name = at;
    while let Some((outer, inner)) = name.split_once('.') {
        let members = types.schemas.get(&schema).ok_or("no such schema")?;
        let outer = outer.trim_end_matches("[]");
        let mut members = members.iter();
        let member = members.find(|member| member.name == outer);
        schema = schema_of(&member.ok_or_else(|| format!("no member is `{outer}`"))?.ty)?;
        name = inner;
    }
    Ok(Found {
        types,
        schema,
        name: name.trim_end_matches("[]"),
    })
}

fn schema_of(ty: &Type) -> Result<String> {
    match ty.innermost() {
        Type::Schema(name) => Ok(name.clone()),
        ty => Err(format!("`{ty}` has no members").into()),
    }
}
