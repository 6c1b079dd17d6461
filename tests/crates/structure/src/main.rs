//! The structure of the runtime, measured from its source: which module imports which, by how many named
//! functions a call goes to hyper, and how large files and functions are.
//!
//! `cargo run -p structure` prints the figures. It fails if an import points up, if a file is too long, if a call does
//! not go the declared way, or if the tables of CONTRIBUTING.md differ from the declared order and way.

mod call;
mod imports;
mod names;
mod order;
mod page;
mod sizes;
mod source;
#[cfg(test)]
mod tests;

use std::{path::Path, process::ExitCode};

use imports::Graph;
use sizes::Sizes;
use source::Source;

/// The page that explains the structure.
const PAGE: &str = include_str!("../../../../CONTRIBUTING.md");

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../runtime/src");
    let source = match Source::read(&root) {
        Ok(source) => source,
        Err(error) => {
            eprintln!("{}: {error}", root.display());
            return ExitCode::FAILURE;
        }
    };
    let graph = Graph::of(&source);
    let sizes = Sizes::of(&source);
    let mut faults = Vec::new();
    let circle = graph.largest_circle();
    println!("modules                     {}", graph.modules().count());
    println!("imports between modules     {}", graph.edges().count());
    println!("largest circle of modules   {}", circle.len());
    let upward: Vec<_> = graph
        .edges()
        .filter(|edge| order::points_up(edge))
        .collect();
    println!("imports that point up       {}", upward.len());
    println!("names at the crate root     {}", source.root_names());
    println!("functions of a call         {}", call::CALL.len());
    println!(
        "function, median and p90    {} and {} lines",
        sizes.median(),
        sizes.p90()
    );
    println!(
        "longest function            {} lines, {}",
        sizes.function().lines,
        sizes.function().name
    );
    println!(
        "largest file without tests  {} lines, {}",
        sizes.file().lines,
        sizes.file().name
    );
    for edge in upward {
        faults.push(format!(
            "{} imports {}, which is above it ({})",
            edge.from, edge.to, edge.file
        ));
    }
    if circle.len() > 1 {
        faults.push(format!("a circle of modules: {}", circle.join(", ")));
    }
    faults.extend(graph.faults().iter().cloned());
    faults.extend(order::unmatched(&graph));
    faults.extend(call::broken_call(&source));
    faults.extend(page::differences(PAGE));
    faults.extend(sizes.faults());
    for fault in &faults {
        eprintln!("{fault}");
    }
    if faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
