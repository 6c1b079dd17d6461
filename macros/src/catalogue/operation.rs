//! A line of the table: an operation and its known properties.

use std::fmt::{self, Display};

use super::split;

/// A known operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Operation {
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(crate) body: Body,
    /// An official SDK, or two other witnesses, confirm the body.
    pub(crate) body_confirmed: bool,
    pub(crate) response: Response,
    /// An official SDK, or two other witnesses, confirm the response.
    pub(crate) response_confirmed: bool,
    /// The operation responds with 202 if it succeeds.
    pub(crate) accepted: bool,
    /// The operation is on the hosts outside the mainland.
    pub(crate) global: bool,
    pub(crate) query: Vec<Parameter>,
    /// The placeholders about which more is known than the name.
    pub(crate) placeholders: Vec<Parameter>,
    pub(crate) headers: Vec<Parameter>,
    /// JSON pointers to the members of the body that must go encrypted; `*` stands for each item of a list.
    pub(crate) sensitive: Vec<&'static str>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Body {
    /// The operation has no body.
    #[default]
    None,
    Json,
    /// A multipart form with a file.
    Upload,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Response {
    #[default]
    Json,
    /// The response has no body.
    Empty,
    /// The response is a file, and unsigned.
    File,
    /// JSON with the address of a bill file.
    Bill,
    /// JSON with the addresses of several bill files.
    Bills,
}

/// A query parameter, a placeholder or a header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    /// `None` if no second source confirms the kind.
    pub(crate) kind: Option<Kind>,
    /// A second source confirms that the parameter is required.
    pub(crate) required: bool,
    /// The value must go encrypted.
    pub(crate) encrypted: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Integer,
    Bool,
    Text,
    /// Text that may consist of digits only.
    Digits,
    List,
}

impl Operation {
    /// Reads a line without its key. The grammar is in mod.rs.
    pub(super) fn read(line: &'static str) -> Self {
        let (method, path, words) = split(line);
        let mut operation = Self {
            method,
            path,
            ..Self::default()
        };
        for word in words.split_terminator(' ') {
            operation.add(word);
        }
        operation
    }

    /// Adds the fact that one word states.
    fn add(&mut self, word: &'static str) {
        let (rest, confirmed) = strip_flag(word, '!');
        match rest {
            "body" => (self.body, self.body_confirmed) = (Body::Json, confirmed),
            "upload" => (self.body, self.body_confirmed) = (Body::Upload, confirmed),
            "file" => (self.response, self.response_confirmed) = (Response::File, confirmed),
            "empty" => (self.response, self.response_confirmed) = (Response::Empty, confirmed),
            "bill" => self.response = Response::Bill,
            "bills" => self.response = Response::Bills,
            "202" => self.accepted = true,
            "global" => self.global = true,
            _ => self.add_named(word),
        }
    }

    fn add_named(&mut self, word: &'static str) {
        if let Some(parameter) = word.strip_prefix('?') {
            self.query.push(Parameter::read(parameter));
        } else if let Some(placeholder) = word.strip_prefix('{') {
            self.placeholders.push(Parameter::read(placeholder));
        } else if let Some(header) = word.strip_prefix('@') {
            self.headers.push(Parameter::read(header));
        } else {
            self.sensitive.extend(word.strip_prefix('$'));
        }
    }

    /// The official names of the placeholders, in the order of the path.
    pub(crate) fn placeholder_names(&self) -> impl Iterator<Item = &'static str> {
        let segments = self.path.split('/');
        segments.filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
    }
}

/// The method and the path, for messages.
impl Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{} {}`", self.method, self.path)
    }
}

impl Parameter {
    /// Reads a name, a kind and flags. The name of a placeholder ends in `}`.
    fn read(word: &'static str) -> Self {
        let (rest, encrypted) = strip_flag(word, '*');
        let (rest, required) = strip_flag(rest, '!');
        let (name, kind) = rest.split_once(':').unwrap_or((rest, ""));
        Self {
            name: name.strip_suffix('}').unwrap_or(name),
            kind: Kind::named(kind),
            required,
            encrypted,
        }
    }

    /// A type for the value, for messages.
    pub(crate) fn example_type(&self) -> &'static str {
        match self.kind {
            _ if self.encrypted => "&Sensitive",
            Some(Kind::Integer) => "u64",
            Some(Kind::Bool) => "bool",
            Some(Kind::List) => "&[&str]",
            Some(Kind::Text | Kind::Digits) | None => "&str",
        }
    }
}

impl Kind {
    fn named(name: &str) -> Option<Self> {
        match name {
            "int" => Some(Self::Integer),
            "bool" => Some(Self::Bool),
            "text" => Some(Self::Text),
            "digits" => Some(Self::Digits),
            "list" => Some(Self::List),
            _ => None,
        }
    }
}

/// The word without the flag, and whether the word had it.
fn strip_flag(word: &'static str, flag: char) -> (&'static str, bool) {
    match word.strip_suffix(flag) {
        Some(rest) => (rest, true),
        None => (word, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::TABLE;

    #[test]
    fn every_word_is_read() {
        let line = "POST /v3/a/{b}/{c} body! empty! 202 global ?d ?e:int! ?f:bool ?g:text!* ?h:list \
                    {b}:int {c}* @Idempotency-Key! $/user_name $/receivers/*/name";
        let parameter = |name| Parameter {
            name,
            ..Parameter::default()
        };
        let of_kind = |name, kind| Parameter {
            kind: Some(kind),
            ..parameter(name)
        };
        let expected = Operation {
            method: "POST",
            path: "/v3/a/{b}/{c}",
            body: Body::Json,
            body_confirmed: true,
            response: Response::Empty,
            response_confirmed: true,
            accepted: true,
            global: true,
            query: vec![
                parameter("d"),
                Parameter {
                    required: true,
                    ..of_kind("e", Kind::Integer)
                },
                of_kind("f", Kind::Bool),
                Parameter {
                    required: true,
                    encrypted: true,
                    ..of_kind("g", Kind::Text)
                },
                of_kind("h", Kind::List),
            ],
            placeholders: vec![
                of_kind("b", Kind::Integer),
                Parameter {
                    encrypted: true,
                    ..parameter("c")
                },
            ],
            headers: vec![Parameter {
                required: true,
                ..parameter("Idempotency-Key")
            }],
            sensitive: vec!["/user_name", "/receivers/*/name"],
        };
        assert_eq!(Operation::read(line), expected);
        assert!(expected.placeholder_names().eq(["b", "c"]));
    }

    #[test]
    fn every_word_of_the_table_is_known() {
        const WORDS: [&str; 12] = [
            "body", "body!", "upload", "upload!", "file", "file!", "empty", "empty!", "bill",
            "bills", "202", "global",
        ];
        let words = TABLE
            .iter()
            .flat_map(|(_, line)| split(line).2.split_terminator(' '));
        for word in words {
            let known = word.starts_with(['?', '{', '@', '$']) || WORDS.contains(&word);
            assert!(known, "{word}");
        }
    }

    #[test]
    fn bodies_and_responses_are_read() {
        for (words, body, response) in [
            ("", (Body::None, false), (Response::Json, false)),
            (" body", (Body::Json, false), (Response::Json, false)),
            (
                " upload! bill",
                (Body::Upload, true),
                (Response::Bill, false),
            ),
            (
                " upload bills",
                (Body::Upload, false),
                (Response::Bills, false),
            ),
            (" file", (Body::None, false), (Response::File, false)),
            (" body! file!", (Body::Json, true), (Response::File, true)),
            (" empty", (Body::None, false), (Response::Empty, false)),
        ] {
            let line = format!("GET /v3/a{words}").leak();
            let read = Operation::read(line);
            assert_eq!((read.body, read.body_confirmed), body, "{line}");
            assert_eq!((read.response, read.response_confirmed), response, "{line}");
        }
    }
}
