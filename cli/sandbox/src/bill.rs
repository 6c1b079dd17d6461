//! The day of a bill (账单日期), which each operation on bills of a day names in its query.

use wechatpay_client::gateway::ReceivedRequest;

use crate::{
    clock::Time,
    refusal::{Refusal, refusal},
    request,
};

const DAY: &str = "%Y-%m-%d";

// The official pages of bills have the codes and messages.
const NO_DAY: Refusal = refusal(400, "INVALID_REQUEST", "参数错误", 0)
    .with_reason("`bill_date` is no date of the form 2026-01-31: correct the parameter");
const CREATING: Refusal = refusal(400, "STATEMENT_CREATING", "账单生成中", 0)
    .with_reason("`bill_date` is not over by the clock of the sandbox: ask for an earlier day");

/// Checks that the day, if the request names one, is over in Beijing.
pub(crate) fn check(request: &ReceivedRequest, now: Time) -> Result<(), Refusal> {
    request::query(request, "bill_date").map_or(Ok(()), |day| check_day(&day, now))
}

fn check_day(day: &str, now: Time) -> Result<(), Refusal> {
    let begin = Time::parse(&format!("{day}T00:00:00+08:00"));
    match begin.filter(|begin| begin.format(DAY) == day) {
        None => Err(NO_DAY),
        Some(begin) if begin.format(DAY) >= now.format(DAY) => Err(CREATING),
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bill_is_that_of_a_day_that_is_over() {
        let checked = |day| {
            let now = Time::parse("2026-03-01T00:00:00+08:00");
            check_day(day, now.unwrap())
        };
        for day in ["2026-02-28", "2025-12-31", "2024-02-29"] {
            assert_eq!(checked(day), Ok(()), "{day}");
        }
        for day in ["2026-03-01", "2026-03-02", "2027-01-01"] {
            assert_eq!(checked(day), Err(CREATING), "{day}");
        }
        for day in [
            "",
            "20260228",
            "2026-2-28",
            "2026-02-29",
            "2026-13-45",
            "2026/02/28",
            "2026-02-28 ",
            "2026-02-28T00:00:00+08:00",
            "昨天",
        ] {
            assert_eq!(checked(day), Err(NO_DAY), "{day}");
        }
    }
}
