//! Lines of functions and files, without their tests.

use syn::{
    Item,
    spanned::Spanned,
    visit::{self, Visit},
};

use crate::source::{File, Source, is_for_tests};

/// A file stays under this number of lines.
const FILE_LIMIT: usize = 400;

pub struct Sizes {
    /// The shortest first.
    functions: Vec<Size>,
    files: Vec<Size>,
}

pub struct Size {
    pub lines: usize,
    pub name: String,
}

impl Sizes {
    pub fn of(source: &Source) -> Self {
        let mut sizes = Self {
            functions: Vec::new(),
            files: Vec::new(),
        };
        for file in source.files.iter().filter(|file| !file.is_test()) {
            sizes.files.push(Size {
                lines: lines_of(file),
                name: file.name.clone(),
            });
            let mut functions = Functions {
                file,
                found: &mut sizes.functions,
            };
            file.items
                .iter()
                .for_each(|item| functions.visit_item(item));
        }
        sizes.functions.sort_by_key(|size| size.lines);
        sizes.files.sort_by_key(|size| size.lines);
        sizes
    }

    pub fn median(&self) -> usize {
        self.functions[self.functions.len() / 2].lines
    }

    pub fn p90(&self) -> usize {
        self.functions[self.functions.len() * 9 / 10].lines
    }

    pub fn function(&self) -> &Size {
        &self.functions[self.functions.len() - 1]
    }

    pub fn file(&self) -> &Size {
        &self.files[self.files.len() - 1]
    }

    /// The files that are too long, with the folder that the file names are below.
    pub fn faults(&self, folder: &str) -> impl Iterator<Item = String> {
        let too_long = self.files.iter().filter(|file| file.lines >= FILE_LIMIT);
        too_long.map(move |file| {
            format!(
                "{folder}/{} has {} lines without tests; stay under {FILE_LIMIT}",
                file.name, file.lines
            )
        })
    }
}

/// The lines outside the modules for tests.
fn lines_of(file: &File) -> usize {
    let tests = file.items.iter().filter_map(|item| match item {
        Item::Mod(item) if is_for_tests(&item.attrs) && item.content.is_some() => {
            let span = item.span();
            Some(span.start().line..=span.end().line)
        }
        _ => None,
    });
    let tests: Vec<_> = tests.collect();
    let lines = 1..=file.text.lines().count();
    lines
        .filter(|line| !tests.iter().any(|module| module.contains(line)))
        .count()
}

struct Functions<'s> {
    file: &'s File,
    found: &'s mut Vec<Size>,
}

impl Functions<'_> {
    fn add(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let lines = block.span().end().line - signature.span().start().line + 1;
        self.found.push(Size {
            lines,
            name: format!("{} of {}", signature.ident, self.file.name),
        });
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_for_tests(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.add(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.add(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.add(&item.sig, block);
        }
    }
}
