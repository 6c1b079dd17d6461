//! Writes the test that calls every typed operation with its example.

use std::fmt::Write as _;

use wechatpay_endpoints::{
    declare::{Calls, Module},
    facts::{Facts, Family, Product},
};

use crate::Result;

/// The modules of the calls: one for each product. Their paths are below the folder of the test.
pub(crate) fn modules(facts: &Facts) -> Result<Vec<Module>> {
    let mut modules = Vec::new();
    let mut families: Vec<_> = facts.families.iter().collect();
    families.sort_by(|a, b| a.name.cmp(&b.name));
    for family in &families {
        for product in &family.products {
            let path = format!("calls/{}/{}.rs", family.name, product.module);
            let text = of_product(facts, family, product)?;
            modules.push(Module::new(path, text));
        }
        let path = format!("calls/{}/mod.rs", family.name);
        modules.push(Module::new(path, of_family(family)));
    }
    modules.push(Module::new("calls/mod.rs".to_owned(), index(&families)));
    Ok(modules)
}

/// The list of all calls.
fn index(families: &[&Family]) -> String {
    let mut text = String::from("//! A call of every typed operation, by its family.\n\n");
    for family in families {
        let _ = writeln!(text, "#[cfg(feature = {0:?})]\nmod {0};", family.name);
    }
    text += "\nfamilies! {\n";
    for family in families {
        let _ = writeln!(text, "    {0:?} => {0},", family.name);
    }
    text + "}\n"
}

fn of_family(family: &Family) -> String {
    let mut names: Vec<_> = family
        .products
        .iter()
        .map(|product| &product.module)
        .collect();
    names.sort();
    let mut text = format!("//! {}.\n\n", family.label);
    for name in &names {
        let _ = writeln!(text, "mod {name};");
    }
    text += "\nproducts! {\n";
    for name in &names {
        let _ = writeln!(text, "    {name},");
    }
    text + "}\n"
}

fn of_product(facts: &Facts, family: &Family, product: &Product) -> Result<String> {
    let calls = Calls::new(facts, product);
    let mut functions = String::new();
    let mut list = String::new();
    let names = product
        .traits
        .iter()
        .flat_map(|declared| &declared.operations);
    for name in names {
        let mut operations = facts.operations.iter();
        let operation = operations
            .find(|operation| operation.product == product.name && operation.name == *name)
            .ok_or_else(|| format!("{}: no operation `{name}`", product.name))?;
        let key = operation.to_string();
        let example = facts.example(operation);
        let example = example.ok_or_else(|| format!("{key}: no example"))?;
        let call = calls
            .call(operation, example, ";")
            .map_err(|misfit| format!("{key}: {misfit}"))?;
        let method = &call.method;
        let end = if operation.responds_with_file() {
            "file(response).await"
        } else {
            "json(response)"
        };
        let mut head = format!("async fn {method}(client: &Client) -> Result<Value> {{");
        if head.len() > 100 {
            head = format!("async fn {method}(\n    client: &Client,\n) -> Result<Value> {{");
        }
        let _ = write!(functions, "\n{head}\n{}    {end}\n}}\n", call.lines);
        let _ = writeln!(list, "    {key:?} => {method},");
    }
    Ok(format!(
        "//! {}.\n\nuse wechatpay_endpoints::{}::{}::*;\n\nuse crate::operation::*;\n\n\
         operations! {{\n{list}}}\n{functions}",
        product.label, family.name, product.module
    ))
}
