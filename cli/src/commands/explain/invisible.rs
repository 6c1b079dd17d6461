//! Invisible characters, as chat programs and editors add them: JSON does not allow them between its members, and no
//! signature fits to a text with them.

use super::section::Section;

/// The characters without a width.
const HIDDEN: [(char, &str); 6] = [
    ('\u{200B}', "zero-width space"),
    ('\u{200C}', "zero-width non-joiner"),
    ('\u{200D}', "zero-width joiner"),
    ('\u{2060}', "word joiner"),
    ('\u{FEFF}', "byte order mark"),
    ('\u{AD}', "soft hyphen"),
];

/// The characters that look like a blank.
const BLANKS: [(char, &str); 3] = [
    ('\u{A0}', "no-break space"),
    ('\u{3000}', "ideographic space"),
    ('\u{202F}', "narrow no-break space"),
];

const CURE: &str = "chat programs and web pages add such characters: take the raw text from the log or the file, and give it as @FILE";

/// The most characters that are named.
const MAX_NAMED: usize = 3;

/// A character with its place.
struct Found {
    c: char,
    name: &'static str,
    line: usize,
    column: usize,
    /// A text in quotes may have any character.
    is_quoted: bool,
}

/// The text without invisible characters, and with blanks in place of those that look like one. `None` if there are none.
pub(super) fn without(text: &str) -> Option<String> {
    let is_in = |list: &[(char, &str)], c: char| list.iter().any(|(known, _)| *known == c);
    let visible = text.chars().filter(|c| !is_in(&HIDDEN, *c));
    let blank = |c: char| if is_in(&BLANKS, c) { ' ' } else { c };
    text.chars()
        .any(|c| is_in(&HIDDEN, c) || is_in(&BLANKS, c))
        .then(|| visible.map(blank).collect())
}

/// The names and the places of the invisible characters outside of quotes; if there are none, those without a width in
/// quotes. `first_line` is the number of the first line.
pub(super) fn places(text: &str, first_line: usize) -> Option<String> {
    let found = all(text, first_line);
    let is_hidden = |found: &&Found| HIDDEN.iter().any(|(c, _)| *c == found.c);
    let mut named: Vec<_> = found.iter().filter(|found| !found.is_quoted).collect();
    if named.is_empty() {
        named = found.iter().filter(is_hidden).collect();
    }
    let texts = named.iter().take(MAX_NAMED).map(|found| {
        format!(
            "U+{:04X} ({}) in line {}, column {}",
            u32::from(found.c),
            found.name,
            found.line,
            found.column
        )
    });
    let mut texts: Vec<_> = texts.collect();
    if named.len() > MAX_NAMED {
        texts.push(format!("{} more", named.len() - MAX_NAMED));
    }
    (!texts.is_empty()).then(|| texts.join(", "))
}

/// The note on JSON that cannot be read because of the characters at these places.
pub(super) fn unreadable(places: &str) -> String {
    format!("the JSON has invisible characters, so that no signature fits to it: {places}; {CURE}")
}

/// The remark on a text whose signature does not verify.
pub(super) fn added(section: &Section) -> Option<String> {
    let places = places(&section.text, section.first_line)?;
    Some(format!(
        "the text has invisible characters, which a program may have added: {places}; {CURE}"
    ))
}

fn all(text: &str, first_line: usize) -> Vec<Found> {
    let mut found = Vec::new();
    let (mut line, mut column) = (first_line, 0);
    let (mut is_quoted, mut is_escaped) = (false, false);
    for c in text.chars() {
        column += 1;
        let mut names = HIDDEN.iter().chain(&BLANKS);
        if let Some((_, name)) = names.find(|(known, _)| *known == c) {
            found.push(Found {
                c,
                name,
                line,
                column,
                is_quoted,
            });
        }
        is_quoted = match c {
            '"' if !is_escaped => !is_quoted,
            // JSON has no line break in quotes: the quote was of another text.
            '\n' => false,
            _ => is_quoted,
        };
        is_escaped = c == '\\' && !is_escaped;
        if c == '\n' {
            (line, column) = (line + 1, 0);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_are_named_with_their_places() {
        for (text, expected) in [
            ("{\"a\": 1}", None),
            ("{\"a\u{3000}b\": \"c\u{A0}d\"}", None),
            (
                "x\n{\"a\\\"\u{3000}\":\u{A0}1}",
                Some("U+00A0 (no-break space) in line 6, column 9"),
            ),
            (
                "{\"a\u{200B}\": 1}",
                Some("U+200B (zero-width space) in line 5, column 4"),
            ),
            (
                "\u{FEFF}\u{3000}\u{2060}\u{200C}\u{AD}",
                Some(
                    "U+FEFF (byte order mark) in line 5, column 1, U+3000 (ideographic space) in line 5, column 2, \
                     U+2060 (word joiner) in line 5, column 3, 2 more",
                ),
            ),
        ] {
            assert_eq!(places(text, 5).as_deref(), expected, "{text}");
        }
    }
}
