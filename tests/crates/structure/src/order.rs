//! The declared order of the modules, and the declared way of a call.

use crate::{
    imports::{Edge, Graph},
    source::Source,
};

/// The modules from the top to the bottom. A module imports only from modules below it.
const ORDER: &[&str] = &[
    "testing",
    "__private",
    "pay",
    "notification",
    "client",
    "papay",
    "error",
    "diagnose",
    "download",
    "verify",
    "frozen",
    "request",
    "upload",
    "transport",
    "sign",
    "sensitive",
    "journal",
    "signer",
    "endpoint",
    "message",
    "base_url",
    "api_v3_key",
    "scheme",
    "collect",
    "crypto",
    "json",
    "clock",
];

/// The named functions from a generated method to hyper, each with the file that holds it.
pub const CALL: &[(&str, &str)] = &[
    ("call", "__private.rs"),
    ("answer", "__private.rs"),
    ("execute", "client/mod.rs"),
    ("perform", "client/mod.rs"),
    ("attempts", "client/mod.rs"),
    ("attempt", "client/mod.rs"),
    ("exchange", "client/core.rs"),
    ("send", "transport/mod.rs"),
    ("open", "transport/mod.rs"),
    ("exchange", "transport/mod.rs"),
    ("send_request", "transport/mod.rs"),
];

pub fn points_up(edge: &Edge) -> bool {
    matches!((rank(&edge.from), rank(&edge.to)), (Some(from), Some(to)) if from > to)
}

pub fn undeclared(graph: &Graph) -> impl Iterator<Item = String> {
    let modules = graph.modules().filter(|module| rank(module).is_none());
    modules.map(|module| format!("{module} has no place in the order of the modules"))
}

/// Each function of a call stands where it is declared to, and names the next one.
pub fn broken_call(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    for pair in CALL.windows(2) {
        let [(function, name), (next, _)] = pair else {
            continue;
        };
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

/// The text from the first function of this name to the next one.
fn body<'t>(text: &'t str, function: &str) -> Option<&'t str> {
    let starts = [format!("fn {function}("), format!("fn {function}<")];
    let start = starts.iter().filter_map(|start| text.find(start)).min()?;
    let rest = text.get(start + 3..)?;
    let end = rest
        .find("\n    }\n")
        .or_else(|| rest.find("\n}\n"))
        .unwrap_or(rest.len());
    rest.get(..end)
}

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|other| *other == module)
}
