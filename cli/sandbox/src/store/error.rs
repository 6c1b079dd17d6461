//! The errors of the state.

use std::{
    error::Error,
    fmt,
    fs::OpenOptions,
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use sqlx::migrate::MigrateError;

/// The codes of SQLite for a file that another program holds, and for one with other pages or other tables.
const SQLITE_BUSY: u32 = 5;
const SQLITE_CORRUPT: u32 = 11;
const SQLITE_ERROR: u32 = 1;

const OTHER_TABLES: &str = "its tables are not those of the sandbox";

/// A state that cannot be read or written.
#[derive(Debug, Clone)]
pub struct StoreError {
    kind: StoreErrorKind,
    path: PathBuf,
    source: Arc<dyn Error + Send + Sync>,
}

/// The kind of a [`StoreError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum StoreErrorKind {
    /// The file cannot be opened: its folder cannot be written, or it is no state.
    Open,
    /// Another program, such as another sandbox with the same folder, holds the file.
    InUse,
    /// A newer version of the sandbox wrote the state.
    Newer,
    /// The state cannot be read or written now, as on a full disk.
    Access,
    /// A record or a table cannot be read: the state was changed by another program, or its disk is damaged.
    Damaged,
}

impl StoreError {
    pub(crate) fn new(
        kind: StoreErrorKind,
        path: &Path,
        source: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Self {
        let source: Box<dyn Error + Send + Sync> = source.into();
        Self {
            kind,
            path: path.to_owned(),
            source: source.into(),
        }
    }

    /// The kind of the error.
    #[must_use]
    pub const fn kind(&self) -> StoreErrorKind {
        self.kind
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, source) = (self.path.display(), &self.source);
        match self.kind {
            StoreErrorKind::Open => write!(
                f,
                "cannot open the state {path} ({source}): mend the cause, or name another folder"
            ),
            StoreErrorKind::InUse => write!(
                f,
                "another program holds the state {path}: stop the other sandbox, or name another folder"
            ),
            StoreErrorKind::Newer => write!(
                f,
                "a newer version of the sandbox wrote the state {path}: update the program, or name another folder"
            ),
            StoreErrorKind::Access => write!(f, "cannot read or write the state {path}: {source}"),
            StoreErrorKind::Damaged => write!(
                f,
                "the state {path} is damaged ({source}): put back a copy of the file, delete the file, or name another folder"
            ),
        }
    }
}

impl Error for StoreError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}

pub(super) fn open_error(path: &Path, error: sqlx::Error) -> StoreError {
    let database = error.as_database_error();
    let code: Option<u32> = database.and_then(|error| error.code()?.parse().ok());
    // The low byte is the primary code.
    match code.map(|code| code & 0xff) {
        Some(SQLITE_BUSY) => StoreError::new(StoreErrorKind::InUse, path, cause(error)),
        Some(SQLITE_CORRUPT) => StoreError::new(StoreErrorKind::Damaged, path, cause(error)),
        Some(SQLITE_ERROR) => StoreError::new(StoreErrorKind::Damaged, path, OTHER_TABLES),
        _ if is_of_values(&error) => StoreError::new(StoreErrorKind::Damaged, path, OTHER_TABLES),
        _ => match closed_file(path) {
            Some((path, error)) => StoreError::new(StoreErrorKind::Open, &path, error),
            None => StoreError::new(StoreErrorKind::Open, path, cause(error)),
        },
    }
}

/// Tests if a column has other values than those that the sandbox wrote.
const fn is_of_values(error: &sqlx::Error) -> bool {
    matches!(
        error,
        sqlx::Error::ColumnDecode { .. } | sqlx::Error::ColumnNotFound(_) | sqlx::Error::Decode(_)
    )
}

/// The file of the state that this user may not read and write. SQLite calls this an I/O error.
fn closed_file(path: &Path) -> Option<(PathBuf, io::Error)> {
    let files = ["", "-wal", "-shm"].map(|end| {
        let mut file = path.as_os_str().to_owned();
        file.push(end);
        PathBuf::from(file)
    });
    files.into_iter().find_map(|file| {
        let opened = OpenOptions::new().read(true).write(true).open(&file);
        let error = opened.err()?;
        (error.kind() != io::ErrorKind::NotFound).then_some((file, error))
    })
}

pub(super) fn migration_error(path: &Path, error: MigrateError) -> StoreError {
    match error {
        MigrateError::VersionMissing(_) => StoreError::new(StoreErrorKind::Newer, path, error),
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            open_error(path, error)
        }
        MigrateError::VersionMismatch(_) | MigrateError::Dirty(_) => {
            let changed = "its table `_sqlx_migrations` was changed";
            StoreError::new(StoreErrorKind::Damaged, path, changed)
        }
        error => StoreError::new(StoreErrorKind::Open, path, error),
    }
}

/// The error of SQLite by itself.
pub(super) fn cause(error: sqlx::Error) -> Box<dyn Error + Send + Sync> {
    match error {
        sqlx::Error::Database(error) => error.message().into(),
        error => error.into(),
    }
}
