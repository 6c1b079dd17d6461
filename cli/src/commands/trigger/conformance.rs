//! `wechatpay trigger --conformance`: sends the notifications of all checks, and keeps the replies.

use std::cell::Cell;

use serde::Serialize;
use serde_json::{Value, json};
use wechatpay_client::{
    SignatureHeader,
    bytes::Bytes,
    gateway::{Fault, NotificationSigner},
    http::Request,
};

use super::{
    effects::{Effect, Effects},
    reply::Attempt,
    resource::{with_other_sub_merchant, with_wrong_amount},
    target::{Silence, Target},
};
use crate::failure::{Exit, Failure, Result};

/// A check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Check {
    Right,
    SameAgain,
    SignatureProbe,
    WrongSignature,
    AlteredBody,
    OldTimestamp,
    TwoAtOnce,
    WrongAmount,
    OtherSubMerchant,
}

/// The order in which the checks run. A server handles an order once, so the notifications that it must not take come
/// before the right ones, and of these the two at once come first.
pub(super) const RUN: [Check; 9] = [
    Check::WrongSignature,
    Check::SignatureProbe,
    Check::AlteredBody,
    Check::OldTimestamp,
    Check::WrongAmount,
    Check::OtherSubMerchant,
    Check::TwoAtOnce,
    Check::Right,
    Check::SameAgain,
];

/// The notifications of one check, their replies and their effect.
#[derive(Debug)]
pub(crate) struct Trial {
    pub(crate) check: Check,
    /// Empty if the resource has nothing that the check changes.
    pub(crate) attempts: Vec<Attempt>,
    /// `None` without `--effects`.
    pub(crate) effect: Option<Effect>,
}

impl Trial {
    /// Tests if the server did something.
    pub(crate) fn is_effective(&self) -> bool {
        self.effect.as_ref().is_some_and(Effect::is_some)
    }

    pub(crate) fn is_slow(&self) -> bool {
        self.attempts.iter().any(Attempt::is_slow)
    }
}

/// Sends the notifications of the checks.
pub(crate) struct Conformance<'a> {
    pub(crate) signer: &'a NotificationSigner,
    pub(crate) target: &'a Target,
    pub(crate) event_type: &'a str,
    pub(crate) original_type: &'a str,
    pub(crate) resource: &'a Value,
    pub(crate) effects: Option<&'a Effects>,
    /// A request has reached the server.
    pub(crate) is_reached: Cell<bool>,
}

impl Conformance<'_> {
    /// Runs the checks.
    pub(crate) async fn run(&self) -> Result<Vec<Trial>> {
        let trials = self.trials().await;
        trials.map_err(|failure| match self.is_reached.get() {
            // Such as that of --effects. The exit code of a configuration would say that nothing happened.
            true => failure.with_exit(Exit::Findings),
            false => failure,
        })
    }

    /// Runs the checks. Ends early if a right notification takes too long, because each further one would too.
    async fn trials(&self) -> Result<Vec<Trial>> {
        let right = self.body(self.resource)?;
        let mut trials: Vec<Trial> = Vec::new();
        let mut was_right_sent = false;
        for check in RUN {
            if check != Check::Right || !was_right_sent {
                trials.push(self.trial(check, &right).await?);
            }
            let mut is_too_slow = trials.last().is_some_and(Trial::is_slow);
            was_right_sent |= check == Check::Right;
            if is_too_slow && !was_right_sent {
                let trial = self.trial(Check::Right, &right).await?;
                is_too_slow = trial.is_slow();
                trials.push(trial);
                was_right_sent = true;
            }
            if is_too_slow && was_right_sent {
                break;
            }
        }
        Ok(trials)
    }

    async fn trial(&self, check: Check, right: &Bytes) -> Result<Trial> {
        let is_expected = matches!(check, Check::Right | Check::TwoAtOnce);
        let before = match self.effects {
            Some(effects) => Some(effects.read().await?),
            None => None,
        };
        let attempts = match check {
            Check::TwoAtOnce => self.two_at_once().await?,
            check => self.one_by_one(self.requests(check, right)?).await?,
        };
        let effect = match (self.effects, before) {
            (Some(effects), Some(before)) if !attempts.is_empty() => {
                Some(effects.after(before, is_expected).await?)
            }
            _ => None,
        };
        Ok(Trial {
            check,
            attempts,
            effect,
        })
    }

    /// The requests of a check, each with its kind if there are several.
    fn requests(&self, check: Check, right: &Bytes) -> Result<Vec<Labelled>> {
        let signer = self.signer;
        let faulty =
            |fault| -> Result<_> { Ok(signer.sign_with_fault(self.body(self.resource)?, fault)?) };
        let changed = |resource: Option<Value>| -> Result<_> {
            let requests = resource
                .map(|resource| -> Result<_> { Ok((None, signer.sign(self.body(&resource)?)?)) });
            requests.into_iter().collect()
        };
        Ok(match check {
            Check::Right | Check::SameAgain => vec![(None, signer.sign(right.clone())?)],
            Check::SignatureProbe => vec![(None, faulty(Fault::SignatureProbe)?)],
            Check::WrongSignature => vec![
                (
                    Some("signature of another message"),
                    faulty(Fault::WrongSignature)?,
                ),
                (
                    Some("no Wechatpay-Signature"),
                    faulty(Fault::MissingHeader(SignatureHeader::Signature))?,
                ),
            ],
            Check::AlteredBody => vec![
                (Some("another member"), self.altered(with_other_summary)?),
                (Some("other white space"), self.altered(with_white_space)?),
                (Some("no JSON any more"), faulty(Fault::AlteredBody)?),
            ],
            Check::OldTimestamp => vec![(None, faulty(Fault::StaleTimestamp)?)],
            Check::WrongAmount => changed(with_wrong_amount(self.resource))?,
            Check::OtherSubMerchant => changed(with_other_sub_merchant(self.resource))?,
            Check::TwoAtOnce => Vec::new(),
        })
    }

    async fn one_by_one(&self, requests: Vec<Labelled>) -> Result<Vec<Attempt>> {
        let mut attempts = Vec::new();
        for (label, request) in requests {
            attempts.push(self.send(label, request).await?);
        }
        Ok(attempts)
    }

    /// Sends one notification twice on two connections at the same time.
    async fn two_at_once(&self) -> Result<Vec<Attempt>> {
        let body = self.body(self.resource)?;
        let (first, second) = (self.signer.sign(body.clone())?, self.signer.sign(body)?);
        let (first, second) = tokio::join!(self.send(None, first), self.send(None, second));
        Ok(vec![first?, second?])
    }

    /// Sends a notification; a failure if no server can be reached. A server that was reached before has ended, maybe by a
    /// check: the report shows by which.
    async fn send(&self, label: Option<&'static str>, request: Request<Bytes>) -> Result<Attempt> {
        match self.target.send(request).await {
            Err(Silence::Unreachable { error, .. }) if self.is_reached.get() => {
                let error = format!("the server ended during the checks: {error}");
                Ok(Attempt::new(label, Err(Silence::Closed(error))))
            }
            Err(Silence::Unreachable { error, cure }) => {
                Err(Failure::configuration(error).cure(cure))
            }
            result => {
                self.is_reached.set(true);
                Ok(Attempt::new(label, result))
            }
        }
    }

    fn body(&self, resource: &Value) -> Result<Bytes> {
        let signer = self.signer;
        Ok(signer.body(self.event_type, self.original_type, resource)?)
    }

    /// A request whose body is changed after signing, and is JSON still.
    fn altered(&self, change: fn(&mut Value) -> String) -> Result<Request<Bytes>> {
        let (head, body) = self.signer.sign(self.body(self.resource)?)?.into_parts();
        let mut body: Value = serde_json::from_slice(&body).map_err(Failure::configuration)?;
        Ok(Request::from_parts(head, change(&mut body).into()))
    }
}

type Labelled = (Option<&'static str>, Request<Bytes>);

fn with_other_summary(body: &mut Value) -> String {
    if let Some(members) = body.as_object_mut() {
        members.insert("summary".to_owned(), json!("altered"));
    }
    body.to_string()
}

fn with_white_space(body: &mut Value) -> String {
    format!("{body:#}")
}
