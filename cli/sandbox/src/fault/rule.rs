//! A rule: a fault, the requests or notifications that have it, and how often.

use std::str::FromStr;

use serde::{Serialize, Serializer};
use wechatpay_client::gateway::{Fault, ScriptedResponse, sandbox::matches};

use super::{
    FaultError,
    given::Given,
    known::{Effect, KnownFault, Target, When},
};

/// A fault that the sandbox shows: in which requests or notifications, and how often.
///
/// The words of a rule are the name of the fault, then in any order a method, a path and members such as `count=2`:
///
/// ```
/// use wechatpay_sandbox::FaultRule;
///
/// // The next order is placed, and its response is lost.
/// let lost: FaultRule = "drop-after-read POST /v3/pay/transactions/native count=1".parse()?;
/// // Every tenth request is refused: the same seed refuses the same ones.
/// let busy: FaultRule = "frequency-limited percent=10 seed=7".parse()?;
/// // The next notification of a payment has a wrong signature.
/// let forged: FaultRule = "wrong-signature event=TRANSACTION.SUCCESS count=1".parse()?;
/// # Ok::<_, wechatpay_sandbox::FaultError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FaultRule {
    #[serde(serialize_with = "name")]
    pub(super) fault: &'static KnownFault,
    pub(super) on: Target,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) method: Option<String>,
    /// A path or a template. Without one, every path.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) path: Option<String>,
    /// The type of the notifications. Without one, every type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) event: Option<String>,
    /// `None` for a fault of notifications.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) when: Option<When>,
    /// The number of requests or notifications that get the fault. Without one, until the rule is removed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) count: Option<u32>,
    /// The chance of each request or notification.
    pub(super) percent: u8,
    /// Decides by chance. The same seed decides the same.
    pub(super) seed: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) milliseconds: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) bytes: Option<u32>,
}

impl FaultRule {
    /// Makes a rule from names and values, such as those of a form. An empty value is none.
    ///
    /// # Errors
    ///
    /// [`FaultError`] names what is wrong, and the values that are known.
    pub fn from_pairs(
        pairs: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, FaultError> {
        Given::new(pairs)?.rule()
    }

    /// Tests if the rule is of this fault of the gateway.
    pub(super) fn is_gateway(&self, fault: Fault) -> bool {
        self.fault.effect == Effect::Gateway(fault)
    }

    /// Tests if the rule is for a request at this time.
    pub(super) fn is_for_request(&self, when: When, method: &str, path: &str) -> bool {
        let has_method = self.method.as_deref().is_none_or(|known| known == method);
        let has_path = |template: &str| matches(template, path);
        self.when == Some(when)
            && self.on == Target::Requests
            && has_method
            && self.path.as_deref().is_none_or(has_path)
    }

    /// Tests if the rule is for notifications of a type.
    pub(super) fn is_for_event(&self, event_type: &str) -> bool {
        self.on == Target::Notifications
            && self
                .event
                .as_deref()
                .is_none_or(|known| known == event_type)
    }

    /// Tests if the fault can affect a response. An empty body cannot be altered, for example.
    pub(super) fn can_affect(&self, response: &ScriptedResponse) -> bool {
        match self.gateway_fault() {
            // A response without a body, such as a 204, gets none.
            Some(Fault::OversizeBody { .. }) if response.body().is_empty() => false,
            Some(fault) => response.is_affected_by(fault),
            None => true,
        }
    }

    /// Tests if the fault can affect the body of a notification.
    pub(super) fn can_affect_notification(&self, body: &str) -> bool {
        self.can_affect(&ScriptedResponse::bytes(200, body.to_owned()))
    }

    /// The fault that the gateway makes, if it is one.
    pub(crate) fn gateway_fault(&self) -> Option<Fault> {
        match self.fault.effect {
            Effect::Gateway(fault) => Some(fault),
            Effect::Oversize => Some(Fault::OversizeBody {
                bytes: self.bytes.and_then(|bytes| bytes.try_into().ok())?,
            }),
            _ => None,
        }
    }
}

impl FromStr for FaultRule {
    type Err = FaultError;

    fn from_str(words: &str) -> Result<Self, FaultError> {
        let pairs: Result<Vec<_>, _> = words.split_whitespace().enumerate().map(pair).collect();
        Self::from_pairs(pairs?)
    }
}

/// The name and value of a word.
fn pair((index, word): (usize, &str)) -> Result<(String, String), FaultError> {
    let is_method = word.bytes().all(|byte| byte.is_ascii_uppercase());
    let (name, value) = match word.split_once('=') {
        _ if word.starts_with('/') => ("path", word),
        Some(pair) => pair,
        None if index == 0 => ("fault", word),
        None if is_method => ("method", word),
        None => {
            return Err(FaultError::new(format!(
                "unknown word {word:?}: write a method, a path or NAME=VALUE, such as count=1"
            )));
        }
    };
    Ok((name.to_owned(), value.to_owned()))
}

fn name<S: Serializer>(fault: &&KnownFault, serializer: S) -> Result<S::Ok, S::Error> {
    fault.name.serialize(serializer)
}
