//! The verdict on each check, as it is shown.

use std::io;

use serde::Serialize;

use super::{
    conformance::{Check, Trial},
    effects::Effect,
    judge::Judge,
    reply::Attempt,
    resource::NewNumber,
};
use crate::output::{BOLD, GREEN, RED, YELLOW};

/// The state of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum State {
    Ok,
    Finding,
    /// Nothing wrong was seen, but the user must look at something.
    Note,
    /// The reply is right, and only `--effects` shows the rest.
    Undecided,
    Skipped,
}

/// The verdict on one check.
#[derive(Debug, Serialize)]
pub(crate) struct Verdict {
    name: Check,
    pub(crate) state: State,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    cure: Option<String>,
    replies: Vec<Attempt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    effect: Option<Effect>,
    #[serde(skip)]
    is_proven: bool,
}

/// The order in which the verdicts are shown.
const SHOWN: [Check; 9] = [
    Check::Right,
    Check::SameAgain,
    Check::SignatureProbe,
    Check::WrongSignature,
    Check::AlteredBody,
    Check::OldTimestamp,
    Check::TwoAtOnce,
    Check::WrongAmount,
    Check::OtherSubMerchant,
];

/// Judges all trials.
pub(crate) fn verdicts(trials: Vec<Trial>, number: Option<&NewNumber>) -> Vec<Verdict> {
    let judge = Judge::new(&trials, number);
    let lacks_effects = judge.lacks_effects();
    let judged = SHOWN.map(|check| (check, judge.judge(check)));
    let mut trials = trials;
    let mut verdicts = Vec::new();
    for (check, (state, detail, cure)) in judged {
        let place = trials.iter().position(|trial| trial.check == check);
        let trial = place.map(|place| trials.swap_remove(place));
        let (replies, effect) =
            trial.map_or((Vec::new(), None), |trial| (trial.attempts, trial.effect));
        verdicts.push(Verdict {
            name: check,
            state,
            detail,
            cure,
            replies,
            effect,
            is_proven: check != Check::Right || state != State::Note || !lacks_effects,
        });
    }
    verdicts
}

impl Check {
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Right => "right notification",
            Self::SameAgain => "same again",
            Self::SignatureProbe => "signature probe",
            Self::WrongSignature => "wrong signature",
            Self::AlteredBody => "altered body",
            Self::OldTimestamp => "old timestamp",
            Self::TwoAtOnce => "two at once",
            Self::WrongAmount => "wrong amount",
            Self::OtherSubMerchant => "other sub-merchant",
        }
    }
}

impl Verdict {
    pub(super) const fn title(&self) -> &'static str {
        self.name.title()
    }

    /// False for a right notification that changes nothing.
    pub(crate) const fn is_proven(&self) -> bool {
        self.is_proven
    }

    pub(crate) fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let (style, sign) = match self.state {
            State::Ok => (GREEN, "✓"),
            State::Finding => (RED, "✗"),
            State::Note | State::Undecided => (YELLOW, "!"),
            State::Skipped => (YELLOW, "–"),
        };
        let (title, detail) = (self.name.title(), &self.detail);
        writeln!(out, "{style}{sign}{style:#} {title:<18}  {detail}")?;
        match &self.cure {
            Some(cure) => writeln!(out, "    {BOLD}→{BOLD:#} {cure}"),
            None => Ok(()),
        }
    }
}
