//! The gateway and the rules of the typed requests refuse the same values: those that the facts do not list.

use std::{collections::BTreeMap, slice};

use serde_json::{Map, Value, json};
use wechatpay_client::validation::{Check, ViolationKind};

use super::check;
use crate::{
    declare::{Module, modules},
    facts::{
        Facts, Operation, Type,
        gateway::sent::{Body, Sent},
    },
};

/// A member of a body, with the values that the facts list for it.
struct Listed {
    /// The names of the members.
    path: Vec<String>,
    /// The types of the members.
    types: Vec<Type>,
    values: Vec<Value>,
}

/// The code of one product.
struct Code(String);

impl Code {
    /// The type of the body of an operation.
    fn body(&self, operation: &Operation) -> &str {
        let attribute = format!("({} {:?}", operation.method, operation.path);
        let (_, method) = self.0.split_once(&attribute).unwrap();
        let (_, body) = method.split_once("body: &").unwrap();
        body.split([',', ')']).next().unwrap()
    }

    /// The arguments of the rule `member` or `within` for a member, after its name.
    fn rule(&self, ty: &str, rule: &str, name: &str) -> Option<&str> {
        let (_, rules) = self.0.split_once(&format!("rules! {{\n    {ty} {{\n"))?;
        let (rules, _) = rules.split_once("    }\n}")?;
        let start = format!("        {rule}({name:?}, ");
        let mut lines = rules.lines();
        lines.find_map(|line| line.strip_prefix(&*start)?.strip_suffix("),"))
    }

    /// The values that the rules of a body list for the member at a place.
    fn listed(&self, body: &str, path: &[String]) -> Option<Vec<Value>> {
        let (name, outer) = path.split_last()?;
        let mut ty = body;
        for name in outer {
            ty = self.rule(ty, "within", name)?.strip_suffix("::RULES")?;
        }
        let checks = self.rule(ty, "member", name)?;
        let (_, check) = checks.split_once("Listed")?;
        let (_, listed) = check.split_once('(')?;
        let (listed, _) = listed.split_once(')')?;
        match listed.strip_suffix("::TEXTS") {
            Some(name) => self.texts(name),
            None => serde_json::from_str(listed.strip_prefix('&')?).ok(),
        }
    }

    /// The texts of an enum.
    fn texts(&self, name: &str) -> Option<Vec<Value>> {
        let (_, variants) = self.0.split_once(&format!("    pub enum {name} {{\n"))?;
        let (variants, _) = variants.split_once("    }\n")?;
        let texts = variants.lines().map(|line| line.split('"').nth(1));
        texts.map(|text| Some(text?.into())).collect()
    }
}

/// The code of each product that has types.
fn codes(facts: &Facts) -> BTreeMap<String, Code> {
    let modules = modules(facts);
    let mut codes = BTreeMap::new();
    for family in &facts.families {
        for product in &family.products {
            let place = format!("{}/{}", family.name, product.module);
            let is_here = |module: &&Module| {
                let rest = module.path.strip_prefix(&*place);
                rest.is_some_and(|rest| rest.starts_with(['.', '/']))
            };
            let text = modules.iter().filter(is_here).map(|module| &*module.text);
            codes.insert(product.name.clone(), Code(text.collect()));
        }
    }
    codes
}

/// All members of a body with listed values.
fn listed(facts: &Facts, product: &str, ty: &Type, outer: &Listed, found: &mut Vec<Listed>) {
    for field in facts.members(product, ty).unwrap_or_default() {
        let mut inner = Listed {
            path: [&*outer.path, slice::from_ref(&field.name)].concat(),
            types: [&*outer.types, slice::from_ref(&field.ty)].concat(),
            values: Vec::new(),
        };
        match field.ty.innermost() {
            // No client sees into a ciphertext, or into a text that holds JSON.
            _ if field.sensitive || field.ty.to_string().contains("json<") => {}
            Type::Enum(name) => {
                inner
                    .values
                    .clone_from(&facts.products[product].enums[name].values);
                found.extend((!inner.values.is_empty()).then_some(inner));
            }
            ty => listed(facts, product, ty, &inner, found),
        }
    }
}

impl Listed {
    fn unlisted(&self) -> Value {
        let numbers = self.values.iter().filter_map(Value::as_i64);
        match numbers.max() {
            Some(most) => json!(most + 1),
            None => json!("UNLISTED_BY_ANYONE"),
        }
    }

    /// A body that has only this member.
    fn body(&self, value: Value) -> Map<String, Value> {
        let mut value = value;
        for (name, ty) in self.path.iter().zip(&self.types).rev() {
            let mut ty = ty;
            while let Type::Array(item) = ty {
                value = json!([value]);
                ty = item;
            }
            value = json!({ name: value });
        }
        value.as_object().unwrap().clone()
    }
}

/// The facts without required members and limits.
fn loosened(facts: &Facts) -> Facts {
    let mut facts = facts.clone();
    for operation in &mut facts.operations {
        operation.params.clear();
    }
    let products = facts.products.values_mut();
    for field in products
        .flat_map(|types| types.schemas.values_mut())
        .flatten()
    {
        field.required = false;
        field.alternatives.clear();
        field.limits = crate::facts::Limits::default();
    }
    facts
}

fn violation(listed: &[Value], value: &Value) -> Option<ViolationKind> {
    let texts: Vec<_> = listed.iter().filter_map(Value::as_str).collect();
    let numbers: Vec<_> = listed.iter().filter_map(Value::as_i64).collect();
    match texts.is_empty() {
        true => Check::ListedNumbers(&numbers).violation_of(value),
        false => Check::Listed(&texts).violation_of(value),
    }
}

#[test]
fn the_gateway_and_validate_refuse_every_value_that_is_not_listed() {
    let facts = crate::facts();
    let (codes, loosened) = (codes(facts), loosened(facts));
    let root = Listed {
        path: Vec::new(),
        types: Vec::new(),
        values: Vec::new(),
    };
    let mut numbers = 0;
    let mut texts = 0;
    for (operation, code) in facts.operations.iter().filter_map(|operation| {
        let code = codes.get(&operation.product)?;
        let is_typed = code
            .0
            .contains(&format!("({} {:?}", operation.method, operation.path));
        (is_typed && !operation.upload).then_some((operation, code))
    }) {
        let mut members = Vec::new();
        if let Some(ty) = &operation.request {
            listed(facts, &operation.product, ty, &root, &mut members);
        }
        for member in members {
            let place = format!("{operation}: {}", member.path.join("."));
            let unlisted = member.unlisted();
            let name = operation.to_string();
            let sent = |value: &Value| Sent {
                body: Body::Json(member.body(value.clone())),
                ..Sent::default()
            };
            let error = check(&loosened, &name, &sent(&unlisted)).unwrap_err();
            assert_eq!(
                error.detail()["issue"],
                "is unlisted: send a value that the documentation lists",
                "{place}"
            );
            let rule = code.listed(code.body(operation), &member.path);
            let rule = rule.unwrap_or_else(|| panic!("{place}: no rule"));
            assert_eq!(
                violation(&rule, &unlisted),
                Some(ViolationKind::Unlisted),
                "{place}"
            );
            for value in &member.values {
                assert_eq!(check(&loosened, &name, &sent(value)), Ok(()), "{place}");
                assert_eq!(violation(&rule, value), None, "{place}");
            }
            match unlisted.is_i64() {
                true => numbers += 1,
                false => texts += 1,
            }
        }
    }
    assert!(numbers > 50 && texts > 500, "{numbers} {texts}");
}
