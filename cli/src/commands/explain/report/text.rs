//! The text of an explanation for people.

use std::io;

use anstyle::Style;

use super::{
    super::{notified::Notified, signature::Signature},
    Explanation, Explanations, beginning,
};
use crate::output::{GREEN, RED, Report};

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
