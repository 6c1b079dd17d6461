//! The structure of the runtime, measured from its source: which module imports which, by how many named
//! functions a call goes to hyper, and how large files and functions are.
//!
//! `cargo run -p structure` prints the figures. It fails if an import points up, if a call does not go the declared
//! way, if the tables of CONTRIBUTING.md differ from the declared order and way, if a file of the runtime or of the
//! macros is too long, or if a published crate has syntax that the Rust version it states does not know.

mod call;
mod imports;
mod names;
mod order;
mod page;
mod sizes;
mod source;
mod syntax;
#[cfg(test)]
mod tests;

use std::{path::Path, process::ExitCode};

use imports::Graph;
use sizes::Sizes;
use source::Source;

const RUNTIME: &str = "runtime/src";
const MACROS: &str = "macros/src";
const ENDPOINTS: &str = "endpoints/src";

/// The page that explains the structure.
const PAGE: &str = include_str!("../../../../CONTRIBUTING.md");

fn main() -> ExitCode {
    let (runtime, macros, endpoints) = match (read(RUNTIME), read(MACROS), read(ENDPOINTS)) {
        (Ok(runtime), Ok(macros), Ok(endpoints)) => (runtime, macros, endpoints),
        (Err(error), _, _) | (_, Err(error), _) | (_, _, Err(error)) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let graph = Graph::of(&runtime);
    let sizes = Sizes::of(&runtime);
    print_figures(&runtime, &graph, &sizes);
    let mut faults = import_faults(&graph);
    faults.extend(call::broken_call(&runtime));
    faults.extend(page::differences(PAGE));
    faults.extend(sizes.faults(RUNTIME));
    faults.extend(Sizes::of(&macros).faults(MACROS));
    for (source, folder) in [
        (&runtime, RUNTIME),
        (&macros, MACROS),
        (&endpoints, ENDPOINTS),
    ] {
        faults.extend(syntax::too_new(source, folder));
    }
    for fault in &faults {
        eprintln!("{fault}");
    }
    if faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The source in a folder of the repository.
fn read(folder: &str) -> Result<Source, String> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    Source::read(&repository.join(folder)).map_err(|error| format!("{folder}: {error}"))
}

fn print_figures(source: &Source, graph: &Graph, sizes: &Sizes) {
    let upward = graph.edges().filter(|edge| order::points_up(edge));
    let (function, file) = (sizes.function(), sizes.file());
    println!("modules                     {}", graph.modules().count());
    println!("imports between modules     {}", graph.edges().count());
    println!(
        "largest circle of modules   {}",
        graph.largest_circle().len()
    );
    println!("imports that point up       {}", upward.count());
    println!("names at the crate root     {}", source.root_names());
    println!("functions of a call         {}", call::CALL.len());
    println!(
        "function, median and p90    {} and {} lines",
        sizes.median(),
        sizes.p90()
    );
    println!(
        "longest function            {} lines, {}",
        function.lines, function.name
    );
    println!(
        "largest file without tests  {} lines, {}",
        file.lines, file.name
    );
}

fn import_faults(graph: &Graph) -> Vec<String> {
    let upward = graph.edges().filter(|edge| order::points_up(edge));
    let upward = upward.map(|edge| {
        format!(
            "{} imports {}, which is above it ({})",
            edge.from, edge.to, edge.file
        )
    });
    let mut faults: Vec<_> = upward.collect();
    let circle = graph.largest_circle();
    if circle.len() > 1 {
        faults.push(format!("a circle of modules: {}", circle.join(", ")));
    }
    faults.extend(graph.faults().iter().cloned());
    faults.extend(order::unmatched(graph));
    faults
}
