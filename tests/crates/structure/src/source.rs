//! The files of a crate, parsed.

use std::{
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use syn::{Item, UseTree};

pub struct Source {
    pub files: Vec<File>,
}

pub struct File {
    /// Below the folder of the source, such as `client/mod.rs`.
    pub name: String,
    /// The modules from the crate's root, such as `client` and `builder`.
    pub module: Vec<String>,
    pub text: String,
    pub items: Vec<Item>,
}

impl Source {
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut paths = Vec::new();
        collect(root, &mut paths)?;
        paths.sort();
        let files = paths.iter().map(|path| File::read(root, path));
        Ok(Self {
            files: files.collect::<io::Result<_>>()?,
        })
    }

    /// The file of the crate's root.
    pub fn root(&self) -> &File {
        let root = self.files.iter().find(|file| file.module.is_empty());
        root.unwrap_or(&self.files[0])
    }

    /// The names that users find at the crate's root.
    pub fn root_names(&self) -> usize {
        self.root().items.iter().map(public_names).sum()
    }
}

impl File {
    fn read(root: &Path, path: &Path) -> io::Result<Self> {
        let name = path.strip_prefix(root).unwrap_or(path);
        let file = Self::parse(&name.display().to_string(), fs::read_to_string(path)?);
        file.map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
    }

    pub fn parse(name: &str, text: String) -> syn::Result<Self> {
        let parsed = syn::parse_file(&text)?;
        let parts = name.trim_end_matches(".rs").split('/').map(str::to_owned);
        let module = parts
            .filter(|part| part != "mod" && part != "lib")
            .collect();
        Ok(Self {
            name: name.to_owned(),
            module,
            text,
            items: parsed.items,
        })
    }

    /// The module at the crate's root that the file belongs to.
    pub fn top(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }

    /// Tells whether the whole file is compiled for tests only.
    pub fn is_test(&self) -> bool {
        self.module.iter().any(|module| module == "tests")
    }
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, paths)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
    Ok(())
}

fn public_names(item: &Item) -> usize {
    match item {
        Item::Use(item) if is_public(&item.vis) && !is_hidden(&item.attrs) => leaves(&item.tree),
        Item::Mod(item) if is_public(&item.vis) && !is_hidden(&item.attrs) => 1,
        _ => 0,
    }
}

fn leaves(tree: &UseTree) -> usize {
    match tree {
        UseTree::Path(path) => leaves(&path.tree),
        UseTree::Group(group) => group.items.iter().map(leaves).sum(),
        _ => 1,
    }
}

fn is_public(visibility: &syn::Visibility) -> bool {
    matches!(visibility, syn::Visibility::Public(_))
}

fn is_hidden(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("doc")
            && attribute
                .parse_args::<syn::Ident>()
                .is_ok_and(|argument| argument == "hidden")
    })
}

/// Tells whether an item is compiled for tests only.
pub fn is_for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("test")
            || attribute.path().is_ident("cfg")
                && attribute
                    .parse_args::<syn::Ident>()
                    .is_ok_and(|argument| argument == "test")
    })
}
