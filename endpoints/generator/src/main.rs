//! Writes the files that the repository derives from `endpoints/facts/`: the table of known operations in
//! `macros/`, and the list of what that table has published.
//!
//! `cargo run -p wechatpay-endpoints-generator` writes both files. With `--check` it only says whether they are up to
//! date.

mod published;
mod read;
mod table;

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use published::Published;
use read::{Sources, read};
use table::Table;

type Result<T, E = Box<dyn Error>> = std::result::Result<T, E>;

#[expect(clippy::print_stderr, reason = "a command-line program")]
fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => outputs().and_then(|outputs| outputs.iter().try_for_each(Output::write)),
        ["--check"] => outputs().and_then(|outputs| outputs.iter().try_for_each(Output::check)),
        _ => Err("the only argument is `--check`".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// A generated file.
struct Output {
    path: PathBuf,
    text: String,
}

impl Output {
    fn write(&self) -> Result<()> {
        Ok(fs::write(&self.path, &self.text)?)
    }

    fn check(&self) -> Result<()> {
        if read(&self.path)? == self.text {
            return Ok(());
        }
        let path = self.path.display();
        Err(format!("{path} is outdated: run `cargo run -p wechatpay-endpoints-generator`").into())
    }
}

/// Every generated file as it should be; an error if something that was published is missing.
fn outputs() -> Result<[Output; 2]> {
    let endpoints = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let table = Table::new(&Sources::read(&endpoints.join("facts"))?)?;
    let list = endpoints.join("generator/published.txt");
    let published = Published::parse(&read(&list)?);
    published.check(&table)?;
    Ok([
        Output {
            path: endpoints.join("../macros/src/catalogue/table.txt"),
            text: table.to_string(),
        },
        Output {
            path: list,
            text: Published::of(&table).to_string(),
        },
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn committed_files_are_as_generated() {
        for output in outputs().unwrap() {
            output.check().unwrap();
        }
    }
}
