//! The number of changes of a state. The state has the number, and a file beside the state has it too. SQLite does not
//! report a lost or damaged log (`state.sqlite-wal`): a state that counts fewer changes than the file has lost some.

use std::{
    fs::{File, OpenOptions},
    io::{self, Read as _, Seek as _, Write as _},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use sqlx::SqlitePool;

/// The name of the setting with the number.
pub(super) const CHANGES: &str = "changes";

/// The changes that a state lost since its last change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lost {
    /// There was no file.
    Missing,
    /// The file had no tables.
    Empty,
    /// The state lacks this number of changes.
    Changes(u64),
}

/// The number of changes in the file beside the state.
pub(super) struct Changes {
    noted: Mutex<Noted>,
}

struct Noted {
    file: File,
    number: u64,
}

impl Changes {
    /// Reads both numbers, of an open state before its migrations.
    pub(super) fn open(path: &Path, counted: Option<u64>) -> io::Result<(Self, Option<Lost>)> {
        let mut file = OpenOptions::new();
        file.read(true).write(true).create(true).truncate(false);
        let mut file = file.open(path)?;
        let mut noted = Vec::new();
        file.read_to_end(&mut noted)?;
        // A file that another program changed tells nothing.
        let noted = String::from_utf8_lossy(&noted).trim().parse().unwrap_or(0);
        let number = counted.unwrap_or(0);
        let lost = match counted {
            None => Some(Lost::Empty),
            Some(_) if number < noted => Some(Lost::Changes(noted - number)),
            Some(_) => None,
        };
        let noted = Mutex::new(Noted { file, number });
        Ok((Self { noted }, lost))
    }

    /// Notes the number of changes after a change was kept. Changes may arrive here in another order.
    pub(super) fn note(&self, number: u64) {
        let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        if number > noted.number {
            noted.number = number;
            noted.write();
        }
    }

    /// Notes the number of changes that the state has, fewer than before after a loss.
    pub(super) fn note_loss(&self) {
        let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        noted.write();
    }
}

impl Noted {
    /// Writes the number in place, always with the same length, so that no space is needed.
    fn write(&mut self) {
        let written = self.file.rewind();
        let written = written.and_then(|()| writeln!(self.file, "{:020}", self.number));
        // The change itself is kept. Without its number only the loss of this change goes unnoticed.
        drop(written);
    }
}

/// The file with the number.
pub(super) fn file(state: &Path) -> PathBuf {
    state.with_extension("changes")
}

/// The number of changes in an open state. `None` if the state has no tables.
pub(super) async fn counted(pool: &SqlitePool) -> Result<Option<u64>, sqlx::Error> {
    let tables = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'settings'";
    let tables: i64 = sqlx::query_scalar(tables).fetch_one(pool).await?;
    if tables == 0 {
        return Ok(None);
    }
    let number = "SELECT CAST(value AS INTEGER) FROM settings WHERE name = ?";
    let number = sqlx::query_scalar(number).bind(CHANGES);
    let number: Option<i64> = number.fetch_optional(pool).await?;
    Ok(Some(number.unwrap_or(0).unsigned_abs()))
}
