//! The responses to requests of no known operation.

use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};
use wechatpay_endpoints::{
    facts,
    facts::{FindErrorKind, Operation},
};

use crate::refusal::{Refusal, refusal};

// No source has the bodies of WeChat Pay. These are the words of HTTP.
const NO_OPERATION: Refusal = refusal(404, "NOT_FOUND", "Not Found", 0);
const OTHER_METHOD: Refusal = refusal(405, "METHOD_NOT_ALLOWED", "Method Not Allowed", 0);

/// 405 if the path has other methods, and 404 if it is not known. The reason, for the log, names the operation that was
/// probably meant.
pub(crate) fn response(request: &ReceivedRequest) -> ScriptedResponse {
    let (refusal, reason) = refusal_of(request.method(), request.path());
    ScriptedResponse::from(refusal).with_reason(reason)
}

fn refusal_of(method: &str, path: &str) -> (Refusal, String) {
    let other = |operations: &[&Operation]| {
        let names: Vec<_> = operations.iter().map(ToString::to_string).collect();
        let names = names.join(", ");
        // The search overlooks empty segments, which make another path.
        match path.ends_with('/') || path.contains("//") {
            true => (
                NO_OPERATION,
                format!("no known operation is {method} {path}; similar: {names}"),
            ),
            false => (
                OTHER_METHOD,
                format!("the path has no method {method}, but: {names}"),
            ),
        }
    };
    let error = match facts().find(path) {
        Ok(operation) => return other(&[operation]),
        Err(error) => error,
    };
    match error.kind() {
        FindErrorKind::Several(operations) => other(operations),
        FindErrorKind::Unknown(Some(nearest)) => {
            let reason = format!("no known operation is {method} {path}; similar: {nearest}");
            (NO_OPERATION, reason)
        }
        _ => (
            NO_OPERATION,
            format!("no known operation is {method} {path}"),
        ),
    }
}
