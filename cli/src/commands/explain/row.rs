//! A row of an explanation: an entry of the advice, for people and programs.

use std::io;

use serde::Serialize;
use wechatpay_client::advice::{Action, Advice, Place, Subject};

use crate::output::{BOLD, YELLOW};

/// An entry of the advice, with the clue that found it.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Row {
    pub(super) by: &'static str,
    pub(super) key: String,
    label: Option<&'static str>,
    /// The number of the entry, if a message found the entry and the text has no number.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u64>,
    /// The code of the entry, if a message found the entry and the text has no code.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    product: Option<String>,
    role: Option<&'static str>,
    place: &'static str,
    action: &'static str,
    action_text: String,
    causes: Vec<String>,
    steps: Vec<String>,
    earlier_request_may_exist: bool,
    /// The warning for people.
    #[serde(skip)]
    warning: Option<&'static str>,
    query: Option<&'static str>,
    sources: Vec<&'static str>,
}

impl Row {
    pub(super) fn of(advice: &Advice) -> Self {
        let (mut number, mut code) = (None, None);
        // A number or a code that the text does not have is no clue.
        let (by, key) = match (advice.subject(), advice.words()) {
            (Subject::Number(own), Some(words)) => {
                number = Some(own);
                ("message", words.to_owned())
            }
            (Subject::Code(own), Some(words)) => {
                code = Some(own);
                ("message", words.to_owned())
            }
            (Subject::Message(_), Some(words)) => ("message", words.to_owned()),
            (subject, _) => clue(subject),
        };
        Self {
            by,
            key,
            label: advice.label(),
            number,
            code,
            product: advice.product().map(str::to_owned),
            role: advice.role().map(|role| role.name()),
            place: advice.place().name(),
            action: advice.action().name(),
            action_text: action_text(advice),
            causes: advice.causes(),
            steps: advice.steps(),
            earlier_request_may_exist: advice.earlier_request_may_exist(),
            warning: advice
                .earlier_request_may_exist()
                .then(|| warning(advice.action())),
            query: advice.query(),
            sources: advice.sources(),
        }
    }

    fn says_the_same(&self, other: &Self) -> bool {
        let texts = |row: &Self| (row.causes.clone(), row.steps.clone());
        let place = |row: &Self| (row.place, row.action, row.role, row.query);
        // Numbers and labels are errors of their own.
        let error = |row: &Self| (row.label, row.number, row.earlier_request_may_exist);
        let is_number = |row: &Self| matches!(row.by, "number" | "range");
        !is_number(self)
            && !is_number(other)
            && texts(self) == texts(other)
            && place(self) == place(other)
            && error(self) == error(other)
    }

    fn add_product(&mut self, product: Option<String>) {
        self.product = match (self.product.take(), product) {
            (Some(known), Some(product)) if known.split(", ").any(|known| known == product) => {
                Some(known)
            }
            (Some(known), Some(product)) => Some(format!("{known}, {product}")),
            _ => None,
        };
    }

    pub(super) fn write(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let by = match self.by {
            "range" => "number",
            "fail_reason" => "fail reason",
            by => by,
        };
        write!(out, "{BOLD}{by} {}{BOLD:#}", self.key)?;
        self.write_entry(out)?;
        for cause in &self.causes {
            writeln!(out, "  - {cause}")?;
        }
        writeln!(out, "  {BOLD}→ {}{BOLD:#}", self.action_text)?;
        for step in &self.steps {
            writeln!(out, "    {step}")?;
        }
        if let Some(warning) = self.warning {
            writeln!(out, "  {YELLOW}!{YELLOW:#} {warning}")?;
        }
        match self.query {
            Some(query) => writeln!(out, "    {query}"),
            None => Ok(()),
        }
    }

    /// Writes the rest of the heading: the entry behind the clue.
    fn write_entry(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let label = self.label.filter(|label| *label != self.key);
        let role = self.role.map(|role| match role {
            "partner" => "service provider",
            role => role,
        });
        let parts = [
            self.number.map(|number| format!("(number {number})")),
            self.code.map(|code| format!("(code {code})")),
            label.map(str::to_owned),
            self.product.clone(),
            role.map(|role| format!("({role})")),
        ];
        for part in parts.into_iter().flatten() {
            write!(out, "  {part}")?;
        }
        writeln!(out)
    }
}

/// The rows, with those that say the same in one: under all their products, or under none if one is about every product.
pub(super) fn merged(rows: impl IntoIterator<Item = Row>) -> Vec<Row> {
    let mut merged: Vec<Row> = Vec::new();
    for row in rows {
        match merged.iter_mut().find(|known| known.says_the_same(&row)) {
            Some(known) => known.add_product(row.product),
            None => merged.push(row),
        }
    }
    merged
}

/// The step in words. A notification is no request that somebody could repeat.
fn action_text(advice: &Advice) -> String {
    match (advice.place(), advice.action()) {
        (Place::Notification, Action::None) => "nothing is wrong: nothing to do".to_owned(),
        (_, action) => action.to_string(),
    }
}

/// The kind and the text of a clue.
fn clue(subject: Subject) -> (&'static str, String) {
    match subject {
        Subject::Number(number) => ("number", number.to_string()),
        Subject::NumberOf(_, number) => ("range", number.to_string()),
        Subject::Code(code) => ("code", code.to_owned()),
        Subject::Message(message) => ("message", message.to_owned()),
        Subject::Status(status) => ("status", status.to_string()),
        Subject::FailReason(reason) => ("fail_reason", reason.to_owned()),
        Subject::State(state) => ("state", state.to_owned()),
        Subject::Symptom(symptom) => ("symptom", symptom.to_owned()),
        _ => ("other", String::new()),
    }
}

/// The warning that an earlier request may have been executed, in agreement with the action.
const fn warning(action: Action) -> &'static str {
    match action {
        Action::RepeatSame => {
            "the request may have been executed: never repeat it with another number before a query"
        }
        Action::None => "an earlier request with this number was executed: do not send another",
        _ => {
            "an earlier request with this number may have been executed: query before you send anything"
        }
    }
}

#[cfg(test)]
mod tests {
    use wechatpay_client::advice::Clues;

    use super::*;

    #[test]
    fn rows_that_say_the_same_are_one_under_all_their_products() {
        let row = |product: Option<&str>| {
            let advice = Clues::new().with_code("NOT_ENOUGH").advice();
            let row = Row::of(advice.first().unwrap());
            let product = product.map(str::to_owned);
            Row { product, ..row }
        };
        let products = |products: &[Option<&str>]| -> Vec<_> {
            let rows = products.iter().map(|product| row(*product));
            let rows = merged(rows).into_iter();
            rows.map(|row| row.product.unwrap_or_default()).collect()
        };
        assert_eq!(products(&[Some("a"), Some("b"), Some("a")]), ["a, b"]);
        assert_eq!(products(&[Some("a"), None, Some("b")]), [""]);
        let other = Clues::new().with_code("ORDERPAID").advice();
        let other = Row::of(other.first().unwrap());
        assert_eq!(merged([row(None), other]).len(), 2);
    }
}
