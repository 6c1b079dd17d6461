//! The regular expressions of the facts: alternatives of characters, classes and counts, such as `\d{8}|[a-z_]{1,32}`.

use std::{iter::Peekable, str::Chars};

/// A set of characters, as ranges, and how often it repeats.
struct Atom {
    ranges: Vec<(char, char)>,
    least: usize,
    most: usize,
}

/// Tests if the whole text matches. A text passes an expression with anything else.
pub(super) fn matches(pattern: &str, text: &str) -> bool {
    let Some(alternatives) = parse(pattern) else {
        return true;
    };
    let text: Vec<_> = text.chars().collect();
    alternatives.iter().any(|atoms| all_match(atoms, &text))
}

/// Tests if the atoms match the whole text, trying the longest repetition first.
fn all_match(atoms: &[Atom], text: &[char]) -> bool {
    let Some((atom, rest)) = atoms.split_first() else {
        return text.is_empty();
    };
    let fits = |c: &&char| atom.ranges.iter().any(|(a, z)| (a..=z).contains(c));
    let longest = text.iter().take(atom.most).take_while(fits).count();
    (atom.least..=longest).rev().any(|count| {
        let after = text.get(count..).unwrap_or_default();
        all_match(rest, after)
    })
}

fn parse(pattern: &str) -> Option<Vec<Vec<Atom>>> {
    let mut alternatives = vec![Vec::new()];
    let mut chars = pattern.chars().peekable();
    while let Some(next) = chars.next() {
        let ranges = match next {
            '|' => {
                alternatives.push(Vec::new());
                continue;
            }
            '[' => class(&mut chars)?,
            '\\' => escaped(chars.next()?)?,
            '^' | '$' | '.' | '(' | ')' | '*' | '+' | '?' | '{' | '}' | ']' => return None,
            c => vec![(c, c)],
        };
        let (least, most) = count(&mut chars)?;
        alternatives.last_mut()?.push(Atom {
            ranges,
            least,
            most,
        });
    }
    Some(alternatives)
}

/// The class after `[`. A `-` whose ends are not in order is a character.
fn class(chars: &mut Peekable<Chars<'_>>) -> Option<Vec<(char, char)>> {
    let mut ranges = Vec::new();
    if chars.peek() == Some(&'^') {
        return None;
    }
    loop {
        match chars.next()? {
            ']' => return Some(ranges),
            '\\' => ranges.extend(escaped(chars.next()?)?),
            '-' => match (ranges.last().copied(), chars.peek().copied()?) {
                (Some((a, last)), z) if a == last && a <= z && z != ']' && z != '\\' => {
                    chars.next();
                    ranges.push((a, z));
                }
                _ => ranges.push(('-', '-')),
            },
            c => ranges.push((c, c)),
        }
    }
}

fn escaped(c: char) -> Option<Vec<(char, char)>> {
    match c {
        'd' => Some(vec![('0', '9')]),
        c if c.is_ascii_alphanumeric() => None,
        c => Some(vec![(c, c)]),
    }
}

/// The count after an atom: `{6}`, `{1,32}`, `{1,}`, `?`, `*` or `+`; else once.
fn count(chars: &mut Peekable<Chars<'_>>) -> Option<(usize, usize)> {
    let counts = match chars.peek() {
        Some('?') => (0, 1),
        Some('*') => (0, usize::MAX),
        Some('+') => (1, usize::MAX),
        Some('{') => {
            chars.next();
            let text: String = chars.take_while(|c| *c != '}').collect();
            let (least, most) = text.split_once(',').unwrap_or((&text, &text));
            let most = match most {
                "" => usize::MAX,
                most => most.parse().ok()?,
            };
            return Some((least.parse().ok()?, most));
        }
        _ => return Some((1, 1)),
    };
    chars.next();
    Some(counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_text_matches() {
        for (pattern, matching, other) in [
            (r"[0-9]{6}", "123456", "1234567"),
            (r"\d{8}|\d{14}", "20260101123456", "202601011"),
            (r"\d{8}|\d{14}|OnAccept", "OnAccept", "onaccept"),
            (r"[a-zA-Z0-9\|\*_-]{1,128}", "aZ9|*_-", "a b"),
            (r"[a-zA-Z0-9\|-_\*]{1,128}", "aZ9|*_-", "a+"),
            (r"[0-9a-z]+", "a1", ""),
            (r"a?b*c", "bbc", "aac"),
            (r"[a-z]+z", "azz", "aza"),
        ] {
            assert!(matches(pattern, matching), "{pattern} {matching}");
            assert!(!matches(pattern, other), "{pattern} {other}");
        }
    }

    #[test]
    fn a_text_passes_an_expression_that_is_not_understood() {
        for pattern in [r"^a$", r"(a)", r"[^a]", r"\w", "[a", "a{x}", "."] {
            assert!(matches(pattern, "b"), "{pattern}");
        }
    }
}
