//! The time of the sandbox: that of the machine, set forward by the user.

use std::{
    fmt,
    time::{SystemTime, UNIX_EPOCH},
};

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// The offset of Beijing from UTC, in seconds.
const BEIJING: i32 = 8 * 3_600;

/// A time in Unix seconds. Prints as RFC 3339 in Beijing's time, as WeChat Pay does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Time(i64);

impl Time {
    /// 1970, which WeChat Pay writes in place of a time that is not there yet.
    pub(crate) const EPOCH: Self = Self(0);

    /// The time of the machine, this many seconds ahead.
    pub(crate) fn now(ahead: i32) -> Self {
        let elapsed = SystemTime::now().duration_since(UNIX_EPOCH);
        let seconds = elapsed.map_or(0, |elapsed| elapsed.as_secs());
        Self(
            i64::try_from(seconds)
                .unwrap_or(i64::MAX)
                .saturating_add(ahead.into()),
        )
    }

    /// Reads RFC 3339, also without seconds.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = wechatpay_client::DateTime::from(text);
        let time: DateTime<FixedOffset> = (&text).try_into().ok()?;
        Some(Self(time.timestamp()))
    }

    pub(crate) const fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// A time from Unix seconds.
    pub(crate) const fn from_unix(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Unix seconds.
    pub(crate) const fn unix(self) -> i64 {
        self.0
    }

    /// Formats the time in Beijing by the letters of chrono.
    pub(crate) fn format(self, format: &str) -> String {
        let offset = FixedOffset::east_opt(BEIJING);
        let time = DateTime::from_timestamp(self.0, 0).zip(offset);
        time.map(|(time, offset)| time.with_timezone(&offset).format(format).to_string())
            .unwrap_or_default()
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.format("%Y-%m-%dT%H:%M:%S%:z"))
    }
}
