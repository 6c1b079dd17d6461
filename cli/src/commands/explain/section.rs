//! The parts of a text that tell of one error each: a log may have several.

use super::{
    json::{self, Members, Object},
    plain::{without_backslashes, without_html_escapes},
    split,
};

/// A part of a text, with its JSON objects.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) text: String,
    pub(super) objects: Vec<Object>,
    pub(super) members: Members,
}

/// Splits a text into sections. Escapes are decoded.
pub(super) fn sections(text: &str) -> Vec<Section> {
    let text = unescaped(text.trim_start_matches('\u{feff}'));
    let mut start = 0;
    let mut sections = Vec::new();
    for end in split::ends(&text) {
        sections.push(Section::new(text.get(start..end).unwrap_or_default()));
        start = end;
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
