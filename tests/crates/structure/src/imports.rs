//! Imports between the modules at the crate's root, with names that `lib.rs` re-exports resolved.

use std::{
    collections::{BTreeMap, BTreeSet},
    iter,
};

use syn::Item;

use crate::{
    names::{Names, leaves},
    source::{File, Source, is_for_tests},
};

pub struct Graph {
    edges: BTreeSet<Edge>,
    modules: BTreeSet<String>,
    /// Imports whose modules cannot be told.
    faults: Vec<String>,
}

/// An import of one module by another, in `file`.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    pub from: String,
    pub to: String,
    pub file: String,
}

impl Graph {
    pub fn of(source: &Source) -> Self {
        let (exports, mut faults) = exports(source.root());
        faults.extend(source.files.iter().filter_map(compiled_tests));
        let files = source.files.iter().filter(|file| !file.is_test());
        let files: Vec<_> = files.filter(|file| !file.module.is_empty()).collect();
        let modules: BTreeSet<_> = files.iter().map(|file| file.top().to_owned()).collect();
        let mut edges = BTreeSet::new();
        for file in files {
            let names = Names::of(file);
            if names.whole_root {
                faults.push(format!(
                    "{} imports the whole root; import names",
                    file.name
                ));
            }
            for name in &names.found {
                // A re-export may name another one.
                let mut steps = iter::successors(Some(name), |name| exports.get(*name)).take(9);
                let to = steps.find(|name| modules.contains(*name));
                if let Some(to) = to.filter(|to| *to != file.top()) {
                    edges.insert(Edge {
                        from: file.top().to_owned(),
                        to: to.clone(),
                        file: file.name.clone(),
                    });
                }
            }
        }
        Self {
            edges,
            modules,
            faults,
        }
    }

    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    pub fn modules(&self) -> impl Iterator<Item = &str> {
        self.modules.iter().map(String::as_str)
    }

    pub fn edges(&self) -> impl Iterator<Item = &Edge> {
        self.edges.iter()
    }

    /// The largest set of modules that all reach each other.
    pub fn largest_circle(&self) -> Vec<&str> {
        let reached: BTreeMap<_, _> = self
            .modules()
            .map(|module| (module, self.reached(module)))
            .collect();
        let circles = self.modules().map(|module| {
            let of = |other: &&str| *other == module || reached[other].contains(module);
            let mut circle: Vec<_> = reached[module].iter().copied().filter(of).collect();
            if !circle.contains(&module) {
                circle.push(module);
            }
            circle
        });
        circles.max_by_key(Vec::len).unwrap_or_default()
    }

    fn reached(&self, module: &str) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut pending = vec![module];
        while let Some(module) = pending.pop() {
            for edge in self.edges().filter(|edge| edge.from == module) {
                if reached.insert(&*edge.to) {
                    pending.push(&edge.to);
                }
            }
        }
        reached
    }
}

/// The names that `lib.rs` re-exports, each with its module, and the items that hide a module.
fn exports(root: &File) -> (BTreeMap<String, String>, Vec<String>) {
    let mut exports = BTreeMap::new();
    let mut faults = Vec::new();
    for item in &root.items {
        match item {
            Item::Use(item) => {
                for leaf in leaves(&item.tree) {
                    let mut path = leaf.path.into_iter();
                    let module = path.find(|name| name != "crate" && name != "self");
                    if leaf.name == "*" {
                        faults.push("lib.rs re-exports `*`; name the exports".to_owned());
                    } else if let Some(module) = module {
                        exports.insert(leaf.name, module);
                    } else {
                        faults.push("lib.rs renames the root".to_owned());
                    }
                }
            }
            Item::Mod(item) if item.content.is_none() => {}
            _ => faults.push("lib.rs holds more than `mod name;` and `use`".to_owned()),
        }
    }
    (exports, faults)
}

/// A module `tests` without `#[cfg(test)]`, whose files the check would leave out.
fn compiled_tests(file: &File) -> Option<String> {
    let compiled = |item: &Item| match item {
        Item::Mod(item) => item.ident == "tests" && !is_for_tests(&item.attrs),
        _ => false,
    };
    let found = file.items.iter().any(compiled);
    found.then(|| format!("{} compiles `tests` without `#[cfg(test)]`", file.name))
}
