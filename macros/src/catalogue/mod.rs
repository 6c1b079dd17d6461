//! The operations that were known when this version was released.

mod find;
mod operation;

use std::sync::LazyLock;

pub(crate) use find::{Found, find, find_near, is_known};
pub(crate) use operation::{Body, Kind, Operation, Parameter, Response};

// The grammar of a line of table.txt:
//
// line = KEY " " METHOD " " PATH { " " word }
// word = "body"                        the request is JSON
//      | "upload"                      the request is a form with a file
//      | "file"                        the response is a file
//      | "empty"                       the response has no body
//      | "body!" | "upload!" | "file!" | "empty!"
//                                      the same, confirmed by an official SDK or two other witnesses
//      | "bill" | "bills"              the response is the address of a bill file, or of several
//      | "202"                         success is 202
//      | "global"                      on the hosts outside the mainland
//      | "?" name [ kind ] flags       a query parameter
//      | "{" name "}" [ kind ] flags   a placeholder about which more is known than its name
//      | "@" name flags                a header of this operation
//      | "$" pointer                   a member of the body that must go encrypted, as a JSON pointer; `*`
//                                      stands for each item of a list
// kind = ":int" | ":bool" | ":text" | ":list"
//      | ":digits"                     text that may consist of digits only
// flags = [ "!" ] [ "*" ]              required, confirmed; the value must go encrypted

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
