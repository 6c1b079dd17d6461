//! Checks of one value against the published limits.

use std::fmt::{self, Display};

use serde_json::{Number, Value};

use super::pattern;

/// A check of one value. A check finds no violation in a value of another JSON type.
#[derive(Clone, Copy, Debug)]
pub(super) enum Check<'a> {
    MinLength(u64),
    MaxLength(u64),
    Minimum(i64),
    Maximum(i64),
    MinItems(u64),
    MaxItems(u64),
    Pattern(&'a str),
}

/// The limit that a value breaks, and the length or number that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ViolationKind {
    TooShort { characters: u64, least: u64 },
    TooLong { characters: u64, most: u64 },
    TooSmall { number: Number, least: i64 },
    TooLarge { number: Number, most: i64 },
    TooFewItems { items: u64, least: u64 },
    TooManyItems { items: u64, most: u64 },
    Pattern { pattern: String },
}

impl Check<'_> {
    /// The violation by a value, if there is one. Of a list, only the size is checked.
    pub(super) fn violation_of(self, value: &Value) -> Option<ViolationKind> {
        match value {
            Value::String(text) => self.violation_of_text(text),
            Value::Number(number) => self.violation_of_number(number),
            Value::Array(items) => self.violation_of_size(items.len() as u64),
            _ => None,
        }
    }

    fn violation_of_text(self, text: &str) -> Option<ViolationKind> {
        let characters = text.chars().count() as u64;
        match self {
            Self::MinLength(least) if characters < least => {
                Some(ViolationKind::TooShort { characters, least })
            }
            Self::MaxLength(most) if characters > most => {
                Some(ViolationKind::TooLong { characters, most })
            }
            Self::Pattern(pattern) if !pattern::matches(pattern, text) => {
                let pattern = pattern.to_owned();
                Some(ViolationKind::Pattern { pattern })
            }
            _ => None,
        }
    }

    fn violation_of_number(self, number: &Number) -> Option<ViolationKind> {
        let is_below = |limit: i64| match number.as_i128() {
            Some(integer) => integer < i128::from(limit),
            None => number.as_f64().is_some_and(|found| found < limit as f64),
        };
        let is_above = |limit: i64| match number.as_i128() {
            Some(integer) => integer > i128::from(limit),
            None => number.as_f64().is_some_and(|found| found > limit as f64),
        };
        let number = number.clone();
        match self {
            Self::Minimum(least) if is_below(least) => {
                Some(ViolationKind::TooSmall { number, least })
            }
            Self::Maximum(most) if is_above(most) => Some(ViolationKind::TooLarge { number, most }),
            _ => None,
        }
    }

    fn violation_of_size(self, items: u64) -> Option<ViolationKind> {
        match self {
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

/// The words after the place.
impl Display for ViolationKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooShort { characters, least } => write!(
                f,
                "has {characters} characters: lengthen the text to at least {least}"
            ),
            Self::TooLong { characters, most } => write!(
                f,
                "has {characters} characters: shorten the text to at most {most}"
            ),
            Self::TooSmall { number, least } => write!(f, "is {number}: send at least {least}"),
            Self::TooLarge { number, most } => write!(f, "is {number}: send at most {most}"),
            Self::TooFewItems { items, least } => {
                write!(f, "has {items} items: send at least {least}")
            }
            Self::TooManyItems { items, most } => {
                write!(f, "has {items} items: send at most {most}")
            }
            Self::Pattern { pattern } => {
                write!(f, "does not match `{pattern}`: send a text of this form")
            }
        }
    }
}
