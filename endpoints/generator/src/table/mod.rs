//! The table of known operations: a line for each, sorted by path, then by method.

mod line;
mod sensitive;

use std::{
    collections::{BTreeMap, btree_map::Entry},
    fmt::{self, Display},
};

use wechatpay_endpoints::facts::{Facts, Operation};

pub(crate) use line::Line;

use crate::Result;

/// The lines by their keys.
pub(crate) struct Table(pub(crate) BTreeMap<Key, Line>);

/// An operation, whatever the names of its placeholders.
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone)]
pub(crate) struct Key {
    /// The path, with `{}` for each placeholder. The macro searches in the order of these texts.
    path: String,
    method: String,
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
    pub(crate) fn of(operation: &Operation) -> Self {
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

#[cfg(test)]
mod tests {
    use wechatpay_endpoints::facts::{Types, Witness};

    use super::*;

    fn lines(operations: &str) -> Result<String> {
        let table = Table::new(&crate::read::facts_of(operations))?.to_string();
        Ok(table.strip_prefix(HEADER).unwrap_or_default().to_owned())
    }

    /// The line of one operation. If `confirmed`, the Go SDK has the operation and each of its parts.
    fn line(confirmed: bool, operation: &str) -> String {
        let mut facts = crate::read::facts_of(operation);
        let types = r#"{"schemas": {
            "Order": [{"name": "name", "type": "string", "required": true, "sensitive": true},
                {"name": "receivers", "type": "array<ref:Receiver>"}],
            "Receiver": [{"name": "account", "type": "string", "sensitive": true},
                {"name": "phones", "type": "array<string>", "sensitive": true}],
            "Bill": [{"name": "download_url", "type": "string"}, {"name": "hash_value", "type": "string"}],
            "Bills": [{"name": "download_bill_list", "type": "array<ref:Bill>"}]
        }, "enums": {"Kind": {"type": "string", "values": ["A", "1"]}}}"#;
        let types: Types = serde_json::from_str(types).unwrap();
        for operation in facts.operations.iter_mut().filter(|_| confirmed) {
            operation.seen.add(Witness::Go);
            operation.has_request.add(Witness::Go);
            operation.empty_response.add(Witness::Go);
            for parameter in &mut operation.params {
                let required = parameter.field.required;
                parameter.field.witnesses.add_word(Witness::Go, required);
            }
        }
        facts.products.insert(String::new(), types);
        let table = Table::new(&facts).unwrap().to_string();
        table.strip_prefix(HEADER).unwrap().trim_end().to_owned()
    }

    #[test]
    fn the_words_of_a_line() {
        let body = |body: &str| format!(r#""responses": [{{"status": 200, "body": "{body}"}}]"#);
        for (operation, confirmed, unconfirmed) in [
            (
                format!(
                    r#""method": "POST", "path": "/v3/b", "request": "ref:Order", "host": "h", {}"#,
                    body("none").replace("200", "202")
                ),
                "body! empty! 202 global $/name $/receivers/*/account $/receivers/*/phones/*",
                "body empty 202 global $/name $/receivers/*/account $/receivers/*/phones/*",
            ),
            (
                format!(
                    r#""method": "POST", "path": "/v3/b", "request": "ref:Order", "upload": true, {}"#,
                    body("object")
                ),
                "upload!",
                "upload",
            ),
            (
                format!(
                    r#""method": "GET", "path": "/v3/b", "request": null, {}"#,
                    body("binary")
                ),
                "file!",
                "file",
            ),
            (
                format!(
                    r#""method": "GET", "path": "/v3/b", "request": null, {}"#,
                    body("ref:Bill")
                ),
                "bill",
                "bill",
            ),
            (
                format!(
                    r#""method": "GET", "path": "/v3/b", "request": null, {}"#,
                    body("ref:Bills")
                ),
                "bills",
                "bills",
            ),
            (
                format!(
                    r#""method": "GET", "path": "/v3/{{id}}", "request": null, {}, "params": [
                        {{"in": "path", "name": "id", "type": "string", "required": true, "example": "1900"}},
                        {{"in": "query", "name": "name", "type": "string", "required": true, "sensitive": true,
                            "example": "A1"}},
                        {{"in": "query", "name": "limit", "type": "int"}},
                        {{"in": "query", "name": "all", "type": "bool"}},
                        {{"in": "query", "name": "list", "type": "array<string>"}},
                        {{"in": "query", "name": "kind", "type": "enum:Kind"}},
                        {{"in": "header", "name": "Wechatpay-Serial", "type": "string", "required": true}},
                        {{"in": "header", "name": "Idempotency-Key", "type": "string", "required": true}}]"#,
                    body("object")
                ),
                "{id}:digits! ?name:text!* ?limit:int ?all:bool ?list:list ?kind:text @Idempotency-Key!",
                "?name* ?limit ?all ?list ?kind @Idempotency-Key",
            ),
        ] {
            let operation = format!(r#"{{"name": "b", {operation}}}"#);
            for (words, is_confirmed) in [(confirmed, true), (unconfirmed, false)] {
                let line = line(is_confirmed, &operation);
                assert!(line.ends_with(words), "{line}\n{words}");
                assert_eq!(
                    line.split(' ').count(),
                    3 + words.split(' ').count(),
                    "{line}"
                );
            }
        }
    }

    #[test]
    fn each_operation_is_one_line() {
        let upload = r#"{"name": "a", "method": "POST", "path": "/v3/a", "request": "ref:B", "upload": true,
            "responses": [{"status": 200, "body": "ref:B"}]}"#;
        let file = r#"{"name": "b", "method": "GET", "path": "/v3/a", "request": null,
            "responses": [{"status": 200, "body": "binary"}]}"#;
        assert_eq!(
            lines(&format!("{upload}, {file}")).unwrap(),
            "/v3/a GET /v3/a file\n/v3/a POST /v3/a upload\n"
        );
    }

    #[test]
    fn paths_that_differ_only_in_placeholder_names_are_one_operation() {
        let a = r#"{"name": "a", "method": "GET", "path": "/v3/{a}/c",
            "responses": [{"status": 200, "body": "object"}]}"#;
        let b = a.replace("{a}", "{b}");
        assert_eq!(
            lines(&format!("{a}, {b}")).unwrap(),
            "/v3/{}/c GET /v3/{a}/c\n"
        );
        let other = b.replace("c\",", "c\", \"request\": \"ref:B\",");
        assert_eq!(
            lines(&format!("{a}, {other}")).unwrap_err().to_string(),
            "GET /v3/{a}/c\nGET /v3/{b}/c body\nare one operation with two descriptions"
        );
    }
}
