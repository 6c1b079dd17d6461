//! Checks of the members of a service order that the facts describe without a limit.

use serde_json::{Map, Value, json};
use wechatpay_client::{
    gateway::{ParamError, ParamLocation},
    validation::{Check, ViolationKind},
};

use super::{
    refusals,
    time::{self, ON_ACCEPT},
    time_of,
};
use crate::{
    clock::Time,
    refusal::{OUT_OF_RANGE, Refusal},
};

/// The seconds after which the expected end of a new order is at the earliest.
const NOTICE: i64 = 60;

/// The forms of times. The facts have them for some requests of pay score.
const START: Check<'_> = Check::Pattern(r"\d{8}|\d{14}|OnAccept");
const END: Check<'_> = Check::Pattern(r"\d{8}|\d{14}");

/// Checks that no price and no discount of a request is negative.
pub(super) fn amounts(body: &Map<String, Value>) -> Result<(), ParamError> {
    for list in ["post_payments", "post_discounts"] {
        let items = body.get(list).and_then(Value::as_array);
        for (index, item) in items.into_iter().flatten().enumerate() {
            let pointer = format!("/{list}/{index}/amount");
            check(Check::Minimum(0), item.get("amount"), &pointer)?;
        }
    }
    Ok(())
}

/// Checks the times of a request.
pub(super) fn times(body: &Map<String, Value>) -> Result<(), ParamError> {
    let range = body.get("time_range");
    for (name, form) in [("start_time", START), ("end_time", END)] {
        let value = range.and_then(|range| range.get(name));
        let pointer = format!("/time_range/{name}");
        check(form, value, &pointer)?;
        check_time(value.filter(|value| *value != ON_ACCEPT), &pointer)?;
    }
    Ok(())
}

/// Checks the expected end of a new order (预计服务结束时间): it is after the start, and more than a minute ahead. A day is
/// compared with days: it is neither before that of the start nor before today.
pub(super) fn expected_end(body: &Map<String, Value>, now: Time) -> Result<(), Refusal> {
    let text = time_of(body, "end_time");
    let Some((text, end)) = text.and_then(|text| Some((text, time::end(text)?))) else {
        return Ok(());
    };
    let is_over = |time: Time, seconds| match time::is_day(text) {
        true => end < time,
        false => end <= time.plus(seconds),
    };
    // No start is known yet if the service begins with the confirmation.
    let start = time_of(body, "start_time").and_then(time::parse);
    match start {
        _ if is_over(now, NOTICE) => Err(refusals::EXPECTED_TOO_SOON),
        Some(start) if is_over(start, 0) => Err(refusals::EXPECTED_BEFORE_THE_START),
        _ => Ok(()),
    }
}

/// Checks the time at which the user paid the merchant. The facts have checked its form.
pub(super) fn paid_time(body: &Map<String, Value>) -> Result<(), ParamError> {
    let detail = body.get("detail");
    let value = detail.and_then(|detail| detail.get("paid_time"));
    check_time(value, "/detail/paid_time")
}

/// Checks that digits are a time.
fn check_time(value: Option<&Value>, pointer: &str) -> Result<(), ParamError> {
    let text = value.and_then(Value::as_str);
    match text.is_none_or(|text| time::parse(text).is_some()) {
        true => Ok(()),
        false => {
            let issue = "is no time: send one such as 20091225091010, or a day such as 20091225";
            let error = ParamError::new(ParamLocation::Body, pointer, issue);
            Err(error.with_value(json!(text)))
        }
    }
}

fn check(check: Check<'_>, value: Option<&Value>, pointer: &str) -> Result<(), ParamError> {
    let violation = value.and_then(|value| Some((value, check.violation_of(value)?)));
    violation.map_or(Ok(()), |(value, kind)| {
        let error = ParamError::new(ParamLocation::Body, pointer, kind.to_string());
        let error = match kind {
            ViolationKind::TooSmall { .. } => error.with_request_id_number(OUT_OF_RANGE),
            _ => error,
        };
        Err(error.with_value(value.clone()))
    })
}
