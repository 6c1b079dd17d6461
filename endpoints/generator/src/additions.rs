//! Reads `additions.json`: operations that the sources do not have yet. People write this file, so each operation is
//! checked before anything is derived from it.

use std::{collections::HashSet, path::Path};

use serde::Deserialize;
use serde_json::{Map, Value};
use wechatpay_endpoints::facts::{Facts, Location, Operation};

use crate::{Result, names::is_snake_case, read::parse, table::Key};

const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

const ROOTS: [&str; 4] = ["/v3/", "/hk/v3/", "/global/v3/", "/brand/"];

/// The keys of a parameter. Serde does not refuse unknown keys beside a flattened part.
const PARAMETER: [&str; 21] = [
    "in",
    "name",
    "type",
    "required",
    "sensitive",
    "encrypted",
    "nullable",
    "label",
    "format",
    "item_format",
    "default",
    "example",
    "min_length",
    "max_length",
    "minimum",
    "maximum",
    "min_items",
    "max_items",
    "pattern",
    "item_min_length",
    "item_max_length",
];

/// `additions.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Additions {
    operations: Vec<Map<String, Value>>,
}

impl Additions {
    pub(crate) fn read(file: &Path) -> Result<Self> {
        parse(file)
    }

    /// Adds the operations to the facts of the sources.
    pub(crate) fn add(&self, facts: &mut Facts) -> Result<()> {
        for keys in &self.operations {
            let text = |key| keys.get(key).and_then(Value::as_str).unwrap_or_default();
            let place = format!("additions.json: {} {}", text("method"), text("path"));
            let operation = operation(keys, facts);
            facts
                .operations
                .push(operation.map_err(|error| format!("{place}: {error}"))?);
        }
        Ok(())
    }
}

fn operation(keys: &Map<String, Value>, facts: &Facts) -> Result<Operation> {
    let params = keys.get("params").and_then(Value::as_array);
    let params = params.into_iter().flatten().filter_map(Value::as_object);
    if let Some(key) = params
        .flat_map(Map::keys)
        .find(|key| !PARAMETER.contains(&&***key))
    {
        return Err(format!("a parameter has the unknown key `{key}`").into());
    }
    let mut operation = Operation::deserialize(Value::Object(keys.clone()))?;
    check_method(&operation)?;
    let placeholders = placeholders(&operation.path)?;
    check_params(&operation, &placeholders)?;
    check_responses(&operation)?;
    if operation.product.is_empty() {
        operation.product = product(&operation.path);
    }
    check_names(&operation)?;
    check_new(&operation, facts)?;
    Ok(operation)
}

fn check_method(operation: &Operation) -> Result<()> {
    if METHODS.contains(&&*operation.method) {
        return Ok(());
    }
    Err(format!("the method is not one of {}", METHODS.join(", ")).into())
}

/// The placeholders of a well-formed path.
fn placeholders(path: &str) -> Result<Vec<&str>> {
    let Some(rest) = ROOTS.iter().find_map(|root| path.strip_prefix(root)) else {
        return Err(format!("the path begins with none of `{}`", ROOTS.join("`, `")).into());
    };
    if path.contains(['?', '#']) {
        return Err("the path has a query or a fragment: list query parameters in `params`".into());
    }
    let mut placeholders = Vec::new();
    // Some paths end in `/`, as the server requires.
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    for segment in rest.split('/') {
        let Some(name) = placeholder(segment)? else {
            check_segment(segment)?;
            continue;
        };
        if placeholders.contains(&name) {
            return Err(format!("the path has `{{{name}}}` twice").into());
        }
        placeholders.push(name);
    }
    Ok(placeholders)
}

/// The name of the placeholder that a segment is.
fn placeholder(segment: &str) -> Result<Option<&str>> {
    if !segment.contains(['{', '}']) {
        return Ok(None);
    }
    let name = segment.strip_prefix('{');
    let name = name.and_then(|name| name.strip_suffix('}'));
    let name = name.filter(|name| !name.contains(['{', '}']));
    let name = name.ok_or_else(|| {
        format!("the segment `{segment}` is not a whole placeholder: write `{{snake_case}}`")
    })?;
    if is_snake_case(name) {
        return Ok(Some(name));
    }
    Err(format!("the placeholder `{{{name}}}` is not in snake_case").into())
}

fn check_segment(segment: &str) -> Result<()> {
    let is_allowed =
        |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.' | '~');
    if let Some(letter) = segment.chars().find(|letter| !is_allowed(letter)) {
        let code = u32::from(letter);
        return Err(format!(
            "the path has the character `{}` (U+{code:04X}): write letters, digits, `-`, `_`, `.` and `~`",
            letter.escape_debug()
        )
        .into());
    }
    match segment {
        "" => Err("the path has an empty segment".into()),
        "." | ".." => Err(format!("the path has the segment `{segment}`").into()),
        _ => Ok(()),
    }
}

fn check_params(operation: &Operation, placeholders: &[&str]) -> Result<()> {
    let mut names = HashSet::new();
    for parameter in &operation.params {
        let name = &*parameter.field.name;
        let is_well_formed = match parameter.location {
            Location::Header => is_header(name),
            _ => is_snake_case(name),
        };
        if !is_well_formed {
            return Err(format!("the name of the parameter `{name}` is not well-formed").into());
        }
        if !names.insert((parameter.location == Location::Header, name)) {
            return Err(format!("the parameter `{name}` is there twice").into());
        }
        if parameter.location == Location::Path && !placeholders.contains(&name) {
            return Err(format!("the path parameter `{name}` is not in the path").into());
        }
    }
    let has = |name: &str| {
        let mut path = operation.params_in(Location::Path);
        path.any(|field| field.name == name)
    };
    match placeholders.iter().find(|name| !has(name)) {
        Some(name) => Err(format!("`{{{name}}}` of the path is not in `params`").into()),
        None => Ok(()),
    }
}

fn is_header(name: &str) -> bool {
    let is_letter = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-';
    !name.is_empty() && name.bytes().all(is_letter)
}

fn check_responses(operation: &Operation) -> Result<()> {
    let mut responses = operation.responses.iter();
    match responses.find(|response| !(200..300).contains(&response.status)) {
        Some(response) => Err(format!("the status {} is no success", response.status).into()),
        None => Ok(()),
    }
}

fn check_names(operation: &Operation) -> Result<()> {
    let names = [("name", &operation.name), ("product", &operation.product)];
    match names.iter().find(|(_, name)| !is_snake_case(name)) {
        Some((key, name)) => Err(format!("the {key} `{name}` is not in snake_case").into()),
        None => Ok(()),
    }
}

fn check_new(operation: &Operation, facts: &Facts) -> Result<()> {
    let key = Key::of(operation);
    for known in &facts.operations {
        if Key::of(known) == key {
            return Err(format!(
                "the facts have this operation already, as {}.{}",
                known.product, known.name
            )
            .into());
        }
        if known.product == operation.product && known.name == operation.name {
            return Err(format!(
                "{known} has the name {}.{} already: choose another `name`",
                known.product, known.name
            )
            .into());
        }
    }
    Ok(())
}

/// The product of an operation that gives none: the first segment of the path after the root.
fn product(path: &str) -> String {
    let rest = ROOTS.iter().find_map(|root| path.strip_prefix(root));
    let segment = rest.unwrap_or_default().split('/').next();
    segment.unwrap_or_default().replace(['-', '.', '~'], "_")
}
