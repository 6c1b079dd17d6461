//! Checks of one value.

use std::cmp::Ordering;

use regex_lite::Regex;
use serde_json::{Number, Value};

use super::{ViolationKind, notify_url};

/// A check of one value. For a list, [`MinItems`](Self::MinItems) and [`MaxItems`](Self::MaxItems) check the list; all
/// other checks look at each item, also in a list within the list.
///
/// A check finds no fault with a value of another JSON type: a length is no property of a number.
///
/// ```
/// use serde_json::json;
/// use wechatpay_client::validation::{Check, ViolationKind};
///
/// let found = Check::MaxLength(2).violation_of(&json!("笔墨纸"));
/// assert_eq!(found, Some(ViolationKind::TooLong { characters: 3, most: 2 }));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Check<'a> {
    /// The text has at least this many characters.
    MinLength(u64),
    /// The text has at most this many characters.
    MaxLength(u64),
    /// The number is at least this one.
    Minimum(i64),
    /// The number is at most this one.
    Maximum(i64),
    /// The list has at least this many items.
    MinItems(u64),
    /// The list has at most this many items.
    MaxItems(u64),
    /// The whole text matches this regular expression, in the [syntax of `regex-lite`](https://docs.rs/regex-lite/latest/regex_lite/#syntax).
    /// `\d` and `\w` are ASCII. Every text passes an invalid expression, since WeChat Pay checks the text anyway.
    Pattern(&'a str),
    /// The text is one of these.
    Listed(&'a [&'a str]),
    /// The number is one of these.
    ListedNumbers(&'a [i64]),
    /// The text is an address to which WeChat Pay can send notifications (回调通知): `https`, on a host that the internet
    /// reaches, with a percent-encoded path, without a blank, a user, a query or a fragment. A port is allowed.
    ///
    /// No name is resolved: a public name passes, even if its address is private.
    NotifyUrl,
}

impl Check<'_> {
    /// The violation by a value, if there is one. Of a list, only the number of items is checked.
    #[must_use]
    pub fn violation_of(&self, value: &Value) -> Option<ViolationKind> {
        match value {
            Value::String(text) => self.violation_of_text(text),
            Value::Number(number) => self.violation_of_number(number),
            Value::Array(items) => self.violation_of_size(items.len()),
            _ => None,
        }
    }

    pub(super) fn violation_of_text(&self, text: &str) -> Option<ViolationKind> {
        match *self {
            Self::MinLength(least) => {
                let characters = characters(text);
                (characters < least).then_some(ViolationKind::TooShort { characters, least })
            }
            Self::MaxLength(most) => {
                let characters = characters(text);
                (characters > most).then_some(ViolationKind::TooLong { characters, most })
            }
            Self::Pattern(pattern) => (!matches(pattern, text)).then(|| ViolationKind::Pattern {
                pattern: pattern.to_owned(),
            }),
            Self::Listed(texts) => (!texts.contains(&text)).then_some(ViolationKind::Unlisted),
            Self::NotifyUrl => {
                let problems = notify_url::problems(text);
                (!problems.is_empty()).then_some(ViolationKind::NotifyUrl(problems))
            }
            Self::Minimum(_)
            | Self::Maximum(_)
            | Self::MinItems(_)
            | Self::MaxItems(_)
            | Self::ListedNumbers(_) => None,
        }
    }

    fn violation_of_number(&self, number: &Number) -> Option<ViolationKind> {
        match *self {
            Self::Minimum(least) if compare(number, least)?.is_lt() => {
                let number = number.clone();
                Some(ViolationKind::TooSmall { number, least })
            }
            Self::Maximum(most) if compare(number, most)?.is_gt() => {
                let number = number.clone();
                Some(ViolationKind::TooLarge { number, most })
            }
            Self::ListedNumbers(numbers) => {
                let is_listed = numbers
                    .iter()
                    .any(|listed| compare(number, *listed).is_some_and(Ordering::is_eq));
                (!is_listed).then_some(ViolationKind::Unlisted)
            }
            _ => None,
        }
    }

    fn violation_of_size(&self, items: usize) -> Option<ViolationKind> {
        let items = items as u64;
        match *self {
            Self::MinItems(least) if items < least => {
                Some(ViolationKind::TooFewItems { items, least })
            }
            Self::MaxItems(most) if items > most => {
                Some(ViolationKind::TooManyItems { items, most })
            }
            _ => None,
        }
    }
}

/// Tests if the whole text matches an expression, or the expression is invalid.
fn matches(pattern: &str, text: &str) -> bool {
    // By itself first, because `a)|(b` is valid only between the signs around it. Compiling takes some microseconds, and
    // signing the request a thousand: a cache would save nothing.
    let whole = Regex::new(pattern).and_then(|_| {
        // A comment at the end of the expression, which `(?x)` allows, would hide the sign behind it.
        let lines = || Regex::new(&format!("\\A(?:{pattern}\n)\\z"));
        Regex::new(&format!(r"\A(?:{pattern})\z")).or_else(|_| lines())
    });
    whole.map_or(true, |whole| whole.is_match(text))
}

fn characters(text: &str) -> u64 {
    text.chars().count() as u64
}

fn compare(number: &Number, limit: i64) -> Option<Ordering> {
    match number.as_i128() {
        Some(integer) => Some(integer.cmp(&limit.into())),
        // No limit is so large that it loses digits here.
        None => number.as_f64()?.partial_cmp(&(limit as f64)),
    }
}
