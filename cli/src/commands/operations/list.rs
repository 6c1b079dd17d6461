//! The operations that fit a search, in one line each.

use std::io;

use serde::Serialize;
use wechatpay_endpoints::facts::{Event, Operation};

use super::search::product_of;
use crate::{
    output,
    output::{BOLD, Report, write_table},
};

/// Operations and events.
#[derive(Debug, Serialize)]
pub(super) struct List {
    operations: Vec<Line>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    events: Vec<EventLine>,
}

#[derive(Debug, Serialize)]
struct Line {
    method: &'static str,
    path: &'static str,
    name: String,
    label: &'static str,
    product: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    family: Option<&'static str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    deprecated: bool,
}

/// An event and its Chinese name.
#[derive(Debug, Serialize)]
pub(super) struct EventLine {
    #[serde(rename = "type")]
    pub(super) event_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) label: Option<&'static str>,
}

impl List {
    pub(super) fn new(operations: &[&'static Operation], events: &[&'static Event]) -> Self {
        Self {
            operations: operations.iter().copied().map(Line::of).collect(),
            events: events.iter().copied().map(EventLine::of).collect(),
        }
    }
}

impl Line {
    fn of(operation: &'static Operation) -> Self {
        Self {
            method: &operation.method,
            path: &operation.path,
            name: operation.full_name(),
            label: &operation.label,
            product: &operation.product,
            family: product_of(operation).map(|(family, _)| &*family.name),
            deprecated: operation.deprecated,
        }
    }
}

impl EventLine {
    pub(super) fn of(event: &'static Event) -> Self {
        Self {
            event_type: &event.event_type,
            label: event.label.as_deref(),
        }
    }
}

impl Report for List {
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let mut table = output::table(["METHOD", "PATH", "NAME", "LABEL"]);
        for line in &self.operations {
            let label = match line.deprecated {
                true => format!("{} (deprecated)", line.label),
                false => line.label.to_owned(),
            };
            table.add_row([line.method, line.path, &line.name, &label]);
        }
        write_table(out, table, 3)?;
        if !self.events.is_empty() {
            writeln!(out, "\n{BOLD}Events{BOLD:#}")?;
        }
        for event in &self.events {
            writeln!(
                out,
                "  {}  {}",
                event.event_type,
                event.label.unwrap_or_default()
            )?;
        }
        let count = self.operations.len();
        writeln!(
            out,
            "\n{count} operations. `wechatpay operations NAME` shows one."
        )
    }
}
