//! The clues of a section.

use std::{collections::HashSet, hash::Hash, sync::LazyLock};

use regex_lite::Regex;
use wechatpay_client::advice::{Clues, Subject};

use super::{
    header, json,
    number::{self, regex, request_ids},
    plain::plain,
    request::Asked,
    section::Section,
};
use crate::commands::state::Reported;

regex!(NAMED_CODE r#"\b(?i:(?:err(?:or)?_?)?code)["'`]?\s*(?:=>|->|[:=])\s*["'`]?(?:<!\[CDATA\[)?([A-Z][A-Z0-9_]{2,})"#);
regex!(CODE r"[A-Z][A-Z0-9_]{4,}");
regex!(SMALL_CODE r"[A-Za-z]+(?:_[A-Za-z]+)+");
regex!(NAMED_REASON r#"\bfail_reason["'`]?\s*(?:=>|->|[:=])\s*["'`]?([A-Z][A-Z0-9_]{2,})"#);
regex!(SIGNATURE r"(?i)wechatpay[-_](?:signature|timestamp|nonce)[^-_a-z]");
regex!(STATE r"(?i)\brefund(?:_status)?[:. =]+(PROCESSING|ABNORMAL|CLOSED)\b");
regex!(NEXT_STATE r"^[ \t]*(?:[,，、;/|]|or\b|或)[ \t]*(?:PROCESSING|ABNORMAL|CLOSED|SUCCESS)\b");

/// The symptoms of a call without a response.
const LOST: [&str; 2] = [
    "the request timed out, or its connection was lost",
    "no connection to the server",
];

/// The codes that every program has in small letters.
const GENERAL_CODES: [&str; 2] = ["NOT_FOUND", "INVALID_REQUEST"];

/// The length below which a text is only a few words, in bytes.
pub(super) const SHORT: usize = 200;

/// The most clues of one kind that are explained. An error has a few.
const MAX_CLUES: usize = 50;

/// The Request-IDs, numbers, codes and texts that a section has.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) request_ids: Vec<String>,
    pub(super) numbers: Vec<u64>,
    pub(super) codes: Vec<String>,
    /// The messages of JSON.
    pub(super) messages: Vec<String>,
    /// The reasons of failed receivers of profit sharing.
    pub(super) reasons: Vec<String>,
    pub(super) status: Option<u16>,
    pub(super) asked: Asked,
    /// The number of Request-IDs, numbers, codes, messages and reasons that are not explained, because there are too many.
    pub(super) left_out: usize,
    pub(super) clues: Clues,
}

impl Found {
    pub(super) fn of(section: &Section) -> Self {
        let text = &*plain(&section.text);
        let mut found = Self {
            status: json::response_status(&section.objects).or_else(|| header::status(text)),
            asked: Asked::of(section),
            reasons: reasons(section, text),
            ..Self::default()
        };
        found.add_ids(text);
        found.add_codes(section, text);
        found.messages.clone_from(&section.members.messages);
        remove_repeated(&mut found.messages);
        found.leave_out();
        found.add_whole(text.trim());
        found.clues = found.clues(section, text);
        found
    }

    /// Keeps the first clues of each kind.
    fn leave_out(&mut self) {
        let lengths = [
            keep_first(&mut self.request_ids),
            keep_first(&mut self.numbers),
            keep_first(&mut self.codes),
            keep_first(&mut self.messages),
            keep_first(&mut self.reasons),
        ];
        self.left_out = lengths.iter().sum();
    }

    fn add_ids(&mut self, text: &str) {
        let mut has_number = false;
        for id in request_ids(text) {
            self.request_ids.push(id.text.to_owned());
            self.numbers.extend(id.number);
            has_number |= number::tail(id.text).is_some_and(|number| number != 0);
        }
        // The number of a Request-ID is that of the error, also if no manual names it.
        if !has_number {
            self.numbers.extend(number::numbers(text));
        }
        remove_repeated(&mut self.numbers);
        remove_repeated(&mut self.request_ids);
    }

    /// The codes of JSON, or else those of the text: named ones, and those that advice knows.
    fn add_codes(&mut self, section: &Section, text: &str) {
        self.codes.clone_from(&section.members.codes);
        remove_repeated(&mut self.codes);
        if !self.codes.is_empty() || !section.members.messages.is_empty() {
            return;
        }
        let named = NAMED_CODE
            .iter()
            .flat_map(|regex| regex.captures_iter(text));
        let named = named.filter_map(|captures| Some(captures.get(1)?.as_str()));
        let known = CODE.iter().flat_map(|regex| regex.find_iter(text));
        let known = known
            .map(|code| code.as_str())
            .filter(|code| is_known(code));
        let reasons: HashSet<_> = self.reasons.iter().map(String::as_str).collect();
        let codes = named.filter(|code| json::is_code(code)).chain(known);
        let codes = codes.filter(|code| !reasons.contains(code));
        self.codes = codes.map(str::to_owned).collect();
        if self.codes.is_empty() && is_short(section) {
            let small = SMALL_CODE.iter().flat_map(|regex| regex.find_iter(text));
            let small = small.map(|code| code.as_str().to_ascii_uppercase());
            let own = small.filter(|code| !GENERAL_CODES.contains(&&**code));
            self.codes = own.filter(|code| is_known(code)).collect();
        }
        remove_repeated(&mut self.codes);
    }

    /// A text that is only a number or only a word names an error without any label.
    fn add_whole(&mut self, text: &str) {
        match text.parse::<u64>() {
            Ok(status @ 100..=599) => self.status = u16::try_from(status).ok(),
            Ok(number) if number::is_number(number) && !self.numbers.contains(&number) => {
                self.numbers.push(number);
            }
            _ => {}
        }
        let is_word = text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_')
            && text.contains(|c: char| c.is_ascii_alphabetic());
        let code = text.to_ascii_uppercase();
        if is_word
            && self.codes.is_empty()
            && (is_known(&code) || text.contains('_') && json::is_code(text) && !is_state(text))
        {
            self.codes.push(code);
        }
    }

    fn clues(&self, section: &Section, text: &str) -> Clues {
        // The path of a notification is one of the merchant's own server.
        let is_request = json::notifications(&section.objects).is_empty();
        let target = self.asked.target.as_deref().filter(|_| is_request);
        let target = target.unwrap_or_default();
        let mut clues = Clues::new().with_request(target, text.as_bytes());
        for number in &self.numbers {
            clues = clues.with_number(*number);
        }
        for code in &self.codes {
            clues = clues.with_code(code);
        }
        for message in self.texts(section, text) {
            clues = clues.with_message(message);
        }
        for reason in &self.reasons {
            clues = clues.with_fail_reason(reason);
        }
        for state in states(section, text) {
            clues = clues.with_state(state);
        }
        if let Some(status) = self.status {
            clues = clues.with_status(status);
        }
        match self.is_bare(section) {
            true => with_bare(clues, text.trim()),
            false => clues,
        }
    }

    /// The texts to search for messages: those of JSON, or else the whole.
    fn texts<'s>(&'s self, section: &Section, text: &'s str) -> Vec<&'s str> {
        match self.messages.is_empty() && section.members.codes.is_empty() {
            true => vec![text],
            false => self.messages.iter().map(String::as_str).collect(),
        }
    }

    /// Tests if the text is only a few words, without a number, a status or JSON.
    fn is_bare(&self, section: &Section) -> bool {
        self.request_ids.is_empty() && self.numbers.is_empty() && is_short(section)
    }
}

/// The words in capitals of a short text, each once, or the only word. A longer text has other words too.
pub(super) fn states_in(text: &str) -> Vec<String> {
    let text = text.trim();
    if text.len() >= SHORT {
        return Vec::new();
    }
    if text.bytes().all(|c| c.is_ascii_alphabetic() || c == b'_') {
        return vec![text.to_ascii_uppercase()];
    }
    let found = CODE.iter().flat_map(|regex| regex.find_iter(text));
    let mut words: Vec<_> = found.map(|word| word.as_str().to_owned()).collect();
    remove_repeated(&mut words);
    words
}

/// Tests for the name of a state, or the reason of a failure.
fn is_state(word: &str) -> bool {
    let reason = Clues::new().with_fail_reason(word).advice();
    !reason.is_empty() || !Reported::of_word(word).is_empty()
}

/// Tests if a line tells of an error.
pub(super) fn has_clue(line: &str) -> bool {
    let line = &*plain(line);
    let status = header::status(line).filter(|status| *status >= 400);
    let mut codes = CODE.iter().flat_map(|regex| regex.find_iter(line));
    status.is_some()
        || has_named_code(line)
        || codes.any(|code| is_known(code.as_str()))
        || !request_ids(line).is_empty()
        || !Clues::new().with_message(line).advice().is_empty()
}

/// Tests if a line tells of a call without a response.
pub(super) fn is_lost(line: &str) -> bool {
    let advice = Clues::new().with_message(plain(line)).advice();
    let mut subjects = advice.iter().map(|advice| advice.subject());
    subjects.any(|subject| matches!(subject, Subject::Symptom(key) if LOST.contains(&key)))
}

/// Tests if a line names a code, as `code=PARAM_ERROR`.
pub(super) fn has_named_code(line: &str) -> bool {
    NAMED_CODE.iter().any(|regex| regex.is_match(line))
}

/// The places of the headers that only signed messages have.
pub(super) fn places_of_signatures(text: &str) -> Vec<usize> {
    let found = SIGNATURE.iter().flat_map(|regex| regex.find_iter(text));
    found.map(|found| found.start()).collect()
}

/// Tests if the text is only a few words without JSON, as people write.
fn is_short(section: &Section) -> bool {
    section.objects.is_empty() && section.text.len() < SHORT
}

fn reasons(section: &Section, text: &str) -> Vec<String> {
    let named = NAMED_REASON
        .iter()
        .flat_map(|regex| regex.captures_iter(text));
    let named = named.filter_map(|captures| Some(captures.get(1)?.as_str().to_owned()));
    let mut reasons: Vec<_> = section.members.fail_reasons.clone();
    reasons.extend(named);
    remove_repeated(&mut reasons);
    reasons
}

/// Keeps the first clues, and returns the number of the others.
fn keep_first<T>(list: &mut Vec<T>) -> usize {
    let left_out = list.len().saturating_sub(MAX_CLUES);
    list.truncate(MAX_CLUES);
    left_out
}

fn remove_repeated<T: Clone + Eq + Hash>(list: &mut Vec<T>) {
    let mut known = HashSet::new();
    list.retain(|item| known.insert(item.clone()));
}

/// Adds the words as everything that they may be: a reason, a state, a symptom.
fn with_bare(clues: Clues, text: &str) -> Clues {
    let clues = match text.contains(' ') {
        true => clues.with_symptom(text),
        false => clues.with_fail_reason(text),
    };
    // The name may be that of a state of other things too, which are named instead.
    match Reported::of_word(&text.to_ascii_uppercase()).len() {
        0 | 1 => clues.with_state(format!("refund:{text}")),
        _ => clues,
    }
}

fn states(section: &Section, text: &str) -> Vec<String> {
    let mut states = section.members.states.clone();
    let named = STATE.iter().flat_map(|regex| regex.captures_iter(text));
    let named = named.filter_map(|captures| captures.get(1));
    let named = named.filter(|state| !is_in_list(text, state.end()));
    states.extend(named.map(|state| format!("refund:{}", state.as_str().to_ascii_uppercase())));
    remove_repeated(&mut states);
    states
}

/// Tests if another state follows: a list of states, as in documentation, tells no state of a refund.
fn is_in_list(text: &str, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    NEXT_STATE.iter().any(|regex| regex.is_match(rest))
}

/// Tests if advice knows the code.
fn is_known(code: &str) -> bool {
    let advice = Clues::new().with_code(code).advice();
    advice
        .iter()
        .any(|advice| matches!(advice.subject(), Subject::Code(_)))
        && code.len() > 4
}
