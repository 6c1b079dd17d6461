//! Texts in the forms that JSON, browsers, URLs and input methods write, as plain text.

use std::{borrow::Cow, sync::LazyLock};

use regex_lite::{Captures, Regex};

use super::{invisible, number::regex};

regex!(UNICODE r"\\u([0-9a-fA-F]{4})");
regex!(BYTES r"(?:\\{1,2}x[0-9a-fA-F]{2})+");
regex!(PERCENT r"(?:%[0-9a-fA-F]{2})+");

/// The escapes of URLs that tell a text from one with percentages: a blank, quotes, a colon, and the first byte of a Chinese
/// character.
const URL: [&str; 6] = ["%20", "%22", "%3A", "%3a", "%E", "%e"];

/// The characters that HTML writes otherwise. `&amp;` is the last one, so that it is decoded only once.
const HTML: [(&str, &str); 6] = [
    ("&quot;", "\""),
    ("&#34;", "\""),
    ("&#39;", "'"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&amp;", "&"),
];

/// How many times its length a text is read in vain. A text of opening braces would be read 128 times, as deep as JSON may
/// be nested, and one of quotes once for each.
pub(super) const MAX_VAIN_READS: usize = 8;

/// A sort of escapes: a mark that they have, and the function that decodes them.
pub(super) type Escapes = (&'static str, fn(&str) -> String);

/// The escapes that leave no line break: a server or a browser wrote each line.
pub(super) const OF_LINES: [Escapes; 2] = [
    ("\\x", without_byte_escapes),
    ("%", without_percent_escapes),
];

/// The escapes of a text that a program shows in its own quotes, as Python's `repr` does: `'{"a":"\\"b\\""}'`.
pub(super) const OF_QUOTES: Escapes = ("\\\\", without_backslashes);

/// The escapes of a logger or a page, `{\"code\":…}` or `{&quot;code&quot;:…}`.
pub(super) const OF_TEXTS: [Escapes; 4] = [
    ("\"{\\\"", without_quotes),
    ("\\\"", without_backslashes),
    ("&quot;", without_html_escapes),
    ("&#34;", without_html_escapes),
];

/// The text with its escapes decoded and its Latin letters and digits in ASCII, to search for clues. No signature fits to
/// such a text.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let mut plain = Cow::Borrowed(text);
    if text.contains("\\u") {
        plain = Cow::Owned(without_unicode_escapes(&plain));
    }
    if HTML.iter().any(|(escaped, _)| text.contains(escaped)) {
        plain = Cow::Owned(without_html_escapes(&plain));
    }
    if text.contains("\\x") {
        plain = Cow::Owned(without_byte_escapes(&plain));
    }
    if URL.iter().any(|escaped| text.contains(escaped)) {
        plain = Cow::Owned(without_percent_escapes(&plain));
    }
    if let Some(visible) = invisible::without(&plain) {
        plain = Cow::Owned(visible);
    }
    match plain.contains(is_full_width) {
        true => Cow::Owned(plain.chars().map(narrow).collect()),
        false => plain,
    }
}

/// The text with each JSON object that is quoted as a JSON string, `"{\"code\":…}"`, as it was before.
fn without_quotes(text: &str) -> String {
    let mut decoded = String::new();
    let mut rest = text;
    let mut left = text.len().saturating_mul(MAX_VAIN_READS);
    while let Some((before, quoted)) = rest.find("\"{").and_then(|at| rest.split_at_checked(at)) {
        let mut texts = serde_json::Deserializer::from_str(quoted).into_iter::<String>();
        let text = match texts.next() {
            Some(Err(error)) => match left.checked_sub(error.column()) {
                // The text has no further end of a string.
                _ if error.is_eof() => break,
                Some(rest) => {
                    left = rest;
                    None
                }
                None => break,
            },
            text => text.and_then(Result::ok),
        };
        let length = text.as_ref().map_or(1, |_| texts.byte_offset());
        decoded.push_str(before);
        decoded.push_str(text.as_deref().unwrap_or("\""));
        rest = quoted.get(length..).unwrap_or_default();
    }
    decoded + rest
}

/// The text without the escapes of HTML.
fn without_html_escapes(text: &str) -> String {
    let pairs = HTML.iter();
    pairs.fold(text.to_owned(), |text, (escaped, plain)| {
        text.replace(escaped, plain)
    })
}

/// The text without the backslashes of a logger, `{\"code\":…}`.
fn without_backslashes(text: &str) -> String {
    text.replace("\\\\", "\u{0}")
        .replace("\\\"", "\"")
        .replace('\u{0}', "\\")
}

/// The text without the escapes of nginx, `{\x22code\x22:…}`, of which JSON doubles the backslashes.
fn without_byte_escapes(text: &str) -> String {
    decoded(text, &BYTES, 'x')
}

/// The text without the escapes of URLs, `%7B%22code%22…`. A `+` stays: signatures have it.
fn without_percent_escapes(text: &str) -> String {
    decoded(text, &PERCENT, '%')
}

/// Decodes the escaped bytes: two digits behind each mark. Bytes that are no UTF-8 stay escaped.
fn decoded(text: &str, regex: &LazyLock<Option<Regex>>, mark: char) -> String {
    let decode = |captures: &Captures<'_>| {
        let escaped = captures.get(0).map_or("", |all| all.as_str());
        let bytes = escaped.split(mark).skip(1);
        let bytes = bytes.map(|digits| u8::from_str_radix(digits.get(..2)?, 16).ok());
        let plain = bytes.collect::<Option<Vec<_>>>();
        let plain = plain.and_then(|bytes| String::from_utf8(bytes).ok());
        plain.unwrap_or_else(|| escaped.to_owned())
    };
    regex.as_ref().map_or_else(
        || text.to_owned(),
        |regex| regex.replace_all(text, decode).into_owned(),
    )
}

pub(super) fn without_unicode_escapes(text: &str) -> String {
    let decode = |captures: &Captures<'_>| {
        let digits = captures.get(1).map_or("", |digits| digits.as_str());
        let code = u32::from_str_radix(digits, 16).ok();
        // Half of a surrogate pair stays as it is.
        let c = code.and_then(char::from_u32);
        c.map_or_else(
            || captures.get(0).map_or("", |all| all.as_str()).to_owned(),
            String::from,
        )
    };
    let regex = UNICODE.as_ref();
    regex.map_or_else(
        || text.to_owned(),
        |regex| regex.replace_all(text, decode).into_owned(),
    )
}

/// Tests for the letters, digits, `_` and `-` of an input method for Chinese.
const fn is_full_width(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '＿' | '－')
}

fn narrow(c: char) -> char {
    match is_full_width(c) {
        // The block of full-width forms has the order of ASCII.
        true => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        false => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_decoded() {
        for (text, expected) in [
            ("plain 100% \\n", "plain 100% \\n"),
            (r"\u8ba2\u5355 \ud83d", r"订单 \ud83d"),
            ("%E8%AE%A2%E5%8D%95", "订单"),
            ("%E8 is no text", "%E8 is no text"),
            (
                "08F5-268498688%20%E8%AE%A2 a+b%2Bc",
                "08F5-268498688 订 a+b+c",
            ),
            ("95%26 of 100%", "95%26 of 100%"),
            (
                r"{\x22a\x22:\x22\xE8\xAE\xA2\x22} \xE8",
                r#"{"a":"订"} \xE8"#,
            ),
            ("PARAM\u{200B}_ERROR\u{A0}1\u{3000}2", "PARAM_ERROR 1 2"),
            ("ＰＡＲＡＭ＿ＥＲＲＯＲ，１－２", "PARAM_ERROR，1-2"),
        ] {
            assert_eq!(plain(text), expected);
        }
        assert_eq!(without_html_escapes("&quot;a&amp;quot;&#39;"), "\"a&quot;'");
        assert_eq!(without_backslashes(r#"{\"a\\\"b"#), r#"{"a\"b"#);
    }

    #[test]
    fn quoted_objects_are_decoded_and_a_flood_of_quotes_ends() {
        for (text, expected) in [
            (r#"body "{\"a\":\"\u8ba2\"}" end"#, r#"body {"a":"订"} end"#),
            (r#""{\"a\":1}" "{\"b\":2}""#, r#"{"a":1} {"b":2}"#),
            (r#"{"a":"{"#, r#"{"a":"{"#),
            (r#""{ \q" "{\"a\":1}""#, r#""{ \q" {"a":1}"#),
        ] {
            assert_eq!(without_quotes(text), expected);
        }
        // Each quote would be read to the end of the text.
        let flood = format!("\"{}", "{\\\"".repeat(300_000));
        assert_eq!(without_quotes(&flood), flood);
    }
}
