//! Checks the JSON of a request that the gateway received, and refuses what WeChat Pay does not accept.

use http::header::CONTENT_TYPE;
use serde_json::{Map, Value, json};

use super::{received::ReceivedRequest, scripted_response::ScriptedResponse};

/// Checks the JSON of a request: the body, or the meta of an upload. If it is wrong, the response is 400
/// `PARAM_ERROR`.
pub(super) fn check(request: &ReceivedRequest) -> Result<(), ScriptedResponse> {
    let (pointer, json) = match request.meta() {
        Some(meta) => ("/body/meta", meta),
        None if is_form(request) => return Ok(()),
        None => ("", request.body()),
    };
    if json.is_empty() {
        return Ok(());
    }
    let issue = match serde_json::from_slice(json) {
        Ok(Value::Object(members)) => match null_in_object(&members) {
            Some(null) => {
                let field = format!("{pointer}{null}");
                return Err(refusal(&field, "null is not allowed: leave the member out"));
            }
            None => return Ok(()),
        },
        Ok(Value::String(_)) => "a JSON string, not an object: it was encoded twice",
        Ok(_) => "not a JSON object",
        Err(error) if is_too_deep(&error) => "nested too deep: at most 127 levels are read",
        Err(_) => "not JSON",
    };
    Err(refusal(pointer, issue))
}

/// 400 `PARAM_ERROR`. `field` is a JSON pointer. Only `detail` names field and issue, because the text of an error
/// shows the detail anyway.
pub(super) fn refusal(field: &str, issue: &str) -> ScriptedResponse {
    let issue = match field {
        "" => format!("the body is {issue}"),
        _ => issue.to_owned(),
    };
    let detail = json!({ "field": field, "issue": issue, "location": "body" });
    let body = json!({ "code": "PARAM_ERROR", "message": "参数错误", "detail": detail });
    ScriptedResponse::json(400, body)
}

/// serde_json limits the depth of values, and only its message says so.
fn is_too_deep(error: &serde_json::Error) -> bool {
    error.to_string().starts_with("recursion limit")
}

/// `true` if the request is an upload.
pub(super) fn is_form(request: &ReceivedRequest) -> bool {
    let content_type = request.header(CONTENT_TYPE.as_str()).unwrap_or_default();
    content_type.starts_with("multipart/form-data")
}

/// The JSON pointer of the first `null` in an object.
fn null_in_object(members: &Map<String, Value>) -> Option<String> {
    members.iter().find_map(|(name, value)| {
        let name = name.replace('~', "~0").replace('/', "~1");
        null_in_value(value).map(|rest| format!("/{name}{rest}"))
    })
}

/// The JSON pointer of the first `null`, relative to `value`.
fn null_in_value(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::Object(members) => null_in_object(members),
        Value::Array(elements) => elements
            .iter()
            .enumerate()
            .find_map(|(index, value)| null_in_value(value).map(|rest| format!("/{index}{rest}"))),
        _ => None,
    }
}
