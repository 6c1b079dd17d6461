//! The printable part of an error response's `detail`: the field and the issue. The `value` may be personal, so
//! it is left out.

use std::fmt;

use serde_json::{Value, value::RawValue};

use crate::head::excerpt;

/// The most entries that are shown.
const MAX_ENTRIES: usize = 4;

/// The shortest ASCII value that is redacted. A shorter one is part of many words.
const MIN_ASCII_VALUE: usize = 3;

/// Bounds of the search for values, in bytes of text and in values. Beyond them the whole text is redacted.
const MAX_TEXT: usize = 16 * 1024;
const MAX_VALUES: usize = 1024;

/// `detail` has no fixed shape: an entry, a list of entries, or an entry inside another.
const MAX_DEPTH: usize = 3;

/// An entry of the `detail`: a parameter that WeChat Pay refuses, and why.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct DetailEntry {
    field: Option<String>,
    issue: Option<String>,
}

/// The message of an error response and the first entries of its `detail`, without the refused values. If the
/// detail is not readable, the whole message is redacted, because the detail may hold any value.
pub(super) fn redacted(
    message: Option<&str>,
    detail: Option<&RawValue>,
) -> (Option<String>, Vec<DetailEntry>) {
    let Ok(detail) = serde_json::from_str::<Value>(detail.map_or("null", RawValue::get)) else {
        return (message.map(|_| "…".to_owned()), Vec::new());
    };
    let values = Values::of(&detail);
    let message = message.map(|message| excerpt(&values.redact(message)).to_owned());
    let mut entries = Vec::new();
    collect(&detail, MAX_DEPTH, &values, &mut entries);
    (message, entries)
}

fn collect(detail: &Value, depth: usize, values: &Values, found: &mut Vec<DetailEntry>) {
    if depth == 0 || found.len() == MAX_ENTRIES {
        return;
    }
    match detail {
        Value::Array(entries) => {
            for entry in entries {
                collect(entry, depth - 1, values, found);
            }
        }
        Value::Object(entry) => {
            let nested = entry.get("detail");
            let text = |name| {
                let text_of = |entry: &Value| redacted_text(entry.get(name)?.as_str()?, values);
                text_of(detail).or_else(|| text_of(nested?))
            };
            match (text("field"), text("issue")) {
                (None, None) => {
                    nested
                        .into_iter()
                        .for_each(|inner| collect(inner, depth - 1, values, found));
                }
                (field, issue) => found.push(DetailEntry { field, issue }),
            }
        }
        _ => {}
    }
}

/// The text of an entry without the refused values. `None` if nothing is left.
fn redacted_text(text: &str, values: &Values) -> Option<String> {
    let text = values.redact(text);
    let text = text.trim();
    (!text.is_empty()).then(|| excerpt(text).to_owned())
}

/// The texts and numbers of every `value` in a `detail`. Longer ones come first, because a shorter one may be
/// part of a longer one.
struct Values(Vec<String>);

impl Values {
    fn of(detail: &Value) -> Self {
        let mut values = Vec::new();
        find(detail, false, &mut values);
        values.retain(|value| !value.is_ascii() || value.len() >= MIN_ASCII_VALUE);
        values.sort_unstable_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        values.dedup();
        Self(values)
    }

    /// The text with `…` in place of each value.
    fn redact(&self, text: &str) -> String {
        let Self(values) = self;
        if values.is_empty() {
            return text.to_owned();
        }
        if text.len() > MAX_TEXT || values.len() > MAX_VALUES {
            return "…".to_owned();
        }
        values
            .iter()
            .fold(text.to_owned(), |text, value| text.replace(value, "…"))
    }
}

/// Finds the texts and numbers below each `value`, at any depth. The parser limits the depth.
fn find(json: &Value, is_value: bool, found: &mut Vec<String>) {
    match json {
        Value::String(text) if is_value => found.push(text.trim().to_owned()),
        Value::Number(number) if is_value => found.push(number.to_string()),
        Value::Array(items) => {
            for item in items {
                find(item, is_value, found);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                find(member, is_value || name == "value", found);
            }
        }
        _ => {}
    }
}

/// `/amount/currency: Currency code is invalid`
impl fmt::Display for DetailEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for text in [&self.field, &self.issue].into_iter().flatten() {
            write!(f, "{separator}{}", text.escape_debug())?;
            separator = ": ";
        }
        Ok(())
    }
}

impl fmt::Debug for DetailEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn text(detail: &Value) -> String {
        let detail = serde_json::value::to_raw_value(detail).unwrap();
        let (_, entries) = redacted(None, Some(&detail));
        let entries: Vec<_> = entries.iter().map(DetailEntry::to_string).collect();
        entries.join(" | ")
    }

    #[test]
    fn field_and_issue_are_shown_in_every_shape_and_values_in_none() {
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
    fn blank_parts_are_left_out_and_values_are_redacted() {
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
            // A part of many words.
            (
                json!({ "issue": "is invalid", "value": "is" }),
                "is invalid",
            ),
        ] {
            assert_eq!(text(&detail), expected, "{detail}");
        }
        // Redacted before the text is cut.
        let value = "7".repeat(300);
        let issue = format!("{}{value}", "x".repeat(200));
        let expected = format!("{}…", "x".repeat(200));
        assert_eq!(text(&json!({ "issue": issue, "value": value })), expected);
    }

    #[test]
    fn values_are_redacted_in_every_place_and_shape() {
        for (detail, expected) in [
            (
                json!({ "field": "user_name", "issue": "张三与实名信息不符", "value": "张三" }),
                "user_name: …与实名信息不符",
            ),
            (
                json!({ "issue": "张 is short", "value": "张" }),
                "… is short",
            ),
            (
                json!({ "issue": "oUpF8 is no receiver", "value": ["oUpF8"] }),
                "… is no receiver",
            ),
            (
                json!({ "issue": "oUpF8 has 1250", "value": { "account": "oUpF8", "more": [[1250]] } }),
                "… has …",
            ),
            (
                json!([{ "field": "a", "value": "oUpF8" }, { "field": "b", "issue": "oUpF8 is twice" }]),
                "a | b: … is twice",
            ),
            (
                json!([{ "field": "b", "issue": "oUpF8 is twice" }, { "field": "a", "value": "oUpF8" }]),
                "b: … is twice | a",
            ),
            (
                json!({ "field": "a", "issue": "622202 is wrong", "detail": [{ "value": "622202" }] }),
                "a: … is wrong",
            ),
            (
                json!({ "field": "a", "issue": "x 622202", "more": [[[[[{ "value": 622202 }]]]]] }),
                "a: x …",
            ),
            // The longer value first, so that no part of it is left.
            (
                json!([{ "issue": "张三丰 and 张三", "value": "张三" }, { "value": "张三丰" }]),
                "… and …",
            ),
            // Names of members are not values.
            (
                json!({ "issue": "account is wrong", "value": { "account": true } }),
                "account is wrong",
            ),
        ] {
            assert_eq!(text(&detail), expected, "{detail}");
        }
    }

    #[test]
    fn the_whole_text_is_redacted_if_a_search_for_values_would_take_long() {
        let many: Vec<_> = (0..=MAX_VALUES).map(|n| format!("value {n}")).collect();
        let detail = json!({ "field": "a", "issue": "b", "value": many });
        assert_eq!(text(&detail), "…: …");
        let issue = "x".repeat(MAX_TEXT + 1);
        let detail = json!({ "field": "a", "issue": issue, "value": "PLANTED" });
        assert_eq!(text(&detail), "a: …");
    }

    #[test]
    fn a_long_detail_is_cut() {
        let many: Vec<_> = (0..100)
            .map(|n| json!({ "field": n.to_string() }))
            .collect();
        assert_eq!(text(&json!(many)), "0 | 1 | 2 | 3");
        assert_eq!(
            text(&json!({ "field": "x".repeat(1_000) })),
            "x".repeat(256)
        );
    }
}
