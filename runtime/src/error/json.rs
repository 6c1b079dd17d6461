use std::{error, fmt};

use serde_json::Value;

use crate::json::kind;

/// Why a JSON text is not of a type, and where: the parser's words without the values that they quote,
/// which may be a person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct JsonError {
    words: String,
    /// A path such as `items[2].name`; empty for the whole text.
    path: String,
    found: Option<&'static str>,
    expected: Option<String>,
}

impl JsonError {
    /// An error of the whole text.
    pub(crate) fn new(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            path: String::new(),
            found: None,
            expected: None,
        }
    }

    /// An error of the value at this path.
    pub(crate) fn at(error: serde_json::Error, path: String, value: &str) -> Self {
        let position = format!(" at line {} column {}", error.line(), error.column());
        let words = error.to_string();
        let words = without_values(words.strip_suffix(&position).unwrap_or(&words));
        let words = without_leaves(words, value);
        match words
            .strip_prefix(MISSING)
            .and_then(|it| it.split('`').next())
        {
            Some(field) => Self {
                path: match &*path {
                    "" => field.to_owned(),
                    outer => format!("{outer}.{field}"),
                },
                ..Self::new("missing field")
            },
            None => Self {
                path,
                found: Some(kind(value)),
                expected: words.rsplit_once(EXPECTED).map(|it| it.1.to_owned()),
                words,
            },
        }
    }

    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    pub(crate) fn found(&self) -> Option<&'static str> {
        self.found
    }

    pub(crate) fn expected(&self) -> Option<&str> {
        self.expected.as_deref()
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "`{}`: ", self.path)?;
        }
        f.write_str(&self.words)
    }
}

impl error::Error for JsonError {}

const MISSING: &str = "missing field `";

const EXPECTED: &str = ", expected ";

/// How serde's own words begin; all other words are of a type's own.
const SERDE: [&str; 7] = [
    "invalid type: ",
    "invalid value: ",
    "invalid length ",
    "unknown variant ",
    "unknown field ",
    "missing field ",
    "duplicate field ",
];

/// serde quotes a value in `"…"` or `` `…` `` behind its kind, and says what it expected after it.
/// What it quotes of fields are names of the declared type.
fn without_values(message: &str) -> String {
    const OF_FIELDS: [&str; 2] = ["missing field ", "duplicate field "];
    let quoted = message.find(['"', '`']);
    let Some(start) = quoted.filter(|_| !OF_FIELDS.iter().any(|it| message.starts_with(it))) else {
        return message.to_owned();
    };
    // The last one: a value can hold these words too.
    let rest = message
        .rfind(EXPECTED)
        .filter(|rest| *rest > start)
        .unwrap_or(message.len());
    let (before, after) = (message.get(..start), message.get(rest..));
    format!(
        "{}…{}",
        before.unwrap_or_default(),
        after.unwrap_or_default()
    )
}

/// Takes the texts and numbers of the refused value out of the words of a type's own. Texts shorter than
/// three letters stay: they are parts of any message.
fn without_leaves(mut words: String, value: &str) -> String {
    if SERDE.iter().any(|it| words.starts_with(it)) {
        return words;
    }
    let mut values = Vec::from_iter(serde_json::from_str::<Value>(value));
    while let Some(value) = values.pop() {
        let leaf = match value {
            Value::String(text) => text,
            Value::Number(number) => number.to_string(),
            Value::Array(items) => {
                values.extend(items);
                continue;
            }
            Value::Object(members) => {
                values.extend(members.into_iter().map(|(_, value)| value));
                continue;
            }
            Value::Null | Value::Bool(_) => continue,
        };
        if leaf.chars().count() > 2 && words.contains(&leaf) {
            words = words.replace(&leaf, "…");
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use crate::json;

    #[derive(Debug, Deserialize)]
    #[allow(dead_code, reason = "only its errors are read")]
    struct Payer {
        openid: String,
        total: u64,
        kind: Kind,
    }

    #[derive(Debug, Deserialize)]
    enum Kind {
        Jsapi,
    }

    #[test]
    fn values_are_left_out_and_all_else_is_kept() {
        for (json, expected) in [
            (
                r#"{"openid":7}"#,
                "`openid`: invalid type: integer …, expected a string",
            ),
            (
                r#"{"total":"张三丰, expected nobody"}"#,
                "`total`: invalid type: string …, expected u64",
            ),
            (
                r#"{"kind":"oUpF8uMuAJO"}"#,
                "`kind`: unknown variant …, expected `Jsapi`",
            ),
            (
                r#"{"total":-5}"#,
                "`total`: invalid value: integer …, expected u64",
            ),
            (r#"{"openid":"x"}"#, "`total`: missing field"),
            (
                r#"{"openid":[]}"#,
                "`openid`: invalid type: sequence, expected a string",
            ),
            (
                r#"{"openid"#,
                "EOF while parsing a string at line 1 column 8",
            ),
            ("<html>", "expected value at line 1 column 1"),
        ] {
            let error = json::read::<Payer>(json.as_bytes()).unwrap_err();
            assert_eq!(error.to_string(), expected, "{json}");
        }
    }
}
