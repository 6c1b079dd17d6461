//! Code in lines that fit, as rustfmt breaks them.

use std::fmt::{self, Write};

/// The code of a module.
pub(super) struct Code {
    text: String,
    /// The width of a line, without the indentation of the module.
    width: usize,
}

/// The widest line of rustfmt.
const WIDTH: usize = 100;

/// The widest arguments of an attribute that rustfmt leaves on one line.
const ATTRIBUTE_WIDTH: usize = 70;

impl Code {
    /// The code of a module that is indented by so many blanks.
    pub(super) const fn new(indentation: usize) -> Self {
        Self {
            text: String::new(),
            width: WIDTH - indentation,
        }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    pub(super) fn into_string(self) -> String {
        self.text
    }

    pub(super) const fn width(&self) -> usize {
        self.width
    }

    pub(super) fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Writes a `use` of these names on one line, or on several.
    pub(super) fn write_use(&mut self, path: &str, names: &[&str]) {
        let line = match names {
            [] => return,
            [name] => format!("use {path}::{name};\n"),
            names => format!("use {path}::{{{}}};\n", names.join(", ")),
        };
        if line.trim_end().len() < self.width {
            self.push_str(&line);
            return;
        }
        let names: Vec<_> = names.iter().map(|name| format!("{name},")).collect();
        self.push_str(&format!("use {path}::{{\n"));
        // rustfmt leaves room for a comma.
        for line in wrapped(&names.join(" "), self.width - 5) {
            self.push_str(&format!("    {line}\n"));
        }
        self.push_str("};\n");
    }

    /// Writes an attribute on one line, or on several.
    pub(super) fn write_attribute(&mut self, name: &str, words: &[String]) {
        let arguments = words.join(", ");
        if arguments.len() <= ATTRIBUTE_WIDTH {
            self.push_str(&format!("#[{name}({arguments})]\n"));
            return;
        }
        self.push_str(&format!("#[{name}(\n    {}\n)]\n", words.join(",\n    ")));
    }
}

impl Write for Code {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.text.write_str(text)
    }
}

/// Breaks a text at its blanks.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if columns(line) + 1 + columns(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The width on a screen, where a Chinese character takes two columns.
pub(super) fn columns(text: &str) -> usize {
    let width = |letter: char| if letter < '\u{1100}' { 1 } else { 2 };
    text.chars().map(width).sum()
}
