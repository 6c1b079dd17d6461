//! Saves a download: the file appears at its path whole or not at all.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use tempfile::TempPath;
use tokio::task::spawn_blocking;

/// A temporary file beside its destination; removed when dropped.
pub(super) struct TemporaryFile {
    file: tokio::fs::File,
    temporary: TempPath,
    destination: PathBuf,
}

impl TemporaryFile {
    /// Creates the file in the folder of `destination`: only within one file system is a rename atomic.
    pub(super) async fn create_beside(destination: PathBuf) -> Result<Self, SaveError> {
        let folder = match destination.parent() {
            Some(folder) if folder != Path::new("") => folder.to_owned(),
            _ => PathBuf::from("."),
        };
        let path = destination.clone();
        let (file, temporary) = run_blocking(move || {
            check_replaceable(&path)?;
            Ok(create_temporary(&folder)?)
        })
        .await?;
        Ok(Self {
            file: tokio::fs::File::from_std(file),
            temporary,
            destination,
        })
    }

    pub(super) fn file(&mut self) -> &mut tokio::fs::File {
        &mut self.file
    }

    /// Flushes the file to the disk and renames it to its destination.
    pub(super) async fn persist(self) -> Result<(), SaveError> {
        self.file.sync_all().await?;
        let Self {
            temporary,
            destination,
            ..
        } = self;
        run_blocking(move || {
            // The destination may have been created or replaced meanwhile.
            check_replaceable(&destination)?;
            Ok(temporary.persist(destination).map_err(io::Error::from)?)
        })
        .await
    }
}

/// The reason why a file was not saved.
pub(super) enum SaveError {
    /// The destination is not a regular file, for example a symbolic link.
    NotRegular,
    Io(io::Error),
}

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Refuses a destination that is not a regular file: a rename would also replace a device node, a FIFO, a socket,
/// or a symbolic link to any of them, such as `/dev/stdout`.
fn check_replaceable(destination: &Path) -> Result<(), SaveError> {
    match fs::symlink_metadata(destination) {
        Ok(metadata) if metadata.is_file() => Ok(()),
        Ok(_) => Err(SaveError::NotRegular),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn create_temporary(folder: &Path) -> io::Result<(fs::File, TempPath)> {
    let file = tempfile::Builder::new()
        .prefix(".wechatpay-")
        .suffix(".part")
        .tempfile_in(folder)?;
    Ok(file.into_parts())
}

async fn run_blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, SaveError> + Send + 'static,
) -> Result<T, SaveError> {
    spawn_blocking(work).await.map_err(io::Error::other)?
}
