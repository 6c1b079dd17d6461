//! The command of a next step: `wechatpay call` with the body that the operation demands.

use std::env;

use serde_json::{Map, Value};
use wechatpay_endpoints::{
    facts,
    facts::{Field, Location, Operation, Type},
};

use crate::arguments::ConnectionArguments;

/// The ends of the names of identifiers. The step may take other members, such as a reason, anew.
const IDENTIFIERS: [&str; 3] = ["id", "_no", "_code"];

/// The flags of the command line that a further command needs too. Variables of the environment stay in force.
pub(super) fn flags(connection: &ConnectionArguments) -> String {
    let config = connection.config.as_ref();
    let config = config.map(|path| path.display().to_string());
    let base_url = connection.base_url.clone();
    let mut flags = String::new();
    for (flag, variable, value) in [
        ("--profile", "WECHATPAY_PROFILE", connection.profile.clone()),
        ("--config", "WECHATPAY_CONFIG", config),
        // A URL with `@` may have a password.
        (
            "--base-url",
            "WECHATPAY_BASE_URL",
            base_url.filter(|url| !url.contains('@')),
        ),
    ] {
        let given = value.filter(|value| env::var(variable).as_ref() != Ok(value));
        flags.extend(given.map(|value| format!(" {flag} {}", quoted(&value))));
    }
    if connection.global {
        flags += " --global";
    }
    flags
}

/// The command, with the values that are known. A body of more than texts and numbers is that of a file, which a first
/// command makes. The file has the number of the thing in its name, so that no step sends the file of another thing.
pub(super) fn of(
    operation: &Operation,
    path: &str,
    number: &str,
    flags: &str,
    value: &dyn Fn(&str) -> Option<String>,
) -> Vec<String> {
    let mut call = format!(
        "wechatpay call{flags} {} {}",
        operation.method,
        quoted(path)
    );
    for field in operation.params_in(Location::Query) {
        if field.required {
            let pair = format!("{}={}", field.name, parameter(field, value));
            call += &format!(" -q {}", quoted(&pair));
        }
    }
    for field in operation.params_in(Location::Header) {
        if field.required && !field.is_written_by_client() {
            let header = format!("{}: {}", field.name, placeholder(&field.name));
            call += &format!(" -H {}", quoted(&header));
        }
    }
    let Some(ty) = &operation.request else {
        return vec![call];
    };
    match body(operation, ty, value) {
        Some(body) => vec![format!(
            "{call} -d {}",
            quoted(&Value::from(body).to_string())
        )],
        None => {
            let file = format!("{}-{}.json", operation.name, safe(number));
            let name = operation.full_name();
            // `set -C` refuses to write over a file, which somebody may have edited.
            vec![
                format!(
                    "(set -C; wechatpay operations {name} --example > {file})  # then edit {file}"
                ),
                format!("{call} -d @{file}"),
            ]
        }
    }
}

/// The body with all members that the operation demands. `None` if one is no text, number or truth value, or if neither
/// the path nor the body would name the thing, because the facts demand too little.
fn body(
    operation: &Operation,
    ty: &Type,
    value: &dyn Fn(&str) -> Option<String>,
) -> Option<Map<String, Value>> {
    let mut body = Map::new();
    let mut names_thing = operation.path.contains('{');
    for field in facts().members(&operation.product, ty)? {
        let known = identifier(&field.name, value);
        let is_needed = field.required || !field.alternatives.is_empty() && known.is_some();
        let is_given = field
            .alternatives
            .iter()
            .any(|other| body.contains_key(other));
        if !is_needed || is_given {
            continue;
        }
        names_thing |= known.is_some() && !field.name.ends_with("mchid");
        let member = match (&field.ty, known) {
            (Type::String | Type::Enum(_), Some(known)) => Value::from(known),
            (Type::Int, Some(known)) => Value::from(known.parse::<i64>().ok()?),
            (Type::String, None) => Value::from(placeholder(&field.name)),
            _ => return None,
        };
        body.insert(field.name.clone(), member);
    }
    names_thing.then_some(body)
}

/// The value of a member that identifies something.
fn identifier(name: &str, value: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let is_identifier = IDENTIFIERS.iter().any(|end| name.ends_with(end));
    value(name).filter(|_| is_identifier)
}

fn parameter(field: &Field, value: &dyn Fn(&str) -> Option<String>) -> String {
    match field.ty {
        Type::Bool => "true".to_owned(),
        _ => identifier(&field.name, value).unwrap_or_else(|| placeholder(&field.name)),
    }
}

fn placeholder(name: &str) -> String {
    format!("<{}>", name.replace('-', "_").to_uppercase())
}

/// A text in the name of a file.
fn safe(text: &str) -> String {
    let is_safe = |character: char| character.is_ascii_alphanumeric() || "-_".contains(character);
    let safe = |character: char| match is_safe(character) {
        true => character,
        false => '_',
    };
    text.chars().map(safe).collect()
}

/// A text that a shell takes as one word. The merchant's numbers may have `|` and `*`.
fn quoted(text: &str) -> String {
    let is_plain =
        |character: char| character.is_ascii_alphanumeric() || "/{}_-.:=".contains(character);
    match text.chars().all(is_plain) && !text.is_empty() {
        true => text.to_owned(),
        false => format!("'{}'", text.replace('\'', r"'\''")),
    }
}
