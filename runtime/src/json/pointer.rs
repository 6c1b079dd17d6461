//! Places in JSON: pointers (RFC 6901), and paths for people.

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

/// The JSON pointer to a member or an item of the value at `pointer`.
pub(crate) fn pointer_below(pointer: &str, segment: impl Display) -> String {
    let mut pointer = pointer.to_owned();
    push_pointer_segment(&mut pointer, segment);
    pointer
}

/// The place of a value in a JSON text. Empty for the whole text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// Such as `items[2].name`.
    pub(super) path: String,
    /// Such as `/items/2/name`.
    pub(super) pointer: String,
}

impl Place {
    /// Enters a member of an object.
    pub(super) fn push_name(&mut self, name: &str) {
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(name);
        push_pointer_segment(&mut self.pointer, name);
    }

    /// Enters an item of an array.
    pub(super) fn push_index(&mut self, index: usize) {
        // Writing to a `String` does not fail.
        let _ = write!(self.path, "[{index}]");
        push_pointer_segment(&mut self.pointer, index);
    }
}
