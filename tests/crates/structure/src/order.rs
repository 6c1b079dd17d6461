//! The declared order of the modules.

use crate::imports::{Edge, Graph};

/// The modules from the top to the bottom. A module imports only from modules below it.
pub const ORDER: &[&str] = &[
    "error",
    "testing",
    "gateway",
    "__private",
    "pay",
    "notification",
    "client",
    "call_error",
    "advice",
    "journal",
    "download",
    "diagnose",
    "values",
    "request",
    "verify",
    "transport",
    "upload",
    "sign",
    "api_v3_key",
    "base_url",
    "config_error",
    "validation",
    "collect",
    "json",
    "outcome",
    "head",
    "crypto",
    "clock",
];

pub fn points_up(edge: &Edge) -> bool {
    matches!((rank(&edge.from), rank(&edge.to)), (Some(from), Some(to)) if from > to)
}

/// The modules that the order does not name, and the names of the order that are no modules.
pub fn unmatched(graph: &Graph) -> Vec<String> {
    let modules: Vec<_> = graph.modules().collect();
    let undeclared = modules.iter().filter(|module| rank(module).is_none());
    let undeclared =
        undeclared.map(|module| format!("{module} has no place in the order of the modules"));
    let missing = ORDER.iter().filter(|name| !modules.contains(name));
    let missing = missing.map(|name| format!("the order names {name}, which is no module"));
    undeclared.chain(missing).collect()
}

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|other| *other == module)
}
