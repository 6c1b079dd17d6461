//! The known operations, from the table of the macro.

use std::collections::BTreeSet;

const TABLE: &str = include_str!("../../../../macros/src/catalogue/table.txt");

pub(crate) struct Operation {
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
}

pub(crate) fn known() -> Vec<Operation> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let mut words = line.split(' ').skip(1);
            Some(Operation {
                method: words.next()?,
                path: words.next()?,
            })
        })
        .collect()
}

/// The words between the slashes of all paths, each once.
pub(crate) fn words(operations: &[Operation]) -> Vec<&'static str> {
    let segments = operations.iter().flat_map(|known| known.path.split('/'));
    let words = segments.filter(|word| !word.is_empty() && !is_placeholder(word));
    words.collect::<BTreeSet<_>>().into_iter().collect()
}

/// The path with each placeholder as `{}`, since the names of placeholders are free.
pub(crate) fn key(path: &str) -> String {
    let segments = path.split('/').map(|segment| {
        if is_placeholder(segment) {
            "{}"
        } else {
            segment
        }
    });
    segments.collect::<Vec<_>>().join("/")
}

pub(crate) fn is_placeholder(segment: &str) -> bool {
    segment.starts_with('{')
}
