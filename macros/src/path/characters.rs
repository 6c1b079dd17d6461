//! Characters of a path that look like others, or like nothing: pasted from a page, or typed with an input method.

use std::ops::RangeInclusive;

/// A path that has such characters.
pub(super) struct Odd {
    /// The first of them, for a message: "the path begins with a space (U+0020)".
    pub(super) problem: String,
    /// The change that mends the first of them.
    pub(super) advice: String,
    /// The path with all of them mended.
    pub(super) repaired: String,
}

impl Odd {
    /// Finds such characters in a path.
    pub(super) fn find(path: &str) -> Option<Self> {
        // Nearly every path ends here, and the tables are slow in a macro, which is compiled without optimisation.
        if path
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\')
        {
            return None;
        }
        let (index, odd) = path
            .char_indices()
            .find_map(|(index, c)| Some((index, Mistake::of(c)?)))?;
        let place = if index == 0 {
            "begins with"
        } else if index + odd.character.len_utf8() == path.len() {
            "ends with"
        } else {
            "contains"
        };
        let Mistake {
            character,
            name,
            meant,
        } = &odd;
        let advice = match meant {
            Some(meant) => format!("write `{meant}` in its place"),
            None => "remove the character".to_owned(),
        };
        Some(Self {
            problem: format!("the path {place} {name} (U+{:04X})", u32::from(*character)),
            advice,
            repaired: repaired(path),
        })
    }
}

fn repaired(path: &str) -> String {
    let mend = |c| match Mistake::of(c) {
        Some(mistake) => mistake.meant,
        None => Some(c),
    };
    path.chars().filter_map(mend).collect()
}

struct Mistake {
    character: char,
    /// With its article.
    name: String,
    /// The character that was meant; `None` for a character that was not.
    meant: Option<char>,
}

impl Mistake {
    fn of(character: char) -> Option<Self> {
        let (name, meant) = match character {
            '\\' => ("a backslash".to_owned(), Some('/')),
            '、' => (
                "an ideographic comma, which Chinese input methods have on the key of `/`"
                    .to_owned(),
                Some('/'),
            ),
            // Full-width forms are the ASCII characters in another block.
            '\u{ff01}'..='\u{ff5e}' => {
                let ascii = char::from_u32(u32::from(character) - 0xfee0)?;
                (format!("a full-width `{ascii}`"), Some(ascii))
            }
            _ => by_table(character)?,
        };
        Some(Self {
            character,
            name,
            meant,
        })
    }
}

/// The name of a character, and the character that was meant.
fn by_table(character: char) -> Option<(String, Option<char>)> {
    let blank = BLANKS.iter().find(|(range, _)| range.contains(&character));
    if let Some((_, name)) = blank {
        return Some(((*name).to_owned(), None));
    }
    SIMILAR.iter().find_map(|(characters, name, meant)| {
        let mut pairs = characters.chars().zip(meant.chars());
        let (_, meant) = pairs.find(|(similar, _)| *similar == character)?;
        Some((format!("a {name} that looks like `{meant}`"), Some(meant)))
    })
}

/// Characters that show nothing, accents on the letter before, and quotation marks.
const BLANKS: [(RangeInclusive<char>, &str); 18] = [
    (' '..=' ', "a space"),
    ('\t'..='\t', "a tab"),
    ('\n'..='\r', "a line break"),
    ('\u{a0}'..='\u{a0}', "a no-break space"),
    ('\u{ad}'..='\u{ad}', "a soft hyphen"),
    ('\u{300}'..='\u{36f}', "an accent"),
    ('\u{2000}'..='\u{200a}', "a wide space"),
    ('\u{200b}'..='\u{200b}', "a zero-width space"),
    ('\u{200c}'..='\u{200d}', "a zero-width joiner"),
    ('\u{200e}'..='\u{200f}', "a mark of the writing direction"),
    ('\u{2018}'..='\u{201f}', "a quotation mark"),
    ('\u{2028}'..='\u{2029}', "a line break"),
    ('\u{202a}'..='\u{202e}', "a mark of the writing direction"),
    ('\u{2060}'..='\u{2060}', "a zero-width joiner"),
    ('\u{3000}'..='\u{3000}', "a full-width space"),
    ('\u{3002}'..='\u{3002}', "an ideographic full stop"),
    ('\u{3008}'..='\u{3011}', "a Chinese bracket"),
    ('\u{feff}'..='\u{feff}', "a byte order mark"),
];

/// Characters, their name, and the character that each looks like.
const SIMILAR: [(&str, &str, &str); 5] = [
    ("асԁеһіјкорԛѕтхуԝ", "Cyrillic letter", "acdehijkopqstxyw"),
    ("αεικνορτυχ", "Greek letter", "aeikvoptux"),
    (
        "àáâãäåāèéêëēìíîïīòóôõöōùúûüūçñýÿ",
        "letter with an accent",
        "aaaaaaaeeeeeiiiiioooooouuuuucnyy",
    ),
    ("‐‑‒–—―−﹣", "dash", "--------"),
    ("⁄∕⧸", "slash", "///"),
];
