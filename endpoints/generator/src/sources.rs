//! Checks the types as the sources state them: the later steps copy them, and rely on their names.

use std::collections::{BTreeMap, BTreeSet};

use wechatpay_endpoints::facts::{Enum, Facts, Field, ResponseBody, Type, Types};

use crate::{
    Result,
    check::file,
    names::{is_pascal_case, twice},
    read::WEBHOOKS,
};

/// Fails if a product has types that are malformed, unused, or hold themselves.
pub(crate) fn check(facts: &Facts) -> Result<()> {
    let mut roots: BTreeMap<&str, Vec<&Type>> = BTreeMap::new();
    let mut forms = BTreeSet::new();
    for operation in &facts.operations {
        let product = &*operation.product;
        let used = roots.entry(product).or_default();
        used.extend(operation.params.iter().map(|parameter| &parameter.field.ty));
        used.extend(&operation.request);
        for response in &operation.responses {
            if let ResponseBody::Json(ty) = &response.body {
                used.push(ty);
            }
        }
        if let (true, Some(Type::Schema(form))) = (operation.upload, &operation.request) {
            forms.insert((product, &**form));
        }
    }
    let resources = facts
        .events
        .iter()
        .filter_map(|event| event.resource.as_ref());
    roots.entry(WEBHOOKS).or_default().extend(resources);
    for (product, types) in &facts.products {
        let roots = roots.remove(&**product).unwrap_or_default();
        let is_form = |name: &str| forms.contains(&(&**product, name));
        check_product(types, &roots, is_form)
            .map_err(|error| format!("{}: {error}", file(product)))?;
    }
    Ok(())
}

/// Fails if an enum has no values, values of another type, or a value twice.
pub(crate) fn check_values(Enum { ty, values, .. }: &Enum) -> Result<()> {
    if values.is_empty() {
        return Err("`values` is empty".into());
    }
    let is_valid = |value: &&serde_json::Value| match ty {
        Type::String => value.is_string(),
        Type::Int => value.is_i64(),
        Type::Bool => value.is_boolean(),
        _ => false,
    };
    if let Some(value) = values.iter().find(|value| !is_valid(value)) {
        return Err(format!("the value {value} is no `{ty}`").into());
    }
    match twice(values) {
        Some(value) => Err(format!("the value {value} is there twice").into()),
        None => Ok(()),
    }
}

fn check_product(types: &Types, roots: &[&Type], is_form: impl Fn(&str) -> bool) -> Result<()> {
    for (name, members) in &types.schemas {
        check_members(members, is_form(name))
            .map_err(|error| format!("the schema `{name}`: {error}"))?;
    }
    for (name, values) in &types.enums {
        check_values(values).map_err(|error| format!("the enum `{name}`: {error}"))?;
    }
    let mut names = types.schemas.keys().chain(types.enums.keys());
    if let Some(name) = names.find(|name| !is_pascal_case(name)) {
        return Err(format!("the name `{name}` is not in PascalCase").into());
    }
    let mut uses = Uses {
        types,
        used: BTreeSet::new(),
    };
    for root in roots {
        uses.visit(root, &mut Vec::new())?;
    }
    let schemas = types.schemas.keys().map(|name| ("schema", name));
    let mut names = schemas.chain(types.enums.keys().map(|name| ("enum", name)));
    match names.find(|name| !uses.used.contains(name)) {
        Some((kind, name)) => {
            Err(format!("no operation or event uses the {kind} `{name}`: remove it").into())
        }
        None => Ok(()),
    }
}

fn check_members(members: &[Field], is_form: bool) -> Result<()> {
    let is_letter = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'_';
    for Field { name, ty, .. } in members {
        if name.is_empty() || !name.bytes().all(is_letter) {
            return Err(format!("the name `{name}` is not well-formed").into());
        }
        if *ty.innermost() == Type::File && !(is_form && *ty == Type::File) {
            return Err(
                format!("`{name}` is a `file`: only the form of an upload has files").into(),
            );
        }
    }
    match twice(members.iter().map(|member| &*member.name)) {
        Some(name) => Err(format!("the member `{name}` is there twice").into()),
        None => Ok(()),
    }
}

/// The schemas and enums of a product that its operations and events use.
struct Uses<'a> {
    types: &'a Types,
    used: BTreeSet<(&'static str, &'a String)>,
}

impl<'a> Uses<'a> {
    /// Visits a type inside the schemas `outer`.
    fn visit(&mut self, ty: &'a Type, outer: &mut Vec<&'a str>) -> Result<()> {
        match ty.innermost() {
            Type::Enum(name) => drop(self.used.insert(("enum", name))),
            Type::Schema(name) => {
                outer.push(name);
                if outer.iter().filter(|known| *known == name).count() > 1 {
                    return Err(format!(
                        "the schema `{name}` holds itself, by `{}`: write `object` for the inner one",
                        outer.join("` > `")
                    )
                    .into());
                }
                if self.used.insert(("schema", name)) {
                    for member in self.types.schemas.get(name).into_iter().flatten() {
                        self.visit(&member.ty, outer)?;
                    }
                }
                outer.pop();
            }
            _ => {}
        }
        Ok(())
    }
}
