//! Checks of the members of a service order that the facts describe without a limit.

use serde_json::{Map, Value};
use wechatpay_client::{
    gateway::{ParamError, ParamLocation},
    validation::{Check, ViolationKind},
};

use crate::refusal::OUT_OF_RANGE;

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

/// Checks the forms of the times of a request.
pub(super) fn times(body: &Map<String, Value>) -> Result<(), ParamError> {
    let range = body.get("time_range");
    for (name, form) in [("start_time", START), ("end_time", END)] {
        let time = range.and_then(|range| range.get(name));
        check(form, time, &format!("/time_range/{name}"))?;
    }
    Ok(())
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
