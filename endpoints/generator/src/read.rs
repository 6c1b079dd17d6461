//! Reads `endpoints/facts/`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use serde::Deserialize;
use serde_json::Value;
use wechatpay_endpoints::facts::{Enum, Event, Facts, Field, Operation, Types};

use crate::{
    Result,
    additions::Additions,
    alike,
    check::check,
    copies::{self, Sharing, Turn},
    corrections::Corrections,
    counts::{Counts, Dropped, Required},
    events::Events,
    examples::{Examples, add_resources, remove_misfits},
    families::Families,
    joined,
    json::parse,
    labels,
    marks::{Confirmed, Marks},
    names::{check_label, twice},
    operation, patterns,
    rows::Rows,
    rules::Rules,
    sources,
    twins::Twins,
    units::Units,
};

/// The product of the events' resources.
pub(crate) const WEBHOOKS: &str = "webhooks";

/// The operations of one product.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Operations {
    product: String,
    #[serde(rename = "label")]
    _label: String,
    operations: Vec<Operation>,
}

/// The types of one product.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Schemas {
    product: String,
    schemas: BTreeMap<String, Vec<Field>>,
    enums: BTreeMap<String, Enum>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Webhooks {
    #[serde(rename = "envelope")]
    _envelope: Value,
    events: Vec<Event>,
    schemas: BTreeMap<String, Vec<Field>>,
    enums: BTreeMap<String, Enum>,
}

/// The files of `endpoints/facts/`.
pub(crate) struct Sources {
    uncorrected: Facts,
    pub(crate) corrections: Corrections,
    marks: Marks,
    confirmed: Confirmed,
    twins: Twins,
    families: Families,
    units: Units,
    examples: Examples,
    rules: Rules,
    /// The operations that are typed only once a family has them.
    additions: BTreeSet<String>,
}

impl Sources {
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        Ok(Self {
            uncorrected: uncorrected(folder)?,
            corrections: parse(&folder.join("corrections.json"))?,
            marks: parse(&folder.join("witnesses.json"))?,
            confirmed: parse(&folder.join("confirmed.json"))?,
            twins: parse(&folder.join("brand.json"))?,
            families: parse(&folder.join("families.json"))?,
            units: parse(&folder.join("units.json"))?,
            examples: Examples::read(&folder.join("examples"))?,
            rules: parse(&folder.join("rules.json"))?,
            additions: parse::<Additions>(&folder.join("additions.json"))?.keys(),
        })
    }

    /// The facts with the witnesses of each operation, corrected.
    pub(crate) fn facts(&self) -> Result<Facts> {
        let mut facts = self.shared(Sharing::Exact)?;
        self.families.name_operations(&mut facts, &self.additions)?;
        self.complete(&mut facts)?;
        Ok(facts)
    }

    /// The facts as the typed operations are written from them: with families, and types that are shared by as many
    /// operations as can be, under one name for types of one content.
    pub(crate) fn catalogue(&self) -> Result<Facts> {
        let mut facts = self.shared(Sharing::United)?;
        self.families.apply(&mut facts, &self.additions)?;
        self.complete(&mut facts)?;
        alike::unite(&mut facts)?;
        self.families.separate_responses(&mut facts)?;
        Ok(facts)
    }

    /// The reasons why operations have no types, by `METHOD /path`.
    pub(crate) fn untyped(&self) -> &BTreeMap<String, String> {
        &self.families.untyped
    }

    /// The events of notifications in the catalogue.
    pub(crate) fn events(&self, catalogue: &Facts) -> Result<Events> {
        let is_abroad = |product: &str| self.units.is_abroad(product);
        self.families.webhooks.events(catalogue, is_abroad)
    }

    /// The file with an example of each resource.
    pub(crate) fn event_examples(&self, events: &Events, catalogue: &Facts) -> Result<String> {
        events.examples(&self.families.webhooks, catalogue)
    }

    /// The file with the event types of the runtime.
    pub(crate) fn event_types(&self, catalogue: &Facts) -> Result<String> {
        self.families.webhooks.event_types(catalogue)
    }

    /// Adds labels, rules, formats of times, and an example of each operation and of each resource of an event.
    fn complete(&self, facts: &mut Facts) -> Result<()> {
        labels::complete(facts);
        self.rules.apply(facts, &self.additions)?;
        patterns::check(facts)?;
        self.examples.mark_times(facts);
        remove_misfits(facts);
        facts.examples = self.examples.of(facts)?;
        add_resources(facts);
        Ok(())
    }

    fn shared(&self, sharing: Sharing) -> Result<Facts> {
        self.rows().check()?;
        let mut facts = self.corrected()?;
        self.twins.add(&mut facts)?;
        self.units
            .apply(&mut facts, self.families.webhooks.abroad())?;
        let changed = self.corrections.changed();
        copies::share(&mut facts, sharing, |key| {
            if changed.contains(key) || self.twins.has_event(key) {
                return Turn::Changed;
            }
            match (self.additions.contains(key), self.marks.has(key)) {
                (true, true) => Turn::Changed,
                (true, false) => Turn::Added,
                (false, _) => Turn::Known,
            }
        })?;
        check(&facts)?;
        join_resources(&mut facts, sharing)?;
        Ok(facts)
    }

    pub(crate) fn counts(&self) -> Result<Counts> {
        let mut facts = self.marked()?;
        let before = Required::of(&facts);
        let uncorrected = facts.clone();
        self.correct(&mut facts)?;
        Ok(Counts {
            rows: self.rows(),
            corrections: self.corrections.counts(),
            before,
            dropped: Dropped::of(&uncorrected, &facts),
            after: Required::of(&facts),
            facts: self.facts()?,
            published_examples: self.examples.len(),
        })
    }

    /// The corrected facts, and each operation with types of its own.
    pub(crate) fn corrected(&self) -> Result<Facts> {
        let mut facts = self.marked()?;
        self.correct(&mut facts)?;
        Ok(facts)
    }

    fn correct(&self, facts: &mut Facts) -> Result<()> {
        let corrected = self.corrections.apply(facts);
        corrected.map_err(|error| format!("corrections.json: {error}").into())
    }

    fn rows(&self) -> Rows {
        Rows::new(self.corrections.rows(), self.twins.rows())
    }

    /// The facts with their witnesses, and each operation with types of its own.
    pub(crate) fn marked(&self) -> Result<Facts> {
        let mut facts = self.uncorrected.clone();
        copies::separate(&mut facts)?;
        self.marks.apply(&mut facts)?;
        self.confirmed.apply(&mut facts)?;
        Ok(facts)
    }
}

/// Gives each event with `one_of` the resource that joins the members.
pub(crate) fn join_resources(facts: &mut Facts, sharing: Sharing) -> Result<()> {
    let shared = facts.clone();
    copies::separate(facts)?;
    let joined = joined::join_resources(facts, &shared)?;
    copies::share(facts, sharing, |key| {
        match joined.iter().any(|event| event == key) {
            true => Turn::Changed,
            false => Turn::Known,
        }
    })
}

/// The facts as the sources state them.
fn uncorrected(folder: &Path) -> Result<Facts> {
    let mut facts = Facts::default();
    for file in files(&folder.join("operations"))? {
        let Operations {
            product,
            operations,
            ..
        } = parse(&file)?;
        let name = format!("operations/{}", check_name(&file, &product)?);
        add_operations(&mut facts, &name, &product, operations)?;
    }
    let additions: Additions = parse(&folder.join("additions.json"))?;
    additions.add(&mut facts)?;
    for file in files(&folder.join("schemas"))? {
        let Schemas {
            product,
            schemas,
            enums,
        } = parse(&file)?;
        check_name(&file, &product)?;
        facts.products.insert(product, types(schemas, enums));
    }
    let webhooks: Webhooks = parse(&folder.join("webhooks.json"))?;
    add_events(&mut facts, webhooks)?;
    check(&facts)?;
    sources::check(&facts)?;
    Ok(facts)
}

/// Adds the operations of one file.
pub(crate) fn add_operations(
    facts: &mut Facts,
    file: &str,
    product: &str,
    operations: Vec<Operation>,
) -> Result<()> {
    for mut operation in operations {
        let place = format!("{file}: {operation}");
        product.clone_into(&mut operation.product);
        // The sources may hold a path twice, with two names of its placeholder.
        let are_same = |a: &Operation, b: &Operation| a.method == b.method && a.path == b.path;
        check_label(&operation.label)
            .and_then(|()| operation::check(&operation))
            .and_then(|()| operation::add(facts, operation, are_same))
            .map_err(|error| format!("{place}: {error}"))?;
    }
    Ok(())
}

pub(crate) fn add_events(facts: &mut Facts, webhooks: Webhooks) -> Result<()> {
    let Webhooks {
        events,
        schemas,
        enums,
        ..
    } = webhooks;
    if let Some(event) = twice(events.iter().map(|event| &*event.event_type)) {
        return Err(format!(
            "webhooks.json: the event `{event}` is there twice: remove one of the two"
        )
        .into());
    }
    for event in &events {
        if let Some(label) = &event.label {
            check_label(label)
                .map_err(|error| format!("webhooks.json: {}: {error}", event.event_type))?;
        }
    }
    facts.events = events;
    facts
        .products
        .insert(WEBHOOKS.to_owned(), types(schemas, enums));
    Ok(())
}

fn types(schemas: BTreeMap<String, Vec<Field>>, enums: BTreeMap<String, Enum>) -> Types {
    let mut types = Types::default();
    types.schemas = schemas;
    types.enums = enums;
    types
}

/// The facts of some operations, without their types.
#[cfg(test)]
pub(crate) fn facts_of(operations: &str) -> Facts {
    let mut facts = Facts::default();
    facts.operations = serde_json::from_str(&format!("[{operations}]")).unwrap();
    facts
}

/// The files of a folder in the order of their names.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut files = entries.collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

/// The name of a file, which must be that of its product.
pub(crate) fn check_name<'a>(file: &'a Path, product: &str) -> Result<std::borrow::Cow<'a, str>> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    if name == format!("{product}.json") {
        return Ok(name);
    }
    Err(format!(
        "{}: the product is `{product}`: name the file {product}.json",
        file.display()
    )
    .into())
}
