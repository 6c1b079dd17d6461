//! The reports of `wechatpay trigger`.

use std::io;

use serde::Serialize;
use serde_json::Value;

use super::{
    keys::ServerSettings,
    reply::Attempt,
    verdict::{State, Verdict},
};
use crate::output::{BOLD, GREEN, RED, Report, YELLOW};

/// The result of `--to`.
#[derive(Serialize)]
pub(super) struct Sent<'a> {
    pub(super) event_type: &'a str,
    pub(super) label: Option<&'a str>,
    pub(super) resource_of: Option<&'a str>,
    pub(super) url: String,
    pub(super) id: &'a str,
    /// WeChat Pay would not send the notification again.
    pub(super) is_success: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<&'static str>,
    pub(super) attempts: Vec<Attempt>,
    pub(super) resource: &'a Value,
    /// The members that are plaintext here, and encrypted by WeChat Pay.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(super) sensitive_in_plaintext: &'a [&'a str],
    pub(super) keys: ServerSettings,
}

/// The result of `--conformance`.
#[derive(Serialize)]
pub(super) struct ConformanceReport<'a> {
    pub(super) event_type: &'a str,
    pub(super) resource_of: Option<&'a str>,
    pub(super) url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<&'static str>,
    pub(super) ok: usize,
    pub(super) findings: usize,
    pub(super) notes: usize,
    /// The checks whose replies are right, and of which only --effects shows the rest.
    pub(super) undecided: usize,
    pub(super) skipped: usize,
    /// False if --effects shows no change after the right notification, so that no check proves anything by it.
    pub(super) is_proven: bool,
    pub(super) checks: Vec<Verdict>,
    pub(super) keys: ServerSettings,
}

impl ConformanceReport<'_> {
    /// False too if nothing wrong was seen, but not every check could see the rest.
    pub(super) const fn is_right(&self) -> bool {
        self.findings == 0 && self.undecided == 0 && self.is_proven
    }
}

fn write_note(out: &mut dyn io::Write, note: Option<&str>) -> io::Result<()> {
    match note {
        Some(note) => writeln!(out, "{YELLOW}!{YELLOW:#} {note}"),
        None => Ok(()),
    }
}

impl Report for ServerSettings {
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        Self::write_text(self, out)
    }
}

impl Report for Sent<'_> {
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        write_new_keys(out, &self.keys)?;
        let label = self.label.unwrap_or_default();
        write!(out, "{BOLD}{}{BOLD:#} {label}", self.event_type)?;
        match self.resource_of {
            Some(name) => writeln!(out, ", resource of {name}, ID {}", self.id)?,
            None => writeln!(out, ", ID {}", self.id)?,
        }
        if !self.sensitive_in_plaintext.is_empty() {
            writeln!(
                out,
                "{YELLOW}!{YELLOW:#} in plaintext here, but encrypted by WeChat Pay with the merchant API certificate: {}",
                self.sensitive_in_plaintext.join(", ")
            )?;
        }
        write_note(out, self.note)?;
        for attempt in &self.attempts {
            attempt.write_text(out)?;
        }
        match self.attempts.iter().find_map(Attempt::cure) {
            Some(cure) => writeln!(
                out,
                "WeChat Pay would send the notification again.\n  {BOLD}→{BOLD:#} {cure}"
            ),
            None => writeln!(out, "WeChat Pay would take this reply as a success."),
        }
    }
}

impl Report for ConformanceReport<'_> {
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        write_new_keys(out, &self.keys)?;
        writeln!(out, "{BOLD}{}{BOLD:#} to {}", self.event_type, self.url)?;
        write_note(out, self.note)?;
        for check in &self.checks {
            check.write_text(out)?;
        }
        match self.findings {
            0 if !self.is_proven => write!(out, "{YELLOW}Not proven{YELLOW:#}")?,
            0 if self.undecided > 0 => write!(out, "{YELLOW}Not all decided{YELLOW:#}")?,
            0 => write!(out, "{GREEN}All right{GREEN:#}")?,
            1 => write!(out, "{RED}1 finding{RED:#}")?,
            findings => write!(out, "{RED}{findings} findings{RED:#}")?,
        }
        write!(out, ": {} of {} checks passed", self.ok, self.checks.len())?;
        for (state, text) in [
            (State::Note, "to look at"),
            (State::Undecided, "undecided"),
            (State::Skipped, "skipped"),
        ] {
            let checks = self.checks.iter().filter(|check| check.state == state);
            let titles: Vec<_> = checks.map(Verdict::title).collect();
            if !titles.is_empty() {
                write!(out, "; {text}: {}", titles.join(", "))?;
            }
        }
        writeln!(out)
    }
}

fn write_new_keys(out: &mut dyn io::Write, keys: &ServerSettings) -> io::Result<()> {
    match keys.is_new {
        true => {
            writeln!(
                out,
                "New test keys. The server refuses notifications until it trusts them."
            )?;
            keys.write_text(out)?;
            writeln!(out)
        }
        false => Ok(()),
    }
}
