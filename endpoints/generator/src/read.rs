//! Reads `endpoints/facts/`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, de::DeserializeOwned};
use wechatpay_endpoints::facts::{Event, Facts, Operation, Types};

use crate::{
    Result,
    additions::Additions,
    check::check,
    copies,
    corrections::Corrections,
    counts::{Counts, Dropped, Required},
    joined,
    marks::{Confirmed, Marks},
    rows::Rows,
    twins::Twins,
};

/// The product of the events' resources.
pub(crate) const WEBHOOKS: &str = "webhooks";

/// The operations of one product.
#[derive(Deserialize)]
struct Operations {
    product: String,
    operations: Vec<Operation>,
}

#[derive(Deserialize)]
struct Webhooks {
    events: Vec<Event>,
    #[serde(flatten)]
    types: Types,
}

/// The files of `endpoints/facts/`.
pub(crate) struct Sources {
    uncorrected: Facts,
    pub(crate) corrections: Corrections,
    marks: Marks,
    confirmed: Confirmed,
    twins: Twins,
}

impl Sources {
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        Ok(Self {
            uncorrected: uncorrected(folder)?,
            corrections: parse(&folder.join("corrections.json"))?,
            marks: parse(&folder.join("witnesses.json"))?,
            confirmed: parse(&folder.join("confirmed.json"))?,
            twins: parse(&folder.join("brand.json"))?,
        })
    }

    /// The facts with their witnesses, corrected.
    pub(crate) fn facts(&self) -> Result<Facts> {
        self.rows().check()?;
        let mut facts = self.marked()?;
        self.corrections.apply(&mut facts)?;
        self.twins.add(&mut facts)?;
        let changed = self.corrections.changed();
        let is_changed = |key: &str| changed.contains(key) || self.twins.has_event(key);
        copies::share(&mut facts, is_changed)?;
        check(&facts)?;
        join_resources(&mut facts)?;
        Ok(facts)
    }

    pub(crate) fn counts(&self) -> Result<Counts> {
        let mut facts = self.marked()?;
        let before = Required::of(&facts);
        let uncorrected = facts.clone();
        self.corrections.apply(&mut facts)?;
        Ok(Counts {
            rows: self.rows(),
            corrections: self.corrections.counts(),
            before,
            dropped: Dropped::of(&uncorrected, &facts),
            after: Required::of(&facts),
            facts: self.facts()?,
        })
    }

    fn rows(&self) -> Rows {
        Rows::new(self.corrections.rows(), self.twins.rows())
    }

    /// The facts with their witnesses, and each operation with types of its own.
    fn marked(&self) -> Result<Facts> {
        let mut facts = self.uncorrected.clone();
        copies::separate(&mut facts)?;
        self.marks.apply(&mut facts)?;
        self.confirmed.apply(&mut facts)?;
        Ok(facts)
    }
}

/// Gives each event with `one_of` the resource that joins the members.
pub(crate) fn join_resources(facts: &mut Facts) -> Result<()> {
    let shared = facts.clone();
    copies::separate(facts)?;
    let joined = joined::join_resources(facts, &shared)?;
    copies::share(facts, |key| joined.iter().any(|event| event == key))
}

/// The facts as the sources state them.
fn uncorrected(folder: &Path) -> Result<Facts> {
    let mut facts = Facts::default();
    for file in files(&folder.join("operations"))? {
        facts.operations.extend(operations(&file)?);
    }
    Additions::read(&folder.join("additions.json"))?.add(&mut facts)?;
    for file in files(&folder.join("schemas"))? {
        facts.products.insert(stem(&file), parse(&file)?);
    }
    let webhooks: Webhooks = parse(&folder.join("webhooks.json"))?;
    facts.events = webhooks.events;
    facts.products.insert(WEBHOOKS.to_owned(), webhooks.types);
    Ok(facts)
}

/// The facts of some operations, without their types.
#[cfg(test)]
pub(crate) fn facts_of(operations: &str) -> Facts {
    let mut facts = Facts::default();
    facts.operations = serde_json::from_str(&format!("[{operations}]")).unwrap();
    facts
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
