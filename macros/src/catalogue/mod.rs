//! The operations that were published when this version was, and which of them a declaration means.

mod find;

use std::{
    fmt::{self, Display},
    sync::LazyLock,
};

pub(crate) use find::{Found, find, is_known};

/// What is known of one operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Operation {
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(crate) body: Body,
    /// Its answer is a file, without a signature.
    pub(crate) file: bool,
    /// That its response or its upload is a file is confirmed by a second source.
    pub(crate) surely_file: bool,
    /// It answers 202.
    pub(crate) accepted: bool,
    /// It is on the hosts outside the mainland.
    pub(crate) global: bool,
    pub(crate) query: Vec<Parameter>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// It takes none.
    None,
    Json,
    /// The same, and a second source confirms it.
    Required,
    /// A multipart form with a file.
    Upload,
}

/// A query parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    /// It is required, and a second source confirms it.
    pub(crate) required: bool,
}

/// Generated: lines in the order of their keys, which are their paths with placeholders as `{}`. Keys are
/// written down, since a macro is compiled without optimisation, and comparing texts is not ours.
static TABLE: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let lines = include_str!("table.txt").lines();
    lines
        .filter_map(|line| line.split_once(' '))
        .filter(|(key, _)| *key != "#")
        .collect()
});

impl Operation {
    // line = KEY " " METHOD " " PATH { " " word }; here without its key
    // word = "body"                        it takes a JSON body
    //      | "body!"                       the same, confirmed by an official SDK
    //      | "upload"                      it takes a form with a file
    //      | "upload!"                     the same, confirmed by an official SDK
    //      | "file"                        the response is a file
    //      | "file!"                       the same, confirmed by an official SDK
    //      | "202"                         it answers 202
    //      | "global"                      it is on the hosts outside the mainland
    //      | "?" name                      a query parameter
    //      | "?" name "!"                  one that is required, confirmed by an official SDK
    fn read(line: &'static str) -> Self {
        let (method, path, words) = split(line);
        let mut operation = Self {
            method,
            path,
            body: Body::None,
            file: false,
            surely_file: false,
            accepted: false,
            global: false,
            query: Vec::new(),
        };
        for word in words.split(' ') {
            operation.surely_file |= matches!(word, "upload!" | "file!");
            match word {
                "body" => operation.body = Body::Json,
                "body!" => operation.body = Body::Required,
                "upload" | "upload!" => operation.body = Body::Upload,
                "file" | "file!" => operation.file = true,
                "202" => operation.accepted = true,
                "global" => operation.global = true,
                word => operation.query.extend(Parameter::read(word)),
            }
        }
        operation
    }
}

/// As a declaration names it, for messages.
impl Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{} {}`", self.method, self.path)
    }
}

impl Parameter {
    fn read(word: &'static str) -> Option<Self> {
        let name = word.strip_prefix('?')?;
        let required = name.strip_suffix('!');
        Some(Self {
            name: required.unwrap_or(name),
            required: required.is_some(),
        })
    }
}

/// Method, path, and the words after them.
fn split(line: &str) -> (&str, &str, &str) {
    let (method, rest) = line.split_once(' ').unwrap_or((line, ""));
    let (path, words) = rest.split_once(' ').unwrap_or((rest, ""));
    (method, path, words)
}

#[cfg(test)]
pub(crate) fn all() -> impl Iterator<Item = Operation> {
    TABLE.iter().map(|(_, line)| Operation::read(line))
}
