//! The expectations of the test of an operation, as the generator writes them.

use std::{collections::BTreeMap, fs, path::Path};

use serde::Deserialize;
use serde_json::Value;

/// Paths are like `amount.total` or `items[2].name`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    /// `METHOD /path`.
    pub(crate) operation: String,
    /// The client that the operation needs: `merchant`, `brand` or `global`.
    pub(crate) client: String,
    pub(crate) path: BTreeMap<String, Vec<String>>,
    pub(crate) query: BTreeMap<String, Vec<String>>,
    pub(crate) headers: BTreeMap<String, Vec<String>>,
    /// Parameters that arrive encrypted.
    pub(crate) encrypted_parameters: Vec<String>,
    /// The body, or the `meta` of a form.
    pub(crate) request: Option<Value>,
    /// Members of the request that arrive encrypted.
    pub(crate) encrypted: Vec<String>,
    /// The texts of a form.
    pub(crate) texts: BTreeMap<String, String>,
    pub(crate) status: u16,
    pub(crate) is_file: bool,
    pub(crate) is_signed: bool,
    pub(crate) response: Option<Value>,
    /// Members without which the response does not decode.
    pub(crate) plain: Vec<String>,
    pub(crate) optional: Vec<String>,
    /// Values of enums, which may be any text.
    pub(crate) enums: Vec<String>,
    /// Members of the response that arrive encrypted.
    pub(crate) sensitive: Vec<String>,
}

impl Case {
    /// The cases of a family.
    pub(crate) fn of_family(name: &str) -> Vec<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/operations/cases");
        let text = fs::read_to_string(folder.join(format!("{name}.jsonl"))).unwrap();
        let cases = text.lines().map(serde_json::from_str);
        cases.collect::<Result<_, _>>().unwrap()
    }

    /// The method and the path with its placeholders.
    pub(crate) fn method_and_path(&self) -> (&str, &str) {
        self.operation.split_once(' ').unwrap()
    }
}
