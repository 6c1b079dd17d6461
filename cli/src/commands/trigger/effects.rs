//! `--effects COMMAND`: prints a text that changes when the server handles an order.

use std::time::Duration;

use serde::Serialize;
use tokio::time::{Instant, sleep};

use crate::{
    failure::{Failure, Result},
    shell,
};

/// The longest run of the command.
const COMMAND_TIMEOUT: Duration = Duration::from_secs(30);

/// The server may work after its reply: the time until an effect must be seen, and until none is expected any more.
const EXPECTED: Duration = Duration::from_secs(2);
const UNEXPECTED: Duration = Duration::from_millis(500);

const PAUSE: Duration = Duration::from_millis(100);

/// The command of the user.
#[derive(Debug, Clone)]
pub(crate) struct Effects {
    command: String,
}

/// The output of the command before and after a check.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Effect {
    before: String,
    after: String,
}

impl Effects {
    pub(crate) const fn new(command: String) -> Self {
        Self { command }
    }

    /// Runs the command.
    pub(crate) async fn read(&self) -> Result<String> {
        let output = shell::run("--effects", &self.command, &[], COMMAND_TIMEOUT).await;
        let output = output.map_err(|error| {
            Failure::configuration(error).cure(
                "give --effects a command that prints the number of handled orders, and ends with 0",
            )
        })?;
        Ok(String::from_utf8_lossy(&output).trim().to_owned())
    }

    /// Waits for an effect, or for the time in which one would be seen, and for its end.
    pub(crate) async fn after(&self, before: String, is_expected: bool) -> Result<Effect> {
        let patience = if is_expected { EXPECTED } else { UNEXPECTED };
        let start = Instant::now();
        let mut after = self.read().await?;
        while after == before && start.elapsed() < patience {
            sleep(PAUSE).await;
            after = self.read().await?;
        }
        if after != before {
            // A second effect may follow the first.
            sleep(UNEXPECTED).await;
            after = self.read().await?;
        }
        Ok(Effect { before, after })
    }
}

impl Effect {
    pub(crate) fn is_some(&self) -> bool {
        self.before != self.after
    }

    /// The number of effects, if the command prints numbers.
    pub(crate) fn count(&self) -> Option<i64> {
        let after: i64 = self.after.parse().ok()?;
        after.checked_sub(self.before.parse().ok()?)
    }
}
