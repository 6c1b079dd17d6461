//! The dates of bills: days in Beijing, before today.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, Utc};

use crate::failure::{Failure, Result};

/// The time in Beijing, by which WeChat Pay makes bills.
const BEIJING: Option<FixedOffset> = FixedOffset::east_opt(8 * 3600);

/// The time in Beijing now.
pub(super) fn now() -> DateTime<FixedOffset> {
    let utc = Utc::now().fixed_offset();
    BEIJING.map_or(utc, |beijing| utc.with_timezone(&beijing))
}

/// The date of a bill: the given one, or else yesterday.
pub(super) fn date(text: Option<&str>, now: DateTime<FixedOffset>) -> Result<NaiveDate> {
    let today = now.date_naive();
    let yesterday = today.checked_sub_days(Days::new(1)).unwrap_or(today);
    let Some(text) = text else {
        return Ok(yesterday);
    };
    // chrono also reads `2026-1-2`, which WeChat Pay refuses.
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    let date = date.filter(|date| date.format("%Y-%m-%d").to_string() == text);
    let Some(date) = date else {
        return Err(Failure::arguments(format!("`{text}` is no date"))
            .cure(format!("write the date as YYYY-MM-DD, such as {yesterday}")));
    };
    if date < today {
        return Ok(date);
    }
    let failure = Failure::configuration(format!(
        "there is no bill of {date} yet: today is {today} in Beijing"
    ));
    Err(match date.checked_add_days(Days::new(1)) {
        Some(next) => failure.cure(format!(
            "WeChat Pay makes the bill of a day on the next day: download it on {next} after 10:00 (Beijing time)"
        )),
        None => failure,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_day_in_beijing_before_today() {
        // The evening of 25 November in UTC is the morning of the 26th in Beijing.
        let utc: DateTime<FixedOffset> = "2026-11-25T17:00:00Z".parse().unwrap();
        let now = utc.with_timezone(&BEIJING.unwrap());
        let date = |text| {
            let date = date(text, now).map(|date| date.to_string());
            date.map_err(|failure| format!("{failure} {:?}", failure.cures()))
        };
        assert_eq!(date(None).as_deref(), Ok("2026-11-25"));
        assert_eq!(date(Some("2026-11-25")).as_deref(), Ok("2026-11-25"));
        assert_eq!(date(Some("2024-02-29")).as_deref(), Ok("2024-02-29"));
        assert_eq!(
            date(Some("2026-11-26")).unwrap_err(),
            "there is no bill of 2026-11-26 yet: today is 2026-11-26 in Beijing [\"WeChat Pay makes the bill of a day on \
             the next day: download it on 2026-11-27 after 10:00 (Beijing time)\"]"
        );
        assert!(
            date(Some("2026-12-01"))
                .unwrap_err()
                .starts_with("there is no bill of 2026-12-01")
        );
        for text in [
            "2026-02-29",
            "2026-1-2",
            "20261101",
            "2026-11-01T00:00",
            "",
            "+2026-11-01",
        ] {
            assert_eq!(
                date(Some(text)).unwrap_err(),
                format!(
                    "`{text}` is no date [\"write the date as YYYY-MM-DD, such as 2026-11-25\"]"
                )
            );
        }
    }
}
