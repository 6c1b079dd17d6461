//! Judges each check from all replies: a server that is wrong in one way gets one finding.

use super::{
    conformance::{Check, RUN, Trial},
    effects::Effect,
    reply::{Attempt, CONTRADICTORY},
    resource::NewNumber,
    verdict::State,
};

/// The checks of notifications that do not verify. The first of several with the same fault gets the finding.
const FORGED: [Check; 4] = [
    Check::WrongSignature,
    Check::SignatureProbe,
    Check::AlteredBody,
    Check::OldTimestamp,
];

pub(super) type Judgement = (State, String, Option<String>);

pub(super) struct Judge<'a> {
    trials: &'a [Trial],
    /// The number that this run made, which a server may not know.
    number: Option<&'a NewNumber>,
}

impl<'a> Judge<'a> {
    pub(super) const fn new(trials: &'a [Trial], number: Option<&'a NewNumber>) -> Self {
        Self { trials, number }
    }

    pub(super) fn judge(&self, check: Check) -> Judgement {
        if check == Check::Right {
            return self.right();
        }
        let Some(trial) = self.trial(check) else {
            return skipped(
                "not sent, because the right notification takes more than 5 s: mend that first",
            );
        };
        match check {
            Check::SameAgain => self.same_again(trial),
            Check::TwoAtOnce => self.two_at_once(trial),
            Check::WrongAmount => self.not_taken(trial, "amount", "the amount of the order"),
            Check::OtherSubMerchant => self.not_taken(
                trial,
                "sub-merchant",
                "the sub-merchant (子商户号) of the order",
            ),
            _ => self.forged(trial),
        }
    }

    fn trial(&self, check: Check) -> Option<&Trial> {
        self.trials.iter().find(|trial| trial.check == check)
    }

    fn is_effective(&self, check: Check) -> bool {
        self.trial(check).is_some_and(Trial::is_effective)
    }

    /// Tests if the server replies to a right notification as it should.
    fn is_right(&self) -> bool {
        let right = self.trial(Check::Right);
        right.is_some_and(|right| right.attempts.iter().all(Attempt::is_success))
            || self.refuses_repeated().is_some()
    }

    /// The reply to the first notification about the order, if the server took it and refuses every later one. The
    /// first is one of the two at once.
    fn refuses_repeated(&self) -> Option<&Attempt> {
        let refuses = |check| {
            let trial = self.trial(check);
            trial.is_some_and(|trial| !trial.attempts.iter().any(Attempt::is_success))
        };
        let two = self.trial(Check::TwoAtOnce)?;
        let mut taken = two.attempts.iter().filter(|attempt| attempt.is_success());
        let refuses_later = refuses(Check::Right) && refuses(Check::SameAgain);
        taken.next().filter(|_| refuses_later)
    }

    /// Tests if the server accepts signatures without verifying them. Then no check of the signature says more.
    fn accepts_wrong_signatures(&self) -> bool {
        let trial = self.trial(Check::WrongSignature);
        trial.is_some_and(|trial| trial.attempts.iter().any(Attempt::is_accepted))
            || self.is_effective(Check::WrongSignature)
    }

    /// Tests if --effects shows no change at all. Then a check without a change proves nothing.
    pub(super) fn lacks_effects(&self) -> bool {
        let right = self.trial(Check::Right);
        let has_effects = right.is_some_and(|right| right.effect.is_some());
        has_effects && !self.trials.iter().any(Trial::is_effective)
    }

    fn right(&self) -> Judgement {
        let right = self.trial(Check::Right);
        let first = right.and_then(|right| right.attempts.first());
        let Some(attempt) = self.refuses_repeated().or(first) else {
            return skipped("not sent");
        };
        if !attempt.is_success() {
            let detail = format!("{}: WeChat Pay takes this as a failure", attempt.summary());
            return finding(detail, &self.cure_of_right(attempt));
        }
        if attempt.is_contradictory() {
            let detail = format!("{}, but the body says FAIL", attempt.summary());
            return (State::Note, detail, Some(CONTRADICTORY.to_owned()));
        }
        match self.lacks_effects() {
            true => (
                State::Note,
                format!("{}, but --effects shows no change", attempt.summary()),
                Some(
                    "check that the command shows handled orders, and that the order was not handled \
                     before: choose another one with -s out_trade_no=…"
                        .to_owned(),
                ),
            ),
            false => ok(attempt.summary()),
        }
    }

    /// The step after a refused right notification. A server that refuses a wrong signature with another status knows the
    /// keys, and does not know the number.
    fn cure_of_right(&self, attempt: &Attempt) -> String {
        let forged = self.trial(Check::WrongSignature);
        let mut forged = forged.iter().flat_map(|trial| &trial.attempts);
        let is_told_apart = !forged.any(|forged| forged.has_status_of(attempt));
        match self.number.filter(|_| attempt.may_be_of_unknown_number()) {
            Some(number) if is_told_apart && !attempt.is_fault() => number.cure(),
            number => attempt.cure_with(number),
        }
    }

    fn same_again(&self, trial: &Trial) -> Judgement {
        if !self.is_right() {
            return not_right();
        }
        if trial.is_effective() {
            return finding(
                "handled a second time".to_owned(),
                "remember the ID of each notification, and the state of each order, under a unique key; \
                 reply to a repeated one with 200",
            );
        }
        match trial.attempts.first() {
            Some(attempt) if !attempt.is_success() => finding(
                format!("{}: WeChat Pay sends it again", attempt.summary()),
                "reply with 200 to a notification that was handled before",
            ),
            _ if self.lacks_effects() => without_effects(),
            _ => handled_once(trial),
        }
    }

    fn two_at_once(&self, trial: &Trial) -> Judgement {
        if !self.is_right() {
            return not_right();
        }
        if !trial.attempts.iter().any(Attempt::is_success) {
            return finding(
                format!("{}: neither is taken", summaries(trial)),
                "let one of two notifications at the same time succeed",
            );
        }
        match trial.effect.as_ref().map(Effect::count) {
            Some(Some(2..)) if self.is_effective(Check::SameAgain) => skipped(
                "not judged, because the server handles repeated notifications: mend that first",
            ),
            Some(Some(2..)) => finding(
                "handled twice".to_owned(),
                "lock the order, or insert the ID under a unique key, before the order is handled",
            ),
            Some(None) if trial.is_effective() => (
                State::Undecided,
                format!(
                    "{}; the text of --effects does not tell how often",
                    summaries(trial)
                ),
                Some("let --effects print a number".to_owned()),
            ),
            Some(_) if !trial.is_effective() => self.without_effect_of_two(),
            _ => handled_once(trial),
        }
    }

    /// Two at once show nothing if an earlier check handled the order, which is a finding of its own.
    fn without_effect_of_two(&self) -> Judgement {
        let before = RUN
            .into_iter()
            .take_while(|check| *check != Check::TwoAtOnce);
        let mut before = before.filter(|check| self.is_effective(*check));
        match before.next() {
            Some(check) => skipped(&format!(
                "not judged, because the server handled this order in the check `{}`: mend that first",
                check.title()
            )),
            None => without_effects(),
        }
    }

    /// A notification that no key of WeChat Pay signed in this form.
    fn forged(&self, trial: &Trial) -> Judgement {
        let is_accepted = trial.attempts.iter().any(Attempt::is_accepted);
        let is_taken = is_accepted || trial.is_effective();
        if is_taken && trial.check != Check::WrongSignature && self.accepts_wrong_signatures() {
            return skipped(
                "not judged, because the server accepts wrong signatures: mend that first",
            );
        }
        if is_taken {
            return taken(trial);
        }
        if !self.is_right() {
            return not_right();
        }
        match unclear(trial) {
            Some(attempt) => self.unclear(trial.check, attempt),
            None => ok(format!("refused: {}", summaries(trial))),
        }
    }

    /// A reply that neither accepts nor refuses a forged notification. The first check with one names the others.
    fn unclear(&self, check: Check, attempt: &Attempt) -> Judgement {
        let is_unclear = |check: &Check| self.trial(*check).is_some_and(is_unclear);
        let mut all = FORGED.into_iter().filter(is_unclear);
        match all.next() {
            Some(first) if first != check => {
                return skipped(&format!(
                    "not judged, see {}: mend that first",
                    first.title()
                ));
            }
            _ => {}
        }
        let others: Vec<_> = all.map(Check::title).collect();
        let also = match others.is_empty() {
            true => String::new(),
            false => format!("; the same for {}", others.join(", ")),
        };
        finding(
            format!("{}: neither accepted nor refused{also}", attempt.summary()),
            "reply with 401 to a notification that does not verify",
        )
    }

    /// A notification with the right signature that is not about the order.
    fn not_taken(&self, trial: &Trial, subject: &str, own: &str) -> Judgement {
        if trial.attempts.is_empty() {
            return skipped(&format!("the resource has no {subject}"));
        }
        if trial.is_effective() {
            return finding(
                format!("taken: --effects shows a change with another {subject}"),
                &format!("compare {own} with your own record before you handle a notification"),
            );
        }
        if !self.is_right() {
            return not_right();
        }
        let is_accepted = trial.attempts.iter().any(Attempt::is_accepted);
        match (&trial.effect, is_accepted) {
            (Some(_), true) if self.lacks_effects() => without_effects(),
            (Some(_), _) => ok(format!("not taken: {}", summaries(trial))),
            (None, false) if trial.attempts.iter().all(Attempt::is_refused) => {
                ok(format!("refused: {}", summaries(trial)))
            }
            (None, false) => ok(format!("not taken: {}", summaries(trial))),
            (None, true) => undecided(format!(
                "{}: replied as to a success: check that the order was not taken",
                summaries(trial)
            )),
        }
    }
}

/// The finding of a forged notification that the server took, by its reply or by its effect.
fn taken(trial: &Trial) -> Judgement {
    let attempts = trial.attempts.iter();
    let accepted: Vec<_> = attempts.filter(|attempt| attempt.is_accepted()).collect();
    let labels = accepted.iter().filter_map(|attempt| attempt.label);
    let labels: Vec<_> = labels.collect();
    let detail = match (accepted.first(), labels.is_empty()) {
        (Some(attempt), true) => format!("accepted: {}", attempt.summary()),
        (Some(_), false) => format!("accepted: {}", labels.join(", ")),
        (None, _) => "refused, but --effects shows a change".to_owned(),
    };
    let says_fail = accepted.iter().all(|attempt| attempt.is_contradictory());
    match says_fail && !trial.is_effective() {
        true => finding(
            format!("{detail}, though the body says FAIL"),
            CONTRADICTORY,
        ),
        false => finding(detail, cure(trial.check)),
    }
}

/// The first reply of a check that neither accepts nor refuses. `None` if one accepts.
fn unclear(trial: &Trial) -> Option<&Attempt> {
    let is_accepted = trial.attempts.iter().any(Attempt::is_accepted);
    let mut attempts = trial.attempts.iter();
    let found = attempts.find(|attempt| !attempt.is_refused());
    found.filter(|_| !is_accepted && !trial.is_effective())
}

fn is_unclear(trial: &Trial) -> bool {
    unclear(trial).is_some()
}

fn cure(check: Check) -> &'static str {
    match check {
        Check::SignatureProbe => {
            "let the verification fail, as for any wrong signature: WECHATPAY/SIGNTEST/ is no exception"
        }
        Check::AlteredBody => {
            "verify the bytes of the body as they arrive, before any JSON is read"
        }
        Check::OldTimestamp => "refuse a Wechatpay-Timestamp that is more than 5 minutes off",
        _ => {
            "verify the signature of each notification, and reply with 401 if it is wrong or missing"
        }
    }
}

fn ok(detail: String) -> Judgement {
    (State::Ok, detail, None)
}

fn finding(detail: String, cure: &str) -> Judgement {
    (State::Finding, detail, Some(cure.to_owned()))
}

fn skipped(detail: &str) -> Judgement {
    (State::Skipped, detail.to_owned(), None)
}

fn without_effects() -> Judgement {
    skipped("not judged, because --effects shows no change after a right notification")
}

fn not_right() -> Judgement {
    skipped("not judged, because the right notification fails too: mend that first")
}

fn summaries(trial: &Trial) -> String {
    let summaries: Vec<_> = trial.attempts.iter().map(Attempt::summary).collect();
    summaries.join(", ")
}

/// The verdict on replies that are right. Only an effect shows if the order was handled once.
fn handled_once(trial: &Trial) -> Judgement {
    let summaries = summaries(trial);
    match trial.effect {
        Some(_) => ok(format!("{summaries}, handled once")),
        None => undecided(format!(
            "{summaries}; only --effects shows if it is handled once"
        )),
    }
}

fn undecided(detail: String) -> Judgement {
    let cure = "give --effects COMMAND, which prints the number of handled orders";
    (State::Undecided, detail, Some(cure.to_owned()))
}
