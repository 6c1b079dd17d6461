//! The active rules: find the fault of each request and notification.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use wechatpay_client::gateway::{Fault, ScriptedResponse};

use super::{
    FaultError, FaultRule,
    chance::is_drawn,
    known::{Effect, When},
};

/// The most rules that are active at once.
const LIMIT: usize = 100;

/// The active rules, the oldest first. A restart removes them.
#[derive(Default)]
pub(crate) struct Faults {
    active: Mutex<Active>,
}

#[derive(Default)]
struct Active {
    rules: Vec<ActiveFault>,
    /// The number of rules so far.
    added: u64,
}

/// A rule, and how often its fault was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct ActiveFault {
    pub(crate) id: u64,
    #[serde(flatten)]
    pub(crate) rule: FaultRule,
    /// The number of requests or notifications that got the fault.
    pub(crate) used: u32,
    /// The number of requests or notifications that chance has decided about.
    #[serde(skip)]
    decided: u64,
}

impl Faults {
    /// Adds a rule.
    pub(crate) fn add(&self, rule: FaultRule) -> Result<ActiveFault, FaultError> {
        let mut active = self.lock();
        if active.rules.len() == LIMIT {
            return Err(FaultError::new(format!(
                "{LIMIT} faults are active: remove some"
            )));
        }
        active.added += 1;
        let added = ActiveFault {
            id: active.added,
            rule,
            used: 0,
            decided: 0,
        };
        active.rules.push(added.clone());
        Ok(added)
    }

    /// Removes a rule. Returns `false` if it is not active.
    pub(crate) fn remove(&self, id: u64) -> bool {
        let mut active = self.lock();
        let before = active.rules.len();
        active.rules.retain(|rule| rule.id != id);
        active.rules.len() < before
    }

    /// Removes all rules.
    pub(crate) fn clear(&self) {
        self.lock().rules.clear();
    }

    /// All active rules, the oldest first.
    pub(crate) fn list(&self) -> Vec<ActiveFault> {
        self.lock().rules.clone()
    }

    /// The fault that closes the connection before the request is read.
    pub(crate) fn of_unread(&self, method: &str, path: &str) -> Option<FaultRule> {
        self.take(|rule| {
            rule.is_gateway(Fault::DropBeforeRead)
                && rule.is_for_request(When::Before, method, path)
        })
    }

    /// The fault in place of the execution of a request, or before it.
    pub(crate) fn before(&self, method: &str, path: &str) -> Option<FaultRule> {
        self.take(|rule| {
            !rule.is_gateway(Fault::DropBeforeRead)
                && rule.is_for_request(When::Before, method, path)
        })
    }

    /// The fault of the response to a request that was executed.
    pub(crate) fn after(
        &self,
        (method, path): (&str, &str),
        response: &ScriptedResponse,
    ) -> Option<FaultRule> {
        self.take(|rule| {
            rule.is_for_request(When::After, method, path) && rule.can_affect(response)
        })
    }

    /// The fault of an attempt to deliver a notification: of its message, or a delay unless it `is_delayed` already.
    pub(crate) fn of_attempt(
        &self,
        event_type: &str,
        body: &str,
        is_delayed: bool,
    ) -> Option<FaultRule> {
        self.take(|rule| {
            rule.is_for_event(event_type)
                && rule.can_affect_notification(body)
                && match rule.fault.effect {
                    Effect::Duplicate => false,
                    Effect::Delay => !is_delayed,
                    _ => true,
                }
        })
    }

    /// The fault that sends a delivered notification again.
    pub(crate) fn of_delivered(&self, event_type: &str) -> Option<FaultRule> {
        self.take(|rule| rule.is_for_event(event_type) && rule.fault.effect == Effect::Duplicate)
    }

    /// The fault of the oldest rule that fits and whose turn it is. Removes a rule after its last turn.
    fn take(&self, fits: impl Fn(&FaultRule) -> bool) -> Option<FaultRule> {
        let rules = &mut self.lock().rules;
        let mut fitting = rules.iter_mut();
        let index = fitting.position(|active| fits(&active.rule) && active.is_drawn())?;
        let taken = rules.get_mut(index)?;
        taken.used = taken.used.saturating_add(1);
        match taken.rule.count == Some(taken.used) {
            true => Some(rules.remove(index).rule),
            false => Some(taken.rule.clone()),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Active> {
        self.active.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ActiveFault {
    /// Decides by chance about the next request or notification.
    fn is_drawn(&mut self) -> bool {
        let decided = self.decided;
        self.decided += 1;
        is_drawn(self.rule.seed, decided, self.rule.percent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATH: &str = "/v3/refund/domestic/refunds";

    fn faults(rules: &[&str]) -> Faults {
        let faults = Faults::default();
        for rule in rules {
            faults.add(rule.parse().unwrap()).unwrap();
        }
        faults
    }

    fn name(rule: Option<FaultRule>) -> Option<&'static str> {
        rule.map(|rule| rule.fault.name)
    }

    #[test]
    fn the_oldest_rule_that_fits_is_taken_as_often_as_it_says() {
        let faults = faults(&[
            "system-error when=before GET /v3/refund/domestic/refunds/{out_refund_no}",
            "frequency-limited POST count=2",
            "bad-gateway when=before",
        ]);
        let taken = || name(faults.before("POST", PATH));
        assert_eq!(taken(), Some("frequency-limited"));
        let used = faults
            .list()
            .iter()
            .map(|active| active.used)
            .collect::<Vec<_>>();
        assert_eq!(used, [0, 1, 0]);
        assert_eq!(taken(), Some("frequency-limited"));
        assert_eq!(taken(), Some("bad-gateway"));
        let query = "/v3/refund/domestic/refunds/R1";
        assert_eq!(name(faults.before("GET", query)), Some("system-error"));
        let ids: Vec<_> = faults.list().iter().map(|active| active.id).collect();
        assert_eq!(ids, [1, 3]);
        assert!(faults.remove(3));
        assert!(!faults.remove(3));
        assert_eq!(taken(), None);
        faults.clear();
        assert_eq!(faults.list(), []);
    }

    #[test]
    fn a_fault_that_cannot_affect_the_response_is_kept() {
        let faults = faults(&["altered-body count=1"]);
        let after = |response| name(faults.after(("POST", PATH), &response));
        assert_eq!(after(ScriptedResponse::no_content()), None);
        let body = ScriptedResponse::ok(serde_json::json!({}));
        assert_eq!(after(body), Some("altered-body"));
        assert_eq!(faults.list(), []);
    }

    #[test]
    fn the_same_seed_decides_the_same() {
        let decisions = |seed: u64| {
            let faults = faults(&[&format!("frequency-limited percent=30 seed={seed}")]);
            let taken = (0..1_000).map(|_| faults.before("POST", PATH).is_some());
            taken.collect::<Vec<_>>()
        };
        let first = decisions(7);
        assert_eq!(first, decisions(7));
        assert_ne!(first, decisions(8));
        let taken = first.iter().filter(|taken| **taken).count();
        // About 30 of 100.
        assert_eq!(taken, 278);
    }

    #[test]
    fn rules_are_not_added_for_ever() {
        let faults = faults(&["system-error"; LIMIT]);
        let error = faults.add("system-error".parse().unwrap()).unwrap_err();
        assert_eq!(error.to_string(), "100 faults are active: remove some");
    }
}
