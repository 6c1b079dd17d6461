//! Lists of the typed operations: the page `OPERATIONS.md`, and a test that calls each method by its name.

use std::{collections::BTreeMap, fmt::Write as _};

use wechatpay_endpoints::{
    declare::{EventResource, OneOf, TypedEvent},
    facts::{Facts, Family, Operation, Product, Trait, Type},
};

use crate::events::Events;

/// The page with every operation. `untyped` has the reasons why operations have no method, by `METHOD /path`.
pub(crate) fn page(facts: &Facts, events: &Events, untyped: &BTreeMap<String, String>) -> String {
    let without = without_method(facts);
    let (all, typed) = (
        facts.operations.len(),
        facts.operations.len() - without.len(),
    );
    let mut text = format!(
        "# Operations\n\n\
         All {all} operations: {typed} with a method, by family, and {} [without a method](#without-a-method). \
         A family is a feature and a module of `wechatpay-endpoints`. The generator writes this page.\n",
        without.len()
    );
    write_families(&mut text, facts);
    write_without_method(&mut text, &without, untyped);
    write_events(&mut text, events);
    text
}

fn write_families(text: &mut String, facts: &Facts) {
    for family in &facts.families {
        let _ = writeln!(text, "\n## {}: {}", family.name, family.label);
        for (product, declared) in traits(family) {
            let place = format!("{}::{}::{}", family.name, product.module, declared.name);
            let _ = writeln!(
                text,
                "\n### `{place}`: {}\n\n| method | operation | |\n|---|---|---|",
                declared.label
            );
            for operation in operations(facts, product, declared) {
                let Operation { name, label, .. } = operation;
                let label = label.replace('|', "\\|");
                let _ = writeln!(text, "| `{name}` | `{operation}` | {label} |");
            }
        }
    }
}

/// The operations that no trait has.
fn without_method(facts: &Facts) -> Vec<&Operation> {
    let families = facts.families.iter().flat_map(traits);
    let typed: Vec<_> = families
        .flat_map(|(product, declared)| operations(facts, product, declared))
        .map(ToString::to_string)
        .collect();
    let all = facts.operations.iter();
    all.filter(|operation| !typed.contains(&operation.to_string()))
        .collect()
}

fn write_without_method(
    text: &mut String,
    without: &[&Operation],
    untyped: &BTreeMap<String, String>,
) {
    text.push_str(
        "\n## Without a method\n\n\
         Declare a trait of your own: the generator prints one for `declare \"METHOD /path\"`, and the README says how \
         under \"My operation is missing\".\n\n\
         | operation | | why |\n|---|---|---|\n",
    );
    for operation in without {
        let why = untyped.get(&operation.to_string());
        let why = why.map_or("No trait in `families.json` names a method yet.", |why| {
            &**why
        });
        let label = operation.label.replace('|', "\\|");
        let _ = writeln!(text, "| `{operation}` | {label} | {why} |");
    }
}

fn write_events(text: &mut String, events: &Events) {
    text.push_str("\n## notifications: 回调通知\n\nThe variants of `notifications::Event`. A variant with several resources holds an enum of them: their members tell which, in this order.\n");
    for module in &events.modules {
        let _ = writeln!(
            text,
            "\n### {}\n\n| event type | variant | resource | |\n|---|---|---|---|",
            module.label
        );
        for event in &module.events {
            let TypedEvent {
                event_type,
                label,
                variant,
                ..
            } = event;
            let resources = resources(event).join(", ");
            let _ = writeln!(
                text,
                "| `{event_type}` | `{variant}` | {resources} | {label} |"
            );
        }
    }
}

/// The types of the resource of an event.
fn resources(event: &TypedEvent) -> Vec<String> {
    match &event.resource {
        EventResource::One(Type::Schema(name)) => vec![format!("`{name}`")],
        EventResource::OneOf(one_of) => {
            let resource = |one: &OneOf| format!("`{}({})`", one.variant, schema(&one.ty));
            one_of.iter().map(resource).collect()
        }
        _ => vec!["JSON".to_owned()],
    }
}

fn schema(ty: &Type) -> &str {
    match ty {
        Type::Schema(name) => name,
        _ => "",
    }
}

/// A test that names each method with all traits in scope: two methods of one name would be ambiguous.
pub(crate) fn test(facts: &Facts) -> String {
    let mut text = String::from(
        "//! Every method is found on a client with the traits of all families in scope.\n\
         //!\n\
         //! The generator writes this file.\n\n\
         #![cfg(feature = \"all\")]\n\
         #![allow(deprecated, reason = \"every method is named\")]\n\n\
         use wechatpay_client::Client;\n",
    );
    let mut uses = Vec::new();
    let mut calls = String::new();
    for family in &facts.families {
        for (product, declared) in traits(family) {
            uses.push(format!(
                "use wechatpay_endpoints::{}::{}::{} as _;\n",
                family.name, product.module, declared.name
            ));
            for operation in operations(facts, product, declared) {
                let _ = writeln!(calls, "    let _ = Client::{};", operation.name);
            }
        }
    }
    uses.sort();
    text.extend(uses);
    text + "\n#[test]\nfn every_method_is_found() {\n" + &calls + "}\n"
}

fn traits(family: &Family) -> impl Iterator<Item = (&Product, &Trait)> {
    let products = family.products.iter();
    products.flat_map(|product| {
        product
            .traits
            .iter()
            .map(move |declared| (product, declared))
    })
}

fn operations<'a>(
    facts: &'a Facts,
    product: &'a Product,
    declared: &'a Trait,
) -> impl Iterator<Item = &'a Operation> {
    declared.operations.iter().filter_map(move |name| {
        let mut operations = facts.operations.iter();
        operations.find(|operation| operation.product == product.name && operation.name == *name)
    })
}
