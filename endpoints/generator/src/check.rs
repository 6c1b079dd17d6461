//! Checks that the facts name only types that they have.

use wechatpay_endpoints::facts::{Facts, ResponseBody, Type};

use crate::{Result, names::twice, read::WEBHOOKS};

pub(crate) fn check(facts: &Facts) -> Result<()> {
    for operation in &facts.operations {
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
        if !event.one_of.is_empty() {
            let members: Vec<_> = event.one_of.iter().map(String::as_str).collect();
            check_one_of(&members).map_err(|error| format!("{}: {error}", event.event_type))?;
        }
        for member in &event.one_of {
            let (product, schema) = member.split_once(':').ok_or_else(|| {
                let event = &event.event_type;
                format!("{event}: the member `{member}` is no schema of a product: write `product:Schema`")
            })?;
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
                    return Err(format!(
                        "{}: `{name}` has no `{other}`, which `alternatives` names",
                        file(product)
                    )
                    .into());
                }
                if member.alternatives.contains(&member.name) {
                    let own = &member.name;
                    return Err(format!(
                        "{}: `{own}` of `{name}` is its own alternative: name another member",
                        file(product)
                    )
                    .into());
                }
            }
        }
    }
    Ok(())
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
    let file = file(product);
    Err(format!("{owner}: {file} has no `{ty}`: add the type, or name another").into())
}

/// Fails if the members of a `one_of` are fewer than two, or equal.
pub(crate) fn check_one_of(members: &[&str]) -> Result<()> {
    if members.len() < 2 {
        return Err(
            "`one_of` has fewer than two members: an event of one resource has no `one_of`".into(),
        );
    }
    match twice(members) {
        Some(name) => {
            Err(format!("the member `{name}` is there twice: remove one of the two").into())
        }
        None => Ok(()),
    }
}

/// The file of a product's types.
pub(crate) fn file(product: &str) -> String {
    match product {
        WEBHOOKS => "webhooks.json".to_owned(),
        product => format!("schemas/{product}.json"),
    }
}
