//! Checks that the facts agree: they name only types that they have, and parameters that witnesses confirm are required.

use wechatpay_endpoints::facts::{Facts, Field, Operation, ResponseBody, Type};

use crate::{Result, read::WEBHOOKS};

pub(crate) fn check(facts: &Facts) -> Result<()> {
    for operation in &facts.operations {
        check_required(operation)?;
        let responses = operation
            .responses
            .iter()
            .filter_map(|response| match &response.body {
                ResponseBody::Json(ty) => Some(ty),
                _ => None,
            });
        let params = operation.params.iter().map(|parameter| &parameter.field.ty);
        for ty in params.chain(&operation.request).chain(responses) {
            check_type(facts, &operation.product, ty, &operation.to_string())?;
        }
    }
    for event in &facts.events {
        for member in &event.one_of {
            let (product, schema) = member.split_once(':').unwrap_or_default();
            check_type(
                facts,
                product,
                &Type::Schema(schema.to_owned()),
                &event.event_type,
            )?;
        }
        if let Some(ty) = &event.resource {
            check_type(facts, WEBHOOKS, ty, &event.event_type)?;
        }
    }
    for (product, types) in &facts.products {
        for (name, members) in &types.schemas {
            for member in members {
                check_type(facts, product, &member.ty, name)?;
                let has = |other: &String| members.iter().any(|member| member.name == *other);
                if let Some(other) = member.alternatives.iter().find(|other| !has(other)) {
                    return Err(format!("{product}: `{name}` has no `{other}`").into());
                }
            }
        }
    }
    Ok(())
}

/// The macro demands what is confirmed, so the facts must call the parameter required, too.
fn check_required(operation: &Operation) -> Result<()> {
    let mut fields = operation.params.iter().map(|parameter| &parameter.field);
    let is_denied = |field: &&Field| !field.required && field.witnesses.confirm_required();
    match fields.find(is_denied) {
        Some(Field { name, .. }) => Err(format!(
            "{operation}: `{name}` is optional, and its witnesses confirm that it is required: add a correction"
        )
        .into()),
        None => Ok(()),
    }
}

fn check_type(facts: &Facts, product: &str, ty: &Type, owner: &str) -> Result<()> {
    let types = facts.products.get(product);
    let is_known = match ty.innermost() {
        Type::Schema(name) => types.is_some_and(|types| types.schemas.contains_key(name)),
        Type::Enum(name) => types.is_some_and(|types| types.enums.contains_key(name)),
        _ => true,
    };
    if is_known {
        return Ok(());
    }
    Err(format!("{owner}: the product `{product}` has no `{ty}`").into())
}

#[cfg(test)]
mod tests {
    use wechatpay_endpoints::facts::Witness;

    use super::*;

    #[test]
    fn a_confirmed_parameter_is_required() {
        let mut facts = crate::tests::facts();
        check(&facts).unwrap();
        let channel = &mut facts.operations[0].params[0].field;
        channel.witnesses.add_word(Witness::Go, true);
        assert_eq!(
            check(&facts).unwrap_err().to_string(),
            "POST /v3/refunds: `channel_id` is optional, and its witnesses confirm that it is required: add a correction"
        );
        facts.operations[0].params[0].field.required = true;
        check(&facts).unwrap();
    }
}
