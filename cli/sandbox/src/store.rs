//! The state of a sandbox, in one file of SQLite. A change is kept as soon as its transaction is committed, whatever
//! happens to the process.

mod changes;
mod error;
mod listing;

use std::{error::Error, path::Path, sync::Arc, time::Duration};

use serde::{Serialize, de::DeserializeOwned};
use sqlx::{
    Connection as _, Row as _, Sqlite, SqliteConnection, SqlitePool, Transaction,
    migrate::Migrator,
    query::Query,
    sqlite::{
        SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqliteLockingMode,
        SqlitePoolOptions, SqliteRow, SqliteSynchronous,
    },
};
use tokio::sync::watch;

pub(crate) use changes::Lost;
pub use error::{StoreError, StoreErrorKind};
pub(crate) use listing::AnyRecord;

use changes::{CHANGES, Changes};
use error::{cause, migration_error, open_error};

use crate::{clock::Time, health::Health, task::Task};

static MIGRATIONS: Migrator = sqlx::migrate!();

/// The time in which a sandbox that is ending leaves the state to the next one.
const BUSY_TIMEOUT: Duration = Duration::from_secs(2);

/// The open state.
#[derive(Clone)]
pub(crate) struct Store {
    pool: SqlitePool,
    health: Arc<Health>,
    changes: Arc<Changes>,
    lost: Option<Lost>,
}

/// A value that the sandbox remembers, such as an order.
pub(crate) trait Record: Serialize + DeserializeOwned {
    /// The kind, such as `order`.
    const KIND: &'static str;

    /// The merchant under whose number [`number`](Self::number) is unique.
    fn owner(&self) -> &str;

    /// The merchant's number, such as `out_trade_no`.
    fn number(&self) -> &str;

    /// The number of WeChat Pay, such as `transaction_id`.
    fn id(&self) -> &str;
}

/// A change of the state, which is kept only if it is committed.
pub(crate) struct Change {
    transaction: Transaction<'static, Sqlite>,
    health: Arc<Health>,
    changes: Arc<Changes>,
    has_written: bool,
}

impl Store {
    /// Opens the state, and brings one of an older version up to date. No other program opens it until it is dropped.
    pub(crate) async fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_with(path, &MIGRATIONS).await
    }

    async fn open_with(path: &Path, migrations: &Migrator) -> Result<Self, StoreError> {
        let was_there = path.exists();
        let pool = connect(path).await;
        let pool = pool.map_err(|error| open_error(path, error))?;
        let counted = changes::counted(&pool).await;
        let counted = counted.map_err(|error| open_error(path, error))?;
        let migrated = migrations.run(&pool).await;
        migrated.map_err(|error| migration_error(path, error))?;
        let file = changes::file(path);
        let changes = Changes::open(&file, counted);
        let (changes, lost) =
            changes.map_err(|error| StoreError::new(StoreErrorKind::Open, &file, error))?;
        Ok(Self {
            pool,
            health: Arc::new(Health::new(path)),
            changes: Arc::new(changes),
            lost: match was_there {
                true => lost,
                false => Some(Lost::Missing),
            },
        })
    }

    /// The changes that the state has lost since its last one. A new state counts as lost.
    pub(crate) const fn lost(&self) -> Option<Lost> {
        self.lost
    }

    /// Forgets the loss, which the next start does not report again.
    pub(crate) fn forget_loss(&self) {
        self.changes.note_loss();
    }

    /// Begins a change. Another change waits until this one is committed or dropped.
    pub(crate) async fn begin(&self) -> Result<Change, StoreError> {
        let transaction = self.pool.begin().await;
        Ok(Change {
            transaction: transaction.map_err(|error| access_error(&self.health, error))?,
            health: Arc::clone(&self.health),
            changes: Arc::clone(&self.changes),
            has_written: false,
        })
    }

    /// The problem that keeps the state from being read or written; `None` after its end.
    pub(crate) fn problems(&self) -> watch::Receiver<Option<StoreError>> {
        self.health.problems()
    }
}

async fn connect(path: &Path) -> Result<SqlitePool, sqlx::Error> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        // Two sandboxes with one state would both do each task.
        .locking_mode(SqliteLockingMode::Exclusive)
        .busy_timeout(BUSY_TIMEOUT)
        .journal_mode(SqliteJournalMode::Wal)
        // A killed process loses nothing; only a power failure may lose the last changes.
        .synchronous(SqliteSynchronous::Normal);
    // SQLite writes one change at a time. With one connection, changes wait for each other instead of failing.
    SqlitePoolOptions::new()
        .max_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        // The connection is tested whenever it is released.
        .test_before_acquire(false)
        .after_release(|connection, _| Box::pin(is_usable(connection)))
        .connect_with(options)
        .await
}

/// Tests if the connection has no transaction. SQLite itself rolls back a change that finds the disk full. sqlx then
/// takes the transaction for open, and would make all later changes a part of it, which is never committed.
async fn is_usable(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    if connection.is_in_transaction() {
        // The end of a transaction that was dropped is done first.
        connection.ping().await?;
    }
    Ok(!connection.is_in_transaction())
}

impl Change {
    /// The record with this number of the merchant.
    pub(crate) async fn find<T: Record>(
        &mut self,
        owner: &str,
        number: &str,
    ) -> Result<Option<T>, StoreError> {
        let query = "SELECT data FROM records WHERE kind = ? AND owner = ? AND number = ?";
        let query = sqlx::query(query).bind(T::KIND).bind(owner).bind(number);
        self.record(query).await
    }

    /// The record with this number of WeChat Pay.
    pub(crate) async fn find_by_id<T: Record>(
        &mut self,
        id: &str,
    ) -> Result<Option<T>, StoreError> {
        let query = "SELECT data FROM records WHERE kind = ? AND id = ?";
        self.record(sqlx::query(query).bind(T::KIND).bind(id)).await
    }

    /// The newest records of a kind, the newest first, each with its number in the order of creation; with `before`, only
    /// those with smaller numbers.
    pub(crate) async fn newest<T: Record>(
        &mut self,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<(i64, T)>, StoreError> {
        let query = "SELECT sequence, data FROM records WHERE kind = ? AND sequence < ? \
                     ORDER BY sequence DESC LIMIT ?";
        let query = sqlx::query(query)
            .bind(T::KIND)
            .bind(before.unwrap_or(i64::MAX))
            .bind(limit);
        self.numbered(query).await
    }

    /// Adds a record, or replaces the one with the same number of the merchant.
    pub(crate) async fn put<T: Record>(&mut self, record: &T) -> Result<(), StoreError> {
        let data = serde_json::to_string(record).map_err(|error| self.damage(error))?;
        let query = "INSERT INTO records (kind, owner, number, id, data) VALUES (?, ?, ?, ?, ?) \
                     ON CONFLICT (kind, owner, number) DO UPDATE SET data = excluded.data";
        let query = sqlx::query(query)
            .bind(T::KIND)
            .bind(record.owner())
            .bind(record.number())
            .bind(record.id())
            .bind(data);
        self.write(query).await
    }

    /// Adds a task that is due at this time.
    pub(crate) async fn schedule(&mut self, due: Time, task: &Task) -> Result<(), StoreError> {
        let data = serde_json::to_string(task).map_err(|error| self.damage(error))?;
        let query = sqlx::query("INSERT INTO tasks (due, data) VALUES (?, ?)");
        self.write(query.bind(due.unix()).bind(data)).await
    }

    /// The tasks that are due, the earliest first, each with the number by which it is
    /// [removed](Self::remove_task).
    pub(crate) async fn due_tasks(
        &mut self,
        now: Time,
        limit: u32,
    ) -> Result<Vec<(i64, Task)>, StoreError> {
        let query =
            "SELECT sequence, data FROM tasks WHERE due <= ? ORDER BY due, sequence LIMIT ?";
        let query = sqlx::query(query).bind(now.unix()).bind(limit);
        self.numbered(query).await
    }

    /// The first due task that is no attempt of a notification.
    pub(crate) async fn due_change(
        &mut self,
        now: Time,
    ) -> Result<Option<(i64, Task)>, StoreError> {
        let query = "SELECT sequence, data FROM tasks WHERE due <= ? AND data NOT LIKE '{\"notify\"%' \
                     AND data NOT LIKE '{\"attempt\"%' ORDER BY due, sequence LIMIT 1";
        let query = sqlx::query(query).bind(now.unix());
        Ok(self.numbered(query).await?.pop())
    }

    /// Tests if a task is still to be done.
    pub(crate) async fn has_task(&mut self, sequence: i64) -> Result<bool, StoreError> {
        let query = sqlx::query("SELECT 1 FROM tasks WHERE sequence = ?").bind(sequence);
        Ok(self.row(query).await?.is_some())
    }

    /// Removes a task that is done.
    pub(crate) async fn remove_task(&mut self, sequence: i64) -> Result<(), StoreError> {
        let query = sqlx::query("DELETE FROM tasks WHERE sequence = ?").bind(sequence);
        self.write(query).await
    }

    /// A setting that was kept.
    pub(crate) async fn setting(&mut self, name: &str) -> Result<Option<String>, StoreError> {
        let query = sqlx::query("SELECT value FROM settings WHERE name = ?").bind(name);
        let row = self.row(query).await?;
        let value = row.map(|row| row.try_get(0)).transpose();
        value.map_err(|error| self.damage(error))
    }

    /// Keeps a setting.
    pub(crate) async fn set(&mut self, name: &str, value: &str) -> Result<(), StoreError> {
        let query = "INSERT INTO settings (name, value) VALUES (?, ?) \
                     ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        self.write(sqlx::query(query).bind(name).bind(value)).await
    }

    /// Keeps the change.
    pub(crate) async fn commit(mut self) -> Result<(), StoreError> {
        let number = match self.has_written {
            true => Some(self.count().await?),
            false => None,
        };
        let committed = self.transaction.commit().await;
        committed.map_err(|error| access_error(&self.health, error))?;
        if let Some(number) = number {
            self.changes.note(number);
            self.health.recovered();
        }
        Ok(())
    }

    /// Counts this change. Returns the number of changes.
    async fn count(&mut self) -> Result<u64, StoreError> {
        let query = "INSERT INTO settings (name, value) VALUES (?, 1) \
                     ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1 \
                     RETURNING CAST(value AS INTEGER)";
        let row = self.row(sqlx::query(query).bind(CHANGES)).await?;
        let number = row.map(|row| row.try_get(0)).transpose();
        let number: Option<i64> = number.map_err(|error| self.damage(error))?;
        Ok(number.unwrap_or(0).unsigned_abs())
    }

    async fn record<T: Record>(&mut self, query: Statement<'_>) -> Result<Option<T>, StoreError> {
        let row = self.row(query).await?;
        row.map(|row| self.decode(&row, 0)).transpose()
    }

    /// The rows of a query for a number and JSON.
    async fn numbered<T: DeserializeOwned>(
        &mut self,
        query: Statement<'_>,
    ) -> Result<Vec<(i64, T)>, StoreError> {
        let rows = query.fetch_all(&mut *self.transaction).await;
        let rows = rows.map_err(|error| access_error(&self.health, error))?;
        let numbered = |row: &SqliteRow| {
            let number = row.try_get(0).map_err(|error| self.damage(error))?;
            Ok((number, self.decode(row, 1)?))
        };
        rows.iter().map(numbered).collect()
    }

    async fn row(&mut self, query: Statement<'_>) -> Result<Option<SqliteRow>, StoreError> {
        let row = query.fetch_optional(&mut *self.transaction).await;
        row.map_err(|error| access_error(&self.health, error))
    }

    async fn write(&mut self, query: Statement<'_>) -> Result<(), StoreError> {
        self.has_written = true;
        let done = query.execute(&mut *self.transaction).await;
        done.map(drop)
            .map_err(|error| access_error(&self.health, error))
    }

    /// Reads the JSON in a column.
    fn decode<T: DeserializeOwned>(&self, row: &SqliteRow, column: usize) -> Result<T, StoreError> {
        let data: String = row.try_get(column).map_err(|error| self.damage(error))?;
        serde_json::from_str(&data).map_err(|error| self.damage(error))
    }

    fn damage(&self, error: impl Into<Box<dyn Error + Send + Sync>>) -> StoreError {
        self.health.failed(StoreErrorKind::Damaged, error)
    }
}

type Statement<'q> = Query<'q, Sqlite, SqliteArguments<'q>>;

fn access_error(health: &Health, error: sqlx::Error) -> StoreError {
    health.failed(StoreErrorKind::Access, cause(error))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Note(String);

    impl Record for Note {
        const KIND: &'static str = "note";

        fn owner(&self) -> &str {
            "1900000109"
        }

        fn number(&self) -> &str {
            &self.0
        }

        fn id(&self) -> &str {
            &self.0
        }
    }

    async fn put(store: &Store, note: &str) {
        let mut change = store.begin().await.unwrap();
        change.put(&Note(note.to_owned())).await.unwrap();
        change.commit().await.unwrap();
    }

    async fn found(store: &Store, note: &str) -> bool {
        let mut change = store.begin().await.unwrap();
        let found: Option<Note> = change.find("1900000109", note).await.unwrap();
        found.is_some()
    }

    /// The migrations with a further one.
    async fn next_migrations(folder: &Path) -> Migrator {
        let migrations = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
        for entry in fs::read_dir(migrations).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
        }
        let next = "ALTER TABLE records ADD COLUMN next TEXT";
        fs::write(folder.join("9999_next.sql"), next).unwrap();
        Migrator::new(folder).await.unwrap()
    }

    #[tokio::test]
    async fn a_migration_keeps_the_state_and_an_older_version_leaves_it_alone() {
        let (folder, next) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let path = folder.path().join("?state %20#.sqlite");
        let store = Store::open(&path).await.unwrap();
        put(&store, "old").await;
        drop(store);
        let next = next_migrations(next.path()).await;
        let store = Store::open_with(&path, &next).await.unwrap();
        assert!(found(&store, "old").await);
        put(&store, "new").await;
        drop(store);
        let error = Store::open(&path).await.err().unwrap();
        assert_eq!(error.kind(), StoreErrorKind::Newer);
        let expected = format!(
            "a newer version of the sandbox wrote the state {}: update the program, or name another folder",
            path.display()
        );
        assert_eq!(error.to_string(), expected);
        let store = Store::open_with(&path, &next).await.unwrap();
        assert!(found(&store, "new").await);
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn a_file_beside_the_state_that_cannot_be_opened_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.sqlite");
        drop(Store::open(&path).await.unwrap());
        let log = folder.path().join("state.sqlite-wal");
        let _ = fs::remove_file(&log);
        fs::create_dir(&log).unwrap();
        let error = Store::open(&path).await.err().unwrap();
        assert_eq!(error.kind(), StoreErrorKind::Open);
        let expected = format!(
            "cannot open the state {} (Is a directory (os error 21)): mend the cause, or name another folder",
            log.display()
        );
        assert_eq!(error.to_string(), expected);
    }

    #[tokio::test]
    async fn a_change_that_is_dropped_is_not_kept() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("state.sqlite"))
            .await
            .unwrap();
        let mut change = store.begin().await.unwrap();
        change.put(&Note("dropped".to_owned())).await.unwrap();
        drop(change);
        put(&store, "kept").await;
        assert!(!found(&store, "dropped").await);
        assert!(found(&store, "kept").await);
    }
}
