//! The declared order of the modules, and the declared way of a call.

use crate::{
    imports::{Edge, Graph},
    source::Source,
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

/// The named functions from a generated method to hyper, each with the file that holds it. The last one
/// calls hyper's `send_request`.
pub const CALL: &[(&str, &str)] = &[
    ("call", "__private.rs"),
    ("execute", "client/mod.rs"),
    ("perform", "client/mod.rs"),
    ("run", "client/attempts.rs"),
    ("attempt", "client/mod.rs"),
    ("send", "transport/mod.rs"),
    ("exchange", "transport/mod.rs"),
];

const HYPER: (&str, &str) = ("send_request", "hyper");

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

/// The functions of a call that are not in their declared file, or that do not call the next one.
pub fn broken_call(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    let next = CALL.iter().skip(1).chain([&HYPER]);
    for ((function, name), (next, _)) in CALL.iter().zip(next) {
        let file = source.files.iter().find(|file| file.name == *name);
        let body = file.and_then(|file| body(&file.text, function));
        match body {
            None => faults.push(format!("{name} has no function {function}")),
            Some(body) if !body.contains(&format!("{next}(")) => {
                faults.push(format!("{function} of {name} does not call {next}"));
            }
            Some(_) => {}
        }
    }
    faults
}

/// The text of the first function of this name, from the name to the brace below its first line.
fn body<'t>(text: &'t str, function: &str) -> Option<&'t str> {
    let starts = [format!("fn {function}("), format!("fn {function}<")];
    let start = starts.iter().filter_map(|start| text.find(start)).min()?;
    let (before, rest) = text.split_at(start + 3);
    let line = before.rsplit('\n').next()?;
    let indent = line.len() - line.trim_start().len();
    let end = rest.find(&format!("\n{}}}\n", " ".repeat(indent)))?;
    rest.get(..end)
}

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|other| *other == module)
}
