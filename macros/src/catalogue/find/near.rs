//! Finds the operations that a declaration with an unknown path was probably meant for.

use std::collections::BTreeSet;

use super::{
    PLACEHOLDER, TABLE,
    declared::{Declared, LETTER, REPLACED, Segment},
    segments, split,
};

/// The cost of another HTTP method.
const METHOD: usize = 40;

// Between operations that are as near otherwise:
/// The operation is for certain merchants only, whom the declared path does not name.
const PARTY: usize = 2;
/// Only one of the two paths has a placeholder of this name.
const PLACEHOLDER_NAME: usize = 1;

/// The segments of operations for certain merchants.
const PARTIES: [&str; 4] = ["brand", "ecommerce", "partner", "platsolution"];

/// More operations than these are not named: the path is too far from each of them.
const MOST: usize = 5;

/// A segment in more paths than these says little.
const RARE: usize = 12;

/// The nearest operations.
pub(super) struct Nearest {
    /// None if no operation is near, several if they are as near.
    pub(super) lines: Vec<&'static str>,
    /// The method is the same, and the paths differ in one or two letters.
    pub(super) is_misspelt: bool,
}

pub(super) fn nearest(method: &str, path: &str) -> Nearest {
    let search = Search::new(method, path);
    let mut least = usize::MAX;
    let mut lines = Vec::new();
    for (key, line) in TABLE.iter() {
        let Some(cost) = search.cost(key, line).filter(|cost| *cost <= least) else {
            continue;
        };
        if cost < least {
            lines.clear();
            least = cost;
        }
        lines.push(*line);
    }
    if lines.len() > MOST {
        lines.clear();
    }
    Nearest {
        lines,
        is_misspelt: least < METHOD,
    }
}

struct Search<'a> {
    method: &'a str,
    declared: Declared<'a>,
    placeholders: BTreeSet<&'a str>,
    /// The last segments of operations that do one thing to an object: `close`, `cancel`.
    verbs: BTreeSet<&'static str>,
}

impl<'a> Search<'a> {
    fn new(method: &'a str, path: &'a str) -> Self {
        let known = TABLE.iter().flat_map(|(key, _)| segments(key).skip(1));
        let known = known.filter(|segment| is_text(segment)).collect();
        Self {
            method,
            declared: Declared::new(segments(path).skip(1), &known),
            placeholders: placeholders(path).collect(),
            verbs: verbs().collect(),
        }
    }

    /// The cost of the declaration in place of an operation; `None` if another operation is meant.
    fn cost(&self, key: &'static str, line: &'static str) -> Option<usize> {
        let (method, path, _) = split(line);
        let known: Vec<_> = segments(key).skip(1).collect();
        if known.len().abs_diff(self.declared.segments().len()) > 2 {
            return None;
        }
        let cost = self.declared.cost(&known);
        let is_misspelt = cost <= 2 * LETTER;
        let is_similar = is_misspelt || self.is_similar(cost, &known);
        if !is_similar || self.is_elsewhere(&known) || self.does_otherwise(&known) {
            return None;
        }
        let cost = cost + self.differences(path, &known);
        if method == self.method {
            Some(cost)
        } else {
            is_misspelt.then_some(cost + METHOD)
        }
    }

    /// The cost of what distinguishes operations that are as near otherwise.
    fn differences(&self, path: &str, known: &[&str]) -> usize {
        let placeholders: BTreeSet<_> = placeholders(path).collect();
        let names = placeholders.symmetric_difference(&self.placeholders);
        let parties = PARTIES.iter().filter(|party| known.contains(party));
        let parties = parties.filter(|party| !self.declared.has(party));
        PLACEHOLDER_NAME * names.count() + PARTY * parties.count()
    }

    /// Tests if the paths share more words than differ, or as many after one slip. A single shared word must be
    /// the first, which names the product, or rare.
    fn is_similar(&self, cost: usize, known: &[&str]) -> bool {
        let declared: Vec<_> = words(self.declared.texts()).collect();
        let known: Vec<_> = words(known.iter().copied()).collect();
        let is_shared = |word: &&&str| self.declared.has(word);
        let shared: Vec<_> = known.iter().filter(is_shared).collect();
        let differing = declared.len().max(known.len()).saturating_sub(shared.len());
        match shared.as_slice() {
            [] => false,
            [word] if differing == 1 => {
                cost <= REPLACED && (declared.first() == known.first() || is_rare(word))
            }
            _ if cost <= REPLACED => differing <= shared.len(),
            _ => cost <= 2 * REPLACED && differing < shared.len(),
        }
    }

    /// Tests if the operation is outside the mainland or for brands, and the declared path is not, or the reverse.
    fn is_elsewhere(&self, known: &[&str]) -> bool {
        let declared: Vec<_> = self.declared.texts().collect();
        let (own, other) = (place(&declared), place(known));
        let is_misspelt = |segment: &Segment<'_>| segment.cost(other) <= LETTER;
        own != other && !(own.is_empty() && self.declared.segments().iter().any(is_misspelt))
    }

    /// Tests if the paths do different things: one ends in a verb that the other lacks, or only the declared one is
    /// about a certain object.
    fn does_otherwise(&self, known: &[&str]) -> bool {
        let own = self.declared.segments().iter();
        let own = own
            .rev()
            .find(|segment| is_text(segment.text) && !segment.is_value());
        let Some(own) = own.filter(|_| self.method != "GET") else {
            return false;
        };
        if known.iter().any(|word| own.is_similar(word)) {
            return false;
        }
        let declared: Vec<_> = self.declared.texts().collect();
        let is_own_verb = self.verbs.contains(own.text) || verb(&declared).is_some();
        let is_other_verb = verb(known).is_some_and(|verb| !self.declared.has(verb));
        let placeholders = known.iter().filter(|segment| **segment == PLACEHOLDER);
        is_own_verb || is_other_verb || placeholders.count() < self.placeholders.len()
    }
}

/// The last segment, if a placeholder for an object is before it.
fn verb<'a>(segments: &[&'a str]) -> Option<&'a str> {
    match segments {
        [.., PLACEHOLDER, verb] => Some(*verb).filter(|verb| is_text(verb)),
        _ => None,
    }
}

/// The verbs of operations that are no `GET`.
fn verbs() -> impl Iterator<Item = &'static str> {
    TABLE.iter().filter_map(|(key, line)| {
        let segments: Vec<_> = segments(key).collect();
        verb(&segments).filter(|_| split(line).0 != "GET")
    })
}

/// The word for the place of an operation: outside the mainland, or on a brand's own account.
fn place(segments: &[&str]) -> &'static str {
    let first = segments.first();
    if first.is_some_and(|first| first.eq_ignore_ascii_case("brand")) {
        return "brand";
    }
    let places = ["hk", "global"].into_iter();
    places.fold("", |found, place| {
        if segments.contains(&place) {
            place
        } else {
            found
        }
    })
}

fn placeholders(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|segment| segment.starts_with('{'))
}

/// Tests if few paths have a segment.
fn is_rare(segment: &str) -> bool {
    let paths = TABLE.iter();
    let paths = paths.filter(|(key, _)| segments(key).any(|other| other == segment));
    paths.count() <= RARE
}

/// The segments that are neither a placeholder nor the version.
fn words<'a>(segments: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    segments.filter(|segment| is_text(segment) && *segment != "v3")
}

fn is_text(segment: &str) -> bool {
    !segment.is_empty() && segment != PLACEHOLDER
}
