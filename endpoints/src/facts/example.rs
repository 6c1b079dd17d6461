//! An example of a call.

use serde::Deserialize;
use serde_json::{Map, Value};

/// An example of a request and of its response, which satisfies the facts of its operation.
///
/// Values have the types of the facts: an integer is a number, a list an array, and a
/// [`json<T>`](super::Type::Json) the text of its JSON. Sensitive members are plaintext (明文).
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Example {
    /// The values of the placeholders.
    pub path: Map<String, Value>,
    /// The values of query parameters.
    pub query: Map<String, Value>,
    /// The values of headers.
    pub header: Map<String, Value>,
    /// The body, or the form of an upload, if the operation has one. A file of a form is a text in its place.
    pub request: Option<Value>,
    /// The body of the response, if the response is JSON.
    pub response: Option<Value>,
}
