//! The table of known operations: a line for each, sorted by path, then by method.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    fmt::{self, Display},
};

use crate::{
    Result,
    facts::{Facts, Location, NameFrom, Operation},
};

/// The lines by their keys.
pub(crate) struct Table(pub(crate) BTreeMap<Key, Line>);

/// An operation, whatever the names of its placeholders.
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone)]
pub(crate) struct Key {
    /// The path, with `{}` for each placeholder. The macro searches in the order of these texts.
    path: String,
    method: String,
}

/// The facts of one operation that the macro checks.
pub(crate) struct Line {
    operation: String,
    /// The query parameters in the order of the facts, each with whether an SDK confirms that it is required.
    pub(crate) query: Vec<(String, bool)>,
    /// `body`, `202` and the like.
    words: Vec<&'static str>,
}

const HEADER: &str = "\
# Every known operation: sorted by path, whatever its placeholders are called, then by method.
# Written by `cargo run -p wechatpay-endpoints-generator`; the words are explained in mod.rs.
";

impl Table {
    pub(crate) fn new(facts: &Facts) -> Result<Self> {
        let mut lines = BTreeMap::new();
        for operation in &facts.operations {
            let line = Line::new(operation, facts);
            match lines.entry(Key::of(operation)) {
                Entry::Vacant(entry) => drop(entry.insert(line)),
                // The facts may hold a path twice, with two names of its placeholder.
                Entry::Occupied(entry) => entry.into_mut().unite(&line)?,
            }
        }
        Ok(Self(lines))
    }
}

impl Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HEADER)?;
        let mut lines = self.0.iter();
        lines.try_for_each(|(key, line)| writeln!(f, "{} {line}", key.path))
    }
}

impl Key {
    fn of(operation: &Operation) -> Self {
        let segment = |text| {
            if str::starts_with(text, '{') {
                "{}"
            } else {
                text
            }
        };
        let segments: Vec<_> = operation.path.split('/').map(segment).collect();
        Self {
            path: segments.join("/"),
            method: operation.method.clone(),
        }
    }
}

impl Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

impl Line {
    fn new(operation: &Operation, facts: &Facts) -> Self {
        // Only the Go SDK says which parameters are required. Every SDK says which operations take a body or return a
        // file.
        let in_go = operation.name_from == NameFrom::Go;
        let in_sdk = operation.name_from != NameFrom::Elsewhere
            || facts.confirmed.contains(&operation.to_string());
        let query = operation
            .params
            .iter()
            .filter(|parameter| parameter.r#in == Location::Query);
        let query = query.map(|parameter| (parameter.name.clone(), parameter.required && in_go));
        let mut words = Vec::new();
        match operation.request {
            Some(_) if operation.upload && in_sdk => words.push("upload!"),
            Some(_) if operation.upload => words.push("upload"),
            Some(_) if in_sdk => words.push("body!"),
            Some(_) => words.push("body"),
            None => {}
        }
        if operation
            .responses
            .iter()
            .any(|response| response.body == "binary")
        {
            words.push(if in_sdk { "file!" } else { "file" });
        }
        if operation
            .responses
            .iter()
            .any(|response| response.status == 202)
        {
            words.push("202");
        }
        if operation.host.is_some() {
            words.push("global");
        }
        Self {
            operation: operation.to_string(),
            query: query.collect(),
            words,
        }
    }

    /// Each operation is one line: two descriptions of it must agree.
    fn unite(&self, other: &Self) -> Result<()> {
        if self.query == other.query && self.words == other.words {
            return Ok(());
        }
        Err(format!("{self}\n{other}\nare one operation with two descriptions").into())
    }
}

impl Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.operation)?;
        for word in &self.words {
            write!(f, " {word}")?;
        }
        for (name, required) in &self.query {
            write!(f, " ?{name}{}", if *required { "!" } else { "" })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(operations: &str) -> Result<String> {
        let facts = Facts::parse(&format!("{{\"operations\": [{operations}]}}"))?;
        let table = Table::new(&facts)?.to_string();
        Ok(table.strip_prefix(HEADER).unwrap_or_default().to_owned())
    }

    #[test]
    fn each_operation_is_one_line() {
        let json = r#"{"method": "POST", "path": "/v3/b", "name_from": "go", "request": "ref:B",
            "host": "apihk.mch.weixin.qq.com", "responses": [{"status": 202, "body": "none"}],
            "params": [{"in": "query", "name": "a", "required": true}, {"in": "query", "name": "b"},
                {"in": "header", "name": "Idempotency-Key", "required": true}]}"#;
        let unconfirmed = json.replace("go", "derived");
        let upload = r#"{"method": "POST", "path": "/v3/a", "request": "ref:B", "upload": true}"#;
        let file = r#"{"method": "GET", "path": "/v3/a", "request": null,
            "responses": [{"status": 200, "body": "binary"}]}"#;
        for (operations, expected) in [
            (json, "/v3/b POST /v3/b body! 202 global ?a! ?b\n"),
            (
                &json
                    .replace("none\"", "binary\"")
                    .replace("\"ref:B\"", "\"ref:B\", \"upload\": true"),
                "/v3/b POST /v3/b upload! file! 202 global ?a! ?b\n",
            ),
            (&*unconfirmed, "/v3/b POST /v3/b body 202 global ?a ?b\n"),
            (
                &format!("{upload}, {file}"),
                "/v3/a GET /v3/a file\n/v3/a POST /v3/a upload\n",
            ),
        ] {
            assert_eq!(lines(operations).unwrap(), expected);
        }
    }

    #[test]
    fn paths_that_differ_only_in_placeholder_names_are_one_operation() {
        let a = r#"{"method": "GET", "path": "/v3/{a}/c"}"#;
        let b = r#"{"method": "GET", "path": "/v3/{b}/c"}"#;
        assert_eq!(
            lines(&format!("{a}, {b}")).unwrap(),
            "/v3/{}/c GET /v3/{a}/c\n"
        );
        let other = b.replace("c\"}", "c\", \"request\": \"ref:B\"}");
        assert_eq!(
            lines(&format!("{a}, {other}")).unwrap_err().to_string(),
            "GET /v3/{a}/c\nGET /v3/{b}/c body\nare one operation with two descriptions"
        );
    }
}
