//! The explanation of a section, for people and programs.

use std::io;

use anstyle::Style;
use serde::Serialize;
use serde_json::Value;
use wechatpay_client::advice::{Advice, Subject};

use super::{
    apiv2,
    clue::{self, Found},
    invisible,
    json::{self, Members},
    notified::Notified,
    row::{self, Row},
    section::Section,
    sign_error::SignError,
    signature::{self, Signature},
};
use crate::{
    commands::state::Reported,
    failure::Result,
    output::{GREEN, RED, Report, printable},
    settings::Settings,
};

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
        let success = body.as_deref().and_then(json::signed_success);
        let success = success.filter(|_| notifications.is_empty());
        let mut notifications = notifications.into_iter();
        let is_apiv2 = apiv2::is_response(section);
        let mut advice = found.clues.advice();
        advice.retain(|advice| !(is_apiv2 && apiv2::is_of_other_signature(advice)));
        let is_foreign = |advice: &Advice| is_apiv2 && apiv2::is_of_other_product(advice, section);
        let is_left_out = advice.iter().any(is_foreign);
        advice.retain(|advice| !is_foreign(advice));
        if let Some(success) = &success {
            let own = Members::outside_texts(success);
            let is_own = |names: &[String], name: &str| names.iter().any(|own| own == name);
            advice.retain(|advice| match advice.subject() {
                Subject::State(state) => is_own(&own.states, state),
                Subject::FailReason(reason) => is_own(&own.fail_reasons, reason),
                _ => false,
            });
            found.codes.clear();
            found.messages.clear();
            found.reasons = own.fail_reasons;
        }
        let question = found.asked.question();
        let mut explanation = Self {
            role: found.clues.role().map(|role| role.name()),
            earlier_request_may_exist: advice.iter().any(Advice::earlier_request_may_exist),
            advice: row::merged(advice.iter().map(Row::of)),
            sign_error: SignError::of(section),
            signature,
            notification: notifications.next(),
            other_notifications: notifications.collect(),
            is_cut: json::is_cut_notification(&section.text, &section.objects),
            has_unsigned_state: false,
            notes: Vec::new(),
            request_ids: found.request_ids,
            numbers: found.numbers,
            codes: found.codes,
            messages: found.messages,
            status: found.status,
            path: found.asked.target,
            fields: section.members.fields.clone(),
        };
        if is_apiv2 {
            explanation.notes.push(apiv2::NOTE.to_owned());
            if is_left_out {
                explanation.notes.push(apiv2::QUERY.to_owned());
            }
        }
        if let Some(places) = &section.invisible {
            explanation.notes.push(invisible::unreadable(places));
        } else if explanation.is_cut {
            explanation.notes.push(CUT.to_owned());
        }
        match &success {
            Some(success) => explanation.add_signed_states(success, section),
            None => explanation.add_states(section),
        }
        explanation.add_notes();
        explanation.add_unknown_reasons(&found.reasons);
        if let Some(note) = question.filter(|_| explanation.is_of_error()) {
            explanation.notes.push(note);
        }
        if found.left_out > 0 {
            explanation.notes.push(format!(
                "{} more Request-IDs, numbers, codes or fail reasons are not explained",
                found.left_out
            ));
        }
        Ok(explanation)
    }

    /// True if nothing is explained.
    pub(super) fn is_empty(&self) -> bool {
        self.advice.is_empty()
            && self.notes.is_empty()
            && self.sign_error.is_none()
            && self.signature.is_none()
            && self.notification.is_none()
    }

    /// True if a notification is not verified or not decrypted by a configured key, or if a key of WeChat Pay refused a
    /// signature.
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

    /// Adds the states that a signed success tells. Every other state in the text is signed by nobody.
    fn add_signed_states(&mut self, success: &Value, section: &Section) {
        let own = json::states_outside_texts([success]);
        let objects = section.objects.iter().map(|object| &object.value);
        let mut all = json::states_outside_texts(objects).into_iter();
        self.has_unsigned_state = all.any(|state| !own.contains(&state));
        if self.advice.is_empty() {
            self.notes.extend(own.iter().map(Reported::text));
        }
        if self.has_unsigned_state {
            self.notes.push(UNSIGNED_STATE.to_owned());
        }
    }

    /// Adds the states in responses that no advice is on.
    fn add_states(&mut self, section: &Section) {
        if self.advice.iter().all(|row| row.by != "state") {
            let found = json::states(&section.objects);
            self.notes.extend(found.iter().map(Reported::text));
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
            let meant = self.codes.iter().filter_map(|code| {
                // A code of another product is spelled right.
                clue::known_code(code).filter(|known| known != code)
            });
            let notes = meant.map(|known| format!("did you mean `{known}`?"));
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

impl Report for Explanations {
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        for (index, explanation) in self.explanations.iter().enumerate() {
            if index > 0 {
                writeln!(out, "\n────")?;
            }
            explanation.write(out)?;
        }
        if self.left_out > 0 {
            writeln!(out, "\n… and {} more errors", self.left_out)?;
        }
        Ok(())
    }
}

impl Explanation {
    fn write(&self, out: &mut dyn io::Write) -> io::Result<()> {
        self.write_head(out)?;
        if let Some(signature) = &self.signature {
            write_signature(out, signature)?;
        }
        let is_signed = self.signature.as_ref().is_some_and(|found| found.verified);
        for notification in self.notifications() {
            write_notification(out, notification, is_signed)?;
        }
        if let Some(error) = &self.sign_error {
            error.write(out)?;
        }
        if self.advice.len() > 1 {
            writeln!(out, "{} explanations are possible:", self.advice.len())?;
        }
        for row in &self.advice {
            row.write(out)?;
        }
        for note in &self.notes {
            writeln!(out, "{note}")?;
        }
        Ok(())
    }

    /// Names the clues that were found.
    fn write_head(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let status = self.status.map(|status| status.to_string());
        let clues = [
            ("path", self.path.clone()),
            ("status", status),
            (
                "code",
                Some(self.codes.join(", ")).filter(|codes| !codes.is_empty()),
            ),
            (
                "message",
                Some(self.messages.join("; ")).filter(|messages| !messages.is_empty()),
            ),
            (
                "field",
                Some(self.fields.join(", ")).filter(|fields| !fields.is_empty()),
            ),
            (
                "Request-ID",
                Some(self.request_ids.join(", ")).filter(|ids| !ids.is_empty()),
            ),
        ];
        for (name, clue) in clues {
            if let Some(clue) = clue {
                writeln!(out, "{name}: {}", beginning(&clue))?;
            }
        }
        Ok(())
    }
}

const CUT: &str = "the text has a notification that was cut: its JSON does not end, so that nothing of it is verified";

/// The note on a number that stands for no error. No Request-ID is signed.
const NO_ERROR: &str = "the number 0 at the end of the Request-ID names no error: only a verified response tells if the request \
    succeeded";

const UNSIGNED_STATE: &str = "the text has another state, which is not signed, so that anybody may have written it: do not act on it";
const OF_ANOTHER_BODY: &str = "the signature is of another body, so anybody may have made this notification: do not act on it";

fn write_signature(out: &mut dyn io::Write, signature: &Signature) -> io::Result<()> {
    let (style, state): (Style, _) = match signature.verified {
        true => (GREEN, "verified"),
        false => (RED, "not verified"),
    };
    write!(out, "signature: {style}{state}{style:#}")?;
    if let Some(key_id) = &signature.key_id {
        write!(out, ", key {}", beginning(key_id))?;
    }
    if let Some(time) = &signature.signed_at {
        write!(out, ", signed at {time}")?;
    }
    writeln!(out)?;
    let reasons = [&signature.error, &signature.diagnosis];
    for reason in reasons.into_iter().flatten().chain(&signature.observed) {
        writeln!(out, "  - {reason}")?;
    }
    Ok(())
}

/// Writes a notification. `is_signed` is true if the signature beside the notification verifies some body.
fn write_notification(
    out: &mut dyn io::Write,
    notification: &Notified,
    is_signed: bool,
) -> io::Result<()> {
    let event = notification.event_type.as_deref().unwrap_or("?");
    let id = notification.id.as_deref().unwrap_or("?");
    let state = match notification.verified {
        true => String::new(),
        false => format!(", {RED}not verified{RED:#}"),
    };
    writeln!(
        out,
        "notification{state}: {} (ID {})",
        beginning(event),
        beginning(id)
    )?;
    if is_signed && !notification.verified {
        writeln!(out, "  - {OF_ANOTHER_BODY}")?;
    }
    if let Some(resource) = &notification.resource {
        writeln!(out, "{resource:#}")?;
    }
    if let Some(reason) = &notification.not_decrypted {
        writeln!(out, "  - not decrypted: {reason}")?;
    }
    Ok(())
}

/// The beginning of a text from outside.
pub(super) fn beginning(text: &str) -> String {
    printable(&text.chars().take(256).collect::<String>())
}
