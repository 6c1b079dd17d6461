//! The log of requests.

use serde_json::json;
use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{part_of_list, shown};
use crate::{request_log::KEPT, server::Server};

const PATH: &str = "/sandbox/requests";

/// The number of requests that are listed by default.
const LISTED: usize = 100;

pub(super) fn respond(server: &Server, request: &ReceivedRequest) -> Option<ScriptedResponse> {
    let is_list = (request.method(), request.path()) == ("GET", PATH);
    is_list.then(|| list(server, request).unwrap_or_else(|refusal| refusal))
}

fn list(server: &Server, request: &ReceivedRequest) -> Result<ScriptedResponse, ScriptedResponse> {
    let (before, limit) = part_of_list(request, LISTED, KEPT)?;
    let before = before.map(i64::unsigned_abs);
    let entries = server.requests.newest(before, limit);
    let entries: Vec<_> = entries.iter().map(|entry| &**entry).collect();
    Ok(shown(&json!({ "requests": entries })))
}
