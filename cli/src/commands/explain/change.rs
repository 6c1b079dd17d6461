//! Facts about a message that does not verify: they tell where the message was changed, as far as the text shows that.

use serde_json::value::RawValue;

use super::{
    body::{self, without_line_break},
    header,
    section::Section,
};

/// The facts. `is_decrypted` is true if the APIv3 key decrypts the resource of the notification.
pub(super) fn observed(section: &Section, is_decrypted: bool) -> Vec<String> {
    let body = body::after_headers(&section.text);
    let facts = [
        body.and_then(|body| length(&section.text, body)),
        body.and_then(cut),
        is_decrypted.then(|| DECRYPTED.to_owned()),
    ];
    facts.into_iter().flatten().collect()
}

const DECRYPTED: &str = "the APIv3 key decrypts the resource, so `resource` was not changed: compare the other members \
     (`event_type`, `summary` …), the white space, and the headers with those that arrived";

/// Compares the body with its header. An editor may have added a line break.
fn length(text: &str, body: &str) -> Option<String> {
    let expected = header::content_length(text)?;
    let line = without_line_break(body);
    let is_right = [body.len(), line.len()].contains(&expected);
    let state = match line.len() < expected {
        true => "bytes are missing",
        false => "bytes were added",
    };
    (!is_right).then(|| {
        let length = line.len();
        format!("Content-Length is {expected}, but the body has {length} bytes: {state}")
    })
}

/// Tells of JSON that does not end.
fn cut(body: &str) -> Option<String> {
    let error = serde_json::from_str::<&RawValue>(body).err()?;
    (body.trim_start().starts_with('{') && error.is_eof())
        .then(|| "the JSON of the body ends too early: the body was cut".to_owned())
}
