//! The declared way of a call, and its faults in the source.

use syn::{
    Block, Expr, ImplItemFn, ItemFn, ItemMod,
    visit::{self, Visit},
};

use crate::source::{File, Source, is_for_tests};

/// The named functions from a generated method to hyper, each with the file that holds it. The last one
/// calls hyper's `send_request`.
pub const CALL: &[(&str, &str)] = &[
    ("call", "__private.rs"),
    ("execute", "client/mod.rs"),
    ("perform", "client/mod.rs"),
    ("run", "client/attempts.rs"),
    ("attempt", "client/mod.rs"),
    ("send", "transport/mod.rs"),
    ("exchange", "transport/mod.rs"),
];

const HYPER: (&str, &str) = ("send_request", "hyper");

/// The functions of a call that are not in their declared file, or that do not call the next one.
pub fn broken_call(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    let next = CALL.iter().skip(1).chain([&HYPER]);
    for ((function, name), (next, _)) in CALL.iter().zip(next) {
        let file = source.files.iter().find(|file| file.name == *name);
        let bodies = file.map(|file| bodies(file, function)).unwrap_or_default();
        if bodies.is_empty() {
            faults.push(format!("{name} has no function {function}"));
        } else if !bodies.iter().all(|body| calls(body, next)) {
            faults.push(format!("{function} of {name} does not call {next}"));
        }
    }
    faults
}

/// The bodies of all functions of this name, except in tests.
fn bodies<'f>(file: &'f File, function: &str) -> Vec<&'f Block> {
    struct Bodies<'f, 'n> {
        found: Vec<&'f Block>,
        function: &'n str,
    }

    impl<'f> Visit<'f> for Bodies<'f, '_> {
        fn visit_item_mod(&mut self, item: &'f ItemMod) {
            if !is_for_tests(&item.attrs) {
                visit::visit_item_mod(self, item);
            }
        }

        fn visit_item_fn(&mut self, item: &'f ItemFn) {
            if item.sig.ident == self.function && !is_for_tests(&item.attrs) {
                self.found.push(&item.block);
            }
        }

        fn visit_impl_item_fn(&mut self, item: &'f ImplItemFn) {
            if item.sig.ident == self.function && !is_for_tests(&item.attrs) {
                self.found.push(&item.block);
            }
        }
    }

    let found = Vec::new();
    let mut bodies = Bodies { found, function };
    file.items.iter().for_each(|item| bodies.visit_item(item));
    bodies.found
}

/// Tells whether a body calls a function or method of this name. Items inside the body do not count.
fn calls(body: &Block, function: &str) -> bool {
    struct Calls<'n> {
        function: &'n str,
        found: bool,
    }

    impl<'ast> Visit<'ast> for Calls<'_> {
        fn visit_item(&mut self, _: &'ast syn::Item) {}

        fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
            if let Expr::Path(path) = &*call.func {
                let last = path.path.segments.last();
                self.found |= last.is_some_and(|last| last.ident == self.function);
            }
            visit::visit_expr_call(self, call);
        }

        fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
            self.found |= call.method == self.function;
            visit::visit_expr_method_call(self, call);
        }
    }

    let found = false;
    let mut calls = Calls { function, found };
    calls.visit_block(body);
    calls.found
}
