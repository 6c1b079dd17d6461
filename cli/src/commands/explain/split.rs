//! The parts of a text that tell of one error each.

use std::{ops::Range, sync::LazyLock};

use regex_lite::Regex;

use super::{
    body, clue, failed_line,
    head::{self, heads},
    header,
    json::{self, Members, Object},
    number::{regex, request_ids},
};

regex!(RESPONSE r#"(?m)(?:^[<* \t]*|\})(HTTP/\d(?:\.\d)?[ \t]+(\d)\d\d\b)|[^\s"'`(\[{/](HTTP/\d(?:\.\d)? (\d)\d\d(?: [A-Za-z \-]*)?\r?$)"#);
regex!(SIGNATURE r"(?i)wechatpay[-_]signature[^-_a-z]");
regex!(REQUEST r"\b(?:GET|POST|PUT|PATCH|DELETE) (?:https?://[^/\s]+)?/(?:(?:hk/|global/)?v3|brand)/");

/// The most requests without JSON that are sections. A text with more of them is the log of a server.
pub(super) const MAX_REQUESTS: usize = 200;

/// The ends of the sections of a text, at least one: a section ends after each message with headers, after each failed
/// response, and after each error: after its JSON, or else after its Request-ID, with the rest of the line. If a request is
/// before the error, the section goes on to the next request.
pub(super) fn ends(text: &str) -> Vec<usize> {
    let requests = requests(text);
    let mut parts = parts(text);
    parts.extend(failures(text, &parts, &requests));
    parts.sort_by_key(|part| part.start);
    parts.extend(failed_line::places(text, &parts));
    parts.sort_by_key(|part| part.start);
    let last = parts.last();
    let has_ids_behind = last.is_some_and(|last| id_behind(text, last).is_some());
    let mut ends = Vec::new();
    let mut start = 0;
    for (index, part) in parts.iter().enumerate() {
        let next = parts.get(index + 1).map(|next| next.start);
        let asked = between(&requests, start, part.start);
        ends.extend(failed_before(text, asked));
        start = ends.last().map_or(start, |end| start.max(*end));
        let later = requests.get(requests.partition_point(|place| *place < part.end));
        let later = later.filter(|place| next.is_none_or(|next| **place <= next));
        start = match (later, next) {
            (Some(later), _) if !asked.is_empty() => *later,
            (_, Some(next)) => {
                let before = text.get(start..part.start).unwrap_or_default();
                end_between(text, before, part, next, has_ids_behind)
            }
            (_, None) => end_of_last(text, part),
        };
        ends.push(start);
    }
    ends.extend(ends_of_rest(text, start, &requests));
    if ends.last() != Some(&text.len()) {
        ends.push(text.len());
    }
    ends
}

/// The ends behind the last error, and if there is none, in the whole text: each request may have failed by its status.
fn ends_of_rest<'r>(text: &str, start: usize, requests: &'r [usize]) -> &'r [usize] {
    let others = between(requests, start, text.len());
    let Some((first, others)) = others.split_first() else {
        return &[];
    };
    let before = text.get(start..*first).unwrap_or_default();
    match others.len() < MAX_REQUESTS && !has_clue(before) {
        true => others,
        false => &[],
    }
}

/// The end of a part before the next one: of its line, and of the lines that belong to its Request-ID. The text `before`
/// the part is of the same section.
fn end_between(
    text: &str,
    before: &str,
    part: &Range<usize>,
    next: usize,
    has_ids_behind: bool,
) -> usize {
    let end = end_of_line(text, part.end, next);
    let is_new = || request_ids(before).is_empty();
    if is_id(text, part) && !has_clue(before) {
        // The ID stands before its error, which goes on to the line of the next ID.
        let lines = text.get(..next).unwrap_or_default();
        lines.rfind('\n').map_or(end, |line| end.max(line + 1))
    } else if has_ids_behind && is_new() {
        id_behind(text, part).map_or(end, |line| line.end.min(next))
    } else {
        end
    }
}

/// The line behind the JSON of an error, if it has nothing but a Request-ID.
fn id_behind(text: &str, part: &Range<usize>) -> Option<Range<usize>> {
    if !text.get(part.clone())?.starts_with('{') {
        return None;
    }
    let start = end_of_line(text, part.end, text.len());
    let end = next_line(text, start, text.len());
    let line = text
        .get(start..end)
        .filter(|line| line.len() < head::LINE)?;
    let ids = request_ids(line);
    let [id] = &*ids else { return None };
    let is_alone = !line.contains('{') && !has_clue(&line.replace(id.text, ""));
    is_alone.then_some(start..end)
}

/// The end of the last part: of the text, unless a response or a record without an error follows.
fn end_of_last(text: &str, part: &Range<usize>) -> usize {
    if head::begins_with_head(text.get(part.end..).unwrap_or_default()) {
        return part.end;
    }
    let end = next_line(text, part.end, text.len());
    let own = text.get(part.clone()).unwrap_or_default();
    // Behind the JSON of an error stand its status and its path.
    let is_line = !own.starts_with('{') || clue::is_lost(own);
    match is_line && failed_line::is_record_with_status(text.get(end..).unwrap_or_default()) {
        true => end,
        false => text.len(),
    }
}

/// Tests if a part is only a Request-ID.
fn is_id(text: &str, part: &Range<usize>) -> bool {
    let part = text.get(part.clone()).unwrap_or_default();
    !part.contains(['{', ' ', '\n'])
}

fn has_clue(text: &str) -> bool {
    text.lines().any(clue::has_clue)
}

/// The places of requests in a part of the text.
fn between(requests: &[usize], start: usize, end: usize) -> &[usize] {
    let first = requests.partition_point(|place| *place < start);
    let last = requests.partition_point(|place| *place < end);
    requests.get(first..last).unwrap_or_default()
}

/// The ends of requests before the last one that failed by their text. Those without a clue may be one request, written
/// by several programs.
fn failed_before<'r>(text: &'r str, requests: &'r [usize]) -> impl Iterator<Item = usize> + 'r {
    let pairs = requests.windows(2).take(MAX_REQUESTS);
    let pairs = pairs.filter_map(|pair| <[usize; 2]>::try_from(pair).ok());
    let failed = pairs.filter(|[start, end]| has_clue(text.get(*start..*end).unwrap_or_default()));
    failed.map(|[_, end]| end)
}

/// The starts of the lines with a request.
fn requests(text: &str) -> Vec<usize> {
    let found = REQUEST.iter().flat_map(|regex| regex.find_iter(text));
    let before = found.filter_map(|found| text.get(..found.start()));
    let starts = before.map(|before| match before.ends_with('}') {
        // A body has no line break at its end.
        true => before.len(),
        false => before.rfind('\n').map_or(0, |end| end + 1),
    });
    let mut starts: Vec<_> = starts.collect();
    starts.dedup();
    starts
}

/// The places of messages and errors, in order. The Request-ID in a message is a part of the message.
fn parts(text: &str) -> Vec<Range<usize>> {
    let objects = json::objects(text);
    let mut parts = messages(text, &objects);
    let mut entries = entries(text, &objects);
    entries.retain(|entry| !overlaps(&parts, entry));
    parts.extend(entries);
    parts.sort_by_key(|part| part.start);
    let failed = failed_entries(text, &objects, &parts);
    parts.extend(failed);
    parts.sort_by_key(|part| part.start);
    let messages = parts.clone();
    let is_outside = |place: &Range<usize>| !overlaps(&messages, place);
    let is_error = |object: &&Object| Members::of([&object.value]).is_error();
    let errors = objects.iter().filter(is_error);
    let mut errors = errors.map(|object| object.place.clone()).peekable();
    if errors.peek().is_some() {
        parts.extend(errors.filter(is_outside));
    } else {
        let ids = request_ids(text);
        let ids = ids.iter().map(|id| id.start..id.start + id.text.len());
        let headers = clue::places_of_signatures(text);
        let is_alone = |id: &Range<usize>| !is_of_signature(text, &headers, id);
        parts.extend(ids.filter(|id| is_outside(id) && is_alone(id)));
    }
    parts.sort_by_key(|part| part.start);
    parts
}

/// Tests if a header of a signature, in whatever form, is near a Request-ID without an empty line between.
fn is_of_signature(text: &str, headers: &[usize], id: &Range<usize>) -> bool {
    let next = headers.partition_point(|header| *header < id.start);
    let before = next.checked_sub(1).and_then(|index| headers.get(index));
    let before = before.map(|header| *header..id.start);
    let behind = headers.get(next).map(|header| id.end..*header);
    let mut between = before.into_iter().chain(behind);
    between.any(|place| {
        place.len() < head::LONGEST && text.get(place).is_some_and(|text| !text.contains("\n\n"))
    })
}

/// The places of messages in a log that has the headers of each in one line or one JSON object: with the body there, or
/// else with the first JSON behind. A header without a body gives no place.
fn entries(text: &str, objects: &[Object]) -> Vec<Range<usize>> {
    let found = SIGNATURE.iter().flat_map(|regex| regex.find_iter(text));
    let mut places: Vec<Range<usize>> = Vec::new();
    for found in found {
        if places.last().is_none_or(|last| last.end <= found.start()) {
            places.push(entry(text, objects, found.start()));
        }
    }
    let mut entries = Vec::new();
    for (index, place) in places.iter().enumerate() {
        let next = places.get(index + 1).map_or(text.len(), |next| next.start);
        let from = objects.partition_point(|object| object.place.start < place.start);
        let around = objects.get(from..).unwrap_or_default().iter();
        let mut around = around.take_while(|object| object.place.start < next);
        let is_body = |object: &&Object| {
            let object = text.get(object.place.clone()).unwrap_or_default();
            body::has_body(object)
        };
        let body = around.find(is_body).map(|object| object.place.end);
        let body = body.filter(|end| *end <= next);
        entries.extend(body.map(|end| place.start..end.max(place.end)));
    }
    entries
}

/// The places of entries that tell only of a failed status, such as the 502 of a proxy. Beside signed entries, each entry is
/// one of its own; beside other lines, one with a status below 500 may be the head of the error behind it.
fn failed_entries(text: &str, objects: &[Object], signed: &[Range<usize>]) -> Vec<Range<usize>> {
    let least = if signed.is_empty() { 500 } else { 400 };
    let is_failed = |object: &&Object| {
        let own = text.get(object.place.clone()).unwrap_or_default();
        let status = header::status(own);
        status.is_some_and(|status| status >= least)
            && !Members::of([&object.value]).is_error()
            && !overlaps(signed, &object.place)
    };
    let failed = objects.iter().filter(is_failed);
    failed.map(|object| object.place.clone()).collect()
}

/// The JSON object around a header, or else its line.
fn entry(text: &str, objects: &[Object], header: usize) -> Range<usize> {
    let around = objects.get(objects.partition_point(|object| object.place.end <= header));
    match around.filter(|object| object.place.start <= header) {
        Some(object) => object.place.clone(),
        None => {
            let before = text.get(..header).unwrap_or_default();
            let start = before.rfind('\n').map_or(0, |end| end + 1);
            start..next_line(text, header, text.len())
        }
    }
}

/// The places of failed responses without any other part, such as the 502 of a proxy: each until the next response or
/// request.
fn failures(text: &str, parts: &[Range<usize>], requests: &[usize]) -> Vec<Range<usize>> {
    let found = RESPONSE.iter().flat_map(|regex| regex.captures_iter(text));
    let responses = found.filter_map(|captures| {
        let line = captures.get(1).or_else(|| captures.get(3))?;
        let status = captures.get(2).or_else(|| captures.get(4))?;
        Some((line.start(), matches!(status.as_str(), "4" | "5")))
    });
    let responses: Vec<_> = responses.collect();
    if responses.len() > MAX_REQUESTS {
        return Vec::new();
    }
    let nexts = responses.iter().skip(1).map(|(start, _)| *start);
    let places = responses.iter().zip(nexts.chain([text.len()]));
    let failures = places.filter(|((_, is_failed), _)| *is_failed);
    let failures = failures.map(|((start, _), next)| {
        let request = requests.get(requests.partition_point(|place| place <= start));
        *start..request.map_or(next, |request| next.min(*request))
    });
    failures.filter(|place| !overlaps(parts, place)).collect()
}

/// The places of messages: each head with the first JSON behind it, and with further notifications. The headers of a single
/// message may also stand behind its body.
fn messages(text: &str, objects: &[Object]) -> Vec<Range<usize>> {
    let heads = heads(text);
    let mut messages = Vec::new();
    for (index, head) in heads.iter().enumerate() {
        let next = heads.get(index + 1).map_or(text.len(), |next| next.start);
        let from = objects.partition_point(|object| object.place.start < head.end);
        let to = objects.partition_point(|object| object.place.start < next);
        let mut behind = objects.get(from..to).unwrap_or_default().iter();
        let first = behind.next();
        let last = behind
            .rfind(|object| json::is_notification(&object.value))
            .or(first);
        let end = last.map(|object| object.place.end);
        if end.is_some() || heads.len() > 1 {
            messages.push(head.start..end.unwrap_or_else(|| head::end_of_body(text, head, next)));
        }
    }
    messages
}

/// Tests if a place has a part of one of the others, which are in order and do not overlap.
fn overlaps(others: &[Range<usize>], place: &Range<usize>) -> bool {
    let next = others.get(others.partition_point(|other| other.end <= place.start));
    next.is_some_and(|next| next.start < place.end)
}

fn end_of_line(text: &str, place: usize, limit: usize) -> usize {
    let rest = text.get(place..limit).unwrap_or_default();
    // A body has no line break at its end: the next message may follow.
    match head::begins_with_head(rest) {
        true => place,
        false => next_line(text, place, limit),
    }
}

fn next_line(text: &str, place: usize, limit: usize) -> usize {
    let rest = text.get(place..limit).unwrap_or_default();
    rest.find('\n').map_or(limit, |length| place + length + 1)
}
