//! The JSON of `-d`: written there, in `@FILE`, or on standard input with `-`.

use std::{fmt, path::Path};

use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Number, Value, value::RawValue};

use crate::{
    content::name_of_keys,
    failure::{Failure, Result},
    file,
    json::{Json, MAX_DEPTH, pointer},
};

/// Reads the JSON. Errors name it by `subject`, such as `the body`, and by its file; say the member or the line and the
/// column; and quote nothing.
pub(crate) fn read(data: &str, subject: &str) -> Result<Value> {
    let (content, source) = match (data, data.strip_prefix('@')) {
        (_, Some("")) => {
            return Err(
                Failure::configuration(format!("{subject} is `@` without a file"))
                    .cure("name a file after the @, or give - for standard input"),
            );
        }
        ("-", _) | (_, Some("-")) => (file::read_standard_input()?, Source::StandardInput),
        (_, Some(path)) => (file::read(Path::new(path))?, Source::File(path)),
        (json, None) => (json.into(), Source::Argument(json)),
    };
    let subject = source.subject(subject);
    if let Some(name) = name_of_keys(&content) {
        return Err(
            Failure::configuration(format!("{subject} is {name}, not JSON"))
                .cure("name a file with JSON; nothing was sent"),
        );
    }
    let text = file::text(content).ok_or_else(|| {
        Failure::configuration(format!("{subject} is no text in UTF-8"))
            .cure("save the JSON as UTF-8")
    })?;
    if text.trim().is_empty() {
        return Err(source.with_cure(Failure::configuration(format!("{subject} is empty"))));
    }
    let not_kept = |error: &dyn fmt::Display| {
        Failure::configuration(format!("{subject} cannot be kept as it is: {error}"))
    };
    if let Some(problem) = inexact(&text) {
        return Err(not_kept(&problem));
    }
    serde_json::from_str(&text)
        .map(|Exact(value)| value)
        .map_err(|error| match error.is_data() {
            true => not_kept(&error),
            false => source.with_cure(Failure::configuration(format!(
                "{subject} is no JSON: {error}"
            ))),
        })
}

/// The place that JSON came from.
#[derive(Clone, Copy)]
enum Source<'a> {
    Argument(&'a str),
    File(&'a str),
    StandardInput,
}

impl Source<'_> {
    fn subject(self, subject: &str) -> String {
        match self {
            Self::Argument(_) => subject.to_owned(),
            Self::File(path) => format!("{subject} in {path}"),
            Self::StandardInput => format!("{subject} on standard input"),
        }
    }

    /// Adds the step to mend a text that is no JSON.
    fn with_cure(self, failure: Failure) -> Failure {
        match self {
            Self::Argument(path) if Path::new(path).is_file() => {
                failure.cure(format!("name a file with @: -d @{path}"))
            }
            Self::Argument(_) => failure
                .cure("quote JSON for the shell: -d '{\"name\": \"value\"}'; or use -d @FILE"),
            Self::File(_) => failure.cure("correct the file, or name another one"),
            Self::StandardInput => failure.cure("write JSON to standard input"),
        }
    }
}

const WHOLE: &str = "has a fraction of 0, an exponent or too many digits: write a whole number with at most 64 bits, and only with digits";
const FRACTION: &str = "has more digits than can be kept: write at most 15";

/// The first number that is not kept as it is, with its JSON pointer, or the first value that is too deep to be looked at.
/// `None` for a text that is no JSON.
fn inexact(text: &str) -> Option<String> {
    let raw: &RawValue = serde_json::from_str(text).ok()?;
    inexact_below(&Json::new(raw), "", 0)
}

fn inexact_below(json: &Json, place: &str, depth: usize) -> Option<String> {
    match json {
        Json::Object(members) => members
            .iter()
            .find_map(|(name, value)| inexact_below(value, &pointer(place, name), depth + 1)),
        Json::Array(items) => {
            let mut items = items.iter().enumerate();
            items.find_map(|(index, value)| {
                inexact_below(value, &format!("{place}/{index}"), depth + 1)
            })
        }
        Json::Raw(raw) if depth == MAX_DEPTH && raw.get().starts_with(['{', '[']) => Some(format!(
            "the value at `{place}` is deeper than {MAX_DEPTH} levels: nest objects and lists less deep"
        )),
        Json::Raw(raw) => {
            problem(raw.get()).map(|problem| format!("the number at `{place}` {problem}"))
        }
        Json::Text(_) => None,
    }
}

/// The problem of a number that is another one after it was read and printed. `None` for every other value.
fn problem(text: &str) -> Option<&'static str> {
    if !text.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
        return None;
    }
    let Ok(number) = serde_json::from_str::<Number>(text) else {
        return Some(WHOLE);
    };
    if number.is_i64() || number.is_u64() {
        return None;
    }
    match number.as_f64().is_none_or(|number| number.fract() == 0.0) {
        true => Some(WHOLE),
        false => (decimal(&number.to_string()) != decimal(text)).then_some(FRACTION),
    }
}

/// The sign, the digits without zeros at the ends, and the exponent of the last digit.
fn decimal(number: &str) -> Option<(bool, String, i64)> {
    let is_negative = number.starts_with('-');
    let number = number.trim_start_matches('-');
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let significant = digits.trim_end_matches('0');
    let zeros = digits.len() - significant.len();
    let shift = i64::try_from(zeros).ok()? - i64::try_from(fraction.len()).ok()?;
    let exponent = exponent.parse::<i64>().ok()?.checked_add(shift)?;
    let digits = significant.trim_start_matches('0').to_owned();
    Some((is_negative, digits, exponent))
}

/// JSON whose members come once each: of two with one name, `Value` would keep the last.
struct Exact(Value);

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ExactVisitor).map(Self)
    }
}

struct ExactVisitor;

impl<'de> Visitor<'de> for ExactVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Exact(value)) = items.next_element()? {
            list.push(value);
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some((name, Exact(value))) = entries.next_entry::<String, _>()? {
            if members.contains_key(&name) {
                return Err(de::Error::custom(format_args!(
                    "the member `{name}` comes twice"
                )));
            }
            members.insert(name, value);
        }
        Ok(members.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_that_would_change_is_refused() {
        let twice = r#"{"a":{"b":1,"c":2,"b":3}}"#;
        let whole = |pointer: &str| format!("the number at `{pointer}` {WHOLE}");
        for (text, error) in [
            (
                twice,
                "the member `b` comes twice at line 1 column 24".to_owned(),
            ),
            ("[1e2]", whole("/0")),
            ("[1.0]", whole("/0")),
            ("[1e400]", whole("/0")),
            ("[-0]", whole("/0")),
            (r#"{"amount":{"total":100.0}}"#, whole("/amount/total")),
            ("[100000000000000000001]", whole("/0")),
        ] {
            let failure = read(text, "the body").unwrap_err().to_string();
            assert_eq!(
                failure,
                format!("the body cannot be kept as it is: {error}")
            );
        }
        let fraction = r#"{"a/b":[0.30000000000000001]}"#;
        let failure = read(fraction, "the body").unwrap_err().to_string();
        assert_eq!(
            failure,
            "the body cannot be kept as it is: the number at `/a~1b/0` has more digits than can be kept: write at most 15"
        );
        assert_eq!(
            WHOLE,
            "has a fraction of 0, an exponent or too many digits: write a whole number with at most 64 bits, and only with digits"
        );
        let deep = format!(
            "{}1.10{}",
            "[".repeat(MAX_DEPTH + 1),
            "]".repeat(MAX_DEPTH + 1)
        );
        let failure = read(&deep, "the body").unwrap_err().to_string();
        assert_eq!(
            failure,
            format!(
                "the body cannot be kept as it is: the value at `{}` is deeper than 100 levels: nest objects and lists \
                 less deep",
                "/0".repeat(MAX_DEPTH)
            )
        );
        // A text that is not JSON, with a point that is not of a number.
        let half = r#"{"a":"\ud800."}"#;
        let failure = read(half, "the body").unwrap_err().to_string();
        assert_eq!(
            failure,
            "the body is no JSON: unexpected end of hex escape at line 1 column 13"
        );
        let failure = read("@", "the body").unwrap_err().to_string();
        assert_eq!(failure, "the body is `@` without a file");
        let kept = r#"{"a":[null,true,1.10,116.397421,1.5E-3,0.0000000000123456789012,-1,18446744073709551615,0.5,"\u4e2d"],"b":{}}"#;
        let value = read(kept, "the body").unwrap();
        assert_eq!(value, serde_json::from_str::<Value>(kept).unwrap());
    }
}
