//! The code or the command that a misspelt word may mean.

use clap::CommandFactory as _;

use crate::arguments::Arguments;

/// The length from which a word may have two wrong letters.
const LONG: usize = 7;

/// The guess for a text that is only a word, in a sentence.
pub(super) fn of(texts: &[String]) -> Option<String> {
    let [text] = texts else { return None };
    let word = normal(text.trim());
    let is_word = word.chars().all(|c| c.is_ascii_alphanumeric());
    if !is_word || word.len() < 4 {
        return None;
    }
    let codes = wechatpay_client::advice::codes();
    let codes = codes.map(|code| (distance(&word, code), format!("the code `{code}`")));
    let program = Arguments::command();
    let commands = program.get_subcommands().map(|command| {
        let name = command.get_name();
        (
            distance(&word, name),
            format!("the command `wechatpay {name}`"),
        )
    });
    let limit = if word.len() < LONG { 1 } else { 2 };
    let near = codes.chain(commands).filter(|(far, _)| *far <= limit);
    let (_, meant) = near.min_by_key(|(far, _)| *far)?;
    Some(format!("a guess: perhaps {meant} is meant"))
}

fn distance(word: &str, known: &str) -> usize {
    strsim::osa_distance(word, &normal(known))
}

/// The letters and digits, without regard to case, `_` and `-`.
fn normal(word: &str) -> String {
    let letters = word.chars().filter(|c| !matches!(c, '_' | '-'));
    letters.map(|c| c.to_ascii_uppercase()).collect()
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
        ] {
            let expected = format!("a guess: perhaps {expected} is meant");
            assert_eq!(guess(word), Some(expected), "{word}");
        }
        for word in ["", "man", "hello", "payment", "订单", "refnud it"] {
            assert_eq!(guess(word), None, "{word}");
        }
    }
}
