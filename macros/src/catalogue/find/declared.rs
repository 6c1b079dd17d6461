//! The cost of the slips that turn the path of an operation into a declared path.

use std::collections::{BTreeMap, BTreeSet};

use super::{PLACEHOLDER, near::is_word};
use crate::distance::distance;

/// A letter too many, too few, replaced, or swapped with its neighbour.
pub(super) const LETTER: usize = 16;
/// Another segment.
pub(super) const REPLACED: usize = 52;
/// A segment too few.
pub(super) const MISSING: usize = 40;
/// A segment too many. It costs more than a segment too few, because somebody wrote it.
const SURPLUS: usize = 52;
/// The segments in another order.
const ORDER: usize = 32;
/// A placeholder too many or too few, which is the likeliest of these slips.
const LONE_PLACEHOLDER: usize = 32;
/// A value in place of a placeholder.
const VALUE: usize = 28;
/// A word in place of a placeholder.
const WORD: usize = 48;

/// A declared path, for comparisons with many known ones.
pub(super) struct Declared<'a>(Vec<Segment<'a>>);

pub(super) struct Segment<'a> {
    pub(super) text: &'a str,
    /// The known words that the segment may be misspelt for, with the cost of their letters.
    similar: BTreeMap<&'static str, usize>,
    /// A path has the very word.
    is_known: bool,
}

impl<'a> Declared<'a> {
    /// Splits a path into segments; `words` are the segments of all known paths.
    pub(super) fn new(
        segments: impl Iterator<Item = &'a str>,
        words: &BTreeSet<&'static str>,
    ) -> Self {
        Self(segments.map(|text| Segment::new(text, words)).collect())
    }

    pub(super) fn segments(&self) -> &[Segment<'a>] {
        &self.0
    }

    pub(super) fn texts(&self) -> impl Iterator<Item = &'a str> {
        self.0.iter().map(|segment| segment.text)
    }

    /// The segments that are neither a value, a placeholder nor the version.
    pub(super) fn words(&self) -> impl Iterator<Item = &Segment<'a>> {
        let is_value = |segment: &Segment<'_>| segment.is_value() && segment.similar.is_empty();
        let segments = self.0.iter();
        segments.filter(move |segment| is_word(segment.text) && !is_value(segment))
    }

    /// Tests if a known word is among the segments, maybe misspelt.
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.iter().any(|segment| segment.is_similar(word))
    }

    /// The least cost of this path in place of a known one.
    pub(super) fn cost(&self, known: &[&str]) -> usize {
        let path: String = self
            .0
            .iter()
            .flat_map(|segment| ["/", segment.text])
            .collect();
        let slashes = slash_cost(&path, known).unwrap_or(usize::MAX);
        let segments = self.ordered_cost(known).min(self.unordered_cost(known));
        segments.min(slashes)
    }

    /// The cost if segments are missing, surplus or replaced: as between the letters of two words.
    fn ordered_cost(&self, known: &[&str]) -> usize {
        let mut row = vec![0];
        let mut cost = 0;
        for word in known {
            cost += lone_cost(word, MISSING);
            row.push(cost);
        }
        for segment in &self.0 {
            row = segment.next_row(&row, known);
        }
        row.last().copied().unwrap_or_default()
    }

    /// The cost if the segments have another order.
    fn unordered_cost(&self, known: &[&str]) -> usize {
        let mut missing = known.to_vec();
        let (mut letters, mut surplus) = (0, 0);
        for segment in &self.0 {
            let pairs = missing.iter().enumerate();
            let pairs = pairs.filter(|(_, word)| segment.is_similar(word));
            match pairs.map(|(index, word)| (segment.cost(word), index)).min() {
                Some((cost, index)) => {
                    letters += cost;
                    missing.remove(index);
                }
                None => surplus += 1,
            }
        }
        let replaced = missing.len().min(surplus);
        let (missing, surplus) = (missing.len() - replaced, surplus - replaced);
        ORDER + letters + replaced * REPLACED + missing * MISSING + surplus * SURPLUS
    }
}

impl<'a> Segment<'a> {
    fn new(text: &'a str, words: &BTreeSet<&'static str>) -> Self {
        // A known word is no other one with several letters wrong.
        let most = if words.contains(text) {
            LETTER
        } else {
            usize::MAX
        };
        let similar = words
            .iter()
            .filter_map(|word| Some((*word, letter_cost(text, word)?)))
            .filter(|(_, cost)| *cost <= most);
        Self {
            text,
            similar: similar.collect(),
            is_known: words.contains(text),
        }
    }

    /// The cost of this segment in place of a known one.
    pub(super) fn cost(&self, known: &str) -> usize {
        let is_empty = self.text.is_empty();
        match known {
            same if same == self.text => 0,
            PLACEHOLDER if is_empty => REPLACED,
            PLACEHOLDER if self.is_value() => VALUE,
            // A known word is rather a segment too many.
            PLACEHOLDER if self.is_known => SURPLUS + 1,
            PLACEHOLDER => WORD,
            word => self.similar.get(word).copied().unwrap_or(REPLACED),
        }
    }

    /// Tests if the segment is a known word, maybe misspelt, or a placeholder like the known one.
    pub(super) fn is_similar(&self, known: &str) -> bool {
        self.text == known || self.similar.contains_key(known)
    }

    /// Tests if the segment looks like a value: no known segment has digits only, or capital letters.
    pub(super) fn is_value(&self) -> bool {
        let is_of_word = |c: char| c.is_ascii_lowercase() || matches!(c, '-' | '_');
        self.text != PLACEHOLDER && !self.text.chars().all(is_of_word)
    }

    /// The costs of the segments up to this one, in place of none, one, … all known ones.
    fn next_row(&self, above: &[usize], known: &[&str]) -> Vec<usize> {
        let surplus = lone_cost(self.text, SURPLUS);
        let mut cost = above.first().copied().unwrap_or_default() + surplus;
        let mut row = vec![cost];
        for (word, costs) in known.iter().zip(above.windows(2)) {
            let [without_both, without_segment] = costs else {
                continue;
            };
            let missing = cost + lone_cost(word, MISSING);
            let replaced = without_both + self.cost(word);
            cost = missing.min(replaced).min(without_segment + surplus);
            row.push(cost);
        }
        row
    }
}

/// The cost of a segment too many or too few: of its letters and its slash, if there are few.
fn lone_cost(segment: &str, most: usize) -> usize {
    match segment {
        PLACEHOLDER => LONE_PLACEHOLDER,
        text => most.min((text.len() + 1) * LETTER),
    }
}

/// The cost of misspelling a word; `None` if the words are too different, or opposite.
fn letter_cost(text: &str, word: &str) -> Option<usize> {
    let is_opposite = |one: &str, other: &str| {
        let prefixes = ["un", "dis", "de", "in"].iter();
        prefixes
            .filter_map(|prefix| one.strip_prefix(prefix))
            .any(|rest| rest == other)
    };
    if is_opposite(text, word) || is_opposite(word, text) {
        return None;
    }
    if text.eq_ignore_ascii_case(word) {
        return Some(LETTER);
    }
    let limit = text.len().max(word.len()).div_ceil(3).min(3);
    distance(text, word, limit).map(|letters| letters * LETTER)
}

/// The cost of the letters, if one of them is a slash.
fn slash_cost(path: &str, known: &[&str]) -> Option<usize> {
    let slashes = path.matches('/').count();
    if slashes.abs_diff(known.len()) != 1 {
        return None;
    }
    let known: String = known.iter().flat_map(|segment| ["/", segment]).collect();
    distance(path, &known, 2).map(|letters| letters * LETTER)
}
