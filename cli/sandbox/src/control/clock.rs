//! The clock.

use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{done, refused};
use crate::{book::BookError, request, server::Server};

const FORWARD: &str = "/sandbox/clock/{seconds}";

pub(super) async fn respond(
    server: &Server,
    request: &ReceivedRequest,
) -> Option<ScriptedResponse> {
    let seconds = request::path_value(request, FORWARD)?;
    if request.method() != "POST" {
        return None;
    }
    let Ok(seconds) = seconds.parse() else {
        return Some(refused("give the seconds as a whole number"));
    };
    let forwarded = server.forward(seconds).await;
    Some(done(forwarded.map_err(BookError::Store)))
}
