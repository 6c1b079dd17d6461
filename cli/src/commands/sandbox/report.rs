//! The responses of a sandbox that runs, for people and, unchanged, for programs.

use std::io;

use comfy_table::Table;
use serde::Serialize;
use serde_json::Value;

use crate::output::{BOLD, GREEN, RED, Report, YELLOW, lines, printable, table};

/// A response.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(super) struct Shown {
    response: Value,
    #[serde(skip)]
    part: Option<Part>,
}

/// The list in a response.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    Faults,
    Notifications,
    Requests,
}

impl Shown {
    /// Without a part, the response of a change.
    pub(super) const fn new(part: Option<Part>, response: Value) -> Self {
        Self { response, part }
    }
}

impl Report for Shown {
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        match self.part {
            Some(Part::Faults) => write_faults(&self.response, out),
            Some(Part::Notifications) => write_notifications(&self.response, out),
            Some(Part::Requests) => write_requests(&self.response, out),
            None => match self.response.get("id") {
                Some(id) => writeln!(out, "{GREEN}✓{GREEN:#} fault {id}"),
                None => writeln!(out, "{GREEN}✓{GREEN:#} done"),
            },
        }
    }
}

fn write_faults(response: &Value, out: &mut dyn io::Write) -> io::Result<()> {
    let mut active = table(["NUMBER", "FAULT", "OF", "WHEN", "LEFT", "CHANCE", "USED"]);
    for fault in list(response, "faults") {
        let used = number(fault, "used");
        let left = fault.get("count").and_then(Value::as_u64);
        let left = left.map(|count| count.saturating_sub(used).to_string());
        active.add_row([
            number(fault, "id").to_string(),
            with_amount(fault),
            subject(fault),
            text(fault, "when"),
            left.unwrap_or_else(|| "all".to_owned()),
            chance(fault),
            used.to_string(),
        ]);
    }
    write_table(active, 2, "no fault is active", out)?;
    let mut known = table(["FAULT", "ON", "WHEN", "EFFECT"]);
    for fault in list(response, "known") {
        known.add_row([
            text(fault, "name"),
            words(fault, "on"),
            words(fault, "when"),
            text(fault, "description"),
        ]);
    }
    writeln!(out, "\n{BOLD}Faults that can be added{BOLD:#}")?;
    write_table(known, 3, "", out)
}

/// The name of a fault, with the milliseconds of a delay or the bytes of a body.
fn with_amount(fault: &Value) -> String {
    let amounts = ["milliseconds", "bytes"];
    let mut amounts = amounts.into_iter().filter(|name| number(fault, name) > 0);
    let name = text(fault, "fault");
    match amounts.next() {
        Some(amount) => format!("{name} {amount}={}", number(fault, amount)),
        None => name,
    }
}

/// The chance of a fault, with the seed that repeats it.
fn chance(fault: &Value) -> String {
    match number(fault, "percent") {
        100 => "always".to_owned(),
        percent => format!("{percent}% seed={}", number(fault, "seed")),
    }
}

/// The requests or notifications that have a fault.
fn subject(fault: &Value) -> String {
    let given = ["method", "path", "event"].map(|name| text(fault, name));
    let given: Vec<_> = given.into_iter().filter(|text| !text.is_empty()).collect();
    match given.is_empty() {
        true => format!("all {}", text(fault, "on")),
        false => given.join(" "),
    }
}

fn write_notifications(response: &Value, out: &mut dyn io::Write) -> io::Result<()> {
    let listed = list(response, "notifications");
    if listed.is_empty() {
        return writeln!(out, "no notification was made");
    }
    for notification in listed {
        let state = text(notification, "state");
        let style = match &*state {
            "delivered" => GREEN,
            "failed" => RED,
            _ => YELLOW,
        };
        let [created, event, subject, id] =
            ["created", "event_type", "subject", "id"].map(|name| text(notification, name));
        writeln!(
            out,
            "{created}  {style}{state}{style:#}  {event}  {subject}"
        )?;
        writeln!(out, "  id {id}  to {}", text(notification, "url"))?;
        for attempt in list(notification, "attempts") {
            let [at, cause, fault] = ["at", "cause", "fault"].map(|name| text(attempt, name));
            let reply = match number(attempt, "status") {
                0 => text(attempt, "error"),
                status => format!("{status} {}", text(attempt, "body")),
            };
            writeln!(out, "  {}", joined(&[at, cause, fault, reply]))?;
        }
        if let Some(next) = Some(text(notification, "next")).filter(|next| !next.is_empty()) {
            writeln!(out, "  {next}  next attempt")?;
        }
    }
    Ok(())
}

fn write_requests(response: &Value, out: &mut dyn io::Write) -> io::Result<()> {
    let listed = list(response, "requests");
    if listed.is_empty() {
        return writeln!(out, "no request was received since the start");
    }
    for request in listed {
        let status = number(request, "status");
        let (style, status) = match status {
            200..400 => (GREEN, status.to_string()),
            0 => (RED, "closed".to_owned()),
            _ => (RED, status.to_string()),
        };
        let [time, method, path, sender, code, fault] =
            ["time", "method", "path", "sender", "code", "fault"].map(|name| text(request, name));
        let rest = joined(&[sender, code, fault]);
        writeln!(
            out,
            "{time}  {style}{status}{style:#}  {method} {path}  {rest}"
        )?;
        let detail = request.get("detail").filter(|detail| !detail.is_null());
        let detail = detail.map(|detail| printable(&detail.to_string()));
        let [message, reason] = ["message", "reason"].map(|name| text(request, name));
        let notes = [message, reason, detail.unwrap_or_default()];
        for note in notes.iter().filter(|note| !note.is_empty()) {
            writeln!(out, "  {note}")?;
        }
    }
    Ok(())
}

fn write_table(
    table: Table,
    wrapped: usize,
    empty: &str,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    if table.row_count() == 0 {
        return writeln!(out, "{empty}");
    }
    let lines = lines(table, wrapped);
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}

fn joined(texts: &[String]) -> String {
    let given: Vec<_> = texts.iter().filter(|text| !text.is_empty()).collect();
    given
        .into_iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join("  ")
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    let list = value.get(name).and_then(Value::as_array);
    list.map(Vec::as_slice).unwrap_or_default()
}

fn words(value: &Value, name: &str) -> String {
    let words = list(value, name).iter().filter_map(Value::as_str);
    words.collect::<Vec<_>>().join(", ")
}

fn text(value: &Value, name: &str) -> String {
    let text = value.get(name).and_then(Value::as_str);
    printable(text.unwrap_or_default())
}

fn number(value: &Value, name: &str) -> u64 {
    value.get(name).and_then(Value::as_u64).unwrap_or_default()
}
