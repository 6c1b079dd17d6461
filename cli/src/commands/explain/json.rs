//! The JSON objects in a text, and the errors, states and notifications in them.

use std::{borrow::Cow, ops::Range};

use serde_json::Value;
use wechatpay_client::advice::Clues;

use super::plain::{MAX_VAIN_READS, OF_LINES, OF_TEXTS};
use crate::commands::state::Reported;

/// A JSON object in a text.
#[derive(Debug)]
pub(super) struct Object {
    pub(super) place: Range<usize>,
    pub(super) value: Value,
}

/// The members of JSON that tell of an error.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Members {
    pub(super) codes: Vec<String>,
    pub(super) messages: Vec<String>,
    /// The fields that a `detail` names.
    pub(super) fields: Vec<String>,
    pub(super) fail_reasons: Vec<String>,
    pub(super) states: Vec<String>,
}

impl Object {
    pub(super) fn is_empty(&self) -> bool {
        self.value
            .as_object()
            .is_some_and(serde_json::Map::is_empty)
    }
}

/// The names of messages in responses of every kind, and of front ends.
const MESSAGES: [&str; 10] = [
    "message",
    "errMsg",
    "errmsg",
    "err_msg",
    "err_desc",
    "err_code_des",
    "return_msg",
    "error_description",
    "error_msg",
    "msg",
];

/// How deep JSON may be inside of texts of JSON, as loggers nest it.
const MAX_NESTED_TEXTS: u8 = 3;

/// The objects of a text, in order, without those inside of another one.
pub(super) fn objects(text: &str) -> Vec<Object> {
    let mut objects = Vec::new();
    let mut start = 0;
    let mut left = text.len().saturating_mul(MAX_VAIN_READS);
    while let Some(offset) = text.get(start..).and_then(|rest| rest.find('{')) {
        let begin = start + offset;
        let rest = text.get(begin..).unwrap_or_default();
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        start = match values.next() {
            Some(Ok(value)) => {
                let end = begin + values.byte_offset();
                let place = begin..end;
                objects.push(Object { place, value });
                end
            }
            Some(Err(error)) => {
                match left.checked_sub(read_before(&error, rest)) {
                    Some(rest) => left = rest,
                    None => break,
                }
                begin + 1
            }
            None => begin + 1,
        };
    }
    objects
}

/// The objects of a text inside of JSON, which may be escaped once more.
fn objects_inside(text: &str) -> Vec<Object> {
    let found = objects(text);
    if !found.iter().all(Object::is_empty) {
        return found;
    }
    let escapes = OF_LINES.iter().chain(&OF_TEXTS);
    let escapes = escapes.filter(|(mark, _)| text.contains(mark));
    let mut decoded = escapes.map(|(_, decode)| objects(&decode(text)));
    let decoded = decoded.find(|decoded| !decoded.iter().all(Object::is_empty));
    decoded.unwrap_or_default()
}

/// The number of bytes before an error.
fn read_before(error: &serde_json::Error, text: &str) -> usize {
    let lines = text.split_inclusive('\n');
    let before = lines.take(error.line().saturating_sub(1)).map(str::len);
    before.sum::<usize>() + error.column()
}

impl Members {
    pub(super) fn of<'v>(values: impl IntoIterator<Item = &'v Value>) -> Self {
        let mut members = Self::default();
        for value in values {
            members.collect(value, MAX_NESTED_TEXTS);
        }
        members
    }

    /// Reads signed values without the texts in them, which a user may have written.
    pub(super) fn outside_texts<'v>(values: impl IntoIterator<Item = &'v Value>) -> Self {
        let mut members = Self::default();
        for value in values {
            members.collect(value, 0);
        }
        members
    }

    pub(super) fn clues(&self) -> Clues {
        let clues = Clues::new();
        let clues = self.codes.iter().fold(clues, Clues::with_code);
        let clues = self.messages.iter().fold(clues, Clues::with_message);
        let reasons = self.fail_reasons.iter();
        let clues = reasons.fold(clues, Clues::with_fail_reason);
        self.states.iter().fold(clues, Clues::with_state)
    }

    /// Tests if the members tell of an error of WeChat Pay or a front end.
    pub(super) fn is_error(&self) -> bool {
        !self.codes.is_empty() || !self.fail_reasons.is_empty() || !self.states.is_empty() || {
            !self.messages.is_empty()
        }
    }

    fn collect(&mut self, value: &Value, nested: u8) {
        match value {
            Value::Object(object) => {
                let text = |name: &str| object.get(name).and_then(Value::as_str);
                let code = ["code", "err_code", "error_code"]
                    .iter()
                    .find_map(|name| text(name));
                self.codes
                    .extend(code.filter(|code| is_code(code)).map(str::to_owned));
                let messages = MESSAGES.iter().filter_map(|name| text(name));
                // A message without an error beside it is any program's.
                let messages = messages.filter(|message| is_message(message) || code.is_some());
                self.messages.extend(messages.map(str::to_owned));
                if code.is_some() {
                    self.collect_details(object.get("detail").unwrap_or(&Value::Null));
                }
                self.fail_reasons
                    .extend(text("fail_reason").map(str::to_owned));
                self.states.extend(state(object));
                for value in object.values() {
                    self.collect(value, nested);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.collect(item, nested)),
            Value::String(text) if nested > 0 => {
                for object in objects_inside(text) {
                    self.collect(&object.value, nested - 1);
                }
            }
            _ => {}
        }
    }

    /// Collects the texts of a `detail`, but not the refused value.
    fn collect_details(&mut self, detail: &Value) {
        match detail {
            Value::String(text) => self.messages.push(text.clone()),
            Value::Array(items) => items.iter().for_each(|item| self.collect_details(item)),
            Value::Object(members) => {
                let field = members.get("field").and_then(Value::as_str);
                self.fields.extend(field.map(str::to_owned));
                let shown = members.iter().filter(|(name, _)| {
                    !matches!(
                        name.as_str(),
                        "value" | "sign_information" | "field" | "location"
                    )
                });
                shown.for_each(|(_, value)| self.collect_details(value));
            }
            _ => {}
        }
    }
}

/// The status of the response in an entry of a log, which may have a status of its own too.
pub(super) fn response_status(objects: &[Object]) -> Option<u16> {
    let responses = objects.iter().filter_map(|object| {
        let names = ["response", "resp", "res"];
        names.iter().find_map(|name| object.value.get(name))
    });
    let mut statuses = responses.filter_map(|response| {
        let names = ["status", "statusCode", "status_code"];
        let status = names.iter().find_map(|name| response.get(name))?;
        let number = status.as_u64().or_else(|| status.as_str()?.parse().ok());
        number.filter(|status| (100..600).contains(status))
    });
    u16::try_from(statuses.next_back()?).ok()
}

/// The JSON object of a body.
pub(super) fn object(body: &[u8]) -> Option<Value> {
    let body: Value = serde_json::from_slice(body.trim_ascii()).ok()?;
    body.is_object().then_some(body)
}

/// The states of things that the objects report, or objects inside of them, as loggers write them.
pub(super) fn states(objects: &[Object]) -> Vec<Reported> {
    let mut found = Vec::new();
    for object in objects {
        collect_states(&object.value, MAX_NESTED_TEXTS, &mut found);
    }
    found
}

/// The states that values report, without those in texts, which a user may have written.
pub(super) fn states_outside_texts<'v>(
    values: impl IntoIterator<Item = &'v Value>,
) -> Vec<Reported> {
    let mut found = Vec::new();
    for value in values {
        collect_states(value, 0, &mut found);
    }
    found
}

fn collect_states(value: &Value, nested: u8, found: &mut Vec<Reported>) {
    match value {
        Value::Object(members) => match Reported::of(value) {
            Some(reported) if !found.contains(&reported) => found.push(reported),
            Some(_) => {}
            None => members
                .values()
                .for_each(|value| collect_states(value, nested, found)),
        },
        Value::Array(items) => items
            .iter()
            .for_each(|item| collect_states(item, nested, found)),
        Value::String(text) if nested > 0 => {
            for object in objects_inside(text) {
                collect_states(&object.value, nested - 1, found);
            }
        }
        _ => {}
    }
}

/// A notification in a text.
#[derive(Debug)]
pub(super) struct Notification<'o> {
    /// The place in the text. `None` for one inside of other JSON.
    pub(super) place: Option<Range<usize>>,
    pub(super) value: Cow<'o, Value>,
}

/// The notifications among the objects, and inside of them.
pub(super) fn notifications(objects: &[Object]) -> Vec<Notification<'_>> {
    let mut found = Vec::new();
    for object in objects {
        if is_notification(&object.value) {
            found.push(Notification {
                place: Some(object.place.clone()),
                value: Cow::Borrowed(&object.value),
            });
        } else {
            let mut inner = Vec::new();
            collect_notifications(&object.value, MAX_NESTED_TEXTS, &mut inner);
            let inner = inner.into_iter().map(Cow::Owned);
            found.extend(inner.map(|value| Notification { place: None, value }));
        }
    }
    found
}

fn collect_notifications(value: &Value, nested: u8, found: &mut Vec<Value>) {
    match value {
        value if is_notification(value) => found.push(value.clone()),
        Value::Object(object) => {
            let values = object.values();
            values.for_each(|value| collect_notifications(value, nested, found));
        }
        Value::Array(items) => {
            let items = items.iter();
            items.for_each(|item| collect_notifications(item, nested, found));
        }
        Value::String(text) if nested > 0 => {
            for object in objects_inside(text) {
                collect_notifications(&object.value, nested - 1, found);
            }
        }
        _ => {}
    }
}

/// Tests for a notification.
pub(super) fn is_notification(value: &Value) -> bool {
    value.get("event_type").is_some_and(Value::is_string)
        && value
            .pointer("/resource/ciphertext")
            .is_some_and(Value::is_string)
}

/// Tests if the text has the beginning of a notification outside of whole objects.
pub(super) fn is_cut_notification(text: &str, objects: &[Object]) -> bool {
    let is_outside = |place: usize| {
        let next = objects.get(objects.partition_point(|object| object.place.end <= place));
        next.is_none_or(|object| place < object.place.start)
    };
    let has = |name: &str| text.match_indices(name).any(|(place, _)| is_outside(place));
    has("\"event_type\"") && has("\"resource")
}

/// A code of WeChat Pay: capitals. Programs have numbers and words as codes.
pub(super) fn is_code(code: &str) -> bool {
    let is_capital = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || "_ ".contains(c);
    (3..=64).contains(&code.len())
        && code.starts_with(|c: char| c.is_ascii_uppercase())
        && code.chars().all(is_capital)
        && !code.starts_with("PUB_KEY_ID_")
        && !matches!(code, "SUCCESS" | "FAIL" | "OK" | "ERROR")
}

/// A message that WeChat Pay or its front ends wrote: one that advice knows.
fn is_message(message: &str) -> bool {
    !Clues::new().with_message(message).advice().is_empty()
}

/// The state of a refund, which advice names with its thing.
fn state(object: &serde_json::Map<String, Value>) -> Option<String> {
    let text = |name: &str| object.get(name).and_then(Value::as_str);
    if let Some(state) = text("event_type").and_then(|event| event.strip_prefix("REFUND.")) {
        return Some(format!("refund:{state}")).filter(|_| state != "SUCCESS");
    }
    let is_refund = ["refund_id", "out_refund_no"]
        .iter()
        .any(|name| object.contains_key(*name));
    let state = text("refund_status").or_else(|| text("status").filter(|_| is_refund))?;
    (state != "SUCCESS").then(|| format!("refund:{state}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_found_in_cut_ones_but_not_behind_a_flood_of_braces() {
        let count = |opening: usize| {
            let text = "{\"a\":".repeat(opening) + "{\"code\":\"NO_AUTH\"}";
            objects(&text).len()
        };
        assert_eq!([0, 1, 5].map(count), [1, 1, 1]);
        // Each brace would be read 128 objects deep.
        assert_eq!(count(2000), 0);
    }
}
