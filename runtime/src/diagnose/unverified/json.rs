//! JSON in the form that WeChat Pay prints: undoes the changes of parsers and printers on the way.

use std::str::Chars;

use serde_json::value::RawValue;

use crate::json::Members;

/// WeChat Pay's order of the members of a notification.
const NOTIFICATION: [&str; 6] = [
    "id",
    "create_time",
    "resource_type",
    "event_type",
    "summary",
    "resource",
];

/// WeChat Pay's order of the members of a notification's resource.
const RESOURCE: [&str; 5] = [
    "original_type",
    "algorithm",
    "ciphertext",
    "associated_data",
    "nonce",
];

/// Removes the white space between the tokens of JSON, which WeChat Pay never sends. Order, escapes and white
/// space inside strings stay.
pub(super) fn compact(json: &[u8]) -> Vec<u8> {
    let (mut in_string, mut escaped) = (false, false);
    let kept = json.iter().copied().filter(|byte| {
        if escaped {
            escaped = false;
            return true;
        }
        match byte {
            b'"' => in_string = !in_string,
            b'\\' => escaped = in_string,
            b' ' | b'\t' | b'\n' | b'\r' => return in_string,
            _ => {}
        }
        true
    });
    kept.collect()
}

/// A notification with its members in WeChat Pay's order.
#[derive(Debug, PartialEq)]
pub(super) struct Ordered {
    pub(super) text: String,
    /// The members were in another order before.
    pub(super) reordered: bool,
}

/// Prints a compact notification with WeChat Pay's order and names of members, without members that are `null`.
/// The text of the values is kept. `None` for any other JSON.
pub(super) fn in_order(json: &str) -> Option<Ordered> {
    let members = Object::parse(json)?;
    let resource = members.get("resource")?;
    let resource = Object::parse(resource.get())?;
    members.get("event_type")?;
    resource.get("ciphertext")?;
    let (resource, resource_reordered) = resource.print(&RESOURCE, None);
    let (text, reordered) = members.print(&NOTIFICATION, Some(&resource));
    Some(Ordered {
        text,
        reordered: reordered || resource_reordered,
    })
}

/// The `summary` of a notification.
pub(super) fn summary(json: &str) -> Option<String> {
    let members = Object::parse(json)?;
    members.get("event_type")?;
    serde_json::from_str(members.get("summary")?.get()).ok()
}

/// The members of an object, in the order of the text.
struct Object<'a>(Members<'a>);

impl<'a> Object<'a> {
    fn parse(json: &'a str) -> Option<Self> {
        serde_json::from_str(json).ok().map(Self)
    }

    fn get(&self, name: &str) -> Option<&'a RawValue> {
        let found = self.0.0.iter().find(|(found, _)| same_name(found, name));
        found.map(|(_, value)| *value)
    }

    /// Prints the members in this order, with unknown ones last. Also returns true if the order was different
    /// before.
    fn print(&self, order: &[&str], resource: Option<&str>) -> (String, bool) {
        let position = |name: &str| order.iter().position(|known| same_name(name, known));
        let position = |name: &str| position(name).unwrap_or(order.len());
        let present = self.0.0.iter().filter(|(_, value)| value.get() != "null");
        let mut members: Vec<_> = present
            .map(|(name, value)| (position(name), name, value.get()))
            .collect();
        let reordered = !members.is_sorted_by_key(|(position, ..)| *position);
        members.sort_by_key(|(position, ..)| *position);
        let members = members.into_iter().map(|(position, name, value)| {
            let name = order.get(position).copied().unwrap_or(name);
            let value = resource.filter(|_| name == "resource").unwrap_or(value);
            format!("{}:{value}", serde_json::Value::from(name))
        });
        let text = members.collect::<Vec<_>>().join(",");
        (format!("{{{text}}}"), reordered)
    }
}

/// Compares names, including the spellings of Java and C#: `createTime`, `CreateTime`.
fn same_name(found: &str, name: &str) -> bool {
    let letters = |name: &str| name.replace('_', "").to_ascii_lowercase();
    letters(found) == letters(name)
}

/// A way to print the characters of strings.
#[derive(Clone, Copy, Default)]
pub(super) struct Escapes {
    /// `/` is `\/`, as PHP prints it.
    slash: bool,
    /// Non-ASCII characters are `\uXXXX`, as PHP and Python print them.
    unicode: bool,
    /// `<`, `>`, `&`, U+2028 and U+2029 are `\uXXXX`, as Go prints them.
    html: bool,
}

impl Escapes {
    /// The known ways. WeChat Pay prints in the first.
    pub(super) const KNOWN: [Self; 5] = [
        Self::new(false, false, false),
        Self::new(true, false, false),
        Self::new(false, true, false),
        Self::new(true, true, false),
        Self::new(false, false, true),
    ];

    const fn new(slash: bool, unicode: bool, html: bool) -> Self {
        Self {
            slash,
            unicode,
            html,
        }
    }

    /// Prints the strings of a JSON text in this way. `None` if one of them is not JSON.
    pub(super) fn print(self, json: &str) -> Option<String> {
        let mut printed = String::with_capacity(json.len());
        let mut rest = json;
        while let Some((before, string)) = rest.split_once('"') {
            printed.push_str(before);
            printed.push('"');
            let mut chars = string.chars();
            self.print_string(&mut chars, &mut printed)?;
            printed.push('"');
            rest = chars.as_str();
        }
        printed.push_str(rest);
        Some(printed)
    }

    /// Prints a string up to its closing quotation mark.
    fn print_string(self, chars: &mut Chars<'_>, printed: &mut String) -> Option<()> {
        loop {
            match chars.next()? {
                '"' => return Some(()),
                '\\' => match unescape(chars)? {
                    Unescaped::Char(char) => self.push(char, printed),
                    Unescaped::Surrogate(unit) => push_unit(unit, printed),
                },
                char => self.push(char, printed),
            }
        }
    }

    fn push(self, char: char, printed: &mut String) {
        let short = match char {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\u{8}' => "\\b",
            '\u{c}' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '/' if self.slash => "\\/",
            _ if self.is_printed_as_number(char) => {
                for unit in char.encode_utf16(&mut [0; 2]) {
                    push_unit(*unit, printed);
                }
                return;
            }
            _ => return printed.push(char),
        };
        printed.push_str(short);
    }

    /// True if the character is printed as `\uXXXX`.
    fn is_printed_as_number(self, char: char) -> bool {
        char < ' '
            || (self.unicode && !char.is_ascii())
            || (self.html && matches!(char, '<' | '>' | '&' | '\u{2028}' | '\u{2029}'))
    }
}

enum Unescaped {
    Char(char),
    /// Half of a surrogate pair.
    Surrogate(u16),
}

/// Reads an escape after its backslash.
fn unescape(chars: &mut Chars<'_>) -> Option<Unescaped> {
    Some(Unescaped::Char(match chars.next()? {
        char @ ('"' | '\\' | '/') => char,
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => {
            let first = unit(chars)?;
            // The second half is read only if it completes the first.
            let mut lookahead = chars.clone();
            let second = match (lookahead.next(), lookahead.next()) {
                (Some('\\'), Some('u')) => unit(&mut lookahead),
                _ => None,
            };
            if let Some(Ok(char)) = char::decode_utf16([first]).next() {
                char
            } else if let Some(Ok(char)) =
                second.and_then(|second| char::decode_utf16([first, second]).next())
            {
                *chars = lookahead;
                char
            } else {
                return Some(Unescaped::Surrogate(first));
            }
        }
        _ => return None,
    }))
}

/// Reads four hexadecimal digits.
fn unit(chars: &mut Chars<'_>) -> Option<u16> {
    let digits = chars.as_str().get(..4)?;
    let valid = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let unit = valid.then(|| u16::from_str_radix(digits, 16).ok())??;
    *chars = chars.as_str().get(4..)?.chars();
    Some(unit)
}

fn push_unit(unit: u16, printed: &mut String) {
    printed.push_str(&format!("\\u{unit:04x}"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_white_space_between_tokens_is_removed() {
        for (json, expected) in [
            ("", ""),
            (" { \"a\" : [ 1 ,\r\n\t2 ] } \n", r#"{"a":[1,2]}"#),
            (
                r#"{ "a b": " \" : , \\" , "c": "\\\" " }"#,
                r#"{"a b":" \" : , \\","c":"\\\" "}"#,
            ),
            (r#"{"支 付": "\u0020 " }"#, r#"{"支 付":"\u0020 "}"#),
            // In malformed JSON, too, only white space outside strings is removed.
            (r#"\ "\ "#, r#"\"\ "#),
            (r#"" x"#, r#"" x"#),
        ] {
            assert_eq!(compact(json.as_bytes()), expected.as_bytes(), "{json}");
        }
    }

    #[test]
    fn escapes_are_undone_except_those_that_json_needs() {
        let [plain, slash, unicode, both, html] = Escapes::KNOWN;
        for (json, expected) in [
            (r#"{"a\/b":"\u652F\u4ed8 \/"}"#, r#"{"a/b":"支付 /"}"#),
            (
                r#"["\ud83d\ude00","\u0022\u005c\u000a\u001F"]"#,
                r#"["😀","\"\\\n\u001f"]"#,
            ),
            (
                r#""\ud83d \ude00 \ud83d\u0041""#,
                r#""\ud83d \ude00 \ud83dA""#,
            ),
            (r#"{"n":1.50,"t":true}"#, r#"{"n":1.50,"t":true}"#),
        ] {
            assert_eq!(plain.print(json).as_deref(), Some(expected));
        }
        let text = r#""支/<😀""#;
        assert_eq!(slash.print(text).unwrap(), r#""支\/<😀""#);
        assert_eq!(unicode.print(text).unwrap(), r#""\u652f/<\ud83d\ude00""#);
        assert_eq!(both.print(text).unwrap(), r#""\u652f\/<\ud83d\ude00""#);
        assert_eq!(html.print(text).unwrap(), r#""支/\u003c😀""#);
        for broken in [
            r#"""#,
            r#""\"#,
            r#""\x""#,
            r#""\u12"#,
            r#""\u+123""#,
            "\"\\u支支\"",
        ] {
            assert!(plain.print(broken).is_none(), "{broken}");
        }
    }

    #[test]
    fn only_notifications_have_an_order() {
        for json in [
            "",
            "[]",
            "{}",
            r#"{"resource":1,"event_type":"a"}"#,
            r#"{"a":1,"b":2}"#,
        ] {
            assert_eq!(in_order(json), None, "{json}");
        }
        let json = r#"{"summary":null,"resource":{"ciphertext":"c","algorithm":"a"},"eventType":"t","new":[1]}"#;
        let ordered = in_order(json).unwrap();
        let expected =
            r#"{"event_type":"t","resource":{"algorithm":"a","ciphertext":"c"},"new":[1]}"#;
        assert_eq!(ordered.text, expected);
        assert!(ordered.reordered);
        assert!(!in_order(expected).unwrap().reordered);
    }
}
