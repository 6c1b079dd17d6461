//! The day of a deduction (预计扣费的日期), in the time of Beijing, and the hours around it.

use crate::clock::Time;

const MINUTE: i64 = 60;
const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// A day in Beijing, by its first second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day(Time);

impl Day {
    /// Reads a day such as `2026-01-31`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        Time::parse(&format!("{text}T00:00:00+08:00")).map(Self)
    }

    /// A user can agree to a deduction until 19:00 of the day before.
    pub(super) fn can_be_agreed(self, now: Time) -> bool {
        now < self.0.plus(-5 * HOUR)
    }

    /// A merchant schedules a deduction from 08:00 to 19:30 of the day before.
    pub(super) fn can_be_scheduled(self, now: Time) -> bool {
        (self.0.plus(-16 * HOUR)..self.0.plus(-4 * HOUR - 30 * MINUTE)).contains(&now)
    }

    /// A merchant deducts on the day.
    pub(super) fn is_now(self, now: Time) -> bool {
        (self.0..self.0.plus(DAY)).contains(&now)
    }

    /// The day is over.
    pub(super) fn is_over(self, now: Time) -> bool {
        now >= self.0.plus(DAY)
    }

    /// The end of a contract whose deduction did not succeed: 08:00 of the day after.
    pub(super) const fn end_of_contract(self) -> Time {
        self.0.plus(DAY + 8 * HOUR)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_has_its_hours() {
        let day = Day::parse("2022-03-02").unwrap();
        let at = |text: &str| Time::parse(&format!("2022-03-{text}+08:00")).unwrap();
        assert!(day.can_be_agreed(at("01T18:59:59")));
        assert!(!day.can_be_agreed(at("01T19:00:00")));
        assert!(!day.can_be_scheduled(at("01T07:59:59")));
        assert!(day.can_be_scheduled(at("01T08:00:00")));
        assert!(day.can_be_scheduled(at("01T19:29:59")));
        assert!(!day.can_be_scheduled(at("01T19:30:00")));
        assert!(!day.is_now(at("01T23:59:59")));
        assert!(day.is_now(at("02T00:00:00")));
        assert!(day.is_now(at("02T23:59:59")));
        assert!(!day.is_now(at("03T00:00:00")));
        assert!(day.is_over(at("03T00:00:00")));
        assert_eq!(day.end_of_contract(), at("03T08:00:00"));
        assert_eq!(Day::parse("2022-02-30"), None);
        assert_eq!(Day::parse("20220302"), None);
    }
}
