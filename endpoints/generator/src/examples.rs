//! An example of every operation: that of `examples/`, or else one made from the schema. Each fits the corrected facts.

mod fit;
mod limits;
mod make;
mod own;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;
use wechatpay_endpoints::facts::{Example, Facts};

use crate::{
    Result,
    json::parse,
    read::{check_name, files},
    times,
};
use fit::Fit;
use make::Maker;
pub(crate) use own::remove_misfits;

/// The examples of one product, by `METHOD /path`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    product: String,
    examples: BTreeMap<String, Example>,
}

/// Gives each event an example of each of its resources.
pub(crate) fn add_resources(facts: &mut Facts) {
    let mut maker = Maker::new(facts);
    let events = facts.events.iter();
    let examples: Vec<BTreeMap<_, _>> = events
        .map(|event| {
            let resources = event.resources().into_iter();
            let resources = resources.filter_map(|resource| {
                let (product, schema) = resource.split_once(':')?;
                let example = maker.resource(&event.event_type, product, schema);
                Some((resource.clone(), example))
            });
            resources.collect()
        })
        .collect();
    for (event, examples) in facts.events.iter_mut().zip(examples) {
        event.examples = examples;
    }
}

/// The examples of the files, by `METHOD /path`, each with its product.
pub(crate) struct Examples(BTreeMap<String, (String, Example)>);

impl Examples {
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let mut known = BTreeMap::new();
        for file in files(folder)? {
            let File { product, examples } = parse(&file)?;
            check_name(&file, &product)?;
            for (key, example) in examples {
                let place = (product.clone(), example);
                if let Some((other, _)) = known.insert(key.clone(), place) {
                    return Err(format!(
                        "{key} has two examples, in examples/{other}.json and examples/{product}.json: remove one of the two"
                    )
                    .into());
                }
            }
        }
        Ok(Self(known))
    }

    /// Gives texts their format, if their examples show that they are times.
    pub(crate) fn mark_times(&self, facts: &mut Facts) {
        times::mark(facts, &self.0);
    }

    /// The number of examples.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// An example of each operation, by `METHOD /path`. Members that the facts require, and an example of the files
    /// does not have, are added.
    ///
    /// # Errors
    ///
    /// An example does not fit the facts. The message names each place.
    pub(crate) fn of(&self, facts: &Facts) -> Result<BTreeMap<String, Example>> {
        let maker = Maker::new(facts);
        let mut unknown = self.0.clone();
        let mut misfits = Vec::new();
        let mut examples = BTreeMap::new();
        for operation in &facts.operations {
            let key = operation.to_string();
            let example = match unknown.remove(&key) {
                Some((product, _)) if product != operation.product => {
                    let own = &operation.product;
                    misfits.push(format!(
                        "{key}: move the example from examples/{product}.json to examples/{own}.json"
                    ));
                    continue;
                }
                Some((_, example)) => example,
                None => maker.example(operation),
            };
            let mut fit = Fit::new(&maker, operation);
            let example = fit.example(example);
            misfits.extend(fit.misfits.iter().map(|misfit| format!("{key}: {misfit}")));
            examples.insert(key, example);
        }
        misfits.extend(
            unknown
                .keys()
                .map(|key| format!("{key}: no such operation")),
        );
        if misfits.is_empty() {
            return Ok(examples);
        }
        Err(format!(
            "examples/: mend what does not fit the facts:\n{}",
            misfits.join("\n")
        )
        .into())
    }
}
