//! Output: JSON for programs, tables and colour for people.

use std::io::{self, IsTerminal as _, Write as _};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use clap::{Args, ValueEnum};
use comfy_table::{ContentArrangement, Table, presets};
use serde::Serialize;

use crate::failure::Failure;

pub(crate) const RED: Style = AnsiColor::Red.on_default().bold();
pub(crate) const GREEN: Style = AnsiColor::Green.on_default();
pub(crate) const YELLOW: Style = AnsiColor::Yellow.on_default();
pub(crate) const BOLD: Style = Style::new().bold();

/// The options of the output.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct OutputArguments {
    /// The form of the output: text for people, JSON for programs
    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "auto",
        env = "WECHATPAY_OUTPUT",
        hide_env_values = true,
        help_heading = "Output"
    )]
    output: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Text on a terminal, else JSON
    Auto,
    /// Text, with colour on a terminal
    Text,
    /// JSON
    Json,
}

/// Writes the result of a command.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Output {
    is_json: bool,
}

/// A result of a command: the same for people and, as JSON, for programs.
pub(crate) trait Report: Serialize {
    /// Writes the text for people. Styles of `anstyle` are removed where there is no colour.
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()>;
}

impl Output {
    pub(crate) fn new(arguments: OutputArguments) -> Self {
        let is_json = match arguments.output {
            Format::Auto => !io::stdout().is_terminal(),
            Format::Text => false,
            Format::Json => true,
        };
        Self { is_json }
    }

    /// Writes a result to standard output.
    pub(crate) fn report(self, report: &impl Report) -> io::Result<()> {
        let mut out = AutoStream::auto(io::stdout().lock());
        let written = match self.is_json {
            true => serde_json::to_writer_pretty(&mut out, report)
                .map_err(io::Error::from)
                .and_then(|()| writeln!(out)),
            false => report.write_text(&mut out),
        };
        unless_closed(written)
    }

    /// Writes a text to standard output that is for programs as it is, such as code, whatever the form of the output.
    pub(crate) fn verbatim(self, text: &str) -> io::Result<()> {
        unless_closed(io::stdout().lock().write_all(text.as_bytes()))
    }

    /// Writes a warning to standard error, in one line.
    pub(crate) fn warning(self, text: &str) {
        let mut out = AutoStream::new(io::stderr().lock(), ColorChoice::Auto);
        // Nobody reads an error about standard error.
        let _ = writeln!(out, "{YELLOW}warning:{YELLOW:#} {text}");
    }

    /// Writes a line about a command that is still running to standard error, for people only.
    pub(crate) fn progress(self, line: &str) {
        if !self.is_json {
            let mut out = AutoStream::new(io::stderr().lock(), ColorChoice::Auto);
            // Nobody reads an error about standard error.
            let _ = writeln!(out, "{line}");
        }
    }

    /// Writes a failure to standard error.
    pub(crate) fn failure(self, failure: &Failure) {
        let mut out = AutoStream::new(io::stderr().lock(), ColorChoice::Auto);
        // Nobody reads an error about standard error.
        let _ = match self.is_json {
            true => serde_json::to_writer_pretty(&mut out, failure)
                .map_err(io::Error::from)
                .and_then(|()| writeln!(out)),
            false => write_failure(&mut out, failure),
        };
    }
}

/// No error if the reader, such as `head`, has read enough.
fn unless_closed(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// A table without borders, as wide as the terminal at most.
pub(crate) fn table<const N: usize>(head: [&str; N]) -> Table {
    let mut table = Table::new();
    table
        .load_style(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_header(head);
    table
}

fn write_failure(out: &mut dyn io::Write, failure: &Failure) -> io::Result<()> {
    writeln!(out, "{RED}error:{RED:#} {failure}")?;
    for cure in failure.cures() {
        writeln!(out, "  {BOLD}→{BOLD:#} {cure}")?;
    }
    Ok(())
}
