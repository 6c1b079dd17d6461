//! The one function that checks a request against its rules.

use serde_json::Value;

use super::{Check, Comparison, Rule, ValidationError, Violation, ViolationKind, rule::Kind};
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
                let sum = Comparison::Sum {
                    total,
                    added,
                    subtracted,
                };
                self.compare(object, pointer, sum);
            }
            Kind::AtMost(amount, limit) => {
                self.compare(object, pointer, Comparison::AtMost { amount, limit });
            }
            Kind::Count(number, list) => {
                self.compare(object, pointer, Comparison::Count { number, list });
            }
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

    fn compare(&mut self, object: &Value, pointer: &str, comparison: Comparison<'_>) {
        self.violations
            .extend(comparison.violation_in(object, pointer));
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
