//! JSON of responses and notifications.

use serde_json::Value;

/// An object without the members that are `null`: WeChat Pay leaves out what is not there.
pub(crate) fn without_nulls(mut object: Value) -> Value {
    if let Some(members) = object.as_object_mut() {
        members.retain(|_, value| !value.is_null());
    }
    object
}
