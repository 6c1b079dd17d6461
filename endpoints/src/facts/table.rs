//! The facts of this version of the crate, compressed.

use std::{io::Read as _, sync::LazyLock};

use flate2::read::GzDecoder;

use super::Facts;

/// The JSON of the facts, which the generator writes. `zcat` prints the JSON.
const TABLE: &[u8] = include_bytes!("table.json.gz");

/// The facts, read at the first use. A test keeps the table readable, so that nobody has to handle an error.
pub(crate) static FACTS: LazyLock<Facts> = LazyLock::new(|| read().unwrap_or_default());

fn read() -> Option<Facts> {
    let mut text = String::new();
    GzDecoder::new(TABLE).read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_readable() {
        let facts = read().unwrap();
        let refund = facts.find("refund.create_refund").unwrap();
        assert_eq!(refund.to_string(), "POST /v3/refund/domestic/refunds");
        assert_eq!(facts.examples.len(), facts.operations.len());
    }
}
