//! The clock.

use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{done, whole};
use crate::{request, server::Server};

const FORWARD: &str = "/sandbox/clock/{seconds}";

/// The most seconds that the clock is ahead of that of the machine: 68 years.
pub(crate) const MOST_SECONDS: u32 = i32::MAX.unsigned_abs();

pub(super) async fn respond(
    server: &Server,
    request: &ReceivedRequest,
) -> Option<ScriptedResponse> {
    let seconds = request::path_value(request, FORWARD)?;
    if request.method() != "POST" {
        return None;
    }
    Some(match whole("seconds", &seconds, 0..=MOST_SECONDS) {
        Ok(seconds) => done(server.forward(seconds).await),
        Err(refusal) => refusal,
    })
}
