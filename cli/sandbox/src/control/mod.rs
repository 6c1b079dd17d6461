//! The requests that a user of the sandbox makes, on the port of plain HTTP. They need no signature.
//!
//! | request | does |
//! |---|---|
//! | `POST /sandbox/orders/{mchid}/{out_trade_no}/pay` | pays an order, as its user does |
//! | `POST /sandbox/clock/{seconds}` | sets the clock forward |
//! | `GET`, `POST` and `DELETE /sandbox/faults`, `DELETE /sandbox/faults/{id}` | lists, adds and removes faults |
//! | `GET /sandbox/notifications?limit=50&before=NUMBER` | lists notifications, their attempts and replies, the newest first |
//! | `POST /sandbox/notifications/{id}/send` | sends a notification again |
//! | `POST /sandbox/notifications/speed/{factor}` | divides the delays between attempts |
//! | `GET /sandbox/requests?limit=100&before=NUMBER` | lists the last requests, the newest first |
//!
//! [`papay`], [`payments`], [`payscore`] and [`transfer`] have more.
//!
//! A web page in a browser can make none of them: see [`guard`]. A request with the header `Sandbox-Id` is only for the
//! sandbox with this ID, which is in its `sandbox.json`.

mod clock;
mod faults;
pub(crate) mod guard;
mod notifications;
mod orders;
mod papay;
mod payments;
mod payscore;
mod requests;
mod transfer;

pub(crate) use clock::MOST_SECONDS;

use std::{collections::BTreeSet, fmt::Display, ops::RangeInclusive, str::FromStr};

use serde::Serialize;
use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use crate::{book::BookError, folder, request, server::Server};

/// The beginning of the paths.
pub(crate) const PREFIX: &str = "/sandbox/";

/// The first value that is there. Later ones are not made, because to make a response changes the state.
macro_rules! first_of {
    ($($value:expr),+ $(,)?) => {{
        $(if let Some(value) = $value {
            return Some(value);
        })+
        None
    }};
}

impl Server {
    /// The response to a request of the sandbox's user.
    pub(crate) async fn control(&self, request: &ReceivedRequest) -> ScriptedResponse {
        let checked = guard::check(request).and_then(|()| self.check_id(request));
        let response = match checked {
            Ok(()) => self.controlled(request).await,
            Err(refusal) => Some(refusal),
        };
        let response = response.unwrap_or_else(|| {
            ScriptedResponse::error(404, "NOT_FOUND", "the sandbox has no such request")
        });
        response.unsigned()
    }

    /// Checks that a request is for this sandbox. Another one may have taken the ports of the sandbox that is meant.
    fn check_id(&self, request: &ReceivedRequest) -> Result<(), ScriptedResponse> {
        let direct = self.book.merchant(folder::DIRECT_MERCHANT);
        let has_id = |given| direct.is_some_and(|direct| direct.merchant().serial_no() == given);
        match request.header("sandbox-id").is_none_or(has_id) {
            true => Ok(()),
            false => {
                let text = "the sandbox at this port has another `Sandbox-Id`";
                Err(ScriptedResponse::error(421, "OTHER_SANDBOX", text))
            }
        }
    }

    /// The response of the first part that knows the request.
    async fn controlled(&self, request: &ReceivedRequest) -> Option<ScriptedResponse> {
        first_of!(
            orders::respond(self, request).await,
            clock::respond(self, request).await,
            notifications::respond(self, request).await,
            payments::respond(self, request).await,
            transfer::respond(self, request).await,
            papay::respond(self, request).await,
            payscore::respond(self, request).await,
            faults::respond(self, request),
            requests::respond(self, request),
        )
    }
}

/// The response to a change.
fn done(result: Result<(), BookError>) -> ScriptedResponse {
    match result {
        Ok(()) => ScriptedResponse::no_content(),
        Err(error) => error.into(),
    }
}

/// The response with a value.
fn shown(value: &impl Serialize) -> ScriptedResponse {
    match serde_json::to_string(value) {
        Ok(text) => ScriptedResponse::bytes(200, text),
        Err(error) => ScriptedResponse::error(500, "SYSTEM_ERROR", &error.to_string()),
    }
}

fn refused(message: &str) -> ScriptedResponse {
    ScriptedResponse::error(400, "PARAM_ERROR", message)
}

/// A whole number of a request, which is written in digits only.
fn whole<T: FromStr + PartialOrd + Display>(
    name: &str,
    given: &str,
    range: RangeInclusive<T>,
) -> Result<T, ScriptedResponse> {
    // `parse` takes a plus sign.
    let is_digits = given.bytes().all(|byte| byte.is_ascii_digit());
    let number = given.parse().ok().filter(|_| is_digits);
    number
        .filter(|number| range.contains(number))
        .ok_or_else(|| {
            let (least, most) = range.into_inner();
            refused(&format!(
                "`{name}` is not a whole number from {least} to {most}"
            ))
        })
}

/// The parameters of a list: `before`, which is `None` if it is not given, and `limit`.
fn part_of_list(
    request: &ReceivedRequest,
    default: usize,
    most: usize,
) -> Result<(Option<i64>, usize), ScriptedResponse> {
    let mut given = BTreeSet::new();
    for (name, _) in request.query_pairs() {
        if !["before", "limit"].contains(&&*name) {
            let text = format!("unknown parameter `{name}`: use one of before, limit");
            return Err(refused(&text));
        }
        if let Some(twice) = given.replace(name) {
            return Err(refused(&format!("`{twice}` is given twice")));
        }
    }
    let before = request::query(request, "before");
    let before = before.map(|given| whole("before", &given, 1..=i64::MAX));
    let limit = request::query(request, "limit");
    let limit = limit.map_or(Ok(default), |given| whole("limit", &given, 1..=most))?;
    Ok((before.transpose()?, limit))
}
