//! Syntax that is newer than the Rust version that the published crates state.

use syn::{
    BinOp, Expr, ExprBinary, PatGuard,
    spanned::Spanned,
    visit::{self, Visit},
};

use crate::source::{File, Source};

/// The `let` expressions that need a newer Rust, with the folder that the file names are below.
pub fn too_new(source: &Source, folder: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for file in &source.files {
        let mut lets = Lets {
            file,
            folder,
            faults: &mut faults,
        };
        file.items.iter().for_each(|item| lets.visit_item(item));
    }
    faults
}

struct Lets<'s> {
    file: &'s File,
    folder: &'s str,
    faults: &'s mut Vec<String>,
}

impl Lets<'_> {
    fn add(&mut self, expression: &Expr, form: &str, version: &str) {
        let (folder, name) = (self.folder, &self.file.name);
        let line = expression.span().start().line;
        let fault = format!("{folder}/{name}:{line} has {form}, which needs Rust {version}");
        self.faults.push(fault);
    }
}

impl<'ast> Visit<'ast> for Lets<'_> {
    fn visit_expr_binary(&mut self, binary: &'ast ExprBinary) {
        if matches!(binary.op, BinOp::And(_)) {
            let sides = [&*binary.left, &*binary.right];
            let lets = sides.into_iter().filter(|side| is_let(side));
            lets.for_each(|side| self.add(side, "a let chain", "1.88"));
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_pat_guard(&mut self, pattern: &'ast PatGuard) {
        if is_let(&pattern.guard) {
            self.add(&pattern.guard, "a let guard", "1.95");
        }
        visit::visit_pat_guard(self, pattern);
    }
}

fn is_let(expression: &Expr) -> bool {
    matches!(expression, Expr::Let(_))
}
