//! The types of notifications that a short text names.

use std::sync::LazyLock;

use regex_lite::Regex;
use wechatpay_endpoints::{facts, facts::Event};

use super::{clue::SHORT, number::regex};

regex!(EVENT_TYPE r"\b[A-Z][A-Z0-9_]*(?:\.[A-Z0-9_]+)+\b");

/// The notes on the published events that a short text names.
pub(super) fn notes(text: &str) -> Vec<String> {
    let mut notes = Vec::new();
    if text.len() >= SHORT {
        return notes;
    }
    let events = &facts().events;
    for found in EVENT_TYPE.iter().flat_map(|regex| regex.find_iter(text)) {
        let mut known = events.iter();
        let known = known.find(|event| event.event_type == found.as_str());
        let note = known.map(note);
        notes.extend(note.filter(|note| !notes.contains(note)));
    }
    notes
}

fn note(event: &Event) -> String {
    let name = &event.event_type;
    let label = event.label.as_deref();
    let label = label.map_or_else(String::new, |label| format!(" ({label})"));
    format!(
        "`{name}`{label} is the type of a notification (回调通知): verify the notification, and read the result in its \
         decrypted resource, since the type proves nothing. `wechatpay trigger {name} --to URL` sends a test to your server"
    )
}
