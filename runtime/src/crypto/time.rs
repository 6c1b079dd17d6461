//! Times in the forms of WeChat Pay and of certificates.

use openssl::{
    asn1::{Asn1Time, Asn1TimeRef},
    error::ErrorStack,
};

/// Parses a time in RFC 3339, such as `2021-01-01T08:00:00+08:00`, with or without a fraction, with an offset
/// or `Z`. Returns Unix seconds.
pub(crate) fn parse_rfc3339(text: &str) -> Option<i64> {
    let (local, rest) = text.split_at_checked(19)?;
    let shape: String = local
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect();
    if shape != "0000-00-00T00:00:00" {
        return None;
    }
    let digits: String = local.chars().filter(char::is_ascii_digit).collect();
    // OpenSSL checks the calendar.
    let time = Asn1Time::from_str(&format!("{digits}Z")).ok()?;
    Some(unix_seconds(&time).ok()? - parse_offset(without_fraction(rest)?)?)
}

/// The time in Beijing, in RFC 3339, from Unix seconds.
#[cfg(feature = "gateway")]
pub(crate) fn beijing_time(unix: u64) -> String {
    let local = unix.saturating_add(8 * 3_600);
    let (days, seconds) = (local / 86_400, local % 86_400);
    // Eras of 400 years that begin in March, so that a leap day is the last day of its year.
    let days = days.saturating_add(719_468);
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (year, month) = match month {
        0..10 => (era * 400 + year, month + 3),
        _ => (era * 400 + year + 1, month - 9),
    };
    let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+08:00")
}

/// Converts a time of OpenSSL to Unix seconds.
pub(super) fn unix_seconds(time: &Asn1TimeRef) -> Result<i64, ErrorStack> {
    let since_epoch = Asn1Time::from_unix(0)?.diff(time)?;
    Ok(i64::from(since_epoch.days) * 86_400 + i64::from(since_epoch.secs))
}

fn without_fraction(rest: &str) -> Option<&str> {
    match rest.strip_prefix('.') {
        Some(fraction) => {
            let zone = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            (zone.len() < fraction.len()).then_some(zone)
        }
        None => Some(rest),
    }
}

/// Parses an offset. Returns seconds east of UTC.
fn parse_offset(zone: &str) -> Option<i64> {
    if zone == "Z" {
        return Some(0);
    }
    let (sign, rest) = zone.split_at_checked(1)?;
    let (hours, minutes) = rest.split_once(':')?;
    let parse_number = |text: &str, limit: i64| -> Option<i64> {
        let digits = text.len() == 2 && text.bytes().all(|c| c.is_ascii_digit());
        text.parse().ok().filter(|value| digits && *value < limit)
    };
    let seconds = parse_number(hours, 24)? * 3_600 + parse_number(minutes, 60)? * 60;
    match sign {
        "+" => Some(seconds),
        "-" => Some(-seconds),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_forms_of_wechat_pay_are_parsed() {
        for text in [
            "2021-01-01T08:00:00+08:00",
            "2021-01-01T08:00:00.123+08:00",
            "2021-01-01T00:00:00Z",
            "2020-12-31T19:30:00.000-04:30",
        ] {
            assert_eq!(parse_rfc3339(text), Some(1_609_459_200), "{text}");
        }
    }

    #[cfg(feature = "gateway")]
    #[test]
    fn the_time_in_beijing_is_written() {
        for (unix, text) in [
            (0, "1970-01-01T08:00:00+08:00"),
            (951_753_599, "2000-02-28T23:59:59+08:00"),
            (951_753_600, "2000-02-29T00:00:00+08:00"),
            (1_609_459_200, "2021-01-01T08:00:00+08:00"),
            (1_735_660_799, "2024-12-31T23:59:59+08:00"),
            (4_107_513_599, "2100-02-28T23:59:59+08:00"),
            (4_107_513_600, "2100-03-01T00:00:00+08:00"),
        ] {
            assert_eq!(beijing_time(unix), text);
            assert_eq!(parse_rfc3339(text), i64::try_from(unix).ok());
        }
    }

    #[test]
    fn other_forms_are_refused() {
        for text in [
            "",
            "2021-01-01",
            "2021-01-01 08:00:00+08:00",
            "2021-02-30T08:00:00+08:00",
            "2021-01-01T08:00:00",
            "2021-01-01T08:00:00.+08:00",
            "2021-01-01T08:00:00+8:00",
            "2021-01-01T08:00:00+08:60",
            "2021-01-01T08:00:00 08:00",
            "2021-01-01T08:00:00+08:00x",
            "２021-01-01T08:00:00Z",
        ] {
            assert_eq!(parse_rfc3339(text), None, "{text}");
        }
    }
}
