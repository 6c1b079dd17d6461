//! The lines of a log that tell of a failure without JSON: of a response that did not arrive, or of a failed status.

use std::{ops::Range, sync::LazyLock};

use regex_lite::Regex;

use super::{clue, head, header, number::regex};

regex!(RECORD r"^\s*(?:\{|\[?\d{2,4}[-/:]\d\d[-/:]\d\d|\[\w+\]|(?:time|ts|level|lvl|date)=|(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b)");
regex!(TRACE r"^(?:[ \t]+\S|at |Caused by|During handling|The above exception|Traceback|\.\.\.)");
regex!(REQUEST r"^[>\s]*(?:GET|POST|PUT|PATCH|DELETE) ");
regex!(EXCEPTION r"^[\w.$]*(?:Exception|Error)\b");

/// The most lines that are read, and the most failed ones. A text with more of them is the log of a server.
const MAX_LINES: usize = 5000;
const MAX_FAILURES: usize = 200;

/// A line with its place.
#[derive(Clone, Copy)]
struct Line<'t> {
    start: usize,
    end: usize,
    text: &'t str,
}

/// The places of failed lines outside of the other parts, which are in order. A failure goes on until the next record of the
/// log.
pub(super) fn places(text: &str, parts: &[Range<usize>]) -> Vec<Range<usize>> {
    let lines = lines(text);
    if lines.len() > MAX_LINES {
        return Vec::new();
    }
    // JSON alone has no further lines.
    let is_log = lines
        .iter()
        .any(|line| is_record(line.text) && !line.text.starts_with('{'));
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut failed = 0;
    for line in lines {
        if part_from(parts, line.start).is_some_and(|part| part.start < line.end) {
            continue;
        }
        let is_failed = is_failed(text, line, parts);
        failed += usize::from(is_failed);
        if failed > MAX_FAILURES {
            return Vec::new();
        }
        let last = places.last_mut().filter(|last| last.end == line.start);
        match last {
            Some(last) if goes_on(text, last, line, is_failed, is_log) => last.end = line.end,
            _ if is_failed => places.push(line.start..line.end),
            _ => {}
        }
    }
    let without_line_break = |place: Range<usize>| {
        let line = text.get(place.clone()).unwrap_or_default();
        place.start..place.start + line.trim_end().len()
    };
    places.into_iter().map(without_line_break).collect()
}

/// Tests if a text begins with a record that tells of a status.
pub(super) fn is_record_with_status(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default();
    is_record(line) && header::status(line).is_some()
}

/// Tests if the line tells of a failure of its own, and not of the one whose JSON or Request-ID stands beside it.
fn is_failed(text: &str, line: Line<'_>, parts: &[Range<usize>]) -> bool {
    if clue::is_lost(line.text) {
        return true;
    }
    let next = part_from(parts, line.end);
    let status = header::status(line.text).unwrap_or_default();
    let has_path = header::targets(line.text).next().is_some();
    let has_code = clue::has_named_code(line.text);
    let is_record = is_record(line.text) || is_exception(line.text);
    match (next, status >= 500) {
        (Some(next), true) => names_another(text, line, next) || is_in_record(text, line, next),
        (None, true) => has_path || is_record || parts.is_empty(),
        // A refusal may be the head of the error behind it, or the foot of the one before.
        (Some(next), false) => {
            has_path && (has_code || status >= 400) && names_another(text, line, next)
        }
        (None, false) => has_path && (has_code || status >= 400 && parts.is_empty()),
    }
}

/// Tests if the next part, or the text before it, has a status, a signature or a path of its own.
fn names_another(text: &str, line: Line<'_>, next: &Range<usize>) -> bool {
    let behind = text.get(line.end..next.end).unwrap_or_default();
    let behind = head::beginning(behind, head::LONGEST);
    header::status(behind).is_some()
        || header::targets(behind).next().is_some()
        || !clue::places_of_signatures(behind).is_empty()
}

/// Tests if the next part is in a record of its own, and is more than the JSON behind the line.
fn is_in_record(text: &str, line: Line<'_>, next: &Range<usize>) -> bool {
    let before = text.get(line.end..next.start).unwrap_or_default();
    let start = before
        .rfind('\n')
        .map_or(line.end, |end| line.end + end + 1);
    let own_line = text.get(start..next.end).unwrap_or_default();
    is_record(own_line) && !own_line.starts_with('{')
}

/// The first part that does not end before a place.
fn part_from(parts: &[Range<usize>], place: usize) -> Option<&Range<usize>> {
    parts.get(parts.partition_point(|part| part.end <= place))
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut end = 0;
    let lines = text.split_inclusive('\n').take(MAX_LINES + 1);
    let lines = lines.map(|text| {
        let start = end;
        end += text.len();
        Line { start, end, text }
    });
    lines.collect()
}

/// Tests for the first line of a record of a log: a time, a level, or JSON.
fn is_record(line: &str) -> bool {
    RECORD.as_ref().is_some_and(|regex| regex.is_match(line))
}

/// Tests if a line is of the failure before it: a trace, another exception, the rest of a record, or the path, which the
/// exceptions of SDKs name behind. A request begins another one.
fn goes_on(
    text: &str,
    failure: &Range<usize>,
    line: Line<'_>,
    is_failed: bool,
    is_log: bool,
) -> bool {
    let is_request = REQUEST
        .as_ref()
        .is_some_and(|regex| regex.is_match(line.text));
    if is_record(line.text) || is_request {
        return false;
    }
    let has_path = |text: &str| header::targets(text).next().is_some();
    let failure = text.get(failure.clone()).unwrap_or_default();
    let is_path_behind = has_path(line.text) && !has_path(failure);
    match is_failed {
        true => {
            let has_own_status = is_exception(line.text) && header::status(line.text).is_some();
            !has_own_status && !has_path(line.text)
        }
        false => is_log || is_path_behind || is_of_trace(line.text),
    }
}

/// Tests for the name of an exception.
fn is_exception(line: &str) -> bool {
    EXCEPTION.as_ref().is_some_and(|regex| regex.is_match(line))
}

/// Tests for a line of the trace of an exception.
fn is_of_trace(line: &str) -> bool {
    TRACE.as_ref().is_some_and(|regex| regex.is_match(line))
}
