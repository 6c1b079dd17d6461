//! Encodings that a proxy or framework may apply to a whole body, and how to undo each.

use std::{borrow::Cow, io::Read};

use base64::{
    Engine,
    alphabet::STANDARD,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use flate2::read::{MultiGzDecoder, ZlibDecoder};
use percent_encoding::percent_decode;
use serde::Deserialize;

use super::{cause::VerifyDiagnosis, json::Escapes};

pub(super) const GZIP: &[u8] = b"\x1f\x8b";

/// Base64 as any program may write it, with or without padding.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// Windows-1252 from 0x80 to 0x9f. Undefined bytes are as in ISO-8859-1.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The characters that HTML filters replace by a name. Each may also be replaced by its number.
const HTML_ENTITIES: [(&str, char); 5] = [
    ("quot", '"'),
    ("apos", '\''),
    ("lt", '<'),
    ("gt", '>'),
    ("amp", '&'),
];

/// The most characters of an entity with its semicolon. The limit keeps a body of ampersands from being read
/// again and again.
const LONGEST_ENTITY: usize = 12;

/// An encoding that was applied to a body.
pub(super) struct Encoding {
    pub(super) cause: VerifyDiagnosis,
    /// Decodes a body. `None` if the body does not have this encoding, or decodes to more than the given number
    /// of bytes.
    pub(super) undo: fn(&[u8], usize) -> Option<Vec<u8>>,
}

pub(super) const ENCODINGS: [Encoding; 10] = [
    Encoding {
        cause: VerifyDiagnosis::BodyCompressed,
        undo: decompress,
    },
    Encoding {
        cause: VerifyDiagnosis::BodyBase64,
        undo: |body, _| from_base64(body),
    },
    Encoding {
        cause: VerifyDiagnosis::BodyJsonString,
        undo: |body, _| from_json_string(body),
    },
    Encoding {
        cause: VerifyDiagnosis::BodyWrapped,
        undo: |body, _| from_event(body),
    },
    Encoding {
        cause: VerifyDiagnosis::BodyUrlEncoded,
        undo: |body, _| from_form(body, b"%20"),
    },
    Encoding {
        cause: VerifyDiagnosis::BodyUrlEncoded,
        undo: |body, _| from_form(body, b"%2B"),
    },
    Encoding {
        cause: VerifyDiagnosis::BodyHtmlEscaped,
        undo: |body, _| from_html(body),
    },
    Encoding {
        cause: VerifyDiagnosis::BodyTranscoded,
        undo: |body, _| to_latin_1(body),
    },
    Encoding {
        cause: VerifyDiagnosis::BodyTranscoded,
        undo: |body, _| from_latin_1(body),
    },
    // Characters of a confused charset may also be escaped.
    Encoding {
        cause: VerifyDiagnosis::BodyReprinted {
            reordered: false,
            escaped: true,
        },
        undo: |body, _| unescape(body),
    },
];

fn decompress(body: &[u8], limit: usize) -> Option<Vec<u8>> {
    let mut decoder: Box<dyn Read> = match body {
        [0x1f, 0x8b, ..] => Box::new(MultiGzDecoder::new(body)),
        [0x78, ..] => Box::new(ZlibDecoder::new(body)),
        _ => return None,
    };
    let mut content = Vec::new();
    let over = u64::try_from(limit).ok()?.checked_add(1)?;
    decoder.by_ref().take(over).read_to_end(&mut content).ok()?;
    (content.len() <= limit).then_some(content)
}

fn from_base64(body: &[u8]) -> Option<Vec<u8>> {
    let body = body.strip_prefix(b"\"").unwrap_or(body);
    let body = body.strip_suffix(b"\"").unwrap_or(body);
    let alphabet = |byte: &u8| match byte {
        b'-' => b'+',
        b'_' => b'/',
        byte => *byte,
    };
    let text = body.iter().filter(|byte| !byte.is_ascii_whitespace());
    let text: Vec<_> = text.map(alphabet).collect();
    let content = LENIENT.decode(text).ok()?;
    (!content.is_empty()).then_some(content)
}

fn from_json_string(body: &[u8]) -> Option<Vec<u8>> {
    let text: String = serde_json::from_slice(body).ok()?;
    Some(text.into_bytes())
}

/// Decodes the body inside the event of an API gateway.
fn from_event(body: &[u8]) -> Option<Vec<u8>> {
    #[derive(Deserialize)]
    struct Event<'a> {
        #[serde(borrow)]
        body: Cow<'a, str>,
        #[serde(rename = "isBase64Encoded", default)]
        is_base64: bool,
    }
    // serde would read an array as the members in order.
    let object = body.trim_ascii_start().starts_with(b"{");
    let event: Event<'_> = object.then(|| serde_json::from_slice(body).ok())??;
    match event.is_base64 {
        true => from_base64(event.body.as_bytes()),
        false => Some(event.body.into_owned().into_bytes()),
    }
}

/// Decodes a form. `+` is read as `plus`: a space in forms, and itself in URLs.
fn from_form(body: &[u8], plus: &[u8]) -> Option<Vec<u8>> {
    // The form has a single name without a value.
    let name = body.strip_suffix(b"=").unwrap_or(body);
    if !name.contains(&b'%') {
        return (name.len() < body.len()).then(|| name.to_vec());
    }
    let name: Vec<_> = name.split(|byte| *byte == b'+').collect();
    let content: Vec<_> = percent_decode(&name.join(plus)).collect();
    (content != body).then_some(content)
}

fn from_html(body: &[u8]) -> Option<Vec<u8>> {
    let mut rest = std::str::from_utf8(body).ok()?;
    let mut replaced = String::with_capacity(rest.len());
    while let Some((before, entity)) = rest.split_once('&') {
        replaced.push_str(before);
        match split_entity(entity) {
            Some((character, after)) => {
                replaced.push(character);
                rest = after;
            }
            None => {
                replaced.push('&');
                rest = entity;
            }
        }
    }
    replaced.push_str(rest);
    (replaced.as_bytes() != body).then(|| replaced.into_bytes())
}

/// The character of the entity at the start of `text`, and the text after its semicolon.
fn split_entity(text: &str) -> Option<(char, &str)> {
    let mut chars = text.char_indices().take(LONGEST_ENTITY);
    let (end, _) = chars.find(|(_, char)| *char == ';')?;
    let (name, after) = text.split_at(end);
    Some((character(name)?, after.strip_prefix(';')?))
}

/// The character of an HTML entity: `quot`, `#34`, `#034`, `#x22` or `#X22`.
fn character(entity: &str) -> Option<char> {
    let Some(number) = entity.strip_prefix('#') else {
        let known = HTML_ENTITIES.iter().find(|(name, _)| *name == entity)?;
        return Some(known.1);
    };
    let (digits, radix) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    let valid = digits.chars().all(|digit| digit.is_digit(radix));
    let number = valid.then(|| u32::from_str_radix(digits, radix).ok())??;
    char::from_u32(number)
}

/// Undoes the reading of a body as ISO-8859-1 or Windows-1252.
fn to_latin_1(body: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(body).ok()?;
    if text.is_ascii() {
        return None;
    }
    let byte = |char| match u8::try_from(char) {
        Ok(byte) => Some(byte),
        Err(_) => {
            let index = WINDOWS_1252.iter().position(|known| *known == char)?;
            u8::try_from(0x80 + index).ok()
        }
    };
    text.chars().map(byte).collect()
}

/// Undoes the writing of a body as ISO-8859-1 or Windows-1252.
fn from_latin_1(body: &[u8]) -> Option<Vec<u8>> {
    if std::str::from_utf8(body).is_ok() {
        return None;
    }
    let char = |byte: &u8| {
        let index = byte.checked_sub(0x80).map(usize::from);
        let known = index.and_then(|index| WINDOWS_1252.get(index));
        known.copied().unwrap_or_else(|| char::from(*byte))
    };
    let text: String = body.iter().map(char).collect();
    Some(text.into_bytes())
}

fn unescape(body: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(body).ok()?;
    let [plain, ..] = Escapes::KNOWN;
    let printed = plain.print(text)?;
    (printed != text).then(|| printed.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_becomes_one_character_and_back() {
        let bytes: Vec<_> = (0..=255).collect();
        let text = from_latin_1(&bytes).unwrap();
        assert_eq!(to_latin_1(&text).unwrap(), bytes);
        assert!(std::str::from_utf8(&text).unwrap().contains('€'));
        assert_eq!(from_latin_1(b"ascii"), None);
        assert_eq!(to_latin_1(b"ascii"), None);
        assert_eq!(to_latin_1("支".as_bytes()), None);
    }

    #[test]
    fn html_entities_are_read_by_name_and_by_number() {
        for (html, expected) in [
            ("&quot;&#34;&#034;&#x22;&#X0022;", "\"\"\"\"\""),
            ("&amp;quot; &lt;&gt;&apos;&#x2F;&#47;", "&quot; <>'//"),
            (
                "a & b &amp; &c; &#xD800; &#-3; &#; &",
                "a & b & &c; &#xD800; &#-3; &#; &",
            ),
            ("&支&#25903;", "&支支"),
        ] {
            assert_eq!(from_html(html.as_bytes()).unwrap(), expected.as_bytes());
        }
        assert_eq!(from_html(b"a & b"), None);
        assert_eq!(from_html(b"&#00000000000034;"), None);
        assert_eq!(from_html("&".repeat(1 << 20).as_bytes()), None);
        assert_eq!(from_html(b"&\xff&amp;"), None);
    }

    #[test]
    fn a_decompression_bomb_is_not_unpacked() {
        let mut packed = flate2::read::GzEncoder::new(&[0; 4096][..], flate2::Compression::best());
        let mut body = Vec::new();
        packed.read_to_end(&mut body).unwrap();
        assert_eq!(decompress(&body, 4096), Some(vec![0; 4096]));
        assert_eq!(decompress(&body, 4095), None);
        assert_eq!(decompress(&body[..10], 4096), None);
    }
}
