//! Regular expressions of the facts: characters, classes, repetitions and alternatives. No dependency, since the facts
//! have no other form, and no backtracking, since the time grows only with the text.

/// A repeated character of a class.
struct Atom {
    /// The ranges of characters, both ends included.
    ranges: Vec<(char, char)>,
    is_negated: bool,
    least: usize,
    most: usize,
}

/// Tests if the whole text matches. `None` if the expression has another form.
pub(super) fn matches(pattern: &str, text: &str) -> Option<bool> {
    let pattern = pattern.strip_prefix('^').unwrap_or(pattern);
    let pattern = pattern.strip_suffix('$').unwrap_or(pattern);
    let text: Vec<_> = text.chars().collect();
    let mut rest = pattern.chars().collect::<Vec<_>>().into_iter().peekable();
    let mut alternatives = vec![Vec::new()];
    while let Some(letter) = rest.next() {
        if letter == '|' {
            alternatives.push(Vec::new());
            continue;
        }
        alternatives
            .last_mut()?
            .push(Atom::read(letter, &mut rest)?);
    }
    Some(alternatives.iter().any(|atoms| matches_all(atoms, &text)))
}

type Letters = std::iter::Peekable<std::vec::IntoIter<char>>;

impl Atom {
    fn read(letter: char, rest: &mut Letters) -> Option<Self> {
        let (ranges, is_negated) = match letter {
            '[' => class(rest)?,
            '\\' => (escaped(rest.next()?)?, false),
            '.' => (Vec::new(), true),
            '(' | ')' | ']' | '{' | '}' | '?' | '*' | '+' | '^' | '$' => return None,
            letter => (vec![(letter, letter)], false),
        };
        let (least, most) = repetition(rest)?;
        Some(Self {
            ranges,
            is_negated,
            least,
            most,
        })
    }

    fn has(&self, letter: char) -> bool {
        let mut ranges = self.ranges.iter();
        ranges.any(|(first, last)| (*first..=*last).contains(&letter)) != self.is_negated
    }
}

/// Tests if the atoms match the text from its begin to its end.
fn matches_all(atoms: &[Atom], text: &[char]) -> bool {
    // The places up to which the atoms before can match.
    let mut reached: Vec<_> = (0..=text.len()).map(|place| place == 0).collect();
    for atom in atoms {
        let mut next = vec![false; reached.len()];
        let starts = reached.iter().enumerate();
        for (start, _) in starts.filter(|(_, is_reached)| **is_reached) {
            let letters = text.iter().skip(start).take(atom.most);
            let length = letters.take_while(|letter| atom.has(**letter)).count();
            let ends = next.iter_mut().skip(start).take(length + 1);
            ends.skip(atom.least).for_each(|end| *end = true);
        }
        reached = next;
    }
    reached.last() == Some(&true)
}

/// The ranges of a class after its `[`, and if the class is negated.
fn class(rest: &mut Letters) -> Option<(Vec<(char, char)>, bool)> {
    let is_negated = rest.next_if_eq(&'^').is_some();
    let mut ranges = Vec::new();
    loop {
        let first = match rest.next()? {
            ']' => return Some((ranges, is_negated)),
            '\\' => {
                let letter = rest.next()?;
                match &*escaped(letter)? {
                    [(first, last)] if first == last => *first,
                    many => {
                        ranges.extend(many);
                        continue;
                    }
                }
            }
            letter => letter,
        };
        let mut ahead = rest.clone();
        let last = ahead.next_if_eq(&'-').and_then(|_| ahead.next());
        match last {
            // A range that ends before it begins, as in `[|-_]`, is three characters.
            Some(last) if last != ']' && last != '\\' && first <= last => {
                ranges.push((first, last));
                *rest = ahead;
            }
            _ => ranges.push((first, first)),
        }
    }
}

/// The ranges of the character after a backslash.
fn escaped(letter: char) -> Option<Vec<(char, char)>> {
    match letter {
        'd' => Some(vec![('0', '9')]),
        'w' => Some(vec![('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]),
        letter if letter.is_ascii_alphanumeric() => None,
        letter => Some(vec![(letter, letter)]),
    }
}

/// The least and the greatest number of repetitions.
fn repetition(rest: &mut Letters) -> Option<(usize, usize)> {
    let range = match rest.peek() {
        Some('?') => (0, 1),
        Some('*') => (0, usize::MAX),
        Some('+') => (1, usize::MAX),
        Some('{') => {
            rest.next();
            let mut inside = String::new();
            while let Some(letter) = rest.next_if(|letter| *letter != '}') {
                inside.push(letter);
            }
            match inside.split_once(',') {
                None => (inside.parse().ok()?, inside.parse().ok()?),
                Some((least, "")) => (least.parse().ok()?, usize::MAX),
                Some((least, most)) => (least.parse().ok()?, most.parse().ok()?),
            }
        }
        _ => return Some((1, 1)),
    };
    rest.next()?;
    // A lazy or possessive repetition.
    if matches!(rest.peek(), Some('?' | '+' | '*' | '{')) {
        return None;
    }
    Some(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_text_matches() {
        for (pattern, text, expected) in [
            (r"\d{8}|\d{14}", "20250101", true),
            (r"\d{8}|\d{14}", "20250101120000", true),
            (r"\d{8}|\d{14}", "202501011200", false),
            (r"\d{8}|\d{14}", "", false),
            (r"\d{8}|\d{14}|OnAccept", "OnAccept", true),
            (r"\d{8}|\d{14}|OnAccept", "OnAccept ", false),
            (r"[0-9]{6}", "123456", true),
            (r"[0-9]{6}", "１２３４５６", false),
            (r"[0-9A-Za-z]+", "Az09", true),
            (r"[0-9A-Za-z]+", "A_", false),
            (r"[0-9A-Za-z_|*@-]+", "Az09_|*@-", true),
            (r"[0-9A-Za-z_|*@-]+", "A.", false),
            (r"[a-zA-Z0-9\|\*_-]{1,128}", "a|B*9_-", true),
            (r"[a-zA-Z0-9\|\*_-]{1,128}", "", false),
            (r"[a-zA-Z0-9\|\*_-]{1,128}", "a.b", false),
            (r"[a-zA-Z0-9\|-_\*]{1,128}", "a|-_*", true),
            (r"[a-zA-Z0-9\|-_\*]{1,128}", "~", false),
            (r"^a+b?c*$", "aabccc", true),
            (r"^a+b?c*$", "bc", false),
            (r"a{2,}", "aaa", true),
            (r"a{2,}", "a", false),
            (r"a{2,3}a", "aaa", true),
            (r"[^0-9]\w.", "-_商", true),
            (r"[^0-9]\w.", "0_商", false),
            (r"1\.0", "1x0", false),
            ("", "", true),
            ("", "a", false),
        ] {
            assert_eq!(matches(pattern, text), Some(expected), "{pattern} {text}");
        }
    }

    #[test]
    fn an_expression_of_another_form_is_not_judged() {
        for pattern in [
            "(a|b)", "a**", "a+?", "[a", "a{x}", "a{1", r"\b", "*", r"a\", "a{2", "]",
        ] {
            assert_eq!(matches(pattern, "a"), None, "{pattern}");
        }
    }

    #[test]
    fn a_long_text_takes_no_long_time() {
        let text = "a".repeat(2_000);
        let pattern = "a*".repeat(20) + "b";
        assert_eq!(matches(&pattern, &text), Some(false));
    }
}
