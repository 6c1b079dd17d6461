//! The operations and query parameters that the table has published. Removing one would break the builds of users
//! who declare it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::{self, Display},
};

use crate::{Result, table::Table};

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
    pub(crate) fn parse(text: &str) -> Self {
        let line = |line: &str| {
            let mut words = line.split(' ').map(str::to_owned);
            let key = format!("{} {}", words.next()?, words.next()?);
            Some((key, words.collect()))
        };
        Self(text.lines().filter_map(line).collect())
    }

    /// Fails if the table lacks something that was published.
    pub(crate) fn check(&self, table: &Table) -> Result<()> {
        let now = Self::of(table).0;
        for (key, names) in &self.0 {
            let Some(known) = now.get(key) else {
                return Err(format!("`{key}` is published and may not go").into());
            };
            if let Some(gone) = names.difference(known).next() {
                return Err(format!("`{gone}` of `{key}` is published and may not go").into());
            }
        }
        Ok(())
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
        let refused = Published::parse(published).check(&table(operations));
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
            Published::parse(published).check(&table(ORDERS)).unwrap();
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
}
