//! Paths as a user might misspell them.

use std::collections::BTreeSet;

use crate::{
    operations::{Operation, is_placeholder, key, words},
    random::Random,
};

/// A misspelt path of an operation.
pub(crate) struct Slip<'a> {
    pub(crate) operation: &'a Operation,
    pub(crate) path: String,
    /// The last edit.
    pub(crate) edit: Edit,
    /// Another operation has this path.
    pub(crate) is_published: bool,
}

/// A kind of slip. Another word in the place of a segment is none: the path then names another thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Edit {
    LetterDropped,
    LetterDoubled,
    LettersSwapped,
    LetterReplaced,
    SegmentDropped,
    SegmentAdded,
    SegmentsSwapped,
}

impl Edit {
    const ALL: [Self; 7] = [
        Self::LetterDropped,
        Self::LetterDoubled,
        Self::LettersSwapped,
        Self::LetterReplaced,
        Self::SegmentDropped,
        Self::SegmentAdded,
        Self::SegmentsSwapped,
    ];
}

/// As many slips as asked for, each of so many edits.
pub(crate) fn slips<'a>(
    operations: &'a [Operation],
    random: &mut Random,
    count: usize,
    edits: usize,
) -> Vec<Slip<'a>> {
    let words = words(operations);
    let published: BTreeSet<_> = operations.iter().map(|known| key(known.path)).collect();
    let slip = || {
        let operation = random.choose(operations);
        let mut segments: Vec<_> = operation.path.split('/').map(str::to_owned).collect();
        let mut edit = *random.choose(&Edit::ALL);
        edit.apply(&mut segments, &words, random);
        for _ in 1..edits {
            edit = *random.choose(&Edit::ALL);
            edit.apply(&mut segments, &words, random);
        }
        let path = segments.join("/");
        let is_slip = key(&path) != key(operation.path);
        is_slip.then(|| Slip {
            operation,
            is_published: published.contains(&key(&path)),
            path,
            edit,
        })
    };
    std::iter::repeat_with(slip).flatten().take(count).collect()
}

impl Edit {
    /// Changes the segments after the root. An edit that finds nothing to change changes nothing.
    fn apply(self, segments: &mut Vec<String>, words: &[&str], random: &mut Random) {
        let root = 1 + segments
            .iter()
            .position(|segment| segment == "v3")
            .unwrap_or(1);
        let Some(count) = segments.len().checked_sub(root).filter(|count| *count > 0) else {
            return;
        };
        let at = root + random.below(count);
        match self {
            Self::SegmentDropped if count > 1 => drop(segments.remove(at)),
            Self::SegmentAdded => segments.insert(
                root + random.below(count + 1),
                (*random.choose(words)).to_owned(),
            ),
            Self::SegmentsSwapped => {
                let other = root + random.below(count);
                segments.swap(at, other);
            }
            _ if !is_placeholder(&segments[at]) => {
                segments[at] = self.of_letters(&segments[at], random);
            }
            _ => {}
        }
    }

    /// The word with one edit of its letters.
    fn of_letters(self, word: &str, random: &mut Random) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        if letters.is_empty() {
            return String::new();
        }
        let at = random.below(letters.len());
        match self {
            Self::LetterDropped if letters.len() > 1 => drop(letters.remove(at)),
            Self::LetterDoubled => letters.insert(at, letters[at]),
            Self::LettersSwapped if at > 0 => letters.swap(at - 1, at),
            Self::LetterReplaced => {
                let alphabet: Vec<char> = ('a'..='z').collect();
                letters[at] = *random.choose(&alphabet);
            }
            _ => {}
        }
        letters.into_iter().collect()
    }
}
