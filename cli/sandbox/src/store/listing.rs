//! Records of any kind, for people: the newest of a kind, and the one that a user pays.

use serde_json::Value;
use sqlx::{Row as _, sqlite::SqliteRow};

use super::{Change, Record, Statement, StoreError, access_error};

/// A record, whatever its kind. Has no `Debug`, because a transfer has the name of its user.
pub(crate) struct AnyRecord {
    /// Later records have higher numbers.
    pub(crate) sequence: i64,
    pub(crate) kind: String,
    pub(crate) owner: String,
    pub(crate) number: String,
    pub(crate) data: Value,
}

/// Jumps from kind to kind in the index, past all their records.
const KINDS: &str = "WITH RECURSIVE kinds (kind) AS (\
    SELECT min(kind) FROM records UNION ALL \
    SELECT (SELECT min(kind) FROM records WHERE kind > kinds.kind) FROM kinds WHERE kind IS NOT NULL) \
    SELECT kind FROM kinds WHERE kind IS NOT NULL";

/// Has the condition of the index, so that SQLite uses the index.
const PREPAID: &str = "SELECT sequence, kind, owner, number, data FROM records \
    WHERE kind IN ('order', 'combined_order') AND data ->> 'prepay_id' = ? LIMIT 1";

impl Change {
    /// The kinds of which there are records.
    pub(crate) async fn kinds(&mut self) -> Result<Vec<String>, StoreError> {
        let rows = self.rows(sqlx::query(KINDS)).await?;
        let kinds = rows.iter().map(|row| row.try_get(0));
        let kinds: Result<_, _> = kinds.collect();
        kinds.map_err(|error| self.damage(error))
    }

    /// The newest records of a kind, the newest first.
    pub(crate) async fn newest_of(
        &mut self,
        kind: &str,
        limit: u32,
    ) -> Result<Vec<AnyRecord>, StoreError> {
        let query = "SELECT sequence, kind, owner, number, data FROM records \
                     WHERE kind = ? ORDER BY sequence DESC LIMIT ?";
        self.all(sqlx::query(query).bind(kind).bind(limit)).await
    }

    /// The notifications to a merchant about this number of an order, a refund or the like, the newest first.
    pub(crate) async fn notifications_about(
        &mut self,
        owner: &str,
        subject: &str,
    ) -> Result<Vec<AnyRecord>, StoreError> {
        let query = "SELECT sequence, kind, owner, number, data FROM records WHERE kind = 'notification' \
                     AND owner = ? AND data ->> 'subject' = ? ORDER BY sequence DESC";
        self.all(sqlx::query(query).bind(owner).bind(subject)).await
    }

    /// The refunds of an order, the newest first.
    pub(crate) async fn refunds_of(
        &mut self,
        owner: &str,
        out_trade_no: &str,
    ) -> Result<Vec<AnyRecord>, StoreError> {
        let query = "SELECT sequence, kind, owner, number, data FROM records WHERE kind = 'refund' \
                     AND owner = ? AND data ->> 'order' = ? ORDER BY sequence DESC";
        self.all(sqlx::query(query).bind(owner).bind(out_trade_no))
            .await
    }

    /// The order or combined order that a user pays by this `prepay_id`.
    pub(crate) async fn prepaid(
        &mut self,
        prepay_id: &str,
    ) -> Result<Option<AnyRecord>, StoreError> {
        let row = self.row(sqlx::query(PREPAID).bind(prepay_id)).await?;
        row.map(|row| self.any(&row)).transpose()
    }

    /// The record as its type.
    pub(crate) fn read<T: Record>(&self, record: AnyRecord) -> Result<T, StoreError> {
        serde_json::from_value(record.data).map_err(|error| self.damage(error))
    }

    async fn all(&mut self, query: Statement<'_>) -> Result<Vec<AnyRecord>, StoreError> {
        let rows = self.rows(query).await?;
        rows.iter().map(|row| self.any(row)).collect()
    }

    async fn rows(&mut self, query: Statement<'_>) -> Result<Vec<SqliteRow>, StoreError> {
        let rows = query.fetch_all(&mut *self.transaction).await;
        rows.map_err(|error| access_error(&self.health, error))
    }

    fn any(&self, row: &SqliteRow) -> Result<AnyRecord, StoreError> {
        let heads = || {
            Ok::<_, sqlx::Error>((
                row.try_get(0)?,
                row.try_get(1)?,
                row.try_get(2)?,
                row.try_get(3)?,
            ))
        };
        let (sequence, kind, owner, number) = heads().map_err(|error| self.damage(error))?;
        Ok(AnyRecord {
            sequence,
            kind,
            owner,
            number,
            data: self.decode(row, 4)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[tokio::test]
    async fn an_order_is_found_by_an_index() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.sqlite");
        let store = Store::open(&path).await.unwrap();
        let mut change = store.begin().await.unwrap();
        let plan = format!("EXPLAIN QUERY PLAN {PREPAID}");
        let rows = change.rows(sqlx::query(&plan).bind("wx1")).await.unwrap();
        let steps: Vec<String> = rows.iter().map(|row| row.get("detail")).collect();
        assert_eq!(
            steps,
            ["SEARCH records USING INDEX records_prepay (<expr>=?)"]
        );
    }
}
