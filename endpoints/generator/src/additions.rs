//! Reads `additions.json`: operations that the sources do not have yet. People write this file, so each operation is
//! checked before anything is derived from it.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Map, Value};
use wechatpay_endpoints::facts::{Facts, Operation};

use crate::{Result, operation, table::Key};

/// `additions.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Additions {
    operations: Vec<Map<String, Value>>,
}

impl Additions {
    /// The methods and paths.
    pub(crate) fn keys(&self) -> BTreeSet<String> {
        self.operations.iter().map(key).collect()
    }

    /// Adds the operations to the facts of the sources.
    pub(crate) fn add(&self, facts: &mut Facts) -> Result<()> {
        for keys in &self.operations {
            let place = key(keys);
            add(keys, facts).map_err(|error| format!("additions.json: {place}: {error}"))?;
        }
        Ok(())
    }
}

/// The method and the path.
fn key(keys: &Map<String, Value>) -> String {
    let text = |key| keys.get(key).and_then(Value::as_str).unwrap_or_default();
    format!("{} {}", text("method"), text("path"))
}

fn add(keys: &Map<String, Value>, facts: &mut Facts) -> Result<()> {
    let mut operation = Operation::deserialize(Value::Object(keys.clone()))?;
    if operation.product.is_empty() {
        operation.product = product(&operation.path);
    }
    operation::check(&operation)?;
    let key = Key::of(&operation);
    operation::add(facts, operation, |known, _| Key::of(known) == key)
}

/// The product of an operation that gives none: the first segment of the path after the root.
fn product(path: &str) -> String {
    let mut roots = operation::ROOTS.iter();
    let rest = roots.find_map(|root| path.strip_prefix(root));
    let segment = rest.unwrap_or_default().split('/').next();
    segment.unwrap_or_default().replace(['-', '.', '~'], "_")
}
