//! The kind of a JSON value, by its first byte.

/// The kind of a JSON value: `object`, `array`, `string`, `boolean`, `null` or `number`.
pub(crate) fn kind(json: impl AsRef<[u8]>) -> &'static str {
    match json.as_ref().trim_ascii_start().first() {
        Some(b'{') => "object",
        Some(b'[') => "array",
        Some(b'"') => "string",
        Some(b't' | b'f') => "boolean",
        Some(b'n') | None => "null",
        Some(_) => "number",
    }
}
