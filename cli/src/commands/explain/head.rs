//! The messages of a text: a text may have several, each with the headers of a signature and a body.

use std::{ops::Range, sync::LazyLock};

use regex_lite::Regex;

use super::number::regex;

regex!(BEHIND_BODY r#"\}(HTTP/\d|(?:GET|POST|PUT|PATCH|DELETE) /|(?i:wechatpay|request)-[A-Za-z-]+: )|[^\s"'`(\[{/](HTTP/\d(?:\.\d)? \d{3}(?: [A-Za-z \-]*)?\s*$)"#);

/// The headers that only a response or a notification has. A request may have `Wechatpay-Serial` too.
const MARKS: [&str; 3] = [
    "wechatpay-signature",
    "wechatpay-timestamp",
    "wechatpay-nonce",
];

/// The length that is read of a line: a log may be one long line.
pub(super) const LINE: usize = 1024;

/// The length of the longest head.
pub(super) const LONGEST: usize = 1 << 13;

/// A line with its place.
struct Line<'t> {
    start: usize,
    end: usize,
    text: &'t str,
}

/// The heads of a text: the lines of headers together, with the status line or request line before them.
pub(super) fn heads(text: &str) -> Vec<Range<usize>> {
    let lines = lines(text);
    let mut heads: Vec<Range<usize>> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let is_known = heads.last().is_some_and(|head| line.start < head.end);
        if !is_known && name(line.text).is_some_and(is_mark) {
            let (before, after) = lines.split_at(index);
            let start = first(before).unwrap_or(line.start);
            let after = after.iter().take_while(|line| is_of_head(line.text));
            let end = after.last().map_or(line.end, |line| line.end);
            heads.push(start..end);
        }
    }
    heads
}

/// The end of a body without JSON: the next message, or the next request as curl writes it.
pub(super) fn end_of_body(text: &str, head: &Range<usize>, next: usize) -> usize {
    let behind = text.get(head.end..next).unwrap_or_default();
    let lines = behind.split_inclusive('\n');
    let own = lines.take_while(|line| line.trim() == ">" || !line.starts_with("> "));
    head.end + own.map(str::len).sum::<usize>()
}

/// Tests if the text ends with a head whose body is not in the text. A body may also stand before the only head.
pub(super) fn ends_with_head(text: &str) -> bool {
    let mut lines = lines(text);
    while lines.last().is_some_and(|line| line.text.is_empty()) {
        lines.pop();
    }
    let Some(start) = first(&lines) else {
        return false;
    };
    let (before, head): (Vec<_>, Vec<_>) = lines.iter().partition(|line| line.start < start);
    let has_body = before.iter().any(|line| line.text.starts_with('{'));
    let mut openings = before.iter().take_while(|line| !line.text.starts_with('{'));
    let is_of_request = openings.any(|line| is_start(line.text) || is_of_head(line.text));
    head.into_iter().any(is_of_message) && (!has_body || is_of_request)
}

/// Tests if the text begins with a line that only a head has.
pub(super) fn begins_with_head(text: &str) -> bool {
    let line = beginning(text, LINE)
        .split_inclusive('\n')
        .next()
        .map(lines);
    line.is_some_and(|parts| parts.first().is_some_and(is_of_message))
}

/// The beginning of a text, at most this many bytes.
pub(super) fn beginning(text: &str, length: usize) -> &str {
    let mut ends = (0..=text.len().min(length)).rev();
    let end = ends.find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or_default()).unwrap_or_default()
}

/// Tests if the text has a line that only a head has.
pub(super) fn has_head(text: &str) -> bool {
    lines(text).iter().any(is_of_message)
}

/// Tests for a line that tells a head from other lines with colons.
fn is_of_message(line: &Line<'_>) -> bool {
    let is_known = |name: &str| is_mark(name) || name.eq_ignore_ascii_case("request-id");
    is_start(line.text) || name(line.text).is_some_and(is_known)
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut end = 0;
    let lines = text.split_inclusive('\n').flat_map(without_body);
    let lines = lines.map(|line| {
        let start = end;
        end += line.len();
        let text = line
            .trim_start_matches(['<', '>', '*', ' ', '\t'])
            .trim_end();
        Line { start, end, text }
    });
    lines.collect()
}

/// The line, or its two parts if a body without a line break at its end is before the next message.
fn without_body(line: &str) -> impl Iterator<Item = &str> {
    let next = BEHIND_BODY
        .iter()
        .find_map(|regex| regex.captures(line))
        .and_then(|next| next.get(1).or_else(|| next.get(2)));
    let (body, rest) = next
        .and_then(|next| line.split_at_checked(next.start()))
        .unwrap_or((line, ""));
    [body, rest].into_iter().filter(|part| !part.is_empty())
}

/// The start of the head that these lines end with.
fn first(before: &[Line<'_>]) -> Option<usize> {
    let mut start = None;
    for line in before.iter().rev() {
        let is_first = is_start(line.text);
        if !is_first && !is_of_head(line.text) {
            break;
        }
        start = Some(line.start);
        if is_first {
            break;
        }
    }
    start
}

fn is_mark(name: &str) -> bool {
    MARKS.iter().any(|mark| name.eq_ignore_ascii_case(mark))
}

fn is_of_head(line: &str) -> bool {
    name(line).is_some()
}

/// Tests for a status line, as `HTTP/2 200`, or a request line, as `POST /notify HTTP/1.1`.
fn is_start(line: &str) -> bool {
    line.starts_with("HTTP/")
        || line
            .rsplit_once(' ')
            .is_some_and(|(_, version)| version.starts_with("HTTP/"))
}

/// The name of a header.
fn name(line: &str) -> Option<&str> {
    let (name, _) = line.split_once(':')?;
    let is_token = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    (!name.is_empty() && name.chars().all(is_token)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_found_in_every_form() {
        for (text, expected) in [
            ("Wechatpay-Serial: 1\n\n{}", &[][..]),
            (
                "a\nPOST /n HTTP/1.1\r\nHost: h\r\nwechatpay-nonce: 1\r\nRequest-ID: 2\r\n\r\n{}",
                &["POST /n HTTP/1.1\r\nHost: h\r\nwechatpay-nonce: 1\r\nRequest-ID: 2\r\n"],
            ),
            (
                "> POST /n HTTP/2\n> \n< HTTP/2 200 \n< wechatpay-signature: 1\n< \n{}",
                &["< HTTP/2 200 \n< wechatpay-signature: 1\n"],
            ),
            (
                "Wechatpay-Nonce: 1\nX: 2\n\n{\"a\":1}\nX: 3\nWECHATPAY-NONCE: 2\n",
                &["Wechatpay-Nonce: 1\nX: 2\n", "X: 3\nWECHATPAY-NONCE: 2\n"],
            ),
        ] {
            let found: Vec<_> = heads(text).into_iter().map(|head| &text[head]).collect();
            assert_eq!(found, expected);
        }
    }
}
