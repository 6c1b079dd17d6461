//! Checks the JSON of a request that the gateway received, and refuses what WeChat Pay does not accept.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use serde_json::{Value, value::RawValue};

use super::{
    operations::{OperationRequest, Operations},
    param_error::{ParamError, ParamLocation},
    received::ReceivedRequest,
};
use crate::json::{Members, kind, pointer_below};

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
        Err(error) if is_too_large(&error) => "not readable: a number is out of range",
        Err(_) => "not JSON",
    };
    Err(refusal(pointer, issue))
}

/// Refuses a `null` in the JSON of a request, as WeChat Pay does, with 400 `PARAM_ERROR`. Known operations may allow it.
pub(super) fn check_nulls(
    request: &OperationRequest<'_>,
    operations: Option<&dyn Operations>,
) -> Result<(), ParamError> {
    let Some((pointer, json)) = json_of(request) else {
        return Ok(());
    };
    let mut nulls = Vec::new();
    if let Ok(json) = serde_json::from_slice(json) {
        collect_nulls(&json, pointer, &mut nulls);
    }
    let is_refused = |null: &&String| {
        !operations.is_some_and(|operations| operations.allows_null(request, null))
    };
    nulls.iter().find(is_refused).map_or(Ok(()), |null| {
        Err(refusal(null, "null is not allowed: leave the member out"))
    })
}

/// Shows a refused number as the request wrote it, as text: a [`Value`] rounds large numbers, and has another form of
/// others.
pub(super) fn as_written(error: ParamError, request: &ReceivedRequest) -> ParamError {
    let literal = json_of(request)
        .filter(|_| error.location() == ParamLocation::Body)
        .and_then(|(place, json)| literal(json, error.field().strip_prefix(place)?))
        // The detail of a text or a list may hold its length.
        .filter(|literal| kind(literal) == "number");
    match (error.value(), literal) {
        (Some(Value::Number(number)), Some(literal)) if number.to_string() != literal => {
            let literal = literal.to_owned();
            error.with_value(Value::String(literal))
        }
        _ => error,
    }
}

/// The text of the value at a JSON pointer.
fn literal<'j>(json: &'j [u8], pointer: &str) -> Option<&'j str> {
    let mut value: &RawValue = serde_json::from_slice(json).ok()?;
    for name in pointer.split('/').skip(1) {
        let name = name.replace("~1", "/").replace("~0", "~");
        value = match kind(value.get()) {
            "array" => {
                let items: Vec<&RawValue> = serde_json::from_str(value.get()).ok()?;
                items.get(name.parse::<usize>().ok()?)?
            }
            _ => {
                let Members(members) = serde_json::from_str(value.get()).ok()?;
                // The last of several members of one name counts.
                let mut values = members.into_iter().rev();
                values.find(|(known, _)| *known == name)?.1
            }
        };
    }
    Some(value.get())
}

/// Checks that a body other than a form is declared as JSON.
pub(super) fn check_content_type(request: &ReceivedRequest) -> Result<(), ParamError> {
    let content_type = request.header(CONTENT_TYPE.as_str()).unwrap_or_default();
    let media_type = content_type.split(';').next().unwrap_or_default().trim();
    if request.body().is_empty()
        || request.is_form()
        || media_type.eq_ignore_ascii_case("application/json")
    {
        return Ok(());
    }
    Err(ParamError::new(
        ParamLocation::Header,
        "/Content-Type",
        "is not `application/json`: send this type with a JSON body",
    ))
}

/// The JSON of a request and its place in the body: the root, or the meta of an upload. `None` if the request has none.
fn json_of(request: &ReceivedRequest) -> Option<(&'static str, &Bytes)> {
    let (pointer, json) = match request.meta() {
        Some(meta) => ("/meta", meta),
        None if request.is_form() => return None,
        None => ("", request.body()),
    };
    (!json.is_empty()).then_some((pointer, json))
}

/// A mistake in the body. Only `detail` names the place and the issue, because the text of an error shows the detail
/// anyway.
pub(super) fn refusal(pointer: &str, issue: &str) -> ParamError {
    let issue = match pointer {
        "" => format!("the body is {issue}"),
        _ => issue.to_owned(),
    };
    ParamError::new(ParamLocation::Body, pointer, issue)
}

// Only the messages of serde_json tell these limits from other mistakes.

fn is_too_deep(error: &serde_json::Error) -> bool {
    error.to_string().starts_with("recursion limit")
}

fn is_too_large(error: &serde_json::Error) -> bool {
    error.to_string().starts_with("number out of range")
}

/// Collects the JSON pointers of every `null` in a value at `pointer`.
fn collect_nulls(value: &Value, pointer: &str, nulls: &mut Vec<String>) {
    match value {
        Value::Null => nulls.push(pointer.to_owned()),
        Value::Object(members) => {
            for (name, value) in members {
                collect_nulls(value, &pointer_below(pointer, name), nulls);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                collect_nulls(value, &pointer_below(pointer, index), nulls);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_a_value_is_found_by_its_pointer() {
        let json = br#" {"a":1e2,"a":12345678901234567890123, "b/c": [{"~": -1.50}], "d": "1"} "#;
        for (pointer, text) in [
            ("/a", Some("12345678901234567890123")),
            ("/b~1c/0/~0", Some("-1.50")),
            ("/d", Some("\"1\"")),
            ("/b~1c/1", None),
            ("/b~1c/x", None),
            ("/d/a", None),
            ("/x", None),
        ] {
            assert_eq!(literal(json, pointer), text, "{pointer}");
        }
        assert_eq!(literal(b"{", "/a"), None);
    }
}
