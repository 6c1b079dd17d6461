//! The time at which an unpaid order is closed (交易结束时间).

use serde_json::{Map, Value};
use wechatpay_client::gateway::{ParamError, ParamLocation};

use crate::clock::Time;

const MEMBER: &str = "time_expire";

/// The time that the request for an order names. The facts have checked that the member is a time.
pub(crate) fn of(request: &Map<String, Value>) -> Option<Time> {
    request.get(MEMBER)?.as_str().and_then(Time::parse)
}

/// Checks that the time of a new order is not over.
// No source has the code and message of WeChat Pay for such a time.
pub(crate) fn check(request: &Map<String, Value>, now: Time) -> Result<(), ParamError> {
    match (of(request), request.get(MEMBER)) {
        (Some(expires), Some(value)) if expires <= now => {
            let issue = "is not in the future by the clock of the sandbox: send a later time";
            let error = ParamError::new(ParamLocation::Body, "/time_expire", issue);
            Err(error.with_value(value.clone()))
        }
        _ => Ok(()),
    }
}
