//! Faults: lists, adds and removes them.

use serde_json::{Map, Value, json};
use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{refused, shown, whole};
use crate::{
    fault::{ActiveFault, FaultError, FaultRule, KNOWN},
    request,
    server::Server,
};

const ALL: &str = "/sandbox/faults";
const FAULT: &str = "/sandbox/faults/{id}";

pub(super) fn respond(server: &Server, request: &ReceivedRequest) -> Option<ScriptedResponse> {
    let faults = &server.faults;
    if request.path() == ALL {
        return match request.method() {
            "GET" => Some(shown(&json!({ "faults": faults.list(), "known": KNOWN }))),
            "POST" => Some(match add(server, request) {
                Ok(added) => shown(&added),
                Err(error) => refused(&error.to_string()),
            }),
            "DELETE" => {
                faults.clear();
                Some(ScriptedResponse::no_content())
            }
            _ => None,
        };
    }
    let id = request::path_value(request, FAULT).filter(|_| request.method() == "DELETE")?;
    Some(match whole("id", &id, 1..=u64::MAX) {
        Ok(id) if faults.remove(id) => ScriptedResponse::no_content(),
        Ok(_) => ScriptedResponse::error(404, "NOT_FOUND", "no fault has this number"),
        Err(refusal) => refusal,
    })
}

/// Adds the rule of the body.
fn add(server: &Server, request: &ReceivedRequest) -> Result<ActiveFault, FaultError> {
    let rule: Result<Map<String, Value>, _> = serde_json::from_slice(request.body());
    let rule = rule.map_err(|_| FaultError::new("the body is not a JSON object".to_owned()))?;
    let pairs = rule.into_iter().map(|(name, value)| match value {
        Value::String(text) => (name, text),
        Value::Null => (name, String::new()),
        other => (name, other.to_string()),
    });
    server.faults.add(FaultRule::from_pairs(pairs)?)
}
