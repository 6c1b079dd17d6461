//! Times in the form of RFC 3339, as requests write them.

/// Tests if a text is a time of RFC 3339 with its offset. The seconds may be missing, as in the times of brands (品牌直连).
pub(super) fn is_time(text: &str) -> bool {
    parse(text).is_some()
}

fn parse(text: &str) -> Option<()> {
    let (date, time) = text.split_once('T')?;
    is_date(date).then_some(())?;
    let (time, offset) = match time.strip_suffix('Z') {
        Some(time) => (time, "00:00"),
        None => {
            let sign = time.find(['+', '-'])?;
            (&time[..sign], &time[sign + 1..])
        }
    };
    let (time, seconds) = match time.match_indices(':').nth(1) {
        Some((end, _)) => (&time[..end], &time[end + 1..]),
        None => (time, "00"),
    };
    (is_clock(time) && is_seconds(seconds) && is_clock(offset)).then_some(())
}

fn is_date(date: &str) -> bool {
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts[..] else {
        return false;
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2))
    else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u16::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// Tests if a text is hours and minutes, such as `10:34`.
fn is_clock(text: &str) -> bool {
    let parts = text.split_once(':');
    parts.is_some_and(|(hours, minutes)| {
        number(hours, 2).is_some_and(|hours| hours < 24)
            && number(minutes, 2).is_some_and(|minutes| minutes < 60)
    })
}

/// Tests if a text is seconds, perhaps with a fraction. A leap second is 60.
fn is_seconds(text: &str) -> bool {
    let (seconds, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_fraction = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    is_fraction && number(seconds, 2).is_some_and(|seconds| seconds <= 60)
}

/// The number of this many digits.
fn number(text: &str, digits: usize) -> Option<u16> {
    let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_known_with_and_without_seconds() {
        for text in [
            "2018-06-08T10:34:56+08:00",
            "2018-06-08T10:34:56.123+08:00",
            "2018-06-08T02:34:56Z",
            "2018-06-08T02:34:56.1Z",
            "2025-07-24T00:00+08:00",
            "2025-07-24T00:00-03:30",
            "2024-02-29T23:59:60+00:00",
        ] {
            assert!(is_time(text), "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_times() {
        for text in [
            "",
            "tomorrow",
            "2018-06-08",
            "20180608103456",
            "1528425296",
            "2018-06-08 10:34:56+08:00",
            "2018-06-08T10:34:56",
            "2018-06-08T10:34:56 08:00",
            "2018-06-08T10:34:56+0800",
            "2018-06-08T10:34:56+24:00",
            "2018-06-08T10:34:56+08:00 ",
            "2018-6-8T10:34:56+08:00",
            "2018-13-08T10:34:56+08:00",
            "2018-02-29T10:34:56+08:00",
            "1900-02-29T10:34:56+08:00",
            "2018-06-31T10:34:56+08:00",
            "2018-06-00T10:34:56+08:00",
            "2018-06-08T24:00:00+08:00",
            "2018-06-08T10:60:00+08:00",
            "2018-06-08T10:34:61+08:00",
            "2018-06-08T10:34:56.+08:00",
            "2018-06-08T10:34.5+08:00",
            "2018-06-08T10+08:00",
            "+018-06-08T10:34:56+08:00",
            "２018-06-08T10:34:56+08:00",
            "2018-06-08T10:34:56Z+08:00",
        ] {
            assert!(!is_time(text), "{text}");
        }
    }
}
