//! Finds the operations that a declaration with an unknown path was probably meant for.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    PLACEHOLDER, TABLE,
    declared::{Declared, LETTER, MISSING, REPLACED, Segment},
    segments, split,
};
use crate::distance::distance;

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

/// The cost of two slips of segments, and one of a letter.
const MOST_COST: usize = 2 * MISSING + LETTER;

/// A segment in more paths than these says little.
const RARE: usize = 12;

/// A word that so many operations end in says what is done.
const SEVERAL: usize = 3;

/// The nearest operations.
pub(super) struct Nearest {
    /// None if no operation is near, several if they are as near.
    pub(super) lines: Vec<&'static str>,
    /// The method is the same, and the paths differ in one or two letters.
    pub(super) is_misspelt: bool,
}

pub(super) fn nearest(method: &str, path: &str) -> Nearest {
    let search = Search::new(method, path);
    let costs = TABLE
        .iter()
        .filter_map(|(key, line)| Some((search.cost(key, line)?, *line)));
    let costs: Vec<_> = costs.collect();
    let least = costs
        .iter()
        .map(|(cost, _)| *cost)
        .min()
        .unwrap_or_default();
    let within = |most| costs.iter().filter(move |(cost, _)| *cost <= most);
    // Among several that are as near, the one for certain merchants may be meant, too.
    let most = match within(least).count() {
        1 => least,
        _ => least + PARTY,
    };
    let mut lines: Vec<_> = within(most).map(|(_, line)| *line).collect();
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
    /// The place of the declared path.
    place: &'static str,
    /// The words of all paths.
    words: BTreeSet<&'static str>,
    /// The words that say what an operation of the method does: `close`, `refunds`.
    actions: BTreeSet<&'static str>,
    /// The words that say what is done to an object: `close`, `cancel`.
    verbs: BTreeSet<&'static str>,
}

impl<'a> Search<'a> {
    fn new(method: &'a str, path: &'a str) -> Self {
        let known = TABLE.iter().flat_map(|(key, _)| segments(key).skip(1));
        let words = known.filter(|segment| is_text(segment)).collect();
        Self {
            method,
            declared: Declared::new(segments(path).skip(1), &words),
            placeholders: placeholders(path).collect(),
            place: place(&segments(path).skip(1).collect::<Vec<_>>()),
            words,
            actions: actions(method),
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
        let is_for_party = parties.filter(|party| !self.declared.has(party)).count() > 0;
        PLACEHOLDER_NAME * names.count() + PARTY * usize::from(is_for_party)
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
            _ => cost <= MOST_COST && differing < shared.len(),
        }
    }

    /// Tests if the operation is outside the mainland or for brands, and the declared path is not, or the reverse.
    fn is_elsewhere(&self, known: &[&str]) -> bool {
        let known = place(known);
        // Operations of service providers for brands have the word after the version.
        let is_for_brand =
            known == "brand" && self.declared.texts().take(2).any(|text| text == "brand");
        self.place != known && !is_for_brand
    }

    /// Tests if the paths do different things, or one thing to different objects.
    fn does_otherwise(&self, known: &[&'static str]) -> bool {
        let own: Vec<_> = self.declared.words().collect();
        let known_words: Vec<_> = words(known.iter().copied()).collect();
        let (surplus, missing) = unmatched(&own, &known_words);
        let is_last = |word: &str, all: &[&str]| all.last().is_some_and(|last| *last == word);
        match (surplus.last(), missing.last()) {
            (None, None) => false,
            (None, Some(missing)) => is_last(missing, &known_words) && self.lacks_action(known),
            (Some(last_surplus), None) => {
                let is_last = own
                    .last()
                    .is_some_and(|last| std::ptr::eq(*last, *last_surplus));
                surplus.iter().any(|own| self.is_done(own.text))
                    || is_last && self.has_action(known)
            }
            // Another word in the place of a known one names another thing.
            _ => {
                let is_last = known_words
                    .last()
                    .is_some_and(|last| missing.contains(last));
                let is_other_object = is_last && self.objects() != objects(known);
                let is_related =
                    |own: &str| missing.iter().any(|word| is_related(own, word, is_last));
                is_other_object || !surplus.iter().all(|own| is_related(own.text))
            }
        }
    }

    /// Tests if the last word of an operation, which the declared path lacks, is a verb, or one of many that may
    /// follow.
    fn lacks_action(&self, known: &[&str]) -> bool {
        let is_verb = self.method != "GET" && verb(known).is_some();
        is_verb
            || self.concerns_more(known)
            || self.declared.words().count() < 2
                && !words(known.iter().copied()).next().is_some_and(is_rare)
    }

    /// Tests if the last word of the declared path, which the operation lacks, says what is done: an operation of the
    /// method ends in it, or no path has it.
    fn has_action(&self, known: &[&str]) -> bool {
        let last = self.declared.segments().last();
        let last = last.filter(|last| is_word(last.text));
        let is_action = last.is_some_and(|last| {
            let is_known = self.words.contains(last.text);
            !is_known && !last.is_value()
                || self.actions.iter().any(|action| last.is_similar(action))
        });
        let declared: Vec<_> = self.declared.texts().collect();
        let is_verb = self.method != "GET" && verb(&declared).is_some();
        is_action || is_verb || self.concerns_more(known)
    }

    /// Tests if the declared path says that something is done to an object: `{contract_id}/terminate`.
    fn is_done(&self, verb: &str) -> bool {
        let declared: Vec<_> = self.declared.texts().collect();
        let mut pairs = declared.windows(2);
        self.method != "GET"
            && self.verbs.contains(verb)
            && pairs.any(|pair| pair == [PLACEHOLDER, verb])
    }

    /// Tests if only the declared path is about a certain object.
    fn concerns_more(&self, known: &[&str]) -> bool {
        objects(known) < self.objects()
    }

    /// The number of objects that the declared path is about.
    fn objects(&self) -> usize {
        self.placeholders.len()
    }
}

/// The declared words that are no known ones, even misspelt, and the known words that no declared one stands for.
fn unmatched<'a, 'd>(
    own: &[&'d Segment<'a>],
    known: &[&'static str],
) -> (Vec<&'d Segment<'a>>, Vec<&'static str>) {
    let mut missing = known.to_vec();
    let mut surplus = own.to_vec();
    // The same words first, then misspelt ones.
    for is_exact in [true, false] {
        surplus.retain(|own| {
            let is_same = |word: &&str| own.text == *word || !is_exact && own.is_similar(word);
            let place = missing.iter().position(is_same);
            place.map(|place| missing.remove(place)).is_none()
        });
    }
    (surplus, missing)
}

/// The number of objects that an operation is about.
fn objects(known: &[&str]) -> usize {
    let placeholders = known.iter().filter(|segment| **segment == PLACEHOLDER);
    placeholders.count()
}

/// Tests if a word is a part of another, such as `pay` and `payment`: somebody shortened the word, or put words
/// together. The word that says what is done may only be shortened.
fn is_related(own: &str, known: &str, is_last: bool) -> bool {
    let is_part = |short: &str, long: &str| {
        short.len() >= 3 && (long.starts_with(short) || !is_last && long.ends_with(short))
    };
    is_part(own, known) || !is_last && is_part(known, own)
}

/// The last segment, if a placeholder for an object is before it.
fn verb<'a>(segments: &[&'a str]) -> Option<&'a str> {
    match segments {
        [.., PLACEHOLDER, verb] => Some(*verb).filter(|verb| is_text(verb)),
        _ => None,
    }
}

/// The verbs of the operations that are no `GET`.
fn verbs() -> impl Iterator<Item = &'static str> {
    let lines = TABLE.iter().filter(|(_, line)| split(line).0 != "GET");
    lines.filter_map(|(key, _)| {
        let segments: Vec<_> = segments(key).collect();
        verb(&segments)
    })
}

/// The words that several operations of a method end in: they say what is done, such as `close` and `refunds`.
fn actions(method: &str) -> BTreeSet<&'static str> {
    let lines = TABLE.iter().filter(|(_, line)| split(line).0 == method);
    let mut counts = BTreeMap::new();
    for (key, _) in lines {
        let last = segments(key).last().filter(|last| is_text(last));
        last.into_iter()
            .for_each(|last| *counts.entry(last).or_insert(0) += 1);
    }
    let several = counts.into_iter().filter(|(_, count)| *count >= SEVERAL);
    several.map(|(word, _)| word).collect()
}

/// The word for the place of an operation, maybe misspelt: outside the mainland, or on a brand's own account.
fn place(segments: &[&str]) -> &'static str {
    let is_misspelt = |text: &&str, place: &str| {
        let limit = place.len().div_ceil(3);
        distance(&text.to_ascii_lowercase(), place, limit).is_some()
    };
    let first = segments.first();
    if first.is_some_and(|first| is_misspelt(first, "brand")) {
        return "brand";
    }
    let is_at = |place: &&&'static str| {
        let mut first = segments.iter().take(2);
        segments.contains(*place) || first.any(|text| is_misspelt(text, place))
    };
    ["hk", "global"]
        .iter()
        .find(is_at)
        .copied()
        .unwrap_or_default()
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
    segments.filter(|segment| is_word(segment))
}

pub(super) fn is_word(segment: &str) -> bool {
    is_text(segment) && segment != "v3"
}

fn is_text(segment: &str) -> bool {
    !segment.is_empty() && segment != PLACEHOLDER
}
