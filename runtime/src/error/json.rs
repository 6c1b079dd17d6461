use std::{error, fmt};

/// Why a JSON text is not of a type: the parser's words without the values that they quote, which
/// may be a person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct JsonError(String);

impl From<serde_json::Error> for JsonError {
    fn from(error: serde_json::Error) -> Self {
        Self(without_values(&error.to_string()))
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl error::Error for JsonError {}

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
        .rfind(", expected ")
        .or_else(|| message.rfind(" at line "))
        .filter(|rest| *rest > start)
        .unwrap_or(message.len());
    let (before, after) = (message.get(..start), message.get(rest..));
    format!(
        "{}…{}",
        before.unwrap_or_default(),
        after.unwrap_or_default()
    )
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

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
                "invalid type: integer …, expected a string at line 1 column 11",
            ),
            (
                r#"{"total":"张三丰, expected nobody"}"#,
                "invalid type: string …, expected u64 at line 1 column 37",
            ),
            (
                r#"{"kind":"oUpF8uMuAJO"}"#,
                "unknown variant …, expected `Jsapi` at line 1 column 21",
            ),
            (
                r#"{"total":-5}"#,
                "invalid value: integer …, expected u64 at line 1 column 11",
            ),
            (
                r#"{"openid":"x"}"#,
                "missing field `total` at line 1 column 14",
            ),
            (
                r#"{"openid":[]}"#,
                "invalid type: sequence, expected a string at line 1 column 10",
            ),
            (
                r#"{"openid"#,
                "EOF while parsing a string at line 1 column 8",
            ),
            ("<html>", "expected value at line 1 column 1"),
        ] {
            let error = serde_json::from_str::<Payer>(json).unwrap_err();
            assert_eq!(JsonError::from(error).to_string(), expected, "{json}");
        }
    }
}
