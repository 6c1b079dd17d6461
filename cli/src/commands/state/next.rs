//! A next step of a state: its text, and the command that makes the step.

use std::io;

use serde::Serialize;
use wechatpay_endpoints::facts;

use super::{
    command::{Known, StepCommand},
    machine::Step,
    query::Query,
};
use crate::{
    command_line::path_segment,
    commands::operations::page,
    json::Json,
    output::{BOLD, printable},
};

/// The remark on a repeat. An example in its place would be another request.
const REPEAT: &str = "send the very same request again: the file or the command of the first time";

/// A thing that may be done next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Next {
    text: String,
    /// The name of the operation.
    #[serde(skip_serializing_if = "Option::is_none")]
    operation: Option<String>,
    /// The method and the path with its values, as `wechatpay call` takes them.
    #[serde(skip_serializing_if = "Option::is_none")]
    call: Option<String>,
    /// The thing to do before the commands are run.
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: Option<String>,
    /// The commands that make the call, for a shell.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    commands: Vec<String>,
}

/// The step of a state that the data does not know. A state of a later version may mean that money is on the way.
const UNKNOWN: &str = "Do not pay, refund, transfer or deduct again because of this state: the money may have moved. Query again later, \
    and look the state up on WeChat Pay's page of the query.";

impl Next {
    /// The step of a state that the data does not know.
    pub(super) fn of_unknown(query: &Query) -> Self {
        let pages = query.operation().docs.iter();
        let pages: Vec<_> = pages.map(|path| page(path)).collect();
        Self {
            text: UNKNOWN.to_owned(),
            operation: None,
            call: None,
            remark: (!pages.is_empty()).then(|| pages.join(", ")),
            commands: Vec::new(),
        }
    }

    /// `None` if the mode has no such operation.
    pub(super) fn new(step: &'static Step, query: &Query, values: &[&Json]) -> Option<Self> {
        let mut next = Self {
            text: query.with_options(&step.text),
            operation: None,
            call: None,
            remark: None,
            commands: Vec::new(),
        };
        let Some(name) = &step.step else {
            return Some(next);
        };
        let (method, template) = query.mode.step(name)?.split_once(' ')?;
        let operation = facts().operation(method, template)?;
        let known = Known {
            objects: values.to_vec(),
            query: Some(query),
            step: Some(step),
        };
        let segments = template.split('/').map(|segment| {
            let name = segment
                .strip_prefix('{')
                .and_then(|rest| rest.strip_suffix('}'));
            let value = name.and_then(|name| known.value(name));
            value.map_or_else(|| segment.to_owned(), |value| path_segment(&value))
        });
        let path = segments.collect::<Vec<_>>().join("/");
        if step.repeat {
            next.remark = Some(REPEAT.to_owned());
        } else {
            let command = StepCommand::of(operation, &path, &known, step);
            next.remark = command.remark(operation);
            next.commands.push(command.line);
        }
        next.operation = Some(operation.name.clone());
        next.call = Some(format!("{method} {path}"));
        Some(next)
    }

    pub(super) fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        writeln!(out, "  {BOLD}→{BOLD:#} {}", printable(&self.text))?;
        // A remark is a line of its own: zsh takes no comment after a command.
        for line in self.remark.iter().chain(&self.commands) {
            writeln!(out, "    {}", printable(line))?;
        }
        Ok(())
    }
}
