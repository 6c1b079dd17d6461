//! Imports between the modules at the crate's root, with names that `lib.rs` re-exports resolved.

use std::collections::{BTreeMap, BTreeSet};

use syn::{
    Item, ItemUse, UseTree,
    visit::{self, Visit},
};

use crate::source::{File, Source, is_for_tests};

pub struct Graph {
    edges: BTreeSet<Edge>,
    modules: BTreeSet<String>,
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
        let exports = exports(source.root());
        let files = || source.files.iter().filter(|file| !file.is_test());
        let modules: BTreeSet<_> = files()
            .filter(|file| !file.module.is_empty())
            .map(|file| file.top().to_owned())
            .collect();
        let mut edges = BTreeSet::new();
        for file in files().filter(|file| !file.module.is_empty()) {
            for name in names(file) {
                let to = exports.get(&name).unwrap_or(&name);
                if modules.contains(to) && to != file.top() {
                    edges.insert(Edge {
                        from: file.top().to_owned(),
                        to: to.clone(),
                        file: file.name.clone(),
                    });
                }
            }
        }
        Self { edges, modules }
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

/// The names that `lib.rs` re-exports, each with its module.
fn exports(root: &File) -> BTreeMap<String, String> {
    let mut exports = BTreeMap::new();
    for item in &root.items {
        if let Item::Use(ItemUse {
            tree: UseTree::Path(path),
            ..
        }) = item
        {
            let mut names = Vec::new();
            last_names(&path.tree, &mut names);
            let module = path.ident.to_string();
            exports.extend(names.into_iter().map(|name| (name, module.clone())));
        }
    }
    exports
}

fn last_names(tree: &UseTree, names: &mut Vec<String>) {
    match tree {
        UseTree::Path(path) => last_names(&path.tree, names),
        UseTree::Group(group) => group.items.iter().for_each(|tree| last_names(tree, names)),
        UseTree::Name(name) => names.push(name.ident.to_string()),
        UseTree::Rename(rename) => names.push(rename.rename.to_string()),
        UseTree::Glob(_) => {}
    }
}

/// The names after `crate::` in a file, except in its tests.
fn names(file: &File) -> BTreeSet<String> {
    struct Names<'f> {
        found: BTreeSet<String>,
        file: &'f File,
    }

    impl Names<'_> {
        fn first(&mut self, tree: &UseTree) {
            match tree {
                UseTree::Path(path) => drop(self.found.insert(path.ident.to_string())),
                UseTree::Name(name) => drop(self.found.insert(name.ident.to_string())),
                UseTree::Rename(name) => drop(self.found.insert(name.ident.to_string())),
                UseTree::Group(group) => group.items.iter().for_each(|tree| self.first(tree)),
                UseTree::Glob(_) => {}
            }
        }

        /// Finds `crate`, or as many `super` as lead from the file to the crate's root.
        fn find_root(&mut self, tree: &UseTree, depth: usize) {
            let UseTree::Path(path) = tree else { return };
            if path.ident == "crate" || (path.ident == "super" && depth == 1) {
                self.first(&path.tree);
            } else if path.ident == "super" {
                self.find_root(&path.tree, depth - 1);
            }
        }
    }

    impl<'ast> Visit<'ast> for Names<'_> {
        fn visit_item(&mut self, item: &'ast Item) {
            let attributes = match item {
                Item::Mod(item) => &item.attrs,
                Item::Fn(item) => &item.attrs,
                Item::Impl(item) => &item.attrs,
                Item::Use(item) => &item.attrs,
                _ => return visit::visit_item(self, item),
            };
            if !is_for_tests(attributes) {
                visit::visit_item(self, item);
            }
        }

        fn visit_item_use(&mut self, item: &'ast ItemUse) {
            self.find_root(&item.tree, self.file.module.len());
        }

        fn visit_path(&mut self, path: &'ast syn::Path) {
            let mut segments = path.segments.iter();
            if segments.next().is_some_and(|first| first.ident == "crate") {
                let name = segments.next().map(|name| name.ident.to_string());
                self.found.extend(name);
            }
            visit::visit_path(self, path);
        }
    }

    let mut names = Names {
        found: BTreeSet::new(),
        file,
    };
    file.items.iter().for_each(|item| names.visit_item(item));
    names.found
}
