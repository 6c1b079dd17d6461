//! Violations of the rules of a request.

use std::{error, fmt};

use serde_json::Number;

/// A value that breaks a published rule.
///
/// A violation holds no text of the request, and may be logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    pointer: String,
    kind: ViolationKind,
}

/// The rule that a value breaks, with the limit and the length or number that was found. Never with the text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ViolationKind {
    /// A text is too short.
    TooShort {
        /// The length of the text; of a sensitive member, that of its plaintext.
        characters: u64,
        /// The least length.
        least: u64,
    },
    /// A text is too long.
    TooLong {
        /// The length of the text; of a sensitive member, that of its plaintext.
        characters: u64,
        /// The greatest length.
        most: u64,
    },
    /// A number is too small.
    TooSmall {
        /// The number.
        number: Number,
        /// The least number.
        least: i64,
    },
    /// A number is too large.
    TooLarge {
        /// The number.
        number: Number,
        /// The greatest number.
        most: i64,
    },
    /// A list has too few items.
    TooFewItems {
        /// The number of items.
        items: u64,
        /// The least number of items.
        least: u64,
    },
    /// A list has too many items.
    TooManyItems {
        /// The number of items.
        items: u64,
        /// The greatest number of items.
        most: u64,
    },
    /// A text does not match its regular expression.
    Pattern {
        /// The regular expression, for the whole text.
        pattern: String,
    },
    /// A text or a number is none of the listed values: for an enum, its `Unlisted`. WeChat Pay may know the value since a
    /// short time.
    Unlisted,
    /// WeChat Pay cannot send notifications (回调通知) to an address, for these reasons.
    NotifyUrl(Vec<NotifyUrlProblem>),
    /// A member is missing or an empty text, and so are the members that would do in its place.
    Missing {
        /// The names of the other members.
        alternatives: Vec<String>,
    },
    /// An amount is not the sum of its parts. Integers of more than 64 bits are rounded.
    Sum {
        /// The amount.
        amount: i128,
        /// The sum of the parts.
        sum: i128,
        /// The parts, as JSON pointers into the body with `*` for each item of a list, such as
        /// `/cash_fee - /discounts/*/amount`.
        parts: String,
    },
    /// An amount is larger than the amount in another member. Integers of more than 64 bits are rounded.
    Exceeds {
        /// The amount.
        amount: i128,
        /// The other amount.
        most: i128,
        /// The JSON pointer of the other amount.
        limit: String,
    },
    /// A number is not the number of items of a list.
    Count {
        /// The number.
        number: i128,
        /// The number of items.
        items: u64,
        /// The JSON pointer of the list.
        list: String,
    },
    /// The value does not serialize as the body of a request, or is nested too deep to be checked. Holds the message.
    Unserializable(String),
}

/// The reason why WeChat Pay cannot send notifications (回调通知) to an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotifyUrlProblem {
    /// The address has a blank, a control character or an invisible one, perhaps at an end.
    Blank,
    /// The address is no URL.
    NotUrl,
    /// The scheme is not `https`.
    NotHttps,
    /// The address has a user or a password.
    User,
    /// The address has a query (`?…`).
    Query,
    /// The address has a fragment (`#…`).
    Fragment,
    /// The host is neither a name of the internet nor an IP address.
    Host,
    /// The port is 0, or no number up to 65535.
    Port,
    /// The path has a character that must be percent-encoded, or a `%` without two hexadecimal digits.
    Path,
    /// The host is not on the internet: `localhost`, a name without a dot or below a name for inner networks, or an IP
    /// address that is private, link-local, the host's own, or of another special range.
    InnerHost,
}

/// The error of [`Validate::validate`](crate::Validate::validate): all violations of one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidationError {
    violations: Vec<Violation>,
}

impl Violation {
    /// A violation at a place: a JSON pointer (RFC 6901).
    pub fn new(pointer: impl Into<String>, kind: ViolationKind) -> Self {
        Self {
            pointer: pointer.into(),
            kind,
        }
    }

    /// The place, as a JSON pointer (RFC 6901) into the body, such as `/amount/total`.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The rule that is broken.
    #[must_use]
    pub fn kind(&self) -> &ViolationKind {
        &self.kind
    }
}

impl ValidationError {
    /// `Ok` if there is no violation.
    pub(super) fn check(violations: Vec<Violation>) -> Result<(), Self> {
        if violations.is_empty() {
            Ok(())
        } else {
            Err(Self { violations })
        }
    }

    /// The violations in the order of the rules, which for generated types is that of the members. At least one.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }
}

impl From<Violation> for ValidationError {
    fn from(violation: Violation) -> Self {
        Self {
            violations: vec![violation],
        }
    }
}

impl fmt::Display for ValidationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.violations.iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            violation.fmt(f)?;
        }
        Ok(())
    }
}

impl error::Error for ValidationError {}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.pointer {
            "" => f.write_str("the body ")?,
            pointer => write!(f, "`{}` ", pointer.escape_debug())?,
        }
        self.kind.fmt(f)
    }
}

/// The words after the place.
impl fmt::Display for ViolationKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooShort { characters, least } => write!(
                f,
                "has {}: lengthen the text to at least {least}",
                counted(*characters, "character")
            ),
            Self::TooLong { characters, most } => write!(
                f,
                "has {}: shorten the text to at most {most}",
                counted(*characters, "character")
            ),
            Self::TooSmall { number, least } => write!(f, "is {number}: send at least {least}"),
            Self::TooLarge { number, most } => write!(f, "is {number}: send at most {most}"),
            Self::TooFewItems { items, least } => {
                write!(f, "has {}: send at least {least}", counted(*items, "item"))
            }
            Self::TooManyItems { items, most } => {
                write!(f, "has {}: send at most {most}", counted(*items, "item"))
            }
            Self::Pattern { pattern } => {
                write!(f, "does not match `{pattern}`: send a text of this form")
            }
            Self::Unlisted => f.write_str(
                "is unlisted: send a value that the documentation lists, or do not validate if WeChat Pay added the value",
            ),
            Self::NotifyUrl(problems) => {
                let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
                f.write_str(&problems.join(", and "))
            }
            Self::Missing { alternatives } => {
                f.write_str("is missing: send the member")?;
                alternatives
                    .iter()
                    .try_for_each(|name| write!(f, ", or `{name}`"))
            }
            Self::Sum { amount, sum, parts } => {
                write!(f, "is {amount}: send {sum}, which is `{parts}`")
            }
            Self::Exceeds {
                amount,
                most,
                limit,
            } => write!(f, "is {amount}: send at most {most}, the amount of `{limit}`"),
            Self::Count {
                number,
                items,
                list,
            } => write!(f, "is {number}: send {items}, the number of items of `{list}`"),
            Self::Unserializable(message) => match message.strip_prefix("the body ") {
                Some(words) => f.write_str(words),
                None => write!(f, "does not serialize: {message}"),
            },
        }
    }
}

impl fmt::Display for NotifyUrlProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Blank => "has a blank or a control character: remove the character",
            Self::NotUrl => "is no URL: write `https://host/path`, percent-encoded",
            Self::NotHttps => "is not `https`: WeChat Pay sends notifications only by `https`",
            Self::User => "has a user or a password: leave them out",
            Self::Query => "has a query: leave the query out, and tell notifications apart by the path",
            Self::Fragment => "has a fragment: leave the part after `#` out",
            Self::Host => {
                "has no valid host: write a name of letters (a-z), digits and hyphens between dots, a Chinese name as `xn--…`"
            }
            Self::Port => "has no valid port: write a number from 1 to 65535, or no port",
            Self::Path => "has a path that is not percent-encoded: encode the path",
            Self::InnerHost => {
                "is on an inner host, which WeChat Pay cannot reach: give a host that the internet reaches"
            }
        })
    }
}

/// A count with its noun, in the singular or plural.
fn counted(count: u64, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}
