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

    /// An error of a whole text that is JSON of this kind, and no object.
    pub(crate) fn not_object(found: &'static str) -> Self {
        Self {
            found: Some(found),
            expected: Some("an object".to_owned()),
            ..Self::new(format!("found a JSON {found}, expected an object"))
        }
    }

    /// An error of the value at this path.
    pub(crate) fn at(error: serde_json::Error, path: String, value: &str) -> Self {
        let position = format!(" at line {} column {}", error.line(), error.column());
        let words = error.to_string();
        let words = words.strip_suffix(&position).unwrap_or(&words);
        let data = Data::of(value);
        let missing = data.is_object.then(|| field(words, "missing field `"));
        if let Some(field) = missing.flatten().filter(|field| !data.holds(field)) {
            return Self {
                path: match &*path {
                    "" => field.to_owned(),
                    outer => format!("{outer}.{field}"),
                },
                ..Self::new("missing field")
            };
        }
        let expected = expected(words, &data);
        Self {
            path,
            words: reason(words, expected, &data),
            found: Some(told(words).unwrap_or_else(|| kind(value))),
            expected: expected.map(str::to_owned),
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

/// This crate's own words, without the numbers in them.
const OWN: [&str; 9] = [
    "sensitive field: not-base64",
    "sensitive field: decrypt-failed",
    "sensitive field: not UTF-8",
    "sensitive field: the signer did not decrypt in time",
    "a sensitive value is read only from a verified answer",
    "encrypt_key and nonce go together",
    "download_bill_count is , and the list has ",
    "a file of the list has no bill_sequence",
    "bill_sequence must count up from without a gap, and is in the place of ",
];

/// The beginning of this crate's words for an error of a signer, which follows.
const SIGNER: &str = "sensitive field: the signer does not decrypt: ";

/// The longest text that tells what was expected: an enum may have very many variants.
const SHOWN: usize = 256;

/// The kinds that serde's words tell was found, and the kinds of JSON; none if the words leave it open.
const KINDS: [(&str, Option<&str>); 12] = [
    ("string", Some("string")),
    ("integer", Some("number")),
    ("floating point", Some("number")),
    ("boolean", Some("boolean")),
    ("character", Some("string")),
    ("byte array", Some("string")),
    ("null", Some("null")),
    ("unit value", Some("null")),
    ("sequence", Some("array")),
    ("map", Some("object")),
    ("enum", None),
    ("Option value", None),
];

const EXPECTED: &str = ", expected ";

/// What may be shown of an error's words. serde's are known, and so are this crate's. All other words are of
/// a type of the user's: they may hold the value, in whatever form.
fn reason(words: &str, expected: Option<&str>, data: &Data) -> String {
    if words.starts_with(SIGNER) || is_own(words) {
        return words.to_owned();
    }
    let duplicate = data.is_object.then(|| field(words, "duplicate field `"));
    if let Some(field) = duplicate.flatten().filter(|field| !data.holds(field)) {
        return format!("duplicate field `{field}`");
    }
    let Some((known, found)) = refusal(words) else {
        return "refused by its type".to_owned();
    };
    let kind = KINDS.map(|(kind, _)| kind);
    let kind = kind.into_iter().find(|kind| found.starts_with(kind));
    let mut shown = known.to_owned();
    match kind {
        Some(kind)
            if found
                .strip_prefix(kind)
                .is_some_and(|it| it.starts_with(EXPECTED)) =>
        {
            shown += &format!(": {kind}");
        }
        Some(kind) => shown += &format!(": {kind} …"),
        None => shown += " …",
    }
    if let Some(expected) = expected {
        shown += EXPECTED;
        shown += expected;
    }
    shown
}

/// The words with which serde begins, and the words of what it found.
fn refusal(words: &str) -> Option<(&str, &str)> {
    let known = [
        "invalid type",
        "invalid value",
        "invalid length",
        "unknown variant",
        "unknown field",
    ];
    let known = known.into_iter().find(|known| words.starts_with(known))?;
    let (known, found) = words.split_at_checked(known.len())?;
    Some((known, found.strip_prefix(": ").unwrap_or_default()))
}

/// The JSON kind of the value that serde refused. It is deeper than the path where serde reads ahead.
fn told(words: &str) -> Option<&'static str> {
    let (known, found) = refusal(words)?;
    let kind = KINDS.iter().find(|(kind, _)| found.starts_with(kind));
    kind.filter(|_| known.starts_with("invalid"))?.1
}

fn is_own(words: &str) -> bool {
    let without_numbers = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "");
    let words = without_numbers(words).replace("  ", " ");
    OWN.iter().any(|own| without_numbers(own) == words)
}

/// The kind or the names that serde's words expect, if they are of its fixed forms. A type of the user's may
/// expect in words that hold the value.
fn expected<'w>(words: &'w str, data: &Data) -> Option<&'w str> {
    // The last one: a value can hold these words too.
    let (before, expected) = words.rsplit_once(EXPECTED)?;
    let of_names = (before.starts_with("unknown field `") && data.is_object)
        || before.starts_with("unknown variant `");
    let fixed = if of_names {
        are_names(expected)
    } else {
        is_kind(expected)
    };
    Some(excerpt(expected)).filter(|it| fixed && !data.holds(it))
}

fn excerpt(text: &str) -> &str {
    let end = text
        .char_indices()
        .nth(SHOWN)
        .map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or_default()
}

/// `` `a` ``, `` `a` or `b` ``, `` one of `a`, `b` ``
fn are_names(expected: &str) -> bool {
    let names = expected.strip_prefix("one of ").unwrap_or(expected);
    let mut names = names.split(", ").flat_map(|names| names.split(" or "));
    names.all(|name| field(name, "`").is_some())
}

/// A kind of serde's own types, or of a declared type.
fn is_kind(expected: &str) -> bool {
    const KINDS: [&str; 31] = [
        "a string",
        "a borrowed string",
        "a character",
        "a boolean",
        "a sequence",
        "a map",
        "a bool",
        "an object",
        "any value",
        "any valid JSON value",
        "unit",
        "option",
        "bool",
        "i8",
        "i16",
        "i32",
        "i64",
        "i128",
        "isize",
        "u8",
        "u16",
        "u32",
        "u64",
        "u128",
        "usize",
        "f32",
        "f64",
        "variant identifier",
        "field identifier",
        "map with a single key",
        "internally tagged enum",
    ];
    const DECLARED: [&str; 8] = [
        "struct ",
        "enum ",
        "unit struct ",
        "tuple struct ",
        "newtype struct ",
        "struct variant ",
        "tuple variant ",
        "adjacently tagged enum ",
    ];
    const COUNTED: [&str; 4] = [
        "a tuple of size ",
        "an array of length ",
        "a nonzero ",
        "1 element in map",
    ];
    let is_word = |text: &str| {
        text.len() <= 64
            && text
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == ':')
    };
    let behind = |begins: &[&str]| begins.iter().find_map(|begin| expected.strip_prefix(begin));
    KINDS.contains(&expected)
        || behind(&DECLARED).is_some_and(|name| {
            // `struct Name with 2 elements`
            is_word(name.split(" with ").next().unwrap_or_default())
        })
        || behind(&COUNTED).is_some_and(is_word)
}

/// The name of a field behind `words`: of letters, digits and what may join them.
fn field<'w>(message: &'w str, words: &str) -> Option<&'w str> {
    let name = message.strip_prefix(words)?.strip_suffix('`')?;
    let joined = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '$' | '@');
    let is_name =
        name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && name.chars().all(joined);
    Some(name).filter(|_| is_name && name.len() <= 64)
}

/// The texts and numbers of the refused value, which no words may hold.
struct Data {
    leaves: Vec<String>,
    /// Only an object lacks a field, or has one twice.
    is_object: bool,
}

impl Data {
    fn of(value: &str) -> Self {
        let mut leaves = Vec::new();
        let mut values = Vec::from_iter(serde_json::from_str::<Value>(value));
        while let Some(value) = values.pop() {
            match value {
                Value::String(text) => leaves.push(text),
                Value::Number(number) => leaves.push(number.to_string()),
                Value::Array(items) => values.extend(items),
                Value::Object(members) => {
                    for (name, value) in members {
                        leaves.push(name);
                        values.push(value);
                    }
                }
                Value::Null | Value::Bool(_) => {}
            }
        }
        Self {
            leaves,
            is_object: kind(value) == "object",
        }
    }

    /// One or two ASCII letters are a part of any word.
    fn holds(&self, words: &str) -> bool {
        self.leaves.iter().map(|leaf| leaf.trim()).any(|leaf| {
            let tells = leaf.len() > 2 && words.contains(leaf);
            tells || leaf.contains(words)
        })
    }
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
