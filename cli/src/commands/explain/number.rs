//! Request-IDs in a text, and numbers of errors among numbers that mean nothing: times, amounts, ports, merchants.

use std::{ops::RangeInclusive, sync::LazyLock};

use regex_lite::Regex;
use wechatpay_client::advice::{Clues, Subject};

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
regex!(DIGITS r"\d+");
regex!(KEY r#"(?:([A-Za-z_][A-Za-z0-9_.\-]*)|([\x{4e00}-\x{9fff}]+))["'`\]]*\s*(?:[:=：]|=>|->|是|为)\s*["'`\[(（]*$"#);
regex!(TAG r"<([A-Za-z_]+)>\s*(?:<!\[CDATA\[)?$");
regex!(LENGTH r#""\s+\d{3}\s+$"#);
regex!(WORD r"([A-Za-z_]+|[\x{4e00}-\x{9fff}]+)\s*$");

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
    let plain = PLAIN.iter().flat_map(|regex| regex.find_iter(text));
    for found in plain {
        let (before, after) = around(text, found.start(), found.end());
        let is_whole = !before.is_some_and(is_word) && !after.is_some_and(is_word);
        let number = tail(found.as_str()).filter(|number| NUMBERS.contains(number) || *number == 0);
        let is_new = ids
            .iter()
            .all(|id| found.start() < id.start || found.start() >= id.start + id.text.len());
        if is_whole && is_new && number.is_some() && is_request_id(found.as_str()) {
            let (text, start) = (found.as_str(), found.start());
            ids.push(RequestId {
                text,
                start,
                number,
            });
        }
    }
    ids.sort_by_key(|id| id.start);
    ids
}

/// The numbers of errors that stand by themselves. A known number counts if no name beside it says that it is something
/// else, an unknown one only if a name says that it is the number of an error.
pub(super) fn numbers(text: &str) -> Vec<u64> {
    let mut numbers = Vec::new();
    for digits in DIGITS.iter().flat_map(|regex| regex.find_iter(text)) {
        let (before, after) = around(text, digits.start(), digits.end());
        let is_part = before.is_some_and(|c| is_word(c) || "./-+#¥￥$:,`…".contains(c))
            || after.is_some_and(|c| is_word(c) && c.is_ascii() || "/%".contains(c))
            || is_followed_by_unit(text.get(digits.end()..).unwrap_or_default());
        let number = digits
            .as_str()
            .parse()
            .ok()
            .filter(|number| NUMBERS.contains(number));
        let Some(number) = number else { continue };
        let preceding = text.get(..digits.start()).unwrap_or_default();
        let is_number = match name_before(preceding) {
            Some(name) => is_name_of_error(&name),
            None => !is_part && is_known(number) && !is_after_other_word(preceding),
        };
        if is_number && !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    numbers
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
fn tail(id: &str) -> Option<u64> {
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

fn is_name_of_error(name: &str) -> bool {
    const NAMES: [&str; 22] = [
        "code",
        "errcode",
        "err_code",
        "error_code",
        "errorcode",
        "error-code",
        "err",
        "error",
        "errno",
        "err_no",
        "ret",
        "retcode",
        "ret_code",
        "return_code",
        "result_code",
        "resultcode",
        "respcode",
        "resp_code",
        "biz_code",
        "sub_code",
        "error_number",
        "request_id_number",
    ];
    let is_chinese = |word: &str| name.ends_with(word);
    NAMES.contains(&name)
        || ["错误", "错误码", "错误编号", "错误号", "返回码", "报错"]
            .into_iter()
            .any(is_chinese)
}

/// Tests if the word before a number says that the number is something else.
fn is_after_other_word(preceding: &str) -> bool {
    const WORDS: [&str; 64] = [
        "order",
        "orders",
        "no",
        "mchid",
        "mch_id",
        "sub_mchid",
        "amount",
        "total",
        "fee",
        "fen",
        "yuan",
        "port",
        "pid",
        "id",
        "uid",
        "user",
        "merchant",
        "paid",
        "pay",
        "price",
        "time",
        "timestamp",
        "at",
        "took",
        "seq",
        "line",
        "bytes",
        "size",
        "refund",
        "of",
        "batch",
        "invoice",
        "worker",
        "thread",
        "job",
        "task",
        "count",
        "balance",
        "page",
        "offset",
        "version",
        "build",
        "row",
        "item",
        "goods",
        "sku",
        "phone",
        "tel",
        "qq",
        "account",
        "card",
        "serial",
        "nonce",
        "ip",
        "length",
        "cost",
        "elapsed",
        "after",
        "waited",
        "transaction",
        "refunded",
        "charged",
        "cny",
        "rmb",
    ];
    const ENDS: [&str; 17] = [
        "单号",
        "订单",
        "商户号",
        "商户",
        "金额",
        "端口",
        "时间",
        "用户",
        "共",
        "流水",
        "流水号",
        "付了",
        "支付了",
        "退了",
        "手机号",
        "时间戳",
        "耗时",
    ];
    let line = last_line(preceding);
    // The length of a response, behind its status in a log of a server.
    if LENGTH.as_ref().is_some_and(|regex| regex.is_match(line)) {
        return true;
    }
    let word = WORD.as_ref().and_then(|regex| regex.captures(line));
    let Some(word) = word.and_then(|captures| captures.get(1)) else {
        return false;
    };
    let word = word.as_str().to_lowercase();
    WORDS.contains(&&*word) || ENDS.iter().any(|end| word.ends_with(end))
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
fn last_line(text: &str) -> &str {
    let line = text.rsplit('\n').next().unwrap_or_default();
    let start = line
        .char_indices()
        .rev()
        .nth(64)
        .map_or(0, |(start, _)| start);
    line.get(start..).unwrap_or_default()
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
        ] {
            let found: Vec<_> = request_ids(text).iter().map(|id| id.number).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
