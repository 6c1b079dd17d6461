//! The operations and query parameters that the table has published. Removing one would break the builds of users
//! who declare it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::{self, Display},
};

use crate::{Result, table::Table};

const RESTORE: &str = "restore the file from version control";

/// The names of the query parameters of each operation.
pub(crate) struct Published(BTreeMap<String, BTreeSet<String>>);

impl Published {
    pub(crate) fn of(table: &Table) -> Self {
        let line = |(key, line): (&_, &crate::table::Line)| {
            let names = line.query_names().map(str::to_owned);
            (ToString::to_string(key), names.collect())
        };
        Self(table.0.iter().map(line).collect())
    }

    /// Parses the published list. Each line is an operation, followed by the names of its query parameters.
    pub(crate) fn parse(text: &str) -> Result<Self> {
        let mut published = BTreeMap::new();
        for line in text.lines() {
            let mut words = line.split(' ').map(str::to_owned);
            let (Some(method), Some(path)) = (words.next(), words.next()) else {
                return Err(format!("published.txt: `{line}` is no operation: {RESTORE}").into());
            };
            let key = format!("{method} {path}");
            if published.insert(key.clone(), words.collect()).is_some() {
                return Err(format!("published.txt: `{key}` is there twice: {RESTORE}").into());
            }
        }
        Ok(Self(published))
    }

    /// Parses a table that an earlier run has written: what that run has published.
    pub(crate) fn of_committed(table: &str) -> Self {
        let lines = table.lines().filter(|line| !line.starts_with('#'));
        let published = lines.filter_map(|line| {
            let mut words = line.split(' ');
            let (path, method, _) = (words.next()?, words.next()?, words.next()?);
            let names = words.filter_map(|word| word.strip_prefix('?'));
            let names = names.map(|name| {
                let end = name.find([':', '!', '*']).unwrap_or(name.len());
                name.get(..end).unwrap_or_default().to_owned()
            });
            Some((format!("{method} {path}"), names.collect()))
        });
        Self(published.collect())
    }

    /// Fails if the list lacks something that an earlier run has published: a person has removed a line or a name.
    pub(crate) fn check_committed(&self, committed: &Self) -> Result<()> {
        match self.missing(committed) {
            Some(missing) => Err(format!(
                "published.txt: {missing} is missing, although table.txt has it: restore both files from version \
                 control"
            )
            .into()),
            None => Ok(()),
        }
    }

    /// Fails if the table lacks something that was published.
    pub(crate) fn check(&self, table: &Table) -> Result<()> {
        match Self::of(table).missing(self) {
            Some(missing) => Err(format!("{missing} is published and may not go").into()),
            None => Ok(()),
        }
    }

    /// The first operation or query parameter that only the other has.
    fn missing(&self, other: &Self) -> Option<String> {
        other.0.iter().find_map(|(key, names)| {
            let Some(known) = self.0.get(key) else {
                return Some(format!("`{key}`"));
            };
            let mut missing = names.difference(known);
            missing.next().map(|name| format!("`{name}` of `{key}`"))
        })
    }
}

impl Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (key, names) in &self.0 {
            f.write_str(key)?;
            for name in names {
                write!(f, " {name}")?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::facts_of;

    fn table(operations: &str) -> Table {
        Table::new(&facts_of(operations)).unwrap()
    }

    fn refused(published: &str, operations: &str) -> String {
        let refused = Published::parse(published)
            .unwrap()
            .check(&table(operations));
        refused.unwrap_err().to_string()
    }

    const ORDERS: &str = r#"{"name": "a", "method": "GET", "path": "/v3/orders/{id}",
        "params": [{"in": "query", "name": "mchid", "type": "string"}],
        "responses": [{"status": 200, "body": "object"}]}"#;

    #[test]
    fn the_table_may_grow() {
        let same = "GET /v3/orders/{} mchid\n";
        assert_eq!(Published::of(&table(ORDERS)).to_string(), same);
        for published in ["", "GET /v3/orders/{}\n", same] {
            let published = Published::parse(published).unwrap();
            published.check(&table(ORDERS)).unwrap();
        }
    }

    #[test]
    fn nothing_that_was_published_may_be_removed() {
        assert_eq!(
            refused("GET /v3/orders/{}\nPOST /v3/orders\n", ORDERS),
            "`POST /v3/orders` is published and may not go"
        );
        assert_eq!(
            refused("GET /v3/orders/{} limit mchid\n", ORDERS),
            "`limit` of `GET /v3/orders/{}` is published and may not go"
        );
    }

    #[test]
    fn a_list_that_lost_something_is_an_error() {
        let committed = Published::of_committed(&table(ORDERS).to_string());
        let check = |list: &str| {
            let checked = Published::parse(list).and_then(|list| list.check_committed(&committed));
            checked.err().map(|error| error.to_string())
        };
        let error = |what: &str| {
            Some(format!(
                "published.txt: {what}: restore the file from version control"
            ))
        };
        let missing = |what: &str| {
            Some(format!(
                "published.txt: {what} is missing, although table.txt has it: restore both files from version control"
            ))
        };
        let line = "GET /v3/orders/{} mchid";
        assert_eq!(check(line), None);
        assert_eq!(check(""), missing("`GET /v3/orders/{}`"));
        assert_eq!(
            check("GET /v3/orders/{}"),
            missing("`mchid` of `GET /v3/orders/{}`")
        );
        assert_eq!(
            check(&format!("{line}\nGET")),
            error("`GET` is no operation")
        );
        assert_eq!(
            check(&format!("{line}\n{line}")),
            error("`GET /v3/orders/{}` is there twice")
        );
    }
}
