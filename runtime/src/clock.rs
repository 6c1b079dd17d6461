//! The local clock, for signed timestamps and for the age of signatures.

use std::time::{SystemTime, UNIX_EPOCH};

/// The current time in Unix seconds. A clock before 1970 counts as 1970, and WeChat Pay then reports a wrong
/// clock.
pub(crate) fn unix_now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}
