//! The request that an error belongs to: a text may have several.

use std::{collections::HashSet, ops::Range};

use super::{
    clue, header, json::Members, report::beginning, section::Section, split::MAX_REQUESTS,
};

/// The most paths that a question names.
const MAX_NAMED: usize = 5;

/// The path of the request, or those that the error may belong to, each with its query.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) target: Option<String>,
    /// The paths, if the text does not tell which request failed.
    pub(super) candidates: Vec<String>,
}

impl Asked {
    /// Finds the path in the lines of the error, or else the nearest before, or else behind.
    pub(super) fn of(section: &Section) -> Self {
        let text = &*section.text;
        let paths: Vec<_> = header::targets(text).collect();
        if distinct(&paths, &(0..text.len())).len() < 2 {
            let first = paths.first();
            return Self::one(first.map(|(_, path)| *path));
        }
        let Some(Error { start, lines }) = error(section) else {
            return Self::several(distinct(&paths, &(0..text.len())));
        };
        let last = paths.iter().rfind(|(place, _)| *place < lines.start);
        let before = last.map_or(0..0, |(place, _)| lines_of(text, &(*place..*place)));
        let places = [
            lines.start..start,
            start..lines.end,
            before,
            lines.end..text.len(),
        ];
        let found = places.iter().map(|place| distinct(&paths, place));
        match found.into_iter().find(|found| !found.is_empty()).as_deref() {
            Some([path]) => Self::one(Some(path)),
            Some(several) => Self::several(several.to_vec()),
            None => Self::default(),
        }
    }

    /// The path without its query, which may have a token.
    pub(super) fn path(&self) -> Option<String> {
        self.target.as_deref().map(without_query)
    }

    /// The note that asks for the request.
    pub(super) fn question(&self) -> Option<String> {
        let paths = self.candidates.iter().take(MAX_NAMED);
        let mut paths: Vec<_> = paths.map(|path| beginning(&without_query(path))).collect();
        if self.candidates.len() > MAX_NAMED {
            paths.push(format!("{} more", self.candidates.len() - MAX_NAMED));
        }
        (!paths.is_empty()).then(|| {
            format!(
                "the text does not tell which request failed: {}; give the text of only one",
                paths.join(" or ")
            )
        })
    }

    fn one(path: Option<&str>) -> Self {
        Self {
            target: path.map(str::to_owned),
            candidates: Vec::new(),
        }
    }

    fn several(paths: Vec<&str>) -> Self {
        Self {
            target: None,
            candidates: paths.into_iter().map(str::to_owned).collect(),
        }
    }
}

/// The place of an error.
struct Error {
    start: usize,
    /// The whole lines of the error.
    lines: Range<usize>,
}

/// The place of the first error: its JSON, or else the first line with a clue.
fn error(section: &Section) -> Option<Error> {
    let text = &*section.text;
    let mut objects = section.objects.iter();
    if let Some(object) = objects.find(|object| Members::of([&object.value]).is_error()) {
        return Some(Error {
            start: object.place.start,
            lines: lines_of(text, &object.place),
        });
    }
    // A log of many requests has several errors.
    if header::targets(text).nth(MAX_REQUESTS).is_some() {
        return None;
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let lines = start..start + line.len();
        if clue::has_clue(line) {
            return Some(Error { start, lines });
        }
        start = lines.end;
    }
    None
}

/// The whole lines around a place.
fn lines_of(text: &str, place: &Range<usize>) -> Range<usize> {
    let before = text.get(..place.start).unwrap_or_default();
    let behind = text.get(place.end..).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let end = behind.find('\n');
    start..end.map_or(text.len(), |end| place.end + end + 1)
}

fn without_query(target: &str) -> String {
    target.split('?').next().unwrap_or_default().to_owned()
}

/// The different paths in this part of the text. A query makes no other path.
fn distinct<'t>(paths: &[(usize, &'t str)], part: &Range<usize>) -> Vec<&'t str> {
    let mut known = HashSet::new();
    let inside = paths.iter().filter(|(place, _)| part.contains(place));
    let inside = inside.map(|(_, path)| *path);
    inside
        .filter(|path| known.insert(path.split('?').next()))
        .collect()
}
