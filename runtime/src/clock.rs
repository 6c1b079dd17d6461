//! Times in Unix seconds, as WeChat Pay signs them.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The clock that a client signs and verifies by: the machine's, or for a diagnosis a clock ahead of the machine's.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Clock {
    /// The seconds ahead of the machine's clock, negative if behind.
    ahead: i64,
}

impl Clock {
    pub(crate) const fn ahead(seconds: i64) -> Self {
        Self { ahead: seconds }
    }

    pub(crate) fn now(self) -> SystemTime {
        let now = SystemTime::now();
        let difference = Duration::from_secs(self.ahead.unsigned_abs());
        let corrected = match self.ahead < 0 {
            true => now.checked_sub(difference),
            false => now.checked_add(difference),
        };
        corrected.unwrap_or(now)
    }

    /// The time now, in Unix seconds.
    pub(crate) fn unix_now(self) -> u64 {
        unix_seconds(self.now())
    }
}

/// The time now, in Unix seconds.
pub(crate) fn unix_now() -> u64 {
    unix_seconds(SystemTime::now())
}

/// A time in Unix seconds. A time before 1970 counts as 1970: WeChat Pay then says that the clock is wrong.
pub(crate) fn unix_seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}
