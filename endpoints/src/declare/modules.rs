//! The modules of this crate: the traits of each product, with their types.

use std::collections::BTreeSet;

use super::{
    Style, code::Code, docs, method, names, orders, rules, shapes::Shapes, structs, words,
    write_imports,
};
use crate::facts::{Facts, Family, Operation, Product, Trait};

/// A file of this crate.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Module {
    /// The path below `src/`.
    pub path: String,
    /// The text, formatted as rustfmt does.
    pub text: String,
}

impl Module {
    /// A file with a text.
    #[must_use]
    pub const fn new(path: String, text: String) -> Self {
        Self { path, text }
    }
}

/// The modules of all families: a file for each product with one trait, or a folder with a file for each trait.
///
/// A type stands in the file of the first trait that uses it.
#[must_use]
pub fn modules(facts: &Facts) -> Vec<Module> {
    let families = facts.families.iter();
    families
        .flat_map(|family| of_family(facts, family))
        .collect()
}

fn of_family(facts: &Facts, family: &Family) -> Vec<Module> {
    let mut text = header(&family.label);
    let mut products: Vec<_> = family.products.iter().collect();
    products.sort_by(|a, b| a.module.cmp(&b.module));
    for product in &products {
        text += &format!("pub mod {};\n", product.module);
    }
    let mut modules = vec![Module {
        path: format!("{}/mod.rs", family.name),
        text,
    }];
    for product in products {
        let folder = format!("{}/{}", family.name, product.module);
        modules.extend(of_product(facts, product, &folder));
    }
    modules
}

/// A trait with the types that it is the first to use.
pub(super) struct Part {
    /// The name of the file.
    pub(super) name: String,
    pub(super) code: Code,
    pub(super) types: BTreeSet<String>,
}

fn of_product(facts: &Facts, product: &Product, folder: &str) -> Vec<Module> {
    let parts = parts(facts, product);
    if let [part] = &*parts {
        return vec![Module {
            path: format!("{folder}.rs"),
            text: file(part, parts.iter(), &product.label),
        }];
    }
    let mut names: Vec<_> = parts.iter().map(|part| &*part.name).collect();
    names.sort_unstable();
    let index = index(&product.label, &names);
    let files = parts.iter().zip(&product.traits);
    let files = files.map(|(part, declared)| Module {
        path: format!("{folder}/{}.rs", part.name),
        text: file(part, parts.iter(), &declared.label),
    });
    let mut modules = vec![Module {
        path: format!("{folder}/mod.rs"),
        text: index,
    }];
    modules.extend(files);
    modules
}

/// The code of a trait, and the numbers of structs and enums up to the end of the trait.
type TraitCode = (Code, (usize, usize));

/// The types of all traits, and the code of each trait.
pub(super) fn traits<'a>(facts: &'a Facts, product: &'a Product) -> (Shapes<'a>, Vec<TraitCode>) {
    let mut shapes = Shapes::new(facts, &product.name, Style::Crate);
    // A trait keeps its name: the types give way.
    let names = product.traits.iter().map(|declared| &declared.name);
    names.for_each(|name| drop(shapes.add_trait(name)));
    let traits = product.traits.iter().map(|declared| {
        let code = write_trait(facts, product, declared, &mut shapes);
        (code, (shapes.all.len(), shapes.enums.len()))
    });
    let traits = traits.collect();
    (shapes, traits)
}

fn parts(facts: &Facts, product: &Product) -> Vec<Part> {
    let (shapes, traits) = traits(facts, product);
    let structs: Vec<_> = shapes.structs().collect();
    let implementations = orders::implementations(facts, &product.name, &shapes, &structs);
    let mut start = (0, 0);
    let mut parts = Vec::new();
    for ((mut code, end), declared) in traits.into_iter().zip(&product.traits) {
        let structs = structs.get(start.0..end.0).unwrap_or_default();
        let enums = shapes.enums.get(start.1..end.1).unwrap_or_default();
        let written = shapes.all.get(start.0..end.0).unwrap_or_default();
        for (declared, shape) in structs.iter().zip(written) {
            structs::write(&mut code, declared);
            rules::write(&mut code, &shapes, shape);
            let implementations = implementations.get(&declared.name);
            implementations
                .into_iter()
                .for_each(|text| code.push_str(text));
        }
        enums.iter().for_each(|listed| listed.write(&mut code));
        let names = structs.iter().map(|declared| &declared.name);
        let names = names.chain(enums.iter().map(|listed| &listed.name));
        // A file may not be called like its folder.
        let mut name = names::words(&declared.name);
        if name == product.module {
            name = "operations".to_owned();
        }
        parts.push(Part {
            name,
            types: names.cloned().collect(),
            code,
        });
        start = end;
    }
    parts
}

fn write_trait<'a>(
    facts: &'a Facts,
    product: &Product,
    declared: &Trait,
    shapes: &mut Shapes<'a>,
) -> Code {
    let mut code = Code::new(0);
    code.push_str("\n");
    docs::write_paragraphs(&mut code, "", &[docs::escaped(&declared.label)]);
    code.push_str(&format!(
        "#[wechatpay_api(defaults)]\npub trait {} {{\n",
        declared.name
    ));
    let is_here = |name: &str| {
        let here = move |operation: &&Operation| {
            operation.product == product.name && operation.name == name
        };
        facts.operations.iter().find(here)
    };
    let operations = declared.operations.iter();
    for (index, operation) in operations.filter_map(|name| is_here(name)).enumerate() {
        if index > 0 {
            code.push_str("\n");
        }
        method::write_method(&mut code, operation, &declared.name, shapes);
    }
    code.push_str("}\n");
    code
}

/// The file of a folder whose other files hold everything.
pub(super) fn index(label: &str, names: &[&str]) -> String {
    let mut index = header(label);
    for name in names {
        index += &format!("mod {name};\n");
    }
    index.push('\n');
    for name in names {
        index += &format!("pub use {name}::*;\n");
    }
    index
}

/// The text of a file, with its imports from other crates and from the files beside it.
pub(super) fn file<'a>(part: &Part, all: impl Iterator<Item = &'a Part>, label: &str) -> String {
    let code = part.code.as_str();
    let mut text = Code::new(0);
    text.push_str(&header(label));
    write_imports(&mut text, code, Style::Crate);
    let used = words(code);
    let others = all.filter(|other| other.name != part.name);
    let others: BTreeSet<_> = others
        .flat_map(|other| other.types.iter())
        .map(String::as_str)
        .filter(|name| used.contains(name))
        .collect();
    let others: Vec<_> = others.into_iter().collect();
    let macros = [
        ("crate::notifications::decode", ["one_of"].as_slice()),
        ("crate::open_enum", &["open_enum", "parameter_enum"]),
        ("crate::rules", &["rules"]),
    ];
    let is_used = |name: &&str| used.contains(name);
    let macros = macros.map(|(path, names)| {
        let names: Vec<_> = names.iter().copied().filter(is_used).collect();
        (path, names)
    });
    if macros.iter().any(|(_, names)| !names.is_empty()) || !others.is_empty() {
        text.push_str("\n");
    }
    text.write_use("super", &others);
    for (path, names) in &macros {
        text.write_use(path, names);
    }
    text.push_str(code);
    text.into_string()
}

fn header(label: &str) -> String {
    format!("//! {}.\n\n", docs::escaped(label))
}
