//! The `detail` of an error response, as far as a text may show it: the field and what is wrong with it. Its
//! `value` may be personal and stays out.

use std::fmt;

use serde_json::Value;

use super::excerpt;

/// How many entries a text shows.
const SHOWN: usize = 4;

/// Characters of the shortest value that is left out of field and issue. A shorter one is part of many
/// words.
const CONCEALED: usize = 3;

/// `detail` has no fixed shape: one entry, a list of them, or one that nests another.
const DEPTH: usize = 3;

/// A parameter that WeChat Pay refuses.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Fault {
    field: Option<String>,
    issue: Option<String>,
}

/// The entries of a `detail`, the first few of them.
pub(super) fn faults(detail: &Value) -> Vec<Fault> {
    let mut found = Vec::new();
    collect(detail, DEPTH, &mut found);
    found
}

fn collect(detail: &Value, depth: usize, found: &mut Vec<Fault>) {
    if depth == 0 || found.len() == SHOWN {
        return;
    }
    match detail {
        Value::Array(entries) => {
            for entry in entries {
                collect(entry, depth - 1, found);
            }
        }
        Value::Object(entry) => {
            let nested = entry.get("detail");
            let values: Vec<_> = [Some(detail), nested]
                .into_iter()
                .flatten()
                .filter_map(value_of)
                .collect();
            let text = |name| {
                let of = |it: &Value| shown(it.get(name)?.as_str()?, &values);
                of(detail).or_else(|| of(nested?))
            };
            match (text("field"), text("issue")) {
                (None, None) => {
                    nested
                        .into_iter()
                        .for_each(|it| collect(it, depth - 1, found));
                }
                (field, issue) => found.push(Fault { field, issue }),
            }
        }
        _ => {}
    }
}

/// The text of an entry without the values, which may be personal. `None` if nothing is left.
fn shown(text: &str, values: &[String]) -> Option<String> {
    let text = values
        .iter()
        .fold(text.to_owned(), |text, value| text.replace(value, "…"));
    let text = text.trim();
    (!text.is_empty()).then(|| excerpt(text).to_owned())
}

/// The `value` of an entry, if it is long enough to tell something.
fn value_of(entry: &Value) -> Option<String> {
    let value = match entry.get("value")? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (value.chars().count() >= CONCEALED).then_some(value)
}

/// `/amount/currency: Currency code is invalid`
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for text in [&self.field, &self.issue].into_iter().flatten() {
            write!(f, "{separator}{}", text.escape_debug())?;
            separator = ": ";
        }
        Ok(())
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn text(detail: &Value) -> String {
        let faults: Vec<_> = faults(detail).iter().map(Fault::to_string).collect();
        faults.join(" | ")
    }

    #[test]
    fn field_and_issue_are_shown_in_every_shape_and_the_value_in_none() {
        let value = json!("PLANTED");
        for (detail, expected) in [
            (
                json!({ "field": "/amount/currency", "issue": "is invalid", "location": "body", "value": value }),
                "/amount/currency: is invalid",
            ),
            (json!({ "field": "mchid", "value": value }), "mchid"),
            (
                json!({ "issue": "too\nlong", "value": value }),
                "too\\nlong",
            ),
            (
                json!({ "field": "signature", "detail": { "issue": "sign not match", "value": value } }),
                "signature: sign not match",
            ),
            (
                json!([{ "field": "a", "value": value }, { "field": "b", "issue": "c" }]),
                "a | b: c",
            ),
            (json!({ "detail": { "field": "a", "issue": "b" } }), "a: b"),
            (json!({ "location": null, "value": [value] }), ""),
            (json!({ "field": 7, "issue": { "x": value } }), ""),
            (json!("PLANTED"), ""),
            (json!(null), ""),
            (json!([[[[{ "field": "deep" }]]]]), ""),
        ] {
            assert_eq!(text(&detail), expected, "{detail}");
        }
    }

    #[test]
    fn blank_parts_are_left_out_and_values_concealed() {
        for (detail, expected) in [
            (json!({ "field": "", "issue": "x" }), "x"),
            (json!({ "field": "a", "issue": " \n" }), "a"),
            (json!({ "field": " ", "issue": "" }), ""),
            (json!([{ "field": "" }, { "field": "b" }]), "b"),
            (
                json!({ "field": "", "detail": { "field": "a", "issue": "b" } }),
                "a: b",
            ),
            (
                json!({ "field": "a", "issue": "value 6222 is wrong: 6222", "value": "6222" }),
                "a: value … is wrong: …",
            ),
            (
                json!({ "field": "/张三丰", "issue": "x", "value": " 张三丰 " }),
                "/…: x",
            ),
            (
                json!({ "issue": "1250 is too much", "value": 1250 }),
                "… is too much",
            ),
            (
                json!({ "issue": "12.5 is no integer", "value": 12.5 }),
                "… is no integer",
            ),
            (
                json!({ "field": "a", "detail": { "issue": "PLANTED", "value": "PLANTED" } }),
                "a: …",
            ),
            // Part of any word.
            (
                json!({ "issue": "is invalid", "value": "is" }),
                "is invalid",
            ),
        ] {
            assert_eq!(text(&detail), expected, "{detail}");
        }
        // Concealed before the text is cut.
        let value = "7".repeat(300);
        let issue = format!("{}{value}", "x".repeat(200));
        let expected = format!("{}…", "x".repeat(200));
        assert_eq!(text(&json!({ "issue": issue, "value": value })), expected);
    }

    #[test]
    fn a_long_detail_is_cut() {
        let many: Vec<_> = (0..100)
            .map(|it| json!({ "field": it.to_string() }))
            .collect();
        assert_eq!(text(&json!(many)), "0 | 1 | 2 | 3");
        assert_eq!(
            text(&json!({ "field": "x".repeat(1_000) })),
            "x".repeat(256)
        );
    }
}
