//! JSON that is already text (`RawValue`), copied byte for byte except for members that are `null`.

use super::write::{Result, WriteError, WriteErrorKind, Written};

/// An object or array that is not closed yet.
struct Container<'t> {
    is_object: bool,
    /// The start of the current member in the buffer, including the comma before it.
    start: usize,
    is_empty: bool,
    /// The index of the current item, in an array.
    index: usize,
    /// The key of the current member, in an object, once it was read.
    key: Option<&'t str>,
}

/// Appends a JSON text to a buffer. The stack is on the heap, because a text may nest to any depth.
pub(super) fn copy(text: &str, json: &mut Vec<u8>) -> Result {
    let text = text.trim_ascii();
    if text == "null" {
        return Ok(Written::Null);
    }
    if !text.contains("null") {
        json.extend_from_slice(text.as_bytes());
        return Ok(Written::Value);
    }
    let mut containers: Vec<Container<'_>> = Vec::new();
    let mut rest = text;
    while let Some((token, after)) = rest.split_at_checked(token_len(rest)) {
        if token.is_empty() {
            break;
        }
        rest = after;
        if token == "null" {
            match containers.last_mut() {
                Some(inner) if inner.is_object => json.truncate(inner.start),
                _ => return Err(null_in_array(&containers)),
            }
            continue;
        }
        copy_token(token, &mut containers, json);
    }
    Ok(Written::Value)
}

/// Copies one token that is not `null`.
fn copy_token<'t>(token: &'t str, containers: &mut Vec<Container<'t>>, json: &mut Vec<u8>) {
    match (token, containers.last_mut()) {
        ("{" | "[", _) => {
            json.extend_from_slice(token.as_bytes());
            containers.push(Container {
                is_object: token == "{",
                start: json.len(),
                is_empty: true,
                index: 0,
                key: None,
            });
            return;
        }
        (",", Some(inner)) => {
            inner.start = json.len();
            inner.key = None;
            inner.index += 1;
            if inner.is_empty {
                return;
            }
        }
        ("}" | "]", _) => {
            containers.pop();
            if let Some(outer) = containers.last_mut() {
                outer.is_empty = false;
            }
        }
        (_, Some(inner)) if token.starts_with('"') && inner.is_object && inner.key.is_none() => {
            inner.key = Some(token);
        }
        (_, Some(inner)) if token != ":" && !is_blank(token) => inner.is_empty = false,
        _ => {}
    }
    json.extend_from_slice(token.as_bytes());
}

fn is_blank(token: &str) -> bool {
    token.trim_ascii_start().is_empty()
}

/// The length of the first token: punctuation, white space, a string, or anything else.
fn token_len(text: &str) -> usize {
    const PUNCTUATION: &[u8] = b"{}[],:";
    let bytes = text.as_bytes();
    let run = |is_in: fn(&u8) -> bool| bytes.iter().take_while(|byte| is_in(byte)).count();
    match bytes.first() {
        None => 0,
        Some(b'"') => string_len(bytes),
        Some(byte) if PUNCTUATION.contains(byte) => 1,
        Some(byte) if byte.is_ascii_whitespace() => run(u8::is_ascii_whitespace),
        Some(_) => {
            run(|byte| !PUNCTUATION.contains(byte) && !byte.is_ascii_whitespace() && *byte != b'"')
        }
    }
}

fn string_len(bytes: &[u8]) -> usize {
    let mut escaped = false;
    let end = bytes.iter().skip(1).position(|byte| {
        let ends = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        ends
    });
    end.map_or(bytes.len(), |end| end + 2)
}

#[cold]
fn null_in_array(containers: &[Container<'_>]) -> WriteError {
    containers.iter().rev().fold(
        WriteErrorKind::NullInArray.into(),
        |error: WriteError, inner| match inner.key {
            Some(key) => {
                let key: Option<String> = serde_json::from_str(key).ok();
                error.at_segment(key.unwrap_or_default())
            }
            None => error.at_segment(inner.index),
        },
    )
}
