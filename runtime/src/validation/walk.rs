//! The one function that checks a request against its rules.

use serde_json::Value;

use super::{Check, Rule, ValidationError, Violation, ViolationKind, rule::Kind};
use crate::json::pointer_below;

/// The plaintexts of the texts that stand for sensitive members.
pub(crate) trait Plaintexts {
    /// The plaintext that a text stands for. `None` if the text stands for itself.
    fn plaintext(&self, text: &str) -> Option<&str>;
}

/// Checks a JSON value against rules, and finds all violations.
pub(crate) fn check(
    value: &Value,
    rules: &[Rule],
    plaintexts: &dyn Plaintexts,
) -> Result<(), ValidationError> {
    let mut walk = Walk {
        plaintexts,
        violations: Vec::new(),
    };
    walk.object(value, "", rules);
    ValidationError::check(walk.violations)
}

struct Walk<'a> {
    plaintexts: &'a dyn Plaintexts,
    violations: Vec<Violation>,
}

impl Walk<'_> {
    /// An object, or each object of a list.
    fn object(&mut self, value: &Value, pointer: &str, rules: &[Rule]) {
        if let Value::Array(items) = value {
            for (index, item) in items.iter().enumerate() {
                self.object(item, &pointer_below(pointer, index), rules);
            }
            return;
        }
        for rule in rules {
            self.rule(value, pointer, &rule.0);
        }
    }

    fn rule(&mut self, object: &Value, pointer: &str, rule: &Kind) {
        match *rule {
            Kind::Member(name, checks) => {
                if let Some(member) = object.get(name) {
                    self.value(member, &pointer_below(pointer, name), checks);
                }
            }
            Kind::Within(name, rules) => {
                if let Some(member) = object.get(name) {
                    self.object(member, &pointer_below(pointer, name), rules);
                }
            }
            Kind::AnyOf(names) => self.any_of(object, pointer, names),
            Kind::Sum(total, added, subtracted) => {
                self.sum(object, pointer, total, added, subtracted);
            }
            Kind::AtMost(amount, limit) => self.at_most(object, pointer, amount, limit),
            Kind::Count(number, list) => self.count(object, pointer, number, list),
        }
    }

    /// A value and the items of a list, against all checks at once, so that the violations are in the order of the items.
    fn value(&mut self, value: &Value, pointer: &str, checks: &[Check<'_>]) {
        for check in checks {
            let plaintext = value
                .as_str()
                .and_then(|text| self.plaintexts.plaintext(text));
            let found = match plaintext {
                Some(text) => check.violation_of_text(text),
                None => check.violation_of(value),
            };
            self.report(pointer, found);
        }
        self.items(value, pointer, checks);
    }

    /// The items of a list. The checks of sizes are for the list of the member, not for a list in the list.
    fn items(&mut self, value: &Value, pointer: &str, checks: &[Check<'_>]) {
        for (index, item) in value.as_array().into_iter().flatten().enumerate() {
            let pointer = pointer_below(pointer, index);
            if item.is_array() {
                self.items(item, &pointer, checks);
            } else {
                self.value(item, &pointer, checks);
            }
        }
    }

    fn any_of(&mut self, object: &Value, pointer: &str, names: &[&str]) {
        let Some((name, others)) = names.split_first() else {
            return;
        };
        if !names.iter().any(|name| self.has(object, name)) {
            let alternatives = others.iter().map(|&name| name.to_owned()).collect();
            self.report(
                &pointer_below(pointer, name),
                Some(ViolationKind::Missing { alternatives }),
            );
        }
    }

    fn sum(
        &mut self,
        object: &Value,
        pointer: &str,
        total: &str,
        added: &[&str],
        subtracted: &[&str],
    ) {
        let find = |pointers: &[&str]| -> Vec<i128> {
            let found = pointers.iter().map(|pointer| integers(object, pointer));
            found.flatten().collect()
        };
        let (plus, minus) = (find(added), find(subtracted));
        let Some(amount) = integer(object, total) else {
            return;
        };
        let total_of = |parts: &[i128]| parts.iter().copied().fold(0, i128::saturating_add);
        let sum = total_of(&plus).saturating_sub(total_of(&minus));
        if amount != sum && !(plus.is_empty() && minus.is_empty()) {
            let whole = |part: &&str| format!("{pointer}{part}");
            let added = added.iter().map(whole).collect::<Vec<_>>().join(" + ");
            let subtracted = subtracted.iter().map(whole);
            let subtracted: String = subtracted.map(|part| format!(" - {part}")).collect();
            let parts = added + &subtracted;
            self.report(
                &format!("{pointer}{total}"),
                Some(ViolationKind::Sum { amount, sum, parts }),
            );
        }
    }

    fn at_most(&mut self, object: &Value, pointer: &str, amount_at: &str, limit_at: &str) {
        let (amount, most) = (integer(object, amount_at), integer(object, limit_at));
        let (Some(amount), Some(most)) = (amount, most) else {
            return;
        };
        if amount > most {
            let limit = format!("{pointer}{limit_at}");
            self.report(
                &format!("{pointer}{amount_at}"),
                Some(ViolationKind::Exceeds {
                    amount,
                    most,
                    limit,
                }),
            );
        }
    }

    fn count(&mut self, object: &Value, pointer: &str, number_at: &str, list_at: &str) {
        let list = object.pointer(list_at).and_then(Value::as_array);
        let (Some(number), Some(list)) = (integer(object, number_at), list) else {
            return;
        };
        let items = list.len() as u64;
        if number != i128::from(items) {
            let list = format!("{pointer}{list_at}");
            self.report(
                &format!("{pointer}{number_at}"),
                Some(ViolationKind::Count {
                    number,
                    items,
                    list,
                }),
            );
        }
    }

    /// Tests if an object has a member that says something: neither `null` nor an empty text.
    fn has(&self, object: &Value, name: &str) -> bool {
        match object.get(name) {
            None | Some(Value::Null) => false,
            Some(Value::String(text)) => {
                let plaintext = self.plaintexts.plaintext(text);
                !plaintext.unwrap_or(text).is_empty()
            }
            Some(_) => true,
        }
    }

    fn report(&mut self, pointer: &str, found: Option<ViolationKind>) {
        let found = found.map(|kind| Violation::new(pointer, kind));
        self.violations.extend(found);
    }
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
