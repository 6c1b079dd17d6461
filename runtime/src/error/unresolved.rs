use std::{error, fmt};

use super::Error;
use crate::frozen::FrozenRequest;

/// A failure before anything was sent, of a request that may be executed all the same: by an earlier attempt,
/// or by whoever recovers it from a [`Journal`](crate::Journal). The failure says nothing of that.
#[derive(Debug)]
pub struct UnresolvedError {
    error: Error,
    cause: Cause,
    pub(super) frozen: Option<Box<FrozenRequest>>,
}

/// Why the request may be executed.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cause {
    /// An earlier attempt sent it.
    Sent,
    /// The journal failed or was late, and may hold an entry without an outcome.
    Written,
}

impl UnresolvedError {
    pub(super) fn new(error: Error, cause: Cause) -> Self {
        Self {
            error,
            cause,
            frozen: None,
        }
    }

    /// The failure, as it would be of a request that was never sent. Ask the outer error for the outcome, not
    /// this one.
    #[must_use]
    pub fn error(&self) -> &Error {
        &self.error
    }
}

impl fmt::Display for UnresolvedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cause = match self.cause {
            Cause::Sent => "not sent again; an earlier sending may have been executed",
            Cause::Written => {
                "the journal may hold the request all the same: repeat it, or nothing else under its number"
            }
        };
        write!(f, "{} ({cause})", self.error)
    }
}

impl error::Error for UnresolvedError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.error.source()
    }
}
