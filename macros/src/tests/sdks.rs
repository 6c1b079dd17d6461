//! Declarations of the official samples and SDKs: each with the parameters and the body that it has.

use std::{collections::BTreeMap, fs};

use serde_json::Value;

use super::messages::assert_messages;
use crate::catalogue::{Body, Found, Operation, Parameter, Response, find};

/// The samples, the Go SDK and the Java SDK, by their letters in `endpoints/facts/README.md`.
const OFFICIAL: [char; 3] = ['S', 'G', 'J'];

/// The facts of an operation in one official source.
struct Sdk<'a> {
    letter: char,
    facts: &'a Value,
}

impl Sdk<'_> {
    /// Tests if the letter is among those that have the fact.
    fn has(&self, letters: &str) -> bool {
        let has = letters.split(['+', '-']).next();
        has.is_some_and(|has| has.contains(self.letter))
    }

    /// Tests if the letter is among those to which the parameter is optional.
    fn is_optional(&self, letters: &str) -> bool {
        let optional = letters.split_once('-');
        optional.is_some_and(|(_, optional)| optional.contains(self.letter))
    }

    /// The names that the source has in a part of the operation, with their letters.
    fn part(&self, name: &str) -> BTreeMap<String, String> {
        let part = self.facts[name].as_object().into_iter().flatten();
        let part = part.map(|(name, letters)| (name.clone(), letters.as_str().unwrap().to_owned()));
        part.filter(|(_, letters)| self.has(letters)).collect()
    }

    fn declaration(&self, operation: &Operation) -> String {
        let Operation { method, path, .. } = operation;
        let mut parameters: Vec<_> = operation
            .placeholder_names()
            .map(|name| format!("r#{name}: &str"))
            .collect();
        parameters.extend(self.part("params").iter().map(|(name, letters)| {
            self.query(operation, name.strip_prefix("query ").unwrap(), letters)
        }));
        let headers = operation.headers.iter().map(|Parameter { name, .. }| {
            format!(
                "#[header = {name:?}] {}: &str",
                name.to_lowercase().replace('-', "_")
            )
        });
        parameters.extend(headers);
        let mut options = "";
        if operation.body == Body::Upload {
            options = ", upload";
            parameters.push("file: &UploadFile".to_owned());
        } else if !self.part("request").is_empty() {
            parameters.push("body: &B".to_owned());
        }
        let response = match operation.response {
            Response::File => {
                options = ", download";
                "Download"
            }
            _ if self.part("response").is_empty() => "()",
            _ => "A",
        };
        format!(
            "#[wechatpay_api({method} {path:?}{options})] trait T {{ async fn call(&self, {}) -> Result<{response}>; }}",
            parameters.join(", ")
        )
    }

    fn query(&self, operation: &Operation, name: &str, letters: &str) -> String {
        let known = operation.query.iter().find(|known| known.name == name);
        let ty = known.map_or("&str", Parameter::example_type);
        let ty = if self.is_optional(letters) {
            format!("Option<{ty}>")
        } else {
            ty.to_owned()
        };
        format!("#[query = {name:?}] query_{name}: {ty}")
    }
}

#[test]
fn what_an_official_source_has_is_never_refused() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../endpoints/facts/witnesses.json"
    );
    let witnesses: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut count = 0;
    for (key, facts) in witnesses["operations"].as_object().unwrap() {
        let (method, path) = key.split_once(' ').unwrap();
        let Found::Exact(operation) = find(method, path) else {
            panic!("{key} is not in the table");
        };
        for letter in OFFICIAL {
            let sdk = Sdk { letter, facts };
            if sdk.has(facts["seen"].as_str().unwrap()) {
                assert_messages(&sdk.declaration(&operation), &[]);
                count += 1;
            }
        }
    }
    assert!(count > 300, "{count} declarations");
}
