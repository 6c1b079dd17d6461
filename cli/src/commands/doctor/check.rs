//! Checks and their results.

use std::{borrow::Cow, fmt};

use serde::Serialize;

use crate::{
    command_line::with_flags,
    failure::Failure,
    library_text::of_the_doctor,
    missing::{self, Setting},
};

/// A check: its stable name, and its result.
#[derive(Debug, Serialize)]
pub(super) struct Check {
    pub(super) name: &'static str,
    #[serde(flatten)]
    pub(super) result: CheckResult,
}

/// The result of a check.
#[derive(Debug, Clone, Serialize)]
pub(super) struct CheckResult {
    pub(super) state: State,
    /// The fact that was found, or the reason why the check did not run.
    pub(super) detail: String,
    /// The steps to mend a finding.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) to_do: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum State {
    Ok,
    Finding,
    /// The check did not run.
    Skipped,
}

/// The checks that ran, in their order.
#[derive(Debug, Default)]
pub(super) struct Checks(Vec<Check>);

impl CheckResult {
    pub(super) fn ok(detail: impl fmt::Display) -> Self {
        Self::new(State::Ok, detail)
    }

    pub(super) fn finding(detail: impl fmt::Display) -> Self {
        Self::new(State::Finding, detail)
    }

    pub(super) fn skipped(reason: impl fmt::Display) -> Self {
        Self::new(State::Skipped, reason)
    }

    /// The finding of a setting that is not given.
    pub(super) fn missing(setting: Setting) -> Self {
        missing::failure(&[setting], &[]).into()
    }

    /// A finding of a text in the library's form `what is wrong: what to do`.
    pub(super) fn diagnosis(text: &str) -> Self {
        match text.split_once(": ") {
            Some((detail, to_do)) => Self::finding(detail).with_step(to_do),
            None => Self::finding(text),
        }
    }

    /// Adds a step to mend the finding.
    pub(super) fn with_step(mut self, step: impl Into<String>) -> Self {
        self.to_do.push(of_the_doctor(&step.into()));
        self
    }

    fn new(state: State, detail: impl fmt::Display) -> Self {
        Self {
            state,
            detail: of_the_doctor(&detail.to_string()),
            to_do: Vec::new(),
        }
    }
}

impl From<Failure> for CheckResult {
    fn from(failure: Failure) -> Self {
        let cures = failure.cures().to_vec().into_iter();
        cures.fold(Self::finding(failure), Self::with_step)
    }
}

impl Checks {
    pub(super) fn push(&mut self, name: &'static str, result: CheckResult) {
        self.0.push(Check { name, result });
    }

    /// Replaces the result of a check that ran.
    pub(super) fn replace(&mut self, name: &str, result: CheckResult) {
        if let Some(check) = self.0.iter_mut().find(|check| check.name == name) {
            check.result = result;
        }
    }

    /// Adds the result of a check that needs earlier checks. If one of these is not right, the check does not run.
    pub(super) fn push_after(
        &mut self,
        name: &'static str,
        needed: &[&str],
        check: impl FnOnce() -> CheckResult,
    ) {
        let result = self.obstacle(needed).unwrap_or_else(check);
        self.push(name, result);
    }

    pub(super) fn is_in_state(&self, name: &str, state: State) -> bool {
        self.in_state(state).any(|other| other == name)
    }

    pub(super) fn count(&self, state: State) -> usize {
        self.in_state(state).count()
    }

    /// The checks, with the flags in the commands of their steps.
    pub(super) fn into_list(mut self, flags: &str) -> Vec<Check> {
        let results = self.0.iter_mut().map(|check| &mut check.result);
        for step in results.flat_map(|result| &mut result.to_do) {
            *step = with_flags(step, flags);
        }
        self.0
    }

    fn in_state(&self, state: State) -> impl Iterator<Item = &'static str> {
        let checks = self.0.iter();
        checks
            .filter(move |check| check.result.state == state)
            .map(|check| check.name)
    }

    /// The result of a check whose needed checks are not all right.
    fn obstacle(&self, needed: &[&str]) -> Option<CheckResult> {
        let mut checks = self.0.iter();
        let obstacle =
            checks.find(|check| needed.contains(&check.name) && check.result.state != State::Ok)?;
        let reason = match obstacle.result.state {
            State::Skipped => Cow::Borrowed(&*obstacle.result.detail),
            _ => Cow::Owned(must_be_right_first(obstacle.name)),
        };
        Some(CheckResult::skipped(reason))
    }
}

/// The reason of a check that needs another.
pub(super) fn must_be_right_first(name: &str) -> String {
    format!("`{name}` must be right first")
}
