//! Reads corrections strictly: an unknown key, confidence or source is an error.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Correction, NewField, Place, witness};
use crate::names::is_snake_case;

/// The evidence of a correction: a word that the README explains, and what belongs to that word.
#[derive(Clone, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Source(pub(super) String);

/// The evidence of a correction or a unit: at least one source.
#[derive(Clone, Deserialize)]
#[serde(try_from = "Vec<Source>")]
pub(crate) struct Sources(pub(super) Vec<Source>);

/// The certainty of a correction, as the comparison judged it.
#[derive(Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Confidence {
    High,
    Medium,
    Low,
}

/// The keys of every correction.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    of: String,
    r#in: Place,
    #[serde(default)]
    at: String,
    #[serde(rename = "confidence")]
    _confidence: Confidence,
    sources: Sources,
    #[serde(rename = "why")]
    _why: Option<String>,
    #[serde(default)]
    rows: Vec<u16>,
}

const HEAD: [&str; 7] = ["of", "in", "at", "confidence", "sources", "why", "rows"];

/// Words of sources that are no witnesses.
const WORDS: [&str; 8] = [
    "facts",
    "like",
    "not",
    "meaning",
    "forum",
    "programs",
    "yansongda",
    "upstream",
];

/// The word that a source begins with.
pub(super) fn first_word(source: &str) -> &str {
    source
        .split([' ', ':', '(', ','])
        .next()
        .unwrap_or_default()
}

impl TryFrom<String> for Source {
    type Error = String;

    fn try_from(source: String) -> Result<Self, String> {
        let word = first_word(&source);
        if witness(&source).is_none() && !WORDS.contains(&word) {
            return Err(format!(
                "`{word}` is no word of `sources`: the README lists the words"
            ));
        }
        Ok(Self(source))
    }
}

impl TryFrom<Vec<Source>> for Sources {
    type Error = String;

    fn try_from(sources: Vec<Source>) -> Result<Self, String> {
        if sources.is_empty() {
            return Err("`sources` is empty: name who shows the fact".to_owned());
        }
        Ok(Self(sources))
    }
}

/// Serde does not refuse unknown keys beside a flattened part, so the keys are divided here.
impl TryFrom<Map<String, Value>> for Correction {
    type Error = String;

    fn try_from(keys: Map<String, Value>) -> Result<Self, String> {
        let text = |key| keys.get(key).and_then(Value::as_str).unwrap_or_default();
        let place = format!("`{}` of {}", text("at"), text("of"));
        let (head, change) = keys
            .into_iter()
            .partition(|(key, _)| HEAD.contains(&&**key));
        let (head, change) = (Value::Object(head), Value::Object(change));
        let read = || -> serde_json::Result<Self> {
            let Head {
                of,
                r#in,
                at,
                sources,
                rows,
                ..
            } = Head::deserialize(head)?;
            Ok(Self {
                of,
                r#in,
                at,
                change: Deserialize::deserialize(change)?,
                sources,
                rows,
            })
        };
        read().map_err(|error| format!("{place}: {error}"))
    }
}

impl TryFrom<Map<String, Value>> for NewField {
    type Error = String;

    fn try_from(mut keys: Map<String, Value>) -> Result<Self, String> {
        let Some(Value::String(name)) = keys.remove("name") else {
            return Err("a new member has no `name`".to_owned());
        };
        if !is_snake_case(&name) {
            return Err(format!("the name `{name}` is not in snake_case"));
        }
        let ty = Deserialize::deserialize(Value::Object(keys));
        let ty = ty.map_err(|error: serde_json::Error| format!("`{name}`: {error}"))?;
        Ok(Self { name, ty })
    }
}
