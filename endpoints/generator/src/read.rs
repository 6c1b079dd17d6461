//! Reads `endpoints/facts/`.

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, de::DeserializeOwned};
use wechatpay_endpoints::facts::{Event, Facts, Operation, Types};

use crate::Result;

/// The facts, and the operations that an official SDK confirms under another name.
pub(crate) struct Sources {
    pub(crate) facts: Facts,
    pub(crate) confirmed: HashSet<String>,
}

/// The product of the events' resources.
pub(crate) const WEBHOOKS: &str = "webhooks";

/// A file of operations: one product, or the additions.
#[derive(Deserialize)]
struct Operations {
    #[serde(default)]
    product: String,
    operations: Vec<Operation>,
}

#[derive(Deserialize)]
struct Webhooks {
    events: Vec<Event>,
    #[serde(flatten)]
    types: Types,
}

#[derive(Deserialize)]
struct Confirmed {
    operations: HashSet<String>,
}

impl Sources {
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let mut facts = Facts::default();
        for file in files(&folder.join("operations"))? {
            facts.operations.extend(operations(&file)?);
        }
        facts
            .operations
            .extend(operations(&folder.join("additions.json"))?);
        for file in files(&folder.join("schemas"))? {
            facts.products.insert(stem(&file), parse(&file)?);
        }
        let webhooks: Webhooks = parse(&folder.join("webhooks.json"))?;
        facts.events = webhooks.events;
        facts.products.insert(WEBHOOKS.to_owned(), webhooks.types);
        let confirmed = parse::<Confirmed>(&folder.join("confirmed.json"))?.operations;
        Ok(Self { facts, confirmed })
    }
}

#[cfg(test)]
impl Sources {
    /// The sources of some operations, none of which is confirmed.
    pub(crate) fn of(operations: &str) -> Self {
        let operations = serde_json::from_str(&format!("[{operations}]")).unwrap();
        let mut facts = Facts::default();
        facts.operations = operations;
        Self {
            facts,
            confirmed: HashSet::new(),
        }
    }
}

/// The JSON of a file.
pub(crate) fn parse<T: DeserializeOwned>(path: &Path) -> Result<T> {
    serde_json::from_str(&read(path)?)
        .map_err(|error| format!("{}: {error}", path.display()).into())
}

pub(crate) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

fn operations(file: &Path) -> Result<Vec<Operation>> {
    let Operations {
        product,
        mut operations,
    } = parse(file)?;
    for operation in &mut operations {
        operation.product.clone_from(&product);
    }
    Ok(operations)
}

/// The files of a folder in the order of their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut files = entries.collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

fn stem(file: &Path) -> String {
    file.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
