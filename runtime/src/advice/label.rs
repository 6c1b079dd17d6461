//! The labels of entries in a message.

use std::{cmp::Reverse, collections::HashMap, ptr, sync::LazyLock};

use super::{
    entry::{Entry, Kind, entries},
    text::Text,
};

/// A label that is in a message as a whole.
pub(super) struct Label {
    pub(super) entry: &'static Entry,
    /// The words of the label, as the entry spells them.
    pub(super) words: &'static str,
    /// True if the label is also a part of another label, and the message says more than the label: then the message may
    /// be about something else.
    pub(super) is_part: bool,
}

/// A text in the form of the search, as the entry spells it, and its entry.
type Indexed = (Text, &'static str, &'static Entry);

/// The texts of all entries that messages may have, by their first characters.
static INDEX: LazyLock<HashMap<char, Vec<Indexed>>> = LazyLock::new(|| {
    let mut index: HashMap<char, Vec<_>> = HashMap::new();
    for entry in entries() {
        for words in texts(entry) {
            let text = Text::new(words);
            if let Some(first) = text.first() {
                index.entry(first).or_default().push((text, words, entry));
            }
        }
    }
    index
});

/// The texts of an entry to find in messages. The spellings of a code are no texts.
pub(super) fn texts(entry: &'static Entry) -> impl Iterator<Item = &'static str> {
    entry.texts().filter(|text| match entry.by {
        Kind::Message | Kind::Symptom | Kind::Number => true,
        Kind::Code => !text.is_ascii(),
        _ => false,
    })
}

/// The labels in the message, without those inside of a longer one, in the order of the message. Only those of entries with
/// `is_own` count.
pub(super) fn labels(message: &str, is_own: impl Fn(&Entry) -> bool) -> Vec<Label> {
    let text = Text::new(message);
    let mut places = Vec::new();
    for (start, first) in text.places() {
        for (label, words, entry) in INDEX.get(&first).into_iter().flatten() {
            let end = text.end_at(start, label);
            let end = end.filter(|_| is_own(entry));
            places.extend(end.map(|end| (start, end, (label, *words), *entry)));
        }
    }
    // A longer one begins before it, or at the same place.
    let mut covered = 0;
    places.sort_by_key(|(start, end, ..)| (*start, Reverse(*end)));
    let mut found: Vec<Label> = Vec::new();
    let mut last = (0, 0);
    for (start, end, (label, words), entry) in places {
        if end > covered || (start, end) == last {
            covered = end;
            last = (start, end);
            let is_new = !found.iter().any(|known| ptr::eq(known.entry, entry));
            found.extend(is_new.then(|| Label {
                entry,
                words,
                is_part: label.len() < text.len() && is_part_of_another(label, entry),
            }));
        }
    }
    found
}

/// Tests if the words are only a part of the label of another entry, or of the whole label of their own entry.
pub(super) fn is_part_of_another(words: &Text, entry: &'static Entry) -> bool {
    let own = (entry.by == Kind::Message).then(|| Text::new(&entry.key));
    let others = INDEX.values().flatten();
    let mut others = others.filter(|(.., other)| !ptr::eq(*other, entry));
    own.is_some_and(|own| words.is_part_of(&own)) || others.any(|(text, ..)| words.is_part_of(text))
}
