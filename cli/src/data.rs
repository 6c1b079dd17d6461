//! The JSON of `-d`: written there, in `@FILE`, or on standard input with `-`.

use std::{
    io::{self, Read as _},
    path::Path,
};

use serde_json::Value;

use crate::{
    failure::{Failure, Result},
    settings,
};

/// Reads the JSON. Errors name it by `subject`, such as `the body`, say the line and the column, and quote nothing.
pub(crate) fn read(data: &str, subject: &str) -> Result<Value> {
    let text = match (data, data.strip_prefix('@')) {
        ("-", _) | (_, Some("-")) => text(from_standard_input()?, "standard input")?,
        (_, Some(path)) => text(settings::read(Path::new(path))?, path)?,
        (json, None) => json.to_owned(),
    };
    let text = text.trim_start_matches('\u{feff}');
    serde_json::from_str(text).map_err(|error| {
        let failure = Failure::configuration(format!("{subject} is no JSON: {error}"));
        match data {
            data if data.starts_with(['@', '-']) => failure,
            path if Path::new(path).is_file() => {
                failure.cure(format!("name a file with @: -d @{path}"))
            }
            _ => failure
                .cure("quote JSON for the shell: -d '{\"name\": \"value\"}'; or use -d @FILE"),
        }
    })
}

fn from_standard_input() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn text(bytes: Vec<u8>, from: &str) -> Result<String> {
    String::from_utf8(bytes).map_err(|_| {
        Failure::configuration(format!("{from} is no UTF-8 text")).cure("save the JSON as UTF-8")
    })
}
