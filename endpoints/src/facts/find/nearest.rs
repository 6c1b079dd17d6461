//! The operation that a misspelt path means.

use super::{
    least,
    query::{self, Segment},
};
use crate::facts::{Facts, Operation};

/// The greatest difference: one segment too many or too few, or two misspelt words.
const LIMIT: usize = 2;

/// Words of paths for merchants outside the mainland, who have operations of their own.
const REGIONS: [&str; 2] = ["global", "hk"];

impl Facts {
    /// The operation with the same method and the same last word, misspelt at most, whose path differs the least.
    /// `None` if several differ as little.
    pub(super) fn nearest(&self, method: Option<&str>, segments: &[Segment]) -> Option<&Operation> {
        let operations = self.operations.iter();
        let operations = operations.filter(|operation| operation.has_method(method));
        let near = operations.filter_map(|operation| {
            let official = query::segments(&operation.path);
            let ends_alike = is_slip(self.last_word(segments)?, self.last_word(&official)?);
            let is_near = ends_alike && region(segments) == region(&official);
            let difference = is_near.then(|| self.path_difference(segments, &official))?;
            (difference <= LIMIT).then_some((difference, operation))
        });
        match *least(near) {
            [nearest] => Some(nearest),
            _ => None,
        }
    }

    /// Counts 1 for a misspelt word, and 2 for a segment too many or too few.
    fn path_difference(&self, segments: &[Segment], official: &[Segment]) -> usize {
        edits(segments, official, 2, |a, b| match (a, b) {
            (Segment::Placeholder(_), Segment::Placeholder(_)) => 0,
            (Segment::Literal(text), Segment::Placeholder(_)) if self.is_value(text) => 0,
            (Segment::Literal(a), Segment::Literal(b)) if a.eq_ignore_ascii_case(b) => 0,
            (Segment::Literal(a), Segment::Literal(b)) if is_slip(a, b) => 1,
            _ => LIMIT + 1,
        })
    }

    /// The last segment that is neither a placeholder nor a value.
    fn last_word<'s>(&self, segments: &'s [Segment]) -> Option<&'s str> {
        segments.iter().rev().find_map(|segment| match segment {
            Segment::Literal(text) if !self.is_value(text) => Some(&**text),
            _ => None,
        })
    }
}

fn region(segments: &[Segment]) -> Option<&'static str> {
    let is_region = |word: &&str| segments.iter().any(|segment| segment.is_word(word));
    REGIONS.into_iter().find(is_region)
}

/// Tests if a word is another one, or that one misspelt: one letter too many, too few, swapped or different, or two in a long word.
/// More letters at the beginning would be another word, such as `deactivate` for `activate`.
fn is_slip(a: &str, b: &str) -> bool {
    let letters = |word: &str| word.to_ascii_lowercase().into_bytes();
    let (a, b) = (letters(a), letters(b));
    let slips = edits(&a, &b, 1, |a, b| usize::from(a != b));
    let length = a.len().min(b.len());
    slips == 0 || length >= 4 && slips == 1 || length >= 8 && slips == 2 && a.first() == b.first()
}

/// The least cost of the edits that make one list of the other: leaving out or adding an item costs `gap`, replacing an
/// item costs `replace`, and so does swapping two neighbours that are the same.
fn edits<T: PartialEq>(a: &[T], b: &[T], gap: usize, replace: impl Fn(&T, &T) -> usize) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).map(|count| count * gap).collect();
    for (i, left) in a.iter().enumerate() {
        let mut next = vec![(i + 1) * gap];
        for (j, right) in b.iter().enumerate() {
            let at =
                |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
            let mut cost = at(&row, j) + replace(left, right);
            cost = cost.min(at(&row, j + 1) + gap).min(at(&next, j) + gap);
            if let (Some(k), Some(l)) = (i.checked_sub(1), j.checked_sub(1)) {
                if a.get(k) == Some(right) && b.get(l) == Some(left) {
                    cost = cost.min(at(&before, l) + gap);
                }
            }
            next.push(cost);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or_default()
}
