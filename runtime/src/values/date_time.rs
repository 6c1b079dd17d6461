//! Times.

use std::{
    borrow::Cow,
    fmt::{self, Display},
};

use serde::{Deserialize, Serialize};

use crate::request::ToQueryValue;

/// A time as the text of RFC 3339 that WeChat Pay writes, such as `2018-06-08T10:34:56+08:00`.
///
/// The text is kept as it is, with its offset, and is not checked: a response decodes even if a time has another
/// form. The features `time`, `chrono` and `jiff` convert it to the types of these crates and back:
///
/// | feature | type |
/// |---|---|
/// | `time` | `time::OffsetDateTime` |
/// | `chrono` | `chrono::DateTime<FixedOffset>` |
/// | `jiff` | `jiff::Zoned`, in a time zone of this fixed offset |
///
/// A text without seconds converts too. A time of these crates is written without fractions of a second, as WeChat Pay expects.
///
/// ```
/// use wechatpay_client::DateTime;
///
/// let time = DateTime::from("2018-06-08T10:34:56+08:00");
/// assert_eq!(time.as_str(), "2018-06-08T10:34:56+08:00");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct DateTime(String);

/// A text that is no time of RFC 3339, or a time that the other type does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateTimeError {
    text: String,
    reason: String,
}

impl DateTime {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text with seconds. Times of brands (品牌直连) have none, as in `2025-07-24T00:00+08:00`.
    #[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
    fn with_seconds(&self) -> Cow<'_, str> {
        match self.0.split_at_checked("2025-07-24T00:00".len()) {
            Some((minute, offset)) if offset.starts_with(['+', '-', 'Z']) => {
                format!("{minute}:00{offset}").into()
            }
            _ => Cow::Borrowed(&self.0),
        }
    }

    #[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
    fn error(&self, reason: impl Display) -> DateTimeError {
        DateTimeError {
            text: self.0.chars().take(64).collect(),
            reason: reason.to_string(),
        }
    }
}

impl From<String> for DateTime {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for DateTime {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl ToQueryValue for DateTime {
    fn to_query_value(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(&self.0))
    }
}

#[cfg(feature = "time")]
impl TryFrom<&DateTime> for time::OffsetDateTime {
    type Error = DateTimeError;

    fn try_from(time: &DateTime) -> Result<Self, DateTimeError> {
        let format = &time::format_description::well_known::Rfc3339;
        Self::parse(&time.with_seconds(), format).map_err(|error| time.error(error))
    }
}

#[cfg(feature = "time")]
impl From<time::OffsetDateTime> for DateTime {
    fn from(time: time::OffsetDateTime) -> Self {
        let date = (time.year(), u8::from(time.month()), time.day());
        let clock = (time.hour(), time.minute(), time.second());
        text(date, clock, time.offset().whole_seconds())
    }
}

#[cfg(feature = "chrono")]
impl TryFrom<&DateTime> for chrono::DateTime<chrono::FixedOffset> {
    type Error = DateTimeError;

    fn try_from(time: &DateTime) -> Result<Self, DateTimeError> {
        Self::parse_from_rfc3339(&time.with_seconds()).map_err(|error| time.error(error))
    }
}

#[cfg(feature = "chrono")]
impl<Z: chrono::TimeZone> From<chrono::DateTime<Z>> for DateTime {
    fn from(time: chrono::DateTime<Z>) -> Self {
        time.fixed_offset()
            .to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
            .into()
    }
}

#[cfg(feature = "jiff")]
impl TryFrom<&DateTime> for jiff::Zoned {
    type Error = DateTimeError;

    fn try_from(time: &DateTime) -> Result<Self, DateTimeError> {
        let text = time.with_seconds();
        let zone = jiff::fmt::temporal::Pieces::parse(&*text)
            .map_err(|error| time.error(error))?
            .to_numeric_offset()
            .ok_or_else(|| time.error("no offset"))?;
        let instant: jiff::Timestamp = text.parse().map_err(|error| time.error(error))?;
        Ok(instant.to_zoned(jiff::tz::TimeZone::fixed(zone)))
    }
}

#[cfg(feature = "jiff")]
impl From<&jiff::Zoned> for DateTime {
    fn from(time: &jiff::Zoned) -> Self {
        time.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string().into()
    }
}

impl Display for DateTimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} is no time such as `2018-06-08T10:34:56+08:00`: {}",
            self.text, self.reason
        )
    }
}

impl std::error::Error for DateTimeError {}

/// The text of a date, a time of day and an offset in seconds.
#[cfg(feature = "time")]
fn text(date: (i32, u8, u8), clock: (u8, u8, u8), offset: i32) -> DateTime {
    let (year, month, day) = date;
    let (hour, minute, second) = clock;
    let sign = if offset < 0 { '-' } else { '+' };
    let minutes = offset.unsigned_abs() / 60;
    DateTime(format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{sign}{:02}:{:02}",
        minutes / 60,
        minutes % 60
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "2018-06-08T10:34:56+08:00";
    #[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
    const WITHOUT_SECONDS: &str = "2025-07-24T00:00+08:00";

    #[test]
    fn any_text_decodes_and_is_kept() {
        for text in [TEXT, "2018-06-08T10:34:56.123+08:00", "20180608103456", ""] {
            let json = serde_json::to_string(text).unwrap();
            let time: DateTime = serde_json::from_str(&json).unwrap();
            assert_eq!(time, DateTime::from(text));
            assert_eq!(serde_json::to_string(&time).unwrap(), json);
        }
    }

    #[cfg(feature = "time")]
    #[test]
    fn time_converts_both_ways() {
        let time = time::OffsetDateTime::try_from(&DateTime::from(TEXT)).unwrap();
        assert_eq!(time.unix_timestamp(), 1_528_425_296);
        assert_eq!(time.offset().whole_hours(), 8);
        assert_eq!(DateTime::from(time), DateTime::from(TEXT));
        let fraction =
            time::OffsetDateTime::try_from(&DateTime::from("2018-06-08T10:34:56.9-03:30"));
        assert_eq!(
            DateTime::from(fraction.unwrap()).as_str(),
            "2018-06-08T10:34:56-03:30"
        );
        let minute = time::OffsetDateTime::try_from(&DateTime::from(WITHOUT_SECONDS)).unwrap();
        assert_eq!(minute.unix_timestamp(), 1_753_286_400);
        let error = time::OffsetDateTime::try_from(&DateTime::from("20180608103456")).unwrap_err();
        assert!(
            error.to_string().starts_with(
                r#""20180608103456" is no time such as `2018-06-08T10:34:56+08:00`: "#
            )
        );
    }

    #[cfg(feature = "chrono")]
    #[test]
    fn chrono_converts_both_ways() {
        let time = chrono::DateTime::try_from(&DateTime::from(TEXT)).unwrap();
        assert_eq!(time.timestamp(), 1_528_425_296);
        assert_eq!(time.offset().local_minus_utc(), 8 * 3600);
        assert_eq!(DateTime::from(time), DateTime::from(TEXT));
        assert_eq!(
            DateTime::from(time.to_utc()).as_str(),
            "2018-06-08T02:34:56+00:00"
        );
        let minute = chrono::DateTime::try_from(&DateTime::from(WITHOUT_SECONDS)).unwrap();
        assert_eq!(minute.timestamp(), 1_753_286_400);
        for text in ["20180608103456", "2025-07-24T00:0", "2025-07-24T00:00"] {
            let converted = chrono::DateTime::try_from(&DateTime::from(text));
            assert!(converted.is_err(), "{text}");
        }
    }

    #[cfg(feature = "jiff")]
    #[test]
    fn jiff_converts_both_ways() {
        let time = jiff::Zoned::try_from(&DateTime::from(TEXT)).unwrap();
        assert_eq!(time.timestamp().as_second(), 1_528_425_296);
        assert_eq!(time.offset(), jiff::tz::offset(8));
        assert_eq!(DateTime::from(&time), DateTime::from(TEXT));
        let minute = jiff::Zoned::try_from(&DateTime::from(WITHOUT_SECONDS)).unwrap();
        assert_eq!(minute.timestamp().as_second(), 1_753_286_400);
        for text in ["20180608103456", "2018-06-08T10:34:56", "2018-06-08"] {
            assert!(
                jiff::Zoned::try_from(&DateTime::from(text)).is_err(),
                "{text}"
            );
        }
    }
}
