//! JSON pointers, which name a place in a body in error messages.

use std::fmt::{Display, Write};

/// Appends one segment to a JSON pointer (RFC 6901), with `~` and `/` escaped.
pub(crate) fn push_pointer_segment(pointer: &mut String, segment: impl Display) {
    pointer.push('/');
    let start = pointer.len();
    // Writing to a `String` does not fail.
    let _ = write!(pointer, "{segment}");
    if pointer
        .get(start..)
        .is_some_and(|segment| segment.contains(['~', '/']))
    {
        let escaped = pointer
            .split_off(start)
            .replace('~', "~0")
            .replace('/', "~1");
        pointer.push_str(&escaped);
    }
}
