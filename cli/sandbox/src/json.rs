//! JSON of responses and notifications.

use serde_json::{Map, Value};

/// An object without the members that are `null`: WeChat Pay leaves out what is not there.
pub(crate) fn without_nulls(mut object: Value) -> Value {
    if let Some(members) = object.as_object_mut() {
        members.retain(|_, value| !value.is_null());
    }
    object
}

/// A text member. Empty if there is none.
pub(crate) fn text<'m>(members: &'m Map<String, Value>, name: &str) -> &'m str {
    let member = members.get(name).and_then(Value::as_str);
    member.unwrap_or_default()
}

/// The members with these names, as far as the object has them.
pub(crate) fn picked(object: &Map<String, Value>, names: &[&str]) -> Map<String, Value> {
    let members = names.iter();
    let members = members.filter_map(|name| Some(((*name).to_owned(), object.get(*name)?.clone())));
    members.collect()
}
