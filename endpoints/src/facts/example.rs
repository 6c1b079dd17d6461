//! An example of a call.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::is_default;

/// An example of a request and of its response, which satisfies the facts of its operation.
///
/// Values have the types of the facts: an integer is a number, a list an array, and a
/// [`json<T>`](super::Type::Json) the text of its JSON. Sensitive members are plaintext (明文).
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Example {
    /// The values of the placeholders.
    #[serde(skip_serializing_if = "is_default")]
    pub path: Map<String, Value>,
    /// The values of query parameters.
    #[serde(skip_serializing_if = "is_default")]
    pub query: Map<String, Value>,
    /// The values of headers.
    #[serde(skip_serializing_if = "is_default")]
    pub header: Map<String, Value>,
    /// The body, or the form of an upload, if the operation has one. A file of a form is a text in its place.
    #[serde(skip_serializing_if = "is_default")]
    pub request: Option<Value>,
    /// The body of the response, if the response is JSON.
    #[serde(skip_serializing_if = "is_default")]
    pub response: Option<Value>,
}
