//! The log of requests.

use serde_json::json;
use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{before, limit, shown};
use crate::{request_log::KEPT, server::Server};

const PATH: &str = "/sandbox/requests";

/// The number of requests that are listed by default.
const LISTED: usize = 100;

pub(super) fn respond(server: &Server, request: &ReceivedRequest) -> Option<ScriptedResponse> {
    let is_list = (request.method(), request.path()) == ("GET", PATH);
    is_list.then(|| list(server, request).unwrap_or_else(|refusal| refusal))
}

fn list(server: &Server, request: &ReceivedRequest) -> Result<ScriptedResponse, ScriptedResponse> {
    let before = before(request)?.map(i64::unsigned_abs);
    let limit = limit(request, LISTED, KEPT)?;
    let entries = server.requests.newest(before, limit);
    let entries: Vec<_> = entries.iter().map(|entry| &**entry).collect();
    Ok(shown(&json!({ "requests": entries })))
}
