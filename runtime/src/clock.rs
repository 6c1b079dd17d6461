//! The clock of this machine, for timestamps that are signed and for the window of signatures.

use std::time::{SystemTime, UNIX_EPOCH};

/// The time now, in Unix seconds. A clock before 1970 counts as 1970: the server then says that the clock is
/// wrong.
pub(crate) fn unix_now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}
