//! The parts of a request that products read.

use serde_json::{Map, Value};
use wechatpay_client::gateway::ReceivedRequest;

/// The members of the body. The gateway has checked that the body is an object.
pub(crate) fn body(request: &ReceivedRequest) -> Map<String, Value> {
    serde_json::from_slice(request.body()).unwrap_or_default()
}

/// A text member of the body.
pub(crate) fn member(request: &ReceivedRequest, name: &str) -> Option<String> {
    body(request).get(name)?.as_str().map(str::to_owned)
}

/// A parameter of the query.
pub(crate) fn query(request: &ReceivedRequest, name: &str) -> Option<String> {
    let pairs = request.query_pairs().into_iter().rev();
    let mut values = pairs.filter_map(|(known, value)| (known == name).then_some(value));
    values.next()
}

/// The value of the last placeholder of `template`. `None` if the path does not match.
pub(crate) fn path_value(request: &ReceivedRequest, template: &str) -> Option<String> {
    let (_, value) = request.path_values(template)?.pop()?;
    Some(value)
}
