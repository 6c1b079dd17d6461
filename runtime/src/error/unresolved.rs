use std::{error, fmt};

use super::Error;
use crate::frozen::FrozenRequest;

/// A failure that came before anything was sent, of a request that was sent before: the earlier sending
/// may have been executed, and this failure says nothing of it.
#[derive(Debug)]
pub struct UnresolvedError {
    error: Error,
    pub(super) frozen: Option<Box<FrozenRequest>>,
}

impl UnresolvedError {
    pub(super) fn new(error: Error) -> Self {
        Self {
            error,
            frozen: None,
        }
    }

    /// The failure, as it would be of a request that was never sent.
    #[must_use]
    pub fn error(&self) -> &Error {
        &self.error
    }
}

impl fmt::Display for UnresolvedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} (not sent again; an earlier sending may have been executed)",
            self.error
        )
    }
}

impl error::Error for UnresolvedError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.error.source()
    }
}
