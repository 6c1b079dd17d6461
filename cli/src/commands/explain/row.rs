//! A row of an explanation: an entry of the advice, for people and programs.

use std::io;

use serde::Serialize;
use wechatpay_client::advice::{Advice, Subject};

use crate::output::{BOLD, YELLOW};

/// An entry of the advice, with the clue that found it.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Row {
    pub(super) by: &'static str,
    pub(super) key: String,
    label: Option<&'static str>,
    product: Option<&'static str>,
    role: Option<&'static str>,
    place: &'static str,
    action: &'static str,
    action_text: String,
    causes: Vec<String>,
    steps: Vec<String>,
    earlier_request_may_exist: bool,
    query: Option<&'static str>,
    sources: Vec<&'static str>,
}

impl Row {
    pub(super) fn of(advice: &Advice) -> Self {
        let (by, key) = match advice.subject() {
            Subject::Number(number) => ("number", number.to_string()),
            Subject::NumberOf(_, number) => ("range", number.to_string()),
            Subject::Code(code) => ("code", code.to_owned()),
            Subject::Message(message) => ("message", message.to_owned()),
            Subject::Status(status) => ("status", status.to_string()),
            Subject::FailReason(reason) => ("fail_reason", reason.to_owned()),
            Subject::State(state) => ("state", state.to_owned()),
            Subject::Symptom(symptom) => ("symptom", symptom.to_owned()),
            _ => ("other", String::new()),
        };
        Self {
            by,
            key,
            label: advice.label(),
            product: advice.product(),
            role: advice.role().map(|role| role.name()),
            place: advice.place().name(),
            action: advice.action().name(),
            action_text: advice.action().to_string(),
            causes: advice.causes(),
            steps: advice.steps(),
            earlier_request_may_exist: advice.earlier_request_may_exist(),
            query: advice.query(),
            sources: advice.sources(),
        }
    }

    pub(super) fn write(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let by = match self.by {
            "range" => "number",
            "fail_reason" => "fail reason",
            by => by,
        };
        write!(out, "{BOLD}{by} {}{BOLD:#}", self.key)?;
        for part in [self.label, self.product].into_iter().flatten() {
            write!(out, "  {part}")?;
        }
        if let Some(role) = self.role {
            write!(
                out,
                "  ({})",
                if role == "partner" {
                    "service provider"
                } else {
                    role
                }
            )?;
        }
        writeln!(out)?;
        for cause in &self.causes {
            writeln!(out, "  - {cause}")?;
        }
        writeln!(out, "  {BOLD}→ {}{BOLD:#}", self.action_text)?;
        for step in &self.steps {
            writeln!(out, "    {step}")?;
        }
        if self.earlier_request_may_exist {
            writeln!(
                out,
                "  {YELLOW}!{YELLOW:#} an earlier request with this number may have been executed: query before you send anything"
            )?;
        }
        match self.query {
            Some(query) => writeln!(out, "    {query}"),
            None => Ok(()),
        }
    }
}
