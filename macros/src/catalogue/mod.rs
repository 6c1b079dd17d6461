//! The operations that were known when this version was released.

mod find;
mod operation;

use std::sync::LazyLock;

pub(crate) use find::{Found, find, is_known};
pub(crate) use operation::{Body, Kind, Operation, Parameter, Response};

/// The generated lines, each after its key: the path with each placeholder as `{}`. Lines are sorted by key.
///
/// The keys are stored, because a macro is compiled without optimisation. Comparing strings is fast all the
/// same: the standard library is optimised.
static TABLE: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let lines = include_str!("table.txt").lines();
    lines
        .filter_map(|line| line.split_once(' '))
        .filter(|(key, _)| *key != "#")
        .collect()
});

/// The method, the path, and the words after them.
fn split(line: &str) -> (&str, &str, &str) {
    let (method, rest) = line.split_once(' ').unwrap_or((line, ""));
    let (path, words) = rest.split_once(' ').unwrap_or((rest, ""));
    (method, path, words)
}

#[cfg(test)]
pub(crate) fn all() -> impl Iterator<Item = Operation> {
    TABLE.iter().map(|(_, line)| Operation::read(line))
}
