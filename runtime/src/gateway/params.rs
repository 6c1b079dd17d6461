//! Checks the JSON of a request that the gateway received, and refuses what WeChat Pay does not accept.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use serde_json::{Map, Value};

use super::{
    param_error::{ParamError, ParamLocation},
    received::ReceivedRequest,
};

/// Checks that the body of a request, or the meta of an upload, is a JSON object. If not, the response is 400
/// `PARAM_ERROR`.
pub(super) fn check_object(request: &ReceivedRequest) -> Result<(), ParamError> {
    let Some((pointer, json)) = json_of(request) else {
        return Ok(());
    };
    let issue = match serde_json::from_slice(json) {
        Ok(Value::Object(_)) => return Ok(()),
        Ok(Value::String(_)) => "a JSON string, not an object: it was encoded twice",
        Ok(_) => "not a JSON object",
        Err(error) if is_too_deep(&error) => "nested too deep: at most 127 levels are read",
        Err(_) => "not JSON",
    };
    Err(refusal(pointer, issue))
}

/// Refuses a `null` in the JSON of a request, as WeChat Pay does, with 400 `PARAM_ERROR`.
pub(super) fn check_nulls(request: &ReceivedRequest) -> Result<(), ParamError> {
    let Some((pointer, json)) = json_of(request) else {
        return Ok(());
    };
    let null = serde_json::from_slice(json).ok();
    let null = null.and_then(|json| null_in_value(&json));
    null.map_or(Ok(()), |null| {
        let field = format!("{pointer}{null}");
        Err(refusal(&field, "null is not allowed: leave the member out"))
    })
}

/// The JSON of a request and its place: the body, or the meta of an upload. `None` if the request has none.
fn json_of(request: &ReceivedRequest) -> Option<(&'static str, &Bytes)> {
    let (pointer, json) = match request.meta() {
        Some(meta) => ("/body/meta", meta),
        None if is_form(request) => return None,
        None => ("", request.body()),
    };
    (!json.is_empty()).then_some((pointer, json))
}

/// A mistake in the body. `field` is a JSON pointer. Only `detail` names field and issue, because the text of an error
/// shows the detail anyway.
pub(super) fn refusal(field: &str, issue: &str) -> ParamError {
    let issue = match field {
        "" => format!("the body is {issue}"),
        _ => issue.to_owned(),
    };
    ParamError::at(ParamLocation::Body, field.to_owned(), issue)
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
