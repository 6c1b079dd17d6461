//! The parts of a text that tell of one error each: a log may have several.

use super::{
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

/// Splits a text after each error: after its JSON, or else after its Request-ID, each with the rest of its line.
pub(super) fn sections(text: &str) -> Vec<Section> {
    let text = text.trim_start_matches('\u{feff}');
    let text = unescaped(text);
    let mut errors: Vec<_> = json::objects(&text)
        .iter()
        .filter(|object| Members::of([&object.value]).is_error())
        .map(|object| object.place.clone())
        .collect();
    if errors.is_empty() {
        let ids = request_ids(&text);
        errors.extend(ids.iter().map(|id| id.start..id.start + id.text.len()));
    }
    let mut sections = Vec::new();
    let mut start = 0;
    for (index, error) in errors.iter().enumerate() {
        let next = errors.get(index + 1).map(|next| next.start);
        let end = next.map_or(text.len(), |next| end_of_line(&text, error.end).min(next));
        sections.extend(text.get(start..end).map(Section::new));
        start = end;
    }
    if errors.is_empty() {
        sections.push(Section::new(&text));
    }
    sections
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
