//! Times of services, which pay score writes in its own form, in the time of Beijing.

use crate::clock::Time;

/// The start of a service that begins with the confirmation of the user.
pub(super) const ON_ACCEPT: &str = "OnAccept";

const SECONDS_OF_A_DAY: i64 = 86_400;

/// Reads a time such as `20091225091010`, or the beginning of a day such as `20091225`.
pub(super) fn parse(text: &str) -> Option<Time> {
    let day = text.get(..8)?;
    let time = if is_day(text) {
        "000000"
    } else {
        text.get(8..)?
    };
    let (year, month, day) = (day.get(..4)?, day.get(4..6)?, day.get(6..)?);
    let (hour, minute, second) = (time.get(..2)?, time.get(2..4)?, time.get(4..)?);
    Time::parse(&format!(
        "{year}-{month}-{day}T{hour}:{minute}:{second}+08:00"
    ))
}

/// Reads a time, or the end of a day.
pub(super) fn end(text: &str) -> Option<Time> {
    let time = parse(text)?;
    Some(match is_day(text) {
        true => time.plus(SECONDS_OF_A_DAY - 1),
        false => time,
    })
}

/// Tests if a time is only a day.
pub(super) fn is_day(text: &str) -> bool {
    text.len() == 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_one_of_beijing() {
        let at = |time: &str| Time::parse(&format!("2009-12-25T{time}+08:00"));
        assert_eq!(parse("20091225120000"), at("12:00:00"));
        assert_eq!(end("20091225120000"), at("12:00:00"));
        assert_eq!(parse("20091225"), at("00:00:00"));
        assert_eq!(end("20091225"), at("23:59:59"));
        for text in [
            ON_ACCEPT,
            "2009122512",
            "20091325120000",
            "20090229",
            "20091225240000",
            "é0091225",
            "",
        ] {
            assert_eq!((parse(text), end(text)), (None, None), "{text}");
        }
    }
}
