//! The declared order of the modules.

use crate::{
    call::CALL,
    imports::{Edge, Graph},
};

/// The modules from the top to the bottom. A module imports only from modules below it.
const ORDER: &[&str] = &[
    "error",
    "testing",
    "gateway",
    "__private",
    "pay",
    "notification",
    "client",
    "call_error",
    "journal",
    "download",
    "diagnose",
    "request",
    "verify",
    "transport",
    "upload",
    "sign",
    "api_v3_key",
    "base_url",
    "config_error",
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

pub fn undeclared(graph: &Graph) -> impl Iterator<Item = String> {
    let modules = graph.modules().filter(|module| rank(module).is_none());
    modules.map(|module| format!("{module} has no place in the order of the modules"))
}

/// The modules, and the functions of a call, that the page for contributors does not name.
pub fn unmapped(graph: &Graph, page: &str) -> Vec<String> {
    let modules = graph.modules();
    let functions = CALL.iter().map(|(function, _)| *function);
    let named = |name: &&str| page.contains(&format!("{name}`"));
    let unnamed = modules.chain(functions).filter(|name| !named(name));
    unnamed
        .map(|name| format!("CONTRIBUTING.md does not name {name}"))
        .collect()
}

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|other| *other == module)
}
