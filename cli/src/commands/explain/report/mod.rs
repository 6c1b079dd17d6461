//! The explanation of a section, for people and programs.

mod text;

use serde::Serialize;
use serde_json::Value;
use wechatpay_client::advice::{Advice, Subject};

use super::{
    apiv2,
    clue::{self, Found},
    event, guess, invisible,
    json::{self, Members},
    notified::Notified,
    row::{self, Row},
    section::Section,
    sign_error::SignError,
    signature::{self, Signature},
};
use crate::{commands::state::Reported, failure::Result, output::printable, settings::Settings};

/// All explanations of a text.
#[derive(Debug, Serialize)]
pub(super) struct Explanations {
    pub(super) explanations: Vec<Explanation>,
    /// The number of further explanations, which are not shown.
    #[serde(skip_serializing_if = "is_zero")]
    pub(super) left_out: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
const fn is_zero(number: &usize) -> bool {
    *number == 0
}

/// The explanation of one error, or of a message without an error.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Explanation {
    request_ids: Vec<String>,
    numbers: Vec<u64>,
    codes: Vec<String>,
    messages: Vec<String>,
    status: Option<u16>,
    /// The path of the request.
    path: Option<String>,
    /// The wrong fields of the request, as `detail` names them.
    fields: Vec<String>,
    role: Option<&'static str>,
    /// An earlier request with the same number may have been executed.
    earlier_request_may_exist: bool,
    advice: Vec<Row>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sign_error: Option<SignError>,
    #[serde(skip_serializing_if = "Option::is_none")]
    signature: Option<Signature>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notification: Option<Notified>,
    /// Further notifications of the text, none of which verifies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    other_notifications: Vec<Notified>,
    /// The text has a notification whose JSON does not end.
    #[serde(skip)]
    is_cut: bool,
    /// Beside a body that verifies, the text has another state.
    #[serde(skip)]
    has_unsigned_state: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
}

impl Explanation {
    pub(super) fn of(section: &Section, settings: &dyn Fn() -> Result<Settings>) -> Result<Self> {
        let mut found = Found::of(section);
        let (signature, notifications, body) = signature::check(section, found.status, settings)?;
        let resource = notifications.first().filter(|first| first.verified);
        let resource = resource.and_then(|first| first.resource.clone());
        // A body that is no object tells nothing, and is signed all the same.
        let signed = body.map(|body| {
            let object = json::object(&body);
            object.into_iter().chain(resource).collect::<Vec<_>>()
        });
        let is_apiv2 = apiv2::is_response(section);
        let mut advice = found.clues.advice();
        let is_left_out = is_apiv2 && leave_out_apiv3(&mut advice, section);
        if let Some(signed) = &signed {
            found.keep_signed(&mut advice, signed);
        }
        let question = found.asked.question();
        let left_out = found.left_out;
        let reasons = std::mem::take(&mut found.reasons);
        let mut explanation = Self::without_notes(section, found, &advice);
        explanation.signature = signature;
        let mut notifications = notifications.into_iter();
        explanation.notification = notifications.next();
        explanation.other_notifications = notifications.collect();
        explanation.add_notes_on_form(section, is_apiv2, is_left_out);
        match &signed {
            None => explanation.add_states(section),
            Some(signed) => explanation.add_signed_states(signed, section),
        }
        explanation.add_events(section);
        explanation.add_named_states(section);
        explanation.add_notes();
        explanation.add_unknown_reasons(&reasons);
        explanation.add_notes_on_rest(question, left_out);
        Ok(explanation)
    }

    /// The clues and their advice, before the signature and the notifications.
    fn without_notes(section: &Section, found: Found, advice: &[Advice]) -> Self {
        Self {
            role: found.clues.role().map(|role| role.name()),
            earlier_request_may_exist: advice.iter().any(Advice::earlier_request_may_exist),
            advice: row::merged(advice.iter().map(Row::of)),
            sign_error: SignError::of(section),
            signature: None,
            notification: None,
            other_notifications: Vec::new(),
            is_cut: json::is_cut_notification(&section.text, &section.objects),
            has_unsigned_state: false,
            notes: Vec::new(),
            request_ids: found.request_ids,
            numbers: found.numbers,
            codes: found.codes,
            messages: found.messages,
            status: found.status,
            path: found.asked.path(),
            fields: section.members.fields.clone(),
        }
    }

    /// Adds the notes on a text of APIv2, and on one that cannot be read whole.
    fn add_notes_on_form(&mut self, section: &Section, is_apiv2: bool, is_left_out: bool) {
        if is_apiv2 {
            self.notes.push(apiv2::NOTE.to_owned());
        }
        if is_left_out {
            self.notes.push(apiv2::QUERY.to_owned());
        }
        if let Some(places) = &section.invisible {
            self.notes.push(invisible::unreadable(places));
        } else if self.is_cut {
            self.notes.push(CUT.to_owned());
        }
    }

    /// Adds the question for the request of an error, and the number of clues that are not explained.
    fn add_notes_on_rest(&mut self, question: Option<String>, left_out: usize) {
        if let Some(note) = question.filter(|_| self.is_of_error()) {
            self.notes.push(note);
        }
        if left_out > 0 {
            self.notes.push(format!(
                "{left_out} more Request-IDs, numbers, codes, messages or fail reasons are not explained"
            ));
        }
    }

    /// True if nothing is explained.
    pub(super) fn is_empty(&self) -> bool {
        self.advice.is_empty()
            && self.notes.is_empty()
            && self.sign_error.is_none()
            && self.signature.is_none()
            && self.notification.is_none()
    }

    /// True if a notification is cut, not verified or not decrypted by a configured key, if a key of WeChat Pay refused a
    /// signature, or if a state stands beside a signed body that does not have it.
    pub(super) fn is_refused(&self) -> bool {
        let mut notifications = self.notifications();
        let signature = self.signature.as_ref();
        self.is_cut
            || self.has_unsigned_state
            || notifications.any(|notified| !notified.verified || notified.is_refused)
            || signature.is_some_and(|signature| !signature.verified && signature.is_checked)
    }

    /// The notifications of the text, the verified one first.
    fn notifications(&self) -> impl Iterator<Item = &Notified> {
        self.notification.iter().chain(&self.other_notifications)
    }

    /// Adds the states that a signed body and its resource tell. Every other state in the text is signed by nobody.
    fn add_signed_states(&mut self, signed: &[Value], section: &Section) {
        let own = json::states_outside_texts(signed);
        let objects = section.objects.iter().map(|object| &object.value);
        let mut all = json::states_outside_texts(objects).into_iter();
        self.has_unsigned_state = all.any(|state| !own.contains(&state));
        if self.advice.is_empty() {
            let own = own.iter();
            self.notes
                .extend(own.map(|state| state.text("the signed text")));
        }
        if self.has_unsigned_state {
            self.notes.push(UNSIGNED_STATE.to_owned());
        }
    }

    /// Adds the states in responses that no advice is on.
    fn add_states(&mut self, section: &Section) {
        if self.advice.iter().all(|row| row.by != "state") {
            let found = json::states(&section.objects);
            let found = found.iter();
            self.notes.extend(found.map(|state| state.text("the text")));
        }
        let is_unsigned = self.signature.as_ref().is_some_and(|found| !found.verified);
        if is_unsigned && self.is_of_request() && !self.notes.is_empty() {
            self.notes.push(NOT_VERIFIED.to_owned());
        }
    }

    /// Adds the states that a short text only names.
    fn add_named_states(&mut self, section: &Section) {
        let is_symptom = self.advice.iter().all(|row| row.by == "symptom");
        if self.is_empty() || is_symptom && self.notes.is_empty() && section.objects.is_empty() {
            let words = clue::states_in(&section.text).into_iter();
            let states = words.flat_map(|word| Reported::of_word(&word));
            self.notes
                .extend(states.map(|state| state.meaning_of_word()));
        }
    }

    /// Adds the events that the text only names. The advice on an event says more, and so does a whole notification.
    fn add_events(&mut self, section: &Section) {
        if self.is_of_request() && self.advice.is_empty() {
            self.notes.extend(event::notes(&section.text));
        }
    }

    fn add_unknown_reasons(&mut self, reasons: &[String]) {
        for reason in reasons {
            let mut rows = self.advice.iter();
            if !rows.any(|row| row.by == "fail_reason" && row.key == *reason) {
                self.notes.push(format!(
                    "the fail reason {} is not known here: read the documentation of the operation",
                    beginning(reason)
                ));
                self.notes.extend(guess::name(reason).map(did_you_mean));
            }
        }
    }

    /// The Request-ID of a notification is about no request.
    fn is_of_request(&self) -> bool {
        self.notification.is_none() && !self.is_cut
    }

    fn is_of_error(&self) -> bool {
        self.is_of_request() && !(self.advice.is_empty() && self.codes.is_empty())
    }

    fn add_notes(&mut self) {
        let is_of_request = self.is_of_request();
        if is_of_request && self.numbers.contains(&0) && self.advice.is_empty() {
            self.notes.push(NO_ERROR.to_owned());
        }
        let is_explained = self.advice.iter().any(|row| row.by == "code");
        if !self.codes.is_empty()
            && (self.advice.is_empty()
                || !is_explained && self.advice.iter().all(|row| row.by == "status"))
        {
            self.notes.push(format!(
                "the code {} is not known here: read the message and the documentation of the operation",
                self.codes.join(", ")
            ));
            let meant = self.codes.iter().filter_map(|code| guess::name(code));
            let notes = meant.map(did_you_mean);
            self.notes.extend(notes);
        }
        let has_number = self.numbers.iter().any(|number| *number != 0);
        if is_of_request
            && !self.request_ids.is_empty()
            && self.advice.is_empty()
            && self.notes.is_empty()
        {
            let reason = match has_number {
                true => "no manual names the number at the end of the Request-ID",
                false => "the Request-ID ends with no number of an error",
            };
            self.notes
                .push(format!("{reason}: give the code and the message too"));
        }
    }
}

/// Leaves out the advice that is wrong for a response of APIv2. Returns true if some was on other products.
fn leave_out_apiv3(advice: &mut Vec<Advice>, section: &Section) -> bool {
    advice.retain(|advice| !apiv2::is_of_other_signature(advice));
    let count = advice.len();
    advice.retain(|advice| !apiv2::is_of_other_product(advice, section));
    advice.len() < count
}

impl Found {
    /// Keeps what a signed body and its resource tell themselves, and the Request-ID and status of an error. Everything else
    /// in the text is signed by nobody.
    fn keep_signed(&mut self, advice: &mut Vec<Advice>, signed: &[Value]) {
        let own = Members::outside_texts(signed);
        let is_failed = self.status.is_some_and(|status| status >= 400);
        let is_error = !own.codes.is_empty() || signed.is_empty() && is_failed;
        // The number of a thing tells the product.
        let thing = signed.last().map(Value::to_string).unwrap_or_default();
        let told = own.clues().with_request("", thing.as_bytes()).advice();
        let is_told = |subject: Subject| told.iter().any(|advice| advice.subject() == subject);
        advice.retain(|advice| match advice.subject() {
            // A message also finds the number that has it as its label.
            Subject::Number(_) if advice.words().is_some() => is_told(advice.subject()),
            Subject::Number(_) | Subject::NumberOf(..) | Subject::Status(_) => is_error,
            subject => is_told(subject),
        });
        let is_new = |told: &Advice| advice.iter().all(|known| known.subject() != told.subject());
        let new: Vec<_> = told.iter().copied().filter(is_new).collect();
        // The number is signed by nobody, unless the signed message has its label.
        let has_told_number = advice.iter().any(|advice| advice.words().is_some());
        if !is_error || !has_told_number {
            advice.splice(..0, new);
        }
        self.codes = own.codes;
        self.messages = own.messages;
        self.reasons = own.fail_reasons;
    }
}

const CUT: &str = "the text has a notification that was cut: its JSON does not end, so that nothing of it is verified";

/// The note on a number that stands for no error. No Request-ID is signed.
const NO_ERROR: &str = "the number 0 at the end of the Request-ID names no error: only a verified response tells if the request \
    succeeded";

const NOT_VERIFIED: &str =
    "the signature is not verified, so that anybody may have written the state: do not act on it";
const UNSIGNED_STATE: &str = "the text has another state, which is not signed, so that anybody may have written it: do not act on it";

fn did_you_mean(known: &str) -> String {
    format!("did you mean `{known}`?")
}

/// The beginning of a text from outside.
pub(super) fn beginning(text: &str) -> String {
    printable(&text.chars().take(256).collect::<String>())
}
