//! Times in Unix seconds, as WeChat Pay signs them.

use std::time::{SystemTime, UNIX_EPOCH};

/// The time now, in Unix seconds.
pub(crate) fn unix_now() -> u64 {
    unix_seconds(SystemTime::now())
}

/// A time in Unix seconds. A time before 1970 counts as 1970: WeChat Pay then says that the clock is wrong.
pub(crate) fn unix_seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}
