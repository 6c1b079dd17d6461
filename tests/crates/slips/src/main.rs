//! Makes misspelt declarations, expands them with the macro, and counts how often the error names the operation that
//! was meant.
//!
//! `cargo run -p slips -- [seed [count [edits]]]`: `edits` is the number of edits in each slip. Fails if an error names
//! the right operation in fewer than 95 % of the slips of one edit, if a slip compiles, or if one has two errors.

mod declarations;
mod operations;
mod random;
mod report;
mod slip;

use std::{env, process::ExitCode};

use random::Random;
use report::Report;

const SEED: u64 = 1;
const COUNT: usize = 500;

fn main() -> ExitCode {
    let arguments: Option<Vec<u64>> = env::args().skip(1).map(|text| text.parse().ok()).collect();
    let Some(arguments) = arguments else {
        eprintln!("the arguments must be numbers: write `slips [seed [count [edits]]]`");
        return ExitCode::FAILURE;
    };
    let number = |index| {
        let number: &u64 = arguments.get(index)?;
        usize::try_from(*number).ok()
    };
    let seed = arguments.first().copied().unwrap_or(SEED);
    let (count, edits) = (number(1).unwrap_or(COUNT), number(2).unwrap_or(1));
    let operations = operations::known();
    let slips = slip::slips(&operations, &mut Random::new(seed), count, edits);
    let (published, slips): (Vec<_>, Vec<_>) =
        slips.into_iter().partition(|slip| slip.is_published);
    let errors = match declarations::check(&slips) {
        Ok(errors) => errors,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let report = Report::of(&slips, &errors);
    println!("seed {seed}, {count} slips, {edits} edits each");
    println!("{report}");
    println!("another operation   {}", published.len());
    let is_enough = edits != 1 || report.is_enough();
    if is_enough && report.is_clean() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
