//! Members of JSON by their paths, and the comparison of JSON.

use serde_json::Value;

/// The value at a path such as `amount.total` or `items[2].name`, if it is there.
pub(crate) fn at<'v>(value: &'v mut Value, path: &str) -> Option<&'v mut Value> {
    value.pointer_mut(&pointer(path))
}

/// Removes the member at a path.
pub(crate) fn remove(value: &mut Value, path: &str) {
    let pointer = pointer(path);
    let (outer, name) = pointer.rsplit_once('/').unwrap();
    let outer = value.pointer_mut(outer).unwrap().as_object_mut().unwrap();
    assert!(outer.remove(name).is_some(), "{path} is not there");
}

fn pointer(path: &str) -> String {
    format!("/{}", path.replace(']', "").replace(['.', '['], "/"))
}

/// Removes the members that are `null`, at any depth: an absent member serializes as `null`.
pub(crate) fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.into_iter().filter(|(_, value)| !value.is_null());
            let members = members.map(|(name, value)| (name, without_nulls(value)));
            Value::Object(members.collect())
        }
        Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        // 100 is also 100.0.
        Value::Number(number) if number.is_f64() => match number.as_f64() {
            Some(float) if float.fract() == 0.0 && float.abs() < 1e15 => (float as i64).into(),
            _ => Value::Number(number),
        },
        value => value,
    }
}
