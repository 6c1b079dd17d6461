//! Rules of an object.

use super::Check;

/// A rule of an object: the checks of a member, the rules of the objects in it, or a rule of several members.
///
/// A member that is missing breaks no rule but [`any_of`](Self::any_of).
#[derive(Debug, Clone, Copy)]
pub struct Rule(pub(super) Kind);

#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Member(&'static str, &'static [Check<'static>]),
    Within(&'static str, &'static [Rule]),
    AnyOf(&'static [&'static str]),
    Sum(
        &'static str,
        &'static [&'static str],
        &'static [&'static str],
    ),
    AtMost(&'static str, &'static str),
    Count(&'static str, &'static str),
}

impl Rule {
    /// Checks a member. If the member is a list, the checks of texts and numbers are for each item.
    #[must_use]
    pub const fn member(name: &'static str, checks: &'static [Check<'static>]) -> Self {
        Self(Kind::Member(name, checks))
    }

    /// Gives rules to the object in a member. If the member is a list, the rules are for each item.
    #[must_use]
    pub const fn within(name: &'static str, rules: &'static [Self]) -> Self {
        Self(Kind::Within(name, rules))
    }

    /// Requires a member, or another one in its place. An empty text counts as missing, and so does `null`. The first name
    /// is the place of the violation.
    #[must_use]
    pub const fn any_of(names: &'static [&'static str]) -> Self {
        Self(Kind::AnyOf(names))
    }

    /// Requires that `total` is the sum of the integers `added`, less those `subtracted`. All are JSON pointers from the
    /// object on, with `*` for each item of a list. A part that is missing counts as 0, and
    /// so does an empty list; without any part nothing is required.
    #[must_use]
    pub const fn sum(
        total: &'static str,
        added: &'static [&'static str],
        subtracted: &'static [&'static str],
    ) -> Self {
        Self(Kind::Sum(total, added, subtracted))
    }

    /// Requires that the integer `amount` is at most the integer `limit`. Both are JSON pointers from the object on.
    #[must_use]
    pub const fn at_most(amount: &'static str, limit: &'static str) -> Self {
        Self(Kind::AtMost(amount, limit))
    }

    /// Requires that the integer `number` is the number of items of `list`. Both are JSON pointers from the object on.
    #[must_use]
    pub const fn count(number: &'static str, list: &'static str) -> Self {
        Self(Kind::Count(number, list))
    }
}
