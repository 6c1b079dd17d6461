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
