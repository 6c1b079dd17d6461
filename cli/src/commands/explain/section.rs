//! The parts of a text that tell of one error each: a log may have several.

use std::borrow::Cow;

use super::{
    invisible,
    json::{self, Members, Object},
    plain::{Escapes, OF_LINES, OF_QUOTES, OF_TEXTS},
    split,
};

/// A part of a text, with its JSON objects.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) text: String,
    pub(super) objects: Vec<Object>,
    pub(super) members: Members,
    /// The number of the first line.
    pub(super) first_line: usize,
    /// The places of invisible characters that keep JSON from being read. The `members` are read without them, the `objects`
    /// are not: no signature fits to JSON that was changed.
    pub(super) invisible: Option<String>,
    /// The text is not in the text that was given: escapes were decoded.
    pub(super) is_decoded: bool,
}

/// Splits a text into sections. Escapes are decoded.
pub(super) fn sections(given: &str) -> Vec<Section> {
    let given = given.trim_start_matches('\u{feff}');
    let text = mended(given).unwrap_or_else(|| unescaped(given));
    let (mut start, mut line) = (0, 1);
    let mut sections = Vec::new();
    for end in split::ends(&text) {
        let own = text.get(start..end).unwrap_or_default();
        let mut section = Section::new(own, line);
        section.is_decoded = text != given && is_signed(own) && !given.contains(own);
        sections.push(section);
        line += own.matches('\n').count();
        start = end;
    }
    sections
}

fn is_signed(text: &str) -> bool {
    text.to_ascii_lowercase().contains("wechatpay")
}

impl Section {
    fn new(text: &str, first_line: usize) -> Self {
        let objects = json::objects(text);
        let count = |objects: &[Object]| objects.iter().filter(|object| tells(object)).count();
        let visible = invisible::without(text).map(|text| json::objects(&text));
        let visible = visible.filter(|visible| count(visible) > count(&objects));
        let read = visible.as_ref().unwrap_or(&objects);
        let members = Members::of(read.iter().map(|object| &object.value));
        let invisible = visible.and_then(|_| invisible::places(text, first_line));
        Self {
            text: text.to_owned(),
            objects,
            members,
            first_line,
            invisible,
            is_decoded: false,
        }
    }
}

/// Decodes the escapes inside of JSON that cannot be read with them, such as those of Python's `b'{"a": "\xe6"}'`.
fn mended(text: &str) -> Option<String> {
    let is_signed = is_signed(text);
    // A signed text may be a success, which tells of no error: so its JSON counts by its length.
    let measure = |text: &str| -> usize {
        let objects = json::objects(text).into_iter();
        let measures = objects.map(|object| match is_signed {
            true => object.place.len(),
            false => usize::from(tells(&object)),
        });
        measures.sum()
    };
    let escapes = OF_LINES.iter().chain([&OF_QUOTES]);
    let escapes = escapes.filter(|(mark, _)| text.contains(mark));
    let mut decoded = escapes.map(|(_, decode)| decode(text)).peekable();
    decoded.peek()?;
    let given = measure(text);
    decoded.find(|decoded| measure(decoded) > given && (!is_signed || keeps_objects(text, decoded)))
}

/// Tests if the decoded text has the JSON of the text as it was: the body may be a part of it.
fn keeps_objects(text: &str, decoded: &str) -> bool {
    let objects = json::objects(text).into_iter();
    let mut objects = objects.filter(|object| !object.is_empty());
    let mut rest = decoded;
    objects.all(|object| {
        let object = text.get(object.place).unwrap_or_default();
        let found = rest.split_once(object);
        rest = found.map_or("", |(_, behind)| behind);
        found.is_some()
    })
}

/// Decodes the escapes outside of JSON that can be read: those inside are of the message itself.
fn unescaped(text: &str) -> String {
    let is_signed = is_signed(text);
    let mut unescaped = String::new();
    let mut start = 0;
    for object in json::objects(text)
        .iter()
        .filter(|object| !object.is_empty())
    {
        let outside = text.get(start..object.place.start).unwrap_or_default();
        unescaped.push_str(&unescaped_outside(outside, is_signed));
        unescaped.push_str(text.get(object.place.clone()).unwrap_or_default());
        start = object.place.end;
    }
    unescaped + &unescaped_outside(text.get(start..).unwrap_or_default(), is_signed)
}

/// Decodes the escapes of each line, and then those of the whole text.
fn unescaped_outside(text: &str, is_signed: bool) -> String {
    let lines = text.split_inclusive('\n');
    let lines: String = lines
        .map(|line| readable(line, &OF_LINES, is_signed))
        .collect();
    readable(&lines, &OF_TEXTS, is_signed).into_owned()
}

/// Decodes JSON that was written as a text, if no JSON of the text tells of an error, or is signed.
fn readable<'t>(text: &'t str, escapes: &[Escapes], is_signed: bool) -> Cow<'t, str> {
    let tells = |text: &str| {
        let objects = json::objects(text);
        let mut found = objects.iter();
        found.any(|object| tells(object) || is_signed && !object.is_empty())
            || json::is_cut_notification(text, &objects)
    };
    let is_escaped = escapes.iter().any(|(mark, _)| text.contains(mark));
    if !is_escaped || tells(text) {
        return Cow::Borrowed(text);
    }
    let escapes = escapes.iter().filter(|(mark, _)| text.contains(mark));
    let mut decoded = escapes.map(|(_, decode)| decode(text));
    let decoded = decoded.find(|text| tells(text));
    decoded.map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Tests for an error or a notification.
fn tells(object: &Object) -> bool {
    Members::of([&object.value]).is_error() || json::is_notification(&object.value)
}
