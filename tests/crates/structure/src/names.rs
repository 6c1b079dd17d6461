//! The names at the crate's root that a file uses: after `crate::`, or after as many `super::` as lead there.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Item, ItemExternCrate, ItemMod, ItemUse, UseTree,
    visit::{self, Visit},
};

use crate::source::{File, is_for_tests};

pub struct Names {
    pub found: BTreeSet<String>,
    /// The file imports the root itself, as `crate::*` or `crate as name`, which hides what it uses.
    pub whole_root: bool,
    /// The number of modules around the current item.
    depth: usize,
}

/// An imported path, and the name that it gets. The path of `a as b` ends in `self`, as `a::{self as b}` does.
pub struct Leaf {
    pub path: Vec<String>,
    pub name: String,
}

impl Names {
    /// The names that a file uses outside its tests.
    pub fn of(file: &File) -> Self {
        let mut names = Self {
            found: BTreeSet::new(),
            whole_root: false,
            depth: file.module.len(),
        };
        file.items.iter().for_each(|item| names.visit_item(item));
        names
    }

    /// Adds the name that follows the crate's root, if the path leads through the root.
    fn add(&mut self, path: &[String]) {
        let mut depth = self.depth;
        for (index, name) in path.iter().enumerate() {
            match &**name {
                "crate" => depth = 0,
                "super" => depth = depth.saturating_sub(1),
                "self" if index == 0 => {}
                _ if depth > 0 || index == 0 => return,
                "self" | "*" => {
                    self.whole_root = true;
                    return;
                }
                _ => {
                    self.found.insert(name.clone());
                    return;
                }
            }
        }
    }

    /// Adds the paths in the tokens of a macro, which are not parsed.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<_> = tokens.into_iter().collect();
        for (index, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Group(group) => self.add_tokens(group.stream()),
                TokenTree::Ident(_) => self.add(&path_at(&tokens[index..])),
                _ => {}
            }
        }
    }
}

impl<'ast> Visit<'ast> for Names {
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

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        self.depth += 1;
        visit::visit_item_mod(self, item);
        self.depth -= 1;
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        for leaf in leaves(&item.tree) {
            self.add(&leaf.path);
        }
    }

    fn visit_item_extern_crate(&mut self, item: &'ast ItemExternCrate) {
        self.whole_root |= item.ident == "self";
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string());
        self.add(&names.collect::<Vec<_>>());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.add_tokens(call.tokens.clone());
        visit::visit_macro(self, call);
    }

    fn visit_meta_list(&mut self, list: &'ast syn::MetaList) {
        self.add_tokens(list.tokens.clone());
    }
}

/// The path at the start of the tokens. A group after `::` may hold any name, so `*` stands for the group.
fn path_at(mut tokens: &[TokenTree]) -> Vec<String> {
    use TokenTree::{Ident, Punct};

    let mut path = Vec::new();
    loop {
        match tokens {
            [Ident(name), Punct(first), Punct(second), rest @ ..]
                if first.as_char() == ':' && second.as_char() == ':' =>
            {
                path.push(name.to_string());
                tokens = rest;
                continue;
            }
            [Ident(name), Ident(next), ..] if next == "as" => {
                path.extend([name.to_string(), "self".to_owned()]);
            }
            [Ident(name), ..] => path.push(name.to_string()),
            _ => path.push("*".to_owned()),
        }
        return path;
    }
}

pub fn leaves(tree: &UseTree) -> Vec<Leaf> {
    let (path, name) = match tree {
        UseTree::Path(path) => {
            let mut leaves = leaves(&path.tree);
            for leaf in &mut leaves {
                leaf.path.insert(0, path.ident.to_string());
            }
            return leaves;
        }
        UseTree::Group(group) => return group.items.iter().flat_map(leaves).collect(),
        UseTree::Name(name) => (vec![name.ident.to_string()], name.ident.to_string()),
        UseTree::Rename(name) => (
            vec![name.ident.to_string(), "self".to_owned()],
            name.rename.to_string(),
        ),
        UseTree::Glob(_) => (vec!["*".to_owned()], "*".to_owned()),
    };
    vec![Leaf { path, name }]
}
