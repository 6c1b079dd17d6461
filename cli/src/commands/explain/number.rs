//! Request-IDs in a text, and numbers of errors among numbers that mean nothing: times, amounts, ports, merchants.

use std::{collections::HashSet, ops::RangeInclusive, sync::LazyLock};

use regex_lite::Regex;
use wechatpay_client::advice::{Clues, Subject};

use super::words::{is_after_other_word, is_name_of_error};

/// The numbers of errors.
const NUMBERS: RangeInclusive<u64> = 0x1000_0000..=0x10FF_FFFF;

/// A Request-ID and the number at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RequestId<'t> {
    pub(super) text: &'t str,
    pub(super) start: usize,
    pub(super) number: Option<u64>,
}

macro_rules! regex {
    ($name:ident $pattern:literal) => {
        static $name: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new($pattern).ok());
    };
}
pub(super) use regex;

regex!(LABELLED r#"(?i)(?:request|trace)?[-_ ]?(?:request)[-_ ]?id["'`]?\]?\s*(?:=>|->|[:=,：])?\s*\[?["'`]?([0-9A-Za-z][0-9A-Za-z.…]*(?:-[0-9A-Za-z]+)*)"#);
regex!(PLAIN r"[0-9A-F]*(?:…|\.\.\.?)?-\d+");
regex!(WHOLE r"^[0-9A-Fa-f]{16,}-\d+$");
regex!(DIGITS r"\d+");
regex!(KEY r#"(?:([A-Za-z_][A-Za-z0-9_.\-]*)|([\x{4e00}-\x{9fff}]+))["'`\])]*\s*(?:[:=：]|=>|->|是|为)\s*["'`\[(（]*$"#);
regex!(TAG r"<([A-Za-z_]+)>\s*(?:<!\[CDATA\[)?$");

/// The Request-IDs of a text, in order.
pub(super) fn request_ids(text: &str) -> Vec<RequestId<'_>> {
    let labelled = captures(&LABELLED, text).filter_map(|(start, id)| {
        let number = tail(id).filter(|number| *number == 0 || NUMBERS.contains(number));
        // A proxy's own ID has another form.
        (number.is_some() || is_request_id(id)).then_some(RequestId {
            text: id,
            start,
            number,
        })
    });
    let mut ids: Vec<_> = labelled.collect();
    // In the order of the text, as the search found them.
    let places: Vec<_> = ids
        .iter()
        .map(|id| id.start..id.start + id.text.len())
        .collect();
    let plain = PLAIN.iter().flat_map(|regex| regex.find_iter(text));
    for found in plain {
        let (previous, next) = around(text, found.start(), found.end());
        let is_whole = !previous.is_some_and(is_word) && !next.is_some_and(is_word);
        let number = tail(found.as_str()).filter(|number| NUMBERS.contains(number) || *number == 0);
        let after = places.partition_point(|place| place.start <= found.start());
        let before = after.checked_sub(1).and_then(|index| places.get(index));
        let is_new = !before.is_some_and(|place| place.contains(&found.start()));
        if is_whole && is_new && number.is_some() && is_request_id(found.as_str()) {
            let (text, start) = (found.as_str(), found.start());
            ids.push(RequestId {
                text,
                start,
                number,
            });
        }
    }
    if ids.is_empty() {
        ids.extend(whole(text));
    }
    ids.sort_by_key(|id| id.start);
    ids
}

/// The text, if it is only a Request-ID: then its letters may be small.
fn whole(text: &str) -> Option<RequestId<'_>> {
    let id = text.trim();
    WHOLE.as_ref()?.is_match(id).then(|| RequestId {
        text: id,
        start: text.find(id).unwrap_or_default(),
        number: tail(id).filter(|number| NUMBERS.contains(number) || *number == 0),
    })
}

/// The numbers of errors that stand by themselves. A known number counts if no name beside it says that it is something
/// else, an unknown one only if a name says that it is the number of an error.
pub(super) fn numbers(text: &str) -> Vec<u64> {
    let mut numbers = Vec::new();
    let mut known = HashSet::new();
    for digits in DIGITS.iter().flat_map(|regex| regex.find_iter(text)) {
        let (before, after) = around(text, digits.start(), digits.end());
        let is_part = before.is_some_and(|c| is_word(c) || "./-+#¥￥$:,`…".contains(c))
            && !is_after_number_of_error(text, digits.start())
            || after.is_some_and(|c| is_word(c) && c.is_ascii() || "/%".contains(c))
            || is_followed_by_unit(text.get(digits.end()..).unwrap_or_default());
        let preceding = text.get(..digits.start()).unwrap_or_default();
        // `错误268498688`, but no other words.
        let is_glued = before.is_some_and(is_chinese) && !is_name_of_error(last_line(preceding));
        let number = digits
            .as_str()
            .parse()
            .ok()
            .filter(|number| NUMBERS.contains(number));
        let Some(number) = number else { continue };
        let is_number = match name_before(preceding) {
            Some(name) => is_name_of_error(&name),
            None => !is_part && !is_glued && is_known(number) && !is_after_other_word(preceding),
        };
        if is_number && known.insert(number) {
            numbers.push(number);
        }
    }
    numbers
}

/// Tests if a comma and a known number of an error are before the place: `268435461,268498688`.
fn is_after_number_of_error(text: &str, start: usize) -> bool {
    let before = text.get(..start).and_then(|text| text.strip_suffix(','));
    let digits = before.map(|text| text.rsplit(|c: char| !c.is_ascii_digit()));
    let number = digits.and_then(|mut words| words.next()?.parse().ok());
    number.is_some_and(|number| NUMBERS.contains(&number) && is_known(number))
}

/// Tests if a manual names the number.
pub(super) fn is_known(number: u64) -> bool {
    let advice = Clues::new().with_number(number).advice();
    advice.first().map(|advice| advice.subject()) == Some(Subject::Number(number))
}

/// Tests if a number may be one of an error.
pub(super) fn is_number(number: u64) -> bool {
    NUMBERS.contains(&number)
}

fn captures<'t>(
    regex: &'static LazyLock<Option<Regex>>,
    text: &'t str,
) -> impl Iterator<Item = (usize, &'t str)> {
    let found = regex.iter().flat_map(|regex| regex.captures_iter(text));
    found.filter_map(|captures| captures.get(1).map(|group| (group.start(), group.as_str())))
}

/// The number after the last `-`.
pub(super) fn tail(id: &str) -> Option<u64> {
    let (_, number) = id.rsplit_once('-')?;
    number.parse().ok()
}

/// Tests for the form of a Request-ID without a label: many hexadecimal digits with a capital, or shortened.
fn is_request_id(id: &str) -> bool {
    let head = id.rsplit_once('-').map_or(id, |(head, _)| head);
    let is_short = head.ends_with('…') || head.ends_with("..");
    let digits = head.trim_end_matches(['…', '.']);
    let is_hex = digits
        .bytes()
        .all(|c| c.is_ascii_digit() || (b'A'..=b'F').contains(&c));
    let is_long = digits.len() >= 16 && digits.bytes().any(|c| c.is_ascii_uppercase());
    is_hex && (is_long || is_short)
}

fn around(text: &str, start: usize, end: usize) -> (Option<char>, Option<char>) {
    let before = text.get(..start).and_then(|text| text.chars().next_back());
    let after = text.get(end..).and_then(|text| text.chars().next());
    (before, after)
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}

/// The name before a colon, before an equals sign or of an XML element, in lower case.
fn name_before(preceding: &str) -> Option<String> {
    let line = last_line(preceding);
    let captures = [&KEY, &TAG]
        .into_iter()
        .find_map(|regex| regex.as_ref()?.captures(line))?;
    let name = captures.get(1).or_else(|| captures.get(2))?;
    Some(name.as_str().to_lowercase())
}

fn is_followed_by_unit(rest: &str) -> bool {
    const UNITS: [&str; 12] = [
        "元", "分", "秒", "毫秒", "fen", "yuan", "ms", "bytes", "seconds", "CNY", "ns", "号",
    ];
    let rest = rest.strip_prefix(' ').unwrap_or(rest);
    // A decimal number.
    let is_decimal = rest
        .strip_prefix('.')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    is_decimal || UNITS.iter().any(|unit| rest.starts_with(unit))
}

/// The end of the text, as far as a name can be.
pub(super) fn last_line(text: &str) -> &str {
    // First the length: a text may be one long line.
    let start = text
        .char_indices()
        .rev()
        .nth(64)
        .map_or(0, |(start, _)| start);
    let end = text.get(start..).unwrap_or_default();
    end.rsplit('\n').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_mean_nothing_are_ignored() {
        for (text, expected) in [
            ("error 268498688", &[268_498_688][..]),
            ("错误268498688，请重试", &[268_498_688]),
            ("错误码：268498688", &[268_498_688]),
            ("code=268499999", &[268_499_999]),
            (r#"{"errcode": 268498688}"#, &[268_498_688]),
            ("(268498688)", &[268_498_688]),
            ("it says 268498688.", &[268_498_688]),
            ("268499999", &[]),
            ("订单号268498688", &[]),
            ("order 268498688 failed", &[]),
            (r#"{"total": 268498688}"#, &[]),
            ("amount=268498688&x=1", &[]),
            ("268498688元", &[]),
            ("268498688 fen", &[]),
            ("268498688.00", &[]),
            ("127.0.0.1:268498688", &[]),
            ("/orders/268498688", &[]),
            ("a-268498688", &[]),
            ("2684986880", &[]),
            ("<total_fee>268498688</total_fee>", &[]),
            ("<err_code>268498688</err_code>", &[268_498_688]),
            ("\"GET / HTTP/1.1\" 200 268498688", &[]),
            ("订单编号：268498688", &[]),
            ("order number: 268498688", &[]),
            ("coupon_code=268498688", &[]),
            ("微信返回报错268498688怎么办", &[268_498_688]),
            ("1,268498688,2", &[]),
            ("268435461,268498688", &[268_435_461, 268_498_688]),
            ("Request-ID 268498688", &[268_498_688]),
            ("Request-ID: 268498688", &[268_498_688]),
            ("order id 268498688", &[]),
            ("该商户号今日转账次数已达上限268498688", &[]),
            ("商户号未开通权限 268498688", &[268_498_688]),
            ("1700000000 1900000109", &[]),
        ] {
            assert_eq!(numbers(text), expected, "{text}");
        }
    }

    #[test]
    fn request_ids_are_found_by_label_or_form() {
        const ID: &str = "08F5B8C2B506102C18FDDFEEA30620BE821E28EDC405-268498688";
        for (text, expected) in [
            (ID, &[Some(268_498_688)][..]),
            ("Request-ID: 08F5-268498688", &[Some(268_498_688)]),
            (r#""Request-Id":["08F5-0"]"#, &[Some(0)]),
            ("request_id=08F5-268498688", &[Some(268_498_688)]),
            (
                "08f5b8c2b506102c18fddfeea30620be821e28edc405-268498688\n",
                &[Some(268_498_688)],
            ),
            ("08F5…-268498688", &[Some(268_498_688)]),
            ("08F5...-268498688", &[Some(268_498_688)]),
            ("order-20240101120000123-268498688", &[]),
            ("550e8400-e29b-41d4-a716-446655440000", &[]),
            (
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                &[],
            ),
            ("X-Request-Id: kong-1234", &[]),
            ("2024-01-01", &[]),
            (
                "08E1AFDD8606109E0118A2B8A55320CBD501289B8A03-268433507",
                &[None],
            ),
        ] {
            let found: Vec<_> = request_ids(text).iter().map(|id| id.number).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
