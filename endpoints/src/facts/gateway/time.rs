//! Times in the form of RFC 3339, as requests write them.

use chrono::FixedOffset;
use wechatpay_client::DateTime;

/// Tests if a text is a time of RFC 3339 with its offset. The seconds may be missing, as in the times of brands (品牌直连).
pub(super) fn is_time(text: &str) -> bool {
    // chrono also takes a blank before the time, and a minus sign that is not ASCII.
    let time = chrono::DateTime::<FixedOffset>::try_from(&DateTime::from(text));
    time.is_ok() && text.is_ascii() && text.contains('T')
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
            "2018-06-08T10:34:56\u{2212}08:00",
        ] {
            assert!(!is_time(text), "{text}");
        }
    }
}
