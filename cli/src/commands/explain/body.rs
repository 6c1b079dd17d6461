//! The bodies that a message in a text may have, of which at most one verifies.

use std::collections::BTreeMap;

use serde_json::value::RawValue;
use wechatpay_client::bytes::Bytes;

use super::{json, section::Section};

/// How deep a body may be inside of JSON, as loggers nest it.
const MAX_NESTED: u8 = 4;

/// The bodies that the message may have: the rest after the headers, as it is and without the line break of an editor;
/// each JSON object, and those beside the headers in one.
pub(super) fn bodies(section: &Section) -> Vec<Bytes> {
    let text = &*section.text;
    let mut bodies: Vec<String> = Vec::new();
    if let Some(rest) = after_headers(text) {
        bodies.extend([rest, without_line_break(rest)].map(str::to_owned));
    }
    for object in &section.objects {
        let object = text.get(object.place.clone()).unwrap_or_default();
        collect(object, MAX_NESTED, &mut bodies);
    }
    bodies.dedup();
    bodies.into_iter().map(Bytes::from).collect()
}

/// Tests if an object is a body, or has one beside the headers in it.
pub(super) fn has_body(object: &str) -> bool {
    let mut bodies = Vec::new();
    collect(object, MAX_NESTED, &mut bodies);
    !bodies.is_empty()
}

/// The text after the empty line behind the headers of a signature.
pub(super) fn after_headers(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    let names = ["timestamp", "nonce", "signature", "serial"];
    let last = names
        .iter()
        .filter_map(|name| lower.rfind(&format!("wechatpay-{name}")));
    let rest = text.get(last.max()?..)?;
    let ends = ["\r\n\r\n", "\n\n"]
        .iter()
        .filter_map(|end| Some((rest.find(end)?, end.len())));
    let (start, length) = ends.min()?;
    rest.get(start + length..)
}

/// The text without the line break that an editor or a terminal adds.
pub(super) fn without_line_break(text: &str) -> &str {
    let line = text.strip_suffix('\n').unwrap_or(text);
    line.strip_suffix('\r').unwrap_or(line)
}

/// Tests if the text has the very bytes of the body.
pub(super) fn has(section: &Section, body: &[u8]) -> bool {
    std::str::from_utf8(body).is_ok_and(|body| section.text.contains(body))
}

/// The remark on a body that verifies without the white space around it.
pub(super) fn white_space_around(section: &Section, body: &[u8]) -> Option<String> {
    let rest = without_line_break(after_headers(&section.text)?);
    let body = std::str::from_utf8(body).ok()?;
    let (before, behind) = rest.split_once(body)?;
    let length = |text: &str| if is_white(text) { text.len() } else { 0 };
    let around = [("before", length(before)), ("behind", length(behind))];
    let around = around.iter().filter(|(_, length)| *length > 0);
    let places: Vec<_> = around
        .map(|(place, length)| match length {
            1 => format!("the byte {place} it"),
            length => format!("the {length} bytes {place} it"),
        })
        .collect();
    (!places.is_empty()).then(|| {
        format!(
            "the signature is of the body without {} (white space or a byte order mark): a program that verifies these bytes \
             too refuses the message",
            places.join(" and ")
        )
    })
}

fn is_white(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c == '\u{FEFF}')
}

/// Collects an object, or the objects beside the headers in it: nothing signed has its own signature in it.
fn collect(object: &str, nested: u8, bodies: &mut Vec<String>) {
    if !object.to_ascii_lowercase().contains("wechatpay-signature") {
        bodies.push(object.to_owned());
    } else if let (Some(nested), Ok(members)) = (
        nested.checked_sub(1),
        serde_json::from_str::<BTreeMap<String, &RawValue>>(object),
    ) {
        for value in members.values() {
            collect_inside(value.get(), nested, bodies);
        }
    }
}

fn collect_inside(value: &str, nested: u8, bodies: &mut Vec<String>) {
    if value.starts_with('{') {
        collect(value, nested, bodies);
    } else if let Ok(text) = serde_json::from_str::<String>(value) {
        let decoded = openssl::base64::decode_block(&text).ok();
        let decoded = decoded.and_then(|decoded| String::from_utf8(decoded).ok());
        // An API gateway may write the body in base64.
        let text = decoded
            .filter(|decoded| decoded.starts_with('{'))
            .unwrap_or(text);
        for object in json::objects(&text) {
            let object = text.get(object.place).unwrap_or_default();
            collect(object, nested, bodies);
        }
    } else if let Ok(values) = serde_json::from_str::<Vec<&RawValue>>(value) {
        for value in values {
            collect_inside(value.get(), nested, bodies);
        }
    }
}
