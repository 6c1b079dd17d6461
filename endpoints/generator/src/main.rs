//! Writes the files that the repository derives from `endpoints/facts/`: the typed operations and events, the event types
//! of the runtime, the table of known operations in `macros/`, and the list of what that table has published.
//!
//! `cargo run -p wechatpay-endpoints-generator` writes all of them. With `--check` it only says if they are up to
//! date. With `counts` it counts the facts, their corrections and their witnesses. With `declare OPERATION` it prints
//! the declaration of an operation in Rust.

mod additions;
mod alike;
mod calls;
mod cases;
mod check;
mod compressed;
mod copies;
mod corrections;
mod counts;
mod declare;
mod events;
mod examples;
mod families;
mod joined;
mod json;
mod labels;
mod listing;
mod marks;
mod names;
mod operation;
mod patterns;
mod published;
mod read;
mod rows;
mod rules;
mod shared;
mod sources;
mod stale;
mod table;
#[cfg(test)]
mod tests;
mod times;
mod twins;
mod units;

use std::{
    env,
    error::Error,
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use json::read;
use published::Published;
use read::Sources;
use stale::stale_files;
use table::Table;
use wechatpay_endpoints::declare::{event_modules, modules};

type Result<T, E = Box<dyn Error>> = std::result::Result<T, E>;

const USAGE: &str = "\
usage: wechatpay-endpoints-generator                      writes the derived files
       wechatpay-endpoints-generator --check              only says if they are outdated
       wechatpay-endpoints-generator counts               counts the facts, their corrections and their witnesses
       wechatpay-endpoints-generator declare OPERATION    prints the declaration of an operation in Rust
       wechatpay-endpoints-generator --help               prints this text

OPERATION is `METHOD /path` or `product.name`:
       declare \"POST /v3/refund/domestic/refunds\"
       declare refund.create_refund";

#[expect(clippy::print_stderr, reason = "a command-line program")]
fn main() -> ExitCode {
    // Text that is not UTF-8 is no known word, and then part of a message.
    let arguments = env::args_os().skip(1);
    let arguments: Vec<_> = arguments
        .map(|text| text.to_string_lossy().into_owned())
        .collect();
    match run(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<()> {
    match *arguments {
        [] => write(&outputs()?),
        ["--check"] => check(&outputs()?),
        ["counts"] => print(&Sources::read(&facts())?.counts()?.to_string()),
        ["--help" | "-h"] | ["declare", "--help" | "-h"] => print(&format!("{USAGE}\n")),
        ["declare", operation] if !operation.trim().is_empty() => {
            print(&declare::declare(&facts(), &[operation])?)
        }
        // Without quotation marks, a shell makes two words of a method and a path.
        ["declare", method, path] if is_method(method) && path.contains('/') => {
            print(&declare::declare(&facts(), &[method, path])?)
        }
        _ => Err(USAGE.into()),
    }
}

/// Writes the files, and removes those that nothing makes any more.
fn write(outputs: &[Output]) -> Result<()> {
    for file in stale(outputs)? {
        fs::remove_file(file)?;
    }
    outputs.iter().try_for_each(Output::write)
}

fn check(outputs: &[Output]) -> Result<()> {
    match stale(outputs)?.first() {
        Some(file) => Err(outdated(file)),
        None => outputs.iter().try_for_each(Output::check),
    }
}

fn stale(outputs: &[Output]) -> Result<Vec<PathBuf>> {
    let paths = outputs.iter().map(|output| &*output.path).collect();
    Ok(stale_files(&endpoints(), &paths)?)
}

fn outdated(file: &Path) -> Box<dyn Error> {
    let file = file.display();
    format!("{file} is outdated: run `cargo run -p wechatpay-endpoints-generator`").into()
}

fn is_method(text: &str) -> bool {
    let mut letters = text.trim_start_matches('\u{feff}').bytes();
    letters.all(|letter| letter.is_ascii_alphabetic())
}

fn print(text: &str) -> Result<()> {
    Ok(io::stdout().write_all(text.as_bytes())?)
}

/// A generated file.
struct Output {
    path: PathBuf,
    text: String,
}

impl Output {
    fn write(&self) -> Result<()> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        match self.is_compressed() {
            // Other bytes of the same text are no change.
            true if self.check().is_ok() => Ok(()),
            true => Ok(fs::write(&self.path, compressed::bytes(&self.text)?)?),
            false => Ok(fs::write(&self.path, &self.text)?),
        }
    }

    fn check(&self) -> Result<()> {
        let committed = match self.is_compressed() {
            true => compressed::read(&self.path)?,
            false => read(&self.path)?,
        };
        if committed == self.text {
            return Ok(());
        }
        Err(outdated(&self.path))
    }

    fn is_compressed(&self) -> bool {
        self.path.extension().is_some_and(|name| name == "gz")
    }
}

/// Every generated file as it should be; an error if something that was published is missing.
fn outputs() -> Result<Vec<Output>> {
    let endpoints = endpoints();
    let sources = Sources::read(&facts())?;
    let known = sources.facts()?;
    let table = Table::new(&known)?;
    let list = endpoints.join("generator/published.txt");
    let published = Published::parse(&read(&list)?)?;
    published.check(&table)?;
    let committed = endpoints.join("../macros/src/catalogue/table.txt");
    published.check_committed(&Published::of_committed(&read(&committed)?))?;
    let catalogue = sources.catalogue()?;
    let events = sources.events(&catalogue)?;
    let mut modules = modules(&catalogue);
    modules.extend(event_modules(&events.facts, &events.modules));
    let modules = modules.into_iter().map(|module| Output {
        path: endpoints.join("src").join(module.path),
        text: module.text,
    });
    let mut outputs: Vec<_> = modules.collect();
    let mut calls = calls::modules(&catalogue)?;
    calls.extend(cases::files(&catalogue)?);
    outputs.extend(calls.into_iter().map(|module| Output {
        path: endpoints.join("tests/operations").join(module.path),
        text: module.text,
    }));
    // The list before the table: if the table cannot be written, the list still has all that the table has.
    outputs.extend([
        Output {
            path: endpoints.join("OPERATIONS.md"),
            text: listing::page(&catalogue, &events, sources.untyped()),
        },
        Output {
            path: endpoints.join("src/facts/table.json.gz"),
            text: serde_json::to_string(&known)?,
        },
        Output {
            path: endpoints.join("tests/methods.rs"),
            text: listing::test(&catalogue),
        },
        Output {
            path: endpoints.join("tests/events.json"),
            text: sources.event_examples(&events, &catalogue)?,
        },
        Output {
            path: endpoints.join("../runtime/src/notification/event_types.rs"),
            text: sources.event_types(&catalogue)?,
        },
        Output {
            path: list,
            text: Published::of(&table).to_string(),
        },
        Output {
            path: committed,
            text: table.to_string(),
        },
    ]);
    Ok(outputs)
}

/// The folder of the facts.
fn facts() -> PathBuf {
    endpoints().join("facts")
}

/// The folder of the facts and of this program.
fn endpoints() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
