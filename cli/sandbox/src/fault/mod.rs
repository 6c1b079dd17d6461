//! Faults while the sandbox runs: what goes wrong between a program and WeChat Pay.
//!
//! A fault comes before or after the execution of a request. After the execution, the state is changed, and the program
//! does not learn it: the case that costs money.

mod active;
mod chance;
mod given;
mod known;
mod rule;

use std::{error::Error, fmt, time::Duration};

use tokio::time::sleep;
use wechatpay_client::gateway::ScriptedResponse;

pub(crate) use active::{ActiveFault, Faults};
pub(crate) use known::{KNOWN, KnownFault};
pub use rule::FaultRule;

use known::Effect;

/// A rule that cannot be used. The text says what to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultError {
    message: String,
}

impl FaultRule {
    /// The name of the fault.
    pub(crate) const fn name(&self) -> &'static str {
        self.fault.name
    }

    /// The response of a request that is not executed. `None` if the request is executed after all, after a delay.
    pub(crate) async fn instead(&self) -> Option<ScriptedResponse> {
        sleep(self.delay()).await;
        self.fault.effect.status()
    }

    /// The response of a request that was executed, with the fault.
    pub(crate) fn spoil(&self, response: ScriptedResponse) -> ScriptedResponse {
        let response = self.fault.effect.status().unwrap_or(response);
        let response = match self.gateway_fault() {
            Some(fault) => response.with_fault(fault),
            None => response,
        };
        match self.fault.effect {
            Effect::Delay => response.with_delay(self.delay()),
            _ => response,
        }
    }

    /// The seconds by which a notification is late, if the fault is a delay.
    pub(crate) fn late(&self) -> Option<i64> {
        let milliseconds = self
            .milliseconds
            .filter(|_| self.fault.effect == Effect::Delay);
        milliseconds.map(|milliseconds| milliseconds.div_ceil(1_000).into())
    }

    fn delay(&self) -> Duration {
        Duration::from_millis(self.milliseconds.unwrap_or_default().into())
    }
}

impl FaultError {
    pub(crate) const fn new(message: String) -> Self {
        Self { message }
    }
}

impl fmt::Display for FaultError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for FaultError {}
