//! The entries of `advice.json`, read when advice is asked for the first time.
//!
//! Only this file names the data, so that a linker drops the data from a program that asks for no advice.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use super::{Action, Place, Role};

const DATA: &str = include_str!("advice.json");

// A wrong file fails the tests, and leaves a program without advice.
static TABLE: LazyLock<Table> = LazyLock::new(|| serde_json::from_str(DATA).unwrap_or_default());

#[derive(Default, Deserialize)]
struct Table {
    sources: Vec<String>,
    families: BTreeMap<String, String>,
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) by: Kind,
    pub(super) key: String,
    /// WeChat Pay's own label of a number.
    pub(super) label: Option<String>,
    /// The texts to find, if they differ from the key.
    #[serde(default)]
    texts: Vec<String>,
    pub(super) family: Option<String>,
    pub(super) role: Option<Role>,
    pub(super) place: Place,
    pub(super) action: Action,
    pub(super) causes: Vec<Note>,
    pub(super) steps: Vec<Note>,
    #[serde(default)]
    pub(super) earlier_request_may_exist: bool,
    pub(super) query: Option<String>,
    /// The query of a service provider, if it has another path.
    pub(super) partner_query: Option<String>,
    /// The first and the last number of a range.
    first: Option<u64>,
    last: Option<u64>,
    sources: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    Number,
    Range,
    Code,
    Message,
    Status,
    FailReason,
    State,
    Symptom,
}

/// A cause or a step, for every role or for one.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Note {
    Any(String),
    Role { role: Role, text: String },
}

impl Entry {
    pub(super) fn number(&self) -> Option<u64> {
        self.key.parse().ok().filter(|_| self.by == Kind::Number)
    }

    /// Tests if the range of this entry has the number.
    pub(super) fn has_in_range(&self, number: u64) -> bool {
        let (Some(first), Some(last)) = (self.first, self.last) else {
            return false;
        };
        (first..=last).contains(&number)
    }

    /// The texts to find in messages, or the spellings of a code.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        let own = match self.by {
            Kind::Number => self.label.as_ref(),
            Kind::Symptom => None,
            _ => Some(&self.key).filter(|_| self.texts.is_empty()),
        };
        self.texts.iter().chain(own).map(String::as_str)
    }
}

pub(super) fn entries() -> &'static [Entry] {
    &TABLE.entries
}

/// The name of a family for people.
pub(super) fn family_name(family: &'static str) -> &'static str {
    TABLE.families.get(family).map_or(family, String::as_str)
}

pub(super) fn sources(entry: &Entry) -> Vec<&'static str> {
    let names = entry.sources.iter();
    names
        .filter_map(|index| TABLE.sources.get(*index).map(String::as_str))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_data_is_whole() {
        let table: Table = serde_json::from_str(DATA).unwrap();
        assert!(table.entries.len() > 275);
        let mut keys = BTreeSet::new();
        for entry in &table.entries {
            let key = &entry.key;
            let place = (entry.by as u8, key, entry.family.as_ref(), entry.first);
            assert!(keys.insert(place), "{key} is there twice");
            assert!(!entry.causes.is_empty() && !entry.steps.is_empty(), "{key}");
            assert!(!entry.sources.is_empty(), "{key}");
            assert!(
                entry
                    .sources
                    .iter()
                    .all(|index| *index < table.sources.len()),
                "{key}"
            );
            if let Some(family) = &entry.family {
                assert!(table.families.contains_key(family), "{family}");
            }
            assert_eq!(entry.by == Kind::Range, entry.first.is_some(), "{key}");
            assert_eq!(entry.first.is_some(), entry.last.is_some(), "{key}");
            assert_eq!(entry.label.is_some(), entry.by == Kind::Number, "{key}");
            let is_numeric = matches!(entry.by, Kind::Number | Kind::Status);
            assert_eq!(key.parse::<u64>().is_ok(), is_numeric, "{key}");
        }
        let actions: BTreeSet<_> = table
            .entries
            .iter()
            .map(|entry| entry.action.name())
            .collect();
        assert_eq!(actions.len(), Action::ALL.len());
    }

    /// Advice that warns of an earlier request never tells to send another number first, and its steps do as the action
    /// says.
    #[test]
    fn action_steps_and_warning_agree() {
        for entry in entries() {
            let notes = entry.steps.iter().map(|note| match note {
                Note::Any(text) | Note::Role { text, .. } => text.as_str(),
            });
            let steps: Vec<_> = notes.collect();
            let key = &entry.key;
            let first_query = steps.iter().position(|step| step.contains("query"));
            if entry.earlier_request_may_exist {
                let is_safe = match entry.action {
                    Action::RepeatSame => steps[0].starts_with("repeat the request"),
                    Action::None => steps[0].starts_with("do not send"),
                    _ => first_query.is_some(),
                };
                assert!(is_safe, "{key}: {steps:?}");
                let sends = |step: &&str| step.contains("new number") || step.starts_with("repeat");
                let first_sent = steps.iter().position(sends);
                let is_ordered =
                    first_sent.is_none_or(|sent| first_query.is_some_and(|query| query <= sent));
                assert!(
                    is_ordered || entry.action == Action::RepeatSame,
                    "{key}: {steps:?}"
                );
            }
            if entry.action == Action::None {
                let orders = |step: &&str| step.starts_with("repeat") || step.starts_with("create");
                assert!(!steps.iter().any(orders), "{key}: {steps:?}");
            }
        }
    }

    /// A refused payment may have another state than the refusal says, so a new number comes after a query. The state is
    /// known if it is the clue, or if the front end could not open the order.
    #[test]
    fn a_new_number_comes_after_a_query() {
        // A cancelled service order, and an application.
        let harmless = ["271302333", "申请单号不变"];
        for entry in entries() {
            let is_state = matches!(entry.by, Kind::State | Kind::Symptom);
            let is_known = is_state || entry.place == Place::FrontEnd;
            let is_harmless = is_known || harmless.contains(&&*entry.key);
            let queries = |note: &Note| {
                let (Note::Any(text) | Note::Role { text, .. }) = note;
                text.contains("query")
            };
            assert!(
                entry.action != Action::NewNumber || is_harmless || queries(&entry.steps[0]),
                "{}",
                entry.key
            );
        }
    }

    /// The texts that the issue of a reader begins with: no verb of the manuals' shorthand is left.
    #[test]
    fn causes_and_steps_are_sentences() {
        for entry in entries() {
            for note in entry.causes.iter().chain(&entry.steps) {
                let (Note::Any(text) | Note::Role { text, .. }) = note;
                assert!(
                    text.len() > 3 && text.trim() == text && !text.ends_with('.'),
                    "{text}"
                );
                assert!(!text.contains("as above") && !text.contains("@p"), "{text}");
                assert!(!text.contains(" anew"), "{text}");
            }
        }
    }
}
