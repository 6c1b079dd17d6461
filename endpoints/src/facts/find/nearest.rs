//! The operation that a misspelt path means.

use super::{
    least,
    query::{self, Segment},
};
use crate::facts::{Facts, Operation};

/// The greatest difference: one segment too many or too few, or two misspelt or swapped words.
const LIMIT: usize = 2;

/// The longest word or value that is compared. A search compares each one with those of all operations.
const LONGEST: usize = 256;

/// The most letters that a misspelt word has too many or too few.
const SLIPS: usize = 2;

/// Words of paths that say for whom an operation is. The same path with another of them does another thing.
const PARTIES: [&str; 6] = ["brand", "ecommerce", "global", "hk", "oversea", "partner"];

impl Facts {
    /// The operation with the same method whose path differs the least. `None` if several differ as little, or if longer
    /// paths begin with these segments.
    pub(super) fn nearest(&self, method: Option<&str>, segments: &[Segment]) -> Option<&Operation> {
        let is_long = |segment: &Segment| segment.text().len() > LONGEST;
        if segments.iter().any(is_long) {
            return None;
        }
        let operations = self.operations.iter();
        let operations = operations.filter(|operation| operation.has_method(method));
        let begins = |operation: &Operation| {
            let official = query::segments(&operation.path);
            official
                .split_at_checked(segments.len())
                .is_some_and(|(begin, rest)| {
                    !rest.is_empty() && self.path_difference(segments, begin) == 0
                })
        };
        if operations.clone().any(begins) {
            return None;
        }
        let near = operations.filter_map(|operation| {
            let official = query::segments(&operation.path);
            // Such a path has several segments too many or too few.
            if segments.len().abs_diff(official.len()) > 1 {
                return None;
            }
            let does_the_same = self.does_the_same(segments, &official);
            let difference = does_the_same.then(|| self.path_difference(segments, &official))?;
            (difference <= LIMIT).then_some((difference, operation))
        });
        match *least(near) {
            [nearest] => Some(nearest),
            _ => None,
        }
    }

    /// Tests if each path has the last word of the other, and they are for the same party.
    fn does_the_same(&self, segments: &[Segment], official: &[Segment]) -> bool {
        let may_be_misspelt = segments.len() == official.len();
        let has_last_of = |path: &[Segment], other: &[Segment]| {
            let last = self.words(other).next_back();
            last.is_some_and(|last| {
                let is_last = |word| word == last || may_be_misspelt && is_slip(word, last);
                self.words(path).any(is_last)
            })
        };
        has_last_of(segments, official)
            && has_last_of(official, segments)
            && self.parties(segments).eq(self.parties(official))
    }

    /// Counts 1 for a misspelt word or for two that are swapped, and 2 for a segment too many or too few.
    fn path_difference(&self, segments: &[Segment], official: &[Segment]) -> usize {
        let left_out = |segment: &Segment| match segment {
            Segment::Literal(text) if !self.is_value(text) => 2,
            // Without its placeholder, a path is that of another operation.
            _ => LIMIT + 1,
        };
        edits(
            segments,
            official,
            left_out,
            |_| 2,
            |a, b| match (a, b) {
                (Segment::Placeholder(_), Segment::Placeholder(_)) => 0,
                (Segment::Literal(text), Segment::Placeholder(_)) if self.is_value(text) => 0,
                (Segment::Literal(a), Segment::Literal(b)) if a.eq_ignore_ascii_case(b) => 0,
                (Segment::Literal(a), Segment::Literal(b)) if is_slip(a, b) => 1,
                _ => LIMIT + 1,
            },
        )
    }

    /// The segments that are neither placeholders nor values.
    fn words<'s>(&self, segments: &'s [Segment]) -> impl DoubleEndedIterator<Item = &'s str> {
        segments.iter().filter_map(|segment| match segment {
            Segment::Literal(text) if !self.is_value(text) => Some(&**text),
            _ => None,
        })
    }

    fn parties(&self, segments: &[Segment]) -> impl Iterator<Item = &'static str> {
        let party = |word| PARTIES.into_iter().find(|party| is_slip(word, party));
        self.words(segments).filter_map(party)
    }
}

/// Tests if a word is another one, or that one misspelt: one letter too many, too few, swapped or different, or two in a long word.
/// More letters at the beginning would be another word, such as `deactivate` for `activate`.
fn is_slip(a: &str, b: &str) -> bool {
    if a.len().abs_diff(b.len()) > SLIPS {
        return false;
    }
    let letters = |word: &str| word.to_ascii_lowercase().into_bytes();
    let (a, b) = (letters(a), letters(b));
    let slips = edits(&a, &b, |_| 1, |_| 1, |a, b| usize::from(a != b));
    let length = a.len().min(b.len());
    slips == 0 || length >= 4 && slips == 1 || length >= 8 && slips == 2 && a.first() == b.first()
}

/// The least cost of the edits that make one list of the other: leaving out an item, adding one, replacing one, and
/// swapping two neighbours, which costs 1.
fn edits<T: PartialEq>(
    a: &[T],
    b: &[T],
    leave_out: impl Fn(&T) -> usize,
    add: impl Fn(&T) -> usize,
    replace: impl Fn(&T, &T) -> usize,
) -> usize {
    let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or_default();
    let mut before: Vec<usize> = Vec::new();
    let mut row = vec![0];
    row.extend(b.iter().scan(0, |cost, right| {
        *cost += add(right);
        Some(*cost)
    }));
    for (i, left) in a.iter().enumerate() {
        let mut next = vec![at(&row, 0) + leave_out(left)];
        for (j, right) in b.iter().enumerate() {
            let replaced = at(&row, j) + replace(left, right);
            let left_out = at(&row, j + 1) + leave_out(left);
            let added = at(&next, j) + add(right);
            let mut cost = replaced.min(left_out).min(added);
            if let (Some(k), Some(l)) = (i.checked_sub(1), j.checked_sub(1)) {
                if a.get(k) == Some(right) && b.get(l) == Some(left) {
                    cost = cost.min(at(&before, l) + 1);
                }
            }
            next.push(cost);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or_default()
}
