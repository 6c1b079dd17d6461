//! Rules of several members of an object.

use serde::{Deserialize, Serialize};

/// A rule of several members of an object. All members are JSON pointers from the object on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(tag = "check", rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Condition {
    /// An amount is the sum of others. In their pointers, `*` stands for each item of a list.
    Sum {
        /// The amount.
        total: String,
        /// The amounts that are added.
        added: Vec<String>,
        /// The amounts that are subtracted.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        subtracted: Vec<String>,
    },
    /// An amount is not larger than another.
    AtMost {
        /// The amount.
        amount: String,
        /// The other amount.
        limit: String,
    },
    /// A number is the number of items of a list.
    Count {
        /// The number.
        number: String,
        /// The list.
        list: String,
    },
}

impl Condition {
    /// The member that is wrong if the rule is broken.
    #[must_use]
    pub fn pointer(&self) -> &str {
        match self {
            Self::Sum { total, .. } => total,
            Self::AtMost { amount, .. } => amount,
            Self::Count { number, .. } => number,
        }
    }

    /// The pointers of all members of the rule.
    pub fn pointers(&self) -> impl Iterator<Item = &str> {
        let (first, others): (_, Vec<&String>) = match self {
            Self::Sum {
                total,
                added,
                subtracted,
            } => (total, added.iter().chain(subtracted).collect()),
            Self::AtMost { amount, limit } => (amount, vec![limit]),
            Self::Count { number, list } => (number, vec![list]),
        };
        std::iter::once(first).chain(others).map(String::as_str)
    }
}
