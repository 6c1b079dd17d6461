//! The operations that were known when this version was released.

mod find;

use std::{
    fmt::{self, Display},
    sync::LazyLock,
};

pub(crate) use find::{Found, find, is_known};

/// A known operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Operation {
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(crate) body: Body,
    /// The response is a file, and unsigned.
    pub(crate) file: bool,
    /// A second source confirms that the response or the upload is a file.
    pub(crate) file_confirmed: bool,
    /// The operation responds with 202 if it succeeds.
    pub(crate) accepted: bool,
    /// The operation is on the hosts outside the mainland.
    pub(crate) global: bool,
    pub(crate) query: Vec<Parameter>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// The operation has no body.
    None,
    Json,
    /// JSON, and a second source confirms that it is required.
    Required,
    /// A multipart form with a file.
    Upload,
}

/// A query parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    /// A second source confirms that the parameter is required.
    pub(crate) required: bool,
}

/// The generated lines, each after its key: the path with each placeholder as `{}`. Lines are sorted by key.
///
/// The keys are stored, because a macro is compiled without optimisation. Comparing strings is fast all the
/// same: the standard library is optimised.
static TABLE: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let lines = include_str!("table.txt").lines();
    lines
        .filter_map(|line| line.split_once(' '))
        .filter(|(key, _)| *key != "#")
        .collect()
});

impl Operation {
    // line = KEY " " METHOD " " PATH { " " word }; here without KEY and the blank after it
    // word = "body"                        the request is JSON
    //      | "body!"                       the same, confirmed by an official SDK
    //      | "upload"                      the request is a form with a file
    //      | "upload!"                     the same, confirmed by an official SDK
    //      | "file"                        the response is a file
    //      | "file!"                       the same, confirmed by an official SDK
    //      | "202"                         success is 202
    //      | "global"                      on the hosts outside the mainland
    //      | "?" name                      a query parameter
    //      | "?" name "!"                  the same, and required, confirmed by an official SDK
    fn read(line: &'static str) -> Self {
        let (method, path, words) = split(line);
        let mut operation = Self {
            method,
            path,
            body: Body::None,
            file: false,
            file_confirmed: false,
            accepted: false,
            global: false,
            query: Vec::new(),
        };
        for word in words.split(' ') {
            operation.file_confirmed |= matches!(word, "upload!" | "file!");
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

/// The method and the path, for messages.
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

/// The method, the path, and the words after them.
fn split(line: &str) -> (&str, &str, &str) {
    let (method, rest) = line.split_once(' ').unwrap_or((line, ""));
    let (path, words) = rest.split_once(' ').unwrap_or((rest, ""));
    (method, path, words)
}

#[cfg(test)]
pub(crate) fn all() -> impl Iterator<Item = Operation> {
    TABLE.iter().map(|(_, line)| Operation::read(line))
}
