//! The search for advice by clues.

use std::{collections::HashMap, sync::LazyLock};

use super::{
    Advice, Asked, Place, Role,
    entry::{Entry, Kind, entries},
    label::{Label, labels},
};

/// The spellings of codes with their entries, by their normal form.
static CODES: LazyLock<HashMap<String, Vec<(&'static str, &'static Entry)>>> =
    LazyLock::new(|| {
        let mut codes: HashMap<String, Vec<_>> = HashMap::new();
        for entry in entries().iter().filter(|entry| entry.by == Kind::Code) {
            for text in entry.texts() {
                codes.entry(normal(text)).or_default().push((text, entry));
            }
        }
        codes
    });

/// The numbers of WeChat Pay's errors, known or not.
const NUMBERS: std::ops::RangeInclusive<u64> = 0x1000_0000..=0x10FF_FFFF;

/// Clues about one error, which find [`Advice`].
///
/// ```
/// use wechatpay_client::advice::{Clues, Role};
///
/// let clues = Clues::new().with_number(271317510).with_request("/v3/payscore/partner/serviceorder", b"");
/// let advice = clues.advice();
/// assert_eq!(advice[0].query(), Some("GET /v3/payscore/partner/serviceorder"));
/// assert_eq!(clues.role(), Some(Role::ServiceProvider));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Clues {
    numbers: Vec<u64>,
    codes: Vec<String>,
    messages: Vec<String>,
    statuses: Vec<u16>,
    fail_reasons: Vec<String>,
    states: Vec<String>,
    symptoms: Vec<String>,
    asked: Asked,
}

/// An entry that a clue found.
struct Match {
    advice: Advice,
    rank: Rank,
}

/// How exactly a clue names the error.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Number,
    Text,
    Code,
    /// A label that other labels have as a part, so that the message may be about something else.
    Part,
    Range,
    Status,
}

impl Clues {
    /// No clues.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the number at the end of a `Request-ID`.
    #[must_use]
    pub fn with_number(mut self, number: u64) -> Self {
        self.numbers.push(number);
        self
    }

    /// Adds an error code.
    #[must_use]
    pub fn with_code(mut self, code: impl Into<String>) -> Self {
        self.codes.push(code.into());
        self
    }

    /// Adds a message, or a longer text with messages in it.
    #[must_use]
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.messages.push(message.into());
        self
    }

    /// Adds an HTTP status.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.statuses.push(status);
        self
    }

    /// Adds the `fail_reason` of a receiver of profit sharing, or of a transfer.
    #[must_use]
    pub fn with_fail_reason(mut self, reason: impl Into<String>) -> Self {
        self.fail_reasons.push(reason.into());
        self
    }

    /// Adds the state of a thing, such as `refund:ABNORMAL`.
    #[must_use]
    pub fn with_state(mut self, state: impl Into<String>) -> Self {
        self.states.push(state.into());
        self
    }

    /// Adds words about a symptom in English, such as `notification never arrives`. All of them are in the advice.
    #[must_use]
    pub fn with_symptom(mut self, words: impl Into<String>) -> Self {
        self.symptoms.push(words.into());
        self
    }

    /// Adds the path (with its query) and the body of the request. They tell the product and the role of the caller,
    /// which decide between causes.
    #[must_use]
    pub fn with_request(self, target: &str, body: &[u8]) -> Self {
        let asked = Asked::of(target, body);
        self.asked_by(asked)
    }

    /// Sets the role of the caller.
    #[must_use]
    pub fn with_role(mut self, role: Role) -> Self {
        self.asked.role = Some(role);
        self
    }

    /// The role of the caller, if a clue tells it.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        self.asked.role
    }

    pub(crate) fn asked_by(mut self, asked: Asked) -> Self {
        self.asked = asked;
        self
    }

    /// The advice on the error, the most exact first: by number and message, else by code, else by status. Several if
    /// the clues are ambiguous. Advice that an [earlier request may exist](Advice::earlier_request_may_exist) is never
    /// left out. A number that no manual names tells at least the part of WeChat Pay that refused the request. If the
    /// request is known, none of the advice is on another product.
    #[must_use]
    pub fn advice(&self) -> Vec<Advice> {
        let mut matches = self.by_number();
        let has_number = matches.iter().any(|found| found.rank == Rank::Number);
        matches.extend(self.by_text(has_number));
        matches.extend(self.by_code());
        matches.extend(self.by_state());
        let has_cause = !matches.iter().all(|found| found.rank == Rank::Range);
        matches.extend(self.by_status(has_cause));
        self.choose(matches)
    }

    fn by_number(&self) -> Vec<Match> {
        let found = |number: u64| {
            let known = self.entry(|entry| entry.number() == Some(number));
            let range = || self.entry(|entry| entry.has_in_range(number));
            let (entry, rank) = match known {
                Some(entry) => (entry, Rank::Number),
                None if NUMBERS.contains(&number) => (range()?, Rank::Range),
                None => return None,
            };
            Some((entry, Some(number), rank))
        };
        let numbers = self.numbers.iter().filter_map(|number| found(*number));
        numbers
            .map(|(entry, number, rank)| self.found(entry, number, rank))
            .collect()
    }

    /// The first entry of this kind on the product of the request.
    fn entry(&self, is_of_kind: impl Fn(&Entry) -> bool) -> Option<&'static Entry> {
        let mut entries = entries().iter();
        entries.find(|entry| is_of_kind(entry) && self.fits_product(entry))
    }

    /// Finds messages and labels of numbers. A known number makes the labels of other numbers moot, and an error response
    /// has no message of a front end.
    fn by_text(&self, has_number: bool) -> Vec<Match> {
        let is_response = self.is_error_response();
        let messages = self.messages.iter();
        let is_own = |entry: &Entry| self.fits_product(entry);
        let messages = messages.flat_map(|text| labels(text, is_own));
        let messages =
            messages.filter(|label| !is_response || label.entry.place != Place::FrontEnd);
        let codes = self.codes.iter();
        let codes = codes.flat_map(|text| labels(text, is_own));
        messages
            .chain(codes)
            .filter(|label| !has_number || label.entry.by != Kind::Number)
            .filter(|label| !self.is_label_of_number(label.words))
            .map(|label| {
                let mut found = self.found(label.entry, None, rank(&label));
                found.advice.words = Some(label.words);
                found
            })
            .collect()
    }

    /// Tests if the words are only the label of a number that is given too.
    fn is_label_of_number(&self, words: &str) -> bool {
        let mut numbers = self.numbers.iter();
        numbers.any(|number| {
            let mut known = entries().iter();
            let known = known.find(|entry| entry.number() == Some(*number));
            known.is_some_and(|entry| entry.label.as_deref() == Some(words) && self.fits(entry))
        })
    }

    /// Tests if the clues are of an HTTP response that is no success.
    fn is_error_response(&self) -> bool {
        !self.codes.is_empty() || self.statuses.iter().any(|status| *status >= 400)
    }

    /// Finds reasons, states and symptoms, which stand beside a code and explain nothing of the code.
    fn by_state(&self) -> Vec<Match> {
        let is_given = |entry: &&'static Entry| match entry.by {
            Kind::FailReason => self.fail_reasons.contains(&entry.key),
            Kind::State => self.states.contains(&entry.key),
            Kind::Symptom => {
                let mut symptoms = self.symptoms.iter();
                symptoms.any(|words| has_all(&entry.key, words))
            }
            _ => false,
        };
        let found = entries().iter().filter(is_given);
        let found = found.filter(|entry| self.fits_product(entry));
        found
            .map(|entry| self.found(entry, None, Rank::Code))
            .collect()
    }

    /// Finds codes as they are spelled, or else without regard to `_`, blanks and case.
    fn by_code(&self) -> Vec<Match> {
        let find = |code: &String| {
            let similar = CODES.get(&normal(code)).map(Vec::as_slice);
            let similar = similar.unwrap_or_default().iter();
            let similar = similar.filter(|(_, entry)| self.fits_product(entry));
            let exact = similar.clone().filter(|(text, _)| text == code);
            let found: Vec<_> = match exact.clone().next() {
                Some(_) => exact.map(|(_, entry)| *entry).collect(),
                None => similar.map(|(_, entry)| *entry).collect(),
            };
            found
        };
        let found = self.codes.iter().flat_map(find);
        found
            .map(|entry| self.found(entry, None, Rank::Code))
            .collect()
    }

    fn by_status(&self, has_cause: bool) -> Vec<Match> {
        let is_status = |entry: &&'static Entry| {
            let mut statuses = self.statuses.iter();
            let is_of_asked = entry.family.is_none() || self.is_of_product(entry);
            let is_given = statuses.any(|status| status.to_string() == entry.key);
            entry.by == Kind::Status && is_of_asked && is_given
        };
        let found = entries().iter().filter(is_status).filter(|_| !has_cause);
        found
            .map(|entry| self.found(entry, None, Rank::Status))
            .collect()
    }

    fn found(&self, entry: &'static Entry, number: Option<u64>, rank: Rank) -> Match {
        let advice = Advice {
            entry,
            asked: self.asked,
            number,
            words: None,
        };
        Match { advice, rank }
    }

    /// Leaves out what a more exact match explains. Advice for another role comes only if there is no other.
    fn choose(&self, mut matches: Vec<Match>) -> Vec<Advice> {
        matches.sort_by_key(|found| found.rank);
        let is_fit = |found: &Match| self.fits(found.advice.entry);
        let explains = |found: &Match| found.rank <= Rank::Code && is_fit(found);
        if matches.iter().any(explains) {
            matches.retain(is_fit);
        }
        let exact = matches.iter().filter(|found| found.rank <= Rank::Text);
        let exact: Vec<Advice> = exact.map(|found| found.advice).collect();
        // A known number says nothing of another one.
        let names_error = |found: &Match| matches!(found.rank, Rank::Text | Rank::Code);
        if matches.iter().any(names_error) {
            matches.retain(|found| found.rank != Rank::Range);
        }
        let is_of_product = |found: &Match| self.is_of_product(found.advice.entry);
        let has_code_of_product = matches
            .iter()
            .any(|found| found.rank == Rank::Code && is_of_product(found));
        let mut chosen: Vec<Advice> = Vec::new();
        for rank in [
            Rank::Number,
            Rank::Text,
            Rank::Code,
            Rank::Part,
            Rank::Range,
            Rank::Status,
        ] {
            let same = || matches.iter().filter(|found| found.rank == rank);
            let fits = same().any(is_fit);
            for found in same() {
                let advice = found.advice;
                let is_code = advice.entry.by == Kind::Code;
                let is_general = has_code_of_product && is_code && !is_of_product(found);
                let has_own =
                    same().any(|other| is_fit(other) && advice.is_general_form_of(other.advice));
                let is_explained = is_code && !exact.is_empty() || is_general;
                let is_needed = !is_explained || advice.warns_more_than(&exact);
                let is_foreign = fits && !is_fit(found);
                let is_chosen = is_needed && !has_own && !is_foreign && !chosen.contains(&advice);
                chosen.extend(is_chosen.then_some(advice));
            }
        }
        chosen
    }

    /// Tests if an entry is about the product of the request, and not about every product.
    fn is_of_product(&self, entry: &Entry) -> bool {
        entry.family.is_some() && self.asked.family.is_some() && self.fits(entry)
    }

    /// Tests if an entry is about the role and the product of the request, as far as they are known.
    fn fits(&self, entry: &Entry) -> bool {
        let role = self.asked.role;
        let is_role = entry.role.is_none() || role.is_none() || entry.role == role;
        is_role && self.fits_product(entry)
    }

    /// Tests if an entry is about the product of the request, as far as it is known. Advice on another product may be
    /// wrong for this one: under a new number, a refund or a transfer pays twice.
    fn fits_product(&self, entry: &Entry) -> bool {
        let (Some(entry), Some(asked)) = (entry.family.as_deref(), self.asked.family) else {
            return true;
        };
        let part = |whole: &str, part: &str| {
            part.strip_prefix(whole)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let is_order = match asked {
            "combine" => part("pay", entry),
            "micropay" => entry == "pay",
            _ => false,
        };
        // Every product has notifications.
        is_order || entry == "notification" || part(entry, asked) || part(asked, entry)
    }
}

/// The code that the caller gives comes before a code that a message only hints at.
fn rank(label: &Label) -> Rank {
    match label.is_part || label.entry.by == Kind::Code {
        true => Rank::Part,
        false => Rank::Text,
    }
}

/// Tests if a sentence has all words of another, without regard to case.
fn has_all(sentence: &str, words: &str) -> bool {
    let split = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
        let words = words.filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let (sentence, words) = (split(sentence), split(words));
    !words.is_empty() && words.iter().all(|word| sentence.contains(word))
}

/// A code without `_` and blanks, in capitals.
fn normal(code: &str) -> String {
    let letters = code.chars().filter(|c| *c != '_' && !c.is_whitespace());
    letters.map(|c| c.to_ascii_uppercase()).collect()
}
