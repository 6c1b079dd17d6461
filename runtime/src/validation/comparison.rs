//! Rules that compare several members of an object.

use serde_json::Value;

use super::{Violation, ViolationKind};

/// A rule of several members. All members are JSON pointers from the object on; see the rules of [`Rule`](super::Rule)
/// with the same names. Not public API: only `wechatpay-endpoints` checks rules that it reads at run time.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
#[allow(
    clippy::exhaustive_enums,
    reason = "not public API, and made by another crate"
)]
pub enum Comparison<'a> {
    /// See [`Rule::sum`](super::Rule::sum).
    Sum {
        /// The amount.
        total: &'a str,
        /// The amounts that are added.
        added: &'a [&'a str],
        /// The amounts that are subtracted.
        subtracted: &'a [&'a str],
    },
    /// See [`Rule::at_most`](super::Rule::at_most).
    AtMost {
        /// The amount.
        amount: &'a str,
        /// The other amount.
        limit: &'a str,
    },
    /// See [`Rule::count`](super::Rule::count).
    Count {
        /// The number.
        number: &'a str,
        /// The list.
        list: &'a str,
    },
}

impl Comparison<'_> {
    /// Compares the members of an object, whose place in the body is `pointer`.
    #[must_use]
    pub fn violation_in(self, object: &Value, pointer: &str) -> Option<Violation> {
        let (place, kind) = match self {
            Self::Sum {
                total,
                added,
                subtracted,
            } => (total, sum(object, pointer, total, (added, subtracted))?),
            Self::AtMost { amount, limit } => (amount, at_most(object, pointer, amount, limit)?),
            Self::Count { number, list } => (number, count(object, pointer, number, list)?),
        };
        Some(Violation::new(format!("{pointer}{place}"), kind))
    }
}

fn sum(
    object: &Value,
    pointer: &str,
    total: &str,
    (added, subtracted): (&[&str], &[&str]),
) -> Option<ViolationKind> {
    let find = |pointers: &[&str]| -> Vec<i128> {
        let found = pointers.iter().map(|pointer| integers(object, pointer));
        found.flatten().collect()
    };
    let (plus, minus) = (find(added), find(subtracted));
    let amount = integer(object, total)?;
    let total_of = |parts: &[i128]| parts.iter().copied().fold(0, i128::saturating_add);
    let sum = total_of(&plus).saturating_sub(total_of(&minus));
    let has_parts = !(plus.is_empty() && minus.is_empty());
    let mut lists = added.iter().chain(subtracted);
    if amount == sum || !has_parts && !lists.any(|list| is_empty_list(object, list)) {
        return None;
    }
    let whole = |part: &&str| format!("{pointer}{part}");
    let added = added.iter().map(whole).collect::<Vec<_>>().join(" + ");
    let subtracted = subtracted.iter().map(whole);
    let subtracted: String = subtracted.map(|part| format!(" - {part}")).collect();
    let parts = added + &subtracted;
    Some(ViolationKind::Sum { amount, sum, parts })
}

fn at_most(
    object: &Value,
    pointer: &str,
    amount_at: &str,
    limit_at: &str,
) -> Option<ViolationKind> {
    let (amount, most) = (integer(object, amount_at)?, integer(object, limit_at)?);
    (amount > most).then(|| ViolationKind::Exceeds {
        amount,
        most,
        limit: format!("{pointer}{limit_at}"),
    })
}

fn count(object: &Value, pointer: &str, number_at: &str, list_at: &str) -> Option<ViolationKind> {
    let list = object.pointer(list_at)?.as_array()?;
    let number = integer(object, number_at)?;
    let items = list.len() as u64;
    (number != i128::from(items)).then(|| ViolationKind::Count {
        number,
        items,
        list: format!("{pointer}{list_at}"),
    })
}

/// The integer at a pointer.
fn integer(object: &Value, pointer: &str) -> Option<i128> {
    let number = object.pointer(pointer)?.as_number()?;
    number
        .as_i128()
        .or_else(|| beyond_64_bits(number.as_f64()?))
}

/// An integer of more than 64 bits, which `serde_json` reads as a floating-point number: rounded, and at most `i128::MAX`.
fn beyond_64_bits(number: f64) -> Option<i128> {
    (number.abs() >= 2_f64.powi(63)).then_some(number as i128)
}

/// The integers at a pointer in which `*` stands for each item of a list.
fn integers(value: &Value, pointer: &str) -> Vec<i128> {
    match pointer.split_once("/*") {
        None => integer(value, pointer).into_iter().collect(),
        Some((list, rest)) => {
            let items = value.pointer(list).and_then(Value::as_array);
            let items = items.into_iter().flatten();
            items.flat_map(|item| integers(item, rest)).collect()
        }
    }
}

/// Tests if a pointer in which `*` stands for each item of a list leads to a list without items.
fn is_empty_list(value: &Value, pointer: &str) -> bool {
    let list = pointer.split_once("/*").map(|(list, _)| list);
    let list = list.and_then(|list| value.pointer(list)?.as_array());
    list.is_some_and(Vec::is_empty)
}
