//! The code or the command that a misspelt word may mean.

use clap::CommandFactory as _;
use wechatpay_client::advice::{codes, fail_reasons};

use crate::{arguments::Arguments, commands::state::Reported};

/// The length from which a word may have two wrong letters.
const LONG: usize = 7;

/// The length of the longest name that is guessed.
const LONGEST: usize = 64;

/// The known code or fail reason that a misspelt one means. `None` for one that is spelled right, of whatever product.
pub(super) fn name(word: &str) -> Option<&'static str> {
    let (far, known) = nearest(word, codes().chain(fail_reasons()))?;
    (far > 0).then_some(known)
}

/// The guess for a text that is only a word, in a sentence.
pub(super) fn of(texts: &[String]) -> Option<String> {
    let [text] = texts else { return None };
    let word = text.trim();
    let is_word = word
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || is_joint(c));
    if !is_word || word.len() < 4 {
        return None;
    }
    let program = Arguments::command();
    let commands = program.get_subcommands().map(clap::Command::get_name);
    let guesses = [
        nearest(word, codes()).map(|(far, code)| (far, format!("the code `{code}`"))),
        nearest(word, commands).map(|(far, name)| (far, format!("the command `wechatpay {name}`"))),
        nearest(word, Reported::words()).map(|(far, state)| (far, format!("the state `{state}`"))),
    ];
    let guesses = guesses.into_iter().flatten();
    let (_, meant) = guesses.min_by_key(|(far, _)| *far)?;
    Some(format!("a guess: perhaps {meant} is meant"))
}

/// The known name with the fewest other letters, and their number.
fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<(usize, &'k str)> {
    if word.len() > LONGEST {
        return None;
    }
    let word = normal(word);
    let limit = if word.len() < LONG { 1 } else { 2 };
    let known = known.map(|name| (strsim::osa_distance(&word, &normal(name)), name));
    let near = known.filter(|(far, _)| *far <= limit);
    near.min_by_key(|(far, _)| *far)
}

/// The letters and digits, without regard to case, `_` and `-`.
fn normal(word: &str) -> String {
    let letters = word.chars().filter(|c| !is_joint(*c));
    letters.map(|c| c.to_ascii_uppercase()).collect()
}

const fn is_joint(c: char) -> bool {
    matches!(c, '_' | '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_near_word_is_a_guess() {
        let guess = |text: &str| of(&[text.to_owned()]);
        for (word, expected) in [
            ("refnud", "the command `wechatpay refund`"),
            ("Transfr", "the command `wechatpay transfer`"),
            ("sign_eror", "the code `SIGN_ERROR`"),
            ("PARAMEROR", "the code `PARAM_ERROR`"),
            ("TRANSFERRING", "the state `TRANSFERING`"),
        ] {
            let expected = format!("a guess: perhaps {expected} is meant");
            assert_eq!(guess(word), Some(expected), "{word}");
        }
        for word in ["", "man", "hello", "payment", "订单", "refnud it"] {
            assert_eq!(guess(word), None, "{word}");
        }
    }
}
