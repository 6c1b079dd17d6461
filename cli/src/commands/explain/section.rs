//! The parts of a text that tell of one error each: a log may have several.

use std::ops::Range;

use super::{
    head::{self, heads},
    json::{self, Members, Object},
    number::request_ids,
    plain::{without_backslashes, without_html_escapes},
};

/// A part of a text, with its JSON objects.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) text: String,
    pub(super) objects: Vec<Object>,
    pub(super) members: Members,
}

/// Splits a text after each message with headers, and after each error: after its JSON, or else after its Request-ID. Each
/// section has the rest of its last line.
pub(super) fn sections(text: &str) -> Vec<Section> {
    let text = text.trim_start_matches('\u{feff}');
    let text = unescaped(text);
    let parts = parts(&text);
    let mut sections = Vec::new();
    let mut start = 0;
    for (index, part) in parts.iter().enumerate() {
        let next = parts.get(index + 1).map(|next| next.start);
        let end = next.map_or(text.len(), |next| end_of_line(&text, part.end).min(next));
        sections.extend(text.get(start..end).map(Section::new));
        start = end;
    }
    if parts.is_empty() {
        sections.push(Section::new(&text));
    }
    sections
}

/// The places of messages and errors, in order. The Request-ID in a message is a part of the message.
fn parts(text: &str) -> Vec<Range<usize>> {
    let objects = json::objects(text);
    let mut parts = messages(text, &objects);
    let messages = parts.clone();
    let is_outside = |place: &Range<usize>| !messages.iter().any(|part| overlap(part, place));
    let is_error = |object: &&Object| Members::of([&object.value]).is_error();
    let errors = objects.iter().filter(is_error);
    let mut errors = errors.map(|object| object.place.clone()).peekable();
    if errors.peek().is_some() {
        parts.extend(errors.filter(is_outside));
    } else {
        let ids = request_ids(text);
        let ids = ids.iter().map(|id| id.start..id.start + id.text.len());
        parts.extend(ids.filter(is_outside));
    }
    parts.sort_by_key(|part| part.start);
    parts
}

/// The places of messages: each head with the first JSON behind it, and with further notifications. The headers of a single
/// message may also stand behind its body.
fn messages(text: &str, objects: &[Object]) -> Vec<Range<usize>> {
    let heads = heads(text);
    let mut messages = Vec::new();
    for (index, head) in heads.iter().enumerate() {
        let next = heads.get(index + 1).map_or(text.len(), |next| next.start);
        let mut behind = objects
            .iter()
            .filter(|object| (head.end..next).contains(&object.place.start));
        let first = behind.next();
        let last = behind
            .rfind(|object| json::is_notification(&object.value))
            .or(first);
        let end = last.map(|object| object.place.end);
        if end.is_some() || heads.len() > 1 {
            messages.push(head.start..end.unwrap_or_else(|| head::end_of_body(text, head, next)));
        }
    }
    messages
}

const fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

impl Section {
    fn new(text: &str) -> Self {
        let objects = json::objects(text);
        let members = Members::of(objects.iter().map(|object| &object.value));
        Self {
            text: text.to_owned(),
            objects,
            members,
        }
    }
}

/// Decodes JSON that a logger or a browser wrote as a text, `{\"code\":…}` or `{&quot;code&quot;:…}`, if no JSON of the text
/// tells of an error.
fn unescaped(text: &str) -> String {
    let tells = |text: &str| {
        let objects = json::objects(text);
        let values = objects.iter().map(|object| &object.value);
        Members::of(values.clone()).is_error() || values.into_iter().any(json::is_notification)
    };
    let forms = [
        ("\\\"", without_backslashes as fn(&str) -> String),
        ("&quot;", without_html_escapes),
        ("&#34;", without_html_escapes),
    ];
    let is_escaped = forms.iter().any(|(mark, _)| text.contains(mark));
    if !is_escaped || tells(text) {
        return text.to_owned();
    }
    let forms = forms.into_iter().filter(|(mark, _)| text.contains(mark));
    let mut decoded = forms.map(|(_, decode)| decode(text));
    let decoded = decoded.find(|text| tells(text));
    decoded.unwrap_or_else(|| text.to_owned())
}

fn end_of_line(text: &str, place: usize) -> usize {
    let rest = text.get(place..).and_then(|rest| rest.find('\n'));
    rest.map_or(text.len(), |length| place + length + 1)
}
