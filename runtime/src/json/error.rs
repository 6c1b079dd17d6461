//! Errors of JSON from outside: the kind, the path and the expected type, without the values.

mod expected;

use std::{error, fmt};

use serde_json::Value;

use self::expected::{is_count, is_kind, one_of};
use super::{Declared, is_field_name, kind, pointer::Place};

/// The reason why a JSON text does not have the declared type, and the place in the text. Values that the parser
/// quotes are left out, because such values may be personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct JsonError {
    message: String,
    place: Place,
    found: Option<&'static str>,
    expected: Option<String>,
}

impl JsonError {
    /// An error about the whole text.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            place: Place::default(),
            found: None,
            expected: None,
        }
    }

    /// An error about a text that is JSON of the kind `found`, and not an object.
    pub(crate) fn not_object(found: &'static str) -> Self {
        Self {
            found: Some(found),
            expected: Some("an object".to_owned()),
            ..Self::new(format!("found a JSON {found}, expected an object"))
        }
    }

    /// The error of a type that does not read an empty text, which is read as `{}`.
    pub(super) fn of_empty_text(self) -> Self {
        Self {
            message: format!("{}: the body is empty", self.message),
            ..self
        }
    }

    /// An error about the value at this place, with the declaration of its type.
    pub(crate) fn at(
        error: &serde_json::Error,
        mut place: Place,
        value: &str,
        declared: Option<Declared>,
    ) -> Self {
        let position = format!(" at line {} column {}", error.line(), error.column());
        let message = error.to_string();
        let message = message.strip_suffix(&position).unwrap_or(&message);
        if !error.is_data() {
            let message = SYNTAX_MESSAGES.into_iter().find(|known| *known == message);
            return Self {
                place,
                found: Some(kind(value)),
                ..Self::new(message.unwrap_or(REFUSED_MESSAGE))
            };
        }
        let refused = RefusedValue {
            message,
            path: &place.path,
            value,
            declared,
        };
        if let Some(field) = refused.field("missing field `") {
            let field = field.to_owned();
            place.push_name(&field);
            return Self {
                place,
                ..Self::new("missing field")
            };
        }
        let expected = refused.expected();
        let found = refused.found();
        Self {
            message: refused.reason(found, expected.as_deref()),
            found: Some(found),
            expected,
            place,
        }
    }

    /// The path of the value, such as `items[2].name`. Empty for the whole text.
    pub(crate) fn path(&self) -> &str {
        &self.place.path
    }

    /// The JSON pointer to the value, such as `/items/2/name`. Empty for the whole text.
    pub(crate) fn pointer(&self) -> &str {
        &self.place.pointer
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
        if !self.place.path.is_empty() {
            write!(f, "`{}`: ", self.place.path)?;
        }
        f.write_str(&self.message)
    }
}

impl error::Error for JsonError {}

/// Messages of this crate, without their numbers. They quote no values.
const OWN_MESSAGES: [&str; 9] = [
    "sensitive field: not-base64",
    "sensitive field: decrypt-failed",
    "sensitive field: not-utf8",
    "sensitive field: the signer did not decrypt in time",
    "a sensitive value is read only from a verified response",
    "an encrypted file needs both encrypt_key and nonce",
    "download_bill_count is , and the list has ",
    "a file of the list has no bill_sequence",
    "bill_sequence must count up from without a gap, and is in the place of ",
];

/// The prefix of this crate's message for the error of a signer.
const SIGNER_PREFIX: &str = "sensitive field: the signer does not decrypt: ";

const REFUSED_MESSAGE: &str = "refused by its type";

/// serde_json's syntax messages that are true for well-formed JSON. Its other syntax messages would mislead: it
/// reports a map key that is not a number, or an enum with two variants, as malformed text.
const SYNTAX_MESSAGES: [&str; 4] = [
    "recursion limit exceeded",
    "number out of range",
    "lone leading surrogate in hex escape",
    "unexpected end of hex escape",
];

/// The longest text about the expected type, in characters. An enum may have very many variants.
const MAX_EXPECTED: usize = 256;

/// The kinds of values in serde's messages, with their kinds in JSON. `None` if several are possible.
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

const EXPECTED_SEPARATOR: &str = ", expected ";

/// A value that its type refuses.
struct RefusedValue<'a> {
    message: &'a str,
    path: &'a str,
    value: &'a str,
    /// `None` for a type that is neither struct nor enum, and if serde buffers the value.
    declared: Option<Declared>,
}

impl RefusedValue<'_> {
    /// The printable part of a message. serde's messages are known, and so are this crate's. Any other message
    /// comes from a type of the user's, and may quote the value in any form.
    fn reason(&self, json: &'static str, expected: Option<&str>) -> String {
        if self.message.starts_with(SIGNER_PREFIX) || is_own_message(self.message) {
            return self.message.to_owned();
        }
        if let Some(field) = self.field("duplicate field `") {
            return format!("duplicate field `{field}`");
        }
        let Some((known, found)) = split_message(self.message) else {
            return REFUSED_MESSAGE.to_owned();
        };
        // A type may have found a number inside a string.
        let kind = KINDS.into_iter().find_map(|(kind, of)| {
            let fits = of.is_none_or(|of| of == json);
            (found.starts_with(kind) && fits).then_some(kind)
        });
        let mut text = known.to_owned();
        match kind {
            Some(kind)
                if found
                    .strip_prefix(kind)
                    .is_some_and(|rest| rest.starts_with(EXPECTED_SEPARATOR)) =>
            {
                text += &format!(": {kind}");
            }
            Some(kind) => text += &format!(": {kind} …"),
            None => text += " …",
        }
        if let Some(expected) = expected {
            text += EXPECTED_SEPARATOR;
            text += expected;
        }
        text
    }

    /// The kind of the refused value. If serde buffers the outer value, only its message knows the kind of the
    /// inner value.
    fn found(&self) -> &'static str {
        let found = kind(self.value);
        let reads_ahead = self.declared.is_none() && matches!(found, "object" | "array");
        let inner = split_message(self.message)
            .filter(|(known, _)| reads_ahead && known.starts_with("invalid"));
        let inner =
            inner.and_then(|(_, message)| KINDS.iter().find(|(kind, _)| message.starts_with(kind)));
        inner.and_then(|(_, kind)| *kind).unwrap_or(found)
    }

    /// The field that the message names, if it is declared. If the declaration is unknown, a name that does not
    /// reveal the value is accepted.
    fn field(&self, begin: &str) -> Option<&str> {
        let field = self.message.strip_prefix(begin)?.strip_suffix('`')?;
        // Only an object can lack a field or repeat one.
        let is_known = kind(self.value) == "object"
            && match self.declared {
                Some(declared) => declared.names.contains(&field),
                None => is_name(field) && !contains_name(self.value, field),
            };
        Some(field).filter(|_| is_known)
    }

    /// The expected kind or names in the message, if they have one of serde's fixed forms or are declared.
    /// Otherwise a type of the user's may quote the value there.
    fn expected(&self) -> Option<String> {
        let of_names = ["unknown field `", "unknown variant `"];
        if of_names.iter().any(|begin| self.message.starts_with(begin)) {
            let names = one_of(self.declared?.names);
            let is_declared = self
                .message
                .ends_with(&format!("{EXPECTED_SEPARATOR}{names}"));
            return is_declared.then(|| excerpt(&names).to_owned());
        }
        // The last occurrence counts: a quoted value may contain the separator too.
        let (_, expected) = self.message.rsplit_once(EXPECTED_SEPARATOR)?;
        let is_known = is_kind(expected) || self.is_declared(expected);
        is_known.then(|| excerpt(expected).to_owned())
    }

    /// True if the text describes the declaration, such as `struct Name with 2 elements`.
    fn is_declared(&self, expected: &str) -> bool {
        const DECLARED: [&str; 7] = [
            "struct variant ",
            "struct ",
            "enum ",
            "unit struct ",
            "tuple struct ",
            "tuple variant ",
            "adjacently tagged enum ",
        ];
        let (expected, count) = expected
            .split_once(" with ")
            .unwrap_or((expected, "1 element"));
        let description = DECLARED
            .iter()
            .find_map(|prefix| expected.strip_prefix(prefix));
        let (Some(declared), Some(description)) = (self.declared, description) else {
            return false;
        };
        let (name, variant) = match description.split_once("::") {
            Some((name, variant)) => (name, Some(variant)),
            None => (description, None),
        };
        // The path ends with the variant.
        let last_segment = self.path.rsplit('.').next();
        name == declared.name && (variant.is_none() || variant == last_segment) && is_count(count)
    }
}

/// Splits a message of serde into its fixed beginning and its description of the value found.
fn split_message(message: &str) -> Option<(&str, &str)> {
    let known = [
        "invalid type",
        "invalid value",
        "invalid length",
        "unknown variant",
        "unknown field",
    ];
    let known = known.into_iter().find(|known| message.starts_with(known))?;
    let (known, found) = message.split_at_checked(known.len())?;
    Some((known, found.strip_prefix(": ").unwrap_or_default()))
}

fn is_own_message(message: &str) -> bool {
    let without_numbers = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "");
    let message = without_numbers(message).replace("  ", " ");
    OWN_MESSAGES
        .iter()
        .any(|own| without_numbers(own) == message)
}

fn excerpt(text: &str) -> &str {
    let end = text
        .char_indices()
        .nth(MAX_EXPECTED)
        .map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or_default()
}

/// True if a text reads like the name of a field. Four or more digits may be personal data.
fn is_name(text: &str) -> bool {
    let is_allowed =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '$' | '@');
    text.len() <= 64
        && text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(is_allowed)
        && text.bytes().filter(u8::is_ascii_digit).count() < 4
}

/// True if a JSON value contains this name or a part of it, in any case. Keys that read like names of fields
/// are not compared, because a path shows them too.
fn contains_name(json: &str, name: &str) -> bool {
    let name = normalized(name);
    let mut values = Vec::from_iter(serde_json::from_str::<Value>(json));
    let is_similar = |data: &str| {
        let data = normalized(data);
        // One or two letters are part of any word.
        data.contains(&name) || (data.len() > 2 && name.contains(&data))
    };
    while let Some(value) = values.pop() {
        let found = match value {
            Value::String(text) => is_similar(&text),
            Value::Number(number) => is_similar(&number.to_string()),
            Value::Array(items) => {
                values.extend(items);
                false
            }
            Value::Object(members) => members.into_iter().any(|(key, value)| {
                values.push(value);
                !is_field_name(&key) && is_similar(&key)
            }),
            Value::Null | Value::Bool(_) => false,
        };
        if found {
            return true;
        }
    }
    false
}

fn normalized(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
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
    fn values_are_left_out_and_everything_else_is_kept() {
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
