//! The state in a response that a user has as a text, without a query.

use serde_json::{Value, value::to_raw_value};

use super::machine::{Kind, Machine, Whose};
use crate::{json::Json, output::printable};

/// A state with its meaning.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Reported {
    /// The command that queries the state.
    command: &'static str,
    /// The Chinese name of the thing.
    thing: &'static str,
    /// The merchant's number of the thing. `None` for a word alone.
    number: Option<String>,
    state: String,
    label: &'static str,
    meaning: &'static str,
}

impl Reported {
    /// Finds the state in a response. `None` if the response has no merchant's number of a thing, or no known state.
    pub(crate) fn of(response: &Value) -> Option<Self> {
        // Most objects of a log are about no such thing.
        let mut numbers = Kind::all()
            .flat_map(|(_, kind)| &kind.modes)
            .flat_map(|mode| &mode.numbers);
        if !numbers.any(|number| response.get(&number.name).is_some()) {
            return None;
        }
        let body = Json::new(&to_raw_value(response).ok()?);
        let mut kinds = Kind::all();
        kinds.find_map(|(command, kind)| Self::of_kind(command, kind, &body))
    }

    /// Finds the states that have this name, of every kind of thing.
    pub(crate) fn of_word(word: &str) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for (command, kind) in Kind::all() {
            for known in machines(kind).flat_map(|machine| machine.named(word)) {
                let reported = Self {
                    command,
                    thing: &kind.label,
                    number: None,
                    state: word.to_owned(),
                    label: &known.label,
                    meaning: &known.meaning,
                };
                if !found.contains(&reported) {
                    found.push(reported);
                }
            }
        }
        found
    }

    /// The names of all states.
    pub(crate) fn words() -> impl Iterator<Item = &'static str> {
        let machines = Kind::all().flat_map(|(_, kind)| machines(kind));
        machines.flat_map(Machine::names)
    }

    fn of_kind(command: &'static str, kind: &'static Kind, body: &Json) -> Option<Self> {
        // The parts of a combined order have states of their own.
        let modes = kind.modes.iter().filter(|mode| mode.parts.is_none());
        let numbers = modes.flat_map(|mode| mode.numbers.iter().map(move |number| (mode, number)));
        let own = numbers.filter(|(_, number)| number.whose == Whose::Merchant);
        let mut machines = own.filter_map(|(mode, number)| {
            let value = body.get(&number.name)?.scalar();
            Some((value.unwrap_or_default(), mode.machine(number)?))
        });
        machines.find_map(|(number, machine)| {
            let values = machine.values_of_thing(body);
            let known = machine.state(&values)?;
            let present = values.iter().map(|(_, value)| &**value);
            let present: Vec<_> = present.filter(|value| !value.is_empty()).collect();
            Some(Self {
                command,
                thing: &kind.label,
                number: Some(number.to_owned()),
                state: present.join("/"),
                label: &known.label,
                meaning: &known.meaning,
            })
        })
    }

    /// The meaning of the word, which is not yet the state of any thing.
    pub(crate) fn meaning_of_word(&self) -> String {
        format!(
            "{} is a state of the {} {}",
            self.state,
            self.thing,
            self.meaning()
        )
    }

    /// The state for people, as `source` tells it. Nobody should act on a text that anybody may have written.
    pub(crate) fn text(&self, source: &str) -> String {
        let (thing, state) = (self.thing, &self.state);
        let number = self.number.as_deref().unwrap_or_default();
        format!(
            "{source} says that the {thing} {} is in the state {state} {}",
            printable(number),
            self.meaning()
        )
    }

    /// The Chinese name of the state, its meaning, and the command that queries it.
    fn meaning(&self) -> String {
        let Self {
            command,
            label,
            meaning,
            ..
        } = self;
        format!(
            "({label}): {meaning} `wechatpay {command} NUMBER` queries the state, and names the next steps"
        )
    }
}

fn machines(kind: &'static Kind) -> impl Iterator<Item = &'static Machine> {
    kind.modes.iter().flat_map(|mode| {
        let numbers = mode.numbers.iter();
        numbers.filter_map(move |number| mode.machine(number))
    })
}
