//! Output: JSON for programs, tables and colour for people.

use std::io::{self, IsTerminal as _, Write as _};

use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use clap::{Args, ValueEnum};
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};
use serde::Serialize;

use crate::failure::Failure;

pub(crate) const RED: Style = AnsiColor::Red.on_default().bold();
pub(crate) const GREEN: Style = AnsiColor::Green.on_default();
pub(crate) const YELLOW: Style = AnsiColor::Yellow.on_default();
pub(crate) const BOLD: Style = Style::new().bold();

/// The width below which no column is wrapped.
const WRAPPED_WIDTH: u16 = 16;

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

    /// Writes a result to standard output. A reader that has read enough is no error.
    pub(crate) fn report(self, report: &impl Report) -> io::Result<()> {
        let text = self.text(report)?;
        to_stdout(|| write_styled(&text))
    }

    /// Writes a result that must not be lost to standard output. A reader that has ended is an error.
    pub(crate) fn report_whole(self, report: &impl Report) -> io::Result<()> {
        let text = self.text(report)?;
        all_to_stdout(|| write_styled(&text))
    }

    fn text(self, report: &impl Report) -> io::Result<Vec<u8>> {
        let mut text = Vec::new();
        match self.is_json {
            true => {
                serde_json::to_writer_pretty(&mut text, report)?;
                writeln!(text)?;
            }
            false => {
                report.write_text(&mut text)?;
                text = visible(&text).into_bytes();
            }
        }
        Ok(text)
    }

    /// Writes a result to standard error, if standard output has something else.
    pub(crate) fn report_beside(self, report: &impl Report) {
        // The text is made for its form, in which nothing is escaped once more.
        to_stderr_as_is(|out| out.write_all(&self.text(report)?));
    }

    /// Writes a text to standard output that is for programs as it is, such as code, whatever the form of the output.
    pub(crate) fn verbatim(self, text: &str) -> io::Result<()> {
        to_stdout(|| io::stdout().lock().write_all(text.as_bytes()))
    }

    /// Writes a warning to standard error, in one line.
    pub(crate) fn warning(self, text: &str) {
        to_stderr(|out| writeln!(out, "{YELLOW}warning:{YELLOW:#} {text}"));
    }

    /// Writes a line about the result to standard error, for people and for programs that log.
    pub(crate) fn note(self, line: &str) {
        to_stderr(|out| writeln!(out, "{line}"));
    }

    /// Writes a line about a command that is still running to standard error, for people only.
    pub(crate) fn progress(self, line: &str) {
        if !self.is_json {
            self.note(line);
        }
    }

    /// Writes a failure to standard error.
    pub(crate) fn failure(self, failure: &Failure) {
        match self.is_json {
            true => to_stderr_as_is(|out| {
                serde_json::to_writer_pretty(&mut *out, failure)?;
                writeln!(out)
            }),
            false => to_stderr(|out| write_failure(out, failure)),
        }
    }
}

/// Writes to standard output. A reader that has read enough, such as `head`, is no error.
pub(crate) fn to_stdout(write: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    match all_to_stdout(write) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// Writes to standard output and flushes it: the buffer of standard output hides an error, such as that of a full disk,
/// until the flush.
fn all_to_stdout(write: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    let written = write().and_then(|()| io::stdout().flush());
    written.map_err(|error| {
        let text = format!("cannot write to standard output: {error}");
        io::Error::new(error.kind(), text)
    })
}

/// Writes a text with colour on a terminal, and without it elsewhere.
fn write_styled(text: &[u8]) -> io::Result<()> {
    AutoStream::auto(io::stdout().lock()).write_all(text)
}

/// Writes a text for people.
fn to_stderr(write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) {
    to_stderr_as_is(|out| {
        let mut text = Vec::new();
        write(&mut text)?;
        out.write_all(visible(&text).as_bytes())
    });
}

fn to_stderr_as_is(write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) {
    let mut out = AutoStream::auto(io::stderr().lock());
    // Nobody reads an error about standard error.
    let _ = write(&mut out);
}

/// Tests if standard output may be closed: the runtime of Rust opens `/dev/null` in its place, for reading and writing.
/// Some programs do the same to throw the output away, so that a closed one is no error.
#[cfg(unix)]
pub(crate) fn may_be_closed() -> bool {
    use rustix::fs::{OFlags, fcntl_getfl, fstat, stat};

    let stdout = io::stdout();
    let device = fstat(&stdout).map(|file| file.st_rdev);
    let null = stat("/dev/null").map(|file| file.st_rdev);
    let is_null = device.is_ok_and(|device| device != 0 && null == Ok(device));
    is_null && fcntl_getfl(&stdout).is_ok_and(|flags| flags & OFlags::RWMODE == OFlags::RDWR)
}

#[cfg(not(unix))]
pub(crate) const fn may_be_closed() -> bool {
    false
}

/// A text from outside, with the characters that a terminal would obey as escapes.
pub(crate) fn printable(text: &str) -> String {
    escaped(text, is_obeyed)
}

/// A text of this command, whose line breaks, tabs and styles stay: texts from outside are in many of its parts.
fn visible(text: &[u8]) -> String {
    let is_own = |character| matches!(character, '\n' | '\t' | '\u{1b}');
    escaped(&String::from_utf8_lossy(text), |character| {
        is_obeyed(character) && !is_own(character)
    })
}

/// Tests for control characters, separators of lines, and those that change the direction of a text.
fn is_obeyed(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

fn escaped(text: &str, is_escaped: impl Fn(char) -> bool) -> String {
    let escaped = |character: char| match is_escaped(character) {
        true => character.escape_default().to_string(),
        false => character.to_string(),
    };
    text.chars().map(escaped).collect()
}

/// An amount in fen as yuan.
pub(crate) fn yuan(fen: i64) -> String {
    let sign = if fen < 0 { "-" } else { "" };
    let fen = fen.unsigned_abs();
    format!("{sign}{}.{:02}", fen / 100, fen % 100)
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

/// Writes the lines of a table.
pub(crate) fn write_table(out: &mut dyn io::Write, table: Table, wrapped: usize) -> io::Result<()> {
    let mut lines = lines(table, wrapped).into_iter();
    lines.try_for_each(|line| writeln!(out, "{line}"))
}

/// The lines of a table without blanks at their ends. The texts of one column, such as labels, wrap anywhere. The words
/// of all others, such as numbers and paths, stay whole, also if the lines are then longer than the terminal is wide.
pub(crate) fn lines(mut table: Table, wrapped: usize) -> Vec<String> {
    let widths = words(&table);
    for (index, column) in table.column_iter_mut().enumerate() {
        let width = widths.get(index).copied().unwrap_or_default();
        let width = match index == wrapped {
            true => width.min(WRAPPED_WIDTH),
            false => width,
        };
        let width = Width::Fixed(width.saturating_add(column.padding_width()));
        column.set_constraint(ColumnConstraint::LowerBoundary(width));
    }
    let text = table.to_string();
    text.lines()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// The width of the longest word of each column.
fn words(table: &Table) -> Vec<u16> {
    let mut widths = Vec::new();
    for row in table.header().into_iter().chain(table.row_iter()) {
        for (index, cell) in row.cell_iter().enumerate() {
            let content = cell.content();
            let words = content.split_whitespace().map(console_width);
            let width = words.max().unwrap_or_default();
            match widths.get_mut(index) {
                Some(widest) => *widest = width.max(*widest),
                None => widths.push(width),
            }
        }
    }
    widths
}

/// The columns of a terminal that a word takes: a Chinese character takes two.
fn console_width(word: &str) -> u16 {
    let width = word.chars().map(|character| match character.is_ascii() {
        true => 1,
        false => 2,
    });
    width.fold(0, u16::saturating_add)
}

fn write_failure(out: &mut dyn io::Write, failure: &Failure) -> io::Result<()> {
    writeln!(out, "{RED}error:{RED:#} {failure}")?;
    for cure in failure.cures() {
        writeln!(out, "  {BOLD}→{BOLD:#} {cure}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_from_outside_reaches_the_terminal_as_a_command() {
        assert_eq!(
            printable("a\u{202e}b\u{2028}c\u{2066}d\u{9b}e\n\u{1b}[1m订单\u{200d}"),
            "a\\u{202e}b\\u{2028}c\\u{2066}d\\u{9b}e\\n\\u{1b}[1m订单\u{200d}"
        );
        let styled = format!("{BOLD}a{BOLD:#}\n\tb\u{202e}\u{7f}\u{85}\r");
        assert_eq!(
            visible(styled.as_bytes()),
            format!("{BOLD}a{BOLD:#}\n\tb\\u{{202e}}\\u{{7f}}\\u{{85}}\\r")
        );
    }

    #[test]
    fn a_table_wraps_its_labels_and_no_identifier() {
        let number = "1217752501201407033233368018";
        let path = "/v3/pay/transactions/out-trade-no/{out_trade_no}/close";
        let mut narrow = table(["PATH", "NUMBER", "LABEL"]);
        narrow
            .set_width(40)
            .add_row([path, number, "微信支付订单号微信支付订单号"]);
        let expected = [
            format!(" PATH{}NUMBER{}LABEL", " ".repeat(52), " ".repeat(24)),
            format!(" {path}  {number}  微信支付订单号微"),
            format!(
                "{}信支付订单号",
                " ".repeat(1 + path.len() + 2 + number.len() + 2)
            ),
        ];
        assert_eq!(lines(narrow, 2), expected);
    }
}
