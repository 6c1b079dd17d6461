//! The timeout of a call, in whole seconds.

use std::{str::FromStr, time::Duration};

use serde::Deserialize;

/// Whole seconds, from one to an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "i64")]
pub(crate) struct Timeout(Duration);

impl Timeout {
    /// The timeout, if none is given.
    pub(crate) const DEFAULT: Self = Self(Duration::from_secs(30));

    pub(crate) const fn duration(self) -> Duration {
        self.0
    }
}

impl TryFrom<i64> for Timeout {
    type Error = &'static str;

    fn try_from(seconds: i64) -> Result<Self, &'static str> {
        let seconds = u64::try_from(seconds).unwrap_or_default();
        match seconds {
            1..=3600 => Ok(Self(Duration::from_secs(seconds))),
            _ => Err(RULE),
        }
    }
}

impl FromStr for Timeout {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        text.parse::<i64>().map_err(|_| RULE)?.try_into()
    }
}

const RULE: &str = "give whole seconds from 1 to 3600";
