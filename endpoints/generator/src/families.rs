//! `families.json`: the families of products, their traits, and the names of methods and types.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use wechatpay_endpoints::facts::{self, Facts, ResponseBody, Type, Types};

use crate::{Result, copies, events::Webhooks, read::WEBHOOKS};

/// The file.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Families {
    families: Vec<Family>,
    /// The operations without types, each with the reason.
    pub(crate) untyped: BTreeMap<String, String>,
    /// The events of notifications.
    pub(crate) webhooks: Webhooks,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Family {
    name: String,
    label: String,
    products: Vec<Product>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Product {
    product: String,
    module: String,
    label: String,
    traits: Vec<Trait>,
    /// Better names of types, by the names of the facts.
    #[serde(default)]
    types: BTreeMap<String, String>,
    /// Types of their own for responses that are not those of other trade types, by the methods.
    #[serde(default)]
    responses: BTreeMap<String, String>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Trait {
    name: String,
    label: String,
    /// The name of each method, by the operation's name in the facts.
    methods: Methods,
}

/// Pairs in the order of the file.
#[derive(Clone)]
struct Methods(Vec<(String, String)>);

impl Families {
    /// Adds the families, and renames operations and types.
    pub(crate) fn apply(&self, facts: &mut Facts, additions: &BTreeSet<String>) -> Result<()> {
        self.name_operations(facts, additions)?;
        for product in self.products() {
            rename_types(facts, &product.product, &product.types)?;
        }
        Ok(())
    }

    /// Gives responses types of their own, once equal types are one.
    pub(crate) fn separate_responses(&self, facts: &mut Facts) -> Result<()> {
        for product in self.products() {
            for (method, name) in &product.responses {
                separate_response(facts, &product.product, method, name)
                    .map_err(|error| format!("families.json: {method}: {error}"))?;
            }
        }
        Ok(())
    }

    /// Adds the families, and gives each operation the name of its method. Every operation is in one trait, unless the
    /// operation is an addition or has no types.
    pub(crate) fn name_operations(
        &self,
        facts: &mut Facts,
        additions: &BTreeSet<String>,
    ) -> Result<()> {
        for product in self.products() {
            product.rename_operations(facts)?;
        }
        facts.families = self.families.iter().map(Family::to_facts).collect();
        self.check(facts, additions)
    }

    fn products(&self) -> impl Iterator<Item = &Product> {
        self.families.iter().flat_map(|family| &family.products)
    }

    fn check(&self, facts: &Facts, additions: &BTreeSet<String>) -> Result<()> {
        let pairs = self.products().flat_map(|product| {
            let methods = product.methods();
            methods.map(|(_, method)| (&*product.product, &**method))
        });
        let mut methods = BTreeSet::new();
        let mut known = BTreeSet::new();
        for (product, method) in pairs {
            if !methods.insert(method) {
                return Err(format!("families.json: two methods are `{method}`").into());
            }
            known.insert((product, method));
        }
        let mut operations = facts.operations.iter();
        let mut untyped: BTreeSet<_> = self.untyped.keys().cloned().collect();
        let missing = operations.find(|operation| {
            let is_typed = known.contains(&(&*operation.product, &*operation.name));
            let key = operation.to_string();
            !is_typed && !untyped.remove(&key) && !additions.contains(&key)
        });
        if let Some(operation) = missing {
            return Err(format!("families.json: no trait has {operation}").into());
        }
        match untyped.pop_first() {
            Some(unknown) => {
                Err(format!("families.json: no operation without types is {unknown}").into())
            }
            None => Ok(()),
        }
    }
}

impl Product {
    fn methods(&self) -> impl Iterator<Item = &(String, String)> {
        self.traits.iter().flat_map(|declared| &declared.methods.0)
    }

    fn rename_operations(&self, facts: &mut Facts) -> Result<()> {
        let mut methods: BTreeMap<_, _> = self.methods().cloned().collect();
        if methods.len() != self.methods().count() {
            return Err(format!(
                "families.json: {}: an operation is in two places",
                self.product
            )
            .into());
        }
        let operations = facts.operations.iter_mut();
        for operation in operations.filter(|operation| operation.product == self.product) {
            if let Some(method) = methods.remove(&operation.name) {
                operation.name = method;
            }
        }
        match methods.pop_first() {
            Some((unknown, _)) => Err(format!(
                "families.json: {} has no operation `{unknown}`",
                self.product
            )
            .into()),
            None => Ok(()),
        }
    }
}

/// Gives the response of a method a type of its own, which other methods may have, too.
fn separate_response(facts: &mut Facts, product: &str, method: &str, name: &str) -> Result<()> {
    let mut operations = facts.operations.iter_mut();
    let operation =
        operations.find(|operation| operation.product == product && operation.name == method);
    let operation = operation.ok_or_else(|| format!("{product} has no such method"))?;
    let bodies = operation.responses.iter_mut();
    let mut schemas = bodies.filter_map(|response| match &mut response.body {
        ResponseBody::Json(Type::Schema(schema)) => Some(schema),
        _ => None,
    });
    let schema = schemas.next().ok_or("its response is no object")?;
    let types = facts.products.entry(product.to_owned()).or_default();
    let members = types.schemas.get(schema).cloned().unwrap_or_default();
    let known = types.schemas.entry(name.to_owned());
    if *known.or_insert_with(|| members.clone()) != members {
        return Err(format!("another type is `{name}`").into());
    }
    name.clone_into(schema);
    Ok(())
}

/// Renames schemas and enums of a product.
pub(crate) fn rename_types(
    facts: &mut Facts,
    product: &str,
    names: &BTreeMap<String, String>,
) -> Result<()> {
    let Some(types) = facts.products.get_mut(product) else {
        return Err(format!("families.json: no product is `{product}`").into());
    };
    let known = |name: &String| types.schemas.contains_key(name) || types.enums.contains_key(name);
    if let Some(unknown) = names.keys().find(|name| !known(name)) {
        return Err(format!("families.json: {product} has no type `{unknown}`").into());
    }
    let names = &with_twins(types, names);
    let names = &rename_keys(types, names).map_err(|name| {
        let old = names.iter().find(|(_, new)| **new == name);
        let old = old.map_or("", |(old, _)| old);
        format!(
            "families.json: {product}: two types are `{name}`, as `{old}` is called here: choose another name for one"
        )
    })?;
    rename_uses(facts, product, names);
    Ok(())
}

/// Adds the types of responses that have the name of a type of requests: if that one is renamed, so are they.
fn with_twins(types: &Types, names: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut all = names.clone();
    for name in types.schemas.keys() {
        let of_request = name.strip_suffix(copies::RECEIVED);
        if let Some(new) = of_request.and_then(|name| names.get(name)) {
            let twin = all.entry(name.clone());
            twin.or_insert_with(|| format!("{new}{}", copies::RECEIVED));
        }
    }
    all
}

/// Replaces names of types of a product wherever a type is used.
pub(crate) fn rename_uses(facts: &mut Facts, product: &str, names: &BTreeMap<String, String>) {
    let types = facts.products.entry(product.to_owned()).or_default();
    let members = types.schemas.values_mut().flatten();
    members.for_each(|member| rename(&mut member.ty, names));
    for operation in &mut facts.operations {
        if operation.product != product {
            continue;
        }
        let params = operation.params.iter_mut();
        params.for_each(|parameter| rename(&mut parameter.field.ty, names));
        operation
            .request
            .iter_mut()
            .for_each(|ty| rename(ty, names));
        for response in &mut operation.responses {
            if let ResponseBody::Json(ty) = &mut response.body {
                rename(ty, names);
            }
        }
    }
    for event in &mut facts.events {
        if product == WEBHOOKS {
            event.resource.iter_mut().for_each(|ty| rename(ty, names));
        }
        for member in &mut event.one_of {
            if let Some((owner, schema)) = member.split_once(':')
                && owner == product
                && let Some(name) = names.get(schema)
            {
                *member = format!("{owner}:{name}");
            }
        }
    }
}

/// Renames the types themselves, and returns their names. Of two types with one name the second gets a mark: they are
/// united later. An error holds the name that a schema and an enum would have.
fn rename_keys(
    types: &mut Types,
    names: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, String> {
    let mut marked = names.clone();
    types.schemas = renamed(std::mem::take(&mut types.schemas), &mut marked);
    types.enums = renamed(std::mem::take(&mut types.enums), &mut marked);
    match types
        .schemas
        .keys()
        .find(|name| types.enums.contains_key(*name))
    {
        Some(name) => Err(name.clone()),
        None => Ok(marked),
    }
}

/// Renames types, first those that keep their name.
fn renamed<T>(
    types: BTreeMap<String, T>,
    names: &mut BTreeMap<String, String>,
) -> BTreeMap<String, T> {
    let (chosen, mut renamed): (BTreeMap<_, _>, BTreeMap<_, _>) = types
        .into_iter()
        .partition(|(name, _)| names.contains_key(name));
    for (name, ty) in chosen {
        let Some(new) = names.get_mut(&name) else {
            continue;
        };
        if renamed.contains_key(new) {
            *new = copies::fresh(&renamed, new);
        }
        renamed.insert(new.clone(), ty);
    }
    renamed
}

fn rename(ty: &mut Type, names: &BTreeMap<String, String>) {
    if let Type::Schema(name) | Type::Enum(name) = ty.innermost_mut()
        && let Some(new) = names.get(name)
    {
        new.clone_into(name);
    }
}

impl Family {
    fn to_facts(&self) -> facts::Family {
        let mut family = facts::Family::new(&self.name, &self.label);
        family.products = self.products.iter().map(Product::to_facts).collect();
        family
    }
}

impl Product {
    fn to_facts(&self) -> facts::Product {
        let mut product = facts::Product::new(&self.product, &self.module, &self.label);
        product.traits = self.traits.iter().map(Trait::to_facts).collect();
        product
    }
}

impl Trait {
    fn to_facts(&self) -> facts::Trait {
        let operations = self.methods.0.iter().map(|(_, method)| method.clone());
        facts::Trait::new(&self.name, &self.label, operations.collect())
    }
}

impl<'de> Deserialize<'de> for Methods {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Pairs)
    }
}

struct Pairs;

impl<'de> Visitor<'de> for Pairs {
    type Value = Methods;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the names of methods by those of operations")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Methods, M::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Methods(pairs))
    }
}
