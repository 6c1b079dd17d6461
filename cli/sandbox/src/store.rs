//! The state of a sandbox, in one file of SQLite. A change is kept as soon as its transaction is committed, whatever
//! happens to the process.

use std::{error::Error, fmt, path::Path, str::FromStr as _};

use serde::{Serialize, de::DeserializeOwned};
use sqlx::{
    Row as _, Sqlite, SqlitePool, Transaction,
    migrate::{MigrateError, Migrator},
    sqlite::{
        SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous,
    },
};

use crate::{clock::Time, task::Task};

static MIGRATIONS: Migrator = sqlx::migrate!();

/// The open state.
#[derive(Clone)]
pub(crate) struct Store {
    pool: SqlitePool,
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
}

/// A state that cannot be read or written.
#[derive(Debug)]
pub struct StoreError {
    kind: StoreErrorKind,
    source: Box<dyn Error + Send + Sync>,
}

/// The kind of a [`StoreError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum StoreErrorKind {
    /// The file cannot be opened: another program holds it, its folder cannot be written, or it is no state.
    Open,
    /// A newer version of the sandbox wrote the state.
    Newer,
    /// The state cannot be read or written now, as on a full disk.
    Access,
    /// A record cannot be read: the state was changed by another program.
    Damaged,
}

impl Store {
    /// Opens the state, and brings one of an older version up to date.
    pub(crate) async fn open(path: &Path) -> Result<Self, StoreError> {
        let url = format!("sqlite://{}", path.display());
        let options = SqliteConnectOptions::from_str(&url).map_err(open_error)?;
        let options = options
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // A killed process loses nothing; only a power failure may lose the last changes.
            .synchronous(SqliteSynchronous::Normal);
        // SQLite writes one change at a time. With one connection, changes wait for each other instead of failing.
        let pool = SqlitePoolOptions::new().max_connections(1);
        let pool = pool.connect_with(options).await.map_err(open_error)?;
        MIGRATIONS.run(&pool).await.map_err(|error| {
            let kind = match error {
                MigrateError::VersionMissing(_) => StoreErrorKind::Newer,
                _ => StoreErrorKind::Open,
            };
            StoreError::new(kind, error)
        })?;
        Ok(Self { pool })
    }

    /// Begins a change. Another change waits until this one is committed or dropped.
    pub(crate) async fn begin(&self) -> Result<Change, StoreError> {
        let transaction = self.pool.begin().await.map_err(access_error)?;
        Ok(Change { transaction })
    }
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
        let row = query.fetch_optional(&mut *self.transaction).await;
        row.map_err(access_error)?
            .map(|row| decode(&row))
            .transpose()
    }

    /// The record with this number of WeChat Pay.
    pub(crate) async fn find_by_id<T: Record>(
        &mut self,
        id: &str,
    ) -> Result<Option<T>, StoreError> {
        let query = "SELECT data FROM records WHERE kind = ? AND id = ?";
        let query = sqlx::query(query).bind(T::KIND).bind(id);
        let row = query.fetch_optional(&mut *self.transaction).await;
        row.map_err(access_error)?
            .map(|row| decode(&row))
            .transpose()
    }

    /// The newest records of a kind, the newest first, each with its number in the order of creation; with `before`, only
    /// those with smaller numbers.
    pub(crate) async fn newest<T: Record>(
        &mut self,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<(i64, T)>, StoreError> {
        let query = "SELECT data, sequence FROM records WHERE kind = ? AND sequence < ? \
                     ORDER BY sequence DESC LIMIT ?";
        let query = sqlx::query(query)
            .bind(T::KIND)
            .bind(before.unwrap_or(i64::MAX))
            .bind(limit);
        let rows = query.fetch_all(&mut *self.transaction).await;
        let rows = rows.map_err(access_error)?;
        let record = |row: &SqliteRow| Ok((row.try_get(1).map_err(damage)?, decode(row)?));
        rows.iter().map(record).collect()
    }

    /// Adds a record, or replaces the one with the same number of the merchant.
    pub(crate) async fn put<T: Record>(&mut self, record: &T) -> Result<(), StoreError> {
        let data = serde_json::to_string(record).map_err(damage)?;
        let query = "INSERT INTO records (kind, owner, number, id, data) VALUES (?, ?, ?, ?, ?) \
                     ON CONFLICT (kind, owner, number) DO UPDATE SET data = excluded.data";
        let query = sqlx::query(query)
            .bind(T::KIND)
            .bind(record.owner())
            .bind(record.number())
            .bind(record.id())
            .bind(data);
        let done = query.execute(&mut *self.transaction).await;
        done.map(drop).map_err(access_error)
    }

    /// Adds a task that is due at this time.
    pub(crate) async fn schedule(&mut self, due: Time, task: &Task) -> Result<(), StoreError> {
        let data = serde_json::to_string(task).map_err(damage)?;
        let query = sqlx::query("INSERT INTO tasks (due, data) VALUES (?, ?)");
        let query = query.bind(due.unix()).bind(data);
        let done = query.execute(&mut *self.transaction).await;
        done.map(drop).map_err(access_error)
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
        let rows = query.fetch_all(&mut *self.transaction).await;
        let rows = rows.map_err(access_error)?;
        let task = |row: &SqliteRow| {
            let data: String = row.try_get(1).map_err(damage)?;
            let task = serde_json::from_str(&data).map_err(damage)?;
            Ok((row.try_get(0).map_err(damage)?, task))
        };
        rows.iter().map(task).collect()
    }

    /// Removes a task that is done.
    pub(crate) async fn remove_task(&mut self, sequence: i64) -> Result<(), StoreError> {
        let query = sqlx::query("DELETE FROM tasks WHERE sequence = ?").bind(sequence);
        let done = query.execute(&mut *self.transaction).await;
        done.map(drop).map_err(access_error)
    }

    /// A setting that was kept.
    pub(crate) async fn setting(&mut self, name: &str) -> Result<Option<String>, StoreError> {
        let query = sqlx::query("SELECT value FROM settings WHERE name = ?").bind(name);
        let row = query.fetch_optional(&mut *self.transaction).await;
        let row = row.map_err(access_error)?;
        row.map(|row| row.try_get(0)).transpose().map_err(damage)
    }

    /// Keeps a setting.
    pub(crate) async fn set(&mut self, name: &str, value: &str) -> Result<(), StoreError> {
        let query = "INSERT INTO settings (name, value) VALUES (?, ?) \
                     ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        let query = sqlx::query(query).bind(name).bind(value);
        let done = query.execute(&mut *self.transaction).await;
        done.map(drop).map_err(access_error)
    }

    /// Keeps the change.
    pub(crate) async fn commit(self) -> Result<(), StoreError> {
        self.transaction.commit().await.map_err(access_error)
    }
}

fn decode<T: Record>(row: &SqliteRow) -> Result<T, StoreError> {
    let data: String = row.try_get(0).map_err(damage)?;
    serde_json::from_str(&data).map_err(damage)
}

fn open_error(error: sqlx::Error) -> StoreError {
    StoreError::new(StoreErrorKind::Open, error)
}

fn access_error(error: sqlx::Error) -> StoreError {
    StoreError::new(StoreErrorKind::Access, error)
}

fn damage(error: impl Into<Box<dyn Error + Send + Sync>>) -> StoreError {
    StoreError::new(StoreErrorKind::Damaged, error)
}

impl StoreError {
    fn new(kind: StoreErrorKind, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        let source = source.into();
        Self { kind, source }
    }

    /// The kind of the error.
    #[must_use]
    pub const fn kind(&self) -> StoreErrorKind {
        self.kind
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self.kind {
            StoreErrorKind::Open => "cannot open the state",
            StoreErrorKind::Newer => {
                "a newer version of the sandbox wrote the state: update the program, or name another folder"
            }
            StoreErrorKind::Access => "cannot read or write the state",
            StoreErrorKind::Damaged => {
                "another program changed the state: delete its file, or name another folder"
            }
        };
        write!(f, "{text}: {}", self.source)
    }
}

impl Error for StoreError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}
