//! Texts in the forms that JSON, browsers, URLs and input methods write, as plain text.

use std::{borrow::Cow, sync::LazyLock};

use percent_encoding::percent_decode_str;
use regex_lite::{Captures, Regex};

use super::number::regex;

regex!(UNICODE r"\\u([0-9a-fA-F]{4})");

/// The characters that HTML writes otherwise. `&amp;` is the last one, so that it is decoded only once.
const HTML: [(&str, &str); 6] = [
    ("&quot;", "\""),
    ("&#34;", "\""),
    ("&#39;", "'"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&amp;", "&"),
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
    // The first byte of a Chinese character.
    if text.contains("%E") || text.contains("%e") {
        let decoded = percent_decode_str(&plain).decode_utf8().ok();
        plain = Cow::Owned(decoded.map_or_else(|| plain.to_string(), Cow::into_owned));
    }
    match plain.contains(is_full_width) {
        true => Cow::Owned(plain.chars().map(narrow).collect()),
        false => plain,
    }
}

/// The text without the escapes of HTML.
pub(super) fn without_html_escapes(text: &str) -> String {
    let pairs = HTML.iter();
    pairs.fold(text.to_owned(), |text, (escaped, plain)| {
        text.replace(escaped, plain)
    })
}

/// The text without the backslashes of a logger, `{\"code\":…}`.
pub(super) fn without_backslashes(text: &str) -> String {
    text.replace("\\\\", "\u{0}")
        .replace("\\\"", "\"")
        .replace('\u{0}', "\\")
}

fn without_unicode_escapes(text: &str) -> String {
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
            ("ＰＡＲＡＭ＿ＥＲＲＯＲ，１－２", "PARAM_ERROR，1-2"),
        ] {
            assert_eq!(plain(text), expected);
        }
        assert_eq!(without_html_escapes("&quot;a&amp;quot;&#39;"), "\"a&quot;'");
        assert_eq!(without_backslashes(r#"{\"a\\\"b"#), r#"{"a\"b"#);
    }
}
