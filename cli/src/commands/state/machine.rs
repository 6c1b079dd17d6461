//! The state machines: the states of orders and their like, and the next steps, as data of `states.json`.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::{Deserialize, Serialize};

use crate::json::Json;

static DATA: LazyLock<Data> = LazyLock::new(|| {
    // A test reads the data.
    serde_json::from_str(include_str!("states.json")).unwrap_or_default()
});

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    kinds: BTreeMap<String, Kind>,
    machines: BTreeMap<String, Machine>,
}

/// A kind of thing that has states, such as an order.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kind {
    /// The Chinese name.
    pub(super) label: String,
    pub(super) modes: Vec<Mode>,
}

/// The operations of one sort of merchant or product, such as those of service providers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mode {
    pub(super) name: String,
    machine: String,
    /// The numbers that the thing can be asked for by.
    pub(super) numbers: Vec<Number>,
    /// The parameters of the queries with a fixed value.
    #[serde(default)]
    pub(super) fixed: BTreeMap<String, String>,
    /// The member of the response with the parts of the thing, which have the states.
    #[serde(default)]
    pub(super) parts: Option<String>,
    /// The operations of the next steps.
    steps: BTreeMap<String, String>,
}

/// A number, and the query by that number.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Number {
    /// The parameter of the query.
    pub(super) name: String,
    /// The Chinese name.
    pub(super) label: String,
    pub(super) whose: Whose,
    pub(super) operation: String,
    #[serde(default)]
    form: Option<Form>,
    /// The state machine, if the query responds with something else than those of the mode.
    #[serde(default)]
    machine: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Whose {
    Merchant,
    WeChatPay,
}

/// The form of WeChat Pay's numbers: digits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    length: usize,
    prefixes: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Machine {
    /// The members that make the state together, each by its path.
    fields: Vec<String>,
    states: Vec<State>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct State {
    /// The values of the fields. An empty text is an absent field; a field that is not named has any value.
    when: BTreeMap<String, Vec<String>>,
    pub(super) label: String,
    pub(super) meaning: String,
    /// The state changes only by a further request of the merchant, if at all.
    #[serde(default, rename = "final")]
    pub(super) is_final: bool,
    #[serde(default)]
    pub(super) waits_for: Option<Party>,
    pub(super) next: Vec<Step>,
}

/// The party that acts next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Party {
    User,
    Merchant,
    WeChatPay,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    /// A step of the mode, if the step is an operation.
    #[serde(default)]
    pub(super) step: Option<String>,
    /// The step is the request of the first time, sent again: nobody else has its values.
    #[serde(default)]
    pub(super) repeat: bool,
    /// The members that have a new value in the request of the step.
    #[serde(default)]
    pub(super) new: Vec<String>,
    /// The members whose values the response has under other names, each with the path there.
    #[serde(default)]
    pub(super) from: BTreeMap<String, String>,
    /// The members that the pages of WeChat Pay demand of the step, but not the facts.
    #[serde(default)]
    pub(super) demanded: Vec<String>,
    pub(super) text: String,
}

impl Kind {
    pub(super) fn find(name: &str) -> Option<&'static Self> {
        DATA.kinds.get(name)
    }

    /// All kinds, each with its name.
    pub(super) fn all() -> impl Iterator<Item = (&'static str, &'static Self)> {
        DATA.kinds.iter().map(|(name, kind)| (&**name, kind))
    }

    pub(super) fn mode(&self, name: &str) -> Option<&Mode> {
        self.modes.iter().find(|mode| mode.name == name)
    }
}

impl Mode {
    /// The operation of a step, as `METHOD /path`. `None` if this mode has no such operation.
    pub(super) fn step(&self, name: &str) -> Option<&str> {
        self.steps.get(name).map(String::as_str)
    }

    /// The states of the responses to a query by this number.
    pub(super) fn machine(&self, number: &Number) -> Option<&'static Machine> {
        let name = number.machine.as_ref().unwrap_or(&self.machine);
        DATA.machines.get(name)
    }
}

impl Number {
    /// Tests if a number has the form of WeChat Pay's numbers.
    pub(super) fn has_form(&self, number: &str) -> bool {
        self.form.as_ref().is_some_and(|form| {
            let mut prefixes = form.prefixes.iter();
            number.len() == form.length
                && number.bytes().all(|byte| byte.is_ascii_digit())
                && prefixes.any(|prefix| number.starts_with(&**prefix))
        })
    }
}

impl Machine {
    /// The values of the fields in a response, each with its path. An absent field has an empty value.
    pub(super) fn values(&self, body: &Json) -> Vec<(&str, String)> {
        let value = |path: &String| text(body, path).unwrap_or_default();
        let fields = self.fields.iter();
        fields.map(|path| (&**path, value(path))).collect()
    }

    /// The values of the fields in the object that has the state, each with its path in a response.
    pub(super) fn values_of_thing(&self, thing: &Json) -> Vec<(&str, String)> {
        let inside = |path: &String| match self.path_of_thing() {
            Some(parent) => Some(path.strip_prefix(parent)?.strip_prefix('.')?.to_owned()),
            None => Some(path.to_owned()),
        };
        let value = |path: &String| text(thing, &inside(path)?);
        let fields = self.fields.iter();
        fields
            .map(|path| (&**path, value(path).unwrap_or_default()))
            .collect()
    }

    /// The object with the state: the body, or the object inside that the path of the first field leads to.
    pub(super) fn thing<'a>(&self, body: &'a Json) -> &'a Json {
        let thing = self.path_of_thing().and_then(|path| at(body, path));
        thing.unwrap_or(body)
    }

    /// The path of the object inside of a response that has the state. `None` if the response has it.
    fn path_of_thing(&self) -> Option<&str> {
        let (path, _) = self.fields.first()?.rsplit_once('.')?;
        Some(path)
    }

    /// The states that have this value of the first field. Further fields tell them apart.
    pub(super) fn named(&self, value: &str) -> impl Iterator<Item = &State> {
        let first = self.fields.first();
        self.states.iter().filter(move |state| {
            let values = first.and_then(|first| state.when.get(first));
            values.is_some_and(|values| values.iter().any(|known| known == value))
        })
    }

    /// The names of the states: the values of the first field.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let first = self.fields.first();
        let values = self
            .states
            .iter()
            .filter_map(move |state| state.when.get(first?));
        values.flatten().map(String::as_str)
    }

    /// The state with these values. `None` if the data does not know the state.
    pub(super) fn state(&self, values: &[(&str, String)]) -> Option<&State> {
        let has_values = |state: &&State| {
            values.iter().all(|(path, value)| {
                let expected = state.when.get(*path);
                expected.is_none_or(|expected| expected.contains(value))
            })
        };
        self.states.iter().find(has_values)
    }
}

/// The value at a path of member names with dots. A list on the path must have only one entry.
pub(super) fn at<'a>(body: &'a Json, path: &str) -> Option<&'a Json> {
    let mut names = path.split('.');
    names.try_fold(body, |value, name| match value.as_array() {
        Some([only]) => only.get(name),
        Some(_) => None,
        None => value.get(name),
    })
}

/// The text, number or truth value at a path of member names with dots.
pub(super) fn text(body: &Json, path: &str) -> Option<String> {
    at(body, path)?.scalar().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use wechatpay_endpoints::{
        facts,
        facts::{Location, Operation, Type},
    };

    use super::*;

    fn data() -> Data {
        serde_json::from_str(include_str!("states.json")).unwrap()
    }

    fn operation(text: &str) -> &'static Operation {
        let (method, path) = text.split_once(' ').unwrap();
        let operation = facts().operation(method, path);
        operation.unwrap_or_else(|| panic!("the facts have no {text}"))
    }

    /// The listed values at a path of the response; `None` if the facts list none.
    fn listed(operation: &Operation, path: &str) -> Option<Vec<String>> {
        let product = &operation.product;
        let mut ty = operation.response_type().unwrap().clone();
        for name in path.split('.') {
            if let Type::Array(item) = ty {
                ty = *item;
            }
            let members = facts().members(product, &ty).unwrap();
            let field = members.iter().find(|field| field.name == name);
            ty = field
                .unwrap_or_else(|| panic!("{operation} has no {path}"))
                .ty
                .clone();
        }
        let Type::Enum(name) = ty else { return None };
        let values = &facts().products[product].enums[&name].values;
        Some(
            values
                .iter()
                .map(|value| value.as_str().unwrap().to_owned())
                .collect(),
        )
    }

    #[test]
    fn every_operation_and_number_is_one_of_the_facts() {
        let data = data();
        for (kind, mode) in data
            .kinds
            .iter()
            .flat_map(|(name, kind)| kind.modes.iter().map(move |mode| (name, mode)))
        {
            for number in &mode.numbers {
                let operation = operation(&number.operation);
                let mut parameters = operation.params.iter();
                assert!(
                    parameters.any(|parameter| parameter.field.name == number.name),
                    "{kind}: {operation} has no {}",
                    number.name
                );
                for name in mode.fixed.keys() {
                    assert!(
                        operation
                            .params_in(Location::Query)
                            .any(|field| field.name == *name)
                    );
                }
            }
            for step in mode.steps.values() {
                operation(step);
            }
        }
    }

    #[test]
    fn every_step_is_an_operation_of_a_mode_and_every_mode_uses_its_steps() {
        let data = data();
        for (kind, mode) in data
            .kinds
            .iter()
            .flat_map(|(name, kind)| kind.modes.iter().map(move |mode| (name, mode)))
        {
            let used: Vec<_> = mode
                .numbers
                .iter()
                .flat_map(|number| {
                    &data.machines[number.machine.as_ref().unwrap_or(&mode.machine)].states
                })
                .flat_map(|state| state.next.iter().filter_map(|step| step.step.clone()))
                .collect();
            for step in mode.steps.keys() {
                assert!(
                    used.contains(step),
                    "{kind} {}: {step} is unused",
                    mode.name
                );
            }
        }
        for (name, machine) in &data.machines {
            for step in machine
                .states
                .iter()
                .flat_map(|state| state.next.iter().filter_map(|step| step.step.as_ref()))
            {
                let mut modes = data.kinds.values().flat_map(|kind| &kind.modes);
                assert!(
                    modes.any(|mode| mode.steps.contains_key(step)
                        && mode.numbers.iter().any(|number| number
                            .machine
                            .as_ref()
                            .unwrap_or(&mode.machine)
                            == name)),
                    "{name}: no mode has {step}"
                );
            }
        }
    }

    #[test]
    fn every_listed_value_of_every_query_is_a_known_state() {
        let data = data();
        for mode in data.kinds.values().flat_map(|kind| &kind.modes) {
            for number in &mode.numbers {
                let operation = operation(&number.operation);
                let machine = &data.machines[number.machine.as_ref().unwrap_or(&mode.machine)];
                for field in &machine.fields {
                    let path = mode
                        .parts
                        .iter()
                        .chain([field])
                        .cloned()
                        .collect::<Vec<_>>();
                    let Some(values) = listed(operation, &path.join(".")) else {
                        continue;
                    };
                    for value in values {
                        let known = machine.states.iter().any(|state| {
                            state
                                .when
                                .get(field)
                                .is_some_and(|when| when.contains(&value))
                        });
                        assert!(known, "{operation}: {field} {value}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_repeat_and_a_new_number_are_told_apart() {
        let data = data();
        let states = data.machines.values().flat_map(|machine| &machine.states);
        for step in states.flat_map(|state| &state.next) {
            let text = &step.text;
            let Some(name) = &step.step else {
                assert!(!step.repeat && step.new.is_empty(), "{text}");
                continue;
            };
            assert_eq!(step.repeat, text.contains("the same parameters"), "{text}");
            assert!(!step.repeat || step.new.is_empty(), "{text}");
            let number = text.split_once("a new out_").map(|(_, rest)| {
                let is_part = |c: char| c.is_ascii_lowercase() || c == '_';
                let end = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
                format!("out_{}", &rest[..end])
            });
            let is_new = number.is_none_or(|number| step.new.contains(&number));
            assert!(is_new, "{text}");
            let makes_thing = ["refund", "transfer", "create"].contains(&&**name);
            assert!(
                !makes_thing || step.repeat || !step.new.is_empty(),
                "{text}"
            );
        }
    }

    #[test]
    fn a_state_is_final_or_waits_for_somebody() {
        for state in data().machines.values().flat_map(|machine| &machine.states) {
            assert_ne!(state.is_final, state.waits_for.is_some(), "{}", state.label);
        }
    }

    #[test]
    fn a_state_of_several_fields_is_known_only_with_known_values() {
        let data = data();
        let payscore = &data.machines["payscore"];
        let label = |body: Value| {
            let body = Json::new(&serde_json::value::to_raw_value(&body).unwrap());
            let state = payscore.state(&payscore.values(&body));
            state.map(|state| state.label.clone())
        };
        assert_eq!(
            label(json!({ "state": "DOING", "state_description": "USER_CONFIRM" })).as_deref(),
            Some("服务订单进行中（用户确认）")
        );
        assert_eq!(label(json!({ "state": "DOING" })), None);
        assert_eq!(
            label(json!({ "state": "DOING", "state_description": "NEW" })),
            None
        );
        assert_eq!(label(json!({ "state": ["DONE"] })), None);
    }
}
